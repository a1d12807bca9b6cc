# Room: calculation_file. A benefit calculation as a workbook: its sheets, heads, key figures and how to use it.

calculation-file-sheet-head = Kalkyl
calculation-file-sheet-lines = Poster
calculation-file-sheet-results = Resultat
calculation-file-sheet-lists = Listor

# Names of cells that formulas use: letters and underscores only.
calculation-file-cell-rate = Kalkylränta
calculation-file-cell-base-year = Basår

calculation-file-version = Version
calculation-file-base-year = Basår
calculation-file-horizon = Horisont, antal år
calculation-file-rate = Kalkylränta
calculation-file-rate-source = Källa till kalkylräntan
calculation-file-price-level = Prisnivå
calculation-file-unit = Belopp i
calculation-file-zero-alternative = Nollalternativ
calculation-file-assumptions = Antaganden
calculation-file-preferred = Förordat alternativ
calculation-file-alternative = Alternativ
calculation-file-description = Beskrivning

calculation-file-how = Så används filen
calculation-file-how-lines = En post är tre rader på fliken Poster: låg, trolig och hög. Namn, slag och nytta skrivs på den första raden och följer med till de andra två. Nya poster skrivs på de tomma raderna längst ned.
calculation-file-how-amounts = Beloppen är skillnader mot nollalternativet och skrivs i { $unit }. En tom cell betyder att posten inte har något belopp det året. En negativ nytta skrivs med minustecken, och låg är då det mest negativa beloppet.
calculation-file-how-results = Fliken Resultat räknas om när du ändrar ett belopp eller kalkylräntan.
calculation-file-how-read = När filen läses in i Nytta hämtas posterna. Basår, horisont, kalkylränta och de andra uppgifterna på den här fliken ändrar du i Nytta.
calculation-file-how-codes = De dolda kolumnerna längst till höger på fliken Poster visar Nytta vilken post som är vilken. Låt dem vara kvar.

calculation-file-lines-about = Belopp i { $unit }. Nya poster skrivs på de tomma raderna längst ned.
calculation-file-column-name = Post
calculation-file-column-class = Slag
calculation-file-column-benefit = Nytta
calculation-file-column-estimate = Uppskattning
calculation-file-column-note = Så är beloppen framtagna
calculation-file-column-line-id = Postens kod
calculation-file-column-class-code = Slagets kod
calculation-file-column-benefit-id = Nyttans kod
calculation-file-column-estimate-code = Uppskattningens kod
calculation-file-low = Låg
calculation-file-likely = Trolig
calculation-file-high = Hög

calculation-file-results-about = Belopp i { $unit }. Allt räknas ut av fliken { $lines } och kalkylräntan på fliken { $head }.
calculation-file-results-about-priced = Belopp i { $unit }, i { $year } års priser. Allt räknas ut av fliken { $lines } och kalkylräntan på fliken { $head }.
calculation-file-results-of = Resultat: { $name }
calculation-file-financial = Finansiell nytta
calculation-file-financial-and-redistribution = Finansiell nytta och omfördelningsnytta
calculation-file-scenario-pessimistic = Pessimistisk
calculation-file-scenario-likely = Trolig
calculation-file-scenario-optimistic = Optimistisk
calculation-file-no-value = inget värde
calculation-file-pv-benefits = Nuvärde av nyttorna
calculation-file-pv-costs = Nuvärde av kostnaderna
calculation-file-nnv = Nettonuvärde (NNV)
calculation-file-nnk = Nettonuvärdeskvot (NNK)
calculation-file-bc-ratio = Nytta per krona kostnad
calculation-file-break-even-share = Andel av nyttan som måste komma
calculation-file-payback = Återbetalningstid, år
calculation-file-discounted-payback = Återbetalningstid med kalkylränta, år
calculation-file-irr = Internränta
calculation-file-flow = { $scope }, { $scenario }
calculation-file-benefits = Nyttor
calculation-file-costs = Kostnader
calculation-file-net = Netto
calculation-file-cumulative-net = Netto hittills
calculation-file-discounted-net = Diskonterat netto
calculation-file-cumulative-discounted-net = Diskonterat netto hittills
calculation-file-basis = Underlag: så är resultatet uträknat
calculation-file-order = År i ordning
calculation-file-factor = Diskonteringsfaktor
calculation-file-sum-costs = Kostnader, { $estimate }
calculation-file-sum-financial = Finansiell nytta, { $estimate }
calculation-file-sum-redistribution = Omfördelningsnytta, { $estimate }
calculation-file-below = Året i ordning, där netto hittills är under noll
calculation-file-below-discounted = Året i ordning, där diskonterat netto hittills är under noll
calculation-file-sign = Nettots tecken
calculation-file-sign-change = Nettot byter tecken
calculation-file-steps = Startvärde för internräntan, sökt genom halvering
calculation-file-steps-step = Steg
calculation-file-steps-start = Startvärde
