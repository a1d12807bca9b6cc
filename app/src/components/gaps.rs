//! What is missing or still to come, each opening into what it concerns.

use domain::duty::Duty;
use domain::standing::{Gap, GapKind, Standing};
use leptos::prelude::*;
use text::{Lang, name, number};

use super::help::{Help, HelpWord};
use super::{finding, links};

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
    let places = gap.places.iter().map(|place| Some(links::gap(*place)));
    let names: Vec<_> = gap
        .names
        .iter()
        .zip(places.chain(std::iter::repeat(None)))
        .map(|(name, place)| match place {
            Some(href) => view! { <li><a href=href>{name.clone()}</a></li> }.into_any(),
            None => view! { <li>{name.clone()}</li> }.into_any(),
        })
        .collect();
    let help = (gap.kind == GapKind::SusNeedsAction).then(|| view! { " " <Help word=HelpWord::Sus lang /> });
    let note = note(gap, standing, lang).map(|note| view! { <small>{note} {help}</small> });
    view! {
        <li>
            <details>
                <summary>
                    <b>{number::count(lang, gap.count)}</b>
                    " "
                    <span>{name::gap(lang, gap.kind, gap.count)}</span>
                </summary>
                <ul class="gap-names">{names}</ul>
            </details>
            {note}
        </li>
    }
    .into_any()
}

/// Why it matters, or from when it is required.
fn note(gap: &Gap, standing: &Standing, lang: Lang) -> Option<String> {
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
        | GapKind::SusNeedsAction => return Some(some_names(gap, lang)),
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
