use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Column, Lookup, Names, Noun, SheetKind, Takes, folded};
use crate::form::{FieldError, FieldErrors, Form, Problem, parse_day};

/// What a cell that says yes holds, once it is read: what a ticked box of a form sends.
pub const TICKED: &str = "on";

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The sheet that it stands on.
    pub sheet: SheetKind,
    /// Its number there, as the spreadsheet counts.
    pub number: u32,
    /// What stands in its cells, by field; empty ones are left out. A choice is its code, where the word
    /// was one of those to choose from.
    pub cells: BTreeMap<String, String>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// The sheet that it stands on.
    pub sheet: SheetKind,
    /// Its number there.
    pub row: u32,
    /// The field, as the form has it; empty where it is the row itself.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
    /// The name that was probably meant by one that nothing has.
    #[serde(default)]
    pub meant: Option<String>,
}

/// Why a row brings nothing.
#[derive(Debug)]
pub enum NoForm {
    /// Cells that need mending.
    Wrong(FieldErrors),
    /// It refers to a row that needs mending: that one is told of, this one is not to blame.
    Follows,
    /// Its columns do not fit the form: a fault of the program.
    Shape(serde_json::Error),
}

/// The parts of a cell that takes several. An empty part keeps its place, so that the parts of two cells
/// belong together.
pub fn parts(cell: &str) -> Vec<String> {
    cell.split(';').map(|part| part.trim().to_owned()).collect()
}

/// What tells a statement apart within its initiative: its words, its day, and the benefits that it speaks for.
pub fn statement_identity<'a>(
    text: &str,
    day: Option<NaiveDate>,
    benefits: impl Iterator<Item = &'a str>,
) -> String {
    let mut benefits: Vec<String> = benefits.map(folded).filter(|name| !name.is_empty()).collect();
    benefits.sort();
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{text} | {day} | {}", benefits.join("; "))
}

impl Row {
    /// What stands in a cell.
    pub fn cell(&self, field: &str) -> &str {
        self.cells.get(field).map_or("", String::as_str)
    }

    /// What its thing is called.
    pub fn name(&self) -> &str {
        self.cell(self.sheet.key().0)
    }

    /// What tells it apart from other rows and from what is there, within what it belongs to: what it is
    /// called. The same words may be found of several benefits, and on several days.
    pub fn identity(&self) -> String {
        match self.sheet {
            SheetKind::Statements => {
                let day = parse_day(self.cell("as_of"));
                let benefits = parts(self.cell("benefits"));
                statement_identity(self.name(), day, benefits.iter().map(String::as_str))
            }
            _ => self.name().to_owned(),
        }
    }

    /// What the thing that it belongs to is; none where it belongs to nothing, or to nothing that is
    /// known.
    pub fn within(&self, names: &Names) -> Option<Uuid> {
        let of = self.sheet.key().1?;
        let Takes::Name(noun) = self.sheet.column(of)?.takes else {
            return None;
        };
        match names.find(noun, None, self.cell(of)) {
            Lookup::There(id) | Lookup::Brought(id) => Some(id),
            Lookup::Failed | Lookup::Several | Lookup::Nothing => None,
        }
    }

    /// What the row is as the form that it stands for, with identities in the place of names: the valid
    /// thing that `parse` makes of it. All that is wrong is told at once, names and all else.
    ///
    /// # Errors
    /// Where a cell names nothing that is known, or more than one thing; where the form is not valid.
    pub fn parsed<F: Form, N>(
        &self,
        names: &Names,
        parse: impl FnOnce(F) -> Result<N, FieldErrors>,
    ) -> Result<N, NoForm> {
        let mut reading = Reading {
            names,
            of_initiative: self.initiative(names),
            errors: FieldErrors::default(),
            follows: false,
        };
        let fields: Map<String, Value> = self
            .sheet
            .columns()
            .iter()
            .filter(|column| !self.cell(column.field).trim().is_empty())
            .map(|column| {
                let value = reading.value(column, self.cell(column.field));
                (column.field.to_owned(), value)
            })
            .collect();
        // Columns are fields of the form and values of their shape: that is tested for each sheet.
        let form = serde_json::from_value(Value::Object(fields)).map_err(NoForm::Shape)?;
        let Reading {
            mut errors, follows, ..
        } = reading;
        match parse(form) {
            Ok(new) if errors.is_empty() && !follows => Ok(new),
            Ok(_) if errors.is_empty() => Err(NoForm::Follows),
            Ok(_) => Err(NoForm::Wrong(errors)),
            Err(more) => {
                errors.0.extend(more.0);
                Err(NoForm::Wrong(errors))
            }
        }
    }

    /// The initiative that it belongs to: deliveries and benefits are named within it.
    fn initiative(&self, names: &Names) -> Option<Uuid> {
        match names.find(Noun::Initiative, None, self.cell("initiative")) {
            Lookup::There(id) | Lookup::Brought(id) => Some(id),
            Lookup::Failed | Lookup::Several | Lookup::Nothing => None,
        }
    }

    /// What is wrong with it, told of its place.
    pub fn problems(&self, errors: FieldErrors, names: &Names) -> Vec<RowProblem> {
        let told = errors.0.into_iter().map(|error| RowProblem {
            sheet: self.sheet,
            row: self.number,
            meant: self.meant(&error, names),
            field: error.field,
            problem: error.problem,
        });
        told.collect()
    }

    fn meant(&self, error: &FieldError, names: &Names) -> Option<String> {
        let (Problem::UnknownChoice { given }, Takes::Name(noun) | Takes::Names(noun)) =
            (&error.problem, self.sheet.column(&error.field)?.takes)
        else {
            return None;
        };
        let within = match noun {
            Noun::Delivery | Noun::Benefit => Some(self.initiative(names)?),
            _ => None,
        };
        names.nearest(noun, within, given).map(str::to_owned)
    }
}

/// Cells on their way into a form.
struct Reading<'a> {
    names: &'a Names,
    of_initiative: Option<Uuid>,
    errors: FieldErrors,
    follows: bool,
}

impl Reading<'_> {
    fn value(&mut self, column: &Column, cell: &str) -> Value {
        match column.takes {
            // A choice that is none is refused by the form, with what was given.
            Takes::Text | Takes::Choice(_) => Value::String(cell.to_owned()),
            Takes::Texts | Takes::Choices(_) => parts(cell).into_iter().map(Value::String).collect(),
            Takes::Yes => {
                if cell != TICKED {
                    let given = cell.to_owned();
                    self.errors.push(column.field, Problem::UnknownChoice { given });
                }
                Value::String(cell.to_owned())
            }
            Takes::Name(noun) => Value::String(self.named(column.field, noun, cell)),
            Takes::Names(noun) => parts(cell)
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(|part| Value::String(self.named(column.field, noun, &part)))
                .collect(),
        }
    }

    fn named(&mut self, field: &str, noun: Noun, name: &str) -> String {
        let within = match noun {
            Noun::Delivery | Noun::Benefit => self.of_initiative,
            _ => None,
        };
        let given = name.trim().to_owned();
        match self.names.find(noun, within, name) {
            Lookup::There(id) | Lookup::Brought(id) => return id.to_string(),
            Lookup::Failed => self.follows = true,
            Lookup::Several => self.errors.push(field, Problem::Ambiguous { given }),
            // Nothing is known within an initiative that is not known itself: that is told already.
            Lookup::Nothing if within.is_none() && matches!(noun, Noun::Delivery | Noun::Benefit) => {}
            Lookup::Nothing => self.errors.push(field, Problem::UnknownChoice { given }),
        }
        // Told already, or not to be told: the form is not to say it again.
        Uuid::nil().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{
        AreaForm, AreaSetForm, BenefitForm, DeliveryForm, InitiativeForm, PortfolioForm, StatementForm,
        UnitForm,
    };

    fn row(sheet: SheetKind, cells: &[(&str, &str)]) -> Row {
        Row {
            sheet,
            number: 2,
            cells: cells
                .iter()
                .map(|(field, cell)| ((*field).to_owned(), (*cell).to_owned()))
                .collect(),
        }
    }

    fn names() -> Names {
        let mut names = Names::default();
        for noun in [
            Noun::Unit,
            Noun::Portfolio,
            Noun::AreaSet,
            Noun::Area,
            Noun::BenefitGroup,
            Noun::Initiative,
        ] {
            names.there(noun, None, "x", Uuid::from_u128(7));
        }
        for noun in [Noun::Delivery, Noun::Benefit] {
            names.there(noun, Some(Uuid::from_u128(7)), "x", Uuid::from_u128(8));
        }
        names
    }

    /// Each column is a field of the form, and what its cells take is of the field's shape: what was put
    /// in comes out of the form again.
    #[test]
    fn every_column_fills_a_field_of_its_form() {
        fn comes_out<F: Form>(sheet: SheetKind) {
            for column in sheet.columns() {
                let cell = if column.takes == Takes::Yes { TICKED } else { "x" };
                let cells = [(column.field, cell), ("initiative", "x")];
                let form = row(sheet, &cells)
                    .parsed::<F, F>(&names(), Ok)
                    .unwrap_or_else(|error| panic!("{sheet:?} {}: {error:?}", column.field));
                let form = serde_json::to_value(&form).expect("a form is JSON");
                let field = &form[column.field];
                let is_filled = match field {
                    Value::String(text) => !text.is_empty(),
                    Value::Array(all) => all.len() == 1,
                    _ => false,
                };
                assert!(is_filled, "{sheet:?} {}: {field}", column.field);
            }
        }
        for sheet in SheetKind::ALL {
            match sheet {
                SheetKind::Units => comes_out::<UnitForm>(sheet),
                SheetKind::Portfolios => comes_out::<PortfolioForm>(sheet),
                SheetKind::AreaSets => comes_out::<AreaSetForm>(sheet),
                SheetKind::Areas => comes_out::<AreaForm>(sheet),
                SheetKind::Initiatives => comes_out::<InitiativeForm>(sheet),
                SheetKind::Deliveries => comes_out::<DeliveryForm>(sheet),
                SheetKind::Benefits => comes_out::<BenefitForm>(sheet),
                SheetKind::Statements => comes_out::<StatementForm>(sheet),
            }
        }
    }

    #[test]
    fn the_same_words_of_another_benefit_or_day_are_something_else() {
        let identity = |cells: &[(&str, &str)]| row(SheetKind::Statements, cells).identity();
        let cells = [
            ("text", "Ingen effekt än."),
            ("as_of", "2025-09-01"),
            ("benefits", "A; b"),
        ];
        let one = identity(&cells);
        let spelt = [
            ("text", "Ingen effekt än."),
            ("as_of", "1 september 2025"),
            ("benefits", "B;a"),
        ];
        assert_eq!(identity(&spelt), one);
        for (field, other) in [
            ("as_of", "2025-09-02"),
            ("benefits", "A"),
            ("text", "Ingen effekt."),
        ] {
            let mut changed = cells;
            changed
                .iter_mut()
                .filter(|(of, _)| *of == field)
                .for_each(|cell| cell.1 = other);
            assert_ne!(identity(&changed), one, "{field}");
        }
        assert_eq!(row(SheetKind::Units, &[("name", "Norr")]).identity(), "Norr");
    }

    #[test]
    fn parts_keep_their_places() {
        assert_eq!(parts("a; b ;;c"), ["a", "b", "", "c"]);
        let form: DeliveryForm = row(
            SheetKind::Deliveries,
            &[
                ("initiative", "x"),
                ("launch_what", "Ett; Två"),
                ("actual", "; 2025"),
            ],
        )
        .parsed(&names(), Ok)
        .expect("a form");
        assert_eq!(form.launch_what, ["Ett", "Två"]);
        assert_eq!(form.actual, ["", "2025"]);
    }

    #[test]
    fn what_a_cell_names_is_known_or_told_of() {
        let mut names = names();
        names.there(Noun::Unit, None, "Dubbel", Uuid::from_u128(1));
        names.there(Noun::Unit, None, "Dubbel", Uuid::from_u128(2));
        let cells = [
            ("initiative", "x"),
            ("owner", "Dubbel"),
            ("recipient", "Okänd"),
            ("groups", "x; y"),
            ("unplanned", "kanske"),
        ];
        let wrong = row(SheetKind::Benefits, &cells)
            .parsed(&names, |form: BenefitForm| form.parse())
            .expect_err("four names and what is not there");
        let NoForm::Wrong(errors) = wrong else {
            panic!("{wrong:?}");
        };
        let given = |given: &str| given.to_owned();
        let ambiguous = Problem::Ambiguous {
            given: given("Dubbel"),
        };
        assert_eq!(errors.of("owner"), Some(&ambiguous));
        let unknown = Problem::UnknownChoice {
            given: given("Okänd"),
        };
        assert_eq!(errors.of("recipient"), Some(&unknown));
        let unknown = Problem::UnknownChoice { given: given("y") };
        assert_eq!(errors.of("groups"), Some(&unknown));
        let unknown = Problem::UnknownChoice {
            given: given("kanske"),
        };
        assert_eq!(errors.of("unplanned"), Some(&unknown));
        assert_eq!(errors.of("description"), Some(&Problem::Required));
        assert_eq!(errors.0.len(), 5, "{errors:?}");
    }

    #[test]
    fn a_delivery_is_one_of_the_initiative_that_the_row_names() {
        let mut names = names();
        names.there(Noun::Initiative, None, "y", Uuid::from_u128(9));
        names.there(Noun::Delivery, Some(Uuid::from_u128(9)), "x", Uuid::from_u128(10));
        for (initiative, delivery) in [("x", 8), ("y", 10)] {
            let cells = [
                ("initiative", initiative),
                ("delivery", "x"),
                ("groups", "x"),
                ("description", "Kortare väntan"),
            ];
            let benefit = row(SheetKind::Benefits, &cells)
                .parsed(&names, |form: BenefitForm| form.parse())
                .expect("valid");
            assert_eq!(
                benefit.delivery.map(|id| id.0),
                Some(Uuid::from_u128(delivery)),
                "{initiative}"
            );
        }
    }

    #[test]
    fn a_row_lies_within_what_it_names_where_that_is_known() {
        let names = names();
        let within = |sheet, of: &str, name: &str| row(sheet, &[(of, name)]).within(&names);
        let there = Some(Uuid::from_u128(7));
        assert_eq!(within(SheetKind::Areas, "area_set", "x"), there);
        assert_eq!(within(SheetKind::Deliveries, "initiative", " X "), there);
        assert_eq!(within(SheetKind::Deliveries, "initiative", "y"), None);
        assert_eq!(
            within(SheetKind::Units, "parent", "x"),
            None,
            "a unit is told apart by its name alone"
        );
    }

    #[test]
    fn what_is_wrong_is_told_by_its_row_with_what_may_have_been_meant() {
        let mut names = names();
        names.there(Noun::Unit, None, "Kundmötet", Uuid::from_u128(1));
        names.there(
            Noun::Delivery,
            Some(Uuid::from_u128(7)),
            "Ny tidsbokning",
            Uuid::from_u128(2),
        );
        let benefit = row(
            SheetKind::Benefits,
            &[
                ("initiative", "x"),
                ("owner", "Kundmotet"),
                ("delivery", "Ny tidsbokining"),
                ("recipient", "Helt okänd"),
            ],
        );
        let mut errors = FieldErrors::default();
        for (field, given) in [
            ("owner", "Kundmotet"),
            ("delivery", "Ny tidsbokining"),
            ("recipient", "Helt okänd"),
        ] {
            errors.push(
                field,
                Problem::UnknownChoice {
                    given: given.to_owned(),
                },
            );
        }
        errors.push("description", Problem::Required);
        let told: Vec<_> = benefit
            .problems(errors, &names)
            .into_iter()
            .map(|problem| (problem.row, problem.field, problem.meant))
            .collect();
        let of = |field: &str, meant: Option<&str>| (2, field.to_owned(), meant.map(str::to_owned));
        let expected = [
            of("owner", Some("Kundmötet")),
            of("delivery", Some("Ny tidsbokning")),
            of("recipient", None),
            of("description", None),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_follows_a_failed_row_is_told_of_its_own_faults_alone() {
        let mut names = names();
        names.failed(Noun::Initiative, None, "Trasigt");
        let read = |cells: &[(&str, &str)]| {
            row(SheetKind::Benefits, cells).parsed(&names, |form: BenefitForm| form.parse())
        };
        let whole = [
            ("initiative", "Trasigt"),
            ("delivery", "x"),
            ("groups", "x"),
            ("description", "d"),
        ];
        assert!(matches!(read(&whole), Err(NoForm::Follows)));
        let fields = |read: Result<_, NoForm>| match read {
            Err(NoForm::Wrong(errors)) => errors.0.into_iter().map(|error| error.field).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(fields(read(&whole[..3])), ["description"]);
        // Of an unknown initiative it is told once, and not of all that is named within it.
        let mut unknown = whole;
        unknown[0].1 = "Okänt";
        assert_eq!(fields(read(&unknown)), ["initiative"]);
    }
}
