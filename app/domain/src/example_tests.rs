use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::testing::read;

/// An identity of the example, and one of one's own.
fn its(n: u32) -> String {
    format!("019a2b3c-4d00-7000-a000-{n:012}")
}

fn own(n: u32) -> String {
    format!("019b0000-0000-7000-a000-{n:012}")
}

fn group(id: String) -> BenefitGroup {
    read(
        json!({ "id": id, "code": id, "name": "Grupp", "short_name": "G", "kind": "internal", "ordinal": 1 }),
    )
}

fn scheme(id: String) -> GradingScheme {
    GradingScheme::standard(id.parse().expect("an id"))
}

fn initiative(id: String, more: Value) -> Initiative {
    let mut value = json!({ "id": id, "name": "Initiativ", "status": { "value": "ongoing" } });
    let fields = value.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    read(value)
}

fn report(id: String, set: String, more: Value) -> Report {
    let mut value = json!({ "id": id, "title": "Rapport", "from_year": 2024, "to_year": 2026, "area_set": set,
        "grading_scheme": its(1), "cut_off": "2026-12-31" });
    let fields = value.as_object_mut().expect("an object");
    fields.extend(more.as_object().expect("an object").clone());
    read(value)
}

fn benefit(id: String, initiative: String, group: String) -> Benefit {
    read(
        json!({ "id": id, "initiative": initiative, "groups": [{ "group": group }], "description": "Bättre" }),
    )
}

/// An example with one of most things.
fn example() -> Holdings {
    Holdings {
        agency: Some(read(json!({ "name": "Exempelmyndigheten", "currency": "SEK" }))),
        grading_schemes: vec![scheme(its(1))],
        units: vec![read(json!({ "id": its(2), "name": "Enhet" }))],
        benefit_groups: vec![group(its(3)), group(its(4))],
        portfolios: vec![read(
            json!({ "id": its(5), "name": "Portfölj", "kind": "tactical" }),
        )],
        area_sets: vec![read(json!({ "id": its(6), "name": "Områden" }))],
        areas: vec![read(
            json!({ "id": its(7), "area_set": its(6), "number": "1", "name": "Område" }),
        )],
        initiatives: vec![initiative(its(8), json!({ "area": its(7), "owner": its(2) }))],
        deliveries: vec![read(
            json!({ "id": its(9), "initiative": its(8), "name": "Leverans", "status": { "value": "planned" } }),
        )],
        benefits: vec![benefit(its(10), its(8), its(3))],
        reports: vec![report(its(11), its(6), json!({}))],
        ..Holdings::default()
    }
}

#[test]
fn an_example_is_loaded_where_there_is_no_portfolio_and_found_by_its_initiatives() {
    assert!(Holdings::default().is_without_portfolio());
    let units = Holdings {
        units: example().units,
        ..Holdings::default()
    };
    assert!(units.is_without_portfolio());
    let parts = [
        Holdings {
            area_sets: example().area_sets,
            ..Holdings::default()
        },
        Holdings {
            initiatives: example().initiatives,
            ..Holdings::default()
        },
        Holdings {
            reports: example().reports,
            ..Holdings::default()
        },
    ];
    for part in &parts {
        assert!(!part.is_without_portfolio());
    }
    assert!(parts[1].has_example(&example()) && !parts[0].has_example(&example()));
    let ones_own = Holdings {
        initiatives: vec![initiative(own(1), json!({}))],
        ..Holdings::default()
    };
    assert!(!ones_own.has_example(&example()));
}

fn counts(removal: &Removal) -> BTreeMap<SubjectKind, (u32, u32)> {
    let going = removal.going.iter();
    going.map(|(kind, of)| (*kind, (of.brought, of.added))).collect()
}

/// Why something stands in the way, where one thing does.
fn why(all: &Holdings) -> Option<InTheWay> {
    let found = removal(&example(), all).in_the_way;
    assert!(found.len() < 2, "{found:?}");
    found.first().map(|of| of.why)
}

#[test]
fn all_that_came_goes() {
    let removed = removal(&example(), &example());
    assert!(removed.in_the_way.is_empty() && removed.stays.is_empty());
    assert!(removed.gone.agency);
    let counts = counts(&removed);
    assert_eq!(counts[&SubjectKind::BenefitGroup], (2, 0));
    assert_eq!(removed.total(), 12);
    assert!(counts.values().all(|(_, added)| *added == 0));
}

#[test]
fn what_people_have_added_to_it_goes_with_it() {
    let mut all = example();
    all.benefits.push(benefit(own(1), its(8), its(4)));
    all.areas.push(read(
        json!({ "id": own(2), "area_set": its(6), "number": "2", "name": "Område" }),
    ));
    let removed = removal(&example(), &all);
    let counts = counts(&removed);
    assert_eq!(counts[&SubjectKind::Benefit], (1, 1));
    assert_eq!(counts[&SubjectKind::Area], (1, 1));
    assert_eq!(removed.total(), 14);
    assert!(removed.in_the_way.is_empty());
}

#[test]
fn measures_goals_and_measurements_of_it_are_counted_and_ones_own_measures_stay() {
    let measure = |id: String, name: &str| json!({ "id": id, "name": name, "definitions": [{ "number": 1, "definition": "Så räknas det" }] });
    let goal = |id: String, measure: String, benefit: String| {
        read(json!({ "id": id, "measure": measure, "benefit": benefit, "claim": "100", "versions": [] }))
    };
    let measurement = |id: String, measure: String| {
        read(
            json!({ "id": id, "measure": measure, "definition": 1, "source": "Loggen", "value": { "value": "5" },
            "period": { "first": "2025-01-01", "last": "2025-12-31" } }),
        )
    };
    let mut brought = example();
    brought.measures.push(read(measure(its(20), "Svarstid")));
    brought.effect_goals.push(goal(its(21), its(20), its(10)));
    let mut all = brought.clone();
    all.measurements.push(measurement(own(1), its(20)));
    // One's own: on the example's benefit alone, on one's own benefit too, and on none.
    for (n, name) in [(2, "Felandel"), (3, "Nöjdhet"), (4, "Sjukfrånvaro")] {
        all.measures.push(read(measure(own(n), name)));
    }
    all.measurements.push(measurement(own(5), own(2)));
    all.initiatives.push(initiative(own(6), json!({})));
    all.benefits.push(benefit(own(7), own(6), own(8)));
    all.effect_goals.push(goal(own(9), own(2), its(10)));
    all.effect_goals.push(goal(own(10), own(3), its(10)));
    all.effect_goals.push(goal(own(11), own(3), own(7)));
    let removed = removal(&brought, &all);
    let counts = counts(&removed);
    assert_eq!(counts[&SubjectKind::Measure], (1, 0));
    assert_eq!(counts[&SubjectKind::EffectGoal], (1, 2));
    assert_eq!(counts[&SubjectKind::Measurement], (0, 1));
    let left: Vec<&str> = removed.left.iter().map(|named| named.name.as_str()).collect();
    assert_eq!(left, ["Felandel"]);
}

#[test]
fn what_was_there_before_stays() {
    let mut all = example();
    all.agency = Some(read(json!({ "name": "Vår myndighet", "currency": "SEK" })));
    // The example was loaded onto groups and a scheme that were there.
    all.benefit_groups = vec![group(own(1))];
    all.grading_schemes = vec![scheme(own(2))];
    all.units.push(read(json!({ "id": own(3), "name": "Vår enhet" })));
    let removed = removal(&example(), &all);
    assert!(!removed.gone.agency);
    assert!(removed.gone.benefit_groups.is_empty() && removed.gone.grading_schemes.is_empty());
    assert_eq!(counts(&removed)[&SubjectKind::Unit], (1, 0));
    assert!(removed.stays.is_empty(), "what it did not bring is not spoken of");
}

#[test]
fn what_it_brought_and_ones_own_things_rest_on_becomes_ones_own() {
    let mut all = example();
    all.area_sets.push(read(json!({ "id": own(1), "name": "Våra" })));
    all.areas.push(read(
        json!({ "id": own(2), "area_set": own(1), "number": "1", "name": "Vårt",
        "main_groups": [its(3)] }),
    ));
    all.reports.push(report(own(3), own(1), json!({})));
    let removed = removal(&example(), &all);
    assert!(removed.in_the_way.is_empty(), "{:?}", removed.in_the_way);
    let stays: Vec<_> = removed.stays.iter().map(|named| named.kind).collect();
    use SubjectKind as K;
    assert_eq!(stays, [K::Agency, K::GradingScheme, K::BenefitGroup]);
    let gone: Vec<String> = removed
        .gone
        .benefit_groups
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(gone, [its(4)], "the group that nobody uses goes");
    assert!(removed.gone.grading_schemes.is_empty());
    assert!(!removed.gone.agency);
}

#[test]
fn the_agency_stays_once_there_is_anything_of_ones_own_and_is_only_told_where_it_came() {
    let kinds = |removed: &Removal| removed.stays.iter().map(|named| named.kind).collect::<Vec<_>>();
    let mut all = example();
    all.initiatives.push(initiative(own(1), json!({})));
    let removed = removal(&example(), &all);
    assert_eq!(
        (kinds(&removed), removed.gone.agency),
        (vec![SubjectKind::Agency], false)
    );
    let mut all = example();
    all.area_sets.push(read(json!({ "id": own(1), "name": "Våra" })));
    assert_eq!(kinds(&removal(&example(), &all)), [SubjectKind::Agency]);
    all.agency = Some(read(json!({ "name": "Vår myndighet", "currency": "SEK" })));
    assert_eq!(kinds(&removal(&example(), &all)), []);
    all.agency = None;
    let removed = removal(
        &Holdings {
            agency: None,
            ..example()
        },
        &all,
    );
    assert_eq!(
        (kinds(&removed), removed.gone.agency),
        (vec![], false),
        "there is none"
    );
}

#[test]
fn a_group_stays_that_an_assessment_of_ones_own_judges_or_speaks_of() {
    for (subject, texts) in [
        (json!({ "group": its(3) }), json!([])),
        (
            json!("whole"),
            json!([{ "groups": [its(3)], "text": "Om gruppen." }]),
        ),
    ] {
        let mut all = example();
        all.area_sets.push(read(json!({ "id": own(1), "name": "Våra" })));
        all.reports.push(report(own(2), own(1), json!({})));
        all.assessments.push(read(
            json!({ "id": own(3), "report": own(2), "subject": subject, "group_texts": texts }),
        ));
        let removed = removal(&example(), &all);
        let gone: Vec<String> = removed
            .gone
            .benefit_groups
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(gone, [its(4)], "{subject}");
    }
}

#[test]
fn ones_own_things_that_refer_to_it_stand_in_the_way() {
    let with_initiative = |more: Value| {
        let mut all = example();
        all.initiatives.push(initiative(own(1), more));
        all
    };
    assert_eq!(why(&with_initiative(json!({}))), None);
    for (more, expected) in [
        (json!({ "area": its(7) }), InTheWay::Area),
        (json!({ "owner": its(2) }), InTheWay::Unit),
        (json!({ "portfolios": [its(5)] }), InTheWay::Portfolio),
        (json!({ "depends_on": [its(8)] }), InTheWay::Initiative),
    ] {
        assert_eq!(why(&with_initiative(more)), Some(expected));
    }
    let mut all = example();
    all.area_sets.push(read(json!({ "id": own(1), "name": "Våra" })));
    all.reports.push(report(own(2), its(6), json!({})));
    assert_eq!(why(&all), Some(InTheWay::AreaSet));
    let scope = json!({ "added": [{ "delivery": its(9), "reason": "Därför" }] });
    all.reports[1] = report(own(2), own(1), scope);
    assert_eq!(why(&all), Some(InTheWay::Delivery));
    let mut all = with_initiative(json!({}));
    all.deliveries.push(read(
        json!({ "id": own(2), "initiative": own(1), "area": its(7), "name": "Leverans",
        "status": { "value": "planned" } }),
    ));
    assert_eq!(why(&all), Some(InTheWay::Area));
    let mut all = example();
    all.units
        .push(read(json!({ "id": own(1), "name": "Vår", "parent": its(2) })));
    assert_eq!(why(&all), Some(InTheWay::Unit));
    let mut all = example();
    all.portfolios.push(read(
        json!({ "id": own(1), "name": "Vår", "kind": "tactical", "parent": its(5) }),
    ));
    assert_eq!(why(&all), Some(InTheWay::Portfolio));
}

#[test]
fn what_hangs_on_ones_own_initiative_and_names_its_unit_stands_in_the_way() {
    let mut all = example();
    all.initiatives.push(initiative(own(1), json!({})));
    let mut owned = benefit(own(2), own(1), own(9));
    owned.recipient = Some(its(2).parse().expect("an id"));
    all.benefits.push(owned);
    assert_eq!(why(&all), Some(InTheWay::Unit));
    all.benefits.pop();
    all.statements.push(read(
        json!({ "id": own(3), "initiative": own(1), "groups": [], "text": "Det blev så",
        "as_of": { "value": "2026-01-01" }, "finding": { "value": "none" }, "assessing_unit": its(2) }),
    ));
    let found = removal(&example(), &all).in_the_way;
    assert_eq!(found[0].why, InTheWay::Unit);
    assert_eq!(found[0].named.initiative.map(|id| id.to_string()), Some(own(1)));
}

#[test]
fn a_plan_goes_with_its_benefit_and_one_that_names_its_unit_of_ones_own_is_in_the_way() {
    let plan = |id: String, benefit: String, unit: String| -> RealisationPlan {
        read(json!({ "id": id, "benefit": benefit, "follow_up_unit": unit }))
    };
    let mut all = example();
    all.realisation_plans.push(plan(own(1), its(10), its(2)));
    let removed = removal(&example(), &all);
    assert_eq!(counts(&removed)[&SubjectKind::RealisationPlan], (0, 1));
    assert!(removed.in_the_way.is_empty());
    all.initiatives.push(initiative(own(2), json!({})));
    all.units.push(read(json!({ "id": own(5), "name": "Vår enhet" })));
    all.benefit_groups.push(group(own(6)));
    all.benefits.push(benefit(own(3), own(2), own(6)));
    all.realisation_plans.push(plan(own(4), own(3), own(5)));
    assert_eq!(why(&all), None);
    all.realisation_plans[1] = plan(own(4), own(3), its(2));
    assert_eq!(why(&all), Some(InTheWay::Unit));
    let found = removal(&example(), &all).in_the_way;
    let found = found
        .iter()
        .find(|one| one.id.to_string() == own(4))
        .expect("told");
    assert_eq!(
        found.named.initiative.map(|id| id.to_string()),
        Some(own(2)),
        "its benefit's"
    );
}

#[test]
fn a_decided_report_never_goes() {
    let mut all = example();
    all.reports[0].state = crate::report::ReportState::Decided;
    assert_eq!(why(&all), Some(InTheWay::Decided));
}

/// A round that asks about these initiatives, of the example's unit.
fn round(n: u32, initiatives: &[String]) -> FollowUpRound {
    let asked = initiatives.iter().enumerate().map(|(place, initiative)| {
        let id = format!("019b0000-0000-7000-b{n:03}-{place:012}");
        json!({ "id": id, "initiative": initiative, "about": { "benefit": own(1) }, "unit": its(2) })
    });
    read(
        json!({ "id": own(n), "year": 2026, "part": "year", "due": "2027-01-31", "state": "prepared",
        "requests": asked.collect::<Vec<_>>() }),
    )
}

#[test]
fn a_round_about_the_example_alone_goes_and_one_that_asks_its_unit_of_ones_own_is_in_the_way() {
    let example = example();
    let its_initiative = example.initiatives[0].id.to_string();
    let mut all = example.clone();
    all.follow_up_rounds = vec![round(1, std::slice::from_ref(&its_initiative))];
    let alone = removal(&example, &all);
    assert_eq!(alone.gone.follow_up_rounds.len(), 1);
    assert!(alone.in_the_way.is_empty());

    let mut asked_of_ones_own = round(1, &[its_initiative.clone(), own(9)]);
    asked_of_ones_own.requests[1].unit = None;
    all.follow_up_rounds = vec![asked_of_ones_own];
    let parted = removal(&example, &all);
    assert!(parted.in_the_way.is_empty(), "of ones own the unit is not asked");

    all.follow_up_rounds = vec![round(1, &[its_initiative, own(9)])];
    let mixed = removal(&example, &all);
    assert!(mixed.gone.follow_up_rounds.is_empty());
    let why: Vec<_> = mixed.in_the_way.iter().map(|obstacle| obstacle.why).collect();
    assert_eq!(why, [InTheWay::Unit]);
    let named = &mixed.in_the_way[0].named;
    assert_eq!((named.name.as_str(), named.year), ("year", Some(2026)));
}
