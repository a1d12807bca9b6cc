# Room: correction. Corrections of decided reports.

correction-title = Corrections
correction-heading = { $count ->
    [0] Nothing in the report is corrected
    [one] One correction to the report
   *[other] { $n } corrections to the report
}
correction-lead = What turned out wrong in a decided report is corrected beside it. The report’s text, levels and files do not change.
correction-new = Propose a correction
correction-change-heading = Change the proposed correction
correction-name = Correction { $number }
correction-replaces = Replaces correction { $number }.
correction-replaced = Replaced by correction { $number }.
correction-section = Section
correction-wrong = It says
correction-wrong-hint = Word for word, so that readers find the place.
correction-correct = It should say
correction-reason = Reason
correction-reason-hint = Why it went wrong, and how that was found.
correction-original = The corrections are to the decided content with the checksum
correction-of = Corrections to
correction-none = Nothing is corrected
correction-none-text = Corrections that are decided are gathered here, with number, reason and decision.
correction-proposed = Proposals that wait for a decision
correction-proposed-text = A proposal takes effect only once somebody other than its author has decided it.
correction-to-decision = To the decision
correction-waits = waits for somebody else’s decision
correction-waiting = { $count ->
    [one] One proposal waits for a decision
   *[other] { $n } proposals wait for a decision
}
correction-change = Change
correction-withdraw = Withdraw
correction-file-pdf = Corrections as PDF
correction-file-json = Corrections as JSON
correction-count = { $count ->
    [one] One correction
   *[other] { $n } corrections
}
correction-notice = { $count ->
    [one] One correction has been made to the report.
   *[other] { $n } corrections have been made to the report.
}
correction-notice-text = The text below stands as it was decided. Corrections are shown in the sections that they concern.
correction-notice-all = All corrections, with reasons and decisions
correction-sheet-title = Corrections
correction-sheet-lead = The report stands as it was decided, with the corrections below. Its text, levels and files are unchanged.

correction-done-propose = The proposal is saved
correction-done-propose-next = Somebody else decides it, or records the decision where it is made elsewhere.
correction-done-withdraw = The proposal is withdrawn
correction-done-withdraw-next = Nothing is corrected. The proposal stays in the history.
correction-done = The report is corrected
correction-done-next = The correction shows at the top of the report and in its section. It cannot be changed; if it is wrong, another replaces it.

correction-form-lead = Write what is wrong, what it should say, and why. The decided content does not change.
correction-form-submit = Save the proposal
correction-form-note = The proposal does not take effect until it is decided.
correction-form-replaces = Replaces
correction-form-replaces-hint = Choose the earlier correction where that is what is wrong.
correction-form-replaces-none = No earlier correction
correction-form-section-required = Choose which section the correction concerns
correction-form-wrong-required = Write what it says
correction-form-correct-required = Write what it should say
correction-form-correct-taken = It should say: write something other than it says already
correction-form-reason-required = Write why it is corrected
correction-made-meanwhile = The proposal is decided already and does not change
correction-made-meanwhile-text = What you wrote is kept below for a day. To correct more, propose another correction.

correction-decide-heading = Decide the correction
correction-decide-lead = The decision is on the correction as it stands here. The report does not change.
correction-decide-submit = Decide the correction
correction-record-heading = Record a decision on a correction made elsewhere
correction-record-lead = Say where the decision was made and under which registry number it is found. The report does not change.
correction-record-submit = Record the decision
correction-decide-note = A decided correction cannot be changed. If it is wrong, another replaces it.
correction-checked = I have read the correction above
correction-decision-on-required = Give the day of the decision
correction-decision-on-end-before-start = The day cannot come before the report’s own decision
correction-decision-decider-title-required = Give the title of whoever decided
correction-decision-forum-required = Say where the decision was made
correction-decision-registry-number-required = Give the registry number under which the decision is found
correction-decision-checked-required = Confirm that you have read the correction
correction-own-work = You have written the proposal yourself. Somebody else has to decide it.
correction-overtaken = The correction that the proposal replaces has been replaced by another. Change the proposal first.
