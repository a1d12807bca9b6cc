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
start-others-text = What comes next is up to others: { $roles }. Your own steps come further down the list.
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
start-areas-do = Add a set of areas
start-areas-area-do = Add an area
start-areas-budget-do = Give the areas a budget
start-areas-done = { $count ->
    [one] Done, one area
   *[other] Done, { $text } areas
}
start-units = Units
start-units-why = A benefit needs a unit that answers for it coming true.
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
start-benefit-why = Write what gets better, and for whom, before it shows. That is the promise that is followed up.
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
start-grading-why = The system proposes a level; people grade and write why.
start-grading-do = Grade an area
start-grading-done = { $count ->
    [one] Done, one grading
   *[other] Done, { $text } gradings
}

start-file = From a file
start-file-text = If you have the portfolio in a spreadsheet, it can be read in all at once: units, portfolios, areas with budgets, initiatives, deliveries, benefits and realised benefits. What is wrong is pointed out by sheet and row before anything is added.
start-file-download = Download the template
start-file-import = and
start-file-workbook = Read in from Excel
start-file-whole = For whoever runs the installation: a whole portfolio is moved between installations with
start-file-json = Form of that file (JSON)
start-file-by-others = The steering unit and portfolio managers do it.

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
start-removal-left = Your own measures stay
start-removal-left-text = You have added these measures, but they have effect goals only on the example’s benefits. The goals go; the measures and what was measured stay: { $names }.
start-removal-submit = Remove the example for good
start-removal-back = Back to Get started
start-removal-note = This cannot be undone. The example can be loaded anew as long as there is no portfolio of your own.
start-removal-stopped = The example cannot be removed yet
start-removal-stopped-lead = This does not belong to the example but refers to it, or is decided. Change it first.
start-removal-in-area = Lies in one of the example’s areas
start-removal-with-unit = Has one of the example’s units
start-removal-in-portfolio = Lies in one of the example’s portfolios
start-removal-depends = Depends on one of the example’s initiatives
start-removal-by-areas = Follows the example’s areas
start-removal-in-scope = Has one of the example’s deliveries in its scope
start-removal-decided = Is decided, and what is decided never changes
start-removal-changed = Something has changed since you saw the list
start-removal-changed-next = Nothing is removed. Look through the list again and confirm.
start-removal-used = Something else refers to the example
start-removal-used-next = Nothing is removed. Find out what uses the example and change it first.
start-workbook-title = Read in from Excel
start-workbook-try = Show what the file brings
start-workbook-try-again = Show the corrected file
start-workbook-take = { $count ->
    [0] All of the file is there already
    [one] One row is added
   *[other] { $text } rows are added
}
start-workbook-take-lead = This is what { $file } brings.
start-workbook-take-submit = { $count ->
    [one] Read the row in
   *[other] Read { $text } rows in
}
start-workbook-take-statements = Realised benefits count once somebody other than you has approved them.
start-workbook-take-note = It is added in your name, and each thing has a history.
start-workbook-there = There already
start-workbook-too-large = The file is too large. Remove pictures and sheets that are not part of the template, or split it.
start-workbook-too-many = The file has more than { $most } rows. Split it and read the parts in one after the other.
start-workbook-heading = Fill in the template and read in the whole portfolio at once
start-workbook-lead = Nothing is added until you have seen what the file brings and said yes.
start-workbook-left = { $count ->
    [one] One row is there already and is left as it is, even where something has been changed in it. Change it on its own page.
   *[other] { $text } rows are there already and are left as they are, even where something has been changed in them. Change them on their own pages.
}
start-workbook-fill = 1. Fill in the template
start-workbook-fill-text = The template opens in Excel or LibreOffice. The first sheet explains each column. You can fill in: { $sheets }. Leave empty what you do not need.
start-workbook-file = The filled-in file
start-workbook-file-hint = An Excel file (.xlsx) of at most 5 MB.
start-workbook-others = Other roles fill in: { $sheets }.
start-workbook-other-file = Choose another file
start-workbook-send = 2. Send the filled-in file
start-workbook-sheet-twice = Two sheets are read as { $sheet }. Remove or rename one of them.
start-workbook-nothing-taken = Nothing from the file has been read in.
start-workbook-not-a-workbook = It is not an Excel file that can be read. Save it as .xlsx, without a password, and send it again.
start-workbook-no-sheet = None of the sheets of the file belongs to the template, whose sheets are called: { $sheets }.
start-workbook-no-file = Choose the filled-in file first
start-workbook-no-file-text = Press the file field, choose the Excel file and send it.
start-workbook-mend = { $count ->
    [one] One thing to correct in { $file }
   *[other] { $text } things to correct in { $file }
}
start-workbook-mend-lead = Nothing has been read in yet. Correct this in the file, save it and send it again.
start-workbook-more = And { $text } more.
start-workbook-missing-column = The sheet { $sheet } lacks the column “{ $head }”. Add it in the first row.
start-workbook-problems = To correct
start-workbook-where = Where
start-workbook-what = What
start-workbook-comes = What the file brings
start-workbook-added = Added
start-workbook-agency = Set up the agency first
start-workbook-agency-text = The benefit groups come with it, and the template needs them. The steering unit sets it up from Get started.
start-workbook-unread = { $file } could not be read
start-workbook-unknown-head = The sheet { $sheet } has a column “{ $head }” that the template does not have. Remove it or give it the heading of the template.
start-workbook-empty = There is nothing below the headings. Fill in at least one row and save the file.
start-workbook-done = The file has been read in
start-workbook-done-next = All of it is on pages of its own now, with history.
start-workbook-broken-cell = Sheet { $sheet }, row { $row }: a formula has gone wrong (#REF! for example). Correct it or write the value instead.
