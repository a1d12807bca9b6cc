# Room: round. Follow-up rounds: who is asked for what, and who has answered.

round-list-title = Uppföljning
round-list-heading = { $count ->
    [0] Ingen fråga väntar på svar
    [one] En fråga väntar på svar
   *[other] { $count-text } frågor väntar på svar
}
round-list-lead = Varje tertial eller år får de som äger nyttor och leveranser frågan vad som har hänt. Här syns vem som har fått frågan och vem som har svarat.
round-list-empty = Inga uppföljningsomgångar än
round-list-empty-write = Förbered en omgång: välj period och vad som ska frågas om. Inget skickas ut förrän du säger till.
round-list-empty-read = När Styrning och uppföljning skickar ut en omgång visas den här.
round-list-caption = Omgångar, den senaste först
round-new = Ny omgång
round-column-round = Omgång
round-column-state = Läge
round-column-due = Svar senast
round-column-asked = Frågor
round-column-answered = Besvarade
round-column-open = Kvar
round-column-who = Tillfrågad
round-overdue = Svarsdagen har passerat
round-kicker = Uppföljningsomgång { $name }
round-heading-prepared = { $asked ->
    [0] Inga frågor att skicka ut
    [one] En fråga är klar att skicka ut
   *[other] { $asked-text } frågor är klara att skicka ut
}
round-heading-open = { $asked ->
    [one] { $answered ->
        [0] Frågan är inte besvarad än
       *[other] Frågan är besvarad
    }
   *[other] { $answered-text } av { $asked-text } frågor har besvarats
}
round-heading-closed = Stängd: { $answered-text } av { $asked-text } frågor besvarades
round-due = Svar senast { $day }
round-open = { $count ->
    [one] Skicka ut frågan
   *[other] Skicka ut { $count-text } frågor
}
round-close = Stäng omgången
round-reopen = Öppna omgången igen
round-change = Ändra eller fråga om mer
round-asked-caption = Vilka som får frågorna
round-questions = Frågor
round-waiting = Väntar på svar
round-unanswered = Blev inte besvarade
round-answered = Besvarade
round-all-answered = Alla har svarat
round-all-answered-text = Stäng omgången när du har det du behöver.
round-all-answered-read = Den som har skickat ut omgången stänger den.
round-about-benefit = Vad har blivit av nyttan?
round-about-delivery = Har leveransen kommit, eller när kommer den?
round-asked-of = Till: { $who }
round-asked-of-portfolio = Till: { $who }, { $of }
round-asked-no-owner = Nyttan hade ingen ägare som fanns kvar när frågan ställdes.
round-no-answer = Inget svar än
round-answered-by = { $who }, { $day }
round-answered-at = { $day }
round-answer-benefit = Skriv vad ni ser
round-answer-delivery = Uppdatera leveransen
round-answer-nothing = Svara att inget är nytt
round-answer-why = Varför är inget nytt?
round-answer-why-hint = Till exempel att effekten syns först i nästa mätning.
round-answer-submit = Skicka svaret
round-withdraw = Ta tillbaka frågan
round-why-missing = Skulle redovisas men saknade underlag när frågan ställdes.
round-why-follow-ups = Skulle följas upp i perioden eller före.
round-why-due = Skulle redovisas när frågan ställdes.
round-why-deliveries = Planerad till perioden eller tidigare, men hade inte kommit när frågan ställdes.
round-done-saved = Omgången är sparad
round-done-saved-next = Gå igenom frågorna. Ta bort dem som inte behövs och skicka ut omgången när den är klar.
round-done-saved-nothing = Inget att fråga om: { $rules }.
round-done-saved-open = Omgången är redan utskickad: nya frågor finns nu i Att göra hos dem som ska svara.
round-done-open = Omgången är utskickad
round-done-open-next = Frågorna står nu i Att göra hos dem som får dem. Här ser du vilka som har svarat.
round-done-closed = Omgången är stängd
round-done-closed-next = Frågorna står inte längre i någons Att göra. Svaren finns kvar här.
round-done-reopened = Omgången är öppen igen
round-done-withdrawn = Frågan är tillbakatagen
round-done-withdrawn-next = Den väntar inte längre på något svar.
round-done-answered = Svaret är skickat
round-done-answered-next = Frågan står inte längre i Att göra.
round-not-why = Skriv varför inget är nytt
round-not-why-next = En mening räcker. Inget är skickat än.
round-not-asked = Omgången har inga frågor
round-not-asked-next = Lägg till frågor innan du skickar ut den.
round-not-first = Någon annan hann före
round-not-first-next = Sidan visar hur det ser ut nu. Inget är ändrat.
round-form-new = Förbered en uppföljningsomgång
round-form-lead = Nytta letar upp vad som ska frågas om och vem som ska svara. Du går igenom frågorna innan något skickas ut.
round-form-change = Ändra uppföljningsomgången
round-form-change-lead = Ändra dag eller meddelande, eller lägg till frågor.
round-form-change-open-lead = Ändra dag eller meddelande, eller lägg till frågor. Omgången är utskickad: nya frågor går ut när du sparar.
round-form-year = År
round-form-year-required = Skriv vilket år omgången gäller
round-form-part = Period
round-form-part-taken = Perioden { $given } har redan en omgång. Ändra den i stället.
round-form-due = Svar senast
round-form-due-hint = Till exempel 15 maj 2027 eller 2027-05-15. Dagen får inte ha passerat.
round-form-due-required = Skriv vilken dag svaren ska vara inne
round-form-message = Meddelande till dem som får frågorna
round-form-message-hint = Visas överst i omgången.
round-form-rules = Fråga om
round-form-rules-hint = Räknat till och med periodens sista dag.
round-form-rules-required = Kryssa för vad omgången ska fråga om
round-form-rules-finds-nothing = Det finns inget sådant att fråga om i perioden. Kryssa för något mer eller välj en annan period.
round-form-more = Fråga också om
round-form-more-hint = Det som redan är med i omgången tas inte med en gång till.
round-form-submit = Förbered omgången
round-form-save = Spara
round-form-note = Nyttans ägare får frågan. Saknas ägare går den till portföljansvarig, liksom frågor om leveranser.
round-rule-missing = Nyttor som saknar underlag
round-rule-missing-hint = De ska redovisas, men inget godkänt ger dem poäng.
round-rule-follow-ups = Nyttor som skulle följas upp
round-rule-follow-ups-hint = Någon har angett en dag för uppföljning i perioden eller före.
round-rule-due = Alla nyttor som ska redovisas
round-rule-due-hint = Också de som redan har underlag.
round-rule-deliveries = Leveranser som inte har kommit
round-rule-deliveries-hint = Planerade till perioden eller tidigare.

round-remove = Ta bort frågan
round-done-removed = Frågan är borttagen
round-done-removed-next = Den skickas inte ut. Lägg till den igen med ”Ändra eller fråga om mer”.
round-form-due-in-the-past = Dagen { $given } har redan passerat. Skriv en dag som kommer.
