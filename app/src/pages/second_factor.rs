//! The second step of signing in: a code from an app, or the connecting of one.

use domain::account::Account;
use leptos::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;
use service::{AppSecret, Halfway};
use text::Lang;

use crate::api::{self, NewRecoveryCodes, go_to};
use crate::components::form_page::query_part;
use crate::components::new_password::PasswordError;
use crate::components::page::{Loaded, Title};

/// What somebody who is halfway has to do, and after the connecting of an app the codes to keep.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let lang = api::lang();
    if let Some(made) = use_context::<NewRecoveryCodes>() {
        return kept(made, lang);
    }
    let wrong = query_part("fel").is_some();
    let view = move |halfway| match halfway {
        Halfway::Code(account) => ask(&account, wrong, lang),
        Halfway::Enrol(account, secret) => connect(&account, &secret, wrong, lang),
    };
    view! { <Loaded load=api::halfway() view /> }.into_any()
}

/// Codes that one's own account has just been given, in the place of those before.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    let lang = api::lang();
    match use_context::<NewRecoveryCodes>() {
        Some(made) => kept(made, lang),
        None => {
            // They are shown once: looking again finds the form that makes others.
            go_to("/konto#h-tva-steg");
            ().into_any()
        }
    }
}

fn title(heading: String, wrong: bool, lang: Lang) -> AnyView {
    let text = if wrong {
        lang.t_with("form-title-error", &[("title", heading.into())])
    } else {
        heading
    };
    view! { <Title text /> }.into_any()
}

/// The field for a code; what is wrong is never told in detail.
#[component]
pub fn CodeField(
    /// What is asked for.
    label: String,
    /// How it is typed.
    hint: String,
    /// The one that was typed did not do.
    wrong: bool,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let described = if wrong { "kod-fel kod-hint" } else { "kod-hint" };
    let error = wrong.then(|| {
        view! { <PasswordError id="kod-fel" text=lang.t("second-factor-wrong") lang /> }
    });
    view! {
        <div class="field">
            <label for="kod">{label}</label>
            <p class="hint" id="kod-hint">
                {hint}
            </p>
            {error}
            <input
                id="kod"
                name="code"
                type="text"
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                required=true
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
        </div>
    }
}

fn ask(account: &Account, wrong: bool, lang: Lang) -> AnyView {
    let heading = lang.t_with("second-factor-ask-heading", &[("name", (&account.name).into())]);
    view! {
        {title(heading.clone(), wrong, lang)}
        <div class="sign-in-link card">
            <h1>{heading}</h1>
            <form class="sign-in-form" method="post" action="/api/second_factor_check">
                <CodeField label=lang.t("second-factor-code") hint=lang.t("second-factor-ask-hint") wrong lang />
                <button class="btn primary wide" type="submit">
                    {lang.t("sign-in-submit")}
                </button>
            </form>
            <p class="note">{lang.t("second-factor-ask-lost")}</p>
            <p>
                <a href="/logga-in">{lang.t("second-factor-other")}</a>
            </p>
        </div>
    }
    .into_any()
}

fn connect(account: &Account, secret: &AppSecret, wrong: bool, lang: Lang) -> AnyView {
    let heading = lang.t("second-factor-connect-heading");
    let who = [("name", (&account.name).into())];
    view! {
        {title(heading.clone(), wrong, lang)}
        <div class="sign-in-link card connect-app">
            <h1>{heading}</h1>
            <p>{lang.t_with("second-factor-connect-lead", &who)}</p>
            <ol class="steps-in-words">
                <li>{lang.t("second-factor-connect-app")}</li>
                <li>
                    {lang.t("second-factor-connect-read")} {picture(&secret.url, lang)}
                    <details>
                        <summary>{lang.t("second-factor-connect-type")}</summary>
                        <p>
                            {lang.t("second-factor-connect-letters")} " " <code class="app-letters">{in_groups(&secret.letters)}</code>
                        </p>
                        <p>
                            <a href=secret.url.clone()>{lang.t("second-factor-connect-phone")}</a>
                        </p>
                    </details>
                </li>
                <li>{lang.t("second-factor-connect-code")}</li>
            </ol>
            <form class="sign-in-form" method="post" action="/kod">
                <CodeField label=lang.t("second-factor-code") hint=lang.t("second-factor-connect-hint") wrong lang />
                <button class="btn primary wide" type="submit">
                    {lang.t("second-factor-connect-submit")}
                </button>
            </form>
        </div>
    }
    .into_any()
}

/// The picture that an app reads, dark on light in both themes: cameras want it so.
fn picture(url: &str, lang: Lang) -> AnyView {
    let Ok(code) = QrCode::new(url) else {
        // The letters below say the same.
        return ().into_any();
    };
    let drawn = code.render::<svg::Color>().min_dimensions(200, 200).build();
    let markup = drawn
        .find("<svg")
        .map_or_else(String::new, |at| drawn[at..].to_owned());
    view! { <div class="app-picture" role="img" aria-label=lang.t("second-factor-picture") inner_html=markup></div> }
        .into_any()
}

/// Letters by four, to be typed.
fn in_groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn kept(made: NewRecoveryCodes, lang: Lang) -> AnyView {
    let heading = lang.t("second-factor-codes-heading");
    let codes = made
        .codes
        .into_iter()
        .map(|code| view! { <li><code>{code}</code></li> })
        .collect_view();
    view! {
        <Title text=heading.clone() />
        <div class="sign-in-link card">
            <h1>{heading}</h1>
            <p>{lang.t("second-factor-codes-lead")}</p>
            <ul class="recovery-codes">{codes}</ul>
            <p class="note">{lang.t("second-factor-codes-once")}</p>
            <p>
                <a class="btn primary" href=made.onward>
                    {lang.t("second-factor-codes-done")}
                </a>
            </p>
        </div>
    }
    .into_any()
}
