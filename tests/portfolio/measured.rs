//! Measures, effect goals and measurements: one measure and one goal for each benefit, ten years of measurements.

use domain::ctx::Ctx;
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{BenefitId, EffectGoalId, MeasureId, MeasurementId};
use domain::measure::{Aggregation, Definition, Direction, Measure, MeasureUse, Period, Split, Value};
use domain::measurement::Measurement;
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use service::Services;
use store::repo::effect_goal::effect_goal_insert_many;
use store::repo::measure::measure_insert_many;
use store::repo::measurement::measurement_insert_many;
use store::{AuditRecord, Trail};

use super::ids::{Kind, id};
use super::{FIRST_YEAR, Size, YEARS};

/// Measurements that one transaction writes.
const AT_ONCE: usize = 20_000;
/// Measures and goals that one transaction writes.
const MEASURES_AT_ONCE: usize = 10_000;

pub fn periods(size: Size) -> Vec<Period> {
    let years = FIRST_YEAR..FIRST_YEAR + YEARS;
    let texts = years.flat_map(|year| match size.monthly {
        true => (1..=12).map(|month| format!("{year}-{month:02}")).collect(),
        false => vec![year.to_string()],
    });
    texts
        .map(|text| Period::parse(&text).expect("a period"))
        .collect()
}

pub async fn write(ctx: &Ctx, services: &Services, size: Size, benefits: &[BenefitId]) {
    let numbered: Vec<(usize, BenefitId)> = benefits.iter().copied().enumerate().collect();
    for some in numbered.chunks(MEASURES_AT_ONCE) {
        let measures: Vec<Measure> = some.iter().map(|(number, _)| measure(*number)).collect();
        let goals: Vec<EffectGoal> = some
            .iter()
            .map(|(number, benefit)| goal(*number, *benefit))
            .collect();
        let txn = services.store.write_txn(ctx).await.expect("begins");
        measure_insert_many(ctx, &txn, &measures).await.expect("measures");
        effect_goal_insert_many(ctx, &txn, &goals).await.expect("goals");
        txn.commit(event()).await.expect("commits");
    }
    let periods = periods(size);
    let each_benefit = numbered.iter().map(|(number, _)| *number);
    let mut all = each_benefit
        .flat_map(|number| series(size, number, &periods))
        .peekable();
    while all.peek().is_some() {
        let some: Vec<Measurement> = all.by_ref().take(AT_ONCE).collect();
        let txn = services.store.write_txn(ctx).await.expect("begins");
        measurement_insert_many(ctx, &txn, &some)
            .await
            .expect("measurements");
        txn.commit(event()).await.expect("commits");
    }
}

fn event() -> Trail {
    Trail::one(AuditRecord::new("portfolio.import", "portfolio", "1"))
}

fn measure(number: usize) -> Measure {
    Measure {
        id: MeasureId(id(Kind::Measure, number)),
        name: format!("Väntetid {}", number + 1),
        used_for: MeasureUse::GoalFulfilment,
        without_target: None,
        ended: None,
        definitions: vec![Definition {
            number: 1,
            from: None,
            definition: "Dagar från ansökan till beslut, median".to_owned(),
            formula: None,
            rationale: None,
            source: Some("Ärendesystemet".to_owned()),
            unit: Some("dagar".to_owned()),
            direction: Direction::Lower,
            aggregation: Aggregation::Latest,
            per: 1,
            numerator: None,
            denominator: None,
            frequency: None,
            dimensions: Vec::new(),
            note: None,
            reason: None,
        }],
    }
}

fn goal(number: usize, benefit: BenefitId) -> EffectGoal {
    EffectGoal {
        id: EffectGoalId(id(Kind::Goal, number)),
        benefit: Some(benefit),
        measure: MeasureId(id(Kind::Measure, number)),
        ordinal: 0,
        split: Split::default(),
        claim: Decimal::ONE_HUNDRED,
        window: None,
        versions: vec![GoalVersion {
            number: 1,
            definition: 1,
            baseline: Some(Baseline {
                value: Decimal::from(60),
                when: None,
                source: None,
            }),
            targets: vec![Target {
                day: "2024-12-31".parse().expect("a day"),
                value: Decimal::from(20),
            }],
            method: None,
            reason: None,
            state: ApprovalState::Approved,
        }],
    }
}

/// All measurements of a benefit's measure: days that fall towards the target, unevenly.
fn series(size: Size, number: usize, periods: &[Period]) -> Vec<Measurement> {
    let mut chance = size.chance(Kind::Measurement, number);
    let mut days = chance.u32(50..=70);
    let of = |(nth, period): (usize, &Period)| {
        days = (days + chance.u32(0..=2))
            .saturating_sub(chance.u32(0..=3))
            .max(5);
        Measurement {
            id: MeasurementId(id(Kind::Measurement, number * periods.len() + nth)),
            measure: MeasureId(id(Kind::Measure, number)),
            definition: 1,
            period: *period,
            preliminary: false,
            value: Value::Plain {
                value: Decimal::from(days),
            },
            splits: Vec::new(),
            source: "Ärendesystemet".to_owned(),
            comment: None,
            proofs: Vec::new(),
            state: ApprovalState::Approved,
            imported: true,
            supersedes: None,
        }
    };
    periods.iter().enumerate().map(of).collect()
}
