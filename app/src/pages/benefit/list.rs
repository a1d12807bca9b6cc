//! The register of benefits.

use domain::benefit::{BenefitState, ValueClass};
use domain::register::{BenefitColumn, BenefitFilter, Query};
use leptos::prelude::*;
use service::rows::BenefitRow;
use service::{GroupOption, RegisterView};
use text::{Lang, hyphen, name, number};

use crate::api;
use crate::components::finding::Gap;
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::register::{
    RegisterParts, area_cell, area_field, asked, excerpt, kept_view_notice, options_field, plain_head,
    register_page, sort_head,
};
use crate::components::scroll::scroll;

type Asked = Query<BenefitFilter>;
type Shown = RegisterView<BenefitRow>;

/// The register with search and filter; all that is asked for stands in the address.
#[component]
pub fn BenefitListPage() -> impl IntoView {
    let lang = api::lang();
    let asked: Asked = asked();
    let notice = kept_view_notice(&asked, lang);
    let load = api::benefit_register(asked.clone());
    view! { <Loaded load view=move |shown| page(&shown, &asked, notice, lang) /> }.into_any()
}

fn page(shown: &Shown, asked: &Asked, notice: Option<AnyView>, lang: Lang) -> AnyView {
    let (total, bare) = (shown.tally.total, shown.tally.notable);
    let heading = lang.t_with(
        "register-benefits-heading",
        &[
            ("count", total.into()),
            ("count-text", number::count(lang, total).into()),
            ("bare", bare.into()),
            ("bare-text", number::count(lang, bare).into()),
        ],
    );
    let parts = RegisterParts {
        title: lang.t("register-benefits-title"),
        heading,
        lead: lang.t("register-benefits-lead"),
        lead_help: None,
        search: lang.t("register-benefits-search"),
        search_label: lang.t("register-benefits-search-label"),
        empty: (
            lang.t("register-benefits-none"),
            lang.t("register-benefits-none-text"),
        ),
        fields: fields(shown, asked, lang),
        table: table(shown, asked, lang),
        note: None,
        actions: (bare > 0 && asked.filter.stated.is_none()).then(|| {
            view! {
                <a class="btn quiet" href="/nyttor?konstaterad=utan">
                    {lang.t("register-benefits-bare")}
                </a>
            }
            .into_any()
        }),
        notice,
    };
    register_page(asked, shown, parts, lang)
}

fn fields(shown: &Shown, asked: &Asked, lang: Lang) -> Vec<AnyView> {
    let (frame, filter) = (&shown.frame, &asked.filter);
    let groups = frame
        .groups
        .iter()
        .map(|group| (group.id.to_string(), group.name.clone()));
    let units = frame
        .units
        .iter()
        .map(|unit| (unit.id.to_string(), unit.name.clone()));
    let classes = ValueClass::ALL.map(|class| (class.code().to_owned(), name::value_class(lang, class)));
    let states = BenefitState::ALL.map(|state| (state.code().to_owned(), name::benefit_state(lang, state)));
    let deliveries = [
        ("med".to_owned(), lang.t("register-with-delivery")),
        ("utan".to_owned(), lang.t("register-without-delivery")),
    ];
    let stated = [
        ("med".to_owned(), lang.t("register-with-statement")),
        ("utan".to_owned(), lang.t("register-without-statement")),
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
            "vardeklass",
            lang.t("register-column-value-class"),
            all(),
            filter.value_class.map(|class| class.code().to_owned()),
            classes,
        ),
        options_field(
            "lage",
            lang.t("register-column-state"),
            all(),
            filter.state.map(|state| state.code().to_owned()),
            states,
        ),
        options_field(
            "enhet",
            lang.t("register-column-owner"),
            lang.t("register-all-units"),
            filter.owner.map(|id| id.to_string()),
            units,
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
            "konstaterad",
            lang.t("register-column-statement"),
            all(),
            filter
                .stated
                .map(|with| if with { "med" } else { "utan" }.to_owned()),
            stated,
        ),
    ]
}

fn label(column: BenefitColumn, lang: Lang) -> String {
    lang.t(match column {
        BenefitColumn::Name => "register-column-benefit",
        BenefitColumn::Initiative => "register-column-initiative",
        BenefitColumn::Area => "register-column-area",
        BenefitColumn::ValueClass => "register-column-value-class",
        BenefitColumn::State => "register-column-state",
        BenefitColumn::Statements => "register-column-statements",
    })
}

fn table(shown: &Shown, asked: &Asked, lang: Lang) -> AnyView {
    let sorted = [("order", label(asked.order.column, lang).into())];
    let head = |column| sort_head(asked, column, label(column, lang));
    let rows = shown.page.rows.iter();
    let body: Vec<_> = rows
        .map(|row| table_row(row, &shown.frame.groups, lang))
        .collect();
    let table = view! {
        <table class="data register">
            <caption class="vh" id="registret">
                {lang.t_with("register-benefits-caption", &sorted)}
            </caption>
            <thead>
                <tr>
                    {head(BenefitColumn::Name)}
                    {head(BenefitColumn::Initiative)}
                    {head(BenefitColumn::Area)}
                    {plain_head(lang.t("register-column-groups"))}
                    {head(BenefitColumn::ValueClass)}
                    {plain_head(lang.t("register-column-owner"))}
                    {head(BenefitColumn::State)}
                    {head(BenefitColumn::Statements)}
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    };
    scroll("registret", "", table.into_any())
}

fn table_row(row: &BenefitRow, groups: &[GroupOption], lang: Lang) -> AnyView {
    let href = format!("{}#nytta-{}", links::initiative(row.initiative), row.id);
    let named = row.title.as_ref().unwrap_or(&row.description);
    let unplanned = row
        .unplanned
        .then(|| view! { " " <span class="tag">{lang.t("register-unplanned")}</span> });
    let delivery = row
        .delivery_name
        .as_ref()
        .filter(|name| **name != row.initiative_name)
        .map(|name| view! { <small>{name.clone()}</small> });
    let names: Vec<&str> = row
        .groups
        .iter()
        .filter_map(|id| groups.iter().find(|group| group.id == *id))
        .map(|group| group.name.as_str())
        .collect();
    let owner = match row.owner.clone() {
        Some(owner) => owner.into_any(),
        None => view! { <Gap text=lang.t("register-no-owner") /> }.into_any(),
    };
    let statements = match row.statements {
        0 => view! { <Gap text=lang.t("register-none-yet") /> }.into_any(),
        count => number::count(lang, count).into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>{excerpt(named)}</a>
                {unplanned}
            </th>
            <td class="wrap">{row.initiative_name.clone()} {delivery}</td>
            <td>{area_cell(row.area_number.as_deref(), row.area_name.as_deref(), lang)}</td>
            <td class="wrap">{hyphen::soft(&names.join(", "))}</td>
            <td class="wrap">{name::value_class(lang, row.value_class)}</td>
            <td class="wrap">{owner}</td>
            <td>{name::benefit_state(lang, row.state)}</td>
            <td class="n">{statements}</td>
        </tr>
    }
    .into_any()
}
