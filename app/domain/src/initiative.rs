//! Initiatives.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AreaId, InitiativeId, PortfolioId, UnitId};
use crate::reading::Reading;

/// How large an initiative is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeSize {
    /// Large.
    Large,
    /// Medium.
    Medium,
    /// The source does not say.
    #[default]
    NotStated,
}

/// Where an initiative stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeStatus {
    /// Proposed.
    Proposed,
    /// Decided.
    Decided,
    /// Work goes on.
    Ongoing,
    /// All is delivered.
    Delivered,
    /// The benefit is being taken home.
    Realising,
    /// Finished and followed up.
    Closed,
    /// Ended before it was finished.
    Stopped,
}

impl InitiativeStatus {
    /// All, from the first to the last.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Decided,
        Self::Ongoing,
        Self::Delivered,
        Self::Realising,
        Self::Closed,
        Self::Stopped,
    ];

    /// The code used in files and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Decided => "decided",
            Self::Ongoing => "ongoing",
            Self::Delivered => "delivered",
            Self::Realising => "realising",
            Self::Closed => "closed",
            Self::Stopped => "stopped",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// The mark of a development object (utvecklingsobjekt, UO): an initiative that the leadership
/// follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevelopmentObject {
    /// Since when; `None` where the source does not say.
    #[serde(default)]
    pub since: Option<NaiveDate>,
}

/// A development initiative (utvecklingsinitiativ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
    /// What it is about. Plain text with paragraphs.
    #[serde(default)]
    pub summary: String,
    /// The mark of a development object, where it is one.
    #[serde(default)]
    pub development_object: Option<DevelopmentObject>,
    /// Size.
    #[serde(default)]
    pub size: InitiativeSize,
    /// Default area of its deliveries.
    #[serde(default)]
    pub area: Option<AreaId>,
    /// Tactical portfolios that it belongs to.
    #[serde(default)]
    pub portfolios: Vec<PortfolioId>,
    /// The unit that owns it.
    #[serde(default)]
    pub owner: Option<UnitId>,
    /// The day that a law or ordinance fixes for its introduction, where one does.
    #[serde(default)]
    pub statutory_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: Reading<InitiativeStatus>,
    /// The year that it began, where known.
    #[serde(default)]
    pub started_year: Option<i32>,
    /// Initiatives that this one depends on.
    #[serde(default)]
    pub depends_on: Vec<InitiativeId>,
    /// Strategic focus area, in the agency's own words.
    #[serde(default)]
    pub focus_area: Option<String>,
    /// A free label.
    #[serde(default)]
    pub label: Option<Reading<String>>,
}
