//! What is missing or still to come, by kind.

use serde::{Deserialize, Serialize};

use super::Standing;
use crate::id::{BenefitId, DeliveryId, InitiativeId};

/// What kind of thing is missing or still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Due benefits without a measurement.
    Unmeasured,
    /// Due benefits with nothing that gives a score.
    Missing,
    /// Benefits that nothing says the date of.
    Undated,
    /// Development objects without an approved calculation, required from 2023.
    WithoutCalculation,
    /// Development objects without a realisation plan, required from autumn 2024.
    WithoutPlan,
    /// Initiatives without area and delivery.
    WithoutDelivery,
    /// Benefit groups without a decided level.
    GroupsUnjudged,
    /// Areas without a decided level.
    AreasUnjudged,
    /// Deliveries that are late.
    Late,
    /// Deliveries that are partly delivered.
    PartlyDelivered,
    /// Follow-ups that are planned.
    PlannedFollowups,
    /// SUS evaluations that call for action.
    SusNeedsAction,
}

impl GapKind {
    /// All, in the order of the overview.
    pub const ALL: [Self; 12] = [
        Self::Unmeasured,
        Self::Missing,
        Self::Undated,
        Self::WithoutCalculation,
        Self::WithoutPlan,
        Self::WithoutDelivery,
        Self::AreasUnjudged,
        Self::GroupsUnjudged,
        Self::Late,
        Self::PartlyDelivered,
        Self::PlannedFollowups,
        Self::SusNeedsAction,
    ];

    /// The code used in addresses and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unmeasured => "unmeasured",
            Self::Missing => "missing",
            Self::Undated => "undated",
            Self::WithoutCalculation => "without_calculation",
            Self::WithoutPlan => "without_plan",
            Self::WithoutDelivery => "without_delivery",
            Self::GroupsUnjudged => "groups_unjudged",
            Self::AreasUnjudged => "areas_unjudged",
            Self::Late => "late",
            Self::PartlyDelivered => "partly_delivered",
            Self::PlannedFollowups => "planned_followups",
            Self::SusNeedsAction => "sus_needs_action",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Among how many it is counted; none where there is no whole.
    pub fn out_of(self, standing: &Standing) -> Option<u32> {
        let count = |n: usize| u32::try_from(n).ok();
        match self {
            Self::Unmeasured | Self::Missing => Some(standing.tally.due()),
            Self::Undated => Some(standing.tally.benefits()),
            Self::WithoutCalculation | Self::WithoutPlan => Some(standing.totals.development_objects),
            Self::GroupsUnjudged => count(standing.groups.len()),
            Self::AreasUnjudged => count(standing.areas.len()),
            Self::Late | Self::PartlyDelivered | Self::SusNeedsAction => Some(standing.totals.deliveries),
            Self::WithoutDelivery | Self::PlannedFollowups => None,
        }
    }
}

/// Something missing or still to come, with what it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// How many.
    pub count: u32,
    /// What it concerns, by name, in order.
    pub names: Vec<String>,
    /// Where each is worked on; empty where none of it is an initiative's, and in reports that were frozen
    /// before places were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<GapPlace>,
}

/// Where something that is missing is worked on: its initiative, and what of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapPlace {
    /// The initiative itself.
    Initiative(InitiativeId),
    /// A delivery of it.
    Delivery(InitiativeId, DeliveryId),
    /// A benefit of it.
    Benefit(InitiativeId, BenefitId),
}
