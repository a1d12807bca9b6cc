//! What is missing or still to come, each opening into what it concerns: the first of it, and the way to all of it where that is
//! more than a page of other things should hold.

use std::ops::Range;

use domain::duty::Duty;
use domain::standing::{Gap, GapKind, Standing};
use leptos::prelude::*;
use text::{Lang, name, number};

use super::help::{Help, HelpWord};
use super::links::Links;
use super::{finding, links};

/// Names of a kind that stand among other things.
const AMONG_OTHERS: usize = 25;

/// The list of gaps. Nothing where nothing is missing: the page says that in its own words.
pub fn gap_list(standing: &Standing, lang: Lang) -> Option<AnyView> {
    if standing.gaps.is_empty() {
        return None;
    }
    let rows: Vec<_> = standing
        .gaps
        .iter()
        .map(|gap| gap_row(gap, standing, lang))
        .collect();
    Some(view! { <ul class="gaps">{rows}</ul> }.into_any())
}

fn gap_row(gap: &Gap, standing: &Standing, lang: Lang) -> AnyView {
    let names = gap_names(gap, 0..AMONG_OTHERS.min(gap.names.len()));
    let all = (gap.names.len() > AMONG_OTHERS).then(|| {
        let links = Links {
            year: standing.report.to_year,
        };
        let text = lang.t_with(
            "overview-all",
            &[("count", number::len(lang, gap.names.len()).into())],
        );
        view! { <p class="do"><a href=links.gaps(gap.kind)>{text}</a></p> }
    });
    let help = (gap.kind == GapKind::SusNeedsAction).then(|| view! { " " <Help word=HelpWord::Sus lang /> });
    let note = note(gap, standing, lang);
    view! {
        <li>
            <details>
                <summary>
                    <b>{number::count(lang, gap.count)}</b>
                    " "
                    <span>{name::gap(lang, gap.kind, gap.count)}</span>
                </summary>
                {names}
                {all}
            </details>
            <small>{note} {help}</small>
        </li>
    }
    .into_any()
}

/// What is missing of a kind, or a part of it, each leading to where it is worked on.
pub fn gap_names(gap: &Gap, range: Range<usize>) -> AnyView {
    let names = gap.names.get(range.clone()).unwrap_or_default();
    let places = gap.places.get(range).unwrap_or_default().iter();
    let places = places.map(|place| Some(links::gap(*place)));
    let names: Vec<_> = names
        .iter()
        .zip(places.chain(std::iter::repeat(None)))
        .map(|(name, place)| match place {
            Some(href) => view! { <li><a href=href>{name.clone()}</a></li> }.into_any(),
            None => view! { <li>{name.clone()}</li> }.into_any(),
        })
        .collect();
    view! { <ul class="gap-names">{names}</ul> }.into_any()
}

/// What is said below a kind: why it matters, or else what it concerns first.
fn note(gap: &Gap, standing: &Standing, lang: Lang) -> String {
    why(gap, standing, lang).unwrap_or_else(|| some_names(gap, lang))
}

/// Why it matters, or from when it is required; none where the kind says it all.
pub fn why(gap: &Gap, standing: &Standing, lang: Lang) -> Option<String> {
    let key = match gap.kind {
        GapKind::Unmeasured => "overview-gap-unmeasured-note",
        GapKind::Missing => "overview-gap-missing-note",
        GapKind::Undated => "overview-gap-undated-note",
        GapKind::WithoutCalculation => "overview-gap-without-calculation-note",
        GapKind::WithoutPlan => "overview-gap-without-plan-note",
        GapKind::Late => {
            let day = text::date::day(lang, standing.report.cut_off);
            return Some(lang.t_with("overview-gap-late-note", &[("day", day.into())]));
        }
        GapKind::WithoutDelivery
        | GapKind::GroupsUnjudged
        | GapKind::AreasUnjudged
        | GapKind::PartlyDelivered
        | GapKind::PlannedFollowups
        | GapKind::SusNeedsAction => return None,
    };
    Some(lang.t(key))
}

/// The first names, and how many more there are.
fn some_names(gap: &Gap, lang: Lang) -> String {
    const SHOWN: usize = 3;
    let shown = gap
        .names
        .iter()
        .take(SHOWN)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let more = gap.names.len().saturating_sub(SHOWN);
    if more == 0 {
        shown
    } else {
        lang.t_with(
            "overview-gap-names",
            &[("names", shown.into()), ("more", number::len(lang, more).into())],
        )
    }
}

/// What an initiative lacks of what is required of it.
pub fn lacks(duties: &[Duty], lang: Lang) -> AnyView {
    let lacks = duties.iter().map(|duty| {
        let text = match duty {
            Duty::Calculation => lang.t("common-lacks-calculation"),
            Duty::Plan => lang.t("common-lacks-plan"),
        };
        view! { <finding::Gap text /> " " }
    });
    lacks.collect_view().into_any()
}
