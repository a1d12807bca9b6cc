//! Follow-up rounds to try things on.

use domain::form::FollowUpRoundForm;
use domain::id::FollowUpRoundId;
use domain::role::Role;
use domain::round::RoundState;
use service::Answer;
use uuid::Uuid;

use super::demo::Demo;

/// The form of a round of a whole year about all that is due.
pub fn round_form(year: &str) -> FollowUpRoundForm {
    FollowUpRoundForm {
        submission: Uuid::now_v7().to_string(),
        year: year.to_owned(),
        part: "year".to_owned(),
        due: "2025-10-31".to_owned(),
        message: "Skriv vad ni ser.".to_owned(),
        rules: vec!["due".to_owned()],
        ..FollowUpRoundForm::default()
    }
}

/// Where an accepted form leads: to a round.
pub fn round_at(answer: Result<Answer, service::ServiceError>) -> FollowUpRoundId {
    match answer {
        Ok(Answer::Done(place)) => {
            let id = place.trim_start_matches("/uppfoljning/").split('?').next();
            id.unwrap_or_default().parse().expect("an id")
        }
        other => panic!("not accepted: {other:?}"),
    }
}

/// A round that is sent out, and one that is only prepared.
pub async fn rounds(demo: &Demo) -> [FollowUpRoundId; 2] {
    let steering = demo.ctx(Role::SteeringUnit);
    let open = round_at(service::round_save(&steering, &demo.services, round_form("2025")).await);
    let prepared = round_at(service::round_save(&steering, &demo.services, round_form("2026")).await);
    service::round_move(&steering, &demo.services, open, 1, RoundState::Prepared)
        .await
        .expect("is sent out");
    [open, prepared]
}
