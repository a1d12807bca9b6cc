//! Whom it waits for that a report lacks something: grouped by person, and by role where nobody holds it.
//!
//! Nobody is named beside what is missing. Who may mend it, and whose work it is, is the policy's answer: those whose
//! role is held for what it is of come before those who hold it for everything.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ChapterKey;
use crate::account::Account;
use crate::assessment::SubjectKey;
use crate::ctx::{Actor, Ctx};
use crate::id::{
    AccountId, AreaId, CalculationId, InitiativeId, MeasureId, MeasurementId, StatementId, UnitId,
};
use crate::policy::{Belongs, Operation, may};
use crate::role::{Role, Scope};
use crate::standing::GapPlace;
use crate::work::in_role;

/// What is lacking, in the order in which it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LackKind {
    /// A chapter that nobody has written.
    Unwritten,
    /// A chapter that came from the report before, and that nobody has gone through.
    Carried,
    /// Which assignment it answers.
    Assignment,
    /// What it rests on.
    Sources,
    /// Comments that nobody has resolved.
    Comments,
    /// An assessment that nobody has sent in.
    Judge,
    /// The decision; nothing else stands in its way.
    Decide,
    /// A statement that waits for approval.
    ApproveStatement,
    /// A measurement that waits for approval.
    ApproveMeasurement,
    /// An effect goal that waits for approval.
    ApproveGoal,
    /// A benefit calculation that waits for approval.
    ApproveCalculation,
    /// A due benefit with nothing that gives a score.
    Missing,
    /// A due benefit that is stated in words and not measured.
    Unmeasured,
    /// A benefit that nothing says the date of.
    Undated,
    /// A development object without an approved calculation.
    WithoutCalculation,
    /// A development object without a realisation plan.
    WithoutPlan,
    /// An initiative without area and delivery.
    WithoutDelivery,
    /// A delivery that is late.
    Late,
}

impl LackKind {
    /// The roles whose work it is to mend it, and what each does by it: the first that somebody holds is asked.
    pub fn asked(self) -> &'static [(Role, Operation)] {
        use Operation as O;
        use Role as R;
        match self {
            Self::Unwritten | Self::Carried | Self::Assignment | Self::Sources | Self::Comments => {
                &[(R::SteeringUnit, O::ReportWrite)]
            }
            Self::Judge => &[(R::SteeringUnit, O::AssessmentWrite)],
            Self::Decide => &[(R::Leadership, O::ReportDecide)],
            Self::ApproveStatement | Self::ApproveMeasurement | Self::ApproveGoal => &[
                (R::Reviewer, O::EvidenceApprove),
                (R::SteeringUnit, O::EvidenceApprove),
            ],
            Self::ApproveCalculation => &[
                (R::Reviewer, O::CalculationApprove),
                (R::SteeringUnit, O::CalculationApprove),
            ],
            Self::Missing | Self::Unmeasured => &[
                (R::BenefitOwner, O::EvidenceWrite),
                (R::PortfolioManager, O::EvidenceWrite),
            ],
            Self::WithoutPlan => &[
                (R::BenefitOwner, O::PlanWrite),
                (R::PortfolioManager, O::PlanWrite),
            ],
            Self::WithoutCalculation => &[(R::PortfolioManager, O::CalculationWrite)],
            Self::Undated | Self::WithoutDelivery | Self::Late => &[
                (R::PortfolioManager, O::PortfolioWrite),
                (R::SteeringUnit, O::PortfolioWrite),
            ],
        }
    }
}

/// Where something that is lacking is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LackPlace {
    /// A text of the report.
    Text(ChapterKey),
    /// What the report is.
    Head,
    /// What the report rests on.
    Sources,
    /// Its review.
    Review,
    /// Its decision.
    Decision,
    /// The grading of a subject.
    Assessment(SubjectKey),
    /// A statement of an initiative.
    Statement(InitiativeId, StatementId),
    /// A measurement of a measure.
    Measurement(MeasureId, MeasurementId),
    /// A benefit calculation.
    Calculation(CalculationId),
    /// An initiative, a delivery or a benefit.
    Gap(GapPlace),
}

/// Something that an open report lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// What.
    pub kind: LackKind,
    /// What it is of; empty where the place says it.
    pub name: String,
    /// The area that it lies in, where it lies in one.
    pub area: Option<AreaId>,
    /// Where it is mended.
    pub place: LackPlace,
    /// The unit that answers for it, where one does.
    pub unit: Option<UnitId>,
    /// What rights are held against. All of it has to be in scope.
    pub belongs: Vec<Belongs>,
}

/// Whom something waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// This person.
    Person(AccountId),
    /// Whoever is given this role: nobody holds it for what is lacking.
    Role(Role),
}

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// Its place among what is lacking.
    pub lack: usize,
    /// The role by which it waits for them.
    pub role: Role,
    /// Others whom it waits for as well: one of them is enough.
    pub others: Vec<AccountId>,
}

/// What waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitsFor {
    /// Whom.
    pub whom: Whom,
    /// What, in the order of what is lacking.
    pub awaited: Vec<Awaited>,
}

/// Somebody who holds a role today, with that role alone.
struct Holder<'a> {
    account: &'a Account,
    hands: Ctx,
    /// They hold it for named things, not for everything.
    near: bool,
}

/// Those who hold each role today, by name.
pub struct Holders<'a>(BTreeMap<Role, Vec<Holder<'a>>>);

impl<'a> Holders<'a> {
    /// Finds them among these people, on the day of `ctx`.
    pub fn of(people: &'a [Account], ctx: &Ctx) -> Self {
        let day = ctx.today();
        let mut sorted: Vec<&Account> = people.iter().collect();
        sorted.sort_by_cached_key(|account| (account.name.to_lowercase(), account.id));
        let mut all: BTreeMap<Role, Vec<Holder>> = BTreeMap::new();
        for account in sorted {
            for role in Role::ALL {
                let mut held = account
                    .grants
                    .iter()
                    .filter(|grant| grant.role == role && grant.holds(day))
                    .peekable();
                if held.peek().is_none() {
                    continue;
                }
                let near = held.all(|grant| grant.scope != Scope::All);
                let one = Ctx {
                    actor: Actor::Account {
                        id: account.id,
                        name: account.name.clone(),
                        grants: account.grants.clone(),
                    },
                    ..ctx.clone()
                };
                let hands = in_role(&one, role);
                all.entry(role).or_default().push(Holder { account, hands, near });
            }
        }
        Self(all)
    }

    /// The role that something waits for and those who hold it for that, by name; nobody where no role that is asked is
    /// held.
    pub fn responsible(&self, lack: &Lack) -> (Role, Vec<AccountId>) {
        let asked = lack.kind.asked();
        for (role, operation) in asked {
            let may_mend = |holder: &&Holder| match lack.belongs.is_empty() {
                true => may(&holder.hands, *operation, None),
                false => {
                    let mut all = lack.belongs.iter();
                    all.all(|of| may(&holder.hands, *operation, Some(of)))
                }
            };
            let holders = self.0.get(role).map_or(&[][..], Vec::as_slice);
            let mut found: Vec<&Holder> = holders.iter().filter(may_mend).collect();
            if found.iter().any(|holder| holder.near) {
                found.retain(|holder| holder.near);
            }
            if !found.is_empty() {
                return (*role, found.into_iter().map(|holder| holder.account.id).collect());
            }
        }
        let role = asked.first().map_or(Role::SteeringUnit, |(role, _)| *role);
        (role, Vec::new())
    }
}

/// What is lacking, by whom it waits for: people by name, then roles that nobody holds. What waits for several is under
/// each of them.
pub fn by_person(lacks: &[Lack], people: &[Account], ctx: &Ctx) -> Vec<WaitsFor> {
    let mut all: BTreeMap<Whom, Vec<Awaited>> = BTreeMap::new();
    let held = Holders::of(people, ctx);
    for (place, lack) in lacks.iter().enumerate() {
        let (role, holders) = held.responsible(lack);
        let mut wait = |whom, others| {
            let awaited = Awaited {
                lack: place,
                role,
                others,
            };
            all.entry(whom).or_default().push(awaited);
        };
        if holders.is_empty() {
            wait(Whom::Role(role), Vec::new());
        }
        for one in &holders {
            let others = holders.iter().filter(|other| *other != one).copied().collect();
            wait(Whom::Person(*one), others);
        }
    }
    let name = |whom: &Whom| match whom {
        Whom::Person(id) => people
            .iter()
            .find(|account| account.id == *id)
            .map(|account| account.name.to_lowercase()),
        Whom::Role(_) => None,
    };
    let mut found: Vec<WaitsFor> = all
        .into_iter()
        .map(|(whom, awaited)| WaitsFor { whom, awaited })
        .collect();
    // `Whom` has people before roles.
    found.sort_by_cached_key(|one| (matches!(one.whom, Whom::Role(_)), name(&one.whom), one.whom));
    found
}

/// What is lacking, by area in the order given; what lies in none comes last. Places among what is lacking.
pub fn by_area(lacks: &[Lack], areas: &[AreaId]) -> Vec<(Option<AreaId>, Vec<usize>)> {
    let within = |area: Option<AreaId>| -> Vec<usize> {
        let places = lacks.iter().enumerate();
        places
            .filter(|(_, lack)| lack.area.filter(|of| areas.contains(of)) == area)
            .map(|(place, _)| place)
            .collect()
    };
    areas
        .iter()
        .map(|area| Some(*area))
        .chain([None])
        .map(|area| (area, within(area)))
        .filter(|(_, places)| !places.is_empty())
        .collect()
}

#[cfg(test)]
#[path = "responsible_tests.rs"]
mod tests;
