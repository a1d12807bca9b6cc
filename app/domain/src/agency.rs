//! The agency that the installation belongs to.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Settings of the agency that reports need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Name as printed.
    pub name: String,
    /// Currency of all amounts, ISO 4217.
    pub currency: String,
    /// The colour of rules and headings in its reports; the product's own where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
}

/// A colour on paper and screen: red, green and blue, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

/// What is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no colour: # and six digits 0–9, a–f")]
pub struct NoColour(String);

impl Colour {
    /// The colour of these parts of red, green and blue.
    pub const fn of(red: u8, green: u8, blue: u8) -> Self {
        Self([red, green, blue])
    }

    /// The colour that is written "#37408f"; the sign in front may be left out.
    ///
    /// # Errors
    /// Names what was written, where it is no colour.
    pub fn read(text: &str) -> Result<Self, NoColour> {
        let none = || NoColour(text.to_owned());
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(none());
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| none())?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = NoColour;

    fn try_from(text: String) -> Result<Self, NoColour> {
        Self::read(&text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_is_six_digits() {
        for (typed, kept) in [
            ("#37408F", "#37408f"),
            (" 37408f ", "#37408f"),
            ("000000", "#000000"),
        ] {
            assert_eq!(Colour::read(typed).map(String::from), Ok(kept.to_owned()));
        }
        for none in [
            "", "#", "#fff", "a01b2c7", "#a01b2g", "+01b2c", "#\"/><x", "#a01b2ö", "blå",
        ] {
            assert_eq!(Colour::read(none), Err(NoColour(none.to_owned())));
        }
    }

    #[test]
    fn an_agency_of_before_has_none() {
        let before = r#"{"name":"Myndigheten","currency":"SEK"}"#;
        let agency: Agency = serde_json::from_str(before).expect("reads");
        assert_eq!(agency.colour, None);
        assert_eq!(
            serde_json::to_string(&agency).expect("writes"),
            before,
            "and is written as it was"
        );
    }

    proptest! {
        #[test]
        fn a_colour_is_read_as_it_is_written(red: u8, green: u8, blue: u8) {
            let colour = Colour([red, green, blue]);
            prop_assert_eq!(Colour::read(&colour.to_string()), Ok(colour));
        }
    }
}
