//! Corrections of decided reports: proposed by one, decided by another, beside what stays as it was decided, byte by byte.

use domain::ctx::Ctx;
use domain::form::{CorrectionDecisionForm, CorrectionForm};
use domain::id::{ReportCorrectionId, ReportId};
use domain::policy::Refusal;
use domain::report::comment::ReportSection;
use domain::report::life::ReportStep;
use domain::role::Role;
use domain::work::{WorkItem, WorkKind};
use serde_json::{Value, json};
use service::exchange::portfolio_import;
use service::{Answer, CorrectionDecisionView, Format, ReportCorrectionsView, ServiceError, Services};

use crate::report_life::{commented, decided, files, life, open, ready, step};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export};
use crate::support::forms::{done, key};
use crate::support::operator;
use crate::support::rows::{count, must, run, text};

on_both!(
    a_correction_takes_two_people_and_changes_nothing_that_was_decided,
    nobody_decides_the_correction_they_wrote,
    a_decision_on_a_correction_made_elsewhere_says_where,
    a_wrong_correction_is_replaced_by_another,
    a_decision_on_a_correction_is_on_what_was_read,
    what_is_not_decided_is_not_corrected,
    a_proposal_is_changed_and_withdrawn_until_it_is_decided,
    the_database_refuses_to_change_a_correction,
    a_reports_life_goes_along_to_another_database,
    what_waits_in_a_reports_life_stands_in_the_list_of_whoever_does_it,
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

async fn nobody_decides_the_correction_they_wrote(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let mut both = demo.ctx(Role::SteeringUnit);
    let leadership = demo.ctx(Role::Leadership);
    let (domain::ctx::Actor::Account { grants, .. }, domain::ctx::Actor::Account { grants: more, .. }) =
        (&mut both.actor, &leadership.actor)
    else {
        panic!("people")
    };
    grants.extend(more.iter().cloned());
    let id = proposed(&both, services, form(report, "whole")).await;
    let view = decision(&both, services, id).await;
    assert!(view.own_work);
    let refused = service::report_correction_decide(&both, services, filled(&view)).await;
    assert!(
        matches!(refused, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{refused:?}"
    );
    assert_eq!(shown(&leadership, services, report).await.made, []);
}

async fn a_decision_on_a_correction_made_elsewhere_says_where(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let id = proposed(&steering, services, form(report, "background")).await;
    let view = decision(&steering, services, id).await;
    let answer = service::report_correction_decide(&steering, services, filled(&view)).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("where is it found? {answer:?}")
    };
    let again = service::report_correction_decision(&steering, services, id, Some(&draft)).await;
    let again = again.expect("shows it").state;
    assert_eq!(again.form.decider_title, "Generaldirektör", "nothing is lost");
    let form = CorrectionDecisionForm {
        forum: "GD-föredragning".to_owned(),
        registry_number: "2026/18".to_owned(),
        ..again.form
    };
    done(service::report_correction_decide(&steering, services, form).await);
    let view = shown(&steering, services, report).await;
    let made = view.made[0].made.as_ref().expect("made");
    assert!(made.decision.record.expect("how it came here").elsewhere);
    assert_eq!(made.decision.registry_number.as_deref(), Some("2026/18"));
}

async fn a_wrong_correction_is_replaced_by_another(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    corrected(&demo, form(report, "4.1")).await;
    let replacing = |correct: &str| CorrectionForm {
        replaces: "1".to_owned(),
        correct: correct.to_owned(),
        ..form(report, "4.1")
    };
    // Two would take the place of the same one. The second to be decided no longer can.
    let late = proposed(&steering, services, replacing("Tiden är densamma.")).await;
    let goto = corrected(&demo, replacing("Tiden är okänd.")).await;
    assert!(goto.ends_with("#rattelse-2"), "{goto}");
    let view = decision(&leadership, services, late).await;
    assert!(view.overtaken);
    let answer = service::report_correction_decide(&leadership, services, filled(&view)).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("takes the place of what has none: {answer:?}")
    };
    let back = service::report_correction_decision(&leadership, services, late, Some(&draft)).await;
    let back = back.expect("shows it");
    assert!(back.state.is_hindered() && back.overtaken);
    assert_eq!(back.state.form.decider_title, "Generaldirektör");
    let made = shown(&leadership, services, report).await.made;
    assert_eq!(domain::report::correction::in_force(&made), [2]);
}

async fn a_decision_on_a_correction_is_on_what_was_read(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = proposed(&steering, services, form(report, "whole")).await;
    let read = filled(&decision(&leadership, services, id).await);
    let change = service::report_correction_form(&steering, services, report, Some(id), None).await;
    let change = CorrectionForm {
        correct: "Något helt annat.".to_owned(),
        ..change.expect("may write").state.form
    };
    assert_eq!(proposed(&steering, services, change).await, id);
    let answer = service::report_correction_decide(&leadership, services, read).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("decided what nobody has read: {answer:?}")
    };
    let again = service::report_correction_decision(&leadership, services, id, Some(&draft)).await;
    let again = again.expect("shows it");
    assert_eq!(again.correction.correct, "Något helt annat.");
    let form = again.state.form;
    assert_eq!(
        (form.checked.as_str(), form.decider_title.as_str()),
        ("", "Generaldirektör")
    );
    let form = CorrectionDecisionForm {
        checked: "on".to_owned(),
        ..form
    };
    done(service::report_correction_decide(&leadership, services, form).await);
}

async fn what_is_not_decided_is_not_corrected(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = open(&demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let view = service::report_corrections(&steering, services, report).await;
    assert!(matches!(view, Err(ServiceError::NotFound)));
    let saved = service::report_correction_save(&steering, services, form(report, "whole")).await;
    assert!(matches!(saved, Err(ServiceError::NotFound)), "{saved:?}");
    assert_eq!(count(&services.store, "report_correction").await, 0);
}

async fn a_proposal_is_changed_and_withdrawn_until_it_is_decided(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let report = decided(&demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let empty = CorrectionForm {
        submission: key(),
        report: report.to_string(),
        wrong: "Det som står.".to_owned(),
        ..CorrectionForm::default()
    };
    let answer = service::report_correction_save(&steering, services, empty).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("says too little: {answer:?}")
    };
    let again = service::report_correction_form(&steering, services, report, None, Some(&draft)).await;
    let again = again.expect("shows it").state;
    assert_eq!(again.form.wrong, "Det som står.");
    let wrong: Vec<String> = again.errors().0.into_iter().map(|one| one.field).collect();
    assert_eq!(wrong, ["section", "correct", "reason"]);

    let id = proposed(&steering, services, form(report, "4.3")).await;
    let read = service::report_correction_form(&steering, services, report, Some(id), None).await;
    let read = read.expect("may write").state.form;
    proposed(
        &steering,
        services,
        CorrectionForm {
            submission: key(),
            ..read.clone()
        },
    )
    .await;
    let late = CorrectionForm {
        submission: key(),
        ..read.clone()
    };
    let answer = service::report_correction_save(&steering, services, late).await;
    assert!(
        matches!(answer, Ok(Answer::Again(_))),
        "somebody was first: {answer:?}"
    );

    let withdrawn = service::report_correction_withdraw(&steering, services, id, 1).await;
    assert!(withdrawn.expect("answers").contains("klart=hann-fore"));
    let withdrawn = service::report_correction_withdraw(&steering, services, id, 2).await;
    assert!(withdrawn.expect("may").contains("klart=tillbakadragen"));
    assert_eq!(shown(&steering, services, report).await.proposed, []);

    // What was typed about one that was decided meanwhile is kept, and can become another.
    let id = proposed(&steering, services, form(report, "4.3")).await;
    let read = service::report_correction_form(&steering, services, report, Some(id), None).await;
    let read = read.expect("may write").state.form;
    let leadership = demo.ctx(Role::Leadership);
    let deciding = filled(&decision(&leadership, services, id).await);
    done(service::report_correction_decide(&leadership, services, deciding).await);
    let late = CorrectionForm {
        wrong: "Skrivet för sent.".to_owned(),
        ..read
    };
    let Ok(Answer::Again(draft)) = service::report_correction_save(&steering, services, late).await else {
        panic!("changed what is decided")
    };
    let kept = service::report_correction_form(&steering, services, report, Some(id), Some(&draft)).await;
    let kept = kept.expect("shows it").state;
    assert!(kept.is_hindered() && kept.form.wrong == "Skrivet för sent.");
    let withdrawn = service::report_correction_withdraw(&steering, services, id, 2).await;
    assert!(withdrawn.expect("answers").contains("klart=hann-fore"));
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

async fn a_reports_life_goes_along_to_another_database(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let id = crate::report_life::ready(&demo).await;
    commented(&leadership, services, id, "4.5").await;
    let review = service::report_review(&steering, services, id, None).await;
    let comment = &review.expect("may read").comments[0];
    let answered = service::comment_resolve(
        &steering,
        services,
        comment.comment.id,
        comment.version,
        "Skrivet.",
    )
    .await;
    answered.expect("may");
    // Under review it goes along with its comments.
    let elsewhere = world.services().await;
    let file = export(services).await;
    portfolio_import(&operator(), &elsewhere, &file)
        .await
        .expect("imports");
    let there = service::report_review(&operator(), &elsewhere, id, None).await;
    let there = there.expect("may read").comments;
    assert_eq!(there[0].comment.answer.as_deref(), Some("Skrivet."));
    assert_eq!(
        (there[0].written_at, &there[0].written_by),
        (comment.written_at, &None)
    );

    // Decided and corrected meanwhile, the same database gets the rest.
    decided_now(&demo, id).await;
    corrected(&demo, form(id, "4.1")).await;
    proposed(&steering, services, form(id, "4.2")).await;
    let file = export(services).await;
    assert_eq!(violations(&file), [""; 0], "what goes along follows the schema");
    portfolio_import(&operator(), &elsewhere, &file)
        .await
        .expect("imports");
    let again = portfolio_import(&operator(), &elsewhere, &file).await;
    assert!(again.expect("imports again").is_nothing());
    assert_eq!(
        shown(&operator(), &elsewhere, id).await.made,
        shown(&leadership, services, id).await.made
    );
    assert_eq!(shown(&operator(), &elsewhere, id).await.proposed.len(), 1);
    let steps = |of: service::ReportLifeView| -> Vec<_> {
        of.steps
            .into_iter()
            .map(|one| (one.step, one.note, one.at))
            .collect()
    };
    assert_eq!(
        steps(life(&operator(), &elsewhere, id).await),
        steps(life(&leadership, services, id).await)
    );
    assert_eq!(export(&elsewhere).await, file, "and out again, the same");

    // What was taken, said and made stays so.
    let document: Value = serde_json::from_slice(&file).expect("JSON");
    for (place, value) in [
        ("/report_corrections/0/correct", json!("Annat.")),
        ("/report_comments/0/text", json!("Annat.")),
        ("/report_steps/0/note", json!("Annat.")),
        (
            "/report_corrections/0/made/original_sha256",
            json!("0".repeat(64)),
        ),
        ("/report_corrections/0/made/number", json!(3)),
        ("/report_corrections/1/replaces", json!(7)),
        ("/report_steps/1/step", json!("publish")),
        ("/report_steps/0/number", json!(2)),
    ] {
        let mut spoiled = document.clone();
        *spoiled.pointer_mut(place).expect("is there") = value;
        let refused = portfolio_import(&operator(), &elsewhere, spoiled.to_string().as_bytes()).await;
        assert!(
            matches!(refused, Err(ServiceError::Import(_))),
            "{place}: {refused:?}"
        );
    }
}

async fn decided_now(demo: &Demo, id: ReportId) {
    let leadership = demo.ctx(Role::Leadership);
    let view = service::report_decision(&leadership, &demo.services, id, None).await;
    let form = crate::report_life::filled(&view.expect("may see it"));
    done(service::report_decide(&leadership, &demo.services, form).await);
}

fn violations(file: &[u8]) -> Vec<String> {
    let document: Value = serde_json::from_slice(file).expect("JSON");
    crate::exchange::schema()
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// What waits in somebody's list of a kind.
async fn waiting(ctx: &Ctx, services: &Services, kind: WorkKind) -> Vec<WorkItem> {
    let view = service::work_view(ctx, services, None, Some(kind)).await;
    let sections = view.expect("may read").sections;
    sections.into_iter().flat_map(|section| section.items).collect()
}

async fn what_waits_in_a_reports_life_stands_in_the_list_of_whoever_does_it(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let report = ready(&demo).await;
    let [to_decide] = &waiting(&leadership, services, WorkKind::DecideReport).await[..] else {
        panic!("the report is to be decided");
    };
    assert_eq!(to_decide.day, Some(steering.today()));
    assert!(
        waiting(&steering, services, WorkKind::MendReport)
            .await
            .is_empty()
    );

    commented(&leadership, services, report, "whole").await;
    assert!(
        waiting(&leadership, services, WorkKind::DecideReport)
            .await
            .is_empty()
    );
    assert_eq!(waiting(&steering, services, WorkKind::MendReport).await.len(), 1);

    step(
        &leadership,
        services,
        report,
        ReportStep::Return,
        "Område 2 saknar källa.",
    )
    .await;
    let [to_mend] = &waiting(&steering, services, WorkKind::MendReport).await[..] else {
        panic!("the report is to be mended");
    };
    assert_eq!(to_mend.note.as_deref(), Some("Område 2 saknar källa."));

    let decided = service::report_view_of_year(&operator(), services, 2024).await;
    let decided = decided.expect("is there").model.report;
    let id = proposed(&steering, services, form(decided.id, "whole")).await;
    let [to_correct] = &waiting(&leadership, services, WorkKind::DecideCorrection).await[..] else {
        panic!("the correction is to be decided");
    };
    assert_eq!(to_correct.name, "Handläggningen tar längre tid.");
    let decision = filled(&decision(&leadership, services, id).await);
    done(service::report_correction_decide(&leadership, services, decision).await);
    assert!(
        waiting(&leadership, services, WorkKind::DecideCorrection)
            .await
            .is_empty()
    );
}
