# Room: report. Reports: the list, and the report as a document.

report-list-title = Rapporter
report-list-heading = { $count ->
    [0] { $total ->
        [1] Den enda rapporten är inte beslutad
       *[other] Ingen av { $all } rapporter är beslutad
    }
   *[other] { $total ->
        [1] En beslutad rapport
       *[other] { $count ->
            [one] En av { $all } rapporter är beslutad
           *[other] { $decided } av { $all } rapporter är beslutade
        }
    }
}
report-list-empty = Det finns ingen rapport att läsa än
report-list-empty-text = Beslutade rapporter visas här. Utkast kan läsas av enheten Styrning och uppföljning, ledningen och internrevisorn.
report-list-report = Rapport
report-list-state = Läge
report-list-not-decided = inte beslutad
report-list-drafts = Rapporter som inte är beslutade läses av Styrning och uppföljning, ledningen och internrevisorn.

report-skip = Hoppa till innehållet
report-subtitle = Återrapport om effekterna av utvecklingsarbetet { $period }
report-missing = Saknas
report-assignment = Uppdrag
report-assignment-full = { $letter }, uppdrag { $number } { $name }
report-recipient = Mottagare
report-due = Lämnas senast
report-decided = Beslutad
report-undecided = Inte beslutad
report-presenters = Föredragande
report-registry-number = Diarienummer
report-registry = dnr { $number }
report-cut-off = Läget gäller
report-overall = Sammantaget

report-contents = Innehåll
report-foreword = Förord
report-background = Bakgrund
report-method = Utvecklingsarbetet och metoden
report-groups = Nyttogrupper
report-levels = De fem nivåerna
report-scoring = Så räknas förslaget
report-materials = Underlag
report-requirements = Krav på initiativ
report-summary = Sammanfattning
report-overall-judgement = Samlad bedömning
report-groups-levels = Uppfyllnad per nyttogrupp
report-areas-groups = Områden och nyttogrupper
report-ongoing = Pågående initiativ
report-areas = Investeringsområden
report-not-written = Kapitlet är inte skrivet än
report-table = Tabell { $number }
report-appendix = Bilaga { $letter }

report-no-groups = Inga nyttogrupper är registrerade
report-groups-text = Nytta delas in i { $n } grupper. En nytta kan höra till flera grupper.
report-levels-caption = De fem nivåerna och deras gränser
report-level = Nivå
report-name = Namn
report-fulfilment = Uppfyllnad
report-scoring-people = Systemet räknar fram ett förslag för konstaterad nytta ur underlaget. Ledningen beslutar nivån, med skriftlig motivering. Ingen formel väger ihop leverans, förväntad nytta och konstaterad nytta.
report-scoring-scores = En mätt nytta får sin uppfyllnad mellan utgångsvärde och mål som poäng. En nytta som bara är beskriven i ord får medelvärdet av sina bedömningar: bekräftad { $confirmed }, delvis { $partly }, ingen visad{ "\u00A0" }{ $none }, åt fel håll{ "\u00A0" }{ $negative }. Ord kan därför ge högst { $best }. Förslaget är medelvärdet över de nyttor som ska redovisas och har poäng.
report-scoring-weak = Nyttor som saknar underlag räknas aldrig som noll. När mindre än { $limit } av de nyttor som ska redovisas är mätta står ”svagt underlag” vid förslaget.
report-readings = (tolkning) står efter det som underlaget inte säger rakt ut: någon har läst ut det ur sammanhanget.
report-readings-page = Prickad understrykning står under det som underlaget inte säger rakt ut: någon har läst ut det ur sammanhanget.
report-no-materials = Inget underlag är angivet
report-materials-caption = Underlag, med enheter som har tagit fram det
report-material = Underlag
report-units = Enheter
report-systems = System
report-no-requirements = Inga krav är angivna
report-requirements-caption = Krav på initiativ och från när de gäller
report-from = Från
report-applies-to = Gäller
report-requirement = Krav

report-no-motivation = Motivering saknas
report-rest = { $stated ->
    [0] Ingen har en skriven bedömning som ger poäng
   *[other] { $stated-text } har en skriven bedömning som ger poäng
}, { $missing ->
    [0] ingen saknar underlag
   *[other] { $missing-text } saknar underlag
} och { $later ->
    [0] ingen väntar på att redovisas eller är för tidig att bedöma
    [one] en ska inte redovisas än eller är för tidig att bedöma
   *[other] { $later-text } ska inte redovisas än eller är för tidiga att bedöma
}.
report-groups-caption = Uppfyllnad per nyttogrupp, beslut och förslag
report-groups-note = En nytta som hör till flera grupper räknas en gång i varje grupp. Grupperna summeras därför inte.
report-group = Nyttogrupp
report-marks-caption = Huvudsakliga nyttogrupper och uppfyllnad per område
report-group-level = Nivå för gruppen
report-ongoing-none = Inga initiativ pågår utan leverans.
report-ongoing-text = { $count ->
    [one] Ett initiativ pågår utan att ha någon leverans än.
   *[other] { $n } initiativ pågår utan att ha någon leverans än.
}

report-no-areas = Rapporten har inga områden än
report-areas-intro = Här redovisas { $areas ->
    [0] inget investeringsområde
    [one] ett investeringsområde
   *[other] { $areas-text } investeringsområden
} med { $deliveries ->
    [0] inga leveranser
    [one] en leverans
   *[other] { $deliveries-text } leveranser
} och { $objects ->
    [0] inget utvecklingsobjekt
    [one] ett utvecklingsobjekt
   *[other] { $objects-text } utvecklingsobjekt
}. De har { $benefits ->
    [0] ingen förväntad nytta
    [one] en förväntad nytta
   *[other] { $benefits-text } förväntade nyttor
}, { $statements ->
    [0] ingen konstaterad nytta
    [one] en konstaterad nytta
   *[other] { $statements-text } konstaterade nyttor
} och { $figures ->
    [0] inga siffror
    [one] en siffra
   *[other] { $figures-text } siffror
}; siffrornas nummer leder till bilaga A.
report-budget-caption = Investeringsbudget { $period } per område, tkr
report-objects = varav UO
report-deliveries-caption = Leveranser i { $area }

report-appendix-figures = Varje siffra, var den står och vad den bygger på
report-appendix-calculations = Nyttokalkyler
report-appendix-freed-time = Frigjord tid
report-appendix-gaps = Det som saknas eller återstår
report-appendix-references = Referenser
report-appendix-method = Metod, gränser och avvikelser
report-appendix-notes = Öppna frågor i underlaget
report-appendix-audit = Revisionskedja

report-no-figures = Rapporten har inga siffror
report-figures-text = Varje siffra i kapitel 4 har ett nummer som leder hit. Siffrorna är hämtade ur texterna om leveranser och nyttor.
report-figures-caption = Alla siffror om leveranser och nyttor, i den ordning de står i rapporten
report-figure = Siffra
report-figure-number = Nr
report-figures-no-sources = Ingen av dem har en källa angiven.
report-figure-no-source = ingen källa angiven
report-figure-value = Värde
report-figure-period = Period
report-figure-role = Roll
report-figure-place = Leverans och plats
report-place-delivery = leveransen
report-place-expected = förväntad nytta
report-place-realised = konstaterad nytta

report-calculations-text = En nyttokalkyl ställer nyttan mot kostnaden, år för år.
report-calculations-unvalued = Ingen nytta som redovisas har ett värde i en kalkyl som initiativet har lovat.
report-calculations-lacking = Godkänd nyttokalkyl saknas för { $lacking } av { $all } utvecklingsobjekt
report-plans-lacking = Hemtagningsplan saknas för { $lacking } av { $all } utvecklingsobjekt
report-both-lacking = Godkänd nyttokalkyl och hemtagningsplan saknas för { $lacking } av { $all } utvecklingsobjekt
report-calculations-not-required = Inget krav på kalkyl eller plan är ouppfyllt för de initiativ som redovisas.
report-freed-time-text = Frigjord tid redovisas i timmar eller årsarbetskrafter, tillsammans med vad tiden har omsatts i.
report-freed-time-missing = { $count ->
    [0] Ingen frigjord tid är registrerad i timmar eller årsarbetskrafter
    [one] Ingen frigjord tid är registrerad i timmar eller årsarbetskrafter för den enda leveransen
   *[other] Ingen frigjord tid är registrerad i timmar eller årsarbetskrafter för någon av de { $n } leveranserna
}
report-sek-none = Inget utfall i kronor är registrerat och granskat för { $period }, så inget summeras.
report-quoted = Värden och belopp som texterna nämner återges i kapitel 4 och bilaga A. De summeras inte.
report-measured-means = Mätt är en nytta när ett utfall är jämfört med ett utgångsvärde och ett mål.
report-gaps-caption = Det som saknas eller återstår
report-gap-what = Vad
report-gap-count = Antal
report-gap-which = Vilka
report-gap-of = { $count } av { $all }
report-gap-in-chapter-4 = Se kapitel 4: nyttor utan mätning har poäng ur skrivna bedömningar eller ingen poäng.
report-registry-number-own = Rapportens diarienummer
report-no-references = Inga referenser är angivna
report-method-version = Nivåerna är bedömda efter gränser och poäng i versionen { $name }, med läget den { $day }.
report-method-levels = Gränserna står i avsnitt 2.2.
report-method-scoring = Poängen står i avsnitt 2.3.
report-no-deviations = Ingen beslutad nivå avviker från systemets förslag.
report-deviations-caption = Beslutade nivåer som avviker från systemets förslag
report-subject = Bedömning av
report-reason = Skäl
report-no-reason = Skäl är inte angivet
report-no-notes = Inga öppna frågor är antecknade.
report-notes-text = Det här lämnar källorna öppet, eller så säger de emot sig själva. Rapporten väljer inte åt dem.
report-audit-locked = Varje ändring i systemet skrivs i en logg, där varje rad förseglas med en kontrollsumma som bygger på raden före. Koden nedan är loggens radnummer och kontrollsumma när rapporten låstes, densamma i alla rapportens filer. Med den kan myndigheten när som helst visa att loggen fram till dess är oförändrad.
report-audit-open = Varje ändring i systemet skrivs i en logg, där varje rad förseglas med en kontrollsumma som bygger på raden före. Koden nedan är loggens senaste radnummer och kontrollsumma när filen skapades. Med den kan myndigheten när som helst visa att loggen fram till dess är oförändrad.
report-audit-check = (Kontrollen görs med kommandot { $command } följt av koden.)
report-gap-in-appendix-b = Se bilaga B.
report-chart = Figur { $number }
report-proposal-percent = Förslag, procent
report-marks-note = × är områdets huvudgrupper. Nivåer: { $levels }.
report-matrix-caption = Systemets förslag per område och nyttogrupp
report-matrix-caption-weak = Systemets förslag per område och nyttogrupp, alla med svagt underlag
report-matrix-weak-some = { $weak } står i { $table } vid de förslag där mindre än { $limit } av nyttorna är mätta.
report-matrix-void = inget förslag
report-matrix-note = I cellerna står systemets förslag. Sist på raderna och kolumnerna står den beslutade nivån; där ingen är satt står förslaget, konturerat.
report-matrix-alt = Matris med { $areas } områden som rader och { $groups } nyttogrupper som kolumner. Varje cell visar nivån som systemet föreslår, sista raden och sista kolumnen gruppens och områdets egen nivå. { $finding }. Siffrorna står i { $table }.
report-coverage-alt = Liggande staplar, en för varje område, delade efter vad bedömningen av nyttorna vilar på: mätt, skriven, saknas eller räknas inte än. { $finding }. Siffrorna står i { $table }.
report-budget-alt = Liggande staplar, en för varje område, med budgeten för hela perioden. { $finding }. Siffrorna står i { $table }.
report-realisation-alt = Liggande staplar för varje år: utlovat, prognos och utfall i kronor. { $finding }. Siffrorna står i { $table }.
report-freed-time-alt = Liggande staplar, en för varje område, med frigjorda timmar delade efter om det är känt vad de har omsatts i, och tid som har tillkommit. { $finding }. Siffrorna står i { $table }.
report-csv-code = Tabellkod
report-csv-table = Tabell
report-csv-part = Del
report-csv-part-row = rad
report-csv-part-sum = summa
report-csv-row = Radnummer
report-csv-head = Radens rubrik
report-csv-column = Kolumn
report-csv-text = Text
report-csv-value = Värde
report-csv-unit = Enhet

report-data-table = Datatabell { $number }
report-data-deliveries = Leveranser, en rad för varje
report-data-benefits = Förväntade nyttor, en rad för varje
report-data-statements = Konstaterade nyttor, en rad för varje
report-data-goals = Effektmål, en rad för varje
report-data-figures = Siffror, en rad för varje, med värde och enhet var för sig
report-data-state-read = Läge tolkat
report-data-launches = Lanseringar
report-data-sus = SUS
report-data-scope-reason = Varför den är med
report-data-note = Anmärkning
report-data-speaks-for = Gäller nyttorna
report-data-method = Metod
report-data-sources = Källor
report-data-measure = Mått
report-data-unit = Enhet
report-data-actual = Utfall
report-data-fulfilment = Uppfyllnad, procent
report-data-place = Plats
report-data-value-to = Värde till
report-data-approximate = Ungefärlig
report-data-role-read = Roll tolkad


report-form-new = Påbörja en rapport
report-form-change = Ändra uppgifterna
report-form-lead = Rapporten samlar leveranser som har lanserats under åren, och bedömer dem efter läget en viss dag.
report-form-submit = Spara uppgifterna
report-form-title = Titel
report-form-from-year = Första året
report-form-to-year = Sista året
report-form-to-year-taken = Sista året: det finns redan en rapport till och med { $given }
report-form-to-year-out-of-range = Sista året: { $given } är för långt bort, välj högst { $max }
report-form-set-hint = Områdena som rapporten är ordnad efter.
report-form-cut-off-hint = Allt bedöms efter läget den här dagen. Lämna tomt för den 31 december sista året.
report-form-assignment = Uppdrag
report-form-assignment-hint = Uppdraget i regleringsbrevet som rapporten svarar på. Lämna tomt om den inte svarar på något uppdrag.
report-form-letter = Brev
report-form-letter-required = Brev: skriv vilket brev uppdraget står i, till exempel Regleringsbrev 2025
report-form-number = Nummer i brevet
report-form-name = Uppdragets namn
report-form-registry-number = Rapportens diarienummer
report-form-presenters = Föredragande
report-form-presenters-hint = En enhet eller roll per rad.

report-texts-heading = Skriv kapitlen
report-texts-lead = Siffrorna i rapporten hämtas ur portföljen och går inte att skriva över. Här skrivs orden. En tomrad skiljer stycken åt.
report-texts-submit = Spara kapitlen
report-texts-observations = Iakttagelser
report-texts-observations-hint = Ett stycke per iakttagelse. De visas som en lista efter den sammantagna bedömningen.
report-texts-conflicts = Målkonflikter
report-texts-conflicts-hint = Nyttogrupper som står mot varandra: det som gynnar den ena kostar den andra. De markeras i matrisen.
report-texts-conflict-row = Målkonflikt { $row }
report-texts-conflict-one = Nyttogrupp
report-texts-conflict-one-required = Välj den ena nyttogruppen
report-texts-conflict-other = står mot
report-texts-conflict-other-required = Välj nyttogruppen som den står mot
report-texts-conflict-other-circular = Konflikt: välj två olika grupper
report-texts-conflict-text = Vad består konflikten i?
report-texts-conflict-text-required = Skriv vad konflikten består i
report-texts-conflict-add = Lägg till en målkonflikt till
report-texts-notes = Vad lämnas öppet?
report-texts-notes-hint = En rad per sak: uppgifter som saknas eller som säger emot varandra.

report-sources-heading = Ange underlag
report-sources-lead = Det som rapporten bygger på: krav på initiativ, underlag med ansvariga enheter, och referenser.
report-sources-submit = Spara underlaget
report-sources-add = Lägg till en rad till
report-sources-lines-hint = En per rad.
report-sources-requirements = Krav på initiativ
report-sources-requirements-hint = Vad som krävs av initiativen, till exempel en godkänd nyttokalkyl. Trycks i avsnitt 2.
report-sources-requirement-row = Krav { $row }
report-sources-requirement-to = Vilka initiativ kravet gäller
report-sources-requirement-from = Gäller från och med
report-sources-requirement-what = Vad som krävs
report-sources-materials = Underlag
report-sources-materials-hint = Det som rapporten bygger på: statistik, enkäter och egna uppföljningar, med de enheter som tar fram det. Trycks i avsnitt 2.
report-sources-material-row = Underlag { $row }
report-sources-material-name = Vad är det?
report-sources-material-units = Enheter som tar fram det
report-sources-material-systems = System
report-sources-material-frequency = Hur ofta
report-sources-numbers = Diarienummer
report-sources-references = Referenser
report-sources-references-hint = Dokument som rapportens texter hänvisar till. Trycks sist, i referenslistan.
report-sources-reference-row = Referens { $row }
report-sources-reference-what = Dokument

report-scope-title = Omfattning
report-scope-change-link = Ändra omfattningen
report-scope-heading = { $in } av { $all } leveranser är med i rapporten
report-scope-lead = Leveranser som har lanserats under rapportens år är med. Andra kan läggas till med en motivering, som syns i rapporten.
report-scope-caption = Leveranser i rapportens områden
report-scope-delivery = Leverans
report-scope-state = Med i rapporten
report-scope-change = Ändra
report-scope-added = Tillagd: { $reason }
report-scope-launched = Lanserad under åren
report-scope-outside = Inte med
report-scope-add = Lägg till
report-scope-remove = Ta ur rapporten
report-scope-reason = Varför ska den vara med?
report-scope-none = Inga leveranser i rapportens områden
report-scope-none-text = Logga leveranser på initiativen och ange område.
report-scope-done = Omfattningen är sparad
report-scope-done-next = Rapporten räknas om på det som nu är med.
report-scope-why-next = Ingenting är ändrat. Motiveringen behövs, eftersom den står i rapporten.
report-scope-back = Tillbaka till rapporten
report-done = Uppgifterna är sparade
report-done-texts = Kapitlen är sparade
report-done-sources = Underlaget är sparat
report-done-next = Rapporten nedan visar hur det blev.

## What readers' tools say of boxes in the PDF
report-box-ticked = Ikryssad
report-box-unticked = Inte ikryssad
