//! Headings and sentences that say what is found, computed from where the portfolio stands.

use domain::assessment::AssessmentState;
use domain::level::FulfilmentLevel;
use domain::money::Money;
use domain::percent::Percent;
use domain::realisation::Realised;
use domain::rollup::Tally;
use domain::standing::{AreaStanding, Judged, Standing};
use rust_decimal::Decimal;

use crate::{Lang, name, number};

/// "a, b och c".
pub fn list(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => lang.t_with(
            "common-list",
            &[("most", most.join(", ").into()), ("last", last.into())],
        ),
    }
}

/// The level that people have decided; none while it is a draft or waits.
pub fn decided(judged: Option<&Judged>) -> Option<FulfilmentLevel> {
    judged
        .filter(|judged| judged.state == AssessmentState::Decided)?
        .level
}

/// How many of the benefits to be accounted for are measured: "ingen av de 53 nyttor som ska
/// redovisas är mätt".
pub fn evidence(lang: Lang, tally: &Tally) -> String {
    let due = tally.due();
    let key = if due == 0 {
        return lang.t("overview-evidence-nothing-due");
    } else if tally.measured == 0 {
        "overview-evidence-none"
    } else if tally.measured == due {
        "overview-evidence-all"
    } else {
        "overview-evidence-some"
    };
    lang.t_with(
        key,
        &[
            ("count", due.into()),
            ("due", number::count(lang, due).into()),
            ("measured", number::count(lang, tally.measured).into()),
        ],
    )
}

/// What the judgements rest on: "Ingen nytta är mätt mot mål: alla 53 vilar på skrivna bedömningar".
pub fn coverage(lang: Lang, tally: &Tally) -> String {
    let due = tally.due();
    let key = if due == 0 {
        return name::upper_first(&lang.t("overview-evidence-nothing-due"));
    } else if tally.measured == due {
        "overview-coverage-all-measured"
    } else if tally.measured > 0 {
        "overview-coverage-some-measured"
    } else if tally.stated == due {
        "overview-coverage-all-stated"
    } else if tally.stated > 0 {
        "overview-coverage-some-stated"
    } else {
        "overview-coverage-nothing"
    };
    let n = |count: u32| number::count(lang, count).into();
    lang.t_with(
        key,
        &[
            ("count", due.into()),
            ("due", n(due)),
            ("measured", n(tally.measured)),
            ("stated", n(tally.stated)),
            ("rest", n(due - tally.measured - tally.stated)),
        ],
    )
}

/// Which groups the proposals are highest and lowest for.
pub fn groups(lang: Lang, standing: &Standing) -> String {
    let proposed: Vec<(String, Decimal)> = standing
        .groups
        .iter()
        .filter_map(|group| {
            let percent = group.proposal?.percent.compared();
            Some((name::lower_first(&group.group.short_name), percent))
        })
        .collect();
    let bounds = proposed
        .iter()
        .map(|(_, percent)| *percent)
        .min()
        .zip(proposed.iter().map(|(_, percent)| *percent).max());
    let Some((low, high)) = bounds else {
        return lang.t("overview-groups-none");
    };
    let at = |bound: Decimal| {
        let names: Vec<String> = proposed
            .iter()
            .filter(|(_, percent)| *percent == bound)
            .map(|(name, _)| name.clone())
            .collect();
        list(lang, &names)
    };
    if proposed.len() == 1 {
        lang.t_with("overview-groups-one", &[("name", at(high).into())])
    } else if low == high {
        let percent = number::percent(lang, Percent::new(high), 1, &standing.scheme);
        lang.t_with("overview-groups-equal", &[("percent", percent.into())])
    } else {
        lang.t_with(
            "overview-groups-spread",
            &[("highest", at(high).into()), ("lowest", at(low).into())],
        )
    }
}

/// How decisions and proposals of the areas go together.
pub fn agreement(lang: Lang, standing: &Standing) -> String {
    let areas = &standing.areas;
    if areas.is_empty() {
        return lang.t("overview-agreement-no-areas");
    }
    let n = |count: usize| number::len(lang, count).into();
    let all = areas.len();
    let with_decision = areas
        .iter()
        .filter(|area| decided(area.assessment.as_ref()).is_some())
        .count();
    let with_proposal = areas.iter().filter(|area| area.proposal.is_some()).count();
    if with_decision == 0 {
        let key = match with_proposal {
            0 => "overview-agreement-nothing",
            some if some < all => "overview-agreement-undecided",
            _ => "overview-agreement-undecided-all",
        };
        return lang.t_with(
            key,
            &[
                ("count", all.into()),
                ("proposed", n(with_proposal)),
                ("all", n(all)),
            ],
        );
    }
    if with_decision < all {
        return lang.t_with(
            "overview-agreement-some-decided",
            &[("decided", n(with_decision)), ("all", n(all))],
        );
    }
    let differing: Vec<(&AreaStanding, i32)> = areas
        .iter()
        .filter_map(|area| Some((area, steps(area)?)))
        .filter(|(_, steps)| *steps != 0)
        .collect();
    let same = areas.iter().filter(|area| steps(area) == Some(0)).count();
    let args = [("count", same.into()), ("same", n(same)), ("all", n(all))];
    match differing.as_slice() {
        [] if same == all => lang.t_with("overview-agreement-all-same", &args[1..]),
        [] => lang.t_with("overview-agreement-same", &args),
        [(area, steps)] => {
            let key = if *steps < 0 {
                "overview-agreement-one-lower"
            } else {
                "overview-agreement-one-higher"
            };
            let [count, same, all] = args;
            lang.t_with(
                key,
                &[
                    count,
                    same,
                    all,
                    ("steps", steps.abs().into()),
                    ("number", area.number.as_str().into()),
                ],
            )
        }
        several => {
            let numbers: Vec<String> = several.iter().map(|(area, _)| area.number.clone()).collect();
            let [count, same, all] = args;
            lang.t_with(
                "overview-agreement-several-differ",
                &[count, same, all, ("numbers", list(lang, &numbers).into())],
            )
        }
    }
}

/// How many levels the decision lies above (or, negative, below) the proposal.
fn steps(area: &AreaStanding) -> Option<i32> {
    let decided = decided(area.assessment.as_ref())?;
    Some(i32::from(decided.rank()) - i32::from(area.proposal?.level.rank()))
}

/// `part` of `whole` in percent; none where there is no whole.
pub fn money_share(part: Money, whole: Option<Money>) -> Option<Percent> {
    let whole = whole.filter(|whole| whole.0 > 0)?;
    Percent::mean(
        Decimal::from(part.0) * Decimal::ONE_HUNDRED,
        Decimal::from(whole.0),
    )
}

/// What has come as a share of what was promised; none where either is not said.
pub fn kept(said: Realised) -> Option<Percent> {
    let (outcome, promised) = said.outcome.zip(said.promised)?;
    money_share(outcome, Some(promised))
}

/// Where most of the budget goes.
pub fn budget(lang: Lang, standing: &Standing) -> String {
    let period = standing.report.period();
    let none = || lang.t_with("overview-budget-none", &[("period", period.clone().into())]);
    let Some(most) = standing.areas.iter().filter_map(|area| area.budget).max() else {
        return none();
    };
    let given = standing.areas.iter().filter(|area| area.budget.is_some()).count();
    if given < standing.areas.len() {
        return lang.t_with(
            "overview-budget-some",
            &[
                ("given", number::len(lang, given).into()),
                ("all", number::len(lang, standing.areas.len()).into()),
            ],
        );
    }
    let names: Vec<String> = standing
        .areas
        .iter()
        .filter(|area| area.budget == Some(most))
        .map(|area| area.name.clone())
        .collect();
    match (names.as_slice(), money_share(most, standing.whole_budget())) {
        ([name], Some(share)) => {
            let share = number::share(lang, share, 0);
            lang.t_with(
                "overview-budget-largest",
                &[("name", name.into()), ("share", share.into())],
            )
        }
        (_, None) => none(),
        (several, _) => lang.t_with("overview-budget-equal", &[("names", list(lang, several).into())]),
    }
}

/// How much of what was promised has come.
pub fn realisation(lang: Lang, sum: Realised) -> String {
    let tkr = |amount| number::tkr(lang, amount).into();
    match (sum.promised, sum.outcome) {
        (Some(promised), Some(outcome)) => lang.t_with(
            "realisation-heading-both",
            &[("promised", tkr(promised)), ("outcome", tkr(outcome))],
        ),
        (Some(promised), None) => lang.t_with("realisation-heading-promised", &[("promised", tkr(promised))]),
        (None, Some(outcome)) => lang.t_with("realisation-heading-outcome", &[("outcome", tkr(outcome))]),
        (None, None) => lang.t("realisation-heading-forecast"),
    }
}

/// Whether expected value per year can be told.
pub fn value(lang: Lang, standing: &Standing) -> String {
    if standing.tally.valued == 0 {
        return lang.t("overview-value-none");
    }
    lang.t_with(
        "overview-value-some",
        &[
            ("valued", number::count(lang, standing.tally.valued).into()),
            ("due", number::count(lang, standing.tally.due()).into()),
        ],
    )
}

#[cfg(test)]
#[path = "headline_tests.rs"]
mod tests;
