//! The one-time link that lets somebody in. It is shown once, by the request that makes it: it stands in
//! no address and is not kept.

use leptos::prelude::*;
use service::AccountFormView;
use text::Lang;

use crate::api::{self, NewLink};
use crate::components::form_page::path_part;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};

/// Makes a link, or shows the one that was just made.
#[component]
pub fn AccountLinkPage() -> impl IntoView {
    let lang = api::lang();
    let made = use_context::<NewLink>();
    let load = api::account_form(path_part("id"), None);
    view! { <Loaded load view=move |shown| page(&shown, made.as_ref(), lang) /> }.into_any()
}

fn page(shown: &AccountFormView, made: Option<&NewLink>, lang: Lang) -> AnyView {
    let Some(standing) = &shown.standing else {
        return ().into_any();
    };
    let account = &standing.account;
    let back = format!("/admin/konto/{}", account.id);
    let crumbs = vec![
        ("/admin".to_owned(), lang.t("admin-title")),
        (back.clone(), account.name.clone()),
    ];
    let who = [("name", (&account.name).into())];
    let lead = match (api::sign_in_ways().passwords, account.email.is_some()) {
        (false, _) => "admin-link-lead-agency",
        (true, true) => "admin-link-lead",
        (true, false) => "admin-link-lead-no-email",
    };
    let (title, content) = match made {
        Some(NewLink(url)) => (
            lang.t_with("admin-link-made", &who),
            view! {
                <p class="lead">{lang.t("admin-link-made-lead")}</p>
                <p>
                    <label for="lank">{lang.t("admin-link-label")}</label>
                    <input class="one-time-link" id="lank" type="text" readonly=true value=url.clone() />
                </p>
                <p class="note">{lang.t("admin-link-made-note")}</p>
            }
            .into_any(),
        ),
        None => (
            lang.t_with("admin-link-heading", &who),
            view! {
                <p class="lead">
                    {lang.t(lead)}
                </p>
                <form class="actions" method="post" action=format!("{back}/lank")>
                    <button class="btn primary" type="submit">
                        {lang.t("admin-link-make")}
                    </button>
                    <a class="btn quiet" href=back.clone()>
                        {lang.t("form-cancel")}
                    </a>
                </form>
            }
            .into_any(),
        ),
    };
    let back = made.map(|_| view! { <p><a href=back>{lang.t("admin-link-back")}</a></p> });
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=lang.t("admin-link") lang />
        <PageHead heading=title.into_any()>{content}</PageHead>
        {back}
    }
    .into_any()
}
