//! Corrections of decided reports: proposed by one, decided by another, beside what stays as it was decided, byte by byte.

mod deciding;
mod other_database;
mod proposals;
mod work;

use domain::ctx::Ctx;
use domain::form::{CorrectionDecisionForm, CorrectionForm};
use domain::id::{ReportCorrectionId, ReportId};
use domain::report::comment::ReportSection;
use domain::report::life::ReportStep;
use domain::role::Role;
use serde_json::{Value, json};
use service::{CorrectionDecisionView, Format, ReportCorrectionsView, ServiceError, Services};

use crate::report_life::{decided, files, life, step};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{done, key};
use crate::support::operator;
use crate::support::rows::{must, run, text};

on_both!(
    a_correction_takes_two_people_and_changes_nothing_that_was_decided,
    the_database_refuses_to_change_a_correction,
);

pub(super) fn form(report: ReportId, section: &str) -> CorrectionForm {
    CorrectionForm {
        submission: key(),
        report: report.to_string(),
        section: section.to_owned(),
        wrong: "Handläggningen tar kortare tid.".to_owned(),
        correct: "Handläggningen tar längre tid.".to_owned(),
        reason: "Tecknet var omkastat i underlaget.".to_owned(),
        ..CorrectionForm::default()
    }
}

/// Proposes a correction, and gives its identity.
async fn proposed(ctx: &Ctx, services: &Services, form: CorrectionForm) -> ReportCorrectionId {
    let goto = done(service::report_correction_save(ctx, services, form).await);
    let (_, id) = goto.split_once("#forslag-").expect("leads to it");
    id.parse().expect("an id")
}

async fn shown(ctx: &Ctx, services: &Services, report: ReportId) -> ReportCorrectionsView {
    let view = service::report_corrections(ctx, services, report).await;
    view.expect("may read")
}

async fn decision(ctx: &Ctx, services: &Services, id: ReportCorrectionId) -> CorrectionDecisionView {
    let view = service::report_correction_decision(ctx, services, id, None).await;
    view.expect("may see it")
}

fn filled(view: &CorrectionDecisionView) -> CorrectionDecisionForm {
    CorrectionDecisionForm {
        decider_title: "Generaldirektör".to_owned(),
        checked: "on".to_owned(),
        ..view.state.form.clone()
    }
}

/// Proposes and decides a correction, in two hands.
async fn corrected(demo: &Demo, form: CorrectionForm) -> String {
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    corrected_by((&steering, &leadership), &demo.services, form).await
}

/// The same, by these two.
pub(super) async fn corrected_by(
    (steering, leadership): (&Ctx, &Ctx),
    services: &Services,
    form: CorrectionForm,
) -> String {
    let id = proposed(steering, services, form).await;
    let form = filled(&decision(leadership, services, id).await);
    done(service::report_correction_decide(leadership, services, form).await)
}

async fn frozen(services: &Services, report: ReportId) -> String {
    let hash = life(&operator(), services, report).await.frozen_sha256;
    hash.expect("what is decided is frozen")
}

async fn a_correction_takes_two_people_and_changes_nothing_that_was_decided(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let (steering, leadership, reviewer) = (
        demo.ctx(Role::SteeringUnit),
        demo.ctx(Role::Leadership),
        demo.ctx(Role::Reviewer),
    );
    assert_eq!(
        step(&leadership, services, report, ReportStep::Publish, "").await,
        "publicerad"
    );
    let stored = files(&leadership, services, report).await;
    let hash = frozen(services, report).await;
    let read = service::report_view(&reviewer, services, report).await;
    let read = read.expect("may read").model;

    let sent = form(report, "4.2");
    let id = proposed(&steering, services, sent.clone()).await;
    assert_eq!(
        proposed(&steering, services, sent).await,
        id,
        "sent twice, made once"
    );
    // Those who may not read what is undecided see nothing of it, and nobody sees it in the report.
    assert_eq!(shown(&reviewer, services, report).await.proposed, []);
    let waiting = shown(&leadership, services, report).await;
    assert!(matches!(&waiting.proposed[..], [one] if one.may_decide));
    assert!(!shown(&demo.ctx(Role::Auditor), services, report).await.proposed[0].may_decide);
    let page = service::report_view(&reviewer, services, report).await;
    assert_eq!(page.expect("may read").corrections, []);
    let none = service::report_correction_file(&reviewer, services, report, Format::Pdf).await;
    assert!(matches!(none, Err(ServiceError::NotFound)), "{none:?}");

    let form = filled(&decision(&leadership, services, id).await);
    let goto = done(service::report_correction_decide(&leadership, services, form.clone()).await);
    assert_eq!(
        goto,
        format!("/rapporter/{report}/rattelser?klart=rattad#rattelse-1")
    );
    assert_eq!(
        done(service::report_correction_decide(&leadership, services, form).await),
        goto,
        "sent twice, decided once"
    );

    let view = shown(&reviewer, services, report).await;
    let [one] = &view.made[..] else {
        panic!("one correction: {:?}", view.made)
    };
    let made = one.made.as_ref().expect("made");
    assert_eq!((made.number, &made.original_sha256), (1, &hash));
    assert_eq!(one.section, ReportSection::Area("4.2".to_owned()));
    let record = made.decision.record.expect("how it came here");
    assert!(record.role == Role::Leadership && !record.elsewhere);
    let page = service::report_view(&reviewer, services, report).await;
    let page = page.expect("may read");
    assert_eq!(page.corrections, view.made);
    assert_eq!(page.model, read, "what was decided reads as it did");
    assert_eq!(frozen(services, report).await, hash);
    assert_eq!(files(&leadership, services, report).await, stored);
    let listed = service::report_list(&reviewer, services).await.expect("may read");
    let listed = listed.iter().find(|one| one.head.id == report);
    assert_eq!(listed.expect("listed").corrections, 1);
    assert_eq!(life(&leadership, services, report).await.corrections, (1, 0));
    for action in ["report.correction_propose", "report.correct"] {
        let events = format!("SELECT COUNT(*) || '' FROM audit_event WHERE action = '{action}'");
        assert_eq!(text(&services.store, &events).await, "1", "{action}");
    }

    // The sheet of corrections is a file beside the report's own.
    let sheet = |format: Format| service::report_correction_file(&reviewer, services, report, format);
    assert!(sheet(Format::Pdf).await.expect("a file").1.starts_with(b"%PDF"));
    let told: Value = serde_json::from_slice(&sheet(Format::Json).await.expect("a file").1).expect("JSON");
    assert_eq!(told["report"]["original_sha256"], json!(hash));
    assert_eq!(told["corrections"][0]["number"], 1);
    assert_eq!(told["corrections"][0]["section"], "4.2");
    assert!(matches!(sheet(Format::Docx).await, Err(ServiceError::NotFound)));
}

async fn the_database_refuses_to_change_a_correction(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    corrected(&demo, form(report, "whole")).await;
    let proposal = proposed(&demo.ctx(Role::SteeringUnit), services, form(report, "4.1")).await;
    for change in [
        "UPDATE report_correction SET correct = 'x' WHERE number = 1",
        "UPDATE report_correction SET number = NULL, decided_on = NULL, decider_title = NULL, original_sha256 = NULL WHERE number = 1",
        "DELETE FROM report_correction WHERE number = 1",
        // A proposal becomes a correction of the frozen original alone, with all that a decision says.
        "UPDATE report_correction SET number = 2 WHERE number IS NULL",
        "UPDATE report_correction SET number = 2, decided_on = '2026-04-01', decider_title = 'x', original_sha256 = 'x' WHERE number IS NULL",
    ] {
        assert!(run(&services.store, change).await.is_err(), "{change}");
    }
    must(
        &services.store,
        &["UPDATE report_correction SET correct = 'x' WHERE number IS NULL"],
    )
    .await;
    let one = shown(&demo.ctx(Role::SteeringUnit), services, report).await;
    assert_eq!(one.proposed[0].correction.id, proposal);
    assert_eq!(one.proposed[0].correction.correct, "x");
}
