//! The register of benefits.

use super::order::columns;
use super::query::{AreaChoice, Filter, RegisterKind, with_or_without, with_or_without_code};
use crate::benefit::{BenefitState, ValueClass};
use crate::id::{BenefitGroupId, UnitId};

columns! {
    /// What the register of benefits is sorted by.
    BenefitColumn {
        /// The benefit's name or description.
        Name: "nytta", false;
        /// The initiative that promises it.
        Initiative: "initiativ", false;
        /// Area, then initiative.
        #[default]
        Area: "omrade", false;
        /// How it can be valued.
        ValueClass: "vardeklass", false;
        /// Where it stands.
        State: "lage", false;
        /// How many approved statements speak for it.
        Statements: "konstaterade", true;
    }
}

/// What the register of benefits is narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenefitFilter {
    /// The area of its delivery or else its initiative.
    pub area: Option<AreaChoice>,
    /// A group that it belongs to.
    pub group: Option<BenefitGroupId>,
    /// How it can be valued.
    pub value_class: Option<ValueClass>,
    /// Where it stands.
    pub state: Option<BenefitState>,
    /// The unit that answers for its coming.
    pub owner: Option<UnitId>,
    /// Comes from a delivery, or from none.
    pub delivery: Option<bool>,
    /// An approved statement speaks for it, or none does.
    pub stated: Option<bool>,
}

impl Filter for BenefitFilter {
    type Column = BenefitColumn;

    const KIND: RegisterKind = RegisterKind::Benefits;

    fn parse(field: &dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            area: field("omrade").and_then(|code| AreaChoice::from_code(&code)),
            group: field("grupp").and_then(|id| id.parse().ok()),
            value_class: field("vardeklass").and_then(|code| ValueClass::from_code(&code)),
            state: field("lage").and_then(|code| BenefitState::from_code(&code)),
            owner: field("enhet").and_then(|id| id.parse().ok()),
            delivery: field("leverans").and_then(|code| with_or_without(&code)),
            stated: field("konstaterad").and_then(|code| with_or_without(&code)),
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        [
            ("omrade", self.area.as_ref().map(|area| area.code().to_owned())),
            ("grupp", self.group.map(|id| id.to_string())),
            (
                "vardeklass",
                self.value_class.map(|class| class.code().to_owned()),
            ),
            ("lage", self.state.map(|state| state.code().to_owned())),
            ("enhet", self.owner.map(|id| id.to_string())),
            ("leverans", self.delivery.map(with_or_without_code)),
            ("konstaterad", self.stated.map(with_or_without_code)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}
