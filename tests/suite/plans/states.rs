//! The states of benefits, of which none closes without an owner.

use domain::benefit::BenefitState;
use domain::history::SubjectKind;
use domain::initiative::InitiativeStatus;
use domain::role::Role;
use serde_json::{Value, json};

use super::subject;
use crate::support::database::{World, on_both};
use crate::support::forms::notice;

on_both!(benefits_go_along_their_steps_and_nothing_closes_without_an_owner);

async fn benefits_go_along_their_steps_and_nothing_closes_without_an_owner(world: World) {
    let mut subject = subject();
    let (initiative, benefit) = (json!(subject.initiative), json!(subject.benefit));
    for one in subject.portfolio["initiatives"].as_array_mut().expect("a list") {
        if one["id"] == initiative {
            one["status"]["value"] = json!("realising");
        }
    }
    for one in subject.portfolio["benefits"].as_array_mut().expect("a list") {
        if one["id"] == benefit {
            one["owner"] = Value::Null;
            one["state"] = json!("identified");
        }
    }
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let view = || async {
        let view = service::initiative_view(&manager, services, subject.initiative).await;
        view.expect("may read")
    };
    let close = |version| {
        let to = InitiativeStatus::Closed;
        service::initiative_move(
            &manager,
            services,
            subject.initiative,
            version,
            to,
            "Allt är uppföljt.",
        )
    };
    let version = view().await.version;
    assert_eq!(notice(&close(version).await), "utan-agare");
    let step = |version, to, note: &'static str| {
        service::benefit_move(&manager, services, subject.benefit, version, to, note)
    };
    let version = |shown: &service::InitiativeView| shown.benefit_versions[&subject.benefit].version;
    let now = version(&view().await);
    assert_eq!(
        notice(&step(now, BenefitState::Planned, "Hoppar över ett steg.").await),
        "hann-fore"
    );
    assert_eq!(
        notice(&step(now, BenefitState::Specified, " ").await),
        "skriv-varfor"
    );
    assert_eq!(
        notice(&step(now + 1, BenefitState::Specified, "Beskriven.").await),
        "hann-fore"
    );
    assert_eq!(
        notice(&step(now, BenefitState::Specified, "Beskriven.").await),
        "nyttan-flyttad"
    );
    let now = version(&view().await);
    assert_eq!(
        notice(&step(now, BenefitState::WrittenOff, "Väntas inte längre.").await),
        "nyttan-flyttad"
    );
    let id = subject.benefit.to_string();
    let history = service::history_view(&manager, services, SubjectKind::Benefit, &id, None).await;
    let events = history.expect("may read").events;
    let told: Vec<_> = events
        .iter()
        .map(|event| {
            (
                event.action.as_str(),
                event.happened.as_ref().and_then(|it| it.note.as_deref()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("benefit.move", Some("Väntas inte längre.")),
            ("benefit.move", Some("Beskriven."))
        ]
    );
    // What is over needs no owner any more.
    let shown = view().await;
    assert_eq!(notice(&close(shown.version).await), "flyttat");
}
