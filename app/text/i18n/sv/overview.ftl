# Room: overview. The first page: where the portfolio stands.

overview-title = Översikt
overview-heading-decided = Utvecklingen { $period } når { $level } uppfyllnad
overview-heading-open = Läget { $period } den { $day }
overview-heading-ahead = Läget { $period } inför den { $day }
overview-switch = Välj rapport
overview-switch-decided = Återrapport { $period }, beslutad { $day }
overview-switch-open = { $period }, { $state }
overview-read-report = Läs rapporten

overview-lead-undecided = Ingen nivå är beslutad.
overview-lead-not-decided = Nivån { $level } är inte beslutad än ({ $state }).
overview-lead-proposal = Systemets förslag är { $level } med { $percent }.
overview-lead-proposal-same = Systemets förslag är detsamma, { $level } med { $percent }.
overview-lead-proposal-higher = Systemets förslag är högre, { $level } med { $percent }.
overview-lead-proposal-lower = Systemets förslag är lägre, { $level } med { $percent }.
overview-lead-no-proposal = Systemet har inget förslag.
overview-lead-weak = Underlaget är svagt: { $evidence }.
overview-lead-weighted = Viktat efter förväntat värde blir förslaget { $level } med { $percent }.
overview-lead-evidence-ends = Det nyaste som är skrivet gäller { $day }.

overview-evidence-nothing-due = ingen nytta ska redovisas än
overview-evidence-none = { $count ->
    [one] den enda nytta som ska redovisas är inte mätt
   *[other] ingen av de { $due } nyttor som ska redovisas är mätt
}
overview-evidence-some = { $count ->
    [one] { $measured } av { $due } nytta som ska redovisas är mätt
   *[other] { $measured } av de { $due } nyttor som ska redovisas har mätts
}
overview-evidence-all = { $count ->
    [one] den enda nytta som ska redovisas är mätt
   *[other] alla { $due } nyttor som ska redovisas är mätta
}

overview-budget = Budget
overview-tkr = tkr
overview-tkr-some = tkr, inte angiven för alla områden
overview-deliveries = Leveranser
overview-deliveries-partly = delvis levererade: { $count }
overview-deliveries-late = försenade: { $count }
overview-deliveries-partly-late = delvis levererade: { $partly }, försenade: { $late }
overview-development-objects = Utvecklingsobjekt
overview-expected = Förväntade nyttor
overview-coverage = Täckningsgrad
overview-coverage-of = { $measured } av { $due } mätta, { $stated } skrivna
overview-coverage-nothing-due = inget ska redovisas än
overview-scope-note = Siffrorna gäller leveranserna i rapporten { $period } och deras nyttor. Registren visar hela portföljen.

overview-area = Område
overview-proposal = Förslag
overview-decision = Beslut
overview-matrix-caption = Område mot nyttogrupp: systemets förslag per cell, med samlat förslag och beslut sist på varje rad och kolumn
overview-matrix-area-total = Samlat för området
overview-matrix-group-proposal = Förslag för gruppen
overview-matrix-group-decision = Beslut för gruppen
overview-cell-count = { $n } st
overview-no-benefits = inga nyttor
overview-legend-decided = beslutad av ledningen
overview-legend-proposal = systemets förslag
overview-legend-main = huvudgrupp för området
overview-legend-missing = nivå saknas
overview-legend-not-counted = För tidigt eller inte aktuell än, räknas inte
overview-legend-undecided = konturerad: inte beslutad än
overview-matrix-weak = { $weak } gäller alla förslag: mindre än { $limit } av nyttorna är mätta.
overview-matrix-note = Skrivna bedömningar kan ge högst { $rank } { $level }. En nytta med flera grupper räknas en gång i området och en gång i varje grupp. I cellen: förslag i procent och antal nyttor, också de som inte ska redovisas än.

overview-groups-none = Ingen nyttogrupp har något förslag än
overview-groups-one = Bara { $name } har ett förslag
overview-groups-equal = Alla grupper med förslag ligger lika, { $percent }
overview-groups-spread = Förslagen är högst för { $highest } och lägst för { $lowest }

overview-agreement-no-areas = Rapporten har inga områden än
overview-agreement-nothing = Inget område har en beslutad nivå eller ett förslag än
overview-agreement-undecided = Inget område har en beslutad nivå än, { $proposed } av { $all } har ett förslag
overview-agreement-undecided-all = { $count ->
    [one] Området har ett förslag men ingen beslutad nivå än
   *[other] Inget område har en beslutad nivå än, alla { $all } har ett förslag
}
overview-agreement-some-decided = { $decided } av { $all } områden har en beslutad nivå
overview-agreement-all-same = I alla { $all } områden är beslut och förslag lika
overview-agreement-same = { $count ->
    [0] I inget av { $all } områden är beslut och förslag lika
   *[other] I { $same } av { $all } områden är beslut och förslag lika
}
overview-agreement-one-lower = { overview-agreement-same }, { $number } bedöms { $steps ->
    [1] en nivå
    [2] två nivåer
    [3] tre nivåer
   *[other] fyra nivåer
} lägre
overview-agreement-one-higher = { overview-agreement-same }, { $number } bedöms { $steps ->
    [1] en nivå
    [2] två nivåer
    [3] tre nivåer
   *[other] fyra nivåer
} högre
overview-agreement-several-differ = { overview-agreement-same }, { $numbers } avviker
overview-scale-caption = Den femgradiga skalan per område

overview-gaps-heading = Det här saknas eller återstår
overview-gaps-none = Inget saknas
overview-gaps-none-text = Alla nyttor som ska redovisas är mätta, och allt som krävs finns.
overview-gap-unmeasured-note = Effektmål med utgångsvärde, mål och godkänt utfall är inte registrerade.
overview-gap-missing-note = Varken mätning eller skriven bedömning som ger poäng.
overview-gap-undated-note = Varken leverans eller datum säger när nyttan ska redovisas.
overview-gap-without-calculation-note = Krav i beslutsunderlaget sedan 2023.
overview-gap-without-plan-note = Krav sedan hösten 2024.
overview-gap-late-note = Planerad lansering till och med den { $day }, men ingen är loggad.
overview-gap-names = { $names } och { $more } till
overview-all = Visa alla { $count }
overview-gap-pages = Sidor med det som saknas
overview-gap-none = Ingenting här
overview-gap-none-text = Av det här saknas inget i den valda rapporten.

overview-coverage-all-measured = Alla { $due } nyttor som ska redovisas är mätta
overview-coverage-some-measured = { $measured } av { $due } nyttor har mätts
overview-coverage-all-stated = Ingen nytta är mätt mot mål: alla { $due } vilar på skrivna bedömningar
overview-coverage-some-stated = Ingen nytta är mätt mot mål: { $stated } av { $due } vilar på skrivna bedömningar, { $rest } saknar underlag
overview-coverage-nothing = { $count ->
    [one] Den enda nytta som ska redovisas saknar underlag
   *[other] Ingen av de { $due } nyttor som ska redovisas har något underlag
}
overview-coverage-caption = Antal nyttor per område efter vad bedömningen vilar på
overview-bar = Stapel
overview-measured = Mätta
overview-stated = Skrivna
overview-missing = Saknas
overview-too-early = Räknas inte än
overview-coverage-short = Täckning
overview-coverage-with-stated = Med skrivna
overview-all-areas = Alla områden

overview-budget-none = Ingen budget är angiven för { $period }
overview-budget-some = Budget är angiven för { $given } av { $all } områden
overview-budget-none-text = En budget gäller de år som den är angiven för och sprids aldrig ut på andra år.
overview-budget-largest = { $name } har { $share } av budgeten
overview-budget-equal = { $names } har störst budget
overview-budget-elsewhere = (finns för { $periods })
overview-budget-caption = Budget för hela perioden { $period }, tkr
overview-no-budget = Ej angiven
overview-share = Andel
overview-sum = Summa
overview-sum-given = Summa av angivna

overview-value-none = Värdet per år går inte att räkna fram
overview-value-some = { $valued } av { $due } nyttor har ett förväntat årligt värde
overview-value-empty = Inget förväntat värde är registrerat
overview-value-empty-text = Förväntat och realiserat värde per år visas när den första nyttokalkylen är godkänd. Fram till dess står fälten tomma, inte på noll.
overview-value-due = Förväntat värde per år
overview-value-measured = Mätt andel av värdet
overview-value-stated = Mätt eller bedömt i ord, andel av värdet
overview-amounts-title = Belopp i konstaterade nyttor
overview-amounts-pages = Sidor med belopp
overview-amounts-caption = Belopp som nämns i konstaterade nyttor. De jämförs med olika saker och summeras inte.
overview-amounts-none = Ingen konstaterad nytta nämner något belopp
overview-amounts-none-text = Belopp visas här när en konstaterad nytta innehåller en siffra i kronor.
overview-amount = Belopp
overview-amount-what = Vad

overview-empty = Inga leveranser att redovisa för { $period } än
overview-empty-text = Rapporten omfattar leveranser som har lanserats { $period }. De visas här när lanseringen är loggad. En planerad leverans kommer med när den har lanserats, eller när den läggs till i rapportens omfattning med ett skäl.
overview-empty-link = Gå till initiativen
overview-no-report = Det finns ingen rapport än
overview-no-report-text = Översikten visar hur utvecklingen står sig i en rapport. Lägg upp det som återstår steg för steg.

overview-conflicts = Målkonflikter mellan nyttogrupper
overview-conflict-with = Målkonflikt med { $groups }
