//! Colours as Word writes them: six digits.

use domain::level::FulfilmentLevel;

/// Text.
pub(super) const INK: &str = "191E28";
/// What is said beside.
pub(super) const QUIET: &str = "4A505A";
/// Hairlines.
pub(super) const LINE: &str = "C9C8C2";
/// Ground of what is set apart.
pub(super) const SUNKEN: &str = "F2F0EC";
/// What is missing.
pub(super) const GAP: &str = "774914";

/// The colours of a level: ground of a decided one, what stands on it, outline of a proposed one.
pub(super) fn level(level: FulfilmentLevel) -> (&'static str, &'static str, &'static str) {
    match level {
        FulfilmentLevel::Ingen => ("893316", "FFFFFF", "9C3917"),
        FulfilmentLevel::Viss => ("F7D48F", "46290B", "935F1A"),
        FulfilmentLevel::Godkand => ("CDECEB", "0E2B2F", "447C7F"),
        FulfilmentLevel::God => ("8BCBCB", "00282C", "076B6D"),
        FulfilmentLevel::Full => ("005358", "FFFFFF", "005A5E"),
    }
}

/// The agency's colour; that of text where it is none, or too light to be read on white.
pub(super) fn accent(colour: &str) -> String {
    let digits = colour.strip_prefix('#').unwrap_or(colour);
    let whole = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if whole {
        digits.to_uppercase()
    } else {
        INK.to_owned()
    }
}
