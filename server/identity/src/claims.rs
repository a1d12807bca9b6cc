use std::collections::BTreeMap;

use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// All that a token says beside what every provider says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Others {
    #[serde(flatten)]
    all: BTreeMap<String, Value>,
}

impl AdditionalClaims for Others {}

impl Others {
    /// The values of a claim: those of a list, or a text as the one value.
    pub(crate) fn values(&self, claim: &str) -> Vec<String> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match self.all.get(claim) {
            Some(Value::Array(values)) => values.iter().filter_map(text).collect(),
            Some(value) => text(value).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_claim_is_a_list_or_a_text() {
        let others: Others = serde_json::from_value(json!({
            "groups": ["styrning", 7, "drift"], "role": "chef", "age": 7,
        }))
        .expect("claims");
        assert_eq!(others.values("groups"), ["styrning", "drift"]);
        assert_eq!(others.values("role"), ["chef"]);
        assert!(others.values("age").is_empty() && others.values("none").is_empty());
    }
}
