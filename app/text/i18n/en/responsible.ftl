# Room: responsible. What a report lacks, by whom it waits for.

responsible-title = Who has to do what
responsible-link = Who has to do what
responsible-heading = { $lacks ->
    [one] One thing is missing
   *[other] { $lacks-text } things are missing
}, with { $people ->
    [0] roles that nobody holds
    [one] one person
   *[other] { $people-text } people
}
responsible-lead = Each thing is listed under whoever can put it right and has it as their work. Where nobody holds the role for it, it is listed under the role.
responsible-views = Order
responsible-by-person = By person
responsible-by-area = By area
responsible-no-area = Without an area
responsible-nobody = Nobody holds the role for this
responsible-role = { $role } (nobody holds the role)
responsible-area = area { $number }
responsible-unit = responsible unit { $unit }
responsible-others = one of you is enough, also { $names }
responsible-more = And { $more } more, in the register of benefits.
responsible-mail = Write to { $email }
responsible-mail-subject = { $report }: this is missing
responsible-decided = The report is decided
responsible-decided-text = Nothing is left to do in a decided report.
responsible-nothing = Nothing is missing
responsible-nothing-text = All chapters are written, all assessments submitted, and all evidence approved and measured.
responsible-unwritten = { $count ->
    [one] chapter is not written
   *[other] chapters are not written
}
responsible-carried = { $count ->
    [one] text from the previous report has not been gone through
   *[other] texts from the previous report have not been gone through
}
responsible-assignment = assignment that the report answers is not stated
responsible-sources = section on sources is not written
responsible-comments = review with comments that are not resolved
responsible-judge = { $count ->
    [one] assessment is not submitted
   *[other] assessments are not submitted
}
responsible-decide = decision waits
responsible-approve-statement = { $count ->
    [one] realised benefit waits for approval
   *[other] realised benefits wait for approval
}
responsible-approve-measurement = { $count ->
    [one] measurement waits for approval
   *[other] measurements wait for approval
}
responsible-approve-goal = { $count ->
    [one] effect goal waits for approval
   *[other] effect goals wait for approval
}
responsible-approve-calculation = { $count ->
    [one] benefit calculation waits for approval
   *[other] benefit calculations wait for approval
}
responsible-missing = { $count ->
    [one] benefit lacks evidence
   *[other] benefits lack evidence
}
responsible-unmeasured = { $count ->
    [one] benefit is assessed in words but not measured
   *[other] benefits are assessed in words but not measured
}
responsible-undated = { $count ->
    [one] benefit lacks a date
   *[other] benefits lack a date
}
responsible-without-calculation = { $count ->
    [one] development object lacks an approved calculation
   *[other] development objects lack an approved calculation
}
responsible-without-plan = { $count ->
    [one] development object lacks a realisation plan
   *[other] development objects lack a realisation plan
}
responsible-without-delivery = { $count ->
    [one] initiative has neither area nor delivery
   *[other] initiatives have neither area nor delivery
}
responsible-late = { $count ->
    [one] delivery is late
   *[other] deliveries are late
}
