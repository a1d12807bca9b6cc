//! Who gets what: every service function with every role and with none, against a table that people
//! can read; and the ways in and out.

mod access;
mod by_hand;
mod calculation;
mod factor;
mod measure;
mod plan;
mod portfolio;
mod realised;
mod report_beside;
mod report_correction;
mod report_life;
mod report_outside;
mod scope;
mod table;
mod ways_in;

use std::pin::Pin;

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::AssessmentForm;
use domain::id::{
    BenefitId, CalculationId, EffectGoalId, FactorId, FactorValueId, FollowUpRoundId, InitiativeId,
    MeasureId, MeasurementId, ReportId, StatementId,
};
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use serde_json::Value;
use service::{Answer, ServiceError, Services};

use crate::support::calculations::begun;
use crate::support::database::World;
use crate::support::demo::{Demo, as_account, portfolio_json};
use crate::support::factors::{added, typed};
use crate::support::measures;
use crate::support::operator;
use crate::support::rounds::rounds;

/// A row of the table: a function with one kind of argument.
struct Row {
    function: &'static str,
    with: &'static str,
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
}

/// The statement that was saved.
fn stated(answer: Result<Answer, ServiceError>) -> StatementId {
    let Ok(Answer::Done(place)) = answer else {
        panic!("{answer:?}")
    };
    let (_, id) = place.rsplit_once("#konstaterad-").expect("an anchor");
    id.parse().expect("an id")
}
