# Room: assessment. Where the grading stands, and the grading of an area.

assessment-list-title = Bedömning
assessment-kicker = Bedömning till återrapporten { $period }
assessment-list-decided = { $areas ->
    [one] Området är beslutat
   *[other] Alla { $areas-text } områden är beslutade
}
assessment-list-all-sent = { $areas ->
    [one] Området är inskickat och väntar på beslut
   *[other] Alla { $areas-text } områden är inskickade och väntar på beslut
}
assessment-list-some-sent = { $sent ->
    [0] Inget av { $areas-text } områden är inskickat än
    [one] Ett av { $areas-text } områden är inskickat
   *[other] { $sent-text } av { $areas-text } områden är inskickade
}
assessment-list-caption = Områden med systemets förslag och det som har bedömts
assessment-list-note = Förslaget gäller konstaterad nytta. Människor väljer nivån. Ifylld nivå är beslutad, konturerad är föreslagen eller inte beslutad än.
assessment-as-of = Bedömt per { $day }
assessment-due = Lämnas senast { $day }
assessment-due-to = Lämnas till { $recipient } senast { $day }
assessment-progress-areas = Områden
assessment-progress-sent = Inskickade eller beslutade
assessment-progress-drafts = Utkast
assessment-progress-untouched = Ej påbörjade
assessment-column-area = Område
assessment-column-evidence = Underlag
assessment-column-proposal = Förslag
assessment-column-level = Vald nivå
assessment-column-state = Läge
assessment-evidence-counts = { $due } ska redovisas, { $measured } mätta, { $stated } skrivna
assessment-no-proposal = Inget förslag
assessment-not-begun = Ej påbörjad
assessment-done-draft = Utkastet för { $area } är sparat
assessment-done-draft-next = Inget är inskickat. Öppna området när du vill skriva vidare.
assessment-done-sent = Bedömningen av { $area } är inskickad
assessment-done-sent-next = Ledningen beslutar den tillsammans med rapporten. Fram till dess kan du ändra den. Nästa område som saknar inskickad bedömning är { $next }.
assessment-done-sent-all = Alla områden är inskickade. Ledningen beslutar dem tillsammans med rapporten. Fram till dess kan du ändra dem.

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
assessment-level-hint = Du väljer nivån. Avviker den från förslaget skriver du varför.
assessment-no-proposal-hint = Systemet har inget förslag, eftersom ingen nytta som ska redovisas har någon poäng.
assessment-proposed = Förslag för konstaterad nytta: { $percent }
assessment-proposed-weak = Förslag för konstaterad nytta: { $percent }, svagt underlag
assessment-components = De tre delarna
assessment-components-hint = Ingen formel väger ihop delarna. Systemets förslag gäller bara konstaterad nytta.
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
assessment-draft = Spara utkast
assessment-who-decides = Ledningen beslutar rapporten och alla inskickade bedömningar på en gång. Ingen beslutar det som de själva har skrivit.
assessment-nothing-yet = Bedömningen är inte påbörjad
assessment-nothing-yet-text = Enheten Styrning och uppföljning skriver den. När den finns visas nivå och motivering här.
assessment-level-required = Välj en samlad nivå
assessment-delivery-required = Leverans: välj en nivå på raden
assessment-expected-required = Förväntad nytta: välj en nivå på raden
assessment-realised-required = Konstaterad nytta: välj en nivå på raden
assessment-motivation-required = Skriv en motivering
assessment-deviation-reason-deviation-without-reason = Skriv varför nivån avviker från systemets förslag
