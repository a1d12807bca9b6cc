//! A calculation: what it comes to, what it rests on, and what can be done with it.

use domain::calculation::readiness::Lack;
use domain::calculation::verdict::Verdict;
use domain::calculation::{Evaluation, Scenario, Scope};
use domain::history::SubjectKind;
use leptos::prelude::*;
use service::{CalculationView, Outcome};
use text::{Lang, date, name, number};

use super::alternatives::alternatives;
use super::calibration::offer;
use super::compare::comparison;
use super::notice::notice;
use super::review::{review, steps};
use super::sheet::{FORM, form_view, messages, sheet_form, sheet_read};
use super::versions::versions;
use super::words::{start, words};
use crate::api;
use crate::components::finding::{ApprovalMark, Gap};
use crate::components::form_page::{FormTitle, path_part, query_part};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Prose;
use crate::components::strip::{Fact, Strip};
use crate::islands::{Calculator, Shown, UnsavedGuard};

/// A calculation's page.
#[component]
pub fn CalculationPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::calculation(
        path_part("id").unwrap_or_default(),
        query_part("alternativ"),
        query_part("jamfor"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &CalculationView, done: Option<&str>, lang: Lang) -> AnyView {
    let calculation = &shown.calculation;
    let Some(result) = shown.shown() else {
        return ().into_any();
    };
    let title = lang.t_with(
        "calculation-title",
        &[
            ("name", shown.initiative.name.clone().into()),
            ("number", calculation.number.to_string().into()),
        ],
    );
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (
            links::initiative(shown.initiative.id),
            shown.initiative.name.clone(),
        ),
    ];
    let came_back = shown.lines.as_ref().is_some_and(|state| {
        matches!(
            state.outcome,
            Some(Outcome::Invalid { .. } | Outcome::Stale { .. })
        )
    });
    // Who writes begins with the lines, who reads with what they come to.
    let sheet = shown.lines.as_ref().map(|state| sheet_form(shown, state, lang));
    let read = shown
        .lines
        .is_none()
        .then(|| sheet_read(shown, calculation, lang));
    let followed = if shown.lines.is_some() { FORM } else { "" };
    let here = lang.t_with(
        "calculation-crumb",
        &[("number", calculation.number.to_string().into())],
    );
    view! {
        <FormTitle text=title came_back lang />
        <Crumbs steps=crumbs here lang />
        {wrong(shown, lang)}
        {notice(done, shown, lang)}
        {head(shown, &result.evaluation, lang)}
        {facts(shown, lang)}
        {lacks(shown, lang)}
        {review(shown, done == Some("skriv-skal"), lang)}
        {alternatives(shown, lang)}
        <Calculator
            form=followed.to_owned()
            start=start(calculation, &result.alternative, lang)
            words=words(calculation, lang)
        >
            {sheet}
        </Calculator>
        {read}
        {offer(shown, &result.evaluation, lang)}
        {texts(shown, lang)}
        {versions(shown, lang)}
        {comparison(shown, lang)}
        <UnsavedGuard form=".return-form".to_owned() dirty=false />
    }
    .into_any()
}

/// What is wrong with the lines, with links to their fields.
fn wrong(shown: &CalculationView, lang: Lang) -> Option<AnyView> {
    let state = shown.lines.as_ref()?;
    let messages = messages(&state.form, &form_view(state, lang));
    if messages.is_empty() {
        return None;
    }
    let heading = lang.t_with("common-error-summary", &[("count", messages.len().into())]);
    let items: Vec<_> = messages
        .into_iter()
        .map(|(field, said)| view! { <li><a href=format!("#{field}")>{said}</a></li> })
        .collect();
    Some(
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{heading}</h2>
                <ul>{items}</ul>
                <p>{lang.t("common-error-kept")}</p>
            </div>
        }
        .into_any(),
    )
}

fn likely(evaluation: &Evaluation, scope: Scope) -> Option<domain::calculation::Key> {
    evaluation.results.get(&scope)?.get(&Scenario::Likely).copied()
}

/// The heading that is the calculation's finding.
pub(in crate::pages) fn verdict(evaluation: &Evaluation, lang: Lang) -> String {
    lang.t(match Verdict::of(evaluation) {
        Verdict::Empty => "calculation-verdict-empty",
        Verdict::PaysFinancially => "calculation-verdict-financial",
        Verdict::PaysWithRedistribution => "calculation-verdict-redistribution",
        Verdict::DoesNotPay => "calculation-verdict-not",
    })
}

fn head(shown: &CalculationView, evaluation: &Evaluation, lang: Lang) -> AnyView {
    let calculation = &shown.calculation;
    let kicker = view! {
        <p class="kicker">{lang.t("calculation-kicker")} " " <b>{shown.initiative.name.clone()}</b></p>
    };
    let written = Shown {
        lang,
        unit: calculation.unit,
    };
    let nnv = |scope| {
        likely(evaluation, scope)
            .map(|key| written.amount(key.nnv))
            .unwrap_or_default()
    };
    let lead = (Verdict::of(evaluation) != Verdict::Empty).then(|| {
        lang.t_with(
            "calculation-lead",
            &[
                ("financial", nnv(Scope::Financial).into()),
                ("both", nnv(Scope::FinancialAndRedistribution).into()),
                ("unit", name::amount_unit(lang, calculation.unit).into()),
            ],
        )
    });
    let lead = lead.unwrap_or_else(|| lang.t("calculation-lead-empty"));
    let promise = calculation
        .promise
        .then(|| view! { " " <span class="tag">{lang.t("calculation-promise")}</span> });
    let version = lang.t_with(
        "calculation-version",
        &[("number", calculation.number.to_string().into())],
    );
    let by = shown.written_by.clone().map(|by| {
        view! { " " <span>{lang.t_with("calculation-written-by", &[("name", by.into())])}</span> }
    });
    let reviewed = shown.reviewed.clone().map(|(by, at)| {
        let args = [("name", by.into()), ("day", date::moment(lang, at).into())];
        view! { " " <span>{lang.t_with("calculation-reviewed-by", &args)}</span> }
    });
    let base = links::calculation(calculation.id);
    let change = shown.lines.is_some().then(|| {
        view! { <a class="btn quiet" href=format!("{base}/andra")>{lang.t("calculation-change")}</a> }
    });
    let to_lines = shown.lines.is_some().then(|| {
        view! { <a class="btn primary" href="#h-poster">{lang.t("calculation-to-lines")}</a> }
    });
    let history =
        view! { <HistoryLink kind=SubjectKind::Calculation id=calculation.id class="btn quiet" lang /> };
    let state = calculation.state;
    let heading = verdict(evaluation, lang).into_any();
    let actions = Some(view! { {to_lines} {steps(shown, lang)} {change} {history} }.into_any());
    view! {
        <PageHead heading kicker=Some(kicker.into_any()) actions>
            <p class="lead">{lead}</p>
            <p class="meta-line">
                <ApprovalMark state lang />
                " "
                <span>{version}</span>
                {promise}
                {by}
                {reviewed}
            </p>
        </PageHead>
    }
    .into_any()
}

fn facts(shown: &CalculationView, lang: Lang) -> AnyView {
    let calculation = &shown.calculation;
    let gap = |text: Option<String>, lacking: &str| match text {
        Some(text) => text.into_any(),
        None => view! { <Gap text=lang.t(lacking) /> }.into_any(),
    };
    let rate = calculation
        .discount_rate
        .map(|rate| number::threshold(lang, rate));
    let zero = calculation
        .zero_alternative
        .as_ref()
        .map(|_| lang.t("calculation-zero-described"));
    let facts = vec![
        Fact::new(lang.t("calculation-base-year"), calculation.base_year.to_string()),
        Fact::new(
            lang.t("calculation-horizon-short"),
            lang.t_with(
                "calculation-years-count",
                &[("count", calculation.horizon_years.into())],
            ),
        ),
        Fact::new(lang.t("calculation-rate-short"), gap(rate, "calculation-gap")),
        Fact::words(
            lang.t("calculation-rate-source"),
            gap(calculation.rate_source.clone(), "calculation-gap"),
        ),
        Fact::new(
            lang.t("calculation-price-level"),
            gap(
                calculation.price_level.map(|year| year.to_string()),
                "calculation-gap",
            ),
        ),
        Fact::new(lang.t("calculation-zero"), gap(zero, "calculation-gap-zero")),
    ];
    view! { <Strip facts /> }.into_any()
}

/// What is lacking before it can be sent, for those who write it.
fn lacks(shown: &CalculationView, lang: Lang) -> Option<AnyView> {
    shown.lines.as_ref()?;
    let lacking = shown.lacking();
    if lacking.is_empty() {
        return None;
    }
    let head = format!("{}/andra", links::calculation(shown.calculation.id));
    let items: Vec<_> = lacking
        .into_iter()
        .map(|lack| {
            let (key, line, href) = match lack {
                Lack::Rate => ("calculation-lack-rate", None, format!("{head}#discount_rate")),
                Lack::RateSource => ("calculation-lack-source", None, format!("{head}#rate_source")),
                Lack::PriceLevel => ("calculation-lack-price", None, format!("{head}#price_level")),
                Lack::ZeroAlternative => ("calculation-lack-zero", None, format!("{head}#zero_alternative")),
                Lack::Amounts(of) => (
                    "calculation-lack-amounts",
                    Some(of.name.clone()),
                    "#h-poster".to_owned(),
                ),
                Lack::Benefit(_, line) => (
                    "calculation-lack-benefit",
                    Some(line.name.clone()),
                    "#h-poster".to_owned(),
                ),
                Lack::LineAmounts(_, line) => (
                    "calculation-lack-line",
                    Some(line.name.clone()),
                    "#h-poster".to_owned(),
                ),
            };
            let text = lang.t_with(key, &[("line", line.unwrap_or_default().into())]);
            view! { <li><a href=href>{text}</a></li> }
        })
        .collect();
    Some(
        view! {
            <section class="block gaps" aria-labelledby="h-saknas">
                <h2 id="h-saknas">{lang.t("calculation-lacks")}</h2>
                <ul>{items}</ul>
            </section>
        }
        .into_any(),
    )
}

/// What it is held against, and what it rests on.
fn texts(shown: &CalculationView, lang: Lang) -> AnyView {
    let calculation = &shown.calculation;
    let part = |title: &str, text: &Option<String>| {
        text.clone().map(|text| {
            view! {
                <section class="block">
                    <h2>{lang.t(title)}</h2>
                    <Prose text />
                </section>
            }
        })
    };
    view! {
        {part("calculation-zero", &calculation.zero_alternative)}
        {part("calculation-assumptions", &calculation.assumptions)}
    }
    .into_any()
}
