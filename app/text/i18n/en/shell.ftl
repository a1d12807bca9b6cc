# Room: shell. The frame around every page.

shell-skip = Skip to content
shell-menu = Menu
shell-menu-main = Main menu
shell-close = Close
shell-role = Role:
shell-sign-out = Sign out
shell-session-soon = You will soon be signed out, since you have done nothing for a while.
shell-session-latest = You will soon be signed out, twelve hours after you signed in. Sign in again in a new tab, and you can go on here.
shell-session-ended = You are signed out. What you have written is still here on the page: sign in again in a new tab and then send it.
shell-session-go-on = Stay signed in
shell-session-again = Sign in in a new tab
shell-menu-overview = Overview
shell-menu-work = To do
shell-menu-areas = Areas
shell-menu-initiatives = Initiatives
shell-menu-benefits = Benefits
shell-menu-calculations = Calculations
shell-menu-measures = Measures
shell-menu-statements = Realised benefits
shell-menu-start = Get started
shell-menu-rounds = Follow-up
shell-menu-grading = Grading
shell-menu-reports = Reports
shell-menu-structure = Structure
shell-menu-audit = Audit
shell-menu-admin = Administration
