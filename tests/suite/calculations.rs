//! Benefit calculations: written, sent, approved by somebody else, and held as what was promised.

mod alternatives;
mod file;
mod written;

use domain::calculation::difference::{Change, difference};
use domain::calculation::verdict::Verdict;
use domain::calculation::{Scenario, Scope};
use domain::ctx::Ctx;
use domain::id::{BenefitId, CalculationId, InitiativeId};
use domain::initiative::InitiativeStatus;
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope as Within};
use domain::statement::ApprovalState;
use serde_json::{Value, json};
use service::{CalculationStep, ServiceError, Services};
use uuid::Uuid;

use crate::support::calculations::{begun, lines, sent, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json};
use crate::support::forms::{done, notice};

on_both!(
    a_calculation_is_written_sent_approved_and_promised,
    nobody_approves_what_they_have_written_in,
);

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

async fn step(ctx: &Ctx, services: &Services, id: CalculationId, step: CalculationStep) -> String {
    let version = shown(ctx, services, id).await.version;
    let note = if step == CalculationStep::Return {
        "Räntan saknar källa."
    } else {
        ""
    };
    let moved = service::calculation_step(ctx, services, id, version, step, note).await;
    notice(&moved).to_owned()
}

async fn a_calculation_is_written_sent_approved_and_promised(world: World) {
    let mut portfolio = portfolio_json();
    portfolio["initiatives"][0]["status"]["value"] = json!("proposed");
    let (initiative, benefit) = first(&portfolio);
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let services = &demo.services;
    let (manager, steering) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::SteeringUnit));
    let id = sent(&manager, services, initiative, benefit).await;
    let view = shown(&steering, services, id).await;
    assert_eq!(view.calculation.state, ApprovalState::Submitted);
    assert_eq!(view.review, Some(Ok(())));
    assert!(view.lines.is_none(), "what is sent is not written on");
    let evaluation = &view.shown().expect("an alternative").evaluation;
    assert_eq!(Verdict::of(evaluation), Verdict::PaysFinancially);
    let key = evaluation.results[&Scope::Financial][&Scenario::Likely];
    assert_eq!(key.pv_costs.to_string(), "1000000.00");

    assert_eq!(
        step(&steering, services, id, CalculationStep::Return).await,
        "aterlamnad"
    );
    let returned = shown(&manager, services, id).await;
    assert_eq!(returned.review_note.as_deref(), Some("Räntan saknar källa."));
    assert!(returned.lines.is_some(), "what is returned can be mended");
    assert_eq!(
        step(&manager, services, id, CalculationStep::Submit).await,
        "inskickad"
    );
    assert_eq!(
        step(&manager, services, id, CalculationStep::Withdraw).await,
        "tillbakatagen"
    );
    assert_eq!(
        step(&manager, services, id, CalculationStep::Submit).await,
        "inskickad"
    );
    assert_eq!(
        step(&steering, services, id, CalculationStep::Approve).await,
        "godkand"
    );
    let approved = shown(&manager, services, id).await;
    assert!(
        !approved.calculation.promise,
        "nothing is promised before the decision"
    );
    assert!(approved.lines.is_none() && approved.may_renew);

    // Decided: what is approved is promised.
    let head = service::initiative_view(&manager, services, initiative)
        .await
        .expect("may read");
    assert_eq!(
        head.lacks.len(),
        head.lacks
            .iter()
            .filter(|lack| format!("{lack:?}") == "Plan")
            .count()
    );
    let moved = service::initiative_move(
        &manager,
        services,
        initiative,
        head.version,
        InitiativeStatus::Decided,
        "Beslut.",
    );
    assert_eq!(notice(&moved.await), "flyttat");
    assert!(shown(&manager, services, id).await.calculation.promise);

    // A later version stands beside it.
    let renewed = service::calculation_new_version(&manager, services, id).await;
    let second: CalculationId = renewed
        .as_deref()
        .ok()
        .and_then(|place| place.strip_prefix("/kalkyler/")?.split('?').next()?.parse().ok())
        .expect("a new version");
    let again = service::calculation_new_version(&manager, services, id).await;
    assert_eq!(notice(&again), "fanns", "one is written at a time");
    let view = shown(&manager, services, second).await;
    let mut form = view.lines.expect("may write").form;
    form.likely[5] = "610".to_owned();
    done(service::calculation_lines_save(&manager, services, form).await);
    let sent_in = step(&manager, services, second, CalculationStep::Submit).await;
    assert_eq!(sent_in, "inskickad");
    assert_eq!(
        step(&steering, services, second, CalculationStep::Approve).await,
        "godkand"
    );
    let against = service::calculation_view(&manager, services, second, None, Some(1), None).await;
    let view = against.expect("may read");
    let other = view.comparison.expect("the first version").other;
    assert!(other.promise && !view.calculation.promise);
    let changes = difference(&other, &view.calculation);
    assert!(
        matches!(&changes[..], [Change::Amount { year: 2027, .. }]),
        "{changes:?}"
    );
    let page = service::initiative_view(&manager, services, initiative)
        .await
        .expect("may read");
    let summary = page.calculation.expect("calculations");
    assert_eq!(
        (summary.current.number, summary.versions.len()),
        (1, 2),
        "the promise comes first"
    );
}

async fn nobody_approves_what_they_have_written_in(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    // Two write in it, the other one last: neither may approve it.
    let both = |account| {
        let grant = |role| Grant {
            role,
            scope: Within::All,
            from: None,
            to: None,
        };
        as_account(
            account,
            vec![grant(Role::PortfolioManager), grant(Role::Reviewer)],
        )
    };
    let other = both(demo.ctx(Role::Reviewer).account_id().expect("an account"));
    let mine = both(manager.account_id().expect("an account"));
    let form = lines(&other, services, id, benefit).await;
    done(service::calculation_lines_save(&other, services, form).await);
    assert_eq!(
        step(&mine, services, id, CalculationStep::Submit).await,
        "inskickad"
    );
    let version = shown(&mine, services, id).await.version;
    for ctx in [&mine, &other] {
        assert_eq!(shown(ctx, services, id).await.review, Some(Err(Refusal::OwnWork)));
        let approved =
            service::calculation_step(ctx, services, id, version, CalculationStep::Approve, "").await;
        assert!(
            matches!(approved, Err(ServiceError::Refused(Refusal::OwnWork))),
            "{approved:?}"
        );
    }
    let steering = demo.ctx(Role::SteeringUnit);
    // The initiative is decided already: what is approved first is what it is held to.
    assert_eq!(
        step(&steering, services, id, CalculationStep::Approve).await,
        "godkand-lofte"
    );
    let again =
        service::calculation_step(&steering, services, id, version, CalculationStep::Approve, "").await;
    assert_eq!(notice(&again), "hann-fore");
}
