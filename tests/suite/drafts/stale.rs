//! Of those who change the same thing the later is told, with both values, and overwrites nothing.

use domain::form::{AssessmentForm, BenefitForm, DeliveryForm, StatementForm};
use domain::id::StatementId;
use domain::role::{Role, Scope};
use service::{Answer, FormState, Outcome};

use super::{Desk, again, done, id_in};
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;

on_both!(
    a_stale_delivery_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_benefit_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_statement_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_assessment_is_kept_with_both_values_and_overwrites_nothing,
    of_two_people_who_change_the_same_thing_at_once_one_is_told,
);

/// The other's form, as the draft holds it.
fn theirs<F>(state: FormState<F>) -> (F, F) {
    match state.outcome {
        Some(Outcome::Stale { theirs }) => (state.form, *theirs),
        _ => panic!("it came back for another reason"),
    }
}

async fn a_stale_delivery_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let id = desk.view().await.deliveries[0].delivery.id;
    let mine = desk.delivery_form(Some(id), None, &manager).await.form;
    let other = desk.delivery_form(Some(id), None, &steering).await.form;
    done(
        desk.save_delivery(
            &steering,
            &DeliveryForm {
                name: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = DeliveryForm {
        name: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_delivery(&manager, &mine).await);
    let (kept, now) = theirs(desk.delivery_form(Some(id), Some(&key), &manager).await);
    assert_eq!(kept, mine, "all that was typed");
    assert_eq!(now.name, "Den andras");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // On the version that was shown it goes through.
    let settled = DeliveryForm {
        version: now.version,
        ..kept
    };
    done(desk.save_delivery(&manager, &settled).await);
    assert_eq!(desk.view().await.deliveries[0].delivery.name, "Min");
}

async fn a_stale_benefit_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let id = desk.view().await.deliveries[0].benefits[0].benefit.id;
    let mine = desk.benefit_form(Some(id), None, &manager).await.form;
    let other = desk.benefit_form(Some(id), None, &steering).await.form;
    done(
        desk.save_benefit(
            &steering,
            &BenefitForm {
                description: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = BenefitForm {
        description: "Min".to_owned(),
        groups: desk.groups().await,
        ..mine
    };
    let key = again(desk.save_benefit(&manager, &mine).await);
    let (kept, now) = theirs(desk.benefit_form(Some(id), Some(&key), &manager).await);
    assert_eq!((kept, now.description.as_str()), (mine, "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_stale_statement_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, owner) = (desk.manager(), desk.demo.ctx(Role::BenefitOwner));
    let benefit = desk.view().await.deliveries[0].benefits[0].benefit.id.to_string();
    let place = done(
        desk.save_statement(&manager, &desk.new_statement(&benefit, "").await)
            .await,
    );
    let id: StatementId = id_in(&place).parse().expect("an id");
    let mine = desk.statement_form(Some(id), None, &manager).await.form;
    let other = desk.statement_form(Some(id), None, &owner).await.form;
    done(
        desk.save_statement(
            &owner,
            &StatementForm {
                text: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = StatementForm {
        text: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_statement(&manager, &mine).await);
    let (kept, now) = theirs(desk.statement_form(Some(id), Some(&key), &manager).await);
    assert_eq!((kept, now.text.as_str()), (mine.clone(), "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // One that is approved meanwhile is no longer changed, whatever version is sent.
    let latest = desk.statement_form(Some(id), None, &owner).await.form;
    done(
        desk.save_statement(
            &owner,
            &StatementForm {
                action: "submit".to_owned(),
                ..latest
            },
        )
        .await,
    );
    let reviewer = desk.demo.ctx(Role::Reviewer);
    let version = desk.statement(id, &reviewer).await.version;
    service::statement_review(&reviewer, desk.services(), id, version, true, "")
        .await
        .expect("approves");
    let before = (desk.demo.export().await, desk.events().await);
    for version in [version, version + 1] {
        let late = StatementForm {
            version: version.to_string(),
            submission: String::new(),
            ..mine.clone()
        };
        let (kept, now) = theirs(
            desk.statement_form(
                None,
                Some(&again(desk.save_statement(&manager, &late).await)),
                &manager,
            )
            .await,
        );
        assert_eq!((kept.text.as_str(), now.text.as_str()), ("Min", "Den andras"));
    }
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_stale_assessment_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (first, second) = (desk.steering(), somebody(Role::SteeringUnit, Scope::All));
    // Both begin where there is nothing yet.
    let mine = desk.assessment_form(None, &second).await.form;
    let other = desk.assessment_form(None, &first).await.form;
    done(
        desk.save_assessment(
            &first,
            &AssessmentForm {
                motivation: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = AssessmentForm {
        motivation: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_assessment(&second, &mine).await);
    let (kept, now) = theirs(desk.assessment_form(Some(&key), &second).await);
    assert_eq!((kept, now.motivation.as_str()), (mine, "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn of_two_people_who_change_the_same_thing_at_once_one_is_told(world: World) {
    let desk = Desk::new(&world).await;
    let id = desk.view().await.deliveries[0].delivery.id;
    let events = desk.events().await;
    // Both have the form before them when the first of them saves.
    let mut opened = Vec::new();
    for (ctx, name) in [(desk.manager(), "Min"), (desk.steering(), "Den andras")] {
        let form = desk.delivery_form(Some(id), None, &ctx).await.form;
        let name_of = name.to_owned();
        opened.push((
            ctx,
            name,
            DeliveryForm {
                name: name_of,
                ..form
            },
        ));
    }
    let mut changes = Vec::new();
    for (ctx, name, form) in opened {
        let services = desk.services().clone();
        changes.push(tokio::spawn(async move {
            let answer = service::delivery_save(&ctx, &services, form).await;
            (name, answer.expect("may write"))
        }));
    }
    let mut answers = Vec::new();
    for change in changes {
        answers.push(change.await.expect("no panic"));
    }
    let accepted: Vec<_> = answers
        .iter()
        .filter(|(_, answer)| matches!(answer, Answer::Done(_)))
        .collect();
    let [(name, _)] = accepted[..] else {
        panic!("one, not {answers:?}")
    };
    assert_eq!(&desk.view().await.deliveries[0].delivery.name, name);
    assert_eq!(desk.events().await, events + 1);
}
