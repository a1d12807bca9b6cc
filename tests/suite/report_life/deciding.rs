//! Deciding: while nothing stands in the way, on what was read, not by whoever wrote it, and elsewhere.

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::{DecisionForm, ReportTextForm};
use domain::id::ReportId;
use domain::policy::Refusal;
use domain::report::ReportState;
use domain::report::life::{Hindrance, ReportStep};
use domain::role::Role;
use service::{Answer, DecisionView, ServiceError, Services};
use uuid::Uuid;

use super::{commented, decision, filled, life, open, ready, step};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::done;
use crate::support::rows::count;

on_both!(
    nothing_is_decided_while_something_stands_in_the_way,
    a_decision_is_on_what_was_read,
    nobody_decides_what_they_edited,
    a_decision_made_elsewhere_is_recorded_with_where_it_is_found,
);

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
