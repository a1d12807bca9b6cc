use serde::{Deserialize, Serialize};

use super::lines;
use crate::form::row::{cell, row_count, row_field};
use crate::form::{FieldErrors, NAME_MAX, TEXT_MAX};
use crate::report::{Material, Reference, Report, Requirement};

/// What a report rests on, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSourceForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The report.
    pub id: String,
    /// The version that was read.
    pub version: String,
    /// From when each requirement applies.
    pub requirement_from: Vec<String>,
    /// To which initiatives.
    pub requirement_to: Vec<String>,
    /// What each requires.
    pub requirement_what: Vec<String>,
    /// What each material is.
    pub material_name: Vec<String>,
    /// Its producing units, one a line.
    pub material_units: Vec<String>,
    /// Systems that its data come from, one a line.
    pub material_systems: Vec<String>,
    /// How often.
    pub material_frequency: Vec<String>,
    /// Its registry numbers, one a line.
    pub material_numbers: Vec<String>,
    /// What each reference is.
    pub reference_what: Vec<String>,
    /// Its registry numbers, one a line.
    pub reference_numbers: Vec<String>,
    /// "add_…" for one more row; anything else saves.
    pub action: String,
}

/// What a report rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReportSources {
    /// Requirements on initiatives.
    pub requirements: Vec<Requirement>,
    /// Materials.
    pub materials: Vec<Material>,
    /// References.
    pub references: Vec<Reference>,
}

impl ReportSourceForm {
    /// The form of a report that exists.
    pub fn of(report: &Report, version: i32) -> Self {
        let requirements = &report.requirements;
        let materials = &report.materials;
        let references = &report.references;
        let material = |lines: fn(&Material) -> &Vec<String>| {
            materials.iter().map(|one| lines(one).join("\n")).collect()
        };
        Self {
            submission: String::new(),
            id: report.id.to_string(),
            version: version.to_string(),
            requirement_from: requirements
                .iter()
                .map(|one| one.from.clone().unwrap_or_default())
                .collect(),
            requirement_to: requirements.iter().map(|one| one.applies_to.clone()).collect(),
            requirement_what: requirements.iter().map(|one| one.what.clone()).collect(),
            material_name: materials.iter().map(|one| one.name.clone()).collect(),
            material_units: material(|one| &one.units),
            material_systems: material(|one| &one.systems),
            material_frequency: materials
                .iter()
                .map(|one| one.frequency.clone().unwrap_or_default())
                .collect(),
            material_numbers: material(|one| &one.registry_numbers),
            reference_what: references.iter().map(|one| one.what.clone()).collect(),
            reference_numbers: references
                .iter()
                .map(|one| one.registry_numbers.join("\n"))
                .collect(),
            action: String::new(),
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        match self.action.as_str() {
            "add_requirement" => self.requirement_what.push(String::new()),
            "add_material" => self.material_name.push(String::new()),
            "add_reference" => self.reference_what.push(String::new()),
            _ => return None,
        }
        Some(self)
    }

    /// What the report rests on, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewReportSources, FieldErrors> {
        let mut errors = FieldErrors::default();
        let requirements = self.requirements(&mut errors);
        let materials = self.materials(&mut errors);
        let references = self.references(&mut errors);
        errors.finish(Some(NewReportSources {
            requirements,
            materials,
            references,
        }))
    }

    fn requirements(&self, errors: &mut FieldErrors) -> Vec<Requirement> {
        let columns = [
            &self.requirement_from,
            &self.requirement_to,
            &self.requirement_what,
        ];
        (0..row_count(&columns))
            .filter(|row| !is_empty(&columns, *row))
            .map(|row| {
                let at = |column: &str| row_field(column, row);
                Requirement {
                    from: errors.optional(
                        &at("requirement_from"),
                        cell(&self.requirement_from, row),
                        NAME_MAX,
                    ),
                    applies_to: errors.required(
                        &at("requirement_to"),
                        cell(&self.requirement_to, row),
                        NAME_MAX,
                    ),
                    what: errors.required(
                        &at("requirement_what"),
                        cell(&self.requirement_what, row),
                        TEXT_MAX,
                    ),
                }
            })
            .collect()
    }

    fn materials(&self, errors: &mut FieldErrors) -> Vec<Material> {
        let columns = [
            &self.material_name,
            &self.material_units,
            &self.material_systems,
            &self.material_frequency,
            &self.material_numbers,
        ];
        (0..row_count(&columns))
            .filter(|row| !is_empty(&columns, *row))
            .map(|row| {
                let mut several = |column: &str, typed: &[String]| {
                    let text = errors.optional(&row_field(column, row), cell(typed, row), TEXT_MAX);
                    lines(&text.unwrap_or_default())
                };
                let units = several("material_units", &self.material_units);
                let systems = several("material_systems", &self.material_systems);
                let registry_numbers = several("material_numbers", &self.material_numbers);
                Material {
                    name: errors.required(
                        &row_field("material_name", row),
                        cell(&self.material_name, row),
                        TEXT_MAX,
                    ),
                    units,
                    systems,
                    frequency: errors.optional(
                        &row_field("material_frequency", row),
                        cell(&self.material_frequency, row),
                        NAME_MAX,
                    ),
                    registry_numbers,
                }
            })
            .collect()
    }

    fn references(&self, errors: &mut FieldErrors) -> Vec<Reference> {
        let columns = [&self.reference_what, &self.reference_numbers];
        (0..row_count(&columns))
            .filter(|row| !is_empty(&columns, *row))
            .map(|row| {
                let numbers = errors.optional(
                    &row_field("reference_numbers", row),
                    cell(&self.reference_numbers, row),
                    TEXT_MAX,
                );
                Reference {
                    what: errors.required(
                        &row_field("reference_what", row),
                        cell(&self.reference_what, row),
                        TEXT_MAX,
                    ),
                    registry_numbers: lines(&numbers.unwrap_or_default()),
                }
            })
            .collect()
    }
}

/// Nothing was typed in the row.
fn is_empty(columns: &[&Vec<String>], row: usize) -> bool {
    columns.iter().all(|column| cell(column, row).trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_what_they_say_and_gaps_are_named() {
        let text = |text: &str| vec![String::new(), text.to_owned()];
        let form = ReportSourceForm {
            requirement_to: text("UO"),
            requirement_what: text("Nyttokalkyl"),
            material_name: text("Nyttouppföljningar"),
            material_units: text("Enheten\nAvdelningen"),
            reference_what: text("Återrapport 2023"),
            reference_numbers: text("D-1\n D-2"),
            ..ReportSourceForm::default()
        };
        let sources = form.parse().expect("valid");
        assert_eq!(sources.requirements.len(), 1);
        assert_eq!(sources.materials[0].units, ["Enheten", "Avdelningen"]);
        assert_eq!(sources.references[0].registry_numbers, ["D-1", "D-2"]);
        let gaps = ReportSourceForm {
            requirement_what: Vec::new(),
            material_name: Vec::new(),
            reference_what: Vec::new(),
            ..form
        };
        let errors = gaps.parse().expect_err("three gaps");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            ["requirement_what-1", "material_name-1", "reference_what-1"]
        );
    }
}
