//! Benefit calculations: written, sent, approved by somebody else, and held as what was promised.

use domain::calculation::difference::{Change, difference};
use domain::calculation::verdict::Verdict;
use domain::calculation::{Scenario, Scope};
use domain::ctx::Ctx;
use domain::form::{CalculationForm, CalculationLinesForm, Problem};
use domain::id::{BenefitId, CalculationId, InitiativeId};
use domain::initiative::InitiativeStatus;
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope as Within};
use domain::statement::ApprovalState;
use serde_json::{Value, json};
use service::{AlternativeChange, Answer, CalculationStep, Outcome, ServiceError, Services};
use uuid::Uuid;

use crate::support::calculations::{basis, begun, lines, sent, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, export, portfolio_json};
use crate::support::forms::{done, key, notice};
use crate::support::operator;

on_both!(
    a_calculation_is_written_sent_approved_and_promised,
    what_is_lacking_keeps_it_from_being_sent_and_loses_nothing,
    nobody_approves_what_they_have_written_in,
    two_who_write_at_once_both_see_what_the_other_wrote,
    alternatives_stand_beside_each_other,
    amounts_are_not_cut_off_by_other_years,
    a_calculation_goes_out_and_in_as_a_file,
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

async fn what_is_lacking_keeps_it_from_being_sent_and_loses_nothing(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let form = CalculationForm {
        rate_source: String::new(),
        ..basis(initiative)
    };
    let place = done(service::calculation_save(&manager, services, form).await);
    let id: CalculationId = place["/kalkyler/".len()..]
        .split('?')
        .next()
        .expect("an id")
        .parse()
        .expect("an id");
    // One that was begun is where the next who begins goes on.
    let twice = done(service::calculation_save(&manager, services, basis(initiative)).await);
    assert_eq!(twice, format!("/kalkyler/{id}?klart=fanns"));

    let mut form = CalculationLinesForm {
        action: "submit".to_owned(),
        ..lines(&manager, services, id, benefit).await
    };
    form.line_benefit[1].clear();
    let place = done(service::calculation_lines_save(&manager, services, form).await);
    assert!(place.ends_with("klart=saknas"), "{place}");
    let view = shown(&manager, services, id).await;
    assert_eq!(view.calculation.state, ApprovalState::Draft);
    assert_eq!(
        view.calculation.alternatives[0].lines.len(),
        2,
        "what was written is kept"
    );
    assert_eq!(view.lacking().len(), 2, "{:?}", view.lacking());
    assert_eq!(
        step(&manager, services, id, CalculationStep::Submit).await,
        "saknas"
    );

    // A faulty cell keeps all that was typed.
    let mut form = view.lines.expect("may write").form;
    form.low[0] = "mycket".to_owned();
    let Ok(Answer::Again(draft)) = service::calculation_lines_save(&manager, services, form.clone()).await
    else {
        panic!("it comes back")
    };
    let back = service::calculation_view(&manager, services, id, None, None, Some(&draft)).await;
    let state = back.expect("may read").lines.expect("may write");
    assert_eq!(state.form.low[0], "mycket");
    let Some(Outcome::Invalid { errors }) = state.outcome else {
        panic!("it says what is wrong")
    };
    assert!(matches!(errors.of("low-0"), Some(Problem::NotANumber { given }) if given == "mycket"));

    // A line more comes back with the rest.
    form.low[0] = "900".to_owned();
    form.action = "add_redistribution".to_owned();
    let Ok(Answer::Again(draft)) = service::calculation_lines_save(&manager, services, form).await else {
        panic!("it comes back")
    };
    let back = service::calculation_view(&manager, services, id, None, None, Some(&draft)).await;
    let state = back.expect("may read").lines.expect("may write");
    assert_eq!((state.form.rows(), state.outcome), (3, Some(Outcome::Row)));
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

async fn two_who_write_at_once_both_see_what_the_other_wrote(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let (mine, mut theirs) = (
        lines(&manager, services, id, benefit).await,
        lines(&manager, services, id, benefit).await,
    );
    theirs.likely[0] = "1 100".to_owned();
    let sent_twice = CalculationLinesForm {
        submission: key(),
        ..theirs
    };
    let place = done(service::calculation_lines_save(&manager, services, sent_twice.clone()).await);
    assert_eq!(
        done(service::calculation_lines_save(&manager, services, sent_twice).await),
        place
    );
    let version = shown(&manager, services, id).await.version;
    assert_eq!(version, 2, "sent twice, taken once");
    let Ok(Answer::Again(draft)) = service::calculation_lines_save(&manager, services, mine).await else {
        panic!("it comes back")
    };
    let back = service::calculation_view(&manager, services, id, None, None, Some(&draft)).await;
    let state = back.expect("may read").lines.expect("may write");
    let Some(Outcome::Stale { theirs }) = state.outcome else {
        panic!("it says that somebody was first")
    };
    assert_eq!(
        (state.form.likely[0].as_str(), theirs.likely[0].as_str()),
        ("1 000", "1\u{202f}100")
    );
    assert_eq!(theirs.version, "2");
    let head = CalculationForm {
        id: id.to_string(),
        version: "1".to_owned(),
        ..basis(initiative)
    };
    let late = service::calculation_save(&manager, services, head).await;
    assert!(matches!(late, Ok(Answer::Again(_))), "{late:?}");
}

async fn alternatives_stand_beside_each_other(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let form = lines(&manager, services, id, benefit).await;
    done(service::calculation_lines_save(&manager, services, form).await);
    let change = async |at, change, name: &str| {
        let version = shown(&manager, services, id).await.version;
        let done = service::calculation_alternative(&manager, services, id, version, at, change, name).await;
        notice(&done).to_owned()
    };
    let only = shown(&manager, services, id).await.shown;
    assert_eq!(change(only, AlternativeChange::Remove, "").await, "sista");
    assert_eq!(change(only, AlternativeChange::Add, " ").await, "namn");
    assert_eq!(
        change(only, AlternativeChange::Add, "Huvudalternativ").await,
        "namn"
    );
    assert_eq!(
        change(only, AlternativeChange::Add, "Köp av tjänst").await,
        "alternativ-nytt"
    );
    let view = shown(&manager, services, id).await;
    let [first, second] = &view.calculation.alternatives[..] else {
        panic!("two alternatives")
    };
    assert_eq!(first.lines.len(), second.lines.len());
    assert!(
        first
            .lines
            .iter()
            .all(|line| second.lines.iter().all(|other| other.id != line.id))
    );
    assert_eq!(
        change(second.id, AlternativeChange::Prefer, "").await,
        "alternativ-forordat"
    );
    assert_eq!(
        change(first.id, AlternativeChange::Rename, "Eget bygge").await,
        "alternativ-namn"
    );
    assert_eq!(
        change(second.id, AlternativeChange::Remove, "").await,
        "alternativ-borta"
    );
    let view = shown(&manager, services, id).await;
    assert_eq!(view.calculation.preferred, only);
    assert_eq!(view.calculation.alternatives[0].name, "Eget bygge");
    let stale =
        service::calculation_alternative(&manager, services, id, 1, only, AlternativeChange::Add, "Nytt");
    assert_eq!(notice(&stale.await), "hann-fore");
}

async fn amounts_are_not_cut_off_by_other_years(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let manager = demo.ctx(Role::PortfolioManager);
    let id = begun(&manager, services, initiative).await;
    let form = lines(&manager, services, id, benefit).await;
    done(service::calculation_lines_save(&manager, services, form).await);
    let head = CalculationForm {
        id: id.to_string(),
        version: "2".to_owned(),
        base_year: "2026".to_owned(),
        horizon_years: "1".to_owned(),
        ..basis(initiative)
    };
    let Ok(Answer::Again(draft)) = service::calculation_save(&manager, services, head.clone()).await else {
        panic!("it comes back")
    };
    let back = service::calculation_form(&manager, services, None, Some(id), Some(&draft)).await;
    let errors = back.expect("may write").state.errors();
    let given = |year: &str| {
        Some(Problem::AmountsOutside {
            given: year.to_owned(),
        })
    };
    assert_eq!(errors.of("base_year").cloned(), given("2025"));
    assert_eq!(errors.of("horizon_years").cloned(), given("2027"));
    // Another unit shows the same amounts.
    let head = CalculationForm {
        submission: key(),
        base_year: "2025".to_owned(),
        horizon_years: "4".to_owned(),
        unit: "kronor".to_owned(),
        ..head
    };
    done(service::calculation_save(&manager, services, head).await);
    let form = shown(&manager, services, id).await.lines.expect("may write").form;
    assert_eq!(
        (form.year.len(), form.likely[0].as_str()),
        (4, "1\u{202f}000\u{202f}000")
    );
    assert_eq!(form.likely[6], "600\u{202f}500");
}

async fn a_calculation_goes_out_and_in_as_a_file(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (initiative, benefit) = first(&portfolio_json());
    let (manager, steering) = (demo.ctx(Role::PortfolioManager), demo.ctx(Role::SteeringUnit));
    let id = sent(&manager, services, initiative, benefit).await;
    assert_eq!(
        step(&steering, services, id, CalculationStep::Approve).await,
        "godkand-lofte"
    );
    let out = demo.export().await;
    let mut file: Value = serde_json::from_slice(&out).expect("JSON");
    let calculation = &file["calculations"][0];
    assert_eq!(calculation["promise"], json!(true));
    assert_eq!(
        calculation["alternatives"][0]["lines"][1]["amounts"][1]["likely"],
        json!(60_050_000)
    );

    let unchanged = service::exchange::portfolio_import(&operator(), services, &out).await;
    assert!(unchanged.expect("imports").is_nothing());
    // What is approved never changes, by a file either.
    let line = &mut file["calculations"][0]["alternatives"][0]["lines"][1];
    line["amounts"][1]["likely"] = json!(60_050_001);
    let refused =
        service::exchange::portfolio_import(&operator(), services, file.to_string().as_bytes()).await;
    let said = refused.expect_err("refused").to_string();
    assert!(
        said.contains("calculations[0]") && said.contains("approved"),
        "{said}"
    );
    file["calculations"][0]["alternatives"][0]["lines"][1]["amounts"][1]["likely"] = json!(70_000_000);
    let refused =
        service::exchange::portfolio_import(&operator(), services, file.to_string().as_bytes()).await;
    let said = refused.expect_err("refused").to_string();
    assert!(said.contains("rising order"), "{said}");

    let elsewhere = world.services().await;
    service::exchange::portfolio_import(&operator(), &elsewhere, &out)
        .await
        .expect("imports");
    assert_eq!(export(&elsewhere).await, out);
}
