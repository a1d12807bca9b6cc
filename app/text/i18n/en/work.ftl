# Room: work. What waits to be done, and for whom.

work-title = To do
work-kicker = To do for the report { $period }
work-kicker-due = To do for the report { $period }, due { $day }
work-heading-own = { $count ->
    [0] Nothing waits for you right now
    [one] One thing waits for you
   *[other] { $count-text } things wait for you
}
work-heading-others = { $count ->
    [0] { $role }: nothing waits
    [one] { $role }: one thing waits
   *[other] { $role }: { $count-text } things wait
}
work-heading-no-list = Your role has no list of its own here
work-no-list-text = What waits in the portfolio is shown to those who can do it.
work-lead-portfolio-manager = What is needed before deliveries and benefits in your portfolios can be reported. The oldest comes first in each part.
work-lead-benefit-owner = What is needed before your unit’s benefits can be reported. The oldest comes first in each part.
work-lead-reviewer = What others have written and you can approve or return.
work-lead-steering-unit = Assessments to write, and what others wait for.
work-lead-leadership = Reports and corrections to decide, submitted assessments, and what nobody else may approve.
work-lead-others = What waits for those who hold the role, in the whole portfolio. The oldest comes first in each part.
work-tabs = Show by role
work-tab-own = (your role)
work-empty = Nothing waits
work-empty-kind = Nothing left of this
work-empty-own-text = When something waits for you it is shown here, the oldest first.
work-empty-others-text = When something waits for somebody in the role it is shown here.
work-show-all = Show all { $count-text }
work-show-everything = Show all that waits
work-too-many = The list shows the oldest. { $more-text } more will appear as some of these are done.
work-waits-for-others = { $count ->
    [one] One realised benefit that you have sent in waits for somebody else to approve it.
   *[other] { $count-text } realised benefits that you have sent in wait for somebody else to approve them.
}
work-waits-for-others-link = Show what waits
work-write-calculation = Benefit calculations to finish
work-write-calculation-note = Begun or returned. A calculation counts only once it is approved.
work-returned = Returned, to be corrected
work-returned-note = Somebody has returned it with a note. Correct it and send it in again.
work-approve = Realised benefits to approve
work-approve-note = Read the evidence and approve it, or return it with a note. What you have written is approved by somebody else.
work-approve-many = Approve several at once
work-approve-calculation = Benefit calculations to approve
work-approve-calculation-note = Check assumptions, amounts and sources. What you have written in yourself is approved by somebody else.
work-assess = Assessments to write
work-assess-note = Choose a level and write why. The system’s proposal and all evidence are shown beside it.
work-decide-report = Reports to review and decide
work-decide-report-note = Read, comment or send back. Once all assessments are submitted the report can be decided, and everything in it is locked.
work-decide-correction = Corrections to decide
work-decide-correction-note = Proposed corrections to decided reports. The report itself does not change; the correction stands beside it.
work-mend-report = Reports to change
work-mend-report-note = The report came back for change, or its review has comments that nobody has answered.
work-report-comments = { $count ->
    [one] One comment waits for an answer
   *[other] { $count } comments wait for an answer
}
work-correction-of = Correction to { $name }
work-read-assessment = Submitted assessments
work-read-assessment-note = They are decided together with the report. Until then you can return one with a note.
work-draft = Drafts to send in
work-draft-note = Begun but not sent in. A draft does not count until it is approved.
work-follow-up = Follow-ups whose date has passed
work-follow-up-note = The day on which the benefit was to be followed up has passed. Write what you see now, or when you will follow up instead.
work-missing = Benefits that nobody has written anything about
work-missing-note = The benefit is due but nothing says what has come of it. Write what you have seen, even if it is nothing.
work-late = Late deliveries
work-late-note = The planned day has passed. Say when it was done, give a new plan, or say that the delivery is cancelled.
work-plan = Missing realisation plans
work-plan-note = Since the autumn of 2024, benefits of development objects have to have a realisation plan: what is done, by whom and when, and who follows up.
work-late-plan = Realisation plans that are late
work-late-plan-note = The day of an activity or of the follow-up has passed. Say that it is done, or give a new day.
work-day-late-plan = Was to be done by { $day }
work-undated = Benefits without a date
work-undated-note = Neither a delivery nor a date says when the benefit is due. Link a delivery or say from when it is expected.
work-orphaned = Benefits whose unit has ended
work-orphaned-note = The unit that owns the benefit or receives it no longer exists. Choose a new one.
work-day-due = By { $day }
work-day-late = Planned for { $day }
work-day-follow-up = Was to be followed up { $day }
work-day-missing = Due since { $day }
work-day-orphaned = Ended { $day }
work-day-sent-for-review = Sent for review { $day }
work-day-written = Written { $day }
work-day-returned = Returned { $day }
work-day-announced = Announced for { $day }
work-of-initiative = Initiative: { $name }
work-review-note = Note: { $note }

work-answer = Questions in the follow-up
work-answer-note = The steering unit asks what has happened. Answer by writing what you see, or say that nothing is new.
work-announced = Announced things that should have come
work-announced-note = The day of what was announced for later has passed. Log it as a launch, or write when it will come instead.
work-round = Follow-up rounds
work-round-note = Rounds that have not been sent out yet, and those whose day has passed.
work-round-answered = { $asked ->
    [one] { $answered-text } of one question answered
   *[other] { $answered-text } of { $asked-text } questions answered
}
work-calculate = Development objects without a benefit calculation
work-calculate-note = Since 2023, development objects have to have an approved benefit calculation.
work-approve-factor = Factors to approve
work-approve-factor-note = Check value, day and source. What you have written yourself is approved by somebody else.
work-write-factor = Factors to finish
work-write-factor-note = Values begun or returned. A value is in force only once it is approved.
work-factor-from = To be in force from { $day }
work-approve-measurement = Measurements to approve
work-approve-measurement-note = Check value, period and source. What you have logged yourself is approved by somebody else.
work-approve-freed-time = Freed time to approve
work-approve-freed-time-note = Check hours, source and what the time was turned into. What you have written in yourself is approved by somebody else.
work-write-freed-time = Freed time to finish
work-write-freed-time-note = Begun or returned. It counts only once it is approved.
work-approve-goal = Effect goals to approve
work-approve-goal-note = Set or changed after the decision. Read the reason and approve it, or return it with a note.
work-write-measurement = Measurements to finish
work-write-measurement-note = Begun or returned. A measurement counts only once it is approved.
work-write-goal = Effect goals to correct
work-write-goal-note = Somebody has returned the change with a note. Until the change is approved, what was approved last applies.
work-late-measure = Measurements that are late
work-late-measure-note = The period is over and the days for measuring have passed. Log the outcome, or say on the measure that it is no longer measured.
work-measure = Time to measure
work-measure-note = The period is over. Log the outcome with its source and evidence.
work-measure-period = For { $period }
work-measure-periods = For { $from } onwards, to the end of { $to }
work-day-late-measure = Was to be measured by { $day }
work-ahead-measure = Measure by
work-ahead-activity = Realisation plan
work-ahead-follow-up = Follow up the benefit
work-ahead-round = Answers to the follow-up are due
work-ahead-cut-off = The report is as of this day
work-calendar-name = Nytta: to do
work-remind = Get it in your calendar or by e-mail
