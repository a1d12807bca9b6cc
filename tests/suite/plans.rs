//! Realisation plans and the states of benefits: who writes them, what they fill in what is lacking, and what promised
//! calculations say that benefits are worth.

mod counted;
mod file;
mod states;

use domain::ctx::Ctx;
use domain::duty::Duty;
use domain::form::{Problem, RealisationPlanForm};
use domain::history::SubjectKind;
use domain::id::{AccountId, BenefitId, InitiativeId, UnitId};
use domain::policy::Refusal;
use domain::realisation_plan::RealisationPlan;
use domain::role::{Grant, Role, Scope};
use domain::work::WorkKind;
use serde_json::Value;
use service::{Answer, Outcome, ServiceError, Services, Versioned};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::forms::{done, key, notice};

on_both!(
    a_plan_is_written_by_those_who_answer_for_the_benefit,
    what_is_wrong_comes_back_with_all_that_was_typed,
    two_who_plan_at_once_both_see_what_the_other_wrote,
    an_activity_is_done_in_one_step,
);

fn id(value: &Value) -> Uuid {
    value.as_str().expect("an id").parse().expect("an id")
}

/// A development object that promises one benefit, and that benefit: owned by the first unit.
struct Subject {
    portfolio: Value,
    initiative: InitiativeId,
    benefit: BenefitId,
    units: [UnitId; 2],
}

fn subject() -> Subject {
    let mut portfolio = portfolio_json();
    let of = |portfolio: &Value, initiative: &Value| -> Vec<usize> {
        let benefits = portfolio["benefits"].as_array().expect("a list").iter();
        let its = benefits
            .enumerate()
            .filter(|(_, one)| one["initiative"] == *initiative);
        its.map(|(at, _)| at).collect()
    };
    let initiatives = portfolio["initiatives"].as_array().expect("a list").iter();
    let initiative = initiatives
        .filter(|one| !one["development_object"].is_null())
        .map(|one| one["id"].clone())
        .find(|one| of(&portfolio, one).len() == 1)
        .expect("one with one benefit");
    let at = of(&portfolio, &initiative)[0];
    let units = [0, 1].map(|at: usize| portfolio["units"][at]["id"].clone());
    portfolio["benefits"][at]["owner"] = units[0].clone();
    Subject {
        initiative: id(&initiative).into(),
        benefit: id(&portfolio["benefits"][at]["id"]).into(),
        units: units.map(|unit| id(&unit).into()),
        portfolio,
    }
}

impl Subject {
    async fn demo(&self, world: &World) -> Demo {
        Demo::load_portfolio(world, self.portfolio.to_string().as_bytes()).await
    }

    /// A plan that lacks nothing, as somebody types it into the form that they get.
    async fn typed(&self, ctx: &Ctx, services: &Services) -> RealisationPlanForm {
        let view = service::realisation_plan_form(ctx, services, self.initiative, self.benefit, None);
        let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        RealisationPlanForm {
            submission: key(),
            activity_text: texts(&["Utbilda handläggarna", "Stäng blanketten"]),
            activity_unit: vec![self.units[0].to_string(), String::new()],
            activity_who: texts(&["", "Enhetschefen"]),
            activity_due: texts(&["2025-09-30", "hösten 2026"]),
            preconditions: "Systemet är i drift.".to_owned(),
            risk_text: texts(&["Få använder den"]),
            risk_response: texts(&["Vi informerar"]),
            follow_up_on: "2026-03-01".to_owned(),
            ..view.await.expect("may plan").state.form
        }
    }

    async fn plan(&self, ctx: &Ctx, services: &Services) -> Versioned<RealisationPlan> {
        let view = service::initiative_view(ctx, services, self.initiative).await;
        view.expect("may read").plans.pop().expect("there is a plan")
    }

    async fn lacks(&self, ctx: &Ctx, services: &Services) -> Vec<Duty> {
        let view = service::initiative_view(ctx, services, self.initiative).await;
        view.expect("may read").lacks
    }
}

/// Whoever answers for the benefits of a unit.
fn owner_of(unit: UnitId) -> Ctx {
    let grant = Grant {
        role: Role::BenefitOwner,
        scope: Scope::Units(vec![unit]),
        from: None,
        to: None,
    };
    as_account(AccountId(Uuid::now_v7()), vec![grant])
}

async fn a_plan_is_written_by_those_who_answer_for_the_benefit(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let services = &demo.services;
    let (own, other) = (owner_of(subject.units[0]), owner_of(subject.units[1]));
    let steering = demo.ctx(Role::SteeringUnit);
    assert_eq!(
        subject.lacks(&steering, services).await,
        [Duty::Calculation, Duty::Plan]
    );
    let waits = |found: &service::WorkView| {
        let mut kinds = found.sections.iter().map(|section| section.kind);
        kinds.any(|kind| kind == WorkKind::Plan)
    };
    let work = service::work_view(&own, services, None, None)
        .await
        .expect("may read");
    assert!(waits(&work), "the owner is told");

    // The owner of the benefit.
    let form = subject.typed(&own, services).await;
    assert_eq!(
        form.follow_up_unit,
        subject.units[0].to_string(),
        "the owner is thought to follow up"
    );
    let place = done(service::realisation_plan_save(&own, services, form.clone()).await);
    assert!(place.contains("klart=plan#nytta-"), "{place}");
    assert_eq!(
        done(service::realisation_plan_save(&own, services, form.clone()).await),
        place,
        "it is taken once"
    );
    let found = subject.plan(&own, services).await;
    assert_eq!((found.version, found.value.lacks()), (1, vec![]));
    assert_eq!(found.value.begun_on, Some(own.today()));
    assert_eq!(subject.lacks(&steering, services).await, [Duty::Calculation]);
    let work = service::work_view(&own, services, None, None)
        .await
        .expect("may read");
    assert!(!waits(&work), "it is there");

    // Portfolio manager and steering unit; each change keeps the identity of what stays.
    let before = found.value;
    for (role, version) in [(Role::PortfolioManager, 2), (Role::SteeringUnit, 3)] {
        let ctx = demo.ctx(role);
        let view = service::realisation_plan_form(&ctx, services, subject.initiative, subject.benefit, None);
        let form = RealisationPlanForm {
            submission: key(),
            preconditions: format!("Version {version}"),
            ..view.await.expect("may plan").state.form
        };
        done(service::realisation_plan_save(&ctx, services, form).await);
        let found = subject.plan(&ctx, services).await;
        assert_eq!(found.version, version, "{role:?}");
        assert_eq!(found.value.activities, before.activities);
    }
    let history = service::history_view(
        &own,
        services,
        SubjectKind::RealisationPlan,
        &before.id.to_string(),
        None,
    )
    .await;
    let history = history.expect("may read");
    let actions: Vec<_> = history.events.iter().map(|event| event.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "realisation_plan.change",
            "realisation_plan.change",
            "realisation_plan.add"
        ]
    );

    // Nobody else: neither the owner of another unit's benefits, nor another portfolio's manager, nor other roles.
    let elsewhere = somebody(
        Role::PortfolioManager,
        Scope::Portfolios(vec![Uuid::now_v7().into()]),
    );
    for (ctx, refusal) in [
        (&other, Refusal::OutOfScope),
        (&elsewhere, Refusal::OutOfScope),
        (&demo.ctx(Role::Reviewer), Refusal::Role),
        (&demo.ctx(Role::Leadership), Refusal::Role),
        (&demo.ctx(Role::Auditor), Refusal::Role),
    ] {
        let again = RealisationPlanForm {
            submission: key(),
            ..form.clone()
        };
        let sent = service::realisation_plan_save(ctx, services, again).await;
        assert!(
            matches!(sent, Err(ServiceError::Refused(found)) if found == refusal),
            "{sent:?}"
        );
        let activity = before.activities[0].id;
        let ticked = service::realisation_plan_done(ctx, services, before.id, 3, activity).await;
        assert!(
            matches!(ticked, Err(ServiceError::Refused(found)) if found == refusal),
            "{ticked:?}"
        );
    }
    assert_eq!(subject.plan(&steering, services).await.version, 3);
}

async fn what_is_wrong_comes_back_with_all_that_was_typed(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let wrong = RealisationPlanForm {
        activity_due: vec!["snart".to_owned(), "hösten 2026".to_owned()],
        activity_unit: vec![Uuid::now_v7().to_string(), String::new()],
        ..subject.typed(&manager, services).await
    };
    let again = service::realisation_plan_save(&manager, services, wrong.clone()).await;
    let Ok(Answer::Again(draft)) = again else {
        panic!("not refused: {again:?}");
    };
    let form = |draft: String| {
        let manager = manager.clone();
        let (initiative, benefit) = (subject.initiative, subject.benefit);
        async move {
            let view =
                service::realisation_plan_form(&manager, services, initiative, benefit, Some(&draft)).await;
            view.expect("the draft").state
        }
    };
    let state = form(draft).await;
    assert_eq!(state.form, wrong);
    let given = "snart".to_owned();
    assert_eq!(
        state.errors().of("activity_due-0"),
        Some(&Problem::NotADate { given })
    );
    // A unit that is gone is found where the rest is right.
    let gone = RealisationPlanForm {
        activity_due: vec![String::new(), "hösten 2026".to_owned()],
        ..wrong
    };
    let again = service::realisation_plan_save(&manager, services, gone.clone()).await;
    let Ok(Answer::Again(draft)) = again else {
        panic!("not refused: {again:?}");
    };
    let state = form(draft).await;
    assert_eq!(state.form, gone);
    assert!(matches!(
        state.errors().of("activity_unit-0"),
        Some(Problem::Gone { .. })
    ));
    let view = service::initiative_view(&manager, services, subject.initiative).await;
    assert!(view.expect("may read").plans.is_empty(), "nothing is saved");
}

async fn two_who_plan_at_once_both_see_what_the_other_wrote(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let services = &demo.services;
    let (manager, own) = (demo.ctx(Role::PortfolioManager), owner_of(subject.units[0]));
    // Both begin: the second has no version to overwrite.
    let (first, second) = (
        subject.typed(&manager, services).await,
        RealisationPlanForm {
            preconditions: "Ägarens ord.".to_owned(),
            ..subject.typed(&own, services).await
        },
    );
    done(service::realisation_plan_save(&manager, services, first.clone()).await);
    let ours = demo.ctx(Role::SteeringUnit);
    let again = service::realisation_plan_save(&ours, services, second.clone()).await;
    let Ok(Answer::Again(draft)) = again else {
        panic!("it was overwritten: {again:?}");
    };
    let view =
        service::realisation_plan_form(&ours, services, subject.initiative, subject.benefit, Some(&draft))
            .await;
    let state = view.expect("the draft").state;
    assert_eq!(state.form.preconditions, "Ägarens ord.");
    let Some(Outcome::Stale { theirs }) = &state.outcome else {
        panic!("not stale: {:?}", state.outcome);
    };
    assert_eq!(theirs.preconditions, first.preconditions);
    assert_eq!(
        subject.plan(&own, services).await.value.preconditions.as_deref(),
        Some("Systemet är i drift.")
    );
    // Sent once more, now knowingly, it is taken.
    let knowing = RealisationPlanForm {
        version: theirs.version.clone(),
        ..state.form
    };
    done(service::realisation_plan_save(&ours, services, knowing).await);
    let found = subject.plan(&own, services).await;
    assert_eq!(
        (found.version, found.value.preconditions.as_deref()),
        (2, Some("Ägarens ord."))
    );
}

async fn an_activity_is_done_in_one_step(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, own) = (&demo.services, owner_of(subject.units[0]));
    let form = subject.typed(&own, services).await;
    done(service::realisation_plan_save(&own, services, form).await);
    let late = |found: service::WorkView| {
        let mut sections = found.sections.into_iter();
        let late = sections.find(|section| section.kind == WorkKind::LatePlan)?;
        late.items.into_iter().next()
    };
    let work = service::work_view(&own, services, None, None)
        .await
        .expect("may read");
    let item = late(work).expect("an activity was due yesterday");
    assert_eq!(item.day, "2025-09-30".parse().ok());
    assert_eq!(item.note.as_deref(), Some("Utbilda handläggarna"));

    let plan = subject.plan(&own, services).await;
    let activity = plan.value.activities[0].id;
    let tick = |version| service::realisation_plan_done(&own, services, plan.value.id, version, activity);
    assert_eq!(notice(&tick(plan.version + 1).await), "hann-fore");
    assert_eq!(notice(&tick(plan.version).await), "aktivitet-klar");
    let after = subject.plan(&own, services).await;
    assert_eq!(after.value.activities[0].done_on, Some(own.today()));
    assert_eq!((after.value.done(), after.version), (1, plan.version + 1));
    assert_eq!(notice(&tick(after.version).await), "hann-fore", "it is done once");
    let work = service::work_view(&own, services, None, None)
        .await
        .expect("may read");
    assert!(late(work).is_none());
    let id = plan.value.id.to_string();
    let history = service::history_view(&own, services, SubjectKind::RealisationPlan, &id, None).await;
    assert_eq!(
        history.expect("may read").events[0].action,
        "realisation_plan.done"
    );
}
