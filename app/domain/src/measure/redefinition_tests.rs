use rust_decimal::Decimal;

use super::*;
use crate::effect_goal::tests::{goal, version};
use crate::measure::tests::definition;
use crate::measure::{Aggregation, Direction, Split, Value};
use crate::measurement::tests::measured;

fn components(parts: &[&str]) -> Dimension {
    Dimension {
        kind: DimensionKind::Component,
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
    }
}

fn sex() -> Dimension {
    Dimension {
        kind: DimensionKind::Sex,
        parts: Vec::new(),
    }
}

/// By sex and in two components.
fn split() -> Definition {
    Definition {
        dimensions: vec![sex(), components(&["Kort", "Lång"])],
        ..definition()
    }
}

const COMPONENTS: Meaning = Meaning::Parts(DimensionKind::Component);

#[test]
fn what_figures_mean_is_told_from_how_it_is_worded() {
    let before = split();
    let changed = |change: &dyn Fn(&mut Definition)| {
        let mut after = before.clone();
        change(&mut after);
        before.differs_in(&after)
    };
    assert_eq!(changed(&|d| d.unit = Some("ärenden".to_owned())), [Meaning::Unit]);
    assert_eq!(changed(&|d| d.unit = None), [Meaning::Unit]);
    assert_eq!(
        changed(&|d| d.direction = Direction::NotStated),
        [Meaning::Direction]
    );
    assert_eq!(
        changed(&|d| d.aggregation = Aggregation::Mean),
        [Meaning::Aggregation]
    );
    assert_eq!(changed(&|d| d.per = 1_000), [Meaning::Per]);
    assert_eq!(
        changed(&|d| d.dimensions.clear()),
        [Meaning::Parts(DimensionKind::Sex), COMPONENTS]
    );
    // Another part takes from those that are there, and a name is what figures are kept by.
    for parts in [&["Kort"][..], &["Kort", "Lång", "Medel"], &["Kort", "lång"], &[]] {
        assert_eq!(
            changed(&|d| d.dimensions[1] = components(parts)),
            [COMPONENTS],
            "{parts:?}"
        );
    }
    assert_eq!(changed(&|d| d.dimensions[1] = components(&["Lång", "Kort"])), []);
    assert_eq!(changed(&|d| d.dimensions.reverse()), []);
    let channels = || Dimension {
        kind: DimensionKind::Channel,
        parts: vec!["Telefon".to_owned()],
    };
    assert_eq!(
        changed(&|d| d.dimensions.push(channels())),
        [],
        "figures stay what they were"
    );
    assert_eq!(
        changed(&|d| {
            d.definition = "Ärenden som behöver göras om".to_owned();
            d.formula = Some("Antal".to_owned());
            d.source = Some("Registret".to_owned());
            d.note = Some("Hela landet".to_owned());
            d.frequency = Some(crate::measure::Cadence::Month);
        }),
        []
    );
}

#[test]
fn what_somebody_has_sent_in_or_approved_holds_a_definition_fast() {
    let (before, mut after) = (definition(), definition());
    after.unit = Some("ärenden".to_owned());
    let held = |goals: &[(EffectGoal, bool)], measurements: &[Measurement]| {
        let ground = Ground { goals, measurements };
        !ground.holds_fast(&before, &after).is_empty()
    };
    assert!(!held(&[], &[]), "nothing rests on it");
    for (state, fast) in [
        (ApprovalState::Draft, false),
        (ApprovalState::Returned, false),
        (ApprovalState::Submitted, true),
        (ApprovalState::Approved, true),
    ] {
        let mut agreed = version(1, Some(40), &[("2025-12-31", 5)]);
        agreed.state = state;
        let of = |definition: i32| {
            let mut agreed = agreed.clone();
            agreed.definition = definition;
            goal(vec![agreed])
        };
        assert_eq!(held(&[(of(1), true)], &[]), fast, "a locked goal, {state:?}");
        assert!(
            !held(&[(of(1), false)], &[]),
            "a goal that is not locked, {state:?}"
        );
        assert!(!held(&[(of(2), true)], &[]), "of another definition, {state:?}");
        let mut one = measured(1, "2025-Q2", 15);
        one.state = state;
        assert_eq!(held(&[], std::slice::from_ref(&one)), fast, "measured, {state:?}");
        one.definition = 2;
        assert!(!held(&[], &[one]), "of another definition, {state:?}");
    }
    // An older version of a goal that has gone on rests on it still: both fulfilments are shown.
    let mut later = version(2, Some(40), &[("2025-12-31", 5)]);
    later.definition = 2;
    let first = version(1, Some(40), &[("2025-12-31", 10)]);
    assert!(held(&[(goal(vec![first, later]), true)], &[]));
    // What is worded otherwise is written where it stands.
    let reworded = Definition {
        definition: "Samma sak".to_owned(),
        ..definition()
    };
    let ground = Ground {
        goals: &[],
        measurements: &[measured(1, "2025-Q2", 15)],
    };
    assert_eq!(ground.holds_fast(&before, &reworded), []);
}

/// What is held fast is told beside the field of the form that it is written in.
#[test]
fn a_form_has_a_field_of_its_own_for_each_meaning() {
    let all = [
        Meaning::Unit,
        Meaning::Direction,
        Meaning::Aggregation,
        Meaning::Per,
        Meaning::Parts(DimensionKind::Sex),
        Meaning::Parts(DimensionKind::Channel),
        COMPONENTS,
    ];
    let form = serde_json::to_value(crate::form::MeasureForm::default()).expect("fields");
    let mut fields: Vec<&str> = all.iter().map(|meaning| meaning.field()).collect();
    for field in &fields {
        assert!(form.get(field).is_some(), "{field}");
    }
    fields.sort_unstable();
    fields.dedup();
    assert_eq!(fields.len(), all.len());
}

#[test]
fn no_goal_is_broken_under_its_hands() {
    let mut of_women = goal(vec![version(1, Some(40), &[("2025-12-31", 5)])]);
    of_women.split = Split::from_key("women").expect("a part");
    let goals = [(of_women, false)];
    let ground = Ground {
        goals: &goals,
        measurements: &[],
    };
    let whole = Definition {
        dimensions: Vec::new(),
        ..split()
    };
    assert_eq!(
        ground.holds_fast(&split(), &whole),
        [Meaning::Parts(DimensionKind::Sex), COMPONENTS],
        "women would be gone"
    );
    let other = Definition {
        direction: Direction::Higher,
        ..split()
    };
    assert_eq!(
        ground.holds_fast(&split(), &other),
        [Meaning::Direction],
        "5 would be the wrong way"
    );
    let open = Definition {
        direction: Direction::NotStated,
        unit: None,
        ..split()
    };
    assert_eq!(ground.holds_fast(&split(), &open), [], "it is still a goal");
}

#[test]
fn a_measure_takes_the_values_that_it_can_put_together() {
    let plain = Value::Plain { value: Decimal::ONE };
    let ratio = Value::Ratio {
        numerator: Decimal::ONE,
        denominator: Decimal::TWO,
    };
    for aggregation in Aggregation::ALL {
        let now = Definition {
            aggregation,
            ..definition()
        };
        let is_ratio = aggregation == Aggregation::Ratio;
        assert_eq!(
            (now.takes(plain), now.takes(ratio)),
            (!is_ratio, is_ratio),
            "{aggregation:?}"
        );
    }
}
