# Room: start. The guided start of an installation without data.

start-title = Kom igång
start-heading = { $done ->
    [0] Inget av { $all } steg är klart
    [one] Ett av { $all } steg är klart
   *[other] { $done-text } av { $all } steg är klara
}
start-heading-done = Allt är på plats
start-lead = Stegen leder från en tom installation till en bedömd rapport. Varje steg visar varför det behövs och vem som gör det.
start-lead-done = Alla steg är klara. Översikten visar var portföljen står.
start-to-overview = Till översikten
start-link = Kom igång, steg för steg
start-link-text = Något av det som en installation behöver saknas.

start-yours = Din tur
start-others = Nu är det andras tur
start-others-text = Det som står på tur görs av andra: { $roles }. Dina egna steg står längre fram i listan.
start-others-none-text = Det som står på tur görs av andra: { $roles }. Du följer arbetet här och på översikten.
start-all = Alla steg, i ordning
start-by = Görs av: { $roles }
start-people = Stegen delas av flera roller. Administratören ger kollegor tillgång under Administration.
start-optional = Frivilligt.
start-next = På tur
start-later = Senare

start-agency = Myndigheten
start-agency-why = Namn, valuta, nyttogrupper och den femgradiga skalan är det som allt annat vilar på.
start-agency-do = Lägg upp myndigheten
start-agency-groups-do = Lägg upp nyttogrupper
start-agency-done = { $count ->
    [one] Klart, en nyttogrupp
   *[other] Klart, { $text } nyttogrupper
}
start-areas = Investeringsområden
start-areas-why = Rapporten har ett avsnitt per område, och budgeten visas där den hör hemma.
start-areas-do = Lägg upp en områdesindelning
start-areas-area-do = Lägg till ett område
start-areas-budget-do = Ge områdena en budget
start-areas-done = { $count ->
    [one] Klart, ett område
   *[other] Klart, { $text } områden
}
start-units = Enheter
start-units-why = En nytta behöver en enhet som svarar för att den kommer.
start-units-do = Lägg upp en enhet
start-units-done = { $count ->
    [one] Klart, en enhet
   *[other] Klart, { $text } enheter
}
start-portfolios = Portföljer
start-portfolios-why = Med portföljer kan portföljansvariga ha var sin del av initiativen.
start-portfolios-do = Lägg upp en portfölj
start-portfolios-done = { $count ->
    [one] Klart, en portfölj
   *[other] Klart, { $text } portföljer
}
start-report = Rapport
start-report-why = En rapport säger vilka år som bedöms och per vilken dag. Översikten visar den nyaste.
start-report-do = Påbörja en rapport
start-report-done = { $count ->
    [one] Klart, en rapport
   *[other] Klart, { $text } rapporter
}
start-initiative = Det första initiativet
start-initiative-why = Initiativet samlar det som utvecklas: leveranser, förväntade nyttor och vad som har blivit av dem.
start-initiative-do = Lägg upp ett initiativ
start-initiative-done = { $count ->
    [one] Klart, ett initiativ
   *[other] Klart, { $text } initiativ
}
start-delivery = Den första leveransen
start-delivery-why = Leveransen säger vad som tas i bruk och när. Den avgör om nyttan kan väntas än.
start-delivery-do = Logga en leverans
start-delivery-done = { $count ->
    [one] Klart, en leverans
   *[other] Klart, { $text } leveranser
}
start-benefit = Den första nyttan
start-benefit-why = Skriv vad som blir bättre, och för vem, innan det syns i verkligheten. Det är löftet som följs upp.
start-benefit-do = Lägg till en förväntad nytta
start-benefit-done = { $count ->
    [one] Klart, en nytta
   *[other] Klart, { $text } nyttor
}
start-statement = Den första konstaterade nyttan
start-statement-why = Skriv vad som har kommit av löftet, med källa. Också att inget har kommit är ett svar.
start-statement-do = Skriv vad som har konstaterats
start-statement-done = { $count ->
    [one] Klart, en skriven
   *[other] Klart, { $text } skrivna
}
start-approval = Godkännande
start-approval-why = Bara det som någon annan har godkänt räknas i förslagen.
start-approval-do = Se vad som väntar på godkännande
start-approval-done = { $count ->
    [one] Klart, en godkänd
   *[other] Klart, { $text } godkända
}
start-grading = Bedömning
start-grading-why = Systemet föreslår en nivå, människor bedömer och skriver varför.
start-grading-do = Bedöm ett område
start-grading-done = { $count ->
    [one] Klart, en bedömning
   *[other] Klart, { $text } bedömningar
}

start-file = Från en fil
start-file-text = Har ni portföljen i ett kalkylblad kan den läsas in på en gång: enheter, portföljer, områden med budget, initiativ, leveranser, nyttor och konstaterade nyttor. Det som är fel pekas ut med flik och rad innan något läggs till.
start-file-download = Hämta mallen
start-file-import = och
start-file-workbook = Läs in från Excel
start-file-whole = För den som driver installationen: en hel portfölj flyttas mellan installationer med
start-file-json = Filens format (JSON)
start-file-by-others = Styrning och uppföljning och portföljansvariga gör det.

start-example = Ett exempel att prova med
start-example-text = Exemplet är en liten påhittad portfölj med områden, initiativ, nyttor, konstaterade nyttor och en öppen rapport. Något är försenat, något väntar på godkännande och inget är beslutat. Prova fritt: allt kan tas bort igen.
start-example-load = Läs in exemplet
start-example-load-note = Läs in det innan ni lägger in egna områden, initiativ eller rapporter: därefter går det inte. Myndighet och nyttogrupper som redan är upplagda behålls.
start-example-by-others = Styrning och uppföljning kan läsa in det.
start-example-is-loaded = Exemplet är inläst. Stegen ovan räknar med det tills det tas bort.
start-example-remove = Ta bort exemplet
start-example-notice = Exempel – inte era uppgifter.
start-example-notice-text = Ett påhittat exempel är inläst.
start-example-loaded = Exemplet är inläst
start-example-loaded-next = Se översikten, öppna ett initiativ och prova att bedöma ett område. Det tas bort härifrån.
start-example-removed = Exemplet är borttaget
start-example-removed-next = Allt som kom med det eller hängde på det är borta. Det som gjordes syns kvar i revisionsloggen.
start-example-there = Exemplet är redan inläst
start-example-there-next = Inget har ändrats. Det kan tas bort och läsas in på nytt.
start-example-not-there = Exemplet är inte inläst
start-example-not-there-next = Det finns inget att ta bort.
start-example-not-empty = Exemplet läses inte in
start-example-not-empty-next = Det finns redan egna områden, initiativ eller rapporter. Exemplet kan bara läsas in där inget av det finns.

start-removal-title = Ta bort exemplet
start-removal-heading = { $count ->
    [one] En sak tas bort med exemplet
   *[other] { $text } saker tas bort med exemplet
}
start-removal-lead = Det som kom med exemplet tas bort tillsammans med allt som ni har skrivit i det. Det ni har lagt upp utanför exemplet berörs inte.
start-removal-caption = Det här tas bort
start-removal-kind = Slag
start-removal-brought = Kom med exemplet
start-removal-added = Skrivet av er
start-removal-stays = Något blir kvar
start-removal-stays-text = Det här kom med exemplet men används av era egna uppgifter, och blir kvar som ert: { $names }.
start-removal-left = Era egna mått blir kvar
start-removal-left-text = De här måtten har ni lagt upp, men de har bara effektmål på exemplets nyttor. Målen tas bort; måtten och det som är mätt blir kvar: { $names }.
start-removal-submit = Ta bort exemplet för gott
start-removal-back = Tillbaka till Kom igång
start-removal-note = Det går inte att ångra. Exemplet kan läsas in på nytt så länge det inte finns någon egen portfölj.
start-removal-stopped = Exemplet kan inte tas bort än
start-removal-stopped-lead = Det här hör inte till exemplet men hänvisar till det, eller är beslutat. Ändra det först.
start-removal-in-area = Ligger i ett av exemplets områden
start-removal-with-unit = Har en av exemplets enheter
start-removal-in-portfolio = Ligger i en av exemplets portföljer
start-removal-depends = Beror på ett av exemplets initiativ
start-removal-by-areas = Är skriven efter exemplets områden
start-removal-in-scope = Har en av exemplets leveranser i sin omfattning
start-removal-decided = Är beslutad, och det som är beslutat ändras aldrig
start-removal-changed = Något har ändrats sedan du såg listan
start-removal-changed-next = Inget är borttaget. Se igenom listan igen och bekräfta.
start-removal-used = Något annat hänvisar till exemplet
start-removal-used-next = Inget är borttaget. Ta reda på vad som använder exemplet och ändra det först.
start-workbook-title = Läs in från Excel
start-workbook-try = Visa vad filen innehåller
start-workbook-try-again = Visa den rättade filen
start-workbook-take = { $count ->
    [0] Allt i filen finns redan
    [one] En rad läggs till
   *[other] { $text } rader läggs till
}
start-workbook-take-lead = Det här innehåller { $file }.
start-workbook-take-submit = { $count ->
    [one] Läs in raden
   *[other] Läs in { $text } rader
}
start-workbook-take-statements = Konstaterade nyttor räknas när någon annan än du har godkänt dem.
start-workbook-take-note = Det läggs till i ditt namn, och varje sak får historik.
start-workbook-there = Finns redan
start-workbook-too-large = Filen är för stor. Ta bort bilder och flikar som inte hör till mallen, eller dela upp den.
start-workbook-too-many = Filen har fler än { $most } rader. Dela upp den och läs in delarna efter varandra.
start-workbook-heading = Fyll i mallen och läs in portföljen på en gång
start-workbook-lead = Inget läggs till förrän du har sett vad filen innehåller och sagt ja.
start-workbook-left = { $count ->
    [one] En rad finns redan och lämnas som den är, också om något har ändrats i den. Ändra på dess egen sida.
   *[other] { $text } rader finns redan och lämnas som de är, också om något har ändrats i dem. Ändra på deras egna sidor.
}
start-workbook-fill = 1. Fyll i mallen
start-workbook-fill-text = Mallen öppnas i Excel eller LibreOffice. Första fliken förklarar varje kolumn. Du kan fylla i: { $sheets }. Lämna tomt det som ni inte behöver.
start-workbook-file = Den ifyllda filen
start-workbook-file-hint = En Excelfil (.xlsx) på högst 5 MB.
start-workbook-others = Andra roller fyller i: { $sheets }.
start-workbook-other-file = Välj en annan fil
start-workbook-send = 2. Skicka den ifyllda filen
start-workbook-sheet-twice = Två flikar läses som { $sheet }. Ta bort eller döp om den ena.
start-workbook-nothing-taken = Inget i filen är inläst.
start-workbook-not-a-workbook = Det är inte en Excelfil som går att läsa. Spara den som .xlsx, utan lösenord, och skicka den igen.
start-workbook-no-sheet = Ingen av filens flikar hör till mallen. Mallens flikar heter: { $sheets }.
start-workbook-no-file = Välj den ifyllda filen först
start-workbook-no-file-text = Tryck på filfältet, välj Excelfilen och skicka den.
start-workbook-mend = { $count ->
    [one] En sak att rätta i { $file }
   *[other] { $text } saker att rätta i { $file }
}
start-workbook-mend-lead = Inget är inläst än. Rätta det här i filen, spara den och skicka den igen.
start-workbook-more = Och { $text } till.
start-workbook-missing-column = Fliken { $sheet } saknar kolumnen ”{ $head }”. Lägg till den på första raden.
start-workbook-problems = Att rätta
start-workbook-where = Var
start-workbook-what = Vad
start-workbook-comes = Vad filen innehåller
start-workbook-added = Läggs till
start-workbook-agency = Lägg först upp myndigheten
start-workbook-agency-text = Nyttogrupperna följer med den, och mallen behöver dem. Styrning och uppföljning lägger upp den från Kom igång.
start-workbook-unread = { $file } kunde inte läsas
start-workbook-unknown-head = Fliken { $sheet } har en kolumn ”{ $head }” som inte finns i mallen. Ta bort den eller ge den mallens rubrik.
start-workbook-empty = Det står inget under rubrikerna. Fyll i minst en rad och spara filen.
start-workbook-done = Filen är inläst
start-workbook-done-next = Allt finns nu på sina egna sidor, med historik.
start-workbook-broken-cell = Fliken { $sheet }, rad { $row }: en formel har gått fel (till exempel #REF!). Rätta den eller skriv värdet i stället.
