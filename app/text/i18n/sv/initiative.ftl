# Room: initiative. The register, an initiative's page, and what is said after something was saved.

initiative-list-title = Initiativ
initiative-new = Nytt initiativ
initiative-list-heading = { $count ->
    [one] Ett initiativ
   *[other] { $count-text } initiativ
}, { $marked ->
    [0] inget är utvecklingsobjekt
    [one] ett är utvecklingsobjekt
   *[other] { $marked-text } är utvecklingsobjekt
}
initiative-list-lead = Öppna ett initiativ för att se vad det har lovat och vad som har konstaterats.
initiative-list-caption = Initiativ, sorterade på kolumnen { $order }
initiative-list-note = Prickad understrykning: tolkad uppgift, källan säger det inte rakt ut. Antalen gäller alla år.
initiative-list-none = Inga initiativ är registrerade
initiative-list-none-text = Initiativ registreras av portföljansvariga och av Styrning och uppföljning. En hel portfölj kan också läsas in från en fil, med kommandot nytta import.
initiative-search-label = Sök och filtrera initiativ
initiative-filter-kind-marked = Utvecklingsobjekt
initiative-column-name = Initiativ
initiative-column-kind = Slag
initiative-column-area = Område
initiative-column-status = Status
initiative-column-deliveries = Leveranser
initiative-column-benefits = Förväntade nyttor
initiative-column-statements = Godkända konstaterade
initiative-not-marked = inte utvecklingsobjekt
initiative-none = Saknas

initiative-kicker = Initiativ i område { $area }
initiative-kicker-no-area = Initiativ utan område
initiative-finding = { $scored ->
    [0] Ingen av { $due-text } nyttor som ska redovisas har underlag.
    [one] En av { $due-text } nyttor som ska redovisas har underlag.
   *[other] { $scored-text } av { $due-text } nyttor som ska redovisas har underlag.
} { $measured ->
    [0] Ingen är mätt.
    [one] En är mätt.
   *[other] { $measured-text } är mätta.
}
initiative-finding-one = { $scored ->
    [0] Den enda nytta som ska redovisas saknar underlag.
   *[other] Den enda nytta som ska redovisas har underlag.
} { $measured ->
    [0] Den är inte mätt.
   *[other] Den är mätt.
}
initiative-finding-nothing = Ingen förväntad nytta är registrerad.
initiative-finding-not-due = Ingen nytta ska redovisas än.
initiative-finding-waiting = { $count ->
    [one] En konstaterad nytta väntar på godkännande.
   *[other] { $text } konstaterade nyttor väntar på godkännande.
}
initiative-fact-portfolio = Portfölj
initiative-fact-object-since = UO sedan
initiative-fact-owner = Ägare
initiative-fact-size = Storlek
initiative-fact-started = Påbörjat
initiative-fact-statutory = Införs enligt lag
initiative-fact-focus = Fokusområde
initiative-judged = Bedömt per { $day }
initiative-log-delivery = Logga leverans
initiative-add-benefit = Lägg till nytta
initiative-state = Konstatera nytta
initiative-change-delivery = Ändra leveransen
initiative-change-benefit = Ändra nyttan
initiative-change = Ändra initiativet
initiative-change-depends = Ändra beroenden
initiative-add-sus = Logga SUS
initiative-move = Ändra initiativets läge
initiative-move-benefit = Ändra nyttans läge
initiative-step-to = Till
initiative-step-note = Varför? Anteckningen hamnar i historiken.
initiative-benefit-state = Läge: { $state }
initiative-recipient = Mottagare: { $unit }
initiative-declared = Går inte att mäta: { $reason }
initiative-not-measurable = Förklara att nyttan inte går att mäta
initiative-not-measurable-reason = Varför går nyttan inte att mäta?
initiative-not-measurable-hint = Nyttan ska fortfarande redovisas. En skriven bedömning ger poäng som förut; utan den får nyttan ingen poäng. Bara någon annan än den som skrev nyttan kan göra det. Din roll noteras.
initiative-not-measurable-submit = Spara förklaringen
initiative-measurable-again = Ta tillbaka förklaringen att nyttan inte går att mäta
initiative-depends-on = Beroende av
initiative-depends-title = Beroenden
initiative-depends-heading = { $count ->
    [0] Initiativet är inte beroende av något annat
    [one] Initiativet är beroende av ett annat
   *[other] Initiativet är beroende av { $text } andra
}
initiative-depends-lead = Ett beroende säger att det här initiativet inte kan ge sin nytta förrän ett annat har levererat.
initiative-depends-now = Beroende av
initiative-depends-none = Inga beroenden
initiative-depends-none-text = Sök efter ett initiativ nedan för att lägga till ett.
initiative-depends-more = Lägg till ett beroende
initiative-depends-search = Sök initiativ på namn
initiative-depends-search-submit = Sök
initiative-depends-add = Lägg till
initiative-depends-remove = Ta bort
initiative-no-match = Inget initiativ passar
initiative-depends-no-match-text = Prova med färre ord. Initiativ som själva är beroende av det här visas inte.
initiative-depends-too-many = Fler än tjugo passar. Skriv fler ord.
initiative-depends-back = Tillbaka till initiativet
initiative-depends-done = Beroendena är sparade
initiative-depends-done-next = De syns på initiativets sida.
initiative-depends-circle = Det skulle bli en rundgång
initiative-depends-circle-next = Det valda initiativet är självt beroende av det här, direkt eller genom andra.
initiative-no-delivery = Ingen leverans är loggad
initiative-no-delivery-write = Logga leveransen när det är klart vad som ska tas i bruk. Då kan nytta och konstaterad nytta visas bredvid varandra.
initiative-no-delivery-read = När en leverans är loggad visas förväntad och konstaterad nytta bredvid varandra här.
initiative-without-delivery = Nytta utan leverans
initiative-pair-caption = Poängen är medelvärdet av det godkända som har konstaterats om nyttan
initiative-expected = Förväntad nytta
initiative-realised = Konstaterad nytta
initiative-nothing-expected = Förväntad nytta saknas
initiative-nothing-stated = Inget är konstaterat än
initiative-late = Försenad
initiative-no-launch = Lanseringsdatum saknas
initiative-launched = Lanserat { $when }
initiative-lacks-note = Krävs av ett utvecklingsobjekt. Hemtagningsplanen skrivs vid varje nytta, och kalkylen räknas när den är godkänd.
initiative-urged-calculation = Stora initiativ uppmanas att ha en godkänd nyttokalkyl.
initiative-urged-plan = Stora initiativ uppmanas att ha en hemtagningsplan för varje nytta.
initiative-done-plan = Hemtagningsplanen är sparad
initiative-done-plan-next = Den visas vid nyttan. När en aktivitet är klar anger du det där.
initiative-done-plan-unfinished = Den visas vid nyttan, med det som ännu saknas. Fram till dess räknas nyttan som utan plan.
initiative-done-activity = Aktiviteten är klar
initiative-done-activity-next = Dagen i dag är noterad i hemtagningsplanen.
initiative-planned = planerat { $when }
initiative-upcoming = Aviserat till senare
initiative-unplanned = Tillkommande
initiative-imported = Inläst
initiative-imported-bare = Inläst utan angiven källa
initiative-superseded = Ersatt: räknas inte längre
initiative-being-replaced = Något nytt i stället väntar på godkännande
initiative-being-replaced-draft = Ett utkast till något nytt i stället är påbörjat
initiative-being-replaced-returned = Något nytt i stället är återlämnat
initiative-supersede = Skriv något nytt i stället
initiative-score = Poäng { $score }
initiative-no-score = Ingen poäng: { $state }
initiative-no-score-undated = Ingen poäng: saknar datum
initiative-owner = Nyttoägare: { $unit }
initiative-expected-between = Väntas { $from } – { $to }
initiative-expected-from = Väntas från { $from }
initiative-expected-to = Väntas till { $to }
initiative-example = Påhittat exempel
initiative-example-text = Initiativet är påhittat och visar vägen från löfte till utfall. Inget av det räknas i översikten, i områdena eller i någon rapport.
initiative-as-of = Gäller { $day }
initiative-follow-up = Följs upp { $when }
initiative-method = Metod: { $method }
initiative-source = Källa
initiative-written-by = Skriven av { $who }
initiative-approved-by = Godkänd av { $who } { $day }
initiative-no-source = Källa och metod saknas
initiative-replaces = Ska ersätta: { $text }
initiative-returned-with = Återlämnad med kommentaren: { $note }
initiative-reviewed-with = Granskarens kommentar: { $note }
initiative-edit-draft = Skriv vidare
initiative-edit-returned = Rätta och skicka in igen
initiative-withdraw = Ta tillbaka och ändra
initiative-own-work = Du har skrivit det här. Någon annan behöver godkänna det.
initiative-onward-work = Se vad mer som väntar
initiative-onward-approve = Gå till nästa att godkänna
initiative-onward-answer = Gå till nästa fråga
initiative-approve = Godkänn
initiative-answers = Svarar på:
initiative-return = Lämna tillbaka med en kommentar
initiative-return-reason = Vad behöver ändras?
initiative-return-hint = Den som skrev ser din kommentar och kan rätta och skicka in igen.
initiative-return-submit = Lämna tillbaka

initiative-done-delivery = Leveransen är sparad
initiative-done-delivery-next = Lägg till nyttan som väntas av den, eller konstatera nytta när den har kommit.
initiative-done-delivery-next-others = Lägg till nyttan som väntas av den.
initiative-done-delivery-changed = Ändringen syns här och i sammanställningarna.
initiative-done-benefit = Nyttan är sparad
initiative-done-benefit-next = Den ska redovisas när leveransen är i bruk. Konstatera nyttan när ni vet hur det gick.
initiative-done-benefit-next-others = Den ska redovisas när leveransen är i bruk. Nyttoägaren eller portföljansvarig konstaterar den när det är känt hur det gick.
initiative-done-draft = Utkastet är sparat
initiative-done-draft-next = Ingenting räknas än. Skriv vidare när du vill, och skicka för godkännande när det är klart.
initiative-done-sent = Den konstaterade nyttan är inskickad och väntar på godkännande
initiative-done-sent-next = Den räknas när någon annan har godkänt den. Kommer den tillbaka ser du varför här.
initiative-done-sent-answered = Den räknas när någon annan har godkänt den. Frågan i uppföljningen är därmed besvarad.
initiative-done-sent-after = Någon annan godkänner den. Den gäller en dag som den öppna rapporten inte längre räknar, så den kommer med först i nästa.
initiative-done-approved = Den konstaterade nyttan är godkänd
initiative-done-approved-next = Den räknas nu i nyttans poäng, i området och i översikten.
initiative-done-approved-after = Den räknas i nyttans poäng från i dag. Den gäller en dag efter den öppna rapportens sista, så den kommer med först i nästa rapport.
initiative-done-returned = Den konstaterade nyttan är återlämnad
initiative-done-returned-next = Den som skrev ser din kommentar och kan rätta och skicka in igen.
initiative-done-withdrawn = Den konstaterade nyttan är tillbaka hos dig
initiative-done-withdrawn-next = Den är ett utkast igen. Ändra det som behövs och skicka in den på nytt.
initiative-done-saved = Initiativet är sparat
initiative-done-saved-next = Logga dess leveranser och lägg till nyttorna som väntas.
initiative-done-moved = Initiativets läge är ändrat
initiative-done-moved-next = Anteckningen finns i historiken.
initiative-done-benefit-moved = Nyttans läge är ändrat
initiative-done-not-measurable = Förklaringen är sparad
initiative-done-not-measurable-next = Den visas vid nyttan. Saknas skriven bedömning räknas nyttan som inte mätbar, bland dem som ska redovisas.
initiative-done-measurable = Förklaringen är tillbakatagen
initiative-done-measurable-next = Nyttan ska mätas eller konstateras som andra.
initiative-done-sus = SUS-mätningen är sparad
initiative-done-sus-next = Omdömet visas vid leveransen och i rapporten.
initiative-done-goal = Effektmålet är sparat
initiative-done-goal-next = Det gäller, och låses när initiativet beslutas.
initiative-done-goal-sent = Effektmålet är skickat för godkännande
initiative-done-goal-sent-next = Nyttan bedöms efter det först när någon annan har godkänt det.
initiative-done-goal-approved = Effektmålet är godkänt
initiative-done-goal-approved-next = Nyttan bedöms nu efter det.
initiative-done-goal-returned = Effektmålet är återlämnat
initiative-done-goal-returned-next = Den som föreslog det ser varför och kan skicka in det igen.
initiative-done-goal-removed = Effektmålet är borttaget
initiative-done-goal-removed-next = Det står kvar i historiken.
initiative-not-why = Skriv varför
initiative-not-why-next = Ingenting är ändrat. Steget behöver en anteckning, så att andra förstår det senare.
initiative-not-owned = Initiativet kan inte avslutas än
initiative-not-owned-next = Det har öppna nyttor utan nyttoägare: { $names }. Ge dem en enhet som svarar för dem, eller skriv av dem.
initiative-not-first = Någon annan hann före
initiative-not-first-next = Det du ville ändra har ändrats eller granskats sedan du öppnade sidan. Inget av det du gjorde är sparat. Så här ser det ut nu.
initiative-not-reasoned = Skriv vad som behöver ändras
initiative-not-reasoned-next = Inget är återlämnat. Den som skrev behöver få veta varför det kommer tillbaka.
