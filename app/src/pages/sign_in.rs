//! Signing in: by address and password, or by a one-time link.

use domain::account::Account;
use domain::id::GradingSchemeId;
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::password::PasswordProblem;
use leptos::prelude::*;
use service::SignInWays;
use text::{Lang, name};

use crate::api;
use crate::components::finding::Gap;
use crate::components::form_page::{path_part, query_part};
use crate::components::icon::BrandMark;
use crate::components::level::LevelChip;
use crate::components::new_password::{KeeperName, NewPassword};
use crate::components::page::{Loaded, Title};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::pages::error::is_number_of_ours;

/// Out to the agency's identity provider.
const BY_AGENCY: &str = "/sso/borja";

/// How one signs in, and what Nytta is.
#[component]
pub fn SignInPage() -> impl IntoView {
    let (lang, ways) = (api::lang(), api::sign_in_ways());
    let demo = ways.single_sign_on.is_none().then(|| {
        view! {
            <h3>{lang.t("sign-in-demo-heading")}</h3>
            <p>{lang.t("sign-in-demo")}</p>
        }
    });
    let told = match query_part("klart").as_deref() {
        Some("utloggad") => Some(("sign-in-out", "sign-in-out-next")),
        Some("app") => Some(("sign-in-app", "sign-in-app-next")),
        Some("for-lange") => Some(("sign-in-too-late", "sign-in-too-late-next")),
        Some("sparat") => Some(("sign-in-parked", "sign-in-parked-next")),
        _ => None,
    };
    let out = told.map(|(heading, next)| {
        let kind = match heading {
            "sign-in-too-late" => ReceiptKind::NotDone,
            _ => ReceiptKind::Done,
        };
        view! {
            <Receipt
                kind=kind
                heading=lang.t(heading)
                next=lang.t(next)
                without="/logga-in"
                close=lang.t("form-receipt-close")
            />
        }
    });
    let title = if query_part("fel").is_some() {
        lang.t_with("form-title-error", &[("title", lang.t("sign-in-title").into())])
    } else {
        lang.t("sign-in-title")
    };
    view! {
        <Title text=title />
        {out}
        <div class="sign-in">
            {introduction(lang)}
            <section class="card" aria-labelledby="h-logga-in">
                <h2 id="h-logga-in">{lang.t("sign-in-title")}</h2>
                {problem(lang)}
                {by_agency(None, &ways, lang)}
                {ways.passwords.then(|| by_password(lang))}
                <h3>{lang.t("sign-in-by-link-heading")}</h3>
                <p>{lang.t(if ways.passwords { "sign-in-by-link" } else { "sign-in-by-link-agency" })}</p>
                {demo}
                <h3>{lang.t("sign-in-account-heading")}</h3>
                <p>{lang.t("sign-in-account")}</p>
            </section>
        </div>
    }
    .into_any()
}

/// Why one is not signed in. Of a password what is wrong is never told in detail: who guesses learns nothing.
fn problem(lang: Lang) -> Option<AnyView> {
    let (heading, what) = match query_part("fel")?.as_str() {
        "sso" => ("sign-in-agency-failed", "sign-in-agency-failed-do"),
        "borta" => ("sign-in-agency-away", "sign-in-agency-away-do"),
        "okand" => ("sign-in-agency-unknown", "sign-in-agency-unknown-do"),
        "lank" => ("sign-in-agency-link", "sign-in-agency-link-do"),
        _ => ("sign-in-failed", "sign-in-failed-do"),
    };
    let number = query_part("ref").filter(|number| is_number_of_ours(number));
    let number = number.map(|number| view! { <p>{lang.t("error-reference")} ": " <code>{number}</code></p> });
    Some(
        view! {
            <div class="error-summary" id="fel" role="alert" tabindex="-1">
                <h3>{lang.t(heading)}</h3>
                <p>{lang.t(what)}</p>
                {number}
            </div>
        }
        .into_any(),
    )
}

/// Out to the agency's own sign-on, where there is one; with a one-time link's token its account is theirs from
/// then on.
fn by_agency(link: Option<&str>, ways: &SignInWays, lang: Lang) -> Option<AnyView> {
    let called = ways.single_sign_on.as_ref()?;
    let text = if called.is_empty() {
        lang.t("sign-in-agency")
    } else {
        lang.t_with("sign-in-agency-called", &[("name", called.into())])
    };
    let href = link.map_or_else(
        || BY_AGENCY.to_owned(),
        |token| format!("{BY_AGENCY}?lank={token}"),
    );
    Some(view! { <p><a class="btn primary wide" href=href rel="external">{text}</a></p> }.into_any())
}

/// Address and password.
fn by_password(lang: Lang) -> AnyView {
    let failed = query_part("fel").is_some();
    let typed = failed.then(api::typed_email).flatten().unwrap_or_default();
    view! {
        <form class="sign-in-form" method="post" action="/api/password_sign_in">
            <div class="field">
                <label for="email">{lang.t("sign-in-email")}</label>
                <input
                    id="email"
                    name="email"
                    type="email"
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    required=true
                    value=typed
                />
            </div>
            <div class="field">
                <label for="password">{lang.t("sign-in-password")}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required=true />
            </div>
            <button class="btn primary wide" type="submit">
                {lang.t("sign-in-submit")}
            </button>
        </form>
    }
    .into_any()
}

/// What Nytta is for, with its five levels.
fn introduction(lang: Lang) -> AnyView {
    // The method's own thresholds: those of a report may differ and stand in it.
    let method = "00000000-0000-0000-0000-000000000000".parse::<GradingSchemeId>();
    let method = method.ok().map(GradingScheme::standard);
    let levels = FulfilmentLevel::ALL
        .into_iter()
        .rev()
        .map(|level| {
            let range = method
                .as_ref()
                .map(|scheme| name::level_range(lang, level, scheme));
            view! {
                <li>
                    <LevelChip level lang long=true />
                    " "
                    <small>{range}</small>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="sign-in-intro">
            <p class="sign-in-mark">
                <BrandMark />
            </p>
            <h1>{lang.t("sign-in-heading")}</h1>
            <p class="lead">{lang.t("sign-in-lead")}</p>
            <ul class="level-list" aria-label=lang.t("sign-in-levels")>
                {levels}
            </ul>
        </div>
    }
    .into_any()
}

/// Whom a one-time link signs in, and the button that does it. Opening the page uses nothing up, so
/// that a mail program that looks at links does no harm.
#[component]
pub fn LinkPage() -> impl IntoView {
    let lang = api::lang();
    let token = path_part("token").unwrap_or_default();
    let load = api::link(token.clone());
    let problem = query_part("fel").and_then(|code| PasswordProblem::from_code(&code));
    let ways = api::sign_in_ways();
    let view = move |account: Account| {
        if !ways.passwords {
            agency_view(&account, &token, &ways, lang)
        } else if account.email.is_some() {
            choose_view(&account, token, problem, lang)
        } else {
            link_view(&account, token, lang)
        }
    };
    view! { <Loaded load view /> }.into_any()
}

/// The form where whoever has an address chooses a password; it is typed twice, and never shown again.
fn choose_view(account: &Account, token: String, problem: Option<PasswordProblem>, lang: Lang) -> AnyView {
    let heading = lang.t_with("sign-in-choose-heading", &[("name", (&account.name).into())]);
    let title = if problem.is_some() {
        lang.t_with("form-title-error", &[("title", heading.clone().into())])
    } else {
        heading.clone()
    };
    let email = account.email.clone().unwrap_or_default();
    let linked = token.clone();
    view! {
        <Title text=title />
        <div class="sign-in-link card">
            <h1>{heading}</h1>
            <p>{lang.t("sign-in-choose-lead")}</p>
            <form class="sign-in-form" method="post" action="/api/password_choose">
                <input type="hidden" name="token" value=token />
                <KeeperName email />
                <NewPassword problem lang />
                <button class="btn primary wide" type="submit">
                    {lang.t("sign-in-choose-submit")}
                </button>
            </form>
            <p class="note">{lang.t("sign-in-choose-once")}</p>
            {by_agency(Some(&linked), &api::sign_in_ways(), lang)}
        </div>
    }
    .into_any()
}

/// Where passwords are switched off a link says whose account it is, and the agency's sign-on who that is.
fn agency_view(account: &Account, token: &str, ways: &SignInWays, lang: Lang) -> AnyView {
    let heading = lang.t_with("sign-in-agency-yours", &[("name", (&account.name).into())]);
    view! {
        <Title text=heading.clone() />
        <div class="sign-in-link card">
            <h1>{heading}</h1>
            <p>{lang.t("sign-in-agency-yours-lead")}</p>
            {by_agency(Some(token), ways, lang)}
            <p class="note">{lang.t("sign-in-agency-yours-once")}</p>
        </div>
    }
    .into_any()
}

fn link_view(account: &Account, token: String, lang: Lang) -> AnyView {
    let named = [("name", (&account.name).into())];
    let linked = token.clone();
    let roles: Vec<_> = account
        .grants
        .iter()
        .map(|grant| name::role(lang, grant.role))
        .collect();
    let roles = if roles.is_empty() {
        view! { <Gap text=lang.t("sign-in-link-no-roles") /> }.into_any()
    } else {
        roles.join(", ").into_any()
    };
    view! {
        <Title text=lang.t_with("sign-in-link-title", &named) />
        <div class="sign-in-link card">
            <h1>{lang.t_with("sign-in-link-heading", &named)}</h1>
            <p>{lang.t("sign-in-link-roles")} ": " {roles}</p>
            <form method="post" action="/api/link_consume">
                <input type="hidden" name="token" value=token />
                <button class="btn primary wide" type="submit">{lang.t("sign-in-link-submit")}</button>
            </form>
            <p class="note">{lang.t("sign-in-link-once")}</p>
            {by_agency(Some(&linked), &api::sign_in_ways(), lang)}
        </div>
    }
    .into_any()
}
