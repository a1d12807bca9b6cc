# Room: start. The guided start of an installation without data.

start-title = Get started
start-heading = { $done ->
    [0] None of { $all } steps is done
    [one] One of { $all } steps is done
   *[other] { $done-text } of { $all } steps are done
}
start-heading-done = Everything is in place
start-lead = The steps lead from an empty installation to a graded report. Each shows why it is needed and who takes it.
start-lead-done = All steps are taken. The overview shows where the portfolio stands.
start-to-overview = To the overview
start-link = Get started, step by step
start-link-text = Something that an installation needs is missing.

start-yours = Your turn
start-others = It is the turn of others
start-others-text = What comes next is up to others: { $roles }. Your own steps stand further on in the list.
start-others-none-text = What comes next is up to others: { $roles }. You follow the work here and on the overview.
start-all = All steps, in order
start-by = Done by: { $roles }
start-optional = Optional.
start-next = Next
start-later = Later

start-agency = The agency
start-agency-why = Name, currency, benefit groups and the five-level scale are what everything else rests on.
start-agency-do = Set up the agency
start-agency-groups-do = Set up benefit groups
start-agency-done = { $count ->
    [one] Done, one benefit group
   *[other] Done, { $text } benefit groups
}
start-areas = Investment areas
start-areas-why = The report has a section for each area, and the budget is shown where it belongs.
start-areas-do = Set up an area set
start-areas-area-do = Add an area
start-areas-budget-do = Give the areas a budget
start-areas-done = { $count ->
    [one] Done, one area
   *[other] Done, { $text } areas
}
start-units = Units
start-units-why = A benefit needs a unit that answers for its coming.
start-units-do = Set up a unit
start-units-done = { $count ->
    [one] Done, one unit
   *[other] Done, { $text } units
}
start-portfolios = Portfolios
start-portfolios-why = With portfolios each portfolio manager can have a part of the initiatives.
start-portfolios-do = Set up a portfolio
start-portfolios-done = { $count ->
    [one] Done, one portfolio
   *[other] Done, { $text } portfolios
}
start-report = Report
start-report-why = A report says which years are judged, and as of which day. The overview shows the newest.
start-report-do = Begin a report
start-report-done = { $count ->
    [one] Done, one report
   *[other] Done, { $text } reports
}
start-initiative = The first initiative
start-initiative-why = The initiative holds what is being developed: deliveries, expected benefits and what has come of them.
start-initiative-do = Set up an initiative
start-initiative-done = { $count ->
    [one] Done, one initiative
   *[other] Done, { $text } initiatives
}
start-delivery = The first delivery
start-delivery-why = The delivery says what is put to use and when. It decides whether the benefit can be expected yet.
start-delivery-do = Log a delivery
start-delivery-done = { $count ->
    [one] Done, one delivery
   *[other] Done, { $text } deliveries
}
start-benefit = The first benefit
start-benefit-why = Write what gets better for whom before it shows. That is the promise that is followed up.
start-benefit-do = Add an expected benefit
start-benefit-done = { $count ->
    [one] Done, one benefit
   *[other] Done, { $text } benefits
}
start-statement = The first realised benefit
start-statement-why = Write what has come of the promise, with its source. That nothing has come is an answer too.
start-statement-do = State what has been found
start-statement-done = { $count ->
    [one] Done, one written
   *[other] Done, { $text } written
}
start-approval = Approval
start-approval-why = Only what somebody else has approved counts in the proposals.
start-approval-do = See what waits for approval
start-approval-done = { $count ->
    [one] Done, one approved
   *[other] Done, { $text } approved
}
start-grading = Grading
start-grading-why = The system proposes a level, people grade and write why.
start-grading-do = Grade an area
start-grading-done = { $count ->
    [one] Done, one grading
   *[other] Done, { $text } gradings
}

start-file = From a file
start-file-text = Where the data exist somewhere else already, they can be read at once. The template has one of each thing, with words that say what belongs there, and rests on the agency and the benefit groups here where they are set up.
start-file-download = Download the template
start-file-import = Whoever runs the installation reads the file in with the command
start-file-note = All of the file is read, or nothing. What is wrong is pointed out by line and field. Each thing needs an id of its own; download the template again for new ones.
