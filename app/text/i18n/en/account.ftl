# Room: account. One's own account, and where one is signed in.

account-title = My account
account-heading = { $others ->
    [0] You are signed in here and nowhere else
    [one] You are signed in here and at one more place
   *[other] You are signed in here and at { $text } more places
}
account-who = { $name }: { $roles }
account-caption = Sessions that go on, the last used first
account-began = Began
account-seen = Last used
account-this = This browser
account-end = Sign out
account-end-others = Sign out everywhere but here
account-note = A session ends by itself after two hours without activity, and after twelve hours at the latest. If you do not recognise one of them, sign it out and change your password.
account-ended = Signed out there
account-ended-next = Whoever uses that browser has to sign in again.
account-gone = The session had ended already
account-gone-next = Nothing has changed.
account-password = Change the password
account-password-present = Present password
account-password-wrong = That is not right. Write your present password. After several wrong attempts you have to wait a while
account-password-submit = Change the password
account-password-changed = The password is changed
account-password-changed-next = You are signed out everywhere but here.
