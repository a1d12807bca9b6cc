//! Calculations that take what the library has: the rate in force, and lines built of factors.

use domain::form::{CalculationForm, CalculationLinesForm, FactorForm, LineBuildForm, Problem};
use domain::history::SubjectKind;
use domain::role::Role;
use rust_decimal::Decimal;
use service::{Answer, Outcome, ServiceError};

use super::{approved, filled, first, line, page, renewed};
use crate::support::calculations::{begun, lines, shown as calculation};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::factors::typed;
use crate::support::forms::{after, done, key};

on_both!(
    a_new_calculation_begins_with_the_rate_in_force,
    a_line_is_built_of_factors_and_followed,
    what_is_typed_is_saved_on_the_way_to_the_build,
);

async fn a_new_calculation_begins_with_the_rate_in_force(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, _) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let form = async || {
        let view = service::calculation_form(&manager, services, Some(initiative), None, None).await;
        view.expect("may write")
    };
    let before = form().await;
    assert_eq!(
        (before.state.form.discount_rate.as_str(), before.rate_from),
        ("", None)
    );
    let rate = FactorForm {
        price_level: "2024".to_owned(),
        ..typed("Kalkylränta", "discount_rate", "3,50")
    };
    let id = approved(&demo, rate).await;
    let begun = form().await;
    let filled: CalculationForm = begun.state.form;
    assert_eq!(
        (
            filled.discount_rate.as_str(),
            filled.rate_source.as_str(),
            filled.price_level.as_str()
        ),
        ("3,5", "Ekonomiavdelningens beräkning", "2024")
    );
    assert_eq!(begun.rate_from.expect("it says where from").factor, id);
}

async fn a_line_is_built_of_factors_and_followed(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let form = lines(&manager, services, id, benefit).await;
    done(service::calculation_lines_save(&manager, services, form).await);
    let target = line(&manager, services, id, "Minskat porto").await;
    assert!(page(&manager, services, id, target.id).await.costs.is_empty());
    let factor = approved(&demo, typed("Handläggare", "hourly_cost", "450")).await;
    let view = page(&manager, services, id, target.id).await;
    assert_eq!(
        view.state.form.factor,
        factor.to_string(),
        "the only one is chosen"
    );

    // What it gives is shown, and not saved by that.
    let count = LineBuildForm {
        action: "count".to_owned(),
        ..filled(view.state.form.clone())
    };
    let Ok(Answer::Again(draft)) = service::line_build_save(&manager, services, count).await else {
        panic!("it comes back")
    };
    let counted = service::line_build_form(&manager, services, id, target.id, Some(&draft)).await;
    let counted = counted.expect("may write");
    assert_eq!(counted.state.outcome, Some(Outcome::Row));
    let (_, amounts) = counted.counted.expect("it is counted");
    assert_eq!((amounts.len(), amounts[0].likely.0), (2, 10_800_000));
    assert_eq!(line(&manager, services, id, "Minskat porto").await, target);
    let wrong = LineBuildForm {
        share_high: "101".to_owned(),
        ..filled(view.state.form.clone())
    };
    let Ok(Answer::Again(draft)) = service::line_build_save(&manager, services, wrong).await else {
        panic!("it comes back")
    };
    let back = service::line_build_form(&manager, services, id, target.id, Some(&draft)).await;
    let errors = back.expect("may write").state.errors();
    assert!(matches!(
        errors.of("share_high"),
        Some(Problem::OutOfRange { .. })
    ));

    let sent = filled(view.state.form);
    let place = done(service::line_build_save(&manager, services, sent.clone()).await);
    assert_eq!(after(&place, "klart="), "byggd");
    let stale = LineBuildForm {
        submission: key(),
        ..sent
    };
    let Ok(Answer::Again(_)) = service::line_build_save(&manager, services, stale).await else {
        panic!("somebody was first")
    };
    let built = line(&manager, services, id, "Minskat porto").await;
    let ore: Vec<(i32, i64, i64, i64)> = built
        .amounts
        .iter()
        .map(|amount| (amount.year, amount.low.0, amount.likely.0, amount.high.0))
        .collect();
    // 1 200 × 15/60 × 450 × 80 % kronor.
    let given = |year| (year, 5_625_000, 10_800_000, 16_875_000);
    assert_eq!(ore, [given(2026), given(2027)]);
    let build = built.build.clone().expect("it is kept");
    assert_eq!(
        (build.hourly.name.as_str(), build.hourly.value),
        ("Handläggare", 450.into())
    );

    // Other amounts are typed: the page says so, and what it was built of stays.
    let stands = async || {
        let built = calculation(&manager, services, id).await.built;
        built.into_iter().next().expect("one line is built")
    };
    assert_eq!(stands().await.by_hand, [] as [i32; 0]);
    let view = calculation(&manager, services, id).await;
    let mut form = view.lines.expect("may write").form;
    form.likely[5] = "109".to_owned();
    done(service::calculation_lines_save(&manager, services, form).await);
    assert_eq!(stands().await.by_hand, [2027]);
    assert_eq!(
        line(&manager, services, id, "Minskat porto").await.build,
        Some(build)
    );

    // A newer hourly cost is noticed, and taken when the line is built again.
    assert_eq!(stands().await.newer, None);
    renewed(&demo, factor, "2025-02-01".parse().expect("a day"), "500").await;
    assert_eq!(
        stands().await.newer.expect("a newer one").value,
        Decimal::from(500)
    );
    let again = page(&manager, services, id, built.id).await.state.form;
    assert_eq!(
        (again.volume_low.as_str(), again.minutes_low.as_str()),
        ("1000", "")
    );
    done(service::line_build_save(&manager, services, again).await);
    let after_it = stands().await;
    assert_eq!((after_it.newer, after_it.by_hand.len()), (None, 0));
    let rebuilt = line(&manager, services, id, "Minskat porto").await;
    assert_eq!(rebuilt.amounts[1].likely.0, 12_000_000);

    // The build is let go of, and the amounts stay.
    let clear = LineBuildForm {
        action: "clear".to_owned(),
        ..page(&manager, services, id, built.id).await.state.form
    };
    let place = done(service::line_build_save(&manager, services, clear).await);
    assert_eq!(after(&place, "klart="), "bygge-borta");
    let let_go = line(&manager, services, id, "Minskat porto").await;
    assert_eq!((let_go.build, let_go.amounts), (None, rebuilt.amounts));
    let subject = id.to_string();
    let history = service::history_view(&manager, services, SubjectKind::Calculation, &subject, None);
    let events = history.await.expect("may read").events;
    let builds = events.iter().filter(|event| event.action == "calculation.build");
    assert_eq!(builds.count(), 3);
}

async fn what_is_typed_is_saved_on_the_way_to_the_build(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let mut form = CalculationLinesForm {
        submission: key(),
        ..lines(&manager, services, id, benefit).await
    };
    // As a browser sends it: the button that was pressed stands right after its line's identity.
    form.line_id.insert(2, "build".to_owned());
    let place = done(service::calculation_lines_save(&manager, services, form).await);
    let target = line(&manager, services, id, "Minskat porto").await;
    assert_eq!(place, format!("/kalkyler/{id}/rader/{}/bygg", target.id));
    assert_eq!(target.amounts.len(), 2, "what was typed is saved");
    // Where nothing was typed there is nothing to save, and no trace of it.
    let view = calculation(&manager, services, id).await;
    let mut form = view.lines.expect("may write").form;
    form.line_id.insert(2, "build".to_owned());
    let again = done(service::calculation_lines_save(&manager, services, form.clone()).await);
    assert_eq!(again, place);
    assert_eq!(calculation(&manager, services, id).await.version, view.version);
    // A cell that cannot be read keeps one on the page, with all that was typed.
    form.low[4] = "mycket".to_owned();
    let Ok(Answer::Again(draft)) = service::calculation_lines_save(&manager, services, form).await else {
        panic!("it comes back")
    };
    let back = service::calculation_view(&manager, services, id, None, None, Some(&draft)).await;
    let state = back.expect("may read").lines.expect("may write");
    assert_eq!(state.form.low[4], "mycket");
    assert_eq!(state.form.line_id.len(), 2);
    // Nobody builds in what they may not write.
    let steering = demo.ctx(Role::SteeringUnit);
    let refused = service::line_build_form(&steering, services, id, target.id, None).await;
    assert!(matches!(refused, Err(ServiceError::Refused(_))), "{refused:?}");
}
