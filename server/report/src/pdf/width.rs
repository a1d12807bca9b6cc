//! How wide the columns of a table are, and whether its page has to lie.
//!
//! Columns get what they ask for against each other, but none less than its longest number or piece of a word.

use text::hyphen;

use super::texts::level_words;
use crate::document::{Align, Cell, Column, Span, Table};
use crate::fonts::{self, Weight};

/// How a table is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The page lies.
    pub landscape: bool,
    /// Size of its letters, in hundredths of a point.
    pub size: i32,
    /// No word of its heads is broken.
    pub whole_heads: bool,
    /// Width of each column, as parts of the whole.
    pub widths: Vec<i32>,
}

impl Layout {
    /// A column's head: where words have to be broken, with the places where they are best broken.
    pub(super) fn head(&self, column: &Column) -> String {
        if self.whole_heads {
            column.head.clone()
        } else {
            hyphen::soft(&column.head)
        }
    }
}

/// Between the edges of a standing page and of a lying one, in hundredths of a point.
const STANDING: i32 = 47_000;
const LYING: i32 = 72_600;
/// On both sides of a cell.
pub(super) const INSET: i32 = 350;
/// The longest piece of a word that is kept whole, in hundredths of a letter's height.
const PIECE: i32 = 520;
/// The same in heads where there is room: words of some twenty letters.
const HEAD: i32 = 1_150;
/// What stands beside the words of a level and of a gap: a ball or a ring, and the room about them.
const LEVEL: i32 = 190;
const GAP: i32 = 150;
/// The usual size, a smaller one, and the smallest.
const SIZES: [i32; 3] = [880, 800, 730];

/// How this table is set.
pub(super) fn layout(table: &Table) -> Layout {
    let asked = |heads: i32| -> Vec<Asked> {
        let columns = 0..table.columns.len();
        columns.map(|at| asked(table, at, heads)).collect()
    };
    let whole_words = table
        .columns
        .iter()
        .all(|column| longest(&column.head, Weight::Bold, i32::MAX) <= HEAD);
    for landscape in [false, true] {
        let whole = if landscape { LYING } else { STANDING };
        // Whole heads are worth somewhat smaller letters, not the smallest.
        let ways = SIZES[..2]
            .iter()
            .map(|size| (*size, true))
            .filter(|_| whole_words);
        for (size, whole_heads) in ways.chain(SIZES.map(|size| (size, false))) {
            let asked = asked(if whole_heads { HEAD } else { PIECE });
            let good: Vec<i32> = asked
                .iter()
                .map(|asked| asked.good * size / 100 + 2 * INSET)
                .collect();
            if good.iter().sum::<i32>() <= whole {
                return Layout {
                    landscape,
                    size,
                    whole_heads,
                    widths: shared(&good, &asked, whole),
                };
            }
        }
    }
    let size = SIZES[2];
    let asked = asked(PIECE);
    let least: Vec<i32> = asked
        .iter()
        .map(|asked| asked.least * size / 100 + 2 * INSET)
        .collect();
    Layout {
        landscape: true,
        size,
        whole_heads: false,
        widths: shared(&least, &asked, LYING),
    }
}

/// What a column asks for, in hundredths of its letters' size.
#[derive(Clone, Copy, Debug)]
struct Asked {
    least: i32,
    good: i32,
    weight: i32,
}

/// `heads` is the longest piece of a word that is kept whole in heads.
fn asked(table: &Table, at: usize, heads: i32) -> Asked {
    let column = table.columns.get(at);
    let head = column.map_or("", |column| column.head.as_str());
    let ends = column.is_some_and(|column| column.align == Align::End);
    let weight = column.map_or(1, |column| i32::from(column.weight.max(1)));
    let mut least = longest(head, Weight::Bold, heads);
    let mut whole = 0;
    for row in table.rows.iter().chain(&table.foot) {
        let Some(cell) = cell_at(&row.cells, at) else {
            continue;
        };
        for paragraph in &cell.text {
            let mut length = 0;
            for span in paragraph {
                let mark = match span {
                    Span::Level(_) => LEVEL,
                    Span::Gap(_) => GAP,
                    _ => 0,
                };
                let piece = match span {
                    // What stands in a level's mark is not broken.
                    Span::Level(mark) => fonts::width(level_words(mark).0, 100, Weight::Bold),
                    // Numbers are never broken, nor from their units.
                    _ if ends || is_amount(span.words()) => unbroken(span.words()),
                    _ => longest(span.words(), Weight::Bold, PIECE),
                };
                least = least.max(mark + piece);
                length += mark + fonts::width(span.words(), 100, Weight::Regular);
            }
            whole = whole.max(length);
        }
    }
    Asked {
        least,
        // A column of sentences is readable from here on; one that is to be narrow holds a long word a line.
        good: least.max(whole.min(if weight > 2 { 900 } else { 700 })),
        weight,
    }
}

/// The cell that begins at a column and takes no other.
fn cell_at(cells: &[Cell], at: usize) -> Option<&Cell> {
    let mut begins = 0;
    for cell in cells {
        if begins == at {
            return Some(cell).filter(|cell| cell.span <= 1);
        }
        begins += usize::from(cell.span.max(1));
    }
    None
}

/// A number with its unit and nothing else, such as "1 100 ärenden/månad": it is not broken where words with a stroke are.
pub(super) fn is_amount(text: &str) -> bool {
    const LONGEST: usize = 30;
    let digits = text.contains(|character: char| character.is_ascii_digit());
    digits && text.contains('/') && !text.contains(' ') && text.chars().count() <= LONGEST
}

/// The longest run without a space that breaks.
fn unbroken(text: &str) -> i32 {
    let runs = text.split([' ', '\u{ad}']);
    let widths = runs.map(|run| fonts::width(run, 100, Weight::Bold));
    widths.max().unwrap_or_default()
}

fn longest(text: &str, weight: Weight, most: i32) -> i32 {
    // A day such as 2024-12-31 is not broken.
    let days = text.contains(|character: char| character.is_ascii_digit());
    let breaks = |character: char| {
        matches!(character, ' ' | '\u{ad}' | '/') || !days && matches!(character, '-' | '–')
    };
    text.split(breaks)
        .map(|piece| fonts::width(piece, 100, weight))
        .max()
        .unwrap_or_default()
        .min(most)
}

/// Shares the whole by weight, none less than its least: those that would be are given that, and the others share the rest.
fn shared(least: &[i32], asked: &[Asked], whole: i32) -> Vec<i32> {
    let mut fixed = vec![false; least.len()];
    loop {
        let taken: i32 = fixed
            .iter()
            .zip(least)
            .filter(|(fixed, _)| **fixed)
            .map(|(_, least)| *least)
            .sum();
        let weights: i32 = fixed
            .iter()
            .zip(asked)
            .filter(|(fixed, _)| !**fixed)
            .map(|(_, asked)| asked.weight)
            .sum();
        let share = |asked: &Asked| (whole - taken).max(0) / weights.max(1) * asked.weight;
        let mut changed = false;
        for ((fixed, least), asked) in fixed.iter_mut().zip(least).zip(asked) {
            if !*fixed && share(asked) < *least {
                *fixed = true;
                changed = true;
            }
        }
        if !changed {
            let widths = fixed.iter().zip(least).zip(asked);
            return widths
                .map(|((fixed, least), asked)| if *fixed { *least } else { share(asked).max(1) })
                .collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::sample;
    use text::Lang;

    fn of(code: &str) -> Layout {
        let document = sample::document(Lang::Sv);
        let table = document
            .tables()
            .find(|table| table.code == code)
            .expect("a table");
        layout(table)
    }

    #[test]
    fn a_table_stands_as_long_as_it_can() {
        assert_eq!(
            (of("deliveries-1").landscape, of("deliveries-1").size),
            (false, 880)
        );
        assert!(!of("groups").landscape);
        assert!(!of("main-groups").landscape);
        assert!(of("initiatives").landscape);
    }

    #[test]
    fn amounts_are_told_from_words() {
        assert!(is_amount("1\u{202f}100\u{a0}ärenden/månad"));
        for words in [
            "Tidsbesparing/effektiviserad",
            "1 av 2 grupper/områden",
            "12\u{a0}%",
        ] {
            assert!(!is_amount(words), "{words}");
        }
    }

    #[test]
    fn words_of_heads_are_kept_whole_where_there_is_room() {
        let document = sample::document(Lang::Sv);
        let mut table = document
            .tables()
            .find(|table| table.code == "deliveries-1")
            .cloned()
            .expect("a table");
        table.columns[1].head = "Kostnadsbesparing".to_owned();
        let roomy = layout(&table);
        assert!(roomy.whole_heads);
        assert_eq!(roomy.head(&table.columns[1]), "Kostnadsbesparing");
        // Ten such columns have no room on either page.
        let column = table.columns[1].clone();
        table.columns = vec![column; 12];
        table.rows.clear();
        let narrow = layout(&table);
        assert!(!narrow.whole_heads);
        assert_eq!(narrow.head(&table.columns[0]), "Kostnads\u{ad}besparing");
    }

    #[test]
    fn widths_follow_weights_and_keep_numbers_whole() {
        let widths = of("deliveries-1").widths;
        assert_eq!(widths.first(), widths.get(1));
        let document = sample::document(Lang::Sv);
        let table = document
            .tables()
            .find(|table| table.code == "initiatives")
            .expect("a table");
        let layout = layout(table);
        let number =
            fonts::width("734\u{a0}280\u{a0}tkr", 100, Weight::Regular) * layout.size / 100 + 2 * INSET;
        assert!(
            layout.widths.get(5).is_some_and(|width| *width >= number),
            "{layout:?}"
        );
        assert!(layout.widths.iter().sum::<i32>() <= LYING);
    }

    #[test]
    fn more_than_fits_is_shared_all_the_same() {
        let mut document = sample::document(Lang::Sv);
        let table = document.blocks.iter_mut().find_map(|block| match block {
            crate::document::Block::Table(table) => Some(table),
            _ => None,
        });
        let table = table.expect("a table");
        for column in &mut table.columns {
            column.align = Align::End;
            column.head = "W".repeat(200);
        }
        for row in &mut table.rows {
            for cell in &mut row.cells {
                *cell = Cell::words("8".repeat(300));
            }
        }
        let layout = layout(table);
        assert_eq!(layout.widths.len(), table.columns.len());
        assert!(layout.widths.iter().all(|width| *width > 0));
    }
}
