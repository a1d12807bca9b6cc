//! Nobody approves what they have written in, first or last: measurements, statements and effect goals, one by one and
//! in bulk, and what is written beside them in kronor too.

use domain::ctx::Ctx;
use domain::form::{
    BulkApprovalForm, EffectGoalForm, MeasurementForm, PickedMeasurement, PickedStatement, SekValueForm,
    StatementForm,
};
use domain::id::{BenefitId, EffectGoalId, InitiativeId, MeasureId, MeasurementId, StatementId};
use domain::policy::Refusal;
use domain::register::Query;
use domain::role::{Grant, Role, Scope};
use domain::sek_value::SekGround;
use domain::statement::ApprovalState;
use domain::work::WorkKind;
use serde_json::Value;
use service::{
    BulkOutcome, GoalItem, MeasurementItem, MeasurementTarget, SekValueTarget, ServiceError, Services,
    StatementItem, StatementTarget,
};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json};
use crate::support::forms::{after, done, key, notice};
use crate::support::{measures, rows};

on_both!(
    a_measurement_is_approved_by_nobody_who_has_written_in_it,
    a_statement_is_approved_by_nobody_who_has_written_in_it,
    kronor_are_written_in_what_they_hang_on,
    a_version_of_a_goal_is_approved_by_nobody_who_has_written_in_it,
);

fn id(entity: &Value) -> Uuid {
    entity.as_str().expect("an id").parse().expect("an id")
}

/// The demo, and three people who may each write evidence and approve it.
struct Room {
    demo: Demo,
    initiative: InitiativeId,
    benefit: BenefitId,
    /// Writes first.
    first: Ctx,
    /// Writes last.
    last: Ctx,
    /// Writes nothing.
    third: Ctx,
}

impl Room {
    async fn new(world: &World) -> Self {
        let demo = Demo::load(world).await;
        let benefit = &portfolio_json()["benefits"][0];
        let person = |role: Role| {
            let grants = [Role::PortfolioManager, Role::Reviewer].map(|role| Grant {
                role,
                scope: Scope::All,
                from: None,
                to: None,
            });
            let account = demo.ctx(role).account_id().expect("an account");
            as_account(account, grants.to_vec())
        };
        Self {
            initiative: id(&benefit["initiative"]).into(),
            benefit: id(&benefit["id"]).into(),
            first: person(Role::PortfolioManager),
            last: person(Role::BenefitOwner),
            third: person(Role::Reviewer),
            demo,
        }
    }

    fn services(&self) -> &Services {
        &self.demo.services
    }

    /// How many things of a kind wait for somebody.
    async fn waiting(&self, ctx: &Ctx, kind: WorkKind) -> usize {
        let view = service::work_view(ctx, self.services(), Some(Role::Reviewer), Some(kind)).await;
        view.expect("may read").sections.iter().map(|one| one.count).sum()
    }

    async fn measurement(&self, ctx: &Ctx, measure: MeasureId, of: MeasurementId) -> MeasurementItem {
        let view = service::measure_view(ctx, self.services(), measure).await;
        let mut items = view.expect("may read").measurements.into_iter();
        items.find(|one| one.measurement.id == of).expect("it is there")
    }

    /// The form of a measurement as somebody gets it.
    async fn measurement_form(&self, ctx: &Ctx, of: MeasurementId) -> MeasurementForm {
        let target = MeasurementTarget::Existing(of);
        let view = service::measurement_form(ctx, self.services(), target, None).await;
        MeasurementForm {
            submission: key(),
            ..view.expect("may log").state.form
        }
    }

    async fn statement(&self, ctx: &Ctx, of: StatementId) -> StatementItem {
        let view = service::initiative_view(ctx, self.services(), self.initiative).await;
        let view = view.expect("may read");
        let of_deliveries = view.deliveries.into_iter().flat_map(|one| one.statements);
        let mut all = of_deliveries.chain(view.statements);
        all.find(|one| one.statement.id == of).expect("it is there")
    }

    /// Writes a statement, or changes one.
    async fn state(&self, ctx: &Ctx, target: StatementTarget, text: &str, action: &str) -> StatementId {
        let view = service::statement_form(ctx, self.services(), self.initiative, target, None).await;
        let form = StatementForm {
            submission: key(),
            benefits: vec![self.benefit.to_string()],
            text: text.to_owned(),
            as_of: "2024-12-31".to_owned(),
            finding: "confirmed".to_owned(),
            action: action.to_owned(),
            ..view.expect("may state").state.form
        };
        let place = done(service::statement_save(ctx, self.services(), form).await);
        after(&place, "#konstaterad-").parse().expect("a statement")
    }

    async fn new_statement(&self, ctx: &Ctx, action: &str) -> StatementId {
        let target = StatementTarget::New {
            delivery: None,
            benefit: Some(self.benefit),
        };
        self.state(ctx, target, "Det blev billigare.", action).await
    }

    /// Writes down what something was worth.
    async fn worth(&self, ctx: &Ctx, ground: SekGround) {
        let target = SekValueTarget::New(self.benefit, Some(ground));
        let view = service::sek_value_form(ctx, self.services(), target, None).await;
        let form = SekValueForm {
            submission: key(),
            amount: "1 250".to_owned(),
            frequency: "one_off".to_owned(),
            from_year: "2024".to_owned(),
            class: "financial".to_owned(),
            kind: "outcome".to_owned(),
            ..view.expect("may").state.form
        };
        done(service::sek_value_save(ctx, self.services(), form).await);
    }

    async fn goal(&self, ctx: &Ctx, of: EffectGoalId) -> GoalItem {
        let view = service::initiative_view(ctx, self.services(), self.initiative).await;
        let mut goals = view.expect("may read").goals;
        goals.remove(&of).expect("it is there")
    }

    /// Writes a goal over, or proposes another version of it.
    async fn rewrite(&self, ctx: &Ctx, of: EffectGoalId, method: &str) {
        let view = service::effect_goal_form(ctx, self.services(), None, Some(of), None, None).await;
        let form = EffectGoalForm {
            submission: key(),
            method: method.to_owned(),
            reason: "Måttet mäts på annat sätt.".to_owned(),
            ..view.expect("may write").state.form
        };
        done(service::effect_goal_save(ctx, self.services(), form).await);
    }
}

#[track_caller]
fn own<T: std::fmt::Debug>(answer: service::Result<T>) {
    assert!(
        matches!(answer, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{answer:?}"
    );
}

fn ticked(picked: String) -> BulkApprovalForm {
    BulkApprovalForm {
        submission: key(),
        picked: vec![picked],
        ..BulkApprovalForm::default()
    }
}

/// Approves one among the ticked statements; gives what became of it.
async fn in_bulk(ctx: &Ctx, services: &Services, statement: StatementId, version: i32) -> BulkOutcome {
    let picked = PickedStatement {
        id: statement,
        version,
    };
    let place = done(service::statement_approve_many(ctx, services, ticked(picked.code())).await);
    let (_, query) = place.split_once('?').expect("a query");
    let pairs = domain::register::decoded_pairs(query);
    let field = |name: &str| {
        let found = pairs.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    BulkOutcome::parse(field).expect("an outcome")
}

async fn a_measurement_is_approved_by_nobody_who_has_written_in_it(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let measure = measures::added(&room.first, services).await;
    measures::goal_set(&room.first, services, (room.initiative, room.benefit), measure).await;
    let draft = MeasurementForm {
        action: String::new(),
        ..measures::measured(measure, "2025-Q2", "15")
    };
    let logged = measures::logged(&room.first, services, draft).await;
    let form = MeasurementForm {
        value: "14".to_owned(),
        action: "submit".to_owned(),
        ..room.measurement_form(&room.last, logged).await
    };
    measures::logged(&room.last, services, form).await;
    let version = room.measurement(&room.first, measure, logged).await.version;
    let picked = PickedMeasurement { id: logged, version };
    for ctx in [&room.first, &room.last] {
        let item = room.measurement(ctx, measure, logged).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
        own(service::measurement_review(ctx, services, logged, version, true, "").await);
        own(service::measurement_review(ctx, services, logged, version, false, "Nej.").await);
        let view = service::measurements_review(ctx, services)
            .await
            .expect("may approve");
        assert_eq!((view.waiting.len(), view.own), (0, 1));
        let place = done(service::measurement_approve_many(ctx, services, ticked(picked.code())).await);
        assert_eq!(after(&place, "egna="), "1", "{place}");
        assert_eq!(room.waiting(ctx, WorkKind::ApproveMeasurement).await, 0);
    }
    let item = room.measurement(&room.third, measure, logged).await;
    assert_eq!(
        (item.measurement.state, item.review),
        (ApprovalState::Submitted, Some(Ok(())))
    );
    assert_eq!(room.waiting(&room.third, WorkKind::ApproveMeasurement).await, 1);
    let place = done(service::measurement_approve_many(&room.third, services, ticked(picked.code())).await);
    assert_eq!(after(&place, "godkanda="), "1");
    assert_eq!(rows::count(&services.store, "measurement_editor").await, 2);
    // A correction is another measurement: whoever has not written in it approves it.
    let target = MeasurementTarget::Correcting(logged);
    let view = service::measurement_form(&room.third, services, target, None).await;
    let form = MeasurementForm {
        submission: key(),
        value: "13".to_owned(),
        action: "submit".to_owned(),
        ..view.expect("may log").state.form
    };
    let correction = measures::logged(&room.third, services, form).await;
    own(service::measurement_review(&room.third, services, correction, 1, true, "").await);
    let approved = service::measurement_review(&room.first, services, correction, 1, true, "").await;
    assert_eq!(notice(&approved), "matning-godkand");
}

async fn a_statement_is_approved_by_nobody_who_has_written_in_it(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let said = room.new_statement(&room.first, "draft").await;
    let target = StatementTarget::Existing(said);
    room.state(&room.last, target, "Det blev mycket billigare.", "submit")
        .await;
    let version = room.statement(&room.first, said).await.version;
    for ctx in [&room.first, &room.last] {
        let item = room.statement(ctx, said).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
        own(service::statement_review(ctx, services, said, version, true, "").await);
        let waiting = Query::parse_query("lage=submitted");
        let page = service::statement_register(ctx, services, &waiting, &[]).await;
        let page = page.expect("a page");
        assert_eq!((page.own, page.approvable), (vec![said], Vec::new()));
        let outcome = in_bulk(ctx, services, said, version).await;
        assert_eq!((outcome.approved, outcome.own), (0, vec![said]));
        assert_eq!(room.waiting(ctx, WorkKind::Approve).await, 0);
        let view = service::work_view(ctx, services, None, None)
            .await
            .expect("may read");
        assert_eq!(view.waits_for_others, 1);
    }
    // Returned and sent in again by one of them, it is the same two who have written it.
    let returned =
        service::statement_review(&room.third, services, said, version, false, "Hur mycket?").await;
    assert_eq!(notice(&returned), "aterlamnad");
    room.state(&room.last, target, "Det blev 2 procent billigare.", "submit")
        .await;
    let version = room.statement(&room.first, said).await.version;
    own(service::statement_review(&room.first, services, said, version, true, "").await);
    assert_eq!(room.waiting(&room.third, WorkKind::Approve).await, 1);
    let outcome = in_bulk(&room.third, services, said, version).await;
    assert_eq!((outcome.approved, outcome.own), (1, Vec::new()));
    // What takes its place is another statement.
    let target = StatementTarget::Superseding(said);
    let later = room
        .state(&room.third, target, "Det blev dyrare.", "submit")
        .await;
    own(service::statement_review(&room.third, services, later, 1, true, "").await);
    let approved = service::statement_review(&room.first, services, later, 1, true, "").await;
    assert!(notice(&approved).starts_with("godkand"), "{approved:?}");
}

async fn kronor_are_written_in_what_they_hang_on(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let said = room.new_statement(&room.first, "draft").await;
    room.worth(&room.third, SekGround::Statement(said)).await;
    let target = StatementTarget::Existing(said);
    room.state(&room.last, target, "Det blev billigare.", "submit")
        .await;
    let version = room.statement(&room.first, said).await.version;
    for ctx in [&room.first, &room.last, &room.third] {
        own(service::statement_review(ctx, services, said, version, true, "").await);
        let outcome = in_bulk(ctx, services, said, version).await;
        assert_eq!((outcome.approved, outcome.own), (0, vec![said]));
    }
    let steering = room.demo.ctx(Role::SteeringUnit);
    let approved = service::statement_review(&steering, services, said, version, true, "").await;
    assert!(notice(&approved).starts_with("godkand"), "{approved:?}");

    let measure = measures::added(&room.first, services).await;
    measures::goal_set(&room.first, services, (room.initiative, room.benefit), measure).await;
    let draft = MeasurementForm {
        action: String::new(),
        ..measures::measured(measure, "2025-Q2", "15")
    };
    let logged = measures::logged(&room.first, services, draft).await;
    room.worth(&room.third, SekGround::Measurement(logged)).await;
    let form = MeasurementForm {
        action: "submit".to_owned(),
        ..room.measurement_form(&room.last, logged).await
    };
    measures::logged(&room.last, services, form).await;
    let version = room.measurement(&room.first, measure, logged).await.version;
    for ctx in [&room.first, &room.last, &room.third] {
        own(service::measurement_review(ctx, services, logged, version, true, "").await);
        let picked = PickedMeasurement { id: logged, version };
        let place = done(service::measurement_approve_many(ctx, services, ticked(picked.code())).await);
        assert_eq!(after(&place, "egna="), "1", "{place}");
    }
    let approved = service::measurement_review(&steering, services, logged, version, true, "").await;
    assert_eq!(notice(&approved), "matning-godkand");
}

async fn a_version_of_a_goal_is_approved_by_nobody_who_has_written_in_it(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let measure = measures::added(&room.first, services).await;
    let goal = measures::goal_set(&room.first, services, (room.initiative, room.benefit), measure).await;
    room.rewrite(&room.last, goal, "Samma fråga varje kvartal").await;
    let version = room.goal(&room.first, goal).await.version;
    for ctx in [&room.first, &room.last] {
        assert_eq!(room.goal(ctx, goal).await.review, Some(Err(Refusal::OwnWork)));
        own(service::effect_goal_review(ctx, services, goal, version, true, "").await);
        assert_eq!(room.waiting(ctx, WorkKind::ApproveGoal).await, 0);
    }
    assert_eq!(room.waiting(&room.third, WorkKind::ApproveGoal).await, 1);
    let approved = service::effect_goal_review(&room.third, services, goal, version, true, "").await;
    assert_eq!(notice(&approved), "effektmal-godkant");

    // The next version begins with nobody's hand in it: whoever approved the first proposes this one, and one who wrote
    // the first approves it.
    room.rewrite(&room.third, goal, "En ny fråga varje kvartal").await;
    let item = room.goal(&room.first, goal).await;
    assert_eq!((item.goal.versions.len(), item.review), (2, Some(Ok(()))));
    own(service::effect_goal_review(&room.third, services, goal, item.version, true, "").await);
    // Written over by another as well, it is both of theirs.
    room.rewrite(&room.last, goal, "En fråga om året").await;
    let version = room.goal(&room.first, goal).await.version;
    for ctx in [&room.third, &room.last] {
        own(service::effect_goal_review(ctx, services, goal, version, true, "").await);
    }
    let approved = service::effect_goal_review(&room.first, services, goal, version, true, "").await;
    assert_eq!(notice(&approved), "effektmal-godkant");
    // Taken away before anything of it is approved, nothing of who wrote it is left.
    let measure = measures::added(&room.first, services).await;
    let gone = measures::goal_set(&room.first, services, (room.initiative, room.benefit), measure).await;
    let noted = rows::count(&services.store, "effect_goal_editor").await;
    let removed = service::effect_goal_remove(&room.first, services, gone, 1).await;
    assert_eq!(notice(&removed), "effektmal-borttaget");
    assert_eq!(
        rows::count(&services.store, "effect_goal_editor").await,
        noted - 1
    );
}
