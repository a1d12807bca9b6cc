# Room: admin. The administrator's page.

admin-title = Administration
admin-heading = { $count ->
    [one] One account has access
   *[other] { $count } accounts have access
}
admin-lead = The administrator sees accounts and roles, and nothing of the portfolio.
admin-link = Make a one-time link
admin-link-heading = A one-time link for { $name }
admin-link-lead = With the link the person chooses a password, connects an app for codes and is signed in. It works for 24 hours and once. Earlier links that are unused stop working.
admin-link-lead-no-email = The link signs the person in. It works for 24 hours and once only. Earlier links that are not used stop working.
admin-link-lead-agency = With the link the person signs in with the agency’s own sign-in, and the account becomes theirs. It works for 24 hours and once. Earlier links that are unused stop working.
admin-link-label = One-time link
admin-link-make = Make the link
admin-link-made = The link for { $name } is ready
admin-link-made-lead = Copy the link now. It is shown this once only.
admin-link-made-note = Hand it over so that only the person gets it: whoever has the link gets in. It works for 24 hours.
admin-link-back = Back to the account
admin-caption = Accounts with roles, by name
admin-name = Name
admin-roles = Roles
admin-role-of = { $role } of { $of }
admin-role-from = from { $day }
admin-role-to = until { $day }
admin-role-ended = ended { $day }
admin-email = E-mail
admin-email-hint = The address is used to sign in. If it is left empty, the account signs in with a one-time link each time.
admin-email-hint-new = The account signs in with the address.
admin-enable = Enable the account again
admin-enabled-done = The account is enabled again
admin-enabled-next = The person can sign in as before.
admin-ended-done = The account is signed out everywhere
admin-ended-next = The person has to sign in again.
admin-no-email = None, signs in with a one-time link
admin-no-password = No password chosen
admin-not-first = Nothing is changed
admin-not-first-next = Somebody else was first. This is how the account is now.
admin-start = The steering unit sets up the agency and begins the portfolio. Give it access.
admin-state-disabled = The account is disabled and cannot sign in.
admin-state-by-link = The account has no e-mail address and signs in with a one-time link.
admin-state-no-password = No password is chosen yet. Make a one-time link and hand it over.
admin-state-password = The account signs in with e-mail address and password.
admin-state-sessions = { $count ->
    [0] The account is not signed in anywhere now.
    [one] The account is signed in at one place.
   *[other] The account is signed in at { $text } places.
}
admin-state-app = The account signs in with address, password and a code from an app.
admin-state-identity = The account signs in with the agency’s own sign-in.
admin-steps-note = An account is never removed, since what the person has done stays in the history. A disabled account is signed out everywhere at once.
admin-sign-in = Sign-in
admin-scope-portfolio = Portfolio
admin-scope-group = Benefit group
admin-scope-unit = Unit
admin-sessions-end = Sign out everywhere
admin-saved = The account is saved
admin-saved-next = If the roles changed the person is signed out and gets the new ones at the next sign-in.
admin-saved-new-next = Make a one-time link and hand it over, and the person gets in.
admin-add = Give somebody access
admin-account-grant-scope-unknown-choice = The role cannot be limited to that. Portfolio managers are limited to portfolios, benefit owners to units and reviewers to benefit groups.
admin-account-grant-role-required = Choose a role, or empty the whole row
admin-account-grant-role-not-yours = Your own roles are changed by another administrator
admin-account-email-unknown-choice = “{ $given }” is not an e-mail address, write for example name@agency.se
admin-account-email-taken = There is already an account with the address { $given }
admin-account-email-required = Write an e-mail address, the account signs in with it
admin-account-name-required = Write whom the account is for
admin-app-reset = Disconnect the app
admin-app-done = The app is disconnected
admin-app-next = The person is signed out everywhere and connects another app at the next sign-in. Make sure that it was the person who asked for it.
admin-disabled = Disabled
admin-disabled-done = The account is disabled
admin-disabled-next = It is signed out everywhere, and links that are not used no longer work.
admin-disable = Disable the account
admin-form-lead = Whoever has an account sees and does what the roles allow. Every change is in the audit log.
admin-grant-row = Role { $row }
admin-grant-role = Role
admin-grant-none = No role
admin-grant-scope = Applies to
admin-grant-everything = Everything
admin-grant-from = From
admin-grant-to = Until
admin-grant-add = Add a role
admin-grants-hint = Portfolio managers can be limited to portfolios, benefit owners to units and reviewers to benefit groups. Add a row for each. A stand-in gets a last day. Choose No role and empty the rest of the row to take it away. When the roles change the person is signed out and has to sign in again.
admin-grants-agency = Roles that the agency’s own sign-in gives are changed there, and the change takes effect at the next sign-in. Here they can be limited.
admin-own-roles = This is your own account. Your roles are changed by another administrator.
admin-by-agency = None, signs in with the agency’s own sign-in
