//! What a model shows: where people judge otherwise, and its figures in order.

use super::*;
use crate::id::FigureId;

#[test]
fn people_judge_otherwise_where_their_level_is_not_the_proposed_one() {
    let mut material = material();
    // One benefit of two has words for it that score, and nothing of the second area does.
    material.assessments = all(vec![
        assessment(1, json!("whole"), "full", "draft"),
        assessment(2, json!({ "area": id(1) }), "viss", "draft"),
        assessment(3, json!({ "area": id(2) }), "viss", "draft"),
        assessment(4, json!({ "group": id(1) }), "god", "draft"),
    ]);
    let model = compile(material.clone());
    let proposed = model.standing.proposal.expect("a benefit has a score");
    let found: Vec<_> = model
        .deviations()
        .iter()
        .map(|one| (one.assessment.subject, one.proposal.level))
        .collect();
    let subjects = [1, 3, 0].map(|place| material.assessments[place].subject);
    assert_eq!(
        found,
        subjects.map(|subject| (subject, proposed.level)),
        "areas, groups, the whole"
    );
    for one in material.assessments.iter_mut() {
        one.level = Some(proposed.level);
    }
    assert!(compile(material).deviations().is_empty());
}

#[test]
fn figures_are_numbered_as_they_are_shown() {
    let mut material = with_added();
    material.statements[0].figures = vec![read(figure(13, "st"))];
    material.benefits[0].figures = vec![read(figure(12, "st"))];
    material.deliveries[0].figures = vec![read(figure(11, "st"))];
    material.benefits[2].figures = vec![read(figure(22, "st"))];
    material.deliveries[2].figures = vec![read(figure(21, "st"))];
    let model = compile(material);
    let shown: Vec<_> = placed(&model)
        .map(|one| (one.figure.id.0.as_u128(), one.area, one.delivery.is_some()))
        .collect();
    let expected = [
        (11, "4.9", true),
        (12, "4.9", true),
        (13, "4.9", true),
        (21, "4.10", true),
        (22, "4.10", false),
    ];
    assert_eq!(shown, expected);
    let numbers = FigureNumbers::of(&model);
    let number = |of: u128| numbers.get(FigureId(id(of)));
    assert_eq!([11, 12, 13, 21, 22].map(number), [1, 2, 3, 4, 5].map(Some));
    assert_eq!(number(99), None);
}

#[test]
fn a_reading_is_shown_wherever_it_is() {
    let readings = |change: fn(&mut ReportMaterial)| {
        let mut material = material();
        material.deliveries[0].figures = vec![read(figure(1, "st"))];
        change(&mut material);
        compile(material).shows_readings()
    };
    assert!(!readings(|_| {}));
    assert!(readings(|m| m.deliveries[1].status.interpreted = true));
    assert!(readings(|m| m.statements[0].finding.interpreted = true));
    assert!(readings(|m| m.deliveries[0].figures[0].role.interpreted = true));
    assert!(
        !readings(|m| m.statements[2].finding.interpreted = true),
        "it does not count yet"
    );
}

#[test]
fn a_delivery_tells_of_its_initiative() {
    let model = compile(material());
    let head = &model.areas[0].deliveries[0].initiative;
    assert_eq!(
        (head.name.as_str(), head.development_object),
        ("Initiativ 1", true)
    );
}
