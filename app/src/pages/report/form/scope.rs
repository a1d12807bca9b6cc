use ::text::{Lang, number};
use leptos::prelude::*;
use service::{ScopeRow, ScopeView};

use super::crumbs;
use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;

/// What lies in an open report's scope.
#[component]
pub fn ReportScopePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::report_scope(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &ScopeView, done: Option<&str>, lang: Lang) -> AnyView {
    let inside = shown.rows.iter().filter(|row| row.is_in()).count();
    let heading = lang.t_with(
        "report-scope-heading",
        &[
            ("in", number::len(lang, inside).into()),
            ("all", number::len(lang, shown.rows.len()).into()),
        ],
    );
    let kicker = shown.report.name();
    let kicker = Some(view! { <p class="kicker">{kicker}</p> }.into_any());
    let rows: Vec<_> = shown.rows.iter().map(|row| scope_row(row, shown, lang)).collect();
    let table = view! {
        <table class="data">
            <caption id="h-omfattning">{lang.t("report-scope-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-scope-delivery")}</th>
                    <th scope="col">{lang.t("report-scope-state")}</th>
                    <th scope="col">{lang.t("report-scope-change")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let content = if shown.rows.is_empty() {
        view! { <Empty heading=lang.t("report-scope-none") text=lang.t("report-scope-none-text") page=true /> }
            .into_any()
    } else {
        scroll("h-omfattning", "", table.into_any())
    };
    view! {
        <Title text=lang.t("report-scope-title") />
        <Crumbs steps=crumbs(&shown.report, lang) here=lang.t("report-scope-title") lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("report-scope-lead")}</p>
        </PageHead>
        {content}
        <p class="note"><a href=links::report(shown.report.id)>{lang.t("report-scope-back")}</a></p>
    }
    .into_any()
}

fn scope_row(row: &ScopeRow, shown: &ScopeView, lang: Lang) -> AnyView {
    let state = match (&row.reason, row.launched) {
        (Some(reason), _) => lang.t_with("report-scope-added", &[("reason", reason.into())]),
        (None, true) => lang.t("report-scope-launched"),
        (None, false) => lang.t("report-scope-outside"),
    };
    let hidden = view! {
        <input type="hidden" name="id" value=shown.report.id.to_string() />
        <input type="hidden" name="version" value=shown.version.to_string() />
        <input type="hidden" name="delivery" value=row.id.to_string() />
    };
    let reason = format!("skal-{}", row.id);
    let change = match (&row.reason, row.launched) {
        (Some(_), _) => Some(
            view! {
                <form class="in-line" method="post" action="/api/report_scope_change">
                    {hidden}
                    <button class="btn quiet" type="submit" name="action" value="remove">
                        {lang.t("report-scope-remove")} <span class="vh">": " {row.name.clone()}</span>
                    </button>
                </form>
            }
            .into_any(),
        ),
        (None, true) => None,
        (None, false) => Some(
            view! {
                <form class="in-line" method="post" action="/api/report_scope_change">
                    {hidden}
                    <label class="vh" for=reason.clone()>
                        {lang.t("report-scope-reason")} ": " {row.name.clone()}
                    </label>
                    <input
                        type="text"
                        id=reason
                        name="reason"
                        required=true
                        placeholder=lang.t("report-scope-reason")
                        autocomplete="off"
                    />
                    <button class="btn quiet" type="submit" name="action" value="add">
                        {lang.t("report-scope-add")} <span class="vh">": " {row.name.clone()}</span>
                    </button>
                </form>
            }
            .into_any(),
        ),
    };
    view! {
        <tr>
            <th scope="row"><span class="no">{row.area.clone()}</span> " " {row.name.clone()}</th>
            <td>{state}</td>
            <td>{change}</td>
        </tr>
    }
    .into_any()
}

fn notice(done: Option<&str>, shown: &ScopeView, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "omfattning" => (ReceiptKind::Done, "report-scope-done", "report-scope-done-next"),
        "skriv-varfor" => (
            ReceiptKind::NotDone,
            "initiative-not-why",
            "report-scope-why-next",
        ),
        "hann-fore" => (
            ReceiptKind::NotDone,
            "structure-not-first",
            "initiative-not-first-next",
        ),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = format!("{}/omfattning", links::report(shown.report.id));
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}
