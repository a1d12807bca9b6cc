//! What went wrong, with what led to it.

use std::error::Error;

/// An error with its causes, in one line. Many say what their cause says already: nothing is told twice.
pub fn told(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !line.contains(&said) {
            line = format!("{line}: {said}");
        }
        cause = error.source();
    }
    line.replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the database failed")]
    struct Outer(#[source] Middle);

    #[derive(Debug, thiserror::Error)]
    #[error("Query Error: {0}")]
    struct Middle(#[source] Inner);

    #[derive(Debug, thiserror::Error)]
    #[error("no such\ntable")]
    struct Inner;

    #[test]
    fn what_a_cause_says_is_told_once_and_in_one_line() {
        let line = told(&Outer(Middle(Inner)));
        assert_eq!(line, "the database failed: Query Error: no such table");
    }
}
