# Room: sign_in. Signing in and out.

sign-in-title = Logga in
sign-in-heading = Ger utvecklingen den nytta som lovades?
sign-in-lead = Nytta följer varje leverans från förväntan till konstaterad nytta, med källa till varje siffra.
sign-in-levels = De fem nivåerna
sign-in-by-link = Du loggar in med en engångslänk. Öppna länken i den här webbläsaren och tryck på knappen på sidan som visas.
sign-in-demo-heading = Provar du demon?
sign-in-demo = När Nytta startar med --demo skrivs en länk per roll ut i terminalen. Varje länk fungerar en gång. Starta om för att få nya.
sign-in-account-heading = Saknar du länk eller konto?
sign-in-account = Den som administrerar Nytta lägger upp konton och ger ut länkar.
sign-in-out = Du är utloggad
sign-in-out-next = Öppna en ny engångslänk för att logga in igen.
sign-in-link-title = Logga in som { $name }
sign-in-link-heading = Logga in som { $name }?
sign-in-link-roles = Roller
sign-in-link-no-roles = Kontot har ingen roll än
sign-in-link-once = Länken slutar gälla när du har loggat in. Du loggas ut efter två timmar utan aktivitet.
sign-in-link-submit = Logga in
