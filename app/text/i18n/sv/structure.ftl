# Room: structure. The agency, areas and their sets, benefit groups, units and portfolios.

structure-title = Struktur
structure-heading = { $areas ->
    [0] Inga områden
    [one] Ett område
   *[other] { $areas-text } områden
}, { $groups ->
    [0] inga nyttogrupper
    [one] en nyttogrupp
   *[other] { $groups-text } nyttogrupper
} och { $units ->
    [0] inga enheter
    [one] en enhet
   *[other] { $units-text } enheter
} ordnar portföljen
structure-lead = Det som initiativ, nyttor och rapporter ordnas efter. Det som används tas aldrig bort utan avslutas, så att historiken består.
structure-save = Spara
structure-change = Ändra
structure-choose = Välj
structure-validity = Gäller
structure-valid-from = Gäller från och med
structure-valid-to = Gäller till och med
structure-valid-to-hint = Lämna tomt medan den används.
structure-ended-on = Används till och med
structure-day-hint = En dag, till exempel 2025-01-01.
structure-between = { $from } – { $to }
structure-from = från { $from }
structure-to = till och med { $to }
structure-always = utan angiven tid
structure-ended = Avslutad
structure-remove = Ta bort
structure-remove-text = Det går bara medan ingenting hänvisar hit, till exempel när något har lagts upp av misstag. Det som används avslutas i stället med ett slutdatum; ett område avslutas med sin områdesindelning.
structure-remove-submit = Ta bort för gott
structure-done = Ändringen är sparad
structure-done-next = Den syns överallt där den används. Beslutade rapporter ändras inte.
structure-done-onward = Se vad som återstår i Kom igång
structure-removed = Borttaget
structure-removed-next = Det som stod där finns kvar i historiken.
structure-in-use = Det används och kan inte tas bort
structure-in-use-next = Något hänvisar hit. Ge det ett slutdatum i stället, så kan det inte längre väljas men historiken består.
structure-not-first = Någon annan hann före
structure-not-first-next = Uppgifterna har ändrats sedan du öppnade dem. Ingenting är borttaget.

structure-agency = Myndighet
structure-agency-new = Lägg upp myndigheten
structure-agency-change = Ändra myndigheten
structure-agency-lead = Namnet, valutan och färgen trycks i rapporterna.
structure-agency-name = Myndighetens namn
structure-agency-name-hint = Så som det ska stå i rapporterna.
structure-agency-currency = Valuta
structure-agency-currency-hint = Tre bokstäver, till exempel SEK.
structure-agency-currency-unknown-choice = Valuta: ”{ $given }” är ingen valutakod, skriv tre bokstäver som SEK
structure-agency-colour = Färg
structure-agency-colour-hint = Färgen på linjer och rubriker i rapporternas filer: # och sex tecken, till exempel #37408f. Är den för ljus för att läsas blir rubrikerna svarta.
structure-agency-colour-unknown-choice = Färg: ”{ $given }” är ingen färg, skriv # och sex tecken 0–9 eller a–f som #37408f
structure-agency-coloured = färg { $colour }
structure-agency-groups = Nyttogrupper
structure-agency-groups-choice = Börja med de åtta vanliga nyttogrupperna
structure-agency-groups-hint = { $names }. De kan ändras, avslutas och få sällskap av fler senare.
structure-agency-in = belopp i { $currency }
structure-agency-none = Myndigheten är inte upplagd
structure-agency-none-text = Börja här: utan myndighet kan ingen rapport skrivas.

structure-areas = Investeringsområden
structure-area = Område
structure-sets-none = Inga områden är upplagda
structure-sets-none-text = Lägg först upp en områdesindelning: områdena i en plan, med den tid som planen gäller.
structure-set-empty = Områdesindelningen har inga områden än.
structure-area-set = Områdesindelning
structure-area-set-new = Lägg till en områdesindelning
structure-area-set-change = Ändra områdesindelningen
structure-area-set-lead = En områdesindelning är områdena i en plan. Nya planer får nya indelningar, så att gamla rapporter behåller sina områden.
structure-area-set-name = Namn
structure-area-set-name-hint = Till exempel ”Områden 2025–2027”.
structure-area-new = Lägg till ett område
structure-area-add = Lägg till ett område
structure-area-change = Ändra området { $name }
structure-area-lead = Ett investeringsområde samlar leveranser med samma syfte och får ett eget avsnitt i rapporten.
structure-area-number = Nummer
structure-area-number-hint = Områdena är rapportens kapitel 4, så de numreras 4.1, 4.2 och så vidare.
structure-area-number-not-a-number = Nummer: skriv siffror med punkt emellan, till exempel 4.2 och inte ”{ $given }”
structure-area-number-taken = Nummer: { $given } finns redan i områdesindelningen
structure-area-name = Namn
structure-area-purpose = Syfte
structure-area-effects = Förväntade effekter
structure-area-groups = Huvudgrupper
structure-area-groups-hint = Nyttogrupperna som området siktar mest på. De är markeringar, inga gränser.
structure-area-budgets = Budget
structure-area-budgets-hint = Beloppet gäller hela tiden och fördelas aldrig på åren. En rapport tar med det belopp vars år ryms i rapportens period, så ange helst samma år som rapporten.
structure-area-budget-row = Budget { $row }
structure-area-budget-from = Från och med år
structure-area-budget-to = Till och med år
structure-area-budget-tkr = Belopp, tkr
structure-area-budget-add = Lägg till en budget till
structure-area-note = Anmärkning

structure-groups = Nyttogrupper
structure-groups-caption = Nyttogrupper, i rapportens ordning
structure-groups-none = Inga nyttogrupper är upplagda
structure-groups-none-text = Varje nytta hör till minst en grupp. Lägg upp dem här, eller kryssa för de vanliga när myndigheten läggs upp.
structure-group = Nyttogrupp
structure-group-new = Lägg till en nyttogrupp
structure-group-change = Ändra nyttogruppen
structure-group-lead = Nyttogrupper säger för vem nyttan uppstår, eller vad den består i.
structure-group-name = Namn
structure-group-short = Kort namn
structure-group-short-name = Kort namn
structure-group-short-name-hint = Används där det är trångt, som i tabellhuvuden.
structure-group-kind = Slag
structure-group-ordinal = Plats i ordningen
structure-group-ordinal-not-a-number = Plats i ordningen: ”{ $given }” är inget helt tal, skriv till exempel 3
structure-group-ordinal-hint = Ett heltal; lägst kommer först. Lämna tomt för sist.
structure-group-code = Kod i filer
structure-group-code-hint = Små bokstäver, siffror och understreck. Lämna tomt så bildas den av namnet.
structure-group-code-unknown-choice = Kod i filer: ”{ $given }” har andra tecken än små bokstäver, siffror och understreck
structure-group-ended-hint = Lämna tomt medan gruppen används. Efter dagen kan den inte väljas för nya nyttor.

structure-units = Enheter
structure-units-caption = Enheter som äger, får eller bedömer nytta; avslutade sist
structure-units-none = Inga enheter är upplagda
structure-units-none-text = Nyttor behöver en enhet som svarar för dem. Lägg upp enheterna så kan de väljas.
structure-unit = Enhet
structure-unit-new = Lägg till en enhet
structure-unit-change = Ändra enheten
structure-unit-lead = Enheter kommer och går. En enhet som har upphört finns kvar i historiken, och nyttor som den svarade för listas så att någon kan ta över.
structure-unit-name = Namn
structure-unit-kind = Slag av enhet
structure-unit-kind-hint = Till exempel avdelning, enhet eller sektion.
structure-unit-parent = Hör till
structure-unit-no-parent = Ingen annan enhet
structure-unit-valid-to-hint = Enhetens sista dag. Lämna tomt medan den finns.
structure-unit-name-taken = Namn: det finns redan en enhet som heter ”{ $given }”
structure-unit-parent-circular = Hör till: den valda enheten hör själv till den här, välj en annan

structure-orphans = Nyttor utan enhet
structure-orphans-caption = Nyttor vars enhet har upphört
structure-orphans-none = Ingen nytta hör till en enhet som har upphört
structure-orphans-none-text = Här visas nyttor vars ägare eller mottagare har upphört.
structure-orphan-benefit = Nytta
structure-orphan-initiative = Initiativ
structure-orphan-why = Varför
structure-orphan-owner = Nyttoägaren { $unit } upphörde { $day }
structure-orphan-recipient = Mottagaren { $unit } upphörde { $day }

structure-portfolios = Portföljer
structure-portfolios-caption = Portföljer, den strategiska först
structure-portfolios-none = Inga portföljer är upplagda
structure-portfolios-none-text = Portföljer är frivilliga. De behövs när portföljansvariga ska ha var sin.
structure-portfolio = Portfölj
structure-portfolio-new = Lägg till en portfölj
structure-portfolio-change = Ändra portföljen
structure-portfolio-lead = En strategisk portfölj rymmer de taktiska.
structure-portfolio-name = Namn
structure-portfolio-kind = Slag
structure-portfolio-kind-taken = Slag: ”{ $given }” är redan den strategiska portföljen, och det finns bara en
structure-portfolio-strategic-hint = Rymmer de andra. Det finns en.
structure-portfolio-tactical-hint = Ligger i den strategiska portföljen.
structure-portfolio-ended-hint = Lämna tomt medan portföljen används. Efter dagen kan den inte väljas för nya initiativ.
