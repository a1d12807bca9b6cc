//! A factor: what holds today, all that it has been, and what can be done with values on their way.

use domain::history::SubjectKind;
use domain::id::FactorValueId;
use domain::policy::Refusal;
use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::{FactorStep, FactorValueView, FactorView};
use text::{Lang, date, name};

use super::notice::notice;
use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::ApprovalMark;
use crate::components::form_page::{path_part, query_part};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Prose;
use crate::components::scroll::scroll;
use crate::islands::UnsavedGuard;

/// The page.
#[component]
pub fn FactorPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::factor(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &FactorView, done: Option<&str>, lang: Lang) -> AnyView {
    let factor = &shown.factor;
    let heading = shown.in_force.as_ref().map_or_else(
        || lang.t("factor-in-force-none"),
        |value| {
            let args = [
                ("value", name::factor_value(lang, factor, value.value).into()),
                ("day", date::day(lang, value.from).into()),
            ];
            lang.t_with("factor-in-force-heading", &args)
        },
    );
    let kicker = view! {
        <p class="kicker">{lang.t("factor-kicker")} " " <b>{factor.name.clone()}</b></p>
    };
    let here = links::factor(factor.id);
    let write = shown.may_write.then(|| {
        view! {
            <a class="btn primary" href=format!("{here}/varde")>{lang.t("factor-value-new")}</a>
            <a class="btn quiet" href=format!("{here}/andra")>{lang.t("factor-change")}</a>
        }
    });
    let history = view! { <HistoryLink kind=SubjectKind::Factor id=factor.id class="btn quiet" lang /> };
    let ended = factor.ended_on.map(|day| {
        let said = lang.t_with("factor-ended", &[("day", date::day(lang, day).into())]);
        view! { " " <span>{said}</span> }
    });
    let kind = name::factor_kind(lang, factor.kind);
    let description = factor.description.clone().map(|text| view! { <Prose text /> });
    let crumbs = vec![(links::FACTORS.to_owned(), lang.t("factor-title"))];
    let actions = Some(view! { {write} {history} }.into_any());
    let values = if shown.values.is_empty() {
        view! {
            <Empty heading=lang.t("factor-values-none") text=lang.t("factor-values-none-text") />
        }
        .into_any()
    } else {
        table(shown, done == Some("skriv-skal"), lang)
    };
    view! {
        <Title text=factor.name.clone() />
        <Crumbs steps=crumbs here=factor.name.clone() lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker=Some(kicker.into_any()) actions>
            <p class="meta-line">
                <span>{kind}</span>
                {ended}
            </p>
        </PageHead>
        {description}
        <section class="block" aria-labelledby="h-varden">
            <h2 id="h-varden">{lang.t("factor-values")}</h2>
            {values}
        </section>
        <UnsavedGuard form=".return-form".to_owned() dirty=false />
    }
    .into_any()
}

fn table(shown: &FactorView, ask_reason: bool, lang: Lang) -> AnyView {
    let acts = shown.may_write;
    let rows: Vec<_> = shown
        .values
        .iter()
        .map(|value| row(shown, value, ask_reason, lang))
        .collect();
    let steps = acts.then(|| view! { <th scope="col">{lang.t("factor-steps-head")}</th> });
    let table = view! {
        <table class="data">
            <caption>{lang.t("factor-values-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("factor-from-head")}</th>
                    <th scope="col">{lang.t("factor-value-head")}</th>
                    <th scope="col">{lang.t("factor-price-head")}</th>
                    <th scope="col">{lang.t("factor-source-head")}</th>
                    <th scope="col">{lang.t("factor-state-head")}</th>
                    <th scope="col">{lang.t("factor-review-head")}</th>
                    {steps}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("h-varden", "", table.into_any())
}

fn row(shown: &FactorView, of: &FactorValueView, ask_reason: bool, lang: Lang) -> AnyView {
    let value = &of.value;
    let price = value.price_level.map_or_else(
        || lang.t("factor-no-price"),
        |year| lang.t_with("factor-price-of", &[("year", year.to_string().into())]),
    );
    let in_force = of
        .in_force
        .then(|| view! { " " <span class="tag">{lang.t("factor-in-force")}</span> });
    let state = value.state;
    let steps = shown
        .may_write
        .then(|| view! { <td>{steps(shown, of, ask_reason, lang)}</td> });
    view! {
        <tr id=format!("varde-{}", value.id)>
            <th scope="row">{date::day(lang, value.from)} {in_force}</th>
            <td>{name::factor_value(lang, &shown.factor, value.value)}</td>
            <td>{price}</td>
            <td>{value.source.clone()}</td>
            <td><ApprovalMark state lang /></td>
            <td>{who(of, lang)}</td>
            {steps}
        </tr>
    }
    .into_any()
}

/// Who has written it, who has reviewed it, and what they said.
fn who(of: &FactorValueView, lang: Lang) -> AnyView {
    let written = if of.written_by.is_empty() {
        lang.t("factor-imported")
    } else {
        lang.t_with("factor-written-by", &[("names", of.written_by.join(", ").into())])
    };
    let reviewed = of.reviewed.clone().map(|(name, at)| {
        let args = [("name", name.into()), ("day", date::moment(lang, at).into())];
        view! { ", " {lang.t_with("factor-reviewed-by", &args)} }
    });
    let note = of.note.clone().map(|note| {
        view! { <br />{lang.t_with("factor-note", &[("note", note.into())])} }
    });
    view! { {written} {reviewed} {note} }.into_any()
}

/// What can be done with a value, by whom it may be done.
fn steps(shown: &FactorView, of: &FactorValueView, ask_reason: bool, lang: Lang) -> AnyView {
    let value = &of.value;
    let day = date::day(lang, value.from);
    let form = |step: FactorStep, class: &'static str, text: String| {
        let of = lang.t_with("factor-submit-of", &[("day", day.clone().into())]);
        view! {
            <form method="post" action="/api/factor_move">
                {hidden(shown, value.id, step)}
                <button class=class type="submit">{text} <span class="vh">" " {of}</span></button>
            </form>
        }
        .into_any()
    };
    match (value.state, &of.review) {
        (ApprovalState::Draft | ApprovalState::Returned, _) => {
            let href = format!("{}/varde/{}", links::factor(shown.factor.id), value.id);
            let label = lang.t_with("factor-value-change-of", &[("day", day.clone().into())]);
            view! {
                <a href=href aria-label=label>{lang.t("factor-value-change")}</a>
                {form(FactorStep::Submit, "btn", lang.t("factor-submit"))}
            }
            .into_any()
        }
        (ApprovalState::Submitted, review) => {
            let withdraw = form(FactorStep::Withdraw, "btn quiet", lang.t("factor-withdraw"));
            let review = match review {
                Some(Ok(())) => {
                    let approve = form(FactorStep::Approve, "btn primary", lang.t("factor-approve"));
                    view! { {approve} {returning(shown, of, ask_reason, lang)} }.into_any()
                }
                Some(Err(Refusal::OwnWork)) => {
                    view! { <p class="note">{lang.t("factor-review-own")}</p> }.into_any()
                }
                _ => ().into_any(),
            };
            view! { {review} {withdraw} }.into_any()
        }
        (ApprovalState::Approved, _) => ().into_any(),
    }
}

fn hidden(shown: &FactorView, value: FactorValueId, step: FactorStep) -> AnyView {
    view! {
        <input type="hidden" name="id" value=shown.factor.id.to_string() />
        <input type="hidden" name="version" value=shown.version.to_string() />
        <input type="hidden" name="value" value=value.to_string() />
        <input type="hidden" name="step" value=step.code() />
    }
    .into_any()
}

/// The form that sends a value back, with a note.
fn returning(shown: &FactorView, of: &FactorValueView, open: bool, lang: Lang) -> AnyView {
    let value = of.value.id;
    let (field, hint) = (format!("note-{value}"), format!("note-hint-{value}"));
    view! {
        <details open=open>
            <summary>{lang.t("factor-return")}</summary>
            <form class="return-form" method="post" action="/api/factor_move" novalidate=true>
                {hidden(shown, value, FactorStep::Return)}
                <div class="field">
                    <label for=field.clone()>{lang.t("factor-return-reason")}</label>
                    <p class="hint" id=hint.clone()>{lang.t("factor-return-hint")}</p>
                    <textarea id=field name="note" rows="3" required=true aria-describedby=hint></textarea>
                </div>
                <button class="btn" type="submit">{lang.t("factor-return-submit")}</button>
            </form>
        </details>
    }
    .into_any()
}
