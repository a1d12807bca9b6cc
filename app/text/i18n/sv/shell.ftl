# Room: shell. The frame around every page.

shell-skip = Hoppa till innehållet
shell-menu = Meny
shell-menu-main = Huvudmeny
shell-close = Stäng
shell-role = Roll:
shell-sign-out = Logga ut
shell-menu-overview = Översikt
shell-menu-work = Att göra
shell-menu-areas = Områden
shell-menu-initiatives = Initiativ
shell-menu-benefits = Nyttor
shell-menu-statements = Konstaterade nyttor
shell-menu-start = Kom igång
shell-menu-rounds = Uppföljning
shell-menu-grading = Bedömning
shell-menu-reports = Rapporter
shell-menu-structure = Struktur
shell-menu-audit = Revision
shell-menu-admin = Administration
