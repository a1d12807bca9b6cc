# Room: error. What went wrong, and what to do.

error-not-found-title = Sidan finns inte
error-not-found = Adressen kan vara fel eller gammal, eller gälla något som din roll inte får se.
error-not-found-link = Länken kan vara fel, eller redan använd. En engångslänk fungerar bara en gång och i ett dygn.
error-not-found-do = Kontrollera adressen, eller börja om från startsidan.
error-not-found-link-do = Har du redan valt lösenord loggar du in med det från startsidan. Be annars den som administrerar Nytta om en ny länk.
error-forbidden-title = Din roll får inte göra det här
error-forbidden = Inget har ändrats. Det du försökte göra kräver en annan roll, eller att någon annan än du gör det.
error-forbidden-do = Be den som har rätt roll, eller den som administrerar Nytta.
error-conflict-title = Det går inte att göra längre
error-conflict = Inget har ändrats. Någon har hunnit skicka in, godkänna eller besluta det som du ville ändra.
error-conflict-do = Gå tillbaka och ladda om sidan, så ser du hur det är nu.
error-failed-title = Något gick fel hos oss
error-failed = Felet är noterat i serverns logg. Det du skickade kan vara osparat.
error-failed-do = Försök igen om en stund. Händer det igen, lämna referensnumret till den som administrerar Nytta.
error-reference = Referensnummer
error-start = Till startsidan
error-too-large-title = Det du skickade är för stort
error-too-large = Inget har sparats. Ett formulär får rymma ungefär en miljon tecken.
error-too-large-do = Gå tillbaka, så finns det du skrev kvar i de flesta webbläsare. Korta texten, eller lägg den i ett dokument och hänvisa till det som källa.

# Databasen står i vägen: full disk, skrivskydd, avbrott
error-hinder-page-title = Sidan kan inte visas just nu
error-hinder-save-title = Det gick inte att spara
error-hinder-full = Disken som databasen ligger på är full.
error-hinder-read-only = Databasen går att läsa, men den tar inte emot något just nu.
error-hinder-unanswering = Databasen svarar inte.
error-hinder-unsure = Databasen slutade svara medan det sparades.
error-hinder-not-saved = Inget av det du skickade har sparats.
error-hinder-maybe-saved = Det går inte att säga om det hann sparas.
error-hinder-send-again = Det du skrev finns kvar här nedanför. Skicka det igen om en stund: det sparas bara en gång, hur många gånger du än skickar det. Stäng inte sidan innan dess.
error-hinder-look = Titta efter om det blev gjort innan du gör om det.
error-hinder-back = Gå tillbaka, så finns det du skrev kvar i de flesta webbläsare.
error-hinder-do = Försök igen om en stund. Händer det igen, lämna referensnumret till den som administrerar Nytta.
error-hinder-send = Skicka igen
