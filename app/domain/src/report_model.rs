//! The one model that every rendering of a report is made from.

mod compiler;
mod deviation;
mod gaps;
mod lack;
mod motivated;
mod placed;
mod sections;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::agency::Agency;
use crate::area::Area;
use crate::assessment::Assessment;
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::delivery::Delivery;
use crate::effect_goal::material::GoalMaterial;
use crate::effect_goal::standing::GoalStanding;
use crate::evidence::Evidence;
use crate::expected_value::PromisedLine;
use crate::freed_time::{FreedTime, TimeTally};
use crate::id::{InitiativeId, StatementId};
use crate::initiative::Initiative;
use crate::level::GradingScheme;
use crate::measurement::Measurement;
use crate::parted::PartedLeaf;
use crate::reading::Reading;
use crate::realisation_plan::RealisationPlan;
use crate::report::Report;
use crate::sek_value::{SekTally, SekValue};
use crate::shared_list::SharedList;
use crate::standing::Standing;
use crate::statement::Statement;
use crate::sus::SusEvaluation;

#[cfg(test)]
pub(crate) mod tests;

use compiler::Compiler;
pub use deviation::Deviation;
pub use lack::{Waiting, lacks};
pub use motivated::motivated;
pub use placed::{FigureNumbers, Place, PlacedFigure, placed};

/// All that a report is compiled from: the portfolio as loaded, in any order. What lies outside the
/// report's scope is left out here, not by the one who loads.
#[derive(Clone, Debug)]
pub struct ReportMaterial {
    /// The agency.
    pub agency: Agency,
    /// The report.
    pub report: Report,
    /// The thresholds and scores that it is graded with.
    pub scheme: GradingScheme,
    /// All groups.
    pub groups: SharedList<BenefitGroup>,
    /// Areas, at least those of the report's set.
    pub areas: SharedList<Area>,
    /// Initiatives.
    pub initiatives: SharedList<Initiative>,
    /// Deliveries.
    pub deliveries: SharedList<Delivery>,
    /// Benefits.
    pub benefits: SharedList<Benefit>,
    /// Statements.
    pub statements: SharedList<Statement>,
    /// SUS evaluations.
    pub sus: SharedList<SusEvaluation>,
    /// The newest version of each of the report's assessments.
    pub assessments: SharedList<Assessment>,
    /// Effect goals of the benefits with what was measured of them.
    pub measured: GoalMaterial,
    /// Initiatives of which a calculation is approved, and the day on which it was; none where the source does not say.
    pub calculated: SharedList<(InitiativeId, Option<NaiveDate>)>,
    /// What promised calculations say that benefits are worth.
    pub promised: SharedList<PromisedLine>,
    /// Realisation plans.
    pub plans: SharedList<RealisationPlan>,
    /// What benefits freed, in any state.
    pub freed_times: SharedList<FreedTime>,
    /// What statements and measurements say in kronor.
    pub sek_values: SharedList<SekValue>,
    /// The measurements that such values hang on, and those that correct them.
    pub valued: SharedList<Measurement>,
}

/// What the report says of an initiative beside its delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InitiativeHead {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// A development object.
    pub development_object: bool,
    /// Its free label.
    pub label: Option<Reading<String>>,
}

impl InitiativeHead {
    /// The head of an initiative.
    pub fn of(initiative: &Initiative) -> Self {
        Self {
            id: initiative.id,
            name: initiative.name.clone(),
            summary: initiative.summary.clone(),
            development_object: initiative.development_object.is_some(),
            label: initiative.label.clone(),
        }
    }
}

/// A benefit with what its score rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitSection {
    /// The benefit.
    pub benefit: Benefit,
    /// State and score.
    pub evidence: Evidence,
    /// The statements that speak for it and count.
    pub statements: Vec<StatementId>,
    /// Where its effect goals stand.
    #[serde(default)]
    pub goals: Vec<GoalStanding>,
}

/// A delivery with expected and realised benefit side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverySection {
    /// The delivery.
    pub delivery: Delivery,
    /// Its initiative.
    pub initiative: InitiativeHead,
    /// Late as of the cut-off.
    pub late: bool,
    /// Why it is in scope although no launch lies within the years.
    pub scope_reason: Option<String>,
    /// Expected benefits.
    pub benefits: Vec<BenefitSection>,
    /// Statements that count, those that speak for no benefit among them.
    pub statements: Vec<Statement>,
    /// SUS evaluations.
    pub sus: Vec<SusEvaluation>,
}

/// One area's section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaSection {
    /// The area.
    pub area: Area,
    /// The newest assessment, where there is one.
    pub assessment: Option<Assessment>,
    /// Deliveries in scope, in order. Whoever looks at one area holds them together with the model that they are of.
    pub deliveries: SharedList<DeliverySection>,
    /// Benefits of the area's initiatives that come from no delivery.
    pub without_delivery: SharedList<BenefitSection>,
}

/// A report with all that it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportModel {
    /// The agency.
    pub agency: Agency,
    /// The report's own texts and facts. Its cut-off is the day as of which everything is judged.
    pub report: Report,
    /// The report's own cut-off, where it was judged as of a day that somebody asked for instead. Such a model is
    /// never what is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_cut_off: Option<NaiveDate>,
    /// The roll-up.
    pub standing: Standing,
    /// One section an area, by number.
    pub areas: Vec<AreaSection>,
    /// Initiatives that go on without a delivery yet.
    pub ongoing: Vec<InitiativeHead>,
    /// The whole's assessment, where there is one.
    pub overall: Option<Assessment>,
    /// The groups' assessments, in the order of the groups.
    pub group_assessments: Vec<Assessment>,
    /// What benefits in scope freed in each of the report's years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freed_time: Vec<PartedLeaf<TimeTally>>,
    /// Outcomes in kronor of benefits in scope that are counted in each of the report's years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sek_outcome: Vec<PartedLeaf<SekTally>>,
}

/// Compiles a report's model from its material.
pub fn compile(material: ReportMaterial) -> ReportModel {
    Compiler::new(&material).model()
}

/// Compiles a report as of another day than its own: everything is judged as of that day (product.md, section 1), by
/// what is known now. The material has to be loaded for that day.
pub fn compile_as_of(mut material: ReportMaterial, day: NaiveDate) -> ReportModel {
    let own_cut_off = std::mem::replace(&mut material.report.cut_off, day);
    let model = compile(material);
    ReportModel {
        own_cut_off: Some(own_cut_off),
        ..model
    }
}

/// Compiles the roll-up alone.
pub fn standing(material: &ReportMaterial) -> Standing {
    Compiler::new(material).standing()
}
