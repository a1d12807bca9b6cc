# Room: assessment. Where the grading stands, and the grading of an area.

assessment-list-title = Bedömning
assessment-kicker = Bedömning till återrapporten { $period }
assessment-list-decided = Bedömningen är beslutad med rapporten
assessment-list-decided-some = Bedömningen är beslutad med rapporten, { $left ->
    [one] en del bedömdes inte
   *[other] { $left-text } delar bedömdes inte
}
assessment-list-all-sent = Alla { $all-text } bedömningar är inskickade och väntar på beslut
assessment-list-some-sent = { $sent ->
    [0] Ingen av { $all-text } bedömningar är inskickad än
    [one] En av { $all-text } bedömningar är inskickad
   *[other] { $sent-text } av { $all-text } bedömningar är inskickade
}
assessment-list-note = Förslaget gäller konstaterad nytta. Människor väljer nivån. Ifylld nivå är beslutad, konturerad är föreslagen eller inte beslutad än.
assessment-as-of = Bedömt per { $day }
assessment-to-be-as-of = Bedöms per { $day }
assessment-due = Lämnas senast { $day }
assessment-due-to = Lämnas till { $recipient } senast { $day }
assessment-progress-sent = Inskickade eller beslutade
assessment-progress-drafts = Utkast
assessment-progress-untouched = Ej påbörjade
assessment-column-evidence = Underlag
assessment-column-proposal = Förslag
assessment-column-level = Vald nivå
assessment-column-level-area = Områdets nivå
assessment-column-state = Läge
assessment-evidence-counts = { $due } ska redovisas, { $measured } mätta, { $stated } skrivna
assessment-no-proposal = Inget förslag
assessment-not-begun = Ej påbörjad
assessment-never-begun = Blev inte bedömd
assessment-done-draft = Utkastet för { $area } är sparat
assessment-done-draft-next = Inget är inskickat. Öppna bedömningen när du vill skriva vidare.
assessment-done-sent = Bedömningen av { $area } är inskickad
assessment-done-sent-next = Ledningen beslutar den tillsammans med rapporten. Fram till dess kan du ändra den.
assessment-done-sent-all = Allt är inskickat. Ledningen beslutar det tillsammans med rapporten. Fram till dess kan du ändra det.
assessment-whole = Den samlade effekten
assessment-steps = Bedömningar i ordning
assessment-place = Bedömning { $place } av { $all }, { $sent } inskickade
assessment-step-before = Föregående: { $subject }
assessment-step-after = Nästa: { $subject }
assessment-before = Nivå i rapporten { $period }
assessment-before-none = Nivå i rapporten före
assessment-before-missing = Ingen beslutad nivå
assessment-weighted = Värdevägt medelvärde
assessment-weighted-none = Ingen godkänd kalkyl med belopp att väga med
assessment-parts-group = Gruppens förslag i varje område, bredvid områdets egen nivå. Ingen formel räknar samman dem.
assessment-parts-whole = Områden och nyttogrupper. Ingen formel räknar samman nivåerna.
assessment-parts-open = { $count ->
    [one] En bedömning av ett område eller en nyttogrupp är inte inskickad än. Helheten bedöms bäst när alla är det.
   *[other] { $text } bedömningar av områden och nyttogrupper är inte inskickade än. Helheten bedöms bäst när alla är det.
}
assessment-returned = Bedömningen är återlämnad
assessment-return = Lämna tillbaka bedömningen
assessment-return-reason = Vad behöver ändras?
assessment-return-hint = Texten visas för den som skriver bedömningen, och sparas i historiken.
assessment-return-submit = Lämna tillbaka
assessment-done-returned = Bedömningen av { $area } är återlämnad
assessment-done-returned-next = Styrning och uppföljning ser vad du skrev, ändrar och skickar in den på nytt.
assessment-not-first = Bedömningen av { $area } hade redan ändrats
assessment-not-first-next = Inget återlämnades. Läs den som den är nu.
assessment-no-note = Skriv vad som behöver ändras
assessment-no-note-next = Inget återlämnades, eftersom texten var tom.

assessment-title = Bedömning av { $area }
assessment-evidence-heading = { $due ->
    [0] Underlag: ingen nytta ska redovisas än
    [one] Underlag: en nytta
   *[other] Underlag: { $due-text } nyttor
}{ $due ->
    [0] { "" }
   *[other] { $measured ->
        [0] , ingen mätt
        [one] , en mätt
       *[other] , { $measured-text } mätta
    }
}
assessment-evidence-rule = Varje nytta får medelvärdet av sina bedömningar: bekräftad { $confirmed }, delvis { $partly }, ingen visad { $none }, åt fel håll { $negative }. Förslaget är medelvärdet över nyttorna. Utan mätning blir det högst Godkänd. Underlaget fryses när rapporten beslutas.
assessment-due-benefits = Ska redovisas
assessment-measured = Mätta
assessment-stated = Skrivna
assessment-coverage = Täckningsgrad
assessment-nothing-due = Inget att mäta
assessment-without-delivery = Nyttor utan leverans
assessment-statements = Bedömningar
assessment-points = Poäng
assessment-level = Samlad nivå
assessment-level-realised = Nivå för konstaterad nytta
assessment-motivation-hint-summary = Trycks i rapportens sammanfattning, avsnitt 3.
assessment-texts = Texter om nyttogrupper
assessment-texts-hint = En text kan gälla en eller flera nyttogrupper tillsammans. Lämna tomt om motiveringen räcker.
assessment-texts-row = Text { $row }
assessment-texts-add = Lägg till en text till
assessment-text-groups = Nyttogrupper
assessment-group-text = Text
assessment-text-groups-required = Kryssa för vilka nyttogrupper texten gäller
assessment-group-text-required = Skriv texten om de nyttogrupper som du har kryssat för
assessment-level-hint = Du väljer nivån. Avviker den från förslaget skriver du varför.
assessment-no-proposal-hint = Systemet har inget förslag, eftersom ingen nytta som ska redovisas har någon poäng.
assessment-proposed = Förslag för konstaterad nytta: { $percent }
assessment-proposed-weak = Förslag för konstaterad nytta: { $percent }, svagt underlag
assessment-components = De tre delarna
assessment-components-hint = Välj en nivå på varje rad. Ingen formel väger ihop delarna. Systemets förslag gäller bara konstaterad nytta.
assessment-component = Del
assessment-delivery = Leverans
assessment-delivery-hint = är det som skulle levereras på plats?
assessment-expected = Förväntad nytta
assessment-expected-hint = går den fortfarande att nå?
assessment-realised = Konstaterad nytta
assessment-realised-hint = har den uppstått?
assessment-realised-proposal = Förslag: { $level }
assessment-motivation = Motivering
assessment-motivation-hint = Trycks i rapporten, avsnitt { $number }.4.
assessment-no-motivation = Motivering saknas
assessment-deviation-reason = Skäl om nivån avviker från förslaget
assessment-deviation-hint = Förslaget är { $proposed }, { $percent }. Skälet fryses med beslutet och syns i rapportens bilaga.
assessment-deviates = Ditt val är { $chosen }, förslaget är { $proposed }. Skriv varför.
assessment-submit = Skicka in
assessment-sent-again = Inskickad på nytt, efter att ha lämnats tillbaka med kommentaren
assessment-draft = Spara utkast
assessment-who-decides = Ledningen beslutar rapporten och alla inskickade bedömningar på en gång. Ingen beslutar det som de själva har skrivit.
assessment-nothing-yet = Bedömningen är inte påbörjad
assessment-nothing-yet-text = Enheten Styrning och uppföljning skriver den. När den finns visas nivå och motivering här.
assessment-level-required = Välj en samlad nivå
assessment-delivery-required = Leverans: välj en nivå på raden
assessment-expected-required = Förväntad nytta: välj en nivå på raden
assessment-realised-required = Konstaterad nytta: välj en nivå på raden
assessment-motivation-required = Skriv en motivering
assessment-moved = Underlaget har ändrats sedan bedömningen skickades in
assessment-moved-text = Förslaget var { $then } och är nu { $now }.
assessment-moved-write = Läs igenom bedömningen och skicka in den igen, med eller utan ändringar.
assessment-moved-decide = Be om en ny genomläsning genom att lämna tillbaka den, eller låt den stå.
assessment-moved-mark = Underlaget ändrat
assessment-deviation-reason-deviation-without-reason = Skriv varför nivån avviker från systemets förslag

assessment-list-areas = Områden
assessment-list-groups = Nyttogrupper
assessment-list-whole = Helheten, som bedöms sist
assessment-progress-all = Att bedöma
assessment-column-subject = Vad som bedöms

assessment-done-onward = Näst på tur: { $next }
