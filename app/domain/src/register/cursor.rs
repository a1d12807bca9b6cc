//! Where a page of a register begins: beside a row, known by what it is sorted by and its identity.

use chrono::NaiveDate;
use uuid::Uuid;

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A text, as it sorts.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A day.
    Day(NaiveDate),
}

/// Which way a page goes from its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The rows after it.
    After,
    /// The rows before it.
    Before,
}

/// Where a page begins. It names a place, not a number of rows: nothing is left out or shown twice
/// when rows come or go in between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Which way.
    pub towards: Towards,
    /// What the row is sorted by, in order.
    pub keys: Vec<Key>,
    /// The row's identity.
    pub id: Uuid,
}

/// Longest cursor that is read: two texts that things are sorted by, and more.
const LENGTH_MAX: usize = 4_000;
/// Between parts; no text that is sorted by has it.
const BETWEEN: char = '\u{1f}';

impl Cursor {
    /// As addresses have it. It belongs to an order: with another it means nothing.
    pub fn encode(&self, order: &str) -> String {
        let towards = match self.towards {
            Towards::After => "a",
            Towards::Before => "b",
        };
        let mut parts = vec![towards.to_owned(), order.to_owned(), self.id.simple().to_string()];
        parts.extend(self.keys.iter().map(|key| match key {
            Key::Text(text) => format!("t{text}"),
            Key::Whole(number) => format!("i{number}"),
            Key::Day(day) => format!("d{day}"),
        }));
        let bytes = parts.join(&BETWEEN.to_string()).into_bytes();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads what [`Self::encode`] wrote for the same order; `None` for anything else.
    pub fn decode(text: &str, order: &str) -> Option<Self> {
        if text.len() > LENGTH_MAX || !text.len().is_multiple_of(2) || !text.is_ascii() {
            return None;
        }
        let bytes = (0..text.len()).step_by(2).map(|at| {
            let pair = text.get(at..at + 2)?;
            u8::from_str_radix(pair, 16).ok()
        });
        let text = String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()?;
        let mut parts = text.split(BETWEEN);
        let towards = match parts.next()? {
            "a" => Towards::After,
            "b" => Towards::Before,
            _ => return None,
        };
        if parts.next()? != order {
            return None;
        }
        let id = Uuid::parse_str(parts.next()?).ok()?;
        let keys = parts.map(key).collect::<Option<Vec<Key>>>()?;
        Some(Self { towards, keys, id })
    }
}

fn key(text: &str) -> Option<Key> {
    let (kind, value) = text.split_at_checked(1)?;
    match kind {
        "t" if !value.chars().any(char::is_control) => Some(Key::Text(value.to_owned())),
        "i" => value.parse().ok().map(Key::Whole),
        "d" => value.parse().ok().map(Key::Day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> impl Strategy<Value = Vec<Key>> {
        let key = prop_oneof![
            "\\PC{0,40}".prop_map(Key::Text),
            any::<i64>().prop_map(Key::Whole),
            (0..40_000_i64)
                .prop_map(|days| { Key::Day(NaiveDate::default() + chrono::Duration::days(days)) }),
        ];
        prop::collection::vec(key, 0..4)
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(keys in keys(), id in any::<u128>(), after in any::<bool>()) {
            let towards = if after { Towards::After } else { Towards::Before };
            let cursor = Cursor { towards, keys, id: Uuid::from_u128(id) };
            let text = cursor.encode("-namn");
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            prop_assert_eq!(Cursor::decode(&text, "namn"), None);
            prop_assert_eq!(Cursor::decode(&text, "-namn"), Some(cursor));
        }

        #[test]
        fn anything_else_is_no_cursor(text in "\\PC*|[0-9a-f]*") {
            prop_assert_eq!(Cursor::decode(&text, "namn"), None);
        }
    }

    #[test]
    fn a_cursor_is_no_longer_than_is_read() {
        let of = |letters: usize| Cursor {
            towards: Towards::Before,
            keys: vec![Key::Text("a".repeat(letters))],
            id: Uuid::nil(),
        };
        // Two signs a letter; the rest of it takes 41.
        for (letters, length, read) in [(1_959, 4_000, true), (1_960, 4_002, false), (3_000, 6_082, false)] {
            let text = of(letters).encode("namn");
            assert_eq!(text.len(), length);
            assert_eq!(Cursor::decode(&text, "namn").is_some(), read, "{letters}");
        }
    }

    #[test]
    fn no_sign_that_a_database_refuses_gets_through() {
        let cursor = Cursor {
            towards: Towards::After,
            keys: vec![Key::Text("a\0b".to_owned())],
            id: Uuid::nil(),
        };
        assert_eq!(Cursor::decode(&cursor.encode("namn"), "namn"), None);
    }
}
