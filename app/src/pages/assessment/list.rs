//! Where the grading of a report stands: every area with proposal, level and state.

use domain::assessment::AssessmentState;
use domain::standing::{AreaStanding, ReportHead, Standing};
use leptos::prelude::*;
use service::AssessmentListView;
use text::{Lang, date, number};

use crate::api;
use crate::components::finding::{AssessmentMark, Gap, ReportMark, Weak};
use crate::components::form_page::query_part;
use crate::components::level::{LevelChip, LevelKind};
use crate::components::links::Links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::components::strip::{Fact, Strip};
use crate::components::switch::report_switch;

/// The list of areas to grade.
#[component]
pub fn AssessmentListPage() -> impl IntoView {
    let lang = api::lang();
    let year = query_part("rapport").and_then(|year| year.parse().ok());
    let (done, area) = (query_part("klart"), query_part("omrade"));
    let load = api::assessments(year);
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), area.as_deref(), lang) /> }
        .into_any()
}

/// How many areas have come how far.
struct Progress {
    areas: usize,
    settled: usize,
    drafts: usize,
}

impl Progress {
    fn of(standing: &Standing) -> Self {
        let state = |area: &AreaStanding| area.assessment.as_ref().map(|judged| judged.state);
        let count = |fits: fn(AssessmentState) -> bool| {
            standing
                .areas
                .iter()
                .filter_map(state)
                .filter(|state| fits(*state))
                .count()
        };
        Self {
            areas: standing.areas.len(),
            settled: count(|state| matches!(state, AssessmentState::Submitted | AssessmentState::Decided)),
            drafts: count(|state| matches!(state, AssessmentState::Draft | AssessmentState::Returned)),
        }
    }

    fn untouched(&self) -> usize {
        self.areas.saturating_sub(self.settled + self.drafts)
    }
}

fn page(shown: &AssessmentListView, done: Option<&str>, area: Option<&str>, lang: Lang) -> AnyView {
    let standing = &shown.standing;
    let report = &standing.report;
    let progress = Progress::of(standing);
    let key = match (report.state.is_decided(), progress.settled) {
        (true, _) => "assessment-list-decided",
        (false, settled) if settled == progress.areas => "assessment-list-all-sent",
        (false, _) => "assessment-list-some-sent",
    };
    let heading = lang.t_with(
        key,
        &[
            ("areas", progress.areas.into()),
            ("areas-text", number::len(lang, progress.areas).into()),
            ("sent", progress.settled.into()),
            ("sent-text", number::len(lang, progress.settled).into()),
        ],
    );
    let kicker = lang.t_with("assessment-kicker", &[("period", report.period().into())]);
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let rows: Vec<_> = standing.areas.iter().map(|area| row(area, shown, lang)).collect();
    let table = view! {
        <table class="data grading-list">
            <caption id="omraden">{lang.t("assessment-list-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("assessment-column-area")}</th>
                    <th scope="col">{lang.t("assessment-column-evidence")}</th>
                    <th scope="col">{lang.t("assessment-column-proposal")}</th>
                    <th scope="col">{lang.t("assessment-column-level")}</th>
                    <th scope="col">{lang.t("assessment-column-state")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let state = report.state;
    let due = facts(report, lang);
    let switch = report_switch(&shown.reports, report, lang, |links| {
        format!("/bedomning?rapport={}", links.year)
    });
    view! {
        <Title text=lang.t("assessment-list-title") />
        <Crumbs here=lang.t("assessment-list-title") home=Links { year: report.to_year }.overview() lang />
        {notice(shown, done, area, lang)}
        <PageHead heading=heading.into_any() kicker>
            <p class="meta-line">
                <ReportMark state lang />
                {due}
            </p>
            {switch}
        </PageHead>
        <Strip facts=vec![
            Fact::new(lang.t("assessment-progress-areas"), number::len(lang, progress.areas)),
            Fact::new(lang.t("assessment-progress-sent"), number::len(lang, progress.settled)),
            Fact::new(lang.t("assessment-progress-drafts"), number::len(lang, progress.drafts)),
            Fact::new(lang.t("assessment-progress-untouched"), number::len(lang, progress.untouched())),
        ] />
        <div class="block">{scroll("omraden", "", table.into_any())}</div>
        <p class="note">{lang.t("assessment-list-note")}</p>
    }
    .into_any()
}

/// The day as of which all is judged, and when the report is due.
pub(super) fn facts(report: &ReportHead, lang: Lang) -> AnyView {
    let as_of = lang.t_with(
        "assessment-as-of",
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

fn row(area: &AreaStanding, shown: &AssessmentListView, lang: Lang) -> AnyView {
    let standing = &shown.standing;
    let href = Links {
        year: standing.report.to_year,
    }
    .assessment(&area.number);
    let evidence = lang.t_with(
        "assessment-evidence-counts",
        &[
            ("due", number::count(lang, area.tally.due()).into()),
            ("measured", number::count(lang, area.tally.measured).into()),
            ("stated", number::count(lang, area.tally.stated).into()),
        ],
    );
    let proposal = match area.proposal {
        Some(proposal) => {
            let weak = proposal.weak_evidence.then(|| view! { " " <Weak lang /> });
            view! {
                <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                " "
                {number::percent(lang, proposal.percent, 1, &standing.scheme)}
                {weak}
            }
            .into_any()
        }
        None => view! { <Gap text=lang.t("assessment-no-proposal") /> }.into_any(),
    };
    let judged = area.assessment.as_ref();
    let level = match judged.and_then(|judged| judged.level.map(|level| (level, judged.state))) {
        Some((level, AssessmentState::Decided)) => view! { <LevelChip level lang /> }.into_any(),
        Some((level, _)) => view! { <LevelChip level lang kind=LevelKind::Proposal /> }.into_any(),
        None => view! { <Gap text=lang.t("level-not-set") /> }.into_any(),
    };
    let state = match judged {
        Some(judged) => view! { <AssessmentMark state=judged.state lang /> }.into_any(),
        None => view! { <Gap text=lang.t("assessment-not-begun") /> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>
                    <span class="no">{area.number.clone()}</span> " " {area.name.clone()}
                </a>
            </th>
            <td>{evidence}</td>
            <td>{proposal}</td>
            <td>{level}</td>
            <td>{state}</td>
        </tr>
    }
    .into_any()
}

/// The receipt that an address asks for by `?klart=`.
fn notice(
    shown: &AssessmentListView,
    done: Option<&str>,
    number: Option<&str>,
    lang: Lang,
) -> Option<AnyView> {
    let standing = &shown.standing;
    let area = standing.area(number?)?;
    let name = || ("area", format!("{} {}", area.number, area.name).into());
    let open = |area: &&AreaStanding| {
        area.assessment
            .as_ref()
            .is_none_or(|judged| matches!(judged.state, AssessmentState::Draft | AssessmentState::Returned))
    };
    let (heading, next) = match done? {
        "utkast" => (
            lang.t_with("assessment-done-draft", &[name()]),
            lang.t("assessment-done-draft-next"),
        ),
        "inskickad" => {
            let next = standing.areas.iter().find(open).map(|next| {
                let next = format!("{} {}", next.number, next.name);
                lang.t_with("assessment-done-sent-next", &[("next", next.into())])
            });
            let next = next.unwrap_or_else(|| lang.t("assessment-done-sent-all"));
            (lang.t_with("assessment-done-sent", &[name()]), next)
        }
        _ => return None,
    };
    let without = format!("/bedomning?rapport={}", standing.report.to_year);
    let close = lang.t("form-receipt-close");
    Some(view! { <Receipt kind=ReceiptKind::Done heading next without close /> }.into_any())
}
