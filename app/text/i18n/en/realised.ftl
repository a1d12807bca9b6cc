# Room: realised. Freed time and values in kronor: what came, and where it went.

realised-title = Freed time
realised-unit-hours = Hours
realised-unit-full-time-years = Full-time years
realised-disposition-budget-cut = Budget cut
realised-disposition-more-volume = More volume
realised-disposition-better-results = Better results
realised-disposition-higher-quality = Higher quality
realised-disposition-less-workload = Less workload
realised-disposition-other = Other
realised-disposition-unknown = Unknown
realised-frequency-one-off = Once
realised-frequency-yearly = Every year
realised-kind-outcome = Outcome
realised-kind-estimate = Estimate
realised-kind-forecast = Forecast
realised-hours = { $hours } hours

realised-problem-more-than-freed = More time went somewhere ({ $given } hours) than was freed ({ $freed } hours)
realised-problem-nothing-freed = No time was freed, so it cannot have gone anywhere. Remove the row or change the amount.
realised-problem-no-year-hours = No approved factor says how many hours a full-time year has in { $given }. Give hours instead.
realised-problem-only-outcomes = Only outcomes can be counted in sums
realised-problem-counted-already = Another value of the same class is counted in sums for { $given } already

# Beside a benefit
realised-time = Freed time
realised-time-add = Log freed time
realised-time-change = Change freed time
realised-time-remove = Remove
realised-time-correct = Correct freed time
realised-time-correction = Corrects what was approved
realised-time-of = freed time { $year }
realised-time-freed = { $year }: { $hours } hours were freed
realised-time-added = { $year }: { $hours } hours were added
realised-time-none = { $year }: no time was freed
realised-time-typed-years = given as { $amount } full-time years
realised-time-went = Turned into
realised-time-hours-into = { $kind }: { $hours } hours
realised-time-words-into = { $kind }, hours not given
realised-time-unknown = Where { $hours } hours went is unknown
realised-sek = Value in kronor
realised-sek-add = Give a value in kronor
realised-sek-change = Change the value
realised-sek-remove = Remove the value
realised-sek-yearly = { $amount } a year, { $years }
realised-sek-once = { $amount } once, { $years }
realised-sek-compared = compared with { $with }
realised-sek-counts = Counted in sums
realised-sek-waits = Counted once its evidence is approved
realised-sek-not-now = Not counted: its evidence no longer counts, or does not count yet
realised-sek-not = Not counted in sums
realised-sek-rests-on = Evidence: { $ground }

# Receipts
realised-done-time-draft = The draft is saved
realised-done-time-draft-next = It does not count until it is sent in and approved.
realised-done-time-sent = The freed time is sent for approval
realised-done-time-sent-next = It counts in the area, in the benefit groups and in the whole once somebody else has approved it.
realised-done-time-approved = The freed time is approved
realised-done-time-approved-next = It counts now in the area, in the benefit groups and in the whole.
realised-done-time-returned = The freed time is returned
realised-done-time-returned-next = Whoever wrote it sees why and can send it in again.
realised-done-time-withdrawn = The freed time is withdrawn
realised-done-time-withdrawn-next = It is a draft again. Change it and send it in when it is ready.
realised-done-time-removed = The freed time is removed
realised-done-time-removed-next = What it said remains in the history.
realised-done-sek = The value is saved
realised-done-sek-next = It is counted once the statement or the measurement that it belongs to is approved.
realised-done-sek-removed = The value is removed
realised-done-sek-removed-next = What it said remains in the history.

# The form of freed time
realised-time-form-new = Log freed time
realised-time-form-change = Change freed time
realised-time-form-correct = Correct freed time
realised-time-form-correct-lead = What is approved counts until the correction is approved. Where no time was freed, give 0.
realised-time-form-before = Corrects { $said }.
realised-time-form-lead = How much time did the benefit free during the year, and what has the time been used for?
realised-time-form-note = What no row below explains is shown as unknown.
realised-time-form-year = Year
realised-time-form-years-logged = Years logged already: { $years }. Change or correct them from the initiative’s page.
realised-time-form-unit = Unit
realised-time-form-year-hours = A full-time year counts as { $hours } hours in the chosen year.
realised-time-form-year-hours-hint = Full-time years are turned into hours by the factor that was in force in the year.
realised-time-form-amount = Amount
realised-time-form-amount-hint = Write a minus sign if time was added instead.
realised-time-form-dispositions = What was the time turned into?
realised-time-form-dispositions-hint = Choose what the time was turned into, and give hours or describe in words where the hours are not known. Empty rows do not count. Together the rows cannot be more hours than were freed.
realised-time-form-row = Disposition { $row }
realised-time-form-disposition-kind = Turned into
realised-time-form-disposition-kind-empty = Choose
realised-time-form-disposition-hours = Hours
realised-time-form-disposition-text = Description
realised-time-form-disposition-kind-required = Choose what the time was turned into, or empty the whole row
realised-time-form-disposition-text-required = Give hours or describe in words. “Other” always needs words.
realised-time-form-row-add = Add a row
realised-time-form-note-label = Source and comment
realised-time-form-year-taken = { $given } is logged already. Change or correct it from the initiative’s page.
realised-time-form-year-gone = What was to be corrected in { $given } is corrected already, or can no longer be corrected

# The form of a value
realised-sek-form-new = Give a value in kronor
realised-sek-form-change = Change a value in kronor
realised-sek-form-lead = The value belongs to a statement or a measurement, and is approved together with it.
realised-sek-form-submit = Save the value
realised-sek-form-ground = Evidence
realised-sek-form-ground-hint = Statements and measurements that speak for the benefit and are still drafts or have been returned.
realised-sek-form-ground-empty = Choose evidence
realised-sek-form-no-ground = There is no open evidence
realised-sek-form-no-ground-text = First state what has happened, or log a measurement, and keep it as a draft. Then you can give the value here.
realised-sek-form-state = State the benefit
realised-sek-form-amount = Amount
realised-sek-form-amount-hint = Write a minus sign for a harm.
realised-sek-form-unit = Unit
realised-sek-form-frequency = How often?
realised-sek-form-from-year = From year
realised-sek-form-to-year = To year
realised-sek-form-to-year-hint = Leave empty if it is for a single year.
realised-sek-form-to-year-out-of-range = What comes once has a single year. Leave the field empty.
realised-sek-form-class = Value class
realised-sek-form-class-empty = Choose a class
realised-sek-form-kind = How sure is the amount?
realised-sek-form-kind-empty = Choose
realised-sek-form-compared-with = Compared with
realised-sek-form-compared-with-hint = For example the year before, or how it would have been without the delivery.
realised-sek-form-counts-in-sum = Count in sums
realised-sek-form-counts-in-sum-hint = Only outcomes are counted, one for each benefit, year and value class.

# The page
realised-heading = { $freed } hours were freed { $period }, and where { $unknown } of them went is unknown
realised-heading-known = { $freed } hours were freed { $period }, and it is known where all of them went
realised-heading-none = No freed time is logged for { $period }
realised-heading-added = No time was freed { $period }, but { $added } hours were added
realised-lead = Hours and kronor are split among the groups of a benefit, so that the parts add up to the whole. What nobody has said anything about is shown as unknown.
realised-lead-added = In addition, { $added } hours were added. Net: { $net } hours.
realised-empty = Nothing is logged
realised-empty-text = Freed time is logged under each benefit on the initiative’s page. Values in kronor are given on statements and measurements.
realised-no-report-text = Freed time is summed within the years of a report. Once there is a report, the sums are shown here.
realised-filter = Show
realised-filter-year = Year
realised-filter-years = All years
realised-filter-area = Area
realised-filter-areas = All areas
realised-filter-group = Benefit group
realised-filter-groups = All benefit groups
realised-by-area = Freed time by area
realised-by-group = Freed time by benefit group
realised-by-year = Freed time by year
realised-by-kind = What the time was turned into
realised-by-initiative = The initiatives behind the figures
realised-sek-by-area = Outcome in kronor by area, SEK thousand
realised-sek-by-group = Outcome in kronor by benefit group, SEK thousand
realised-sek-by-year = Outcome in kronor by year, SEK thousand
realised-sek-by-initiative = Outcome in kronor by initiative, SEK thousand
realised-area = Area
realised-group = Benefit group
realised-year = Year
realised-initiative = Initiative
realised-bar = Bar
realised-freed = Freed, hours
realised-known = Known disposition
realised-unknown = Unknown
realised-added = Added
realised-net = Net
realised-kind = Turned into
realised-hours-head = Hours
realised-share = Share
realised-whole = The whole
realised-outside = Without an area
realised-ungrouped = Without a benefit group
realised-legend-known = It is known where the time went
realised-legend-unknown = It is unknown where the time went
realised-legend-added = Time that was added
realised-sek-none = No outcome in kronor is counted for { $period }.
realised-made-of = show the initiatives
realised-link = Freed time and value in kronor
realised-waits = { $text } { $count ->
    [one] entry of freed time waits for review and does
   *[other] entries of freed time wait for review and do
} not count yet.

# What waits for approval
realised-review-title = Freed time to approve
realised-review-link = Approve freed time
realised-review-heading = { $text } { $count ->
    [one] entry of freed time waits
   *[other] entries of freed time wait
} for you
realised-review-lead = Check the hours against their source and against what they were turned into. What needs correcting is returned from the initiative’s page.
realised-review-none = Nothing waits for you
realised-review-none-text = When somebody sends in freed time that you may approve, it shows here.
realised-review-hint = Tick what is right. What you do not tick is left as it is.
realised-review-pick = Choose
realised-review-pick-one = Choose { $what }
realised-review-benefit = Benefit
realised-review-freed = Year and hours
realised-review-before = Corrects { $said }
realised-review-approve = Approve selected
realised-review-more = { $text } more will be shown when some of these are approved.
realised-review-own = You have written in { $text } { $count ->
    [one] entry yourself. It waits
   *[other] entries yourself. They wait
} for somebody else.
realised-review-approved = { $text } { $count ->
    [one] entry is
   *[other] entries are
} approved
realised-review-approved-next = They now count in areas, in benefit groups and in the whole.
realised-review-nothing = Nothing was chosen. Tick at least one entry.
realised-review-changed = { $text } had been changed or reviewed by somebody else since you saw the list.
realised-review-left-own = You have written in { $text } of them yourself, and somebody else has to approve what you wrote.
realised-review-refused = { $text } lay outside what you may approve.
