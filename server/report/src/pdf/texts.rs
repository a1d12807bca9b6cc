//! Texts as the template reads them: spans of one kind, each in pieces between which a line may break, and each piece in runs.

use serde_json::{Value, json};

use super::width;
use crate::document::{LevelMark, Span, Standing, Text};

/// Words longer than this may break where no dictionary lets them.
const LONG_WORD: usize = 36;
/// Words of so many letters may be hyphenated. They stand apart in what the template is given: a rule of its own that looks
/// for them takes ten times as long as setting the whole report.
const HYPHENATED: usize = 10;
/// Numbers of so many characters at most are kept on one line.
const LONGEST_NUMBER: usize = 24;
/// In so many pieces' length.
const PIECE: usize = 12;

/// A text that says something.
pub(super) fn said(text: &Text) -> Option<Value> {
    text.iter()
        .any(|span| !span.words().trim().is_empty())
        .then(|| spans(text))
}

pub(super) fn spans(text: &Text) -> Value {
    text.iter()
        .filter(|span| !span.words().is_empty())
        .map(span)
        .collect()
}

fn span(span: &Span) -> Value {
    match span {
        Span::Plain(words) => worded("plain", words),
        Span::Strong(words) => worded("strong", words),
        Span::Small(words) => worded("small", words),
        Span::Gap(words) => {
            let (first, rest) = led(words, 1);
            json!({ "kind": "gap", "first": pieces(first), "rest": pieces(rest) })
        }
        Span::Code(words) => json!({ "kind": "code", "text": parts(words, 8) }),
        Span::Level(mark) => {
            let (first, rest) = level_words(mark);
            json!({
                "kind": "level",
                "rank": mark.level.rank(),
                "standing": match mark.standing {
                    Standing::Decided => "decided",
                    Standing::Proposed => "proposed",
                    Standing::Bare => "bare",
                },
                "first": pieces(first),
                "rest": pieces(rest),
            })
        }
    }
}

/// The words of a level that stand in its mark, on one line, and those after it.
pub(super) fn level_words(mark: &LevelMark) -> (&str, &str) {
    const LONGEST: usize = 16;
    let (first, rest) = led(&mark.words, 2);
    if first.chars().count() > LONGEST {
        led(&mark.words, 1)
    } else {
        (first, rest)
    }
}

fn worded(kind: &str, words: &str) -> Value {
    json!({ "kind": kind, "text": runs(words), "whole": width::is_amount(words) })
}

/// The text in pieces, and each in runs: words that may be hyphenated stand apart.
pub(super) fn runs(text: &str) -> Vec<Vec<Value>> {
    pieces(text).iter().map(|piece| piece_runs(piece)).collect()
}

/// What is between words that may be hyphenated: numbers that a line would break, "2021–2023" and "0011 2751", stand apart.
fn push_between(all: &mut Vec<Value>, between: &str) {
    let mut plain = String::new();
    let mut rest = between;
    while let Some(at) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let (number, after) = from.split_at(number_length(from));
        plain.push_str(before);
        if number.contains([' ', '–']) && number.chars().count() <= LONGEST_NUMBER {
            // What stands close before it is of it: a line may break before what is apart.
            let close = plain.rfind(' ').map_or(0, |at| at + 1);
            let number = format!("{}{number}", plain.split_off(close));
            if !plain.is_empty() {
                all.push(json!(std::mem::take(&mut plain)));
            }
            all.push(json!({ "whole": number }));
        } else {
            plain.push_str(number);
        }
        rest = after;
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        all.push(json!(plain));
    }
}

/// How long a number is that begins here, with all that is joined to it by a dash or one space.
fn number_length(text: &str) -> usize {
    let mut length = 0;
    let mut joint = false;
    for (at, character) in text.char_indices() {
        if character.is_ascii_digit() {
            length = at + 1;
            joint = false;
        } else if !joint && matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '–' | '/') {
            joint = true;
        } else {
            break;
        }
    }
    length
}

fn piece_runs(piece: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut between = String::new();
    let mut word = String::new();
    // The end closes the last word.
    for character in piece.chars().map(Some).chain([None]) {
        if let Some(letter) = character.filter(|character| character.is_alphabetic()) {
            word.push(letter);
            continue;
        }
        if word.chars().count() >= HYPHENATED {
            push_between(&mut all, &std::mem::take(&mut between));
            all.push(json!({ "long": std::mem::take(&mut word) }));
        } else {
            between.push_str(&std::mem::take(&mut word));
        }
        between.extend(character);
    }
    push_between(&mut all, &between);
    if all.is_empty() {
        all.push(json!(""));
    }
    all
}

/// The first words, which stay beside their mark, and the rest.
fn led(words: &str, count: usize) -> (&str, &str) {
    let at = words
        .match_indices(' ')
        .nth(count - 1)
        .map_or(words.len(), |(at, _)| at);
    let first = words.get(..at).unwrap_or(words);
    words.split_at(first.trim_end_matches([',', ';', ':']).len())
}

/// The text in pieces between which a line may break: one, but for words that are longer than any line.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (at, word) in text.split(' ').enumerate() {
        let mut word_pieces = if word.chars().count() > LONG_WORD {
            parts(word, PIECE)
        } else {
            vec![word.to_owned()]
        };
        if let Some(last) = pieces.last_mut() {
            if at > 0 {
                last.push(' ');
            }
            last.push_str(&word_pieces.remove(0));
        }
        pieces.append(&mut word_pieces);
    }
    pieces
}

/// Parts of this many characters; what stands on a character stays with it.
fn parts(text: &str, length: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut count = 0;
    for character in text.chars() {
        if count >= length && character.is_alphanumeric() {
            parts.push(String::new());
            count = 0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        count += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_alone_may_be_hyphenated() {
        assert_eq!(
            runs("inte nivå, handläggningstid (tolkning) Arbetsförmedlingen"),
            [[
                json!("inte nivå, "),
                json!({ "long": "handläggningstid" }),
                json!(" (tolkning) "),
                json!({ "long": "Arbetsförmedlingen" }),
            ]]
        );
        assert_eq!(runs(""), [[json!("")]]);
        assert_eq!(runs("kort"), [[json!("kort")]]);
    }

    #[test]
    fn years_and_numbers_with_spaces_stay_on_a_line() {
        assert_eq!(
            runs("planeringen (2021–2023), dnr Af-12/0034 5678. Steg 2 av"),
            [[
                json!({ "long": "planeringen" }),
                json!(" "),
                json!({ "whole": "(2021–2023" }),
                json!("), dnr "),
                json!({ "whole": "Af-12/0034 5678" }),
                json!(". Steg 2 av"),
            ]]
        );
        let many = "1 2 3 4 5 6 7 8 9 10 11 12 13";
        assert_eq!(runs(many), [[json!(many)]], "more than a number");
        let years = "1\u{202f}234\u{202f}567–2\u{202f}345\u{202f}678";
        assert!(
            years.len() > LONGEST_NUMBER,
            "its characters count, and not their bytes"
        );
        assert_eq!(
            runs(&format!("från {years} kr")),
            [[json!("från "), json!({ "whole": years }), json!(" kr")]]
        );
    }
}
