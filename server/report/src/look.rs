//! How files look: the agency's colour, and the product's own for what it does not choose.

use domain::agency::Colour;
use domain::level::FulfilmentLevel;

/// The colours of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The agency's colour: rules and large headings. Where it is too light to be read, headings are in
    /// the colour of text.
    pub accent: Colour,
}

impl Default for Look {
    /// As `app/style/tokens.css` has it.
    fn default() -> Self {
        Self {
            accent: Colour::of(0x37, 0x40, 0x8f),
        }
    }
}

/// Text.
pub(crate) const INK: &str = "#191e28";
/// What is said beside.
pub(crate) const QUIET: &str = "#4a505a";
/// Hairlines.
pub(crate) const LINE: &str = "#c9c8c2";
/// Ground of what is set apart.
pub(crate) const SUNKEN: &str = "#f2f0ec";
/// Bars.
pub(crate) const BAR: &str = "#29416f";

/// The colours of a level: safe for red-green blindness, and ordered by lightness in grey.
pub(crate) struct LevelLook {
    /// Ground of a decided one.
    pub fill: &'static str,
    /// What stands on it.
    pub on: &'static str,
    /// Outline of a proposed one.
    pub edge: &'static str,
}

/// The colours of a level.
pub(crate) fn level_look(level: FulfilmentLevel) -> LevelLook {
    let (fill, on, edge) = match level {
        FulfilmentLevel::Ingen => ("#893316", "#ffffff", "#9c3917"),
        FulfilmentLevel::Viss => ("#f7d48f", "#46290b", "#935f1a"),
        FulfilmentLevel::Godkand => ("#cdeceb", "#0e2b2f", "#447c7f"),
        FulfilmentLevel::God => ("#8bcbcb", "#00282c", "#076b6d"),
        FulfilmentLevel::Full => ("#005358", "#ffffff", "#005a5e"),
    };
    LevelLook { fill, on, edge }
}
