//! Who gets what: every service function with every role and with none, against a table that people
//! can read; and the ways in and out.

mod access;
mod by_hand;
mod calculation;
mod factor;
mod measure;
mod plan;
mod realised;
mod report_beside;
mod report_correction;
mod report_life;
mod report_outside;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use chrono::Duration;
use domain::assessment::SubjectKey;
use domain::ctx::{Actor, Ctx};
use domain::form::{
    AssessmentForm, BenefitForm, BulkApprovalForm, DeliveryForm, PickedStatement, SavedViewForm,
    StatementForm,
};
use domain::history::SubjectKind;
use domain::id::{
    AccountId, BenefitId, CalculationId, EffectGoalId, FactorId, FactorValueId, FollowUpRoundId,
    InitiativeId, MeasureId, MeasurementId, PortfolioId, ReportId, SavedViewId, StatementId, UnitId,
};
use domain::policy::Refusal;
use domain::register::{Query, RegisterKind};
use domain::role::{Grant, Role, Scope};
use domain::standing::Standing;
use domain::work::WorkKind;
use domain::workbook::WorkbookFault;
use serde_json::Value;
use service::exchange::{portfolio_export, portfolio_import};
use service::{Answer, EventFilter, Format, ServiceError, Services, StatementTarget};
use uuid::Uuid;

use crate::support::calculations::begun;
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous, as_account, portfolio, portfolio_json, somebody};
use crate::support::factors::{added, typed};
use crate::support::measures;
use crate::support::rounds::rounds;
use crate::support::rows::{audit_seq, count, must};
use crate::support::{now, operator, repository};

on_both!(
    every_service_function_answers_every_role_as_the_table_says,
    a_scope_lets_in_what_is_ones_own_and_nothing_else,
    what_belongs_elsewhere_is_not_reached_by_its_number,
    a_benefit_owner_speaks_for_their_own_benefits_alone,
    a_link_signs_in_once,
    a_link_that_many_use_at_once_signs_in_one,
    a_session_ends_after_two_idle_hours_and_after_twelve_in_all,
    a_session_that_is_ended_is_over,
    a_disabled_account_loses_its_sessions_and_links,
    a_role_ends_with_its_last_day_though_the_session_goes_on,
    the_demo_is_not_loaded_over_anything_else,
);

/// The table. Setting this variable writes it anew, and fails: look at what has changed.
const WRITE: &str = "NYTTA_WRITE_GOLDEN";

/// A row of the table: a function with one kind of argument.
struct Row {
    function: &'static str,
    with: &'static str,
}

/// All rows. A service function that is named in none of them fails the test below.
const ROWS: [Row; 70] = {
    const fn row(function: &'static str, with: &'static str) -> Row {
        Row { function, with }
    }
    [
        row("overview_view", "of the decided report"),
        row("overview_view", "of the open report"),
        row("work_view", ""),
        row("work_view", "of another role"),
        row("work_next", ""),
        row("area_view", "of the decided report"),
        row("area_view", "of the open report"),
        row("initiative_register", ""),
        row("initiative_list", ""),
        row("benefit_register", ""),
        row("benefit_list", ""),
        row("statement_register", ""),
        row("statement_list", ""),
        row("note_keep", "where somebody else was first"),
        row("note_kept", "of somebody else"),
        row("saved_view_form", ""),
        row("register_exported", ""),
        row("saved_view_save", ""),
        row("saved_view_save", "with nothing filled in"),
        row("saved_view_delete", "of one's own"),
        row("saved_view_delete", "of somebody else's"),
        row("initiative_view", ""),
        row("initiative_view", "that does not exist"),
        row("report_list", ""),
        row("report_view", "decided"),
        row("report_view", "open"),
        row("report_view_of_year", "decided"),
        row("report_view_of_year", "open"),
        row("report_render", "decided"),
        row("report_render", "open"),
        row("delivery_form", ""),
        row("delivery_form", "of an initiative that does not exist"),
        row("delivery_save", ""),
        row("delivery_save", "with nothing filled in"),
        row("benefit_form", ""),
        row("benefit_save", ""),
        row("benefit_save", "with nothing filled in"),
        row("statement_form", ""),
        row("statement_save", ""),
        row("statement_save", "with nothing filled in"),
        row("statement_review", "of somebody else's"),
        row("statement_review", "of one's own"),
        row("statement_review", "of one that does not exist"),
        row("statement_withdraw", "of somebody else's"),
        row("statement_withdraw", "of one's own"),
        row("statement_approve_many", "of somebody else's"),
        row("statement_approve_many", "of one's own"),
        row("statement_approve_many", "of none"),
        row("assessment_list", "of the decided report"),
        row("assessment_list", "of the open report"),
        row("assessment_view", "of the open report"),
        row("assessment_return", "in the decided report"),
        row("assessment_save", "in the open report"),
        row("assessment_save", "in the decided report"),
        row("history_view", "of an initiative"),
        row("history_view", "of the decided report"),
        row("history_view", "of the open report"),
        row("history_view", "of a decided assessment"),
        row("history_view", "of an undecided assessment"),
        row("history_view", "of an account"),
        row("history_view", "of something that does not exist"),
        row("audit_view", ""),
        row("chain_verify", ""),
        row("demo_load", "over itself"),
        row("portfolio_export", ""),
        row("portfolio_import", ""),
        row("workbook_choices", ""),
        row("workbook_try", "one that could not be read"),
        row("workbook_view", ""),
        row("workbook_take", "of one that was not sent"),
    ]
};

/// Everybody who asks.
fn columns(demo: &Demo) -> Vec<(&'static str, Ctx)> {
    let yesterday = now().date_naive().pred_opt();
    let lapsed = Role::ALL.map(|role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: yesterday,
    });
    let elsewhere = Scope::Portfolios(vec![PortfolioId(Uuid::now_v7())]);
    let mut columns = vec![("nobody", anonymous()), ("operator", operator())];
    columns.extend(Role::ALL.map(|role| (role.code(), demo.ctx(role))));
    columns.push(("no_role", as_account(AccountId(Uuid::now_v7()), Vec::new())));
    columns.push((
        "lapsed_roles",
        as_account(AccountId(Uuid::now_v7()), lapsed.to_vec()),
    ));
    columns.push(("other_manager", somebody(Role::PortfolioManager, elsewhere)));
    let unit = Scope::Units(vec![UnitId(Uuid::now_v7())]);
    columns.push(("other_owner", somebody(Role::BenefitOwner, unit)));
    columns
}

fn refusal(error: ServiceError) -> String {
    match error {
        ServiceError::Refused(Refusal::SignIn) => "sign in".to_owned(),
        ServiceError::NotFound | ServiceError::Refused(Refusal::NotFound) => "not found".to_owned(),
        ServiceError::Refused(Refusal::Role) => "forbidden".to_owned(),
        ServiceError::Refused(Refusal::OutOfScope) => "out of scope".to_owned(),
        ServiceError::Refused(Refusal::OwnWork) => "own work".to_owned(),
        ServiceError::State(_) => "decided".to_owned(),
        other => panic!("no answer but a failure: {other:?}"),
    }
}

fn outcome<T>(answer: Result<T, ServiceError>) -> String {
    answer.map_or_else(refusal, |_| "ok".to_owned())
}

fn saved(answer: Result<Answer, ServiceError>) -> String {
    match answer {
        Ok(Answer::Done(_)) => "ok".to_owned(),
        Ok(Answer::Again(_)) => "draft".to_owned(),
        Err(error) => refusal(error),
    }
}

/// What became of the one statement that was ticked.
fn bulk(answer: &Answer) -> String {
    let Answer::Done(place) = answer else {
        panic!("no such form comes back: {answer:?}")
    };
    let told = [
        ("godkanda=1", "ok"),
        ("egna=", "own work"),
        ("nekade=", "out of scope"),
        ("godkanda=0", "nothing"),
    ];
    let found = told.iter().find(|(part, _)| place.contains(part));
    found
        .unwrap_or_else(|| panic!("{place}: tells nothing"))
        .1
        .to_owned()
}

fn view(submission: &str) -> SavedViewForm {
    SavedViewForm {
        submission: submission.to_owned(),
        register: "nyttor".to_owned(),
        name: format!("Urval {submission}"),
        ..SavedViewForm::default()
    }
}

/// Whether a view shows a judgement that nobody has decided.
fn undecided(standing: &Standing) -> &'static str {
    let judged = standing.areas.iter().any(|area| area.assessment.is_some())
        || standing.groups.iter().any(|group| group.assessment.is_some())
        || standing.assessment.is_some();
    if judged && !standing.report.state.is_decided() {
        "ok, undecided"
    } else {
        "ok"
    }
}

fn id<T: std::str::FromStr<Err = uuid::Error>>(entity: &Value) -> T {
    entity["id"].as_str().expect("an id").parse().expect("an id")
}

/// A role for all there is.
fn grant(role: Role) -> Grant {
    Grant {
        role,
        scope: Scope::All,
        from: None,
        to: None,
    }
}

/// A value that somebody else than the demo's steering unit has sent in.
async fn waiting_factor(demo: &Demo) -> (FactorId, FactorValueId) {
    let writer = demo.ctx(Role::Reviewer).account_id().expect("an account");
    let writer = as_account(writer, vec![grant(Role::SteeringUnit)]);
    added(
        &writer,
        &demo.services,
        typed("Handläggare", "hourly_cost", "450"),
    )
    .await
}

/// A measurement of a benefit's measure that the portfolio manager has sent in, and the goal that uses it.
async fn waiting_measurement(
    demo: &Demo,
    of: (InitiativeId, BenefitId),
) -> (MeasureId, EffectGoalId, MeasurementId) {
    let (manager, services) = (demo.ctx(Role::PortfolioManager), &demo.services);
    let measure = measures::added(&manager, services).await;
    let goal = measures::goal_set(&manager, services, of, measure).await;
    let form = measures::measured(measure, "2025-01", "15");
    (measure, goal, measures::logged(&manager, services, form).await)
}

/// All rooms of the table.
fn all_rows() -> impl Iterator<Item = &'static Row> {
    let rooms = ROWS.iter().chain(&by_hand::ROWS).chain(&access::ROWS);
    let rooms = rooms.chain(&calculation::ROWS).chain(&factor::ROWS);
    let rooms = rooms.chain(&measure::ROWS).chain(&plan::ROWS);
    let rooms = rooms.chain(&realised::ROWS).chain(&report_life::ROWS);
    let rooms = rooms.chain(&report_correction::ROWS);
    rooms.chain(&report_outside::ROWS).chain(&report_beside::ROWS)
}

/// The demo as the table finds it: with an undecided grading in the open report.
struct Ground {
    demo: Demo,
    initiative: InitiativeId,
    benefit: BenefitId,
    decided: ReportId,
    open: ReportId,
    /// A follow-up round that is sent out, and one that is only prepared.
    rounds: [FollowUpRoundId; 2],
    /// A benefit calculation that is being written.
    calculation: CalculationId,
    /// A factor with a value that waits for somebody who has not written it.
    factor: (FactorId, FactorValueId),
    /// A measure, the goal that uses it, and what was measured and waits for somebody else.
    measured: (MeasureId, EffectGoalId, MeasurementId),
}

/// What a room answers, where the row is one of its.
type Asked<'a> = Pin<Box<dyn Future<Output = Option<String>> + 'a>>;

impl Ground {
    async fn new(world: &World) -> Self {
        let demo = Demo::load(world).await;
        let portfolio = portfolio_json();
        let initiative = id(&portfolio["initiatives"][0]);
        let ground = Self {
            calculation: begun(&demo.ctx(Role::PortfolioManager), &demo.services, initiative).await,
            factor: waiting_factor(&demo).await,
            measured: waiting_measurement(&demo, (initiative, id(&portfolio["benefits"][0]))).await,
            initiative,
            benefit: id(&portfolio["benefits"][0]),
            decided: id(&portfolio["reports"][0]),
            open: id(&portfolio["reports"][1]),
            rounds: rounds(&demo).await,
            demo,
        };
        let steering = ground.demo.ctx(Role::SteeringUnit);
        assert_eq!(saved(ground.grade(&steering, 2025).await), "ok");
        ground
    }

    fn services(&self) -> &Services {
        &self.demo.services
    }

    /// Grades area 4.1 on the version that there is.
    async fn grade(&self, ctx: &Ctx, to_year: i32) -> Result<Answer, ServiceError> {
        let steering = self.demo.ctx(Role::SteeringUnit);
        let view = service::assessment_view(
            &steering,
            self.services(),
            &SubjectKey::Area("4.1".to_owned()),
            Some(to_year),
            None,
        )
        .await?;
        let form = AssessmentForm {
            motivation: "Mycket återstår.".to_owned(),
            ..view.state.form
        };
        service::assessment_save(ctx, self.services(), form).await
    }

    /// A statement that this account has sent in.
    async fn statement_of(&self, account: AccountId) -> (StatementId, i32) {
        let author = as_account(account, vec![grant(Role::PortfolioManager)]);
        let answer = service::statement_save(&author, self.services(), self.statement("submit")).await;
        (stated(answer), 1)
    }

    /// A view of a register that this account has kept.
    async fn view_of(&self, account: AccountId) -> SavedViewId {
        let keeper = as_account(account, vec![grant(Role::Auditor)]);
        let form = view(&Uuid::now_v7().to_string());
        let name = form.name.clone();
        assert_eq!(
            saved(service::saved_view_save(&keeper, self.services(), form).await),
            "ok"
        );
        let register = service::benefit_register(&keeper, self.services(), &Query::default()).await;
        let views = register.expect("the register").frame.views;
        views
            .into_iter()
            .find(|view| view.name == name)
            .expect("the view")
            .id
    }

    fn statement(&self, action: &str) -> StatementForm {
        StatementForm {
            submission: Uuid::now_v7().to_string(),
            initiative: self.initiative.to_string(),
            benefits: vec![self.benefit.to_string()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            as_of: "2025-09-30".to_owned(),
            action: action.to_owned(),
            ..StatementForm::default()
        }
    }

    async fn review(&self, ctx: &Ctx, id: StatementId, version: i32) -> Result<(), ServiceError> {
        let place = service::statement_review(ctx, self.services(), id, version, true, "").await?;
        assert!(place.contains("klart=godkand"), "{place}");
        Ok(())
    }

    /// The assessment of area 4.1 in the open report.
    async fn graded(&self) -> String {
        let steering = self.demo.ctx(Role::SteeringUnit);
        let view = service::assessment_view(
            &steering,
            self.services(),
            &SubjectKey::Area("4.1".to_owned()),
            Some(2025),
            None,
        )
        .await;
        let id = view.expect("may").assessment;
        id.expect("it is graded").to_string()
    }

    async fn link(&self) -> String {
        let accounts = service::account_list(&operator(), self.services())
            .await
            .expect("may");
        service::link_issue(
            &operator(),
            self.services(),
            accounts.accounts[0].account.id,
            "test",
        )
        .await
        .expect("may")
    }

    /// What the row answers whoever asks.
    /// What the row answers whoever asks. On the heap, and each room in a frame of its own: together their futures are
    /// too large for a thread's stack.
    async fn ask(&self, row: &Row, ctx: &Ctx) -> String {
        macro_rules! rooms {
            ($($room:ident),+ $(,)?) => {$({
                fn asked<'a>(ground: &'a Ground, row: &'a Row, ctx: &'a Ctx) -> Asked<'a> {
                    Box::pin($room::ask(ground, row, ctx))
                }
                if let Some(answer) = asked(self, row, ctx).await {
                    return answer;
                }
            })+};
        }
        fn own<'a>(ground: &'a Ground, row: &'a Row, ctx: &'a Ctx) -> Asked<'a> {
            Box::pin(ground.own(row, ctx))
        }
        if let Some(answer) = own(self, row, ctx).await {
            return answer;
        }
        rooms!(
            by_hand,
            access,
            calculation,
            factor,
            plan,
            measure,
            realised,
            report_life,
            report_correction,
            report_outside,
            report_beside
        );
        panic!("nobody knows how to ask {} {}", row.function, row.with)
    }

    /// What the rows of no other room answer.
    async fn own(&self, row: &Row, ctx: &Ctx) -> Option<String> {
        let s = self.services();
        let initiative = self.initiative;
        let nowhere = InitiativeId(Uuid::now_v7());
        let submission = Uuid::now_v7().to_string();
        Some(match (row.function, row.with) {
            ("work_view", "") => outcome(service::work_view(ctx, s, None, None).await),
            ("work_next", _) => outcome(service::work_next(ctx, s, WorkKind::Approve).await),
            ("work_view", _) => outcome(service::work_view(ctx, s, Some(Role::Reviewer), None).await),
            ("overview_view", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let view = service::overview_view(ctx, s, Some(year)).await;
                view.map_or_else(refusal, |view| {
                    undecided(&view.standing.expect("there is a report")).to_owned()
                })
            }
            ("area_view", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let view = service::area_view(ctx, s, "4.1", Some(year)).await;
                view.map_or_else(refusal, |view| {
                    let shown = view.section.assessment.is_some() && !view.standing.report.state.is_decided();
                    let standing = undecided(&view.standing);
                    assert_eq!(
                        shown,
                        standing == "ok, undecided",
                        "section and standing tell different things"
                    );
                    standing.to_owned()
                })
            }
            ("initiative_list", _) => outcome(service::initiative_list(ctx, s, &Query::default()).await),
            ("initiative_register", _) => {
                outcome(service::initiative_register(ctx, s, &Query::default()).await)
            }
            ("benefit_register", _) => outcome(service::benefit_register(ctx, s, &Query::default()).await),
            ("benefit_list", _) => outcome(service::benefit_list(ctx, s, &Query::default()).await),
            ("statement_register", _) => {
                outcome(service::statement_register(ctx, s, &Query::default(), &[]).await)
            }
            ("statement_list", _) => outcome(service::statement_list(ctx, s, &Query::default()).await),
            ("note_keep", _) => {
                let answered = "/initiativ?klart=hann-fore".to_owned();
                outcome(service::note_keep(ctx, s, answered, "Det som skrevs.").await)
            }
            ("note_kept", _) => outcome(service::note_kept(ctx, s, "annan").await),
            ("saved_view_form", _) => {
                outcome(service::saved_view_form(ctx, s, RegisterKind::Benefits, "", None).await)
            }
            ("register_exported", _) => {
                outcome(service::register_exported(ctx, s, RegisterKind::Benefits, "", 0).await)
            }
            ("saved_view_save", "") => saved(service::saved_view_save(ctx, s, view(&submission)).await),
            ("saved_view_save", _) => saved(service::saved_view_save(ctx, s, SavedViewForm::default()).await),
            ("saved_view_delete", with) => {
                let own = ctx.account_id().filter(|_| with.contains("own"));
                let id = self.view_of(own.unwrap_or(AccountId(Uuid::now_v7()))).await;
                outcome(service::saved_view_delete(ctx, s, id).await)
            }
            ("initiative_view", "") => outcome(service::initiative_view(ctx, s, initiative).await),
            ("initiative_view", _) => outcome(service::initiative_view(ctx, s, nowhere).await),
            ("report_list", _) => service::report_list(ctx, s).await.map_or_else(refusal, |heads| {
                let open = heads.iter().any(|one| !one.head.state.is_decided());
                if open { "ok, undecided" } else { "ok" }.to_owned()
            }),
            ("report_view", "open") => outcome(service::report_view(ctx, s, self.open).await),
            ("report_view", _) => outcome(service::report_view(ctx, s, self.decided).await),
            ("report_view_of_year", "open") => outcome(service::report_view_of_year(ctx, s, 2025).await),
            ("report_view_of_year", _) => outcome(service::report_view_of_year(ctx, s, 2024).await),
            ("report_render", "open") => outcome(service::report_render(ctx, s, 2025, Format::Json).await),
            ("report_render", _) => outcome(service::report_render(ctx, s, 2024, Format::Json).await),
            ("delivery_form", "") => outcome(service::delivery_form(ctx, s, initiative, None, None).await),
            ("delivery_form", _) => outcome(service::delivery_form(ctx, s, nowhere, None, None).await),
            ("delivery_save", "") => {
                let form = DeliveryForm {
                    submission,
                    initiative: initiative.to_string(),
                    name: "Ny leverans".to_owned(),
                    description: "Vad den är.".to_owned(),
                    status: "planned".to_owned(),
                    ..DeliveryForm::default()
                };
                saved(service::delivery_save(ctx, s, form).await)
            }
            ("delivery_save", _) => saved(service::delivery_save(ctx, s, DeliveryForm::default()).await),
            ("benefit_form", _) => outcome(service::benefit_form(ctx, s, initiative, None, None, None).await),
            ("benefit_save", "") => {
                let group = portfolio_json()["benefit_groups"][0]["id"]
                    .as_str()
                    .expect("an id")
                    .to_owned();
                let form = BenefitForm {
                    submission,
                    initiative: initiative.to_string(),
                    groups: vec![group],
                    description: "Väntan blir kortare.".to_owned(),
                    ..BenefitForm::default()
                };
                saved(service::benefit_save(ctx, s, form).await)
            }
            ("benefit_save", _) => saved(service::benefit_save(ctx, s, BenefitForm::default()).await),
            ("statement_form", _) => outcome(
                service::statement_form(
                    ctx,
                    s,
                    initiative,
                    StatementTarget::New {
                        delivery: None,
                        benefit: None,
                    },
                    None,
                )
                .await,
            ),
            ("statement_save", "") => saved(service::statement_save(ctx, s, self.statement("submit")).await),
            ("statement_save", _) => saved(service::statement_save(ctx, s, StatementForm::default()).await),
            ("statement_review", "of somebody else's") => {
                let (id, version) = self.statement_of(AccountId(Uuid::now_v7())).await;
                outcome(self.review(ctx, id, version).await)
            }
            ("statement_review", "of one's own") => {
                let own = ctx.account_id().unwrap_or(AccountId(Uuid::now_v7()));
                let (id, version) = self.statement_of(own).await;
                outcome(self.review(ctx, id, version).await)
            }
            ("statement_review", _) => outcome(self.review(ctx, StatementId(Uuid::now_v7()), 1).await),
            ("statement_withdraw", with) => {
                let author = match with {
                    "of one's own" => ctx.account_id().unwrap_or(AccountId(Uuid::now_v7())),
                    _ => AccountId(Uuid::now_v7()),
                };
                let (id, version) = self.statement_of(author).await;
                outcome(service::statement_withdraw(ctx, s, id, version).await)
            }
            ("statement_approve_many", with) => {
                let author = match with {
                    "of one's own" => ctx.account_id().unwrap_or(AccountId(Uuid::now_v7())),
                    _ => AccountId(Uuid::now_v7()),
                };
                let (id, version) = self.statement_of(author).await;
                let picked = PickedStatement { id, version }.code();
                let form = BulkApprovalForm {
                    submission,
                    picked: if with == "of none" {
                        Vec::new()
                    } else {
                        vec![picked]
                    },
                    ..BulkApprovalForm::default()
                };
                service::statement_approve_many(ctx, s, form)
                    .await
                    .map_or_else(refusal, |answer| bulk(&answer))
            }
            ("assessment_list", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let list = service::assessment_list(ctx, s, Some(year)).await;
                list.map_or_else(refusal, |list| undecided(&list.standing).to_owned())
            }
            ("assessment_view", _) => outcome(
                service::assessment_view(ctx, s, &SubjectKey::Area("4.1".to_owned()), Some(2025), None).await,
            ),
            ("assessment_return", _) => {
                let whole = SubjectKey::Whole;
                outcome(service::assessment_return(ctx, s, self.decided, &whole, 1, "Därför.").await)
            }
            ("assessment_save", with) => saved(
                self.grade(ctx, if with.contains("open") { 2025 } else { 2024 })
                    .await,
            ),
            ("history_view", with) => {
                let (kind, id) = match with {
                    "of an initiative" => (SubjectKind::Initiative, initiative.to_string()),
                    "of the decided report" => (SubjectKind::Report, self.decided.to_string()),
                    "of the open report" => (SubjectKind::Report, self.open.to_string()),
                    "of a decided assessment" => {
                        let id = portfolio_json()["assessments"][0]["id"].clone();
                        (SubjectKind::Assessment, id.as_str().expect("an id").to_owned())
                    }
                    "of an undecided assessment" => (SubjectKind::Assessment, self.graded().await),
                    "of an account" => {
                        let accounts = service::account_list(&operator(), s).await.expect("may");
                        (SubjectKind::Account, accounts.accounts[0].account.id.to_string())
                    }
                    _ => (SubjectKind::Initiative, nowhere.to_string()),
                };
                outcome(service::history_view(ctx, s, kind, &id, None).await)
            }
            ("audit_view", _) => outcome(service::audit_view(ctx, s, &EventFilter::default(), None).await),
            ("chain_verify", _) => {
                let verified = service::chain_verify(ctx, s, None).await;
                outcome(verified.map(|verified| verified.expect("the chain holds")))
            }
            ("demo_load", _) => {
                outcome(service::demo_load(ctx, s, &[&portfolio()], |role| role.code().to_owned()).await)
            }
            ("portfolio_export", _) => outcome(portfolio_export(ctx, s).await),
            ("workbook_choices", _) => outcome(service::workbook_choices(ctx, s).await),
            ("workbook_try", _) => {
                let fault = Err(WorkbookFault::NotAWorkbook);
                outcome(service::workbook_try(ctx, s, "fil.xlsx", fault).await)
            }
            ("workbook_view", _) => outcome(service::workbook_view(ctx, s, None).await),
            ("workbook_take", _) => saved(service::workbook_take(ctx, s, "annans").await),
            ("portfolio_import", _) => outcome(portfolio_import(ctx, s, &portfolio()).await),
            _ => return None,
        })
    }
}

async fn every_service_function_answers_every_role_as_the_table_says(world: World) {
    let ground = Ground::new(&world).await;
    let store = &ground.services().store;
    let columns = columns(&ground.demo);
    let mut table = vec![
        "# What each service function answers each of those who ask. \"not found\": they may not know of it.".to_owned(),
        "# \"ok, undecided\": with judgements that nobody has decided yet. \"draft\": kept, with what is wrong.".to_owned(),
        "# Nobody holds a link or a session's token but the one it was given to: whoever has it may use it.".to_owned(),
    ];
    let line = |cells: Vec<&str>| {
        let mut line = format!("{:<58}", cells[0]);
        cells[1..]
            .iter()
            .for_each(|cell| line.push_str(&format!("{cell:<18}")));
        line.trim_end().to_owned()
    };
    table.push(line(
        std::iter::once("#")
            .chain(columns.iter().map(|(name, _)| *name))
            .collect(),
    ));
    for row in all_rows() {
        let mut cells = vec![format!("{} {}", row.function, row.with).trim_end().to_owned()];
        for (who, ctx) in &columns {
            let prepares = matches!(
                row.function,
                "statement_review"
                    | "statement_approve_many"
                    | "statement_withdraw"
                    | "saved_view_delete"
                    | "link_consume"
                    | "password_sign_in"
                    | "identity_sign_in"
                    | "own_session_end"
                    | "session_resolve"
                    | "link_peek"
                    | "report_archive_file"
            );
            let before = (audit_seq(store).await, count(store, "form_draft").await);
            let answer = ground.ask(row, ctx).await;
            // Who gets nothing leaves nothing behind.
            if !answer.starts_with("ok") && answer != "draft" && !prepares {
                let after = (audit_seq(store).await, count(store, "form_draft").await);
                assert_eq!(
                    before, after,
                    "{}: {who} got “{answer}” and left something",
                    cells[0]
                );
            }
            cells.push(answer);
        }
        table.push(line(cells.iter().map(String::as_str).collect()));
    }
    let told = table.join("\n") + "\n";
    let golden = repository().join("tests/golden/policy-matrix.txt");
    let written = std::fs::read_to_string(&golden).unwrap_or_default();
    if told != written {
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&golden, &told).expect("writes");
            panic!(
                "{} was written anew: look at what has changed, and run again",
                golden.display()
            );
        }
        let old: BTreeSet<&str> = written.lines().collect();
        let new: BTreeSet<&str> = told.lines().collect();
        let changes: Vec<String> = (old.difference(&new).map(|line| format!("- {line}")))
            .chain(new.difference(&old).map(|line| format!("+ {line}")))
            .collect();
        panic!(
            "{} says otherwise. If the table is to change: {WRITE}=1\n{}",
            golden.display(),
            changes.join("\n")
        );
    }
}

/// Public functions of the service that can wait, by name: found in its sources, not listed.
fn service_functions() -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(&repository().join("server/service/src"), &mut files);
    let mut functions = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("reads");
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once("pub async fn ") {
            let name: String = after
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            assert!(
                functions.insert(name.clone()),
                "two functions are called {name}: give each a row"
            );
            rest = after;
        }
    }
    functions
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_service_function_has_its_row() {
    let functions = service_functions();
    assert!(functions.len() > 20, "{functions:?}");
    let rows: BTreeSet<String> = all_rows().map(|row| row.function.to_owned()).collect();
    assert_eq!(functions, rows, "functions on the left, rows on the right");
    // And each is to be had from outside: a function that is not exported has no business being public.
    let text = ["lib.rs", "exchange/mod.rs"]
        .map(|file| {
            std::fs::read_to_string(repository().join("server/service/src").join(file)).expect("reads")
        })
        .concat();
    let exported: BTreeSet<&str> = text
        .split(';')
        .filter(|item| item.contains("pub use"))
        .flat_map(|item| item.split(|c: char| !(c.is_alphanumeric() || c == '_')))
        .collect();
    for function in functions {
        assert!(
            exported.contains(function.as_str()),
            "{function} is public and not exported"
        );
    }
}

/// The demo with its first two initiatives in portfolios of their own, and their benefits owned by
/// units of their own. The first initiative has benefits of two units.
struct Divided {
    demo: Demo,
    portfolios: [PortfolioId; 2],
    units: [UnitId; 2],
    initiatives: [InitiativeId; 2],
    /// The first benefit of each, and the second one of the first initiative, owned by the other unit.
    benefits: [BenefitId; 3],
}

impl Divided {
    async fn new(world: &World) -> Self {
        let mut portfolio = portfolio_json();
        let ids = |list: &str, indexes: [usize; 2]| indexes.map(|index| portfolio[list][index]["id"].clone());
        let (portfolios, units) = (ids("portfolios", [1, 2]), ids("units", [0, 1]));
        let initiatives = ids("initiatives", [0, 1]);
        for (initiative, own) in [0, 1].into_iter().zip(&portfolios) {
            portfolio["initiatives"][initiative]["portfolios"] = Value::Array(vec![own.clone()]);
        }
        let of = |initiative: &Value| -> Vec<usize> {
            let benefits = portfolio["benefits"].as_array().expect("a list");
            (0..benefits.len())
                .filter(|&index| benefits[index]["initiative"] == *initiative)
                .collect()
        };
        let (first, second) = (of(&initiatives[0]), of(&initiatives[1]));
        let chosen = [first[0], second[0], first[1]];
        for (benefit, unit) in chosen.into_iter().zip([&units[0], &units[1], &units[1]]) {
            portfolio["benefits"][benefit]["owner"] = unit.clone();
        }
        fn read<T: std::str::FromStr<Err = uuid::Error>>(id: &Value) -> T {
            id.as_str().expect("an id").parse().expect("an id")
        }
        Self {
            benefits: chosen.map(|index| id(&portfolio["benefits"][index])),
            portfolios: portfolios.each_ref().map(read),
            units: units.each_ref().map(read),
            initiatives: initiatives.each_ref().map(read),
            demo: Demo::load_portfolio(world, portfolio.to_string().as_bytes()).await,
        }
    }

    async fn state(&self, ctx: &Ctx, initiative: usize, benefit: usize) -> Result<Answer, ServiceError> {
        let form = self.statement(initiative, benefit, "submit");
        service::statement_save(ctx, &self.demo.services, form).await
    }

    fn statement(&self, initiative: usize, benefit: usize, action: &str) -> StatementForm {
        StatementForm {
            initiative: self.initiatives[initiative].to_string(),
            benefits: vec![self.benefits[benefit].to_string()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            as_of: "2025-09-30".to_owned(),
            action: action.to_owned(),
            ..StatementForm::default()
        }
    }

    async fn deliver(&self, ctx: &Ctx, initiative: usize) -> Result<Answer, ServiceError> {
        let form = DeliveryForm {
            initiative: self.initiatives[initiative].to_string(),
            name: "Ny leverans".to_owned(),
            description: "Vad den är.".to_owned(),
            status: "planned".to_owned(),
            ..DeliveryForm::default()
        };
        service::delivery_save(ctx, &self.demo.services, form).await
    }
}

async fn a_scope_lets_in_what_is_ones_own_and_nothing_else(world: World) {
    let divided = Divided::new(&world).await;
    for own in [0, 1] {
        let manager = somebody(
            Role::PortfolioManager,
            Scope::Portfolios(vec![divided.portfolios[own]]),
        );
        let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[own]]));
        assert_eq!(saved(divided.deliver(&manager, own).await), "ok");
        assert_eq!(saved(divided.deliver(&manager, 1 - own).await), "out of scope");
        assert_eq!(saved(divided.state(&manager, own, own).await), "ok");
        assert_eq!(
            saved(divided.state(&manager, 1 - own, 1 - own).await),
            "out of scope"
        );
        assert_eq!(saved(divided.state(&owner, own, own).await), "ok");
    }
    // The first unit owns nothing of the second initiative.
    let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[0]]));
    assert_eq!(saved(divided.state(&owner, 1, 1).await), "out of scope");
}

async fn what_belongs_elsewhere_is_not_reached_by_its_number(world: World) {
    let divided = Divided::new(&world).await;
    let services = &divided.demo.services;
    let before = divided.demo.export().await;
    let manager = somebody(
        Role::PortfolioManager,
        Scope::Portfolios(vec![divided.portfolios[0]]),
    );
    let [own, other] = divided.initiatives;
    let theirs = service::initiative_view(&manager, services, other)
        .await
        .expect("may read");
    let delivery = &theirs.deliveries[0];

    // A form that says one's own initiative and somebody else's delivery, benefit or statement.
    let form = DeliveryForm {
        initiative: own.to_string(),
        ..DeliveryForm::of(&delivery.delivery, delivery.version)
    };
    assert_eq!(
        saved(service::delivery_save(&manager, services, form).await),
        "not found"
    );
    let form = BenefitForm {
        initiative: own.to_string(),
        delivery: String::new(),
        ..BenefitForm::of(&delivery.benefits[0].benefit, 1)
    };
    assert_eq!(
        saved(service::benefit_save(&manager, services, form).await),
        "not found"
    );
    let statement = StatementForm::of(&delivery.statements[0].statement, 1);
    let form = StatementForm {
        initiative: own.to_string(),
        delivery: String::new(),
        benefits: Vec::new(),
        ..statement.clone()
    };
    assert_eq!(
        saved(service::statement_save(&manager, services, form).await),
        "not found"
    );
    // Nor does one's own statement speak for somebody else's benefit.
    let form = StatementForm {
        id: String::new(),
        initiative: own.to_string(),
        delivery: String::new(),
        ..statement
    };
    assert_eq!(
        saved(service::statement_save(&manager, services, form).await),
        "draft"
    );
    for answer in [
        outcome(service::delivery_form(&manager, services, own, Some(delivery.delivery.id), None).await),
        outcome(service::benefit_form(&manager, services, own, None, Some(divided.benefits[1]), None).await),
    ] {
        assert_eq!(answer, "not found");
    }
    assert!(divided.demo.export().await == before, "something was written");
}

async fn a_benefit_owner_speaks_for_their_own_benefits_alone(world: World) {
    let divided = Divided::new(&world).await;
    let services = &divided.demo.services;
    let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[0]]));
    let other = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[1]]));
    assert_eq!(saved(divided.state(&owner, 0, 0).await), "ok");
    // The third benefit belongs to the same initiative and to another unit.
    assert_eq!(saved(divided.state(&owner, 0, 2).await), "out of scope");

    // Nor do they rewrite what the other unit has begun on it, not even by taking it for their own.
    let begun = divided.statement(0, 2, "");
    let begun = service::statement_save(&other, services, begun).await;
    let id = stated(begun);
    for benefit in [2, 0] {
        let form = StatementForm {
            id: id.to_string(),
            version: "1".to_owned(),
            ..divided.statement(0, benefit, "submit")
        };
        let answer = service::statement_save(&owner, services, form).await;
        assert_eq!(saved(answer), "out of scope", "rewritten as benefit {benefit}");
    }

    // Nor do they approve it; what is their own they do, where somebody else has written it.
    let manager = divided.demo.ctx(Role::PortfolioManager);
    for (benefit, answer) in [(2, "out of scope"), (0, "ok")] {
        let id = stated(divided.state(&manager, 0, benefit).await);
        let review = service::statement_review(&owner, services, id, 1, true, "").await;
        assert_eq!(outcome(review), answer, "review of benefit {benefit}");
    }
}

/// The statement that was saved.
fn stated(answer: Result<Answer, ServiceError>) -> StatementId {
    let Ok(Answer::Done(place)) = answer else {
        panic!("{answer:?}")
    };
    let (_, id) = place.rsplit_once("#konstaterad-").expect("an anchor");
    id.parse().expect("an id")
}

/// An account's link, token and context; the account is the demo's portfolio manager.
async fn issued(demo: &Demo) -> (AccountId, String) {
    let account = demo.ctx(Role::PortfolioManager).account_id().expect("an account");
    let link = service::link_issue(&operator(), &demo.services, account, "test")
        .await
        .expect("may");
    (account, link)
}

fn not_found<T: std::fmt::Debug>(answer: Result<T, ServiceError>) {
    assert!(matches!(answer, Err(ServiceError::NotFound)), "{answer:?}");
}

fn later(by: Duration) -> Ctx {
    Ctx {
        now: now() + by,
        ..anonymous()
    }
}

async fn a_link_signs_in_once(world: World) {
    let demo = Demo::load(&world).await;
    let s = &demo.services;
    let (account, link) = issued(&demo).await;
    // Looking does not use it up.
    for _ in 0..2 {
        assert_eq!(
            service::link_peek(&anonymous(), s, &link)
                .await
                .expect("works")
                .id,
            account
        );
    }
    assert_eq!(
        service::link_consume(&anonymous(), s, &link, None)
            .await
            .expect("signs in")
            .account
            .id,
        account
    );
    not_found(service::link_peek(&anonymous(), s, &link).await);
    not_found(service::link_consume(&anonymous(), s, &link, None).await);
    // Nor does one that nobody has issued, or that is a day old.
    for guess in ["", "0", &"0".repeat(64)] {
        not_found(service::link_consume(&anonymous(), s, guess, None).await);
    }
    let (_, link) = issued(&demo).await;
    not_found(service::link_consume(&later(Duration::hours(24)), s, &link, None).await);
    let almost = later(Duration::hours(24) - Duration::seconds(1));
    service::link_consume(&almost, s, &link, None)
        .await
        .expect("signs in");
    // The token itself is nowhere in the database.
    let hashes = crate::support::rows::texts(&s.store, "SELECT token_hash FROM one_time_link").await;
    assert!(!hashes.contains(&link) && hashes.iter().all(|hash| hash.len() == 64));
}

async fn a_link_that_many_use_at_once_signs_in_one(world: World) {
    let demo = Demo::load(&world).await;
    let (_, link) = issued(&demo).await;
    let sessions = count(&demo.services.store, "session").await;
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let (services, link) = (demo.services.clone(), link.clone());
            tokio::spawn(async move {
                service::link_consume(&anonymous(), &services, &link, None)
                    .await
                    .is_ok()
            })
        })
        .collect();
    let mut signed_in = 0;
    for one in tries {
        signed_in += u32::from(one.await.expect("no panic"));
    }
    assert_eq!(signed_in, 1);
    assert_eq!(count(&demo.services.store, "session").await, sessions + 1);
}

async fn signed_in(demo: &Demo) -> String {
    let (_, link) = issued(demo).await;
    service::link_consume(&anonymous(), &demo.services, &link, None)
        .await
        .expect("signs in")
        .token
}

async fn holds(demo: &Demo, token: &str, by: Duration) -> bool {
    service::session_resolve(&later(by), &demo.services, token)
        .await
        .expect("answers")
        .is_some()
}

async fn a_session_ends_after_two_idle_hours_and_after_twelve_in_all(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    assert!(holds(&demo, &token, Duration::hours(2) - Duration::seconds(1)).await);
    // That request was its last sight: the two hours run from there.
    assert!(holds(&demo, &token, Duration::hours(3)).await);
    assert!(!holds(&demo, &token, Duration::hours(5)).await, "two idle hours");

    let token = signed_in(&demo).await;
    for hour in 1..12 {
        assert!(holds(&demo, &token, Duration::hours(hour)).await, "hour {hour}");
    }
    assert!(
        !holds(&demo, &token, Duration::hours(12)).await,
        "twelve hours in all"
    );
    for guess in ["", "0", &"0".repeat(64)] {
        assert!(!holds(&demo, guess, Duration::zero()).await);
    }
    let hashes = crate::support::rows::texts(&demo.services.store, "SELECT token_hash FROM session").await;
    assert!(!hashes.contains(&token) && hashes.iter().all(|hash| hash.len() == 64));
}

async fn a_session_that_is_ended_is_over(world: World) {
    let demo = Demo::load(&world).await;
    let (mine, other) = (signed_in(&demo).await, signed_in(&demo).await);
    let known = service::session_resolve(&anonymous(), &demo.services, &mine)
        .await
        .expect("answers")
        .expect("a session");
    let ctx = Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..operator()
    };
    let before = audit_seq(&demo.services.store).await;
    service::session_end(&ctx, &demo.services).await.expect("ends");
    assert!(!holds(&demo, &mine, Duration::zero()).await);
    assert!(
        holds(&demo, &other, Duration::zero()).await,
        "another browser's session goes on"
    );
    assert_eq!(audit_seq(&demo.services.store).await, before + 1);
    // Without a session there is nothing to end.
    service::session_end(&anonymous(), &demo.services)
        .await
        .expect("nothing happens");
    assert_eq!(audit_seq(&demo.services.store).await, before + 1);
}

async fn a_disabled_account_loses_its_sessions_and_links(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    let (_, link) = issued(&demo).await;
    assert!(holds(&demo, &token, Duration::zero()).await);
    must(&demo.services.store, &["UPDATE account SET disabled_at = 1"]).await;
    assert!(!holds(&demo, &token, Duration::zero()).await);
    not_found(service::link_peek(&anonymous(), &demo.services, &link).await);
    not_found(service::link_consume(&anonymous(), &demo.services, &link, None).await);
}

async fn a_role_ends_with_its_last_day_though_the_session_goes_on(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    must(
        &demo.services.store,
        &["UPDATE account_grant SET valid_to = '2025-10-01'"],
    )
    .await;
    // Midnight in Stockholm, not in Greenwich: 22:00 in summer.
    for (hours, may) in [(9, true), (10, false)] {
        let at = Ctx {
            now: now() + Duration::hours(hours),
            ..anonymous()
        };
        let quick = Ctx {
            now: now() + Duration::hours(1),
            ..anonymous()
        };
        let resolved = service::session_resolve(&quick, &demo.services, &token)
            .await
            .expect("answers");
        let actor = resolved.expect("a session").actor;
        assert!(matches!(actor, Actor::Account { .. }));
        let answer = service::initiative_list(&Ctx { actor, ..at }, &demo.services, &Query::default()).await;
        assert_eq!(answer.is_ok(), may, "{hours} hours after noon");
    }
}

async fn the_demo_is_not_loaded_over_anything_else(world: World) {
    let services = world.services().await;
    let admin = somebody(Role::Admin, Scope::All);
    portfolio_import(&operator(), &services, &portfolio())
        .await
        .expect("imports");
    let before = (
        audit_seq(&services.store).await,
        count(&services.store, "account").await,
    );
    let answer = service::demo_load(&admin, &services, &[&portfolio()], |role| role.code().to_owned()).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
    assert_eq!(
        (
            audit_seq(&services.store).await,
            count(&services.store, "account").await
        ),
        before
    );
    let demo = Demo::load(&world).await;
    must(
        &demo.services.store,
        &["UPDATE account SET email = 'a@example.se' WHERE name = 'admin'"],
    )
    .await;
    let answer = service::demo_load(&operator(), &demo.services, &[&portfolio()], |_| String::new()).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
}
