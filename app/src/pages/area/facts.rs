//! The column beside an area's section: its facts in short, and the way down the page.

use std::collections::{BTreeSet, HashSet};

use domain::delivery::DeliveryStatus;
use domain::report_model::AreaSection;
use domain::standing::{AreaStanding, GapKind, Standing};
use domain::sus::{SusLevel, SusThresholds};
use leptos::prelude::*;
use text::{Lang, name, number};

use crate::components::finding::Gap;
use crate::components::help::HelpWord;
use crate::components::strip::{Fact, Meta, coverage_fact, due_text};

/// The column.
pub fn facts(section: &AreaSection, of: &AreaStanding, standing: &Standing, lang: Lang) -> AnyView {
    let number = &section.area.number;
    let on_page: Vec<_> = [
        ("s1", 1, "area-budget"),
        ("s2", 2, "area-purpose"),
        ("s3", 3, "area-effects"),
        ("s4", 4, "area-summary"),
        ("s5", 5, "area-deliveries-short"),
    ]
    .into_iter()
    .map(|(id, index, key)| {
        view! {
            <li>
                <a href=format!("#{id}")>{format!("{number}.{index} {}", lang.t(key))}</a>
            </li>
        }
    })
    .collect();
    let scores = (of.tally.benefits() > 0).then(|| {
        view! {
            <li>
                <a href="#underlag">{lang.t("area-scores-short")}</a>
            </li>
        }
    });
    let facts = [
        deliveries(section, of, lang),
        Some(Fact::new(
            lang.t("overview-development-objects"),
            number::count(lang, of.development_objects),
        )),
        Some(expected(of, lang)),
        missing(of, lang),
        Some(coverage_fact(&of.tally, lang)),
        Some(with_stated(of, lang)),
        Some(weighted(of, standing, lang)),
        sus(section, lang),
        required(
            section,
            standing,
            GapKind::WithoutCalculation,
            "area-calculation",
            lang,
        ),
        required(section, standing, GapKind::WithoutPlan, "area-plan", lang),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        <aside class="aside" aria-labelledby="h-kort">
            <h2 id="h-kort">{lang.t("area-in-short")}</h2>
            <Meta facts />
            <nav aria-label=lang.t("area-on-page")>
                <h3>{lang.t("area-on-page")}</h3>
                <ol class="toc">{on_page} {scores}</ol>
            </nav>
        </aside>
    }
    .into_any()
}

fn deliveries(section: &AreaSection, of: &AreaStanding, lang: Lang) -> Option<Fact> {
    let fact = Fact::new(lang.t("overview-deliveries"), number::count(lang, of.deliveries));
    let with = |status: DeliveryStatus| {
        section
            .deliveries
            .iter()
            .filter(|of| of.delivery.status.value == status)
            .count()
    };
    let parts: Vec<String> = DeliveryStatus::ALL
        .into_iter()
        .map(|status| (status, with(status)))
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            format!(
                "{} {}",
                number::len(lang, count),
                name::lower_first(&name::delivery_status(lang, status))
            )
        })
        .collect();
    let all_delivered = with(DeliveryStatus::Delivered) == section.deliveries.len();
    Some(match section.deliveries.len() {
        0 => fact,
        _ if all_delivered => fact.remark(lang.t("area-all-delivered")),
        _ => fact.remark(parts.join(", ")),
    })
}

fn expected(of: &AreaStanding, lang: Lang) -> Fact {
    Fact::new(
        lang.t("overview-expected"),
        number::count(lang, of.tally.benefits()),
    )
    .remark(due_text(&of.tally, lang))
    .help(HelpWord::TooEarly, lang)
}

/// Due benefits that nothing gives a score; nothing where there are none.
fn missing(of: &AreaStanding, lang: Lang) -> Option<Fact> {
    let count = number::count(lang, of.tally.missing);
    (of.tally.missing > 0).then(|| {
        Fact::new(lang.t("area-missing"), view! { <Gap text=count /> }).help(HelpWord::Missing, lang)
    })
}

fn with_stated(of: &AreaStanding, lang: Lang) -> Fact {
    let share = of.tally.coverage_with_stated();
    Fact::new(
        lang.t("area-coverage-with-stated"),
        share.map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 0)),
    )
}

fn weighted(of: &AreaStanding, standing: &Standing, lang: Lang) -> Fact {
    let name = lang.t("area-weighted");
    match of.proposal.and_then(|proposal| proposal.value_weighted) {
        Some(percent) => Fact::new(name, number::percent(lang, percent, 1, &standing.scheme)),
        None => Fact::new(name, "–").remark(lang.t("area-weighted-none")),
    }
}

fn sus(section: &AreaSection, lang: Lang) -> Option<Fact> {
    let levels: Vec<SusLevel> = section
        .deliveries
        .iter()
        .flat_map(|of| &of.sus)
        .filter_map(|evaluation| evaluation.result.level(&SusThresholds::default()).ok())
        .collect();
    let parts: Vec<String> = [SusLevel::Excellent, SusLevel::Acceptable, SusLevel::NeedsAction]
        .into_iter()
        .map(|level| (level, levels.iter().filter(|of| **of == level).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| format!("{} {}", number::len(lang, count), name::sus_level(lang, level)))
        .collect();
    (!parts.is_empty()).then(|| Fact::new("SUS", parts.join(", ")).help(HelpWord::Sus, lang))
}

/// What development objects have to have, and how many of the area's lack it.
fn required(
    section: &AreaSection,
    standing: &Standing,
    kind: GapKind,
    key: &str,
    lang: Lang,
) -> Option<Fact> {
    let gap = standing.gaps.iter().find(|gap| gap.kind == kind)?;
    let lacks: HashSet<&str> = gap.names.iter().map(String::as_str).collect();
    let objects: BTreeSet<_> = section
        .deliveries
        .iter()
        .map(|of| &of.initiative)
        .filter(|initiative| initiative.development_object)
        .map(|initiative| (initiative.id, initiative.name.as_str()))
        .collect();
    if objects.is_empty() {
        return None;
    }
    let lacking = objects.iter().filter(|(_, name)| lacks.contains(name)).count();
    let text = lang.t_with(
        "area-required-missing",
        &[
            ("lacking", number::len(lang, lacking).into()),
            ("all", number::len(lang, objects.len()).into()),
        ],
    );
    Some(if lacking == 0 {
        Fact::new(lang.t(key), lang.t("area-required-there"))
    } else {
        Fact::new(lang.t(key), view! { <Gap text /> })
    })
}
