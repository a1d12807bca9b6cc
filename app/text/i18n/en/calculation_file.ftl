# Room: calculation_file. A benefit calculation as a workbook: its sheets, heads, key figures and how to use it.

calculation-file-sheet-head = Calculation
calculation-file-sheet-lines = Lines
calculation-file-sheet-results = Results
calculation-file-sheet-lists = Lists

# Names of cells that formulas use: letters and underscores only.
calculation-file-cell-rate = Discount_rate
calculation-file-cell-base-year = Base_year

calculation-file-version = Version
calculation-file-base-year = Base year
calculation-file-horizon = Horizon, years
calculation-file-rate = Discount rate
calculation-file-rate-source = Source of the discount rate
calculation-file-price-level = Price level
calculation-file-unit = Amounts in
calculation-file-zero-alternative = Zero alternative
calculation-file-assumptions = Assumptions
calculation-file-preferred = Preferred alternative
calculation-file-alternative = Alternative
calculation-file-description = Description

calculation-file-how = How to use this file
calculation-file-how-lines = A line is three rows on the sheet Lines: low, likely and high. Write name, class and benefit on the first row; the other two follow it. Write new lines on the empty rows at the bottom.
calculation-file-how-amounts = Amounts are differences against the zero alternative, in { $unit }. An empty cell means that the line has no amount that year. A harm is a benefit with a minus sign, and its low is the greatest harm.
calculation-file-how-results = The sheet Results is worked out anew when you change an amount or the discount rate.
calculation-file-how-read = When the file is read into Nytta, the lines are taken from it. Change base year, horizon, discount rate and the rest of this sheet in Nytta.
calculation-file-how-codes = The hidden columns at the far right of the sheet Lines tell Nytta which line is which. Leave them in place.

calculation-file-lines-about = Amounts in { $unit }. Write new lines on the empty rows at the bottom.
calculation-file-column-name = Line
calculation-file-column-class = Class
calculation-file-column-benefit = Benefit
calculation-file-column-estimate = Estimate
calculation-file-column-note = How the amounts were found
calculation-file-column-line-id = Code of the line
calculation-file-column-class-code = Code of the class
calculation-file-column-benefit-id = Code of the benefit
calculation-file-column-estimate-code = Code of the estimate
calculation-file-low = Low
calculation-file-likely = Likely
calculation-file-high = High

calculation-file-results-about = Amounts in { $unit }. All of it is worked out from the sheet { $lines } and the discount rate on the sheet { $head }.
calculation-file-results-about-priced = Amounts in { $unit }, at { $year } prices. All of it is worked out from the sheet { $lines } and the discount rate on the sheet { $head }.
calculation-file-results-of = Results: { $name }
calculation-file-financial = Financial benefit
calculation-file-financial-and-redistribution = Financial benefit and redistribution benefit
calculation-file-scenario-pessimistic = Pessimistic
calculation-file-scenario-likely = Likely
calculation-file-scenario-optimistic = Optimistic
calculation-file-no-value = no value
calculation-file-pv-benefits = Present value of the benefits
calculation-file-pv-costs = Present value of the costs
calculation-file-nnv = Net present value (NNV)
calculation-file-nnk = Net present value per krona of cost (NNK)
calculation-file-bc-ratio = Benefit per krona of cost
calculation-file-break-even-share = Share of the benefit that has to come
calculation-file-payback = Payback period, years
calculation-file-discounted-payback = Discounted payback period, years
calculation-file-irr = Internal rate of return
calculation-file-flow = { $scope }, { $scenario }
calculation-file-benefits = Benefits
calculation-file-costs = Costs
calculation-file-net = Net
calculation-file-cumulative-net = Net so far
calculation-file-discounted-net = Discounted net
calculation-file-cumulative-discounted-net = Discounted net so far
calculation-file-basis = Basis: how the results are worked out
calculation-file-order = Number of the year
calculation-file-factor = Discount factor
calculation-file-sum-costs = Costs, { $estimate }
calculation-file-sum-financial = Financial benefit, { $estimate }
calculation-file-sum-redistribution = Redistribution benefit, { $estimate }
calculation-file-below = Number of the year, where net so far is below zero
calculation-file-below-discounted = Number of the year, where discounted net so far is below zero
calculation-file-sign = Sign of the net
calculation-file-sign-change = The net changes sign
calculation-file-steps = Start for the internal rate of return, sought by halving
calculation-file-steps-step = Step
calculation-file-steps-start = Start
