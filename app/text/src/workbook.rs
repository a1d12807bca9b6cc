//! The words of the workbook: its sheets, their heads, and what is written in them.

use domain::form::{Problem, column_of, row_of};
use domain::policy::roles_that_may;
use domain::workbook::{Choice, Column, Noun, RowProblem, SheetKind, Takes};

use crate::{Arg, Lang};
use crate::{headline, name, number};

/// What a sheet is called.
pub fn sheet(lang: Lang, sheet: SheetKind) -> String {
    lang.t(match sheet {
        SheetKind::Units => "workbook-sheet-units",
        SheetKind::Portfolios => "workbook-sheet-portfolios",
        SheetKind::AreaSets => "workbook-sheet-area-sets",
        SheetKind::Areas => "workbook-sheet-areas",
        SheetKind::Initiatives => "workbook-sheet-initiatives",
        SheetKind::Deliveries => "workbook-sheet-deliveries",
        SheetKind::Benefits => "workbook-sheet-benefits",
        SheetKind::Statements => "workbook-sheet-statements",
    })
}

/// What a column is called; the field itself where it is none of any sheet.
pub fn head(lang: Lang, field: &str) -> String {
    let key = match field {
        "name" => "workbook-head-name",
        "kind" => "workbook-head-kind",
        "parent" => "workbook-head-parent",
        "valid_from" => "workbook-head-valid-from",
        "valid_to" => "workbook-head-valid-to",
        "area_set" => "workbook-head-area-set",
        "number" => "workbook-head-number",
        "purpose" => "workbook-head-purpose",
        "expected_effects" => "workbook-head-expected-effects",
        "main_groups" => "workbook-head-main-groups",
        "budget_from" => "workbook-head-budget-from",
        "budget_to" => "workbook-head-budget-to",
        "budget_tkr" => "workbook-head-budget-tkr",
        "note" => "workbook-head-note",
        "summary" => "workbook-head-summary",
        "status" => "workbook-head-status",
        "development_object" => "workbook-head-development-object",
        "development_object_since" => "workbook-head-development-object-since",
        "size" => "workbook-head-size",
        "area" => "workbook-head-area",
        "portfolios" => "workbook-head-portfolios",
        "owner" => "workbook-head-owner",
        "statutory_on" => "workbook-head-statutory-on",
        "started_year" => "workbook-head-started-year",
        "focus_area" => "workbook-head-focus-area",
        "label" => "workbook-head-label",
        "initiative" => "workbook-head-initiative",
        "description" => "workbook-head-description",
        "launch_what" => "workbook-head-launch-what",
        "planned" => "workbook-head-planned",
        "actual" => "workbook-head-actual",
        "upcoming_what" => "workbook-head-upcoming-what",
        "upcoming_when" => "workbook-head-upcoming-when",
        "delivery" => "workbook-head-delivery",
        "title" => "workbook-head-title",
        "groups" => "workbook-head-groups",
        "value_class" => "workbook-head-value-class",
        "recipient" => "workbook-head-recipient",
        "expected_from" => "workbook-head-expected-from",
        "expected_to" => "workbook-head-expected-to",
        "unplanned" => "workbook-head-unplanned",
        "benefits" => "workbook-head-benefits",
        "finding" => "workbook-head-finding",
        "text" => "workbook-head-text",
        "as_of" => "workbook-head-as-of",
        "follow_up" => "workbook-head-follow-up",
        "assessing_unit" => "workbook-head-assessing-unit",
        "method" => "workbook-head-method",
        "source_kind" => "workbook-head-source-kind",
        "source_text" => "workbook-head-source-text",
        other => return other.to_owned(),
    };
    lang.t(key)
}

/// The same, marked where it has to be filled in.
pub fn marked_head(lang: Lang, column: &Column) -> String {
    let head = head(lang, column.field);
    if column.needed {
        lang.t_with("workbook-head-needed", &[("head", head.into())])
    } else {
        head
    }
}

/// What is written in a column.
pub fn what(lang: Lang, sheet: SheetKind, column: &Column) -> String {
    if let Some(hint) = hint(sheet, column.field) {
        return lang.t(hint);
    }
    match column.takes {
        Takes::Text | Takes::Texts => String::new(),
        Takes::Name(noun) => lang.t_with("workbook-what-name", &[("of", of(lang, noun).into())]),
        Takes::Names(noun) => lang.t_with("workbook-what-names", &[("of", of(lang, noun).into())]),
        Takes::Choice(choice) => lang.t_with(
            "workbook-what-one-of",
            &[("words", words(lang, choice).join(", ").into())],
        ),
        Takes::Choices(choice) => lang.t_with(
            "workbook-what-each-of",
            &[("words", words(lang, choice).join(", ").into())],
        ),
        Takes::Yes => lang.t("workbook-what-yes"),
    }
}

fn hint(sheet: SheetKind, field: &str) -> Option<&'static str> {
    Some(match (sheet, field) {
        (SheetKind::Units, "name") => "workbook-hint-units-name",
        (SheetKind::Units, "kind") => "workbook-hint-units-kind",
        (SheetKind::Portfolios, "name") => "workbook-hint-portfolios-name",
        (SheetKind::AreaSets, "name") => "workbook-hint-area-sets-name",
        (SheetKind::Areas, "number") => "workbook-hint-areas-number",
        (SheetKind::Areas, "name") => "workbook-hint-areas-name",
        (SheetKind::Initiatives, "name") => "workbook-hint-initiatives-name",
        (SheetKind::Deliveries, "name") => "workbook-hint-deliveries-name",
        (SheetKind::Deliveries, "description") => "workbook-hint-deliveries-description",
        (SheetKind::Benefits, "description") => "workbook-hint-benefits-description",
        (_, "valid_from") => "workbook-hint-valid-from",
        (_, "valid_to") => "workbook-hint-valid-to",
        (_, "purpose") => "workbook-hint-purpose",
        (_, "expected_effects") => "workbook-hint-expected-effects",
        (_, "budget_from") => "workbook-hint-budget-from",
        (_, "budget_to") => "workbook-hint-budget-to",
        (_, "budget_tkr") => "workbook-hint-budget-tkr",
        (_, "note") => "workbook-hint-note",
        (_, "summary") => "workbook-hint-summary",
        (_, "development_object_since") => "workbook-hint-development-object-since",
        (_, "statutory_on") => "workbook-hint-statutory-on",
        (_, "started_year") => "workbook-hint-started-year",
        (_, "focus_area") => "workbook-hint-focus-area",
        (_, "label") => "workbook-hint-label",
        (_, "launch_what") => "workbook-hint-launch-what",
        (_, "development_object") => "workbook-hint-development-object",
        (_, "unplanned") => "workbook-hint-unplanned",
        (_, "main_groups") => "workbook-hint-main-groups",
        (_, "benefits") => "workbook-hint-benefits",
        (_, "planned") => "workbook-hint-planned",
        (_, "actual") => "workbook-hint-actual",
        (_, "upcoming_what") => "workbook-hint-upcoming-what",
        (_, "upcoming_when") => "workbook-hint-upcoming-when",
        (_, "title") => "workbook-hint-title",
        (_, "expected_from") => "workbook-hint-expected-from",
        (_, "expected_to") => "workbook-hint-expected-to",
        (_, "text") => "workbook-hint-text",
        (_, "as_of") => "workbook-hint-as-of",
        (_, "follow_up") => "workbook-hint-follow-up",
        (_, "method") => "workbook-hint-method",
        (_, "source_text") => "workbook-hint-source-text",
        _ => return None,
    })
}

/// What a name is the name of.
fn of(lang: Lang, noun: Noun) -> String {
    lang.t(match noun {
        Noun::Unit => "workbook-of-unit",
        Noun::Portfolio => "workbook-of-portfolio",
        Noun::AreaSet => "workbook-of-area-set",
        Noun::Area => "workbook-of-area",
        Noun::BenefitGroup => "workbook-of-group",
        Noun::Initiative => "workbook-of-initiative",
        Noun::Delivery => "workbook-of-delivery",
        Noun::Benefit => "workbook-of-benefit",
        Noun::Statement => "workbook-of-statement",
    })
}

/// The words of a choice, in the order of its codes.
pub fn words(lang: Lang, choice: Choice) -> Vec<String> {
    choice
        .codes()
        .into_iter()
        .map(|code| word(lang, choice, code))
        .collect()
}

fn word(lang: Lang, choice: Choice, code: &str) -> String {
    use domain::benefit::ValueClass;
    use domain::delivery::DeliveryStatus;
    use domain::initiative::{InitiativeSize, InitiativeStatus};
    use domain::portfolio::PortfolioKind;
    use domain::statement::{Finding, SourceKind};
    let word = match choice {
        Choice::PortfolioKind => PortfolioKind::from_code(code).map(|of| name::portfolio_kind(lang, of)),
        Choice::InitiativeStatus => {
            InitiativeStatus::from_code(code).map(|of| name::initiative_status(lang, of))
        }
        Choice::InitiativeSize => InitiativeSize::from_code(code).map(|of| name::initiative_size(lang, of)),
        Choice::DeliveryStatus => DeliveryStatus::from_code(code).map(|of| name::delivery_status(lang, of)),
        Choice::ValueClass => ValueClass::from_code(code).map(|of| name::value_class(lang, of)),
        Choice::Finding => Finding::from_code(code).map(|of| name::finding(lang, of)),
        Choice::SourceKind => SourceKind::from_code(code).map(|of| name::source_kind(lang, of)),
    };
    word.unwrap_or_else(|| code.to_owned())
}

/// Where a problem stands; `file` is the language that the workbook is in.
pub fn place(lang: Lang, file: Lang, problem: &RowProblem) -> String {
    let args: [(&'static str, Arg); 2] = [
        ("sheet", sheet(file, problem.sheet).into()),
        ("row", problem.row.to_string().into()),
    ];
    lang.t_with("workbook-where", &args)
}

/// What is wrong with a row, and what to do. Heads and words are those of the workbook: whoever mends it
/// has to find and to write them there.
pub fn problem(lang: Lang, file: Lang, wrong: &RowProblem) -> String {
    let field = column_of(&wrong.field);
    let label = head(file, field);
    let takes = wrong.sheet.column(field).map(|column| column.takes);
    let said = match (&wrong.problem, takes) {
        (Problem::NotYours, None) => {
            let roles = roles_that_may(wrong.sheet.operation());
            let roles: Vec<String> = roles.into_iter().map(|role| name::role(lang, role)).collect();
            lang.t_with(
                "workbook-not-yours",
                &[("roles", headline::list(lang, &roles).into())],
            )
        }
        (Problem::NotYours, Some(Takes::Name(_))) => lang.t("workbook-out-of-scope"),
        (Problem::UnknownChoice { given }, Some(Takes::Name(noun) | Takes::Names(noun))) => lang.t_with(
            "workbook-unknown-name",
            &[
                ("label", label.into()),
                ("given", given.into()),
                ("of", of(lang, noun).into()),
            ],
        ),
        (Problem::UnknownChoice { given }, Some(Takes::Choice(choice) | Takes::Choices(choice))) => lang
            .t_with(
                "workbook-unknown-word",
                &[
                    ("label", label.into()),
                    ("given", given.into()),
                    ("words", words(file, choice).join(", ").into()),
                ],
            ),
        (Problem::UnknownChoice { given }, Some(Takes::Yes)) => {
            let args = [("label", label.into()), ("given", given.into())];
            lang.t_with("workbook-not-yes", &args)
        }
        (problem, _) => name::problem(lang, "workbook", field, &label, problem),
    };
    let said = match &wrong.meant {
        Some(meant) => {
            let args = [("problem", said.into()), ("meant", meant.into())];
            lang.t_with("workbook-meant", &args)
        }
        None => said,
    };
    match row_of(&wrong.field) {
        Some(part) if part > 1 => {
            let part = number::len(lang, part);
            lang.t_with(
                "workbook-part-problem",
                &[("part", part.into()), ("problem", said.into())],
            )
        }
        _ => said,
    }
}
