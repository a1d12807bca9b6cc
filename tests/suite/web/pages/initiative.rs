//! An initiative, and what is logged on it.

use domain::register::Query;
use domain::role::Role;

use super::super::site::{Site, location, operator};

impl Site {
    /// The form of some SUS evaluation.
    pub(super) async fn some_sus(&self) -> String {
        let list = service::initiative_list(&operator(), &self.services, &Query::default()).await;
        for row in list.expect("the register").rows {
            let view = service::initiative_view(&operator(), &self.services, row.id).await;
            for of in view.expect("the initiative").deliveries {
                if let Some(sus) = of.sus.first() {
                    return format!("/initiativ/{}/sus/{}/{}", row.id, of.delivery.id, sus.id);
                }
            }
        }
        panic!("the demo has SUS evaluations")
    }

    /// The first initiative that has a delivery.
    pub async fn some_initiative(&self) -> String {
        let list = service::initiative_list(&operator(), &self.services, &Query::default())
            .await
            .expect("the register");
        list.rows
            .iter()
            .find(|row| row.deliveries > 0)
            .expect("one with a delivery")
            .id
            .to_string()
    }

    /// A delivery of the initiative, and one of its benefits.
    pub async fn some_delivery_and_benefit(&self, initiative: &str) -> (String, String) {
        let id = initiative.parse().expect("an id");
        let view = service::initiative_view(&operator(), &self.services, id).await;
        let deliveries = view.expect("the initiative").deliveries;
        let with_benefit = deliveries.iter().find(|delivery| !delivery.benefits.is_empty());
        let with_benefit = with_benefit.expect("a delivery with a benefit");
        (
            with_benefit.delivery.id.to_string(),
            with_benefit.benefits[0].benefit.id.to_string(),
        )
    }

    /// A statement that its writer has kept as a draft.
    pub(super) async fn some_draft(&self, initiative: &str, benefit: &str) -> String {
        let client = self.signed_in(Role::PortfolioManager).await;
        let fields = [
            ("initiative", initiative),
            ("benefits[]", benefit),
            ("text", "Ett utkast."),
            ("as_of", "2025-03-01"),
            ("finding", "partly"),
        ];
        let kept = self.post(&client, "/api/statement_save", &fields).await;
        let to = location(&kept);
        let id = to.rsplit("#konstaterad-").next().filter(|id| id.len() == 36);
        id.unwrap_or_else(|| panic!("no draft was kept: {to}")).to_owned()
    }
}
