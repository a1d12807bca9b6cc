# Room: as_of. A report judged as of another day than its own.

as-of-title = Läget en annan dag
as-of-link = Visa läget en annan dag
as-of-lead = Rapportens omfattning, texter och nivåer är desamma. Det som bedöms efter läget en viss dag bedöms här efter läget den dag du väljer: vad som borde ha gett nytta, vilka mål som gäller och vilka mätningar och konstateranden som räknas. Det bygger på det som är känt i dag.
as-of-own = Rapportens egen dag är { $day }.
as-of-decided = Rapporten är beslutad. Det som beslutades ändras inte av det du ser här.
as-of-decided-link = Till den beslutade rapporten
as-of-day = Dag
as-of-day-hint = Till exempel 2025-06-30.
as-of-submit = Visa
as-of-files = Hämta rapporten som den visas här:
as-of-pdf = PDF
as-of-none = Välj en dag
as-of-none-text = Rapporten visas här så som den ser ut när allt bedöms efter den dagen.
as-of-mark = Bedömd efter läget { $day }
as-of-cut-off = { $day }, bedömt med det som är känt i dag i stället för rapportens egen dag { $own }
