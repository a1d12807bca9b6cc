//! Who asks, and when: the plain data that every use case is given first.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::AccountId;
use crate::local_time::local_time;
use crate::role::{Grant, Holder, Role};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// The operator at the command line, who has the database file anyway.
    Operator,
    /// A signed-in account.
    Account {
        /// Identity.
        id: AccountId,
        /// Name as shown.
        name: String,
        /// Roles with scope and time.
        grants: Vec<Grant>,
    },
}

/// The context of one request or command: actor, one `now`, request id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// Who acts.
    pub actor: Actor,
    /// The one moment of the request, cut to microseconds.
    pub now: DateTime<Utc>,
    /// Names the request in logs, in audit rows and on error pages.
    pub request_id: Uuid,
    /// Names the signed-in browser (the hash of its token): drafts of forms belong to it.
    pub session: Option<String>,
    /// Everybody else who holds a role, where the actor is leadership: they stand in where no one else may approve. None
    /// for everybody who is not, and where nobody has looked.
    pub others: Option<Arc<[Holder]>>,
}

impl Ctx {
    /// Today, in the agency's calendar: Swedish agencies reckon days by Stockholm time.
    pub fn today(&self) -> NaiveDate {
        local_time(self.now).date()
    }

    /// The account that acts, where one does.
    pub fn account_id(&self) -> Option<AccountId> {
        match &self.actor {
            Actor::Account { id, .. } => Some(*id),
            Actor::Anonymous | Actor::Operator => None,
        }
    }

    /// The roles that the actor holds today, in listed order, each once.
    pub fn roles(&self) -> Vec<Role> {
        let today = self.today();
        match &self.actor {
            Actor::Account { grants, .. } => Role::ALL
                .into_iter()
                .filter(|role| {
                    grants
                        .iter()
                        .any(|grant| grant.role == *role && grant.holds(today))
                })
                .collect(),
            Actor::Anonymous | Actor::Operator => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Scope;

    fn ctx(actor: Actor, now: &str) -> Ctx {
        Ctx {
            actor,
            now: now.parse().expect("a moment"),
            request_id: Uuid::nil(),
            session: None,
            others: None,
        }
    }

    #[test]
    fn roles_are_those_held_today_each_once_in_their_order() {
        let grant = |role, to: Option<&str>| Grant {
            role,
            scope: Scope::All,
            from: None,
            to: to.map(|day| day.parse().expect("a day")),
        };
        let id = AccountId(Uuid::from_u128(7));
        let account = Actor::Account {
            id,
            name: String::new(),
            grants: vec![
                grant(Role::Reviewer, None),
                grant(Role::SteeringUnit, Some("2025-03-10")),
                grant(Role::Reviewer, None),
                grant(Role::Leadership, Some("2025-03-09")),
            ],
        };
        let mut held: Vec<Role> = Role::ALL.to_vec();
        held.retain(|role| matches!(role, Role::Reviewer | Role::SteeringUnit));
        let someone = ctx(account, "2025-03-10T12:00:00Z");
        assert_eq!((someone.roles(), someone.account_id()), (held, Some(id)));
        for actor in [Actor::Anonymous, Actor::Operator] {
            let nobody = ctx(actor, "2025-03-10T12:00:00Z");
            assert_eq!((nobody.roles(), nobody.account_id()), (vec![], None));
        }
    }

    #[test]
    fn today_is_the_day_in_stockholm() {
        let late = ctx(Actor::Anonymous, "2025-01-31T23:00:00Z");
        assert_eq!(late.today().to_string(), "2025-02-01");
    }
}
