//! Freed time counts once somebody who has not written in it approves it, and never beside its correction.

use domain::ctx::Ctx;
use domain::form::{BulkApprovalForm, FreedTimeForm, PickedFreedTime, Problem};
use domain::freed_time::DispositionKind;
use domain::id::FreedTimeId;
use domain::policy::Refusal;
use domain::role::Role;
use domain::statement::ApprovalState;
use domain::work::{WorkItem, WorkKind};
use migrations::{Migrator, MigratorTrait};
use rust_decimal::Decimal;
use service::{Answer, FreedTimeTarget, ServiceError, Services};
use uuid::Uuid;

use super::{entry_at, owner_of, refused, sent, subject, told};
use crate::support::database::{World, on_both};
use crate::support::forms::{done, key};
use crate::support::{operator, rows};

on_both!(
    freed_time_counts_once_somebody_who_has_not_written_in_it_approves_it,
    a_correction_counts_from_its_approval_and_never_both,
    several_entries_are_approved_in_one_act,
    what_is_sent_in_is_taken_back_by_whoever_wrote_it,
    what_was_logged_before_approval_goes_on_being_counted,
);

/// What of a kind waits for somebody.
async fn waiting(ctx: &Ctx, services: &Services, kind: WorkKind) -> Vec<WorkItem> {
    let view = service::work_view(ctx, services, None, Some(kind)).await;
    let sections = view.expect("may read").sections.into_iter();
    sections.flat_map(|section| section.items).collect()
}

async fn freed_time_counts_once_somebody_who_has_not_written_in_it_approves_it(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let reviewer = demo.ctx(Role::Reviewer);
    let owner = owner_of(&demo, subject.units[0]);
    let nothing = (Decimal::ZERO, 0);

    // Begun by the owner: a draft counts nowhere, and waits for whoever began it.
    let form = subject.typed((&owner, services), 2024, "100", &[]).await;
    let id = entry_at(&done(service::freed_time_save(&owner, services, form).await));
    assert_eq!(subject.freed(&manager, services).await, nothing);
    assert_eq!(waiting(&owner, services, WorkKind::WriteFreedTime).await.len(), 1);
    let early = service::freed_time_review(&reviewer, services, id, 1, true, "").await;
    assert!(early.expect("may").contains("klart=hann-fore"));

    // Sent in by the manager: it waits, and neither of the two approves it.
    let target = FreedTimeTarget::Existing(id);
    let form = subject.asked((&manager, services), target, "120").await;
    sent((&manager, services), form).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::ZERO, 1));
    for writer in [&owner, &manager] {
        let own = service::freed_time_review(writer, services, id, 2, true, "").await;
        assert!(
            matches!(own, Err(ServiceError::Refused(Refusal::OwnWork))),
            "{own:?}"
        );
        let item = subject.entry(writer, services, id).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
        assert!(
            waiting(writer, services, WorkKind::ApproveFreedTime)
                .await
                .is_empty()
        );
        let view = service::freed_times_review(writer, services).await.expect("may");
        assert_eq!((view.waiting.len(), view.own), (0, 1));
    }
    let outside = owner_of(&demo, subject.units[1]);
    let review = service::freed_time_review(&outside, services, id, 2, true, "").await;
    assert!(
        matches!(review, Err(ServiceError::Refused(Refusal::OutOfScope))),
        "{review:?}"
    );
    for role in [Role::Leadership, Role::Auditor, Role::Admin] {
        let review = service::freed_time_review(&demo.ctx(role), services, id, 2, true, "").await;
        assert!(review.is_err(), "{role:?}");
    }
    let nowhere = FreedTimeId(Uuid::now_v7());
    let review = service::freed_time_review(&reviewer, services, nowhere, 2, true, "").await;
    assert!(matches!(review, Err(ServiceError::NotFound)));
    assert_eq!(
        waiting(&reviewer, services, WorkKind::ApproveFreedTime)
            .await
            .len(),
        1
    );

    // Returned with a note, it comes to whoever wrote the latest of it.
    let bare = service::freed_time_review(&reviewer, services, id, 2, false, " ").await;
    assert!(bare.expect("may").contains("klart=skriv-skal"));
    let place = service::freed_time_review(&reviewer, services, id, 2, false, "Hur är det mätt?").await;
    assert!(place.expect("may").contains("klart=tid-aterlamnad"));
    let [mend] = &waiting(&manager, services, WorkKind::WriteFreedTime).await[..] else {
        panic!("it comes back")
    };
    assert_eq!(mend.note.as_deref(), Some("Hur är det mätt?"));
    assert!(
        waiting(&owner, services, WorkKind::WriteFreedTime)
            .await
            .is_empty()
    );
    let view = service::freed_time_form(&manager, services, target, None).await;
    assert_eq!(
        view.expect("may").review_note.as_deref(),
        Some("Hur är det mätt?")
    );
    assert_eq!(subject.freed(&manager, services).await, nothing);

    // Mended and approved, it counts, and is changed no more.
    let form = subject.asked((&manager, services), target, "110").await;
    let late = FreedTimeForm {
        submission: key(),
        ..form.clone()
    };
    sent((&manager, services), form).await;
    subject.approve(&demo, id).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(110), 0));
    let item = subject.entry(&manager, services, id).await;
    assert!(item.may_correct && !item.may_edit && !item.may_withdraw && item.reviewed.is_some());
    let answer = service::freed_time_save(&manager, services, late)
        .await
        .expect("may");
    assert!(matches!(answer, Answer::Again(_)), "{answer:?}");
    let view = service::freed_time_form(&manager, services, target, None).await;
    assert!(matches!(view, Err(ServiceError::State(_))));
    let removed = service::freed_time_remove(&manager, services, id, item.version).await;
    assert!(removed.expect("may").contains("klart=hann-fore"));
    assert_eq!(
        told(services).await,
        [
            "freed_time.draft",
            "freed_time.submit",
            "freed_time.return",
            "freed_time.submit",
            "freed_time.approve"
        ]
    );
}

async fn a_correction_counts_from_its_approval_and_never_both(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let hours = |number: i64| Decimal::from(number);
    let gone = [(DispositionKind::BudgetCut, "40")];
    let first = sent(by, subject.typed(by, 2024, "100", &gone).await).await;
    let early = service::freed_time_form(&manager, services, FreedTimeTarget::Correcting(first), None).await;
    assert!(
        matches!(early, Err(ServiceError::State(_))),
        "nobody has approved it"
    );
    subject.approve(&demo, first).await;

    // It begins with what it corrects, and is of the same year.
    let correcting = FreedTimeTarget::Correcting(first);
    let form = subject.asked(by, correcting, "90").await;
    assert_eq!(
        (form.year.as_str(), form.disposition_hours[0].as_str()),
        ("2024", "40")
    );
    let moved = FreedTimeForm {
        year: "2023".to_owned(),
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_save(&manager, services, moved)
        .await
        .expect("may");
    let (_, errors) = refused(by, subject.benefit, answer).await;
    let given = "2023".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Gone { given })]);
    let other = FreedTimeForm {
        submission: key(),
        ..form.clone()
    };
    let second = sent(by, form).await;
    assert_eq!(subject.freed(&manager, services).await, (hours(100), 1));
    let item = subject.entry(&manager, services, first).await;
    assert_eq!(
        (item.being_corrected, item.corrected, item.may_correct),
        (Some(ApprovalState::Submitted), false, false)
    );

    // One corrects it, whoever comes second.
    let again = service::freed_time_form(&manager, services, correcting, None).await;
    assert!(matches!(again, Err(ServiceError::State(_))));
    let answer = service::freed_time_save(&manager, services, other)
        .await
        .expect("may");
    let (_, errors) = refused(by, subject.benefit, answer).await;
    let given = "2024".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Gone { given })]);

    subject.approve(&demo, second).await;
    assert_eq!(
        subject.freed(&manager, services).await,
        (hours(90), 0),
        "never both"
    );
    let item = subject.entry(&manager, services, first).await;
    assert!(item.corrected && !item.may_correct);

    // A correction is corrected in its turn: nothing was freed after all.
    let form = FreedTimeForm {
        disposition_kind: Vec::new(),
        disposition_hours: Vec::new(),
        ..subject.asked(by, FreedTimeTarget::Correcting(second), "0").await
    };
    let third = sent(by, form).await;
    subject.approve(&demo, third).await;
    assert_eq!(subject.freed(&manager, services).await, (hours(0), 0));
    let file = demo.export().await;
    let again = service::exchange::portfolio_import(&operator(), services, &file).await;
    assert!(again.expect("it is what is there").is_nothing());
}

async fn several_entries_are_approved_in_one_act(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let (by, reviewer) = ((&manager, services), demo.ctx(Role::Reviewer));
    let mut picked = Vec::new();
    for year in [2023, 2024, 2022] {
        let id = sent(by, subject.typed(by, year, "10", &[]).await).await;
        picked.push(PickedFreedTime { id, version: 1 });
    }
    let view = service::freed_times_review(&reviewer, services)
        .await
        .expect("may");
    let years: Vec<i32> = view.waiting.iter().map(|of| of.entry.year).collect();
    assert_eq!((years, view.own, view.more), (vec![2022, 2023, 2024], 0, 0));
    assert_eq!(view.waiting[0].initiative.id, subject.initiative);
    let own = service::freed_times_review(&manager, services)
        .await
        .expect("may");
    assert_eq!((own.waiting.len(), own.own), (0, 3));

    picked[2].version = 7;
    let form = BulkApprovalForm {
        submission: key(),
        picked: picked.iter().map(PickedFreedTime::code).collect(),
        ..BulkApprovalForm::default()
    };
    let mine = BulkApprovalForm {
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_approve_many(&manager, services, mine).await;
    assert_eq!(done(answer), "/frigjord-tid/granska?godkanda=0&egna=3");
    let outside = owner_of(&demo, subject.units[1]);
    let theirs = BulkApprovalForm {
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_approve_many(&outside, services, theirs).await;
    assert_eq!(done(answer), "/frigjord-tid/granska?godkanda=0&nekade=3");
    assert_eq!(subject.freed(&manager, services).await.0, Decimal::ZERO);

    let place = done(service::freed_time_approve_many(&reviewer, services, form.clone()).await);
    assert_eq!(place, "/frigjord-tid/granska?godkanda=2&andrade=1");
    let again = done(service::freed_time_approve_many(&reviewer, services, form).await);
    assert_eq!(again, place, "once");
    let approved: Vec<_> = told(services)
        .await
        .into_iter()
        .filter(|action| action == "freed_time.approve")
        .collect();
    assert_eq!(approved.len(), 2, "each with a trace of its own");
    let view = service::freed_times_review(&reviewer, services)
        .await
        .expect("may");
    assert_eq!(view.waiting.len(), 1);
}

async fn what_is_sent_in_is_taken_back_by_whoever_wrote_it(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let id = sent(by, subject.typed(by, 2024, "10", &[]).await).await;
    assert!(subject.entry(&manager, services, id).await.may_withdraw);
    let owner = owner_of(&demo, subject.units[0]);
    let theirs = service::freed_time_withdraw(&owner, services, id, 1).await;
    assert!(matches!(theirs, Err(ServiceError::State(_))), "{theirs:?}");
    let late = service::freed_time_withdraw(&manager, services, id, 7).await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let place = service::freed_time_withdraw(&manager, services, id, 1).await;
    assert_eq!(
        place.expect("may"),
        format!("/frigjord-tid/{id}/andra?klart=tillbakatagen")
    );
    let item = subject.entry(&manager, services, id).await;
    assert_eq!(
        (item.entry.state, item.version, item.may_edit),
        (ApprovalState::Draft, 2, true)
    );
    let late = service::freed_time_withdraw(&manager, services, id, 2).await;
    assert!(late.expect("may").contains("klart=hann-fore"), "it is a draft");
}

async fn what_was_logged_before_approval_goes_on_being_counted(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let first = sent(by, subject.typed(by, 2024, "100", &[]).await).await;
    subject.approve(&demo, first).await;
    let correction = subject.asked(by, FreedTimeTarget::Correcting(first), "90").await;
    let second = sent(by, correction).await;
    subject.approve(&demo, second).await;
    let form = subject.asked(by, FreedTimeTarget::Correcting(second), "80").await;
    done(service::freed_time_save(&manager, services, form).await);
    sent(by, subject.typed(by, 2023, "7", &[]).await).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(90), 1));

    // Down to where nothing was approved: what counts is left. Up again it is approved, and counts.
    let name = "m20250124_000024_freed_time_approval";
    let all = Migrator::migrations();
    let at = all
        .iter()
        .position(|one| one.name() == name)
        .expect("it is there");
    let steps = u32::try_from(all.len() - at).expect("few");
    let connection = services.store.unaudited();
    Migrator::down(connection, Some(steps)).await.expect("goes down");
    let left = rows::texts(&services.store, "SELECT CAST(year AS TEXT) FROM freed_time").await;
    assert_eq!(left, ["2024"]);
    Migrator::up(connection, None).await.expect("goes up");
    let entries = subject.entries(&manager, services).await;
    let [item] = &entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (item.entry.id, item.entry.state, item.entry.supersedes),
        (second, ApprovalState::Approved, None)
    );
    assert!(item.may_correct && item.reviewed.is_none());
    assert_eq!(
        rows::number(&services.store, "SELECT COUNT(*) FROM freed_time_editor").await,
        1,
        "who edited it last"
    );
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(90), 0));
}
