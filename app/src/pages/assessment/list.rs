//! Where the grading of a report stands: every area, every group and the whole with proposal, level and
//! state.

use domain::assessment::{AssessmentState, SubjectKey};
use domain::level::GradingScheme;
use domain::standing::{Judgeable, ReportHead, SubjectProgress};
use leptos::prelude::*;
use service::AssessmentListView;
use text::{Lang, date, number};

use super::form::subject_name;
use crate::api;
use crate::components::finding::{AssessmentMark, Gap, ReportMark, Weak};
use crate::components::form_page::query_part;
use crate::components::icon::{Icon, Symbol};
use crate::components::level::{LevelChip, LevelKind};
use crate::components::links::{self, Links};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::components::strip::{Fact, Strip};
use crate::components::switch::report_switch;

/// The list of what is graded.
#[component]
pub fn AssessmentListPage() -> impl IntoView {
    let lang = api::lang();
    let year = query_part("rapport").and_then(|year| year.parse().ok());
    let (done, area) = (query_part("klart"), query_part("om"));
    let load = api::assessments(year);
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), area.as_deref(), lang) /> }
        .into_any()
}

fn page(shown: &AssessmentListView, done: Option<&str>, area: Option<&str>, lang: Lang) -> AnyView {
    let standing = &shown.standing;
    let report = &standing.report;
    let subjects = standing.subjects();
    let progress = SubjectProgress::of(&subjects);
    let key = match (report.state.is_decided(), progress.settled) {
        (true, settled) if settled < progress.all => "assessment-list-decided-some",
        (true, _) => "assessment-list-decided",
        (false, settled) if settled == progress.all => "assessment-list-all-sent",
        (false, _) => "assessment-list-some-sent",
    };
    let heading = lang.t_with(
        key,
        &[
            ("all", progress.all.into()),
            ("all-text", number::len(lang, progress.all).into()),
            ("sent", progress.settled.into()),
            ("sent-text", number::len(lang, progress.settled).into()),
            ("left", progress.all.saturating_sub(progress.settled).into()),
            (
                "left-text",
                number::len(lang, progress.all.saturating_sub(progress.settled)).into(),
            ),
        ],
    );
    let actions = Some(
        view! { <a class="btn" href=links::report(report.id)>{lang.t("overview-read-report")}</a> }
            .into_any(),
    );
    let kicker = lang.t_with("assessment-kicker", &[("period", report.period().into())]);
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let table = |id: &'static str, caption: &str, of: fn(&SubjectKey) -> bool| {
        let rows: Vec<_> = subjects
            .iter()
            .filter(|one| of(&one.key))
            .map(|one| {
                let has_moved = shown.moved.contains(&one.subject);
                judged_row(one, report, &standing.scheme, Columns::All, has_moved, lang)
            })
            .collect();
        let table = judged_table(id, lang.t(caption), rows, Columns::All, lang);
        view! { <div class="block">{scroll(id, "", table)}</div> }
    };
    let areas = table("omraden", "assessment-list-areas", |key| {
        matches!(key, SubjectKey::Area(_))
    });
    let groups = table("nyttogrupper", "assessment-list-groups", |key| {
        matches!(key, SubjectKey::Group(_))
    });
    let whole = table("helhet", "assessment-list-whole", |key| *key == SubjectKey::Whole);
    let state = report.state;
    let due = facts(report, lang);
    let switch = report_switch(&shown.reports, report, lang, Links::assessments);
    view! {
        <Title text=lang.t("assessment-list-title") />
        <Crumbs here=lang.t("assessment-list-title") home=Links { year: report.to_year }.overview() lang />
        {notice(shown, done, area, lang)}
        <PageHead heading=heading.into_any() kicker actions>
            <p class="meta-line">
                <ReportMark state lang />
                {due}
            </p>
            {switch}
        </PageHead>
        <Strip facts=vec![
            Fact::new(lang.t("assessment-progress-all"), number::len(lang, progress.all)),
            Fact::new(lang.t("assessment-progress-sent"), number::len(lang, progress.settled)),
            Fact::new(lang.t("assessment-progress-drafts"), number::len(lang, progress.drafts)),
            Fact::new(lang.t("assessment-progress-untouched"), number::len(lang, progress.untouched())),
        ] />
        {areas}
        {groups}
        {whole}
        <p class="note">{lang.t("assessment-list-note")}</p>
    }
    .into_any()
}

/// The day as of which all is judged, and when the report is due.
pub(super) fn facts(report: &ReportHead, lang: Lang) -> AnyView {
    let as_of = lang.t_with(
        if report.state.is_decided() {
            "assessment-as-of"
        } else {
            "assessment-to-be-as-of"
        },
        &[("day", date::day(lang, report.cut_off).into())],
    );
    let due = report.due.map(|due| {
        let day = date::day(lang, due).into();
        match &report.recipient {
            Some(to) => lang.t_with("assessment-due-to", &[("day", day), ("recipient", to.into())]),
            None => lang.t_with("assessment-due", &[("day", day)]),
        }
    });
    let due = due.map(|due| view! { " " <span>{due}</span> });
    view! {
        " "
        <span>{as_of}</span>
        {due}
    }
    .into_any()
}

/// Which columns a table of what is judged has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Columns {
    /// All.
    All,
    /// Proposal and level alone, where the table stands beside the form.
    Levels,
    /// The same of a group's part of each area: the level is that of the whole area.
    AreaLevels,
}

/// A table of what is judged.
pub(super) fn judged_table(
    id: &'static str,
    caption: String,
    rows: Vec<AnyView>,
    columns: Columns,
    lang: Lang,
) -> AnyView {
    let all = columns == Columns::All;
    let level = match columns {
        Columns::AreaLevels => "assessment-column-level-area",
        Columns::All | Columns::Levels => "assessment-column-level",
    };
    view! {
        <table class="data grading-list">
            <caption id=id>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("assessment-column-subject")}</th>
                    {all.then(|| view! { <th scope="col">{lang.t("assessment-column-evidence")}</th> })}
                    <th scope="col">{lang.t("assessment-column-proposal")}</th>
                    <th scope="col">{lang.t(level)}</th>
                    {all.then(|| view! { <th scope="col">{lang.t("assessment-column-state")}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A row of it. `has_moved`: the system proposes something else than when it was sent in.
pub(super) fn judged_row(
    judged: &Judgeable,
    report: &ReportHead,
    scheme: &GradingScheme,
    columns: Columns,
    has_moved: bool,
    lang: Lang,
) -> AnyView {
    let all = columns == Columns::All;
    let href = Links { year: report.to_year }.assessment(&judged.key);
    let evidence = lang.t_with(
        "assessment-evidence-counts",
        &[
            ("due", number::count(lang, judged.tally.due()).into()),
            ("measured", number::count(lang, judged.tally.measured).into()),
            ("stated", number::count(lang, judged.tally.stated).into()),
        ],
    );
    let proposal = match judged.proposal {
        Some(proposal) => {
            let weak = proposal.weak_evidence.then(|| view! { " " <Weak lang /> });
            view! {
                <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                " "
                {number::percent(lang, proposal.percent, 1, scheme)}
                {weak}
            }
            .into_any()
        }
        None => view! { <Gap text=lang.t("assessment-no-proposal") /> }.into_any(),
    };
    let name = match &judged.key {
        SubjectKey::Area(number) => view! {
            <span class="no">{number.clone()}</span>
            " "
            {judged.name.clone()}
        }
        .into_any(),
        _ => subject_name(judged, lang).into_any(),
    };
    let assessment = judged.assessment.as_ref();
    let level = match assessment.and_then(|judged| judged.level.map(|level| (level, judged.state))) {
        Some((level, AssessmentState::Decided)) => view! { <LevelChip level lang /> }.into_any(),
        Some((level, _)) => view! { <LevelChip level lang kind=LevelKind::Proposal /> }.into_any(),
        None => view! { <Gap text=lang.t("level-not-set") /> }.into_any(),
    };
    let has_moved = has_moved.then(|| {
        view! {
            " "
            <span class="weak">
                <Icon symbol=Symbol::Weak />
                {lang.t("assessment-moved-mark")}
            </span>
        }
    });
    let state = match assessment {
        Some(judged) => view! { <AssessmentMark state=judged.state lang /> {has_moved} }.into_any(),
        None if report.state.is_decided() => {
            view! { <Gap text=lang.t("assessment-never-begun") /> }.into_any()
        }
        None => view! { <Gap text=lang.t("assessment-not-begun") /> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name}</a>
            </th>
            {all.then(|| view! { <td>{evidence}</td> })}
            <td>{proposal}</td>
            <td>{level}</td>
            {all.then(|| view! { <td>{state}</td> })}
        </tr>
    }
    .into_any()
}

/// The receipt that an address asks for by `?klart=`.
fn notice(
    shown: &AssessmentListView,
    done: Option<&str>,
    about: Option<&str>,
    lang: Lang,
) -> Option<AnyView> {
    let report = &shown.standing.report;
    let Ok(about): Result<SubjectKey, _> = about?.parse();
    let subjects = shown.standing.subjects();
    let subject = subjects.iter().find(|one| one.key == about)?;
    let name = || ("area", subject_name(subject, lang).into());
    let links = Links { year: report.to_year };
    let mut onward = None;
    let (heading, next) = match done? {
        "utkast" => (
            lang.t_with("assessment-done-draft", &[name()]),
            lang.t("assessment-done-draft-next"),
        ),
        "inskickad" => {
            // The next one in the list that is open, from the one that was sent on; then from the top.
            let sent = subjects
                .iter()
                .position(|one| one.key == about)
                .unwrap_or_default();
            let (before, after) = subjects.split_at(sent);
            let mut onwards = after.iter().chain(before);
            let open = onwards.find(|one| one.is_open());
            onward = open.map(|next| {
                let text = lang.t_with(
                    "assessment-done-onward",
                    &[("next", subject_name(next, lang).into())],
                );
                (links.assessment(&next.key), text)
            });
            let next = match onward {
                Some(_) => lang.t("assessment-done-sent-next"),
                None => lang.t("assessment-done-sent-all"),
            };
            (lang.t_with("assessment-done-sent", &[name()]), next)
        }
        _ => return None,
    };
    let close = lang.t("form-receipt-close");
    let without = links.assessments();
    Some(view! { <Receipt kind=ReceiptKind::Done heading next onward without close /> }.into_any())
}
