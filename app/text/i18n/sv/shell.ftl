# Room: shell. The frame around every page.

shell-skip = Hoppa till innehållet
shell-menu = Meny
shell-menu-main = Huvudmeny
shell-close = Stäng
shell-role = Roll:
shell-sign-out = Logga ut
shell-session-soon = Du loggas snart ut eftersom du inte har gjort något på en stund.
shell-session-latest = Du loggas snart ut, tolv timmar efter att du loggade in. Logga in igen i en ny flik, så kan du fortsätta här.
shell-session-ended = Du är utloggad. Det du har skrivit finns kvar här på sidan: logga in igen i en ny flik och skicka det sedan.
shell-session-go-on = Fortsätt vara inloggad
shell-session-again = Logga in i en ny flik
shell-menu-overview = Översikt
shell-menu-work = Att göra
shell-menu-areas = Områden
shell-menu-initiatives = Initiativ
shell-menu-benefits = Nyttor
shell-menu-calculations = Kalkyler
shell-menu-measures = Mått
shell-menu-statements = Konstaterade nyttor
shell-menu-start = Kom igång
shell-menu-rounds = Uppföljning
shell-menu-grading = Bedömning
shell-menu-reports = Rapporter
shell-menu-structure = Struktur
shell-menu-audit = Revision
shell-menu-admin = Administration
