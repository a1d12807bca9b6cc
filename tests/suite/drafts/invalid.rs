//! What is invalid keeps every typed value and names each error.

use domain::form::{AssessmentForm, BenefitForm, DeliveryForm, FigureRows, Problem, StatementForm};
use serde_json::{Value, json};
use service::{FormState, ServiceError};

use super::{Desk, With, again};
use crate::support::database::{World, on_both};

on_both!(
    an_invalid_delivery_keeps_every_typed_value_and_names_each_error,
    an_invalid_benefit_keeps_every_typed_value_and_names_each_error,
    an_invalid_statement_keeps_every_typed_value_and_names_each_error,
    an_invalid_assessment_keeps_every_typed_value_and_names_each_error,
    a_choice_that_has_gone_is_an_error_of_its_field,
);

/// The fields that came back, and what is wrong with each.
fn problems<F>(state: &FormState<F>) -> Vec<(String, Problem)> {
    state
        .errors()
        .0
        .into_iter()
        .map(|error| (error.field, error.problem))
        .collect()
}

fn named(problems: &[(&str, Problem)]) -> Vec<(String, Problem)> {
    problems
        .iter()
        .map(|(field, problem)| ((*field).to_owned(), problem.clone()))
        .collect()
}

fn unknown(given: &str) -> Problem {
    Problem::UnknownChoice {
        given: given.to_owned(),
    }
}

fn no_date(given: &str) -> Problem {
    Problem::NotADate {
        given: given.to_owned(),
    }
}

/// What is wrong with rows of figures that hold nothing but words.
fn wrong_figures(figures: &FigureRows) -> Vec<(String, Problem)> {
    (0..2)
        .flat_map(|row| {
            let no_number = |column: &str, given: &str| {
                let given = given.trim().to_owned();
                (format!("{column}-{row}"), Problem::NotANumber { given })
            };
            [
                no_number("figure_value", &figures.figure_value[row]),
                no_number("figure_value_to", &figures.figure_value_to[row]),
                (
                    format!("figure_role-{row}"),
                    unknown(figures.figure_role[row].trim()),
                ),
            ]
        })
        .collect()
}

/// A form with every field typed, none of them as it was: each text is its field's name.
fn typed<F: serde::Serialize + serde::de::DeserializeOwned + Default>(keep: Value) -> F {
    let mut fields = serde_json::to_value(F::default()).expect("a form is JSON");
    for (name, value) in fields.as_object_mut().expect("fields") {
        let text = format!(" {name} \"åäö\"\r\n<b>&amp; ");
        *value = match (keep.get(name), value.is_array()) {
            (Some(kept), _) => kept.clone(),
            (None, true) => json!([text, "två"]),
            (None, false) => json!(text),
        };
    }
    serde_json::from_value(fields).expect("a form")
}

async fn an_invalid_delivery_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: DeliveryForm = typed(json!({ "id": "", "name": " ", "initiative": desk.initiative }));
    let key = again(desk.save_delivery(&manager, &form).await);
    let state = desk.delivery_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let given = |text: &str| text.trim().to_owned();
    let mut expected = named(&[
        ("name", Problem::Required),
        ("area", unknown(&given(&form.area))),
        ("status", unknown(&given(&form.status))),
        ("planned-0", no_date(&given(&form.planned[0]))),
        ("actual-0", no_date(&given(&form.actual[0]))),
        ("planned-1", no_date("två")),
        ("actual-1", no_date("två")),
        ("upcoming_when-0", no_date(&given(&form.upcoming_when[0]))),
        ("upcoming_when-1", no_date("två")),
    ]);
    expected.extend(wrong_figures(&form.figures));
    assert_eq!(problems(&state), expected);
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // What is in use has been launched.
    let form = desk
        .new_delivery()
        .await
        .with("Vad den är.", "partly_delivered", "");
    let state = desk
        .delivery_form(
            None,
            Some(&again(desk.save_delivery(&manager, &form).await)),
            &manager,
        )
        .await;
    assert_eq!(problems(&state), named(&[("actual-0", Problem::LaunchMissing)]));
}

async fn an_invalid_benefit_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: BenefitForm = typed(json!({ "id": "", "description": "", "initiative": desk.initiative }));
    let key = again(desk.save_benefit(&manager, &form).await);
    let state = desk.benefit_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    let mut expected: Vec<String> = [
        "delivery",
        "description",
        "groups",
        "groups",
        "value_class",
        "owner",
        "recipient",
        "expected_from",
        "expected_to",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(wrong_figures(&form.figures).into_iter().map(|(field, _)| field));
    assert_eq!(fields, expected);

    let form = BenefitForm {
        groups: Vec::new(),
        expected_from: "2026-01-01".to_owned(),
        expected_to: "2025-01-01".to_owned(),
        ..desk.new_benefit("").await
    };
    let state = desk
        .benefit_form(
            None,
            Some(&again(desk.save_benefit(&manager, &form).await)),
            &manager,
        )
        .await;
    let backwards = Problem::EndBeforeStart {
        given: "2025-01-01".to_owned(),
    };
    assert_eq!(
        problems(&state),
        named(&[("groups", Problem::Required), ("expected_to", backwards)])
    );
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn an_invalid_statement_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: StatementForm =
        typed(json!({ "id": "", "text": "\n", "finding": "too_early", "initiative": desk.initiative }));
    let key = again(desk.save_statement(&manager, &form).await);
    let state = desk.statement_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    let mut expected: Vec<String> = [
        "delivery",
        "benefits",
        "benefits",
        "groups",
        "groups",
        "text",
        "as_of",
        "follow_up",
        "assessing_unit",
        "source_kind-0",
        "source_kind-1",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(wrong_figures(&form.figures).into_iter().map(|(field, _)| field));
    expected.push("supersedes".to_owned());
    assert_eq!(fields, expected);

    let form = StatementForm {
        benefits: Vec::new(),
        as_of: "2025-10-02".to_owned(),
        finding: "utmärkt".to_owned(),
        ..desk.new_statement("", "submit").await
    };
    let state = desk
        .statement_form(
            None,
            Some(&again(desk.save_statement(&manager, &form).await)),
            &manager,
        )
        .await;
    let tomorrow = Problem::InTheFuture {
        given: "2025-10-02".to_owned(),
    };
    let expected = named(&[
        ("benefits", Problem::Required),
        ("finding", unknown("utmärkt")),
        ("as_of", tomorrow),
    ]);
    assert_eq!(problems(&state), expected);
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn an_invalid_assessment_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let steering = desk.steering();
    let before = (desk.demo.export().await, desk.events().await);
    let report = desk.assessment_form(None, &steering).await.form.report;
    let form: AssessmentForm =
        typed(json!({ "report": report, "subject": "4.3", "motivation": "", "action": "submit" }));
    let key = again(desk.save_assessment(&steering, &form).await);
    let state = desk.assessment_form(Some(&key), &steering).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "level",
            "delivery",
            "expected",
            "realised",
            "motivation",
            "text_groups-0",
            "text_groups-1"
        ]
    );

    let other = AssessmentForm {
        level: "ingen".to_owned(),
        delivery: "god".to_owned(),
        expected: "god".to_owned(),
        realised: "viss".to_owned(),
        motivation: "Inget av det har kommit.".to_owned(),
        action: "submit".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    let key = again(desk.save_assessment(&steering, &other).await);
    let state = desk.assessment_form(Some(&key), &steering).await;
    assert_eq!(
        problems(&state),
        named(&[("deviation_reason", Problem::DeviationWithoutReason)])
    );
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_choice_that_has_gone_is_an_error_of_its_field(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let gone = "01961c54-8c00-7fff-8000-000000000001".to_owned();
    let problem = || Problem::Gone { given: gone.clone() };

    let form = DeliveryForm {
        area: gone.clone(),
        ..desk.new_delivery().await
    };
    let key = again(desk.save_delivery(&manager, &form).await);
    let state = desk.delivery_form(None, Some(&key), &manager).await;
    assert_eq!(
        (problems(&state), state.form),
        (named(&[("area", problem())]), form)
    );

    let form = BenefitForm {
        groups: vec![gone.clone()],
        owner: gone.clone(),
        ..desk.new_benefit(&gone).await
    };
    let key = again(desk.save_benefit(&manager, &form).await);
    let state = desk.benefit_form(None, Some(&key), &manager).await;
    let expected = named(&[
        ("delivery", problem()),
        ("groups", problem()),
        ("owner", problem()),
    ]);
    assert_eq!((problems(&state), state.form), (expected, form));

    let form = StatementForm {
        delivery: gone.clone(),
        groups: vec![gone.clone()],
        assessing_unit: gone.clone(),
        ..desk.new_statement(&gone, "submit").await
    };
    let key = again(desk.save_statement(&manager, &form).await);
    let state = desk.statement_form(None, Some(&key), &manager).await;
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["delivery", "benefits", "groups", "assessing_unit"]);
    assert_eq!(state.form, form);

    // What the form itself rests on is simply not found.
    let form = DeliveryForm {
        initiative: gone.clone(),
        ..desk.new_delivery().await
    };
    let answer = service::delivery_save(&manager, desk.services(), form).await;
    assert!(matches!(answer, Err(ServiceError::NotFound)), "{answer:?}");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}
