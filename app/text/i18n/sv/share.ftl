# Room: share. Decided reports outside the house: links, what is public, the feed, the archive package.

share-title = Dela med länk
share-heading = { $count ->
    [0] Ingen länk till rapporten gäller
    [one] En länk till rapporten gäller
   *[other] { $text } länkar till rapporten gäller
}
share-lead = Den som har en länk läser den beslutade rapporten utan konto, som webbsida och som filer. Länken leder ingen annanstans och slutar gälla av sig själv.
share-is-public = Rapporten är publicerad. Alla kan läsa den utan konto på
share-public-address = den publika sidan
share-readers = Andra läsare
share-course-hint = Låt någon utan konto läsa den beslutade rapporten under en tid.
share-new = Skapa en länk
share-for-whom = Till vem
share-for-whom-hint = Till exempel ett utskott eller en myndighet. Det visas bara här.
share-for-whom-required = Skriv till vem länken är
share-ends-on = Sista dag
share-ends-on-hint = Länken gäller till och med den dagen, högst ett år.
share-ends-on-required = Ange länkens sista dag
share-ends-on-out-of-range = Välj en sista dag från { $min } till { $max }
share-make = Skapa länken
share-made = Länken är skapad
share-made-lead = Kopiera den nu. Den visas bara den här gången.
share-made-label = Länk till rapporten
share-made-note = Den som har länken kan läsa rapporten och skicka länken vidare. Återkalla den om den hamnar fel.
share-list = Länkar
share-list-caption = Länkar till rapporten, den senaste först
share-state = Läge
share-state-holds = Gäller
share-state-ended = Har slutat gälla
share-state-withdrawn = Återkallad
share-ends = Sista dag
share-made-at = Skapad
share-used = Senast använd
share-never-used = Aldrig
share-withdraw = Återkalla
share-withdraw-of = Återkalla länken till { $whom }
share-none = Ingen har fått en länk
share-none-text = Här listas de länkar som skapas, med uppgift om när de slutar gälla och när de senast användes.
share-done-withdrawn = Länken är återkallad
share-done-withdrawn-next = Den leder ingenstans från och med nu.
share-not-again = Länken är redan skapad
share-not-again-next = Den kan inte visas igen. Återkalla den nedan och skapa en ny, om du inte kopierade den.
share-not-first = Någon annan hann före
share-not-first-next = Länken är redan återkallad.

share-by-link = Du läser en beslutad rapport genom en länk, som gäller till och med { $day }. Innehåll och filer är de som beslutades.
share-public = Du läser en publicerad rapport. Innehåll och filer är de som beslutades.
share-gone-title = Länken gäller inte
share-gone = Den har slutat gälla, är återkallad eller är inte rätt kopierad.
share-gone-do = Fråga den som gav dig länken. Vet du inte vem det är, vänd dig till myndighetens registrator och säg vilken rapport det gäller.
share-to-public = Publicerade rapporter
share-public-title = Publicerade rapporter
share-public-heading = { $count ->
    [0] Publicerade rapporter
    [one] En rapport är publicerad
   *[other] { $text } rapporter är publicerade
}
share-public-lead = Beslutade rapporter som myndigheten har gjort offentliga. De läses utan konto.
share-public-none = Ingen rapport är publicerad än
share-public-none-text = En rapport visas här när den är beslutad och publicerad.
share-since = Publicerad
share-corrected = Rättad
share-pdf-of = { $report } som PDF
share-feed = Publicerade rapporter, flöde
share-feed-text = Följ publicerade rapporter i en flödesläsare:
share-feed-title = Publicerade rapporter, { $agency }
share-feed-decided = Beslutad { $decision }

share-archive = Hämta arkivpaket
share-archive-hint = En ZIP-fil med alla filer ovan, filerna som mätningarna vilar på, kontrollsummor och en beskrivning. Underlagen kan innehålla personuppgifter.
share-archive-too-large = Paketets filer är tillsammans { $size } MB. Ett paket rymmer högst { $max } MB.
share-archive-undecided = Ett arkivpaket finns när rapporten är beslutad.
