use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::typed_day;
use crate::benefit_group::{BenefitGroup, GroupKind};
use crate::form::{FieldErrors, NAME_MAX, Problem};

/// A benefit group as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BenefitGroupForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The group that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name in full.
    pub name: String,
    /// Name where there is little room; the whole name where none is given.
    pub short_name: String,
    /// Short stable code; made from the name where none is given.
    pub code: String,
    /// Code of the kind.
    pub kind: String,
    /// Place among the groups; the last where none is given.
    pub ordinal: String,
    /// Last day.
    pub ended_on: String,
}

/// A valid benefit group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBenefitGroup {
    /// Name in full.
    pub name: String,
    /// Name where there is little room.
    pub short_name: String,
    /// Short stable code.
    pub code: String,
    /// External or internal.
    pub kind: GroupKind,
    /// Place among the groups, where one was given.
    pub ordinal: Option<i32>,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
}

impl BenefitGroupForm {
    /// The form of a group that exists.
    pub fn of(group: &BenefitGroup, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: group.id.to_string(),
            version: version.to_string(),
            name: group.name.clone(),
            short_name: group.short_name.clone(),
            code: group.code.clone(),
            kind: group.kind.code().to_owned(),
            ordinal: group.ordinal.to_string(),
            ended_on: typed_day(group.ended_on),
        }
    }

    /// The valid group, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewBenefitGroup, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let short_name = errors
            .optional("short_name", &self.short_name, NAME_MAX)
            .unwrap_or_else(|| name.clone());
        let code = match errors.optional("code", &self.code, NAME_MAX) {
            Some(code) => {
                if code_of(&code) != code {
                    let given = code.clone();
                    errors.push("code", Problem::UnknownChoice { given });
                }
                code
            }
            None => code_of(&name),
        };
        let kind = errors.choice("kind", &self.kind, GroupKind::from_code);
        let ordinal = self.place(&mut errors);
        let ended_on = errors.day("ended_on", &self.ended_on);
        let value = kind.map(|kind| NewBenefitGroup {
            name,
            short_name,
            code,
            kind,
            ordinal,
            ended_on,
        });
        errors.finish(value)
    }

    fn place(&self, errors: &mut FieldErrors) -> Option<i32> {
        let place = errors.whole("ordinal", &self.ordinal, 0..=999)?;
        place.try_into().ok()
    }
}

/// A code made of a name: small letters without marks, digits, and underscores for the rest.
fn code_of(name: &str) -> String {
    let plain = name.to_lowercase().chars().fold(String::new(), |mut code, c| {
        let c = match c {
            'å' | 'ä' | 'à' | 'á' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            other => other,
        };
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            code.push(c);
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
        code
    });
    plain.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> BenefitGroupForm {
        BenefitGroupForm {
            name: "God förvaltning (intern)".to_owned(),
            kind: "internal".to_owned(),
            ..BenefitGroupForm::default()
        }
    }

    #[test]
    fn what_is_left_out_is_made_from_the_name() {
        let group = form().parse().expect("valid");
        assert_eq!(group.code, "god_forvaltning_intern");
        assert_eq!(group.short_name, group.name);
        assert_eq!((group.ordinal, group.ended_on), (None, None));
    }

    #[test]
    fn a_code_is_made_of_letters_and_digits_with_one_line_between() {
        for (name, code) in [
            ("(Intern) nytta", "intern_nytta"),
            ("Ökad rättssäkerhet – 2030", "okad_rattssakerhet_2030"),
            ("Über à crèche, Ærø", "uber_a_creche_ro"),
            ("…", ""),
        ] {
            assert_eq!(code_of(name), code, "{name}");
        }
        let given = BenefitGroupForm {
            code: "intern".to_owned(),
            ..form()
        };
        assert_eq!(given.parse().expect("valid").code, "intern");
    }

    #[test]
    fn a_place_has_three_digits_at_most() {
        for (place, read) in [("0", Some(0)), (" 999 ", Some(999)), ("1000", None), ("-1", None)] {
            let placed = BenefitGroupForm {
                ordinal: place.to_owned(),
                ..form()
            };
            let ordinal = placed.parse().ok().and_then(|group| group.ordinal);
            assert_eq!(ordinal, read, "{place}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = BenefitGroupForm {
            code: "God Förvaltning".to_owned(),
            kind: "both".to_owned(),
            ordinal: "-1".to_owned(),
            ended_on: "snart".to_owned(),
            ..form()
        };
        let errors = wrong.parse().expect_err("four fields are wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["code", "kind", "ordinal", "ended_on"]);
    }
}
