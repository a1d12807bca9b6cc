# Room: life. A report's life: its review, its decision, its files.

life-title = Progress of the report
life-course = State of the report
life-heading-draft = The report is being written
life-heading-review = The report is under review
life-heading-decided = The report is decided
life-heading-published = The report is published
life-next = Next step
life-send = Send for review
life-send-hint = Reviewers comment section by section. Texts can be changed meanwhile.
life-to-review = The review
life-comments = { $open ->
    [0] No open comments ({ $all } in all)
   *[other] { $open-text } of { $all } comments are not resolved
}
life-to-decision = To the decision
life-publish = Publish the report
life-publish-hint = The report is decided and no longer changes. Now it is made public: everybody can read it without an account, and it is in the feed of published reports.
life-return = Return for change
life-return-why = What needs to change?
life-return-hint = The reason is kept and shown to those who write.
life-return-submit = Return
life-completeness = Left to do in the report
life-complete = All chapters are written and all assessments are submitted.
life-unwritten = { $chapter }: the chapter is not written
life-carried = { $chapter }: the text comes from the previous report and has not been gone through
life-without-assignment = The report does not say which assignment it answers
life-without-sources = The report does not say what it rests on
life-not-sent-in = { $subject }: the assessment is not submitted
life-needed = needed for the decision
life-gaps = Missing in the evidence
life-files = Files
life-files-caption = The report’s files, as they were stored with the decision
life-file = File
life-file-hash = Checksum (SHA-256)
life-file-later = Stored when the file is first fetched
life-frozen = The decided content has the checksum
life-format-pdf = PDF for reading and archive
life-format-docx = Word
life-format-xlsx = Excel
life-format-csv = Tables as CSV
life-format-json = JSON for other systems
life-format-html = Web page in one file
life-steps = What has happened
life-step-review = Sent for review
life-step-return = Returned for change
life-step-decide = Decided
life-step-publish = Published

life-done-review = The report is sent for review
life-done-review-next = Reviewers can now comment on each section.
life-done-return = The report is returned
life-done-return-next = Those who write see the reason here and can send it for review again.
life-done-decide = The report is decided
life-done-decide-next = Content, assessments and all files are stored and no longer change. The next step is to publish.
life-done-publish = The report is published
life-done-publish-next = Everybody can read it without an account now. Content and files are those that were decided.
life-not-why = The report was not returned
life-not-why-next = Write what needs to change.
life-not-first = Somebody else was first
life-not-first-next = The page shows how it is now.

life-carried-legend = Comes from the previous report
life-carried-hint = Leave the tick until the text has been gone through. It disappears by itself when the text changes.
life-observations = Observations
life-section-whole = The whole report
life-section-appendices = Appendices
life-review-title = Review
life-review-heading = { $open ->
    [0] No comment waits to be resolved
    [one] One comment waits to be resolved
   *[other] { $open-text } comments wait to be resolved
}
life-review-lead = Each comment concerns a section and is resolved separately. The report can be decided when none is open.
life-review-none = Nobody has commented yet
life-review-none-text = Comments are gathered here, section by section.
life-done-comment = The comment is saved
life-done-comment-next = It stays open until somebody says what was done.
life-done-resolve = The comment is resolved
life-done-resolve-next = The answer stands below the comment. It can be opened again.
life-done-reopen = The comment is open again
life-done-reopen-next = It has to be resolved before the decision.
life-not-answer = The comment is not resolved
life-not-answer-next = Write what was done, or why nothing changes.
life-resolved = Resolved
life-unresolved = Not resolved
life-answer = What was done?
life-resolve = Mark as resolved
life-reopen = Open again
life-comment = Comment on a section
life-comment-section = Section
life-comment-text = Comment
life-comment-submit = Save the comment
life-comment-section-required = Choose which section the comment concerns
life-comment-text-required = Write the comment

life-decide-heading = Decide the report
life-decide-lead = The decision is on the report as it is now, with all submitted assessments. Everything is frozen at the same moment.
life-decide-submit = Decide the report
life-decide-note = A decision cannot be taken back.
life-decide-read = Read the whole report
life-record-heading = Record a decision made elsewhere
life-record-lead = Say where the decision was made and under which registry number it is found. The report and all submitted assessments are frozen as they are now.
life-record-submit = Record the decision
life-decision-on = Day of the decision
life-decision-on-required = Give the day of the decision
life-decision-decider = The decider’s title
life-decision-decider-hint = For example Director-General.
life-decision-decider-title-required = Give the title of whoever decided
life-decision-forum = Forum
life-decision-forum-hint = For example a presentation to the Director-General.
life-decision-forum-required = Say where the decision was made
life-decision-registry = Registry number
life-decision-registry-number-required = Give the registry number under which the decision is found
life-decision-checked = I have gone through the report and the levels above
life-decision-checked-required = Confirm that you have gone through the report and the levels
life-hindered = The report cannot be decided yet
life-hindered-lead = This has to be done first:
life-hindered-meanwhile = The report was not decided, because something stands in the way
life-hindered-no-more = Nothing stands in the way of the decision any more
life-hindered-kept = What you wrote is kept below for a day. Decide again when nothing stands in the way.
life-not-under-review = The report has not been sent for review
life-own-work = You have edited the report or an assessment yourself. Somebody else has to decide.
life-open-comments = { $count ->
    [one] One comment is not resolved
   *[other] { $count-text } comments are not resolved
}
life-along-caption = Assessments that are decided with the report
life-along-subject = Assessment
life-along-level = Level
life-along-deviation = Reason for the deviation
life-along-none = No assessment is submitted
life-along-moved = the proposal was { $level } when it was submitted
life-left = Without a submitted assessment, and so without a level in the report: { $subjects }.
