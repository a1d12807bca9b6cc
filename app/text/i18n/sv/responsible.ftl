# Room: responsible. What a report lacks, by whom it waits for.

responsible-title = Vem som behöver göra vad
responsible-link = Vem som behöver göra vad
responsible-heading = { $lacks ->
    [one] En sak saknas
   *[other] { $lacks-text } saker saknas
}, hos { $people ->
    [0] roller som ingen har
    [one] en person
   *[other] { $people-text } personer
}
responsible-lead = Varje sak står hos den som kan åtgärda den och har det som uppgift. Finns det ingen som har den rollen står saken hos rollen.
responsible-views = Ordning
responsible-by-person = Per person
responsible-by-area = Per område
responsible-no-area = Utan område
responsible-nobody = Ingen har rollen för det här
responsible-role = { $role } (ingen har rollen)
responsible-area = område { $number }
responsible-unit = ansvarig enhet { $unit }
responsible-others = väntar även på { $names }, det räcker att en av er gör det
responsible-more = Och { $more } till, i registret över nyttor.
responsible-mail = Skriv till { $email }
responsible-mail-subject = { $report }: det här saknas
responsible-decided = Rapporten är beslutad
responsible-decided-text = I en beslutad rapport finns inget kvar att göra.
responsible-nothing = Inget saknas
responsible-nothing-text = Alla kapitel är skrivna, alla bedömningar inskickade och allt underlag godkänt och mätt.
responsible-unwritten = { $count ->
    [one] kapitel är inte skrivet
   *[other] kapitel är inte skrivna
}
responsible-carried = { $count ->
    [one] text från förra rapporten är inte genomgången
   *[other] texter från förra rapporten är inte genomgångna
}
responsible-assignment = uppdrag som rapporten svarar på är inte angivet
responsible-sources = avsnitt om underlag är inte skrivet
responsible-comments = granskning med kommentarer som inte är åtgärdade
responsible-judge = { $count ->
    [one] bedömning är inte inskickad
   *[other] bedömningar är inte inskickade
}
responsible-decide = beslut väntar
responsible-approve-statement = { $count ->
    [one] konstaterad nytta väntar på godkännande
   *[other] konstaterade nyttor väntar på godkännande
}
responsible-approve-measurement = { $count ->
    [one] mätning väntar på godkännande
   *[other] mätningar väntar på godkännande
}
responsible-approve-goal = { $count ->
    [one] effektmål väntar på godkännande
   *[other] effektmål väntar på godkännande
}
responsible-approve-calculation = { $count ->
    [one] nyttokalkyl väntar på godkännande
   *[other] nyttokalkyler väntar på godkännande
}
responsible-missing = { $count ->
    [one] nytta saknar underlag
   *[other] nyttor saknar underlag
}
responsible-unmeasured = { $count ->
    [one] nytta är bedömd i ord men inte mätt
   *[other] nyttor är bedömda i ord men inte mätta
}
responsible-undated = { $count ->
    [one] nytta saknar datum
   *[other] nyttor saknar datum
}
responsible-without-calculation = { $count ->
    [one] utvecklingsobjekt saknar godkänd nyttokalkyl
   *[other] utvecklingsobjekt saknar godkänd nyttokalkyl
}
responsible-without-plan = { $count ->
    [one] utvecklingsobjekt saknar hemtagningsplan
   *[other] utvecklingsobjekt saknar hemtagningsplan
}
responsible-without-delivery = { $count ->
    [one] initiativ saknar område och leverans
   *[other] initiativ saknar område och leverans
}
responsible-late = { $count ->
    [one] leverans är försenad
   *[other] leveranser är försenade
}
