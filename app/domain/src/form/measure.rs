//! The form of a measure: its name and use, and the definition that holds.

use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, ticked};
use crate::measure::{
    Aggregation, Cadence, Definition, Dimension, DimensionKind, Direction, Measure, MeasureUse,
};

/// What a ratio can be given per.
pub const PER: [u32; 4] = [1, 100, 1_000, 100_000];

/// A measure as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasureForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The measure that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The benefit that a goal is to be set for once the measure is there; empty for none.
    pub benefit: String,
    /// Name.
    pub name: String,
    /// Code of the use.
    pub used_for: String,
    /// What is counted, among whom.
    pub definition: String,
    /// How it is worked out.
    pub formula: String,
    /// Why it is followed.
    pub rationale: String,
    /// Where it comes from.
    pub source: String,
    /// Unit.
    pub unit: String,
    /// Code of the direction.
    pub direction: String,
    /// Code of the aggregation.
    pub aggregation: String,
    /// What a ratio is given per; 100 where nothing is chosen.
    pub per: String,
    /// What the numerator counts.
    pub numerator: String,
    /// What the denominator counts.
    pub denominator: String,
    /// Code of the frequency; empty where it is not stated.
    pub frequency: String,
    /// "on" where it is split by sex.
    pub sex: String,
    /// Channels, one a line.
    pub channels: String,
    /// Components, one a line.
    pub components: String,
    /// What else is to be said.
    pub note: String,
    /// "on" where what is counted has changed: the trend is broken, and what was before stays as it was.
    pub redefined: String,
    /// From when the new definition holds.
    pub from: String,
    /// Why it was changed.
    pub reason: String,
}

/// A valid measure. The number of the definition is for the service to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeasure {
    /// Name.
    pub name: String,
    /// What it is used for.
    pub used_for: MeasureUse,
    /// The definition, as number 1.
    pub definition: Definition,
    /// It is another definition than the one before: the trend is broken.
    pub redefined: bool,
}

impl MeasureForm {
    /// The form of a measure that exists, with the definition that holds.
    pub fn of(measure: &Measure, version: i32) -> Self {
        let mut form = Self {
            id: measure.id.to_string(),
            version: version.to_string(),
            name: measure.name.clone(),
            used_for: measure.used_for.code().to_owned(),
            ..Self::default()
        };
        let Some(now) = measure.current() else { return form };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let parts = |kind: DimensionKind| {
            let found = now.dimensions.iter().find(|one| one.kind == kind);
            found.map(|one| one.parts.join("\n")).unwrap_or_default()
        };
        form.definition.clone_from(&now.definition);
        form.formula = text(&now.formula);
        form.rationale = text(&now.rationale);
        form.source = text(&now.source);
        form.unit = text(&now.unit);
        now.direction.code().clone_into(&mut form.direction);
        now.aggregation.code().clone_into(&mut form.aggregation);
        form.per = now.per.to_string();
        form.numerator = text(&now.numerator);
        form.denominator = text(&now.denominator);
        form.frequency = now.frequency.map(Cadence::code).unwrap_or_default().to_owned();
        form.sex = ticked(now.dimensions.iter().any(|one| one.kind == DimensionKind::Sex));
        form.channels = parts(DimensionKind::Channel);
        form.components = parts(DimensionKind::Component);
        form.note = text(&now.note);
        form
    }

    /// The valid measure, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewMeasure, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let used_for = errors.optional_choice("used_for", &self.used_for, MeasureUse::from_code);
        let definition = errors.required("definition", &self.definition, TEXT_MAX);
        let formula = errors.optional("formula", &self.formula, TEXT_MAX);
        let rationale = errors.optional("rationale", &self.rationale, TEXT_MAX);
        let source = errors.optional("source", &self.source, NAME_MAX);
        let unit = errors.optional("unit", &self.unit, NAME_MAX);
        let direction = errors.choice("direction", &self.direction, Direction::from_code);
        let aggregation = errors.choice("aggregation", &self.aggregation, Aggregation::from_code);
        let per = errors.optional_choice("per", &self.per, |typed| {
            PER.into_iter().find(|per| per.to_string() == typed)
        });
        let numerator = errors.optional("numerator", &self.numerator, NAME_MAX);
        let denominator = errors.optional("denominator", &self.denominator, NAME_MAX);
        let frequency = errors.optional_choice("frequency", &self.frequency, Cadence::from_code);
        let dimensions = self.dimensions(&mut errors);
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let redefined = !self.id.trim().is_empty() && !self.redefined.is_empty();
        let from = errors.day("from", &self.from);
        let reason = if redefined {
            Some(errors.required("reason", &self.reason, TEXT_MAX))
        } else {
            errors.optional("reason", &self.reason, TEXT_MAX)
        };
        let value = direction
            .zip(aggregation)
            .map(|(direction, aggregation)| NewMeasure {
                name,
                used_for: used_for.unwrap_or_default(),
                redefined,
                definition: Definition {
                    number: 1,
                    from,
                    definition,
                    formula,
                    rationale,
                    source,
                    unit,
                    direction,
                    aggregation,
                    per: per.unwrap_or(100),
                    numerator,
                    denominator,
                    frequency,
                    dimensions,
                    note,
                    reason,
                },
            });
        errors.finish(value)
    }

    fn dimensions(&self, errors: &mut FieldErrors) -> Vec<Dimension> {
        let mut dimensions = Vec::new();
        if !self.sex.is_empty() {
            dimensions.push(Dimension {
                kind: DimensionKind::Sex,
                parts: Vec::new(),
            });
        }
        for (field, typed, kind) in [
            ("channels", &self.channels, DimensionKind::Channel),
            ("components", &self.components, DimensionKind::Component),
        ] {
            let parts = parts(field, typed, errors);
            if !parts.is_empty() {
                dimensions.push(Dimension { kind, parts });
            }
        }
        dimensions
    }
}

/// Names of parts, one a line, each once. What a key of a part is written with cannot stand in one.
fn parts(field: &str, typed: &str, errors: &mut FieldErrors) -> Vec<String> {
    let typed = errors.limited(field, typed.trim(), TEXT_MAX);
    let mut parts: Vec<String> = Vec::new();
    for part in typed.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let given = part.to_owned();
        if parts.contains(&given) {
            errors.push(field, Problem::Taken { given });
        } else if part.contains([';', ':']) {
            errors.push(field, Problem::UnknownChoice { given });
        } else {
            parts.push(given);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::MeasureId;

    fn form() -> MeasureForm {
        MeasureForm {
            name: "Felandel".to_owned(),
            definition: "Ärenden som måste göras om".to_owned(),
            unit: "%".to_owned(),
            direction: "lower".to_owned(),
            aggregation: "ratio".to_owned(),
            used_for: "steering".to_owned(),
            frequency: "quarter".to_owned(),
            sex: "on".to_owned(),
            components: "Första beslut\n\n Omprövning ".to_owned(),
            ..MeasureForm::default()
        }
    }

    #[test]
    fn what_is_stored_reads_the_same_from_its_form() {
        let new = form().parse().expect("valid");
        assert_eq!(new.definition.per, 100);
        assert_eq!(
            new.definition.dimensions[1].parts,
            ["Första beslut", "Omprövning"]
        );
        let measure = Measure {
            id: MeasureId(Uuid::from_u128(1)),
            name: new.name.clone(),
            used_for: new.used_for,
            without_target: None,
            ended: None,
            definitions: vec![new.definition.clone()],
        };
        let again = MeasureForm::of(&measure, 3).parse().expect("valid");
        assert_eq!(again, new);
    }

    #[test]
    fn a_new_definition_says_why() {
        let changed = MeasureForm {
            id: "x".to_owned(),
            redefined: "on".to_owned(),
            ..form()
        };
        let errors = changed.parse().expect_err("no reason");
        assert_eq!(errors.of("reason"), Some(&Problem::Required));
        // A new measure has nothing to be told apart from.
        let new = MeasureForm {
            id: String::new(),
            ..changed
        };
        assert!(!new.parse().expect("valid").redefined);
    }

    #[test]
    fn everything_that_lacks_is_named() {
        let errors = MeasureForm::default().parse().expect_err("empty");
        let fields: Vec<&str> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "definition", "direction", "aggregation"]);
        let doubled = MeasureForm {
            channels: "Telefon\nTelefon\nE-post: ny".to_owned(),
            ..form()
        };
        assert_eq!(doubled.parse().expect_err("doubled").0.len(), 2);
    }

    #[test]
    fn a_measure_that_is_not_split_by_sex_is_not_ticked_so() {
        let split = |sex: &str| {
            let typed = MeasureForm {
                sex: sex.to_owned(),
                ..form()
            };
            let new = typed.parse().expect("valid");
            let measure = Measure {
                id: MeasureId(Uuid::from_u128(1)),
                name: new.name.clone(),
                used_for: new.used_for,
                without_target: None,
                ended: None,
                definitions: vec![new.definition],
            };
            MeasureForm::of(&measure, 1).sex
        };
        assert_eq!(split(""), "", "by components alone");
        assert_eq!(split("on"), "on");
    }
}
