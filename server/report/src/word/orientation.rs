//! Which way the sheet lies under each block: tables that are too wide for an upright one get a lying one, together with
//! the heading and the few words before them, and the notes after.

use super::page::Orientation;
use super::widths;
use crate::document::{Block, Text};

/// Words before a table, in characters, that go onto its lying page.
const FEW: usize = 700;

/// One a block.
pub(super) fn of(blocks: &[Block]) -> Vec<Orientation> {
    let mut lies = vec![false; blocks.len()];
    for (at, block) in blocks.iter().enumerate() {
        let Block::Table(table) = block else {
            continue;
        };
        if widths::layout(table).orientation == Orientation::Landscape {
            let begins = lead(blocks, at);
            let after = blocks.iter().skip(at + 1);
            let notes = after.take_while(|block| matches!(block, Block::Note(_))).count();
            for lies in lies.iter_mut().take(at + 1 + notes).skip(begins) {
                *lies = true;
            }
        }
    }
    bridge(blocks, &mut lies);
    let orientation = |lies| {
        if lies {
            Orientation::Landscape
        } else {
            Orientation::Portrait
        }
    };
    lies.into_iter().map(orientation).collect()
}

/// What stands between two lying tables of one section lies as well: nobody turns the sheet back for a picture.
fn bridge(blocks: &[Block], lies: &mut [bool]) {
    let mut last = None;
    for (at, block) in blocks.iter().enumerate() {
        if lies.get(at) == Some(&true) {
            let gap = last.map_or(0, |last: usize| at - last - 1);
            lies.iter_mut()
                .take(at)
                .rev()
                .take(gap)
                .for_each(|lies| *lies = true);
            last = Some(at);
        } else if matches!(block, Block::Heading(_)) {
            last = None;
        }
    }
}

/// Where that begins which belongs to the table here: its headings, where only a few words lie between.
fn lead(blocks: &[Block], table: usize) -> usize {
    let (mut begins, mut words) = (table, 0);
    for (at, block) in blocks.iter().enumerate().take(table).rev() {
        match block {
            Block::Heading(_) => begins = at,
            // What stands before the headings is another section's.
            _ if begins < table => break,
            Block::Paragraph(text) | Block::Note(text) => {
                words += length(text);
                if words > FEW {
                    break;
                }
            }
            _ => break,
        }
    }
    begins
}

fn length(text: &Text) -> usize {
    text.iter().map(|span| span.words().chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{LONG, chart, groups};
    use super::*;
    use crate::document::{Heading, plain};

    fn heading() -> Block {
        Block::Heading(Heading {
            level: 2,
            number: None,
            text: "Områden".to_owned(),
            anchor: None,
            new_page: false,
        })
    }

    /// One letter a block: "l" for those that lie.
    fn lie(blocks: &[Block]) -> String {
        let letter = |orientation| match orientation {
            Orientation::Portrait => 'p',
            Orientation::Landscape => 'l',
        };
        of(blocks).into_iter().map(letter).collect()
    }

    #[test]
    fn a_wide_table_takes_its_heading_few_words_and_notes_with_it() {
        let text = || Block::Paragraph(plain("Tabellen visar varje område."));
        let wide = || Block::Table(groups());
        let note = || Block::Note(plain("Tomma celler betyder inget."));
        assert_eq!(
            lie(&[text(), heading(), text(), wide(), note(), text()]),
            "pllllp"
        );
        let long = || Block::Paragraph(plain(LONG.repeat(3)));
        assert_eq!(
            lie(&[heading(), long(), wide()]),
            "ppl",
            "many words stay where they are"
        );
        assert_eq!(
            lie(&[text(), wide(), text()]),
            "plp",
            "words without a heading as well"
        );
    }

    #[test]
    fn what_stands_between_two_lying_tables_lies_too() {
        let wide = || Block::Table(groups());
        assert_eq!(
            lie(&[wide(), Block::Chart(chart()), wide(), Block::Chart(chart())]),
            "lllp"
        );
        let far = Block::Paragraph(plain(LONG.repeat(3)));
        assert_eq!(
            lie(&[wide(), heading(), far, wide()]),
            "lppl",
            "but not over a heading"
        );
    }
}
