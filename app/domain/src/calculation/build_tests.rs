use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::factor::FactorKind;
use crate::statement::ApprovalState;

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn three(low: &str, likely: &str, high: &str) -> Estimate {
    Estimate {
        low: number(low),
        likely: number(likely),
        high: number(high),
    }
}

fn build(volume: Estimate, minutes: Estimate, cost: &str, share: Estimate) -> Build {
    Build {
        volume,
        minutes,
        hourly: HourlyCost {
            factor: Uuid::from_u128(7).into(),
            name: "Handläggare".to_owned(),
            value: number(cost),
            from: "2025-01-01".parse().expect("a day"),
            price_level: Some(2025),
        },
        share,
        first_year: 2026,
        last_year: 2027,
    }
}

fn ore(build: &Build) -> [i64; 3] {
    let Estimate { low, likely, high } = build.amount().expect("amounts");
    [low.0, likely.0, high.0]
}

#[test]
fn an_amount_is_volume_times_minutes_times_cost_times_share() {
    // 1 200 × 15/60 × 450 × 80 % = 108 000 kronor.
    let freed = build(
        three("1000", "1200", "1500"),
        three("10", "15", "20"),
        "450",
        three("50", "80", "100"),
    );
    assert_eq!(ore(&freed), [3_750_000, 10_800_000, 22_500_000]);
    let amounts = freed.amounts().expect("amounts");
    let years: Vec<_> = amounts.iter().map(|amount| amount.year).collect();
    assert_eq!(years, [2026, 2027]);
}

#[test]
fn more_work_is_a_harm_whose_low_is_the_greatest() {
    let harm = build(
        three("-1500", "-1200", "-1000"),
        three("10", "15", "20"),
        "450",
        three("50", "80", "100"),
    );
    assert_eq!(ore(&harm), [-22_500_000, -10_800_000, -3_750_000]);
    // What may go either way takes the most of both.
    let either = build(
        three("-10", "0", "10"),
        three("30", "60", "90"),
        "100",
        three("100", "100", "100"),
    );
    assert_eq!(ore(&either), [-150_000, 0, 150_000]);
}

#[test]
fn nothing_taken_home_is_nothing() {
    let none = build(
        three("1000", "1200", "1500"),
        three("10", "15", "20"),
        "450",
        three("0", "0", "0"),
    );
    assert_eq!(ore(&none), [0, 0, 0]);
}

#[test]
fn halves_of_an_ore_go_away_from_zero() {
    // 1 × 1/60 × 0.30 kronor is half an öre.
    let one = Estimate::certain(Decimal::ONE);
    let all = Estimate::certain(Decimal::ONE_HUNDRED);
    assert_eq!(ore(&build(one, one, "0.30", all)), [1, 1, 1]);
    assert_eq!(ore(&build(one, one, "0.29", all)), [0, 0, 0]);
    let less = Estimate::certain(-Decimal::ONE);
    assert_eq!(ore(&build(less, one, "0.30", all)), [-1, -1, -1]);
}

#[test]
fn what_cannot_be_built_says_why() {
    let fine = || {
        build(
            three("1", "2", "3"),
            three("1", "2", "3"),
            "450",
            three("1", "2", "3"),
        )
    };
    assert!(fine().amounts().is_ok());
    let falling = Build {
        minutes: three("3", "2", "3"),
        ..fine()
    };
    assert!(matches!(falling.amounts(), Err(BuildError::NotRising(_))));
    let over = Build {
        share: three("1", "2", "100.0001"),
        ..fine()
    };
    assert_eq!(
        over.amounts(),
        Err(BuildError::OutOfRange(number("100.0001"), 100))
    );
    let below = Build {
        minutes: three("-1", "2", "3"),
        ..fine()
    };
    assert!(matches!(below.amounts(), Err(BuildError::OutOfRange(..))));
    let finer = Build {
        volume: three("1", "2", "3.00001"),
        ..fine()
    };
    assert_eq!(finer.amounts(), Err(BuildError::Unreadable(number("3.00001"))));
    let backwards = Build {
        last_year: 2025,
        ..fine()
    };
    assert_eq!(backwards.amounts(), Err(BuildError::Years(2026, 2025)));
    let free = build(
        three("1", "2", "3"),
        three("1", "2", "3"),
        "0",
        three("1", "2", "3"),
    );
    assert_eq!(free.amounts(), Err(BuildError::Cost(Decimal::ZERO)));
    let most = build(
        Estimate::certain(VOLUME_MAX.into()),
        Estimate::certain(MINUTES_MAX.into()),
        "450",
        Estimate::certain(Decimal::ONE_HUNDRED),
    );
    assert_eq!(most.amounts(), Err(BuildError::TooLarge));
}

/// A leap year of minutes is the most, and ten million million kronor; what is above is refused.
#[test]
fn the_most_can_be_built_and_nothing_above_it() {
    assert_eq!(MINUTES_MAX, 527_040);
    let certain = |number: &str| three(number, number, number);
    let minutes = |minutes: &str| build(certain("1"), certain(minutes), "1", certain("100")).amount();
    assert!(minutes("527040").is_ok());
    assert_eq!(
        minutes("527040.0001"),
        Err(BuildError::OutOfRange(number("527040.0001"), MINUTES_MAX))
    );
    let hours_at = |cost: &str| build(certain("500000000"), certain("60"), cost, certain("100")).amount();
    let most = Money(1_000_000_000_000_000);
    assert_eq!(most.kronor(), AMOUNT_MAX);
    assert_eq!(hours_at("20000"), Ok(Estimate::certain(most)));
    assert_eq!(hours_at("20000.0001"), Err(BuildError::TooLarge));
    assert_eq!(hours_at("90000"), Err(BuildError::TooLarge));
}

fn amount(year: i32, likely: i64) -> YearAmount {
    YearAmount {
        year,
        low: Money(likely),
        likely: Money(likely),
        high: Money(likely),
    }
}

#[test]
fn what_was_typed_for_other_years_stays_and_what_was_built_before_goes() {
    let certain = |number: i64| Estimate::certain(Decimal::from(number));
    let built = build(certain(60), certain(1), "100", certain(100));
    let typed = [amount(2025, 5), amount(2026, 6), amount(2028, 7)];
    let first = built.put_into(&typed, None).expect("amounts");
    let given = |year| amount(year, 100 * 100);
    assert_eq!(
        first,
        [amount(2025, 5), given(2026), given(2027), amount(2028, 7)]
    );
    assert_eq!(built.changed_by_hand(&first), [] as [i32; 0]);

    // A year fewer: the one that it gave before goes with it, unless somebody has typed over it.
    let later = Build {
        first_year: 2027,
        ..built.clone()
    };
    let second = later.put_into(&first, Some(&built)).expect("amounts");
    assert_eq!(second, [amount(2025, 5), given(2027), amount(2028, 7)]);
    let mut over = first.clone();
    over[1] = amount(2026, 9);
    assert_eq!(built.changed_by_hand(&over), [2026]);
    let second = later.put_into(&over, Some(&built)).expect("amounts");
    assert_eq!(second[1], amount(2026, 9));
    assert_eq!(built.changed_by_hand(&[]), [2026, 2027]);
}

#[test]
fn a_newer_hourly_cost_is_noticed() {
    let certain = |number: i64| Estimate::certain(Decimal::from(number));
    let built = build(certain(60), certain(1), "450", certain(100));
    let value = |id: u128, from: &str, of: &str, state| FactorValue {
        id: Uuid::from_u128(id).into(),
        from: from.parse().expect("a day"),
        value: number(of),
        price_level: Some(2025),
        source: "Ekonomiavdelningen".to_owned(),
        state,
    };
    let mut library = Factor {
        id: built.hourly.factor,
        name: "Handläggare".to_owned(),
        kind: FactorKind::HourlyCost,
        unit: None,
        description: None,
        ended_on: None,
        values: vec![value(1, "2025-01-01", "450.00", ApprovalState::Approved)],
    };
    let today = "2026-03-01".parse().expect("a day");
    let newer = |library: &Factor| {
        let found = built.newer_cost(std::slice::from_ref(library), today);
        found.map(|value| value.value)
    };
    assert_eq!(newer(&library), None);
    library
        .values
        .push(value(2, "2026-01-01", "465", ApprovalState::Submitted));
    assert_eq!(newer(&library), None, "nobody has approved it");
    library.values[1].state = ApprovalState::Approved;
    assert_eq!(newer(&library), Some(number("465")));
    library.ended_on = Some("2026-02-28".parse().expect("a day"));
    assert_eq!(newer(&library), None, "there is nothing to build it of again");
    assert_eq!(built.newer_cost(&[], today), None);
}

/// The same kronor from another day, or in the prices of another year, are a newer cost as well.
#[test]
fn a_cost_is_newer_by_its_value_or_its_day_or_its_prices() {
    let built = build(
        three("1", "1", "1"),
        three("1", "1", "1"),
        "450",
        three("1", "1", "1"),
    );
    let newer = |from: &str, of: &str, price_level: i32| {
        let library = Factor {
            id: built.hourly.factor,
            name: "Handläggare".to_owned(),
            kind: FactorKind::HourlyCost,
            unit: None,
            description: None,
            ended_on: None,
            values: vec![FactorValue {
                id: Uuid::from_u128(1).into(),
                from: from.parse().expect("a day"),
                value: number(of),
                price_level: Some(price_level),
                source: "Ekonomiavdelningen".to_owned(),
                state: ApprovalState::Approved,
            }],
        };
        built
            .newer_cost(&[library], "2026-03-01".parse().expect("a day"))
            .is_some()
    };
    assert!(!newer("2025-01-01", "450", 2025));
    assert!(newer("2025-01-01", "451", 2025));
    assert!(newer("2025-07-01", "450", 2025));
    assert!(newer("2025-01-01", "450", 2024));
}

prop_compose! {
    fn rising(least: i64, most: i64)(mut all in prop::array::uniform3(least..=most), scale in 0_u32..=4) -> Estimate {
        all.sort_unstable();
        let [low, likely, high] = all.map(|number| Decimal::new(number, scale));
        Estimate { low, likely, high }
    }
}

proptest! {
    #[test]
    fn order_is_kept_whatever_the_signs(
        volume in rising(-90_000, 90_000), minutes in rising(0, 70_000), share in rising(0, 100), cost in 1_i64..90_000,
    ) {
        let cost = Decimal::new(cost, 2).to_string();
        let built = build(volume, minutes, &cost, share);
        let [low, likely, high] = ore(&built);
        prop_assert!(low <= likely && likely <= high, "{low} {likely} {high}");
    }

    #[test]
    fn it_is_exact_to_half_an_ore(
        volume in rising(-90_000, 90_000), minutes in rising(0, 70_000), share in rising(0, 100), cost in 1_i64..90_000,
    ) {
        let cost = Decimal::new(cost, 2);
        let built = build(volume, minutes, &cost.to_string(), share);
        let likely = ore(&built)[1];
        // Öre times all that they were divided by, against the product of what was multiplied.
        let parts = volume.likely * minutes.likely * cost * share.likely;
        let whole = Decimal::from(likely) * Decimal::from(60);
        let half = Decimal::from(30);
        prop_assert!((parts - whole).abs() <= half, "{parts} against {whole}");
        if (parts - whole).abs() == half {
            prop_assert!(whole.abs() > parts.abs(), "half goes away from zero");
        }
    }

    #[test]
    fn a_harm_is_the_benefit_turned_round(
        volume in rising(0, 90_000), minutes in rising(0, 70_000), share in rising(0, 100), cost in 1_i64..90_000,
    ) {
        let cost = Decimal::new(cost, 2).to_string();
        let turned = Estimate { low: -volume.high, likely: -volume.likely, high: -volume.low };
        let [low, likely, high] = ore(&build(volume, minutes, &cost, share));
        prop_assert_eq!(ore(&build(turned, minutes, &cost, share)), [-high, -likely, -low]);
    }

    #[test]
    fn nothing_panics(
        volume in rising(i64::MIN / 2, i64::MAX / 2), minutes in rising(i64::MIN / 2, i64::MAX / 2),
        share in rising(-200, 2_000_000), cost in any::<i64>(), last in any::<i32>(),
    ) {
        let cost = Decimal::new(cost, 2).to_string();
        let built = Build { last_year: last.min(2_100), ..build(volume, minutes, &cost, share) };
        drop(built.amounts());
    }
}
