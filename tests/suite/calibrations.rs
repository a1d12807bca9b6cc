//! How promises have held, as it is offered to whoever writes the next calculation.

use domain::benefit::ValueClass;
use domain::calculation::Scope;
use domain::ctx::Ctx;
use domain::form::{CalculationForm, CalculationLinesForm};
use domain::id::CalculationId;
use domain::role::Role;
use domain::sek_value::SekGround;
use service::{Answer, CalculationStep, Services, StatementTarget};

use crate::freed_time::{Subject, draft_statement, subject, worth_of};
use crate::support::calculations::{basis, shown};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{after, done};

on_both!(an_offer_says_of_each_scope_what_was_seen_in_it);

/// A calculation that promises 600 tkr of lower costs and 200 tkr of redistribution in each of two years, approved.
async fn promised(demo: &Demo, subject: &Subject) -> CalculationId {
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let form = CalculationForm {
        base_year: "2022".to_owned(),
        price_level: "2022".to_owned(),
        ..basis(subject.initiative)
    };
    let place = done(service::calculation_save(&manager, services, form).await);
    let id = after(&place, "/kalkyler/").parse().expect("a calculation");
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let of = subject.benefit.to_string();
    let amounts = texts(&["1 000", "", "", "", "600", "600", "", "200", "200"]);
    let empty = shown(&manager, services, id).await;
    assert_eq!(empty.offer, None, "there is nothing to adjust yet");
    let form = CalculationLinesForm {
        line_id: texts(&["", "", ""]),
        line_name: texts(&["Utveckling", "Minskat porto", "Frigjord tid"]),
        line_class: texts(&["development", "financial", "redistribution"]),
        line_benefit: vec![String::new(), of.clone(), of],
        line_note: texts(&["", "", ""]),
        low: amounts.clone(),
        likely: amounts.clone(),
        high: amounts,
        action: "submit".to_owned(),
        ..empty.lines.expect("may write").form
    };
    done(service::calculation_lines_save(&manager, services, form).await);
    let version = shown(&manager, services, id).await.version;
    let steering = demo.ctx(Role::SteeringUnit);
    let approve = CalculationStep::Approve;
    let moved = service::calculation_step(&steering, services, id, version, approve, "").await;
    let place = moved.expect("may approve");
    assert!(place.contains("klart=godkand-lofte"), "{place}");
    id
}

/// States what came, with these values in kronor a year, and lets a reviewer approve it.
async fn came(demo: &Demo, subject: &Subject, values: &[(&str, ValueClass)]) {
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let new = StatementTarget::New {
        delivery: None,
        benefit: Some(subject.benefit),
    };
    let statement = draft_statement(by, subject, new, "draft").await;
    for (amount, class) in values {
        let ground = SekGround::Statement(statement);
        let answer = worth_of(by, subject, ground, (amount, true), *class).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    draft_statement(by, subject, StatementTarget::Existing(statement), "submit").await;
    let reviewer = demo.ctx(Role::Reviewer);
    let view = service::initiative_view(&reviewer, services, subject.initiative).await;
    let view = view.expect("may read");
    let mut all = view
        .deliveries
        .iter()
        .flat_map(|of| &of.statements)
        .chain(&view.statements);
    let version = all
        .find(|item| item.statement.id == statement)
        .expect("it")
        .version;
    service::statement_review(&reviewer, services, statement, version, true, "")
        .await
        .expect("may approve");
}

/// The shares that the offer of a calculation names, in whole percent.
async fn offered(ctx: &Ctx, services: &Services, id: CalculationId) -> [Option<String>; 2] {
    let offer = shown(ctx, services, id).await.offer.expect("an outcome is known");
    assert!(offer.area.is_some(), "it was seen in the initiative's own area");
    Scope::ALL.map(|scope| Some(offer.of(scope)?.share.value().normalize().to_string()))
}

async fn an_offer_says_of_each_scope_what_was_seen_in_it(world: World) {
    let subject = subject();
    for (values, wanted) in [
        (
            &[
                ("300", ValueClass::Financial),
                ("300", ValueClass::Redistribution),
            ][..],
            [Some("50"), Some("75")],
        ),
        // What no promise of lower costs has shown is not said of lower costs.
        (&[("200", ValueClass::Redistribution)], [None, Some("25")]),
    ] {
        let demo = subject.demo(&world).await;
        let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
        let id = promised(&demo, &subject).await;
        assert_eq!(shown(&manager, services, id).await.offer, None, "it is approved");
        let place = service::calculation_new_version(&manager, services, id).await;
        let next = place.expect("may write");
        let next = after(&next, "/kalkyler/").parse().expect("a calculation");
        assert_eq!(
            shown(&manager, services, next).await.offer,
            None,
            "nothing has come yet"
        );
        came(&demo, &subject, values).await;
        let found = offered(&manager, services, next).await;
        assert_eq!(found, wanted.map(|share| share.map(str::to_owned)));
        let view = service::calibration_view(&manager, services)
            .await
            .expect("may read");
        let whole = view
            .whole
            .expect("one has come")
            .share
            .value()
            .normalize()
            .to_string();
        assert_eq!(Some(whole), found[1], "the page compares all kronor together");
    }
}
