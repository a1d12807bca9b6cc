//! The administrator's page: who has access, by role.

use domain::account::Account;
use domain::role::Role;
use leptos::prelude::*;

use crate::api;
use crate::components::page::{Loaded, Title};
use crate::components::scroll::scroll;

/// Accounts and their roles.
#[component]
pub fn AdminPage() -> impl IntoView {
    view! { <Loaded load=api::accounts() view=|accounts| accounts_view(&accounts) /> }.into_any()
}

fn accounts_view(accounts: &[Account]) -> AnyView {
    let lang = api::lang();
    let rows = accounts
        .iter()
        .map(|account| {
            let roles: Vec<String> = account
                .grants
                .iter()
                .map(|grant| text::name::role(lang, grant.role))
                .collect();
            let email = account.email.clone().unwrap_or_else(|| lang.t("admin-no-email"));
            view! {
                <tr>
                    <th scope="row">{account.name.clone()}</th>
                    <td>{roles.join(", ")}</td>
                    <td>{email}</td>
                </tr>
            }
        })
        .collect_view();
    let can_begin = accounts
        .iter()
        .flat_map(|account| &account.grants)
        .any(|grant| grant.role == Role::SteeringUnit);
    let nobody_to_begin = (!can_begin).then(|| view! { <p class="note">{lang.t("admin-start")}</p> });
    let table = view! {
        <table class="data">
            <caption id="h-konton">{lang.t("admin-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("admin-name")}</th>
                    <th scope="col">{lang.t("admin-roles")}</th>
                    <th scope="col">{lang.t("admin-email")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <Title text=lang.t("admin-title") />
        <header class="page-head">
            <h1>{lang.t_with("admin-heading", &[("count", accounts.len().into())])}</h1>
            <p class="lead">{lang.t("admin-lead")}</p>
        </header>
        {nobody_to_begin}
        {scroll("h-konton", "", table.into_any())}
    }
    .into_any()
}
