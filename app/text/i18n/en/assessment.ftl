# Room: assessment. Where the grading stands, and the grading of an area.

assessment-list-title = Assessment
assessment-kicker = Assessment for the report { $period }
assessment-list-decided = The assessment is decided with the report
assessment-list-decided-some = The assessment is decided with the report, { $left ->
    [one] one part was not assessed
   *[other] { $left-text } parts were not assessed
}
assessment-list-all-sent = All { $all-text } assessments are submitted and await the decision
assessment-list-some-sent = { $sent ->
    [0] None of { $all-text } assessments is submitted yet
    [one] One of { $all-text } assessments is submitted
   *[other] { $sent-text } of { $all-text } assessments are submitted
}
assessment-list-note = The proposal concerns realised benefit. People choose the level. A filled level is decided, an outlined one is proposed or not decided yet.
assessment-as-of = Judged as of { $day }
assessment-to-be-as-of = Judged as of { $day }
assessment-due = Due { $day }
assessment-due-to = To be submitted to { $recipient } by { $day }
assessment-progress-sent = Submitted or decided
assessment-progress-drafts = Drafts
assessment-progress-untouched = Not begun
assessment-column-evidence = Evidence
assessment-column-proposal = Proposal
assessment-column-level = Chosen level
assessment-column-level-area = Level of the area
assessment-column-state = State
assessment-evidence-counts = { $due } due, { $measured } measured, { $stated } stated
assessment-no-proposal = No proposal
assessment-not-begun = Not begun
assessment-never-begun = Was not assessed
assessment-done-draft = The draft for { $area } is saved
assessment-done-draft-next = Nothing is submitted. Open the assessment whenever you want to go on writing.
assessment-done-sent = The assessment of { $area } is submitted
assessment-done-sent-next = Leadership decides it together with the report. Until then you can change it.
assessment-done-sent-all = Everything is submitted. Leadership decides it together with the report. Until then you can change it.
assessment-whole = The overall effect
assessment-steps = Assessments in order
assessment-place = Assessment { $place } of { $all }, { $sent } submitted
assessment-step-before = Previous: { $subject }
assessment-step-after = Next: { $subject }
assessment-before = Level in the report { $period }
assessment-before-none = Level in the previous report
assessment-before-missing = No decided level
assessment-weighted = Value-weighted mean
assessment-weighted-none = No approved calculation with amounts to weigh by
assessment-parts-group = The group’s proposal in each area, beside the area’s own level. No formula adds them up.
assessment-parts-whole = Areas and benefit groups. No formula adds the levels up.
assessment-parts-open = { $count ->
    [one] One assessment of an area or a benefit group is not submitted yet. The whole is best judged when all are.
   *[other] { $text } assessments of areas and benefit groups are not submitted yet. The whole is best judged when all are.
}
assessment-returned = The assessment is returned
assessment-return = Return the assessment
assessment-return-reason = What needs to change?
assessment-return-hint = The text is shown to whoever writes the assessment, and is kept in the history.
assessment-return-submit = Return
assessment-done-returned = The assessment of { $area } is returned
assessment-done-returned-next = The steering unit sees what you wrote, changes it and submits it again.
assessment-not-first = The assessment of { $area } had already changed
assessment-not-first-next = Nothing was returned. Read it as it is now.
assessment-no-note = Say what needs to change
assessment-no-note-next = Nothing was returned, because the text was empty.

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
assessment-level-realised = Level of realised benefit
assessment-motivation-hint-summary = Printed in the report’s summary, section 3.
assessment-texts = Texts on benefit groups
assessment-texts-hint = A text can concern one or several benefit groups together. Leave it empty where the motivation suffices.
assessment-texts-row = Text { $row }
assessment-texts-add = Add another text
assessment-text-groups = Benefit groups
assessment-group-text = Text
assessment-text-groups-required = Tick the benefit groups that the text concerns
assessment-group-text-required = Write the text on the benefit groups that are ticked
assessment-level-hint = You choose the level. If it differs from the proposal, you write why.
assessment-no-proposal-hint = The system has no proposal, since no benefit that is due has a score.
assessment-proposed = Proposal for realised benefit: { $percent }
assessment-proposed-weak = Proposal for realised benefit: { $percent }, weak evidence
assessment-components = The three components
assessment-components-hint = Choose a level in each row. No formula weighs the parts together. The system’s proposal concerns realised benefit alone.
assessment-component = Component
assessment-delivery = Delivery
assessment-delivery-hint = is what was to be delivered in place?
assessment-expected = Expected benefit
assessment-expected-hint = can it still be reached?
assessment-realised = Realised benefit
assessment-realised-hint = has it come about?
assessment-realised-proposal = Proposal: { $level }
assessment-motivation = Motivation
assessment-motivation-hint = Printed in the report, section { $number }.4.
assessment-no-motivation = No motivation
assessment-deviation-reason = Reason if the level differs from the proposal
assessment-deviation-hint = The proposal is { $proposed }, { $percent }. The reason is frozen with the decision and shown in the report’s appendix.
assessment-deviates = Your choice is { $chosen }, the proposal is { $proposed }. Write why.
assessment-submit = Submit
assessment-sent-again = Submitted again, after it was returned with the comment
assessment-draft = Save draft
assessment-who-decides = Leadership decides the report and all submitted assessments in one act. Nobody decides what they have written themselves.
assessment-nothing-yet = The assessment is not begun
assessment-nothing-yet-text = The steering unit writes it. Once it is there, level and motivation are shown here.
assessment-level-required = Choose a combined level
assessment-delivery-required = Delivery: choose a level in the row
assessment-expected-required = Expected benefit: choose a level in the row
assessment-realised-required = Realised benefit: choose a level in the row
assessment-motivation-required = Write a motivation
assessment-moved = The evidence has changed since the assessment was submitted
assessment-moved-text = The proposal was { $then } and is now { $now }.
assessment-moved-write = Read the assessment through and submit it again, with or without changes.
assessment-moved-decide = Ask for it to be read through by returning it, or let it stand.
assessment-moved-mark = Evidence changed
assessment-deviation-reason-deviation-without-reason = Write why the level differs from the system’s proposal

assessment-list-areas = Areas
assessment-list-groups = Benefit groups
assessment-list-whole = The whole, which is judged last
assessment-progress-all = To assess
assessment-column-subject = What is assessed

assessment-done-onward = Next: { $next }
