# Room: assessment. Where the grading stands, and the grading of an area.

assessment-list-title = Assessment
assessment-kicker = Assessment for the report { $period }
assessment-list-decided = { $areas ->
    [one] The area is decided
   *[other] All { $areas-text } areas are decided
}
assessment-list-all-sent = { $areas ->
    [one] The area is submitted and awaits the decision
   *[other] All { $areas-text } areas are submitted and await the decision
}
assessment-list-some-sent = { $sent ->
    [0] None of { $areas-text } areas is submitted yet
    [one] One of { $areas-text } areas is submitted
   *[other] { $sent-text } of { $areas-text } areas are submitted
}
assessment-list-caption = Areas with the system’s proposal and what has been judged
assessment-list-note = The proposal concerns realised benefit. People choose the level. A filled level is decided, an outlined one is proposed or not decided yet.
assessment-as-of = Judged as of { $day }
assessment-due = Due { $day }
assessment-due-to = Due to { $recipient } by { $day }
assessment-progress-areas = Areas
assessment-progress-sent = Submitted or decided
assessment-progress-drafts = Drafts
assessment-progress-untouched = Not begun
assessment-column-area = Area
assessment-column-evidence = Evidence
assessment-column-proposal = Proposal
assessment-column-level = Chosen level
assessment-column-state = State
assessment-evidence-counts = { $due } due, { $measured } measured, { $stated } stated
assessment-no-proposal = No proposal
assessment-not-begun = Not begun
assessment-done-draft = The draft for { $area } is saved
assessment-done-draft-next = Nothing is submitted. Open the area whenever you want to go on writing.
assessment-done-sent = The assessment of { $area } is submitted
assessment-done-sent-next = The leadership decides it together with the report. Until then you can change it. The next area without a submitted assessment is { $next }.
assessment-done-sent-all = All areas are submitted. The leadership decides them together with the report. Until then you can change them.

assessment-title = Assessment of { $area }
assessment-evidence-heading = { $due ->
    [0] Evidence: no benefit is due yet
    [one] Evidence: one benefit
   *[other] Evidence: { $due-text } benefits
}{ $due ->
    [0] { "" }
   *[other] { $measured ->
        [0] , none measured
        [one] , one measured
       *[other] , { $measured-text } measured
    }
}
assessment-evidence-rule = Each benefit gets the mean of its statements: confirmed { $confirmed }, partly { $partly }, none shown { $none }, wrong direction { $negative }. The proposal is the mean over the benefits. Without measurement it is Fair at most. The evidence is frozen when the report is decided.
assessment-due-benefits = Due
assessment-measured = Measured
assessment-stated = Stated
assessment-coverage = Coverage
assessment-nothing-due = Nothing to measure
assessment-without-delivery = Benefits without delivery
assessment-statements = Statements
assessment-points = Score
assessment-level = Combined level
assessment-level-hint = You choose the level. If it differs from the proposal, you write why.
assessment-no-proposal-hint = The system has no proposal, since no benefit that is due has a score.
assessment-proposed = Proposal for realised benefit: { $percent }
assessment-proposed-weak = Proposal for realised benefit: { $percent }, weak evidence
assessment-components = The three components
assessment-components-hint = No formula combines the components. The system’s proposal concerns realised benefit alone.
assessment-component = Component
assessment-delivery = Delivery
assessment-delivery-hint = is what was to be delivered in place?
assessment-expected = Expected benefit
assessment-expected-hint = can it still be reached?
assessment-realised = Realised benefit
assessment-realised-hint = has it come?
assessment-realised-proposal = Proposal: { $level }
assessment-motivation = Motivation
assessment-motivation-hint = Printed in the report, section { $number }.4.
assessment-no-motivation = No motivation
assessment-deviation-reason = Reason if the level differs from the proposal
assessment-deviation-hint = The proposal is { $proposed }, { $percent }. The reason is frozen with the decision and shown in the report’s appendix.
assessment-deviates = Your choice is { $chosen }, the proposal is { $proposed }. Write why.
assessment-submit = Submit
assessment-draft = Save draft
assessment-who-decides = The leadership decides the report and all submitted assessments at once. Nobody decides what they have written themselves.
assessment-nothing-yet = The assessment is not begun
assessment-nothing-yet-text = The steering unit writes it. Once it is there, level and motivation are shown here.
assessment-level-required = Choose a combined level
assessment-delivery-required = Delivery: choose a level in the row
assessment-expected-required = Expected benefit: choose a level in the row
assessment-realised-required = Realised benefit: choose a level in the row
assessment-motivation-required = Write a motivation
assessment-deviation-reason-deviation-without-reason = Write why the level differs from the system’s proposal
