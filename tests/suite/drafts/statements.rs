//! Nobody approves a statement that they edited; it is taken back, or returned with a reason.

use domain::ctx::{Actor, Ctx};
use domain::form::StatementForm;
use domain::id::StatementId;
use domain::policy::Refusal;
use domain::role::Role;
use domain::statement::ApprovalState;
use service::ServiceError;

use super::{Desk, done, id_in, review};
use crate::support::database::{World, on_both};
use crate::support::demo::as_account;

on_both!(
    nobody_approves_what_they_edited,
    what_nobody_has_reviewed_is_taken_back_by_whoever_sent_it,
    a_returned_statement_says_why_and_is_sent_in_again,
);

async fn submitted(desk: &Desk, ctx: &Ctx) -> StatementId {
    let benefit = desk.view().await.deliveries[0].benefits[0].benefit.id.to_string();
    let form = desk.new_statement(&benefit, "submit").await;
    id_in(&done(desk.save_statement(ctx, &form).await))
        .parse()
        .expect("an id")
}

async fn nobody_approves_what_they_edited(world: World) {
    let desk = Desk::new(&world).await;
    let author = desk.manager();
    let id = submitted(&desk, &author).await;
    let before = desk.events().await;

    // Not even under another hat: the account counts, not the role.
    let account = author.account_id().expect("an account");
    let Actor::Account { grants, .. } = desk.steering().actor else {
        panic!("an account")
    };
    let same_person = as_account(account, grants);
    for ctx in [&author, &same_person] {
        for approve in [true, false] {
            let answer = review(&desk, ctx, id, approve, "ett skäl").await;
            assert!(
                matches!(answer, Err(ServiceError::Refused(Refusal::OwnWork))),
                "{answer:?}"
            );
        }
        let item = desk.statement(id, ctx).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)), "the page says why");
    }
    assert_eq!(
        desk.statement(id, &author).await.statement.state,
        ApprovalState::Submitted
    );
    assert_eq!(desk.events().await, before);

    // Whoever touched it last is the one who may not.
    let reviewer = desk.demo.ctx(Role::Reviewer);
    assert_eq!(desk.statement(id, &reviewer).await.review, Some(Ok(())));
    let place = review(&desk, &reviewer, id, true, "")
        .await
        .expect("somebody else may");
    assert!(place.contains("klart=godkand"), "{place}");
    let item = desk.statement(id, &reviewer).await;
    assert_eq!(item.statement.state, ApprovalState::Approved);
    assert!(item.written_by.is_some(), "who wrote it stands there");
    let (approver, at) = item.reviewed.expect("and who approved it");
    assert_ne!(item.written_by, Some(approver));
    assert_eq!(at, reviewer.now);
    assert_eq!(desk.events().await, before + 1);

    // Once is enough: the second reviewer is told, and nothing happens.
    let place = service::statement_review(&desk.steering(), desk.services(), id, 1, false, "för sent")
        .await
        .expect("may review");
    assert!(place.contains("klart=hann-fore"), "{place}");
    assert_eq!(
        desk.statement(id, &reviewer).await.statement.state,
        ApprovalState::Approved
    );
    assert_eq!(desk.events().await, before + 1);
}

async fn what_nobody_has_reviewed_is_taken_back_by_whoever_sent_it(world: World) {
    let desk = Desk::new(&world).await;
    let (author, reviewer) = (desk.manager(), desk.demo.ctx(Role::Reviewer));
    let id = submitted(&desk, &author).await;
    assert!(desk.statement(id, &author).await.may_withdraw);
    assert!(!desk.statement(id, &reviewer).await.may_withdraw);
    let other = service::statement_withdraw(&desk.demo.ctx(Role::BenefitOwner), desk.services(), id, 1).await;
    assert!(matches!(other, Err(ServiceError::State(_))), "{other:?}");
    let late = service::statement_withdraw(&author, desk.services(), id, 7).await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let before = desk.events().await;
    let place = service::statement_withdraw(&author, desk.services(), id, 1).await;
    let form = format!("/konstaterad/{id}?klart=tillbakatagen");
    assert!(place.expect("may").ends_with(&form), "to where it is mended");
    let item = desk.statement(id, &author).await;
    assert_eq!(item.statement.state, ApprovalState::Draft);
    assert!(item.may_edit && !item.may_withdraw);
    assert_eq!(desk.events().await, before + 1);
    // Nobody reviews what has been taken back, and it is not taken back twice.
    let late = review(&desk, &reviewer, id, true, "").await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let again = service::statement_withdraw(&author, desk.services(), id, item.version).await;
    assert!(again.expect("may").contains("klart=hann-fore"));
}

async fn a_returned_statement_says_why_and_is_sent_in_again(world: World) {
    let desk = Desk::new(&world).await;
    let (author, reviewer) = (desk.manager(), desk.demo.ctx(Role::Reviewer));
    let id = submitted(&desk, &author).await;
    let place = review(&desk, &reviewer, id, false, "  ")
        .await
        .expect("may review");
    assert!(place.contains("klart=skriv-skal"), "{place}");
    assert_eq!(
        desk.statement(id, &author).await.statement.state,
        ApprovalState::Submitted,
        "no reason, no return"
    );

    let place = review(&desk, &reviewer, id, false, " Var är källan? ")
        .await
        .expect("may review");
    assert!(place.contains("klart=aterlamnad"), "{place}");
    let item = desk.statement(id, &author).await;
    assert_eq!(item.statement.state, ApprovalState::Returned);
    assert_eq!(item.review_note.as_deref(), Some("Var är källan?"));
    assert!(item.may_edit && item.review.is_none());

    let form = desk.statement_form(Some(id), None, &author).await.form;
    let form = StatementForm {
        source_kind: vec!["registry_number".to_owned()],
        source_text: vec!["D-2025/17".to_owned()],
        action: "submit".to_owned(),
        ..form
    };
    done(desk.save_statement(&author, &form).await);
    let item = desk.statement(id, &reviewer).await;
    assert_eq!(item.statement.state, ApprovalState::Submitted);
    assert_eq!(item.statement.sources.len(), 1);
    review(&desk, &reviewer, id, true, "").await.expect("may review");
    assert!(
        !desk.statement(id, &author).await.may_edit,
        "approved is approved"
    );
}
