//! Proposals, while they are no more than that: of decided reports alone, changed and withdrawn.

use domain::form::CorrectionForm;
use domain::role::Role;
use service::{Answer, ServiceError};

use super::{decision, filled, form, proposed, shown};
use crate::report_life::{decided, open};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{done, key};
use crate::support::rows::count;

on_both!(
    what_is_not_decided_is_not_corrected,
    a_proposal_is_changed_and_withdrawn_until_it_is_decided,
);

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
