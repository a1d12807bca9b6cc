//! What is in a report, and what of it is as of when.

use super::*;
use crate::benefit::ValueClass;
use crate::freed_time::DispositionKind;
use crate::id::{AreaId, BenefitId};
use crate::money::Money;

fn deliveries(model: &ReportModel) -> Vec<(String, Vec<String>)> {
    let of = |section: &AreaSection| {
        section
            .deliveries
            .iter()
            .map(|of| of.delivery.name.clone())
            .collect()
    };
    model
        .areas
        .iter()
        .map(|section| (section.area.number.clone(), of(section)))
        .collect()
}

#[test]
fn deliveries_are_those_of_the_years_and_those_added_in_the_order_of_areas() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let model = compile(material());
    let first = ("4.9".to_owned(), names(&["Leverans 1", "Leverans 2"]));
    assert_eq!(
        deliveries(&model),
        [first.clone(), ("4.10".to_owned(), vec![])],
        "ten after nine"
    );
    assert_eq!(model.areas[0].deliveries[0].scope_reason, None);
    let model = compile(with_added());
    assert_eq!(
        deliveries(&model),
        [first, ("4.10".to_owned(), names(&["Leverans 3"]))]
    );
    let added = &model.areas[1].deliveries[0];
    assert_eq!(added.scope_reason.as_deref(), Some("Den hör dit."));
    assert!(added.late && !model.areas[0].deliveries[0].late);
    assert_eq!(model.standing.areas[0].deliveries, 2);
    assert_eq!(model.standing.areas[1].deliveries, 1);
}

#[test]
fn what_is_invented_or_of_other_areas_or_years_is_in_no_report() {
    let mut invented = material();
    invented.initiatives[0].example = true;
    assert_eq!(compile(invented).standing.totals.deliveries, 0);
    let mut elsewhere = material();
    elsewhere.deliveries[0].area = Some(AreaId(id(9)));
    assert_eq!(compile(elsewhere).standing.totals.deliveries, 1);
    let mut earlier = material();
    earlier.report.from_year = 2025;
    let model = compile(earlier);
    assert_eq!(deliveries(&model)[0].1, ["Leverans 2"]);
    let judged: Vec<_> = model.areas[0].deliveries[0]
        .benefits
        .iter()
        .map(|of| of.benefit.id)
        .collect();
    assert_eq!(judged, [BenefitId(id(2))]);
    assert_eq!(
        model.standing.totals.expected_benefits, 2,
        "the one of no delivery beside it"
    );
}

#[test]
fn a_benefit_of_no_delivery_is_in_the_area_of_its_initiative() {
    let model = compile(material());
    let of = |section: &AreaSection| {
        section
            .without_delivery
            .iter()
            .map(|of| of.benefit.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (of(&model.areas[0]), of(&model.areas[1])),
        (vec![], vec![BenefitId(id(3))])
    );
    assert_eq!(model.standing.areas[1].tally.benefits(), 1);
}

#[test]
fn what_counts_is_what_was_known_at_the_cut_off() {
    let model = compile(material());
    let second = &model.areas[0].deliveries[1];
    let told: Vec<_> = second.statements.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(told, ["Utsaga 2"]);
    assert_eq!(second.benefits[0].statements.len(), 1);
    assert_eq!(
        (model.standing.tally.stated, model.standing.tally.too_early),
        (1, 1)
    );
    assert_eq!(model.standing.newest_statement, "2025-09-30".parse().ok());
    assert_eq!(model.own_cut_off, None);
    let day = "2026-01-15".parse().expect("a day");
    let later = compile_as_of(material(), day);
    assert_eq!(later.standing.tally.stated, 2);
    assert_eq!(later.report.cut_off, day);
    assert_eq!(later.own_cut_off, "2025-12-31".parse().ok());
    assert_eq!(standing(&material()), model.standing);
}

#[test]
fn totals_count_what_is_in_scope() {
    let mut material = with_added();
    material.areas[0].budgets = vec![read(json!({ "from_year": 2024, "to_year": 2025, "amount": 700 }))];
    material.areas[1].budgets = vec![read(json!({ "from_year": 2024, "to_year": 2025, "amount": 300 }))];
    material.deliveries[0].figures = vec![read(figure(1, "st"))];
    material.benefits[1].figures = vec![read(figure(2, "st")), read(figure(3, "st"))];
    material.statements[0].figures = [4, 5, 6, 7].map(|number| read(figure(number, "st"))).to_vec();
    let totals = compile(material.clone()).standing.totals;
    assert_eq!(totals.budget, Some(Money(1_000)));
    assert_eq!(
        (totals.areas, totals.deliveries, totals.development_objects),
        (2, 3, 1)
    );
    assert_eq!((totals.partly_delivered, totals.late), (1, 1));
    assert_eq!((totals.expected_benefits, totals.realised_statements), (3, 2));
    assert_eq!(totals.figures, 7, "of deliveries, of benefits and of statements");
    for area in material.areas.iter_mut() {
        area.budgets.clear();
    }
    let model = compile(material);
    assert_eq!(model.standing.totals.budget, None, "nothing given is not nought");
    let objects: Vec<u32> = model
        .standing
        .areas
        .iter()
        .map(|area| area.development_objects)
        .collect();
    assert_eq!(objects, [1, 0]);
}

#[test]
fn amounts_are_the_money_that_statements_mention() {
    let mut material = material();
    material.statements[0].figures = vec![read(figure(1, "mnkr/år")), read(figure(2, "st"))];
    let amounts = compile(material).standing.amounts;
    let units: Vec<_> = amounts.iter().map(|amount| amount.unit.as_str()).collect();
    assert_eq!(units, ["mnkr/år"]);
}

#[test]
fn each_assessment_stands_with_what_it_judges() {
    let mut material = material();
    material.assessments = all(vec![
        assessment(1, json!("whole"), "god", "draft"),
        assessment(2, json!({ "area": id(2) }), "viss", "draft"),
        assessment(3, json!({ "group": id(1) }), "full", "draft"),
        assessment(4, json!({ "group": id(2) }), "ingen", "draft"),
    ]);
    let model = compile(material);
    let level = |of: &Option<crate::standing::Judged>| {
        of.as_ref()
            .and_then(|judged| judged.level)
            .map(|level| level.rank())
    };
    let standing = &model.standing;
    assert_eq!(level(&standing.assessment), Some(4));
    assert_eq!(
        standing
            .areas
            .iter()
            .map(|of| level(&of.assessment))
            .collect::<Vec<_>>(),
        [None, Some(2)]
    );
    assert_eq!(
        standing
            .groups
            .iter()
            .map(|of| level(&of.assessment))
            .collect::<Vec<_>>(),
        [Some(1), Some(5)]
    );
    let rank = |of: &Assessment| of.level.map(|level| level.rank());
    assert_eq!(model.overall.as_ref().and_then(rank), Some(4));
    assert_eq!(model.areas[1].assessment.as_ref().and_then(rank), Some(2));
    let groups: Vec<_> = model.group_assessments.iter().map(rank).collect();
    assert_eq!(groups, [Some(1), Some(5)], "in the order of the groups");
}

#[test]
fn groups_have_what_is_of_them_and_cells_what_is_in_an_area() {
    let standing = compile(material()).standing;
    let benefits: Vec<(String, u32)> = standing
        .groups
        .iter()
        .map(|of| (of.group.code.clone(), of.tally.benefits()))
        .collect();
    assert_eq!(benefits, [("b".to_owned(), 2), ("a".to_owned(), 2)]);
    let cells: Vec<Vec<u32>> = standing
        .areas
        .iter()
        .map(|area| area.cells.iter().map(|cell| cell.tally.benefits()).collect())
        .collect();
    assert_eq!(cells, [vec![1, 2], vec![1]]);
}

#[test]
fn freed_time_and_kronor_are_of_the_years_that_have_begun() {
    let mut material = material();
    material.report.cut_off = "2024-12-31".parse().expect("a day");
    let freed = |number: u128, of: u128, year: i32| {
        json!({ "id": id(number), "benefit": id(of), "year": year, "amount": "10", "hours": "10", "state": "approved",
            "dispositions": [{ "kind": "budget_cut", "hours": "4" }] })
    };
    material.freed_times = all(vec![
        freed(1, 2, 2024),
        freed(2, 1, 2024),
        freed(3, 1, 2023),
        freed(4, 1, 2025),
        freed(5, 8, 2024),
    ]);
    let value = |number: u128, of: u128| {
        json!({ "id": id(number), "benefit": id(of), "ground": { "statement": id(10) }, "amount": 50, "frequency": "yearly",
            "from_year": 2023, "to_year": 2026, "class": "financial", "kind": "outcome", "counts_in_sum": true })
    };
    material.sek_values = all(vec![value(1, 1), value(2, 8)]);
    let mut ground = statement(10, 1, 1, "confirmed", "2024-12-01");
    ground["benefits"] = json!([id(1), id(8)]);
    material.statements = all(vec![ground]);
    let model = compile(material);
    let years: Vec<_> = model
        .freed_time
        .iter()
        .map(|leaf| (leaf.year, leaf.benefit))
        .collect();
    assert_eq!(years, [(2024, BenefitId(id(1))), (2024, BenefitId(id(2)))]);
    assert_eq!(
        model.freed_time[0].amount.into_kind(DispositionKind::BudgetCut),
        4.into()
    );
    let kronor: Vec<_> = model
        .sek_outcome
        .iter()
        .map(|leaf| (leaf.year, leaf.benefit, leaf.amount.of(ValueClass::Financial)))
        .collect();
    assert_eq!(kronor, [(2024, BenefitId(id(1)), Some(Money(50)))]);
    let said: Vec<_> = model
        .standing
        .realisation
        .iter()
        .map(|(year, of)| (*year, of.whole.outcome))
        .collect();
    assert_eq!(
        said,
        [(2024, Some(Money(50))), (2025, Some(Money(50)))],
        "of all the report's years"
    );
}

#[test]
fn what_is_promised_is_the_expected_value_of_what_is_due() {
    let mut material = material();
    let line = |of: u128, ore: i64| PromisedLine {
        benefit: BenefitId(id(of)),
        class: crate::calculation::LineClass::Financial,
        approved_on: None,
        likely: vec![(2024, Money(ore)), (2025, Money(ore))],
    };
    material.promised = vec![line(1, 100), line(8, 999)].into();
    let standing = compile(material).standing;
    assert_eq!(
        (standing.tally.valued, standing.tally.value_stated),
        (1, Money(100))
    );
    let promised: Vec<_> = standing
        .realisation
        .values()
        .map(|of| of.whole.promised)
        .collect();
    assert_eq!(promised, [Some(Money(100)), Some(Money(100))]);
}
