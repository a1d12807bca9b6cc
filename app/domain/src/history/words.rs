//! Two texts, word by word.

use super::sequence::{Step, align};

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// It stands in both texts.
    Same,
    /// It stood in the old text.
    Removed,
    /// It stands in the new text.
    Added,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub kind: PieceKind,
    /// The text, with its spaces.
    pub text: String,
}

/// Two texts as pieces that stayed, went and came, in reading order. Texts with little in common are
/// told as one replaced by the other: a mosaic of single words reads like neither.
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let steps = align(&old, &new, |one, other| one == other);
    let kept: usize = steps
        .iter()
        .filter_map(|step| match step {
            Step::Both(at, _) if is_word(old[*at]) => Some(old[*at].len()),
            _ => None,
        })
        .sum();
    let most: usize = [&old, &new]
        .map(|side| {
            side.iter()
                .filter(|token| is_word(token))
                .map(|token| token.len())
                .sum()
        })
        .into_iter()
        .max()
        .unwrap_or_default();
    let mut pieces = Vec::new();
    if kept * 3 < most {
        push(&mut pieces, PieceKind::Removed, before);
        push(&mut pieces, PieceKind::Added, after);
        return pieces;
    }
    for step in steps {
        match step {
            Step::Both(at, _) => push(&mut pieces, PieceKind::Same, old[at]),
            Step::Left(at) => push(&mut pieces, PieceKind::Removed, old[at]),
            Step::Right(at) => push(&mut pieces, PieceKind::Added, new[at]),
        }
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, kind: PieceKind, text: &str) {
    match pieces.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece {
            kind,
            text: text.to_owned(),
        }),
    }
}

fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

/// Words with the space before them, so that a changed word takes its own space along; and each other
/// mark by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut from = 0;
    let mut in_word = false;
    let mut only_space = true;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric();
        let ends = if in_word { !word } else { !only_space };
        if ends {
            tokens.push(&text[from..at]);
            (from, only_space) = (at, true);
        }
        in_word = word;
        only_space &= c.is_whitespace();
    }
    if from < text.len() {
        tokens.push(&text[from..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(before: &str, after: &str) -> String {
        words(before, after)
            .into_iter()
            .map(|piece| match piece.kind {
                PieceKind::Same => piece.text,
                PieceKind::Removed => format!("[-{}-]", piece.text),
                PieceKind::Added => format!("[+{}+]", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_mark_stays_where_the_word_after_it_changes() {
        assert_eq!(
            marked("Det går bra, nu som förr.", "Det går bra, då som förr."),
            "Det går bra,[- nu-][+ då+] som förr."
        );
        assert_eq!(
            marked("Vad är detta!? Ett fel.", "Vad är detta! Ett fel."),
            "Vad är detta![-?-] Ett fel."
        );
    }

    #[test]
    fn the_changed_words_are_marked_and_nothing_else() {
        assert_eq!(
            marked(
                "Väntan blir kortare för alla.",
                "Väntan blir mycket kortare för många."
            ),
            "Väntan blir[+ mycket+] kortare för[- alla-][+ många+]."
        );
        assert_eq!(marked("Samma text.", "Samma text."), "Samma text.");
        assert_eq!(marked("", "Ny."), "[+Ny.+]");
        assert_eq!(marked("Borta.", ""), "[-Borta.-]");
    }

    #[test]
    fn texts_with_little_in_common_are_told_one_after_the_other() {
        assert_eq!(
            marked(
                "Helt andra ord stod här.",
                "Nu handlar texten om något annat, här."
            ),
            "[-Helt andra ord stod här.-][+Nu handlar texten om något annat, här.+]"
        );
    }

    #[test]
    fn a_third_in_common_is_enough_to_be_told_word_by_word() {
        // The space before a word is part of it.
        assert_eq!(marked("abc", "abc defgh"), "abc[+ defgh+]");
        assert_eq!(marked("abc", "abc defghi"), "[-abc-][+abc defghi+]");
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_again(before in "[aåb ,.\n]{0,30}", after in "[aåb ,.\n]{0,30}") {
            let pieces = words(&before, &after);
            let side = |without: PieceKind| -> String {
                pieces.iter().filter(|piece| piece.kind != without).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(side(PieceKind::Added), before.clone());
            prop_assert_eq!(side(PieceKind::Removed), after.clone());
            prop_assert_eq!(before == after, pieces.iter().all(|piece| piece.kind == PieceKind::Same));
        }
    }

    #[test]
    fn marks_are_nothing_in_common() {
        assert_eq!(marked("a, b, c.", "x, y, z."), "[-a, b, c.-][+x, y, z.+]");
    }

    #[test]
    fn what_stays_the_same_is_one_piece() {
        assert_eq!(words("Samma text.", "Samma text.").len(), 1);
    }
}
