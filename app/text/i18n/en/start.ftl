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
start-people = The steps are shared by several roles. The administrator gives colleagues access under Administration.
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

start-example = An example to try
start-example-text = The example is a small invented portfolio with areas, initiatives, benefits, realised benefits and an open report. Something is late, something waits for approval and nothing is decided. Try freely: all of it can be removed again.
start-example-load = Load the example
start-example-load-note = Load it before you enter areas, initiatives or reports of your own: after that it cannot be done. An agency and benefit groups that are already there are kept.
start-example-by-others = The steering unit can load it.
start-example-is-loaded = The example is loaded. The steps above count it until it is removed.
start-example-remove = Remove the example
start-example-notice = Example – not your data.
start-example-notice-text = An invented example is loaded.
start-example-loaded = The example is loaded
start-example-loaded-next = See the overview, open an initiative and try to grade an area. It is removed from here.
start-example-removed = The example is removed
start-example-removed-next = All that came with it or hung on it is gone. What was done can still be seen in the audit log.
start-example-there = The example is loaded already
start-example-there-next = Nothing has changed. It can be removed and loaded anew.
start-example-not-there = The example is not loaded
start-example-not-there-next = There is nothing to remove.
start-example-not-empty = The example is not loaded
start-example-not-empty-next = There are areas, initiatives or reports of your own already. The example can be loaded only where there are none.

start-removal-title = Remove the example
start-removal-heading = { $count ->
    [one] One thing goes with the example
   *[other] { $text } things go with the example
}
start-removal-lead = What came with the example goes, together with all that you have written in it. What you have set up outside the example is not touched.
start-removal-caption = This goes
start-removal-kind = Kind
start-removal-brought = Came with the example
start-removal-added = Written by you
start-removal-stays = Something stays
start-removal-stays-text = This came with the example but is used by data of your own, and stays as yours: { $names }.
start-removal-submit = Remove the example for good
start-removal-back = Back to Get started
start-removal-note = This cannot be undone. The example can be loaded anew as long as there is no portfolio of your own.
start-removal-stopped = The example cannot be removed yet
start-removal-stopped-lead = This does not belong to the example but refers to it, or is decided. Change it first.
start-removal-in-area = Lies in one of the example's areas
start-removal-with-unit = Has one of the example's units
start-removal-in-portfolio = Lies in one of the example's portfolios
start-removal-depends = Depends on one of the example's initiatives
start-removal-by-areas = Is written by the example's areas
start-removal-in-scope = Has one of the example's deliveries in its scope
start-removal-decided = Is decided, and what is decided never changes
start-removal-changed = Something has changed since you saw the list
start-removal-changed-next = Nothing is removed. Look through the list again and confirm.
start-removal-used = Something else refers to the example
start-removal-used-next = Nothing is removed. Find out what uses the example and change it first.
