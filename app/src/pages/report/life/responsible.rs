//! What a report lacks, by whom it waits for and by area, so that each of them can be written to.

use std::collections::BTreeMap;

use domain::assessment::SubjectKey;
use domain::register::encoded_query;
use domain::report::responsible::{Awaited, Lack, LackKind, LackPlace, WaitsFor, Whom};
use domain::role::Role;
use leptos::prelude::*;
use service::ResponsibleView;
use text::{Lang, headline, name, number, report};

use crate::api;
use crate::components::empty::Quiet;
use crate::components::form_page::{path_part, query_part};
use crate::components::links::{self, Links};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::register::excerpt;

/// So many things of a kind are shown at once; more are opened.
const SHOWN: usize = 6;
/// So many are listed of a kind.
const MOST: usize = 200;

/// What a report lacks, by whom it waits for.
#[component]
pub fn ReportResponsiblePage() -> impl IntoView {
    let lang = api::lang();
    let by_area = query_part("visa").as_deref() == Some("omrade");
    let load = api::report_responsible(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, by_area, lang) /> }.into_any()
}

fn page(shown: &ResponsibleView, by_area: bool, lang: Lang) -> AnyView {
    let report = &shown.report;
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
        (links::report_course(report.id), lang.t("life-title")),
    ];
    let title = lang.t("responsible-title");
    let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
    let lead = view! { <p class="lead">{lang.t("responsible-lead")}</p> };
    let content = if report.state.is_decided() {
        view! { <Quiet heading=lang.t("responsible-decided") text=lang.t("responsible-decided-text") page=true /> }
            .into_any()
    } else if shown.lacks.is_empty() {
        view! { <Quiet heading=lang.t("responsible-nothing") text=lang.t("responsible-nothing-text") page=true /> }
            .into_any()
    } else {
        let groups = match by_area {
            true => areas(shown, lang),
            false => people(shown, lang),
        };
        view! {
            {tabs(shown, by_area, lang)}
            {groups}
        }
        .into_any()
    };
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=title lang />
        <PageHead heading=heading(shown, lang).into_any() kicker>
            {lead}
        </PageHead>
        {content}
    }
    .into_any()
}

fn heading(shown: &ResponsibleView, lang: Lang) -> String {
    if shown.lacks.is_empty() {
        return lang.t("responsible-title");
    }
    let lacks = shown.lacks.len();
    let people = shown
        .people
        .iter()
        .filter(|one| matches!(one.whom, Whom::Person(_)));
    let people = people.count();
    lang.t_with(
        "responsible-heading",
        &[
            ("lacks", lacks.into()),
            ("lacks-text", number::len(lang, lacks).into()),
            ("people", people.into()),
            ("people-text", number::len(lang, people).into()),
        ],
    )
}

fn tabs(shown: &ResponsibleView, by_area: bool, lang: Lang) -> AnyView {
    let base = links::report_responsible(shown.report.id);
    let current = |here: bool| here.then_some("page");
    view! {
        <nav class="tabs" aria-label=lang.t("responsible-views")>
            <a href=base.clone() aria-current=current(!by_area)>
                {lang.t("responsible-by-person")}
            </a>
            <a href=format!("{base}?visa=omrade") aria-current=current(by_area)>
                {lang.t("responsible-by-area")}
            </a>
        </nav>
    }
    .into_any()
}

/// A thing that is lacking, and what is said of whom it waits for.
type Item<'a> = (&'a Lack, String);

fn people(shown: &ResponsibleView, lang: Lang) -> AnyView {
    shown
        .people
        .iter()
        .enumerate()
        .map(|(place, one)| person(shown, place, one, lang))
        .collect_view()
        .into_any()
}

fn person(shown: &ResponsibleView, place: usize, one: &WaitsFor, lang: Lang) -> AnyView {
    let mut roles: Vec<Role> = one.awaited.iter().map(|awaited| awaited.role).collect();
    roles.sort();
    roles.dedup();
    let named: Vec<String> = roles.into_iter().map(|role| name::role(lang, role)).collect();
    let roles = headline::list(lang, &named);
    let (heading, remark, mail) = match one.whom {
        Whom::Person(id) => {
            let person = shown.person_names.get(&id);
            let called = person.map(|person| person.name.clone()).unwrap_or_default();
            let mail = person.and_then(|person| person.email.as_ref());
            (called, Some(roles), mail.map(|email| letter(shown, email, lang)))
        }
        Whom::Role(role) => (name::role(lang, role), Some(lang.t("responsible-nobody")), None),
    };
    let items: Vec<Item> = one
        .awaited
        .iter()
        .filter_map(|awaited| Some((shown.lacks.get(awaited.lack)?, shared(shown, awaited, lang))))
        .collect();
    let id = format!("h-hos-{place}");
    section(shown, &id, heading, remark, mail, &items, lang)
}

/// The way to write to somebody: by the browser's own mail program.
fn letter(shown: &ResponsibleView, email: &str, lang: Lang) -> AnyView {
    let subject = lang.t_with(
        "responsible-mail-subject",
        &[("report", shown.report.name().into())],
    );
    // A mail program takes a plus as it is.
    let subject = encoded_query([("subject", subject.as_str())]).replace('+', "%20");
    view! {
        <a class="btn quiet" href=format!("mailto:{email}?{subject}")>
            {lang.t_with("responsible-mail", &[("email", email.into())])}
        </a>
    }
    .into_any()
}

fn areas(shown: &ResponsibleView, lang: Lang) -> AnyView {
    let mut waits: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for one in &shown.people {
        let called = called_whom(shown, one.whom, lang);
        for awaited in &one.awaited {
            waits.entry(awaited.lack).or_default().push(called.clone());
        }
    }
    let whom = |lack: &usize| {
        let names = waits.get(lack).map_or(&[][..], Vec::as_slice);
        headline::list(lang, names)
    };
    shown
        .areas
        .iter()
        .enumerate()
        .map(|(place, (area, lacks))| {
            let named = area.and_then(|area| shown.area_names.get(&area));
            let heading = match named {
                Some(area) => format!("{} {}", area.number, area.name),
                None => lang.t("responsible-no-area"),
            };
            let items: Vec<Item> = lacks
                .iter()
                .filter_map(|lack| Some((shown.lacks.get(*lack)?, whom(lack))))
                .collect();
            let id = format!("h-omrade-{place}");
            section(shown, &id, heading, None, None, &items, lang)
        })
        .collect_view()
        .into_any()
}

fn section(
    shown: &ResponsibleView,
    id: &str,
    heading: String,
    remark: Option<String>,
    mail: Option<AnyView>,
    items: &[Item],
    lang: Lang,
) -> AnyView {
    let mut kinds: Vec<LackKind> = items.iter().map(|(lack, _)| lack.kind).collect();
    kinds.sort();
    kinds.dedup();
    let kinds: Vec<_> = kinds
        .into_iter()
        .map(|kind| {
            let of_kind: Vec<Item> = items
                .iter()
                .filter(|(lack, _)| lack.kind == kind)
                .cloned()
                .collect();
            kind_list(shown, kind, &of_kind, lang)
        })
        .collect();
    let remark = remark.map(|remark| view! { <p class="muted">{remark}</p> });
    view! {
        <section class="block waits" aria-labelledby=id.to_owned()>
            <div class="block-head">
                <div>
                    <h2 id=id.to_owned()>{heading}</h2>
                    {remark}
                </div>
                {mail}
            </div>
            {kinds}
        </section>
    }
    .into_any()
}

/// What is lacking of one kind. Few are shown, many are opened, and of very many the first.
fn kind_list(shown: &ResponsibleView, kind: LackKind, items: &[Item], lang: Lang) -> AnyView {
    let open = items.len() <= SHOWN;
    let rows: Vec<_> = items
        .iter()
        .take(MOST)
        .map(|item| row(shown, item, lang))
        .collect();
    let more = items.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        let more = lang.t_with("responsible-more", &[("more", number::len(lang, more).into())]);
        view! { <p class="note">{more}</p> }
    });
    view! {
        <details open=open>
            <summary>
                <b>{number::len(lang, items.len())}</b>
                " "
                <span>{kind_name(kind, items.len(), lang)}</span>
            </summary>
            <ul class="bullets">{rows}</ul>
            {more}
        </details>
    }
    .into_any()
}

fn row(shown: &ResponsibleView, (lack, whom): &Item, lang: Lang) -> AnyView {
    let area = lack.area.and_then(|area| shown.area_names.get(&area));
    let unit = lack.unit.and_then(|unit| shown.unit_names.get(&unit));
    let area = area.map(|area| lang.t_with("responsible-area", &[("number", area.number.clone().into())]));
    let unit = unit.map(|unit| lang.t_with("responsible-unit", &[("unit", unit.into())]));
    let whom = (!whom.is_empty()).then(|| whom.clone());
    let remarks: Vec<String> = area.into_iter().chain(unit).chain(whom).collect();
    view! {
        <li>
            <a href=href(shown, lack)>{called(lack, lang)}</a>
            " "
            <small>{remarks.join(", ")}</small>
        </li>
    }
    .into_any()
}

/// Who else it waits for; empty where it waits for one alone.
fn shared(shown: &ResponsibleView, awaited: &Awaited, lang: Lang) -> String {
    if awaited.others.is_empty() {
        return String::new();
    }
    let names: Vec<String> = awaited
        .others
        .iter()
        .map(|id| called_whom(shown, Whom::Person(*id), lang))
        .collect();
    lang.t_with(
        "responsible-others",
        &[("names", headline::list(lang, &names).into())],
    )
}

fn called_whom(shown: &ResponsibleView, whom: Whom, lang: Lang) -> String {
    match whom {
        Whom::Person(id) => {
            let person = shown.person_names.get(&id);
            person.map(|person| person.name.clone()).unwrap_or_default()
        }
        Whom::Role(role) => lang.t_with("responsible-role", &[("role", name::role(lang, role).into())]),
    }
}

/// What it is called: by what it is of, or by what it is itself.
fn called(lack: &Lack, lang: Lang) -> String {
    match &lack.place {
        LackPlace::Text(key) => report::chapter(lang, *key),
        LackPlace::Head => lang.t("report-form-change"),
        LackPlace::Sources => lang.t("report-sources-heading"),
        LackPlace::Review => lang.t("life-review-title"),
        LackPlace::Decision => lang.t("life-to-decision"),
        LackPlace::Assessment(SubjectKey::Whole) => lang.t("report-overall"),
        LackPlace::Assessment(SubjectKey::Area(number)) => format!("{number} {}", lack.name),
        LackPlace::Assessment(SubjectKey::Group(_))
        | LackPlace::Statement(..)
        | LackPlace::Measurement(..)
        | LackPlace::Calculation(_)
        | LackPlace::Gap(_) => excerpt(&lack.name),
    }
}

/// Where it is mended.
fn href(shown: &ResponsibleView, lack: &Lack) -> String {
    let report = links::report(shown.report.id);
    match &lack.place {
        LackPlace::Text(_) => format!("{report}/texter"),
        LackPlace::Head => format!("{report}/andra"),
        LackPlace::Sources => format!("{report}/kallor"),
        LackPlace::Review => format!("{report}/granskning"),
        LackPlace::Decision => format!("{report}/beslut"),
        LackPlace::Assessment(key) => Links {
            year: shown.report.to_year,
        }
        .assessment(key),
        LackPlace::Statement(of, id) => format!("{}#konstaterad-{id}", links::initiative(*of)),
        LackPlace::Measurement(of, id) => links::measurement(*of, *id),
        LackPlace::Calculation(id) => links::calculation(*id),
        LackPlace::Gap(place) => links::gap(*place),
    }
}

fn kind_name(kind: LackKind, count: usize, lang: Lang) -> String {
    let key = match kind {
        LackKind::Unwritten => "responsible-unwritten",
        LackKind::Carried => "responsible-carried",
        LackKind::Assignment => "responsible-assignment",
        LackKind::Sources => "responsible-sources",
        LackKind::Comments => "responsible-comments",
        LackKind::Judge => "responsible-judge",
        LackKind::Decide => "responsible-decide",
        LackKind::ApproveStatement => "responsible-approve-statement",
        LackKind::ApproveMeasurement => "responsible-approve-measurement",
        LackKind::ApproveGoal => "responsible-approve-goal",
        LackKind::ApproveCalculation => "responsible-approve-calculation",
        LackKind::Missing => "responsible-missing",
        LackKind::Unmeasured => "responsible-unmeasured",
        LackKind::Undated => "responsible-undated",
        LackKind::WithoutCalculation => "responsible-without-calculation",
        LackKind::WithoutPlan => "responsible-without-plan",
        LackKind::WithoutDelivery => "responsible-without-delivery",
        LackKind::Late => "responsible-late",
    };
    lang.t_with(key, &[("count", count.into())])
}
