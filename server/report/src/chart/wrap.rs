//! Lines of a text that has to fit a width.

use crate::fonts::{Weight, width};

/// The text in lines of at most this width. Words that are wider are cut where a soft hyphen stands, else anywhere.
pub(super) fn wrapped(text: &str, size: i32, weight: Weight, most: i32) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= most;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let plain = word.replace('\u{ad}', "");
        let longer = if line.is_empty() {
            plain.clone()
        } else {
            format!("{line} {plain}")
        };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if fits(&plain) {
            line = plain;
            continue;
        }
        line = cut(word, &fits, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Cuts a word that is wider than a line, and gives its end, which begins the next one.
fn cut(word: &str, fits: &dyn Fn(&str) -> bool, lines: &mut Vec<String>) -> String {
    let mut line = String::new();
    for piece in word.split('\u{ad}') {
        if fits(&format!("{line}{piece}-")) || fits(&format!("{line}{piece}")) && word.ends_with(piece) {
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            line.push('-');
            lines.push(std::mem::take(&mut line));
        }
        for character in piece.chars() {
            line.push(character);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, most: i32) -> Vec<String> {
        wrapped(text, 1000, Weight::Regular, most)
    }

    #[test]
    fn lines_break_between_words() {
        let whole = width("God förvaltning", 1000, Weight::Regular);
        assert_eq!(lines("God  förvaltning", whole), ["God förvaltning"]);
        assert_eq!(lines("God förvaltning", whole - 1), ["God", "förvaltning"]);
        assert_eq!(lines("", whole), Vec::<String>::new());
        assert_eq!(
            lines("1\u{a0}110 tkr", width("1\u{a0}110", 1000, Weight::Regular)),
            ["1\u{a0}110", "tkr"]
        );
    }

    #[test]
    fn words_break_at_soft_hyphens_and_else_anywhere() {
        let half = width("besparing", 1000, Weight::Regular);
        assert_eq!(lines("Kostnads\u{ad}besparing", half), ["Kostnads-", "besparing"]);
        let cut = lines("Kostnadsbesparing", half);
        assert_eq!(cut.concat(), "Kostnadsbesparing");
        assert!(cut.len() > 1 && cut.iter().all(|line| width(line, 1000, Weight::Regular) <= half));
        // Narrower than a letter: a letter a line, and an end.
        assert_eq!(lines("ab", 1), ["a", "b"]);
    }
}
