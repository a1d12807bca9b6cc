use ::text::{Lang, report as said};
use leptos::prelude::*;
use service::{CorrectionDecisionView, Way};

use super::{crumbs, terms};
use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, TickBox};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};

/// A proposed correction with the form that decides it.
#[component]
pub fn CorrectionDecisionPage() -> impl IntoView {
    let lang = api::lang();
    let load =
        api::report_correction_decision(path_part("correction").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

/// Why it cannot be decided, where it cannot.
fn hindrance(shown: &CorrectionDecisionView, lang: Lang) -> Option<String> {
    if shown.own_work {
        return Some(lang.t("correction-own-work"));
    }
    shown.overtaken.then(|| lang.t("correction-overtaken"))
}

fn page(shown: &CorrectionDecisionView, lang: Lang) -> AnyView {
    let report = &shown.report;
    let (section, area) = &shown.section;
    let section = said::section(lang, section, area.as_deref());
    let (heading, lead, submit, need) = match shown.way {
        Way::Here => (
            lang.t("correction-decide-heading"),
            lang.t("correction-decide-lead"),
            lang.t("correction-decide-submit"),
            Need::Never,
        ),
        Way::Elsewhere => (
            lang.t("correction-record-heading"),
            lang.t("correction-record-lead"),
            lang.t("correction-record-submit"),
            Need::Always,
        ),
    };
    let places: Vec<_> = said::correction_place(lang, &shown.correction, None)
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect();
    let said = view! {
        <section class="part" aria-labelledby="h-rattelse">
            <h2 id="h-rattelse">{section}</h2>
            {places}
            {terms(&shown.correction, lang)}
        </section>
    }
    .into_any();
    let crumbs = crumbs(report, lang);
    let hindrance = hindrance(shown, lang);
    let list = links::report_corrections(report.id);
    let page = format!("{list}/{}", shown.correction.id);
    // What came back is shown as it was typed, with what stands in the way before it.
    if let (Some(text), None) = (&hindrance, &shown.state.outcome) {
        let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
        let text = text.clone();
        return view! {
            <Title text=heading.clone() />
            <Crumbs steps=crumbs here=heading.clone() lang />
            <PageHead heading=heading.into_any() kicker>
                <p class="lead">{text}</p>
            </PageHead>
            {said}
            <p>
                <a href=page>{lang.t("correction-change")}</a>
            </p>
        }
        .into_any();
    }
    let hindered = hindrance.filter(|_| shown.state.is_hindered()).map(|text| {
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{text}</h2>
                <p>{lang.t("common-error-kept")}</p>
            </div>
        }
        .into_any()
    });
    let form = FormView::of(lang, "correction-decision", &shown.state)
        .field("on", lang.t("life-decision-on"))
        .field("decider_title", lang.t("life-decision-decider"))
        .field("forum", lang.t("life-decision-forum"))
        .field("registry_number", lang.t("life-decision-registry"))
        .one_of(
            "checked",
            lang.t("correction-checked"),
            vec![Choice::new("on", lang.t("correction-checked"))],
        );
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead
            kicker=report.name()
            crumbs
            action="/api/report_correction_decide"
            back=list
            afresh=format!("{page}/beslut")
            hidden=vec!["report"]
            submit
            note=lang.t("correction-decide-note")
            hindered
        >
            {said}
            <div class="two">
                <Field form=form.clone() name="on" />
                <Field form=form.clone() name="decider_title" hint=lang.t("life-decision-decider-hint") />
            </div>
            <div class="two">
                <Field form=form.clone() name="forum" hint=lang.t("life-decision-forum-hint") need />
                <Field form=form.clone() name="registry_number" need />
            </div>
            <TickBox form=form.clone() name="checked" />
        </FormFrame>
    }
    .into_any()
}
