//! The grading of a subject: the evidence, and the level that people choose.

use domain::assessment::SubjectKey;
use domain::history::SubjectKind;
use domain::level::FulfilmentLevel;
use domain::standing::Judgeable;
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, name, number};

use super::beside::{beside, steps};
use super::choose::{components, deviation, level_label, levels};
use super::evidence::evidence;
use super::list::facts;
use super::read_only::read_only;
use super::review::{moved, notice, return_form, returned};
use super::texts::group_texts;
use crate::api;
use crate::components::finding::{AssessmentMark, Gap};
use crate::components::form::{Choice, ErrorSummary, FormView, Hidden, Stale, SubmissionKey, TextArea};
use crate::components::form_page::{FormTitle, path_part, query_part};
use crate::components::history_link::HistoryLink;
use crate::components::links::Links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::islands::UnsavedGuard;

/// The grading of an area.
#[component]
pub fn AssessmentPage() -> impl IntoView {
    subject_page(SubjectKey::Area(path_part("number").unwrap_or_default()))
}

/// The grading of a benefit group.
#[component]
pub fn GroupAssessmentPage() -> impl IntoView {
    subject_page(SubjectKey::Group(path_part("code").unwrap_or_default()))
}

/// The grading of the whole.
#[component]
pub fn WholeAssessmentPage() -> impl IntoView {
    subject_page(SubjectKey::Whole)
}

fn subject_page(subject: SubjectKey) -> AnyView {
    let lang = api::lang();
    let year = query_part("rapport").and_then(|year| year.parse().ok());
    let done = query_part("klart");
    let load = api::assessment(subject, year, query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

/// "4.2 Kundarbete", "Ökad kundnytta", "Den samlade effekten".
pub(super) fn subject_name(judged: &Judgeable, lang: Lang) -> String {
    match &judged.key {
        SubjectKey::Area(number) => format!("{number} {}", judged.name),
        SubjectKey::Group(_) => judged.name.clone(),
        SubjectKey::Whole => lang.t("assessment-whole"),
    }
}

fn page(shown: &AssessmentView, done: Option<&str>, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let came_back = form.came_back();
    let links = Links {
        year: shown.report.to_year,
    };
    let heading = subject_name(&shown.judged, lang);
    let state = match shown.assessment_state {
        Some(state) => view! { <AssessmentMark state lang /> }.into_any(),
        None => view! { <Gap text=lang.t("assessment-not-begun") /> }.into_any(),
    };
    let kicker = lang.t_with("assessment-kicker", &[("period", shown.report.period().into())]);
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let actions = shown.assessment.map(|id| {
        view! { <HistoryLink kind=SubjectKind::Assessment id class="btn quiet" lang /> }.into_any()
    });
    let due = facts(&shown.report, lang);
    let ask_reason = done == Some("skriv-skal");
    let right = if shown.may_assess {
        view! {
            {grading_form(shown, &form, lang)}
            <UnsavedGuard form="#formular".to_owned() dirty=came_back />
        }
        .into_any()
    } else {
        let review = shown.may_return.then(|| return_form(shown, ask_reason, lang));
        view! { <div class="stack">{read_only(shown, lang)} {review}</div> }.into_any()
    };
    view! {
        <FormTitle
            text=lang.t_with("assessment-title", &[("area", (&heading).into())])
            came_back
            lang
        />
        <Crumbs
            steps=vec![(links.assessments(), lang.t("assessment-list-title"))]
            here=heading.clone()
            home=links.overview()
            lang
        />
        <ErrorSummary form=form.clone() />
        <Stale form=form.clone() afresh=links.assessment(&shown.judged.key) />
        {notice(done, shown, &heading, lang)}
        <PageHead heading=heading.into_any() kicker actions>
            <p class="meta-line">{state} {due}</p>
        </PageHead>
        {steps(shown, lang)}
        {returned(shown, lang)}
        {moved(shown, lang)}
        {beside(shown, lang)}
        <div class="grading">{evidence(shown, lang)} {right}</div>
    }
    .into_any()
}

fn grading_form(shown: &AssessmentView, form: &FormView, lang: Lang) -> AnyView {
    let parts = shown
        .judged
        .key
        .has_components()
        .then(|| components(shown, form, lang));
    let hint = match &shown.judged.key {
        SubjectKey::Area(number) => lang.t_with("assessment-motivation-hint", &[("number", number.into())]),
        _ => lang.t("assessment-motivation-hint-summary"),
    };
    view! {
        <form
            class="grading-form"
            id="formular"
            method="post"
            action="/api/assessment_save"
            novalidate=true
            aria-labelledby="h-niva"
        >
            // The first button is the one that Enter presses.
            <button class="vh" type="submit" name="action" value="draft" tabindex="-1" aria-hidden="true">
                {lang.t("assessment-draft")}
            </button>
            <SubmissionKey form=form.clone() />
            <Hidden form=form.clone() name="report" />
            <Hidden form=form.clone() name="subject" />
            {levels(shown, form, lang)}
            {parts}
            <TextArea form=form.clone() name="motivation" hint />
            {deviation(shown, form, lang)}
            {group_texts(shown, form, lang)}
            {open_parts(shown, lang)}
            <div class="actions">
                <button class="btn primary" type="submit" name="action" value="submit">
                    {lang.t("assessment-submit")}
                </button>
                <button class="btn quiet" type="submit" name="action" value="draft">
                    {lang.t("assessment-draft")}
                </button>
            </div>
            <p class="note">{lang.t("assessment-who-decides")}</p>
        </form>
    }
    .into_any()
}

/// The whole is judged last: how many of its parts have not been sent in.
fn open_parts(shown: &AssessmentView, lang: Lang) -> Option<AnyView> {
    if shown.judged.key != SubjectKey::Whole {
        return None;
    }
    let open = shown.parts.iter().filter(|part| part.is_open()).count();
    if open == 0 {
        return None;
    }
    let text = lang.t_with(
        "assessment-parts-open",
        &[("count", open.into()), ("text", number::len(lang, open).into())],
    );
    Some(view! { <p class="note">{text}</p> }.into_any())
}

fn fields(shown: &AssessmentView, lang: Lang) -> FormView {
    let levels: Vec<Choice> = FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let read = format!("{} {}", level.rank(), name::level(lang, level));
            Choice::new(level.code(), read)
        })
        .collect();
    FormView::of(lang, "assessment", &shown.state)
        .one_of("level", level_label(shown, lang), levels.clone())
        .one_of("delivery", lang.t("assessment-delivery"), levels.clone())
        .one_of("expected", lang.t("assessment-expected"), levels.clone())
        .one_of("realised", lang.t("assessment-realised"), levels)
        .field("text_groups", lang.t("assessment-text-groups"))
        .field("group_text", lang.t("assessment-group-text"))
        .field("motivation", lang.t("assessment-motivation"))
        .field("deviation_reason", lang.t("assessment-deviation-reason"))
}
