//! Grading: areas, groups and the whole in one flow, and back and forth between those who write and
//! those who decide.

use std::collections::BTreeSet;

use domain::assessment::{AssessmentState, AssessmentSubject, SubjectKey};
use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::evidence::EvidenceState;
use domain::form::{AssessmentForm, StatementForm};
use domain::id::StatementId;
use domain::level::FulfilmentLevel;
use domain::role::Role;
use domain::standing::{ProposalThen, SubjectProgress};
use service::{Answer, AssessmentView, ServiceError, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{after, done, key};
use crate::support::rows::text;

on_both!(
    areas_groups_and_the_whole_are_graded_in_one_flow,
    what_leadership_returns_is_written_again_with_the_note_in_sight,
    nothing_is_returned_without_a_note_or_over_a_change,
    texts_for_sets_of_groups_come_back_as_they_were_typed,
    the_level_of_the_report_before_stands_beside,
    a_group_is_judged_on_what_concerns_it_alone,
    what_was_sent_in_on_other_evidence_is_pointed_out,
);

const OPEN: Option<i32> = Some(2025);

async fn view(ctx: &Ctx, services: &Services, key: &SubjectKey) -> AssessmentView {
    service::assessment_view(ctx, services, key, OPEN, None)
        .await
        .expect("may read")
}

/// The subject's form, filled in so that it may be sent.
fn filled(view: &AssessmentView) -> AssessmentForm {
    let level = view
        .judged
        .proposal
        .map_or("viss", |proposal| proposal.level.code());
    let component = if view.judged.key.has_components() {
        "god"
    } else {
        ""
    };
    AssessmentForm {
        level: level.to_owned(),
        delivery: component.to_owned(),
        expected: component.to_owned(),
        realised: component.to_owned(),
        motivation: "Underlaget bär nivån.".to_owned(),
        action: "submit".to_owned(),
        ..view.state.form.clone()
    }
}

async fn send(ctx: &Ctx, services: &Services, key: &SubjectKey) {
    let form = filled(&view(ctx, services, key).await);
    let answer = service::assessment_save(ctx, services, form).await;
    assert!(matches!(answer, Ok(Answer::Done(..))), "{key}: {answer:?}");
}

/// Returns the subject's assessment, with what stands in the address that it leads to.
async fn give_back(ctx: &Ctx, services: &Services, key: &SubjectKey, version: i32, note: &str) -> String {
    let report = view(ctx, services, key).await.report.id;
    let answer = service::assessment_return(ctx, services, report, key, version, note).await;
    let goto = answer.expect("may return");
    let (address, notice) = goto.split_once("&klart=").expect("says what came of it");
    assert_eq!(address, format!("/bedomning/{key}?rapport=2025"));
    notice.to_owned()
}

async fn areas_groups_and_the_whole_are_graded_in_one_flow(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), &demo.services);
    let list = || async {
        let list = service::assessment_list(&ctx, services, OPEN).await;
        list.expect("may read").standing.subjects()
    };
    let subjects = list().await;
    let areas = subjects.iter().filter(|one| one.key.has_components()).count();
    assert_eq!(subjects.len(), areas + list_groups(services, &ctx).await + 1);
    assert_eq!(SubjectProgress::of(&subjects).untouched(), subjects.len());
    assert_eq!(subjects.last().expect("the whole").key, SubjectKey::Whole);
    for (done, one) in subjects.iter().enumerate() {
        let shown = view(&ctx, services, &one.key).await;
        assert_eq!(shown.judged, *one, "the page shows what the list shows");
        assert_eq!(SubjectProgress::of(&shown.subjects).settled, done);
        send(&ctx, services, &one.key).await;
    }
    let progress = SubjectProgress::of(&list().await);
    assert_eq!((progress.settled, progress.untouched()), (subjects.len(), 0));
    assert_eq!(
        text(
            &services.store,
            "SELECT COUNT(*) || '' FROM audit_event WHERE action = 'assessment.submit'"
        )
        .await,
        subjects.len().to_string()
    );
}

async fn list_groups(services: &Services, ctx: &Ctx) -> usize {
    let structure = service::structure_view(ctx, services).await;
    structure.expect("may read").groups.len()
}

async fn what_leadership_returns_is_written_again_with_the_note_in_sight(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let key = SubjectKey::Whole;
    assert!(
        !view(&leadership, services, &key).await.may_return,
        "nothing is sent in"
    );
    send(&steering, services, &key).await;
    let sent = view(&leadership, services, &key).await;
    assert!(sent.may_return && !sent.may_assess);
    assert!(!view(&steering, services, &key).await.may_return);

    let notice = give_back(&leadership, services, &key, sent.version, "  Säg mer om tiden. ").await;
    assert_eq!(notice, "aterlamnad");
    let back = view(&steering, services, &key).await;
    assert_eq!(back.assessment_state, Some(AssessmentState::Returned));
    assert_eq!(back.return_note.as_deref(), Some("Säg mer om tiden."));
    assert_eq!(
        back.state.form.motivation, "Underlaget bär nivån.",
        "nothing is lost"
    );
    let last = "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1";
    let last: serde_json::Value = serde_json::from_str(&text(&services.store, last).await).expect("JSON");
    assert_eq!(last["note"], "Säg mer om tiden.");
    assert_eq!(last["after"], "returned");

    send(&steering, services, &key).await;
    let again = view(&leadership, services, &key).await;
    assert_eq!(again.assessment_state, Some(AssessmentState::Submitted));
    assert_eq!(
        again.return_note.as_deref(),
        Some("Säg mer om tiden."),
        "whoever reads it again sees what was asked for"
    );
}

async fn nothing_is_returned_without_a_note_or_over_a_change(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let key = SubjectKey::Area("4.2".to_owned());
    send(&steering, services, &key).await;
    let read = view(&leadership, services, &key).await;
    assert_eq!(
        give_back(&leadership, services, &key, read.version, " ").await,
        "skriv-skal"
    );
    send(&steering, services, &key).await;
    let late = give_back(&leadership, services, &key, read.version, "Därför.").await;
    assert_eq!(late, "hann-fore");
    let kept = view(&leadership, services, &key).await;
    assert_eq!(kept.assessment_state, Some(AssessmentState::Submitted));

    let decided = service::assessment_view(&leadership, services, &key, Some(2024), None).await;
    let decided = decided.expect("may read");
    assert!(!decided.may_return);
    let report = decided.report.id;
    let refused = service::assessment_return(&leadership, services, report, &key, 1, "Därför.").await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
}

async fn texts_for_sets_of_groups_come_back_as_they_were_typed(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), &demo.services);
    let key = SubjectKey::Area("4.1".to_owned());
    let shown = view(&ctx, services, &key).await;
    let typed = AssessmentForm {
        text_groups: vec![
            format!("0:{}", shown.groups[0].id),
            format!("0:{}", shown.groups[2].id),
            format!("1:{}", shown.groups[1].id),
        ],
        group_text: vec!["Båda vinner.".to_owned(), "Den förlorar.".to_owned()],
        action: "add_text".to_owned(),
        ..shown.state.form.clone()
    };
    // One more row first: all that was typed is still there, and nothing is stored.
    let answer = service::assessment_save(&ctx, services, typed.clone()).await;
    let draft = draft_of(&answer.expect("may write"));
    let longer = service::assessment_view(&ctx, services, &key, OPEN, Some(&draft)).await;
    let longer = longer.expect("may read").state.form;
    assert_eq!(longer.group_text.len(), 3);
    assert_eq!(longer.text_groups, typed.text_groups);
    assert!(view(&ctx, services, &key).await.assessment_state.is_none());

    let keep = AssessmentForm {
        action: "draft".to_owned(),
        ..longer
    };
    let answer = service::assessment_save(&ctx, services, keep).await;
    assert!(matches!(answer, Ok(Answer::Done(..))), "{answer:?}");
    let stored = view(&ctx, services, &key).await.state.form;
    assert_eq!(stored.text_groups, typed.text_groups);
    assert_eq!(stored.group_text, typed.group_text, "the empty row is none");

    let unknown = AssessmentForm {
        text_groups: vec![format!("0:{}", uuid::Uuid::now_v7())],
        group_text: vec!["Om något annat.".to_owned()],
        ..stored
    };
    let answer = service::assessment_save(&ctx, services, unknown).await;
    assert!(matches!(answer, Err(ServiceError::NotFound)), "{answer:?}");
}

fn draft_of(answer: &Answer) -> String {
    match answer {
        Answer::Again(draft) => draft.clone(),
        Answer::Done(goto) => panic!("a row more saves nothing, and led to {goto}"),
    }
}

async fn the_level_of_the_report_before_stands_beside(world: World) {
    let demo = Demo::load(&world).await;
    let ctx = demo.ctx(Role::SteeringUnit);
    let before = |key: SubjectKey| {
        let (ctx, services) = (&ctx, &demo.services);
        async move { view(ctx, services, &key).await.before }
    };
    let area = before(SubjectKey::Area("4.3".to_owned()))
        .await
        .expect("was judged");
    assert_eq!((area.report.to_year, area.level), (2024, FulfilmentLevel::Viss));
    let whole = before(SubjectKey::Whole).await.expect("was judged");
    assert_eq!(whole.level, FulfilmentLevel::Godkand);
    let first = service::assessment_view(&ctx, &demo.services, &SubjectKey::Whole, Some(2024), None).await;
    assert_eq!(
        first.expect("may read").before,
        None,
        "there is no report before the first"
    );
}

async fn a_group_is_judged_on_what_concerns_it_alone(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), &demo.services);
    let whole = view(&ctx, services, &SubjectKey::Whole).await;
    assert!(whole.sections.is_empty());
    assert_eq!(whole.parts.len(), whole.subjects.len() - 1);
    let mut with_evidence = 0;
    for group in &whole.groups {
        let shown = view(&ctx, services, &SubjectKey::Group(group.code.clone())).await;
        let benefits: Vec<_> = shown
            .sections
            .iter()
            .flat_map(|section| {
                let of_deliveries = section.deliveries.iter().flat_map(|delivery| &delivery.benefits);
                of_deliveries.chain(&section.without_delivery)
            })
            .collect();
        let concerns = |of: &&&domain::report_model::BenefitSection| {
            of.benefit.groups.iter().any(|share| share.group == group.id)
        };
        assert_eq!(
            benefits.iter().filter(concerns).count(),
            benefits.len(),
            "{}",
            group.code
        );
        assert_eq!(
            u32::try_from(benefits.len()).expect("few"),
            shown.judged.tally.benefits()
        );
        let of_parts: u32 = shown.parts.iter().map(|part| part.tally.benefits()).sum();
        assert_eq!(
            of_parts,
            shown.judged.tally.benefits(),
            "each benefit lies in one area"
        );
        with_evidence += usize::from(!benefits.is_empty());
    }
    assert!(with_evidence > 3, "{with_evidence} groups have benefits");
}

/// The first benefit of the subject that something good is stated of.
fn stated(shown: &AssessmentView) -> Option<&Benefit> {
    let deliveries = shown.sections.iter().flat_map(|section| &section.deliveries);
    deliveries
        .flat_map(|delivery| &delivery.benefits)
        .find(|one| one.evidence.state == EvidenceState::Stated)
        .map(|one| &one.benefit)
}

/// States of a benefit that nothing has come of it, and has it approved.
async fn one_more_is_stated(demo: &Demo, benefit: &Benefit) {
    let form = StatementForm {
        submission: key(),
        initiative: benefit.initiative.to_string(),
        benefits: vec![benefit.id.to_string()],
        text: "Ingenting har hänt.".to_owned(),
        finding: "none".to_owned(),
        as_of: "2025-09-30".to_owned(),
        action: "submit".to_owned(),
        ..StatementForm::default()
    };
    let services = &demo.services;
    let place = done(service::statement_save(&demo.ctx(Role::PortfolioManager), services, form).await);
    let id: StatementId = after(&place, "#konstaterad-").parse().expect("an identity");
    let reviewer = demo.ctx(Role::Reviewer);
    let approved = service::statement_review(&reviewer, services, id, 1, true, "").await;
    approved.expect("may approve");
}

async fn what_was_sent_in_on_other_evidence_is_pointed_out(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let list = service::assessment_list(&steering, services, OPEN).await;
    let mut found = None;
    for one in list.expect("may read").standing.subjects() {
        let shown = view(&steering, services, &one.key).await;
        found = found.or(stated(&shown).cloned().map(|benefit| (one.key, benefit)));
    }
    let (subject, benefit) = found.expect("a benefit that something is stated of");
    let moved = async || {
        let list = service::assessment_list(&leadership, services, OPEN).await;
        list.expect("may read").moved
    };
    send(&steering, services, &subject).await;
    send(&steering, services, &SubjectKey::Whole).await;
    let before = view(&leadership, services, &subject).await;
    assert_eq!((before.moved, moved().await), (None, Vec::new()));

    one_more_is_stated(&demo, &benefit).await;
    let now = view(&leadership, services, &subject).await;
    assert_ne!(now.judged.proposal, before.judged.proposal);
    assert_eq!(now.moved, Some(ProposalThen::of(before.judged.proposal)));
    let both = BTreeSet::from([now.judged.subject, AssessmentSubject::Whole]);
    let told: BTreeSet<_> = moved().await.into_iter().collect();
    assert_eq!(told, both, "the whole rests on the same evidence");

    // Read through and sent in again it rests on what there is; what was decided stands as it did.
    send(&steering, services, &subject).await;
    assert_eq!(view(&leadership, services, &subject).await.moved, None);
    assert_eq!(moved().await, [AssessmentSubject::Whole]);
    let returned = view(&leadership, services, &SubjectKey::Whole).await;
    give_back(
        &leadership,
        services,
        &SubjectKey::Whole,
        returned.version,
        "Läs om.",
    )
    .await;
    assert_eq!(moved().await, [], "what came back is written again anyway");
}
