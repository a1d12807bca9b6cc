//! A value in kronor counts once what it hangs on is approved, and one a year.

use domain::benefit::ValueClass;
use domain::form::{MeasurementForm, Problem};
use domain::id::MeasureId;
use domain::money::Money;
use domain::role::Role;
use domain::sek_value::SekGround;
use domain::statement::ApprovalState;
use service::{Answer, SekValueTarget, StatementTarget};

use super::{Subject, draft_statement, subject, worth};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::measures;

on_both!(
    a_value_counts_once_what_it_hangs_on_is_approved_and_one_a_year,
    a_value_on_an_earlier_measurement_counts_and_stands_beside_the_promise,
);

async fn a_value_counts_once_what_it_hangs_on_is_approved_and_one_a_year(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let reviewer = demo.ctx(Role::Reviewer);
    let by = (&manager, services);
    let new = StatementTarget::New {
        delivery: None,
        benefit: Some(subject.benefit),
    };
    let statement = draft_statement(by, &subject, new, "draft").await;
    let answer = worth(by, &subject, SekGround::Statement(statement), ("1 250", true)).await;
    assert!(
        matches!(answer, Answer::Done(ref place) if place.contains("klart=varde#nytta-")),
        "{answer:?}"
    );

    // One is counted for a benefit, year and class; another may stand beside it.
    let answer = worth(by, &subject, SekGround::Statement(statement), ("99", true)).await;
    let Answer::Again(draft) = answer else {
        panic!("{answer:?}")
    };
    let target = SekValueTarget::New(subject.benefit, None);
    let state = service::sek_value_form(&manager, services, target, Some(&draft))
        .await
        .expect("may")
        .state;
    let given = "2023".to_owned();
    assert_eq!(
        state.errors().of("counts_in_sum"),
        Some(&Problem::CountedAlready { given })
    );
    assert_eq!(state.form.amount, "99", "what was typed is kept");
    let answer = worth(by, &subject, SekGround::Statement(statement), ("99", false)).await;
    assert!(matches!(answer, Answer::Done(_)));

    // Nobody has approved what it hangs on.
    let none = subject.realised(&manager, services).await;
    assert_eq!(none.sek.len(), 0);
    let items = service::initiative_view(&manager, services, subject.initiative)
        .await
        .expect("may read")
        .sek_values;
    assert!(
        items
            .iter()
            .all(|item| item.may_edit && !item.counts && item.state == ApprovalState::Draft)
    );

    // Sent in and approved, it counts, and is changed no more.
    draft_statement(by, &subject, StatementTarget::Existing(statement), "submit").await;
    let view = service::initiative_view(&reviewer, services, subject.initiative)
        .await
        .expect("may read");
    let all = view
        .deliveries
        .iter()
        .flat_map(|of| &of.statements)
        .chain(&view.statements);
    let version = all
        .clone()
        .find(|item| item.statement.id == statement)
        .expect("it")
        .version;
    assert_eq!(version, 4, "each value has made another version of it");
    service::statement_review(&reviewer, services, statement, version, true, "")
        .await
        .expect("may approve");
    let realised = subject.realised(&manager, services).await;
    let all = domain::parted::fold(&realised.sek);
    let class = ValueClass::Financial;
    assert_eq!(all.whole.of(class), Some(Money(250_000_000)), "both years");
    assert_eq!(all.years[&2023].of(class), Some(Money(125_000_000)));
    assert_eq!(all.groups[&subject.groups[1]].of(class), Some(Money(62_500_000)));
    let items = service::initiative_view(&manager, services, subject.initiative)
        .await
        .expect("may read")
        .sek_values;
    assert!(items.iter().all(|item| !item.may_edit));
    assert_eq!(items.iter().filter(|item| item.counts).count(), 1);
    let item = items.iter().find(|item| item.counts).expect("one");
    let late = service::sek_value_remove(&manager, services, item.value.id, item.version)
        .await
        .expect("may");
    assert!(late.contains("klart=hann-fore"), "{late}");

    // What takes its place says what it is worth now; the old value counts until then.
    let again = draft_statement(by, &subject, StatementTarget::Superseding(statement), "draft").await;
    let answer = worth(by, &subject, SekGround::Statement(again), ("2", true)).await;
    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    assert_eq!(subject.realised(&manager, services).await.sek, realised.sek);
    draft_statement(by, &subject, StatementTarget::Existing(again), "submit").await;
    let view = service::initiative_view(&reviewer, services, subject.initiative)
        .await
        .expect("may read");
    let mut all = view
        .deliveries
        .iter()
        .flat_map(|of| &of.statements)
        .chain(&view.statements);
    let version = all.find(|item| item.statement.id == again).expect("it").version;
    service::statement_review(&reviewer, services, again, version, true, "")
        .await
        .expect("may approve");
    let all = domain::parted::fold(&subject.realised(&manager, services).await.sek);
    assert_eq!(all.whole.of(class), Some(Money(400_000)), "never both");
}

/// Logs what was measured in a quarter as a draft, with a value in kronor where one is given, sends it in, and lets a
/// reviewer approve it.
async fn quarter(demo: &Demo, subject: &Subject, measure: MeasureId, period: &str, amount: Option<&str>) {
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let draft = MeasurementForm {
        action: "draft".to_owned(),
        ..measures::measured(measure, period, "15")
    };
    let measurement = measures::logged(&manager, services, draft).await;
    if let Some(amount) = amount {
        let answer = worth(by, subject, SekGround::Measurement(measurement), (amount, true)).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    measures::sent_in(&manager, services, measurement).await;
    measures::approved(&demo.ctx(Role::Reviewer), services, measure, measurement).await;
}

async fn a_value_on_an_earlier_measurement_counts_and_stands_beside_the_promise(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let measure = measures::added(&manager, services).await;
    measures::goal_set(&manager, services, (subject.initiative, subject.benefit), measure).await;
    quarter(&demo, &subject, measure, "2024-Q4", Some("1 250")).await;
    let outcome = async || {
        let view = service::overview_view(&manager, services, None).await;
        let standing = view.expect("may read").standing.expect("a report");
        let years = standing.realisation.into_iter();
        years
            .filter_map(|(year, all)| Some((year, all.whole.outcome?)))
            .collect::<Vec<_>>()
    };
    let both = vec![(2023, Money(125_000_000)), (2024, Money(125_000_000))];
    assert_eq!(outcome().await, both);
    // What is measured later says nothing of the value before.
    quarter(&demo, &subject, measure, "2025-Q1", None).await;
    assert_eq!(outcome().await, both);
    let realised = subject.realised(&manager, services).await;
    assert_eq!(realised.sek.len(), 2, "both pages say the same");

    // Nothing was promised: there is nothing to hold it against.
    let calibration = service::calibration_view(&manager, services)
        .await
        .expect("may read");
    assert_eq!((calibration.with_outcome, calibration.whole), (1, None));
}
