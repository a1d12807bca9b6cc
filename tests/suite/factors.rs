//! The factor library: written by one, approved by another, dated; and lines of calculations built of it.

mod built;
mod file;

use chrono::{Days, NaiveDate};
use domain::calculation::Line;
use domain::ctx::Ctx;
use domain::form::{FactorForm, FactorValueForm, LineBuildForm, Problem};
use domain::history::SubjectKind;
use domain::id::{BenefitId, CalculationId, CalculationLineId, FactorId, InitiativeId};
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use domain::statement::ApprovalState;
use domain::work::WorkKind;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use service::{Answer, FactorStep, LineBuildView, ServiceError, Services};
use uuid::Uuid;

use crate::support::calculations::shown as calculation;
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account};
use crate::support::factors::{added, shown, step, typed};
use crate::support::forms::{after, done, key, notice};
use crate::support::now;

on_both!(
    a_value_is_written_sent_and_approved_by_somebody_else,
    what_is_approved_stays_and_a_correction_takes_its_place,
    a_factor_says_what_is_wrong_and_loses_nothing,
);

/// Two of the steering unit: one account each of the demo's.
fn two(demo: &Demo) -> (Ctx, Ctx) {
    let grant = Grant {
        role: Role::SteeringUnit,
        scope: Scope::All,
        from: None,
        to: None,
    };
    let other = demo.ctx(Role::Reviewer).account_id().expect("an account");
    (demo.ctx(Role::SteeringUnit), as_account(other, vec![grant]))
}

fn first(portfolio: &Value) -> (InitiativeId, BenefitId) {
    let id = |entity: &Value| {
        entity["id"]
            .as_str()
            .expect("an id")
            .parse::<Uuid>()
            .expect("an id")
    };
    let initiative = id(&portfolio["initiatives"][0]);
    let mut benefits = portfolio["benefits"].as_array().expect("a list").iter();
    let its = benefits
        .find(|one| one["initiative"] == json!(initiative))
        .expect("a benefit");
    (initiative.into(), id(its).into())
}

fn today() -> NaiveDate {
    domain::local_time::local_time(now()).date()
}

fn hourly() -> FactorForm {
    typed("Handläggare, genomsnitt", "hourly_cost", "450,50")
}

/// An hourly cost that holds.
async fn approved(demo: &Demo, form: FactorForm) -> FactorId {
    let (one, other) = two(demo);
    let (id, value) = added(&one, &demo.services, form).await;
    let done = step(&other, &demo.services, (id, value), FactorStep::Approve, "").await;
    assert_eq!(notice(&done), "godkant");
    id
}

/// One more value of a factor, from a day, and approved.
async fn renewed(demo: &Demo, id: FactorId, from: NaiveDate, value: &str) {
    let (one, other) = two(demo);
    let services = &demo.services;
    let form = service::factor_value_form(&one, services, id, None, None).await;
    let form = FactorValueForm {
        from: from.to_string(),
        value: value.to_owned(),
        price_level: "2025".to_owned(),
        action: "submit".to_owned(),
        ..form.expect("may write").state.form
    };
    let place = done(service::factor_value_save(&one, services, form).await);
    assert_eq!(after(&place, "klart="), "inskickat");
    let view = shown(&other, services, id).await;
    let waits = view.factor.waiting().next().expect("one waits").id;
    let approved = step(&other, services, (id, waits), FactorStep::Approve, "").await;
    assert_eq!(notice(&approved), "godkant");
}

/// The only alternative's line of a name.
async fn line(ctx: &Ctx, services: &Services, id: CalculationId, name: &str) -> Line {
    let view = calculation(ctx, services, id).await.calculation;
    let lines = &view.alternatives[0].lines;
    lines
        .iter()
        .find(|line| line.name == name)
        .expect("a line")
        .clone()
}

async fn page(ctx: &Ctx, services: &Services, id: CalculationId, line: CalculationLineId) -> LineBuildView {
    let view = service::line_build_form(ctx, services, id, line, None).await;
    view.expect("may write")
}

fn filled(form: LineBuildForm) -> LineBuildForm {
    let text = str::to_owned;
    LineBuildForm {
        submission: key(),
        volume_low: text("1 000"),
        volume_likely: text("1 200"),
        volume_high: text("1 500"),
        minutes_likely: text("15"),
        share_low: text("50"),
        share_likely: text("80"),
        share_high: text("100"),
        first_year: text("2026"),
        ..form
    }
}

async fn a_value_is_written_sent_and_approved_by_somebody_else(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (one, other) = two(&demo);
    let (id, value) = added(&one, services, hourly()).await;
    let here = (id, value);
    let view = shown(&one, services, id).await;
    assert_eq!(view.in_force, None, "nobody has approved it");
    assert_eq!(view.values[0].review, Some(Err(Refusal::OwnWork)));
    let own = step(&one, services, here, FactorStep::Approve, "").await;
    assert!(
        matches!(own, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{own:?}"
    );
    // It waits for the other, and not for the one who wrote it.
    for (ctx, waits) in [(&one, 0), (&other, 1)] {
        let work = service::work_view(ctx, services, None, Some(WorkKind::ApproveFactor)).await;
        let sections = work.expect("may read").sections;
        assert_eq!(sections.iter().map(|section| section.count).sum::<usize>(), waits);
    }
    // Sent back with a note, mended, and sent in again.
    let silent = step(&other, services, here, FactorStep::Return, " ").await;
    assert_eq!(notice(&silent), "skriv-skal");
    let returned = step(&other, services, here, FactorStep::Return, "Ingår löneavgifter?").await;
    assert_eq!(notice(&returned), "aterlamnat");
    let view = shown(&one, services, id).await;
    assert_eq!(view.values[0].note.as_deref(), Some("Ingår löneavgifter?"));
    let form = service::factor_value_form(&one, services, id, Some(value), None).await;
    let form = form.expect("may write").state.form;
    assert_eq!(
        (form.value.as_str(), form.price_level.as_str()),
        ("450,50", "2025")
    );
    let mended = FactorValueForm {
        value: "455".to_owned(),
        action: "submit".to_owned(),
        ..form.clone()
    };
    let place = done(service::factor_value_save(&one, services, mended.clone()).await);
    assert_eq!(after(&place, "klart="), "inskickat");
    let twice = done(service::factor_value_save(&one, services, mended).await);
    assert_eq!(twice, place, "sent twice, taken once");
    // Whoever is late sees what there is.
    let late = FactorValueForm {
        submission: key(),
        ..form
    };
    let Ok(Answer::Again(_)) = service::factor_value_save(&other, services, late).await else {
        panic!("it comes back")
    };
    assert_eq!(
        notice(&step(&one, services, here, FactorStep::Withdraw, "").await),
        "tillbakataget"
    );
    assert_eq!(
        notice(&step(&one, services, here, FactorStep::Submit, "").await),
        "inskickat"
    );
    assert_eq!(
        notice(&step(&other, services, here, FactorStep::Approve, "").await),
        "godkant"
    );
    let view = shown(&demo.ctx(Role::Auditor), services, id).await;
    let held = view.in_force.expect("it holds");
    assert_eq!(
        (held.value, held.state),
        (Decimal::from(455), ApprovalState::Approved)
    );
    assert!(!view.may_write && view.values[0].reviewed.is_some());
    let again = step(&other, services, here, FactorStep::Approve, "").await;
    assert_eq!(notice(&again), "hann-fore", "approved once");
    // All of it stands in the history.
    let (auditor, subject) = (demo.ctx(Role::Auditor), id.to_string());
    let history = service::history_view(&auditor, services, SubjectKind::Factor, &subject, None);
    let events = history.await.expect("may read").events;
    let actions: Vec<&str> = events.iter().rev().map(|event| event.action.as_str()).collect();
    assert_eq!(
        actions,
        [
            "factor.add",
            "factor.return",
            "factor.submit",
            "factor.withdraw",
            "factor.submit",
            "factor.approve"
        ]
    );
}

async fn what_is_approved_stays_and_a_correction_takes_its_place(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (one, other) = two(&demo);
    let id = approved(&demo, hourly()).await;
    let settled = shown(&one, services, id).await.factor.values[0].clone();
    let refused = service::factor_value_form(&one, services, id, Some(settled.id), None).await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
    // From a later day, and a correction from the same.
    let tomorrow = today().checked_add_days(Days::new(1)).expect("a day");
    renewed(&demo, id, tomorrow, "480").await;
    let holds = async || {
        shown(&other, services, id)
            .await
            .in_force
            .expect("one holds")
            .value
    };
    assert_eq!(holds().await, settled.value, "it has not begun");
    renewed(&demo, id, settled.from, "460").await;
    assert_eq!(holds().await, Decimal::from(460));
    let values = shown(&other, services, id).await.factor.values;
    assert_eq!(values[0], settled, "what was approved stands as it was");
    assert_eq!(values.len(), 3);
    // Two on their way from one day would not tell which holds.
    let form = service::factor_value_form(&one, services, id, None, None).await;
    let form = FactorValueForm {
        value: "470".to_owned(),
        price_level: "2025".to_owned(),
        from: "2025-03-01".to_owned(),
        ..form.expect("may write").state.form
    };
    done(service::factor_value_save(&one, services, form.clone()).await);
    let second = FactorValueForm {
        submission: key(),
        ..form
    };
    let Ok(Answer::Again(draft)) = service::factor_value_save(&other, services, second).await else {
        panic!("it comes back")
    };
    let back = service::factor_value_form(&other, services, id, None, Some(&draft)).await;
    let errors = back.expect("may write").state.errors();
    assert!(matches!(errors.of("from"), Some(Problem::Taken { given }) if given == "2025-03-01"));
    // Ended, it holds no more.
    let head = service::factor_form(&one, services, Some(id), None).await;
    let head = FactorForm {
        ended_on: "2025-01-31".to_owned(),
        ..head.expect("may write").state.form
    };
    done(service::factor_save(&one, services, head).await);
    assert_eq!(shown(&one, services, id).await.in_force, None);
}

async fn a_factor_says_what_is_wrong_and_loses_nothing(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (one, _) = two(&demo);
    let wrong = FactorForm {
        value: "mycket".to_owned(),
        ..hourly()
    };
    let Ok(Answer::Again(draft)) = service::factor_save(&one, services, wrong).await else {
        panic!("it comes back")
    };
    let back = service::factor_form(&one, services, None, Some(&draft)).await;
    let state = back.expect("may write").state;
    assert_eq!(state.form.name, "Handläggare, genomsnitt");
    assert!(matches!(
        state.errors().of("value"),
        Some(Problem::NotANumber { .. })
    ));
    // A name is used once, and there is one discount rate.
    added(&one, services, hourly()).await;
    added(&one, services, typed("Kalkylränta", "discount_rate", "3,5")).await;
    for (form, field) in [
        (hourly(), "name"),
        (typed("En till", "discount_rate", "4"), "kind"),
    ] {
        let Ok(Answer::Again(draft)) = service::factor_save(&one, services, form).await else {
            panic!("{field}: it comes back")
        };
        let back = service::factor_form(&one, services, None, Some(&draft)).await;
        let errors = back.expect("may write").state.errors();
        assert!(
            matches!(errors.of(field), Some(Problem::Taken { .. })),
            "{errors:?}"
        );
    }
    let list = service::factor_list(&demo.ctx(Role::BenefitOwner), services).await;
    let list = list.expect("may read");
    assert_eq!((list.factors.len(), list.may_write), (2, false));
    assert!(
        list.factors
            .iter()
            .all(|item| item.submitted == 1 && item.in_force.is_none())
    );
    let refused = service::factor_save(&demo.ctx(Role::PortfolioManager), services, hourly()).await;
    assert!(
        matches!(refused, Err(ServiceError::Refused(Refusal::Role))),
        "{refused:?}"
    );
}
