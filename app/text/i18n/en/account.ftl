# Room: account. One's own account, and where one is signed in.

account-title = My account
account-heading = { $others ->
    [0] You are signed in here and nowhere else
    [one] You are signed in here and in one other place
   *[other] You are signed in here and in { $text } other places
}
account-who = { $name }: { $roles }
account-caption = Open sessions, the last used first
account-codes-left = { $count ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { $text } recovery codes left.
}
account-codes-few = Make new ones before they run out: without app and codes you need an administrator to get in.
account-codes-renew = Make new recovery codes
account-began = Began
account-seen = Last used
account-second = Signing in in two steps
account-second-lead = You sign in with a password and a code from an app.
account-second-hint = A code from the app, or a recovery code. Both buttons need it.
account-this = This browser
account-end = Sign out
account-end-others = Sign out everywhere but here
account-note = A session ends by itself after two hours without activity, and after twelve hours at the latest. If you do not recognise one of them, sign it out and change your password.
account-ended = Signed out there
account-ended-next = Whoever uses that browser has to sign in again.
account-gone = The session had ended already
account-gone-next = Nothing has changed.
account-password = Change the password
account-password-present = Current password
account-password-wrong = That is not right. Write your current password. After several wrong attempts you have to wait a while.
account-password-submit = Change the password
account-password-changed = The password is changed
account-password-changed-next = You are signed out everywhere but here.
account-app-replace = Change app or phone
account-app-note = When you change apps you are signed out everywhere, and connect the new one as you sign in again. The old recovery codes stop working.
account-reminders = Reminders
account-reminders-lead = What waits for you is on the page To do. You can have it brought to you in other ways too.
account-calendar = Calendar
account-calendar-lead = With a link of your own, your calendar program shows what waits for you and what comes in the next twelve months: measurements, activities of realisation plans and follow-ups.
account-calendar-none = You have no link.
account-calendar-since = Your link was made on { $moment }.
account-calendar-make = Make a link
account-calendar-renew = Make a new link
account-calendar-stop = Stop the link
account-calendar-note = Whoever has the link sees what waits for you, without signing in. A new link replaces the one you have.
account-calendar-made = Your calendar link
account-calendar-made-lead = Copy the link now and add it to your calendar program as a subscription. It is shown this once.
account-calendar-label = Link
account-calendar-made-note = Do not share it: whoever has the link sees what waits for you. Earlier links no longer work.
account-calendar-back = To my account
account-calendar-stopped = The calendar link is stopped
account-calendar-stopped-next = Calendar programs that use it get nothing more.
account-digest = Daily digest by e-mail
account-digest-lead = A message is sent every weekday morning when something waits for you, and says what it is.
account-digest-on = It is sent to { $email }.
account-digest-off = You have turned it off.
account-digest-lang = Language of the message
account-digest-save = Save language
account-digest-start = Send me the digest
account-digest-stop = Do not send it
account-digest-chosen = Your choice is saved
account-digest-chosen-next = The next message comes on a weekday morning when something waits for you.
account-digest-stopped = The digest is turned off
account-digest-stopped-next = You get no more messages with what waits. It is still on the page To do.
