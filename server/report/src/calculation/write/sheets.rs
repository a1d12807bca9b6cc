//! What sheets are called: as a spreadsheet allows, and each otherwise.

use std::collections::BTreeSet;

use domain::calculation::Calculation;
use text::Lang;

/// Longest name, in units of UTF-16: a spreadsheet's limit.
const LONGEST: usize = 31;

/// The names of all sheets.
pub(super) struct SheetNames {
    pub(super) head: String,
    pub(super) lists: String,
    /// In the order of the alternatives.
    pub(super) alternatives: Vec<AlternativeNames>,
}

/// The names of an alternative's sheets.
pub(super) struct AlternativeNames {
    pub(super) lines: String,
    pub(super) results: String,
}

impl SheetNames {
    pub(super) fn of(lang: Lang, calculation: &Calculation) -> Self {
        let mut taken = BTreeSet::new();
        let head = unique(&lang.t("calculation-file-sheet-head"), "", &mut taken);
        let lists = unique(&lang.t("calculation-file-sheet-lists"), "", &mut taken);
        let (lines, results) = (
            lang.t("calculation-file-sheet-lines"),
            lang.t("calculation-file-sheet-results"),
        );
        let several = calculation.alternatives.len() > 1;
        let alternatives = calculation.alternatives.iter().map(|alternative| {
            let name = if several {
                allowed(&alternative.name)
            } else {
                String::new()
            };
            AlternativeNames {
                lines: unique(&lines, &name, &mut taken),
                results: unique(&results, &name, &mut taken),
            }
        });
        let alternatives = alternatives.collect();
        Self {
            head,
            lists,
            alternatives,
        }
    }
}

/// The characters of a name that a sheet's name may have.
fn allowed(name: &str) -> String {
    let kept = name
        .chars()
        .map(|c| {
            if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A kind of sheet and what it is about, cut to what fits, with a number where that is taken.
fn unique(kind: &str, about: &str, taken: &mut BTreeSet<String>) -> String {
    let whole = if about.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} – {about}")
    };
    let mut name = cut(&whole, LONGEST);
    for number in 2_u32.. {
        // Spreadsheets do not tell small letters from large.
        if taken.insert(name.to_lowercase()) {
            break;
        }
        let end = format!(" ({number})");
        name = cut(&whole, LONGEST.saturating_sub(end.len())) + &end;
    }
    name
}

fn cut(text: &str, longest: usize) -> String {
    let mut left = longest;
    let fits = |c: &char| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    text.chars()
        .take_while(fits)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_a_spreadsheet_allows() {
        let mut taken = BTreeSet::new();
        for (about, name) in [
            ("", "Poster"),
            ("", "Poster (2)"),
            ("Köpa [nytt]/*gammalt*?", "Poster – Köpa nytt gammalt"),
            ("KÖPA NYTT GAMMALT", "Poster – KÖPA NYTT GAMMALT (2)"),
            ("'Egen' utveckling", "Poster – Egen utveckling"),
            (
                "Upphandla ett färdigt system och anpassa det",
                "Poster – Upphandla ett färdigt",
            ),
            (
                "Upphandla ett färdigt system, oförändrat",
                "Poster – Upphandla ett färd (2)",
            ),
            ("🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛", "Poster – 🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛🏛"),
            ("[]", "Poster (3)"),
        ] {
            let made = unique("Poster", &allowed(about), &mut taken);
            assert_eq!(made, name, "{about}");
            rust_xlsxwriter::utility::check_sheet_name(&made).expect("a spreadsheet takes it");
        }
    }
}
