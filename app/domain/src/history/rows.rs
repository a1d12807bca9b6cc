//! Two lists, row by row.

use serde_json::Value;

use super::sequence::{Step, align};

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// It is as it was.
    Kept(Value),
    /// It is gone.
    Removed(Value),
    /// It is new.
    Added(Value),
    /// The same thing, by its identity, is not as it was: before and after.
    Changed(Value, Value),
}

/// Two lists side by side. A row with an identity is the same row though something in it changed.
pub fn rows(before: &[Value], after: &[Value]) -> Vec<Row> {
    align(before, after, same)
        .into_iter()
        .map(|step| match step {
            Step::Left(at) => Row::Removed(before[at].clone()),
            Step::Right(at) => Row::Added(after[at].clone()),
            Step::Both(old, new) if before[old] == after[new] => Row::Kept(after[new].clone()),
            Step::Both(old, new) => Row::Changed(before[old].clone(), after[new].clone()),
        })
        .collect()
}

fn same(one: &Value, other: &Value) -> bool {
    match (identity(one), identity(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

fn identity(row: &Value) -> Option<&Value> {
    row.get("id").filter(|id| !id.is_null())
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_are_added_removed_and_kept() {
        let found = rows(
            &[json!("a"), json!("b"), json!("c")],
            &[json!("a"), json!("x"), json!("c")],
        );
        assert_eq!(
            found,
            [
                Row::Kept(json!("a")),
                Row::Removed(json!("b")),
                Row::Added(json!("x")),
                Row::Kept(json!("c")),
            ]
        );
    }

    #[test]
    fn a_row_with_an_identity_is_changed_not_replaced() {
        let (old, new) = (json!({ "id": 1, "value": "5" }), json!({ "id": 1, "value": "6" }));
        let found = rows(from_ref(&old), from_ref(&new));
        assert_eq!(found, [Row::Changed(old, new)]);
    }

    proptest! {
        #[test]
        fn both_lists_can_be_put_together_again(
            before in prop::collection::vec((0_i64..4, 0_i64..3), 0..8),
            after in prop::collection::vec((0_i64..4, 0_i64..3), 0..8),
        ) {
            // Some rows have an identity and some have none.
            let list = |pairs: &[(i64, i64)]| -> Vec<Value> {
                pairs
                    .iter()
                    .map(|(id, v)| if *id == 0 { json!({ "v": v }) } else { json!({ "id": id, "v": v }) })
                    .collect()
            };
            let (before, after) = (list(&before), list(&after));
            let (mut old, mut new) = (Vec::new(), Vec::new());
            for row in rows(&before, &after) {
                match row {
                    Row::Kept(one) => { old.push(one.clone()); new.push(one); }
                    Row::Removed(one) => old.push(one),
                    Row::Added(one) => new.push(one),
                    Row::Changed(one, other) => { prop_assert_ne!(&one, &other); old.push(one); new.push(other); }
                }
            }
            prop_assert_eq!(old, before);
            prop_assert_eq!(new, after);
        }
    }
}
