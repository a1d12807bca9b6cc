//! What a standing tells to be missing or still to come.

use super::*;
use crate::id::{BenefitId, DeliveryId};
use crate::realisation_plan::tests::plan;
use crate::standing::{GapKind, GapPlace};

fn gap(material: &ReportMaterial, kind: GapKind) -> Option<Vec<String>> {
    let standing = standing(material);
    let gap = standing.gaps.iter().find(|gap| gap.kind == kind)?;
    assert_eq!(usize::try_from(gap.count), Ok(gap.names.len()));
    Some(gap.names.clone())
}

fn names(names: &[&str]) -> Option<Vec<String>> {
    Some(names.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn benefits_are_missing_unmeasured_or_undated() {
    let mut material = material();
    assert_eq!(
        gap(&material, GapKind::Unmeasured),
        names(&["Nytta 1"]),
        "in words alone"
    );
    assert_eq!(gap(&material, GapKind::Missing), None);
    assert_eq!(gap(&material, GapKind::Undated), names(&["Nytta 3"]));
    material.benefits[0].title = Some("Kortare väntan".to_owned());
    material.statements = SharedList::default();
    assert_eq!(
        gap(&material, GapKind::Unmeasured),
        names(&["Kortare väntan", "Nytta 2"])
    );
    assert_eq!(
        gap(&material, GapKind::Missing),
        names(&["Kortare väntan", "Nytta 2"])
    );
    let standing = standing(&material);
    let missing = standing
        .gaps
        .iter()
        .find(|gap| gap.kind == GapKind::Missing)
        .expect("there");
    let place = |number| GapPlace::Benefit(InitiativeId(id(1)), BenefitId(id(number)));
    assert_eq!(missing.places, [place(1), place(2)]);
}

#[test]
fn a_development_object_has_a_calculation_and_a_plan_by_the_cut_off() {
    let mut material = material();
    let both = |material: &ReportMaterial| {
        (
            gap(material, GapKind::WithoutCalculation),
            gap(material, GapKind::WithoutPlan),
        )
    };
    assert_eq!(
        both(&material),
        (names(&["Initiativ 1"]), names(&["Initiativ 1"]))
    );
    let day = |text: &str| text.parse().ok();
    for (approved, has) in [
        (None, true),
        (day("2025-12-31"), true),
        (day("2026-01-01"), false),
    ] {
        material.calculated = vec![(InitiativeId(id(1)), approved)].into();
        assert_eq!(
            gap(&material, GapKind::WithoutCalculation).is_none(),
            has,
            "{approved:?}"
        );
    }
    material.plans = vec![plan(1)].into();
    assert_eq!(
        gap(&material, GapKind::WithoutPlan),
        names(&["Initiativ 1"]),
        "one benefit has none"
    );
    material.plans = vec![plan(1), plan(2)].into();
    assert_eq!(gap(&material, GapKind::WithoutPlan), None);
    material.plans = SharedList::default();
    material.calculated = SharedList::default();
    material.report.cut_off = "2024-08-31".parse().expect("a day");
    assert_eq!(
        both(&material),
        (names(&["Initiativ 1"]), None),
        "no plan was required then"
    );
}

#[test]
fn an_initiative_goes_on_without_a_delivery_until_it_is_over() {
    let mut material = material();
    let ongoing = |material: &ReportMaterial| gap(material, GapKind::WithoutDelivery);
    assert_eq!(ongoing(&material), names(&["Initiativ 3"]));
    let shown = compile(material.clone()).ongoing;
    assert_eq!(
        shown.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["Initiativ 3"]
    );
    for (year, there) in [(2025, true), (2026, false)] {
        material.initiatives[2].started_year = Some(year);
        assert_eq!(ongoing(&material).is_some(), there, "{year}");
    }
    material.initiatives[2].started_year = None;
    for (status, there) in [("realising", true), ("closed", false), ("stopped", false)] {
        material.initiatives[2].status = read(json!({ "value": status }));
        assert_eq!(ongoing(&material).is_some(), there, "{status}");
    }
}

#[test]
fn what_is_not_judged_and_decided_is_told_by_name() {
    let mut material = material();
    let areas = |material: &ReportMaterial| gap(material, GapKind::AreasUnjudged);
    assert_eq!(areas(&material), names(&["Möten", "Arkiv"]));
    assert_eq!(gap(&material, GapKind::GroupsUnjudged), names(&["M", "K"]));
    material.assessments = all(vec![
        assessment(1, json!({ "area": id(1) }), "god", "decided"),
        assessment(2, json!({ "area": id(2) }), "god", "submitted"),
        assessment(3, json!({ "group": id(2) }), "god", "decided"),
    ]);
    assert_eq!(areas(&material), names(&["Arkiv"]));
    assert_eq!(gap(&material, GapKind::GroupsUnjudged), names(&["K"]));
    material.assessments[0].level = None;
    assert_eq!(areas(&material), names(&["Möten", "Arkiv"]), "without a level");
}

#[test]
fn deliveries_are_late_partly_there_to_be_followed_up_or_hard_to_use() {
    let mut material = with_added();
    assert_eq!(gap(&material, GapKind::Late), names(&["Leverans 3"]));
    assert_eq!(gap(&material, GapKind::PartlyDelivered), names(&["Leverans 3"]));
    assert_eq!(gap(&material, GapKind::PlannedFollowups), names(&["Leverans 2"]));
    assert_eq!(gap(&material, GapKind::SusNeedsAction), None);
    let sus = |number: u128, of: u128, level: &str| json!({ "id": id(number), "delivery": id(of), "subject": "Bokningen", "result": { "level": level } });
    material.sus = all(vec![
        sus(1, 1, "acceptable"),
        sus(2, 2, "acceptable"),
        sus(3, 2, "needs_action"),
    ]);
    assert_eq!(gap(&material, GapKind::SusNeedsAction), names(&["Leverans 2"]));
    let model = compile(material);
    assert_eq!(model.areas[0].deliveries[1].sus.len(), 2);
    let late = model
        .standing
        .gaps
        .iter()
        .find(|gap| gap.kind == GapKind::Late)
        .expect("one is late");
    assert_eq!(
        late.places,
        [GapPlace::Delivery(InitiativeId(id(2)), DeliveryId(id(3)))]
    );
}
