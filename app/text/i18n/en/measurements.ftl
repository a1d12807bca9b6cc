# Room: measurements. Many measurements at once: logged, approved and read from a file.

measurements-title = Measurements of a period
measurements-link = Log for a period
measurements-heading = Measurements for { $period }
measurements-lead = Every measure that is due for the period and that you may log, in one table. Rows without a value are left alone.
measurements-none = No measures to log
measurements-none-text = A measure shows here once it says how often it is measured and belongs to a benefit that you answer for.
measurements-choose = Choose period and measures
measurements-period = Period
measurements-search = Search measure or benefit
measurements-show = Show
measurements-caption = Measures and values for the period
measurements-keys = Enter leads to the value of the next row. A column copied in a spreadsheet fills the fields downwards.
measurements-before = Previous value
measurements-target = Target
measurements-value = Value
measurements-source-usual = Source: { $source }
measurements-source-none = No source: state it below
measurements-pasted = Rows filled in: { $rows }.
measurements-for-all = Applies to all rows
measurements-source = Source
measurements-source-hint = Empty: each row takes the source shown under the measure.
measurements-proof = Registry number or address
measurements-who = Approved by a reviewer, the steering unit or somebody else in the same portfolio.
measurements-submit = Send all in
measurements-split = Measures with parts
measurements-split-text = They have several values per period and are logged one by one.
measurements-done = { $text } { $count ->
    [one] measure has
   *[other] measures have
} already been sent in or approved for the period.
measurements-more = More measures that do not fit here: { $text }. They are shown when the rows above are sent in, or when you search for them.
measurements-without-frequency = Measures that do not say how often they are measured: { $text }. They are logged from their own pages.
measurements-all-done = Nothing left to log
measurements-all-done-text = No measure that you can log in the table lacks a value for the period.
measurements-value-finds-nothing = Write at least one value
measurements-value-required = Write a value, or empty the rest of the row
measurements-value-taken = The measure has been measured for { $given } already
measurements-value-gone = Somebody else has changed the draft or sent it in. Open the measure to see how it stands.
measurements-value-not-yours = You may not log measurements of that measure
measurements-source-required = State a source: not all rows have one from before
measurements-period-in-the-future = { $given } is not over yet
measurements-period-not-a-date = “{ $given }” is not a period. Write for example 2025 Q3 or 2025.
measurements-proof-text-unknown-choice = “{ $given }” is not an address, write one that begins with https://
measurements-sent = { $text } { $count ->
    [one] measurement is
   *[other] measurements are
} sent in for approval
measurements-sent-next = They count once somebody else has approved them.
measurements-kept = { $text } { $count ->
    [one] draft is
   *[other] drafts are
} saved
measurements-kept-next = They do not count until they are sent in and approved. They stay in the table until then.
measurements-same = Nothing was changed
measurements-same-next = All rows with a value were already saved as drafts, with the same value.
measurements-review-title = Measurements to approve
measurements-review-link = Approve measurements
measurements-review-heading = { $text } { $count ->
    [one] measurement waits
   *[other] measurements wait
} for you
measurements-review-lead = Compare the value with its source and with the value before it. What needs correcting is returned from the measure’s page.
measurements-review-none = Nothing waits for you
measurements-review-none-text = When somebody sends in a measurement that you may approve, it shows here.
measurements-review-hint = Tick what is right. What you do not tick is left as it is.
measurements-review-pick = Choose
measurements-review-pick-one = Choose { $what }
measurements-review-before = Approved last
measurements-review-approve = Approve selected
measurements-review-more = { $text } more will be shown when some of these are approved.
measurements-review-own = You have written { $text } { $count ->
    [one] measurement yourself. It waits
   *[other] measurements yourself. They wait
} for somebody else.
measurements-review-approved = { $text } { $count ->
    [one] measurement is
   *[other] measurements are
} approved
measurements-review-approved-next = They now count in the effect goals and in the roll-ups.
measurements-review-nothing = Nothing was chosen. Tick at least one measurement.
measurements-review-changed = { $text } had been changed or reviewed by somebody else since you saw the list.
measurements-review-left-own = You wrote { $text } of them yourself, and somebody else has to approve what you wrote.
measurements-review-refused = { $text } lay outside what you may approve.
measurements-from-file = Read measurements from a file
measurements-file-title = Measurements from a file
measurements-file-lead = Read measurements from Excel or a text file. You see what will happen before anything is saved.
measurements-file-sheet = Measurements
measurements-file-measure = Measure
measurements-file-period = Period
measurements-file-value = Value
measurements-file-numerator = Numerator
measurements-file-denominator = Denominator
measurements-file-source = Source
measurements-file-comment = Comment
measurements-file-link = Link
measurements-file-registry-number = Registry number
measurements-file-measure-text = The name of the measure, or its id where two measures are called the same. Needed.
measurements-file-period-text = For example 2025 Q3, 2025-03, T2 2025 or 2025. Needed.
measurements-file-value-text = The value in the unit of the measure. Needed, unless there is a numerator.
measurements-file-ratio-text = For measures that are a ratio, instead of the value.
measurements-file-source-text = Empty: the same source as last time.
measurements-file-comment-text = What needs saying about the value.
measurements-file-link-text = An address that begins with https:// and that the value can be checked against.
measurements-file-registry-number-text = Where the evidence is registered.
measurements-file-ratio-note = Write numerator and denominator, or the value in { $unit }.
measurements-file-columns = Columns
measurements-file-columns-text = The first row has the headings, in Swedish or English and in any order. Each row is a measurement.
measurements-file-column = Column
measurements-file-holds = Content
measurements-file-template = Download a template with the measures of the period
measurements-file-send = Send the file
measurements-file-label = File
measurements-file-hint = Excel (xlsx), or text with semicolons, commas or tabs between the cells (csv). At most 5 MB and a thousand rows.
measurements-file-try = Check the file
measurements-file-try-again = Check again
measurements-file-none = No file was chosen
measurements-file-unread = { $file } could not be read
measurements-file-no-file = Choose the file to be read.
measurements-file-not-a-sheet = The file is neither an Excel file (xlsx) nor text. Save it as one of those.
measurements-file-too-large = The file is larger than 5 MB. Divide it into several.
measurements-file-too-many = The file has more than { $most } rows. Divide it into several.
measurements-file-unknown-head = The heading “{ $head }” is not known. Those that are known are { $heads }.
measurements-file-head-twice = The heading “{ $head }” is the same column as an earlier one. Remove one of them.
measurements-file-missing-column = The column { $head } is missing. Add it in the first row.
measurements-file-broken-cell = A formula in row { $row } has gone wrong. Mend it or write the value instead.
measurements-file-empty = There is nothing below the headings. Fill in at least one row and save the file.
measurements-file-mend = { $text } { $count ->
    [one] thing needs
   *[other] things need
} correcting
measurements-file-mend-lead = Nothing from { $file } is saved. Correct it in the file and send it again.
measurements-file-problems = What needs correcting
measurements-file-row = Row
measurements-file-stands = It says
measurements-file-wrong = What is wrong
measurements-file-nothing-taken = Nothing is saved until the whole file is right.
measurements-file-take = { $text } { $count ->
    [one] measurement is new
   *[other] measurements are new
}
measurements-file-take-lead = This is how { $file } reads. Nothing is saved yet.
measurements-file-comes = The rows of the file
measurements-file-becomes = Becomes
measurements-file-new = New measurement
measurements-file-there = Is there already, left alone
measurements-file-left = { $text } { $count ->
    [one] row is for a period that has been measured already. It is left alone: what is wrong is corrected from the measure’s page.
   *[other] rows are for periods that have been measured already. They are left alone: what is wrong is corrected from the measure’s page.
}
measurements-file-drafts = Save as drafts
measurements-file-other = Choose another file
measurements-file-measure-required = The measure is missing
measurements-file-measure-unknown-choice = There is no measure called “{ $given }”
measurements-file-measure-ambiguous = Several measures are called “{ $given }”: write the id of the measure instead
measurements-file-measure-not-yours = You may not log measurements of that measure
measurements-file-period-taken = An earlier row in the file already has the measure for { $given }
measurements-file-period-in-the-future = { $given } is not over yet
measurements-file-period-not-a-date = “{ $given }” is not a period. Write for example 2025 Q3 or 2025.
measurements-file-numerator-taken = Both value and numerator are filled in: remove one
measurements-file-link-unknown-choice = “{ $given }” is not an address, write one that begins with https://
measurements-file-sent = { $text } { $count ->
    [one] measurement from the file is
   *[other] measurements from the file are
} sent in for approval
measurements-file-kept = { $text } { $count ->
    [one] measurement from the file is
   *[other] measurements from the file are
} saved as drafts
