//! What is work, and whose: found in a portfolio that every test changes as it needs.

mod ahead;
mod benefits;
mod deliveries;
mod duties;
mod factors;
mod finding;
mod freed_time;
mod grading;
mod hands;
mod measuring;
mod questions;
mod reporting;
mod rounds;
mod statements;

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::assessment::{Assessment, AssessmentState, AssessmentSubject};
use crate::benefit::{Benefit, BenefitState, GroupShare, ValueClass};
use crate::delivery::{Delivery, DeliveryStatus, Launch, Upcoming};
use crate::id::{BenefitGroupId, GradingSchemeId, PortfolioId, UnitId};
use crate::initiative::{DevelopmentObject, Initiative, InitiativeSize, InitiativeStatus};
use crate::level::GradingScheme;
use crate::reading::Reading;
use crate::realisation_plan::tests::plan;
use crate::statement::{ApprovalState, Finding, Statement};
use crate::unit::Unit;
use crate::when::When;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

const TODAY: &str = "2025-03-10";

/// One initiative of portfolio 1, owned by unit 1, with a delivery that came and a benefit of group 1,
/// owned by unit 2.
fn material() -> WorkMaterial {
    WorkMaterial {
        calculations: Vec::new().into(),
        reports: Vec::new().into(),
        corrections: Vec::new().into(),
        measured: crate::effect_goal::material::GoalMaterial::default(),
        measured_until: Vec::new().into(),
        measurements: Vec::new().into(),
        freed_times: Vec::new().into(),
        proposed_goals: Vec::new().into(),
        factor_values: Vec::new().into(),
        plans: Vec::new().into(),
        scheme: GradingScheme::standard(GradingSchemeId(id(1))),
        initiatives: vec![Initiative {
            id: InitiativeId(id(1)),
            name: "Boka möte".to_owned(),
            summary: String::new(),
            development_object: None,
            size: InitiativeSize::Large,
            area: None,
            portfolios: vec![PortfolioId(id(1))],
            owner: Some(UnitId(id(1))),
            statutory_on: None,
            status: Reading::stated(InitiativeStatus::Ongoing),
            started_year: None,
            depends_on: Vec::new(),
            focus_area: None,
            label: None,
            example: false,
        }]
        .into(),
        deliveries: vec![Delivery {
            id: DeliveryId(id(1)),
            initiative: InitiativeId(id(1)),
            area: None,
            ordinal: 0,
            name: "Bokning".to_owned(),
            description: String::new(),
            launches: vec![Launch {
                what: String::new(),
                planned: Some(When::Year(2024)),
                actual: Some(When::Day(day("2024-10-02"))),
            }],
            upcoming: Vec::new(),
            status: Reading::stated(DeliveryStatus::Delivered),
            figures: Vec::new(),
            note: None,
        }]
        .into(),
        benefits: vec![Benefit {
            id: BenefitId(id(1)),
            initiative: InitiativeId(id(1)),
            delivery: Some(DeliveryId(id(1))),
            ordinal: 0,
            groups: vec![GroupShare {
                group: BenefitGroupId(id(1)),
                share: None,
            }],
            title: None,
            description: "Kortare väntan".to_owned(),
            value_class: ValueClass::Qualitative,
            owner: Some(UnitId(id(2))),
            recipient: None,
            expected_from: None,
            expected_to: None,
            unplanned: false,
            state: BenefitState::Realising,
            not_measurable: None,
            figures: Vec::new(),
        }]
        .into(),
        statements: Vec::new().into(),
        units: Vec::new().into(),
        rounds: Vec::new().into(),
        report: None,
    }
}

fn logged(state: ApprovalState, finding: Finding, follow_up: Option<&str>) -> LoggedStatement {
    LoggedStatement {
        written_on: None,
        reviewed_on: None,
        statement: Statement {
            id: StatementId(id(1)),
            initiative: InitiativeId(id(1)),
            delivery: Some(DeliveryId(id(1))),
            ordinal: 0,
            groups: Vec::new(),
            benefits: vec![BenefitId(id(1))],
            text: "Väntan är kortare.".to_owned(),
            as_of: Reading::stated(day("2025-01-15")),
            finding: Reading::stated(finding),
            follow_up: follow_up.map(|text| When::Day(day(text))),
            unplanned: false,
            assessing_unit: None,
            method: None,
            sources: Vec::new(),
            figures: Vec::new(),
            note: None,
            state,
            imported: false,
            supersedes: None,
        },
        edited_by: Some(AccountId(id(7))),
        editors: vec![AccountId(id(6)), AccountId(id(7))],
        review_note: (state == ApprovalState::Returned).then(|| "Hur vet ni det?".to_owned()),
    }
}

fn kinds(material: &WorkMaterial) -> Vec<WorkKind> {
    material.find(day(TODAY)).iter().map(|item| item.kind).collect()
}

fn person(role: Role, scope: Scope, number: u128) -> Ctx {
    Ctx {
        actor: Actor::Account {
            id: AccountId(id(number)),
            name: String::new(),
            grants: vec![Grant {
                role,
                scope,
                from: None,
                to: None,
            }],
        },
        now: "2025-03-10T12:00:00Z".parse().expect("a moment"),
        request_id: Uuid::nil(),
        session: None,
        others: None,
    }
}
