//! The agency itself.

use leptos::prelude::*;
use service::StructureView;
use text::Lang;

use super::{change, head};
use crate::components::empty::Empty;

pub(super) fn agency(shown: &StructureView, lang: Lang) -> AnyView {
    let add = match shown.agency {
        Some(_) => None,
        None => Some(("/struktur/myndighet".to_owned(), lang.t("structure-agency-new"))),
    };
    let content = match &shown.agency {
        Some(agency) => {
            let change = change(shown, "/struktur/myndighet".to_owned(), &agency.name, lang);
            let currency = lang.t_with("structure-agency-in", &[("currency", (&agency.currency).into())]);
            let colour = agency.colour.map(|colour| {
                let said = lang.t_with(
                    "structure-agency-coloured",
                    &[("colour", colour.to_string().into())],
                );
                view! { ", " {said} }
            });
            view! { <p><b>{agency.name.clone()}</b> ", " {currency} {colour} " " {change}</p> }.into_any()
        }
        None => view! {
            <Empty heading=lang.t("structure-agency-none") text=lang.t("structure-agency-none-text") />
        }
        .into_any(),
    };
    view! {
        <section class="block" id="myndighet" tabindex="-1" aria-labelledby="h-myndighet">
            {head("h-myndighet", lang.t("structure-agency"), add, shown)}
            {content}
        </section>
    }
    .into_any()
}
