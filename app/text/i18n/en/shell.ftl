# Room: shell. The frame around every page.

shell-skip = Skip to content
shell-menu = Menu
shell-menu-main = Main menu
shell-close = Close
shell-role = Role:
shell-sign-out = Sign out
shell-menu-overview = Overview
shell-menu-work = To do
shell-menu-areas = Areas
shell-menu-initiatives = Initiatives
shell-menu-benefits = Benefits
shell-menu-statements = Realised benefits
shell-menu-start = Get started
shell-menu-rounds = Follow-up
shell-menu-grading = Grading
shell-menu-reports = Reports
shell-menu-structure = Structure
shell-menu-audit = Audit
shell-menu-admin = Administration
