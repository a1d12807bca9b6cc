# Room: area. Investment areas: the list, and an area's page, which follows the report's section.

area-list-title = Områden
area-list-to-structure = Till Struktur
area-list-caption = Investeringsområden { $period }
area-list-empty = Inga områden är registrerade
area-list-empty-text = Områdena hör till den områdesindelning som rapporten är skriven efter.
area-list-budget = Budget, tkr
area-list-objects = Utvecklings­objekt
area-list-due = Ska redovisas
area-list-no-report-text = Här visas hur varje område står sig i en rapport. Områdena och deras budget finns under Struktur tills en rapport är upplagd.

area-open-assessment = Öppna bedömningen
area-budget = Budget
area-budget-period = för { $period }
area-budget-share = , { $share } av investeringsbudgeten på { $total } tkr
area-tkr = { $amount } tkr
area-no-budget = Ingen budget är angiven för { $period }
area-purpose = Syfte
area-effects = Förväntade effekter
area-summary = Sammanfattande bedömning
area-main-groups = Huvudsakliga nyttogrupper
area-fulfilment = Uppfyllnad
area-fulfilment-of-expected = Uppfyllnad av förväntad nytta
area-how = Så räknas förslaget { $percent }
area-not-judged = Området är inte bedömt
area-not-judged-text = Enheten Styrning och uppföljning skriver bedömningen. Den blir synlig för alla när ledningen har beslutat rapporten.
area-motivation = Motivering
area-deviation = Skäl för avvikelsen från förslaget
area-deliveries = Leveranser, förväntad och konstaterad nytta
area-deliveries-short = Leveranser och nytta
area-no-deliveries = Inga leveranser att redovisa för { $period } än
area-without-delivery = Nyttor utan leverans
area-pair-caption = Poängen vid varje förväntad nytta är medelvärdet av de bedömningar som gäller den: bekräftad { $confirmed }, delvis { $partly }, ingen visad { $none }, åt fel håll { $negative }
area-pair-expected-head = Leverans och förväntad nytta
area-expected-benefit = Förväntad nytta
area-realised-benefit = Konstaterad nytta
area-no-expected = Ingen förväntad nytta är registrerad
area-no-realised = Ingen konstaterad nytta är registrerad
area-legend-dotted = Prickat understruket
area-legend-interpreted = : tolkat ur rapportens text
area-late = Försenad
area-launched = Lanserat { $when }
area-planned = Planerat { $when }
area-upcoming = Återstår
area-scope-reason = Tas med i rapporten: { $reason }
area-score = Poäng{ "\u00A0" }{ $score }
area-no-score = Ingen poäng, { $state }
area-undated = saknar datum
area-undated-state = Saknar datum
area-unplanned = Tillkommande
area-as-of = Gäller { $day }
area-follow-up = Följs upp { $when }
area-method = Metod: { $method }
area-measured = Mätt
area-source = Källa:

area-scores-heading = Förslaget { $percent } är { $count ->
    [one] poängen för den enda nytta som har underlag
   *[other] medelvärdet av poängen för { $n } nyttor
}
area-scores-heading-none = Inget förslag: { $reason }
area-scores-short = Så räknas förslaget
area-scores-caption = Nyttor per nyttogrupp med det som poängen vilar på
area-scores-note = En nytta med flera grupper står i varje grupp men räknas en gång i området. Nyttor som inte ska redovisas än och nyttor utan underlag räknas inte in.
area-scores-mean = Medelvärde för området, förslag
area-delivery = Leverans
area-statements = Bedömningar
area-evidence = Underlag
area-points = Poäng

area-in-short = I korthet
area-on-page = På sidan
area-all-delivered = alla levererade
area-coverage-with-stated = Med skrivna bedömningar
area-weighted = Förslag viktat efter värde
area-missing = Underlag saknas
area-weighted-none = inget belopp
area-calculation = Nyttokalkyl
area-plan = Hemtagningsplan
area-required-missing = Saknas för { $lacking } av { $all } UO
area-required-there = Finns för alla UO
area-others = Andra områden
area-previous = Föregående
area-next = Nästa
area-give-budget = Ange budget
