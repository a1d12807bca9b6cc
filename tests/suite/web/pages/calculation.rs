//! A calculation, and a factor to build its lines of.

use domain::form::FactorValueForm;
use domain::role::{Role, Scope};
use service::{Answer, FactorStep};

use super::super::site::{Site, location, operator};
use crate::support::demo::somebody;
use crate::support::factors::{added, shown, step, typed};

impl Site {
    /// A benefit calculation with lines, being written.
    pub async fn some_calculation(&self, initiative: &str, benefit: &str) -> String {
        let client = self.signed_in(Role::PortfolioManager).await;
        let basis = [
            ("initiative", initiative),
            ("base_year", "2025"),
            ("horizon_years", "2"),
            ("discount_rate", "3,5"),
        ];
        let begun = self.post(&client, "/api/calculation_save", &basis).await;
        let to = location(&begun);
        let id = to
            .trim_start_matches("/kalkyler/")
            .split('?')
            .next()
            .unwrap_or_default();
        assert_eq!(id.len(), 36, "no calculation was begun: {to}");
        let page = self.get(&client, &format!("/kalkyler/{id}")).await;
        let page = page.text().await.expect("a page");
        // Asked for once more, it has lines already.
        if page.contains("value=\"Minskat porto\"") {
            return id.to_owned();
        }
        let alternative = page
            .split("name=\"alternative\" value=\"")
            .nth(1)
            .expect("an alternative");
        let alternative = alternative.split('"').next().unwrap_or_default();
        let lines = [
            ("id", id),
            ("version", "1"),
            ("alternative", alternative),
            ("unit", "tkr"),
            ("year[0]", "2025"),
            ("year[1]", "2026"),
            ("line_name[0]", "Utveckling"),
            ("line_name[1]", "Minskat porto"),
            ("line_class[0]", "development"),
            ("line_class[1]", "financial"),
            ("line_benefit[0]", ""),
            ("line_benefit[1]", benefit),
            ("low[0]", "900"),
            ("low[1]", ""),
            ("low[2]", ""),
            ("low[3]", "1200"),
            ("likely[0]", "1000"),
            ("likely[1]", ""),
            ("likely[2]", ""),
            ("likely[3]", "1250"),
            ("high[0]", "1100"),
            ("high[1]", ""),
            ("high[2]", ""),
            ("high[3]", "1300"),
        ];
        let saved = self.post(&client, "/api/calculation_lines_save", &lines).await;
        let to = location(&saved);
        assert!(to.ends_with("klart=sparad"), "{to}");
        id.to_owned()
    }

    /// The page that builds the first line of a calculation.
    pub(super) async fn some_build(&self, calculation: &str) -> String {
        let id = calculation.parse().expect("a calculation");
        let view = service::calculation_view(&operator(), &self.services, id, None, None, None).await;
        let view = view.expect("may read").calculation;
        let line = view.alternatives[0].lines[0].id;
        format!("/kalkyler/{calculation}/rader/{line}/bygg")
    }

    /// An hourly cost that holds, with a later value that is being written.
    pub async fn some_factor(&self) -> (String, String) {
        let steering = self.as_steering_unit();
        let services = &self.services;
        let there = service::factor_list(&steering, services).await;
        if let Some(item) = there.expect("the library").factors.first() {
            let open = item.factor.waiting().next().expect("one is being written");
            return (item.factor.id.to_string(), open.id.to_string());
        }
        let (id, first) = added(&steering, services, typed("Handläggare", "hourly_cost", "450")).await;
        let other = somebody(Role::SteeringUnit, Scope::All);
        let approved = step(&other, services, (id, first), FactorStep::Approve, "").await;
        approved.expect("somebody else approves");
        let form = service::factor_value_form(&steering, services, id, None, None).await;
        let form = FactorValueForm {
            value: "465".to_owned(),
            price_level: "2025".to_owned(),
            ..form.expect("may write").state.form
        };
        let written = service::factor_value_save(&steering, services, form).await;
        assert!(matches!(written, Ok(Answer::Done(_))), "{written:?}");
        let values = shown(&steering, services, id).await.factor.values;
        (id.to_string(), values[1].id.to_string())
    }
}
