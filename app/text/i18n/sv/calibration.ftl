# Room: calibration. How promises in kronor have held.

calibration-title = Så har löften hållit
calibration-heading = { $share } av utlovade { $promised } tkr har kommit
calibration-heading-none = Inga löften kan jämföras med utfall än
calibration-lead = Jämförelsen gäller nyttor som både har ett löfte i en beslutad kalkyl och ett granskat utfall i kronor, och bara de år där båda finns.
calibration-none = Ingen nytta har både löfte och utfall
calibration-none-text = Jämförelsen visas när det första utfallet i kronor är granskat. Lägg till ett värde i kronor på en konstaterad nytta eller en mätning.
calibration-unpromised-text = Det finns utfall i kronor, men ingen beslutad kalkyl har lovat något för samma nytta och år.
calibration-by-area = Per område
calibration-by-group = Per nyttogrupp
calibration-areas-caption = Utfall mot löfte per område, tkr
calibration-groups-caption = Utfall mot löfte per nyttogrupp, tkr. En nytta med flera grupper räknas i var och en.
calibration-benefits = Nyttor
calibration-promised = Utlovat
calibration-outcome = Utfall
calibration-share = Utfall av utlovat
calibration-range = De flesta ligger på
calibration-from-to = { $low }–{ $high }
calibration-whole = Alla
calibration-note = ”De flesta” är den mittersta hälften av nyttorna. Är nyttorna högst fyra räknas alla. Andelen räknas på kronor, så att en stor nytta väger mer än en liten.
calibration-offer-heading = Om det går som för tidigare kalkyler
calibration-offer-area = { $benefits ->
    [one] I { $area } har en nytta gett utfall: { $share } av det utlovade kom.
   *[other] I { $area } har { $benefits-text } nyttor gett utfall: { $share } av det utlovade kom, för de flesta { $range }.
}
calibration-offer-whole = { $benefits ->
    [one] I hela portföljen har en nytta gett utfall: { $share } av det utlovade kom.
   *[other] I hela portföljen har { $benefits-text } nyttor gett utfall: { $share } av det utlovade kom, för de flesta { $range }.
}
calibration-offer-more = Jämför områden och nyttogrupper
calibration-offer-caption = Nettonuvärde om samma andel av den troliga nyttan kommer, { $unit }. Andelen står efter beloppet. Kostnaderna är som i kalkylen.
calibration-offer-if = Om nyttan kommer
calibration-offer-all = som i kalkylen
calibration-offer-high = som i den övre delen av utfallen
calibration-offer-share = som utfallen sammantaget
calibration-offer-low = som i den nedre delen av utfallen
calibration-offer-no-financial = Inget löfte om lägre kostnader eller högre intäkter har något utfall än, så finansiell nytta för sig kan inte jämföras.
