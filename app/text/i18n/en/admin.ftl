# Room: admin. The administrator's page.

admin-title = Administration
admin-heading = { $count ->
    [one] One account has access
   *[other] { $count } accounts have access
}
admin-lead = The administrator sees accounts and roles, and nothing of the portfolio.
admin-caption = Accounts with their roles, in the order in which they were made
admin-name = Name
admin-roles = Roles
admin-email = E-mail
admin-no-email = None, signs in by one-time link
admin-start = The steering unit sets up the agency and begins the portfolio. Give it access with the command nytta user add.
