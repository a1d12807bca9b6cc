use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::benefit::ValueClass;
use crate::calculation::LineClass;
use crate::id::BenefitGroupId;
use crate::sek_value::{SekFrequency, SekGround};

const AS_OF: &str = "2025-12-31";
const YEARS: (i32, i32) = (2024, 2026);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn benefit(number: u128) -> BenefitId {
    BenefitId(Uuid::from_u128(number))
}

fn promised(of: u128, approved: &str, likely: &[(i32, i64)]) -> PromisedLine {
    PromisedLine {
        benefit: benefit(of),
        class: LineClass::Financial,
        approved_on: Some(day(approved)),
        likely: likely.iter().map(|(year, ore)| (*year, Money(*ore))).collect(),
    }
}

fn value(number: u128, of: u128, kind: SekKind, (from_year, to_year): (i32, i32), ore: i64) -> SekValue {
    SekValue {
        id: Uuid::from_u128(number).into(),
        benefit: benefit(of),
        ground: SekGround::Statement(Uuid::from_u128(number).into()),
        amount: Money(ore),
        frequency: SekFrequency::Yearly,
        from_year,
        to_year,
        class: ValueClass::Financial,
        kind,
        compared_with: None,
        counts_in_sum: kind == SekKind::Outcome,
    }
}

fn ore(said: Realised) -> [Option<i64>; 3] {
    [said.promised, said.forecast, said.outcome].map(|one| one.map(|money| money.0))
}

#[test]
fn the_three_stand_beside_each_other_and_silence_is_not_zero() {
    let lines = [promised(1, "2024-02-01", &[(2024, 500), (2025, 700)])];
    let values = [
        value(1, 1, SekKind::Outcome, (2025, 2025), 300),
        value(2, 1, SekKind::Forecast, (2026, 2028), 650),
        value(3, 1, SekKind::Estimate, (2025, 2025), 9_999),
    ];
    let said = by_benefit(&lines, &values, YEARS, day(AS_OF));
    let of = |year| said.get(&(benefit(1), year)).copied().map(ore);
    assert_eq!(of(2024), Some([Some(500), None, None]));
    assert_eq!(
        of(2025),
        Some([Some(700), None, Some(300)]),
        "an estimate is no outcome"
    );
    assert_eq!(of(2026), Some([None, Some(650), None]));
    assert_eq!(of(2027), None, "outside of the years");
}

#[test]
fn what_is_not_counted_and_what_was_promised_later_is_left_out() {
    let mut uncounted = value(1, 1, SekKind::Outcome, (2025, 2025), 300);
    uncounted.counts_in_sum = false;
    let on_the_day = promised(1, AS_OF, &[(2025, 700)]);
    let later = promised(1, "2026-01-01", &[(2025, 7_000)]);
    let said = by_benefit(&[on_the_day, later], &[uncounted], YEARS, day(AS_OF));
    let all: Vec<_> = said.into_values().map(ore).collect();
    assert_eq!(all, [[Some(700), None, None]]);
}

#[test]
fn of_several_forecasts_the_newest_holds() {
    let mut values = vec![
        value(7, 1, SekKind::Forecast, (2026, 2026), 650),
        value(4, 1, SekKind::Forecast, (2025, 2026), 400),
    ];
    for _ in 0..2 {
        let said = by_benefit(&[], &values, YEARS, day(AS_OF));
        assert_eq!(ore(said[&(benefit(1), 2025)]), [None, Some(400), None]);
        assert_eq!(ore(said[&(benefit(1), 2026)]), [None, Some(650), None]);
        values.reverse();
    }
    values[0].class = ValueClass::Redistribution;
    let said = by_benefit(&[], &values, YEARS, day(AS_OF));
    assert_eq!(
        ore(said[&(benefit(1), 2026)]),
        [None, Some(1_050), None],
        "another class adds up"
    );
}

#[test]
fn a_benefit_that_is_not_asked_for_is_not_taken() {
    let lines = [
        promised(1, AS_OF, &[(2025, 700)]),
        promised(2, AS_OF, &[(2025, 50)]),
    ];
    let said = by_benefit(&lines, &[], YEARS, day(AS_OF));
    let area = AreaId(Uuid::from_u128(9));
    let group = BenefitGroupId(Uuid::from_u128(8));
    let share = GroupShare { group, share: None };
    let only = ValuedBenefit {
        initiative: InitiativeId(Uuid::nil()),
        benefit: benefit(2),
        area: Some(area),
        groups: vec![share],
    };
    let rolled = realisation(&[only], &said);
    let year = &rolled[&2025];
    assert_eq!(ore(year.whole), [Some(50), None, None]);
    assert_eq!((year.areas[&area], year.groups[&group]), (year.whole, year.whole));
    assert_eq!(rolled.len(), 1);
}

#[test]
fn nothing_is_said_where_none_of_the_three_is_though_zero_is_said() {
    assert!(Realised::default().is_empty());
    let zero = Realised {
        forecast: Some(Money::ZERO),
        ..Realised::default()
    };
    assert!(!zero.is_empty());
}

#[test]
fn years_of_the_whole_of_areas_and_of_groups_follow_each_other_and_add_up() {
    let lines = [
        promised(1, AS_OF, &[(2024, 100), (2025, 200)]),
        promised(2, AS_OF, &[(2025, 50)]),
    ];
    let said = by_benefit(&lines, &[], YEARS, day(AS_OF));
    let (area, group) = (AreaId(Uuid::from_u128(9)), BenefitGroupId(Uuid::from_u128(8)));
    let of = |number, area, groups: &[BenefitGroupId]| ValuedBenefit {
        initiative: InitiativeId(Uuid::nil()),
        benefit: benefit(number),
        area,
        groups: groups
            .iter()
            .map(|group| GroupShare {
                group: *group,
                share: None,
            })
            .collect(),
    };
    let rolled = realisation(&[of(1, Some(area), &[]), of(2, None, &[group])], &said);
    let kronor = |years: &[(i32, Realised)]| -> Vec<(i32, Option<i64>)> {
        years.iter().map(|(year, of)| (*year, ore(*of)[0])).collect()
    };
    let whole = whole_by_year(&rolled);
    assert_eq!(kronor(&whole), [(2024, Some(100)), (2025, Some(250))]);
    assert_eq!(
        kronor(&area_by_year(&rolled, area)),
        [(2024, Some(100)), (2025, Some(200))]
    );
    assert_eq!(
        kronor(&group_by_year(&rolled, group)),
        [(2025, Some(50))],
        "of 2024 it has nothing"
    );
    assert_eq!(ore(sum_of(&whole)), [Some(350), None, None]);
}

proptest! {
    #[test]
    fn areas_and_groups_each_add_up_to_the_whole(
        all in prop::collection::vec(
            (0_u128..6, 2023_i32..2028, -1_000_000_i64..1_000_000, prop::bool::ANY),
            0..24,
        ),
    ) {
        let lines: Vec<_> = all
            .iter()
            .filter(|(.., outcome)| !outcome)
            .map(|(of, year, ore, _)| promised(*of, AS_OF, &[(*year, *ore)]))
            .collect();
        let values: Vec<_> = (0..)
            .zip(&all)
            .filter(|(_, (.., outcome))| *outcome)
            .map(|(number, (of, year, ore, _))| value(number, *of, SekKind::Outcome, (*year, *year), *ore))
            .collect();
        let said = by_benefit(&lines, &values, YEARS, day(AS_OF));
        let group = |number| GroupShare { group: BenefitGroupId(Uuid::from_u128(number)), share: None };
        let benefits: Vec<_> = (0..6_u128)
            .map(|number| ValuedBenefit {
                initiative: InitiativeId(Uuid::nil()),
                benefit: benefit(number),
                area: (number > 1).then(|| AreaId(Uuid::from_u128(number % 2))),
                groups: (0..number % 4).map(group).collect(),
            })
            .collect();
        for (year, of) in realisation(&benefits, &said) {
            let in_areas = of.areas.values().copied().chain(of.outside).fold(Realised::default(), Add::add);
            let in_groups = of.groups.values().copied().chain(of.ungrouped).fold(Realised::default(), Add::add);
            prop_assert_eq!(in_areas, of.whole);
            prop_assert_eq!(in_groups, of.whole);
            let sum = |outcome| -> Option<i64> {
                let of_year = all.iter().filter(|one| one.1 == year && one.3 == outcome);
                of_year.map(|one| one.2).fold(None, |sum, ore| Some(sum.unwrap_or(0) + ore))
            };
            prop_assert_eq!(ore(of.whole), [sum(false), None, sum(true)]);
        }
    }
}
