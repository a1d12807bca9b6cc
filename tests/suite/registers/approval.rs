//! Several statements are approved in one act; what may not be is named and left.

use std::collections::BTreeSet;

use domain::ctx::Ctx;
use domain::form::{BulkApprovalForm, PickedStatement, StatementForm};
use domain::id::{AccountId, StatementId};
use domain::register::Query;
use domain::role::{Grant, Role, Scope};
use domain::statement::{ApprovalState, Finding};
use service::{Answer, BulkOutcome, ServiceError, Services};
use uuid::Uuid;

use super::{asked, first_initiative};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::rows::{audit_seq, texts};

on_both!(
    several_are_approved_in_one_act,
    what_waits_tells_who_wrote_it_and_on_what,
    what_may_not_be_approved_is_named_and_left,
    a_sending_that_comes_twice_approves_once,
);

/// What lets somebody write everywhere.
fn everything() -> Vec<Grant> {
    match somebody(Role::PortfolioManager, Scope::All).actor {
        domain::ctx::Actor::Account { grants, .. } => grants,
        other => panic!("no account: {other:?}"),
    }
}

/// A statement about the first benefit, to be sent in.
fn statement_form(text: &str) -> StatementForm {
    let benefit = portfolio_json()["benefits"][0]["id"].clone();
    StatementForm {
        initiative: first_initiative().to_string(),
        benefits: vec![benefit.as_str().expect("an id").to_owned()],
        text: text.to_owned(),
        finding: Finding::Confirmed.code().to_owned(),
        as_of: "2025-09-30".to_owned(),
        action: "submit".to_owned(),
        ..StatementForm::default()
    }
}

/// Somebody who has written a statement that waits for approval.
async fn submitted(demo: &Demo, author: AccountId, text: &str) -> PickedStatement {
    let ctx = as_account(author, everything());
    let saved = service::statement_save(&ctx, &demo.services, statement_form(text))
        .await
        .expect("saves");
    let Answer::Done(place) = saved else {
        panic!("refused: {saved:?}")
    };
    let id = place.rsplit("konstaterad-").next().expect("an id");
    PickedStatement {
        id: id.parse().expect("an id"),
        version: 1,
    }
}

async fn approve(ctx: &Ctx, services: &Services, form: &BulkApprovalForm) -> BulkOutcome {
    let answer = service::statement_approve_many(ctx, services, form.clone())
        .await
        .expect("answers");
    let Answer::Done(place) = answer else {
        panic!("no such form comes back: {answer:?}")
    };
    let (path, query) = place.split_once('?').expect("a query");
    assert_eq!(path, "/konstaterade");
    let pairs = domain::register::decoded_pairs(query);
    let field = |name: &str| {
        let found = pairs.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    BulkOutcome::parse(field).expect("an outcome")
}

fn ticked(picked: &[PickedStatement]) -> BulkApprovalForm {
    BulkApprovalForm {
        submission: Uuid::now_v7().to_string(),
        picked: picked.iter().map(|one| one.code()).collect(),
        query: "lage=submitted&sida=abc".to_owned(),
        ..BulkApprovalForm::default()
    }
}

async fn state(demo: &Demo, picked: PickedStatement) -> (ApprovalState, i32) {
    let ctx = demo.ctx(Role::Auditor);
    let register = service::statement_register(&ctx, &demo.services, &Query::default(), &[picked.id]).await;
    let row = register.expect("a page").named.pop().expect("the statement");
    (row.state, row.version)
}

async fn several_are_approved_in_one_act(world: World) {
    let demo = Demo::load(&world).await;
    let author = AccountId(Uuid::now_v7());
    let mut picked = Vec::new();
    for text in ["Ett.", "Två.", "Tre."] {
        picked.push(submitted(&demo, author, text).await);
    }
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let shown = service::statement_register(&reviewer, s, &asked("lage=submitted"), &[])
        .await
        .expect("a page");
    assert_eq!((shown.view.tally.notable, shown.view.tally.matching), (3, 3));
    let may: BTreeSet<StatementId> = shown.approvable.into_iter().collect();
    assert_eq!(
        may,
        picked.iter().map(|one| one.id).collect(),
        "each may be ticked"
    );
    let auditor = service::statement_register(&demo.ctx(Role::Auditor), s, &Query::default(), &[]).await;
    let auditor = auditor.expect("a page");
    assert!(auditor.approvable.is_empty() && !auditor.may_approve);

    let before = audit_seq(&s.store).await;
    let outcome = approve(&reviewer, s, &ticked(&picked[..2])).await;
    assert_eq!(
        outcome,
        BulkOutcome {
            approved: 2,
            ..BulkOutcome::default()
        }
    );
    assert_eq!(audit_seq(&s.store).await, before + 2, "a trace each");
    let select =
        format!("SELECT action || ' ' || subject_id FROM audit_event WHERE seq > {before} ORDER BY seq");
    let actions = texts(&s.store, &select).await;
    let expected: Vec<String> = picked[..2]
        .iter()
        .map(|one| format!("statement.approve {}", one.id))
        .collect();
    assert_eq!(actions, expected);
    assert_eq!(state(&demo, picked[0]).await, (ApprovalState::Approved, 2));
    assert_eq!(
        state(&demo, picked[2]).await,
        (ApprovalState::Submitted, 1),
        "not ticked"
    );
    let nothing = approve(&reviewer, s, &ticked(&[])).await;
    assert_eq!(nothing, BulkOutcome::default());
    let auditor = service::statement_approve_many(&demo.ctx(Role::Auditor), s, ticked(&picked)).await;
    assert!(matches!(auditor, Err(ServiceError::Refused(_))), "{auditor:?}");
}

/// A row says what one has to know before one approves it, and each finds what they wrote and reviewed.
async fn what_waits_tells_who_wrote_it_and_on_what(world: World) {
    let demo = Demo::load(&world).await;
    let s = &demo.services;
    let author = demo.ctx(Role::PortfolioManager).account_id().expect("an account");
    let picked = submitted(&demo, author, "Ärenden avgörs snabbare.").await;
    let row = async |ctx: &Ctx, query: &str| {
        let page = service::statement_register(ctx, s, &asked(query), &[]).await;
        page.expect("a page").view.page.rows
    };
    let reviewer = demo.ctx(Role::Reviewer);
    let mut waiting = row(&reviewer, "lage=submitted").await;
    let waiting = waiting.pop().expect("the statement");
    let name = match demo.ctx(Role::PortfolioManager).actor {
        domain::ctx::Actor::Account { name, .. } => name,
        other => panic!("no account: {other:?}"),
    };
    assert_eq!(
        (waiting.written_by, waiting.grounded, waiting.replaces),
        (Some(name), false, None)
    );
    let ids = async |ctx: &Ctx, query: &str| -> Vec<StatementId> {
        row(ctx, query).await.iter().map(|row| row.id).collect()
    };
    let own = as_account(author, everything());
    assert_eq!(ids(&own, "mina=skrivna").await, [picked.id]);
    assert!(ids(&reviewer, "mina=skrivna").await.is_empty());
    assert!(ids(&reviewer, "mina=godkanda").await.is_empty());
    approve(&reviewer, s, &ticked(&[picked])).await;
    assert_eq!(ids(&reviewer, "mina=godkanda").await, [picked.id]);
    assert!(ids(&own, "mina=godkanda").await.is_empty());
    assert!(ids(&reviewer, "mina=aterlamnade").await.is_empty());

    // What is to take its place says so, and when it is to be looked at again.
    let later = StatementForm {
        supersedes: picked.id.to_string(),
        finding: Finding::PlannedFollowup.code().to_owned(),
        follow_up: "hösten 2026".to_owned(),
        method: "Stickprov".to_owned(),
        ..statement_form("Följs upp igen.")
    };
    let saved = service::statement_save(&own, s, later).await.expect("saves");
    assert!(matches!(saved, Answer::Done(_)), "{saved:?}");
    let waiting = row(&reviewer, "lage=submitted")
        .await
        .pop()
        .expect("the statement");
    assert_eq!(waiting.replaces.as_deref(), Some("Ärenden avgörs snabbare."));
    assert!(waiting.grounded && waiting.follow_up.is_some(), "{waiting:?}");
}

async fn what_may_not_be_approved_is_named_and_left(world: World) {
    let demo = Demo::load(&world).await;
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let (me, other) = (
        reviewer.account_id().expect("an account"),
        AccountId(Uuid::now_v7()),
    );
    let fine = submitted(&demo, other, "Kan godkännas.").await;
    let own = submitted(&demo, me, "Har jag skrivit.").await;
    let returned = submitted(&demo, other, "Har återlämnats.").await;
    let steering = demo.ctx(Role::SteeringUnit);
    service::statement_review(&steering, s, returned.id, 1, false, "Skriv mer.")
        .await
        .expect("returns");
    let stale = PickedStatement {
        version: 7,
        ..submitted(&demo, other, "Har ändrats.").await
    };
    let gone = PickedStatement {
        id: StatementId(Uuid::now_v7()),
        version: 1,
    };
    let shown = service::statement_register(&reviewer, s, &Query::default(), &[])
        .await
        .expect("a page");
    assert_eq!(shown.own, [own.id]);
    assert!(!shown.approvable.contains(&own.id) && !shown.approvable.contains(&returned.id));

    let outcome = approve(&reviewer, s, &ticked(&[own, fine, returned, stale, gone])).await;
    let expected = BulkOutcome {
        approved: 1,
        changed: vec![returned.id, stale.id, gone.id],
        own: vec![own.id],
        refused: Vec::new(),
    };
    assert_eq!(outcome, expected);
    assert_eq!(outcome.left().len(), 4, "all are named");
    assert_eq!(state(&demo, fine).await.0, ApprovalState::Approved);
    assert_eq!(state(&demo, own).await, (ApprovalState::Submitted, 1));
    assert_eq!(state(&demo, returned).await.0, ApprovalState::Returned);
    assert_eq!(state(&demo, stale).await, (ApprovalState::Submitted, 1));

    // A scope that does not hold the initiative.
    let elsewhere = Scope::Portfolios(vec![domain::id::PortfolioId(Uuid::now_v7())]);
    let manager = somebody(Role::PortfolioManager, elsewhere);
    let before = audit_seq(&s.store).await;
    let outcome = approve(&manager, s, &ticked(&[own])).await;
    assert_eq!((outcome.approved, outcome.refused), (0, vec![own.id]));
    assert_eq!(audit_seq(&s.store).await, before, "nothing was done");
    assert_eq!(state(&demo, own).await, (ApprovalState::Submitted, 1));
}

async fn a_sending_that_comes_twice_approves_once(world: World) {
    let demo = Demo::load(&world).await;
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let one = submitted(&demo, AccountId(Uuid::now_v7()), "En gång.").await;
    let form = ticked(&[one]);
    let first = approve(&reviewer, s, &form).await;
    let before = audit_seq(&s.store).await;
    assert_eq!(approve(&reviewer, s, &form).await, first, "the same answer");
    assert_eq!(audit_seq(&s.store).await, before);
    let again = approve(&reviewer, s, &ticked(&[one])).await;
    assert_eq!(
        (again.approved, again.changed),
        (0, vec![one.id]),
        "another sending comes too late"
    );
    assert_eq!(state(&demo, one).await, (ApprovalState::Approved, 2));
}
