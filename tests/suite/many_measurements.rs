//! A period's measurements logged in one act, and approved in one.

use domain::ctx::Ctx;
use domain::form::{BulkApprovalForm, MeasurementsForm, PickedMeasurement, Problem};
use domain::measure::{Period, Value};
use domain::measurement::ProofKind;
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use service::{Answer, MeasurementsOutcome, MeasurementsView, ServiceError};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::forms::{done, key};
use crate::support::measured::{Measured, due};
use crate::support::measures;
use crate::support::rows::things_done;

on_both!(
    a_periods_values_are_logged_in_one_act,
    rows_that_are_wrong_come_back_with_everything_typed,
    drafts_stand_in_the_table_until_they_are_sent_in,
    what_waits_is_approved_in_one_act_but_ones_own,
    who_answers_for_something_else_logs_nothing,
);

async fn room(world: &World) -> Measured {
    Measured::new(world, &["Andel avslag", "Felandel", "Kötid"]).await
}

async fn table(room: &Measured, ctx: &Ctx, draft: Option<&str>) -> MeasurementsView {
    let period = Period::parse("2025-Q3");
    service::measurements_form(ctx, room.services(), period, "", draft)
        .await
        .expect("may log")
}

/// The form of the table with these values, by row.
async fn typed(room: &Measured, values: [(&str, &str); 3]) -> MeasurementsForm {
    let mut form = table(room, &room.manager(), None).await.state.form;
    form.value = values.iter().map(|(value, _)| (*value).to_owned()).collect();
    form.denominator = values.iter().map(|(_, below)| (*below).to_owned()).collect();
    form.source = "Ärendesystemet".to_owned();
    form.action = "submit".to_owned();
    form
}

async fn save(room: &Measured, form: MeasurementsForm) -> service::Result<Answer> {
    service::measurements_save(&room.manager(), room.services(), form).await
}

async fn a_periods_values_are_logged_in_one_act(world: World) {
    let room = room(&world).await;
    room.approved(room.measures[1], "2025-Q1", "30").await;
    room.approved(room.measures[1], "2025-Q2", "15").await;
    // One with parts has a form of its own, and one that nobody measures regularly is only counted.
    let manager = room.manager();
    measures::added(&manager, room.services()).await;
    let view = table(&room, &manager, None).await;
    assert_eq!(view.split.len(), 1);
    let names: Vec<&str> = view.rows.iter().map(|row| row.measure.name.as_str()).collect();
    assert_eq!(names, ["Andel avslag", "Felandel", "Kötid"]);
    let errors = &view.rows[1];
    let before = errors.before.expect("a value before");
    assert_eq!(before.0.to_string(), "2025-Q2");
    assert_eq!(
        before.1,
        Value::Plain {
            value: Decimal::from(15)
        }
    );
    assert_eq!(errors.source.as_deref(), Some("Ärendesystemet"));
    assert_eq!(view.rows[2].source, None);
    assert_eq!(errors.ground.len(), 1);

    let mut form = typed(&room, [("3", "20"), ("\u{2212}1\u{a0}200,5", ""), ("", "")]).await;
    form.proof_text = "2025/17".to_owned();
    form.comment[1] = "Efter ombyggnaden".to_owned();
    let events = things_done(&room.services().store).await;
    let place = done(save(&room, form.clone()).await);
    assert_eq!(place, "/matningar?period=2025-Q3&klart=inskickade&antal=2");
    assert_eq!(
        things_done(&room.services().store).await,
        events + 2,
        "a trace for each"
    );
    // Sent twice it is logged once.
    assert_eq!(done(save(&room, form).await), place);
    assert_eq!(things_done(&room.services().store).await, events + 2);

    let items = room.items(&manager, room.measures[1]).await;
    let logged = &items[0].measurement;
    assert_eq!(logged.period.to_string(), "2025-Q3");
    assert_eq!(
        logged.value,
        Value::Plain {
            value: Decimal::new(-12_005, 1)
        }
    );
    assert_eq!(logged.state, ApprovalState::Submitted);
    assert_eq!(logged.comment.as_deref(), Some("Efter ombyggnaden"));
    let [proof] = &logged.proofs[..] else {
        panic!("one piece of evidence: {logged:?}")
    };
    assert_eq!(
        (proof.kind, proof.text.as_str()),
        (ProofKind::RegistryNumber, "2025/17")
    );
    let view = table(&room, &manager, None).await;
    assert_eq!((view.rows.len(), view.done), (1, 2));
}

async fn rows_that_are_wrong_come_back_with_everything_typed(world: World) {
    let room = room(&world).await;
    let events = things_done(&room.services().store).await;
    let mut wrong = typed(&room, [("3", "0"), ("15", ""), ("x", "")]).await;
    wrong.comment[1] = "Som förut".to_owned();
    let answer = save(&room, wrong).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("two rows are wrong: {answer:?}")
    };
    let view = table(&room, &room.manager(), Some(&draft)).await;
    let errors = view.state.errors();
    let fields: Vec<&str> = errors.0.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["denominator-0", "value-2"]);
    assert_eq!(view.rows.len(), 3);
    assert_eq!(view.state.form.value, ["3", "15", "x"]);
    assert_eq!(view.state.form.comment[1], "Som förut");

    // A share is logged with both its numbers, and nothing else has two.
    let kinds = typed(&room, [("15", ""), ("3", "20"), ("", "")]).await;
    let Ok(Answer::Again(draft)) = save(&room, kinds).await else {
        panic!("neither is what is measured")
    };
    let view = table(&room, &room.manager(), Some(&draft)).await;
    let errors = view.state.errors();
    assert_eq!(errors.of("denominator-0"), Some(&Problem::Required));
    let given = "20".to_owned();
    assert_eq!(errors.of("denominator-1"), Some(&Problem::NoRatio { given }));
    assert_eq!(view.state.form.denominator, ["", "20", ""]);

    // Without a source nobody knows where the value is from: said once, whichever rows lack one.
    let mut unsourced = typed(&room, [("", ""), ("15", ""), ("4", "")]).await;
    unsourced.source = String::new();
    let Ok(Answer::Again(draft)) = save(&room, unsourced).await else {
        panic!("no source")
    };
    let errors = table(&room, &room.manager(), Some(&draft)).await.state.errors();
    assert_eq!(
        (errors.of("source"), errors.0.len()),
        (Some(&Problem::Required), 1)
    );
    assert_eq!(
        things_done(&room.services().store).await,
        events,
        "nothing was done"
    );

    // What somebody else has measured meanwhile is told of its row, and the others wait with it.
    let late = typed(&room, [("", ""), ("15", ""), ("4", "")]).await;
    room.approved(room.measures[2], "2025-Q3", "4").await;
    let events = things_done(&room.services().store).await;
    let Ok(Answer::Again(draft)) = save(&room, late).await else {
        panic!("it is measured")
    };
    let view = table(&room, &room.manager(), Some(&draft)).await;
    let given = "2025-Q3".to_owned();
    assert_eq!(view.state.errors().of("value-2"), Some(&Problem::Taken { given }));
    assert_eq!(view.rows[2].begun, Some(ApprovalState::Approved));
    assert_eq!(things_done(&room.services().store).await, events);
    assert!(room.items(&room.manager(), room.measures[1]).await.is_empty());
}

async fn drafts_stand_in_the_table_until_they_are_sent_in(world: World) {
    let room = room(&world).await;
    let mut form = typed(&room, [("3", "20"), ("15", ""), ("", "")]).await;
    form.action = "draft".to_owned();
    let place = done(save(&room, form).await);
    assert_eq!(place, "/matningar?period=2025-Q3&klart=utkast&antal=2");
    let view = table(&room, &room.manager(), None).await;
    assert_eq!(view.rows[0].begun, Some(ApprovalState::Draft));
    assert_eq!(view.rows[0].source.as_deref(), Some("Ärendesystemet"));
    let form = view.state.form;
    assert_eq!(form.value, ["3", "15", ""]);
    assert_eq!(form.denominator, ["20", "", ""]);

    // Saved again as they are, nothing is done.
    let events = things_done(&room.services().store).await;
    let mut same = form.clone();
    same.action = "draft".to_owned();
    assert!(done(save(&room, same).await).contains("klart=oandrat"));
    assert_eq!(things_done(&room.services().store).await, events);

    // One that somebody has changed meanwhile comes back, and the other waits with it.
    let mut stale = MeasurementsForm {
        submission: key(),
        action: "submit".to_owned(),
        ..form.clone()
    };
    stale.row_version[1] = "7".to_owned();
    let Ok(Answer::Again(draft)) = save(&room, stale).await else {
        panic!("it has another version")
    };
    let errors = table(&room, &room.manager(), Some(&draft)).await.state.errors();
    assert!(
        matches!(errors.of("value-1"), Some(Problem::Gone { .. })),
        "{errors:?}"
    );

    let mut changed = MeasurementsForm {
        submission: key(),
        action: "submit".to_owned(),
        ..form
    };
    changed.value[1] = "14".to_owned();
    assert!(done(save(&room, changed).await).contains("klart=inskickade&antal=2"));
    let items = room.items(&room.manager(), room.measures[1]).await;
    assert_eq!(items.len(), 1, "the draft itself was sent in");
    assert_eq!(
        items[0].measurement.value,
        Value::Plain {
            value: Decimal::from(14)
        }
    );
    assert_eq!(items[0].measurement.source, "Ärendesystemet");
    assert_eq!(table(&room, &room.manager(), None).await.done, 2);
}

async fn what_waits_is_approved_in_one_act_but_ones_own(world: World) {
    let room = room(&world).await;
    let form = typed(&room, [("3", "20"), ("15", ""), ("4", "")]).await;
    done(save(&room, form).await);
    let own = service::measurements_review(&room.manager(), room.services()).await;
    let own = own.expect("may approve");
    assert_eq!((own.waiting.len(), own.own), (0, 3), "nobody approves their own");
    let view = service::measurements_review(&room.reviewer(), room.services()).await;
    let view = view.expect("may approve");
    assert_eq!((view.waiting.len(), view.own), (3, 0));
    let picked = |at: usize, version: i32| {
        let id = view.waiting[at].measurement.id;
        PickedMeasurement { id, version }.code()
    };
    let act = |picked: Vec<String>| BulkApprovalForm {
        submission: key(),
        picked,
        ..BulkApprovalForm::default()
    };
    // Two as they were read, and one that has changed since.
    let form = act(vec![picked(0, 1), picked(1, 1), picked(2, 2)]);
    let events = things_done(&room.services().store).await;
    let place =
        done(service::measurement_approve_many(&room.reviewer(), room.services(), form.clone()).await);
    assert_eq!(place, "/matningar/granska?godkanda=2&andrade=1");
    assert_eq!(
        things_done(&room.services().store).await,
        events + 2,
        "a trace for each"
    );
    let again = service::measurement_approve_many(&room.reviewer(), room.services(), form).await;
    assert_eq!(done(again), place, "sent twice it is done once");
    let mine = act(vec![picked(2, 1)]);
    let answer = service::measurement_approve_many(&room.manager(), room.services(), mine).await;
    let place = done(answer);
    let told = |name: &str| {
        let (_, rest) = place.split_once(&format!("{name}="))?;
        Some(rest.split('&').next().unwrap_or_default().to_owned())
    };
    let outcome = MeasurementsOutcome::parse(told).expect("an outcome");
    assert_eq!((outcome.approved, outcome.own), (0, 1));
    let items = room.items(&room.manager(), room.measures[0]).await;
    assert_eq!(items[0].measurement.state, ApprovalState::Approved);
    assert!(items[0].reviewed.is_some());
    let items = room.items(&room.manager(), room.measures[2]).await;
    assert_eq!(items[0].measurement.state, ApprovalState::Submitted);
}

async fn who_answers_for_something_else_logs_nothing(world: World) {
    let room = room(&world).await;
    let form = typed(&room, [("3", "20"), ("15", ""), ("4", "")]).await;
    done(save(&room, form.clone()).await);
    let scope = || Scope::Portfolios(vec![Uuid::now_v7().into()]);
    let elsewhere = somebody(Role::PortfolioManager, scope());
    let view = table(&room, &elsewhere, None).await;
    assert_eq!((view.rows.len(), view.done), (0, 0));
    let review = service::measurements_review(&elsewhere, room.services()).await;
    let review = review.expect("may approve something");
    assert_eq!((review.waiting.len(), review.own), (0, 0));
    // What is sent past the table is refused by row.
    let late = due(&room.manager(), room.services(), "Svarstid", "latest").await;
    let mut past = MeasurementsForm {
        submission: key(),
        period: "2025-Q3".to_owned(),
        source: "Här".to_owned(),
        ..MeasurementsForm::default()
    };
    past.push_row(late, None);
    past.value[0] = "1".to_owned();
    let answer = service::measurements_save(&elsewhere, room.services(), past).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("out of scope: {answer:?}")
    };
    let errors = table(&room, &elsewhere, Some(&draft)).await.state.errors();
    assert_eq!(errors.of("value-0"), Some(&Problem::NotYours));
    let leadership = room.demo.ctx(Role::Leadership);
    let answer = service::measurements_save(&leadership, room.services(), form).await;
    assert!(
        matches!(answer, Err(ServiceError::Refused(Refusal::Role))),
        "{answer:?}"
    );
}
