# Room: history. What was done to a thing, and the difference that it made; the audit log.

history-title = History: { $name }
history-crumb = History
history-link = History
history-heading = { $count ->
    [0] Nothing has been changed
    [one] One event
   *[other] { $count } events
}
history-heading-more = The latest { $count } events
history-heading-older = { $count } older events
history-lead-initiative = Everything done to the initiative, its deliveries, benefits and realised benefits, newest first.
history-lead-benefit = All that was done with the benefit, newest first. What has been stated of it has a history of its own, on the page of the initiative.
history-lead = Everything that was done, newest first.
history-none = Nothing has been done since it was imported
history-none-text = Every change is shown here: who made it, when, and how it was before and after.
history-of-whole = The whole portfolio
history-about = About { $kind }:
history-by = by { $who }
history-role = as { $roles }
history-nobody = somebody who was not signed in
history-operator = the operator, at the command line
history-who-erased = somebody whose name has been erased
history-erased = The content has been erased
history-erased-text = Name and content have been taken out of the log. That the event took place, and when, remains.
history-note = Comment: { $note }
history-show = Show what was changed
history-show-new = Show what was written
history-caption = What was changed, field by field
history-caption-new = What was written, field by field
history-column-field = Field
history-column-before = Before
history-column-after = After
history-column-value = Content
history-no-difference = No fields were changed.
history-nothing = missing
history-yes = yes
history-no = no
history-interpreted = { $value } (interpreted)
history-unknown = something that no longer exists
history-whole = The whole
history-scope-all = everything
history-removed = Removed
history-added = Added
history-changed = Changed
history-kept = { $count ->
    [one] One row is unchanged
   *[other] { $count } rows are unchanged
}
history-next = Older events
history-newest = To the latest
history-pages = Pages of the history
history-origin = Imported
history-origin-text = It was in the portfolio file that was imported { $when }.
history-origin-several = It was in one of the portfolio files that have been imported, the first { $when }.
history-origin-approved = What is imported counts as approved. The file does not say who approved it.
history-portfolio-strategic = Strategic
history-portfolio-tactical = Tactical
history-moment = { $day } at { $time }
history-seq = Event { $seq }

history-audit-title = Audit
history-audit-heading = { $count ->
    [one] One event
   *[other] { $count-text } events
}, { $chain ->
    [holds] the chain holds
    [broken] the chain is broken
    [other] the saved head is not in the chain
   *[unknown] the chain is not verified
}
history-audit-heading-fit = { $count ->
    [0] No event fits
    [one] One event fits
   *[other] { $count-text } events fit
}, { $chain ->
    [holds] the chain holds
    [broken] the chain is broken
    [other] the saved head is not in the chain
   *[unknown] the chain is not verified
}
history-audit-lead = Everything that was done in the system, newest first. Nothing in the log can be changed without breaking the chain.
history-audit-head = Head of the chain
history-audit-head-text = Keep this value outside the system. It can show that nothing has been cut off at the end.
history-audit-verify = Verify the chain
history-audit-expected = Head that was kept outside the system
history-audit-expected-hint = Optional. Written like 42:9f86d0…
history-audit-expected-wrong = “{ $given }” is no head. Write the number, a colon and the 64 characters, as they are shown here.
history-audit-holds = The chain holds
history-audit-holds-text = All { $count } events are in place and unchanged, up to { $head }.
history-audit-holds-expected = The head that was kept is in the chain: nothing has been cut off since.
history-audit-holds-erased = { $count ->
    [one] The content of one event has been erased.
   *[other] The content of { $count } events has been erased.
}
history-audit-broken = The chain is broken
history-audit-broken-text = { $what } Tell whoever runs the system, and keep a copy of the database as it is.
history-damage-out-of-order = Event { $seq } is missing, or events have changed places.
history-damage-broken = Event { $seq } does not continue the one before it.
history-damage-altered = Event { $seq } has been altered.
history-damage-payload-altered = The content of event { $seq } has been altered.
history-damage-payload-gone = The content of event { $seq } is gone.
history-damage-head = The chain ends at event { $seq }, not at its recorded head.
history-damage-expected = The head that was kept, event { $seq }, is not in the chain.
history-filter-label = Filter events
history-filter-who = Who
history-filter-anyone = Anyone
history-filter-no-account = Nobody signed in, or the command line
history-filter-action = What
history-filter-any-action = Everything
history-filter-kind = Kind of thing
history-filter-any-kind = All
history-filter-from = From
history-filter-to = Up to and including
history-filter-request = Request number
history-filter-submit = Filter
history-filter-clear = Show all
history-filter-wrong = The filter could not be read
history-filter-wrong-text = { $fields } could not be read and is not used. Dates are written 2025-03-10, the request number as it stands in the event.
history-request = Request
history-audit-none = No event fits
history-audit-none-text = Try a wider filter, or show all. What came from a file is one event, the import. Choose Portfolio to see it.

history-action-account-add = The account was added
history-action-account-change = The account was changed
history-action-account-disable = The account was disabled
history-action-account-enable = The account was enabled again
history-action-saved-view-keep = A selection was saved
history-action-saved-view-delete = A saved selection was removed
history-action-agency-add = The facts about the agency were added
history-action-agency-change = The facts about the agency were changed
history-action-area-add = The area was added
history-action-area-change = The area was changed
history-action-area-remove = The area was removed
history-action-area-set-add = The area set was added
history-action-area-set-change = The area set was changed
history-action-area-set-remove = The area set was removed
history-action-assessment-return = The assessment was returned
history-action-benefit-measurable = The benefit can be measured again
history-action-benefit-move = The benefit changed its state
history-action-benefit-not-measurable = The benefit was declared not to be measurable
history-action-benefit-group-add = The benefit group was added
history-action-benefit-group-change = The benefit group was changed
history-action-benefit-group-remove = The benefit group was removed
history-action-example-load = The example was loaded
history-action-example-remove = The example was removed
history-action-grading-scheme-add = The grading scheme was added
history-action-initiative-add = The initiative was added
history-action-initiative-change = The initiative was changed
history-action-initiative-move = The initiative changed its status
history-action-portfolio-add = The portfolio was added
history-action-portfolio-change = The portfolio was changed
history-action-portfolio-remove = The portfolio was removed
history-action-report-add = The report was begun
history-action-report-change = The facts about the report were changed
history-action-report-scope = The report’s scope was changed
history-action-report-write = The report’s chapters or sources were changed
history-action-sus-evaluation-change = The SUS evaluation was changed
history-action-sus-evaluation-log = The SUS evaluation was logged
history-action-unit-add = The unit was added
history-action-unit-change = The unit was changed
history-action-unit-remove = The unit was removed
history-action-agency-import = The agency's details were changed by an import
history-action-area-import = The area was changed by an import
history-action-area-set-import = The set of areas was changed by an import
history-action-assessment-draft = The assessment was saved as a draft
history-action-assessment-import = The assessment was changed by an import
history-action-assessment-submit = The assessment was submitted
history-action-benefit-add = The benefit was added
history-action-benefit-change = The benefit was changed
history-action-benefit-import = The benefit was changed by an import
history-action-benefit-group-import = The benefit group was changed by an import
history-action-delivery-change = The delivery was changed
history-action-delivery-import = The delivery was changed by an import
history-action-delivery-log = The delivery was logged
history-action-grading-scheme-import = The grading scheme was changed by an import
history-action-initiative-import = The initiative was changed by an import
history-action-link-issue = A sign-in link was issued
history-action-portfolio-import = A portfolio file was imported
history-action-portfolio-export = The portfolio was taken as a file
history-action-portfolio-workbook = An Excel file was read in
history-action-report-freeze = The report's content was frozen
history-action-report-import = The report was changed by an import
history-action-register-export = A register was taken as a file
history-action-session-begin = The person signed in
history-action-session-end = The person signed out
history-action-session-end-all = The account was signed out everywhere
history-action-session-refuse = The sign-in was refused
history-action-session-revoke = The person signed out elsewhere
history-action-password-choose = The person chose a password
history-action-statement-approve = The realised benefit was approved
history-action-statement-change = The realised benefit was changed
history-action-statement-draft = The realised benefit was saved as a draft
history-action-statement-import = The realised benefit was changed by an import
history-action-statement-return = The realised benefit was returned
history-action-statement-withdraw = The realised benefit was withdrawn
history-action-statement-submit = The realised benefit was submitted for approval
history-action-sus-evaluation-import = The SUS evaluation was changed by an import
history-action-unit-import = The unit was changed by an import

history-kind-initiative = Initiative
history-kind-delivery = Delivery
history-kind-benefit = Benefit
history-kind-statement = Realised benefit
history-kind-sus-evaluation = SUS evaluation
history-kind-assessment = Assessment
history-kind-report = Report
history-kind-area = Area
history-kind-area-set = Set of areas
history-kind-benefit-group = Benefit group
history-kind-portfolio = Portfolio
history-kind-unit = Unit
history-kind-grading-scheme = Grading scheme
history-kind-agency = The agency
history-kind-account = Account

history-field-actual = Actual
history-field-added = Added
history-field-amount = Amount
history-field-answers = Answers
history-field-applies-to = Applies to
history-field-approver = Approved by
history-field-approximate = Approximate
history-field-area = Area
history-field-area-set = Set of areas
history-field-ended-on = Last day
history-field-conflicts = Conflicts between goals
history-field-as-of = As of
history-field-assessing-unit = Assessing unit
history-field-assignment = Assignment
history-field-benefits = Benefits
history-field-budgets = Budget
history-field-bytes = Bytes
history-field-changed = Changed
history-field-chapters = Chapters
history-field-code = Code
history-field-components = Parts of the judgement
history-field-currency = Currency
history-field-cut-off = Cut-off
history-field-decider-title = Decided by
history-field-decision = Decision
history-field-delivery = Delivery
history-field-depends-on = Depends on
history-field-description = Description
history-field-development-object = Development object
history-field-deviation-reason = Reason for deviating
history-field-did = Result
history-field-due = Due
history-field-email = Email
history-field-expected = Expected benefit
history-field-expected-effects = Expected effects
history-field-expected-from = Expected from
history-field-expected-to = Expected to
history-field-figures = Figures
history-field-file-sha256 = Checksum of the file
history-field-finding = Finding
history-field-focus-area = Focus area
history-field-follow-up = Follow-up
history-field-forum = Forum
history-field-frequency = How often
history-field-from = From
history-field-from-year = From year
history-field-frozen = Frozen reports
history-field-full-from = Full from
history-field-godkand-from = Approved from
history-field-god-above = Good above
history-field-grading-scheme = Grading scheme
history-field-grants = Roles
history-field-group = Benefit group
history-field-group-texts = Texts per benefit group
history-field-groups = Benefit groups
history-field-imported = Imported
history-field-initiative = Initiative
history-field-interpreted = Interpreted
history-field-key = Chapter
history-field-kind = Kind
history-field-label = Label
history-field-launches = Launches
history-field-letter = Appropriation directions
history-field-level = Level
history-field-main-groups = Main groups
history-field-materials = Material
history-field-method = Method
history-field-motivation = Motivation
history-field-name = Name
history-field-not-measurable = Not measurable
history-field-note = Note
history-field-notes = Notes
history-field-number = Number
history-field-on = Day
history-field-ordinal = Order
history-field-owner = Owner
history-field-parent = Belongs to
history-field-period = Period
history-field-planned = Planned
history-field-portfolios = Portfolios
history-field-presenters = Presenters
history-field-purpose = Purpose
history-field-realised = Realised benefit
history-field-reason = Reason
history-field-recipient = Recipient
history-field-references = References
history-field-registry-number = Registry number
history-field-registry-numbers = Registry numbers
history-field-report = Report
history-field-requirements = Requirements
history-field-result = Result
history-field-role = Role
history-field-rows = Rows
history-field-scope = Scope
history-field-score = Score
history-field-score-confirmed = Score for confirmed
history-field-score-negative = Score for negative
history-field-score-none = Score for none
history-field-score-partly = Score for partly
history-field-sha256 = Checksum
history-field-share = Share
history-field-short-name = Short name
history-field-since = Since
history-field-size = Size
history-field-sources = Sources
history-field-started-year = Started
history-field-state = State
history-field-status = Status
history-field-statutory-on = Required by law
history-field-subject = About
history-field-summary = Summary
history-field-supersedes = Supersedes
history-field-systems = Systems
history-field-sessions-ended = Sessions ended
history-field-text = Text
history-field-title = Title
history-field-to = To
history-field-to-year = To year
history-field-unit = Unit
history-field-units = Units
history-field-unplanned = Additional
history-field-upcoming = Announced for later
history-field-valid-from = Valid from
history-field-valid-to = Valid to
history-field-value = Value
history-field-value-class = Value class
history-field-value-to = Value to
history-field-viss-above = Some above
history-field-weak-below = Weak evidence below
history-field-what = What
history-field-when = When


history-chapter-foreword = Foreword
history-chapter-background = Background
history-chapter-method = Development work and method
history-chapter-summary = Summary
history-chapter-observations = Observations

history-kind-follow-up-round = Follow-up round
history-action-follow-up-round-answer = A question of the follow-up round was answered
history-action-follow-up-round-change = The follow-up round was changed
history-action-follow-up-round-close = The follow-up round was closed
history-action-follow-up-round-import = The follow-up round was changed by an import
history-action-follow-up-round-open = The follow-up round was sent out
history-action-follow-up-round-prepare = The follow-up round was prepared
history-action-follow-up-round-reopen = The follow-up round was opened again
history-action-follow-up-round-withdraw = A question of the follow-up round was withdrawn
history-field-about = About
history-field-answer = Answer
history-field-at = Moment
history-field-closed-on = Closed
history-field-message = Message
history-field-opened-on = Sent out
history-field-part = Period
history-field-requests = Questions
history-field-year = Year
history-field-query = Selection

history-audit-expected-missing = The given head is not in the log
history-audit-expected-missing-text = { $what } See first that the value was copied right, and verify the log without it: if the chain holds then, the log is whole in itself. If the value is right, the log was replaced or changed since it was kept; tell whoever runs the system.
