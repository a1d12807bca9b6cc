//! Portfolios.

use serde::{Deserialize, Serialize};

use crate::id::PortfolioId;

/// Where a portfolio stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PortfolioKind {
    /// The one that holds the others.
    Strategic,
    /// One of those that the strategic portfolio holds.
    Tactical,
}

/// A portfolio of initiatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portfolio {
    /// Identity.
    pub id: PortfolioId,
    /// Name.
    pub name: String,
    /// Strategic or tactical.
    pub kind: PortfolioKind,
    /// The portfolio that holds it.
    #[serde(default)]
    pub parent: Option<PortfolioId>,
}
