# Room: realisation. Promise, forecast and outcome in kronor.

realisation-heading-both = Of SEK { $promised } thousand promised, { $outcome } thousand has come
realisation-heading-promised = SEK { $promised } thousand is promised, no outcome is recorded
realisation-heading-outcome = SEK { $outcome } thousand has come that no calculation had promised
realisation-heading-forecast = So far there are only forecasts in kronor
realisation-years-caption = Promise, forecast and outcome per year, SEK thousand
realisation-areas-caption = Promise, forecast and outcome per area in the report’s years, SEK thousand
realisation-groups-caption = Promise, forecast and outcome per benefit group in the report’s years, SEK thousand. A benefit in several groups is split by its shares.
realisation-year = Year
realisation-promised = Promised
realisation-forecast = Forecast
realisation-outcome = Outcome
realisation-share = Outcome of promise
realisation-sum = Total
realisation-none = No amount is entered as a promise in a calculation, as a forecast or as a reviewed outcome for the report’s years.
realisation-note = Promised is the likely amount of the calculation. Forecast is what those who follow up expect. Outcome is what has been reviewed and is counted in sums. A dash means that nothing is said, not zero.
realisation-more = How promises have held
