//! Forms: nothing typed is lost, nothing is overwritten, nothing is made twice, and nobody approves
//! what they have written themselves.

use chrono::Duration;
use domain::assessment::SubjectKey;
use domain::ctx::{Actor, Ctx};
use domain::form::{AssessmentForm, BenefitForm, DeliveryForm, FigureRows, Problem, StatementForm};
use domain::id::{BenefitId, DeliveryId, InitiativeId, StatementId};
use domain::policy::Refusal;
use domain::register::Query;
use domain::role::{Role, Scope};
use domain::statement::ApprovalState;
use serde_json::{Value, json};
use service::{
    Answer, FormState, InitiativeView, Outcome, ServiceError, Services, StatementItem, StatementTarget,
};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::rows::{count, text, things_done};

on_both!(
    a_form_sent_twice_makes_one_row_and_leads_to_the_same_place,
    a_form_sent_twice_at_once_makes_one_row,
    a_form_without_a_name_for_its_sending_is_taken_each_time,
    a_stale_delivery_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_benefit_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_statement_is_kept_with_both_values_and_overwrites_nothing,
    a_stale_assessment_is_kept_with_both_values_and_overwrites_nothing,
    of_two_people_who_change_the_same_thing_at_once_one_is_told,
    an_invalid_delivery_keeps_every_typed_value_and_names_each_error,
    an_invalid_benefit_keeps_every_typed_value_and_names_each_error,
    an_invalid_statement_keeps_every_typed_value_and_names_each_error,
    an_invalid_assessment_keeps_every_typed_value_and_names_each_error,
    a_choice_that_has_gone_is_an_error_of_its_field,
    a_draft_is_read_by_its_own_browser_and_form_for_a_day,
    what_a_form_does_not_show_is_left_alone,
    a_launch_date_of_any_precision_survives_a_save_that_does_not_touch_it,
    a_follow_up_date_of_any_precision_survives_a_save_that_does_not_touch_it,
    every_save_leaves_one_event_that_says_who_what_before_and_after,
    nobody_approves_what_they_edited,
    what_nobody_has_reviewed_is_taken_back_by_whoever_sent_it,
    a_returned_statement_says_why_and_is_sent_in_again,
    what_people_log_shows_in_the_open_report_and_never_in_the_decided_one,
    a_decided_report_takes_no_grading,
);

/// The demo with the delivery, benefit and statement that a test works on.
struct Desk {
    demo: Demo,
    /// The first initiative of the register.
    initiative: InitiativeId,
}

impl Desk {
    async fn new(world: &World) -> Self {
        let demo = Demo::load(world).await;
        let ctx = demo.ctx(Role::PortfolioManager);
        let rows = service::initiative_list(&ctx, &demo.services, &Query::default())
            .await
            .expect("the register")
            .rows;
        Self {
            demo,
            initiative: rows[0].id,
        }
    }

    fn services(&self) -> &Services {
        &self.demo.services
    }

    fn manager(&self) -> Ctx {
        self.demo.ctx(Role::PortfolioManager)
    }

    fn steering(&self) -> Ctx {
        self.demo.ctx(Role::SteeringUnit)
    }

    async fn view(&self) -> InitiativeView {
        service::initiative_view(&self.manager(), self.services(), self.initiative)
            .await
            .expect("the initiative")
    }

    /// Which areas and groups there are, in their order.
    async fn groups(&self) -> Vec<String> {
        self.view()
            .await
            .groups
            .iter()
            .map(|group| group.id.to_string())
            .collect()
    }

    async fn new_delivery(&self) -> DeliveryForm {
        DeliveryForm {
            name: "Ny leverans".to_owned(),
            ..self.delivery_form(None, None, &self.manager()).await.form
        }
        .with("Vad den är.", "delivered", "2025-03")
    }

    async fn new_benefit(&self, delivery: &str) -> BenefitForm {
        let form = self.benefit_form(None, None, &self.manager()).await.form;
        BenefitForm {
            delivery: delivery.to_owned(),
            groups: self.groups().await[..1].to_vec(),
            description: "Väntan blir kortare.".to_owned(),
            ..form
        }
    }

    async fn new_statement(&self, benefit: &str, action: &str) -> StatementForm {
        let form = self.statement_form(None, None, &self.manager()).await.form;
        StatementForm {
            benefits: vec![benefit.to_owned()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            action: action.to_owned(),
            ..form
        }
    }

    async fn delivery_form(
        &self,
        delivery: Option<DeliveryId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<DeliveryForm> {
        let view = service::delivery_form(ctx, self.services(), self.initiative, delivery, draft).await;
        view.expect("the form").state
    }

    async fn benefit_form(
        &self,
        benefit: Option<BenefitId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<BenefitForm> {
        let view = service::benefit_form(ctx, self.services(), self.initiative, None, benefit, draft).await;
        view.expect("the form").state
    }

    async fn statement_form(
        &self,
        statement: Option<StatementId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<StatementForm> {
        let target = match statement {
            Some(id) => StatementTarget::Existing(id),
            None => StatementTarget::New {
                delivery: None,
                benefit: None,
            },
        };
        let view = service::statement_form(ctx, self.services(), self.initiative, target, draft).await;
        view.expect("the form").state
    }

    /// The grading of area 4.3 in the open report.
    async fn assessment_form(&self, draft: Option<&str>, ctx: &Ctx) -> FormState<AssessmentForm> {
        let view = service::assessment_view(
            ctx,
            self.services(),
            &SubjectKey::Area("4.3".to_owned()),
            None,
            draft,
        )
        .await;
        view.expect("the form").state
    }

    async fn save_delivery(&self, ctx: &Ctx, form: &DeliveryForm) -> Answer {
        service::delivery_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_benefit(&self, ctx: &Ctx, form: &BenefitForm) -> Answer {
        service::benefit_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_statement(&self, ctx: &Ctx, form: &StatementForm) -> Answer {
        service::statement_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_assessment(&self, ctx: &Ctx, form: &AssessmentForm) -> Answer {
        service::assessment_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    /// A statement as its page shows it.
    async fn statement(&self, id: StatementId, ctx: &Ctx) -> StatementItem {
        let view = service::initiative_view(ctx, self.services(), self.initiative)
            .await
            .expect("may read");
        let mut items = view
            .statements
            .into_iter()
            .chain(view.deliveries.into_iter().flat_map(|d| d.statements));
        items
            .find(|item| item.statement.id == id)
            .expect("the statement is there")
    }

    async fn rows(&self, table: &str) -> i64 {
        count(&self.services().store, table).await
    }

    async fn events(&self) -> i64 {
        things_done(&self.services().store).await
    }
}

trait With {
    fn with(self, description: &str, status: &str, actual: &str) -> Self;
}

impl With for DeliveryForm {
    fn with(self, description: &str, status: &str, actual: &str) -> Self {
        Self {
            description: description.to_owned(),
            status: status.to_owned(),
            actual: vec![actual.to_owned()],
            ..self
        }
    }
}

/// Where an accepted form leads.
fn done(answer: Answer) -> String {
    match answer {
        Answer::Done(place) => place,
        Answer::Again(key) => panic!("it came back as draft {key}"),
    }
}

/// The draft of one that was not accepted.
fn again(answer: Answer) -> String {
    match answer {
        Answer::Again(key) => key,
        Answer::Done(place) => panic!("it was accepted and led to {place}"),
    }
}

/// The identity in the place that a form leads to.
fn id_in(place: &str) -> String {
    let (_, anchor) = place.split_once('#').expect("an anchor");
    anchor.split_once('-').expect("kind-id").1.to_owned()
}

async fn a_form_sent_twice_makes_one_row_and_leads_to_the_same_place(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let (events, deliveries) = (desk.events().await, desk.rows("delivery").await);

    let form = desk.new_delivery().await;
    assert!(
        !form.submission.is_empty(),
        "a fresh form has a name for its sending"
    );
    let place = done(desk.save_delivery(&manager, &form).await);
    assert_eq!(done(desk.save_delivery(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("delivery").await, desk.events().await),
        (deliveries + 1, events + 1)
    );

    let benefits = desk.rows("benefit").await;
    let form = desk.new_benefit(&id_in(&place)).await;
    let place = done(desk.save_benefit(&manager, &form).await);
    assert_eq!(done(desk.save_benefit(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("benefit").await, desk.events().await),
        (benefits + 1, events + 2)
    );

    let statements = desk.rows("statement").await;
    let form = desk.new_statement(&id_in(&place), "submit").await;
    let place = done(desk.save_statement(&manager, &form).await);
    assert_eq!(done(desk.save_statement(&manager, &form).await), place);
    assert_eq!(
        (desk.rows("statement").await, desk.events().await),
        (statements + 1, events + 3)
    );

    let assessments = desk.rows("assessment").await;
    let form = AssessmentForm {
        motivation: "Mycket återstår.".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    let place = done(desk.save_assessment(&steering, &form).await);
    assert_eq!(done(desk.save_assessment(&steering, &form).await), place);
    assert_eq!(
        (desk.rows("assessment").await, desk.events().await),
        (assessments + 1, events + 4)
    );

    // A change sent twice is one change too, though its version has moved on.
    let id: DeliveryId = desk.view().await.deliveries[0].delivery.id;
    let form = desk.delivery_form(Some(id), None, &manager).await.form;
    let form = DeliveryForm {
        name: "Ett annat namn".to_owned(),
        ..form
    };
    let place = done(desk.save_delivery(&manager, &form).await);
    assert_eq!(done(desk.save_delivery(&manager, &form).await), place);
    assert_eq!(desk.events().await, events + 5);
}

async fn a_form_sent_twice_at_once_makes_one_row(world: World) {
    let desk = Desk::new(&world).await;
    let (before, form) = (desk.rows("delivery").await, desk.new_delivery().await);
    let sendings: Vec<_> = (0..4)
        .map(|_| {
            let (ctx, services, form) = (desk.manager(), desk.services().clone(), form.clone());
            tokio::spawn(async move {
                service::delivery_save(&ctx, &services, form)
                    .await
                    .expect("may write")
            })
        })
        .collect();
    let mut places = Vec::new();
    for sending in sendings {
        places.push(done(sending.await.expect("no panic")));
    }
    places.dedup();
    assert_eq!(places.len(), 1, "{places:?}");
    assert_eq!(desk.rows("delivery").await, before + 1);
}

async fn a_form_without_a_name_for_its_sending_is_taken_each_time(world: World) {
    let desk = Desk::new(&world).await;
    let before = desk.rows("delivery").await;
    let form = DeliveryForm {
        submission: String::new(),
        ..desk.new_delivery().await
    };
    let manager = desk.manager();
    let places = [
        desk.save_delivery(&manager, &form).await,
        desk.save_delivery(&manager, &form).await,
    ];
    let [first, second] = places.map(done);
    assert_ne!(first, second);
    assert_eq!(desk.rows("delivery").await, before + 2);
}

/// The other's form, as the draft holds it.
fn theirs<F>(state: FormState<F>) -> (F, F) {
    match state.outcome {
        Some(Outcome::Stale { theirs }) => (state.form, *theirs),
        _ => panic!("it came back for another reason"),
    }
}

async fn a_stale_delivery_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let id = desk.view().await.deliveries[0].delivery.id;
    let mine = desk.delivery_form(Some(id), None, &manager).await.form;
    let other = desk.delivery_form(Some(id), None, &steering).await.form;
    done(
        desk.save_delivery(
            &steering,
            &DeliveryForm {
                name: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = DeliveryForm {
        name: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_delivery(&manager, &mine).await);
    let (kept, now) = theirs(desk.delivery_form(Some(id), Some(&key), &manager).await);
    assert_eq!(kept, mine, "all that was typed");
    assert_eq!(now.name, "Den andras");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // On the version that was shown it goes through.
    let settled = DeliveryForm {
        version: now.version,
        ..kept
    };
    done(desk.save_delivery(&manager, &settled).await);
    assert_eq!(desk.view().await.deliveries[0].delivery.name, "Min");
}

async fn a_stale_benefit_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, steering) = (desk.manager(), desk.steering());
    let id = desk.view().await.deliveries[0].benefits[0].benefit.id;
    let mine = desk.benefit_form(Some(id), None, &manager).await.form;
    let other = desk.benefit_form(Some(id), None, &steering).await.form;
    done(
        desk.save_benefit(
            &steering,
            &BenefitForm {
                description: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = BenefitForm {
        description: "Min".to_owned(),
        groups: desk.groups().await,
        ..mine
    };
    let key = again(desk.save_benefit(&manager, &mine).await);
    let (kept, now) = theirs(desk.benefit_form(Some(id), Some(&key), &manager).await);
    assert_eq!((kept, now.description.as_str()), (mine, "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_stale_statement_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, owner) = (desk.manager(), desk.demo.ctx(Role::BenefitOwner));
    let benefit = desk.view().await.deliveries[0].benefits[0].benefit.id.to_string();
    let place = done(
        desk.save_statement(&manager, &desk.new_statement(&benefit, "").await)
            .await,
    );
    let id: StatementId = id_in(&place).parse().expect("an id");
    let mine = desk.statement_form(Some(id), None, &manager).await.form;
    let other = desk.statement_form(Some(id), None, &owner).await.form;
    done(
        desk.save_statement(
            &owner,
            &StatementForm {
                text: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = StatementForm {
        text: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_statement(&manager, &mine).await);
    let (kept, now) = theirs(desk.statement_form(Some(id), Some(&key), &manager).await);
    assert_eq!((kept, now.text.as_str()), (mine.clone(), "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // One that is approved meanwhile is no longer changed, whatever version is sent.
    let latest = desk.statement_form(Some(id), None, &owner).await.form;
    done(
        desk.save_statement(
            &owner,
            &StatementForm {
                action: "submit".to_owned(),
                ..latest
            },
        )
        .await,
    );
    let reviewer = desk.demo.ctx(Role::Reviewer);
    let version = desk.statement(id, &reviewer).await.version;
    service::statement_review(&reviewer, desk.services(), id, version, true, "")
        .await
        .expect("approves");
    let before = (desk.demo.export().await, desk.events().await);
    for version in [version, version + 1] {
        let late = StatementForm {
            version: version.to_string(),
            submission: String::new(),
            ..mine.clone()
        };
        let (kept, now) = theirs(
            desk.statement_form(
                None,
                Some(&again(desk.save_statement(&manager, &late).await)),
                &manager,
            )
            .await,
        );
        assert_eq!((kept.text.as_str(), now.text.as_str()), ("Min", "Den andras"));
    }
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_stale_assessment_is_kept_with_both_values_and_overwrites_nothing(world: World) {
    let desk = Desk::new(&world).await;
    let (first, second) = (desk.steering(), somebody(Role::SteeringUnit, Scope::All));
    // Both begin where there is nothing yet.
    let mine = desk.assessment_form(None, &second).await.form;
    let other = desk.assessment_form(None, &first).await.form;
    done(
        desk.save_assessment(
            &first,
            &AssessmentForm {
                motivation: "Den andras".to_owned(),
                ..other
            },
        )
        .await,
    );
    let before = (desk.demo.export().await, desk.events().await);

    let mine = AssessmentForm {
        motivation: "Min".to_owned(),
        ..mine
    };
    let key = again(desk.save_assessment(&second, &mine).await);
    let (kept, now) = theirs(desk.assessment_form(Some(&key), &second).await);
    assert_eq!((kept, now.motivation.as_str()), (mine, "Den andras"));
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn of_two_people_who_change_the_same_thing_at_once_one_is_told(world: World) {
    let desk = Desk::new(&world).await;
    let id = desk.view().await.deliveries[0].delivery.id;
    let events = desk.events().await;
    // Both have the form before them when the first of them saves.
    let mut opened = Vec::new();
    for (ctx, name) in [(desk.manager(), "Min"), (desk.steering(), "Den andras")] {
        let form = desk.delivery_form(Some(id), None, &ctx).await.form;
        let name_of = name.to_owned();
        opened.push((
            ctx,
            name,
            DeliveryForm {
                name: name_of,
                ..form
            },
        ));
    }
    let mut changes = Vec::new();
    for (ctx, name, form) in opened {
        let services = desk.services().clone();
        changes.push(tokio::spawn(async move {
            let answer = service::delivery_save(&ctx, &services, form).await;
            (name, answer.expect("may write"))
        }));
    }
    let mut answers = Vec::new();
    for change in changes {
        answers.push(change.await.expect("no panic"));
    }
    let accepted: Vec<_> = answers
        .iter()
        .filter(|(_, answer)| matches!(answer, Answer::Done(_)))
        .collect();
    let [(name, _)] = accepted[..] else {
        panic!("one, not {answers:?}")
    };
    assert_eq!(&desk.view().await.deliveries[0].delivery.name, name);
    assert_eq!(desk.events().await, events + 1);
}

/// The fields that came back, and what is wrong with each.
fn problems<F>(state: &FormState<F>) -> Vec<(String, Problem)> {
    state
        .errors()
        .0
        .into_iter()
        .map(|error| (error.field, error.problem))
        .collect()
}

fn named(problems: &[(&str, Problem)]) -> Vec<(String, Problem)> {
    problems
        .iter()
        .map(|(field, problem)| ((*field).to_owned(), problem.clone()))
        .collect()
}

fn unknown(given: &str) -> Problem {
    Problem::UnknownChoice {
        given: given.to_owned(),
    }
}

fn no_date(given: &str) -> Problem {
    Problem::NotADate {
        given: given.to_owned(),
    }
}

/// What is wrong with rows of figures that hold nothing but words.
fn wrong_figures(figures: &FigureRows) -> Vec<(String, Problem)> {
    (0..2)
        .flat_map(|row| {
            let no_number = |column: &str, given: &str| {
                let given = given.trim().to_owned();
                (format!("{column}-{row}"), Problem::NotANumber { given })
            };
            [
                no_number("figure_value", &figures.figure_value[row]),
                no_number("figure_value_to", &figures.figure_value_to[row]),
                (
                    format!("figure_role-{row}"),
                    unknown(figures.figure_role[row].trim()),
                ),
            ]
        })
        .collect()
}

/// A form with every field typed, none of them as it was: each text is its field's name.
fn typed<F: serde::Serialize + serde::de::DeserializeOwned + Default>(keep: Value) -> F {
    let mut fields = serde_json::to_value(F::default()).expect("a form is JSON");
    for (name, value) in fields.as_object_mut().expect("fields") {
        let text = format!(" {name} \"åäö\"\r\n<b>&amp; ");
        *value = match (keep.get(name), value.is_array()) {
            (Some(kept), _) => kept.clone(),
            (None, true) => json!([text, "två"]),
            (None, false) => json!(text),
        };
    }
    serde_json::from_value(fields).expect("a form")
}

async fn an_invalid_delivery_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: DeliveryForm = typed(json!({ "id": "", "name": " ", "initiative": desk.initiative }));
    let key = again(desk.save_delivery(&manager, &form).await);
    let state = desk.delivery_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let given = |text: &str| text.trim().to_owned();
    let mut expected = named(&[
        ("name", Problem::Required),
        ("area", unknown(&given(&form.area))),
        ("status", unknown(&given(&form.status))),
        ("planned-0", no_date(&given(&form.planned[0]))),
        ("actual-0", no_date(&given(&form.actual[0]))),
        ("planned-1", no_date("två")),
        ("actual-1", no_date("två")),
        ("upcoming_when-0", no_date(&given(&form.upcoming_when[0]))),
        ("upcoming_when-1", no_date("två")),
    ]);
    expected.extend(wrong_figures(&form.figures));
    assert_eq!(problems(&state), expected);
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );

    // What is in use has been launched.
    let form = desk
        .new_delivery()
        .await
        .with("Vad den är.", "partly_delivered", "");
    let state = desk
        .delivery_form(
            None,
            Some(&again(desk.save_delivery(&manager, &form).await)),
            &manager,
        )
        .await;
    assert_eq!(problems(&state), named(&[("actual-0", Problem::LaunchMissing)]));
}

async fn an_invalid_benefit_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: BenefitForm = typed(json!({ "id": "", "description": "", "initiative": desk.initiative }));
    let key = again(desk.save_benefit(&manager, &form).await);
    let state = desk.benefit_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    let mut expected: Vec<String> = [
        "delivery",
        "description",
        "groups",
        "groups",
        "value_class",
        "owner",
        "recipient",
        "expected_from",
        "expected_to",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(wrong_figures(&form.figures).into_iter().map(|(field, _)| field));
    assert_eq!(fields, expected);

    let form = BenefitForm {
        groups: Vec::new(),
        expected_from: "2026-01-01".to_owned(),
        expected_to: "2025-01-01".to_owned(),
        ..desk.new_benefit("").await
    };
    let state = desk
        .benefit_form(
            None,
            Some(&again(desk.save_benefit(&manager, &form).await)),
            &manager,
        )
        .await;
    let backwards = Problem::EndBeforeStart {
        given: "2025-01-01".to_owned(),
    };
    assert_eq!(
        problems(&state),
        named(&[("groups", Problem::Required), ("expected_to", backwards)])
    );
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn an_invalid_statement_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let form: StatementForm =
        typed(json!({ "id": "", "text": "\n", "finding": "too_early", "initiative": desk.initiative }));
    let key = again(desk.save_statement(&manager, &form).await);
    let state = desk.statement_form(None, Some(&key), &manager).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    let mut expected: Vec<String> = [
        "delivery",
        "benefits",
        "benefits",
        "groups",
        "groups",
        "text",
        "as_of",
        "follow_up",
        "assessing_unit",
        "source_kind-0",
        "source_kind-1",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(wrong_figures(&form.figures).into_iter().map(|(field, _)| field));
    expected.push("supersedes".to_owned());
    assert_eq!(fields, expected);

    let form = StatementForm {
        benefits: Vec::new(),
        as_of: "2025-10-02".to_owned(),
        finding: "utmärkt".to_owned(),
        ..desk.new_statement("", "submit").await
    };
    let state = desk
        .statement_form(
            None,
            Some(&again(desk.save_statement(&manager, &form).await)),
            &manager,
        )
        .await;
    let tomorrow = Problem::InTheFuture {
        given: "2025-10-02".to_owned(),
    };
    let expected = named(&[
        ("benefits", Problem::Required),
        ("finding", unknown("utmärkt")),
        ("as_of", tomorrow),
    ]);
    assert_eq!(problems(&state), expected);
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn an_invalid_assessment_keeps_every_typed_value_and_names_each_error(world: World) {
    let desk = Desk::new(&world).await;
    let steering = desk.steering();
    let before = (desk.demo.export().await, desk.events().await);
    let report = desk.assessment_form(None, &steering).await.form.report;
    let form: AssessmentForm =
        typed(json!({ "report": report, "subject": "4.3", "motivation": "", "action": "submit" }));
    let key = again(desk.save_assessment(&steering, &form).await);
    let state = desk.assessment_form(Some(&key), &steering).await;
    assert_eq!(state.form, form, "every typed value, as it was typed");
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "level",
            "delivery",
            "expected",
            "realised",
            "motivation",
            "text_groups-0",
            "text_groups-1"
        ]
    );

    let other = AssessmentForm {
        level: "ingen".to_owned(),
        delivery: "god".to_owned(),
        expected: "god".to_owned(),
        realised: "viss".to_owned(),
        motivation: "Inget av det har kommit.".to_owned(),
        action: "submit".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    let key = again(desk.save_assessment(&steering, &other).await);
    let state = desk.assessment_form(Some(&key), &steering).await;
    assert_eq!(
        problems(&state),
        named(&[("deviation_reason", Problem::DeviationWithoutReason)])
    );
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_choice_that_has_gone_is_an_error_of_its_field(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let before = (desk.demo.export().await, desk.events().await);
    let gone = "01961c54-8c00-7fff-8000-000000000001".to_owned();
    let problem = || Problem::Gone { given: gone.clone() };

    let form = DeliveryForm {
        area: gone.clone(),
        ..desk.new_delivery().await
    };
    let key = again(desk.save_delivery(&manager, &form).await);
    let state = desk.delivery_form(None, Some(&key), &manager).await;
    assert_eq!(
        (problems(&state), state.form),
        (named(&[("area", problem())]), form)
    );

    let form = BenefitForm {
        groups: vec![gone.clone()],
        owner: gone.clone(),
        ..desk.new_benefit(&gone).await
    };
    let key = again(desk.save_benefit(&manager, &form).await);
    let state = desk.benefit_form(None, Some(&key), &manager).await;
    let expected = named(&[
        ("delivery", problem()),
        ("groups", problem()),
        ("owner", problem()),
    ]);
    assert_eq!((problems(&state), state.form), (expected, form));

    let form = StatementForm {
        delivery: gone.clone(),
        groups: vec![gone.clone()],
        assessing_unit: gone.clone(),
        ..desk.new_statement(&gone, "submit").await
    };
    let key = again(desk.save_statement(&manager, &form).await);
    let state = desk.statement_form(None, Some(&key), &manager).await;
    let fields: Vec<_> = problems(&state).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["delivery", "benefits", "groups", "assessing_unit"]);
    assert_eq!(state.form, form);

    // What the form itself rests on is simply not found.
    let form = DeliveryForm {
        initiative: gone.clone(),
        ..desk.new_delivery().await
    };
    let answer = service::delivery_save(&manager, desk.services(), form).await;
    assert!(matches!(answer, Err(ServiceError::NotFound)), "{answer:?}");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}

async fn a_draft_is_read_by_its_own_browser_and_form_for_a_day(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let form = DeliveryForm {
        name: String::new(),
        ..desk.new_delivery().await
    };
    let key = again(desk.save_delivery(&manager, &form).await);
    let is_there = |state: &FormState<DeliveryForm>| state.outcome.is_some();
    assert!(is_there(&desk.delivery_form(None, Some(&key), &manager).await));

    let elsewhere = Ctx {
        session: Some("en annan webbläsare".to_owned()),
        ..manager.clone()
    };
    let nowhere = Ctx {
        session: None,
        ..manager.clone()
    };
    let tomorrow = Ctx {
        now: manager.now + Duration::hours(24),
        ..manager.clone()
    };
    for (who, ctx) in [
        ("another person", desk.steering()),
        ("the same person on another browser", elsewhere),
        ("the same person without a browser", nowhere),
        ("the same browser a day later", tomorrow),
    ] {
        let state = desk.delivery_form(None, Some(&key), &ctx).await;
        assert!(!is_there(&state), "{who} reads the draft");
        assert_eq!(state.form.description, "", "{who} reads some of the draft");
    }
    let later = Ctx {
        now: manager.now + Duration::hours(23),
        ..manager.clone()
    };
    assert!(is_there(&desk.delivery_form(None, Some(&key), &later).await));
    let other_form = desk.benefit_form(None, Some(&key), &manager).await;
    assert!(other_form.outcome.is_none(), "another form reads the draft");
    let guessed = format!("{}0", &key[..key.len() - 1]);
    let guessed = if guessed == key {
        format!("{}1", &key[..key.len() - 1])
    } else {
        guessed
    };
    assert!(!is_there(
        &desk.delivery_form(None, Some(&guessed), &manager).await
    ));
    assert!(key.len() >= 64, "256 bits cannot be guessed: {key}");

    // A day later the next draft sweeps it away.
    let tomorrow = Ctx {
        now: manager.now + Duration::hours(25),
        ..manager.clone()
    };
    again(desk.save_delivery(&tomorrow, &form).await);
    assert_eq!(desk.rows("form_draft").await, 1);
}

async fn what_a_form_does_not_show_is_left_alone(world: World) {
    let mut desk = Desk::new(&world).await;
    let manager = desk.manager();
    // A save of what the form shows, unchanged: nothing that it does not show may be lost.
    let before: Value = serde_json::from_slice(&desk.demo.export().await).expect("JSON");
    let rows = service::initiative_list(&manager, desk.services(), &Query::default())
        .await
        .expect("the register")
        .rows;
    for row in rows {
        desk.initiative = row.id;
        for delivery in desk.view().await.deliveries {
            let id = delivery.delivery.id;
            let form = desk.delivery_form(Some(id), None, &manager).await.form;
            // What is in use without a known launch cannot be saved as it is: the form says so.
            if form.parse(desk.manager().today()).is_ok() {
                done(desk.save_delivery(&manager, &form).await);
            }
            for benefit in delivery.benefits {
                let form = desk
                    .benefit_form(Some(benefit.benefit.id), None, &manager)
                    .await
                    .form;
                done(desk.save_benefit(&manager, &form).await);
            }
        }
    }
    let after: Value = serde_json::from_slice(&desk.demo.export().await).expect("JSON");
    for list in ["deliveries", "benefits"] {
        let lists = [&before, &after].map(|document| document[list].as_array().expect("a list"));
        assert_eq!(lists[0].len(), lists[1].len());
        for (was, is) in lists[0].iter().zip(lists[1]) {
            assert_eq!(was, is, "{list}");
        }
    }
}

const PRECISIONS: [(&str, Option<&str>); 11] = [
    ("day", Some("2024-09-03")),
    ("month", Some("2024-09")),
    ("month_range", Some("2024-12/2025-01")),
    ("quarter", Some("2024-Q3")),
    ("season", Some("2024-winter")),
    ("early_year", Some("2025")),
    ("turn_of_year", Some("2024/2025")),
    ("year", Some("2024")),
    ("year_range", Some("2023/2024")),
    ("not_before", Some("2025")),
    ("undated", None),
];

async fn a_launch_date_of_any_precision_survives_a_save_that_does_not_touch_it(world: World) {
    let mut portfolio = portfolio_json();
    for (index, (precision, when)) in PRECISIONS.into_iter().enumerate() {
        let when = json!({ "when": when, "precision": precision });
        portfolio["deliveries"][index]["launches"] = json!([{ "what": "", "planned": when, "actual": when }]);
        portfolio["deliveries"][index]["status"] = json!({ "value": "planned", "interpreted": true });
    }
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let mut desk = Desk {
        demo,
        initiative: InitiativeId(uuid::Uuid::nil()),
    };
    let manager = desk.manager();
    let mut lost = Vec::new();
    for (index, (precision, _)) in PRECISIONS.into_iter().enumerate() {
        let delivery = &portfolio["deliveries"][index];
        desk.initiative = delivery["initiative"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id");
        let id: DeliveryId = delivery["id"].as_str().expect("an id").parse().expect("an id");
        let of = |view: InitiativeView| {
            view.deliveries
                .into_iter()
                .find(|d| d.delivery.id == id)
                .expect("there")
                .delivery
        };
        let before = of(desk.view().await);
        let form = desk.delivery_form(Some(id), None, &manager).await.form;
        done(desk.save_delivery(&manager, &form).await);
        let after = of(desk.view().await);
        if after != before {
            lost.push(format!(
                "{precision}: {:?} became {:?}",
                before.launches, after.launches
            ));
        }
    }
    assert_eq!(lost, [""; 0]);
}

async fn a_follow_up_date_of_any_precision_survives_a_save_that_does_not_touch_it(world: World) {
    let mut portfolio = portfolio_json();
    let statement = portfolio["statements"][0].clone();
    for (index, (precision, when)) in PRECISIONS.into_iter().enumerate() {
        let mut statement = statement.clone();
        statement["id"] = json!(format!("01961c54-8c00-7fff-8000-{index:012}"));
        statement["figures"] = json!([]);
        statement["finding"] = json!({ "value": "planned_followup" });
        statement["as_of"] = json!({ "value": "2020-01-01" });
        statement["follow_up"] = json!({ "when": when, "precision": precision });
        statement["state"] = json!("draft");
        statement["imported"] = json!(false);
        portfolio["statements"]
            .as_array_mut()
            .expect("a list")
            .push(statement);
    }
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let initiative = statement["initiative"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let desk = Desk { demo, initiative };
    let manager = desk.manager();
    let mut lost = Vec::new();
    for (index, (precision, _)) in PRECISIONS.into_iter().enumerate() {
        let id: StatementId = format!("01961c54-8c00-7fff-8000-{index:012}")
            .parse()
            .expect("an id");
        let before = desk.statement(id, &manager).await.statement;
        let form = desk.statement_form(Some(id), None, &manager).await.form;
        done(desk.save_statement(&manager, &form).await);
        let after = desk.statement(id, &manager).await.statement;
        if after != before {
            lost.push(format!(
                "{precision}: {:?} became {:?}",
                before.follow_up, after.follow_up
            ));
        }
    }
    assert_eq!(lost, [""; 0]);
}

async fn every_save_leaves_one_event_that_says_who_what_before_and_after(world: World) {
    let desk = Desk::new(&world).await;
    let manager = desk.manager();
    let id = desk.view().await.deliveries[0].delivery.id;
    let form = desk.delivery_form(Some(id), None, &manager).await.form;
    let old = form.name.clone();
    done(
        desk.save_delivery(
            &manager,
            &DeliveryForm {
                name: "Ett annat namn".to_owned(),
                ..form
            },
        )
        .await,
    );

    let store = &desk.services().store;
    let newest = |column: &str| format!("SELECT {column} FROM audit_event ORDER BY seq DESC LIMIT 1");
    let event = [
        text(store, &newest("action")).await,
        text(store, &newest("subject_kind")).await,
        text(store, &newest("subject_id")).await,
    ];
    assert_eq!(
        event,
        [
            "delivery.change".to_owned(),
            "delivery".to_owned(),
            id.to_string()
        ]
    );
    let payload = text(
        store,
        "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1",
    )
    .await;
    let payload: Value = serde_json::from_str(&payload).expect("JSON");
    assert_eq!(payload["who"], "portfolio_manager", "the name of the account");
    assert_eq!(payload["roles"], json!(["portfolio_manager"]));
    assert_eq!(payload["before"]["name"], json!(old));
    assert_eq!(payload["after"]["name"], "Ett annat namn");

    // Of a new thing there is no before.
    done(desk.save_delivery(&manager, &desk.new_delivery().await).await);
    let payload = text(
        store,
        "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1",
    )
    .await;
    let payload: Value = serde_json::from_str(&payload).expect("JSON");
    assert_eq!(
        (&payload["before"], &payload["after"]["name"]),
        (&Value::Null, &json!("Ny leverans"))
    );
}

/// Reviews a statement on the version that it has.
async fn review(
    desk: &Desk,
    ctx: &Ctx,
    id: StatementId,
    approve: bool,
    note: &str,
) -> Result<String, ServiceError> {
    let version = desk.statement(id, ctx).await.version;
    service::statement_review(ctx, desk.services(), id, version, approve, note).await
}

async fn submitted(desk: &Desk, ctx: &Ctx) -> StatementId {
    let benefit = desk.view().await.deliveries[0].benefits[0].benefit.id.to_string();
    let form = desk.new_statement(&benefit, "submit").await;
    id_in(&done(desk.save_statement(ctx, &form).await))
        .parse()
        .expect("an id")
}

async fn nobody_approves_what_they_edited(world: World) {
    let desk = Desk::new(&world).await;
    let author = desk.manager();
    let id = submitted(&desk, &author).await;
    let before = desk.events().await;

    // Not even under another hat: the account counts, not the role.
    let account = author.account_id().expect("an account");
    let Actor::Account { grants, .. } = desk.steering().actor else {
        panic!("an account")
    };
    let same_person = as_account(account, grants);
    for ctx in [&author, &same_person] {
        for approve in [true, false] {
            let answer = review(&desk, ctx, id, approve, "ett skäl").await;
            assert!(
                matches!(answer, Err(ServiceError::Refused(Refusal::OwnWork))),
                "{answer:?}"
            );
        }
        let item = desk.statement(id, ctx).await;
        assert_eq!(item.review, Some(Err(Refusal::OwnWork)), "the page says why");
    }
    assert_eq!(
        desk.statement(id, &author).await.statement.state,
        ApprovalState::Submitted
    );
    assert_eq!(desk.events().await, before);

    // Whoever touched it last is the one who may not.
    let reviewer = desk.demo.ctx(Role::Reviewer);
    assert_eq!(desk.statement(id, &reviewer).await.review, Some(Ok(())));
    let place = review(&desk, &reviewer, id, true, "")
        .await
        .expect("somebody else may");
    assert!(place.contains("klart=godkand"), "{place}");
    let item = desk.statement(id, &reviewer).await;
    assert_eq!(item.statement.state, ApprovalState::Approved);
    assert!(item.written_by.is_some(), "who wrote it stands there");
    let (approver, at) = item.reviewed.expect("and who approved it");
    assert_ne!(item.written_by, Some(approver));
    assert_eq!(at, reviewer.now);
    assert_eq!(desk.events().await, before + 1);

    // Once is enough: the second reviewer is told, and nothing happens.
    let place = service::statement_review(&desk.steering(), desk.services(), id, 1, false, "för sent")
        .await
        .expect("may review");
    assert!(place.contains("klart=hann-fore"), "{place}");
    assert_eq!(
        desk.statement(id, &reviewer).await.statement.state,
        ApprovalState::Approved
    );
    assert_eq!(desk.events().await, before + 1);
}

async fn what_nobody_has_reviewed_is_taken_back_by_whoever_sent_it(world: World) {
    let desk = Desk::new(&world).await;
    let (author, reviewer) = (desk.manager(), desk.demo.ctx(Role::Reviewer));
    let id = submitted(&desk, &author).await;
    assert!(desk.statement(id, &author).await.may_withdraw);
    assert!(!desk.statement(id, &reviewer).await.may_withdraw);
    let other = service::statement_withdraw(&desk.demo.ctx(Role::BenefitOwner), desk.services(), id, 1).await;
    assert!(matches!(other, Err(ServiceError::State(_))), "{other:?}");
    let late = service::statement_withdraw(&author, desk.services(), id, 7).await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let before = desk.events().await;
    let place = service::statement_withdraw(&author, desk.services(), id, 1).await;
    let form = format!("/konstaterad/{id}?klart=tillbakatagen");
    assert!(place.expect("may").ends_with(&form), "to where it is mended");
    let item = desk.statement(id, &author).await;
    assert_eq!(item.statement.state, ApprovalState::Draft);
    assert!(item.may_edit && !item.may_withdraw);
    assert_eq!(desk.events().await, before + 1);
    // Nobody reviews what has been taken back, and it is not taken back twice.
    let late = review(&desk, &reviewer, id, true, "").await;
    assert!(late.expect("may").contains("klart=hann-fore"));
    let again = service::statement_withdraw(&author, desk.services(), id, item.version).await;
    assert!(again.expect("may").contains("klart=hann-fore"));
}

async fn a_returned_statement_says_why_and_is_sent_in_again(world: World) {
    let desk = Desk::new(&world).await;
    let (author, reviewer) = (desk.manager(), desk.demo.ctx(Role::Reviewer));
    let id = submitted(&desk, &author).await;
    let place = review(&desk, &reviewer, id, false, "  ")
        .await
        .expect("may review");
    assert!(place.contains("klart=skriv-skal"), "{place}");
    assert_eq!(
        desk.statement(id, &author).await.statement.state,
        ApprovalState::Submitted,
        "no reason, no return"
    );

    let place = review(&desk, &reviewer, id, false, " Var är källan? ")
        .await
        .expect("may review");
    assert!(place.contains("klart=aterlamnad"), "{place}");
    let item = desk.statement(id, &author).await;
    assert_eq!(item.statement.state, ApprovalState::Returned);
    assert_eq!(item.review_note.as_deref(), Some("Var är källan?"));
    assert!(item.may_edit && item.review.is_none());

    let form = desk.statement_form(Some(id), None, &author).await.form;
    let form = StatementForm {
        source_kind: vec!["registry_number".to_owned()],
        source_text: vec!["D-2025/17".to_owned()],
        action: "submit".to_owned(),
        ..form
    };
    done(desk.save_statement(&author, &form).await);
    let item = desk.statement(id, &reviewer).await;
    assert_eq!(item.statement.state, ApprovalState::Submitted);
    assert_eq!(item.statement.sources.len(), 1);
    review(&desk, &reviewer, id, true, "").await.expect("may review");
    assert!(
        !desk.statement(id, &author).await.may_edit,
        "approved is approved"
    );
}

/// Counts of the open report, and the level of an area: what people see move.
async fn standing(desk: &Desk) -> Vec<i64> {
    let report = desk.demo.report_json(2025).await;
    let of = |part: &str, fields: &[&str]| -> Vec<i64> {
        fields
            .iter()
            .map(|field| report[part][field].as_i64().expect("a count"))
            .collect()
    };
    let mut counts = of(
        "totals",
        &["deliveries", "expected_benefits", "realised_statements"],
    );
    counts.extend(of("coverage", &["due", "stated", "missing", "not_due"]));
    counts
}

async fn what_people_log_shows_in_the_open_report_and_never_in_the_decided_one(world: World) {
    let desk = Desk::new(&world).await;
    let (manager, reviewer, steering) = (desk.manager(), desk.demo.ctx(Role::Reviewer), desk.steering());
    let decided = desk.demo.report(2024).await;
    let start = standing(&desk).await;
    let moved = |by: [i64; 7]| -> Vec<i64> { start.iter().zip(by).map(|(count, by)| count + by).collect() };

    // deliveries, benefits, statements; due, stated, missing, not due
    let place = done(desk.save_delivery(&manager, &desk.new_delivery().await).await);
    assert_eq!(
        standing(&desk).await,
        moved([1, 0, 0, 0, 0, 0, 0]),
        "a delivery launched in March 2025"
    );
    let delivery = id_in(&place);

    let place = done(
        desk.save_benefit(&manager, &desk.new_benefit(&delivery).await)
            .await,
    );
    assert_eq!(
        standing(&desk).await,
        moved([1, 1, 0, 1, 0, 1, 0]),
        "a due benefit without evidence"
    );
    let benefit = id_in(&place);
    let later = BenefitForm {
        expected_from: "2026-06-01".to_owned(),
        ..desk.new_benefit(&delivery).await
    };
    done(desk.save_benefit(&manager, &later).await);
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 0, 1, 0, 1, 1]),
        "a benefit that is not due yet"
    );

    let form = StatementForm {
        delivery: delivery.clone(),
        ..desk.new_statement(&benefit, "submit").await
    };
    let id: StatementId = id_in(&done(desk.save_statement(&manager, &form).await))
        .parse()
        .expect("an id");
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 0, 1, 0, 1, 1]),
        "what nobody has approved counts nowhere"
    );
    review(&desk, &reviewer, id, true, "").await.expect("may review");
    assert_eq!(
        standing(&desk).await,
        moved([1, 2, 1, 1, 1, 0, 1]),
        "approved, it counts"
    );

    // The grading: seen by those who may, hidden from others until it is decided.
    let proposal = desk.demo.report_json(2025).await["areas"][2]["proposal"]["level"].clone();
    let level = proposal.as_str().expect("a proposed level").to_owned();
    let form = AssessmentForm {
        level: level.clone(),
        delivery: level.clone(),
        expected: level.clone(),
        realised: level.clone(),
        motivation: "Mycket återstår.".to_owned(),
        action: "submit".to_owned(),
        ..desk.assessment_form(None, &steering).await.form
    };
    done(desk.save_assessment(&steering, &form).await);
    let area = &desk.demo.report_json(2025).await["areas"][2];
    assert_eq!((&area["number"], &area["level"]), (&json!("4.3"), &json!(level)));
    assert_eq!(area["motivation"], "Mycket återstår.");
    for (ctx, sees) in [(desk.demo.ctx(Role::Leadership), true), (manager.clone(), false)] {
        let standing = service::overview_view(&ctx, desk.services(), None)
            .await
            .expect("may read")
            .standing;
        let standing = standing.expect("a report");
        assert_eq!(
            standing.report.to_year, 2025,
            "the overview opens on the newest report"
        );
        assert_eq!(standing.area("4.3").expect("the area").assessment.is_some(), sees);
    }

    // What the decided report was made from changes too: a delivery of its, a benefit, and what was
    // found as of its years.
    let old = desk.view().await.deliveries.swap_remove(0);
    let form = desk
        .delivery_form(Some(old.delivery.id), None, &manager)
        .await
        .form;
    let form = DeliveryForm {
        name: "Ett annat namn".to_owned(),
        ..form
    };
    done(desk.save_delivery(&manager, &form).await);
    let benefit = old.benefits[0].benefit.id;
    let form = desk.benefit_form(Some(benefit), None, &manager).await.form;
    let form = BenefitForm {
        description: "Något annat".to_owned(),
        ..form
    };
    done(desk.save_benefit(&manager, &form).await);
    let form = StatementForm {
        as_of: "2024-06-30".to_owned(),
        delivery: old.delivery.id.to_string(),
        ..desk.new_statement(&benefit.to_string(), "submit").await
    };
    let id = id_in(&done(desk.save_statement(&manager, &form).await));
    review(&desk, &reviewer, id.parse().expect("an id"), true, "")
        .await
        .expect("may review");
    assert_eq!(
        standing(&desk).await[2],
        start[2] + 2,
        "the open report counts it as well"
    );

    assert!(
        desk.demo.report(2024).await == decided,
        "the decided report is not the same, byte for byte"
    );
    for ctx in [manager, steering] {
        let standing = service::overview_view(&ctx, desk.services(), Some(2024))
            .await
            .expect("may read")
            .standing;
        assert_eq!(standing.expect("a report").totals.deliveries, 33);
    }
}

async fn a_decided_report_takes_no_grading(world: World) {
    let desk = Desk::new(&world).await;
    let steering = desk.steering();
    let view = service::assessment_view(
        &steering,
        desk.services(),
        &SubjectKey::Area("4.3".to_owned()),
        Some(2024),
        None,
    )
    .await;
    let view = view.expect("may read");
    assert!(!view.may_assess);
    let before = (desk.demo.export().await, desk.events().await);
    let form = AssessmentForm {
        motivation: "Bättre".to_owned(),
        ..view.state.form
    };
    let answer = service::assessment_save(&steering, desk.services(), form).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
    assert_eq!(
        (desk.demo.export().await, desk.events().await),
        before,
        "something was written"
    );
}
