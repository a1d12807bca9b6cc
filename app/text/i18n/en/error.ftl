# Room: error. What went wrong, and what to do.

error-not-found-title = There is no such page
error-not-found = The address may be wrong or old, or concern something that your role cannot see.
error-not-found-link = The link may be wrong, or used already. A one-time link works only once and for a day.
error-not-found-do = Check the address, or begin again from the start page.
error-not-found-link-do = If you have chosen a password already, sign in with it from the start page. Otherwise ask the administrator of Nytta for a new link.
error-forbidden-title = Your role may not do this
error-forbidden = Nothing has changed. What you tried needs another role, or somebody other than you to do it.
error-forbidden-do = Ask somebody with that role, or the administrator of Nytta.
error-conflict-title = That can no longer be done
error-conflict = Nothing has changed. Somebody has sent in, approved or decided what you wanted to change.
error-conflict-do = Go back and reload the page to see how it is now.
error-failed-title = Something went wrong on our side
error-failed = The error is in the server’s log. What you sent may not have been saved.
error-failed-do = Try again in a while. If it happens again, give the reference number to the administrator of Nytta.
error-reference = Reference number
error-start = To the start page
error-too-large-title = What you sent is too large
error-too-large = Nothing was saved. A form holds about a million characters.
error-too-large-do = Go back: most browsers still have what you wrote. Shorten the text, or put it into a document and refer to it as a source.

# The database stands in the way: a full disk, read-only, interrupted
error-hinder-page-title = The page cannot be shown right now
error-hinder-save-title = It could not be saved
error-hinder-full = The disk that the database is on is full.
error-hinder-read-only = The database can be read, but takes nothing right now.
error-hinder-unanswering = The database does not answer.
error-hinder-unsure = The database stopped answering while what you sent was being saved.
error-hinder-not-saved = None of what you sent was saved.
error-hinder-maybe-saved = Nobody can say whether it was saved in time.
error-hinder-send-again = What you wrote is still here below. Send it again in a while: it is saved once, however often you send it. Do not close the page until then.
error-hinder-look = Check whether it was done before you do it again.
error-hinder-back = Go back: most browsers still have what you wrote.
error-hinder-do = Try again in a while. If it happens again, give the reference number to the administrator of Nytta.
error-hinder-send = Send it again
