//! Things of the structure, each by where it is changed.

use super::super::site::{Site, operator};

impl Site {
    /// Code of a benefit group.
    pub(super) async fn some_group(&self) -> String {
        let view = service::structure_view(&operator(), &self.services).await;
        view.expect("the structure").groups[0].value.code.clone()
    }

    /// The address of the form of something of each kind of the structure.
    pub(super) async fn structure(&self) -> impl Fn(&str) -> String {
        let view = service::structure_view(&operator(), &self.services).await;
        let view = view.expect("the structure");
        move |kind: &str| {
            let id = match kind {
                "omradesmangd" => view.sets[0].set.value.id.to_string(),
                "omrade" => view.sets[0].areas[0].value.id.to_string(),
                "nyttogrupp" => view.groups[0].value.id.to_string(),
                "enhet" => view.units[0].value.id.to_string(),
                _ => view.portfolios[0].value.id.to_string(),
            };
            format!("/struktur/{kind}/{id}")
        }
    }
}
