//! A role's work list.

use domain::role::Role;
use domain::work::WorkKind;
use leptos::prelude::*;
use service::{WorkList, WorkSection, WorkView};
use text::{Lang, date, name, number, work};

use super::item::work_item;
use crate::api;
use crate::components::empty::Quiet;
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::pages::reminders::PLACE;

/// The page.
#[component]
pub fn WorkPage() -> impl IntoView {
    let lang = api::lang();
    let role = query_part("roll").and_then(|code| Role::from_code(&code));
    let only = query_part("visa").and_then(|code| WorkKind::from_code(&code));
    view! { <Loaded load=api::work(role, only) view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &WorkView, lang: Lang) -> AnyView {
    let kicker = shown.report.as_ref().map(|report| {
        let period = ("period", report.period().into());
        let said = match report.due {
            Some(due) => lang.t_with("work-kicker-due", &[period, ("day", date::day(lang, due).into())]),
            None => lang.t_with("work-kicker", &[period]),
        };
        view! { <p class="kicker">{said}</p> }.into_any()
    });
    let lead = shown.shown.map(|list| {
        let said = match list.role {
            _ if !list.own => lang.t("work-lead-others"),
            Role::PortfolioManager => lang.t("work-lead-portfolio-manager"),
            Role::BenefitOwner => lang.t("work-lead-benefit-owner"),
            Role::Reviewer => lang.t("work-lead-reviewer"),
            Role::SteeringUnit => lang.t("work-lead-steering-unit"),
            _ => lang.t("work-lead-leadership"),
        };
        view! { <p class="lead">{said}</p> }
    });
    let all = shown.only.and(shown.shown).map(|list| {
        view! {
            <p>
                <a href=address(list.role, None)>{lang.t("work-show-everything")}</a>
            </p>
        }
    });
    let sections: Vec<_> = shown
        .sections
        .iter()
        .filter_map(|section| Some(section_view(section, shown.shown?, shown.only.is_some(), lang)))
        .collect();
    view! {
        <Title text=lang.t("work-title") />
        <Crumbs here=lang.t("work-title") lang />
        <PageHead heading=heading(shown.shown, lang).into_any() kicker>
            {lead}
        </PageHead>
        {tabs(shown, lang)}
        {all}
        {empty(shown, lang)}
        {sections}
        {waits_for_others(shown, lang)}
        {remind(shown, lang)}
    }
    .into_any()
}

/// The heading is the finding: how much waits, and for whom.
fn heading(list: Option<WorkList>, lang: Lang) -> String {
    let Some(list) = list else {
        return lang.t("work-heading-no-list");
    };
    let args = [
        ("count", list.count.into()),
        ("count-text", number::len(lang, list.count).into()),
        ("role", name::role(lang, list.role).into()),
    ];
    if list.own {
        lang.t_with("work-heading-own", &args)
    } else {
        lang.t_with("work-heading-others", &args)
    }
}

/// Where a role's list is, of all kinds or of one.
fn address(role: Role, only: Option<WorkKind>) -> String {
    let only = only
        .map(|kind| format!("&visa={}", kind.code()))
        .unwrap_or_default();
    format!("/att-gora?roll={}{only}", role.code())
}

fn tabs(shown: &WorkView, lang: Lang) -> Option<AnyView> {
    if shown.lists.len() < 2 {
        return None;
    }
    let tabs: Vec<_> = shown
        .lists
        .iter()
        .map(|list| {
            let here = shown
                .shown
                .is_some_and(|one| one.role == list.role)
                .then_some("page");
            let own = list.own.then(|| lang.t("work-tab-own"));
            view! {
                <a href=address(list.role, None) aria-current=here>
                    {name::role(lang, list.role)}
                    {own.map(|own| view! { <span class="vh">" " {own}</span> })}
                    " "
                    <span class="count">{number::len(lang, list.count)}</span>
                </a>
            }
        })
        .collect();
    Some(view! { <nav class="tabs" aria-label=lang.t("work-tabs")>{tabs}</nav> }.into_any())
}

/// Nothing waits, and that is good.
fn empty(shown: &WorkView, lang: Lang) -> Option<AnyView> {
    if !shown.sections.is_empty() {
        return None;
    }
    let text = match shown.shown {
        None => lang.t("work-no-list-text"),
        Some(list) if list.own => lang.t("work-empty-own-text"),
        Some(_) => lang.t("work-empty-others-text"),
    };
    let heading = match shown.only {
        Some(_) => lang.t("work-empty-kind"),
        None => lang.t("work-empty"),
    };
    Some(view! { <Quiet heading text page=true /> }.into_any())
}

fn section_view(section: &WorkSection, list: WorkList, all: bool, lang: Lang) -> AnyView {
    let kind = section.kind;
    let id = format!("arbete-{}", kind.code());
    let items: Vec<_> = section
        .items
        .iter()
        .map(|item| work_item(item, list.own, lang))
        .collect();
    let more = section.count.saturating_sub(section.items.len());
    let more = (more > 0).then(|| {
        let args = [
            ("count", section.count.into()),
            ("count-text", number::len(lang, section.count).into()),
            ("more-text", number::len(lang, more).into()),
        ];
        if all {
            view! { <p class="note">{lang.t_with("work-too-many", &args)}</p> }.into_any()
        } else {
            let name = work::kind(lang, kind);
            view! {
                <p>
                    <a href=address(list.role, Some(kind))>
                        {lang.t_with("work-show-all", &args)} <span class="vh">": " {name}</span>
                    </a>
                </p>
            }
            .into_any()
        }
    });
    let at_once = match kind {
        WorkKind::Approve => Some("/konstaterade?lage=submitted"),
        WorkKind::ApproveFreedTime => Some(links::REALISED_REVIEW),
        _ => None,
    };
    let many = at_once.filter(|_| list.own && section.count > 1);
    let many = many.map(|href| view! { " " <a href=href>{lang.t("work-approve-many")}</a> });
    view! {
        <section class="block" aria-labelledby=id>
            <h2 id=id.clone()>
                {work::kind(lang, kind)} " "
                <span class="count">{number::len(lang, section.count)}</span>
            </h2>
            <p class="note">{kind_note(kind, lang)} {many}</p>
            <ul class="work">{items}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// What is to be done with it.
fn kind_note(kind: WorkKind, lang: Lang) -> String {
    match kind {
        WorkKind::Returned => lang.t("work-returned-note"),
        WorkKind::Approve => lang.t("work-approve-note"),
        WorkKind::WriteCalculation => lang.t("work-write-calculation-note"),
        WorkKind::Calculate => lang.t("work-calculate-note"),
        WorkKind::ApproveCalculation => lang.t("work-approve-calculation-note"),
        WorkKind::ApproveFactor => lang.t("work-approve-factor-note"),
        WorkKind::WriteFactor => lang.t("work-write-factor-note"),
        WorkKind::Answer => lang.t("work-answer-note"),
        WorkKind::Round => lang.t("work-round-note"),
        WorkKind::Assess => lang.t("work-assess-note"),
        WorkKind::DecideReport => lang.t("work-decide-report-note"),
        WorkKind::DecideCorrection => lang.t("work-decide-correction-note"),
        WorkKind::MendReport => lang.t("work-mend-report-note"),
        WorkKind::ReadAssessment => lang.t("work-read-assessment-note"),
        WorkKind::Draft => lang.t("work-draft-note"),
        WorkKind::FollowUp => lang.t("work-follow-up-note"),
        WorkKind::Missing => lang.t("work-missing-note"),
        WorkKind::Late => lang.t("work-late-note"),
        WorkKind::Announced => lang.t("work-announced-note"),
        WorkKind::Plan => lang.t("work-plan-note"),
        WorkKind::LatePlan => lang.t("work-late-plan-note"),
        WorkKind::Undated => lang.t("work-undated-note"),
        WorkKind::ApproveMeasurement => lang.t("work-approve-measurement-note"),
        WorkKind::ApproveFreedTime => lang.t("work-approve-freed-time-note"),
        WorkKind::WriteFreedTime => lang.t("work-write-freed-time-note"),
        WorkKind::ApproveGoal => lang.t("work-approve-goal-note"),
        WorkKind::WriteMeasurement => lang.t("work-write-measurement-note"),
        WorkKind::WriteGoal => lang.t("work-write-goal-note"),
        WorkKind::LateMeasure => lang.t("work-late-measure-note"),
        WorkKind::Measure => lang.t("work-measure-note"),
        WorkKind::Orphaned => lang.t("work-orphaned-note"),
    }
}

/// What the actor has sent in waits for somebody else: nobody approves what they wrote.
fn waits_for_others(shown: &WorkView, lang: Lang) -> Option<AnyView> {
    let count = shown.waits_for_others;
    if count == 0 || !shown.shown.is_some_and(|list| list.own) {
        return None;
    }
    let said = lang.t_with(
        "work-waits-for-others",
        &[
            ("count", count.into()),
            ("count-text", number::len(lang, count).into()),
        ],
    );
    Some(
        view! {
            <p class="note">
                {said} " " <a href="/konstaterade?lage=submitted">{lang.t("work-waits-for-others-link")}</a>
            </p>
        }
        .into_any(),
    )
}

/// Whoever has work can have it brought to them.
fn remind(shown: &WorkView, lang: Lang) -> Option<AnyView> {
    shown.shown.filter(|list| list.own)?;
    let way = view! {
        <p class="note">
            <a href=PLACE>{lang.t("work-remind")}</a>
        </p>
    };
    Some(way.into_any())
}
