//! Writing a calculation: what is lacking, two who write at once, and years that are left out.

use domain::form::{CalculationForm, CalculationLinesForm, Problem};
use domain::id::CalculationId;
use domain::role::Role;
use domain::statement::ApprovalState;
use service::{Answer, CalculationStep, Outcome};

use super::{first, step};
use crate::support::calculations::{basis, begun, lines, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::forms::{done, key};

on_both!(
    what_is_lacking_keeps_it_from_being_sent_and_loses_nothing,
    two_who_write_at_once_both_see_what_the_other_wrote,
    amounts_are_not_cut_off_by_other_years,
);

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
