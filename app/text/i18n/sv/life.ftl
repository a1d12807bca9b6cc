# Room: life. A report's life: its review, its decision, its files.

life-title = Rapportens gång
life-course = Rapportens läge
life-heading-draft = Rapporten skrivs
life-heading-review = Rapporten granskas
life-heading-decided = Rapporten är beslutad
life-heading-published = Rapporten är publicerad
life-next = Nästa steg
life-send = Skicka på granskning
life-send-hint = Den som granskar kommenterar avsnitt för avsnitt. Texterna kan ändras under tiden.
life-to-review = Granskningen
life-comments = { $open ->
    [0] Inga öppna kommentarer ({ $all } totalt)
    [one] { $open-text } av { $all } kommentarer är inte åtgärdad
   *[other] { $open-text } av { $all } kommentarer är inte åtgärdade
}
life-to-decision = Till beslutet
life-publish = Publicera rapporten
life-publish-hint = Rapporten är beslutad och ändras inte mer. Nu görs den offentlig: alla kan läsa den utan konto, och den står i flödet av publicerade rapporter.
life-return = Lämna tillbaka för ändring
life-return-why = Vad behöver ändras?
life-return-hint = Skälet sparas och visas för den som skriver.
life-return-submit = Lämna tillbaka
life-completeness = Kvar att göra i rapporten
life-complete = Alla kapitel är skrivna och alla bedömningar är inskickade.
life-unwritten = { $chapter }: kapitlet är inte skrivet
life-carried = { $chapter }: texten kommer från förra rapporten och är inte genomgången
life-without-assignment = Det står inte vilket uppdrag rapporten svarar på
life-without-sources = Det står inte vilka underlag rapporten bygger på
life-not-sent-in = { $subject }: bedömningen är inte inskickad
life-needed = krävs för beslut
life-gaps = Saknas i underlaget
life-files = Filer
life-files-caption = Rapportens filer, så som de lagrades med beslutet
life-file = Fil
life-file-hash = Kontrollsumma (SHA-256)
life-file-later = Lagras när filen hämtas första gången
life-frozen = Det beslutade innehållet har kontrollsumman
life-format-pdf = PDF för läsning och arkiv
life-format-docx = Word
life-format-xlsx = Excel
life-format-csv = Tabeller som CSV
life-format-json = JSON för andra system
life-format-html = Webbsida i en fil
life-steps = Det här har hänt
life-step-review = Skickad på granskning
life-step-return = Återlämnad för ändring
life-step-decide = Beslutad
life-step-publish = Publicerad

life-done-review = Rapporten är skickad på granskning
life-done-review-next = Den som granskar kan nu kommentera varje avsnitt.
life-done-return = Rapporten är återlämnad
life-done-return-next = Den som skriver ser skälet här och kan skicka den på granskning igen.
life-done-decide = Rapporten är beslutad
life-done-decide-next = Innehåll, bedömningar och alla filer är lagrade och ändras inte mer. Nästa steg är att publicera.
life-done-publish = Rapporten är publicerad
life-done-publish-next = Alla kan nu läsa den utan konto. Innehåll och filer är de som beslutades.
life-not-why = Rapporten lämnades inte tillbaka
life-not-why-next = Skriv vad som behöver ändras.
life-not-first = Någon annan hann före
life-not-first-next = Sidan visar hur det är nu.

life-carried-legend = Kommer från förra rapporten
life-carried-hint = Låt krysset stå tills texten är genomgången. Ändras texten försvinner det av sig självt.
life-observations = Iakttagelser
life-section-whole = Hela rapporten
life-section-appendices = Bilagor
life-review-title = Granskning
life-review-heading = { $open ->
    [0] Inga kommentarer väntar på åtgärd
    [one] En kommentar väntar på åtgärd
   *[other] { $open-text } kommentarer väntar på åtgärd
}
life-review-lead = Varje kommentar gäller ett avsnitt och åtgärdas för sig. Rapporten kan beslutas när ingen är öppen.
life-review-none = Ingen har kommenterat än
life-review-none-text = Kommentarer samlas här, avsnitt för avsnitt.
life-done-comment = Kommentaren är sparad
life-done-comment-next = Den står öppen tills någon svarar vad som är gjort.
life-done-resolve = Kommentaren är åtgärdad
life-done-resolve-next = Svaret står under kommentaren. Den kan öppnas igen.
life-done-reopen = Kommentaren är öppen igen
life-done-reopen-next = Den behöver åtgärdas före beslutet.
life-not-answer = Kommentaren är inte åtgärdad
life-not-answer-next = Skriv vad som är gjort, eller varför inget ändras.
life-resolved = Åtgärdad
life-unresolved = Inte åtgärdad
life-answer = Vad är gjort?
life-resolve = Markera som åtgärdad
life-reopen = Öppna igen
life-comment = Kommentera ett avsnitt
life-comment-section = Avsnitt
life-comment-text = Kommentar
life-comment-submit = Spara kommentaren
life-comment-section-required = Välj vilket avsnitt kommentaren gäller
life-comment-text-required = Skriv kommentaren

life-decide-heading = Besluta rapporten
life-decide-lead = Beslutet gäller rapporten som den är nu, med alla inskickade bedömningar. Allt fryses i samma stund.
life-decide-submit = Besluta rapporten
life-decide-note = Ett beslut kan inte tas tillbaka.
life-decide-read = Läs hela rapporten
life-record-heading = Anteckna ett beslut som fattats på annat håll
life-record-lead = Ange var beslutet fattades och beslutets diarienummer. Rapporten och alla inskickade bedömningar fryses som de är nu.
life-record-submit = Anteckna beslutet
life-decision-on = Beslutsdag
life-decision-on-required = Ange beslutsdagen
life-decision-decider = Beslutsfattarens titel
life-decision-decider-hint = Till exempel Generaldirektör.
life-decision-decider-title-required = Ange titeln på den som beslutade
life-decision-forum = Forum
life-decision-forum-hint = Till exempel GD-föredragning.
life-decision-forum-required = Ange var beslutet fattades
life-decision-registry = Diarienummer
life-decision-registry-number-required = Ange beslutets diarienummer
life-decision-checked = Jag har gått igenom rapporten och nivåerna ovan
life-decision-checked-required = Bekräfta att du har gått igenom rapporten och nivåerna
life-hindered = Rapporten kan inte beslutas än
life-hindered-lead = Det här behöver göras först:
life-hindered-meanwhile = Rapporten beslutades inte, för något står i vägen
life-hindered-no-more = Inget står längre i vägen för beslutet
life-hindered-kept = Det du skrev finns kvar nedan i ett dygn. Besluta på nytt när hindret är borta.
life-not-under-review = Rapporten är inte skickad på granskning
life-own-work = Du har själv ändrat rapporten eller en bedömning. Någon annan måste besluta.
life-open-comments = { $count ->
    [one] En kommentar är inte åtgärdad
   *[other] { $count-text } kommentarer är inte åtgärdade
}
life-along-caption = Bedömningar som beslutas med rapporten
life-along-subject = Bedömning
life-along-level = Nivå
life-along-deviation = Skäl till avvikelse
life-along-none = Ingen bedömning är inskickad
life-along-moved = förslaget var { $level } vid inskickandet
life-left = Utan inskickad bedömning, och därför utan nivå i rapporten: { $subjects }.
