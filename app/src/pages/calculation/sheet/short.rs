//! Names where there is no room for all of one.

/// A name as an option can hold it.
pub(super) fn short(name: &str) -> String {
    cut(name.lines().next().unwrap_or_default(), 60)
}

/// The beginning of a name that has more letters than so many.
pub(super) fn cut(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(cut("Utveckling", 40), "Utveckling");
        assert_eq!(cut(&"å".repeat(40), 40), "å".repeat(40));
        assert_eq!(cut(&"å".repeat(41), 40), format!("{}…", "å".repeat(39)));
        assert_eq!(cut("Drift och förvaltning", 7), "Drift…");
    }
}
