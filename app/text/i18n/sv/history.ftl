# Room: history. What was done to a thing, and the difference that it made; the audit log.

history-title = Historik: { $name }
history-crumb = Historik
history-link = Historik
history-heading = { $count ->
    [0] Inget har ändrats
    [one] En händelse
   *[other] { $count } händelser
}
history-heading-more = De senaste { $count } händelserna
history-heading-older = { $count } äldre händelser
history-lead-initiative = Allt som har gjorts med initiativet, dess leveranser, nyttor och konstaterade nyttor, det senaste först.
history-lead-benefit = Allt som har gjorts med nyttan, det senaste först. Det som har konstaterats om den har sin egen historik, på initiativets sida.
history-lead = Allt som har gjorts, det senaste först.
history-none = Ingenting har gjorts sedan den lästes in
history-none-text = Här visas varje ändring: vem som gjorde den, när, och hur det var före och efter.
history-of-whole = Hela portföljen
history-about = Gäller { $kind }:
history-by = av { $who }
history-role = i rollen { $roles }
history-nobody = någon som inte var inloggad
history-operator = den som driver systemet, från kommandoraden
history-who-erased = någon vars namn har raderats
history-erased = Innehållet är raderat
history-erased-text = Namn och innehåll har tagits bort ur loggen. Att händelsen ägde rum, och när, finns kvar.
history-note = Kommentar: { $note }
history-show = Visa vad som ändrades
history-show-new = Visa vad som skrevs
history-caption = Vad som ändrades, fält för fält
history-caption-new = Vad som skrevs, fält för fält
history-column-field = Uppgift
history-column-before = Före
history-column-after = Efter
history-column-value = Innehåll
history-no-difference = Inga uppgifter ändrades.
history-nothing = saknas
history-yes = ja
history-no = nej
history-interpreted = { $value } (tolkad)
history-unknown = något som inte längre finns
history-whole = Helheten
history-scope-all = allt
history-removed = Borttaget
history-added = Tillagt
history-changed = Ändrat
history-kept = { $count ->
    [one] En rad är oförändrad
   *[other] { $count } rader är oförändrade
}
history-next = Äldre händelser
history-newest = Till de senaste
history-pages = Sidor i historiken
history-origin = Inläst
history-origin-text = Fanns i den portföljfil som lästes in { $when }.
history-origin-several = Fanns i någon av de portföljfiler som har lästs in, den första { $when }.
history-origin-approved = Det som läses in räknas som godkänt. Vem som godkände det säger filen inte.
history-portfolio-strategic = Strategisk
history-portfolio-tactical = Taktisk
history-moment = { $day } kl. { $time }
history-seq = Händelse { $seq }

history-audit-title = Revision
history-audit-heading = { $count ->
    [one] En händelse
   *[other] { $count-text } händelser
}, { $chain ->
    [holds] kedjan håller
    [broken] kedjan är bruten
    [other] det sparade huvudet finns inte i kedjan
   *[unknown] kedjan är inte kontrollerad
}
history-audit-heading-fit = { $count ->
    [0] Ingen händelse passar
    [one] En händelse passar
   *[other] { $count-text } händelser passar
}, { $chain ->
    [holds] kedjan håller
    [broken] kedjan är bruten
    [other] det sparade huvudet finns inte i kedjan
   *[unknown] kedjan är inte kontrollerad
}
history-audit-lead = Allt som har gjorts i systemet, det senaste först. Ingenting i loggen kan ändras utan att kedjan bryts.
history-audit-head = Kedjans huvud
history-audit-head-text = Spara värdet utanför systemet. Med det går det att visa att inget har tagits bort i slutet.
history-audit-verify = Kontrollera kedjan
history-audit-expected = Huvud som har sparats utanför systemet
history-audit-expected-hint = Frivilligt. Skrivs som 42:9f86d0…
history-audit-expected-wrong = ”{ $given }” är inget huvud. Skriv numret, kolon och de 64 tecknen, så som de visas här.
history-audit-holds = Kedjan håller
history-audit-holds-text = Alla { $count } händelser är på plats och oförändrade, till och med { $head }.
history-audit-holds-expected = Det sparade huvudet finns i kedjan: inget har tagits bort sedan dess.
history-audit-holds-erased = { $count ->
    [one] En händelse har fått sitt innehåll raderat.
   *[other] { $count } händelser har fått sitt innehåll raderat.
}
history-audit-broken = Kedjan är bruten
history-audit-broken-text = { $what } Meddela den som driver systemet, och spara en kopia av databasen som den är.
history-damage-out-of-order = Händelse { $seq } saknas, eller så har händelser bytt plats.
history-damage-broken = Händelse { $seq } fortsätter inte på den före.
history-damage-altered = Händelse { $seq } har ändrats.
history-damage-payload-altered = Innehållet i händelse { $seq } har ändrats.
history-damage-payload-gone = Innehållet i händelse { $seq } saknas.
history-damage-head = Kedjan slutar vid händelse { $seq }, inte vid sitt noterade huvud.
history-damage-expected = Det sparade huvudet, händelse { $seq }, finns inte i kedjan.
history-filter-label = Filtrera händelser
history-filter-who = Vem
history-filter-anyone = Alla
history-filter-no-account = Ingen inloggad eller kommandoraden
history-filter-action = Vad
history-filter-any-action = Allt
history-filter-kind = Slags sak
history-filter-any-kind = Alla
history-filter-from = Från och med
history-filter-to = Till och med
history-filter-request = Anropets nummer
history-filter-submit = Filtrera
history-filter-clear = Visa alla
history-filter-wrong = Filtret kunde inte läsas
history-filter-wrong-text = { $fields } gick inte att läsa och används inte. Datum skrivs 2025-03-10, anropets nummer som det står i händelsen.
history-request = Anrop
history-audit-none = Ingen händelse passar
history-audit-none-text = Prova ett vidare filter, eller visa alla. Det som lästes in från en fil är en enda händelse, inläsningen. Välj Portfölj för att se den.

history-action-account-add = Kontot lades upp
history-action-account-change = Kontot ändrades
history-action-account-disable = Kontot stängdes av
history-action-account-enable = Kontot öppnades igen
history-action-saved-view-keep = Ett urval sparades
history-action-saved-view-delete = Ett sparat urval togs bort
history-action-agency-add = Uppgifterna om myndigheten lades in
history-action-agency-change = Uppgifterna om myndigheten ändrades
history-action-area-add = Området lades till
history-action-area-change = Området ändrades
history-action-area-remove = Området togs bort
history-action-area-set-add = Områdesindelningen lades till
history-action-area-set-change = Områdesindelningen ändrades
history-action-area-set-remove = Områdesindelningen togs bort
history-action-assessment-return = Bedömningen återlämnades
history-action-benefit-measurable = Nyttan går att mäta igen
history-action-benefit-move = Nyttan bytte läge
history-action-benefit-not-measurable = Nyttan förklarades gå inte att mäta
history-action-benefit-group-add = Nyttogruppen lades till
history-action-benefit-group-change = Nyttogruppen ändrades
history-action-benefit-group-remove = Nyttogruppen togs bort
history-action-example-load = Exemplet lästes in
history-action-example-remove = Exemplet togs bort
history-action-grading-scheme-add = Bedömningsskalan lades till
history-action-initiative-add = Initiativet lades till
history-action-initiative-change = Initiativet ändrades
history-action-initiative-move = Initiativet bytte status
history-action-portfolio-add = Portföljen lades till
history-action-portfolio-change = Portföljen ändrades
history-action-portfolio-remove = Portföljen togs bort
history-action-report-add = Rapporten påbörjades
history-action-report-change = Uppgifterna om rapporten ändrades
history-action-report-scope = Rapportens omfattning ändrades
history-action-report-write = Rapportens kapitel eller underlag ändrades
history-action-sus-evaluation-change = SUS-utvärderingen ändrades
history-action-sus-evaluation-log = SUS-utvärderingen loggades
history-action-unit-add = Enheten lades till
history-action-unit-change = Enheten ändrades
history-action-unit-remove = Enheten togs bort
history-action-agency-import = Uppgifterna om myndigheten ändrades vid en inläsning
history-action-area-import = Området ändrades vid en inläsning
history-action-area-set-import = Områdesindelningen ändrades vid en inläsning
history-action-assessment-draft = Bedömningen sparades som utkast
history-action-assessment-import = Bedömningen ändrades vid en inläsning
history-action-assessment-submit = Bedömningen skickades in
history-action-benefit-add = Nyttan lades till
history-action-benefit-change = Nyttan ändrades
history-action-benefit-import = Nyttan ändrades vid en inläsning
history-action-benefit-group-import = Nyttogruppen ändrades vid en inläsning
history-action-delivery-change = Leveransen ändrades
history-action-delivery-import = Leveransen ändrades vid en inläsning
history-action-delivery-log = Leveransen loggades
history-action-grading-scheme-import = Bedömningsskalan ändrades vid en inläsning
history-action-initiative-import = Initiativet ändrades vid en inläsning
history-action-link-issue = En inloggningslänk gavs ut
history-action-portfolio-import = En portföljfil lästes in
history-action-portfolio-export = Portföljen hämtades som fil
history-action-portfolio-workbook = En Excelfil lästes in
history-action-report-freeze = Rapportens innehåll frystes
history-action-report-import = Rapporten ändrades vid en inläsning
history-action-register-export = Ett register hämtades som fil
history-action-session-begin = Personen loggade in
history-action-session-end = Personen loggade ut
history-action-session-end-all = Kontot loggades ut överallt
history-action-session-refuse = Inloggningen nekades
history-action-session-revoke = Personen loggade ut på andra ställen
history-action-password-choose = Personen valde lösenord
history-action-statement-approve = Den konstaterade nyttan godkändes
history-action-statement-change = Den konstaterade nyttan ändrades
history-action-statement-draft = Den konstaterade nyttan sparades som utkast
history-action-statement-import = Den konstaterade nyttan ändrades vid en inläsning
history-action-statement-return = Den konstaterade nyttan återlämnades
history-action-statement-withdraw = Den konstaterade nyttan togs tillbaka
history-action-statement-submit = Den konstaterade nyttan skickades in för godkännande
history-action-sus-evaluation-import = SUS-utvärderingen ändrades vid en inläsning
history-action-unit-import = Enheten ändrades vid en inläsning

history-kind-initiative = Initiativ
history-kind-delivery = Leverans
history-kind-benefit = Nytta
history-kind-statement = Konstaterad nytta
history-kind-sus-evaluation = SUS-utvärdering
history-kind-assessment = Bedömning
history-kind-report = Rapport
history-kind-area = Område
history-kind-area-set = Områdesindelning
history-kind-benefit-group = Nyttogrupp
history-kind-portfolio = Portfölj
history-kind-unit = Enhet
history-kind-grading-scheme = Bedömningsskala
history-kind-agency = Myndigheten
history-kind-account = Konto

history-field-actual = Faktiskt
history-field-added = Tillagda
history-field-amount = Belopp
history-field-answers = Svar
history-field-applies-to = Gäller
history-field-approver = Godkänt av
history-field-approximate = Ungefärligt
history-field-area = Område
history-field-area-set = Områdesindelning
history-field-ended-on = Sista dagen
history-field-conflicts = Målkonflikter
history-field-as-of = Läget gäller
history-field-assessing-unit = Bedömande enhet
history-field-assignment = Uppdrag
history-field-benefits = Nyttor
history-field-budgets = Budget
history-field-bytes = Antal byte
history-field-changed = Ändrade
history-field-chapters = Kapitel
history-field-code = Kod
history-field-components = Delbedömningar
history-field-currency = Valuta
history-field-cut-off = Brytdag
history-field-decider-title = Beslutsfattare
history-field-decision = Beslut
history-field-delivery = Leverans
history-field-depends-on = Beror av
history-field-description = Beskrivning
history-field-development-object = Utvecklingsobjekt
history-field-deviation-reason = Skäl för avvikelse
history-field-did = Resultat
history-field-due = Ska lämnas
history-field-email = E-post
history-field-expected = Förväntad nytta
history-field-expected-effects = Förväntade effekter
history-field-expected-from = Väntas från
history-field-expected-to = Väntas till
history-field-figures = Siffror
history-field-file-sha256 = Filens kontrollsumma
history-field-finding = Utfall
history-field-focus-area = Fokusområde
history-field-follow-up = Följs upp
history-field-forum = Forum
history-field-frequency = Hur ofta
history-field-from = Från
history-field-from-year = Från år
history-field-frozen = Frysta rapporter
history-field-full-from = Full från
history-field-godkand-from = Godkänd från
history-field-god-above = God över
history-field-grading-scheme = Bedömningsskala
history-field-grants = Roller
history-field-group = Nyttogrupp
history-field-group-texts = Texter per nyttogrupp
history-field-groups = Nyttogrupper
history-field-imported = Inläst
history-field-initiative = Initiativ
history-field-interpreted = Tolkad
history-field-key = Kapitel
history-field-kind = Slag
history-field-label = Etikett
history-field-launches = Lanseringar
history-field-letter = Regleringsbrev
history-field-level = Nivå
history-field-main-groups = Huvudgrupper
history-field-materials = Underlag
history-field-method = Metod
history-field-motivation = Motivering
history-field-name = Namn
history-field-not-measurable = Går inte att mäta
history-field-note = Anteckning
history-field-notes = Anteckningar
history-field-number = Nummer
history-field-on = Dag
history-field-ordinal = Ordning
history-field-owner = Ägare
history-field-parent = Hör till
history-field-period = Period
history-field-planned = Planerat
history-field-portfolios = Portföljer
history-field-presenters = Föredragande
history-field-purpose = Syfte
history-field-realised = Konstaterad nytta
history-field-reason = Skäl
history-field-recipient = Mottagare
history-field-references = Referenser
history-field-registry-number = Diarienummer
history-field-registry-numbers = Diarienummer
history-field-report = Rapport
history-field-requirements = Krav
history-field-result = Resultat
history-field-role = Roll
history-field-rows = Antal rader
history-field-scope = Omfattning
history-field-score = Poäng
history-field-score-confirmed = Poäng för bekräftad
history-field-score-negative = Poäng för negativ
history-field-score-none = Poäng för ingen
history-field-score-partly = Poäng för delvis
history-field-sha256 = Kontrollsumma
history-field-share = Andel
history-field-short-name = Kort namn
history-field-since = Sedan
history-field-size = Storlek
history-field-sources = Källor
history-field-started-year = Påbörjat
history-field-state = Läge
history-field-status = Status
history-field-statutory-on = Införs enligt lag
history-field-subject = Avser
history-field-summary = Sammanfattning
history-field-supersedes = Ersätter
history-field-systems = System
history-field-sessions-ended = Avslutade inloggningar
history-field-text = Text
history-field-title = Rubrik
history-field-to = Till
history-field-to-year = Till år
history-field-unit = Enhet
history-field-units = Enheter
history-field-unplanned = Tillkommande
history-field-upcoming = Aviserat till senare
history-field-valid-from = Gäller från
history-field-valid-to = Gäller till
history-field-value = Värde
history-field-value-class = Värdeslag
history-field-value-to = Värde till
history-field-viss-above = Viss över
history-field-weak-below = Svagt underlag under
history-field-what = Vad
history-field-when = När


history-chapter-foreword = Förord
history-chapter-background = Bakgrund
history-chapter-method = Utvecklingsarbete och metod
history-chapter-summary = Sammanfattning
history-chapter-observations = Iakttagelser

history-kind-follow-up-round = Uppföljningsomgång
history-action-follow-up-round-answer = En fråga i uppföljningsomgången besvarades
history-action-follow-up-round-change = Uppföljningsomgången ändrades
history-action-follow-up-round-close = Uppföljningsomgången stängdes
history-action-follow-up-round-import = Uppföljningsomgången ändrades av en inläsning
history-action-follow-up-round-open = Uppföljningsomgången skickades ut
history-action-follow-up-round-prepare = Uppföljningsomgången förbereddes
history-action-follow-up-round-reopen = Uppföljningsomgången öppnades igen
history-action-follow-up-round-withdraw = En fråga i uppföljningsomgången togs tillbaka
history-field-about = Gäller
history-field-answer = Svar
history-field-at = Tidpunkt
history-field-closed-on = Stängd
history-field-message = Meddelande
history-field-opened-on = Utskickad
history-field-part = Period
history-field-requests = Frågor
history-field-year = År
history-field-query = Urval

history-audit-expected-missing = Det angivna huvudet finns inte i loggen
history-audit-expected-missing-text = { $what } Se först efter att värdet är rätt kopierat, och kontrollera loggen utan det: håller kedjan då är loggen hel i sig. Är värdet rätt har loggen bytts ut eller ändrats sedan det sparades; meddela den som driver systemet.
