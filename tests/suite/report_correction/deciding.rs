//! Deciding on a correction: not by whoever wrote it, on what was read, elsewhere, and in the place of another.

use domain::form::{CorrectionDecisionForm, CorrectionForm};
use domain::policy::Refusal;
use domain::role::Role;
use service::{Answer, ServiceError};

use super::{corrected, decision, filled, form, proposed, shown};
use crate::report_life::decided;
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::done;

on_both!(
    nobody_decides_the_correction_they_wrote,
    a_decision_on_a_correction_made_elsewhere_says_where,
    a_wrong_correction_is_replaced_by_another,
    a_decision_on_a_correction_is_on_what_was_read,
);

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
