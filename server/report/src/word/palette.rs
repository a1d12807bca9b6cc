//! Colours as Word writes them: six digits.

use domain::level::FulfilmentLevel;

use crate::look::{self, level_look};

/// Without the sign in front.
const fn digits(colour: &'static str) -> &'static str {
    colour.split_at(1).1
}

/// Text.
pub(super) const INK: &str = digits(look::INK);
/// What is said beside.
pub(super) const QUIET: &str = digits(look::QUIET);
/// Hairlines.
pub(super) const LINE: &str = digits(look::LINE);
/// Ground of what is set apart.
pub(super) const SUNKEN: &str = digits(look::SUNKEN);
/// What is missing.
pub(super) const GAP: &str = "774914";

/// The colours of a level: ground of a decided one, what stands on it, outline of a proposed one.
pub(super) fn level(level: FulfilmentLevel) -> (&'static str, &'static str, &'static str) {
    let look = level_look(level);
    (digits(look.fill), digits(look.on), digits(look.edge))
}

/// Brightest that is read on white, of 255: headings are large and bold.
const BRIGHTEST: u32 = 148;

/// The agency's colour; that of text where it is none, or too light to be read on white.
pub(super) fn accent(colour: &str) -> String {
    let digits = colour.strip_prefix('#').unwrap_or(colour);
    match brightness(digits) {
        Some(brightness) if brightness <= BRIGHTEST => digits.to_uppercase(),
        _ => INK.to_owned(),
    }
}

/// As an eye sees it, green brighter than red and red than blue. None for what is no colour.
fn brightness(digits: &str) -> Option<u32> {
    let whole = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let colour = whole.then(|| u32::from_str_radix(digits, 16).ok())??;
    let (red, green, blue) = (colour >> 16, (colour >> 8) & 0xff, colour & 0xff);
    Some((299 * red + 587 * green + 114 * blue) / 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_in_a_colour_that_can_be_read() {
        assert_eq!(accent("#37408f"), "37408F");
        assert_eq!(accent("#a01b2C"), "A01B2C");
        for unreadable in ["#ffffff", "#ffd400", "#8bcbcb", "", "#fff", "#a01b2g", "#a01b2ö"] {
            assert_eq!(accent(unreadable), INK, "{unreadable}");
        }
    }
}
