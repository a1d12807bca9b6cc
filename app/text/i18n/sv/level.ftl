# Room: level. The five levels of fulfilment, proposals and decisions.

level-ingen = Ingen
level-viss = Viss
level-godkand = Godkänd
level-god = God
level-full = Full
level-ingen-long = Ingen uppfyllnad eller försämring
level-viss-long = Viss uppfyllnad
level-godkand-long = Godkänd uppfyllnad
level-god-long = God uppfyllnad
level-full-long = Full eller överträffad uppfyllnad
level-rule-ingen = { $to } eller lägre
level-rule-viss = mer än { $from }, mindre än { $to }
level-rule-godkand = från { $from } till och med { $to }
level-rule-god = mer än { $from }, mindre än { $to }
level-rule-full = { $from } eller mer
level-not-set = Ej satt
level-weak = Svagt underlag
