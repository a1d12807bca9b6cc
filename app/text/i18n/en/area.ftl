# Room: area. Investment areas: the list, and an area's page, which follows the report's section.

area-list-title = Areas
area-list-to-structure = To Structure
area-list-caption = Investment areas { $period }
area-list-empty = No areas are registered
area-list-empty-text = Areas belong to the set of areas that the report is written by.
area-list-budget = Budget, SEK thousand
area-list-objects = Development objects
area-list-due = Due
area-list-no-report-text = This shows how each area stands in a report. Areas and their budgets are found under Structure until a report has been set up.

area-open-assessment = Open the assessment
area-budget = Budget
area-budget-period = for { $period }
area-budget-share = , { $share } of the investment budget of SEK { $total } thousand
area-tkr = SEK { $amount } thousand
area-no-budget = No budget is given for { $period }
area-purpose = Purpose
area-effects = Expected effects
area-summary = Summary assessment
area-main-groups = Main benefit groups
area-fulfilment = Fulfilment
area-fulfilment-of-expected = Fulfilment of expected benefit
area-how = How the proposal { $percent } is worked out
area-not-judged = The area is not assessed
area-not-judged-text = The steering unit writes the assessment. Everybody can see it once leadership has decided the report.
area-motivation = Motivation
area-deviation = Why the level differs from the proposal
area-deliveries = Deliveries, expected and realised benefit
area-deliveries-short = Deliveries and benefit
area-no-deliveries = No deliveries to report for { $period } yet
area-without-delivery = Benefits without a delivery
area-pair-caption = The score of each expected benefit is the mean of the statements that concern it: confirmed { $confirmed }, partly { $partly }, none shown { $none }, wrong direction { $negative }
area-pair-expected-head = Delivery and expected benefit
area-expected-benefit = Expected benefit
area-realised-benefit = Realised benefit
area-no-expected = No expected benefit is registered
area-no-realised = No realised benefit is registered
area-legend-dotted = Dotted underline
area-legend-interpreted = : interpreted from the report’s text
area-late = Late
area-launched = Launched { $when }
area-planned = Planned { $when }
area-upcoming = Remaining
area-scope-reason = Included in the report: { $reason }
area-score = Score{ "\u00A0" }{ $score }
area-no-score = No score, { $state }
area-undated = lacks a date
area-undated-state = Lacks a date
area-unplanned = Additional
area-as-of = As of { $day }
area-follow-up = To be followed up { $when }
area-method = Method: { $method }
area-measured = Measured
area-source = Source:

area-scores-heading = The proposal { $percent } is { $count ->
    [one] the score of the only benefit that has evidence
   *[other] the mean score of { $n } benefits
}
area-scores-heading-none = No proposal: { $reason }
area-scores-short = How the proposal is worked out
area-scores-caption = Benefits by benefit group with what their score rests on
area-scores-note = A benefit of several groups stands in each of them but counts once in the area. Benefits that are not due yet, and those without evidence, are not counted.
area-scores-mean = Mean of the area, proposal
area-delivery = Delivery
area-statements = Statements
area-evidence = Evidence
area-points = Score

area-in-short = In short
area-on-page = On this page
area-all-delivered = all delivered
area-coverage-with-stated = With written statements
area-weighted = Proposal weighted by value
area-missing = Without evidence
area-weighted-none = no amount
area-calculation = Benefit calculation
area-plan = Realisation plan
area-required-missing = Missing for { $lacking } of { $all } DO
area-required-there = There for all DO
area-others = Other areas
area-previous = Previous
area-next = Next
area-give-budget = Give a budget
