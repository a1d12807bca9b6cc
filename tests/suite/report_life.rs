//! A report's life: sent for review, commented, sent back or decided, made public; and that what is decided stays as it
//! was, byte by byte.

use domain::assessment::{AssessmentState, SubjectKey};
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, DecisionForm, ReportCommentForm, ReportForm, ReportTextForm};
use domain::id::ReportId;
use domain::policy::Refusal;
use domain::report::ReportState;
use domain::report::life::{Hindrance, ReportStep};
use domain::role::Role;
use service::exchange::portfolio_import;
use service::{Answer, DecisionView, Format, ReportLifeView, ServiceError, Services};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio};
use crate::support::forms::{after, done};
use crate::support::operator;
use crate::support::program::{program, said};
use crate::support::rows::{count, must, run, text};

on_both!(
    a_report_goes_from_grading_to_the_public_in_three_hands,
    what_is_decided_is_served_as_it_was_whatever_happens_after,
    what_is_decided_is_served_as_it_was_after_a_restart,
    nothing_is_decided_while_something_stands_in_the_way,
    a_decision_is_on_what_was_read,
    nobody_decides_what_they_edited,
    a_decision_made_elsewhere_is_recorded_with_where_it_is_found,
    a_report_comes_back_with_the_reason,
    the_next_report_begins_from_the_one_before,
    the_database_refuses_to_change_what_was_stored,
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

async fn what_is_decided_is_served_as_it_was_whatever_happens_after(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = decided(&demo).await;
    let leadership = demo.ctx(Role::Leadership);
    let then = files(&leadership, services, id).await;
    assert!(then.iter().all(|bytes| !bytes.is_empty()));

    // What the report was made from goes on changing.
    let changes = "UPDATE delivery SET name = name || ' (ny)'";
    must(&services.store, &[changes]).await;
    assert_eq!(files(&leadership, services, id).await, then, "after a change");

    let elsewhere = world.services().await;
    portfolio_import(&operator(), &elsewhere, &export(services).await)
        .await
        .expect("imports");
    assert_eq!(files(&operator(), &elsewhere, id).await, then, "elsewhere");
    let again = portfolio_import(&operator(), &elsewhere, &export(services).await).await;
    assert!(again.expect("imports again").is_nothing());
}

/// What another process than this one serves: the program itself, on the same database.
fn by_the_program(url: &str, format: Format) -> Vec<u8> {
    let file = std::env::temp_dir().join(format!("nytta-{}", Uuid::now_v7().simple()));
    let path = file.display().to_string();
    let words = [
        "report",
        "--to-year",
        "2025",
        "--format",
        format.code(),
        "-o",
        &path,
    ];
    let output = program(url, &words).output().expect("the program starts");
    assert!(output.status.success(), "{}: {}", format.code(), said(&output));
    let bytes = std::fs::read(&file).expect("a file");
    std::fs::remove_file(&file).expect("the file goes");
    bytes
}

async fn what_is_decided_is_served_as_it_was_after_a_restart(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let id = decided(&demo).await;
    let then = files(&demo.ctx(Role::Leadership), &demo.services, id).await;
    // All that the server held in memory is gone, and so is its hold on the database.
    drop(demo);
    let again = World::open(&url).await;
    assert_eq!(
        files(&operator(), &again, id).await,
        then,
        "by a server that has just started"
    );
    drop(again);
    for (format, bytes) in Format::ALL.into_iter().zip(&then) {
        assert!(
            by_the_program(&url, format) == *bytes,
            "{} by another process differs",
            format.code()
        );
    }
}

/// The form that came back because something stands in the way, with what was typed in it.
async fn came_back(ctx: &Ctx, services: &Services, id: ReportId, form: DecisionForm) -> DecisionView {
    let answer = service::report_decide(ctx, services, form.clone()).await;
    let Answer::Again(draft) = answer.expect("answers") else {
        panic!("decided although something stands in the way")
    };
    let shown = service::report_decision(ctx, services, id, Some(&draft)).await;
    let shown = shown.expect("shows it");
    assert!(shown.state.is_hindered());
    assert_eq!(shown.state.form, form, "nothing typed is lost");
    shown
}

async fn nothing_is_decided_while_something_stands_in_the_way(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = open(&demo).await;
    let draft = decision(&leadership, services, id).await;
    assert!(draft.hindrances.contains(&Hindrance::NotUnderReview));
    assert!(
        draft
            .hindrances
            .contains(&Hindrance::NotSubmitted(SubjectKey::Whole))
    );
    came_back(&leadership, services, id, filled(&draft)).await;

    ready(&demo).await;
    // The page is read while nothing stands in the way, and a comment is made before it is sent.
    let read = filled(&decision(&leadership, services, id).await);
    commented(&steering, services, id, "background").await;
    let view = came_back(&leadership, services, id, read).await;
    assert_eq!(view.hindrances, [Hindrance::OpenComments(1)]);
    assert_eq!(
        life(&steering, services, id).await.report.state,
        ReportState::UnderReview
    );
    assert_eq!(count(&services.store, "report_rendering").await, 0);

    // Once the comment is resolved, what came back is sent as it stands.
    let review = service::report_review(&steering, services, id, None).await;
    let comment = &review.expect("may read").comments[0];
    let answered = service::comment_resolve(
        &steering,
        services,
        comment.comment.id,
        comment.version,
        "Skrivet.",
    );
    answered.await.expect("may");
    let sent = view.state.form;
    let goto = done(service::report_decide(&leadership, services, sent.clone()).await);
    assert_eq!(goto, format!("/rapporter/{id}/arbete?klart=beslutad"));
    // The same form once more goes the same way; another one is told that somebody was first.
    assert_eq!(
        done(service::report_decide(&leadership, services, sent.clone()).await),
        goto
    );
    let other = DecisionForm {
        submission: Uuid::now_v7().to_string(),
        ..sent
    };
    let goto = done(service::report_decide(&leadership, services, other).await);
    assert_eq!(goto, format!("/rapporter/{id}/arbete?klart=hann-fore"));
}

async fn a_decision_is_on_what_was_read(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = ready(&demo).await;
    let read = filled(&decision(&leadership, services, id).await);
    // A text changes after the page was read.
    let texts = service::report_text_form(&steering, services, id, None)
        .await
        .expect("may write");
    let form = ReportTextForm {
        background: "Bakgrunden är en annan.".to_owned(),
        ..texts.state.form
    };
    done(service::report_text_save(&steering, services, form).await);
    let answer = service::report_decide(&leadership, services, read)
        .await
        .expect("answers");
    let Answer::Again(draft) = answer else {
        panic!("decided what nobody has read: {answer:?}")
    };
    assert_eq!(
        life(&leadership, services, id).await.report.state,
        ReportState::UnderReview
    );
    let again = service::report_decision(&leadership, services, id, Some(&draft))
        .await
        .expect("shows it");
    assert_eq!(
        again.state.form.decider_title, "Generaldirektör",
        "nothing is lost"
    );
    assert_eq!(again.state.form.checked, "", "it has to be read again");
    let form = DecisionForm {
        checked: "on".to_owned(),
        ..again.state.form
    };
    done(service::report_decide(&leadership, services, form).await);
    assert_eq!(
        life(&leadership, services, id).await.report.state,
        ReportState::Decided
    );
}

async fn nobody_decides_what_they_edited(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = ready(&demo).await;
    // Somebody who holds both roles, and has written last.
    let mut both = demo.ctx(Role::SteeringUnit);
    let leadership = demo.ctx(Role::Leadership);
    let (domain::ctx::Actor::Account { grants, .. }, domain::ctx::Actor::Account { grants: more, .. }) =
        (&mut both.actor, &leadership.actor)
    else {
        panic!("people")
    };
    grants.extend(more.iter().cloned());
    let view = decision(&both, services, id).await;
    assert!(view.own_work);
    let refused = service::report_decide(&both, services, filled(&view)).await;
    assert!(
        matches!(refused, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{refused:?}"
    );
}

async fn a_decision_made_elsewhere_is_recorded_with_where_it_is_found(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let steering = demo.ctx(Role::SteeringUnit);
    let id = ready(&demo).await;
    let view = decision(&steering, services, id).await;
    let answer = service::report_decide(&steering, services, filled(&view))
        .await
        .expect("answers");
    assert!(matches!(answer, Answer::Again(_)), "where is it found?");
    let form = DecisionForm {
        forum: "GD-föredragning".to_owned(),
        registry_number: "2026/17".to_owned(),
        ..filled(&view)
    };
    done(service::report_decide(&steering, services, form).await);
    let model = service::report_view(&steering, services, id)
        .await
        .expect("may read")
        .model;
    let record = model
        .report
        .decision
        .expect("a decision")
        .record
        .expect("how it came here");
    assert!(record.elsewhere);
    // Who recorded it also makes it public, since whoever decided is not here.
    assert_eq!(
        step(&steering, services, id, ReportStep::Publish, "").await,
        "publicerad"
    );
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

async fn the_next_report_begins_from_the_one_before(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let steering = demo.ctx(Role::SteeringUnit);
    let texts = service::report_text_form(&steering, services, open(&demo).await, None).await;
    let form = ReportTextForm {
        background: "Bakgrund.".to_owned(),
        method: "Metod.".to_owned(),
        ..texts.expect("may write").state.form
    };
    done(service::report_text_save(&steering, services, form).await);
    let begun = service::report_form(&steering, services, None, None)
        .await
        .expect("may write");
    let form = ReportForm {
        submission: Uuid::now_v7().to_string(),
        ..begun.state.form
    };
    let goto = done(service::report_save(&steering, services, form).await);
    let id: ReportId = after(&goto, "/rapporter/").parse().expect("an id");
    let next = life(&steering, services, id).await;
    assert_eq!(next.report.to_year, 2026);
    assert_eq!(next.carried.len(), 2);

    // Going through one is changing it, or saying so.
    let texts = service::report_text_form(&steering, services, id, None)
        .await
        .expect("may write");
    assert_eq!(texts.state.form.background, "Bakgrund.");
    let form = ReportTextForm {
        background: "Ny bakgrund.".to_owned(),
        ..texts.state.form
    };
    done(service::report_text_save(&steering, services, form).await);
    assert_eq!(
        life(&steering, services, id).await.carried,
        [domain::report::ChapterKey::Method]
    );
}

async fn the_database_refuses_to_change_what_was_stored(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    decided(&demo).await;
    for change in [
        "UPDATE report_rendering SET format = 'other'",
        "DELETE FROM report_rendering",
        "UPDATE stored_file_chunk SET ordinal = ordinal + 1",
        "DELETE FROM stored_file_chunk",
        "DELETE FROM stored_file",
        "UPDATE report SET decision_role = 'auditor' WHERE state = 'decided'",
        "UPDATE report_step SET step = 'publish'",
        "DELETE FROM report_step",
        "UPDATE frozen_report SET model_json = '{}'",
        "DELETE FROM frozen_report",
    ] {
        assert!(run(&services.store, change).await.is_err(), "{change}");
    }
}
