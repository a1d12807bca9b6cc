use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::role::Grant;

fn ctx() -> Ctx {
    Ctx {
        actor: Actor::Anonymous,
        now: "2026-02-10T12:00:00Z".parse().expect("a moment"),
        request_id: Uuid::nil(),
        session: None,
        others: None,
    }
}

fn unit(id: u128) -> UnitId {
    UnitId(Uuid::from_u128(id))
}

fn who(id: u128) -> AccountId {
    AccountId(Uuid::from_u128(id))
}

fn account(id: u128, name: &str, role: Role, scope: Scope) -> Account {
    Account {
        id: who(id),
        email: None,
        name: name.to_owned(),
        grants: vec![Grant {
            role,
            scope,
            from: None,
            to: None,
        }],
    }
}

fn lack(kind: LackKind, of: Option<u128>) -> Lack {
    Lack {
        kind,
        name: "Något".to_owned(),
        area: None,
        place: LackPlace::Head,
        unit: of.map(unit),
        belongs: of
            .map(|of| Belongs {
                units: vec![unit(of)],
                ..Belongs::default()
            })
            .into_iter()
            .collect(),
    }
}

fn asked(lack: &Lack, people: &[Account]) -> (Role, Vec<AccountId>) {
    Holders::of(people, &ctx()).responsible(lack)
}

#[test]
fn whoever_holds_the_role_for_the_unit_comes_before_whoever_holds_it_for_all() {
    let people = [
        account(1, "Alla", Role::BenefitOwner, Scope::All),
        account(2, "Enhetens", Role::BenefitOwner, Scope::Units(vec![unit(7)])),
        account(3, "Annan", Role::BenefitOwner, Scope::Units(vec![unit(8)])),
        account(4, "Portföljens", Role::PortfolioManager, Scope::All),
    ];
    let missing = |of| lack(LackKind::Missing, Some(of));
    assert_eq!(asked(&missing(7), &people), (Role::BenefitOwner, vec![who(2)]));
    assert_eq!(asked(&missing(9), &people), (Role::BenefitOwner, vec![who(1)]));
    assert_eq!(
        asked(&missing(9), &people[1..]),
        (Role::PortfolioManager, vec![who(4)]),
        "the next role is asked where nobody holds the first for it"
    );
}

#[test]
fn where_nobody_holds_a_role_it_waits_for_the_role_itself() {
    let lacks = [
        lack(LackKind::Decide, None),
        lack(LackKind::WithoutCalculation, Some(7)),
    ];
    let nobody = by_person(&lacks, &[], &ctx());
    let whom: Vec<Whom> = nobody.iter().map(|one| one.whom).collect();
    assert_eq!(
        whom,
        [Whom::Role(Role::PortfolioManager), Whom::Role(Role::Leadership)]
    );
    assert!(nobody.iter().all(|one| one.awaited.len() == 1));
}

#[test]
fn a_role_that_has_ended_or_not_begun_is_held_by_nobody() {
    let mut steering = account(1, "Styr", Role::SteeringUnit, Scope::All);
    let judge = lack(LackKind::Judge, None);
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    steering.grants[0].to = day("2026-02-10");
    assert_eq!(
        asked(&judge, &[steering.clone()]),
        (Role::SteeringUnit, vec![who(1)])
    );
    steering.grants[0].to = day("2026-02-09");
    assert_eq!(asked(&judge, &[steering.clone()]), (Role::SteeringUnit, vec![]));
    (steering.grants[0].from, steering.grants[0].to) = (day("2026-02-11"), None);
    assert_eq!(asked(&judge, &[steering]), (Role::SteeringUnit, vec![]));
}

#[test]
fn nobody_is_asked_to_approve_what_they_wrote() {
    let people = [
        account(1, "Granskare A", Role::Reviewer, Scope::All),
        account(2, "Styr", Role::SteeringUnit, Scope::All),
    ];
    let mut approve = lack(LackKind::ApproveStatement, Some(7));
    assert_eq!(asked(&approve, &people), (Role::Reviewer, vec![who(1)]));
    approve.belongs[0].editors = vec![who(1)];
    assert_eq!(asked(&approve, &people), (Role::SteeringUnit, vec![who(2)]));
}

#[test]
fn what_waits_for_several_is_under_each_with_the_others_named() {
    let people = [
        account(1, "Östen", Role::SteeringUnit, Scope::All),
        account(2, "anna", Role::SteeringUnit, Scope::All),
        account(3, "Bo", Role::Leadership, Scope::All),
    ];
    let lacks = [
        lack(LackKind::Unwritten, None),
        lack(LackKind::Decide, None),
        lack(LackKind::Judge, None),
    ];
    let found = by_person(&lacks, &people, &ctx());
    let whom: Vec<Whom> = found.iter().map(|one| one.whom).collect();
    assert_eq!(
        whom,
        [Whom::Person(who(2)), Whom::Person(who(3)), Whom::Person(who(1))]
    );
    let places: Vec<Vec<usize>> = found
        .iter()
        .map(|one| one.awaited.iter().map(|awaited| awaited.lack).collect())
        .collect();
    assert_eq!(places, [vec![0, 2], vec![1], vec![0, 2]]);
    assert_eq!(found[0].awaited[0].others, [who(1)]);
    assert_eq!(found[1].awaited[0].others, []);
}

#[test]
fn areas_are_in_their_order_and_what_lies_in_none_comes_last() {
    let area = |id| AreaId(Uuid::from_u128(id));
    let of = |id: Option<u128>| Lack {
        area: id.map(area),
        ..lack(LackKind::Missing, None)
    };
    let lacks = [of(None), of(Some(2)), of(Some(1)), of(Some(9)), of(Some(2))];
    let found = by_area(&lacks, &[area(1), area(2), area(3)]);
    assert_eq!(
        found,
        [
            (Some(area(1)), vec![2]),
            (Some(area(2)), vec![1, 4]),
            (None, vec![0, 3]),
        ],
        "an area of no report of ours is none"
    );
    assert!(by_area(&[], &[area(1)]).is_empty());
}

#[test]
fn every_kind_is_asked_of_somebody_who_may_do_it() {
    use LackKind as K;
    for kind in [
        K::Unwritten,
        K::Carried,
        K::Assignment,
        K::Sources,
        K::Comments,
        K::Judge,
        K::Decide,
        K::ApproveStatement,
        K::ApproveMeasurement,
        K::ApproveGoal,
        K::ApproveCalculation,
        K::Missing,
        K::Unmeasured,
        K::Undated,
        K::WithoutCalculation,
        K::WithoutPlan,
        K::WithoutDelivery,
        K::Late,
    ] {
        assert!(!kind.asked().is_empty());
        for (role, operation) in kind.asked() {
            let people = [account(1, "Någon", *role, Scope::All)];
            let holders = Holders::of(&people, &ctx());
            let hands = &holders.0[role][0].hands;
            assert!(may(hands, *operation, None), "{role:?} may not: {kind:?}");
        }
    }
}

#[test]
fn another_role_for_all_does_not_take_somebody_away_from_their_unit() {
    let mut near = account(2, "Enhetens", Role::BenefitOwner, Scope::Units(vec![unit(7)]));
    near.grants.push(Grant {
        role: Role::PortfolioManager,
        scope: Scope::All,
        from: None,
        to: None,
    });
    let people = [account(1, "Alla", Role::BenefitOwner, Scope::All), near];
    let missing = lack(LackKind::Missing, Some(7));
    assert_eq!(asked(&missing, &people), (Role::BenefitOwner, vec![who(2)]));
}
