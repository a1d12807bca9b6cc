use serde::{Deserialize, Serialize};

use super::Noun;
use crate::benefit::ValueClass;
use crate::delivery::DeliveryStatus;
use crate::initiative::{InitiativeSize, InitiativeStatus};
use crate::policy::Operation;
use crate::portfolio::PortfolioKind;
use crate::statement::{Finding, SourceKind};

/// A sheet of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// Organisational units.
    Units,
    /// Portfolios.
    Portfolios,
    /// Sets of areas.
    AreaSets,
    /// Areas.
    Areas,
    /// Initiatives.
    Initiatives,
    /// Deliveries.
    Deliveries,
    /// Expected benefits.
    Benefits,
    /// What was stated of them.
    Statements,
}

/// What a cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words.
    Text,
    /// Several, with semicolons between.
    Texts,
    /// The name of something.
    Name(Noun),
    /// Names of things, with semicolons between.
    Names(Noun),
    /// One of some words.
    Choice(Choice),
    /// One of some words for each of several, with semicolons between.
    Choices(Choice),
    /// Yes, or nothing.
    Yes,
}

/// The words that a cell chooses among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Choice {
    PortfolioKind,
    InitiativeStatus,
    InitiativeSize,
    DeliveryStatus,
    ValueClass,
    Finding,
    SourceKind,
}

impl Choice {
    /// Codes of what there is to choose from, in the order of forms.
    pub fn codes(self) -> Vec<&'static str> {
        fn of<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|one| code(*one)).collect()
        }
        match self {
            Self::PortfolioKind => of(&PortfolioKind::ALL, PortfolioKind::code),
            Self::InitiativeStatus => of(&InitiativeStatus::ALL, InitiativeStatus::code),
            Self::InitiativeSize => of(&InitiativeSize::ALL, InitiativeSize::code),
            Self::DeliveryStatus => of(&DeliveryStatus::ALL, DeliveryStatus::code),
            Self::ValueClass => of(&ValueClass::ALL, ValueClass::code),
            Self::Finding => of(&Finding::ALL, Finding::code),
            Self::SourceKind => of(&SourceKind::ALL, SourceKind::code),
        }
    }
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The field of the form that it fills.
    pub field: &'static str,
    /// What its cells take.
    pub takes: Takes,
    /// A row cannot be without it.
    pub needed: bool,
}

const fn needed(field: &'static str, takes: Takes) -> Column {
    Column {
        field,
        takes,
        needed: true,
    }
}

const fn optional(field: &'static str, takes: Takes) -> Column {
    Column {
        field,
        takes,
        needed: false,
    }
}

const UNITS: &[Column] = &[
    needed("name", Takes::Text),
    optional("kind", Takes::Text),
    optional("parent", Takes::Name(Noun::Unit)),
    optional("valid_from", Takes::Text),
    optional("valid_to", Takes::Text),
];

const PORTFOLIOS: &[Column] = &[
    needed("name", Takes::Text),
    needed("kind", Takes::Choice(Choice::PortfolioKind)),
];

const AREA_SETS: &[Column] = &[
    needed("name", Takes::Text),
    optional("valid_from", Takes::Text),
    optional("valid_to", Takes::Text),
];

const AREAS: &[Column] = &[
    needed("area_set", Takes::Name(Noun::AreaSet)),
    needed("number", Takes::Text),
    needed("name", Takes::Text),
    optional("purpose", Takes::Text),
    optional("expected_effects", Takes::Text),
    optional("main_groups", Takes::Names(Noun::BenefitGroup)),
    optional("budget_from", Takes::Texts),
    optional("budget_to", Takes::Texts),
    optional("budget_tkr", Takes::Texts),
    optional("note", Takes::Text),
];

const INITIATIVES: &[Column] = &[
    needed("name", Takes::Text),
    optional("summary", Takes::Text),
    needed("status", Takes::Choice(Choice::InitiativeStatus)),
    optional("development_object", Takes::Yes),
    optional("development_object_since", Takes::Text),
    optional("size", Takes::Choice(Choice::InitiativeSize)),
    optional("area", Takes::Name(Noun::Area)),
    optional("portfolios", Takes::Names(Noun::Portfolio)),
    optional("owner", Takes::Name(Noun::Unit)),
    optional("statutory_on", Takes::Text),
    optional("started_year", Takes::Text),
    optional("focus_area", Takes::Text),
    optional("label", Takes::Text),
];

const DELIVERIES: &[Column] = &[
    needed("initiative", Takes::Name(Noun::Initiative)),
    needed("name", Takes::Text),
    needed("description", Takes::Text),
    optional("area", Takes::Name(Noun::Area)),
    needed("status", Takes::Choice(Choice::DeliveryStatus)),
    optional("launch_what", Takes::Texts),
    optional("planned", Takes::Texts),
    optional("actual", Takes::Texts),
    optional("upcoming_what", Takes::Texts),
    optional("upcoming_when", Takes::Texts),
    optional("note", Takes::Text),
];

const BENEFITS: &[Column] = &[
    needed("initiative", Takes::Name(Noun::Initiative)),
    optional("delivery", Takes::Name(Noun::Delivery)),
    needed("title", Takes::Text),
    needed("description", Takes::Text),
    needed("groups", Takes::Names(Noun::BenefitGroup)),
    optional("value_class", Takes::Choice(Choice::ValueClass)),
    optional("owner", Takes::Name(Noun::Unit)),
    optional("recipient", Takes::Name(Noun::Unit)),
    optional("expected_from", Takes::Text),
    optional("expected_to", Takes::Text),
    optional("unplanned", Takes::Yes),
];

const STATEMENTS: &[Column] = &[
    needed("initiative", Takes::Name(Noun::Initiative)),
    optional("delivery", Takes::Name(Noun::Delivery)),
    optional("benefits", Takes::Names(Noun::Benefit)),
    optional("groups", Takes::Names(Noun::BenefitGroup)),
    needed("finding", Takes::Choice(Choice::Finding)),
    needed("text", Takes::Text),
    needed("as_of", Takes::Text),
    optional("follow_up", Takes::Text),
    optional("assessing_unit", Takes::Name(Noun::Unit)),
    optional("method", Takes::Text),
    optional("source_kind", Takes::Choices(Choice::SourceKind)),
    optional("source_text", Takes::Texts),
    optional("note", Takes::Text),
];

impl SheetKind {
    /// All, in the order in which one refers to another.
    pub const ALL: [Self; 8] = [
        Self::Units,
        Self::Portfolios,
        Self::AreaSets,
        Self::Areas,
        Self::Initiatives,
        Self::Deliveries,
        Self::Benefits,
        Self::Statements,
    ];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Portfolios => "portfolios",
            Self::AreaSets => "area_sets",
            Self::Areas => "areas",
            Self::Initiatives => "initiatives",
            Self::Deliveries => "deliveries",
            Self::Benefits => "benefits",
            Self::Statements => "statements",
        }
    }

    /// Its columns, in the order of the form.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Units => UNITS,
            Self::Portfolios => PORTFOLIOS,
            Self::AreaSets => AREA_SETS,
            Self::Areas => AREAS,
            Self::Initiatives => INITIATIVES,
            Self::Deliveries => DELIVERIES,
            Self::Benefits => BENEFITS,
            Self::Statements => STATEMENTS,
        }
    }

    /// The column that fills a field.
    pub fn column(self, field: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.field == field)
    }

    /// What somebody may do who may add what it brings.
    pub fn operation(self) -> Operation {
        match self {
            Self::Units | Self::Portfolios | Self::AreaSets | Self::Areas => Operation::StructureWrite,
            Self::Initiatives | Self::Deliveries | Self::Benefits => Operation::PortfolioWrite,
            Self::Statements => Operation::EvidenceWrite,
        }
    }

    /// What a row of it is.
    pub fn noun(self) -> Noun {
        match self {
            Self::Units => Noun::Unit,
            Self::Portfolios => Noun::Portfolio,
            Self::AreaSets => Noun::AreaSet,
            Self::Areas => Noun::Area,
            Self::Initiatives => Noun::Initiative,
            Self::Deliveries => Noun::Delivery,
            Self::Benefits => Noun::Benefit,
            Self::Statements => Noun::Statement,
        }
    }

    /// The field whose words tell its rows apart, and the field of what they belong to.
    pub fn key(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Units | Self::Portfolios | Self::AreaSets | Self::Initiatives => ("name", None),
            Self::Areas => ("number", Some("area_set")),
            Self::Deliveries => ("name", Some("initiative")),
            Self::Benefits => ("title", Some("initiative")),
            Self::Statements => ("text", Some("initiative")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_sheet_has_what_tells_its_rows_apart_and_each_column_once() {
        for sheet in SheetKind::ALL {
            let fields: BTreeSet<_> = sheet.columns().iter().map(|column| column.field).collect();
            assert_eq!(fields.len(), sheet.columns().len(), "{sheet:?}");
            let (own, of) = sheet.key();
            for field in [Some(own), of].into_iter().flatten() {
                let column = sheet.column(field).unwrap_or_else(|| panic!("{sheet:?} {field}"));
                assert!(column.needed, "{sheet:?} {field}");
            }
        }
    }

    #[test]
    fn what_there_is_to_choose_from_is_what_the_forms_take() {
        fn read<T>(choice: Choice, of: fn(&str) -> Option<T>, count: usize) {
            let codes = choice.codes();
            assert_eq!(codes.len(), count, "{choice:?}");
            assert!(
                codes.iter().all(|code| of(code).is_some()),
                "{choice:?}: {codes:?}"
            );
        }
        read(
            Choice::PortfolioKind,
            PortfolioKind::from_code,
            PortfolioKind::ALL.len(),
        );
        read(
            Choice::InitiativeStatus,
            InitiativeStatus::from_code,
            InitiativeStatus::ALL.len(),
        );
        read(
            Choice::InitiativeSize,
            InitiativeSize::from_code,
            InitiativeSize::ALL.len(),
        );
        read(
            Choice::DeliveryStatus,
            DeliveryStatus::from_code,
            DeliveryStatus::ALL.len(),
        );
        read(Choice::ValueClass, ValueClass::from_code, ValueClass::ALL.len());
        read(Choice::Finding, Finding::from_code, Finding::ALL.len());
        read(Choice::SourceKind, SourceKind::from_code, SourceKind::ALL.len());
    }

    /// What a row refers to is on an earlier sheet, or of its own, or in the installation.
    #[test]
    fn sheets_stand_in_the_order_in_which_one_refers_to_another() {
        for (place, sheet) in SheetKind::ALL.into_iter().enumerate() {
            for column in sheet.columns() {
                let (Takes::Name(noun) | Takes::Names(noun)) = column.takes else {
                    continue;
                };
                let of = SheetKind::ALL.iter().position(|other| other.noun() == noun);
                assert!(of.is_none_or(|of| of <= place), "{sheet:?} {}", column.field);
            }
        }
    }
}
