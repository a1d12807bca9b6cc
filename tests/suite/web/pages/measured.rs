//! What has been measured of a benefit, and what it has come to.

use domain::form::{FreedTimeForm, MeasurementForm, SekValueForm};
use domain::id::BenefitId;
use domain::role::Role;
use domain::sek_value::SekGround;
use service::{FreedTimeTarget, SekValueTarget};
use uuid::Uuid;

use super::super::site::Site;
use crate::support::forms::done;
use crate::support::measured::due;
use crate::support::measures;

impl Site {
    /// A measure with a goal and its trend, and a measurement that is not sent in.
    pub(super) async fn some_measured(&self, initiative: &str, benefit: &str) -> (String, String, String) {
        let (manager, services) = (self.acting(Role::PortfolioManager), &self.services);
        let reviewer = self.acting(Role::Reviewer);
        let of = (
            initiative.parse().expect("an initiative"),
            benefit.parse().expect("a benefit"),
        );
        let measure = measures::added(&manager, services).await;
        let goal = measures::goal_set(&manager, services, of, measure).await;
        service::effect_goal_review(&reviewer, services, goal, 1, true, "")
            .await
            .expect("may approve");
        for (period, value) in [("2025-Q1", "30"), ("2025-Q2", "15")] {
            let logged =
                measures::logged(&manager, services, measures::measured(measure, period, value)).await;
            service::measurement_review(&reviewer, services, logged, 1, true, "")
                .await
                .expect("may approve");
        }
        // One that is due every quarter, and that waits for somebody else.
        let due = due(&manager, services, "Kötid", "ratio").await;
        let of_all = MeasurementForm {
            denominator: "120".to_owned(),
            ..measures::measured(due, "2025-Q2", "15")
        };
        measures::logged(&manager, services, of_all).await;
        let draft = MeasurementForm {
            action: String::new(),
            ..measures::measured(measure, "2025-Q3", "12")
        };
        let draft = measures::logged(&manager, services, draft).await;
        (measure.to_string(), goal.to_string(), draft.to_string())
    }

    /// Freed time of a benefit that is approved, added time that waits and some that is begun; and a value in kronor on an
    /// open statement. Gives the value, and the entry that is begun.
    pub(super) async fn some_realised(&self, benefit: &str, statement: &str) -> (String, String) {
        let (manager, services) = (self.acting(Role::PortfolioManager), &self.services);
        let benefit: BenefitId = benefit.parse().expect("a benefit");
        let target = FreedTimeTarget::New(benefit);
        let form = service::freed_time_form(&manager, services, target, None).await;
        let initiative = form.expect("may log").initiative.id;
        let freed = async || {
            let view = service::initiative_view(&manager, services, initiative).await;
            view.expect("may read").freed_times
        };
        let entries = [
            (2024, "120,5", Some("100"), "submit"),
            (2023, "−20", None, "submit"),
            (2022, "5", None, "draft"),
        ];
        // Whoever asks again gets what is there.
        let there = !freed().await.is_empty();
        for (year, amount, gone, action) in entries.into_iter().filter(|_| !there) {
            let form = service::freed_time_form(&manager, services, target, None).await;
            let form = FreedTimeForm {
                submission: Uuid::now_v7().to_string(),
                year: year.to_string(),
                amount: amount.to_owned(),
                disposition_kind: gone.iter().map(|_| "budget_cut".to_owned()).collect(),
                disposition_hours: gone.iter().map(|hours| (*hours).to_owned()).collect(),
                action: action.to_owned(),
                ..form.expect("may log").state.form
            };
            done(service::freed_time_save(&manager, services, form).await);
        }
        let all = freed().await;
        let of = |year| all.iter().find(|item| item.entry.year == year).expect("it");
        if !there {
            let (reviewer, one) = (self.acting(Role::Reviewer), of(2024));
            service::freed_time_review(&reviewer, services, one.entry.id, one.version, true, "")
                .await
                .expect("may approve");
        }
        let begun = of(2022).entry.id.to_string();
        let ground = SekGround::Statement(statement.parse().expect("a statement"));
        let target = SekValueTarget::New(benefit, Some(ground));
        let form = service::sek_value_form(&manager, services, target, None).await;
        let form = form.expect("may log");
        // One counts a year: whoever asks again gets the one that is there.
        let view = service::initiative_view(&manager, services, initiative).await;
        if let Some(there) = view.expect("may read").sek_values.first() {
            return (there.value.id.to_string(), begun);
        }
        let form = SekValueForm {
            submission: Uuid::now_v7().to_string(),
            amount: "1 250".to_owned(),
            frequency: "one_off".to_owned(),
            from_year: "2024".to_owned(),
            class: "financial".to_owned(),
            kind: "outcome".to_owned(),
            counts_in_sum: "on".to_owned(),
            ..form.state.form
        };
        done(service::sek_value_save(&manager, services, form).await);
        let view = service::initiative_view(&manager, services, initiative).await;
        let value = &view.expect("may read").sek_values[0].value;
        (value.id.to_string(), begun)
    }
}
