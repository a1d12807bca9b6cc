//! Accounts.

use serde::{Deserialize, Serialize};

use crate::id::AccountId;
use crate::role::Grant;

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// E-mail address, unique; none for demo roles, who sign in by link only.
    pub email: Option<String>,
    /// Name as shown.
    pub name: String,
    /// Roles with scope and time.
    pub grants: Vec<Grant>,
}
