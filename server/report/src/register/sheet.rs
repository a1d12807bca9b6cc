//! Which columns a register's file has. They say what the page says, and what it has no room for.

use domain::id::BenefitGroupId;
use domain::register::{Cell, Sheet};
use service::rows::{BenefitRow, InitiativeRow, StatementRow};
use service::{GroupOption, RegisterRows};
use text::{Lang, date, name};

/// The register of initiatives.
pub fn initiatives(lang: Lang, shown: &RegisterRows<InitiativeRow>) -> Sheet {
    sheet(
        lang,
        "initiative-list-title",
        &[
            "initiative-column-name",
            "register-column-label",
            "initiative-column-kind",
            "initiative-column-area",
            "register-column-area-name",
            "initiative-column-status",
            "register-column-unit",
            "initiative-column-deliveries",
            "initiative-column-benefits",
            "initiative-column-statements",
        ],
        shown.rows.iter().map(|row| {
            let marked = row
                .development_object
                .then(|| lang.t("initiative-filter-kind-marked"));
            vec![
                Cell::Text(row.name.clone()),
                Cell::text(row.label.as_ref().map(|label| label.value.as_str())),
                Cell::text(marked),
                Cell::text(row.area_number.as_deref()),
                Cell::text(row.area_name.as_deref()),
                Cell::Text(name::initiative_status(lang, row.status.value)),
                Cell::text(row.owner.as_deref()),
                Cell::Whole(row.deliveries.into()),
                Cell::Whole(row.benefits.into()),
                Cell::Whole(row.statements.into()),
            ]
        }),
    )
}

/// The register of benefits.
pub fn benefits(lang: Lang, shown: &RegisterRows<BenefitRow>) -> Sheet {
    sheet(
        lang,
        "register-benefits-title",
        &[
            "register-column-benefit",
            "register-column-description",
            "register-column-initiative",
            "register-column-delivery",
            "register-column-area",
            "register-column-area-name",
            "register-column-groups",
            "register-column-value-class",
            "register-column-owner",
            "register-column-expected-from",
            "register-column-expected-to",
            "register-unplanned",
            "register-column-state",
            "register-column-statements",
        ],
        shown.rows.iter().map(|row| {
            vec![
                Cell::Text(row.title.clone().unwrap_or_else(|| row.description.clone())),
                Cell::Text(row.description.clone()),
                Cell::Text(row.initiative_name.clone()),
                Cell::text(row.delivery_name.as_deref()),
                Cell::text(row.area_number.as_deref()),
                Cell::text(row.area_name.as_deref()),
                Cell::Text(group_names(&row.groups, &shown.groups)),
                Cell::Text(name::value_class(lang, row.value_class)),
                Cell::text(row.owner.as_deref()),
                Cell::day(row.expected_from),
                Cell::day(row.expected_to),
                yes_or_no(lang, row.unplanned),
                Cell::Text(name::benefit_state(lang, row.state)),
                Cell::Whole(row.statements.into()),
            ]
        }),
    )
}

/// The register of statements.
pub fn statements(lang: Lang, shown: &RegisterRows<StatementRow>) -> Sheet {
    sheet(
        lang,
        "register-statements-title",
        &[
            "register-column-statement",
            "register-column-initiative",
            "register-column-delivery",
            "register-column-area",
            "register-column-area-name",
            "register-column-groups",
            "register-column-finding",
            "register-column-finding-read",
            "register-column-as-of",
            "register-column-as-of-read",
            "register-column-state",
            "register-column-superseded",
            "register-column-follow-up",
            "register-column-grounded",
            "register-column-written-by",
        ],
        shown.rows.iter().map(|row| {
            vec![
                Cell::Text(row.text.clone()),
                Cell::Text(row.initiative_name.clone()),
                Cell::text(row.delivery_name.as_deref()),
                Cell::text(row.area_number.as_deref()),
                Cell::text(row.area_name.as_deref()),
                Cell::Text(group_names(&row.groups, &shown.groups)),
                Cell::Text(name::finding(lang, row.finding.value)),
                yes_or_no(lang, row.finding.interpreted),
                Cell::Day(row.as_of.value),
                yes_or_no(lang, row.as_of.interpreted),
                Cell::Text(name::approval_state(lang, row.state)),
                yes_or_no(lang, row.superseded),
                Cell::Text(
                    row.follow_up
                        .map(|when| date::when(lang, when))
                        .unwrap_or_default(),
                ),
                yes_or_no(lang, row.grounded),
                Cell::text(row.written_by.as_deref()),
            ]
        }),
    )
}

fn sheet(lang: Lang, title: &str, heads: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> Sheet {
    Sheet {
        title: lang.t(title),
        heads: heads.iter().map(|head| lang.t(head)).collect(),
        rows: rows.collect(),
    }
}

fn yes_or_no(lang: Lang, yes: bool) -> Cell {
    Cell::Text(lang.t(if yes { "register-yes" } else { "register-no" }))
}

fn group_names(ids: &[BenefitGroupId], groups: &[GroupOption]) -> String {
    let names = ids
        .iter()
        .filter_map(|id| groups.iter().find(|group| group.id == *id))
        .map(|group| group.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}
