use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::id::GradingSchemeId;

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(Uuid::nil()))
}

fn leaf(id: u128, state: EvidenceState, score: Option<Decimal>) -> Leaf {
    Leaf {
        benefit: BenefitId(Uuid::from_u128(id)),
        area: Some(AreaId(Uuid::from_u128(1))),
        groups: vec![BenefitGroupId(Uuid::from_u128(1))],
        evidence: Evidence {
            state,
            score: score.map(Percent::new),
            undated: false,
        },
        weight: Decimal::ONE,
        expected_yearly_value: None,
    }
}

#[test]
fn missing_lowers_coverage_and_never_the_mean() {
    let leaves = [
        leaf(1, EvidenceState::Measured, Some(Decimal::new(80, 0))),
        leaf(2, EvidenceState::Missing, None),
        leaf(3, EvidenceState::Missing, None),
        leaf(4, EvidenceState::NotDue, None),
        leaf(5, EvidenceState::TooEarly, None),
    ];
    let whole = fold(&leaves).whole;
    let proposal = whole.proposal(&scheme()).expect("a score");
    assert_eq!(proposal.percent, Percent::new(Decimal::new(80, 0)));
    assert_eq!(proposal.level, FulfilmentLevel::God);
    assert!(proposal.weak_evidence);
    assert_eq!((whole.due(), whole.benefits()), (3, 5));
    assert_eq!(whole.coverage(), Percent::share(1, 3));
}

#[test]
fn no_score_gives_no_proposal_and_nothing_due_no_coverage() {
    let missing = fold(&[leaf(1, EvidenceState::Missing, None)]).whole;
    assert_eq!(missing.proposal(&scheme()), None);
    assert_eq!(missing.coverage(), Some(Percent::ZERO));
    let not_due = fold(&[leaf(1, EvidenceState::NotDue, None)]).whole;
    assert_eq!(not_due.coverage(), None);
    assert_eq!(not_due.coverage_with_stated(), None);
}

#[test]
fn evidence_is_weak_just_below_half() {
    let measured = |id| leaf(id, EvidenceState::Measured, Some(Decimal::new(60, 0)));
    let half = fold(&[measured(1), leaf(2, EvidenceState::Missing, None)]).whole;
    assert!(!half.proposal(&scheme()).expect("a score").weak_evidence);
    let below = fold(&[
        measured(1),
        leaf(2, EvidenceState::Missing, None),
        leaf(3, EvidenceState::Missing, None),
    ])
    .whole;
    assert!(below.proposal(&scheme()).expect("a score").weak_evidence);
}

#[test]
fn thirds_that_add_up_to_a_boundary_reach_it() {
    let third = Percent::mean(Decimal::ONE_HUNDRED, Decimal::from(3)).map(Percent::value);
    let two_thirds = Percent::mean(Decimal::from(200), Decimal::from(3)).map(Percent::value);
    let leaves = [
        leaf(1, EvidenceState::Stated, third),
        leaf(2, EvidenceState::Stated, two_thirds),
        leaf(3, EvidenceState::Stated, third),
        leaf(4, EvidenceState::Stated, two_thirds),
        leaf(5, EvidenceState::Stated, third),
        leaf(6, EvidenceState::Stated, two_thirds),
    ];
    let proposal = fold(&leaves).whole.proposal(&scheme()).expect("a score");
    assert_eq!(proposal.level, FulfilmentLevel::Godkand);
}

#[test]
fn weights_and_values_shift_the_mean_and_a_shift_of_level_is_pointed_out() {
    let mut heavy = leaf(1, EvidenceState::Measured, Some(Decimal::new(90, 0)));
    heavy.weight = Decimal::from(3);
    heavy.expected_yearly_value = Some(Money(100));
    let mut light = leaf(2, EvidenceState::Measured, Some(Decimal::new(10, 0)));
    light.expected_yearly_value = Some(Money(900));
    let whole = fold(&[heavy, light]).whole;
    let proposal = whole.proposal(&scheme()).expect("a score");
    assert_eq!(proposal.percent, Percent::new(Decimal::new(70, 0)));
    assert_eq!(proposal.value_weighted, Some(Percent::new(Decimal::new(18, 0))));
    assert!(proposal.weighting_matters());
    assert_eq!((whole.value_due, whole.valued), (Money(1000), 2));
}

#[test]
fn a_weighting_that_leaves_the_level_as_it_is_is_not_pointed_out() {
    let scored = |id, value: Option<i64>| Leaf {
        expected_yearly_value: value.map(Money),
        ..leaf(id, EvidenceState::Measured, Some(Decimal::new(80, 0)))
    };
    for leaves in [
        [scored(1, Some(100)), scored(2, Some(900))],
        [scored(1, None), scored(2, None)],
    ] {
        let proposal = fold(&leaves).whole.proposal(&scheme()).expect("a score");
        assert!(!proposal.weighting_matters(), "{proposal:?}");
    }
}

#[test]
fn coverage_by_value_is_a_share_of_what_is_due() {
    let valued = |id, state, score: Option<i64>, value: Option<i64>| Leaf {
        expected_yearly_value: value.map(Money),
        ..leaf(id, state, score.map(|score| Decimal::new(score, 0)))
    };
    let mut leaves = vec![
        valued(1, EvidenceState::Measured, Some(80), Some(100)),
        valued(2, EvidenceState::Stated, Some(75), Some(300)),
        valued(3, EvidenceState::Missing, None, Some(400)),
        valued(4, EvidenceState::Missing, None, None),
        valued(5, EvidenceState::NotDue, None, Some(700)),
    ];
    let percent = |n: i64, scale| Percent::new(Decimal::new(n, scale));
    let whole = fold(&leaves).whole;
    assert_eq!(whole.value_coverage(), Some((percent(125, 1), percent(50, 0))));
    // A harm that is larger than what is measured leaves no share.
    leaves.push(valued(6, EvidenceState::Measured, Some(0), Some(-200)));
    let whole = fold(&leaves).whole;
    assert_eq!(whole.value_coverage(), None);
    let proposal = whole.proposal(&scheme()).expect("a score");
    let weighted = proposal.value_weighted.expect("values");
    assert_eq!(
        weighted.compared(),
        Decimal::new(50_833_333_333, 9),
        "(80·1 + 75·3 + 0·2) / 6"
    );
    assert_eq!(
        fold(&[leaf(1, EvidenceState::Missing, None)])
            .whole
            .value_coverage(),
        None
    );
}

#[test]
fn what_lacks_a_date_is_counted_once_for_each() {
    let undated = |id| Leaf {
        evidence: Evidence {
            undated: true,
            ..leaf(id, EvidenceState::NotDue, None).evidence
        },
        ..leaf(id, EvidenceState::NotDue, None)
    };
    let rollup = fold(&[
        undated(1),
        undated(2),
        leaf(3, EvidenceState::NotDue, None),
        undated(4),
    ]);
    assert_eq!((rollup.whole.undated, rollup.whole.not_due), (3, 4));
    assert!(rollup.areas.values().all(|area| area.undated == 3));
}

/// Area (0: none), groups, state, score, weight, expected yearly value.
type Parts = (u8, Vec<u8>, usize, i64, u8, Option<i64>);

fn any_leaf() -> impl Strategy<Value = Parts> {
    (
        0_u8..4,
        proptest::collection::btree_set(0_u8..5, 0..4).prop_map(|groups| groups.into_iter().collect()),
        0_usize..6,
        0_i64..=100_000_000,
        1_u8..5,
        proptest::option::of(-1_000_000_000_i64..1_000_000_000_000),
    )
}

fn build(parts: Vec<Parts>) -> Vec<Leaf> {
    let states = [
        EvidenceState::Measured,
        EvidenceState::Stated,
        EvidenceState::Missing,
        EvidenceState::TooEarly,
        EvidenceState::NotDue,
        EvidenceState::NotMeasurable,
    ];
    parts
        .into_iter()
        .enumerate()
        .map(|(index, (area, groups, state, score, weight, value))| {
            let state = states[state];
            let scored = matches!(state, EvidenceState::Measured | EvidenceState::Stated);
            Leaf {
                benefit: BenefitId(Uuid::from_u128(index as u128)),
                area: (area > 0).then(|| AreaId(Uuid::from_u128(u128::from(area)))),
                groups: groups
                    .into_iter()
                    .map(|group| BenefitGroupId(Uuid::from_u128(u128::from(group))))
                    .collect(),
                evidence: Evidence {
                    state,
                    score: scored.then(|| Percent::new(Decimal::new(score, 6) / Decimal::from(3))),
                    undated: false,
                },
                weight: Decimal::from(weight),
                expected_yearly_value: value.map(Money),
            }
        })
        .collect()
}

proptest! {
    #[test]
    fn any_order_gives_the_same(
        (leaves, shuffled) in proptest::collection::vec(any_leaf(), 0..40)
            .prop_map(build)
            .prop_flat_map(|leaves| (Just(leaves.clone()), Just(leaves).prop_shuffle()))
    ) {
        prop_assert_eq!(fold(&leaves), fold(&shuffled));
    }

    #[test]
    fn both_axes_cover_the_same_leaves(leaves in proptest::collection::vec(any_leaf(), 0..40).prop_map(build)) {
        let rollup = fold(&leaves);
        // Along areas every leaf is counted exactly once.
        let along_areas = rollup.areas.values().copied().sum::<Tally>() + rollup.outside;
        prop_assert_eq!(along_areas, rollup.whole);
        // Along groups each is counted once in each of its groups: the cells of a group and its
        // leaves outside every area are the group.
        for (group, tally) in &rollup.groups {
            let cells: Tally =
                rollup.cells.iter().filter(|((_, g), _)| g == group).map(|(_, tally)| *tally).sum();
            let outside: Tally = leaves
                .iter()
                .filter(|leaf| leaf.area.is_none() && leaf.groups.contains(group))
                .map(Tally::of)
                .sum();
            prop_assert_eq!(cells + outside, *tally);
        }
        for (area, tally) in &rollup.areas {
            prop_assert!(
                rollup.cells.iter().filter(|((a, _), _)| a == area)
                    .all(|(_, cell)| cell.benefits() <= tally.benefits())
            );
        }
        prop_assert_eq!(rollup.whole.benefits() as usize, leaves.len());
    }

    #[test]
    fn a_proposal_lies_between_its_lowest_and_highest_score(
        leaves in proptest::collection::vec(any_leaf(), 1..40).prop_map(build)
    ) {
        let scores: Vec<_> = leaves.iter().filter_map(|leaf| leaf.evidence.score).collect();
        let proposal = fold(&leaves).whole.proposal(&scheme());
        prop_assert_eq!(proposal.is_some(), !scores.is_empty());
        if let (Some(proposal), Some(low), Some(high)) = (proposal, scores.iter().min(), scores.iter().max()) {
            prop_assert!(proposal.percent.compared() >= low.compared());
            prop_assert!(proposal.percent.compared() <= high.compared());
        }
    }
}
