# Room: digest. The daily digest by e-mail, in plain text.

digest-subject = { $count ->
    [one] Nytta: en sak väntar på dig
   *[other] Nytta: { $count-text } saker väntar på dig
}
digest-greeting = Hej { $name }!
digest-lead = Det här väntar på dig i Nytta { $day }.
digest-kind = { $kind } ({ $count-text })
digest-more = { $count ->
    [one] - och en till: { $url }
   *[other] - och { $count-text } till: { $url }
}
digest-all = Allt som väntar: { $url }
digest-stop = Du får mejlet på vardagar när något väntar på dig. Här stänger du av det eller byter språk: { $url }
