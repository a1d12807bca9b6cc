//! How wide columns are. Each gets its share, but none is narrower than its longest word where there is room for it:
//! letters beneath each other are not read.

use super::page::Orientation;
use crate::document::{Align, Row, Span, Table};

/// A word longer than this, in characters, is hyphenated.
const UNBROKEN: usize = 20;
/// What a cell keeps free, left and right together, in twentieths of a point.
pub(super) const MARGINS: u32 = 160;
/// Rows with more lines than this may break over pages.
const LINES_MAX: u32 = 20;

/// How large the text of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Normal,
    Small,
}

impl Size {
    /// A letter's width, about, in twentieths of a point.
    fn letter(self) -> u32 {
        match self {
            Self::Normal => 98,
            Self::Small => 86,
        }
    }
}

/// How a table is laid out.
pub(super) struct Layout {
    pub(super) orientation: Orientation,
    pub(super) size: Size,
    /// Of each column, in twentieths of a point: the text's width together.
    pub(super) widths: Vec<u32>,
}

impl Layout {
    /// The columns that a cell takes, together.
    pub(super) fn width(&self, from: usize, span: u8) -> u32 {
        self.widths.iter().skip(from).take(usize::from(span)).sum()
    }

    /// How many lines a row takes, about.
    pub(super) fn lines(&self, row: &Row) -> u32 {
        let mut column = 0;
        let cells = row.cells.iter().map(|cell| {
            let width = self.width(column, cell.span).saturating_sub(MARGINS);
            column += usize::from(cell.span);
            let a_line = (width / self.size.letter()).max(1);
            let plain = cell.plain();
            let lines = plain.lines().map(|line| count(line).div_ceil(a_line).max(1));
            lines.sum::<u32>()
        });
        cells.max().unwrap_or(0).max(1)
    }

    /// Whether a row stays on one page.
    pub(super) fn is_whole(&self, row: &Row) -> bool {
        self.lines(row) <= LINES_MAX
    }
}

/// The first layout that its words fit in: upright before lying, large before small, but small before lying.
pub(super) fn layout(table: &Table) -> Layout {
    let ways = [
        (Orientation::Portrait, Size::Normal),
        (Orientation::Portrait, Size::Small),
        (Orientation::Landscape, Size::Normal),
        (Orientation::Landscape, Size::Small),
    ];
    let words = longest(table);
    let least = |size: Size| -> Vec<u32> {
        let of = |letters: &u32| letters * size.letter() + MARGINS;
        words.iter().map(of).collect()
    };
    let fits = |(orientation, size): &(Orientation, Size)| {
        least(*size).iter().sum::<u32>() <= orientation.text_width()
    };
    let (orientation, size) = ways
        .into_iter()
        .find(fits)
        .unwrap_or((Orientation::Landscape, Size::Small));
    let weights: Vec<u32> = table
        .columns
        .iter()
        .map(|column| u32::from(column.weight).max(1))
        .collect();
    Layout {
        orientation,
        size,
        widths: shared(orientation.text_width(), &weights, &least(size)),
    }
}

/// The longest word of each column, in characters.
fn longest(table: &Table) -> Vec<u32> {
    // Heads are bold.
    let head = |head: &str| word(head) * 23 / 20;
    let mut longest: Vec<u32> = table.columns.iter().map(|column| head(&column.head)).collect();
    for row in table.rows.iter().chain(&table.foot) {
        let mut at = 0;
        for cell in &row.cells {
            if cell.span == 1
                && let Some(longest) = longest.get_mut(at)
            {
                let marks = cell.text.iter().flatten().filter_map(mark);
                // Numbers are not broken from their units, "8 000–10 000 st/månad".
                let is_number = table
                    .columns
                    .get(at)
                    .is_some_and(|column| column.align == Align::End);
                let own = if is_number {
                    unbroken(&cell.plain())
                } else {
                    word(&cell.plain())
                };
                *longest = marks.fold((*longest).max(own), u32::max);
            }
            at += usize::from(cell.span);
        }
    }
    longest
}

/// A level's number and name stay on one line, with the ball before them.
fn mark(span: &Span) -> Option<u32> {
    let Span::Level(mark) = span else {
        return None;
    };
    let words = mark.words.split(' ').take(2).map(count);
    Some(words.sum::<u32>() + 4)
}

/// Within a text, where lines break only at spaces, hyphens and strokes.
fn word(text: &str) -> u32 {
    let breaks = |character: char| matches!(character, ' ' | '\n' | '\t' | '-' | '–' | '/' | '\u{ad}');
    let words = text.split(breaks).map(|word| word.chars().count().min(UNBROKEN));
    u32::try_from(words.max().unwrap_or(0)).unwrap_or(0).max(2)
}

/// Within a text that breaks at spaces alone.
fn unbroken(text: &str) -> u32 {
    const LONGEST: u32 = 24;
    let words = text.split([' ', '\n', '\t']).map(count);
    words.max().unwrap_or(0).min(LONGEST)
}

fn count(line: &str) -> u32 {
    u32::try_from(line.chars().count()).unwrap_or(u32::MAX)
}

/// The whole by weight, with at least so much each where the whole suffices.
fn shared(whole: u32, weights: &[u32], least: &[u32]) -> Vec<u32> {
    let needed: u32 = least.iter().sum();
    let mut widths: Vec<Option<u32>> = vec![None; weights.len()];
    if needed >= whole {
        widths = least
            .iter()
            .map(|least| Some(part(whole, *least, needed)))
            .collect();
    }
    loop {
        let left = whole - widths.iter().flatten().sum::<u32>().min(whole);
        let open = widths.iter().zip(weights).filter(|(width, _)| width.is_none());
        let weight: u32 = open.map(|(_, weight)| *weight).sum();
        let mut narrow = false;
        for ((width, least), weight_of) in widths.iter_mut().zip(least).zip(weights) {
            if width.is_none() && part(left, *weight_of, weight) < *least {
                *width = Some(*least);
                narrow = true;
            }
        }
        if !narrow {
            let give = |(width, weight_of): (Option<u32>, &u32)| {
                width.unwrap_or_else(|| part(left, *weight_of, weight))
            };
            let mut widths: Vec<u32> = widths.into_iter().zip(weights).map(give).collect();
            let rest = whole.saturating_sub(widths.iter().sum());
            if let Some(last) = widths.last_mut() {
                *last += rest;
            }
            return widths;
        }
    }
}

/// So many of so many parts, whole twentieths of a point.
fn part(whole: u32, of: u32, all: u32) -> u32 {
    let part = u64::from(whole) * u64::from(of) / u64::from(all.max(1));
    u32::try_from(part).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_share_the_width_by_weight() {
        assert_eq!(shared(9_000, &[1, 2], &[100, 100]), [3_000, 6_000]);
        assert_eq!(
            shared(9_001, &[1, 2], &[100, 100]),
            [3_000, 6_001],
            "nothing is lost"
        );
    }

    #[test]
    fn no_column_is_narrower_than_its_longest_word_where_there_is_room() {
        assert_eq!(shared(9_000, &[1, 8], &[2_000, 100]), [2_000, 7_000]);
        assert_eq!(
            shared(9_000, &[1, 1, 1], &[100, 5_000, 2_500]),
            [1_500, 5_000, 2_500]
        );
    }

    #[test]
    fn a_number_with_its_unit_is_one_word_where_numbers_stand() {
        assert_eq!(unbroken("8\u{202f}000–9\u{202f}000\u{a0}st/månad"), 20);
        assert_eq!(word("8\u{202f}000–9\u{202f}000\u{a0}st/månad"), 8);
        assert_eq!(unbroken("ca 5 st"), 2);
    }

    #[test]
    fn where_there_is_no_room_all_get_less() {
        assert_eq!(shared(900, &[1, 1], &[600, 1_200]), [300, 600]);
    }

    proptest! {
        #[test]
        fn the_whole_is_always_given_out(columns in prop::collection::vec((1_u32..255, 1_u32..4_000), 1..20)) {
            let (weights, least): (Vec<u32>, Vec<u32>) = columns.into_iter().unzip();
            let widths = shared(9_070, &weights, &least);
            prop_assert_eq!(widths.iter().sum::<u32>(), 9_070);
            if least.iter().sum::<u32>() <= 9_070 {
                prop_assert!(widths.iter().zip(&least).all(|(width, least)| width >= least));
            }
        }
    }
}
