//! The form of an account, and what else can be done with it.

use domain::form::row_field;
use domain::role::{Role, ScopeKind};
use leptos::prelude::*;
use service::{AccountFormView, AccountStanding};
use text::{Lang, name, number};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, RowButton, Select, row_count};
use crate::components::form_page::{path_part, query_part};
use crate::components::page::Loaded;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The form of an account: new, or one that exists.
#[component]
pub fn AccountFormPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::account_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &AccountFormView, done: Option<&str>, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let id = shown.state.form.id.clone();
    let (heading, afresh) = match &shown.standing {
        Some(standing) => (standing.account.name.clone(), format!("/admin/konto/{id}")),
        None => (lang.t("admin-add"), "/admin/konto".to_owned()),
    };
    let crumbs = vec![("/admin".to_owned(), lang.t("admin-title"))];
    let grants = grants(&form, shown);
    let receipt = shown
        .standing
        .as_ref()
        .and_then(|standing| notice(done, standing, lang));
    // Only an account that there is can be without an address.
    let (email_hint, need) = match shown.standing {
        Some(_) => ("admin-email-hint", Need::Sometimes),
        None => ("admin-email-hint-new", Need::Always),
    };
    let steps = shown.standing.as_ref().map(|standing| steps(standing, lang));
    view! {
        {receipt}
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("admin-form-lead")
            crumbs
            action="/api/account_save"
            back="/admin"
            afresh
            submit=lang.t("structure-save")
        >
            <Field form=form.clone() name="name" />
            <Field form=form.clone() name="email" hint=lang.t(email_hint) need />
            {grants}
        </FormFrame>
        {steps}
    }
    .into_any()
}

fn fields(shown: &AccountFormView, lang: Lang) -> FormView {
    let roles = Role::ALL.map(|role| Choice::new(role.code(), name::role(lang, role)));
    let scopes = shown.scopes.items().into_iter().map(|(item, name)| {
        let kind = lang.t(match item.kind {
            ScopeKind::Portfolios => "admin-scope-portfolio",
            ScopeKind::Groups => "admin-scope-group",
            ScopeKind::Units => "admin-scope-unit",
        });
        Choice::new(item.code(), format!("{kind}: {name}"))
    });
    FormView::of(lang, "admin-account", &shown.state)
        .field("name", lang.t("admin-name"))
        .field("email", lang.t("admin-email"))
        .one_of("grant_role", lang.t("admin-grant-role"), roles.to_vec())
        .one_of("grant_scope", lang.t("admin-grant-scope"), scopes.collect())
        .field("grant_from", lang.t("admin-grant-from"))
        .field("grant_to", lang.t("admin-grant-to"))
}

/// A row for each role, or for each thing that it is limited to.
fn grants(form: &FormView, shown: &AccountFormView) -> AnyView {
    let lang = form.lang;
    let own = shown.standing.as_ref().is_some_and(|standing| standing.own);
    let rows: Vec<_> = (0..row_count(form, &["grant_role"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            let legend = lang.t_with(
                "admin-grant-row",
                &[("row", number::len(lang, row.saturating_add(1)).into())],
            );
            view! {
                <fieldset class="row">
                    <legend>{legend}</legend>
                    <div class="four">
                        <Select
                            form=form.clone()
                            name=field("grant_role")
                            empty=lang.t("admin-grant-none")
                            need=Need::Sometimes
                        />
                        <Select
                            form=form.clone()
                            name=field("grant_scope")
                            empty=lang.t("admin-grant-everything")
                            need=Need::Sometimes
                        />
                        <Field form=form.clone() name=field("grant_from") need=Need::Never />
                        <Field form=form.clone() name=field("grant_to") need=Need::Never />
                    </div>
                </fieldset>
            }
        })
        .collect();
    let by_agency = api::sign_in_ways()
        .single_sign_on
        .map(|_| view! { <p class="hint">{lang.t("admin-grants-agency")}</p> });
    let own = own.then(|| view! { <p class="note">{lang.t("admin-own-roles")}</p> });
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("admin-roles")}</h2>
            </legend>
            <p class="hint">{lang.t("admin-grants-hint")}</p>
            {by_agency}
            {own}
            {rows}
            <RowButton form=form.clone() action="add_grant" text=lang.t("admin-grant-add") />
        </fieldset>
    }
    .into_any()
}

/// What can be done with an account beside changing it: let it in, end its sessions, keep it out.
fn steps(standing: &AccountStanding, lang: Lang) -> AnyView {
    let id = standing.account.id.to_string();
    let signs_in = lang.t(
        match (standing.disabled, &standing.account.email, standing.has_password) {
            (true, ..) => "admin-state-disabled",
            _ if standing.has_identity => "admin-state-identity",
            (false, None, _) => "admin-state-by-link",
            (false, Some(_), false) => "admin-state-no-password",
            (false, Some(_), true) if standing.has_app => "admin-state-app",
            (false, Some(_), true) => "admin-state-password",
        },
    );
    let reset = (standing.has_app && !standing.own).then(|| {
        view! {
            <form method="post" action="/api/account_app_reset">
                <input type="hidden" name="id" value=id.clone() />
                <button class="btn quiet" type="submit">
                    {lang.t("admin-app-reset")}
                </button>
            </form>
        }
    });
    let sessions = lang.t_with(
        "admin-state-sessions",
        &[
            ("count", standing.sessions.into()),
            ("text", number::len(lang, standing.sessions).into()),
        ],
    );
    let link = (!standing.disabled).then(|| {
        view! {
            <a class="btn" href=format!("/admin/konto/{id}/lank")>
                {lang.t("admin-link")}
            </a>
        }
    });
    let end = (standing.sessions > 0).then(|| {
        view! {
            <form method="post" action="/api/account_sessions_end">
                <input type="hidden" name="id" value=id.clone() />
                <button class="btn quiet" type="submit">
                    {lang.t("admin-sessions-end")}
                </button>
            </form>
        }
    });
    let disable = (!standing.own).then(|| {
        let (text, disabled) = if standing.disabled {
            ("admin-enable", "")
        } else {
            ("admin-disable", "on")
        };
        view! {
            <form method="post" action="/api/account_disable">
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="version" value=standing.version.to_string() />
                <input type="hidden" name="disabled" value=disabled />
                <button class="btn quiet" type="submit">
                    {lang.t(text)}
                </button>
            </form>
        }
    });
    view! {
        <section class="block" aria-labelledby="h-inloggning">
            <h2 id="h-inloggning">{lang.t("admin-sign-in")}</h2>
            <p>{signs_in} " " {sessions}</p>
            <div class="actions">{link} {end} {reset} {disable}</div>
            <p class="note">{lang.t("admin-steps-note")}</p>
        </section>
    }
    .into_any()
}

fn notice(done: Option<&str>, standing: &AccountStanding, lang: Lang) -> Option<AnyView> {
    let id = standing.account.id;
    let (kind, heading, next) = match done? {
        "sparat" if !standing.has_password && !standing.has_identity => {
            (ReceiptKind::Done, "admin-saved", "admin-saved-new-next")
        }
        "sparat" => (ReceiptKind::Done, "admin-saved", "admin-saved-next"),
        "avstangt" => (ReceiptKind::Done, "admin-disabled-done", "admin-disabled-next"),
        "oppnat" => (ReceiptKind::Done, "admin-enabled-done", "admin-enabled-next"),
        "utloggad" => (ReceiptKind::Done, "admin-ended-done", "admin-ended-next"),
        "app" => (ReceiptKind::Done, "admin-app-done", "admin-app-next"),
        "hann-fore" => (ReceiptKind::NotDone, "admin-not-first", "admin-not-first-next"),
        _ => return None,
    };
    // Whoever has just been given access cannot sign in before they have a link.
    let onward =
        (done == Some("sparat") && !standing.has_password && !standing.has_identity && !standing.disabled)
            .then(|| (format!("/admin/konto/{id}/lank"), lang.t("admin-link")));
    let without = format!("/admin/konto/{id}");
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    Some(view! { <Receipt kind heading next onward without close /> }.into_any())
}
