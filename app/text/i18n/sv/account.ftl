# Room: account. One's own account, and where one is signed in.

account-title = Mitt konto
account-heading = { $others ->
    [0] Du är inloggad här och ingen annanstans
    [one] Du är inloggad här och på ett ställe till
   *[other] Du är inloggad här och på { $text } ställen till
}
account-who = { $name }: { $roles }
account-caption = Inloggningar som pågår, den senast använda först
account-codes-left = { $count ->
    [0] Du har ingen återställningskod kvar.
    [one] Du har en återställningskod kvar.
   *[other] Du har { $text } återställningskoder kvar.
}
account-codes-few = Skapa nya innan de tar slut: utan app och koder behöver du en administratör för att komma in.
account-codes-renew = Skapa nya återställningskoder
account-began = Började
account-seen = Senast använd
account-second = Inloggning i två steg
account-second-lead = Du loggar in med lösenord och en kod från en app.
account-second-hint = En kod från appen, eller en återställningskod. Den behövs för båda knapparna.
account-this = Den här webbläsaren
account-end = Logga ut
account-end-others = Logga ut överallt utom här
account-note = En inloggning slutar av sig själv efter två timmar utan aktivitet, och senast efter tolv timmar. Känner du inte igen någon av dem loggar du ut den och byter lösenord.
account-ended = Utloggad där
account-ended-next = Den som använder den webbläsaren behöver logga in igen.
account-gone = Inloggningen hade redan slutat
account-gone-next = Inget är ändrat.
account-password = Byt lösenord
account-password-present = Nuvarande lösenord
account-password-wrong = Det stämmer inte. Skriv ditt nuvarande lösenord. Efter flera felaktiga försök behöver du vänta en stund.
account-password-submit = Byt lösenord
account-password-changed = Lösenordet är bytt
account-password-changed-next = Du är utloggad överallt utom här.
account-app-replace = Byt app eller telefon
account-app-note = Byter du app loggas du ut överallt och kopplar den nya när du loggar in igen. De gamla återställningskoderna slutar gälla.
account-reminders = Påminnelser
account-reminders-lead = Det som väntar på dig står på sidan Att göra. Du kan få det till dig på fler sätt.
account-calendar = Kalender
account-calendar-lead = Med en egen länk visar ditt kalenderprogram det som väntar på dig och det som kommer de närmaste tolv månaderna: mätningar, aktiviteter i hemtagningsplaner och uppföljningar.
account-calendar-none = Du har ingen länk.
account-calendar-since = Din länk skapades { $moment }.
account-calendar-make = Skapa länk
account-calendar-renew = Skapa ny länk
account-calendar-stop = Stäng av länken
account-calendar-note = Den som har länken ser vad som väntar på dig, utan att logga in. En ny länk ersätter den du har.
account-calendar-made = Din kalenderlänk
account-calendar-made-lead = Kopiera länken nu och lägg till den i ditt kalenderprogram som en prenumeration. Den visas bara den här gången.
account-calendar-label = Länk
account-calendar-made-note = Dela den inte: den som har länken ser vad som väntar på dig. Tidigare länkar har slutat gälla.
account-calendar-back = Till mitt konto
account-calendar-stopped = Kalenderlänken är avstängd
account-calendar-stopped-next = Kalenderprogram som använder den får inget mer.
account-digest = Daglig sammanfattning med e-post
account-digest-lead = Varje vardagsmorgon när något väntar på dig skickas ett mejl om vad det är.
account-digest-on = Den skickas till { $email }.
account-digest-off = Du har stängt av den.
account-digest-lang = Språk i mejlet
account-digest-save = Spara språk
account-digest-start = Skicka sammanfattningen
account-digest-stop = Skicka den inte
account-digest-chosen = Ditt val är sparat
account-digest-chosen-next = Nästa mejl kommer en vardagsmorgon när något väntar på dig.
account-digest-stopped = Sammanfattningen är avstängd
account-digest-stopped-next = Du får inga fler mejl med det som väntar. Det står kvar på sidan Att göra.
