//! Names of the things that events speak of.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;
use uuid::Uuid;

use super::event::{Event, SubjectKind};
use crate::assessment::SubjectKey;
use crate::id::InitiativeId;

/// What a thing is called today, and where it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub kind: SubjectKind,
    /// Its name; of an assessment what it judges, empty for the whole; of a round the code of its part
    /// of the year.
    pub name: String,
    /// The initiative that it hangs on.
    pub initiative: Option<InitiativeId>,
    /// The number of an area.
    pub number: Option<String>,
    /// What an assessment judges.
    pub judges: Option<SubjectKey>,
    /// The last year of a report, or of the report that an assessment belongs to; the year of a round.
    pub year: Option<i32>,
    /// A report, or an assessment in one, that is not decided, or a round that nobody has been asked in:
    /// not everybody may know of it.
    pub undecided: bool,
}

impl Named {
    /// Something with a name alone.
    pub fn new(kind: SubjectKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            initiative: None,
            number: None,
            judges: None,
            year: None,
            undecided: false,
        }
    }
}

/// Names by identity.
pub type Names = HashMap<Uuid, Named>;

/// The identities that events speak of: what they were done to, and whatever their changes name.
pub fn references(events: &[Event]) -> BTreeSet<Uuid> {
    let mut found = BTreeSet::new();
    for event in events {
        found.extend(event.subject.parse::<Uuid>());
        let changes = event.happened.iter().flat_map(|happened| &happened.changes);
        for value in changes
            .flat_map(|change| [&change.before, &change.after])
            .flatten()
        {
            collect(value, &mut found);
        }
    }
    found
}

fn collect(value: &Value, into: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => into.extend(identity(text)),
        Value::Array(list) => list.iter().for_each(|one| collect(one, into)),
        Value::Object(fields) => fields.values().for_each(|one| collect(one, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The identity that a text is, as they are written in payloads.
pub fn identity(text: &str) -> Option<Uuid> {
    (text.len() == 36).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::event::happened;
    use super::*;

    #[test]
    fn whatever_is_named_is_found_however_deep() {
        let (subject, group, unit) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let event = Event {
            seq: 1,
            at: "2025-03-10T12:00:00Z".parse().expect("a moment"),
            account: None,
            action: "benefit.change".to_owned(),
            kind: "benefit".to_owned(),
            subject: subject.to_string(),
            request: Uuid::nil(),
            happened: happened(&json!({
                "who": null, "roles": [],
                "before": { "groups": [{ "group": group.to_string() }], "owner": null },
                "after": { "groups": [], "owner": unit.to_string(), "text": "inget id" },
            })),
        };
        assert_eq!(references(&[event]), BTreeSet::from([subject, group, unit]));
    }
}
