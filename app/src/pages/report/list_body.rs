//! What the list of reports shows.

use domain::policy::Operation;
use leptos::prelude::*;
use service::ListedReport;
use text::{Lang, date, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::{Gap, ReportMark};
use crate::components::help::{Help, HelpWord};
use crate::components::links;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;

/// The whole page.
pub fn report_list(reports: &[ListedReport], may_write: bool, lang: Lang) -> AnyView {
    let decided = reports.iter().filter(|one| one.head.state.is_decided()).count();
    let heading = if reports.is_empty() {
        lang.t("report-list-title")
    } else {
        lang.t_with(
            "report-list-heading",
            &[
                ("count", decided.into()),
                ("decided", number::len(lang, decided).into()),
                ("all", number::len(lang, reports.len()).into()),
                ("total", reports.len().into()),
            ],
        )
    };
    let content = if reports.is_empty() {
        view! { <Empty heading=lang.t("report-list-empty") text=lang.t("report-list-empty-text") page=true /> }
            .into_any()
    } else {
        table(reports, lang)
    };
    let drafts = (!api::may(Operation::UndecidedRead))
        .then(|| view! { <p class="note">{lang.t("report-list-drafts")}</p> });
    let actions = may_write.then(|| {
        view! {
            <a class="btn primary" href="/rapporter/ny">
                {lang.t("report-form-new")}
            </a>
        }
        .into_any()
    });
    view! {
        <Crumbs here=lang.t("report-list-title") lang />
        <PageHead heading=heading.into_any() actions />
        {content}
        {drafts}
    }
    .into_any()
}

fn table(reports: &[ListedReport], lang: Lang) -> AnyView {
    let rows: Vec<_> = reports.iter().map(|report| row(report, lang)).collect();
    let table = view! {
        <table class="data reports">
            <caption id="h-rapporter" class="vh">
                {lang.t("report-list-title")}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-list-report")}</th>
                    <th scope="col">{lang.t("report-list-state")}</th>
                    <th scope="col">{lang.t("report-decided")}</th>
                    <th scope="col">{lang.t("report-due")}</th>
                    <th scope="col">{lang.t("report-recipient")}</th>
                    <th scope="col">
                        {lang.t("report-cut-off")} " " <Help word=HelpWord::CutOff lang />
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("h-rapporter", "", table.into_any())
}

fn row(listed: &ListedReport, lang: Lang) -> AnyView {
    let report = &listed.head;
    let corrected = (listed.corrections > 0).then(|| {
        let count = listed.corrections;
        let args = [("count", count.into()), ("n", number::count(lang, count).into())];
        let href = links::report_corrections(report.id);
        view! { " " <small><a href=href>{lang.t_with("correction-count", &args)}</a></small> }
    });
    let gap = || view! { <Gap text=lang.t("common-not-stated") /> }.into_any();
    let decided = match &report.decision {
        Some(decision) => view! {
            {date::day(lang, decision.on)}
            " "
            <small>{decision.decider_title.clone()}</small>
        }
        .into_any(),
        None => view! { <span class="muted">{lang.t("report-list-not-decided")}</span> }.into_any(),
    };
    let due = report.due.map_or_else(gap, |due| date::day(lang, due).into_any());
    let recipient = report.recipient.clone().map_or_else(gap, IntoAny::into_any);
    view! {
        <tr>
            <th scope="row">
                <a href=links::report(report.id)>{report.name()}</a>
                {corrected}
            </th>
            <td>
                <ReportMark state=report.state lang />
            </td>
            <td>{decided}</td>
            <td>{due}</td>
            <td>{recipient}</td>
            <td>{date::day(lang, report.cut_off)}</td>
        </tr>
    }
    .into_any()
}
