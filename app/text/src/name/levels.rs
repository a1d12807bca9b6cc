//! What levels are called, and which percentages each comprises.

use domain::level::{FulfilmentLevel, GradingScheme};
use rust_decimal::Decimal;

use super::lower_first;
use crate::{Arg, Lang, number};

/// A level in one word: "Godkänd".
pub fn level(lang: Lang, level: FulfilmentLevel) -> String {
    lang.t(match level {
        FulfilmentLevel::Ingen => "level-ingen",
        FulfilmentLevel::Viss => "level-viss",
        FulfilmentLevel::Godkand => "level-godkand",
        FulfilmentLevel::God => "level-god",
        FulfilmentLevel::Full => "level-full",
    })
}

/// A level's whole name: "Godkänd uppfyllnad".
pub fn level_long(lang: Lang, level: FulfilmentLevel) -> String {
    lang.t(match level {
        FulfilmentLevel::Ingen => "level-ingen-long",
        FulfilmentLevel::Viss => "level-viss-long",
        FulfilmentLevel::Godkand => "level-godkand-long",
        FulfilmentLevel::God => "level-god-long",
        FulfilmentLevel::Full => "level-full-long",
    })
}

/// A level's whole name as it stands in a sentence: "godkänd uppfyllnad".
pub fn level_in_sentence(lang: Lang, level: FulfilmentLevel) -> String {
    lower_first(&level_long(lang, level))
}

/// Where a level begins and ends, as short as a table's head wants it: "50–75 %", "> 75 %, < 100 %".
pub fn level_range(lang: Lang, level: FulfilmentLevel, scheme: &GradingScheme) -> String {
    let at = |value| number::threshold(lang, value);
    let short = |value: Decimal| number::decimal(lang, value.normalize(), None);
    let nbsp = number::NBSP;
    match level {
        FulfilmentLevel::Ingen => format!("≤{nbsp}{}", at(scheme.viss_above)),
        FulfilmentLevel::Viss => format!(
            ">{nbsp}{}, <{nbsp}{}",
            at(scheme.viss_above),
            at(scheme.godkand_from)
        ),
        FulfilmentLevel::Godkand => format!("{}–{}", short(scheme.godkand_from), at(scheme.god_above)),
        FulfilmentLevel::God => format!(">{nbsp}{}, <{nbsp}{}", at(scheme.god_above), at(scheme.full_from)),
        FulfilmentLevel::Full => format!("≥{nbsp}{}", at(scheme.full_from)),
    }
}

/// Which percentages a level comprises, in words: "större än 0 % och mindre än 50 %".
pub fn level_rule(lang: Lang, level: FulfilmentLevel, scheme: &GradingScheme) -> String {
    let at = |value| Arg::from(number::threshold(lang, value));
    match level {
        FulfilmentLevel::Ingen => lang.t_with("level-rule-ingen", &[("to", at(scheme.viss_above))]),
        FulfilmentLevel::Viss => lang.t_with(
            "level-rule-viss",
            &[("from", at(scheme.viss_above)), ("to", at(scheme.godkand_from))],
        ),
        FulfilmentLevel::Godkand => lang.t_with(
            "level-rule-godkand",
            &[("from", at(scheme.godkand_from)), ("to", at(scheme.god_above))],
        ),
        FulfilmentLevel::God => lang.t_with(
            "level-rule-god",
            &[("from", at(scheme.god_above)), ("to", at(scheme.full_from))],
        ),
        FulfilmentLevel::Full => lang.t_with("level-rule-full", &[("from", at(scheme.full_from))]),
    }
}
