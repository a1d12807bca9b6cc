# Room: overview. The first page: where the portfolio stands.

overview-title = Overview
overview-heading-decided = Development { $period } reaches { $level } fulfilment
overview-heading-open = The position { $period } on { $day }
overview-heading-ahead = The position { $period } ahead of { $day }
overview-switch = Choose report
overview-switch-decided = Report { $period }, decided { $day }
overview-switch-open = { $period }, { $state }
overview-read-report = Read the report

overview-lead-undecided = No level is decided.
overview-lead-not-decided = The level { $level } is not decided yet ({ $state }).
overview-lead-proposal = The system’s proposal is { $level } at { $percent }.
overview-lead-proposal-same = The system’s proposal is the same, { $level } at { $percent }.
overview-lead-proposal-higher = The system’s proposal is higher, { $level } at { $percent }.
overview-lead-proposal-lower = The system’s proposal is lower, { $level } at { $percent }.
overview-lead-no-proposal = The system has no proposal.
overview-lead-weak = The evidence is weak: { $evidence }.
overview-lead-weighted = Weighted by expected value the proposal is { $level } at { $percent }.
overview-lead-evidence-ends = The newest statement is as of { $day }.

overview-evidence-nothing-due = no benefit is due yet
overview-evidence-none = { $count ->
    [one] the only benefit due is not measured
   *[other] none of the { $due } benefits due is measured
}
overview-evidence-some = { $count ->
    [one] { $measured } of { $due } benefit due is measured
   *[other] { $measured } of the { $due } benefits due are measured
}
overview-evidence-all = { $count ->
    [one] the only benefit due is measured
   *[other] all { $due } benefits due are measured
}

overview-budget = Budget
overview-tkr = SEK thousand
overview-tkr-some = SEK thousand, not given for every area
overview-deliveries = Deliveries
overview-deliveries-partly = { $count } partly delivered
overview-deliveries-late = { $count } late
overview-deliveries-partly-late = { $partly } partly delivered, { $late } late
overview-development-objects = Development objects
overview-expected = Expected benefits
overview-coverage = Coverage
overview-coverage-of = { $measured } of { $due } measured, { $stated } stated
overview-coverage-nothing-due = nothing is due yet
overview-scope-note = The figures concern the deliveries of the report { $period } and their benefits. The registers show the whole portfolio.

overview-area = Area
overview-proposal = Proposal
overview-decision = Decision
overview-matrix-caption = Area against benefit group: the system’s proposal in each cell, with combined proposal and decision last in each row and column
overview-matrix-area-total = The area as a whole
overview-matrix-group-proposal = Proposal for the group
overview-matrix-group-decision = Decision for the group
overview-cell-count = { $n }
overview-no-benefits = no benefits
overview-legend-decided = decided by leadership
overview-legend-proposal = the system’s proposal
overview-legend-main = main group of the area
overview-legend-missing = no level set
overview-legend-not-counted = Too early or not due yet, not counted
overview-legend-undecided = outlined: not decided yet
overview-matrix-weak = { $weak } applies to all proposals: less than { $limit } of the benefits are measured.
overview-matrix-note = Written statements can give { $rank } { $level } at most. A benefit in several groups counts once in the area and once in each group. In a cell: proposal in per cent and number of benefits, including those not due yet.

overview-groups-none = No benefit group has a proposal yet
overview-groups-one = Only { $name } has a proposal
overview-groups-equal = All groups with a proposal are equal, { $percent }
overview-groups-spread = Proposals are highest for { $highest } and lowest for { $lowest }

overview-agreement-no-areas = The report has no areas yet
overview-agreement-nothing = No area has a decided level or a proposal yet
overview-agreement-undecided = No area has a decided level yet, { $proposed } of { $all } have a proposal
overview-agreement-undecided-all = { $count ->
    [one] The area has a proposal but no decided level yet
   *[other] No area has a decided level yet, all { $all } have a proposal
}
overview-agreement-some-decided = { $decided } of { $all } areas have a decided level
overview-agreement-all-same = Decision and proposal agree in all { $all } areas
overview-agreement-same = { $count ->
    [0] Decision and proposal agree in none of { $all } areas
   *[other] Decision and proposal agree in { $same } of { $all } areas
}
overview-agreement-one-lower = { overview-agreement-same }, { $number } is judged { $steps ->
    [1] one level
    [2] two levels
    [3] three levels
   *[other] four levels
} lower
overview-agreement-one-higher = { overview-agreement-same }, { $number } is judged { $steps ->
    [1] one level
    [2] two levels
    [3] three levels
   *[other] four levels
} higher
overview-agreement-several-differ = { overview-agreement-same }, { $numbers } differ
overview-scale-caption = The five-level scale by area

overview-gaps-heading = This is missing or remains
overview-gaps-none = Nothing is missing
overview-gaps-none-text = All benefits due are measured, and everything required is in place.
overview-gap-unmeasured-note = Effect goals with baseline, target and approved outcome are not registered.
overview-gap-missing-note = Neither a measurement nor a written statement that gives a score.
overview-gap-undated-note = Neither a delivery nor a date says when the benefit is due.
overview-gap-without-calculation-note = Required for decisions since 2023.
overview-gap-without-plan-note = Required since autumn 2024.
overview-gap-late-note = A launch was planned for { $day } or earlier, but none is logged.
overview-gap-names = { $names } and { $more } more
overview-all = Show all { $count }
overview-gap-pages = Pages of what is missing
overview-gap-none = Nothing here
overview-gap-none-text = Nothing of this kind is missing in the chosen report.

overview-coverage-all-measured = All { $due } benefits due are measured
overview-coverage-some-measured = { $measured } of { $due } benefits are measured
overview-coverage-all-stated = No benefit is measured against a target: all { $due } rest on written statements
overview-coverage-some-stated = No benefit is measured against a target: { $stated } of { $due } rest on written statements, { $rest } have no evidence
overview-coverage-nothing = { $count ->
    [one] The only benefit due has no evidence
   *[other] None of the { $due } benefits due has any evidence
}
overview-coverage-caption = Number of benefits by area and what the judgement rests on
overview-bar = Bar
overview-measured = Measured
overview-stated = Stated
overview-missing = Missing
overview-too-early = Not counted yet
overview-coverage-short = Coverage
overview-coverage-with-stated = With stated
overview-all-areas = All areas

overview-budget-none = No budget is given for { $period }
overview-budget-some = A budget is given for { $given } of { $all } areas
overview-budget-none-text = A budget applies to the years that it is given for and is never spread over others.
overview-budget-largest = { $name } has { $share } of the budget
overview-budget-equal = { $names } have the largest budget
overview-budget-elsewhere = (given for { $periods })
overview-budget-caption = Budget for the whole period { $period }, SEK thousand
overview-no-budget = Not given
overview-share = Share
overview-sum = Sum
overview-sum-given = Sum of those given

overview-value-none = Value per year cannot be worked out
overview-value-some = { $valued } of { $due } benefits have an expected yearly value
overview-value-empty = No expected value is registered
overview-value-empty-text = Expected and realised value per year are shown once the first benefit calculation is approved. Until then they stay empty, not zero.
overview-value-due = Expected value per year
overview-value-measured = Measured, share of the value
overview-value-stated = Measured or stated, share of the value
overview-amounts-title = Amounts in realised benefits
overview-amounts-pages = Pages of amounts
overview-amounts-caption = Amounts that realised benefits mention. They are compared with different things and are not added up.
overview-amounts-none = No realised benefit mentions an amount
overview-amounts-none-text = Amounts are shown here once a realised benefit contains a figure in kronor.
overview-amount = Amount
overview-amount-what = What

overview-empty = No deliveries to report for { $period } yet
overview-empty-text = The report covers deliveries launched { $period }. They show here once the launch is logged. A planned delivery is included when it has been launched, or when it is added to the report’s scope with a reason.
overview-empty-link = Go to the initiatives
overview-no-report = There is no report yet
overview-no-report-text = The overview shows how the development stands in a report. Set up what remains step by step.

overview-conflicts = Conflicts between benefit groups
overview-conflict-with = Conflict with { $groups }
