//! A report's life: sent for review, commented, sent back or decided, made public; and that what is decided stays as it
//! was, byte by byte.

mod deciding;
mod next;
mod served;

use domain::assessment::{AssessmentState, SubjectKey};
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, DecisionForm, ReportCommentForm};
use domain::id::ReportId;
use domain::report::ReportState;
use domain::report::life::ReportStep;
use domain::role::Role;
use service::{DecisionView, Format, ReportLifeView, Services};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::done;
use crate::support::operator;
use crate::support::rows::text;

on_both!(
    a_report_goes_from_grading_to_the_public_in_three_hands,
    a_report_comes_back_with_the_reason,
);

const OPEN: Option<i32> = Some(2025);

pub(crate) async fn open(demo: &Demo) -> ReportId {
    let view = service::report_view_of_year(&operator(), &demo.services, 2025).await;
    view.expect("the open report").model.report.id
}

/// Sends in an assessment of every area and of the whole.
async fn graded(ctx: &Ctx, services: &Services) {
    let list = service::assessment_list(ctx, services, OPEN)
        .await
        .expect("may read");
    for one in list.standing.subjects() {
        if matches!(one.key, SubjectKey::Group(_)) {
            continue;
        }
        let view = service::assessment_view(ctx, services, &one.key, OPEN, None).await;
        let view = view.expect("may read");
        let component = if one.key.has_components() { "god" } else { "" };
        let form = AssessmentForm {
            level: one
                .proposal
                .map_or("viss", |proposal| proposal.level.code())
                .to_owned(),
            delivery: component.to_owned(),
            expected: component.to_owned(),
            realised: component.to_owned(),
            motivation: "Underlaget bär nivån.".to_owned(),
            action: "submit".to_owned(),
            ..view.state.form.clone()
        };
        done(service::assessment_save(ctx, services, form).await);
    }
}

pub(crate) async fn life(ctx: &Ctx, services: &Services, id: ReportId) -> ReportLifeView {
    service::report_life(ctx, services, id).await.expect("may read")
}

pub(crate) async fn step(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    step: ReportStep,
    note: &str,
) -> String {
    let version = life(ctx, services, id).await.version;
    let goto = service::report_step_take(ctx, services, id, version, step, note).await;
    let goto = goto.expect("may take it");
    goto.split_once("klart=")
        .expect("says what came of it")
        .1
        .to_owned()
}

async fn decision(ctx: &Ctx, services: &Services, id: ReportId) -> DecisionView {
    let view = service::report_decision(ctx, services, id, None).await;
    view.expect("may see it")
}

pub(crate) fn filled(view: &DecisionView) -> DecisionForm {
    DecisionForm {
        decider_title: "Generaldirektör".to_owned(),
        checked: "on".to_owned(),
        ..view.state.form.clone()
    }
}

pub(crate) async fn commented(ctx: &Ctx, services: &Services, id: ReportId, section: &str) {
    let form = ReportCommentForm {
        submission: Uuid::now_v7().to_string(),
        id: id.to_string(),
        section: section.to_owned(),
        text: "Säg varför nivån är denna.".to_owned(),
        ..ReportCommentForm::default()
    };
    done(service::report_comment_save(ctx, services, form).await);
}

/// Graded, reviewed and ready to be decided.
pub(crate) async fn ready(demo: &Demo) -> ReportId {
    let id = open(demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    graded(&steering, &demo.services).await;
    assert_eq!(
        step(&steering, &demo.services, id, ReportStep::Review, "").await,
        "granskas"
    );
    id
}

pub(crate) async fn decided(demo: &Demo) -> ReportId {
    let id = ready(demo).await;
    let leadership = demo.ctx(Role::Leadership);
    let form = filled(&decision(&leadership, &demo.services, id).await);
    done(service::report_decide(&leadership, &demo.services, form).await);
    id
}

/// All files of the report, in order.
pub(crate) async fn files(ctx: &Ctx, services: &Services, id: ReportId) -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    for format in Format::ALL {
        let file = service::report_file(ctx, services, id, format).await;
        files.push(file.expect("a file").1);
    }
    files
}

async fn a_report_goes_from_grading_to_the_public_in_three_hands(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = ready(&demo).await;

    commented(&leadership, services, id, "4.5").await;
    let review = service::report_review(&steering, services, id, None)
        .await
        .expect("may read");
    let [comment] = &review.comments[..] else {
        panic!("one comment: {:?}", review.comments)
    };
    assert!(comment.comment.is_open() && review.may_resolve);
    let said = service::comment_resolve(
        &steering,
        services,
        comment.comment.id,
        comment.version,
        " Skrivet. ",
    )
    .await;
    assert!(said.expect("may").contains("klart=atgardad"));

    let view = decision(&leadership, services, id).await;
    assert_eq!(view.hindrances, []);
    assert!(!view.own_work);
    let along = view.along.len();
    let goto = done(service::report_decide(&leadership, services, filled(&view)).await);
    assert_eq!(goto, format!("/rapporter/{id}/arbete?klart=beslutad"));

    let now = life(&leadership, services, id).await;
    assert_eq!(now.report.state, ReportState::Decided);
    assert_eq!(now.files.len(), Format::ALL.len(), "every file is stored");
    let view = service::report_view(&leadership, services, id)
        .await
        .expect("may read");
    let decided = view.model.report.decision.as_ref().expect("a decision");
    assert_eq!(decided.decider_title, "Generaldirektör");
    let record = decided.record.expect("how it came here");
    assert!(record.role == Role::Leadership && !record.elsewhere);
    let judged = view.model.standing.subjects();
    let levels = judged.iter().filter_map(|one| one.assessment.as_ref());
    assert!(
        levels
            .clone()
            .all(|judged| judged.state == AssessmentState::Decided)
    );
    assert_eq!(levels.count(), along);
    let events = "SELECT COUNT(*) || '' FROM audit_event WHERE action = 'assessment.decide'";
    assert_eq!(text(&services.store, events).await, along.to_string());

    assert_eq!(
        step(&leadership, services, id, ReportStep::Publish, "").await,
        "publicerad"
    );
    let steps: Vec<ReportStep> = life(&leadership, services, id)
        .await
        .steps
        .iter()
        .map(|one| one.step)
        .collect();
    assert_eq!(
        steps,
        [ReportStep::Review, ReportStep::Decide, ReportStep::Publish]
    );
    let public = service::report_view(&leadership, services, id)
        .await
        .expect("may read")
        .model;
    assert_eq!(public.report.state, ReportState::Published);
    assert_eq!(public.standing.report.state, ReportState::Published);
    // A member of the staff who reads the portfolio may now read it.
    let reviewer = demo.ctx(Role::Reviewer);
    assert!(service::report_view(&reviewer, services, id).await.is_ok());
}

async fn a_report_comes_back_with_the_reason(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = ready(&demo).await;
    assert_eq!(
        step(&leadership, services, id, ReportStep::Return, "  ").await,
        "skriv-skal"
    );
    assert_eq!(
        life(&steering, services, id).await.report.state,
        ReportState::UnderReview
    );
    let why = "Avsnitt 4.2 säger inget om tiden.";
    assert_eq!(
        step(&leadership, services, id, ReportStep::Return, why).await,
        "aterlamnad"
    );
    let back = life(&steering, services, id).await;
    assert_eq!(back.report.state, ReportState::Draft);
    assert_eq!(back.steps.last().and_then(|one| one.note.as_deref()), Some(why));
    // Somebody whose page is old does nothing.
    let old =
        service::report_step_take(&leadership, services, id, back.version, ReportStep::Return, why).await;
    assert!(old.expect("answers").contains("klart=hann-fore"));
    assert_eq!(life(&steering, services, id).await.steps.len(), back.steps.len());
}
