//! What forms have in common: a form of what exists says which and as of when, and a button asks for one row more.

use serde_json::json;

use super::*;
use crate::testing::{id, read};

/// As it is sent.
fn sent(form: &impl Serialize, field: &str) -> String {
    let form = serde_json::to_value(form).expect("fields");
    form[field].as_str().map(str::to_owned).unwrap_or_default()
}

fn rows(form: &impl Serialize, field: &str) -> usize {
    let form = serde_json::to_value(form).expect("fields");
    form[field].as_array().map_or(0, Vec::len)
}

#[test]
fn a_tick_box_sends_on_or_nothing() {
    assert_eq!((ticked(true).as_str(), ticked(false).as_str()), ("on", ""));
}

#[test]
fn a_form_of_what_exists_says_which_and_as_of_when() {
    let which = |form: &dyn Fn(&str) -> String| (form("id"), form("version"));
    let expected = (id(1).to_string(), "7".to_owned());
    let goal = crate::effect_goal::tests::goal(Vec::new());
    let goal = crate::effect_goal::EffectGoal {
        versions: vec![crate::effect_goal::tests::version(1, None, &[("2025-12-31", 5)])],
        ..goal
    };
    let goal = EffectGoalForm::of(&goal, 7);
    assert_eq!(which(&|field| sent(&goal, field)), expected, "a goal");
    assert_eq!(goal.rows(), 1);
    let factor = read(
        json!({ "id": id(1), "name": "Handläggare", "kind": "unit_value", "unit": "ärende", "description": "Alla" }),
    );
    let factor = FactorForm::of(&factor, 7);
    assert_eq!(which(&|field| sent(&factor, field)), expected, "a factor");
    assert_eq!(
        (factor.unit.as_str(), factor.description.as_str()),
        ("ärende", "Alla")
    );
    let measure =
        json!({ "id": id(1), "name": "Väntetid", "definitions": [crate::measure::tests::definition()] });
    let measure = MeasureForm::of(&read(measure), 7);
    assert_eq!(which(&|field| sent(&measure, field)), expected, "a measure");
    let sus = json!({ "id": id(1), "delivery": id(2), "subject": "Bokningen", "result": { "level": "acceptable" },
        "when": { "when": "2025", "precision": "year" } });
    let sus = SusForm::of(&read(sus), 7);
    assert_eq!(which(&|field| sent(&sus, field)), expected, "an evaluation");
    assert_eq!(
        (sus.delivery.as_str(), sus.when.as_str()),
        (id(2).to_string().as_str(), "2025")
    );
    let assessment = json!({ "id": id(1), "report": id(2), "subject": "whole", "level": "god", "motivation": "Så är det.",
        "components": { "delivery": "viss", "expected": "godkand", "realised": "full" }, "deviation_reason": "Därför.",
        "group_texts": [{ "groups": [id(3), id(4)], "text": "Om två." }, { "groups": [id(5)], "text": "Om en." }] });
    let assessment = AssessmentForm::of(&read(assessment), 7, &crate::assessment::SubjectKey::Whole);
    assert_eq!(
        which(&|field| sent(&assessment, field)),
        expected,
        "an assessment"
    );
    assert_eq!(
        (sent(&assessment, "report"), sent(&assessment, "subject")),
        (id(2).to_string(), "helhet".to_owned())
    );
    let levels = [
        &assessment.level,
        &assessment.delivery,
        &assessment.expected,
        &assessment.realised,
    ];
    assert_eq!(levels, ["god", "viss", "godkand", "full"]);
    assert_eq!(
        (
            sent(&assessment, "motivation"),
            sent(&assessment, "deviation_reason")
        ),
        ("Så är det.".to_owned(), "Därför.".to_owned())
    );
    let groups = |row| assessment.groups_of(row).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(groups(0), [id(3).to_string(), id(4).to_string()]);
    assert_eq!(groups(1), [id(5).to_string()]);
    assert_eq!(assessment.group_text, ["Om två.", "Om en."]);
}

#[test]
fn the_form_of_a_new_value_begins_with_its_factor_and_today() {
    let factor: crate::factor::Factor =
        read(json!({ "id": id(1), "name": "Handläggare", "kind": "hourly_cost" }));
    let form = FactorValueForm::after(&factor, 7, "2026-01-01".parse().expect("a day"));
    assert_eq!(
        (sent(&form, "factor"), sent(&form, "version")),
        (id(1).to_string(), "7".to_owned())
    );
    assert_eq!(
        (sent(&form, "from"), sent(&form, "source")),
        ("2026-01-01".to_owned(), String::new())
    );
}

#[test]
fn a_button_asks_for_one_row_more_and_others_do_not() {
    macro_rules! asks {
        ($($form:ident { $($action:literal: $field:literal),+ })+) => {$({
            for (action, field) in [$(($action, $field)),+] {
                let asked = $form { action: action.to_owned(), ..$form::default() };
                let before = rows(&asked, field);
                let more = asked.with_row().unwrap_or_else(|| panic!("{action} of {}", stringify!($form)));
                assert_eq!(rows(&more, field), before + 1, "{action}");
            }
            for action in ["", "submit", "save", "add_nothing"] {
                let saved = $form { action: action.to_owned(), ..$form::default() };
                assert_eq!(saved.with_row(), None, "{action} of {}", stringify!($form));
            }
        })+};
    }
    asks! {
        AssessmentForm { "add_text": "group_text" }
        BenefitForm { "add_figure": "figure_what" }
        DeliveryForm { "add_launch": "launch_what", "add_upcoming": "upcoming_what", "add_figure": "figure_what" }
        EffectGoalForm { "add_target": "target_day" }
        StatementForm { "add_source": "source_text", "add_figure": "figure_what" }
        ReportSourceForm { "add_requirement": "requirement_what", "add_material": "material_name", "add_reference": "reference_what" }
        ReportTextForm { "add_conflict": "conflict_text" }
        AreaForm { "add_budget": "budget_tkr" }
    }
}

#[test]
fn a_row_that_is_asked_for_stands_after_those_that_are_there() {
    let mut figures = FigureRows {
        figure_value: vec!["5".to_owned(), "6".to_owned()],
        ..FigureRows::default()
    };
    assert_eq!((figures.rows(), FigureRows::default().rows()), (2, 0));
    figures.push_empty();
    assert_eq!((figures.rows(), figures.figure_what.len()), (3, 3));
}

#[test]
fn what_takes_the_place_of_a_statement_speaks_for_the_same_in_the_same_way() {
    let before = json!({ "id": id(1), "initiative": id(2), "delivery": id(3), "groups": [id(4)], "benefits": [id(5)],
        "text": "Väntan är kortare.", "as_of": { "value": "2025-06-30" }, "finding": { "value": "partly" },
        "assessing_unit": id(6), "method": "Enkät", "unplanned": true });
    let before = read(before);
    let (form, stored) = (StatementForm::superseding(&before), StatementForm::of(&before, 0));
    for field in ["initiative", "delivery", "assessing_unit", "method", "unplanned"] {
        assert_eq!(sent(&form, field), sent(&stored, field), "{field}");
        assert!(!sent(&form, field).is_empty(), "{field}");
    }
    assert_eq!((&form.benefits, &form.groups), (&stored.benefits, &stored.groups));
    assert_eq!(
        (sent(&form, "supersedes"), sent(&form, "text")),
        (id(1).to_string(), String::new())
    );
}
