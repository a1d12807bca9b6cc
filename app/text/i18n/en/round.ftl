# Room: round. Follow-up rounds: who is asked for what, and who has answered.

round-list-title = Follow-up
round-list-heading = { $count ->
    [0] No question waits for an answer
    [one] One question waits for an answer
   *[other] { $count-text } questions wait for an answer
}
round-list-lead = Once a tertial or a year, those who own benefits and deliveries are asked what has happened. Here is who was asked and who has answered.
round-list-empty = No follow-up rounds yet
round-list-empty-write = Prepare a round: choose a period and what to ask about. Nothing is sent out until you say so.
round-list-empty-read = When the steering unit sends out a round it is shown here.
round-list-caption = Rounds, the latest first
round-new = New round
round-column-round = Round
round-column-state = State
round-column-due = Answers by
round-column-asked = Questions
round-column-answered = Answered
round-column-open = Left
round-column-who = Asked
round-overdue = The day has passed
round-kicker = Follow-up round { $name }
round-heading-prepared = { $asked ->
    [0] No questions to send out
    [one] One question is ready to be sent out
   *[other] { $asked-text } questions are ready to be sent out
}
round-heading-open = { $asked ->
    [one] { $answered ->
        [0] The question is not answered yet
       *[other] The question is answered
    }
   *[other] { $answered-text } of { $asked-text } questions are answered
}
round-heading-closed = Closed: { $answered-text } of { $asked-text } questions were answered
round-due = Answers by { $day }
round-open = { $count ->
    [one] Send the question out
   *[other] Send { $count-text } questions out
}
round-close = Close the round
round-reopen = Open the round again
round-change = Change, or ask about more
round-asked-caption = Who is asked
round-questions = Questions
round-waiting = Waiting for an answer
round-unanswered = Were not answered
round-answered = Answered
round-all-answered = Everybody has answered
round-all-answered-text = Close the round when you have what you need.
round-all-answered-read = Whoever has sent the round out closes it.
round-about-benefit = What has come of the benefit?
round-about-delivery = Has the delivery come, or when will it come?
round-asked-of = To: { $who }
round-asked-of-portfolio = To: { $who }, { $of }
round-asked-no-owner = The benefit had no owner that still existed when the question was asked.
round-no-answer = No answer yet
round-answered-by = { $who }, { $day }
round-answered-at = { $day }
round-answer-benefit = Write what you see
round-answer-delivery = Update the delivery
round-answer-nothing = Answer that nothing is new
round-answer-why = Why is nothing new?
round-answer-why-hint = For example that the effect shows only at the next measurement.
round-answer-submit = Send the answer
round-withdraw = Withdraw the question
round-why-missing = Was due but lacked evidence when the question was asked.
round-why-follow-ups = Was to be followed up in the period or before.
round-why-due = Was due when the question was asked.
round-why-deliveries = Planned for the period or earlier, but had not come when the question was asked.
round-done-saved = The round is saved
round-done-saved-next = Go through the questions. Remove those that are not needed and send the round out when it is ready.
round-done-saved-nothing = Nothing to ask about: { $rules }.
round-done-saved-open = The round has been sent out already: new questions are now in the to-do lists of those who are to answer.
round-done-open = The round has been sent out
round-done-open-next = The questions are now in the to-do lists of those who are asked. Here you see who has answered.
round-done-closed = The round is closed
round-done-closed-next = The questions are no longer in anybody’s to-do list. The answers stay here.
round-done-reopened = The round is open again
round-done-withdrawn = The question is withdrawn
round-done-withdrawn-next = It no longer waits for an answer.
round-done-answered = The answer is sent
round-done-answered-next = The question is no longer in the to-do list.
round-not-why = Write why nothing is new
round-not-why-next = A sentence is enough. Nothing has been sent yet.
round-not-asked = The round has no questions
round-not-asked-next = Add questions before you send it out.
round-not-first = Somebody else was first
round-not-first-next = The page shows how it stands now. Nothing has been changed.
round-form-new = Prepare a follow-up round
round-form-lead = Nytta finds what to ask about and who is to answer. You go through the questions before anything is sent out.
round-form-change = Change the follow-up round
round-form-change-lead = Change the day or the message, or add questions.
round-form-change-open-lead = Change day or message, or add questions. The round has been sent out: new questions go out as you save.
round-form-year = Year
round-form-year-required = Write which year the round is about
round-form-part = Period
round-form-part-taken = The period in { $given } already has a round. Change that one instead.
round-form-due = Answers by
round-form-due-hint = For example 15 May 2027 or 2027-05-15. The day must be still to come.
round-form-due-required = Write by which day answers are wanted
round-form-message = Message to those who are asked
round-form-message-hint = Shown at the top of the round.
round-form-rules = Ask about
round-form-rules-hint = Counted up to and including the last day of the period.
round-form-rules-required = Tick what the round is to ask about
round-form-rules-finds-nothing = There is nothing of that kind to ask about in the period. Tick something more or choose another period.
round-form-more = Ask also about
round-form-more-hint = What is in the round already is not included again.
round-form-submit = Prepare the round
round-form-save = Save
round-form-note = The owner of the benefit is asked. Without an owner, and for deliveries, the portfolio manager is.
round-rule-missing = Benefits without evidence
round-rule-missing-hint = They are due, but nothing approved gives them a score.
round-rule-follow-ups = Benefits that were to be followed up
round-rule-follow-ups-hint = Somebody has given a day for follow-up in the period or before.
round-rule-due = All benefits that are due
round-rule-due-hint = Those with evidence as well.
round-rule-deliveries = Deliveries that have not come
round-rule-deliveries-hint = Planned for the period or earlier.

round-remove = Remove the question
round-done-removed = The question is removed
round-done-removed-next = It will not be sent out. Add it again with “Change, or ask about more”.
round-form-due-in-the-past = The day { $given } has passed already. Write a day to come.
