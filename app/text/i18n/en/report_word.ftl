# Room: report_word. The report as a Word file: what is said of pages and tables, and the names of styles.

report-word-page = Page { $page } of { $pages }
report-word-table = { $rows ->
    [0] Table without rows
    [one] Table of one row
   *[other] Table of { $n } rows
}. Columns: { $columns }.

# Names of styles in Word's own list: no commas or semicolons.
report-word-style-agency = Cover agency
report-word-style-mark = Cover mark
report-word-style-fact = Cover fact
report-word-style-first-fact = Cover first fact
report-word-style-level = Cover level
report-word-style-first-level = Cover first level
report-word-style-figure = Figure
report-word-style-figure-caption = Figure caption
report-word-style-note = Note
report-word-style-term = Term
report-word-style-means = Term meaning
report-word-style-verdict = Overall level
report-word-style-ticks = Tick boxes
report-word-style-section-end = Section end
report-word-style-table = Report table
report-word-style-table-text = Table text
report-word-style-table-head = Table head
report-word-style-table-sum = Table sum
report-word-style-table-text-small = Table text small
report-word-style-table-head-small = Table head small
report-word-style-table-sum-small = Table sum small
report-word-style-scale = Level scale
report-word-style-scale-head = Level scale name
report-word-style-scale-text = Level scale text
report-word-style-small = Small text
report-word-style-gap = Missing
report-word-style-code = Fixed width
report-word-style-level-decided = Decided level
report-word-style-level-proposed = Proposed level
