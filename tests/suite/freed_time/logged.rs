//! What is logged, by those who answer for it: no more goes somewhere than was freed, and hours add up.

use domain::form::{FactorForm, FreedTimeForm, Problem};
use domain::freed_time::DispositionKind;
use domain::history::SubjectKind;
use domain::id::{BenefitGroupId, FreedTimeId};
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use service::{Answer, FreedTimeTarget, ServiceError};
use uuid::Uuid;

use super::{entry_at, owner_of, refused, sent, subject, told};
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::factors;
use crate::support::forms::{done, key};

on_both!(
    freed_time_is_logged_by_those_who_answer_for_the_benefit,
    no_more_goes_somewhere_than_was_freed_and_what_was_typed_is_kept,
    full_time_years_are_kept_with_the_hours_that_they_came_to,
    hours_are_split_among_groups_and_add_up_to_the_whole,
);

async fn freed_time_is_logged_by_those_who_answer_for_the_benefit(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let services = &demo.services;
    let (own, other) = (
        owner_of(&demo, subject.units[0]),
        owner_of(&demo, subject.units[1]),
    );
    let gone = [(DispositionKind::MoreVolume, "50")];
    let form = subject.typed((&own, services), 2024, "120,5", &gone).await;
    let place = done(service::freed_time_save(&own, services, form.clone()).await);
    assert!(place.contains("klart=tid-utkast#tid-"), "{place}");
    let again = done(service::freed_time_save(&own, services, form).await);
    assert_eq!(again, place, "it is taken once");
    let entries = subject.entries(&own, services).await;
    assert_eq!(entries.len(), 1);
    let (entry, version) = (entries[0].entry.clone(), entries[0].version);
    assert_eq!((entry.unknown(), version), (Decimal::new(705, 1), 1));
    assert_eq!((entry.state, entry_at(&place)), (ApprovalState::Draft, entry.id));

    // The year has its entry: another of the same is refused, that one is changed.
    let manager = demo.ctx(Role::PortfolioManager);
    let second = subject.typed((&manager, services), 2024, "7", &[]).await;
    let answer = service::freed_time_save(&manager, services, second)
        .await
        .expect("may");
    let (_, errors) = refused((&manager, services), subject.benefit, answer).await;
    let given = "2024".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Taken { given })]);
    let target = FreedTimeTarget::Existing(entry.id);
    let changed = FreedTimeForm {
        disposition_kind: Vec::new(),
        disposition_hours: Vec::new(),
        ..subject.asked((&manager, services), target, "−5").await
    };
    let late = FreedTimeForm {
        submission: key(),
        ..changed.clone()
    };
    done(service::freed_time_save(&manager, services, changed).await);
    let answer = service::freed_time_save(&manager, services, late)
        .await
        .expect("may");
    assert!(matches!(answer, Answer::Again(_)), "somebody was first");

    // Nobody else writes it.
    for ctx in [other, demo.ctx(Role::Reviewer), demo.ctx(Role::SteeringUnit)] {
        for target in [target, FreedTimeTarget::New(subject.benefit)] {
            let view = service::freed_time_form(&ctx, services, target, None).await;
            let is_refused = matches!(
                view,
                Err(ServiceError::Refused(Refusal::OutOfScope | Refusal::Role))
            );
            assert!(is_refused, "{:?}", view.err());
        }
        let removed = service::freed_time_remove(&ctx, services, entry.id, 2).await;
        assert!(removed.is_err());
    }
    let nowhere = FreedTimeId(Uuid::now_v7());
    let found = service::freed_time_form(&own, services, FreedTimeTarget::Existing(nowhere), None).await;
    assert!(matches!(found, Err(ServiceError::NotFound)));

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
    let told = told(services).await;
    assert_eq!(
        told,
        ["freed_time.draft", "freed_time.change", "freed_time.remove"]
    );
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
    let place = done(service::freed_time_save(&manager, services, in_years(form)).await);
    let id = entry_at(&place);
    let entry = subject.entry(&manager, services, id).await.entry;
    assert_eq!(entry.hours, Decimal::from(2_400));
    assert!(entry.factor_value.is_some());

    // A newer factor changes what is typed from now on, and nothing that was.
    factors::approved(&one, &other, services, hours_from("2024-06-01", "1700")).await;
    let target = FreedTimeTarget::Existing(id);
    let form = subject.asked((&manager, services), target, "1,5").await;
    let noted = FreedTimeForm {
        note: "Tidsmätning".to_owned(),
        ..form
    };
    sent((&manager, services), noted).await;
    subject.approve(&demo, id).await;
    let after = subject.entry(&manager, services, id).await.entry;
    assert_eq!(
        (after.hours, after.factor_value),
        (entry.hours, entry.factor_value)
    );
    // Nor does it change a correction of something else.
    let target = FreedTimeTarget::Correcting(id);
    let form = subject.asked((&manager, services), target, "1,5").await;
    let again = sent((&manager, services), form).await;
    let after = subject.entry(&manager, services, again).await.entry;
    assert_eq!(after.hours, entry.hours);
    subject.approve(&demo, again).await;
    let target = FreedTimeTarget::Correcting(again);
    let form = subject.asked((&manager, services), target, "2").await;
    let last = sent((&manager, services), form).await;
    let after = subject.entry(&manager, services, last).await.entry;
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
        let id = sent((&manager, services), form).await;
        subject.approve(&demo, id).await;
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
