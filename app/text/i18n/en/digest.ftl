# Room: digest. The daily digest by e-mail, in plain text.

digest-subject = { $count ->
    [one] Nytta: one thing waits for you
   *[other] Nytta: { $count-text } things wait for you
}
digest-greeting = Dear { $name },
digest-lead = This waits for you in Nytta on { $day }.
digest-kind = { $kind } ({ $count-text })
digest-more = { $count ->
    [one] - and one more: { $url }
   *[other] - and { $count-text } more: { $url }
}
digest-all = All that waits: { $url }
digest-stop = You get this message on weekdays when something waits for you. Turn it off or change its language here: { $url }
