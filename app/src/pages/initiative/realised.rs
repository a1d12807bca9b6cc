//! What a benefit freed and what it is worth in kronor, beside the benefit.

use domain::benefit::Benefit;
use domain::history::SubjectKind;
use domain::report::years;
use domain::sek_value::{SekFrequency, SekGround, SekKind, SekValue};
use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::{InitiativeView, SekValueItem};
use text::{Lang, name, realised};

use super::freed_time::entry;
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::register::excerpt;
use crate::components::sentence::{filled, slot};

pub(super) fn name_of(benefit: &Benefit) -> String {
    benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone())
}

/// Both, and the ways to write them. Nothing for those who only read what says nothing.
pub(super) fn realised_parts(benefit: &Benefit, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let may = shown
        .benefit_versions
        .get(&benefit.id)
        .is_some_and(|can| can.may_log);
    let entries: Vec<_> = shown
        .freed_times
        .iter()
        .filter(|item| item.entry.benefit == benefit.id)
        .collect();
    let values: Vec<_> = shown
        .sek_values
        .iter()
        .filter(|item| item.value.benefit == benefit.id)
        .collect();
    if entries.is_empty() && values.is_empty() && !may {
        return None;
    }
    let add = may.then(|| {
        let of = name_of(benefit);
        let hidden = || view! { <span class="vh">": " {of.clone()}</span> };
        view! {
            <p class="do">
                <a href=format!("/nyttor/{}/tid", benefit.id)>{lang.t("realised-time-add")} {hidden()}</a>
                " "
                <a href=format!("/nyttor/{}/varde", benefit.id)>{lang.t("realised-sek-add")} {hidden()}</a>
            </p>
        }
    });
    let time = (!entries.is_empty()).then(|| {
        let items: Vec<_> = entries
            .into_iter()
            .map(|item| entry(item, benefit, lang))
            .collect();
        view! {
            <p>
                <b>{lang.t("realised-time")}</b>
            </p>
            <ul class="plain goals">{items}</ul>
        }
    });
    let worth = (!values.is_empty()).then(|| {
        let items: Vec<_> = values.into_iter().map(|item| value(item, lang)).collect();
        view! {
            <p>
                <b>{lang.t("realised-sek")}</b>
            </p>
            <ul class="plain goals">{items}</ul>
        }
    });
    Some(view! { {time} {worth} {add} }.into_any())
}

fn amount(value: &SekValue, lang: Lang) -> String {
    let key = match value.frequency {
        SekFrequency::OneOff => "realised-sek-once",
        SekFrequency::Yearly => "realised-sek-yearly",
    };
    let (from, to) = (value.from_year, value.to_year);
    let span = if from == to {
        from.to_string()
    } else {
        years(from, to)
    };
    lang.t_with(
        key,
        &[
            ("amount", realised::tkr(lang, value.amount).into()),
            ("years", span.into()),
        ],
    )
}

/// Whether it is counted, and why not.
fn counted(item: &SekValueItem, lang: Lang) -> String {
    let asked = item.value.counts_in_sum && item.value.kind == SekKind::Outcome;
    lang.t(match (asked, item.counts, item.state) {
        (false, ..) => "realised-sek-not",
        (true, true, _) => "realised-sek-counts",
        (true, false, ApprovalState::Approved) => "realised-sek-not-now",
        (true, false, _) => "realised-sek-waits",
    })
}

/// What the value hangs on, as a way to it: what was measured or stated, with what it can be checked against.
fn ground(item: &SekValueItem) -> AnyView {
    let href = match (item.value.ground, item.measure) {
        (SekGround::Statement(id), _) => format!("#konstaterad-{id}"),
        (SekGround::Measurement(id), Some(measure)) => links::measurement(measure, id),
        (SekGround::Measurement(_), None) => return excerpt(&item.ground).into_any(),
    };
    view! { <a href=href>{excerpt(&item.ground)}</a> }.into_any()
}

fn value(item: &SekValueItem, lang: Lang) -> AnyView {
    let value = &item.value;
    let said = amount(value, lang);
    let compared = value
        .compared_with
        .as_ref()
        .map(|with| lang.t_with("realised-sek-compared", &[("with", with.into())]));
    let facts: Vec<String> = [
        realised::sek_kind(lang, value.kind),
        name::lower_first(&name::value_class(lang, value.class)),
    ]
    .into_iter()
    .chain(compared)
    .collect();
    let ground = filled(
        &lang.t_with("realised-sek-rests-on", &[("ground", slot(0))]),
        [ground(item)],
    );
    let hidden = || view! { <span class="vh">": " {said.clone()}</span> };
    let change = item.may_edit.then(|| {
        view! {
            <a href=format!("/varden/{}", value.id)>{lang.t("realised-sek-change")} {hidden()}</a>
            " "
            <form class="in-line" method="post" action="/api/sek_value_remove">
                <input type="hidden" name="id" value=value.id.to_string() />
                <input type="hidden" name="version" value=item.version.to_string() />
                <button class="as-link" type="submit">{lang.t("realised-sek-remove")} {hidden()}</button>
            </form>
            " "
        }
    });
    view! {
        <li id=format!("varde-{}", value.id)>
            <p>
                <b>{said.clone()}</b>
                " "
                <small>{facts.join(", ")}</small>
                " "
                <span class="tag">{counted(item, lang)}</span>
            </p>
            <p class="basis">{ground}</p>
            <p class="do">
                {change} <HistoryLink kind=SubjectKind::SekValue id=value.id of=said.clone() class="" lang />
            </p>
        </li>
    }
    .into_any()
}
