//! Freed time and values in kronor, through the services: who logs them, what is refused, and what they add up to.

use domain::benefit::ValueClass;
use domain::ctx::Ctx;
use domain::form::{FactorForm, FreedTimeForm, MeasurementForm, Problem, SekValueForm, StatementForm};
use domain::freed_time::DispositionKind;
use domain::history::SubjectKind;
use domain::id::{AccountId, BenefitGroupId, BenefitId, InitiativeId, MeasureId, StatementId, UnitId};
use domain::money::Money;
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use domain::sek_value::SekGround;
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use service::{Answer, MeasurementTarget, Outcome, SekValueTarget, ServiceError, Services, StatementTarget};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::forms::{done, key};
use crate::support::{factors, measures, operator, rows};

on_both!(
    freed_time_is_logged_by_those_who_answer_for_the_benefit,
    no_more_goes_somewhere_than_was_freed_and_what_was_typed_is_kept,
    full_time_years_are_kept_with_the_hours_that_they_came_to,
    hours_are_split_among_groups_and_add_up_to_the_whole,
    a_value_counts_once_what_it_hangs_on_is_approved_and_one_a_year,
    a_value_on_an_earlier_measurement_counts_and_stands_beside_the_promise,
    both_go_out_and_in_as_a_file,
);

fn id(value: &Value) -> Uuid {
    value.as_str().expect("an id").parse().expect("an id")
}

/// A benefit of two groups with unequal shares, owned by the first unit, of a delivery that is in the report.
pub(super) struct Subject {
    portfolio: Value,
    pub(super) initiative: InitiativeId,
    pub(super) benefit: BenefitId,
    groups: [BenefitGroupId; 2],
    units: [UnitId; 2],
}

pub(super) fn subject() -> Subject {
    let mut portfolio = portfolio_json();
    let units: [UnitId; 2] = [0, 1].map(|at: usize| id(&portfolio["units"][at]["id"]).into());
    let groups: [BenefitGroupId; 2] =
        [0, 1].map(|at: usize| id(&portfolio["benefit_groups"][at]["id"]).into());
    let benefit = &mut portfolio["benefits"][0];
    benefit["owner"] = json!(units[0]);
    benefit["groups"] = json!([
        { "group": groups[0], "share": "75" },
        { "group": groups[1], "share": "25" }
    ]);
    Subject {
        initiative: id(&benefit["initiative"]).into(),
        benefit: id(&benefit["id"]).into(),
        groups,
        units,
        portfolio,
    }
}

impl Subject {
    pub(super) async fn demo(&self, world: &World) -> Demo {
        Demo::load_portfolio(world, self.portfolio.to_string().as_bytes()).await
    }

    /// The form of a year, as somebody gets it, with an amount and where some of it went.
    async fn typed(
        &self,
        (ctx, services): (&Ctx, &Services),
        year: i32,
        amount: &str,
        gone: &[(DispositionKind, &str)],
    ) -> FreedTimeForm {
        let view = service::freed_time_form(ctx, services, self.benefit, Some(year), None).await;
        FreedTimeForm {
            submission: key(),
            amount: amount.to_owned(),
            disposition_kind: gone.iter().map(|(kind, _)| kind.code().to_owned()).collect(),
            disposition_hours: gone.iter().map(|(_, hours)| (*hours).to_owned()).collect(),
            disposition_text: gone.iter().map(|_| String::new()).collect(),
            ..view.expect("may log").state.form
        }
    }

    async fn entries(
        &self,
        ctx: &Ctx,
        services: &Services,
    ) -> Vec<service::Versioned<domain::freed_time::FreedTime>> {
        let view = service::initiative_view(ctx, services, self.initiative).await;
        view.expect("may read").freed_times
    }

    /// What the open report comes to.
    async fn realised(&self, ctx: &Ctx, services: &Services) -> service::Realised {
        let view = service::realised_view(ctx, services, None).await;
        view.expect("may read").expect("a report").realised
    }
}

fn owner_of(unit: UnitId) -> Ctx {
    let grant = Grant {
        role: Role::BenefitOwner,
        scope: Scope::Units(vec![unit]),
        from: None,
        to: None,
    };
    as_account(AccountId(Uuid::now_v7()), vec![grant])
}

/// What is wrong with a form that came back, with all that was typed.
async fn refused(
    (ctx, services): (&Ctx, &Services),
    benefit: BenefitId,
    answer: service::Answer,
) -> (FreedTimeForm, Vec<(String, Problem)>) {
    let Answer::Again(draft) = answer else {
        panic!("it was taken: {answer:?}");
    };
    let view = service::freed_time_form(ctx, services, benefit, None, Some(&draft)).await;
    let state = view.expect("may log").state;
    match state.outcome {
        Some(Outcome::Invalid { errors }) => {
            let errors = errors.0.into_iter().map(|error| (error.field, error.problem));
            (state.form, errors.collect())
        }
        other => panic!("{other:?}"),
    }
}

async fn freed_time_is_logged_by_those_who_answer_for_the_benefit(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let services = &demo.services;
    let (own, other) = (owner_of(subject.units[0]), owner_of(subject.units[1]));
    let gone = [(DispositionKind::MoreVolume, "50")];
    let form = subject.typed((&own, services), 2024, "120,5", &gone).await;
    let place = done(service::freed_time_save(&own, services, form.clone()).await);
    assert!(place.contains("klart=tid#nytta-"), "{place}");
    let again = done(service::freed_time_save(&own, services, form).await);
    assert_eq!(again, place, "it is taken once");
    let entries = subject.entries(&own, services).await;
    assert_eq!(entries.len(), 1);
    let (entry, version) = (entries[0].value.clone(), entries[0].version);
    assert_eq!((entry.unknown(), version), (Decimal::new(705, 1), 1));

    // The year has its entry: another of the same is refused, that one is changed.
    let manager = demo.ctx(Role::PortfolioManager);
    let second = FreedTimeForm {
        id: String::new(),
        version: String::new(),
        ..subject.typed((&manager, services), 2024, "7", &[]).await
    };
    let answer = service::freed_time_save(&manager, services, second)
        .await
        .expect("may");
    let (_, errors) = refused((&manager, services), subject.benefit, answer).await;
    let given = "2024".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Taken { given })]);
    let changed = subject.typed((&manager, services), 2024, "−5", &[]).await;
    let stale = changed.clone();
    let place = done(service::freed_time_save(&manager, services, changed).await);
    assert!(place.contains("klart=tid-tillagd"), "time was added: {place}");
    let late = FreedTimeForm {
        submission: key(),
        ..stale
    };
    let answer = service::freed_time_save(&manager, services, late)
        .await
        .expect("may");
    assert!(matches!(answer, Answer::Again(_)), "somebody was first");

    // Nobody else writes it.
    for ctx in [other, demo.ctx(Role::Reviewer), demo.ctx(Role::SteeringUnit)] {
        let view = service::freed_time_form(&ctx, services, subject.benefit, Some(2024), None).await;
        let is_refused = matches!(
            view,
            Err(ServiceError::Refused(Refusal::OutOfScope | Refusal::Role))
        );
        assert!(is_refused, "{:?}", view.err());
        let removed = service::freed_time_remove(&ctx, services, entry.id, 2).await;
        assert!(removed.is_err());
    }

    // Removed, it stays in the history.
    let late = service::freed_time_remove(&own, services, entry.id, 1)
        .await
        .expect("may");
    assert!(late.contains("klart=hann-fore"), "{late}");
    let place = service::freed_time_remove(&own, services, entry.id, 2)
        .await
        .expect("may");
    assert!(place.contains("klart=tid-borttagen"), "{place}");
    assert_eq!(subject.entries(&own, services).await.len(), 0);
    let of = subject.initiative.to_string();
    let history = service::history_view(&own, services, SubjectKind::Initiative, &of, None).await;
    let history = history.expect("may read");
    let mut actions = history.events.iter().map(|event| event.action.as_str());
    let told = rows::texts(
        &services.store,
        "SELECT action FROM audit_event WHERE action LIKE 'freed_time.%' ORDER BY seq",
    )
    .await;
    assert_eq!(told, ["freed_time.add", "freed_time.change", "freed_time.remove"]);
    // What is removed hangs on nothing any more: the auditor's log has it, the initiative's page not.
    assert!(!actions.any(|action| action.starts_with("freed_time")));
}

async fn no_more_goes_somewhere_than_was_freed_and_what_was_typed_is_kept(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let gone = [
        (DispositionKind::BudgetCut, "70"),
        (DispositionKind::HigherQuality, "50,1"),
    ];
    let form = subject.typed((&manager, services), 2024, "120", &gone).await;
    let answer = service::freed_time_save(&manager, services, form.clone())
        .await
        .expect("may");
    let (kept, errors) = refused((&manager, services), subject.benefit, answer).await;
    assert_eq!(kept, form, "nothing typed is lost");
    let (given, freed) = ("120,1".to_owned(), "120".to_owned());
    let problem = Problem::MoreThanFreed { given, freed };
    assert_eq!(errors, [("disposition_hours-1".to_owned(), problem)]);
    assert_eq!(subject.entries(&manager, services).await.len(), 0);

    // Added time goes nowhere, and the future has freed nothing yet.
    let form = subject.typed((&manager, services), 2024, "−120", &gone).await;
    let answer = service::freed_time_save(&manager, services, form)
        .await
        .expect("may");
    let (_, errors) = refused((&manager, services), subject.benefit, answer).await;
    assert_eq!(errors, [("disposition_kind-0".to_owned(), Problem::NothingFreed)]);
    let form = subject.typed((&manager, services), 2099, "1", &[]).await;
    let answer = service::freed_time_save(&manager, services, form)
        .await
        .expect("may");
    let (_, errors) = refused((&manager, services), subject.benefit, answer).await;
    let given = "2099".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::InTheFuture { given })]);
}

async fn full_time_years_are_kept_with_the_hours_that_they_came_to(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let in_years = |form: FreedTimeForm| FreedTimeForm {
        unit: "full_time_years".to_owned(),
        ..form
    };
    let form = in_years(subject.typed((&manager, services), 2024, "1,5", &[]).await);
    let answer = service::freed_time_save(&manager, services, form.clone())
        .await
        .expect("may");
    let (_, errors) = refused((&manager, services), subject.benefit, answer).await;
    let given = "2024".to_owned();
    assert_eq!(errors, [("unit".to_owned(), Problem::NoYearHours { given })]);

    let one = demo.ctx(Role::SteeringUnit);
    let other = somebody(Role::SteeringUnit, Scope::All);
    let hours_from = |from: &str, value: &str| FactorForm {
        from: from.to_owned(),
        ..factors::typed(&format!("Årsarbetskraft {from}"), "full_time_year_hours", value)
    };
    factors::approved(&one, &other, services, hours_from("2023-01-01", "1600")).await;
    done(service::freed_time_save(&manager, services, in_years(form)).await);
    let entry = subject
        .entries(&manager, services)
        .await
        .pop()
        .expect("an entry")
        .value;
    assert_eq!(entry.hours, Decimal::from(2_400));
    assert!(entry.factor_value.is_some());

    // A newer factor changes what is typed from now on, and nothing that was.
    factors::approved(&one, &other, services, hours_from("2024-06-01", "1700")).await;
    let form = subject.typed((&manager, services), 2024, "1,5", &[]).await;
    let noted = FreedTimeForm {
        note: "Tidsmätning".to_owned(),
        ..form
    };
    done(service::freed_time_save(&manager, services, noted).await);
    let after = subject
        .entries(&manager, services)
        .await
        .pop()
        .expect("an entry")
        .value;
    assert_eq!(
        (after.hours, after.factor_value),
        (entry.hours, entry.factor_value)
    );
    let form = subject.typed((&manager, services), 2024, "2", &[]).await;
    done(service::freed_time_save(&manager, services, form).await);
    let after = subject
        .entries(&manager, services)
        .await
        .pop()
        .expect("an entry")
        .value;
    assert_eq!(after.hours, Decimal::from(3_400));
    assert_ne!(after.factor_value, entry.factor_value);
}

async fn hours_are_split_among_groups_and_add_up_to_the_whole(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    for (year, amount, gone) in [
        (2023, "100", &[(DispositionKind::BudgetCut, "40")][..]),
        (2024, "−20", &[]),
        (2019, "55", &[]),
    ] {
        let form = subject.typed((&manager, services), year, amount, gone).await;
        done(service::freed_time_save(&manager, services, form).await);
    }
    let realised = subject.realised(&manager, services).await;
    let all = domain::parted::fold(&realised.time);
    assert_eq!(
        all.whole.freed(),
        Decimal::from(100),
        "2019 is no year of the report"
    );
    assert_eq!(all.whole.net(), Decimal::from(80));
    assert_eq!(all.whole.unknown, Decimal::from(60));
    assert_eq!(all.whole.into_kind(DispositionKind::BudgetCut), Decimal::from(40));
    let of = |group: BenefitGroupId| all.groups[&group].clone();
    assert_eq!(of(subject.groups[0]).freed(), Decimal::from(75));
    assert_eq!(of(subject.groups[1]).freed(), Decimal::from(25));
    assert_eq!(of(subject.groups[1]).added, Decimal::from(5));
    let area = realised.time[0].area.expect("it lies in an area");
    assert_eq!(all.areas[&area], all.whole);
    let number = realised
        .areas
        .iter()
        .find(|(id, ..)| *id == area)
        .expect("named")
        .1
        .clone();
    let view = service::area_view(&manager, services, &number, None)
        .await
        .expect("may read");
    assert_eq!(view.realised.time, realised.time, "the area's page says the same");
    assert!(realised.initiatives.contains_key(&subject.initiative));
}

pub(super) async fn draft_statement(
    (ctx, services): (&Ctx, &Services),
    subject: &Subject,
    target: StatementTarget,
    action: &str,
) -> StatementId {
    let view = service::statement_form(ctx, services, subject.initiative, target, None).await;
    let form = StatementForm {
        submission: key(),
        benefits: vec![subject.benefit.to_string()],
        text: "Det blev billigare.".to_owned(),
        as_of: "2024-12-31".to_owned(),
        finding: "confirmed".to_owned(),
        action: action.to_owned(),
        ..view.expect("may state").state.form
    };
    let place = done(service::statement_save(ctx, services, form).await);
    let id = place.rsplit("konstaterad-").next().expect("an id");
    id.parse().expect("an id")
}

async fn worth(
    by: (&Ctx, &Services),
    subject: &Subject,
    ground: SekGround,
    amount: (&str, bool),
) -> service::Answer {
    worth_of(by, subject, ground, amount, ValueClass::Financial).await
}

/// Says what a benefit was worth in each of two years.
pub(super) async fn worth_of(
    (ctx, services): (&Ctx, &Services),
    subject: &Subject,
    ground: SekGround,
    (amount, counts): (&str, bool),
    class: ValueClass,
) -> service::Answer {
    let target = SekValueTarget::New(subject.benefit, Some(ground));
    let view = service::sek_value_form(ctx, services, target, None)
        .await
        .expect("may");
    let form = SekValueForm {
        submission: key(),
        amount: amount.to_owned(),
        frequency: "yearly".to_owned(),
        from_year: "2023".to_owned(),
        to_year: "2024".to_owned(),
        class: class.code().to_owned(),
        kind: "outcome".to_owned(),
        counts_in_sum: if counts { "on" } else { "" }.to_owned(),
        ..view.state.form
    };
    service::sek_value_save(ctx, services, form).await.expect("may")
}

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
    let target = MeasurementTarget::Existing(measurement);
    let view = service::measurement_form(&manager, services, target, None).await;
    let form = MeasurementForm {
        submission: key(),
        action: "submit".to_owned(),
        ..view.expect("may log").state.form
    };
    done(service::measurement_save(&manager, services, form).await);
    let reviewer = demo.ctx(Role::Reviewer);
    let view = service::measure_view(&reviewer, services, measure).await;
    let mut items = view.expect("may read").measurements.into_iter();
    let item = items.find(|item| item.measurement.id == measurement).expect("it");
    service::measurement_review(&reviewer, services, measurement, item.version, true, "")
        .await
        .expect("may approve");
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

async fn both_go_out_and_in_as_a_file(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let gone = [(DispositionKind::BudgetCut, "40")];
    let form = subject.typed((&manager, services), 2024, "100", &gone).await;
    done(service::freed_time_save(&manager, services, form).await);
    let new = StatementTarget::New {
        delivery: None,
        benefit: Some(subject.benefit),
    };
    let statement = draft_statement((&manager, services), &subject, new, "draft").await;
    worth(
        (&manager, services),
        &subject,
        SekGround::Statement(statement),
        ("1 250", true),
    )
    .await;
    let file = demo.export().await;
    let again = service::exchange::portfolio_import(&operator(), services, &file).await;
    assert!(again.expect("it is what is there").is_nothing());

    let document: Value = serde_json::from_slice(&file).expect("JSON");
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        document.to_string()
    };
    for (reason, file) in [
        (
            "more went somewhere",
            broken(&|d| d["freed_times"][0]["dispositions"][0]["hours"] = json!("100.5")),
        ),
        (
            "not what the amount comes to",
            broken(&|d| d["freed_times"][0]["hours"] = json!("99")),
        ),
        (
            "has another entry of 2024",
            broken(&|d| {
                let mut twin = d["freed_times"][0].clone();
                twin["id"] = json!(Uuid::now_v7());
                d["freed_times"].as_array_mut().expect("a list").push(twin);
            }),
        ),
        (
            "only an outcome",
            broken(&|d| d["sek_values"][0]["kind"] = json!("forecast")),
        ),
        (
            "is counted for the same benefit",
            broken(&|d| {
                let mut twin = d["sek_values"][0].clone();
                twin["id"] = json!(Uuid::now_v7());
                d["sek_values"].as_array_mut().expect("a list").push(twin);
            }),
        ),
        (
            "there is no statement",
            broken(&|d| d["sek_values"][0]["ground"] = json!({ "statement": Uuid::now_v7() })),
        ),
    ] {
        let refused = service::exchange::portfolio_import(&operator(), services, file.as_bytes()).await;
        let told = refused.expect_err("it is refused").to_string();
        assert!(told.contains(reason), "{reason}: {told}");
    }
    let changed = broken(&|d| d["freed_times"][0]["dispositions"][0]["hours"] = json!("41"));
    let imported = service::exchange::portfolio_import(&operator(), services, changed.as_bytes()).await;
    assert_eq!(imported.expect("valid").changed, 1);
    let entry = subject
        .entries(&manager, services)
        .await
        .pop()
        .expect("an entry")
        .value;
    assert_eq!(entry.unknown(), Decimal::from(59));
}
