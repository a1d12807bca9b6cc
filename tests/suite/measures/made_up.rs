//! Measures, goals and measurements made up for comparing: of each kind there is, and the same every time.

use chrono::{Days, NaiveDate};
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{BenefitId, EffectGoalId, MeasureId, MeasurementId};
use domain::measure::{
    Aggregation, Cadence, Definition, Dimension, DimensionKind, Direction, Measure, MeasureUse, Period, Sex,
    Split, Value,
};
use domain::measurement::{Measurement, SplitValue};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use uuid::Uuid;

/// Small numbers that look like chance and are the same every time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn once_in(&mut self, sides: u64) -> bool {
        self.below(sides) == 0
    }
}

pub(super) fn new_id() -> Uuid {
    Uuid::now_v7()
}

const MEASURES: usize = 12;

pub(super) fn many_measures() -> Vec<Measure> {
    let definition = |number, aggregation| Definition {
        number,
        from: None,
        definition: "Det som räknas".to_owned(),
        formula: None,
        rationale: None,
        source: None,
        unit: Some("%".to_owned()),
        direction: Direction::Lower,
        aggregation,
        per: 100,
        numerator: None,
        denominator: None,
        frequency: Some(Cadence::Month),
        dimensions: vec![Dimension {
            kind: DimensionKind::Sex,
            parts: Vec::new(),
        }],
        note: None,
        reason: None,
    };
    (0..MEASURES)
        .map(|at| {
            let aggregation = Aggregation::ALL[at % Aggregation::ALL.len()];
            let numbers = 1..=i32::try_from(1 + at % 3).expect("few");
            Measure {
                id: MeasureId(new_id()),
                name: format!("Mått {at}"),
                used_for: MeasureUse::NotStated,
                without_target: None,
                ended: None,
                definitions: numbers.map(|number| definition(number, aggregation)).collect(),
            }
        })
        .collect()
}

/// Months, quarters and years that follow each other, from long ago until after today, with some of them left out.
fn many_periods(dice: &mut Dice, from: NaiveDate, months_alone: bool) -> Vec<Period> {
    let last: NaiveDate = "2026-02-28".parse().expect("a day");
    let mut periods = Vec::new();
    for cadence in [Cadence::Month, Cadence::Quarter, Cadence::Tertial, Cadence::Year] {
        if months_alone && cadence != Cadence::Month {
            continue;
        }
        let mut next = cadence.around(from).expect("a period");
        while next.last <= last {
            // The windows of one year are covered in any case; of the others some are not.
            let kept = next.first.format("%Y").to_string() == "2023" && cadence == Cadence::Month;
            if kept || !dice.once_in(if cadence == Cadence::Month { 9 } else { 3 }) {
                periods.push(next);
            }
            let day = next.last.checked_add_days(Days::new(1)).expect("a day");
            next = cadence.around(day).expect("a period");
        }
    }
    periods
}

/// Measurements by every definition of every measure, in every state, complete and not, corrected and not.
pub(super) fn many_measurements(dice: &mut Dice, measures: &[Measure]) -> Vec<Measurement> {
    let mut all: Vec<Measurement> = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        for definition in &measure.definitions {
            let from = "2017-01-01".parse().expect("a day");
            for period in many_periods(dice, from, at % 2 == 0) {
                let sure = period.first.format("%Y").to_string() == "2023";
                let mut value = || {
                    let (numerator, denominator) = (dice.below(90), 100 + dice.below(100));
                    if definition.aggregation == Aggregation::Ratio {
                        Value::Ratio {
                            numerator: Decimal::from(numerator),
                            denominator: Decimal::from(denominator),
                        }
                    } else {
                        Value::Plain {
                            value: Decimal::from(numerator),
                        }
                    }
                };
                let (whole, parts) = (value(), Sex::ALL.map(|sex| (sex, value())));
                let splits = parts.map(|(sex, value)| SplitValue {
                    split: Split {
                        sex: Some(sex),
                        ..Split::default()
                    },
                    value,
                });
                let state = match dice.below(12) {
                    _ if sure => ApprovalState::Approved,
                    0 => ApprovalState::Draft,
                    1 => ApprovalState::Submitted,
                    2 => ApprovalState::Returned,
                    _ => ApprovalState::Approved,
                };
                let first = Measurement {
                    id: MeasurementId(new_id()),
                    measure: measure.id,
                    definition: definition.number,
                    period,
                    preliminary: !sure && dice.once_in(10),
                    value: whole,
                    splits: if sure || !dice.once_in(8) {
                        splits.to_vec()
                    } else {
                        Vec::new()
                    },
                    source: "Ärendesystemet".to_owned(),
                    comment: None,
                    proofs: Vec::new(),
                    state,
                    imported: false,
                    supersedes: None,
                };
                if state == ApprovalState::Approved && dice.once_in(5) {
                    let state = [ApprovalState::Approved, ApprovalState::Submitted];
                    all.push(Measurement {
                        id: MeasurementId(new_id()),
                        value: match first.value {
                            Value::Plain { value } => Value::Plain {
                                value: value + Decimal::ONE,
                            },
                            ratio @ Value::Ratio { .. } => ratio,
                        },
                        supersedes: Some(first.id),
                        state: if dice.once_in(3) { state[1] } else { state[0] },
                        ..first.clone()
                    });
                }
                all.push(first);
            }
        }
    }
    all
}

/// A goal on each definition of each measure, of each window, of the whole and of a part, dealt out to benefits.
pub(super) fn many_goals(dice: &mut Dice, measures: &[Measure], benefits: &[BenefitId]) -> Vec<EffectGoal> {
    let mut windows: Vec<Option<Cadence>> = Cadence::ALL.into_iter().map(Some).collect();
    windows.push(None);
    let mut goals = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        // Of some measures no goal has a window, of which the store then reads the latest alone.
        let windows = if at % 3 == 0 {
            &windows[windows.len() - 1..]
        } else {
            &windows[..]
        };
        for definition in &measure.definitions {
            for (nth, window) in windows.iter().enumerate() {
                let version = GoalVersion {
                    number: 1,
                    definition: definition.number,
                    baseline: (!dice.once_in(4)).then(|| Baseline {
                        value: Decimal::from(100 + dice.below(50)),
                        when: None,
                        source: None,
                    }),
                    targets: ["2024-06-30", "2025-09-30", "2026-06-30"]
                        .map(|day| Target {
                            day: day.parse().expect("a day"),
                            value: Decimal::from(dice.below(60)),
                        })
                        .to_vec(),
                    method: None,
                    reason: None,
                    state: if dice.once_in(7) {
                        ApprovalState::Submitted
                    } else {
                        ApprovalState::Approved
                    },
                };
                goals.push(EffectGoal {
                    id: EffectGoalId(new_id()),
                    benefit: Some(benefits[goals.len() % benefits.len()]),
                    measure: measure.id,
                    ordinal: i32::try_from(goals.len()).expect("few"),
                    split: Split {
                        sex: (nth % 2 == 1).then_some(Sex::Women),
                        ..Split::default()
                    },
                    claim: Decimal::from(5),
                    window: *window,
                    versions: vec![version],
                });
            }
        }
    }
    goals
}
