# Room: second_factor. The second step of signing in: a code from an app.

second-factor-ask-heading = Enter the code, { $name }
second-factor-ask-hint = Six digits from the app on your phone, such as 123 456. A code works once.
second-factor-ask-lost = Don’t have the app? Enter one of your recovery codes instead. If you have none of those either, whoever administers Nytta can disconnect the app for you, and you connect another.
second-factor-code = Code
second-factor-codes-heading = Keep your recovery codes
second-factor-codes-lead = The app is connected. If you lose the phone, sign in with one of these codes instead. Each works once.
second-factor-codes-once = The codes are shown this once, and earlier ones no longer work. Print the page or keep them where only you can get at them, such as a password manager, but not on the phone.
second-factor-codes-done = I have kept the codes
second-factor-connect-heading = Connect an app for codes
second-factor-connect-hint = Six digits. The app changes the code every thirty seconds.
second-factor-connect-lead = { $name }, you sign in with a password and a code, so that a leaked password is not enough to get in. It is done once and takes a couple of minutes.
second-factor-connect-letters = Choose to type a key in the app, and type:
second-factor-connect-app = Open the app for one-time codes that the agency uses, or install one such as Microsoft Authenticator or Google Authenticator.
second-factor-connect-read = Choose to add an account in the app, and point the camera at the picture.
second-factor-connect-type = Cannot read the picture?
second-factor-connect-code = Enter the code that the app shows.
second-factor-connect-submit = Connect the app and sign in
second-factor-connect-phone = Reading this on the phone that has the app? Open the app from here.
second-factor-other = Sign in as somebody else
second-factor-wrong = The code is not right, or has already been used. Wait until the app shows the next and enter that one. After several wrong attempts you have to wait a while. If the code is wrong every time, the phone’s clock probably is: set it right and try again.
second-factor-picture = A picture that the app reads. The key in text is below it.
