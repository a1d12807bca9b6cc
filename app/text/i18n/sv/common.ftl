# Room: common. Words that many pages share: states, findings, roles, dates, what is wrong with a field.
# Numbers come as texts that are already written out; a number selects a plural form and nothing else.

common-month-1 = januari
common-month-2 = februari
common-month-3 = mars
common-month-4 = april
common-month-5 = maj
common-month-6 = juni
common-month-7 = juli
common-month-8 = augusti
common-month-9 = september
common-month-10 = oktober
common-month-11 = november
common-month-12 = december
common-when-quarter = kvartal { $quarter } { $year }
common-when-spring = våren { $year }
common-when-summer = sommaren { $year }
common-when-autumn = hösten { $year }
common-when-winter = vintern { $year }
common-when-early-year = början av { $year }
common-when-turn-of-year = årsskiftet { $year }/{ $next }
common-when-not-before = tidigast { $year }
common-when-undated = utan datum

common-not-stated = Ej angivet
common-about = ca
common-interpreted = (tolkning)
common-interpreted-title = Tolkning: källan säger det inte rakt ut
common-optional = (frivilligt)
common-development-object = Utvecklingsobjekt
common-development-object-short = UO
common-sus = SUS: { $level }
common-sus-score = SUS { $score }: { $level }
common-main-group = huvudgrupp
common-breadcrumbs = Du är här
common-home = Översikt

common-finding-confirmed = Bekräftad
common-finding-partly = Delvis
common-finding-none = Ingen visad
common-finding-negative = Åt fel håll
common-finding-not-evaluated = Inte utvärderad
common-finding-too-early = För tidigt
common-finding-planned-followup = Uppföljning planerad
common-finding-confirmed-hint = Nyttan har uppstått.
common-finding-partly-hint = En del av nyttan har uppstått, eller den har uppstått med förbehåll.
common-finding-none-hint = Nyttan har följts upp men inte uppstått.
common-finding-negative-hint = Utvecklingen har gått åt fel håll.
common-finding-not-evaluated-hint = Ingen har utvärderat nyttan. Ger ingen poäng.
common-finding-too-early-hint = Leveransen har varit i bruk för kort tid. Ger ingen poäng.
common-finding-planned-followup-hint = Uppföljning är planerad till senare. Ger ingen poäng.

common-delivery-planned = Planerat
common-delivery-partly-delivered = Delvis levererat
common-delivery-delivered = Levererat
common-delivery-cancelled = Avbrutet

common-initiative-proposed = Föreslaget
common-initiative-decided = Beslutat
common-initiative-ongoing = Pågår
common-initiative-delivered = Levererat
common-initiative-realising = Nyttan hämtas hem
common-initiative-closed = Avslutat
common-initiative-stopped = Stoppat

common-size-large = Stort
common-size-medium = Medelstort

common-figure-baseline = utgångsvärde
common-figure-outcome = utfall
common-figure-change = förändring
common-figure-target = mål
common-figure-forecast = prognos
common-figure-potential = potential
common-figure-scope = omfattning
common-figure-context = sammanhang
common-figure-not-stated = slag ej angivet

common-evidence-not-due = Ska inte redovisas än
common-evidence-measured = Mätt
common-evidence-stated = Skriven bedömning
common-evidence-too-early = För tidigt
common-evidence-not-measurable = Går inte att mäta
common-evidence-missing = Saknas

common-role-portfolio-manager = Portföljansvarig
common-role-benefit-owner = Nyttoägare
common-role-reviewer = Granskare
common-role-steering-unit = Styrning och uppföljning
common-role-leadership = Ledning
common-role-auditor = Internrevisor
common-role-admin = Administratör

common-sus-needs-action = åtgärder behövs
common-sus-acceptable = godkänt
common-sus-excellent = utmärkt

common-value-financial = Finansiell nytta
common-value-redistribution = Omfördelningsnytta
common-value-qualitative = Kvalitativ nytta

common-group-external = Extern nytta
common-group-internal = Intern nytta
common-portfolio-strategic = Strategisk
common-portfolio-tactical = Taktisk
common-benefit-identified = Identifierad
common-benefit-specified = Beskriven
common-benefit-planned = Planerad
common-benefit-decided = Beslutad
common-benefit-realising = Tas hem
common-benefit-realised = Hemtagen
common-benefit-verified = Kontrollerad
common-benefit-sustained = Består
common-benefit-closed = Avslutad
common-benefit-not-realised = Kom inte
common-benefit-written-off = Avskriven
common-benefit-replaced = Ersatt

common-assessment-draft = Utkast
common-assessment-submitted = Inskickad
common-assessment-decided = Beslutad
common-assessment-returned = Återlämnad

common-approval-draft = Utkast
common-approval-submitted = Väntar på godkännande
common-approval-approved = Godkänd
common-approval-returned = Återlämnad
common-account-erased = Namnet är raderat ({ $mark })

common-report-draft = Utkast
common-report-under-review = Under granskning
common-report-decided = Beslutad
common-report-published = Publicerad

common-source-registry-number = Diarienummer
common-source-system = System
common-source-other = Annan källa

common-gap-unmeasured = { $count ->
    [one] nytta utan mätning
   *[other] nyttor utan mätning
}
common-gap-missing = { $count ->
    [one] nytta utan någon bedömning
   *[other] nyttor utan någon bedömning
}
common-gap-undated = { $count ->
    [one] nytta saknar datum
   *[other] nyttor saknar datum
}
common-gap-without-calculation = { $count ->
    [one] utvecklingsobjekt utan godkänd nyttokalkyl
   *[other] utvecklingsobjekt utan godkänd nyttokalkyl
}
common-gap-without-plan = { $count ->
    [one] utvecklingsobjekt utan hemtagningsplan
   *[other] utvecklingsobjekt utan hemtagningsplan
}
common-gap-without-delivery = { $count ->
    [one] initiativ utan område och leverans
   *[other] initiativ utan område och leverans
}
common-gap-groups-unjudged = { $count ->
    [one] nyttogrupp utan beslutad nivå
   *[other] nyttogrupper utan beslutad nivå
}
common-gap-areas-unjudged = { $count ->
    [one] område utan beslutad nivå
   *[other] områden utan beslutad nivå
}
common-gap-late = { $count ->
    [one] försenad leverans
   *[other] försenade leveranser
}
common-gap-partly-delivered = { $count ->
    [one] leverans delvis levererad
   *[other] leveranser delvis levererade
}
common-gap-planned-followups = { $count ->
    [one] planerad uppföljning
   *[other] planerade uppföljningar
}
common-gap-sus-needs-action = { $count ->
    [one] leverans där SUS visar ”åtgärder behövs”
   *[other] leveranser där SUS visar ”åtgärder behövs”
}

common-error-summary = { $count ->
    [one] En uppgift behöver rättas
   *[other] { $count } uppgifter behöver rättas
}
common-error-kept = Det du har skrivit är kvar. Inget har skickats in.
common-error-prefix = Fel:
common-problem-required = { $label }: fyll i uppgiften
common-problem-choose = { $label }: välj ett av alternativen
common-problem-choose-some = { $label }: välj minst ett av alternativen
common-problem-too-long = { $label }: högst { $max } tecken får plats, texten har { $length }
common-problem-too-fine = { $label }: ”{ $given }” har fler än { $decimals } decimaler. Avrunda.
common-problem-unknown-choice = { $label }: välj ett av alternativen, ”{ $given }” finns inte bland dem
common-problem-not-a-date = { $label }: ”{ $given }” är inget datum som finns eller går att läsa, skriv till exempel 2025-03-01
common-problem-in-the-future = { $label }: { $given } ligger i framtiden
common-problem-in-the-past = { $label }: { $given } har redan passerat
common-problem-end-before-start = { $label }: { $given } ligger före början
common-problem-deviation-without-reason = { $label }: skriv varför nivån avviker från systemets förslag
common-problem-launch-missing = { $label }: ange när det lanserades
common-problem-locked = { $label } är låst sedan initiativet beslutades. Sätt ett nytt effektmål i stället.
common-problem-held-fast = { $label } kan bara ändras med en ny definition, för effektmål eller mätningar bygger på den. Kryssa för ny definition och skriv varför, eller ändra tillbaka.
common-problem-no-ratio = { $label }: måttet är ingen kvot. Skriv bara värdet, och ta bort ”{ $given }”.
common-problem-gone = { $label }: valet finns inte längre, välj ett annat
common-problem-not-a-year = { $label }: ”{ $given }” är inget år, skriv till exempel 2025
common-problem-not-a-number = { $label }: ”{ $given }” går inte att läsa som ett tal, skriv det med siffror, till exempel 1 250 eller 12,5
common-problem-out-of-range = { $label }: { $given } ligger inte mellan { $min } och { $max }
common-problem-taken = { $label }: ”{ $given }” finns redan, välj något annat
common-problem-circular = { $label }: det valda hör själv hit, välj något annat
common-problem-carries-no-money = { $label }: en kvalitativ nytta har inga belopp. Välj ett annat slag, eller ta bort beloppen.
common-problem-not-yours = { $label }: välj minst en som du har rätt att skriva i
common-problem-not-all-three = { $label }: fyll i låg, trolig och hög, eller töm alla tre
common-problem-not-rising = { $label }: { $given } står inte i stigande ordning. Låg får inte vara större än trolig, och trolig inte större än hög. En negativ nyttas låga belopp är det mest negativa.
common-problem-negative-cost = { $label }: kostnaden { $given } är negativ. Skriv det som inte längre behöver betalas som en finansiell nytta.
common-problem-finds-nothing = { $label }: det finns inget att ta med just nu
common-problem-ambiguous = { $label }: flera heter ”{ $given }”, ge dem olika namn först
common-problem-amounts-outside = { $label }: det finns belopp för { $given }, som skulle hamna utanför kalkylen. Ta bort dem först, eller välj andra år.
common-problem-amounts-too-large = { $label }: ”{ $given }” ger tillsammans med resten större belopp än en kalkyl rymmer, minska något av dem
common-problem-against-direction = { $given } ligger åt fel håll från utgångsvärdet, enligt måttets riktning. Kontrollera båda värdena, och riktningen.

common-list = { $most } och { $last }
common-line-development = Utveckling
common-line-introduction = Införande
common-line-operation = Drift
common-line-other-cost = Övrig kostnad
common-line-financial = Finansiell nytta
common-line-redistribution = Omfördelningsnytta
common-line-qualitative = Kvalitativ nytta
common-figure-source = Källa för siffra { $number }
common-file-not-a-workbook = Filen är ingen Excelfil (.xlsx). Spara den som en sådan och välj den igen.
common-file-not-a-number = { $place }: ”{ $given }” är inget tal.
common-file-no-file = Välj en fil att läsa in.
common-file-no-lines = Ingen flik i filen har rubrikerna för poster. Utgå från den fil som du hämtar här.
common-file-no-unit = Ingen flik säger vad beloppen anges i. Utgå från den fil som du hämtar här.
common-file-no-estimate = { $place }: raden har belopp men säger inte om de är låga, troliga eller höga.
common-file-too-large = Filen är större än någon kalkyl behöver vara. Ta bort det som inte hör till kalkylen.
common-file-too-many-lines = Fliken { $place } har fler än { $given } poster.
common-file-other-alternative = Ingen flik i filen hör till alternativet som du ser. Filen har { $given }.
common-file-unknown-unit = { $place }: ”{ $given }” är ingen enhet. Skriv kronor, tkr eller mnkr.
common-file-unknown-head = { $place }: ”{ $given }” är varken ett årtal eller en känd rubrik.
common-file-unknown-class = { $place }: ”{ $given }” är inget slag. Välj ur listan i cellen.
common-file-unknown-code = { $place }: den dolda koden ”{ $given }” har ändrats. Töm cellen.
common-file-unknown-estimate = { $place }: ”{ $given }” är ingen uppskattning. Skriv låg, trolig eller hög.
common-file-missing-column = Fliken { $place } saknar en kolumn som behövs ({ $given }).
common-file-head-twice = { $place }: rubriken ”{ $given }” finns redan. Ta bort den ena.
common-file-broken-cell = { $place }: formeln ger felet { $given }. Rätta den eller skriv värdet i stället.
common-file-differs = { $place }: ”{ $given }” skiljer sig från postens första rad.
common-file-scattered = { $place }: raden hör till en post längre upp. Postens tre rader ska stå tillsammans.

common-due = { $count } ska redovisas
common-due-too-early = { $count } för tidiga
common-due-not-yet = { $count } ska inte redovisas än


common-round-prepared = Förbereds
common-round-open = Utskickad
common-round-closed = Stängd
common-round-tertial-1 = Tertial 1
common-round-tertial-2 = Tertial 2
common-round-tertial-3 = Tertial 3
common-round-year = Helår
common-round-stated = Konstaterad nytta inskickad
common-round-logged = Leveransen uppdaterad
common-round-nothing-new = Inget nytt
common-round-withdrawn = Tillbakatagen
common-lacks-calculation = Nyttokalkyl saknas
common-lacks-plan = Hemtagningsplan saknas
common-unit-kronor = kronor
common-unit-tkr = tkr
common-unit-mnkr = mnkr

# Numbers in running text.
common-page-before = Föregående sida
common-page-next = Nästa sida
common-page-of = Sida { $page } av { $pages }
common-number-word = { $count ->
    [2] två
    [3] tre
    [4] fyra
    [5] fem
    [6] sex
    [7] sju
    [8] åtta
    [9] nio
    [10] tio
    [11] elva
    [12] tolv
   *[other] { $n }
}
