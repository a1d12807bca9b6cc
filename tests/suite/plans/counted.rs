//! What a report counts of plans and promised calculations, and what they say that benefits are worth.

use domain::ctx::Ctx;
use domain::form::RealisationPlanForm;
use domain::money::Money;
use domain::realisation_plan::PlanLack;
use domain::role::Role;
use domain::standing::{GapKind, Standing};
use domain::statement::ApprovalState;
use service::{CalculationStep, Services};

use super::{Subject, subject};
use crate::support::calculations::{begun, lines, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{done, key, notice};

on_both!(
    a_report_counts_what_was_planned_and_calculated_by_its_cut_off,
    what_is_promised_says_what_a_benefit_is_worth,
);

async fn standing(ctx: &Ctx, services: &Services) -> Standing {
    let view = service::overview_view(ctx, services, Some(2025)).await;
    view.expect("may read").standing.expect("a report")
}

fn counted(standing: &Standing, kind: GapKind) -> u32 {
    let mut gaps = standing.gaps.iter().filter(|gap| gap.kind == kind);
    gaps.next().map_or(0, |gap| gap.count)
}

/// A calculation of three years from 2025 that says what the benefit is likely to be worth in the first.
async fn calculated(subject: &Subject, demo: &Demo, approved_by: &Ctx) {
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let id = begun(&manager, services, subject.initiative).await;
    let mut form = lines(&manager, services, id, subject.benefit).await;
    for (column, amount) in [
        (&mut form.low, "300"),
        (&mut form.likely, "330"),
        (&mut form.high, "360"),
    ] {
        column[3] = amount.to_owned();
    }
    form.action = "submit".to_owned();
    done(service::calculation_lines_save(&manager, services, form).await);
    let version = shown(&manager, services, id).await.version;
    let approve = CalculationStep::Approve;
    let moved = service::calculation_step(approved_by, services, id, version, approve, "").await;
    assert_eq!(notice(&moved), "godkand-lofte");
    assert_eq!(
        shown(&manager, services, id).await.calculation.state,
        ApprovalState::Approved
    );
}

/// The same person after the cut-off of the open report.
fn later(ctx: &Ctx) -> Ctx {
    Ctx {
        now: "2026-01-02T12:00:00Z".parse().expect("a moment"),
        ..ctx.clone()
    }
}

async fn a_report_counts_what_was_planned_and_calculated_by_its_cut_off(world: World) {
    let subject = subject();
    for in_time in [true, false] {
        let demo = subject.demo(&world).await;
        let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
        let before = standing(&steering, services).await;
        let gaps = |of: &Standing| {
            (
                counted(of, GapKind::WithoutCalculation),
                counted(of, GapKind::WithoutPlan),
            )
        };
        let (calculation, plan) = gaps(&before);
        assert_eq!(calculation, before.totals.development_objects);
        assert_eq!(plan, before.totals.development_objects);
        let writes = if in_time {
            steering.clone()
        } else {
            later(&steering)
        };
        let unfinished = RealisationPlanForm {
            follow_up_on: String::new(),
            ..subject.typed(&writes, services).await
        };
        let place = done(service::realisation_plan_save(&writes, services, unfinished).await);
        assert!(place.contains("klart=plan-ofullstandig"), "{place}");
        let found = subject.plan(&writes, services).await;
        assert_eq!(found.value.lacks(), [PlanLack::FollowUpDay]);
        assert_eq!(
            gaps(&standing(&steering, services).await),
            (calculation, plan),
            "it is not finished"
        );
        let form = RealisationPlanForm::of(subject.initiative, &found.value, found.version);
        let finished = RealisationPlanForm {
            submission: key(),
            follow_up_on: "2026-03-01".to_owned(),
            ..form
        };
        done(service::realisation_plan_save(&writes, services, finished).await);
        calculated(&subject, &demo, &writes).await;
        let fewer = u32::from(in_time);
        let after = standing(&steering, services).await;
        assert_eq!(
            gaps(&after),
            (calculation - fewer, plan - fewer),
            "in time: {in_time}"
        );
        let places = after.gaps.iter().filter(|gap| gap.kind == GapKind::WithoutPlan);
        let named = places.flat_map(|gap| &gap.names).count();
        assert_eq!(named, usize::try_from(plan - fewer).expect("few"));
        assert_eq!(
            after.tally.valued, fewer,
            "what is promised after the cut-off was not promised then"
        );
    }
}

async fn what_is_promised_says_what_a_benefit_is_worth(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let before = standing(&steering, services).await;
    assert_eq!((before.tally.valued, before.tally.value_coverage()), (0, None));
    assert_eq!(before.proposal.expect("scores").value_weighted, None);
    calculated(&subject, &demo, &steering).await;
    let after = standing(&steering, services).await;
    // 330 tkr in one of the report's three years.
    assert_eq!(
        (after.tally.valued, after.tally.value_due),
        (1, Money(11_000_000))
    );
    assert_eq!(
        after.tally.value_stated, after.tally.value_due,
        "statements speak for it"
    );
    let (measured, stated) = after.tally.value_coverage().expect("a value");
    assert_eq!(
        (measured.to_string(), stated.to_string()),
        ("0".to_owned(), "100".to_owned())
    );
    let proposal = after.proposal.expect("scores");
    let weighted = proposal.value_weighted.expect("a value");
    assert_eq!(weighted.to_string(), "75", "its score alone: it is confirmed");
    assert_eq!(
        proposal.weighting_matters(),
        Some(proposal.level) != proposal.value_weighted_level
    );
    assert_eq!(
        proposal.percent,
        before.proposal.expect("scores").percent,
        "the proposal itself stays"
    );
}
