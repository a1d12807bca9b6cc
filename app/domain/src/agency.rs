//! The agency that the installation belongs to.

use serde::{Deserialize, Serialize};

/// Settings of the agency that reports need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Name as printed.
    pub name: String,
    /// Currency of all amounts, ISO 4217.
    pub currency: String,
}
