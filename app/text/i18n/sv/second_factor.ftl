# Room: second_factor. The second step of signing in: a code from an app.

second-factor-ask-heading = Skriv koden, { $name }
second-factor-ask-hint = Sex siffror från appen i telefonen, till exempel 123 456. En kod fungerar en gång.
second-factor-ask-lost = Har du inte appen? Skriv en av dina återställningskoder i stället. Har du inga sådana heller kan den som administrerar Nytta koppla bort appen åt dig, så kopplar du en ny.
second-factor-code = Kod
second-factor-codes-heading = Spara dina återställningskoder
second-factor-codes-lead = Appen är kopplad. Förlorar du telefonen loggar du in med en av de här koderna i stället. Varje kod fungerar en gång.
second-factor-codes-once = Koderna visas bara den här gången, och tidigare koder gäller inte längre. Skriv ut sidan eller spara dem där bara du kommer åt dem, till exempel i en lösenordshanterare, men inte i telefonen.
second-factor-codes-done = Jag har sparat koderna
second-factor-connect-heading = Koppla en app för koder
second-factor-connect-hint = Sex siffror. Appen byter kod var trettionde sekund.
second-factor-connect-lead = { $name }, du loggar in med lösenord och en kod, så att ett lösenord som hamnat i fel händer inte räcker för att komma in. Det görs en gång och tar ett par minuter.
second-factor-connect-letters = Välj att skriva in en nyckel i appen, och skriv:
second-factor-connect-app = Öppna den app för engångskoder som myndigheten använder, eller installera en, till exempel Microsoft Authenticator eller Google Authenticator.
second-factor-connect-read = Välj att lägga till ett konto i appen och rikta kameran mot bilden.
second-factor-connect-type = Kan du inte läsa bilden?
second-factor-connect-code = Skriv koden som appen visar.
second-factor-connect-submit = Koppla appen och logga in
second-factor-connect-phone = Läser du det här i telefonen som har appen? Öppna appen härifrån.
second-factor-other = Logga in som någon annan
second-factor-wrong = Koden stämmer inte, eller är redan använd. Vänta tills appen visar nästa och skriv den. Efter flera felaktiga försök behöver du vänta en stund. Är koden fel varje gång går troligen telefonens klocka fel: ställ den rätt och försök igen.
second-factor-picture = Bild som appen läser. Nyckeln i text finns under bilden.
