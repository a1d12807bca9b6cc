//! Where things stand on a sheet of results. Its rows do not depend on the calculation: years stand side by side, one a
//! column, and what is likely stands above, where people look first.

use domain::calculation::{Scenario, Scope};

use super::flows::Sum;
use crate::calculation::words::Reckoned;

/// A scope in a scenario, in the order of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) scope: Scope,
    pub(super) scenario: Scenario,
}

impl Variant {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Scope::ALL.into_iter().flat_map(|scope| {
            Scenario::ALL
                .into_iter()
                .map(move |scenario| Self { scope, scenario })
        })
    }
}

pub(super) const TITLE: u32 = 0;
pub(super) const ABOUT: u32 = 1;
/// Names of the scopes, with those of the scenarios below.
pub(super) const SCOPES: u32 = 3;
/// First of the nine key figures.
pub(super) const KEYS: u32 = 5;
/// Head of the two yearly tables.
const YEARLY: [u32; 2] = [15, 23];
pub(super) const BASIS: u32 = 31;
pub(super) const ORDER: u32 = 32;
pub(super) const FACTOR: u32 = 33;
/// First of the nine sums: costs, financial benefit and redistribution, each low, likely and high.
const SUMS: u32 = 34;
/// Where the variants begin.
const VARIANTS: u32 = 44;
/// Rows of a flow, with its head.
const FLOW: u32 = 7;
/// Rows of the help for payback and internal rate of return.
const HELP: u32 = 4;

/// Where a variant stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    /// Head of its six rows of yearly values.
    pub(super) flow: u32,
    /// Head of its help, where that stands apart.
    pub(super) help_head: Option<u32>,
    /// First row of its help.
    pub(super) help: u32,
}

impl Rows {
    /// The rows of benefits, costs, net, net so far, discounted net, and discounted net so far.
    pub(super) fn yearly(self) -> [u32; 6] {
        [1, 2, 3, 4, 5, 6].map(|below| self.flow + below)
    }

    /// The rows of help: net so far below nothing, the same discounted, sign of the net, change of sign.
    pub(super) fn helping(self) -> [u32; 4] {
        [0, 1, 2, 3].map(|below| self.help + below)
    }
}

/// The row of what lines of a kind come to at an estimate.
pub(super) fn sum(sum: Sum, reckoned: Reckoned) -> u32 {
    let kind = match sum {
        Sum::Costs => 0,
        Sum::Financial => 3,
        Sum::Redistribution => 6,
    };
    let estimate = match reckoned {
        Reckoned::Low => 0,
        Reckoned::Likely => 1,
        Reckoned::High => 2,
    };
    SUMS + kind + estimate
}

/// Where each variant stands.
pub(super) fn variants() -> Vec<(Variant, Rows)> {
    let mut next = VARIANTS;
    Variant::all()
        .map(|variant| {
            let above = (variant.scenario == Scenario::Likely).then_some(match variant.scope {
                Scope::Financial => YEARLY[0],
                Scope::FinancialAndRedistribution => YEARLY[1],
            });
            let head = next;
            let rows = Rows {
                flow: above.unwrap_or(head),
                help_head: above.map(|_| head),
                help: head + above.map_or(FLOW, |_| 1),
            };
            next = rows.help + HELP + 1;
            (variant, rows)
        })
        .collect()
}

/// Where the halving begins: a head with the scopes, one with the scenarios, the start, its steps, and what they come to.
pub(super) fn halving() -> u32 {
    let last = variants().last().map(|(_, rows)| rows.help);
    last.map_or(VARIANTS, |help| help + HELP + 1)
}
