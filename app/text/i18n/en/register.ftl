# Room: register. The registers of initiatives, benefits and statements: search, pages, saved views, files.

register-benefits-title = Benefits
register-benefits-heading = { $count ->
    [one] One benefit
   *[other] { $count-text } benefits
}, { $bare ->
    [0] each has at least one approved statement
    [one] one has no approved statement
   *[other] { $bare-text } have no approved statement
}
register-benefits-lead = All benefits that initiatives have promised. Open a benefit to see what has been found.
register-benefits-caption = Benefits, sorted by the column { $order }
register-benefits-none = No benefits are registered
register-benefits-none-text = Add a benefit on the page of the initiative that promises it.
register-benefits-search = Search benefit, initiative, delivery or area
register-benefits-search-label = Search and filter benefits
register-benefits-bare = Show those that lack one
register-statements-title = Realised benefits
register-statements-heading = { $count ->
    [one] One statement of realised benefit
   *[other] { $count-text } statements of realised benefit
}, { $waiting ->
    [0] none waits for approval
    [one] one waits for approval
   *[other] { $waiting-text } wait for approval
}
register-statements-lead = Everything that has been written about which benefits have come, both approved and on its way.
register-statements-caption = Statements of realised benefit, sorted by the column { $order }
register-statements-none = No realised benefit has been stated
register-statements-none-text = Benefit owners and portfolio managers state benefits on the page of the initiative that they concern.
register-statements-search = Search text, initiative, delivery or area
register-statements-search-label = Search and filter statements
register-initiatives-search = Search name, label, delivery or area

register-count-all = { $total ->
    [0] Nothing is there
    [one] One row
   *[other] All { $total-text } rows
}
register-count-some = { $matching ->
    [0] None of { $total-text } rows match
    [one] One of { $total-text } rows matches
   *[other] { $matching-text } of { $total-text } rows match
}
register-no-match = Nothing matches
register-no-match-text = Try fewer words or fewer choices, or show all.
register-show-all = Show all
register-filter-submit = Filter
register-all = All
register-all-areas = All areas
register-no-area = No area
register-all-groups = All benefit groups
register-all-units = All units
register-all-portfolios = All portfolios
register-marked-not = Not a development object
register-mine-written = Written by me
register-mine-approved = Approved by me
register-mine-returned = Returned by me
register-with-delivery = With delivery
register-with-statement = Has an approved one
register-without-delivery = Without delivery
register-without-statement = Lacks an approved one

register-column-benefit = Benefit
register-column-statement = Realised benefit
register-column-initiative = Initiative
register-column-delivery = Delivery
register-column-area = Area
register-column-area-name = Name of area
register-column-groups = Benefit groups
register-column-group = Benefit group
register-column-grounded = Source or method
register-column-value-class = Value class
register-column-owner = Benefit owner
register-column-unit = Owner unit
register-column-portfolio = Portfolio
register-column-state = State
register-column-statements = Approved
register-column-finding = Finding
register-column-finding-read = Finding interpreted
register-column-as-of = As of
register-column-as-of-read = As of interpreted
register-column-from = As of, from
register-column-follow-up = To be followed up
register-column-to = As of, to
register-column-description = Description
register-column-expected-from = Expected from
register-column-expected-to = Expected to
register-column-label = Label
register-column-pick = Select
register-column-superseded = Superseded
register-column-mine = Who
register-column-written-by = Written by
register-yes = Yes
register-no = No
register-unplanned = Additional
register-superseded = Superseded
register-no-owner = Missing
register-none-yet = Missing


register-pages = Pages
register-first = First page
register-previous = Previous
register-next = Next
register-shown = { $shown ->
    [one] One row on this page
   *[other] { $shown-text } rows on this page
}

register-files = Download the selection
register-csv = CSV
register-xlsx = Excel
register-views = Saved selections
register-view-new = Save the selection
register-view-delete = Delete
register-view-heading = Save the selection
register-view-lead = The selection is saved for you in the register { $register }, with search words, filter and order.
register-view-name = What should the selection be called?
register-view-name-hint = Choose a name that you will recognise.
register-view-name-required = Write what the selection should be called
register-view-name-taken = You already have a selection called { $given }. Choose another name.
register-view-submit = Save
register-view-done = The selection is saved
register-view-done-next = You will find it under Saved selections.
register-view-gone = The selection is deleted
register-view-gone-next = What the selection showed is still in the register.

register-pick = Select { $what }
register-pick-own = You have edited this one yourself
register-approve = Approve selected
register-approve-hint = Tick those that you have read and want to approve. What you have edited yourself has to be approved by somebody else.
register-approved = { $count ->
    [0] Nothing is approved
    [one] One statement is approved
   *[other] { $count-text } statements are approved
}
register-approved-next = They now count in the roll-ups.
register-approved-nothing = You did not tick any. Tick those that you want to approve.
register-approved-left = These were not approved:
register-left-changed = Somebody else has changed or reviewed it
register-left-own = You have edited it yourself, so somebody else has to approve it
register-left-refused = It is outside what you may approve
register-left-gone = A statement that no longer exists
