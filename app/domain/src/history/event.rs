//! One thing that was done.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::difference::{Change, difference, is_silent};
use crate::id::AccountId;
use crate::role::Role;

/// A kind of thing that the audit chain speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SubjectKind {
    Initiative,
    Delivery,
    Benefit,
    RealisationPlan,
    Calculation,
    Measure,
    EffectGoal,
    Measurement,
    Statement,
    FreedTime,
    SekValue,
    SusEvaluation,
    Assessment,
    Report,
    FollowUpRound,
    Area,
    AreaSet,
    BenefitGroup,
    Portfolio,
    Unit,
    Factor,
    GradingScheme,
    Agency,
    Account,
}

impl SubjectKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 24] = [
        Self::Initiative,
        Self::Delivery,
        Self::Benefit,
        Self::RealisationPlan,
        Self::Calculation,
        Self::Measure,
        Self::EffectGoal,
        Self::Measurement,
        Self::Statement,
        Self::FreedTime,
        Self::SekValue,
        Self::SusEvaluation,
        Self::Assessment,
        Self::Report,
        Self::FollowUpRound,
        Self::Area,
        Self::AreaSet,
        Self::BenefitGroup,
        Self::Portfolio,
        Self::Unit,
        Self::Factor,
        Self::GradingScheme,
        Self::Agency,
        Self::Account,
    ];

    /// The code in the audit chain.
    pub fn code(self) -> &'static str {
        match self {
            Self::Initiative => "initiative",
            Self::Delivery => "delivery",
            Self::Benefit => "benefit",
            Self::RealisationPlan => "realisation_plan",
            Self::Calculation => "calculation",
            Self::Measure => "measure",
            Self::EffectGoal => "effect_goal",
            Self::Measurement => "measurement",
            Self::Statement => "statement",
            Self::FreedTime => "freed_time",
            Self::SekValue => "sek_value",
            Self::SusEvaluation => "sus_evaluation",
            Self::Assessment => "assessment",
            Self::Report => "report",
            Self::FollowUpRound => "follow_up_round",
            Self::Area => "area",
            Self::AreaSet => "area_set",
            Self::BenefitGroup => "benefit_group",
            Self::Portfolio => "portfolio",
            Self::Unit => "unit",
            Self::Factor => "factor",
            Self::GradingScheme => "grading_scheme",
            Self::Agency => "agency",
            Self::Account => "account",
        }
    }

    /// The kind with this code in the audit chain.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its part of an address.
    pub fn segment(self) -> &'static str {
        match self {
            Self::Initiative => "initiativ",
            Self::Delivery => "leverans",
            Self::Benefit => "nytta",
            Self::RealisationPlan => "hemtagningsplan",
            Self::Calculation => "kalkyl",
            Self::Measure => "matt",
            Self::EffectGoal => "effektmal",
            Self::Measurement => "matning",
            Self::Statement => "konstaterad",
            Self::FreedTime => "frigjord-tid",
            Self::SekValue => "varde",
            Self::SusEvaluation => "sus",
            Self::Assessment => "bedomning",
            Self::Report => "rapport",
            Self::FollowUpRound => "uppfoljningsomgang",
            Self::Area => "omrade",
            Self::AreaSet => "omradesindelning",
            Self::BenefitGroup => "nyttogrupp",
            Self::Portfolio => "portfolj",
            Self::Unit => "enhet",
            Self::Factor => "faktor",
            Self::GradingScheme => "bedomningsskala",
            Self::Agency => "myndighet",
            Self::Account => "konto",
        }
    }

    /// The kind with this part of an address.
    pub fn from_segment(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.segment() == segment)
    }
}

/// What the log calls the operator at the command line.
pub const OPERATOR: &str = "operator";

/// What is done while somebody signs in: they are nobody until then, and it is theirs all the same.
pub const SIGNING_IN: [&str; 6] = [
    "session.begin",
    "session.halfway",
    "second_factor.enrol",
    "second_factor.refuse",
    "recovery_code.use",
    "identity.link",
];

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody was signed in.
    Nobody,
    /// The operator at the command line.
    Operator,
    /// A person, by the name that they had then.
    Person(String),
    /// The name has been erased.
    Erased,
}

/// What an event says beside who, what and when: the part that can be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// Who did it.
    pub who: Who,
    /// The roles that they held then.
    pub roles: Vec<Role>,
    /// What they noted.
    pub note: Option<String>,
    /// What it changed; what was nothing and became nothing is left out.
    pub changes: Vec<Change>,
    /// There was nothing before: the thing is new with this.
    pub is_new: bool,
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number in the chain.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Which account; none for the operator and for nobody.
    pub account: Option<AccountId>,
    /// What was done, e.g. `delivery.log`.
    pub action: String,
    /// To what kind of thing, as the chain has it.
    pub kind: String,
    /// To which.
    pub subject: String,
    /// In which request.
    pub request: Uuid,
    /// The rest; none where it has been erased.
    pub happened: Option<Happened>,
}

/// Reads what an event says. Something that is no such thing says nothing, as if it had been erased.
pub fn happened(payload: &Value) -> Option<Happened> {
    let payload = payload.as_object()?;
    let who = match payload.get("who")? {
        Value::String(name) if name == OPERATOR => Who::Operator,
        Value::String(name) => Who::Person(name.clone()),
        Value::Object(_) => Who::Erased,
        _ => Who::Nobody,
    };
    let roles = payload.get("roles").and_then(Value::as_array);
    let roles = roles.into_iter().flatten().filter_map(Value::as_str);
    let of = |name: &str| payload.get(name).filter(|value| !value.is_null());
    let (before, after) = (of("before"), of("after"));
    let changes = match (before, after) {
        (None, None) => Vec::new(),
        (Some(before), Some(after)) => difference(before, after),
        (before, after) => {
            let nothing = Value::Object(Map::new());
            difference(before.unwrap_or(&nothing), after.unwrap_or(&nothing))
        }
    };
    Some(Happened {
        who,
        roles: roles.filter_map(Role::from_code).collect(),
        note: of("note").and_then(Value::as_str).map(str::to_owned),
        changes: changes
            .into_iter()
            .filter(|change| !(is_silent(change.before.as_ref()) && is_silent(change.after.as_ref())))
            .collect(),
        is_new: before.is_none() && after.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn kinds_are_found_by_address_and_a_session_is_none() {
        for kind in SubjectKind::ALL {
            assert_eq!(SubjectKind::from_segment(kind.segment()), Some(kind));
        }
        assert_eq!(SubjectKind::from_code("session"), None);
    }

    #[test]
    fn what_happened_is_read_from_the_payload() {
        let payload = json!({
            "who": "Portföljansvarig", "roles": ["portfolio_manager", "no_such_role"], "note": "rättat",
            "before": { "name": "A", "note": null }, "after": { "name": "B", "note": "" },
        });
        let read = happened(&payload).expect("it reads");
        assert_eq!(read.who, Who::Person("Portföljansvarig".to_owned()));
        assert_eq!(read.roles, [Role::PortfolioManager]);
        assert_eq!(read.note.as_deref(), Some("rättat"));
        let paths: Vec<_> = read.changes.iter().map(|change| change.path.join(".")).collect();
        assert_eq!(paths, ["name"], "from nothing to nothing is no change");
        assert!(!read.is_new);
    }

    #[test]
    fn what_is_new_is_told_field_by_field() {
        let payload =
            json!({ "who": null, "roles": [], "before": null, "after": { "name": "B", "note": null } });
        let read = happened(&payload).expect("it reads");
        assert_eq!(
            (&read.who, read.is_new, read.changes.len()),
            (&Who::Nobody, true, 1)
        );
        assert_eq!(read.changes[0].path, ["name"]);
        let operator = happened(&json!({ "who": "operator", "roles": [] })).expect("it reads");
        assert_eq!((operator.who, operator.changes), (Who::Operator, Vec::new()));
        assert_eq!(happened(&json!("x")), None);
    }
}
