//! What people have written in the example, and what waits in it.

use std::collections::BTreeMap;

use domain::assessment::SubjectKey;
use domain::form::{
    AssessmentForm, BenefitForm, DeliveryForm, FigureRows, RealisationPlanForm, StatementForm, SusForm,
};
use domain::history::SubjectKind;
use domain::round::RoundState;
use domain::work::WorkKind;

use super::{after, area, done, its, key, load, manager, removal, remove, rows, steering};
use crate::support::database::{World, on_both};
use crate::support::rounds::{round_at, round_form};

on_both!(
    what_people_have_written_in_it_goes_with_it,
    what_waits_in_it_may_be_approved_by_who_loaded_it,
);

async fn what_people_have_written_in_it_goes_with_it(world: World) {
    let services = world.services().await;
    let before = rows(&services.store).await;
    load(&services).await;
    let (initiative, group) = (its("initiatives", 0), its("benefit_groups", 1));
    let delivery = DeliveryForm {
        submission: key(),
        initiative: initiative.clone(),
        name: "Tillagd".to_owned(),
        description: "Vad den är.".to_owned(),
        status: "planned".to_owned(),
        launch_what: vec!["Sedan".to_owned()],
        planned: vec!["2026".to_owned()],
        actual: vec![String::new()],
        ..DeliveryForm::default()
    };
    let delivery = after(
        &done(service::delivery_save(&manager(), &services, delivery).await),
        "#leverans-",
    );
    let benefit = BenefitForm {
        submission: key(),
        initiative: initiative.clone(),
        delivery: delivery.clone(),
        groups: vec![group],
        description: "Tillagd nytta.".to_owned(),
        ..BenefitForm::default()
    };
    let benefit = after(
        &done(service::benefit_save(&manager(), &services, benefit).await),
        "#nytta-",
    );
    let unit = its("units", 0);
    let plan = RealisationPlanForm {
        submission: key(),
        initiative: initiative.clone(),
        benefit: benefit.clone(),
        activity_text: vec!["Utbilda".to_owned()],
        activity_unit: vec![unit.clone()],
        risk_text: vec!["Få använder den".to_owned()],
        follow_up_unit: unit,
        ..RealisationPlanForm::default()
    };
    done(service::realisation_plan_save(&manager(), &services, plan).await);
    let statement = StatementForm {
        submission: key(),
        initiative,
        delivery: delivery.clone(),
        benefits: vec![benefit],
        text: "Tillagt.".to_owned(),
        finding: "partly".to_owned(),
        as_of: "2025-06-30".to_owned(),
        figures: FigureRows {
            figure_what: vec!["Väntan".to_owned()],
            figure_value: vec!["4".to_owned()],
            figure_unit: vec!["dagar".to_owned()],
            figure_role: vec!["outcome".to_owned()],
            ..FigureRows::default()
        },
        source_kind: vec!["system".to_owned()],
        source_text: vec!["Loggen".to_owned()],
        action: "submit".to_owned(),
        ..StatementForm::default()
    };
    done(service::statement_save(&manager(), &services, statement).await);
    let sus = SusForm {
        submission: key(),
        delivery,
        subject: "Vyn".to_owned(),
        known: "level".to_owned(),
        level: "acceptable".to_owned(),
        ..SusForm::default()
    };
    done(service::sus_save(&manager(), &services, sus).await);
    area(&services, &its("area_sets", 0), vec![its("benefit_groups", 0)]).await;
    let ctx = steering();
    let view = service::assessment_view(&ctx, &services, &SubjectKey::Whole, Some(2026), None).await;
    let graded = AssessmentForm {
        motivation: "Tillagd.".to_owned(),
        ..view.expect("may read").state.form
    };
    done(service::assessment_save(&ctx, &services, graded).await);

    let round = round_at(service::round_save(&ctx, &services, round_form("2026")).await);
    let opened = service::round_move(&ctx, &services, round, 1, RoundState::Prepared).await;
    assert!(opened.is_ok_and(|place| place.ends_with("utskickad")));

    let (removal, _) = removal(&services).await;
    let added: BTreeMap<_, _> = removal
        .going
        .iter()
        .filter(|(_, of)| of.added > 0)
        .map(|(kind, of)| (*kind, of.added))
        .collect();
    use SubjectKind as K;
    let expected = [
        K::Delivery,
        K::Benefit,
        K::RealisationPlan,
        K::Statement,
        K::SusEvaluation,
        K::Assessment,
        K::Area,
        K::FollowUpRound,
    ];
    assert_eq!(added, expected.map(|kind| (kind, 1)).into());
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(rows(&services.store).await, before);
}

/// Whoever loads the example has written none of it.
async fn what_waits_in_it_may_be_approved_by_who_loaded_it(world: World) {
    let services = world.services().await;
    let ctx = steering();
    let loaded = service::example_load(&ctx, &services).await;
    assert_eq!(loaded.expect("may load"), "/kom-igang?klart=exempel-inlast");
    let view = service::work_view(&ctx, &services, None, Some(WorkKind::Approve)).await;
    let view = view.expect("may read");
    assert_eq!((view.waits_for_others, view.sections[0].count), (0, 1));
}
