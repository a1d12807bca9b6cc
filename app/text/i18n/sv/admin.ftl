# Room: admin. The administrator's page.

admin-title = Administration
admin-heading = { $count ->
    [one] Ett konto har tillgång
   *[other] { $count } konton har tillgång
}
admin-lead = Administratören ser konton och roller men inga uppgifter ur portföljen.
admin-link = Skapa engångslänk
admin-link-heading = Engångslänk för { $name }
admin-link-lead = Med länken väljer personen ett lösenord, kopplar en app för koder och blir inloggad. Den gäller i 24 timmar och en enda gång. Tidigare länkar som inte är använda slutar att gälla.
admin-link-lead-no-email = Med länken blir personen inloggad. Den gäller i 24 timmar och en enda gång. Tidigare länkar som inte är använda slutar att gälla.
admin-link-lead-agency = Med länken loggar personen in med myndighetens inloggning, och kontot knyts till personen. Den gäller i 24 timmar och en enda gång. Tidigare länkar som inte är använda slutar att gälla.
admin-link-label = Engångslänk
admin-link-make = Skapa länken
admin-link-made = Länken för { $name } är klar
admin-link-made-lead = Kopiera länken nu. Den visas bara den här gången.
admin-link-made-note = Lämna över den så att bara personen själv får den: den som har länken kommer in. Den gäller i 24 timmar.
admin-link-back = Tillbaka till kontot
admin-caption = Konton med roller, efter namn
admin-name = Namn
admin-roles = Roller
admin-role-of = { $role } för { $of }
admin-role-from = från { $day }
admin-role-to = till och med { $day }
admin-role-ended = upphörde { $day }
admin-email = E-post
admin-email-hint = Adressen används för att logga in. Lämnas den tom loggar kontot in med en engångslänk varje gång.
admin-email-hint-new = Kontot loggar in med adressen.
admin-enable = Öppna kontot igen
admin-enabled-done = Kontot är öppet igen
admin-enabled-next = Personen kan logga in som förut.
admin-ended-done = Kontot är utloggat överallt
admin-ended-next = Personen behöver logga in igen.
admin-no-email = Ingen, loggar in med engångslänk
admin-no-password = Lösenord inte valt
admin-not-first = Inget är ändrat
admin-not-first-next = Någon annan hann före. Här ser du hur kontot är nu.
admin-start = Enheten Styrning och uppföljning lägger upp myndigheten och börjar portföljen. Ge den tillgång.
admin-state-disabled = Kontot är avstängt och kan inte logga in.
admin-state-by-link = Kontot har ingen e-postadress och loggar in med engångslänk.
admin-state-no-password = Inget lösenord är valt än. Skapa en engångslänk och lämna över den.
admin-state-password = Kontot loggar in med e-postadress och lösenord.
admin-state-sessions = { $count ->
    [0] Kontot är inte inloggat någonstans just nu.
    [one] Kontot är inloggat på ett ställe.
   *[other] Kontot är inloggat på { $text } ställen.
}
admin-state-app = Kontot loggar in med e-postadress, lösenord och en kod från en app.
admin-state-identity = Kontot loggar in med myndighetens inloggning.
admin-steps-note = Ett konto tas aldrig bort, eftersom det som personen har gjort finns kvar i historiken. Ett avstängt konto loggas ut överallt direkt.
admin-sign-in = Inloggning
admin-scope-portfolio = Portfölj
admin-scope-group = Nyttogrupp
admin-scope-unit = Enhet
admin-sessions-end = Logga ut överallt
admin-saved = Kontot är sparat
admin-saved-next = Om rollerna ändrades är personen utloggad och får de nya vid nästa inloggning.
admin-saved-new-next = Skapa en engångslänk och lämna över den, så kommer personen in.
admin-add = Ge någon tillgång
admin-account-grant-scope-unknown-choice = Rollen kan inte begränsas till det. Portföljansvarig begränsas till portföljer, nyttoägare till enheter och granskare till nyttogrupper.
admin-account-grant-role-required = Välj en roll, eller töm hela raden
admin-account-grant-role-not-yours = Dina egna roller ändras av en annan administratör
admin-account-email-unknown-choice = ”{ $given }” är ingen e-postadress, skriv till exempel namn@myndigheten.se
admin-account-email-taken = Det finns redan ett konto med adressen { $given }
admin-account-email-required = Skriv en e-postadress, kontot loggar in med den
admin-account-name-required = Skriv vem kontot är för
admin-app-reset = Koppla bort appen
admin-app-done = Appen är bortkopplad
admin-app-next = Personen är utloggad överallt och kopplar en ny app vid nästa inloggning. Försäkra dig om att det var personen själv som bad om det.
admin-disabled = Avstängt
admin-disabled-done = Kontot är avstängt
admin-disabled-next = Det är utloggat överallt, och länkar som inte är använda gäller inte längre.
admin-disable = Stäng av kontot
admin-form-lead = Den som har ett konto ser och gör det som rollerna tillåter. Varje ändring finns i revisionsloggen.
admin-grant-row = Roll { $row }
admin-grant-role = Roll
admin-grant-none = Ingen roll
admin-grant-scope = Gäller för
admin-grant-everything = Allt
admin-grant-from = Från och med
admin-grant-to = Till och med
admin-grant-add = Lägg till en roll
admin-grants-hint = Portföljansvariga kan begränsas till portföljer, nyttoägare till enheter och granskare till nyttogrupper. Lägg till en rad för var och en. En vikarie får en sista dag. Välj Ingen roll och töm resten av raden för att ta bort den. När rollerna ändras loggas personen ut och behöver logga in igen.
admin-grants-agency = Roller som myndighetens inloggning ger ändras där: vid nästa inloggning gäller det som den säger. Här kan de begränsas.
admin-own-roles = Det här är ditt eget konto. Dina roller ändras av en annan administratör.
admin-by-agency = Ingen, loggar in med myndighetens inloggning
