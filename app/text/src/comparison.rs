//! Words of reports beside each other. A change is said in words and numbers, never by colour alone.

use domain::level::FulfilmentLevel;
use domain::money::Money;
use domain::report::years;
use domain::report_comparison::{Change, Comparison, Facts, Named, Pair, Row};
use rust_decimal::Decimal;

use crate::{Lang, headline, name, number};

/// What is written where a report says nothing.
pub const ABSENT: &str = "–";

/// What a subject is called: "4.2 Kundmötet", "Helheten".
pub fn subject(lang: Lang, named: &Named) -> String {
    match &named.number {
        Some(number) => format!("{number} {}", named.name),
        None if named.name.is_empty() => lang.t("report-overall"),
        None => named.name.clone(),
    }
}

/// "Helheten har gått upp ett steg till 4 God".
pub fn heading(lang: Lang, compared: &Comparison) -> String {
    let now = compared.whole.facts.now.as_ref().and_then(Facts::level);
    let level = now.map(|level| level_words(lang, level)).unwrap_or_default();
    let moved = |key: &str, by: u8| {
        let args = [("steps", steps(lang, by).into()), ("level", level.clone().into())];
        lang.t_with(key, &args)
    };
    match compared.level(&compared.whole) {
        Change::Up(by) => moved("comparison-heading-up", by),
        Change::Down(by) => moved("comparison-heading-down", by),
        Change::Same => lang.t_with("comparison-heading-same", &[("level", level.clone().into())]),
        Change::Nothing | Change::Gone | Change::New | Change::Unlike => {
            let (before, now) = periods(compared);
            lang.t_with(
                "comparison-heading",
                &[("before", before.into()), ("now", now.into())],
            )
        }
    }
}

/// How many areas have gone which way, and how many cannot be told.
pub fn areas(lang: Lang, compared: &Comparison) -> String {
    let (up, same, down) = compared.moved();
    let told = up + same + down;
    if told == 0 {
        return lang.t("comparison-areas-none");
    }
    let n = |count: usize| number::len(lang, count).into();
    let moved = lang.t_with(
        "comparison-areas",
        &[
            ("up", n(up)),
            ("same", n(same)),
            ("down", n(down)),
            ("told", n(told)),
            ("all", n(compared.areas.len())),
        ],
    );
    match compared.areas.len() - told {
        0 => moved,
        rest => {
            let rest = lang.t_with(
                "comparison-areas-rest",
                &[("count", rest.into()), ("rest", n(rest))],
            );
            format!("{moved} {rest}")
        }
    }
}

/// What keeps the two from being held against each other in all, sentence by sentence.
pub fn cautions(lang: Lang, compared: &Comparison) -> Vec<String> {
    let unlike = compared.unlike;
    let mut said = Vec::new();
    if unlike.thresholds {
        said.push(lang.t("comparison-unlike-thresholds"));
    }
    if unlike.scores {
        said.push(lang.t("comparison-unlike-scores"));
    }
    if unlike.length {
        said.push(lang.t("comparison-unlike-length"));
    }
    if unlike.areas {
        let by_name = compared.areas.iter().any(|row| row.by_name);
        said.push(lang.t(match by_name {
            true => "comparison-unlike-areas-by-name",
            false => "comparison-unlike-areas",
        }));
    }
    if let Some((first, last)) = compared.shared_years() {
        let shared = years(first, last);
        said.push(lang.t_with("comparison-shared-years", &[("years", shared.into())]));
    }
    if !compared.now.state.is_decided() || !compared.before.state.is_decided() {
        said.push(lang.t("comparison-undecided"));
    }
    said
}

/// "2022–2024" and "2023–2025"; with the day that each is judged as of where both are of the same years.
pub fn periods(compared: &Comparison) -> (String, String) {
    let (before, now) = (compared.before.period(), compared.now.period());
    if before == now {
        (
            format!("{before} ({})", compared.before.cut_off),
            format!("{now} ({})", compared.now.cut_off),
        )
    } else {
        (before, now)
    }
}

/// That a report does not have the subject; none where both do.
pub fn presence(lang: Lang, compared: &Comparison, row: &Row) -> Option<String> {
    let (before, now) = periods(compared);
    match row.facts {
        Pair { before: None, .. } => Some(lang.t_with("comparison-only-now", &[("period", before.into())])),
        Pair { now: None, .. } => Some(lang.t_with("comparison-only-before", &[("period", now.into())])),
        _ => None,
    }
}

/// "3 Godkänd".
pub fn level_words(lang: Lang, level: FulfilmentLevel) -> String {
    format!("{} {}", level.rank(), name::level(lang, level))
}

fn steps(lang: Lang, by: u8) -> String {
    lang.t(match by {
        1 => "comparison-step-one",
        2 => "comparison-step-two",
        3 => "comparison-step-three",
        _ => "comparison-step-four",
    })
}

fn words<D>(lang: Lang, change: Change<D>, same: &str, distance: impl Fn(D) -> String) -> String {
    match change {
        Change::Nothing => lang.t("comparison-nothing"),
        Change::Gone => lang.t("comparison-gone"),
        Change::New => lang.t("comparison-new"),
        Change::Unlike => lang.t("comparison-unlike"),
        Change::Same => lang.t(same),
        Change::Up(by) => lang.t_with("comparison-up", &[("by", distance(by).into())]),
        Change::Down(by) => lang.t_with("comparison-down", &[("by", distance(by).into())]),
    }
}

/// "upp ett steg".
pub fn level_change(lang: Lang, change: Change<u8>) -> String {
    words(lang, change, "comparison-same-level", |by| steps(lang, by))
}

/// "ned 3,5 procentenheter".
pub fn points_change(lang: Lang, change: Change<Decimal>) -> String {
    words(lang, change, "comparison-same", |by| {
        let by = number::apart(lang, by, 1, &[Decimal::ZERO]);
        lang.t_with("comparison-points", &[("by", by.into())])
    })
}

/// "upp 3".
pub fn count_change(lang: Lang, change: Change<u32>) -> String {
    words(lang, change, "comparison-same", |by| number::count(lang, by))
}

/// "upp 1 200 tkr".
pub fn money_change(lang: Lang, change: Change<Money>) -> String {
    words(lang, change, "comparison-same", |by| {
        lang.t_with("comparison-tkr", &[("by", number::tkr(lang, by).into())])
    })
}

/// What has gone which way through reports, in words: "2022–2024: 2 Viss, 2023–2025: nivå saknas".
pub fn course(lang: Lang, levels: &[(String, Option<FulfilmentLevel>)]) -> String {
    let said: Vec<String> = levels
        .iter()
        .map(|(period, level)| match level {
            Some(level) => format!("{period}: {}", level_words(lang, *level)),
            None => format!("{period}: {}", name::lower_first(&lang.t("level-not-set"))),
        })
        .collect();
    headline::list(lang, &said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_said_in_words_and_numbers() {
        let sv = Lang::Sv;
        assert_eq!(level_change(sv, Change::Up(1)), "upp ett steg");
        assert_eq!(level_change(sv, Change::Down(2)), "ned två steg");
        assert_eq!(level_change(sv, Change::Same), "oförändrad");
        assert_eq!(level_change(sv, Change::New), "saknades förut");
        assert_eq!(level_change(sv, Change::Gone), "saknas nu");
        assert_eq!(level_change(sv, Change::Nothing), "saknas i båda");
        assert_eq!(level_change(sv, Change::Unlike), "går inte att jämföra");
        let up = |by: &str| points_change(sv, Change::Up(by.parse().expect("a number")));
        assert_eq!(up("1"), "upp 1,0 procentenheter");
        assert_eq!(up("12.25"), "upp 12,3 procentenheter");
        assert_eq!(
            up("0.004"),
            "upp 0,004 procentenheter",
            "what has changed is not shown as nought"
        );
        assert_eq!(count_change(sv, Change::Down(3)), "ned 3");
        assert_eq!(money_change(sv, Change::Up(Money(4_500_000))), "upp 45 tkr");
        assert_eq!(
            money_change(Lang::En, Change::Down(Money(100_000))),
            "down SEK 1 thousand"
        );
    }
}
