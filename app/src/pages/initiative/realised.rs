//! What a benefit freed and what it is worth in kronor, beside the benefit.

use domain::benefit::Benefit;
use domain::freed_time::{Disposition, FreedTime, TimeUnit};
use domain::history::SubjectKind;
use domain::report::years;
use domain::sek_value::{SekFrequency, SekGround, SekKind, SekValue};
use domain::statement::ApprovalState;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::{InitiativeView, SekValueItem, Versioned};
use text::{Lang, name, number, realised};

use crate::components::finding::Gap;
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::prose::Paragraphs;
use crate::components::register::excerpt;
use crate::components::sentence::{filled, slot};

fn name_of(benefit: &Benefit) -> String {
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
        .filter(|found| found.value.benefit == benefit.id)
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
            .map(|found| entry(found, benefit, may, lang))
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

fn entry(found: &Versioned<FreedTime>, benefit: &Benefit, may: bool, lang: Lang) -> AnyView {
    let entry = &found.value;
    let key = match entry.hours.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => "realised-time-freed",
        std::cmp::Ordering::Less => "realised-time-added",
        std::cmp::Ordering::Equal => "realised-time-none",
    };
    let year = entry.year.to_string();
    let said = lang.t_with(
        key,
        &[
            ("year", (&year).into()),
            ("hours", realised::hours(lang, entry.hours.abs()).into()),
        ],
    );
    let typed = (entry.unit == TimeUnit::FullTimeYears).then(|| {
        let amount = number::decimal(lang, entry.amount.abs(), None);
        let typed = lang.t_with("realised-time-typed-years", &[("amount", amount.into())]);
        view! { " " <small>"(" {typed} ")"</small> }
    });
    let went: Vec<_> = entry
        .dispositions
        .iter()
        .map(|one| disposition(one, lang))
        .collect();
    let went = (!went.is_empty()).then(|| {
        view! {
            <p class="basis">{lang.t("realised-time-went")}</p>
            <ul class="bullets">{went}</ul>
        }
    });
    let unknown = (entry.unknown() > Decimal::ZERO).then(|| {
        let hours = realised::hours(lang, entry.unknown());
        let text = lang.t_with("realised-time-unknown", &[("hours", hours.into())]);
        view! { <p><Gap text /></p> }
    });
    let note = entry.note.clone().map(|text| view! { <Paragraphs text /> });
    let of = lang.t_with("realised-time-of", &[("year", (&year).into())]);
    let about = format!("{of}, {}", name_of(benefit));
    let hidden = || view! { <span class="vh">": " {about.clone()}</span> };
    let change = may.then(|| {
        let href = format!("/nyttor/{}/tid/{year}", benefit.id);
        view! {
            <a href=href>{lang.t("realised-time-change")} {hidden()}</a>
            " "
            <form class="in-line" method="post" action="/api/freed_time_remove">
                <input type="hidden" name="id" value=entry.id.to_string() />
                <input type="hidden" name="version" value=found.version.to_string() />
                <button class="as-link" type="submit">{lang.t("realised-time-remove")} {hidden()}</button>
            </form>
            " "
        }
    });
    view! {
        <li id=format!("tid-{}-{year}", benefit.id)>
            <p>
                <b>{said}</b>
                {typed}
            </p>
            {went}
            {unknown}
            {note}
            <p class="do">
                {change} <HistoryLink kind=SubjectKind::FreedTime id=entry.id of=about.clone() class="" lang />
            </p>
        </li>
    }
    .into_any()
}

fn disposition(one: &Disposition, lang: Lang) -> AnyView {
    let kind = realised::disposition(lang, one.kind);
    let said = match one.hours {
        Some(hours) => lang.t_with(
            "realised-time-hours-into",
            &[
                ("kind", kind.into()),
                ("hours", realised::hours(lang, hours).into()),
            ],
        ),
        None => lang.t_with("realised-time-words-into", &[("kind", kind.into())]),
    };
    let text = one.text.clone().map(|text| view! { ". " <span>{text}</span> });
    view! { <li>{said} {text}</li> }.into_any()
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
