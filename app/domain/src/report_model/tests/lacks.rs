//! What an open report lacks, and what rights to mend it are held against.

use super::*;
use crate::assessment::SubjectKey;
use crate::effect_goal::tests::{goal, version};
use crate::id::{
    AccountId, AreaId, BenefitGroupId, BenefitId, CalculationId, DeliveryId, EffectGoalId, MeasureId,
    MeasurementId, PortfolioId, UnitId,
};
use crate::measure::Period;
use crate::report::responsible::{Lack, LackKind, LackPlace};
use crate::report::{ChapterKey, ReportState};
use crate::standing::GapPlace;
use crate::statement::ApprovalState;
use crate::work::{LoggedCalculation, LoggedGoal, LoggedMeasurement};

fn account(number: u128) -> AccountId {
    AccountId(id(number))
}

fn found(material: &ReportMaterial, waiting: &Waiting, kind: LackKind) -> Vec<Lack> {
    let mut all = lacks(material, waiting);
    all.retain(|one| one.kind == kind);
    all
}

fn names(lacks: &[Lack]) -> Vec<&str> {
    lacks.iter().map(|one| one.name.as_str()).collect()
}

fn area(number: u128) -> Option<AreaId> {
    Some(AreaId(id(number)))
}

#[test]
fn a_report_has_its_texts_its_assignment_and_its_sources() {
    let mut material = material();
    let waiting = |open_comments| Waiting {
        open_comments,
        ..Waiting::default()
    };
    let own = |material: &ReportMaterial, comments: u32| -> Vec<(LackKind, LackPlace)> {
        let all = lacks(material, &waiting(comments)).into_iter();
        all.filter(|one| one.kind <= LackKind::Comments)
            .map(|one| (one.kind, one.place))
            .collect()
    };
    use {ChapterKey as C, LackKind as K, LackPlace as P};
    let bare = [
        (K::Unwritten, P::Text(C::Background)),
        (K::Unwritten, P::Text(C::Method)),
        (K::Unwritten, P::Text(C::Summary)),
        (K::Assignment, P::Head),
        (K::Sources, P::Sources),
    ];
    assert_eq!(own(&material, 0), bare);
    let chapter =
        |key: &str, text: &str, carried: bool| read(json!({ "key": key, "text": text, "carried": carried }));
    material.report.chapters = vec![
        chapter("background", "Text.", true),
        chapter("method", "Text.", false),
        chapter("summary", " \n", false),
    ];
    material.report.assignment = Some(read(json!({ "letter": "Regleringsbrev" })));
    material.report.materials = vec![read(json!({ "name": "Enkäter" }))];
    let left = [
        (K::Unwritten, P::Text(C::Summary)),
        (K::Carried, P::Text(C::Background)),
        (K::Comments, P::Review),
    ];
    assert_eq!(own(&material, 1), left);
    assert_eq!(own(&material, 0), left[..2]);
}

#[test]
fn what_nobody_has_sent_in_is_to_be_judged_and_then_it_is_to_be_decided() {
    let mut material = material();
    let judge = |material: &ReportMaterial| -> Vec<(LackPlace, Option<AreaId>)> {
        let all = found(material, &Waiting::default(), LackKind::Judge).into_iter();
        all.map(|one| (one.place, one.area)).collect()
    };
    let of = |key| LackPlace::Assessment(key);
    let group = |code: &str| (of(SubjectKey::Group(code.to_owned())), None);
    let all = [
        (of(SubjectKey::Area("4.9".to_owned())), area(1)),
        (of(SubjectKey::Area("4.10".to_owned())), area(2)),
        group("b"),
        group("a"),
        (of(SubjectKey::Whole), None),
    ];
    assert_eq!(judge(&material), all);
    let called = found(&material, &Waiting::default(), LackKind::Judge);
    assert_eq!(
        names(&called)[..4],
        ["Möten", "Arkiv", "Medarbetare", "Kunder"],
        "by name"
    );
    material.assessments = all_sent_in();
    assert_eq!(
        judge(&material),
        [group("b"), group("a")],
        "groups may be left out"
    );
    let decide = |material: &ReportMaterial, open_comments: u32| {
        let waiting = Waiting {
            open_comments,
            ..Waiting::default()
        };
        found(material, &waiting, LackKind::Decide).len()
    };
    assert_eq!(decide(&material, 0), 0, "nobody has sent it for review");
    material.report.state = ReportState::UnderReview;
    assert_eq!((decide(&material, 0), decide(&material, 1)), (1, 0));
    material.assessments = SharedList::default();
    assert_eq!(decide(&material, 0), 0);
    material.report.state = ReportState::Decided;
    assert!(
        lacks(&material, &Waiting::default()).is_empty(),
        "it is what it is"
    );
}

fn all_sent_in() -> SharedList<Assessment> {
    all(vec![
        assessment(1, json!("whole"), "god", "submitted"),
        assessment(2, json!({ "area": id(1) }), "god", "submitted"),
        assessment(3, json!({ "area": id(2) }), "god", "submitted"),
    ])
}

#[test]
fn a_statement_that_waits_is_of_its_benefits_else_of_its_delivery() {
    let mut material = material();
    let mut of_delivery = statement(8, 2, 1, "confirmed", "2025-06-30");
    of_delivery["benefits"] = json!([]);
    let mut of_nothing = statement(9, 7, 7, "confirmed", "2025-06-30");
    of_nothing["benefits"] = json!([]);
    for one in [of_delivery, of_nothing] {
        material.statements.push(read(one));
    }
    material.benefits[0].owner = Some(UnitId(id(5)));
    let waiting = Waiting {
        statements: [(1, Some(4)), (8, None), (9, None), (99, None)]
            .map(|(number, by): (u128, Option<u128>)| (StatementId(id(number)), by.map(account)))
            .to_vec(),
        ..Waiting::default()
    };
    let found = found(&material, &waiting, LackKind::ApproveStatement);
    assert_eq!(names(&found), ["Utsaga 1", "Utsaga 8"], "what is in scope");
    let [of_benefit, of_delivery] = &found[..] else {
        panic!("two: {found:?}")
    };
    assert_eq!((of_benefit.area, of_delivery.area), (area(1), area(1)));
    let initiative = InitiativeId(id(1));
    assert_eq!(
        of_benefit.place,
        LackPlace::Statement(initiative, StatementId(id(1)))
    );
    let [belongs] = &of_benefit.belongs[..] else {
        panic!("one: {:?}", of_benefit.belongs)
    };
    assert_eq!(belongs.editors, [account(4)]);
    assert_eq!(
        (&belongs.units[..], &belongs.groups[..]),
        (&[UnitId(id(5))][..], &[BenefitGroupId(id(1))][..])
    );
    let [belongs] = &of_delivery.belongs[..] else {
        panic!("one: {:?}", of_delivery.belongs)
    };
    assert_eq!(belongs.portfolios, [PortfolioId(id(1))]);
    assert_eq!(
        belongs.units,
        [UnitId(id(1)), UnitId(id(5))],
        "who answers for the initiative or a benefit of it"
    );
    assert_eq!(
        belongs.groups,
        [1, 2].map(|number| BenefitGroupId(id(number))),
        "each once"
    );
}

#[test]
fn calculations_measurements_and_goals_wait_once_they_are_sent_in() {
    let mut material = material();
    let of_benefit = goal(vec![version(1, None, &[("2025-12-31", 5)])]);
    material.measured.goals = vec![of_benefit.clone()].into();
    let definition = json!({ "number": 1, "definition": "Väntan", "direction": "lower" });
    material.measured.measures = all(vec![
        json!({ "id": id(1), "name": "Väntetid", "definitions": [definition] }),
    ]);
    let waiting = |state: ApprovalState, of: u128| Waiting {
        calculations: vec![LoggedCalculation {
            id: CalculationId(id(1)),
            initiative: InitiativeId(id(of)),
            number: 1,
            state,
            editors: vec![account(4)],
            review_note: None,
        }],
        measurements: vec![LoggedMeasurement {
            id: MeasurementId(id(1)),
            measure: MeasureId(id(of)),
            period: Period::parse("2025").expect("a year"),
            state,
            edited_by: Some(account(4)),
            editors: vec![account(4)],
            review_note: None,
            reviewed_on: None,
        }],
        goals: vec![LoggedGoal {
            goal: EffectGoalId(id(of)),
            state,
            edited_by: Some(account(4)),
            editors: vec![account(4)],
            review_note: None,
            reviewed_on: None,
        }],
        ..Waiting::default()
    };
    let kinds = [
        (LackKind::ApproveMeasurement, "Väntetid"),
        (LackKind::ApproveGoal, "Väntetid"),
        (LackKind::ApproveCalculation, "Initiativ 1"),
    ];
    for (kind, name) in kinds {
        for state in [
            ApprovalState::Draft,
            ApprovalState::Returned,
            ApprovalState::Approved,
        ] {
            assert!(
                found(&material, &waiting(state, 1), kind).is_empty(),
                "{kind:?} {state:?}"
            );
        }
        assert!(
            found(&material, &waiting(ApprovalState::Submitted, 99), kind).is_empty(),
            "of what is not there"
        );
        let sent = found(&material, &waiting(ApprovalState::Submitted, 1), kind);
        let [one] = &sent[..] else {
            panic!("one of {kind:?}: {sent:?}")
        };
        assert_eq!((one.name.as_str(), one.area), (name, area(1)));
        let [belongs] = &one.belongs[..] else {
            panic!("one of {kind:?}")
        };
        assert_eq!(
            (&belongs.editors[..], &belongs.portfolios[..]),
            (&[account(4)][..], &[PortfolioId(id(1))][..])
        );
        assert!(belongs.groups.contains(&BenefitGroupId(id(1))), "{kind:?}");
    }
}

#[test]
fn evidence_that_is_lacking_is_told_by_kind_and_area_with_who_answers_for_it() {
    let mut material = with_added();
    material.benefits[1].owner = Some(UnitId(id(5)));
    material.statements = all(vec![statement(1, 1, 1, "confirmed", "2025-06-30")]);
    let all = lacks(&material, &Waiting::default());
    let told: Vec<_> = all
        .iter()
        .filter(|one| one.kind >= LackKind::Missing)
        .map(|one| (one.kind, one.name.as_str(), one.area, one.unit))
        .collect();
    let unit = |number: u128| Some(UnitId(id(number)));
    use LackKind as K;
    let expected = [
        (K::Missing, "Nytta 2", area(1), unit(5)),
        (K::Unmeasured, "Nytta 1", area(1), unit(1)),
        (K::Undated, "Nytta 3", area(2), unit(2)),
        (K::WithoutCalculation, "Initiativ 1", area(1), unit(1)),
        (K::WithoutPlan, "Initiativ 1", area(1), unit(1)),
        (K::WithoutDelivery, "Initiativ 3", None, unit(3)),
        (K::Late, "Leverans 3", area(2), unit(2)),
    ];
    assert_eq!(told, expected);
    let places: Vec<_> = all
        .iter()
        .filter(|one| one.kind >= K::Missing)
        .map(|one| one.place.clone())
        .collect();
    let (of, benefit) = (|number| InitiativeId(id(number)), |number| BenefitId(id(number)));
    assert_eq!(places[0], LackPlace::Gap(GapPlace::Benefit(of(1), benefit(2))));
    assert_eq!(places[3], LackPlace::Gap(GapPlace::Initiative(of(1))));
    assert_eq!(
        places[6],
        LackPlace::Gap(GapPlace::Delivery(of(2), DeliveryId(id(3))))
    );
    assert!(
        all.iter()
            .filter(|one| one.kind >= K::Missing)
            .all(|one| one.belongs.len() == 1)
    );
}

#[test]
fn what_lies_in_no_area_comes_after_what_does() {
    let mut material = material();
    material.initiatives[1].area = area(2);
    material
        .deliveries
        .retain(|one| one.initiative != InitiativeId(id(2)));
    let without = |material: &ReportMaterial| -> Vec<Option<AreaId>> {
        let all = found(material, &Waiting::default(), LackKind::WithoutDelivery).into_iter();
        all.map(|one| one.area).collect()
    };
    assert_eq!(without(&material), [area(2), None]);
    material.initiatives[2].area = area(1);
    material.initiatives[1].area = area(9);
    assert_eq!(
        without(&material),
        [area(1), None],
        "an area of another set is none of the report's"
    );
}
