//! The register of realised-benefit statements.

use domain::form::PickedStatement;
use domain::register::{Mine, Query, StatementColumn, StatementFilter};
use domain::statement::{ApprovalState, Finding};
use leptos::prelude::*;
use service::rows::StatementRow;
use service::{BulkOutcome, StatementRegister};
use text::{Lang, date, name, number};

use super::receipt::receipt;
use crate::api;
use crate::components::finding::{ApprovalMark, FindingChip, Gap, Interpreted};
use crate::components::form_page::query_part;
use crate::components::help::HelpWord;
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::register::{
    RegisterParts, area_cell, area_field, asked, day_field, excerpt, kept_view_notice, options_field,
    plain_head, register_page, sort_head,
};
use crate::components::scroll::scroll;

type Asked = Query<StatementFilter>;

/// The register with search and filter; all that is asked for stands in the address.
#[component]
pub fn StatementListPage() -> impl IntoView {
    let lang = api::lang();
    let asked: Asked = asked();
    let outcome = BulkOutcome::parse(query_part);
    let kept = kept_view_notice(&asked, lang);
    let named = outcome.as_ref().map(BulkOutcome::left).unwrap_or_default();
    let load = api::statement_register(asked.clone(), named);
    let view = move |shown: StatementRegister| {
        let done = outcome.map(|outcome| receipt(&outcome, &shown.named, &asked, lang));
        page(&shown, &asked, done.or(kept), lang)
    };
    view! { <Loaded load view /> }.into_any()
}

fn page(shown: &StatementRegister, asked: &Asked, notice: Option<AnyView>, lang: Lang) -> AnyView {
    let tally = shown.view.tally;
    let heading = lang.t_with(
        "register-statements-heading",
        &[
            ("count", tally.total.into()),
            ("count-text", number::count(lang, tally.total).into()),
            ("waiting", tally.notable.into()),
            ("waiting-text", number::count(lang, tally.notable).into()),
        ],
    );
    let parts = RegisterParts {
        title: lang.t("register-statements-title"),
        heading,
        lead: lang.t("register-statements-lead"),
        lead_help: Some(HelpWord::State),
        search: lang.t("register-statements-search"),
        search_label: lang.t("register-statements-search-label"),
        empty: (
            lang.t("register-statements-none"),
            lang.t("register-statements-none-text"),
        ),
        fields: fields(shown, asked, lang),
        table: approval(shown, asked, table(shown, asked, lang), lang),
        note: None,
        actions: None,
        notice,
    };
    register_page(asked, &shown.view, parts, lang)
}

fn fields(shown: &StatementRegister, asked: &Asked, lang: Lang) -> Vec<AnyView> {
    let (frame, filter) = (&shown.view.frame, &asked.filter);
    let groups = frame
        .groups
        .iter()
        .map(|group| (group.id.to_string(), group.name.clone()));
    let findings = Finding::ALL.map(|finding| (finding.code().to_owned(), name::finding(lang, finding)));
    let states = ApprovalState::ALL.map(|state| (state.code().to_owned(), name::approval_state(lang, state)));
    let deliveries = [
        ("med".to_owned(), lang.t("register-with-delivery")),
        ("utan".to_owned(), lang.t("register-without-delivery")),
    ];
    let all = || lang.t("register-all");
    vec![
        area_field(&frame.areas, filter.area.as_ref(), lang),
        options_field(
            "grupp",
            lang.t("register-column-group"),
            lang.t("register-all-groups"),
            filter.group.map(|id| id.to_string()),
            groups,
        ),
        options_field(
            "fynd",
            lang.t("register-column-finding"),
            all(),
            filter.finding.map(|finding| finding.code().to_owned()),
            findings,
        ),
        options_field(
            "lage",
            lang.t("register-column-state"),
            all(),
            filter.state.map(|state| state.code().to_owned()),
            states,
        ),
        options_field(
            "leverans",
            lang.t("register-column-delivery"),
            all(),
            filter
                .delivery
                .map(|with| if with { "med" } else { "utan" }.to_owned()),
            deliveries,
        ),
        options_field(
            "mina",
            lang.t("register-column-mine"),
            all(),
            filter.mine.map(|mine| mine.code().to_owned()),
            Mine::ALL.map(|mine| {
                let key = match mine {
                    Mine::Written => "register-mine-written",
                    Mine::Approved => "register-mine-approved",
                    Mine::Returned => "register-mine-returned",
                };
                (mine.code().to_owned(), lang.t(key))
            }),
        ),
        day_field("fran", lang.t("register-column-from"), filter.from),
        day_field("till", lang.t("register-column-to"), filter.to),
    ]
}

/// The form that approves what is ticked, around the table; the table alone where there is nothing
/// that the actor may approve.
fn approval(shown: &StatementRegister, asked: &Asked, table: AnyView, lang: Lang) -> AnyView {
    if shown.approvable.is_empty() {
        return table;
    }
    view! {
        <form method="post" action="/api/statement_approve_many">
            <input type="hidden" name="submission" value=shown.submission.clone() />
            <input type="hidden" name="query" value=asked.to_query() />
            <p class="hint">{lang.t("register-approve-hint")}</p>
            {table}
            <div class="actions">
                <button class="btn primary" type="submit">
                    {lang.t("register-approve")}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn label(column: StatementColumn, lang: Lang) -> String {
    lang.t(match column {
        StatementColumn::Initiative => "register-column-initiative",
        StatementColumn::Area => "register-column-area",
        StatementColumn::Finding => "register-column-finding",
        StatementColumn::AsOf => "register-column-as-of",
        StatementColumn::State => "register-column-state",
    })
}

fn table(shown: &StatementRegister, asked: &Asked, lang: Lang) -> AnyView {
    let sorted = [("order", label(asked.order.column, lang).into())];
    let head = |column| sort_head(asked, column, label(column, lang));
    let ticks = !shown.approvable.is_empty();
    let rows = shown.view.page.rows.iter();
    let body: Vec<_> = rows.map(|row| table_row(row, shown, ticks, lang)).collect();
    let table = view! {
        <table class="data register">
            <caption class="vh" id="registret">
                {lang.t_with("register-statements-caption", &sorted)}
            </caption>
            <thead>
                <tr>
                    {ticks.then(|| plain_head(lang.t("register-column-pick")))}
                    {plain_head(lang.t("register-column-statement"))}
                    {head(StatementColumn::Initiative)}
                    {head(StatementColumn::Area)}
                    {head(StatementColumn::Finding)}
                    {head(StatementColumn::AsOf)}
                    {head(StatementColumn::State)}
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    };
    scroll("registret", "", table.into_any())
}

fn table_row(row: &StatementRow, shown: &StatementRegister, ticks: bool, lang: Lang) -> AnyView {
    let href = format!("{}#konstaterad-{}", links::initiative(row.initiative), row.id);
    let text = excerpt(&row.text);
    let tick = ticks.then(|| {
        if shown.approvable.contains(&row.id) {
            let picked = PickedStatement {
                id: row.id,
                version: row.version,
            };
            let what = lang.t_with("register-pick", &[("what", text.clone().into())]);
            view! {
                <td class="pick">
                    <input type="checkbox" name="picked[]" value=picked.code() aria-label=what />
                </td>
            }
            .into_any()
        } else {
            let why = shown
                .own
                .contains(&row.id)
                .then(|| view! { <span class="muted">{lang.t("register-pick-own")}</span> });
            view! { <td class="pick wrap">{why}</td> }.into_any()
        }
    });
    let delivery = row
        .delivery_name
        .as_ref()
        .filter(|name| **name != row.initiative_name)
        .map(|name| view! { <small>{name.clone()}</small> });
    let superseded = row
        .superseded
        .then(|| view! { " " <span class="tag">{lang.t("register-superseded")}</span> });
    view! {
        <tr>
            {tick}
            <th scope="row">
                <a href=href>{text}</a>
                {waiting_facts(row, lang)}
            </th>
            <td class="wrap">{row.initiative_name.clone()} {delivery}</td>
            <td>{area_cell(row.area_number.as_deref(), row.area_name.as_deref(), lang)}</td>
            <td>
                <FindingChip finding=row.finding lang />
            </td>
            <td class="n">
                <Interpreted
                    text=date::day(lang, row.as_of.value)
                    interpreted=row.as_of.interpreted
                    lang
                />
            </td>
            <td>
                <ApprovalMark state=row.state lang />
                {superseded}
            </td>
        </tr>
    }
    .into_any()
}

/// What one has to know of what somebody has written here before one approves it, or believes it: who wrote it, whether it rests on
/// anything, when it is followed up and what it takes the place of.
fn waiting_facts(row: &StatementRow, lang: Lang) -> Option<AnyView> {
    if row.imported {
        return None;
    }
    let waits = row.state != ApprovalState::Approved;
    let written = row
        .written_by
        .as_ref()
        .map(|who| lang.t_with("initiative-written-by", &[("who", who.into())]));
    let follow_up = row.follow_up.map(|when| {
        let when = date::when(lang, when);
        lang.t_with("initiative-follow-up", &[("when", when.into())])
    });
    let replaces = row.replaces.as_ref().filter(|_| waits).map(|text| {
        let text = excerpt(text);
        lang.t_with("initiative-replaces", &[("text", text.into())])
    });
    let bare = (!row.grounded).then(|| lang.t("initiative-no-source"));
    let said = [written, follow_up, replaces].into_iter().flatten();
    let said: Vec<_> = said.map(|said| view! { <small>{said}</small> }).collect();
    Some(view! { {said} {bare.map(|text| view! { <small><Gap text /></small> })} }.into_any())
}
