//! Steps of initiatives and benefits, and what stands in their way.

use domain::benefit::BenefitState;
use domain::form::BenefitForm;
use domain::initiative::InitiativeStatus;

use super::Hand;
use crate::support::database::{World, on_both};
use crate::support::forms::{done, notice};

on_both!(
    an_initiative_goes_one_step_at_a_time_and_says_why,
    an_initiative_never_depends_on_itself,
    who_declares_a_benefit_not_measurable_has_not_written_it,
);

async fn an_initiative_goes_one_step_at_a_time_and_says_why(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let (ctx, services) = (&hand.manager, &hand.services);
    let step = |version, to, why: &'static str| async move {
        service::initiative_move(ctx, services, initiative, version, to, why).await
    };
    let skipped = step(1, InitiativeStatus::Closed, "Färdigt.").await;
    assert_eq!(notice(&skipped), "hann-fore");
    assert_eq!(
        notice(&step(1, InitiativeStatus::Delivered, " ").await),
        "skriv-varfor"
    );
    for (version, to) in [(1, InitiativeStatus::Delivered), (2, InitiativeStatus::Realising)] {
        let moved = step(version, to, "Allt är på plats.").await;
        assert_eq!(
            hand.shown(initiative).await.initiative.status.value,
            to,
            "{moved:?}"
        );
    }
    assert_eq!(
        notice(&step(1, InitiativeStatus::Stopped, "Sent.").await),
        "hann-fore"
    );

    // With an open benefit that nobody owns it does not close.
    let delivery = hand.delivery(initiative, "Bokning").await;
    let benefit = hand.benefit(initiative, delivery, 0).await;
    let form = service::benefit_form(ctx, services, initiative, None, Some(benefit), None).await;
    let unowned = BenefitForm {
        owner: String::new(),
        ..form.expect("may write").state.form
    };
    done(service::benefit_save(ctx, services, unowned).await);
    let version = hand.shown(initiative).await.version;
    let refused = step(version, InitiativeStatus::Closed, "Färdigt.").await;
    assert_eq!(notice(&refused), "utan-agare");
    let over =
        service::benefit_move(ctx, services, benefit, 2, BenefitState::WrittenOff, "Kom aldrig.").await;
    assert_eq!(notice(&over), "nyttan-flyttad");
    step(version, InitiativeStatus::Closed, "Färdigt.")
        .await
        .expect("may close");
    assert_eq!(
        hand.shown(initiative).await.initiative.status.value,
        InitiativeStatus::Closed
    );
}

async fn an_initiative_never_depends_on_itself(world: World) {
    let hand = Hand::new(&world).await;
    let (ctx, services) = (&hand.manager, &hand.services);
    let first = hand.initiative("Först").await;
    let then = hand.initiative("Sedan").await;
    let last = hand.initiative("Sist").await;
    for (of, on) in [(then, first), (last, then)] {
        let said = service::initiative_depend(ctx, services, of, 1, on, true).await;
        assert_eq!(notice(&said), "beroende");
    }
    let circle = service::initiative_depend(ctx, services, first, 1, last, true).await;
    assert_eq!(notice(&circle), "krets");
    let offered = service::dependency_view(ctx, services, first, "s")
        .await
        .expect("may write");
    assert!(
        offered.found.is_empty(),
        "what would close a circle is not offered: {:?}",
        offered.found
    );
    let freed = service::initiative_depend(ctx, services, last, 2, then, false).await;
    assert_eq!(notice(&freed), "beroende");
    let open = service::initiative_depend(ctx, services, first, 1, last, true).await;
    assert_eq!(notice(&open), "beroende");
}

async fn who_declares_a_benefit_not_measurable_has_not_written_it(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let delivery = hand.delivery(initiative, "Bokning").await;
    let benefit = hand.benefit(initiative, delivery, 0).await;
    let services = &hand.services;
    let own = service::benefit_not_measurable(&hand.manager, services, benefit, 1, "Syns inte.").await;
    assert!(own.is_err(), "{own:?}");
    let empty = service::benefit_not_measurable(&hand.reviewer, services, benefit, 1, " ").await;
    assert_eq!(notice(&empty), "skriv-varfor");
    let said = service::benefit_not_measurable(&hand.reviewer, services, benefit, 1, "Syns inte.").await;
    assert_eq!(notice(&said), "ej-matbar");
    let report = hand.report().await;
    let standing = hand.standing().await;
    assert_eq!((standing.report.id, standing.tally.not_measurable), (report, 1));
    let taken_back = service::benefit_not_measurable(&hand.reviewer, services, benefit, 2, "").await;
    assert_eq!(notice(&taken_back), "matbar");
}
