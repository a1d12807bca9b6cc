//! An initiative: what it promised, what has come, and what can be done now.

use domain::duty::Duty;
use domain::evidence::EvidenceState;
use domain::history::SubjectKind;
use domain::initiative::InitiativeSize;
use domain::report_model::BenefitSection;
use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::InitiativeView;
use text::{Lang, date, name, number};

use super::calculation::calculation;
use super::delivery::{delivery_section, without_delivery};
use super::notice::notice;
use super::steps::initiative_steps;
use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::{DevelopmentObjectTag, InitiativeMark, Interpreted};
use crate::components::form_page::{path_part, query_part};
use crate::components::gaps::lacks;
use crate::components::help::{Help, HelpWord};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Prose;
use crate::components::strip::{Fact, Meta};
use crate::islands::UnsavedGuard;

/// An initiative's page.
#[component]
pub fn InitiativePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::initiative(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &InitiativeView, done: Option<&str>, lang: Lang) -> AnyView {
    let initiative = &shown.initiative;
    let ask_reason = done == Some("skriv-skal");
    let crumbs = vec![("/initiativ".to_owned(), lang.t("initiative-list-title"))];
    let deliveries: Vec<_> = shown
        .deliveries
        .iter()
        .enumerate()
        .map(|(index, bundle)| delivery_section(bundle, shown, ask_reason, index == 0, lang))
        .collect();
    let none = deliveries.is_empty().then(|| {
        let heading = lang.t("initiative-no-delivery");
        let text = lang.t(if shown.may_write {
            "initiative-no-delivery-write"
        } else {
            "initiative-no-delivery-read"
        });
        view! { <Empty heading text page=true /> }
    });
    let summary =
        (!initiative.summary.is_empty()).then(|| view! { <Prose text=initiative.summary.clone() /> });
    let depends_on = depends_on(shown, lang);
    let facts = facts(shown, lang);
    let about = (summary.is_some() || !facts.is_empty()).then(|| {
        let facts = (!facts.is_empty()).then(|| view! { <Meta facts /> });
        view! { <div class="about">{summary} {facts}</div> }
    });
    view! {
        <Title text=initiative.name.clone() />
        <Crumbs steps=crumbs here=initiative.name.clone() lang />
        {notice(done, shown, lang)}
        {head(shown, lang)}
        {about}
        {depends_on}
        {calculation(shown, lang)}
        {none}
        {deliveries}
        {without_delivery(shown, ask_reason, lang)}
        <UnsavedGuard form=".return-form".to_owned() dirty=false />
    }
    .into_any()
}

fn head(shown: &InitiativeView, lang: Lang) -> AnyView {
    let initiative = &shown.initiative;
    let kicker = match &shown.area {
        Some(area) => {
            let area = format!("{} {}", area.number, area.name);
            lang.t_with("initiative-kicker", &[("area", area.into())])
        }
        None => lang.t("initiative-kicker-no-area"),
    };
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let object = initiative.development_object.map(
        |_| view! { " " <DevelopmentObjectTag lang /> " " <Help word=HelpWord::DevelopmentObject lang /> },
    );
    let invented = initiative
        .example
        .then(|| view! { " " <span class="tag">{lang.t("initiative-example")}</span> });
    let label = initiative.label.clone().map(|label| {
        view! {
            " "
            <span>
                <Interpreted text=label.value interpreted=label.interpreted lang />
            </span>
        }
    });
    let base = links::initiative(initiative.id);
    let log = shown.may_write.then(|| {
        view! {
            <a class="btn primary" href=format!("{base}/leverans")>
                {lang.t("initiative-log-delivery")}
            </a>
        }
    });
    // With deliveries there, benefits are added and stated beside each of them.
    let loose = shown.deliveries.is_empty();
    let add = (shown.may_write && loose).then(|| {
        view! {
            <a class="btn quiet" href=format!("{base}/nytta")>
                {lang.t("initiative-add-benefit")}
            </a>
        }
    });
    let state = (shown.may_state && loose).then(|| {
        view! {
            <a class="btn quiet" href=format!("{base}/konstaterad")>
                {lang.t("initiative-state")}
            </a>
        }
    });
    let change = shown.may_write.then(|| {
        view! {
            <a class="btn quiet" href=format!("{base}/andra")>
                {lang.t("initiative-change")}
            </a>
            <a class="btn quiet" href=format!("{base}/beroenden")>
                {lang.t("initiative-change-depends")}
            </a>
        }
    });
    let steps = initiative_steps(shown, lang);
    let history =
        view! { <HistoryLink kind=SubjectKind::Initiative id=initiative.id class="btn quiet" lang /> };
    let actions = Some(view! { {log} {add} {state} {change} {history} {steps} }.into_any());
    let heading = initiative.name.clone().into_any();
    let status = initiative.status;
    let finding = finding(shown, lang);
    let required = (!shown.lacks.is_empty()).then(|| {
        view! {
            <p class="lacks">
                {lacks(&shown.lacks, lang)} " " <small>{lang.t("initiative-lacks-note")}</small>
            </p>
        }
    });
    let example = initiative
        .example
        .then(|| view! { <p class="note">{lang.t("initiative-example-text")}</p> });
    let urged: Vec<_> = shown
        .urged
        .iter()
        .map(|duty| match duty {
            Duty::Calculation => lang.t("initiative-urged-calculation"),
            Duty::Plan => lang.t("initiative-urged-plan"),
        })
        .collect();
    let urged = (!urged.is_empty()).then(|| view! { <p class="muted">{urged.join(" ")}</p> });
    // Where nothing is promised, nothing is judged.
    let as_of = sections(shown).next().is_some().then(|| {
        let day = [("day", date::day(lang, shown.as_of).into())];
        view! { " " <span>{lang.t_with("initiative-judged", &day)}</span> }
    });
    view! {
        <PageHead heading kicker actions>
            <p class="meta-line">
                <InitiativeMark status lang />
                {object}
                {invented}
                {label}
                {as_of}
            </p>
            <p class="lead">{finding}</p>
            {example}
            {required}
            {urged}
        </PageHead>
    }
    .into_any()
}

/// All that it promises.
pub(super) fn sections(shown: &InitiativeView) -> impl Iterator<Item = &BenefitSection> {
    let of_deliveries = shown.deliveries.iter().flat_map(|bundle| &bundle.benefits);
    of_deliveries.chain(&shown.benefits)
}

/// What the page finds, in one or two sentences.
fn finding(shown: &InitiativeView, lang: Lang) -> String {
    let count = |fits: fn(&BenefitSection) -> bool| sections(shown).filter(|section| fits(section)).count();
    let due = count(|section| section.evidence.state.is_due());
    let scored = count(|section| section.evidence.score.is_some());
    let measured = count(|section| section.evidence.state == EvidenceState::Measured);
    let first = if sections(shown).next().is_none() {
        lang.t("initiative-finding-nothing")
    } else if due == 0 {
        lang.t("initiative-finding-not-due")
    } else {
        lang.t_with(
            if due == 1 {
                "initiative-finding-one"
            } else {
                "initiative-finding"
            },
            &[
                ("due-text", number::len(lang, due).into()),
                ("scored", scored.into()),
                ("scored-text", number::len(lang, scored).into()),
                ("measured", measured.into()),
                ("measured-text", number::len(lang, measured).into()),
            ],
        )
    };
    let waiting = shown
        .deliveries
        .iter()
        .flat_map(|bundle| &bundle.statements)
        .chain(&shown.statements)
        .filter(|item| item.statement.state == ApprovalState::Submitted)
        .count();
    if waiting == 0 {
        return first;
    }
    let text = number::len(lang, waiting);
    let second = lang.t_with(
        "initiative-finding-waiting",
        &[("count", waiting.into()), ("text", text.into())],
    );
    format!("{first} {second}")
}

/// What it waits for; nothing where it depends on nothing.
fn depends_on(shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    if shown.depends_on.is_empty() {
        return None;
    }
    let items = shown
        .depends_on
        .iter()
        .map(|one| view! { <li><a href=links::initiative(one.id)>{one.name.clone()}</a></li> })
        .collect_view();
    Some(
        view! {
            <div class="depends-on">
                <p>{lang.t("initiative-depends-on")}</p>
                <ul class="bullets">{items}</ul>
            </div>
        }
        .into_any(),
    )
}

fn facts(shown: &InitiativeView, lang: Lang) -> Vec<Fact> {
    let initiative = &shown.initiative;
    let owner = shown.units.iter().find(|unit| Some(unit.id) == initiative.owner);
    let size = match initiative.size {
        InitiativeSize::NotStated => None,
        size => Some(name::initiative_size(lang, size)),
    };
    let portfolios: Vec<String> = shown.portfolios.iter().map(|one| one.name.clone()).collect();
    let stated = [
        (
            "initiative-fact-portfolio",
            (!portfolios.is_empty()).then(|| portfolios.join(", ")),
        ),
        (
            "initiative-fact-object-since",
            initiative
                .development_object
                .and_then(|object| object.since)
                .map(|day| date::day(lang, day)),
        ),
        ("initiative-fact-owner", owner.map(|unit| unit.name.clone())),
        ("initiative-fact-size", size),
        (
            "initiative-fact-started",
            initiative.started_year.map(|year| year.to_string()),
        ),
        (
            "initiative-fact-statutory",
            initiative.statutory_on.map(|day| date::day(lang, day)),
        ),
        ("initiative-fact-focus", initiative.focus_area.clone()),
    ];
    stated
        .into_iter()
        .filter_map(|(key, value)| Some(Fact::new(lang.t(key), value?)))
        .collect()
}
