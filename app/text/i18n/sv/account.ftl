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
account-codes-few = Gör nya innan de tar slut: utan app och koder behöver du en administratör för att komma in.
account-codes-renew = Gör nya återställningskoder
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
account-password-wrong = Det stämmer inte. Skriv ditt nuvarande lösenord. Efter flera felaktiga försök behöver du vänta en stund
account-password-submit = Byt lösenord
account-password-changed = Lösenordet är bytt
account-password-changed-next = Du är utloggad överallt utom här.
account-app-replace = Byt app eller telefon
account-app-note = Byter du app loggas du ut överallt och kopplar den nya när du loggar in igen. De gamla återställningskoderna slutar gälla.
