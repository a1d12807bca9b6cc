# Room: measurements. Many measurements at once: logged, approved and read from a file.

measurements-title = Periodens mätningar
measurements-link = Registrera för en period
measurements-heading = Mätningar för { $period }
measurements-lead = Alla mått som ska mätas för perioden och som du får registrera, i en tabell. Rader utan värde lämnas orörda.
measurements-none = Inga mått att registrera
measurements-none-text = När ett mått säger hur ofta det mäts och hör till en nytta som du ansvarar för visas det här.
measurements-choose = Välj period och mått
measurements-period = Period
measurements-search = Sök mått eller nytta
measurements-show = Visa
measurements-caption = Mått och värden för perioden
measurements-keys = Enter går till nästa rads värde. En kolumn som kopierats i ett kalkylblad fyller fälten nedåt.
measurements-before = Förra värdet
measurements-target = Mål
measurements-value = Värde
measurements-source-usual = Källa: { $source }
measurements-source-none = Källa saknas: ange den nedanför
measurements-pasted = Ifyllda rader: { $rows }.
measurements-for-all = Gäller alla rader
measurements-source = Källa
measurements-source-hint = Tomt: varje rad tar den källa som står under måttet.
measurements-proof = Diarienummer eller adress
measurements-who = Godkänns av en granskare, enheten Styrning och uppföljning eller någon annan i samma portfölj.
measurements-submit = Skicka in alla
measurements-split = Mått med uppdelning
measurements-split-text = De har flera värden per period och registreras för sig.
measurements-done = { $text } { $count ->
    [one] mått är redan inskickat eller godkänt
   *[other] mått är redan inskickade eller godkända
} för perioden.
measurements-more = { $text } mått till får inte plats här. Skicka in raderna ovanför eller sök, så visas fler.
measurements-without-frequency = { $text } mått saknar uppgift om hur ofta mätningen görs, och registreras från måttets egen sida.
measurements-all-done = Inget kvar att registrera
measurements-all-done-text = Inget mått som du kan registrera i tabellen saknar värde för perioden.
measurements-value-finds-nothing = Skriv minst ett värde
measurements-value-required = Skriv ett värde, eller töm resten av raden
measurements-value-taken = Måttet är redan mätt för { $given }
measurements-value-gone = Någon annan har ändrat eller skickat in utkastet. Öppna måttet och se hur det står.
measurements-value-not-yours = Du får inte registrera mätningar för det måttet
measurements-source-required = Ange en källa, för minst en rad har ingen sedan tidigare
measurements-period-in-the-future = { $given } är inte över än
measurements-period-not-a-date = ”{ $given }” är ingen period. Skriv till exempel 2025 kv 3 eller 2025.
measurements-proof-text-unknown-choice = ”{ $given }” är ingen adress, skriv en som börjar med https://
measurements-sent = { $text } { $count ->
    [one] mätning är skickad
   *[other] mätningar är skickade
} för godkännande
measurements-sent-next = De räknas när någon annan har godkänt dem.
measurements-kept = { $text } utkast { $count ->
    [one] är sparat
   *[other] är sparade
}
measurements-kept-next = De räknas inte förrän de är inskickade och godkända. De står kvar i tabellen tills dess.
measurements-same = Inget var ändrat
measurements-same-next = Det du skrev var redan sparat som utkast.
measurements-review-title = Mätningar att godkänna
measurements-review-link = Godkänn mätningar
measurements-review-heading = { $text } { $count ->
    [one] mätning väntar
   *[other] mätningar väntar
} på dig
measurements-review-lead = Jämför värdet med källan och med det som gällde förut. Det som behöver rättas återlämnas från måttets sida.
measurements-review-none = Inget väntar på dig
measurements-review-none-text = När någon skickar in en mätning som du får godkänna visas den här.
measurements-review-hint = Kryssa för det som stämmer. Det du inte kryssar för står kvar.
measurements-review-pick = Välj
measurements-review-pick-one = Välj { $what }
measurements-review-before = Senast godkänt
measurements-review-approve = Godkänn valda
measurements-review-more = { $text } till visas när några av dessa är godkända.
measurements-review-own = { $text } { $count ->
    [one] mätning har du själv skrivit. Den
   *[other] mätningar har du själv skrivit. De
} väntar på någon annan.
measurements-review-approved = { $text } { $count ->
    [one] mätning är godkänd
   *[other] mätningar är godkända
}
measurements-review-approved-next = De räknas nu i effektmålen och i sammanställningarna.
measurements-review-nothing = Inget var valt. Kryssa för minst en mätning.
measurements-review-changed = { $text } hade ändrats eller granskats av någon annan sedan du såg listan.
measurements-review-left-own = { $text } har du själv skrivit, och någon annan behöver godkänna.
measurements-review-refused = { $text } ligger utanför det du får godkänna.
measurements-from-file = Läs in mätningar från en fil
measurements-file-title = Mätningar från en fil
measurements-file-lead = Läs in mätningar från Excel eller en textfil. Du ser vad som händer innan något sparas.
measurements-file-sheet = Mätningar
measurements-file-measure = Mått
measurements-file-period = Period
measurements-file-value = Värde
measurements-file-numerator = Täljare
measurements-file-denominator = Nämnare
measurements-file-source = Källa
measurements-file-comment = Kommentar
measurements-file-link = Länk
measurements-file-registry-number = Diarienummer
measurements-file-measure-text = Måttets namn, eller dess id där två mått heter likadant. Behövs.
measurements-file-period-text = Till exempel 2025 kv 3, 2025-03, T2 2025 eller 2025. Behövs.
measurements-file-value-text = Värdet i måttets enhet. Behövs, om det inte finns en täljare.
measurements-file-ratio-text = För mått som är en kvot, i stället för värdet.
measurements-file-source-text = Tomt: samma källa som förra gången.
measurements-file-comment-text = Det som behöver sägas om värdet.
measurements-file-link-text = En adress som börjar med https:// och som värdet kan kontrolleras mot.
measurements-file-registry-number-text = Där underlaget är diariefört.
measurements-file-ratio-note = Skriv täljare och nämnare, eller värdet i { $unit }.
measurements-file-columns = Kolumner
measurements-file-columns-text = Första raden har rubrikerna, på svenska eller engelska och i vilken ordning som helst. Varje rad är en mätning.
measurements-file-column = Kolumn
measurements-file-holds = Innehåll
measurements-file-template = Hämta en mall med periodens mått
measurements-file-send = Skicka filen
measurements-file-label = Fil
measurements-file-hint = Excel (xlsx) eller text med semikolon, komma eller tabb mellan cellerna (csv). Högst 5 MB och tusen rader.
measurements-file-try = Kontrollera filen
measurements-file-try-again = Kontrollera på nytt
measurements-file-none = Ingen fil är vald
measurements-file-unread = { $file } kunde inte läsas
measurements-file-no-file = Välj den fil som ska läsas in.
measurements-file-not-a-sheet = Filen är varken en Excelfil (xlsx) eller text. Spara den som något av det.
measurements-file-too-large = Filen är större än 5 MB. Dela upp den i flera.
measurements-file-too-many = Filen har fler än { $most } rader. Dela upp den i flera.
measurements-file-unknown-head = Rubriken ”{ $head }” känns inte igen. De som finns är { $heads }.
measurements-file-head-twice = Rubriken ”{ $head }” är samma kolumn som en tidigare. Ta bort den ena.
measurements-file-missing-column = Kolumnen { $head } saknas. Lägg till den på första raden.
measurements-file-broken-cell = En formel på rad { $row } har gått fel. Rätta den eller skriv värdet i stället.
measurements-file-empty = Det står inget under rubrikerna. Fyll i minst en rad och spara filen.
measurements-file-mend = { $text } { $count ->
    [one] fel behöver
   *[other] fel behöver
} rättas
measurements-file-mend-lead = Inget ur { $file } är sparat. Rätta i filen och skicka den igen.
measurements-file-problems = Det som behöver rättas
measurements-file-row = Rad
measurements-file-stands = Där står
measurements-file-wrong = Vad är fel
measurements-file-nothing-taken = Inget sparas förrän hela filen är rätt.
measurements-file-take = { $text } { $count ->
    [one] mätning är ny
   *[other] mätningar är nya
}
measurements-file-take-lead = Så här läses { $file }. Inget är sparat än.
measurements-file-comes = Filens rader
measurements-file-becomes = Blir
measurements-file-new = Ny mätning
measurements-file-there = Finns redan, lämnas orörd
measurements-file-left = { $text } { $count ->
    [one] rad gäller en period som redan är mätt. Den lämnas orörd: det som är fel rättas från måttets sida.
   *[other] rader gäller perioder som redan är mätta. De lämnas orörda: det som är fel rättas från måttets sida.
}
measurements-file-drafts = Spara som utkast
measurements-file-other = Välj en annan fil
measurements-file-measure-required = Måttet saknas
measurements-file-measure-unknown-choice = Det finns inget mått som heter ”{ $given }”
measurements-file-measure-ambiguous = Flera mått heter ”{ $given }”: skriv måttets id i stället
measurements-file-measure-not-yours = Du får inte registrera mätningar för det måttet
measurements-file-period-taken = Måttet står för { $given } på en rad tidigare i filen
measurements-file-period-in-the-future = { $given } är inte över än
measurements-file-period-not-a-date = ”{ $given }” är ingen period. Skriv till exempel 2025 kv 3 eller 2025.
measurements-file-numerator-taken = Både värde och täljare är ifyllda: ta bort det ena
measurements-file-link-unknown-choice = ”{ $given }” är ingen adress, skriv en som börjar med https://
measurements-file-sent = { $text } { $count ->
    [one] mätning ur filen är skickad
   *[other] mätningar ur filen är skickade
} för godkännande
measurements-file-kept = { $text } { $count ->
    [one] mätning ur filen är sparad
   *[other] mätningar ur filen är sparade
} som utkast
