//! What a benefit freed in a year, how far that has come, and what can be done with it.

use domain::benefit::Benefit;
use domain::freed_time::TimeUnit;
use domain::history::SubjectKind;
use domain::policy::Refusal;
use domain::statement::ApprovalState;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::FreedTimeItem;
use text::{Lang, date, number, realised};

use super::realised::name_of;
use crate::components::finding::{ApprovalMark, Gap};
use crate::components::form_page::query_part;
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::prose::Paragraphs;
use crate::components::realised::disposition;

/// An entry of a benefit.
pub(super) fn entry(item: &FreedTimeItem, benefit: &Benefit, lang: Lang) -> AnyView {
    let entry = &item.entry;
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
    let of = lang.t_with("realised-time-of", &[("year", entry.year.to_string().into())]);
    let about = format!("{of}, {}", name_of(benefit));
    let tag = |on: bool, key: &str| on.then(|| view! { " " <span class="tag">{lang.t(key)}</span> });
    let being_corrected = item.being_corrected.map(|state| match state {
        ApprovalState::Draft => "initiative-being-replaced-draft",
        ApprovalState::Returned => "initiative-being-replaced-returned",
        ApprovalState::Submitted | ApprovalState::Approved => "initiative-being-replaced",
    });
    let being_corrected = being_corrected.map(|key| tag(true, key));
    let review_note = item.review_note.clone().map(|note| {
        let returned = entry.state == ApprovalState::Returned;
        let key = if returned {
            "initiative-returned-with"
        } else {
            "initiative-reviewed-with"
        };
        view! { <p class="review-note">{lang.t_with(key, &[("note", note.into())])}</p> }
    });
    view! {
        <li id=format!("tid-{}", entry.id) tabindex="-1">
            <p>
                <b>{realised::freed(lang, entry)}</b>
                {typed}
            </p>
            {went}
            {unknown}
            {note}
            <p class="state-line">
                <ApprovalMark state=entry.state lang />
                {tag(item.imported, "initiative-imported")}
                {tag(item.corrected, "initiative-superseded")}
                {tag(entry.supersedes.is_some(), "realised-time-correction")}
                {being_corrected}
            </p>
            {people(item, lang)}
            {review_note}
            {actions(item, benefit, &about, lang)}
            {review(item, &about, lang)}
        </li>
    }
    .into_any()
}

/// Who wrote it, and who reviewed it.
fn people(item: &FreedTimeItem, lang: Lang) -> Option<AnyView> {
    let written = item.written_by.clone();
    let written = written.map(|name| lang.t_with("measure-logged-by", &[("name", name.into())]));
    let reviewed = item.reviewed.clone().map(|(name, at)| {
        let day = date::moment(lang, at);
        lang.t_with(
            "measure-reviewed-by",
            &[("name", name.into()), ("day", day.into())],
        )
    });
    let said: Vec<_> = [written, reviewed]
        .into_iter()
        .flatten()
        .map(|said| view! { <span>{said}</span> " " })
        .collect();
    (!said.is_empty()).then(|| view! { <p class="basis">{said}</p> }.into_any())
}

fn actions(item: &FreedTimeItem, benefit: &Benefit, about: &str, lang: Lang) -> AnyView {
    let entry = &item.entry;
    let hidden = || view! { <span class="vh">": " {about.to_owned()}</span> };
    let small = |action: &'static str, text: String| {
        view! {
            <form class="in-line" method="post" action=action>
                {named(item)} <button class="as-link" type="submit">{text} {hidden()}</button>
            </form>
            " "
        }
    };
    let edit = item.may_edit.then(|| {
        let href = links::freed_time_form(entry.id);
        view! { <a href=href>{lang.t("realised-time-change")} {hidden()}</a> " " }
    });
    let remove = item
        .may_edit
        .then(|| small("/api/freed_time_remove", lang.t("realised-time-remove")));
    let withdraw = item
        .may_withdraw
        .then(|| small("/api/freed_time_withdraw", lang.t("measure-withdraw")));
    let correct = item.may_correct.then(|| {
        let href = format!("/nyttor/{}/tid?rattar={}", benefit.id, entry.id);
        view! { <a href=href>{lang.t("realised-time-correct")} {hidden()}</a> " " }
    });
    view! {
        <div class="do">
            {edit} {remove} {withdraw} {correct}
            <HistoryLink kind=SubjectKind::FreedTime id=entry.id of=about.to_owned() class="" lang />
        </div>
    }
    .into_any()
}

/// Which entry a small form is about.
fn named(item: &FreedTimeItem) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="id" value=item.entry.id.to_string() />
        <input type="hidden" name="version" value=item.version.to_string() />
    }
}

/// Two small forms: approve, and return with a note. The latter is open after an attempt without one.
fn review(item: &FreedTimeItem, about: &str, lang: Lang) -> AnyView {
    let hidden = || view! { <span class="vh">": " {about.to_owned()}</span> };
    match item.review {
        Some(Err(Refusal::OwnWork)) => {
            view! { <p class="note">{lang.t("initiative-own-work")}</p> }.into_any()
        }
        Some(Ok(())) => {
            let ask_reason = query_part("klart").as_deref() == Some("skriv-skal");
            let field = format!("skal-{}", item.entry.id);
            view! {
                <div class="review">
                    <form method="post" action="/api/freed_time_review">
                        {named(item)} <input type="hidden" name="decision" value="approve" />
                        <button class="btn primary" type="submit">{lang.t("measure-approve")} {hidden()}</button>
                    </form>
                    <details open=ask_reason>
                        <summary>{lang.t("measure-return")} {hidden()}</summary>
                        <form class="return-form" method="post" action="/api/freed_time_review" novalidate=true>
                            {named(item)} <input type="hidden" name="decision" value="return" />
                            <div class="field">
                                <label for=field.clone()>{lang.t("measure-return-reason")}</label>
                                <textarea id=field name="note" rows="3" required=true></textarea>
                            </div>
                            <button class="btn" type="submit">{lang.t("measure-return-submit")}</button>
                        </form>
                    </details>
                </div>
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}
