//! What figures mean does not change under what rests on it.

use domain::effect_goal::standing::GoalStanding;
use domain::form::{EffectGoalForm, MeasureForm, MeasurementForm, Problem};
use domain::id::MeasureId;
use service::{Answer, MeasurementTarget};

use super::{Room, came_back, measured, percent};
use crate::support::database::{World, on_both};
use crate::support::forms::{after, done, key};

on_both!(
    a_new_definition_breaks_the_trend_and_leaves_what_was_agreed,
    what_figures_mean_does_not_change_under_what_rests_on_it,
    a_goal_that_is_not_locked_is_not_broken_either,
);

async fn a_new_definition_breaks_the_trend_and_leaves_what_was_agreed(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    // Before anything has been measured what is counted can be mended in place.
    let mended = MeasureForm {
        unit: "procent".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    done(service::measure_save(&manager, services, mended).await);
    let goal = room.goal(measure).await;
    room.approve_goal(goal).await;
    let first = room.log(measured(measure, "2025-Q2", "15")).await;
    room.approve(first, measure).await;
    let before = room.section(0).await.goals;

    // The same name, and another thing counted under it.
    let other = MeasureForm {
        unit: "ärenden".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    let answer = service::measure_save(&manager, services, other.clone()).await;
    let state = room.measure_draft(measure, answer).await;
    came_back(
        &state,
        &other,
        &[("unit", Problem::HeldFast), ("redefined", Problem::Required)],
    );
    let reworded = MeasureForm {
        note: "Gäller hela landet".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    done(service::measure_save(&manager, services, reworded).await);

    let unexplained = MeasureForm {
        redefined: "on".to_owned(),
        unit: "ärenden".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    let answer = service::measure_save(&manager, services, unexplained.clone()).await;
    let state = room.measure_draft(measure, answer).await;
    came_back(&state, &unexplained, &[("reason", Problem::Required)]);
    let redefined = MeasureForm {
        submission: key(),
        from: "2025-07-01".to_owned(),
        reason: "Antalet går att följa, andelen inte.".to_owned(),
        ..unexplained
    };
    let place = done(service::measure_save(&manager, services, redefined).await);
    assert_eq!(after(&place, "klart="), "omdefinierat");

    // Measured by the new definition, and worse: it says nothing of the goal that is written in the old one.
    let second = room.log(measured(measure, "2025-08", "39")).await;
    room.approve(second, measure).await;
    let view = service::measure_view(&manager, services, measure)
        .await
        .expect("may read");
    let definitions = view.measurements.iter();
    let definitions: Vec<i32> = definitions.map(|one| one.measurement.definition).collect();
    assert_eq!(definitions, [2, 1]);
    let [old, new] = &view.measure.definitions[..] else {
        panic!("two definitions")
    };
    assert_eq!(
        (old.unit.as_deref(), new.unit.as_deref()),
        (Some("procent"), Some("ärenden"))
    );
    assert_eq!(new.from, "2025-07-01".parse().ok());
    let found = |goals: &[GoalStanding]| goals[0].actual.clone();
    let stands = room.section(0).await.goals;
    assert_eq!(
        (stands[0].outcome, found(&stands)),
        (before[0].outcome, found(&before))
    );
    assert_eq!(percent(stands[0].outcome), "71.4");

    // A goal that is written anew is written in the new one.
    let form = EffectGoalForm {
        reason: "Måttet har definierats om.".to_owned(),
        ..room.goal_as_it_is(goal).await
    };
    done(service::effect_goal_save(&manager, services, form).await);
    room.approve_goal(goal).await;
    let standing = room.section(0).await.goals.remove(0);
    let rests_on = standing.actual.map(|actual| actual.measurements);
    assert_eq!(rests_on, Some(vec![second]));
    assert_eq!(percent(standing.outcome), "2.9");
    assert_eq!(standing.original.map(percent).as_deref(), Some("71.4"));
}

/// Saves a changed measure; gives what is wrong with it, field by field, once all that was typed has come back.
async fn held_fast(room: &Room, measure: MeasureId, change: &dyn Fn(&mut MeasureForm)) -> Vec<String> {
    let mut form = room.measure_as_it_is(measure).await;
    change(&mut form);
    let answer = service::measure_save(&room.manager(), room.services(), form.clone()).await;
    if let Ok(Answer::Done(_)) = answer {
        return Vec::new();
    }
    let state = room.measure_draft(measure, answer).await;
    let errors = state.errors();
    let expected: Vec<(&str, Problem)> = errors
        .0
        .iter()
        .map(|error| match error.field.as_str() {
            "redefined" => ("redefined", Problem::Required),
            field => (field, Problem::HeldFast),
        })
        .collect();
    came_back(&state, &form, &expected);
    expected.into_iter().map(|(field, _)| field.to_owned()).collect()
}

async fn what_figures_mean_does_not_change_under_what_rests_on_it(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let components = |parts: &'static str| move |form: &mut MeasureForm| form.components = parts.to_owned();
    let none: [&str; 0] = [];
    assert_eq!(held_fast(&room, measure, &components("Kort\nLång")).await, none);
    let shown = async || {
        let view = service::measure_form(&manager, services, Some(measure), None, None).await;
        view.expect("may write").held_fast
    };
    assert!(!shown().await, "nothing rests on it");
    // A goal that is set after the decision and waits for approval: whoever approves it has read it in this unit.
    let goal = room.goal(measure).await;
    for approved in [false, true] {
        assert!(shown().await);
        let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
        assert_eq!(held_fast(&room, measure, &unit).await, ["unit", "redefined"]);
        let two = |form: &mut MeasureForm| {
            form.direction = "higher".to_owned();
            form.aggregation = "sum".to_owned();
        };
        assert_eq!(
            held_fast(&room, measure, &two).await,
            ["direction", "aggregation", "redefined"]
        );
        let per = |form: &mut MeasureForm| form.per = "1000".to_owned();
        assert_eq!(held_fast(&room, measure, &per).await, ["per", "redefined"]);
        for parts in ["Kort", "Kort\nLång\nMedel", "Kort\nlång", ""] {
            let change = components(parts);
            assert_eq!(
                held_fast(&room, measure, &change).await,
                ["components", "redefined"],
                "{parts}"
            );
        }
        if !approved {
            room.approve_goal(goal).await;
        }
    }
    // How it is worded, in which order parts stand, and a way of splitting more: nothing means anything else.
    let reworded = |form: &mut MeasureForm| {
        form.name = "Andel fel".to_owned();
        form.definition = "Andel ärenden som behöver göras om".to_owned();
        form.source = "Ärendesystemet".to_owned();
        form.components = "Lång\nKort".to_owned();
        form.sex = "on".to_owned();
    };
    assert_eq!(held_fast(&room, measure, &reworded).await, none);
    let unsplit = |form: &mut MeasureForm| form.sex = String::new();
    assert_eq!(held_fast(&room, measure, &unsplit).await, ["sex", "redefined"]);

    // Said to be another definition it is one, and what was agreed stays in the one before.
    let redefined = |form: &mut MeasureForm| {
        form.unit = "ärenden".to_owned();
        form.components = String::new();
        form.redefined = "on".to_owned();
        form.reason = "Andelen gick inte att följa.".to_owned();
    };
    assert_eq!(held_fast(&room, measure, &redefined).await, none);
    assert!(!shown().await, "nothing rests on the new one yet");
    let unit = |form: &mut MeasureForm| form.unit = "beslut".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, none);
    let view = service::measure_view(&manager, services, measure)
        .await
        .expect("may read");
    let units: Vec<_> = view
        .measure
        .definitions
        .iter()
        .map(|one| one.unit.as_deref())
        .collect();
    assert_eq!(units, [Some("%"), Some("beslut")]);
    // What is measured by it and sent in holds it fast in its turn; a draft does not.
    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    let logged = room.log(draft).await;
    let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, none);
    let target = MeasurementTarget::Existing(logged);
    let form = service::measurement_form(&manager, services, target, None).await;
    let form = MeasurementForm {
        submission: key(),
        action: "submit".to_owned(),
        ..form.expect("may log").state.form
    };
    room.log(form).await;
    let unit = |form: &mut MeasureForm| form.unit = "dagar".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, ["unit", "redefined"]);
}

async fn a_goal_that_is_not_locked_is_not_broken_either(world: World) {
    let room = Room::undecided(&world).await;
    let measure = room.measure().await;
    room.goal(measure).await;
    let none: [&str; 0] = [];
    let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
    assert_eq!(
        held_fast(&room, measure, &unit).await,
        none,
        "it can be written anew"
    );
    // From 40 to 5 would be the wrong way.
    let higher = |form: &mut MeasureForm| form.direction = "higher".to_owned();
    assert_eq!(
        held_fast(&room, measure, &higher).await,
        ["direction", "redefined"]
    );
    let open = |form: &mut MeasureForm| form.direction = "not_stated".to_owned();
    assert_eq!(held_fast(&room, measure, &open).await, none);
}
