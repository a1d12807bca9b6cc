//! Where long compounds may break in a narrow column.
//!
//! Browsers hyphenate Swedish only where they have fetched a dictionary, so names in narrow heads of
//! tables carry soft hyphens. Names are data; this knows the parts that names of benefit groups and
//! headings are commonly made of, and leaves everything else alone.

/// Last parts of compounds, before which a line may break.
const PARTS: [&str; 14] = [
    "arbete",
    "besparing",
    "förvaltning",
    "givare",
    "görande",
    "intressent",
    "kvalitet",
    "minskning",
    "nytta",
    "sökande",
    "utveckling",
    "vinst",
    "ökning",
    "samhet",
];

/// Breaks are allowed from here: a shorter beginning looks torn off.
const SHORTEST: usize = 4;

/// The text with soft hyphens in its long words.
pub fn soft(text: &str) -> String {
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let lower = word.to_lowercase();
    if lower.len() != word.len() {
        return word.to_owned();
    }
    let at = PARTS
        .iter()
        .filter_map(|part| lower.rfind(part))
        .filter(|at| {
            word.get(..*at)
                .is_some_and(|start| start.chars().count() >= SHORTEST)
        })
        .max();
    match at.and_then(|at| word.split_at_checked(at)) {
        Some((start, end)) => format!("{start}\u{ad}{end}"),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_may_break_before_their_last_part() {
        assert_eq!(soft("Kostnadsbesparing"), "Kostnads\u{ad}besparing");
        assert_eq!(soft("Möjliggörande utveckling"), "Möjlig\u{ad}görande utveckling");
        assert_eq!(soft("God förvaltning"), "God förvaltning");
        assert_eq!(soft("Externa intressenter"), "Externa intressenter");
        assert_eq!(soft("Öppenhet"), "Öppenhet");
    }
}
