# Room: realisation. Promise, forecast and outcome in kronor.

realisation-heading-both = Av utlovade { $promised } tkr har { $outcome } tkr kommit
realisation-heading-promised = { $promised } tkr är utlovade, inget utfall är redovisat
realisation-heading-outcome = { $outcome } tkr har kommit utan att ha utlovats i någon kalkyl
realisation-heading-forecast = Ännu finns bara prognoser i kronor
realisation-years-caption = Utlovat, prognos och utfall per år, tkr
realisation-areas-caption = Utlovat, prognos och utfall per område under rapportens år, tkr
realisation-groups-caption = Utlovat, prognos och utfall per nyttogrupp under rapportens år, tkr. En nytta i flera grupper delas efter sina andelar.
realisation-year = År
realisation-promised = Utlovat
realisation-forecast = Prognos
realisation-outcome = Utfall
realisation-share = Utfall av utlovat
realisation-sum = Summa
realisation-none = Inget belopp är registrerat som löfte i en nyttokalkyl, som prognos eller som granskat utfall för rapportens år.
realisation-note = Utlovat är kalkylens troliga belopp. Prognos är det som de som följer upp väntar sig. Utfall är det som är granskat och räknas i summor. Ett streck betyder att inget är sagt, inte noll.
realisation-more = Så har löften hållit
