# Room: as_of. A report judged as of another day than its own.

as-of-title = As of another day
as-of-link = Show as of another day
as-of-lead = The report’s scope, texts and levels are the same. All that is judged as of a day is judged as of the day you choose: what ought to have given benefit, which targets apply, and which measurements and statements count. It rests on what is known today.
as-of-own = The report’s own day is { $day }.
as-of-decided = The report is decided. Nothing you see here changes what was decided.
as-of-decided-link = To the decided report
as-of-day = Day
as-of-day-hint = For example 2025-06-30.
as-of-submit = Show
as-of-files = Download as judged here:
as-of-pdf = PDF
as-of-none = Choose a day
as-of-none-text = The report is shown here as it looks when all is judged as of that day.
as-of-mark = Judged as of { $day }
as-of-cut-off = { $day }, judged by what is known today instead of the report’s own day { $own }
