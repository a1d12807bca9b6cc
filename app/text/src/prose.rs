//! Plain text with paragraphs, as it is typed and stored.

/// The paragraphs of a text: what a blank line separates. Single line breaks are spaces.
pub fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            paragraphs.push(lines.join(" "));
            lines.clear();
        }
    }
    paragraphs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_and_single_breaks_join() {
        let text = "\n Först,\nstrax efter.\n \n\nSedan.\r\n\r\nSist.\n";
        let all: Vec<_> = paragraphs(text).collect();
        assert_eq!(all, ["Först, strax efter.", "Sedan.", "Sist."]);
        assert_eq!(paragraphs(" \n \n").count(), 0);
    }
}
