//! Freed time and values in kronor, through the services: who logs and approves them, what is refused, and what they add up
//! to.

use domain::benefit::ValueClass;
use domain::ctx::Ctx;
use domain::form::{
    BulkApprovalForm, FactorForm, FreedTimeForm, MeasurementForm, PickedFreedTime, Problem, SekValueForm,
    StatementForm,
};
use domain::freed_time::DispositionKind;
use domain::history::SubjectKind;
use domain::id::{BenefitGroupId, BenefitId, FreedTimeId, InitiativeId, MeasureId, StatementId, UnitId};
use domain::money::Money;
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use domain::sek_value::SekGround;
use domain::statement::ApprovalState;
use domain::work::{WorkItem, WorkKind};
use migrations::{Migrator, MigratorTrait};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use service::{
    Answer, FreedTimeItem, FreedTimeTarget, Outcome, SekValueTarget, ServiceError, Services, StatementTarget,
};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::forms::{done, key};
use crate::support::{factors, measures, operator, rows};

on_both!(
    freed_time_is_logged_by_those_who_answer_for_the_benefit,
    freed_time_counts_once_somebody_who_has_not_written_in_it_approves_it,
    a_correction_counts_from_its_approval_and_never_both,
    several_entries_are_approved_in_one_act,
    what_is_sent_in_is_taken_back_by_whoever_wrote_it,
    what_was_logged_before_approval_goes_on_being_counted,
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

    /// A new entry of a year, as somebody gets its form, with an amount and where some of it went.
    async fn typed(
        &self,
        by: (&Ctx, &Services),
        year: i32,
        amount: &str,
        gone: &[(DispositionKind, &str)],
    ) -> FreedTimeForm {
        let form = self.asked(by, FreedTimeTarget::New(self.benefit), amount).await;
        FreedTimeForm {
            year: year.to_string(),
            disposition_kind: gone.iter().map(|(kind, _)| kind.code().to_owned()).collect(),
            disposition_hours: gone.iter().map(|(_, hours)| (*hours).to_owned()).collect(),
            disposition_text: gone.iter().map(|_| String::new()).collect(),
            ..form
        }
    }

    /// The form as somebody gets it, with another amount.
    async fn asked(
        &self,
        (ctx, services): (&Ctx, &Services),
        target: FreedTimeTarget,
        amount: &str,
    ) -> FreedTimeForm {
        let view = service::freed_time_form(ctx, services, target, None).await;
        FreedTimeForm {
            submission: key(),
            amount: amount.to_owned(),
            ..view.expect("may log").state.form
        }
    }

    async fn entries(&self, ctx: &Ctx, services: &Services) -> Vec<FreedTimeItem> {
        let view = service::initiative_view(ctx, services, self.initiative).await;
        view.expect("may read").freed_times
    }

    async fn entry(&self, ctx: &Ctx, services: &Services, id: FreedTimeId) -> FreedTimeItem {
        let mut entries = self.entries(ctx, services).await.into_iter();
        entries.find(|item| item.entry.id == id).expect("it")
    }

    /// A reviewer approves it as it is.
    async fn approve(&self, demo: &Demo, id: FreedTimeId) {
        let (reviewer, services) = (demo.ctx(Role::Reviewer), &demo.services);
        let version = self.entry(&reviewer, services, id).await.version;
        let place = service::freed_time_review(&reviewer, services, id, version, true, "").await;
        let place = place.expect("may approve");
        assert!(place.contains(&format!("klart=tid-godkand#tid-{id}")), "{place}");
    }

    /// Hours that the open report's sums say were freed, and how many entries they say wait.
    async fn freed(&self, ctx: &Ctx, services: &Services) -> (Decimal, usize) {
        let view = service::realised_view(ctx, services, None).await;
        let view = view.expect("may read").expect("a report");
        let whole = domain::parted::fold(&view.realised.time).whole;
        (whole.freed(), view.waiting)
    }

    /// What the open report comes to.
    async fn realised(&self, ctx: &Ctx, services: &Services) -> service::Realised {
        let view = service::realised_view(ctx, services, None).await;
        view.expect("may read").expect("a report").realised
    }
}

/// The demo's benefit owner, of one unit alone.
fn owner_of(demo: &Demo, unit: UnitId) -> Ctx {
    let grant = Grant {
        role: Role::BenefitOwner,
        scope: Scope::Units(vec![unit]),
        from: None,
        to: None,
    };
    let id = demo.ctx(Role::BenefitOwner).account_id().expect("an account");
    as_account(id, vec![grant])
}

/// Sends the form in; gives the entry.
async fn sent((ctx, services): (&Ctx, &Services), form: FreedTimeForm) -> FreedTimeId {
    let form = FreedTimeForm {
        action: "submit".to_owned(),
        ..form
    };
    let place = done(service::freed_time_save(ctx, services, form).await);
    assert!(place.contains("klart=tid-inskickad#tid-"), "{place}");
    entry_at(&place)
}

/// The entry that an address leads to.
fn entry_at(place: &str) -> FreedTimeId {
    let id = place.rsplit("#tid-").next().expect("an id");
    id.parse().expect("an id")
}

/// What of a kind waits for somebody.
async fn waiting(ctx: &Ctx, services: &Services, kind: WorkKind) -> Vec<WorkItem> {
    let view = service::work_view(ctx, services, None, Some(kind)).await;
    let sections = view.expect("may read").sections.into_iter();
    sections.flat_map(|section| section.items).collect()
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
    let target = FreedTimeTarget::New(benefit);
    let view = service::freed_time_form(ctx, services, target, Some(&draft)).await;
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

/// What the audit log has of freed time.
async fn told(services: &Services) -> Vec<String> {
    let sql = "SELECT action FROM audit_event WHERE action LIKE 'freed_time.%' ORDER BY seq";
    rows::texts(&services.store, sql).await
}

async fn freed_time_counts_once_somebody_who_has_not_written_in_it_approves_it(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let reviewer = demo.ctx(Role::Reviewer);
    let owner = owner_of(&demo, subject.units[0]);
    let nothing = (Decimal::ZERO, 0);

    // Begun by the owner: a draft counts nowhere, and waits for whoever began it.
    let form = subject.typed((&owner, services), 2024, "100", &[]).await;
    let id = entry_at(&done(service::freed_time_save(&owner, services, form).await));
    assert_eq!(subject.freed(&manager, services).await, nothing);
    assert_eq!(waiting(&owner, services, WorkKind::WriteFreedTime).await.len(), 1);
    let early = service::freed_time_review(&reviewer, services, id, 1, true, "").await;
    assert!(early.expect("may").contains("klart=hann-fore"));

    // Sent in by the manager: it waits, and neither of the two approves it.
    let target = FreedTimeTarget::Existing(id);
    let form = subject.asked((&manager, services), target, "120").await;
    sent((&manager, services), form).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::ZERO, 1));
    for writer in [&owner, &manager] {
        let own = service::freed_time_review(writer, services, id, 2, true, "").await;
        assert!(
            matches!(own, Err(ServiceError::Refused(Refusal::OwnWork))),
            "{own:?}"
        );
        let item = subject.entry(writer, services, id).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
        assert!(
            waiting(writer, services, WorkKind::ApproveFreedTime)
                .await
                .is_empty()
        );
        let view = service::freed_times_review(writer, services).await.expect("may");
        assert_eq!((view.waiting.len(), view.own), (0, 1));
    }
    let outside = owner_of(&demo, subject.units[1]);
    let review = service::freed_time_review(&outside, services, id, 2, true, "").await;
    assert!(
        matches!(review, Err(ServiceError::Refused(Refusal::OutOfScope))),
        "{review:?}"
    );
    for role in [Role::Leadership, Role::Auditor, Role::Admin] {
        let review = service::freed_time_review(&demo.ctx(role), services, id, 2, true, "").await;
        assert!(review.is_err(), "{role:?}");
    }
    let nowhere = FreedTimeId(Uuid::now_v7());
    let review = service::freed_time_review(&reviewer, services, nowhere, 2, true, "").await;
    assert!(matches!(review, Err(ServiceError::NotFound)));
    assert_eq!(
        waiting(&reviewer, services, WorkKind::ApproveFreedTime)
            .await
            .len(),
        1
    );

    // Returned with a note, it comes to whoever wrote the latest of it.
    let bare = service::freed_time_review(&reviewer, services, id, 2, false, " ").await;
    assert!(bare.expect("may").contains("klart=skriv-skal"));
    let place = service::freed_time_review(&reviewer, services, id, 2, false, "Hur är det mätt?").await;
    assert!(place.expect("may").contains("klart=tid-aterlamnad"));
    let [mend] = &waiting(&manager, services, WorkKind::WriteFreedTime).await[..] else {
        panic!("it comes back")
    };
    assert_eq!(mend.note.as_deref(), Some("Hur är det mätt?"));
    assert!(
        waiting(&owner, services, WorkKind::WriteFreedTime)
            .await
            .is_empty()
    );
    let view = service::freed_time_form(&manager, services, target, None).await;
    assert_eq!(
        view.expect("may").review_note.as_deref(),
        Some("Hur är det mätt?")
    );
    assert_eq!(subject.freed(&manager, services).await, nothing);

    // Mended and approved, it counts, and is changed no more.
    let form = subject.asked((&manager, services), target, "110").await;
    let late = FreedTimeForm {
        submission: key(),
        ..form.clone()
    };
    sent((&manager, services), form).await;
    subject.approve(&demo, id).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(110), 0));
    let item = subject.entry(&manager, services, id).await;
    assert!(item.may_correct && !item.may_edit && !item.may_withdraw && item.reviewed.is_some());
    let answer = service::freed_time_save(&manager, services, late)
        .await
        .expect("may");
    assert!(matches!(answer, Answer::Again(_)), "{answer:?}");
    let view = service::freed_time_form(&manager, services, target, None).await;
    assert!(matches!(view, Err(ServiceError::State(_))));
    let removed = service::freed_time_remove(&manager, services, id, item.version).await;
    assert!(removed.expect("may").contains("klart=hann-fore"));
    assert_eq!(
        told(services).await,
        [
            "freed_time.draft",
            "freed_time.submit",
            "freed_time.return",
            "freed_time.submit",
            "freed_time.approve"
        ]
    );
}

async fn a_correction_counts_from_its_approval_and_never_both(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let hours = |number: i64| Decimal::from(number);
    let gone = [(DispositionKind::BudgetCut, "40")];
    let first = sent(by, subject.typed(by, 2024, "100", &gone).await).await;
    let early = service::freed_time_form(&manager, services, FreedTimeTarget::Correcting(first), None).await;
    assert!(
        matches!(early, Err(ServiceError::State(_))),
        "nobody has approved it"
    );
    subject.approve(&demo, first).await;

    // It begins with what it corrects, and is of the same year.
    let correcting = FreedTimeTarget::Correcting(first);
    let form = subject.asked(by, correcting, "90").await;
    assert_eq!(
        (form.year.as_str(), form.disposition_hours[0].as_str()),
        ("2024", "40")
    );
    let moved = FreedTimeForm {
        year: "2023".to_owned(),
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_save(&manager, services, moved)
        .await
        .expect("may");
    let (_, errors) = refused(by, subject.benefit, answer).await;
    let given = "2023".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Gone { given })]);
    let other = FreedTimeForm {
        submission: key(),
        ..form.clone()
    };
    let second = sent(by, form).await;
    assert_eq!(subject.freed(&manager, services).await, (hours(100), 1));
    let item = subject.entry(&manager, services, first).await;
    assert_eq!(
        (item.being_corrected, item.corrected, item.may_correct),
        (Some(ApprovalState::Submitted), false, false)
    );

    // One corrects it, whoever comes second.
    let again = service::freed_time_form(&manager, services, correcting, None).await;
    assert!(matches!(again, Err(ServiceError::State(_))));
    let answer = service::freed_time_save(&manager, services, other)
        .await
        .expect("may");
    let (_, errors) = refused(by, subject.benefit, answer).await;
    let given = "2024".to_owned();
    assert_eq!(errors, [("year".to_owned(), Problem::Gone { given })]);

    subject.approve(&demo, second).await;
    assert_eq!(
        subject.freed(&manager, services).await,
        (hours(90), 0),
        "never both"
    );
    let item = subject.entry(&manager, services, first).await;
    assert!(item.corrected && !item.may_correct);

    // A correction is corrected in its turn: nothing was freed after all.
    let form = FreedTimeForm {
        disposition_kind: Vec::new(),
        disposition_hours: Vec::new(),
        ..subject.asked(by, FreedTimeTarget::Correcting(second), "0").await
    };
    let third = sent(by, form).await;
    subject.approve(&demo, third).await;
    assert_eq!(subject.freed(&manager, services).await, (hours(0), 0));
    let file = demo.export().await;
    let again = service::exchange::portfolio_import(&operator(), services, &file).await;
    assert!(again.expect("it is what is there").is_nothing());
}

async fn several_entries_are_approved_in_one_act(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let (by, reviewer) = ((&manager, services), demo.ctx(Role::Reviewer));
    let mut picked = Vec::new();
    for year in [2023, 2024, 2022] {
        let id = sent(by, subject.typed(by, year, "10", &[]).await).await;
        picked.push(PickedFreedTime { id, version: 1 });
    }
    let view = service::freed_times_review(&reviewer, services)
        .await
        .expect("may");
    let years: Vec<i32> = view.waiting.iter().map(|of| of.entry.year).collect();
    assert_eq!((years, view.own, view.more), (vec![2022, 2023, 2024], 0, 0));
    assert_eq!(view.waiting[0].initiative.id, subject.initiative);
    let own = service::freed_times_review(&manager, services)
        .await
        .expect("may");
    assert_eq!((own.waiting.len(), own.own), (0, 3));

    picked[2].version = 7;
    let form = BulkApprovalForm {
        submission: key(),
        picked: picked.iter().map(PickedFreedTime::code).collect(),
        ..BulkApprovalForm::default()
    };
    let mine = BulkApprovalForm {
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_approve_many(&manager, services, mine).await;
    assert_eq!(done(answer), "/frigjord-tid/granska?godkanda=0&egna=3");
    let outside = owner_of(&demo, subject.units[1]);
    let theirs = BulkApprovalForm {
        submission: key(),
        ..form.clone()
    };
    let answer = service::freed_time_approve_many(&outside, services, theirs).await;
    assert_eq!(done(answer), "/frigjord-tid/granska?godkanda=0&nekade=3");
    assert_eq!(subject.freed(&manager, services).await.0, Decimal::ZERO);

    let place = done(service::freed_time_approve_many(&reviewer, services, form.clone()).await);
    assert_eq!(place, "/frigjord-tid/granska?godkanda=2&andrade=1");
    let again = done(service::freed_time_approve_many(&reviewer, services, form).await);
    assert_eq!(again, place, "once");
    let approved: Vec<_> = told(services)
        .await
        .into_iter()
        .filter(|action| action == "freed_time.approve")
        .collect();
    assert_eq!(approved.len(), 2, "each with a trace of its own");
    let view = service::freed_times_review(&reviewer, services)
        .await
        .expect("may");
    assert_eq!(view.waiting.len(), 1);
}

async fn what_is_sent_in_is_taken_back_by_whoever_wrote_it(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let id = sent(by, subject.typed(by, 2024, "10", &[]).await).await;
    assert!(subject.entry(&manager, services, id).await.may_withdraw);
    let owner = owner_of(&demo, subject.units[0]);
    let theirs = service::freed_time_withdraw(&owner, services, id, 1).await;
    assert!(matches!(theirs, Err(ServiceError::State(_))), "{theirs:?}");
    let late = service::freed_time_withdraw(&manager, services, id, 7).await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let place = service::freed_time_withdraw(&manager, services, id, 1).await;
    assert_eq!(
        place.expect("may"),
        format!("/frigjord-tid/{id}/andra?klart=tillbakatagen")
    );
    let item = subject.entry(&manager, services, id).await;
    assert_eq!(
        (item.entry.state, item.version, item.may_edit),
        (ApprovalState::Draft, 2, true)
    );
    let late = service::freed_time_withdraw(&manager, services, id, 2).await;
    assert!(late.expect("may").contains("klart=hann-fore"), "it is a draft");
}

async fn what_was_logged_before_approval_goes_on_being_counted(world: World) {
    let subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let by = (&manager, services);
    let first = sent(by, subject.typed(by, 2024, "100", &[]).await).await;
    subject.approve(&demo, first).await;
    let correction = subject.asked(by, FreedTimeTarget::Correcting(first), "90").await;
    let second = sent(by, correction).await;
    subject.approve(&demo, second).await;
    let form = subject.asked(by, FreedTimeTarget::Correcting(second), "80").await;
    done(service::freed_time_save(&manager, services, form).await);
    sent(by, subject.typed(by, 2023, "7", &[]).await).await;
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(90), 1));

    // Down to where nothing was approved: what counts is left. Up again it is approved, and counts.
    let name = "m20250124_000024_freed_time_approval";
    let all = Migrator::migrations();
    let at = all
        .iter()
        .position(|one| one.name() == name)
        .expect("it is there");
    let steps = u32::try_from(all.len() - at).expect("few");
    let connection = services.store.unaudited();
    Migrator::down(connection, Some(steps)).await.expect("goes down");
    let left = rows::texts(&services.store, "SELECT CAST(year AS TEXT) FROM freed_time").await;
    assert_eq!(left, ["2024"]);
    Migrator::up(connection, None).await.expect("goes up");
    let entries = subject.entries(&manager, services).await;
    let [item] = &entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (item.entry.id, item.entry.state, item.entry.supersedes),
        (second, ApprovalState::Approved, None)
    );
    assert!(item.may_correct && item.reviewed.is_none());
    assert_eq!(
        rows::number(&services.store, "SELECT COUNT(*) FROM freed_time_editor").await,
        1,
        "who edited it last"
    );
    assert_eq!(subject.freed(&manager, services).await, (Decimal::from(90), 0));
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
            "there is no freed time",
            broken(&|d| d["freed_times"][0]["supersedes"] = json!(Uuid::now_v7())),
        ),
        (
            "is no approved entry of the same benefit and year",
            broken(&|d| {
                let mut correction = d["freed_times"][0].clone();
                correction["id"] = json!(Uuid::now_v7());
                correction["supersedes"] = d["freed_times"][0]["id"].clone();
                d["freed_times"].as_array_mut().expect("a list").push(correction);
            }),
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
    let item = subject.entries(&manager, services).await.pop().expect("an entry");
    assert_eq!(item.entry.unknown(), Decimal::from(59));
    assert!(item.imported && item.written_by.is_none());

    // What is approved is corrected, in a file too.
    let target = FreedTimeTarget::Existing(item.entry.id);
    let form = subject.asked((&manager, services), target, "100").await;
    let id = sent((&manager, services), form).await;
    subject.approve(&demo, id).await;
    let file = demo.export().await;
    let mut document: Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(document["freed_times"][0]["state"], "approved");
    document["freed_times"][0]["note"] = json!("En annan källa");
    let changed = document.to_string();
    let refused = service::exchange::portfolio_import(&operator(), services, changed.as_bytes()).await;
    let told = refused.expect_err("it is refused").to_string();
    assert!(told.contains("what is approved never changes"), "{told}");
    let mut document: Value = serde_json::from_slice(&file).expect("JSON");
    let mut correction = document["freed_times"][0].clone();
    correction["id"] = json!(Uuid::now_v7());
    correction["supersedes"] = json!(id);
    correction["hours"] = json!("70");
    correction["amount"] = json!("70");
    let list = document["freed_times"].as_array_mut().expect("a list");
    list.insert(0, correction);
    let corrected = document.to_string();
    let imported = service::exchange::portfolio_import(&operator(), services, corrected.as_bytes()).await;
    assert_eq!(imported.expect("valid").added, 1);
    assert_eq!(subject.freed(&manager, services).await.0, Decimal::from(70));
}
