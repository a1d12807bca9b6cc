# Room: report. Reports: the list, and the report as a document.

report-list-title = Reports
report-list-heading = { $count ->
    [0] { $total ->
        [1] The only report is not decided
       *[other] None of { $all } reports is decided
    }
   *[other] { $total ->
        [1] One decided report
       *[other] { $count ->
            [one] One of { $all } reports is decided
           *[other] { $decided } of { $all } reports are decided
        }
    }
}
report-list-empty = There is no report to read yet
report-list-empty-text = Decided reports are shown here. Drafts can be read by the steering unit, leadership and the internal auditor.
report-list-report = Report
report-list-state = State
report-list-not-decided = not decided
report-list-drafts = Reports that are not decided can be read by the steering unit, leadership and the internal auditor.

report-skip = Skip to the content
report-subtitle = Report on the effects of development { $period }
report-missing = Missing
report-assignment = Assignment
report-assignment-full = { $letter }, assignment { $number } { $name }
report-recipient = Recipient
report-due = Due
report-decided = Decided
report-undecided = Not decided
report-presenters = Presented by
report-registry-number = Registry number
report-registry = registry no. { $number }
report-cut-off = As of
report-overall = Overall

report-contents = Contents
report-foreword = Foreword
report-background = Background
report-method = Development work and method
report-groups = Benefit groups
report-levels = The five levels
report-scoring = How the proposal is worked out
report-materials = Sources
report-requirements = Requirements on initiatives
report-summary = Summary
report-overall-judgement = Overall assessment
report-groups-levels = Fulfilment by benefit group
report-areas-groups = Areas and benefit groups
report-ongoing = Ongoing initiatives
report-areas = Investment areas
report-not-written = The chapter is not written yet
report-table = Table { $number }
report-appendix = Appendix { $letter }

report-no-groups = No benefit groups are registered
report-groups-text = Benefits are divided into { $n } groups. A benefit may belong to several.
report-levels-caption = The five levels and their thresholds
report-level = Level
report-name = Name
report-fulfilment = Fulfilment
report-scoring-people = The system works out a proposal for realised benefit from the evidence. Leadership decides the level, with a written motivation. No formula combines delivery, expected benefit and realised benefit.
report-scoring-scores = A measured benefit scores its fulfilment between baseline and target. A benefit that is described in words alone scores the mean of its statements: confirmed { $confirmed }, partly { $partly }, none shown { $none }, wrong direction { $negative }. So words can give { $best } at most. The proposal is the mean over the benefits that are due and have a score.
report-scoring-weak = Benefits without evidence are never counted as zero. Where less than { $limit } of the benefits due are measured, the proposal is marked “weak evidence”.
report-readings = (interpreted) stands after what the sources do not say outright: somebody has read it from the context.
report-readings-page = A dotted line stands under what the sources do not say outright: somebody has read it from the context.
report-no-materials = No sources are given
report-materials-caption = Sources, with the units that produced them
report-material = Source
report-units = Units
report-systems = Systems
report-no-requirements = No requirements are given
report-requirements-caption = Requirements on initiatives and from when they apply
report-from = From
report-applies-to = Applies to
report-requirement = Requirement

report-no-motivation = Motivation is missing
report-rest = { $stated ->
    [0] None has a written statement that gives a score
    [one] One has a written statement that gives a score
   *[other] { $stated-text } have a written statement that gives a score
}, { $missing ->
    [0] none lacks evidence
    [one] one lacks evidence
   *[other] { $missing-text } have no evidence
} and { $later ->
    [0] none waits to be due or is too early to judge
    [one] one is not due yet or too early to judge
   *[other] { $later-text } are not due yet or too early to judge
}.
report-groups-caption = Fulfilment by benefit group, decision and proposal
report-groups-note = A benefit in several groups counts once in each. That is why the groups are not added up.
report-group = Benefit group
report-marks-caption = Main benefit groups and fulfilment by area
report-group-level = Level of the group
report-ongoing-none = No ongoing initiative is without a delivery.
report-ongoing-text = { $count ->
    [one] One initiative is ongoing and has no delivery yet.
   *[other] { $n } initiatives are ongoing and have no delivery yet.
}

report-no-areas = The report has no areas yet
report-areas-intro = This chapter covers { $areas ->
    [0] no investment area
    [one] one investment area
   *[other] { $areas-text } investment areas
} with { $deliveries ->
    [0] no deliveries
    [one] one delivery
   *[other] { $deliveries-text } deliveries
} and { $objects ->
    [0] no development objects
    [one] one development object
   *[other] { $objects-text } development objects
}. They have { $benefits ->
    [0] no expected benefits
    [one] one expected benefit
   *[other] { $benefits-text } expected benefits
}, { $statements ->
    [0] no realised benefits
    [one] one realised benefit
   *[other] { $statements-text } realised benefits
} and { $figures ->
    [0] no figures
    [one] one figure
   *[other] { $figures-text } figures
}; the number of a figure leads to appendix A.
report-budget-caption = Investment budget { $period } by area, SEK thousand
report-objects = of which DO
report-deliveries-caption = Deliveries in { $area }

report-appendix-figures = Every figure, where it stands and what it rests on
report-appendix-calculations = Benefit calculations
report-appendix-freed-time = Freed time
report-appendix-gaps = What is missing or remains
report-appendix-references = References
report-appendix-method = Method, thresholds and deviations
report-appendix-notes = Open questions in the sources
report-appendix-audit = Audit chain

report-no-figures = The report has no figures
report-figures-text = Every figure in chapter 4 has a number that leads here. The figures are taken from the texts on deliveries and benefits.
report-figures-caption = All figures on deliveries and benefits, in the order in which the report has them
report-figure = Figure
report-figure-number = No.
report-figures-no-sources = None of them has a source stated.
report-figure-no-source = no source stated
report-figure-value = Value
report-figure-period = Period
report-figure-role = Role
report-figure-place = Delivery and place
report-place-delivery = the delivery
report-place-expected = expected benefit
report-place-realised = realised benefit

report-calculations-text = A benefit calculation sets benefit against cost, year by year.
report-calculations-unvalued = No benefit in this report has a value in a calculation that its initiative has promised.
report-calculations-lacking = An approved benefit calculation is missing for { $lacking } of { $all } development objects
report-plans-lacking = A realisation plan is missing for { $lacking } of { $all } development objects
report-both-lacking = An approved benefit calculation and a realisation plan are missing for { $lacking } of { $all } development objects
report-calculations-not-required = No requirement for a calculation or plan is left open for the initiatives in this report.
report-freed-time-text = Freed time is reported in hours or full-time years, together with what the time was turned into.
report-freed-time-missing = { $count ->
    [0] No freed time is entered in hours or full-time years
    [one] No freed time is entered in hours or full-time years for the only delivery
   *[other] No freed time is entered in hours or full-time years for any of the { $n } deliveries
}
report-sek-none = No outcome in kronor is entered and reviewed for { $period }, so nothing is summed.
report-quoted = Values and amounts that the texts mention are quoted in chapter 4 and appendix A. They are not summed.
report-measured-means = A benefit is measured when an outcome has been compared with a baseline and a target.
report-gaps-caption = What is missing or remains
report-gap-what = What
report-gap-count = Number
report-gap-which = Which
report-gap-of = { $count } of { $all }
report-gap-in-chapter-4 = See chapter 4: benefits without measurement are scored by written statements or have no score.
report-registry-number-own = The report’s registry number
report-no-references = No references are given
report-method-version = Levels are judged by the thresholds and scores of the version { $name }, as of { $day }.
report-method-levels = Thresholds are in section 2.2.
report-method-scoring = Scores are in section 2.3.
report-no-deviations = No decided level deviates from the system’s proposal.
report-deviations-caption = Decided levels that deviate from the system’s proposal
report-subject = Assessment of
report-reason = Reason
report-no-reason = No reason is given
report-no-notes = No open questions are noted.
report-notes-text = This is what the sources leave open or contradict themselves in. The report does not choose for them.
report-audit-locked = Every change in the system is written to a log, in which each line is sealed with a checksum that builds on the line before. The code below is the line number and checksum of the log from when the report was locked, the same in all files of the report. With it the agency can show at any time that the log up to then is unchanged.
report-audit-open = Every change in the system is written to a log, in which each line is sealed with a checksum that builds on the line before. The code below is the newest line number and checksum of the log when the file was made. With it the agency can show at any time that the log up to then is unchanged.
report-audit-check = (The check is made with the command { $command } followed by the code.)
report-gap-in-appendix-b = See appendix B.
report-chart = Figure { $number }
report-proposal-percent = Proposal, per cent
report-marks-note = × marks the main groups of the area. Levels: { $levels }.
report-matrix-caption = What the system proposes by area and benefit group
report-matrix-caption-weak = What the system proposes by area and benefit group, all on weak evidence
report-matrix-weak-some = { $weak } is said in { $table } beside the proposals where less than { $limit } of the benefits are measured.
report-matrix-void = no proposal
report-matrix-note = The cells hold what the system proposes. Rows and columns end in the level that is decided; where none is set, in the proposal, outlined.
report-matrix-alt = Matrix with { $areas } areas as rows and { $groups } benefit groups as columns. Each cell shows the level that the system proposes, the last row and column the level of the group and of the area. { $finding }. The figures are in { $table }.
report-coverage-alt = Horizontal bars, one for each area, divided by what the judgement of its benefits rests on: measured, written, missing or not counted yet. { $finding }. The figures are in { $table }.
report-budget-alt = Horizontal bars, one for each area, with the budget for the whole period. { $finding }. The figures are in { $table }.
report-realisation-alt = Horizontal bars for each year: promise, forecast and outcome in kronor. { $finding }. The figures are in { $table }.
report-freed-time-alt = Horizontal bars, one for each area, with freed hours divided by whether it is known what they were turned into, and time that was added. { $finding }. The figures are in { $table }.
report-csv-code = Table code
report-csv-table = Table
report-csv-part = Part
report-csv-part-row = row
report-csv-part-sum = sum
report-csv-row = Row number
report-csv-head = Head of the row
report-csv-column = Column
report-csv-text = Text
report-csv-value = Value
report-csv-unit = Unit

report-data-table = Data table { $number }
report-data-deliveries = Deliveries, one row each
report-data-benefits = Expected benefits, one row each
report-data-statements = Realised benefits, one row each
report-data-goals = Effect goals, one row each
report-data-figures = Figures, one row each, with value and unit apart
report-data-state-read = State interpreted
report-data-launches = Launches
report-data-sus = SUS
report-data-scope-reason = Why it is included
report-data-note = Note
report-data-speaks-for = Concerns the benefits
report-data-method = Method
report-data-sources = Sources
report-data-measure = Measure
report-data-unit = Unit
report-data-actual = Outcome
report-data-fulfilment = Fulfilment, per cent
report-data-place = Place
report-data-value-to = Value to
report-data-approximate = Approximate
report-data-role-read = Role interpreted


report-form-new = Begin a report
report-form-change = Change the particulars
report-form-lead = The report gathers deliveries launched during the years, and judges them as of a certain day.
report-form-submit = Save the particulars
report-form-title = Title
report-form-from-year = First year
report-form-to-year = Last year
report-form-to-year-taken = Last year: there is a report up to { $given } already
report-form-to-year-out-of-range = Last year: { $given } is too far away, { $max } at most
report-form-set-hint = The areas that the report is ordered by.
report-form-cut-off-hint = The day as of which everything is judged. Leave empty for 31 December of the last year.
report-form-assignment = Assignment
report-form-assignment-hint = The assignment in the appropriation directions that the report answers. Leave it empty if it answers none.
report-form-letter = Letter
report-form-letter-required = Letter: write which letter the assignment is in, for example Appropriation directions 2025
report-form-number = Number in the letter
report-form-name = Name of the assignment
report-form-registry-number = The report’s registry number
report-form-presenters = Presenters
report-form-presenters-hint = One unit or role per line.

report-texts-heading = Write the chapters
report-texts-lead = The figures of the report come from the portfolio and cannot be overwritten. Here the words are written. An empty line separates paragraphs.
report-texts-submit = Save the chapters
report-texts-observations = Observations
report-texts-observations-hint = One paragraph per observation. They are shown as a list after the overall assessment.
report-texts-conflicts = Conflicts
report-texts-conflicts-hint = Benefit groups that stand against each other: what serves one costs the other. They are marked in the matrix.
report-texts-conflict-row = Conflict { $row }
report-texts-conflict-one = Benefit group
report-texts-conflict-one-required = Choose the one benefit group
report-texts-conflict-other = stands against
report-texts-conflict-other-required = Choose the benefit group that it stands against
report-texts-conflict-other-circular = stands against: choose a group other than the first
report-texts-conflict-text = What is the conflict?
report-texts-conflict-text-required = Say what the conflict is
report-texts-conflict-add = Add another conflict
report-texts-notes = What is left open?
report-texts-notes-hint = One line for each: what is missing or contradicts itself.

report-sources-heading = State the sources
report-sources-lead = What the report rests on: requirements on initiatives, materials with their units, and references.
report-sources-submit = Save the sources
report-sources-add = Add another row
report-sources-lines-hint = One per line.
report-sources-requirements = Requirements on initiatives
report-sources-requirements-hint = What is required of initiatives, such as an approved benefit calculation. Printed in section 2.
report-sources-requirement-row = Requirement { $row }
report-sources-requirement-to = Which initiatives it applies to
report-sources-requirement-from = Applies from
report-sources-requirement-what = What is required
report-sources-materials = Materials
report-sources-materials-hint = What the report rests on: statistics, surveys and your own follow-ups, with the units that produce it. Printed in section 2.
report-sources-material-row = Material { $row }
report-sources-material-name = What is it?
report-sources-material-units = Units that produce it
report-sources-material-systems = Systems
report-sources-material-frequency = How often
report-sources-numbers = Registry numbers
report-sources-references = References
report-sources-references-hint = Documents that the texts of the report refer to. Printed last, in the list of references.
report-sources-reference-row = Reference { $row }
report-sources-reference-what = Document

report-scope-title = Scope
report-scope-change-link = Change the scope
report-scope-heading = { $in } of { $all } deliveries are in the report
report-scope-lead = Deliveries launched during the report’s years are in. Others can be added with a reason, which shows in the report.
report-scope-caption = Deliveries of the report’s areas
report-scope-delivery = Delivery
report-scope-state = In the report
report-scope-change = Change
report-scope-added = Added: { $reason }
report-scope-launched = Launched during the years
report-scope-outside = Not in
report-scope-add = Add
report-scope-remove = Take out
report-scope-reason = Why should it be in?
report-scope-none = No deliveries in the report’s areas
report-scope-none-text = Log deliveries on the initiatives and state their area.
report-scope-done = The scope is saved
report-scope-done-next = The report is computed from what is in it now.
report-scope-why-next = Nothing has changed. The reason is needed, because it is printed in the report.
report-scope-back = Back to the report
report-done = The particulars are saved
report-done-texts = The chapters are saved
report-done-sources = The sources are saved
report-done-next = The report below shows the result.

## What readers' tools say of boxes in the PDF
report-box-ticked = Ticked
report-box-unticked = Not ticked
