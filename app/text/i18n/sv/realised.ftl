# Room: realised. Freed time and values in kronor: what came, and where it went.

realised-title = Frigjord tid
realised-unit-hours = Timmar
realised-unit-full-time-years = Årsarbetskrafter
realised-disposition-budget-cut = Sänkt budget
realised-disposition-more-volume = Mer utfört
realised-disposition-better-results = Bättre resultat
realised-disposition-higher-quality = Högre kvalitet
realised-disposition-less-workload = Lägre arbetsbelastning
realised-disposition-other = Annat
realised-disposition-unknown = Okänt
realised-frequency-one-off = En gång
realised-frequency-yearly = Varje år
realised-kind-outcome = Utfall
realised-kind-estimate = Uppskattning
realised-kind-forecast = Prognos
realised-hours = { $hours } timmar

realised-problem-more-than-freed = Mer tid har omsatts ({ $given } timmar) än som frigjordes ({ $freed } timmar)
realised-problem-nothing-freed = Ingen tid frigjordes, så den kan inte ha omsatts i något. Ta bort raden eller ändra mängden.
realised-problem-no-year-hours = Ingen godkänd faktor säger hur många timmar en årsarbetskraft hade år { $given }. Ange timmar i stället.
realised-problem-only-outcomes = Bara utfall kan räknas med i summor
realised-problem-counted-already = För år { $given } räknas redan ett annat värde av samma värdeslag med i summor

# Beside a benefit
realised-time = Frigjord tid
realised-time-add = Logga frigjord tid
realised-time-change = Ändra frigjord tid
realised-time-remove = Ta bort
realised-time-correct = Rätta frigjord tid
realised-time-correction = Rättar det som var godkänt
realised-time-of = frigjord tid { $year }
realised-time-freed = { $year }: { $hours } timmar frigjordes
realised-time-added = { $year }: { $hours } timmar tillkom
realised-time-none = { $year }: ingen tid frigjordes
realised-time-typed-years = angivet som { $amount } årsarbetskrafter
realised-time-went = Omsatt i
realised-time-hours-into = { $kind }: { $hours } timmar
realised-time-words-into = { $kind }, timmar inte angivna
realised-time-unknown = Det är okänt vad { $hours } timmar har omsatts i
realised-sek = Värde i kronor
realised-sek-add = Ange värde i kronor
realised-sek-change = Ändra värdet
realised-sek-remove = Ta bort värdet
realised-sek-yearly = { $amount } per år, { $years }
realised-sek-once = { $amount } en gång, { $years }
realised-sek-compared = jämfört med { $with }
realised-sek-counts = Räknas i summor
realised-sek-waits = Räknas när underlaget är godkänt
realised-sek-not-now = Räknas inte: underlaget gäller inte längre, eller ännu inte
realised-sek-not = Räknas inte i summor
realised-sek-rests-on = Underlag: { $ground }

# Receipts
realised-done-time-draft = Utkastet är sparat
realised-done-time-draft-next = Det räknas inte förrän det är inskickat och godkänt.
realised-done-time-sent = Den frigjorda tiden är skickad för godkännande
realised-done-time-sent-next = Den räknas i området, i nyttogrupperna och i helheten när någon annan har godkänt den.
realised-done-time-approved = Den frigjorda tiden är godkänd
realised-done-time-approved-next = Den räknas nu i området, i nyttogrupperna och i helheten.
realised-done-time-returned = Den frigjorda tiden är återlämnad
realised-done-time-returned-next = Den som skrev ser varför och kan skicka in den igen.
realised-done-time-withdrawn = Den frigjorda tiden är tillbakatagen
realised-done-time-withdrawn-next = Den är ett utkast igen. Ändra och skicka in den när den är klar.
realised-done-time-removed = Den frigjorda tiden är borttagen
realised-done-time-removed-next = Det som stod finns kvar i historiken.
realised-done-sek = Värdet är sparat
realised-done-sek-next = Det räknas när det konstaterande eller den mätning som det hör till är godkänd.
realised-done-sek-removed = Värdet är borttaget
realised-done-sek-removed-next = Det som stod finns kvar i historiken.

# The form of freed time
realised-time-form-new = Logga frigjord tid
realised-time-form-change = Ändra frigjord tid
realised-time-form-correct = Rätta frigjord tid
realised-time-form-correct-lead = Det som är godkänt räknas tills rättelsen är godkänd. Frigjordes ingen tid anger du 0.
realised-time-form-before = Rättar { $said }.
realised-time-form-lead = Hur mycket tid frigjorde nyttan under året, och vad har tiden använts till?
realised-time-form-note = Det som ingen rad nedan förklarar visas som okänt.
realised-time-form-year = År
realised-time-form-years-logged = Redan loggade år: { $years }. Ändra eller rätta dem från initiativets sida.
realised-time-form-unit = Enhet
realised-time-form-year-hours = En årsarbetskraft räknas som { $hours } timmar det valda året.
realised-time-form-year-hours-hint = Årsarbetskrafter räknas om till timmar med den faktor som gällde under året.
realised-time-form-amount = Mängd
realised-time-form-amount-hint = Skriv ett minustecken om tid i stället har tillkommit.
realised-time-form-dispositions = Vad har tiden omsatts i?
realised-time-form-dispositions-hint = Välj vad tiden har omsatts i, och ange timmar eller beskriv med ord om timmarna inte är kända. Rader som är tomma räknas inte. Tillsammans kan raderna inte bli fler timmar än som frigjordes.
realised-time-form-row = Omsatt tid { $row }
realised-time-form-disposition-kind = Omsatt i
realised-time-form-disposition-kind-empty = Välj
realised-time-form-disposition-hours = Timmar
realised-time-form-disposition-text = Beskrivning
realised-time-form-disposition-kind-required = Välj vad tiden har omsatts i, eller töm hela raden
realised-time-form-disposition-text-required = Ange timmar eller beskriv med ord. För ”Annat” behövs alltid ord.
realised-time-form-row-add = Lägg till en rad
realised-time-form-note-label = Källa och kommentar
realised-time-form-year-taken = År { $given } är redan loggat. Ändra eller rätta det från initiativets sida.
realised-time-form-year-gone = Det som skulle rättas år { $given } är redan rättat, eller kan inte rättas längre

# The form of a value
realised-sek-form-new = Ange värde i kronor
realised-sek-form-change = Ändra värde i kronor
realised-sek-form-lead = Värdet hör till ett konstaterande eller en mätning, och godkänns tillsammans med det.
realised-sek-form-submit = Spara värdet
realised-sek-form-ground = Underlag
realised-sek-form-ground-hint = Konstateranden och mätningar som gäller nyttan och som ännu är utkast eller har återlämnats.
realised-sek-form-ground-empty = Välj underlag
realised-sek-form-no-ground = Det finns inget öppet underlag
realised-sek-form-no-ground-text = Konstatera först vad som har hänt, eller registrera en mätning, och spara den som utkast. Sedan kan du ange värdet här.
realised-sek-form-state = Konstatera nyttan
realised-sek-form-amount = Belopp
realised-sek-form-amount-hint = Skriv ett minustecken för en negativ nytta.
realised-sek-form-unit = Enhet
realised-sek-form-frequency = Hur ofta?
realised-sek-form-from-year = Från och med år
realised-sek-form-to-year = Till och med år
realised-sek-form-to-year-hint = Lämna tomt om det gäller ett enda år.
realised-sek-form-to-year-out-of-range = Det som kommer en gång har ett enda år. Lämna fältet tomt.
realised-sek-form-class = Värdeslag
realised-sek-form-class-empty = Välj värdeslag
realised-sek-form-kind = Hur säkert är beloppet?
realised-sek-form-kind-empty = Välj
realised-sek-form-compared-with = Jämfört med
realised-sek-form-compared-with-hint = Till exempel året före, eller hur det hade blivit utan leveransen.
realised-sek-form-counts-in-sum = Räkna med i summor
realised-sek-form-counts-in-sum-hint = Bara utfall räknas, och ett för varje nytta, år och värdeslag.

# The page
realised-heading = { $freed } timmar har frigjorts { $period }, och för { $unknown } av dem är det okänt vad de har omsatts i
realised-heading-known = { $freed } timmar har frigjorts { $period }, och det är känt vad alla har omsatts i
realised-heading-none = Ingen frigjord tid är loggad för { $period }
realised-heading-added = Ingen tid har frigjorts { $period }, men { $added } timmar har tillkommit
realised-lead = Timmar och kronor delas mellan en nyttas grupper, så att delarna summerar till helheten. Det som ingen har sagt något om visas som okänt.
realised-lead-added = Därutöver har { $added } timmar tillkommit. Netto: { $net } timmar.
realised-empty = Ingenting är loggat
realised-empty-text = Frigjord tid loggas under varje nytta på initiativets sida. Värden i kronor anges på konstateranden och mätningar.
realised-no-report-text = Frigjord tid summeras inom en rapports år. När en rapport finns visas summorna här.
realised-filter = Visa
realised-filter-year = År
realised-filter-years = Alla år
realised-filter-area = Område
realised-filter-areas = Alla områden
realised-filter-group = Nyttogrupp
realised-filter-groups = Alla nyttogrupper
realised-by-area = Frigjord tid per område
realised-by-group = Frigjord tid per nyttogrupp
realised-by-year = Frigjord tid per år
realised-by-kind = Vad tiden har omsatts i
realised-by-initiative = Initiativen bakom siffrorna
realised-sek-by-area = Utfall i kronor per område, tkr
realised-sek-by-group = Utfall i kronor per nyttogrupp, tkr
realised-sek-by-year = Utfall i kronor per år, tkr
realised-sek-by-initiative = Utfall i kronor per initiativ, tkr
realised-area = Område
realised-group = Nyttogrupp
realised-year = År
realised-initiative = Initiativ
realised-bar = Stapel
realised-freed = Frigjort, timmar
realised-known = Känd omsättning
realised-unknown = Okänt
realised-added = Tillkommet
realised-net = Netto
realised-kind = Omsatt i
realised-hours-head = Timmar
realised-share = Andel
realised-whole = Helheten
realised-outside = Utan område
realised-ungrouped = Utan nyttogrupp
realised-legend-known = Känt vad tiden har omsatts i
realised-legend-unknown = Okänt vad tiden har omsatts i
realised-legend-added = Tid som har tillkommit
realised-sek-none = Inga utfall i kronor räknas för { $period }.
realised-made-of = visa initiativen
realised-link = Frigjord tid och värde i kronor
realised-waits = { $text } { $count ->
    [one] uppgift om frigjord tid väntar på granskning och räknas
   *[other] uppgifter om frigjord tid väntar på granskning och räknas
} inte än.

# What waits for approval
realised-review-title = Frigjord tid att godkänna
realised-review-link = Godkänn frigjord tid
realised-review-heading = { $text } { $count ->
    [one] uppgift om frigjord tid väntar
   *[other] uppgifter om frigjord tid väntar
} på dig
realised-review-lead = Stäm av timmarna med källan och med vad de har omsatts i. Det som behöver rättas återlämnas från initiativets sida.
realised-review-none = Inget väntar på dig
realised-review-none-text = När någon skickar in frigjord tid som du får godkänna visas den här.
realised-review-hint = Kryssa för det som stämmer. Det du inte kryssar för står kvar.
realised-review-pick = Välj
realised-review-pick-one = Välj { $what }
realised-review-benefit = Nytta
realised-review-freed = År och timmar
realised-review-before = Rättar { $said }
realised-review-approve = Godkänn valda
realised-review-more = { $text } till visas när några av dessa är godkända.
realised-review-own = { $text } { $count ->
    [one] uppgift har du själv skrivit i. Den
   *[other] uppgifter har du själv skrivit i. De
} väntar på någon annan.
realised-review-approved = { $text } { $count ->
    [one] uppgift är godkänd
   *[other] uppgifter är godkända
}
realised-review-approved-next = De räknas nu i områden, i nyttogrupper och i helheten.
realised-review-nothing = Inget var valt. Kryssa för minst en uppgift.
realised-review-changed = { $text } hade ändrats eller granskats av någon annan sedan du såg listan.
realised-review-left-own = { $text } har du själv skrivit i, och någon annan behöver godkänna.
realised-review-refused = { $text } ligger utanför det du får godkänna.
