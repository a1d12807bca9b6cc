# Room: level. The five levels of fulfilment, proposals and decisions.

level-ingen = None
level-viss = Some
level-godkand = Acceptable
level-god = Good
level-full = Full
level-ingen-long = No fulfilment, or worse than before
level-viss-long = Some fulfilment
level-godkand-long = Acceptable fulfilment
level-god-long = Good fulfilment
level-full-long = Full fulfilment or more than promised
level-rule-ingen = { $to } or less
level-rule-viss = more than { $from }, less than { $to }
level-rule-godkand = from { $from } up to and including { $to }
level-rule-god = more than { $from }, less than { $to }
level-rule-full = { $from } or more
level-not-set = Not set
level-weak = Weak evidence
