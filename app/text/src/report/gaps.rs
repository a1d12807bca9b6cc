//! What is missing.

use domain::standing::{Gap, GapKind, Standing, Totals};

use crate::{Arg, Lang, headline, number};

/// How many development objects lack what a gap is about.
fn lacking(lang: Lang, gap: &Gap, standing: &Standing) -> String {
    let args = lacking_args(lang, gap, standing);
    match gap.kind {
        GapKind::WithoutPlan => lang.t_with("report-plans-lacking", &args),
        _ => lang.t_with("report-calculations-lacking", &args),
    }
}

fn lacking_args(lang: Lang, gap: &Gap, standing: &Standing) -> [(&'static str, Arg); 2] {
    let all = standing.totals.development_objects;
    [
        ("lacking", number::count(lang, gap.count).into()),
        ("all", number::count(lang, all).into()),
    ]
}

/// Which development objects lack a calculation, and which a plan: once where they are the same.
pub fn lacks(lang: Lang, standing: &Standing) -> Vec<(String, &[String])> {
    let gap = |kind: GapKind| standing.gaps.iter().find(|gap| gap.kind == kind);
    let calculation = gap(GapKind::WithoutCalculation);
    let plan = gap(GapKind::WithoutPlan);
    if let (Some(calculation), Some(plan)) = (calculation, plan)
        && calculation.count == plan.count
        && calculation.names == plan.names
    {
        let said = lang.t_with("report-both-lacking", &lacking_args(lang, plan, standing));
        return vec![(said, &plan.names)];
    }
    [calculation, plan]
        .into_iter()
        .flatten()
        .map(|gap| (lacking(lang, gap, standing), gap.names.as_slice()))
        .collect()
}

/// Whether expected value per year can be told, in the appendix on calculations.
pub fn valued(lang: Lang, standing: &Standing) -> String {
    match standing.tally.valued {
        0 => lang.t("report-calculations-unvalued"),
        _ => format!("{}.", headline::value(lang, standing)),
    }
}

/// That no freed time is registered.
pub fn freed_time_missing(lang: Lang, totals: &Totals) -> String {
    lang.t_with(
        "report-freed-time-missing",
        &[
            ("count", totals.deliveries.into()),
            ("n", number::count(lang, totals.deliveries).into()),
        ],
    )
}

/// How many things are missing, and of how many.
pub fn gap_count(lang: Lang, gap: &Gap, standing: &Standing) -> String {
    match gap.kind.out_of(standing) {
        Some(all) => lang.t_with(
            "report-gap-of",
            &[
                ("count", number::count(lang, gap.count).into()),
                ("all", number::count(lang, all).into()),
            ],
        ),
        None => number::count(lang, gap.count),
    }
}

/// Which things are missing. What is listed elsewhere in the report is not listed twice.
pub fn gap_listed(lang: Lang, gap: &Gap) -> String {
    match gap.kind {
        GapKind::Unmeasured => lang.t("report-gap-in-chapter-4"),
        GapKind::WithoutCalculation | GapKind::WithoutPlan => lang.t("report-gap-in-appendix-b"),
        _ => {
            // A name may be a sentence, and these stand within one.
            let names = gap.names.iter().map(|name| name.trim_end_matches('.'));
            names.collect::<Vec<_>>().join("; ")
        }
    }
}
