# Room: plan. Realisation plans: how a benefit is taken home, and who sees to it.

plan-write = Write a realisation plan
plan-change = Change the realisation plan
plan-summary = { $count ->
    [0] Realisation plan without activities
    [one] Realisation plan: { $done-text } of one activity done
   *[other] Realisation plan: { $done-text } of { $count-text } activities done
}
plan-activities = Activities
plan-preconditions = Preconditions
plan-risks = Risks
plan-risk-response = What we do about it: { $response }
plan-follow-up = Follow-up
plan-due = by { $when }
plan-done-on = done { $day }
plan-done-today = Done today
plan-lacks-activity = No activity
plan-lacks-responsible = No activity has both somebody responsible and a date
plan-lacks-follow-up-unit = Nobody follows up
plan-lacks-follow-up-day = No day for the follow-up

plan-form-new = Write a realisation plan
plan-form-change = Change the realisation plan
plan-form-lead = The plan says what has to be done for the benefit to come, who does it and who follows up. The benefit: { $benefit }
plan-form-submit = Save the plan
plan-form-note = You can save a plan that is not finished. It counts as a plan when at least one activity has somebody responsible and a date, and it says who follows up and when.
plan-form-activities-hint = Write dates as precisely as you know them: 2026-03-01, March 2026, quarter 2 2026 or autumn 2026. Empty a row to remove it.
plan-form-activity-row = Activity { $row }
plan-form-activity-add = Add another activity
plan-form-activity-text = What is to be done?
plan-form-activity-text-required = Write what is to be done
plan-form-activity-unit = Responsible unit
plan-form-activity-who = Responsible role or person
plan-form-activity-due = By
plan-form-activity-done = Done on
plan-form-activity-done-in-the-future = The day on which the activity was done cannot lie in the future: { $given }
plan-form-preconditions = Preconditions
plan-form-preconditions-hint = What has to be in place before the benefit can come.
plan-form-risks-hint = What can keep the benefit from coming, and what you do about it.
plan-form-risk-row = Risk { $row }
plan-form-risk-add = Add another risk
plan-form-risk-text = What can happen?
plan-form-risk-text-required = Write what can happen
plan-form-risk-response = What do you do about it?
plan-form-follow-up-unit = Unit that follows up
plan-form-follow-up-on = When?
plan-form-follow-up-on-hint = The next follow-up. Write a new day once it is done.
plan-form-follow-up-how = How?
