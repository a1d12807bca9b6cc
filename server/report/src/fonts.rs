//! The fonts that files are set in: all of them are in the program.

use std::sync::LazyLock;

use ttf_parser::Face;

/// What text is read in.
pub(crate) const SERIF: &str = "Libertinus Serif";
/// What headings, tables and charts are set in.
pub(crate) const SANS: &str = "Noto Sans";
/// What hashes are set in. It also has the signs that neither of the others has.
pub(crate) const MONO: &str = "DejaVu Sans Mono";

/// The files of the three families.
pub(crate) fn files() -> impl Iterator<Item = &'static [u8]> {
    let sans = [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        notosans::BOLD_ITALIC_TTF,
    ];
    sans.into_iter().chain(typst_assets::fonts())
}

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(notosans::REGULAR_TTF, 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(notosans::BOLD_TTF, 0).ok());

/// A weight of the sans family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    fn face(self) -> Option<&'static Face<'static>> {
        match self {
            Self::Regular => REGULAR.as_ref(),
            Self::Bold => BOLD.as_ref(),
        }
    }
}

/// Whether the sans family has a sign for the character.
pub(crate) fn sans_has(character: char) -> bool {
    [Weight::Regular, Weight::Bold]
        .into_iter()
        .all(|weight| glyph(weight, character).is_some())
}

fn glyph(weight: Weight, character: char) -> Option<ttf_parser::GlyphId> {
    weight.face().and_then(|face| face.glyph_index(character))
}

/// How wide a text is in the sans family, in the unit that its size is given in.
pub(crate) fn width(text: &str, size: i32, weight: Weight) -> i32 {
    let face = weight.face();
    let em = face.map_or(1, |face| i64::from(face.units_per_em()));
    let advance = |character: char| {
        if character == '\u{ad}' {
            return 0;
        }
        let known = face.and_then(|face| face.glyph_hor_advance(face.glyph_index(character)?));
        // As wide as a digit of the family that stands in.
        known.map_or(em * 3 / 5, i64::from)
    };
    let units: i64 = text.chars().map(advance).sum();
    i32::try_from(units * i64::from(size) / em).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        // As many as the font has in a letter's height: nothing is rounded.
        let width = |text| width(text, 2048, Weight::Regular);
        assert_eq!(
            width("0000"),
            4 * width("1"),
            "figures are tabular, or rounding shows"
        );
        assert!(width("Wm") > width("il"));
        assert_eq!(width("Kostnads\u{ad}besparing"), width("Kostnadsbesparing"));
        assert!(super::width("ab", 2048, Weight::Bold) > width("ab"));
        assert!(width("\u{2611}") > 0, "one that the font lacks takes place too");
    }

    #[test]
    fn the_family_knows_swedish_and_signs_of_sums() {
        for known in "åäöÅÄÖéü–—≥≤±→×½€…”’§".chars() {
            assert!(sans_has(known), "{known}");
        }
        for unknown in ['\u{2611}', '漢', '\u{e000}'] {
            assert!(!sans_has(unknown), "{unknown}");
        }
    }

    #[test]
    fn every_family_is_there() {
        let has = |family| {
            files().any(|file| {
                let face = Face::parse(file, 0).expect("a font");
                face.names()
                    .into_iter()
                    .any(|name| name.to_string().is_some_and(|name| name == family))
            })
        };
        for family in [SERIF, SANS, MONO] {
            assert!(has(family), "{family}");
        }
    }
}
