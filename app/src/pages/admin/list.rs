//! Who has access, by name.

use chrono::NaiveDate;
use domain::form::AccountForm;
use domain::role::{Grant, Role};
use leptos::prelude::*;
use service::rows::AccountRecord;
use service::{AccountsView, Scopes};
use text::{Lang, date, headline, name};

use crate::api;
use crate::components::finding::Gap;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::PageHead;
use crate::components::scroll::scroll;

/// Accounts and their roles.
#[component]
pub fn AdminPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::accounts() view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &AccountsView, lang: Lang) -> AnyView {
    let holding = shown.accounts.iter().filter(|record| !record.disabled);
    let can_begin = holding
        .clone()
        .flat_map(|record| &record.account.grants)
        .any(|grant| grant.role == Role::SteeringUnit && grant.holds(shown.today));
    let nobody_to_begin = (!can_begin).then(|| view! { <p class="note">{lang.t("admin-start")}</p> });
    let rows: Vec<_> = shown
        .accounts
        .iter()
        .map(|record| row(record, shown, lang))
        .collect();
    let table = view! {
        <table class="data">
            <caption id="h-konton">{lang.t("admin-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("admin-name")}</th>
                    <th scope="col">{lang.t("admin-roles")}</th>
                    <th scope="col">{lang.t("admin-sign-in")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let heading = lang.t_with("admin-heading", &[("count", holding.count().into())]);
    let add = view! {
        <a class="btn primary" href="/admin/konto">
            {lang.t("admin-add")}
        </a>
    };
    view! {
        <Title text=lang.t("admin-title") />
        <PageHead heading=heading.into_any() actions=Some(add.into_any())>
            <p class="lead">{lang.t("admin-lead")}</p>
        </PageHead>
        {nobody_to_begin}
        {scroll("h-konton", "", table.into_any())}
    }
    .into_any()
}

fn row(record: &AccountRecord, shown: &AccountsView, lang: Lang) -> AnyView {
    let account = &record.account;
    let roles: Vec<_> = account
        .grants
        .iter()
        .map(|grant| {
            let holds = grant.holds(shown.today);
            let class = (!holds).then_some("muted");
            view! { <li class=class>{grant_text(grant, &shown.scopes, shown.today, lang)}</li> }
        })
        .collect();
    let none = if record.has_identity {
        "admin-by-agency"
    } else {
        "admin-no-email"
    };
    let address = account.email.clone().unwrap_or_else(|| lang.t(none));
    let state = if record.disabled {
        Some(view! { <span class="tag">{lang.t("admin-disabled")}</span> }.into_any())
    } else if account.email.is_some() && !record.has_password && !record.has_identity {
        Some(view! { <Gap text=lang.t("admin-no-password") /> }.into_any())
    } else {
        None
    };
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/admin/konto/{}", account.id)>{account.name.clone()}</a>
            </th>
            <td>
                <ul class="plain">{roles}</ul>
            </td>
            <td>{address} " " {state}</td>
        </tr>
    }
    .into_any()
}

/// "Nyttoägare för Vo Direkt, till och med 2026-12-31".
fn grant_text(grant: &Grant, scopes: &Scopes, today: NaiveDate, lang: Lang) -> String {
    let items = AccountForm::scope_items(&grant.scope);
    let known = scopes.items();
    let names: Vec<String> = items
        .iter()
        .filter_map(|item| known.iter().find(|(one, _)| one == item))
        .map(|(_, name)| name.clone())
        .collect();
    let role = name::role(lang, grant.role);
    let said = if items.is_empty() {
        role
    } else {
        let of = headline::list(lang, &names);
        lang.t_with("admin-role-of", &[("role", role.into()), ("of", of.into())])
    };
    let day = |day| ("day", date::day(lang, day).into());
    let from = grant.from.filter(|from| *from > today);
    let time = match (from, grant.to) {
        (Some(from), _) => Some(lang.t_with("admin-role-from", &[day(from)])),
        (None, Some(to)) if to < today => Some(lang.t_with("admin-role-ended", &[day(to)])),
        (None, Some(to)) => Some(lang.t_with("admin-role-to", &[day(to)])),
        (None, None) => None,
    };
    time.map_or(said.clone(), |time| format!("{said}, {time}"))
}
