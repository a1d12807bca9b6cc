//! The nouns that a file has a list of, in one place, and what a sentence about one of them calls it.

/// Gives each list, and the name of what is in it, to the macro `$with`. What stands inside one of these (lines of a
/// calculation, values of a factor) is not among them, and comments to a report are stored in another shape.
macro_rules! nouns {
    ($with:ident) => {
        $with! {
            grading_schemes: "grading scheme",
            units: "unit",
            benefit_groups: "benefit group",
            portfolios: "portfolio",
            area_sets: "area set",
            areas: "area",
            factors: "factor",
            initiatives: "initiative",
            deliveries: "delivery",
            benefits: "benefit",
            realisation_plans: "realisation plan",
            calculations: "calculation",
            measures: "measure",
            effect_goals: "effect goal",
            measurements: "measurement",
            statements: "statement",
            freed_times: "freed time",
            sek_values: "value in kronor",
            sus_evaluations: "SUS evaluation",
            reports: "report",
            assessments: "assessment",
            follow_up_rounds: "follow-up round",
            report_corrections: "correction",
        }
    };
}

pub(super) use nouns;
