//! What is wrong, or was changed by somebody else meanwhile, comes back with everything typed.

use domain::form::{EffectGoalForm, MeasureForm, MeasurementForm, Problem, parse_number};
use domain::id::MeasureId;
use rust_decimal::Decimal;
use service::MeasurementTarget;

use super::{Room, came_back, measure_form, measured};
use crate::support::database::{World, on_both};
use crate::support::forms::{after, done, key, notice};
use crate::support::rows::{count, things_done};

on_both!(
    what_is_wrong_comes_back_with_everything_typed,
    a_value_is_of_the_kind_that_is_measured,
    two_who_write_at_once_both_see_what_the_other_wrote,
);

async fn what_is_wrong_comes_back_with_everything_typed(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let (rows, events) = (
        count(&services.store, "effect_goal").await,
        things_done(&services.store).await,
    );

    // The wrong way: of an error less is better.
    let form = EffectGoalForm {
        target_day: vec!["2025-06-30".to_owned(), "2026-06-30".to_owned()],
        target_value: vec!["5".to_owned(), "41".to_owned()],
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    let given = "41".to_owned();
    came_back(
        &state,
        &form,
        &[("target_value-1", Problem::AgainstDirection { given })],
    );

    // After the decision it says why.
    let form = EffectGoalForm {
        reason: "  ".to_owned(),
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    came_back(&state, &form, &[("reason", Problem::Required)]);
    assert_eq!(count(&services.store, "effect_goal").await, rows);
    assert_eq!(
        things_done(&services.store).await,
        events,
        "nothing has been done"
    );

    // More than the other one has left.
    let other = EffectGoalForm {
        benefit: room.benefits[1].to_string(),
        claim: "60".to_owned(),
        ..room.goal_form(measure)
    };
    done(service::effect_goal_save(&manager, services, other).await);
    let form = EffectGoalForm {
        claim: "50".to_owned(),
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    let errors = state.errors();
    let Some(Problem::OutOfRange { given, max, .. }) = errors.of("claim") else {
        panic!("{errors:?}")
    };
    let typed = |number: &str| parse_number(number).map(|number| number.normalize());
    assert_eq!(
        (typed(given), typed(max)),
        (Some(Decimal::from(50)), Some(Decimal::from(40)))
    );
    came_back(&state, &form, &[("claim", errors.0[0].problem.clone())]);
    let fits = EffectGoalForm {
        claim: "40".to_owned(),
        ..form
    };
    done(service::effect_goal_save(&manager, services, fits).await);

    // A period is measured once, and not before it is over.
    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    room.log(draft).await;
    let rows = count(&services.store, "measurement").await;
    let twice = measured(measure, "kvartal 2 2025", "16");
    let answer = service::measurement_save(&manager, services, twice.clone()).await;
    let state = room.measurement_draft(measure, answer).await;
    let given = "2025-Q2".to_owned();
    came_back(&state, &twice, &[("period", Problem::Taken { given })]);
    for period in ["2025-Q4", "2026-Q1"] {
        let early = measured(measure, period, "15,5");
        let answer = service::measurement_save(&manager, services, early.clone()).await;
        let state = room.measurement_draft(measure, answer).await;
        let given = period.to_owned();
        came_back(&state, &early, &[("period", Problem::InTheFuture { given })]);
    }
    assert_eq!(count(&services.store, "measurement").await, rows);
}

async fn a_value_is_of_the_kind_that_is_measured(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let plain = room.measure().await;
    let form = MeasureForm {
        aggregation: "ratio".to_owned(),
        sex: "on".to_owned(),
        ..measure_form()
    };
    let place = done(service::measure_save(&manager, services, form).await);
    let ratio: MeasureId = after(&place, "/matt/").parse().expect("a measure");
    let rows = count(&services.store, "measurement").await;
    let part = MeasurementForm {
        value: "15".to_owned(),
        split_key: vec!["women".to_owned(), "men".to_owned()],
        split_value: vec![String::new(), "7".to_owned()],
        split_denominator: vec![String::new(), String::new()],
        ..measured(ratio, "2025-Q2", "15")
    };
    let answer = service::measurement_save(&manager, services, part.clone()).await;
    let state = room.measurement_draft(ratio, answer).await;
    came_back(
        &state,
        &part,
        &[
            ("denominator", Problem::Required),
            ("split_denominator-1", Problem::Required),
        ],
    );
    let share = MeasurementForm {
        denominator: "20".to_owned(),
        ..measured(plain, "2025-Q2", "3")
    };
    let answer = service::measurement_save(&manager, services, share.clone()).await;
    let state = room.measurement_draft(plain, answer).await;
    let given = "20".to_owned();
    came_back(&state, &share, &[("denominator", Problem::NoRatio { given })]);
    assert_eq!(count(&services.store, "measurement").await, rows);
    let both = MeasurementForm {
        denominator: "20".to_owned(),
        ..measured(ratio, "2025-Q2", "3")
    };
    room.log(both).await;
}

async fn two_who_write_at_once_both_see_what_the_other_wrote(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;

    let both = [
        room.measure_as_it_is(measure).await,
        room.measure_as_it_is(measure).await,
    ];
    let [theirs, mine] = both.map(|form| MeasureForm {
        name: format!("Felandel {}", form.submission),
        ..form
    });
    let place = done(service::measure_save(&manager, services, theirs.clone()).await);
    let twice = service::measure_save(&manager, services, theirs.clone()).await;
    assert_eq!(done(twice), place, "sent twice, taken once");
    let state = room
        .measure_draft(
            measure,
            service::measure_save(&manager, services, mine.clone()).await,
        )
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!(
        (&state.form.name, &kept.name, kept.version.as_str()),
        (&mine.name, &theirs.name, "2")
    );

    let goal = room.goal(measure).await;
    let both = [room.goal_as_it_is(goal).await, room.goal_as_it_is(goal).await];
    let [theirs, mine] = both.map(|form| EffectGoalForm {
        method: format!("Fråga {}", form.submission),
        ..form
    });
    done(service::effect_goal_save(&manager, services, theirs.clone()).await);
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, mine.clone()).await)
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!((&state.form.method, &kept.method), (&mine.method, &theirs.method));
    // Nor is a version approved that nobody has read.
    let late = service::effect_goal_review(&room.steering(), services, goal, 1, true, "").await;
    assert_eq!(notice(&late), "hann-fore");

    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    let measurement = room.log(draft).await;
    let target = MeasurementTarget::Existing(measurement);
    let as_it_is = async || {
        let view = service::measurement_form(&manager, services, target, None).await;
        MeasurementForm {
            submission: key(),
            ..view.expect("may log").state.form
        }
    };
    let both = [as_it_is().await, as_it_is().await];
    let [theirs, mine] = both.map(|form| MeasurementForm {
        comment: format!("Uttag {}", form.submission),
        ..form
    });
    room.log(theirs.clone()).await;
    let state = room
        .measurement_draft(
            measure,
            service::measurement_save(&manager, services, mine.clone()).await,
        )
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!(
        (&state.form.comment, &kept.comment),
        (&mine.comment, &theirs.comment)
    );
    let item = room.item(measurement, &manager, measure).await;
    assert_eq!(item.measurement.comment.as_ref(), Some(&theirs.comment));
}
