//! Where the portfolio stands: the roll-up in the shape that pages and reports show it in.

mod gap;
mod subject;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::area::Budget;
use crate::assessment::AssessmentState;
use crate::benefit_group::BenefitGroup;
use crate::id::{AreaId, BenefitGroupId, DeliveryId, InitiativeId, ReportId};
use crate::level::{FulfilmentLevel, GradingScheme};
use crate::money::Money;
use crate::realisation::Realisation;
use crate::report::{Decision, GroupConflict, Report, ReportState, years};
use crate::rollup::{Proposal, Tally};
use crate::shared_list::SharedList;

pub use gap::{Gap, GapKind, GapPlace};
pub use subject::{Judgeable, ProposalThen, SubjectProgress};

/// What identifies a report on every page that shows some of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportHead {
    /// Identity.
    pub id: ReportId,
    /// Title.
    pub title: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The day as of which everything is judged.
    pub cut_off: NaiveDate,
    /// How far it has come.
    pub state: ReportState,
    /// How it was decided, once it is.
    pub decision: Option<Decision>,
    /// When it is due, where an assignment says so.
    pub due: Option<NaiveDate>,
    /// To whom, where an assignment says so.
    pub recipient: Option<String>,
}

impl ReportHead {
    /// The head of a report.
    pub fn of(report: &Report) -> Self {
        let assignment = report.assignment.as_ref();
        Self {
            id: report.id,
            title: report.title.clone(),
            from_year: report.from_year,
            to_year: report.to_year,
            cut_off: report.cut_off,
            state: report.state,
            decision: report.decision.clone(),
            due: assignment.and_then(|assignment| assignment.due),
            recipient: assignment.and_then(|assignment| assignment.recipient.clone()),
        }
    }

    /// The title with the period, unless whoever wrote the title wrote the period in it.
    pub fn name(&self) -> String {
        crate::report::name(&self.title, &self.period())
    }

    /// "2022–2024", with an en dash; one year alone where both are the same.
    pub fn period(&self) -> String {
        years(self.from_year, self.to_year)
    }
}

/// What people have judged, beside what the system proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The level; none while a draft leaves it open.
    pub level: Option<FulfilmentLevel>,
    /// How far the assessment has come.
    pub state: AssessmentState,
    /// Why.
    pub motivation: String,
}

/// One area × group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellStanding {
    /// The group.
    pub group: BenefitGroupId,
    /// Its benefits in the area.
    pub tally: Tally,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
}

/// An area's standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaStanding {
    /// Which area.
    pub id: AreaId,
    /// Number in the report.
    pub number: String,
    /// Name.
    pub name: String,
    /// Budget given for the report's years.
    pub budget: Option<Money>,
    /// Budgets given for other years, which are not spread to fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_budgets: Vec<Budget>,
    /// Main groups: marks, not limits.
    pub main_groups: Vec<BenefitGroupId>,
    /// Its benefits.
    pub tally: Tally,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
    /// What people have judged.
    pub assessment: Option<Judged>,
    /// Its cells, one for each group that has benefits in it, in group order.
    pub cells: Vec<CellStanding>,
    /// Deliveries in scope.
    pub deliveries: u32,
    /// Development objects among their initiatives.
    pub development_objects: u32,
}

/// A benefit group's standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupStanding {
    /// The group.
    pub group: BenefitGroup,
    /// Its benefits.
    pub tally: Tally,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
    /// What people have judged.
    pub assessment: Option<Judged>,
}

/// Counts over everything in scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Sum of the areas' budgets; none where no area has one.
    pub budget: Option<Money>,
    /// Areas.
    pub areas: u32,
    /// Deliveries in scope.
    pub deliveries: u32,
    /// Partly delivered among them.
    pub partly_delivered: u32,
    /// Late among them.
    pub late: u32,
    /// Development objects among their initiatives.
    pub development_objects: u32,
    /// Expected benefits.
    pub expected_benefits: u32,
    /// Statements that count.
    pub realised_statements: u32,
    /// Figures on deliveries, benefits and statements.
    pub figures: u32,
}

/// An amount of money that a statement mentions. Amounts of different kinds are never added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// What it counts.
    pub what: String,
    /// Value.
    pub value: Decimal,
    /// Upper end of a span.
    pub value_to: Option<Decimal>,
    /// Unit as the source writes it.
    pub unit: String,
    /// "About".
    pub approximate: bool,
    /// Period as the source writes it.
    pub period: Option<String>,
    /// What it is in its story.
    pub role: crate::reading::Reading<crate::figure::FigureRole>,
    /// The initiative whose delivery mentions it.
    pub initiative: InitiativeId,
    /// The delivery that mentions it.
    pub delivery: DeliveryId,
}

/// Where the portfolio stands, as of a report's cut-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Which report.
    pub report: ReportHead,
    /// Thresholds and scores that it is judged by.
    pub scheme: GradingScheme,
    /// Areas, by number.
    pub areas: Vec<AreaStanding>,
    /// All groups, in their order.
    pub groups: Vec<GroupStanding>,
    /// All benefits.
    pub tally: Tally,
    /// What the system proposes for the whole.
    pub proposal: Option<Proposal>,
    /// What people have judged of the whole.
    pub assessment: Option<Judged>,
    /// Counts.
    pub totals: Totals,
    /// What is missing or still to come, without those of which there are none.
    pub gaps: SharedList<Gap>,
    /// Amounts of money that statements mention.
    pub amounts: SharedList<Amount>,
    /// What was promised, is forecast and has come in kronor, by year.
    #[serde(default)]
    pub realisation: Realisation,
    /// The day that the newest statement that counts concerns; none where none does, and in reports that
    /// were frozen before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest_statement: Option<NaiveDate>,
    /// Conflicts that the report states between benefit groups.
    #[serde(default)]
    pub conflicts: Vec<GroupConflict>,
}

impl Standing {
    /// The day that the newest statement concerns, where that lies well before the cut-off: nothing is known
    /// of the time in between.
    pub fn evidence_ends(&self) -> Option<NaiveDate> {
        const LONG: Days = Days::new(92);
        let newest = self.newest_statement?;
        (newest.checked_add_days(LONG)? < self.report.cut_off).then_some(newest)
    }

    /// A group by its identity.
    pub fn group(&self, id: BenefitGroupId) -> Option<&BenefitGroup> {
        self.groups
            .iter()
            .map(|standing| &standing.group)
            .find(|group| group.id == id)
    }

    /// An area by its number.
    pub fn area(&self, number: &str) -> Option<&AreaStanding> {
        self.areas.iter().find(|area| area.number == number)
    }

    /// The budget of all areas together; none where an area has none: what is missing is not zero, so there
    /// is no whole that a share could be taken of.
    pub fn whole_budget(&self) -> Option<Money> {
        let given = self.areas.iter().all(|area| area.budget.is_some());
        self.totals.budget.filter(|_| given)
    }

    /// The same without what people have judged but not decided, for those who may not read it.
    pub fn without_undecided(mut self) -> Self {
        if !self.report.state.is_decided() {
            self.assessment = None;
            self.conflicts.clear();
            self.areas.iter_mut().for_each(|area| area.assessment = None);
            self.groups.iter_mut().for_each(|group| group.assessment = None);
        }
        self
    }
}

#[cfg(test)]
mod tests;
