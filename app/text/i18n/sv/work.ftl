# Room: work. What waits to be done, and for whom.

work-title = Att göra
work-kicker = Att göra inför återrapporten { $period }
work-kicker-due = Att göra inför återrapporten { $period }, som ska lämnas { $day }
work-heading-own = { $count ->
    [0] Inget väntar på dig just nu
    [one] En sak väntar på dig
   *[other] { $count-text } saker väntar på dig
}
work-heading-others = { $count ->
    [0] { $role }: inget väntar
    [one] { $role }: en sak väntar
   *[other] { $role }: { $count-text } saker väntar
}
work-heading-no-list = Din roll har inget eget att göra här
work-no-list-text = Det som väntar på någon i portföljen visas för den som kan göra det.
work-lead-portfolio-manager = Det som behövs för att leveranser och nyttor i dina portföljer ska kunna redovisas. I varje del står det äldsta först.
work-lead-benefit-owner = Det som behövs för att din enhets nyttor ska kunna redovisas. I varje del står det äldsta först.
work-lead-reviewer = Det som andra har skrivit och som du kan godkänna eller lämna tillbaka.
work-lead-steering-unit = Bedömningar att skriva och sådant som andra väntar på.
work-lead-leadership = Rapporter och rättelser att besluta, bedömningar som är inskickade, och det som ingen annan får godkänna.
work-lead-others = Det som väntar på dem som har rollen, i hela portföljen. I varje del står det äldsta först.
work-tabs = Visa per roll
work-tab-own = (din roll)
work-empty = Inget väntar
work-empty-kind = Inget kvar av det här
work-empty-own-text = När något väntar på dig visas det här, med det äldsta först.
work-empty-others-text = När något väntar på någon med rollen visas det här.
work-show-all = Visa alla { $count-text }
work-show-everything = Visa allt som väntar
work-too-many = Listan visar de äldsta. { $more-text } till visas när några av dem är klara.
work-waits-for-others = { $count ->
    [one] En konstaterad nytta som du har skickat in väntar på att någon annan godkänner den.
   *[other] { $count-text } konstaterade nyttor som du har skickat in väntar på att någon annan godkänner dem.
}
work-waits-for-others-link = Visa det som väntar
work-write-calculation = Nyttokalkyler att skriva klart
work-write-calculation-note = Påbörjade eller återlämnade. En kalkyl räknas först när den är godkänd.
work-returned = Återlämnat att rätta
work-returned-note = Någon har lämnat tillbaka det med en kommentar. Rätta och skicka in igen.
work-approve = Konstaterade nyttor att godkänna
work-approve-note = Läs underlaget och godkänn, eller lämna tillbaka med en kommentar. Det du själv har skrivit godkänner någon annan.
work-approve-many = Godkänn flera på en gång
work-approve-calculation = Nyttokalkyler att godkänna
work-approve-calculation-note = Stäm av antaganden, belopp och källor. Det du själv har skrivit i godkänner någon annan.
work-assess = Bedömningar att skriva
work-assess-note = Välj nivå och skriv varför. Systemets förslag och allt underlag står bredvid.
work-decide-report = Rapporter att granska och besluta
work-decide-report-note = Läs, kommentera eller lämna tillbaka. När alla bedömningar är inskickade kan rapporten beslutas, och allt i den låses.
work-decide-correction = Rättelser att besluta
work-decide-correction-note = Föreslagna rättelser av beslutade rapporter. Rapporten själv ändras inte, rättelsen står bredvid.
work-mend-report = Rapporter att ändra
work-mend-report-note = Rapporten kom tillbaka för ändring, eller så har granskningen kommentarer som ingen har svarat på.
work-report-comments = { $count ->
    [one] En kommentar väntar på svar
   *[other] { $count } kommentarer väntar på svar
}
work-correction-of = Rättelse av { $name }
work-read-assessment = Inskickade bedömningar
work-read-assessment-note = De beslutas tillsammans med rapporten. Fram till dess kan du lämna tillbaka en med en kommentar.
work-draft = Utkast att skicka in
work-draft-note = Påbörjat men inte inskickat. Ett utkast räknas inte förrän det är godkänt.
work-follow-up = Uppföljningar vars datum har passerat
work-follow-up-note = Dagen då nyttan skulle följas upp har passerat. Skriv vad ni ser nu, eller när ni följer upp i stället.
work-missing = Nyttor som ingen har skrivit något om
work-missing-note = Nyttan ska redovisas men inget säger vad som har blivit av den. Skriv vad ni har sett, också om det är inget.
work-late = Försenade leveranser
work-late-note = Planerad dag har passerat. Ange när det blev klart, en ny plan eller att leveransen är avbruten.
work-plan = Hemtagningsplaner som saknas
work-plan-note = Sedan hösten 2024 ska nyttor i utvecklingsobjekt ha en hemtagningsplan: vad som görs, av vem och när, och vem som följer upp.
work-late-plan = Försenade hemtagningsplaner
work-late-plan-note = Dagen för en aktivitet eller för uppföljningen har passerat. Ange att den är klar, eller skriv en ny dag.
work-day-late-plan = Skulle vara klart { $day }
work-undated = Nyttor utan datum
work-undated-note = Varken en leverans eller ett datum säger när nyttan ska redovisas. Koppla en leverans till nyttan eller ange från vilken dag den väntas.
work-orphaned = Nyttor vars enhet har upphört
work-orphaned-note = Enheten som äger nyttan eller tar emot den finns inte längre. Välj en ny.
work-day-due = Senast { $day }
work-day-late = Planerad till { $day }
work-day-follow-up = Skulle följas upp { $day }
work-day-missing = Ska redovisas sedan { $day }
work-day-orphaned = Upphörde { $day }
work-day-sent-for-review = Skickad på granskning { $day }
work-day-written = Skriven { $day }
work-day-returned = Återlämnad { $day }
work-day-announced = Aviserat till { $day }
work-of-initiative = Initiativ: { $name }
work-review-note = Kommentar: { $note }

work-answer = Frågor i uppföljningen
work-answer-note = Styrning och uppföljning frågar vad som har hänt. Svara genom att skriva vad ni ser, eller säg att inget är nytt.
work-announced = Aviserat som skulle ha kommit
work-announced-note = Dagen för det som aviserades till senare har passerat. Logga det som en lansering, eller skriv när det kommer i stället.
work-round = Uppföljningsomgångar
work-round-note = Omgångar som inte är utskickade än, och sådana vars svarsdag har passerat.
work-round-answered = { $asked ->
    [one] { $answered-text } av en fråga har besvarats
   *[other] { $answered-text } av { $asked-text } frågor har besvarats
}
work-calculate = Utvecklingsobjekt utan nyttokalkyl
work-calculate-note = Sedan 2023 ska utvecklingsobjekt ha en godkänd nyttokalkyl.
work-approve-factor = Faktorer att godkänna
work-approve-factor-note = Stäm av värde, dag och källa. Det du själv har skrivit godkänner någon annan.
work-write-factor = Faktorer att skriva klart
work-write-factor-note = Påbörjade eller återlämnade värden. Ett värde gäller först när det är godkänt.
work-factor-from = Ska gälla från { $day }
work-approve-measurement = Mätningar att godkänna
work-approve-measurement-note = Stäm av värde, period och källa. Det du själv har registrerat godkänner någon annan.
work-approve-freed-time = Frigjord tid att godkänna
work-approve-freed-time-note = Stäm av timmar, källa och vad tiden har omsatts i. Det du själv har skrivit i godkänner någon annan.
work-write-freed-time = Frigjord tid att skriva klart
work-write-freed-time-note = Påbörjad eller återlämnad. Den räknas först när den är godkänd.
work-approve-goal = Effektmål att godkänna
work-approve-goal-note = Satta eller ändrade efter beslutet. Läs skälet och godkänn, eller lämna tillbaka med en kommentar.
work-write-measurement = Mätningar att skriva klart
work-write-measurement-note = Påbörjade eller återlämnade. En mätning räknas först när den är godkänd.
work-write-goal = Effektmål att rätta
work-write-goal-note = Någon har lämnat tillbaka ändringen med en kommentar. Till dess gäller det som godkändes senast.
work-late-measure = Försenade mätningar
work-late-measure-note = Perioden är slut och dagarna för att mäta har gått. Registrera utfallet, eller ange på måttet att det inte mäts längre.
work-measure = Dags att mäta
work-measure-note = Perioden är slut. Registrera utfallet med källa och underlag.
work-measure-period = Avser { $period }
work-measure-periods = Avser { $from } och framåt, till och med { $to }
work-day-late-measure = Skulle vara mätt { $day }
work-ahead-measure = Mät senast
work-ahead-activity = Hemtagningsplan
work-ahead-follow-up = Följ upp nyttan
work-ahead-round = Svarsdag i uppföljningen
work-ahead-cut-off = Återrapporten gäller läget den här dagen
work-calendar-name = Nytta: att göra
work-remind = Få det i din kalender eller med e-post
