//! Sentences of the catalogue with something other than text in them, such as a level.

use crate::Arg;

/// Private-use characters, which no text has, stand for what is put in.
const FIRST: u32 = 0xE000;

/// A piece of such a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// The place where what has this index goes.
    Slot(usize),
}

/// The place in a sentence where what has this index goes. Pass it as a value to the catalogue.
pub fn slot(index: u32) -> Arg {
    Arg::from(
        char::from_u32(FIRST + index)
            .map(String::from)
            .unwrap_or_default(),
    )
}

/// The pieces of a sentence that has at most so many slots.
pub fn pieces(sentence: &str, slots: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    for c in sentence.chars() {
        let index = u32::from(c)
            .checked_sub(FIRST)
            .and_then(|index| usize::try_from(index).ok())
            .filter(|index| *index < slots);
        match index {
            Some(index) => {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                pieces.push(Piece::Slot(index));
            }
            None => words.push(c),
        }
    }
    pieces.push(Piece::Words(words));
    pieces.retain(|piece| *piece != Piece::Words(String::new()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_taken_apart_at_its_slots() {
        let Arg::Text(at) = slot(0) else { panic!("a text") };
        let words = |text: &str| Piece::Words(text.to_owned());
        assert_eq!(
            pieces(&format!("Förslaget är {at}, inte mer."), 1),
            [words("Förslaget är "), Piece::Slot(0), words(", inte mer.")]
        );
        assert_eq!(pieces(&at, 1), [Piece::Slot(0)]);
        assert_eq!(pieces(&at, 0), [words(&at)]);
        assert_eq!(pieces("", 1), []);
    }
}
