# Room: correction. Corrections of decided reports.

correction-title = Rättelser
correction-heading = { $count ->
    [0] Inget är rättat i rapporten
    [one] En rättelse av rapporten
   *[other] { $n } rättelser av rapporten
}
correction-lead = Det som blivit fel i en beslutad rapport rättas bredvid den. Rapportens text, nivåer och filer ändras inte.
correction-new = Föreslå en rättelse
correction-change-heading = Ändra förslaget till rättelse
correction-name = Rättelse { $number }
correction-replaces = Ersätter rättelse { $number }.
correction-replaced = Ersatt av rättelse { $number }.
correction-section = Avsnitt
correction-wrong = Det står
correction-wrong-hint = Ordagrant, så att läsaren hittar stället.
correction-correct = Det ska stå
correction-reason = Skäl
correction-reason-hint = Varför det blev fel, och hur felet upptäcktes.
correction-original = Rättelserna gäller det beslutade innehållet med kontrollsumman
correction-of = Rättelser av
correction-none = Inget är rättat
correction-none-text = Rättelser som beslutas samlas här, med nummer, skäl och beslut.
correction-proposed = Förslag som väntar på beslut
correction-proposed-text = Ett förslag gäller först när någon annan än den som skrev det har beslutat det.
correction-to-decision = Till beslutet
correction-waits = väntar på beslut av någon annan
correction-waiting = { $count ->
    [one] Ett förslag väntar på beslut
   *[other] { $n } förslag väntar på beslut
}
correction-change = Ändra
correction-withdraw = Dra tillbaka
correction-file-pdf = Rättelseblad som PDF
correction-file-json = Rättelser som JSON
correction-count = { $count ->
    [one] En rättelse
   *[other] { $n } rättelser
}
correction-notice = { $count ->
    [one] Rapporten är rättad med en rättelse.
   *[other] Rapporten är rättad med { $n } rättelser.
}
correction-notice-text = Texten nedan står som den beslutades. Rättelserna står i de avsnitt de gäller.
correction-notice-all = Alla rättelser, med skäl och beslut
correction-sheet-title = Rättelseblad
correction-sheet-lead = Rapporten gäller som den beslutades, med rättelserna nedan. Dess text, nivåer och filer är oförändrade.

correction-done-propose = Förslaget är sparat
correction-done-propose-next = Någon annan beslutar det, eller antecknar beslutet om det fattas på annat håll.
correction-done-withdraw = Förslaget är tillbakadraget
correction-done-withdraw-next = Inget är rättat. Förslaget finns kvar i historiken.
correction-done = Rapporten är rättad
correction-done-next = Rättelsen syns överst i rapporten och i det avsnitt den gäller. Den kan inte ändras; blir den fel ersätts den av en ny.

correction-form-lead = Skriv vad som står fel, vad som ska stå och varför. Det beslutade innehållet ändras inte.
correction-form-submit = Spara förslaget
correction-form-note = Förslaget gäller inte förrän det är beslutat.
correction-form-replaces = Ersätter
correction-form-replaces-hint = Välj den tidigare rättelsen om det är den som blev fel.
correction-form-replaces-none = Ingen tidigare rättelse
correction-form-section-required = Välj vilket avsnitt rättelsen gäller
correction-form-wrong-required = Skriv vad som står
correction-form-correct-required = Skriv vad som ska stå
correction-form-correct-taken = Det ska stå: skriv något annat än det som redan står
correction-form-reason-required = Skriv varför det rättas
correction-made-meanwhile = Förslaget är redan beslutat och ändras inte
correction-made-meanwhile-text = Det du skrev står kvar nedan i ett dygn. Vill du rätta mer, föreslå en ny rättelse.

correction-decide-heading = Besluta rättelsen
correction-decide-lead = Beslutet gäller rättelsen som den står här. Rapporten ändras inte.
correction-decide-submit = Besluta rättelsen
correction-record-heading = Anteckna ett beslut om rättelse som fattats på annat håll
correction-record-lead = Ange var beslutet fattades och beslutets diarienummer. Rapporten ändras inte.
correction-record-submit = Anteckna beslutet
correction-decide-note = En beslutad rättelse kan inte ändras. Blir den fel ersätts den av en ny.
correction-checked = Jag har läst rättelsen ovan
correction-decision-on-required = Ange beslutsdagen
correction-decision-on-end-before-start = Beslutsdagen kan inte ligga före rapportens beslut
correction-decision-decider-title-required = Ange titeln på den som beslutade
correction-decision-forum-required = Ange var beslutet fattades
correction-decision-registry-number-required = Ange beslutets diarienummer
correction-decision-checked-required = Bekräfta att du har läst rättelsen
correction-own-work = Du har själv skrivit förslaget. Någon annan måste besluta det.
correction-overtaken = Rättelsen som förslaget ersätter är redan ersatt av en annan. Ändra förslaget först.
