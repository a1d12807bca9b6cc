# Room: structure. The agency, areas and their sets, benefit groups, units and portfolios.

structure-title = Structure
structure-heading = { $areas ->
    [0] No areas
    [one] One area
   *[other] { $areas-text } areas
}, { $groups ->
    [0] no benefit groups
    [one] one benefit group
   *[other] { $groups-text } benefit groups
} and { $units ->
    [0] no units
    [one] one unit
   *[other] { $units-text } units
} order the portfolio
structure-lead = What initiatives, benefits and reports are ordered by. What is in use is never removed but ended, so that history remains.
structure-save = Save
structure-change = Change
structure-choose = Choose
structure-validity = Valid
structure-valid-from = Valid from
structure-valid-to = Valid until
structure-valid-to-hint = Leave empty while it is in use.
structure-ended-on = In use until
structure-day-hint = A day, for example 2025-01-01.
structure-between = { $from } – { $to }
structure-from = from { $from }
structure-to = until { $to }
structure-always = no time given
structure-ended = Ended
structure-remove = Remove
structure-remove-text = This works only while nothing refers to it, for example where something was added by mistake. What is used is ended with a last day instead; an area ends with its set.
structure-remove-submit = Remove for good
structure-done = The change is saved
structure-done-next = It shows wherever it is used. Decided reports do not change.
structure-done-onward = See what remains in Get started
structure-removed = Removed
structure-removed-next = What it said remains in the history.
structure-in-use = It is in use and cannot be removed
structure-in-use-next = Something refers to it. Give it a last day instead: then it can no longer be chosen, and history remains.
structure-not-first = Somebody else was first
structure-not-first-next = It has been changed since you opened it. Nothing has been removed.

structure-agency = Agency
structure-agency-new = Set up the agency
structure-agency-change = Change the agency
structure-agency-lead = Name, currency and colour are printed in reports.
structure-agency-name = Name of the agency
structure-agency-name-hint = As it is to stand in the reports.
structure-agency-currency = Currency
structure-agency-currency-hint = Three letters, for example SEK.
structure-agency-currency-unknown-choice = Currency: “{ $given }” is not a currency code, write three letters such as SEK
structure-agency-colour = Colour
structure-agency-colour-hint = The colour of rules and headings in report files: # and six characters, such as #37408f. Where it is too light to be read, headings are black.
structure-agency-colour-unknown-choice = Colour: “{ $given }” is not a colour, write # and six characters 0–9 or a–f, such as #37408f
structure-agency-coloured = colour { $colour }
structure-agency-groups = Benefit groups
structure-agency-groups-choice = Begin with the eight usual benefit groups
structure-agency-groups-hint = { $names }. They can be changed, ended and joined by others later.
structure-agency-in = amounts in { $currency }
structure-agency-none = The agency is not set up
structure-agency-none-text = Begin here: without an agency no report can be written.

structure-areas = Investment areas
structure-area = Area
structure-sets-none = No areas are set up
structure-sets-none-text = First set up a set of areas: the areas of a plan, with the time that the plan covers.
structure-set-empty = The set of areas has no areas yet.
structure-area-set = Set of areas
structure-area-set-new = Add a set of areas
structure-area-set-change = Change the set of areas
structure-area-set-lead = A set holds the areas of a plan. New plans get new sets, so that old reports keep their areas.
structure-area-set-name = Name
structure-area-set-name-hint = For example “Areas 2025–2027”.
structure-area-new = Add an area
structure-area-add = Add an area
structure-area-change = Change the area { $name }
structure-area-lead = An investment area gathers deliveries with the same purpose and gets a section of its own in the report.
structure-area-number = Number
structure-area-number-hint = The areas are chapter 4 of the report, so they are numbered 4.1, 4.2 and so on.
structure-area-number-not-a-number = Number: write digits with points between, for example 4.2 and not “{ $given }”
structure-area-number-taken = Number: { $given } is in the set already
structure-area-name = Name
structure-area-purpose = Purpose
structure-area-effects = Expected effects
structure-area-groups = Main groups
structure-area-groups-hint = The benefit groups that the area mainly aims at. They are marks, not limits.
structure-area-budgets = Budget
structure-area-budgets-hint = The amount is for the whole time and is never spread over the years. A report takes the amount whose years lie within its period, so preferably give the same years as the report.
structure-area-budget-row = Budget { $row }
structure-area-budget-from = From year
structure-area-budget-to = To year
structure-area-budget-tkr = Amount, SEK thousand
structure-area-budget-add = Add another budget
structure-area-note = Note

structure-groups = Benefit groups
structure-groups-caption = Benefit groups, in the report’s order
structure-groups-none = No benefit groups have been added
structure-groups-none-text = Every benefit belongs to at least one group. Add them here, or tick the usual ones when you add the agency.
structure-group = Benefit group
structure-group-new = Add a benefit group
structure-group-change = Change the benefit group
structure-group-lead = Benefit groups say for whom a benefit arises, or what it consists of.
structure-group-name = Name
structure-group-short = Short name
structure-group-short-name = Short name
structure-group-short-name-hint = Used where there is little room, as in the headings of tables.
structure-group-kind = Kind
structure-group-ordinal = Place in the order
structure-group-ordinal-not-a-number = Place in the order: “{ $given }” is not a whole number, write for example 3
structure-group-ordinal-hint = A whole number; the lowest comes first. Leave empty for last.
structure-group-code = Code in files
structure-group-code-hint = Lower-case letters, digits and underscores. Leave empty to have it made from the name.
structure-group-code-unknown-choice = Code in files: “{ $given }” has characters other than lower-case letters, digits and underscores
structure-group-ended-hint = Leave empty while the group is in use. After the day it cannot be chosen for new benefits.

structure-units = Units
structure-units-caption = Units that own, receive or assess benefits; ended ones last
structure-units-none = No units are set up
structure-units-none-text = Benefits need a unit that answers for them. Set up the units and they can be chosen.
structure-unit = Unit
structure-unit-new = Add a unit
structure-unit-change = Change the unit
structure-unit-lead = Units come and go. One that has ended stays in the history, and benefits that it answered for are listed so that somebody can take over.
structure-unit-name = Name
structure-unit-kind = Kind of unit
structure-unit-kind-hint = For example department, unit or section.
structure-unit-parent = Belongs to
structure-unit-no-parent = No other unit
structure-unit-valid-to-hint = The unit’s last day. Leave empty while it exists.
structure-unit-name-taken = Name: there is a unit called “{ $given }” already
structure-unit-parent-circular = Belongs to: the chosen unit itself belongs to this one, choose another

structure-orphans = Benefits without a unit
structure-orphans-caption = Benefits whose unit has ended
structure-orphans-none = No benefit belongs to a unit that has ended
structure-orphans-none-text = Benefits whose owner or recipient has ended are shown here.
structure-orphan-benefit = Benefit
structure-orphan-initiative = Initiative
structure-orphan-why = Why
structure-orphan-owner = The owner { $unit } ended { $day }
structure-orphan-recipient = The recipient { $unit } ended { $day }

structure-portfolios = Portfolios
structure-portfolios-caption = Portfolios, the strategic one first
structure-portfolios-none = No portfolios are set up
structure-portfolios-none-text = Portfolios are optional. They are needed where portfolio managers have one each.
structure-portfolio = Portfolio
structure-portfolio-new = Add a portfolio
structure-portfolio-change = Change the portfolio
structure-portfolio-lead = One strategic portfolio holds the tactical ones.
structure-portfolio-name = Name
structure-portfolio-kind = Kind
structure-portfolio-kind-taken = Kind: “{ $given }” is the strategic portfolio already, and there is only one
structure-portfolio-strategic-hint = Holds the others. There is one.
structure-portfolio-tactical-hint = Lies in the strategic portfolio.
structure-portfolio-ended-hint = Leave empty while the portfolio is in use. After the day it cannot be chosen for new initiatives.
