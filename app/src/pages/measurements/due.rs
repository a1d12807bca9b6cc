//! What is due for a period, and the form that logs all of it.

use domain::measure::Period;
use domain::measurement::ProofKind;
use domain::policy::Operation;
use leptos::prelude::*;
use service::MeasurementsView;
use text::{Lang, measure, name, number};

use super::rows::table;
use crate::api;
use crate::components::empty::Empty;
use crate::components::form::{Choice, ErrorSummary, Field, FormView, Hidden, Need, Select, SubmissionKey};
use crate::components::form_page::{FormTitle, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::islands::{EntrySheet, UnsavedGuard};

/// Logs many measures over one period.
#[component]
pub fn MeasurementsPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::measurements_form(query_part("period"), query_part("sok"), query_part("draft"));
    let done = query_part("klart");
    let count = query_part("antal")
        .and_then(|count| count.parse().ok())
        .unwrap_or(0);
    let view = move |shown: MeasurementsView| {
        let receipt = notice(done.as_deref(), count, &shown, lang);
        page(&shown, receipt, lang)
    };
    view! { <Loaded load view /> }.into_any()
}

/// The page without what was just done.
fn address(shown: &MeasurementsView) -> String {
    let period = shown.period.map(|period| period.to_string()).unwrap_or_default();
    links::measurements(&period, &shown.search)
}

fn notice(code: Option<&str>, count: usize, shown: &MeasurementsView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match code? {
        "inskickade" => (Done, "measurements-sent", "measurements-sent-next"),
        "utkast" => (Done, "measurements-kept", "measurements-kept-next"),
        "oandrat" => (NotDone, "measurements-same", "measurements-same-next"),
        "fil-inskickade" => (Done, "measurements-file-sent", "measurements-sent-next"),
        "fil-utkast" => (Done, "measurements-file-kept", "measurements-kept-next"),
        _ => return None,
    };
    let args = [("count", count.into()), ("text", number::len(lang, count).into())];
    let (heading, next) = (lang.t_with(heading, &args), lang.t(next));
    let (without, close) = (address(shown), lang.t("form-receipt-close"));
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

fn fields(shown: &MeasurementsView, lang: Lang) -> FormView {
    let kinds = [
        (ProofKind::RegistryNumber, "measure-proof-registry-number"),
        (ProofKind::Link, "measure-proof-link"),
    ];
    let kinds = kinds
        .into_iter()
        .map(|(kind, key)| Choice::new(kind.code(), lang.t(key)));
    FormView::of(lang, "measurements", &shown.state)
        .field("period", lang.t("measurements-period"))
        .field("source", lang.t("measurements-source"))
        .one_of("proof_kind", lang.t("measure-log-proof-kind"), kinds.collect())
        .field("proof_text", lang.t("measurements-proof"))
        .field("value", lang.t("measurements-value"))
        .field("denominator", lang.t("measure-log-denominator"))
        .field("comment", lang.t("measure-log-comment"))
}

fn page(shown: &MeasurementsView, receipt: Option<AnyView>, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let title = lang.t("measurements-title");
    let heading = match shown.period {
        Some(period) => {
            let period = measure::period(lang, period);
            lang.t_with("measurements-heading", &[("period", period.into())])
        }
        None => title.clone(),
    };
    let crumbs = vec![(links::MEASURES.to_owned(), lang.t("measure-title"))];
    let review = api::may(Operation::EvidenceApprove).then(|| {
        view! { <a class="btn quiet" href=links::MEASUREMENTS_REVIEW>{lang.t("measurements-review-link")}</a> }
    });
    let content = match shown.period {
        None => {
            let (heading, text) = (lang.t("measurements-none"), lang.t("measurements-none-text"));
            view! { <Empty heading text page=true /> }.into_any()
        }
        Some(_) => view! { {choose(shown, lang)} {body(shown, &form)} }.into_any(),
    };
    view! {
        <FormTitle text=title.clone() came_back=form.came_back() lang />
        <Crumbs steps=crumbs here=title lang />
        {receipt}
        <ErrorSummary form=form.clone() />
        <PageHead heading=heading.into_any() actions=review.map(IntoAny::into_any)>
            <p class="lead">{lang.t("measurements-lead")}</p>
        </PageHead>
        {content}
    }
    .into_any()
}

/// Which period, and which measures of it.
fn choose(shown: &MeasurementsView, lang: Lang) -> AnyView {
    let option = |period: &Period| {
        let selected = shown.period == Some(*period);
        let text = name::upper_first(&measure::period(lang, *period));
        view! { <option value=period.to_string() selected=selected>{text}</option> }
    };
    let options: Vec<_> = shown.periods.iter().map(option).collect();
    view! {
        <form class="filter" method="get" action=links::MEASUREMENTS aria-label=lang.t("measurements-choose")>
            <div class="field">
                <label for="valj-period">{lang.t("measurements-period")}</label>
                <select id="valj-period" name="period">{options}</select>
            </div>
            <div class="field grow">
                <label for="sok">{lang.t("measurements-search")}</label>
                <input type="search" id="sok" name="sok" autocomplete="off" maxlength="200" value=shown.search.clone() />
            </div>
            <button class="btn" type="submit">{lang.t("measurements-show")}</button>
        </form>
    }
    .into_any()
}

fn body(shown: &MeasurementsView, form: &FormView) -> AnyView {
    let lang = form.lang;
    let told = told(shown, lang);
    if shown.rows.is_empty() {
        let (heading, text) = (
            lang.t("measurements-all-done"),
            lang.t("measurements-all-done-text"),
        );
        return view! { <Empty heading text page=true /> {told} }.into_any();
    }
    let came_back = form.came_back();
    view! {
        <form class="form wide" id="formular" method="post" action="/api/measurements_save" novalidate=true>
            <SubmissionKey form=form.clone() />
            <Hidden form=form.clone() name="period" />
            <Hidden form=form.clone() name="search" />
            // Enter in a field presses the first button.
            <button
                class="default-button"
                type="submit"
                name="action"
                value="draft"
                tabindex="-1"
                aria-hidden="true"
            ></button>
            {table(shown, form)}
            <EntrySheet form="formular".to_owned() pasted=lang.t_with("measurements-pasted", &[("rows", "{0}".into())]) />
            <fieldset class="part narrow">
                <legend><h2>{lang.t("measurements-for-all")}</h2></legend>
                <Field form=form.clone() name="source" hint=lang.t("measurements-source-hint") need=Need::Never />
                <div class="two">
                    <Select form=form.clone() name="proof_kind" need=Need::Never />
                    <Field form=form.clone() name="proof_text" need=Need::Never />
                </div>
            </fieldset>
            <p class="note">{lang.t("measurements-who")}</p>
            <div class="actions">
                <button class="btn primary" type="submit" name="action" value="submit" data-after="">
                    {lang.t("measurements-submit")}
                </button>
                <button class="btn quiet" type="submit" name="action" value="draft">
                    {lang.t("measure-log-draft")}
                </button>
            </div>
        </form>
        <UnsavedGuard form="#formular".to_owned() dirty=came_back />
        {told}
    }
    .into_any()
}

/// What is not in the table, and why.
fn told(shown: &MeasurementsView, lang: Lang) -> AnyView {
    let count = |key: &str, count: usize| {
        let args = [("count", count.into()), ("text", number::len(lang, count).into())];
        (count > 0).then(|| view! { <p class="note">{lang.t_with(key, &args)}</p> })
    };
    let period = shown.period.map(|period| period.to_string()).unwrap_or_default();
    let split: Vec<_> = shown
        .split
        .iter()
        .map(|of| {
            let href = format!("{}/matning?period={period}", links::measure(of.id));
            view! { <li><a href=href>{of.name.clone()}</a></li> }
        })
        .collect();
    let split = (!split.is_empty()).then(|| {
        view! {
            <section class="block" aria-labelledby="h-delar">
                <h2 id="h-delar">{lang.t("measurements-split")}</h2>
                <p>{lang.t("measurements-split-text")}</p>
                <ul class="bullets">{split}</ul>
            </section>
        }
    });
    view! {
        {split}
        {count("measurements-done", shown.done)}
        {count("measurements-more", shown.more)}
        {count("measurements-without-frequency", shown.without_frequency)}
        <p class="note"><a href=links::MEASUREMENTS_FILE>{lang.t("measurements-from-file")}</a></p>
    }
    .into_any()
}
