//! Accounts as an administrator manages them: who is given access, with which roles, for how long.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::NewAccount;
use domain::ctx::Ctx;
use domain::form::{AccountForm, Form, Problem};
use domain::id::AccountId;
use domain::policy::{Operation, Refusal, may};
use domain::role::{Grant, Role, Scope};
use service::{AccountStanding, Answer, Chosen, ServiceError, Services, SignedIn};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json};
use crate::support::rows::{audit_seq, count, texts};
use crate::support::second_factor::Phone;
use crate::support::{nobody, now, operator};

on_both!(
    nobody_has_an_account_to_begin_with,
    somebody_is_given_access_for_a_time_and_a_scope,
    changed_roles_end_what_was_signed_in,
    nobody_changes_their_own_roles_or_keeps_themselves_out,
    a_disabled_account_is_out_at_once_and_everywhere,
    two_administrators_do_not_shut_each_other_out,
    what_does_not_fit_comes_back,
);

const EMAIL: &str = "vikarie@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

/// An administrator whom the operator has added.
async fn added(services: &Services, name: &str) -> AccountId {
    let new = NewAccount::parse(name, None, &[Role::Admin]).expect("an account");
    service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let all = service::account_list(&operator(), services).await.expect("may");
    let mut all = all.accounts.into_iter();
    let found = all.find(|one| one.account.name == name);
    found.expect("it is there").account.id
}

/// An administrator on a browser of their own.
fn admin(id: AccountId) -> Ctx {
    let grant = Grant {
        role: Role::Admin,
        scope: Scope::All,
        from: None,
        to: None,
    };
    as_account(id, vec![grant])
}

fn invitation(rows: &[(&str, &str, &str)]) -> AccountForm {
    AccountForm {
        submission: Uuid::now_v7().to_string(),
        name: "Vikarien".to_owned(),
        email: EMAIL.to_owned(),
        grant_role: rows.iter().map(|row| row.0.to_owned()).collect(),
        grant_scope: rows.iter().map(|row| row.1.to_owned()).collect(),
        grant_to: rows.iter().map(|row| row.2.to_owned()).collect(),
        ..AccountForm::default()
    }
}

async fn saved(ctx: &Ctx, services: &Services, form: AccountForm) -> AccountId {
    match service::account_save(ctx, services, form).await {
        Ok(Answer::Done(place)) => {
            let id = place.trim_start_matches("/admin/konto/").split('?').next();
            id.and_then(|id| id.parse().ok()).expect("an id")
        }
        other => panic!("not accepted: {other:?}"),
    }
}

/// What came back, and why.
async fn refused(ctx: &Ctx, services: &Services, form: AccountForm) -> Vec<(String, Problem)> {
    let id = form.id().parse().ok();
    match service::account_save(ctx, services, form).await {
        Ok(Answer::Again(key)) => {
            let shown = service::account_form(ctx, services, id, Some(&key)).await;
            let errors = shown.expect("may").state.errors().0.into_iter();
            errors.map(|error| (error.field, error.problem)).collect()
        }
        other => panic!("accepted: {other:?}"),
    }
}

async fn standing(ctx: &Ctx, services: &Services, id: AccountId) -> AccountStanding {
    let form = service::account_form(ctx, services, Some(id), None).await;
    form.expect("may").standing.expect("it exists")
}

async fn chosen(ctx: &Ctx, services: &Services, id: AccountId, phone: &Phone) -> SignedIn {
    let link = service::account_link_renew(ctx, services, id).await.expect("may");
    let chosen = service::password_choose(&nobody(now()), services, &link, PASSWORD, PASSWORD, None).await;
    match chosen {
        Ok(Chosen::Done(halfway)) => phone.whole(services, &halfway, now()).await,
        other => panic!("the link does not work: {other:?}"),
    }
}

/// Signs in again, by password and a code.
async fn again(services: &Services, phone: &Phone, at: DateTime<Utc>) -> SignedIn {
    let halfway = service::password_sign_in(&nobody(at), services, EMAIL, PASSWORD, None).await;
    let halfway = halfway.expect("an answer").expect("the password is right");
    phone.whole(services, &halfway, at).await
}

/// Who the session stands for at a moment.
async fn known(services: &Services, token: &str, at: DateTime<Utc>) -> Option<Ctx> {
    let found = service::session_resolve(&nobody(at), services, token).await;
    let known = found.expect("an answer")?;
    Some(Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..nobody(at)
    })
}

async fn nobody_has_an_account_to_begin_with(world: World) {
    let services = world.services().await;
    let told = service::account_list(&operator(), &services).await.expect("may");
    assert!(told.accounts.is_empty());
    // Nor is there anything that one could sign in with.
    for table in ["account", "one_time_link", "session"] {
        assert_eq!(count(&services.store, table).await, 0, "{table}");
    }
}

async fn somebody_is_given_access_for_a_time_and_a_scope(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let ctx = admin(added(services, "Förvaltaren").await);
    let portfolio = portfolio_json()["portfolios"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let scope = format!("portfolio:{portfolio}");
    let last = ctx.today().to_string();
    let rows = [
        ("portfolio_manager", scope.as_str(), ""),
        ("steering_unit", "", last.as_str()),
    ];
    let id = saved(&ctx, services, invitation(&rows)).await;
    let account = standing(&ctx, services, id).await;
    assert_eq!(
        (account.has_password, account.sessions, account.disabled),
        (false, 0, false)
    );
    let scopes: Vec<_> = account.account.grants.iter().map(|grant| &grant.scope).collect();
    let one = Scope::Portfolios(vec![portfolio.parse().expect("an id")]);
    assert_eq!(scopes, [&one, &Scope::All]);

    // A new link takes the place of one that was not used.
    let first = service::account_link_renew(&ctx, services, id)
        .await
        .expect("may");
    let phone = Phone::default();
    let signed_in = chosen(&ctx, services, id, &phone).await;
    let late = service::password_choose(&nobody(now()), services, &first, PASSWORD, PASSWORD, None).await;
    assert!(matches!(late, Err(ServiceError::NotFound)), "{late:?}");
    let account = standing(&ctx, services, id).await;
    assert_eq!((account.has_password, account.sessions), (true, 1));

    // The stand-in ends with its last day, in a session that goes on.
    let today = known(services, &signed_in.token, now()).await.expect("signed in");
    assert!(may(&today, Operation::AssessmentWrite, None));
    let tomorrow = now() + TimeDelta::days(1);
    let again = again(services, &phone, tomorrow).await;
    let tomorrow = known(services, &again.token, tomorrow).await.expect("signed in");
    assert!(!may(&tomorrow, Operation::AssessmentWrite, None));
    assert!(may(&tomorrow, Operation::PortfolioWrite, None));
}

async fn changed_roles_end_what_was_signed_in(world: World) {
    let services = world.services().await;
    let ctx = admin(added(&services, "Förvaltaren").await);
    let id = saved(&ctx, &services, invitation(&[("reviewer", "", "")])).await;
    let phone = Phone::default();
    let signed_in = chosen(&ctx, &services, id, &phone).await;
    let form = async || {
        let shown = service::account_form(&ctx, &services, Some(id), None).await;
        shown.expect("may").state.form
    };
    // Another name is no other role.
    let renamed = AccountForm {
        name: "Vikarien för Inga".to_owned(),
        ..form().await
    };
    saved(&ctx, &services, renamed).await;
    assert!(known(&services, &signed_in.token, now()).await.is_some());
    let before = audit_seq(&services.store).await;
    let changed = AccountForm {
        grant_role: vec!["leadership".to_owned()],
        ..form().await
    };
    saved(&ctx, &services, changed).await;
    assert!(known(&services, &signed_in.token, now()).await.is_none());
    let again = again(&services, &phone, now()).await;
    let known = known(&services, &again.token, now()).await.expect("signed in");
    assert!(may(&known, Operation::ReportDecide, None) && !may(&known, Operation::EvidenceApprove, None));
    let select = format!("SELECT action FROM audit_event WHERE seq > {before} ORDER BY seq");
    let actions = texts(&services.store, &select).await;
    assert_eq!(
        actions,
        [
            "account.change",
            "session.end_all",
            "session.halfway",
            "recovery_code.use",
            "session.begin"
        ]
    );
}

async fn nobody_changes_their_own_roles_or_keeps_themselves_out(world: World) {
    let services = world.services().await;
    let first = admin(added(&services, "Förvaltaren").await);
    let id = saved(&first, &services, invitation(&[("admin", "", "")])).await;
    let own = admin(id);
    let form = async || {
        let shown = service::account_form(&own, &services, Some(id), None).await;
        shown.expect("may").state.form
    };
    let more = AccountForm {
        grant_role: vec!["admin".to_owned(), "steering_unit".to_owned()],
        ..form().await
    };
    let why = refused(&own, &services, more).await;
    assert_eq!(why, [("grant_role-0".to_owned(), Problem::NotYours)]);
    let renamed = AccountForm {
        name: "Driften".to_owned(),
        ..form().await
    };
    saved(&own, &services, renamed).await;
    let version = standing(&own, &services, id).await.version;
    let out = service::account_disable(&own, &services, id, version, true).await;
    assert!(
        matches!(out, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{out:?}"
    );
    let out = service::account_disable(&first, &services, id, version, true).await;
    assert!(out.expect("another may").ends_with("klart=avstangt"));
}

async fn a_disabled_account_is_out_at_once_and_everywhere(world: World) {
    let services = world.services().await;
    let ctx = admin(added(&services, "Förvaltaren").await);
    let id = saved(&ctx, &services, invitation(&[("reviewer", "", "")])).await;
    let phone = Phone::default();
    let one = chosen(&ctx, &services, id, &phone).await;
    let other = again(&services, &phone, now()).await;
    let unused = service::account_link_renew(&ctx, &services, id)
        .await
        .expect("may");

    let ended = service::account_sessions_end(&ctx, &services, id).await;
    assert!(ended.expect("may").ends_with("klart=utloggad"));
    for token in [&one.token, &other.token] {
        assert!(known(&services, token, now()).await.is_none());
    }
    let twice = service::account_sessions_end(&ctx, &services, id).await;
    assert!(twice.expect("may").ends_with("klart=hann-fore"), "there are none");

    let one = again(&services, &phone, now()).await;
    let late = service::account_disable(&ctx, &services, id, 7, true).await;
    assert!(late.expect("may").ends_with("klart=hann-fore"));
    let out = service::account_disable(&ctx, &services, id, 1, true).await;
    assert!(out.expect("may").ends_with("klart=avstangt"));
    assert!(known(&services, &one.token, now()).await.is_none());
    let back = service::password_sign_in(&nobody(now()), &services, EMAIL, PASSWORD, None).await;
    assert!(back.expect("an answer").is_none(), "as if nobody had the address");
    let by_link = service::link_peek(&nobody(now()), &services, &unused).await;
    assert!(matches!(by_link, Err(ServiceError::NotFound)), "{by_link:?}");
    let link = service::account_link_renew(&ctx, &services, id).await;
    assert!(matches!(link, Err(ServiceError::NotFound)), "{link:?}");

    let back = service::account_disable(&ctx, &services, id, 2, false).await;
    assert!(back.expect("may").ends_with("klart=oppnat"));
    let by_link = service::link_peek(&nobody(now()), &services, &unused).await;
    assert!(
        matches!(by_link, Err(ServiceError::NotFound)),
        "an old link stays dead"
    );
    let signed_in = service::password_sign_in(&nobody(now()), &services, EMAIL, PASSWORD, None).await;
    assert!(signed_in.expect("an answer").is_some());
}

async fn what_does_not_fit_comes_back(world: World) {
    let services = world.services().await;
    let ctx = admin(added(&services, "Förvaltaren").await);
    let id = saved(&ctx, &services, invitation(&[("reviewer", "", "")])).await;
    let why = refused(&ctx, &services, invitation(&[("reviewer", "", "")])).await;
    let given = EMAIL.to_owned();
    assert_eq!(why, [("email".to_owned(), Problem::Taken { given })]);
    let nowhere = format!("unit:{}", Uuid::now_v7());
    let other = AccountForm {
        email: "annan@myndigheten.example".to_owned(),
        ..invitation(&[("benefit_owner", &nowhere, "")])
    };
    let why = refused(&ctx, &services, other.clone()).await;
    let given = nowhere;
    assert_eq!(why, [("grant_scope-0".to_owned(), Problem::Gone { given })]);
    let more = AccountForm {
        action: "add_grant".to_owned(),
        ..other
    };
    assert!(
        refused(&ctx, &services, more).await.is_empty(),
        "one more row is no error"
    );

    // Who was second sees both versions.
    let form = service::account_form(&ctx, &services, Some(id), None)
        .await
        .expect("may")
        .state
        .form;
    let named = |name: &str| AccountForm {
        name: name.to_owned(),
        ..form.clone().named(Uuid::now_v7().to_string())
    };
    saved(&ctx, &services, named("Först")).await;
    let second = service::account_save(&ctx, &services, named("Sedan")).await;
    let Ok(Answer::Again(key)) = second else {
        panic!("{second:?}");
    };
    let shown = service::account_form(&ctx, &services, Some(id), Some(&key))
        .await
        .expect("may");
    assert_eq!(shown.state.theirs().map(|form| form.name.as_str()), Some("Först"));
    assert_eq!(shown.state.form.name, "Sedan");
}

/// Both have opened the other's page; what the second knows of itself is a moment old.
async fn two_administrators_do_not_shut_each_other_out(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (one, other) = (added(services, "Ett").await, added(services, "Annat").await);
    let first = service::account_disable(&admin(one), services, other, 1, true).await;
    assert!(first.is_ok(), "{first:?}");
    let second = admin(other);
    let disabled = service::account_disable(&second, services, one, 1, true).await;
    let ended = service::account_sessions_end(&second, services, one).await;
    let link = service::account_link_renew(&second, services, one).await;
    for refused in [disabled.err(), ended.err(), link.err()] {
        assert!(
            matches!(refused, Some(ServiceError::Refused(Refusal::Role))),
            "{refused:?}"
        );
    }
    let form = invitation(&[("admin", "", "")]);
    let saved = service::account_save(&second, services, form).await;
    assert!(
        matches!(saved, Err(ServiceError::Refused(Refusal::Role))),
        "{saved:?}"
    );
}
