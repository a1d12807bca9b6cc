use domain::report::life::Hindrance;
use leptos::prelude::*;
use service::{DecidedAlong, DecisionView, Way};
use text::{Lang, name, number};

use super::course::subject_name;
use crate::api;
use crate::components::finding::Gap;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, TickBox};
use crate::components::form_page::{path_part, query_part};
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;

/// The decision of a report: what it is on, and its form.
#[component]
pub fn ReportDecisionPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_decision(path_part("id").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &DecisionView, lang: Lang) -> AnyView {
    let report = &shown.report;
    let heading = match shown.way {
        Way::Here => lang.t("life-decide-heading"),
        Way::Elsewhere => lang.t("life-record-heading"),
    };
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
        (links::report_course(report.id), lang.t("life-title")),
    ];
    let hindered = hindered(shown, lang);
    // What came back is shown as it was typed, with what stands in the way before it.
    let came_back = shown.state.outcome.is_some();
    if hindered.is_some() && !came_back {
        let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
        return view! {
            <Title text=heading.clone() />
            <Crumbs steps=crumbs here=heading lang />
            <PageHead heading=lang.t("life-hindered").into_any() kicker>
                <p class="lead">{lang.t("life-hindered-lead")}</p>
            </PageHead>
            {hindered}
            {along(shown, lang)}
        }
        .into_any();
    }
    let form = FormView::of(lang, "life-decision", &shown.state)
        .field("on", lang.t("life-decision-on"))
        .field("decider_title", lang.t("life-decision-decider"))
        .field("forum", lang.t("life-decision-forum"))
        .field("registry_number", lang.t("life-decision-registry"))
        .one_of(
            "checked",
            lang.t("life-decision-checked"),
            vec![Choice::new("on", lang.t("life-decision-checked"))],
        );
    let (lead, submit) = match shown.way {
        Way::Here => (lang.t("life-decide-lead"), lang.t("life-decide-submit")),
        Way::Elsewhere => (lang.t("life-record-lead"), lang.t("life-record-submit")),
    };
    let need = match shown.way {
        Way::Here => Need::Never,
        Way::Elsewhere => Need::Always,
    };
    let along = along(shown, lang);
    let whole = links::report(report.id);
    let hindered = in_the_way(hindered, shown.state.is_hindered(), lang);
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead
            kicker=report.name()
            crumbs
            action="/api/report_decide"
            back=links::report_course(report.id)
            afresh=format!("{}/beslut", links::report(report.id))
            hidden=vec!["fingerprint"]
            submit
            note=lang.t("life-decide-note")
            hindered
        >
            {along}
            <p>
                <a href=whole>{lang.t("life-decide-read")}</a>
            </p>
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

/// What stands in the way, before what was typed. Where the form came back for that it is what `#fel` leads to; a form
/// that came back for something else says that first.
fn in_the_way(items: Option<AnyView>, came_back: bool, lang: Lang) -> Option<AnyView> {
    if !came_back {
        return items.map(|items| {
            view! {
                <p class="lead">{lang.t("life-hindered-lead")}</p>
                {items}
            }
            .into_any()
        });
    }
    let heading = match items {
        Some(_) => lang.t("life-hindered-meanwhile"),
        None => lang.t("life-hindered-no-more"),
    };
    Some(
        view! {
            <div class="error-summary" id="fel" role="alert" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
                <h2 id="fel-rubrik">{heading}</h2>
                {items}
                <p>{lang.t("life-hindered-kept")}</p>
            </div>
        }
        .into_any(),
    )
}

/// What stands in the way, each with the way to mend it.
fn hindered(shown: &DecisionView, lang: Lang) -> Option<AnyView> {
    let report = &shown.report;
    let mut items: Vec<AnyView> = Vec::new();
    if shown.own_work {
        items.push(view! { <li>{lang.t("life-own-work")}</li> }.into_any());
    }
    for hindrance in &shown.hindrances {
        items.push(match hindrance {
            Hindrance::NotUnderReview => {
                let href = links::report_course(report.id);
                view! { <li><a href=href>{lang.t("life-not-under-review")}</a></li> }.into_any()
            }
            Hindrance::OpenComments(count) => {
                let args = [
                    ("count", (*count).into()),
                    ("count-text", number::count(lang, *count).into()),
                ];
                let href = format!("{}/granskning", links::report(report.id));
                view! { <li><a href=href>{lang.t_with("life-open-comments", &args)}</a></li> }.into_any()
            }
            Hindrance::NotSubmitted(key) => {
                let subject = shown.left.iter().find(|one| one.key == *key);
                let subject = subject.map_or_else(|| key.to_string(), |one| subject_name(one, lang));
                let href = format!("/bedomning/{key}?rapport={}", report.to_year);
                let text = lang.t_with("life-not-sent-in", &[("subject", subject.into())]);
                view! { <li><a href=href>{text}</a></li> }.into_any()
            }
        });
    }
    (!items.is_empty()).then(|| view! { <ul class="bullets">{items}</ul> }.into_any())
}

/// The assessments that are decided along, beside what the system proposes; and what stays outside.
fn along(shown: &DecisionView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown
        .along
        .iter()
        .map(|one| along_row(shown, one, lang))
        .collect();
    let table = view! {
        <table class="data mid-table">
            <caption id="h-beslutas">{lang.t("life-along-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("life-along-subject")}</th>
                    <th scope="col">{lang.t("life-along-level")}</th>
                    <th scope="col">{lang.t("overview-proposal")}</th>
                    <th scope="col">{lang.t("life-along-deviation")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let table = match shown.along.is_empty() {
        true => view! { <p><Gap text=lang.t("life-along-none") /></p> }.into_any(),
        false => scroll("h-beslutas", "", table.into_any()),
    };
    let left: Vec<String> = shown.left.iter().map(|one| subject_name(one, lang)).collect();
    let left = (!left.is_empty()).then(|| {
        let args = [("subjects", left.join(", ").into())];
        view! { <p class="note">{lang.t_with("life-left", &args)}</p> }
    });
    view! {
        {table}
        {left}
    }
    .into_any()
}

fn along_row(shown: &DecisionView, one: &DecidedAlong, lang: Lang) -> AnyView {
    let proposal = match one.judged.proposal {
        Some(proposal) => view! {
            <LevelChip level=proposal.level lang kind=LevelKind::Bare />
        }
        .into_any(),
        None => view! { <span class="muted">"–"</span> }.into_any(),
    };
    let deviation = match &one.deviation_reason {
        Some(reason) => reason.clone().into_any(),
        None => view! { <span class="muted">"–"</span> }.into_any(),
    };
    let moved = one.moved.and_then(|then| then.level).map(|level| {
        let args = [("level", name::level_in_sentence(lang, level).into())];
        view! { " " <Gap text=lang.t_with("life-along-moved", &args) /> }
    });
    let href = format!("/bedomning/{}?rapport={}", one.judged.key, shown.report.to_year);
    view! {
        <tr>
            <th scope="row">
                <a href=href>{subject_name(&one.judged, lang)}</a>
            </th>
            <td>
                <JudgedChip judged=one.judged.assessment.clone() lang />
            </td>
            <td>{proposal} {moved}</td>
            <td>{deviation}</td>
        </tr>
    }
    .into_any()
}
