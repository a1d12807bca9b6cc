//! What is left of an event when a name is erased.

use serde_json::{Map, Value, json};

/// Fields of an account that say who it is.
const NAMES: [&str; 2] = ["name", "email"];

/// An event's payload without a person's name: who did it, where `acted`, and the names of the account that it was
/// done to, where `about`. Roles, notes and everything else stay. None where nothing in it is a name of theirs.
pub fn redacted(payload: &Value, acted: bool, about: bool) -> Option<Value> {
    let mut left = payload.as_object()?.clone();
    if acted && left.get("who").is_some_and(Value::is_string) {
        left.insert("who".to_owned(), json!({ "erased": true }));
    }
    if about {
        for side in ["before", "after"] {
            if let Some(Value::Object(account)) = left.get_mut(side) {
                erase_names(account);
            }
        }
    }
    let left = Value::Object(left);
    (left != *payload).then_some(left)
}

fn erase_names(account: &mut Map<String, Value>) {
    for name in NAMES {
        if let Some(value) = account.get_mut(name) {
            *value = Value::Null;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Who, happened};

    #[test]
    fn the_name_goes_and_the_rest_stays() {
        let payload = json!({
            "who": "Inga Exempel", "roles": ["steering_unit"], "note": "rättat",
            "before": { "name": "A", "grants": [] }, "after": { "name": "B", "email": "b@c", "grants": [1] },
        });
        let acted = redacted(&payload, true, false).expect("a name");
        let read = happened(&acted).expect("it reads");
        assert_eq!(read.who, Who::Erased);
        assert_eq!(read.note.as_deref(), Some("rättat"));
        assert_eq!(
            (&acted["before"], &acted["after"]),
            (&payload["before"], &payload["after"])
        );
        let about = redacted(&payload, false, true).expect("names");
        assert_eq!(about["who"], "Inga Exempel", "who did it is somebody else");
        assert_eq!(about["before"], json!({ "name": null, "grants": [] }));
        assert_eq!(
            about["after"],
            json!({ "name": null, "email": null, "grants": [1] })
        );
        let both = redacted(&payload, true, true).expect("names");
        assert_eq!(
            redacted(&both, true, true),
            None,
            "there is nothing left to erase"
        );
        assert_eq!(redacted(&json!({ "who": null, "after": 3 }), true, true), None);
    }
}
