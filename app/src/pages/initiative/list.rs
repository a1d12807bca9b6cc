//! The register of initiatives.

use domain::initiative::InitiativeStatus;
use domain::policy::Operation;
use domain::register::{InitiativeColumn, InitiativeFilter, Query};
use leptos::prelude::*;
use service::InitiativeRegister;
use service::rows::InitiativeRow;
use text::{Lang, name, number};

use crate::api;
use crate::components::finding::{DevelopmentObjectTag, Gap, InitiativeMark, Interpreted};
use crate::components::help::{Help, HelpWord};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::register::{
    RegisterParts, area_cell, area_field, asked, kept_view_notice, options_field, plain_head, register_page,
    sort_head,
};
use crate::components::scroll::scroll;

type Asked = Query<InitiativeFilter>;

/// The register with search and filter; all that is asked for stands in the address.
#[component]
pub fn InitiativeListPage() -> impl IntoView {
    let lang = api::lang();
    let asked: Asked = asked();
    let notice = kept_view_notice(&asked, lang);
    let new = api::may(Operation::PortfolioWrite).then(|| {
        view! {
            <a class="btn primary" href="/initiativ/nytt">
                {lang.t("initiative-new")}
            </a>
        }
        .into_any()
    });
    let load = api::initiative_register(asked.clone());
    view! { <Loaded load view=move |shown| page(&shown, &asked, new, notice, lang) /> }.into_any()
}

fn page(
    shown: &InitiativeRegister,
    asked: &Asked,
    new: Option<AnyView>,
    notice: Option<AnyView>,
    lang: Lang,
) -> AnyView {
    let (total, marked) = (shown.tally.total, shown.tally.notable);
    let heading = lang.t_with(
        "initiative-list-heading",
        &[
            ("count", total.into()),
            ("count-text", number::count(lang, total).into()),
            ("marked", marked.into()),
            ("marked-text", number::count(lang, marked).into()),
        ],
    );
    let parts = RegisterParts {
        title: lang.t("initiative-list-title"),
        heading,
        lead: lang.t("initiative-list-lead"),
        lead_help: None,
        search: lang.t("register-initiatives-search"),
        search_label: lang.t("initiative-search-label"),
        empty: (
            lang.t("initiative-list-none"),
            lang.t("initiative-list-none-text"),
        ),
        fields: fields(shown, asked, lang),
        table: table(&shown.page.rows, asked, lang),
        note: Some(
            view! { {lang.t("initiative-list-note")} " " <Help word=HelpWord::Interpreted lang /> }
                .into_any(),
        ),
        actions: new,
        notice,
    };
    register_page(asked, shown, parts, lang)
}

fn fields(shown: &InitiativeRegister, asked: &Asked, lang: Lang) -> Vec<AnyView> {
    let (frame, filter) = (&shown.frame, &asked.filter);
    let marks = [
        ("1".to_owned(), lang.t("initiative-filter-kind-marked")),
        ("0".to_owned(), lang.t("register-marked-not")),
    ];
    let statuses =
        InitiativeStatus::ALL.map(|status| (status.code().to_owned(), name::initiative_status(lang, status)));
    let portfolios = frame
        .portfolios
        .iter()
        .map(|portfolio| (portfolio.id.to_string(), portfolio.name.clone()));
    let units = frame
        .units
        .iter()
        .map(|unit| (unit.id.to_string(), unit.name.clone()));
    vec![
        area_field(&frame.areas, filter.area.as_ref(), lang),
        options_field(
            "status",
            lang.t("initiative-column-status"),
            lang.t("register-all"),
            filter.status.map(|status| status.code().to_owned()),
            statuses,
        ),
        options_field(
            "uo",
            lang.t("initiative-column-kind"),
            lang.t("register-all"),
            filter
                .development_object
                .map(|marked| if marked { "1" } else { "0" }.to_owned()),
            marks,
        ),
        options_field(
            "portfolj",
            lang.t("register-column-portfolio"),
            lang.t("register-all-portfolios"),
            filter.portfolio.map(|id| id.to_string()),
            portfolios,
        ),
        options_field(
            "enhet",
            lang.t("register-column-unit"),
            lang.t("register-all-units"),
            filter.owner.map(|id| id.to_string()),
            units,
        ),
    ]
}

fn label(column: InitiativeColumn, lang: Lang) -> String {
    lang.t(match column {
        InitiativeColumn::Area => "initiative-column-area",
        InitiativeColumn::Name => "initiative-column-name",
        InitiativeColumn::Status => "initiative-column-status",
        InitiativeColumn::Deliveries => "initiative-column-deliveries",
        InitiativeColumn::Benefits => "initiative-column-benefits",
        InitiativeColumn::Statements => "initiative-column-statements",
    })
}

fn table(rows: &[InitiativeRow], asked: &Asked, lang: Lang) -> AnyView {
    let sorted = [("order", label(asked.order.column, lang).into())];
    let head = |column| sort_head(asked, column, label(column, lang));
    let body: Vec<_> = rows.iter().map(|row| table_row(row, lang)).collect();
    let table = view! {
        <table class="data register initiatives">
            <caption class="vh" id="registret">
                {lang.t_with("initiative-list-caption", &sorted)}
            </caption>
            <thead>
                <tr>
                    {head(InitiativeColumn::Name)}
                    {plain_head(lang.t("initiative-column-kind"))}
                    {head(InitiativeColumn::Area)}
                    {head(InitiativeColumn::Status)}
                    {head(InitiativeColumn::Deliveries)}
                    {head(InitiativeColumn::Benefits)}
                    {head(InitiativeColumn::Statements)}
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    };
    scroll("registret", "", table.into_any())
}

fn table_row(row: &InitiativeRow, lang: Lang) -> AnyView {
    let label = row.label.clone().map(|label| {
        view! {
            " "
            <small>
                <Interpreted text=label.value interpreted=label.interpreted lang />
            </small>
        }
    });
    let kind = if row.development_object {
        view! { <DevelopmentObjectTag lang /> }.into_any()
    } else {
        view! {
            <span class="muted" aria-hidden="true">"–"</span>
            <span class="vh">{lang.t("initiative-not-marked")}</span>
        }
        .into_any()
    };
    // Nothing there yet is a gap, not a number among numbers.
    let count = |count: u32| match count {
        0 => view! { <Gap text=lang.t("initiative-none") /> }.into_any(),
        count => number::count(lang, count).into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=links::initiative(row.id)>{row.name.clone()}</a>
                {label}
            </th>
            <td>{kind}</td>
            <td>{area_cell(row.area_number.as_deref(), row.area_name.as_deref(), lang)}</td>
            <td>
                <InitiativeMark status=row.status lang />
            </td>
            <td class="n">{count(row.deliveries)}</td>
            <td class="n">{count(row.benefits)}</td>
            <td class="n">{count(row.statements)}</td>
        </tr>
    }
    .into_any()
}
