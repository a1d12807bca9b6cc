//! Benefit groups.

use serde::{Deserialize, Serialize};

use crate::id::BenefitGroupId;

/// For whom the benefits of a group arise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// For people and organisations outside the agency.
    External,
    /// Inside the agency.
    Internal,
}

/// A benefit group (nyttogrupp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitGroup {
    /// Identity.
    pub id: BenefitGroupId,
    /// Short stable code, used in files.
    pub code: String,
    /// Name in full.
    pub name: String,
    /// Name where there is little room, as in the head of the matrix.
    pub short_name: String,
    /// External or internal.
    pub kind: GroupKind,
    /// Order among the groups, lowest first.
    pub ordinal: i32,
}
