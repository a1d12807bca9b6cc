# Room: calibration. How promises in kronor have held.

calibration-title = How promises have held
calibration-heading = { $share } of SEK { $promised } thousand promised has come
calibration-heading-none = No promise can be held against an outcome yet
calibration-lead = The comparison covers benefits that have both a promise in a decided calculation and a reviewed outcome in kronor, and only the years that have both.
calibration-none = No benefit has both promise and outcome
calibration-none-text = The comparison is shown once the first outcome in kronor has been reviewed. Add a value in kronor to a realised benefit or a measurement.
calibration-unpromised-text = There are outcomes in kronor, but no decided calculation has promised anything for the same benefit and year.
calibration-by-area = By area
calibration-by-group = By benefit group
calibration-areas-caption = Outcome against promise by area, SEK thousand
calibration-groups-caption = Outcome against promise by benefit group, SEK thousand. A benefit with several groups counts in each.
calibration-benefits = Benefits
calibration-promised = Promised
calibration-outcome = Outcome
calibration-share = Outcome of promise
calibration-range = Most lie at
calibration-from-to = { $low }–{ $high }
calibration-whole = All
calibration-note = “Most” is the middle half of the benefits; where there are four or fewer, it is all of them. The share weighs kronor, so that a large benefit weighs more than a small one.
calibration-offer-heading = If it goes as it did for earlier calculations
calibration-offer-area = { $benefits ->
    [one] In { $area } one benefit has an outcome: { $share } of what was promised came.
   *[other] In { $area } { $benefits-text } benefits have an outcome: { $share } of what was promised came, for most { $range }.
}
calibration-offer-whole = { $benefits ->
    [one] In the whole portfolio one benefit has an outcome: { $share } of what was promised came.
   *[other] In the whole portfolio { $benefits-text } benefits have an outcome: { $share } of what was promised came, for most { $range }.
}
calibration-offer-more = Compare areas and benefit groups
calibration-offer-caption = Net present value if the same share of the likely benefit comes, { $unit }. The share stands after the amount. Costs are as in the calculation.
calibration-offer-if = If the benefit comes
calibration-offer-all = as in the calculation
calibration-offer-high = as in the upper part of the outcomes
calibration-offer-share = as the outcomes together
calibration-offer-low = as in the lower part of the outcomes
calibration-offer-no-financial = No promise of lower costs or higher income has an outcome yet, so financial benefit by itself cannot be compared.
