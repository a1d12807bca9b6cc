//! The benefits of an initiative, each judged by what speaks for it.

use chrono::NaiveDate;
use domain::benefit::Benefit;
use domain::effect_goal::material::GoalMaterial;
use domain::evidence::{self, StatementEvidence};
use domain::level::GradingScheme;
use domain::report_model::BenefitSection;
use domain::statement::Statement;
use store::repo::initiative_bundle::InitiativeBundle;

/// Each benefit as of a day, in order.
pub(super) fn judge(
    bundle: &InitiativeBundle,
    measured: &GoalMaterial,
    scheme: &GradingScheme,
    as_of: NaiveDate,
) -> Vec<BenefitSection> {
    let statements: Vec<Statement> = bundle
        .statements
        .iter()
        .map(|record| record.statement.value.clone())
        .collect();
    let counting = evidence::counting(&statements, as_of);
    let mut standing = measured.by_benefit(as_of);
    bundle
        .benefits
        .iter()
        .map(|benefit| {
            let benefit: &Benefit = &benefit.value;
            let speaking: Vec<&Statement> = counting
                .iter()
                .copied()
                .filter(|statement| statement.benefits.contains(&benefit.id))
                .collect();
            let delivery = benefit.delivery.and_then(|id| {
                bundle
                    .deliveries
                    .iter()
                    .map(|found| &found.value)
                    .find(|delivery| delivery.id == id)
            });
            let rests_on: Vec<StatementEvidence> = speaking
                .iter()
                .map(|&statement| StatementEvidence::from(statement))
                .collect();
            let goals = standing.remove(&benefit.id).unwrap_or_default();
            BenefitSection {
                benefit: benefit.clone(),
                evidence: evidence::judge(benefit, delivery, &rests_on, &goals, scheme, as_of),
                statements: speaking.iter().map(|statement| statement.id).collect(),
                goals,
            }
        })
        .collect()
}
