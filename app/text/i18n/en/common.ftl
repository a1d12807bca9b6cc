# Room: common. Words that many pages share: states, findings, roles, dates, what is wrong with a field.
# Numbers come as texts that are already written out; a number selects a plural form and nothing else.

common-month-1 = January
common-month-2 = February
common-month-3 = March
common-month-4 = April
common-month-5 = May
common-month-6 = June
common-month-7 = July
common-month-8 = August
common-month-9 = September
common-month-10 = October
common-month-11 = November
common-month-12 = December
common-when-quarter = quarter { $quarter } of { $year }
common-when-spring = spring { $year }
common-when-summer = summer { $year }
common-when-autumn = autumn { $year }
common-when-winter = winter { $year }
common-when-early-year = early { $year }
common-when-turn-of-year = turn of the year { $year }/{ $next }
common-when-not-before = { $year } at the earliest
common-when-undated = undated

common-not-stated = Not stated
common-about = about
common-interpreted = (interpreted)
common-interpreted-title = Interpreted: the source does not say it outright
common-optional = (optional)
common-development-object = Development object
common-development-object-short = DO
common-sus = SUS: { $level }
common-sus-score = SUS { $score }: { $level }
common-main-group = main group
common-breadcrumbs = You are here
common-home = Overview

common-finding-confirmed = Confirmed
common-finding-partly = Partly
common-finding-none = None shown
common-finding-negative = Wrong direction
common-finding-not-evaluated = Not evaluated
common-finding-too-early = Too early
common-finding-planned-followup = Follow-up planned
common-finding-confirmed-hint = The benefit has come.
common-finding-partly-hint = Part of the benefit has come, or it has come with reservations.
common-finding-none-hint = The benefit has been followed up and has not come.
common-finding-negative-hint = Development has gone in the wrong direction.
common-finding-not-evaluated-hint = Nobody has evaluated the benefit. Gives no score.
common-finding-too-early-hint = The delivery has been in use for too short a time. Gives no score.
common-finding-planned-followup-hint = A follow-up is planned for later. Gives no score.

common-delivery-planned = Planned
common-delivery-partly-delivered = Partly delivered
common-delivery-delivered = Delivered
common-delivery-cancelled = Cancelled

common-initiative-proposed = Proposed
common-initiative-decided = Decided
common-initiative-ongoing = Ongoing
common-initiative-delivered = Delivered
common-initiative-realising = Realising benefit
common-initiative-closed = Closed
common-initiative-stopped = Stopped

common-size-large = Large
common-size-medium = Medium

common-figure-baseline = baseline
common-figure-outcome = outcome
common-figure-change = change
common-figure-target = target
common-figure-forecast = forecast
common-figure-potential = potential
common-figure-scope = scope
common-figure-context = context
common-figure-not-stated = kind not stated

common-evidence-not-due = Not due yet
common-evidence-measured = Measured
common-evidence-stated = Written statement
common-evidence-too-early = Too early
common-evidence-not-measurable = Not measurable
common-evidence-missing = Missing

common-role-portfolio-manager = Portfolio manager
common-role-benefit-owner = Benefit owner
common-role-reviewer = Reviewer
common-role-steering-unit = Steering unit
common-role-leadership = Leadership
common-role-auditor = Internal auditor
common-role-admin = Administrator

common-sus-needs-action = action needed
common-sus-acceptable = acceptable
common-sus-excellent = excellent

common-value-financial = Financial benefit
common-value-redistribution = Redistribution benefit
common-value-qualitative = Qualitative benefit

common-group-external = External benefit
common-group-internal = Internal benefit
common-portfolio-strategic = Strategic
common-portfolio-tactical = Tactical
common-benefit-identified = Identified
common-benefit-specified = Specified
common-benefit-planned = Planned
common-benefit-decided = Decided
common-benefit-realising = Being realised
common-benefit-realised = Realised
common-benefit-verified = Verified
common-benefit-sustained = Sustained
common-benefit-closed = Closed
common-benefit-not-realised = Not realised
common-benefit-written-off = Written off
common-benefit-replaced = Replaced

common-assessment-draft = Draft
common-assessment-submitted = Submitted
common-assessment-decided = Decided
common-assessment-returned = Returned

common-approval-draft = Draft
common-approval-submitted = Waiting for approval
common-approval-approved = Approved
common-approval-returned = Returned
common-account-erased = The name is erased ({ $mark })

common-report-draft = Draft
common-report-under-review = Under review
common-report-decided = Decided
common-report-published = Published

common-source-registry-number = Registry number
common-source-system = System
common-source-other = Other source

common-gap-unmeasured = { $count ->
    [one] benefit without measurement
   *[other] benefits without measurement
}
common-gap-missing = { $count ->
    [one] benefit without any statement
   *[other] benefits without any statement
}
common-gap-undated = { $count ->
    [one] benefit lacks a date
   *[other] benefits lack a date
}
common-gap-without-calculation = { $count ->
    [one] development object without an approved benefit calculation
   *[other] development objects without an approved benefit calculation
}
common-gap-without-plan = { $count ->
    [one] development object without a realisation plan
   *[other] development objects without a realisation plan
}
common-gap-without-delivery = { $count ->
    [one] initiative without area and delivery
   *[other] initiatives without area and delivery
}
common-gap-groups-unjudged = { $count ->
    [one] benefit group without a decided level
   *[other] benefit groups without a decided level
}
common-gap-areas-unjudged = { $count ->
    [one] area without a decided level
   *[other] areas without a decided level
}
common-gap-late = { $count ->
    [one] late delivery
   *[other] late deliveries
}
common-gap-partly-delivered = { $count ->
    [one] delivery partly delivered
   *[other] deliveries partly delivered
}
common-gap-planned-followups = { $count ->
    [one] planned follow-up
   *[other] planned follow-ups
}
common-gap-sus-needs-action = { $count ->
    [one] delivery where SUS says “action needed”
   *[other] deliveries where SUS says “action needed”
}

common-error-summary = { $count ->
    [one] One answer needs correcting
   *[other] { $count } answers need correcting
}
common-error-kept = What you typed is still there. Nothing has been sent in.
common-error-prefix = Error:
common-problem-required = { $label }: give an answer
common-problem-choose = { $label }: choose one of the alternatives
common-problem-choose-some = { $label }: choose at least one of the alternatives
common-problem-too-long = { $label }: at most { $max } characters fit, the text has { $length }
common-problem-too-fine = { $label }: “{ $given }” has more than { $decimals } decimals. Round it.
common-problem-unknown-choice = { $label }: choose one of the alternatives, “{ $given }” is none of them
common-problem-not-a-date = { $label }: “{ $given }” is not a date that exists or can be read, write for example 2025-03-01
common-problem-in-the-future = { $label }: { $given } lies in the future
common-problem-in-the-past = { $label }: { $given } has passed already
common-problem-end-before-start = { $label }: { $given } lies before the beginning
common-problem-deviation-without-reason = { $label }: say why the level differs from the system’s proposal
common-problem-launch-missing = { $label }: say when it was launched
common-problem-locked = { $label } is locked since the initiative was decided. Set another effect goal instead.
common-problem-held-fast = { $label } can be changed only by a new definition, because effect goals or measurements rest on it. Tick new definition and say why, or change it back.
common-problem-no-ratio = { $label }: the measure is not a ratio. Write only the value, and remove “{ $given }”.
common-problem-gone = { $label }: the choice is no longer there, choose another
common-problem-not-a-year = { $label }: “{ $given }” is not a year, write for example 2025
common-problem-not-a-number = { $label }: “{ $given }” cannot be read as a number, write it in digits, for example 1 250 or 12.5
common-problem-out-of-range = { $label }: { $given } is not between { $min } and { $max }
common-problem-taken = { $label }: “{ $given }” exists already, choose something else
common-problem-circular = { $label }: what you chose itself belongs under this one, choose something else
common-problem-carries-no-money = { $label }: a qualitative benefit has no amounts. Choose another class, or remove the amounts.
common-problem-not-yours = { $label }: choose at least one that you may write in
common-problem-not-all-three = { $label }: fill in low, likely and high, or leave all three empty
common-problem-not-rising = { $label }: { $given } are not in rising order. Low must not be above likely, nor likely above high. The low amount of a harm is the most negative one.
common-problem-negative-cost = { $label }: the cost { $given } is negative. Enter what no longer has to be paid as a financial benefit.
common-problem-finds-nothing = { $label }: there is nothing to include right now
common-problem-ambiguous = { $label }: several are called “{ $given }”, give them different names first
common-problem-amounts-outside = { $label }: there are amounts for { $given }, which would fall outside the calculation. Remove them first, or choose other years.
common-problem-amounts-too-large = { $label }: together with the rest, “{ $given }” would give larger amounts than a calculation can hold, reduce one of them
common-problem-against-direction = { $given } is on the wrong side of the baseline for the measure’s direction. Check both values, and the direction.

common-list = { $most } and { $last }
common-line-development = Development
common-line-introduction = Introduction
common-line-operation = Operation
common-line-other-cost = Other cost
common-line-financial = Financial benefit
common-line-redistribution = Redistribution benefit
common-line-qualitative = Qualitative benefit
common-figure-source = Source of figure { $number }
common-file-not-a-workbook = The file is not an Excel workbook (.xlsx). Save it as one and choose it again.
common-file-not-a-number = { $place }: “{ $given }” is not a number.
common-file-no-file = Choose a file to read.
common-file-no-lines = No sheet of the file has the headings of lines. Start from the file that you download here.
common-file-no-unit = No sheet says what amounts are in. Start from the file that you download here.
common-file-no-estimate = { $place }: the row has amounts but does not say whether they are low, likely or high.
common-file-too-large = The file is larger than any calculation needs to be. Remove what is no part of the calculation.
common-file-too-many-lines = The sheet { $place } has more than { $given } lines.
common-file-other-alternative = No sheet of the file belongs to the alternative that you see. The file has { $given }.
common-file-unknown-unit = { $place }: “{ $given }” is not a unit. Write SEK, SEK thousand or SEK million.
common-file-unknown-head = { $place }: “{ $given }” is neither a year nor a known heading.
common-file-unknown-class = { $place }: “{ $given }” is not a class. Choose from the list in the cell.
common-file-unknown-code = { $place }: the hidden code “{ $given }” has been changed. Empty the cell.
common-file-unknown-estimate = { $place }: “{ $given }” is not an estimate. Write low, likely or high.
common-file-missing-column = The sheet { $place } lacks a column that is needed ({ $given }).
common-file-head-twice = { $place }: the heading “{ $given }” is there already. Remove one of them.
common-file-broken-cell = { $place }: the formula gives the error { $given }. Mend it or write the value instead.
common-file-differs = { $place }: “{ $given }” differs from the first row of the line.
common-file-scattered = { $place }: the row belongs to a line further up. The three rows of a line have to stand together.

common-due = { $count } due
common-due-too-early = { $count } too early
common-due-not-yet = { $count } not due yet


common-round-prepared = In preparation
common-round-open = Sent out
common-round-closed = Closed
common-round-tertial-1 = Tertial 1
common-round-tertial-2 = Tertial 2
common-round-tertial-3 = Tertial 3
common-round-year = Whole year
common-round-stated = Realised benefit sent in
common-round-logged = Delivery updated
common-round-nothing-new = Nothing new
common-round-withdrawn = Withdrawn
common-lacks-calculation = No benefit calculation
common-lacks-plan = No realisation plan
common-unit-kronor = SEK
common-unit-tkr = SEK thousand
common-unit-mnkr = SEK million

# Numbers in running text.
common-page-before = Previous page
common-page-next = Next page
common-page-of = Page { $page } of { $pages }
common-number-word = { $count ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $n }
}
