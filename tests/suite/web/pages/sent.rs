//! What somebody has sent: an assessment to those who decide, and a round to those who answer.

use chrono::TimeDelta;
use domain::assessment::SubjectKey;
use domain::form::AssessmentForm;
use domain::role::Role;
use service::Answer;

use super::super::site::{Site, location, operator};

impl Site {
    /// An assessment that has been sent in: leadership may return it.
    pub async fn some_sent_assessment(&self) -> String {
        let (steering, subject) = (self.as_steering_unit(), SubjectKey::Area("4.5".to_owned()));
        let view = service::assessment_view(&steering, &self.services, &subject, Some(2025), None).await;
        let view = view.expect("may write");
        let level = view
            .judged
            .proposal
            .map_or("god", |proposal| proposal.level.code());
        let form = AssessmentForm {
            level: level.to_owned(),
            delivery: "god".to_owned(),
            expected: "god".to_owned(),
            realised: level.to_owned(),
            motivation: "Underlaget räcker.".to_owned(),
            action: "submit".to_owned(),
            ..view.state.form
        };
        let sent = service::assessment_save(&steering, &self.services, form).await;
        assert!(matches!(sent, Ok(Answer::Done(_))), "{sent:?}");
        "/bedomning/4.5?rapport=2025".to_owned()
    }

    /// A follow-up round that has been sent out.
    pub async fn some_round(&self) -> String {
        let there = service::round_list(&operator(), &self.services).await;
        if let Some(round) = there.expect("the rounds").rounds.first() {
            return round.id.to_string();
        }
        let client = self.signed_in(Role::SteeringUnit).await;
        let due = (server::now() + TimeDelta::days(60)).date_naive().to_string();
        let fields = [
            ("year", "2025"),
            ("part", "year"),
            ("due", due.as_str()),
            ("message", "Skriv vad ni ser."),
            ("rules[]", "follow_ups"),
            ("rules[]", "due"),
        ];
        let prepared = self.post(&client, "/api/round_save", &fields).await;
        let to = location(&prepared);
        let id = to.trim_start_matches("/uppfoljning/").split('?').next();
        let id = id.filter(|id| id.len() == 36);
        let id = id
            .unwrap_or_else(|| panic!("no round was prepared: {to}"))
            .to_owned();
        let fields = [("id", id.as_str()), ("version", "1"), ("from", "prepared")];
        let sent = self.post(&client, "/api/round_move", &fields).await;
        assert!(location(&sent).contains("klart=utskickad"), "{}", location(&sent));
        id
    }
}
