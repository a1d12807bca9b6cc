# Room: report_word. The report as a Word file: what is said of pages and tables, and the names of styles.

report-word-page = Sida { $page } av { $pages }
report-word-table = { $rows ->
    [0] Tabell utan rader
    [one] Tabell med en rad
   *[other] Tabell med { $n } rader
}. Kolumner: { $columns }.

# Names of styles in Word's own list: no commas or semicolons.
report-word-style-agency = Omslag myndighet
report-word-style-mark = Omslag märkning
report-word-style-fact = Omslag uppgift
report-word-style-first-fact = Omslag första uppgift
report-word-style-level = Omslag nivå
report-word-style-first-level = Omslag första nivå
report-word-style-figure = Figur
report-word-style-figure-caption = Figurtext
report-word-style-note = Förklaring
report-word-style-term = Begrepp
report-word-style-means = Begreppets innebörd
report-word-style-verdict = Samlad nivå
report-word-style-ticks = Kryssrutor
report-word-style-section-end = Avsnittsslut
report-word-style-table = Rapporttabell
report-word-style-table-text = Tabelltext
report-word-style-table-head = Tabellhuvud
report-word-style-table-sum = Tabellsumma
report-word-style-table-text-small = Tabelltext liten
report-word-style-table-head-small = Tabellhuvud litet
report-word-style-table-sum-small = Tabellsumma liten
report-word-style-scale = Nivåskala
report-word-style-scale-head = Nivåskala namn
report-word-style-scale-text = Nivåskala text
report-word-style-small = Liten text
report-word-style-gap = Saknas
report-word-style-code = Teckenkod
report-word-style-level-decided = Beslutad nivå
report-word-style-level-proposed = Föreslagen nivå
