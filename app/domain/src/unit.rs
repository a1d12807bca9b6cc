//! Organisational units.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::UnitId;

/// A unit of the organisation: owner, recipient or assessor. Units come and go; a benefit whose
/// unit has ended is listed as orphaned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Identity.
    pub id: UnitId,
    /// Name.
    pub name: String,
    /// What kind of unit, in the agency's own words ("verksamhetsområde", "avdelning").
    #[serde(default)]
    pub kind: Option<String>,
    /// The unit that it belongs to.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// First day of existence, where known.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day of existence; `None` while it exists.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}
