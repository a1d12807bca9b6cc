//! The form that keeps a view of a register under a name.

use domain::register::RegisterKind;
use leptos::prelude::*;
use service::SavedViewFormView;
use text::Lang;

use crate::api;
use crate::components::form::{Field, FormFrame, FormView};
use crate::components::form_page::query_part;
use crate::components::page::Loaded;
use crate::components::register::with_query;

/// The form; the address says which register and what it shows.
#[component]
pub fn SavedViewFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::saved_view_form(
        query_part("register").unwrap_or_default(),
        query_part("urval").unwrap_or_default(),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &SavedViewFormView, lang: Lang) -> AnyView {
    let title = lang.t(match shown.register {
        RegisterKind::Initiatives => "initiative-list-title",
        RegisterKind::Benefits => "register-benefits-title",
        RegisterKind::Statements => "register-statements-title",
    });
    let form = FormView::of(lang, "register-view", &shown.state).field("name", lang.t("register-view-name"));
    let back = with_query(&format!("/{}", shown.register.code()), &shown.state.form.query);
    view! {
        <FormFrame
            form=form.clone()
            heading=lang.t("register-view-heading")
            lead=lang.t_with("register-view-lead", &[("register", title.clone().into())])
            crumbs=vec![(back.clone(), title)]
            action="/api/saved_view_save"
            back=back.clone()
            afresh=back
            hidden=vec!["register", "query"]
            submit=lang.t("register-view-submit")
        >
            <Field form=form.clone() name="name" hint=lang.t("register-view-name-hint") />
        </FormFrame>
    }
    .into_any()
}
