//! Work lists: what somebody does moves from one list to the next.

use domain::ctx::Ctx;
use domain::form::{BenefitForm, StatementForm};
use domain::id::{AccountId, StatementId, UnitId};
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use domain::work::{WorkKind, WorkSubject};
use service::{Answer, ServiceError, Services, WorkView};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};

on_both!(
    what_is_sent_in_moves_from_one_list_to_the_next,
    those_who_read_what_is_undecided_see_every_list,
    a_list_is_of_what_its_reader_may_do_now,
    a_gap_is_closed_by_what_is_written,
    whoever_has_two_roles_is_shown_the_list_in_which_something_waits,
    after_one_comes_the_next_of_its_kind,
);

async fn whoever_has_two_roles_is_shown_the_list_in_which_something_waits(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let grant = |role, scope| Grant {
        role,
        scope,
        from: None,
        to: None,
    };
    let of_no_unit = Scope::Units(vec![UnitId(Uuid::now_v7())]);
    let grants = vec![
        grant(Role::BenefitOwner, of_no_unit),
        grant(Role::Reviewer, Scope::All),
    ];
    let both = as_account(AccountId(Uuid::now_v7()), grants);
    let shown = list(&both, services).await.shown.expect("a list");
    assert_eq!(
        (shown.role, shown.count),
        (Role::BenefitOwner, 0),
        "nothing waits: the first"
    );
    let manager = somebody(Role::PortfolioManager, Scope::All);
    promise(&manager, services).await;
    state_something(&manager, services).await;
    let view = list(&both, services).await;
    let shown = view.shown.expect("a list");
    assert_eq!((shown.role, shown.own, shown.count), (Role::Reviewer, true, 1));
    assert_eq!(count(&view, WorkKind::Approve), 1);
}

async fn list(ctx: &Ctx, services: &Services) -> WorkView {
    let view = service::work_view(ctx, services, None, None).await;
    view.expect("may read")
}

fn count(view: &WorkView, kind: WorkKind) -> usize {
    let mut sections = view.sections.iter();
    sections
        .find(|section| section.kind == kind)
        .map_or(0, |section| section.count)
}

/// Promises a benefit of a delivery that has come: nobody has written about it yet.
async fn promise(manager: &Ctx, services: &Services) {
    let json = portfolio_json();
    let deliveries = json["deliveries"].as_array().expect("deliveries");
    let mut come = deliveries
        .iter()
        .filter(|one| one["status"]["value"] == "delivered");
    let delivery = come.next().expect("one that has come");
    let id = |field: &str| delivery[field].as_str().expect("an id").to_owned();
    let form = BenefitForm {
        submission: Uuid::now_v7().to_string(),
        initiative: id("initiative"),
        delivery: id("id"),
        groups: vec![
            json["benefit_groups"][0]["id"]
                .as_str()
                .expect("an id")
                .to_owned(),
        ],
        description: "Väntan blir kortare.".to_owned(),
        value_class: "qualitative".to_owned(),
        ..BenefitForm::default()
    };
    let saved = service::benefit_save(manager, services, form).await;
    assert!(matches!(saved, Ok(Answer::Done(_))), "{saved:?}");
}

/// States something of the benefit that nobody has written about for longest.
async fn state_something(manager: &Ctx, services: &Services) -> StatementId {
    let missing = service::work_view(manager, services, None, Some(WorkKind::Missing)).await;
    let missing = missing.expect("may read").sections.remove(0).items.remove(0);
    let WorkSubject::Benefit(benefit, delivery) = missing.subject else {
        panic!("{missing:?}");
    };
    let form = StatementForm {
        submission: Uuid::now_v7().to_string(),
        initiative: missing.initiative.expect("an initiative").0.to_string(),
        delivery: delivery.map(|id| id.to_string()).unwrap_or_default(),
        benefits: vec![benefit.to_string()],
        text: "Väntan är kortare.".to_owned(),
        finding: "confirmed".to_owned(),
        as_of: "2025-01-31".to_owned(),
        action: "submit".to_owned(),
        ..StatementForm::default()
    };
    match service::statement_save(manager, services, form).await {
        Ok(Answer::Done(place)) => {
            let (_, id) = place.split_once("#konstaterad-").expect("leads to it");
            id.parse().expect("an id")
        }
        other => panic!("not accepted: {other:?}"),
    }
}

async fn what_is_sent_in_moves_from_one_list_to_the_next(world: World) {
    let demo = Demo::load(&world).await;
    let (manager, reviewer) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::Reviewer));
    let services = &demo.services;
    assert_eq!(count(&list(&reviewer, services).await, WorkKind::Approve), 0);
    promise(&manager, services).await;
    let before = list(&manager, services).await;
    let statement = state_something(&manager, services).await;

    let mine = list(&manager, services).await;
    assert_eq!(
        count(&mine, WorkKind::Missing) + 1,
        count(&before, WorkKind::Missing)
    );
    assert_eq!(
        (count(&mine, WorkKind::Approve), mine.waits_for_others),
        (0, 1),
        "nobody approves what they wrote"
    );
    assert_eq!(count(&list(&reviewer, services).await, WorkKind::Approve), 1);

    let returned =
        service::statement_review(&reviewer, services, statement, 1, false, "Hur vet ni det?").await;
    returned.expect("may return");
    assert_eq!(count(&list(&reviewer, services).await, WorkKind::Approve), 0);
    let back = service::work_view(&manager, services, None, Some(WorkKind::Returned)).await;
    let back = back.expect("may read").sections.remove(0);
    assert_eq!(
        (back.count, back.items[0].note.as_deref()),
        (1, Some("Hur vet ni det?"))
    );
}

async fn a_gap_is_closed_by_what_is_written(world: World) {
    let demo = Demo::load(&world).await;
    let (manager, reviewer) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::Reviewer));
    let services = &demo.services;
    promise(&manager, services).await;
    let before = list(&manager, services).await;
    let statement = state_something(&manager, services).await;
    let approved = service::statement_review(&reviewer, services, statement, 1, true, "").await;
    approved.expect("may approve");
    let after = list(&manager, services).await;
    assert_eq!(
        count(&after, WorkKind::Missing) + 1,
        count(&before, WorkKind::Missing)
    );
    assert_eq!(count(&after, WorkKind::Returned), 0);

    // Somebody of another portfolio has nothing to do with any of it.
    let elsewhere = Scope::Portfolios(vec![Uuid::now_v7().into()]);
    let other = list(&somebody(Role::PortfolioManager, elsewhere), services).await;
    assert!(other.sections.is_empty(), "{:?}", other.sections);
}

async fn those_who_read_what_is_undecided_see_every_list(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let steering = list(&demo.ctx(Role::SteeringUnit), services).await;
    let roles: Vec<(Role, bool)> = steering.lists.iter().map(|list| (list.role, list.own)).collect();
    assert_eq!(
        roles,
        [
            (Role::SteeringUnit, true),
            (Role::PortfolioManager, false),
            (Role::BenefitOwner, false),
            (Role::Reviewer, false),
            (Role::Leadership, false)
        ]
    );
    let judged = portfolio_json();
    let areas = judged["areas"].as_array().map_or(0, Vec::len);
    let groups = judged["benefit_groups"].as_array().map_or(0, Vec::len);
    assert_eq!(count(&steering, WorkKind::Assess), areas + groups + 1);

    let auditor = list(&demo.ctx(Role::Auditor), services).await;
    assert!(auditor.lists.iter().all(|list| !list.own) && auditor.lists.len() == 5);
    let reviewer = demo.ctx(Role::Reviewer);
    assert_eq!(list(&reviewer, services).await.lists.len(), 1);
    let turned = service::work_view(&reviewer, services, Some(Role::SteeringUnit), None).await;
    assert!(matches!(turned, Err(ServiceError::NotFound)), "{turned:?}");
    let admin = service::work_view(&demo.ctx(Role::Admin), services, None, None).await;
    assert!(
        matches!(admin, Err(ServiceError::Refused(Refusal::NotFound))),
        "{admin:?}"
    );
}

/// Lists are kept until something happens, and each for the rights that it was made for.
async fn a_list_is_of_what_its_reader_may_do_now(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = AccountId(Uuid::now_v7());
    let waits = async |scope: Scope| {
        let grant = Grant {
            role: Role::PortfolioManager,
            scope,
            from: None,
            to: None,
        };
        list(&as_account(id, vec![grant]), services).await.sections.len()
    };
    let elsewhere = || Scope::Portfolios(vec![Uuid::now_v7().into()]);
    let everything = waits(Scope::All).await;
    assert!(everything > 0, "the demo has gaps");
    assert_eq!(waits(elsewhere()).await, 0, "the same person, with less");
    assert_eq!(waits(Scope::All).await, everything, "and with all of it again");
}

/// Whoever reviews one after the other is led through what waits, the oldest first, and to its end.
async fn after_one_comes_the_next_of_its_kind(world: World) {
    let demo = Demo::load(&world).await;
    let (manager, reviewer) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::Reviewer));
    let services = &demo.services;
    let next = async |ctx: &Ctx| {
        let found = service::work_next(ctx, services, WorkKind::Approve).await;
        match found.expect("may read")?.subject {
            WorkSubject::Statement(id) => Some(id),
            other => panic!("not to approve: {other:?}"),
        }
    };
    assert_eq!(next(&reviewer).await, None);
    promise(&manager, services).await;
    promise(&manager, services).await;
    let mut waiting = Vec::new();
    for _ in 0..2 {
        waiting.push(state_something(&manager, services).await);
    }
    // Of one day in the order of their identities; here of one moment too.
    waiting.sort();
    let (first, second) = (waiting[0], waiting[1]);
    assert_eq!(next(&manager).await, None, "nobody approves what they wrote");
    for (at, then) in [(first, Some(second)), (second, None)] {
        assert_eq!(next(&reviewer).await, Some(at));
        let approved = service::statement_review(&reviewer, services, at, 1, true, "").await;
        approved.expect("may approve");
        assert_eq!(next(&reviewer).await, then);
    }
}
