# Room: share. Decided reports outside the house: links, what is public, the feed, the archive package.

share-title = Share by link
share-heading = { $count ->
    [0] No link to the report is in force
    [one] One link to the report is in force
   *[other] { $text } links to the report are in force
}
share-lead = Whoever has a link reads the decided report without an account, as a page and as files. The link leads nowhere else and ends by itself.
share-is-public = The report is published. Everybody can read it without an account at
share-public-address = the public page
share-readers = Other readers
share-course-hint = Let somebody without an account read the decided report for a time.
share-new = Make a link
share-for-whom = For whom
share-for-whom-hint = For example a committee or an agency. Shown here only.
share-for-whom-required = Write whom the link is for
share-ends-on = Last day
share-ends-on-hint = The link works up to and including that day, a year at most.
share-ends-on-required = Give the link’s last day
share-ends-on-out-of-range = Choose a last day from { $min } to { $max }
share-make = Make the link
share-made = The link is made
share-made-lead = Copy it now. It is shown this once.
share-made-label = Link to the report
share-made-note = Whoever has the link can read the report and pass the link on. Withdraw it if it ends up in the wrong place.
share-list = Links
share-list-caption = Links to the report, the newest first
share-state = State
share-state-holds = In force
share-state-ended = Has ended
share-state-withdrawn = Withdrawn
share-ends = Last day
share-made-at = Made
share-used = Last used
share-never-used = Never
share-withdraw = Withdraw
share-withdraw-of = Withdraw the link for { $whom }
share-none = Nobody has been given a link
share-none-text = Links that are made are listed here, with when they end and when they were last used.
share-done-withdrawn = The link is withdrawn
share-done-withdrawn-next = It leads nowhere from now on.
share-not-again = The link is made already
share-not-again-next = It cannot be shown again. Withdraw it below and make a new one if you did not copy it.
share-not-first = Somebody else was first
share-not-first-next = The link is withdrawn already.

share-by-link = You are reading a decided report by a link, which works up to and including { $day }. Content and files are those that were decided.
share-public = You are reading a published report. Content and files are those that were decided.
share-gone-title = The link does not work
share-gone = It has ended, has been withdrawn or was not copied in full.
share-gone-do = Ask whoever gave you the link. If you do not know who that is, turn to the agency’s registrar and say which report it concerns.
share-to-public = Published reports
share-public-title = Published reports
share-public-heading = { $count ->
    [0] Published reports
    [one] One report is published
   *[other] { $text } reports are published
}
share-public-lead = Decided reports that the agency has made public. They are read without an account.
share-public-none = No report is published yet
share-public-none-text = A report is shown here once it is decided and published.
share-since = Published
share-corrected = Corrected
share-pdf-of = { $report } as PDF
share-feed = Published reports, feed
share-feed-text = Follow published reports in a feed reader:
share-feed-title = Published reports, { $agency }
share-feed-decided = Decided { $decision }

share-archive = Get the archive package
share-archive-hint = A ZIP file with all files above, the files that the measurements rest on, checksums and a description. The evidence may contain personal data.
share-archive-too-large = The files of the package are { $size } MB together. A package holds { $max } MB at most.
share-archive-undecided = There is an archive package once the report is decided.
