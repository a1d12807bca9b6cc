//! The report by hand: its texts, and what is taken into its scope.

use domain::form::{DeliveryForm, ReportTextForm};
use domain::id::DeliveryId;
use service::Answer;

use super::Hand;
use crate::support::database::{World, on_both};
use crate::support::forms::{after, done, key, notice};

on_both!(a_report_is_written_until_it_is_decided);

async fn a_report_is_written_until_it_is_decided(world: World) {
    let hand = Hand::new(&world).await;
    let (ctx, services) = (&hand.steering, &hand.services);
    let report = hand.report().await;
    let texts = service::report_text_form(ctx, services, report, None)
        .await
        .expect("may write");
    let written = ReportTextForm {
        background: "Därför.".to_owned(),
        conflict_one: vec![hand.groups[0].clone()],
        conflict_other: vec![hand.groups[1].clone()],
        conflict_text: vec!["Fler kontroller tar tid.".to_owned()],
        ..texts.state.form.clone()
    };
    done(service::report_text_save(ctx, services, written).await);
    let standing = hand.standing().await;
    assert_eq!(standing.conflicts.len(), 1);
    // Somebody who read it before gets both versions and overwrites nothing.
    let late = ReportTextForm {
        background: "Något annat.".to_owned(),
        submission: key(),
        ..texts.state.form
    };
    let answer = service::report_text_save(ctx, services, late).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("it was taken: {answer:?}");
    };
    let both = service::report_text_form(ctx, services, report, Some(&draft))
        .await
        .expect("may write");
    let theirs = both.state.theirs().expect("what stands there now");
    assert_eq!(
        (theirs.background.as_str(), both.state.form.background.as_str()),
        ("Därför.", "Något annat.")
    );

    // A delivery outside the years is taken in with its reason, and out again.
    let initiative = hand.initiative("Boka möte").await;
    let form = DeliveryForm {
        submission: key(),
        initiative: initiative.to_string(),
        name: "Planerad".to_owned(),
        description: "Kommer.".to_owned(),
        status: "planned".to_owned(),
        planned: vec!["2027".to_owned()],
        launch_what: vec![String::new()],
        actual: vec![String::new()],
        ..DeliveryForm::default()
    };
    let place = done(service::delivery_save(&hand.manager, services, form).await);
    let delivery: DeliveryId = after(&place, "#leverans-").parse().expect("an id");
    let in_scope = || async { hand.standing().await.totals.deliveries };
    assert_eq!(in_scope().await, 0);
    let silent = service::scope_add(ctx, services, report, 2, delivery, " ").await;
    assert_eq!(notice(&silent), "skriv-varfor");
    let added = service::scope_add(ctx, services, report, 2, delivery, "Nämns i uppdraget.").await;
    assert_eq!((notice(&added), in_scope().await), ("omfattning", 1));
    let removed = service::scope_remove(ctx, services, report, 3, delivery).await;
    assert_eq!((notice(&removed), in_scope().await), ("omfattning", 0));
}
