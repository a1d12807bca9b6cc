# Room: register. The registers of initiatives, benefits and statements: search, pages, saved views, files.

register-benefits-title = Nyttor
register-benefits-heading = { $count ->
    [one] En nytta
   *[other] { $count-text } nyttor
}, { $bare ->
    [0] alla har minst en godkänd konstaterad nytta
    [one] en saknar godkänd konstaterad nytta
   *[other] { $bare-text } saknar godkänd konstaterad nytta
}
register-benefits-lead = Här finns alla nyttor som initiativen har lovat. Öppna en nytta för att se vad som har konstaterats.
register-benefits-caption = Nyttor, sorterade på kolumnen { $order }
register-benefits-none = Inga nyttor är registrerade
register-benefits-none-text = Lägg till en nytta på sidan för det initiativ som lovar den.
register-benefits-search = Sök nytta, initiativ, leverans eller område
register-benefits-search-label = Sök och filtrera nyttor
register-benefits-bare = Visa dem som saknar
register-statements-title = Konstaterade nyttor
register-statements-heading = { $count ->
    [one] En konstaterad nytta
   *[other] { $count-text } konstaterade nyttor
}, { $waiting ->
    [0] ingen väntar på godkännande
    [one] en väntar på godkännande
   *[other] { $waiting-text } väntar på godkännande
}
register-statements-lead = Här finns allt som har skrivits om vilka nyttor som har uppstått, både godkänt och det som är på väg.
register-statements-caption = Konstaterade nyttor, sorterade på kolumnen { $order }
register-statements-none = Ingen nytta är konstaterad
register-statements-none-text = Nyttoägare och portföljansvariga konstaterar nytta på sidan för det initiativ som den gäller.
register-statements-search = Sök text, initiativ, leverans eller område
register-statements-search-label = Sök och filtrera konstaterade nyttor
register-initiatives-search = Sök namn, etikett, leverans eller område

register-count-all = { $total ->
    [0] Inget finns
    [one] En rad
   *[other] Alla { $total-text } rader
}
register-count-some = { $matching ->
    [0] Ingen av { $total-text } rader passar
    [one] En av { $total-text } rader passar
   *[other] { $matching-text } av { $total-text } rader passar
}
register-no-match = Inget passar
register-no-match-text = Prova med färre ord eller färre val, eller visa alla.
register-show-all = Visa alla
register-filter-submit = Filtrera
register-all = Alla
register-all-areas = Alla områden
register-no-area = Utan område
register-all-groups = Alla nyttogrupper
register-all-units = Alla enheter
register-all-portfolios = Alla portföljer
register-marked-not = Inte utvecklingsobjekt
register-mine-written = Skrivna av mig
register-mine-approved = Godkända av mig
register-mine-returned = Återlämnade av mig
register-with-delivery = Med leverans
register-with-statement = Har godkänd
register-without-delivery = Utan leverans
register-without-statement = Saknar godkänd

register-column-benefit = Nytta
register-column-statement = Konstaterad nytta
register-column-initiative = Initiativ
register-column-delivery = Leverans
register-column-area = Område
register-column-area-name = Områdets namn
register-column-groups = Nyttogrupper
register-column-group = Nyttogrupp
register-column-grounded = Källa eller metod
register-column-value-class = Värdeslag
register-column-owner = Nyttoägare
register-column-unit = Ägande enhet
register-column-portfolio = Portfölj
register-column-state = Läge
register-column-statements = Godkända
register-column-finding = Utfall
register-column-finding-read = Utfall tolkat
register-column-as-of = Gäller
register-column-as-of-read = Gäller tolkat
register-column-from = Gäller från och med
register-column-follow-up = Följs upp
register-column-to = Gäller till och med
register-column-description = Beskrivning
register-column-expected-from = Väntas från
register-column-expected-to = Väntas till
register-column-label = Etikett
register-column-pick = Välj
register-column-superseded = Ersatt
register-column-mine = Vem
register-column-written-by = Skriven av
register-yes = Ja
register-no = Nej
register-unplanned = Tillkommande
register-superseded = Ersatt
register-no-owner = Saknas
register-none-yet = Saknas


register-pages = Sidor
register-first = Första sidan
register-previous = Föregående
register-next = Nästa
register-shown = { $shown ->
    [one] En rad på den här sidan
   *[other] { $shown-text } rader på den här sidan
}

register-files = Hämta urvalet
register-csv = CSV
register-xlsx = Excel
register-views = Sparade urval
register-view-new = Spara urvalet
register-view-delete = Ta bort
register-view-heading = Spara urvalet
register-view-lead = Urvalet sparas för dig i registret { $register }. Sökord, filter och sortering följer med.
register-view-name = Vad ska urvalet heta?
register-view-name-hint = Välj ett namn som du känner igen.
register-view-name-required = Skriv vad urvalet ska heta
register-view-name-taken = Du har redan ett urval som heter { $given }. Välj ett annat namn.
register-view-submit = Spara
register-view-done = Urvalet är sparat
register-view-done-next = Du hittar det under Sparade urval.
register-view-gone = Urvalet är borttaget
register-view-gone-next = Det som urvalet visade finns kvar i registret.

register-pick = Välj { $what }
register-pick-own = Du har ändrat den här själv
register-approve = Godkänn valda
register-approve-hint = Kryssa för dem som du har läst och vill godkänna. Det som du själv har ändrat måste någon annan godkänna.
register-approved = { $count ->
    [0] Ingenting är godkänt
    [one] En konstaterad nytta är godkänd
   *[other] { $count-text } konstaterade nyttor är godkända
}
register-approved-next = De räknas nu i sammanställningarna.
register-approved-nothing = Du kryssade inte för någon. Kryssa för dem som du vill godkänna.
register-approved-left = Det här blev inte godkänt:
register-left-changed = Någon annan har ändrat eller granskat den
register-left-own = Du har ändrat den själv, så någon annan måste godkänna
register-left-refused = Den ligger utanför det som du får godkänna
register-left-gone = En konstaterad nytta som inte längre finns
