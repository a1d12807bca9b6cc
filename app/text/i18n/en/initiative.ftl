# Room: initiative. The register, an initiative's page, and what is said after something was saved.

initiative-list-title = Initiatives
initiative-new = New initiative
initiative-list-heading = { $count ->
    [one] One initiative
   *[other] { $count-text } initiatives
}, { $marked ->
    [0] none is a development object
    [one] one is a development object
   *[other] { $marked-text } are development objects
}
initiative-list-lead = Open an initiative to see what it has promised and what has been found.
initiative-list-caption = Initiatives, sorted by the column { $order }
initiative-list-note = Dotted underline: interpreted, the source does not state it outright. The counts concern all years.
initiative-list-none = No initiatives are registered
initiative-list-none-text = Initiatives are registered by portfolio managers and by the steering unit. A whole portfolio can also be read in from a file, with the command nytta import.
initiative-search-label = Search and filter initiatives
initiative-filter-kind-marked = Development objects
initiative-column-name = Initiative
initiative-column-kind = Kind
initiative-column-area = Area
initiative-column-status = Status
initiative-column-deliveries = Deliveries
initiative-column-benefits = Expected benefits
initiative-column-statements = Approved statements
initiative-not-marked = not a development object
initiative-none = Missing

initiative-kicker = Initiative in area { $area }
initiative-kicker-no-area = Initiative without area
initiative-finding = { $scored ->
    [0] None of { $due-text } benefits due has evidence.
    [one] One of { $due-text } benefits due has evidence.
   *[other] { $scored-text } of { $due-text } benefits due have evidence.
} { $measured ->
    [0] None is measured.
    [one] One is measured.
   *[other] { $measured-text } are measured.
}
initiative-finding-one = { $scored ->
    [0] The only benefit due has no evidence.
   *[other] The only benefit due has evidence.
} { $measured ->
    [0] It is not measured.
   *[other] It is measured.
}
initiative-finding-nothing = No expected benefit is registered.
initiative-finding-not-due = No benefit is due yet.
initiative-finding-waiting = { $count ->
    [one] One statement awaits approval.
   *[other] { $text } statements await approval.
}
initiative-fact-portfolio = Portfolio
initiative-fact-object-since = Development object since
initiative-fact-owner = Owner
initiative-fact-size = Size
initiative-fact-started = Started
initiative-fact-statutory = Required by law
initiative-fact-focus = Focus area
initiative-judged = Judged as of { $day }
initiative-log-delivery = Log delivery
initiative-add-benefit = Add benefit
initiative-state = State realised benefit
initiative-change-delivery = Change the delivery
initiative-change-benefit = Change the benefit
initiative-change = Change the initiative
initiative-change-depends = Change dependencies
initiative-add-sus = Log SUS
initiative-move = Change where the initiative stands
initiative-move-benefit = Change where the benefit stands
initiative-step-to = To
initiative-step-note = Why? The note goes into the history.
initiative-benefit-state = State: { $state }
initiative-recipient = Recipient: { $unit }
initiative-declared = Not measurable: { $reason }
initiative-not-measurable = Declare that the benefit cannot be measured
initiative-not-measurable-reason = Why can the benefit not be measured?
initiative-not-measurable-hint = The benefit is still due. A written statement gives its score as before; without one the benefit has none. Only somebody other than whoever wrote the benefit can do this. Your role is noted.
initiative-not-measurable-submit = Save the declaration
initiative-measurable-again = Withdraw the declaration that the benefit cannot be measured
initiative-depends-on = Depends on
initiative-depends-title = Dependencies
initiative-depends-heading = { $count ->
    [0] The initiative depends on nothing else
    [one] The initiative depends on one other
   *[other] The initiative depends on { $text } others
}
initiative-depends-lead = A dependency says that this initiative cannot bring its benefit until another has delivered.
initiative-depends-now = Depends on
initiative-depends-none = No dependencies
initiative-depends-none-text = Search for an initiative below to add one.
initiative-depends-more = Add a dependency
initiative-depends-search = Search initiatives by name
initiative-depends-search-submit = Search
initiative-depends-add = Add
initiative-depends-remove = Remove
initiative-no-match = No initiative matches
initiative-depends-no-match-text = Try fewer words. Initiatives that themselves depend on this one are not shown.
initiative-depends-too-many = More than twenty match. Write more words.
initiative-depends-back = Back to the initiative
initiative-depends-done = The dependencies are saved
initiative-depends-done-next = They show on the initiative’s page.
initiative-depends-circle = That would go round in a circle
initiative-depends-circle-next = The chosen initiative itself depends on this one, directly or by way of others.
initiative-no-delivery = No delivery is logged
initiative-no-delivery-write = Log the delivery once it is clear what is to be put to use. Expected and realised benefit can then be shown side by side.
initiative-no-delivery-read = Once a delivery is logged, expected and realised benefit are shown side by side here.
initiative-without-delivery = Benefit without delivery
initiative-pair-caption = The score is the mean of the approved statements that concern the benefit
initiative-expected = Expected benefit
initiative-realised = Realised benefit
initiative-nothing-expected = No expected benefit
initiative-nothing-stated = Nothing is stated yet
initiative-late = Late
initiative-no-launch = No launch date
initiative-launched = Launched { $when }
initiative-lacks-note = Required of a development object. The realisation plan is written for each benefit, and the calculation counts once it is approved.
initiative-urged-calculation = Large initiatives are urged to have an approved benefit calculation.
initiative-urged-plan = Large initiatives are urged to have a realisation plan for each benefit.
initiative-done-plan = The realisation plan is saved
initiative-done-plan-next = It is shown with the benefit. When an activity is done, you say so there.
initiative-done-plan-unfinished = It is shown with the benefit, and with what it still lacks. Until then the benefit counts as without a plan.
initiative-done-activity = The activity is done
initiative-done-activity-next = Today is noted in the realisation plan.
initiative-planned = planned { $when }
initiative-upcoming = Announced for later
initiative-unplanned = Additional
initiative-imported = Imported
initiative-imported-bare = Imported without a source
initiative-superseded = Replaced: no longer counts
initiative-being-replaced = Something in its place waits for approval
initiative-being-replaced-draft = A draft of something new in its place is begun
initiative-being-replaced-returned = Something new in its place was returned
initiative-supersede = Replace the statement
initiative-score = Score { $score }
initiative-no-score = No score: { $state }
initiative-no-score-undated = No score: no date
initiative-owner = Benefit owner: { $unit }
initiative-expected-between = Expected { $from } – { $to }
initiative-expected-from = Expected from { $from }
initiative-expected-to = Expected until { $to }
initiative-example = Invented example
initiative-example-text = The initiative is invented and shows the way from promise to outcome. None of it counts in the overview, in areas or in any report.
initiative-as-of = As of { $day }
initiative-follow-up = To be followed up { $when }
initiative-method = Method: { $method }
initiative-source = Source
initiative-written-by = Written by { $who }
initiative-approved-by = Approved by { $who } { $day }
initiative-no-source = No source or method
initiative-replaces = Is to replace: { $text }
initiative-returned-with = Returned with the note: { $note }
initiative-reviewed-with = The reviewer’s note: { $note }
initiative-edit-draft = Go on writing
initiative-edit-returned = Correct and send in again
initiative-withdraw = Withdraw and change
initiative-own-work = You wrote this. Somebody else has to approve it.
initiative-onward-work = See what else waits
initiative-onward-approve = Go to the next to approve
initiative-onward-answer = Go to the next question
initiative-approve = Approve
initiative-answers = Answers:
initiative-return = Return with a note
initiative-return-reason = What needs to change?
initiative-return-hint = The author sees your note and can correct and send in again.
initiative-return-submit = Return

initiative-done-delivery = The delivery is saved
initiative-done-delivery-next = Add the benefit that is expected from it, or state the benefit once it has come.
initiative-done-delivery-next-others = Add the benefit that is expected of it.
initiative-done-delivery-changed = The change shows here and in the roll-ups.
initiative-done-benefit = The benefit is saved
initiative-done-benefit-next = It is due once the delivery is in use. State it once you know how it went.
initiative-done-benefit-next-others = It is due once the delivery is in use. The benefit owner or the portfolio manager states it once it is known how it went.
initiative-done-draft = The draft is saved
initiative-done-draft-next = Nothing counts yet. Go on writing whenever you like, and send it for approval once it is ready.
initiative-done-sent = The statement is sent and awaits approval
initiative-done-sent-next = It counts once somebody else has approved it. If it comes back, you will see why here.
initiative-done-sent-answered = It counts once somebody else has approved it. It also answers the question in the follow-up.
initiative-done-sent-after = Somebody else approves it. It concerns a day that the open report no longer counts, so it will be in the next one.
initiative-done-approved = The statement is approved
initiative-done-approved-next = It now counts in the benefit’s score, in the area and in the overview.
initiative-done-approved-after = It counts in the benefit’s score from today. It concerns a day after the open report’s last, so it will be in the next report.
initiative-done-returned = The statement is returned
initiative-done-returned-next = The author sees your note and can correct and send in again.
initiative-done-withdrawn = The realised benefit is back with you
initiative-done-withdrawn-next = It is a draft again. Change what is needed and send it in again.
initiative-done-saved = The initiative is saved
initiative-done-saved-next = Log its deliveries and add the benefits that are expected.
initiative-done-moved = Where the initiative stands has changed
initiative-done-moved-next = The note is in the history.
initiative-done-benefit-moved = Where the benefit stands has changed
initiative-done-not-measurable = The declaration is saved
initiative-done-not-measurable-next = It is shown with the benefit. Without a written statement the benefit counts as not measurable, among those due.
initiative-done-measurable = The declaration has been withdrawn
initiative-done-measurable-next = The benefit is to be measured or stated like any other.
initiative-done-sus = The SUS evaluation is saved
initiative-done-sus-next = The verdict is shown with the delivery and in the report.
initiative-done-goal = The effect goal is saved
initiative-done-goal-next = It applies, and is locked when the initiative is decided.
initiative-done-goal-sent = The effect goal is sent for approval
initiative-done-goal-sent-next = The benefit is judged by it once somebody else has approved it.
initiative-done-goal-approved = The effect goal is approved
initiative-done-goal-approved-next = The benefit is judged by it now.
initiative-done-goal-returned = The effect goal is returned
initiative-done-goal-returned-next = Whoever proposed it sees why and can send it in again.
initiative-done-goal-removed = The effect goal is removed
initiative-done-goal-removed-next = It stays in the history.
initiative-not-why = Write why
initiative-not-why-next = Nothing has changed. The step needs a note, so that others understand it later.
initiative-not-owned = The initiative cannot be closed yet
initiative-not-owned-next = It has open benefits without an owner: { $names }. Give them a unit that answers for them, or write them off.
initiative-not-first = Somebody else was first
initiative-not-first-next = What you were about to change has been changed or reviewed since you opened the page. Nothing that you did was saved. This is how it looks now.
initiative-not-reasoned = Write what needs to change
initiative-not-reasoned-next = The statement is not returned. The author needs to know why it comes back.
