# Room: plan. Realisation plans: how a benefit is taken home, and who sees to it.

plan-write = Skriv hemtagningsplan
plan-change = Ändra hemtagningsplanen
plan-summary = { $count ->
    [0] Hemtagningsplan utan aktiviteter
    [one] Hemtagningsplan: { $done-text } av en aktivitet klar
   *[other] Hemtagningsplan, klara aktiviteter: { $done-text } av { $count-text }
}
plan-activities = Aktiviteter
plan-preconditions = Förutsättningar
plan-risks = Risker
plan-risk-response = Det vi gör åt den: { $response }
plan-follow-up = Uppföljning
plan-due = senast { $when }
plan-done-on = klar { $day }
plan-done-today = Klar i dag
plan-lacks-activity = Ingen aktivitet
plan-lacks-responsible = Ingen aktivitet har både ansvarig och datum
plan-lacks-follow-up-unit = Ingen följer upp
plan-lacks-follow-up-day = Ingen dag för uppföljning

plan-form-new = Skriv hemtagningsplan
plan-form-change = Ändra hemtagningsplanen
plan-form-lead = Planen säger vad som behöver göras för att nyttan ska komma, vem som gör det och vem som följer upp. Nyttan: { $benefit }
plan-form-submit = Spara planen
plan-form-note = Du kan spara en plan som inte är färdig. Den räknas som en plan när minst en aktivitet har ansvarig och datum, och det står vem som följer upp och när.
plan-form-activities-hint = Skriv datum så noga som du vet: 2026-03-01, mars 2026, kvartal 2 2026 eller hösten 2026. Töm en rad för att ta bort den.
plan-form-activity-row = Aktivitet { $row }
plan-form-activity-add = Lägg till en aktivitet till
plan-form-activity-text = Vad ska göras?
plan-form-activity-text-required = Skriv vad som ska göras
plan-form-activity-unit = Ansvarig enhet
plan-form-activity-who = Ansvarig roll eller person
plan-form-activity-due = Senast
plan-form-activity-done = Klar den
plan-form-activity-done-in-the-future = Dagen då aktiviteten blev klar kan inte ligga i framtiden: { $given }
plan-form-preconditions = Förutsättningar
plan-form-preconditions-hint = Det som måste finnas på plats innan nyttan kan komma.
plan-form-risks-hint = Det som kan göra att nyttan inte kommer, och det ni gör åt det.
plan-form-risk-row = Risk { $row }
plan-form-risk-add = Lägg till en risk till
plan-form-risk-text = Vad kan hända?
plan-form-risk-text-required = Skriv vad som kan hända
plan-form-risk-response = Vad gör ni åt det?
plan-form-follow-up-unit = Enhet som följer upp
plan-form-follow-up-on = När?
plan-form-follow-up-on-hint = Nästa uppföljning. Skriv en ny dag när den är gjord.
plan-form-follow-up-how = Hur?
