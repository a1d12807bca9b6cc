//! Fields of a form that asks for a new password.

use domain::password::PasswordProblem;
use leptos::prelude::*;
use text::Lang;

/// What is wrong with a field of passwords, in sight and named by the field.
#[component]
pub fn PasswordError(
    /// Its id, by which the field names it.
    id: &'static str,
    /// What is wrong.
    #[prop(into)]
    text: String,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! {
        <p class="error" id=id>
            <span class="vh">{lang.t("common-error-prefix")} " "</span>
            {text}
        </p>
    }
}

/// Whose password it is, for the browser's keeper of passwords; unseen.
#[component]
pub fn KeeperName(
    /// The address that one signs in by.
    email: String,
) -> impl IntoView {
    view! {
        <input
            class="vh"
            type="email"
            name="email"
            autocomplete="username"
            value=email
            readonly=true
            tabindex="-1"
            aria-hidden="true"
        />
    }
}

/// The new password, twice. Neither is ever filled in: what was typed does not come back.
#[component]
pub fn NewPassword(
    /// Why the one that was typed cannot be chosen.
    problem: Option<PasswordProblem>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let described = problem.map_or("password-hint", |_| "password-fel password-hint");
    let error = problem.map(|problem| {
        let text = lang.t(match problem {
            PasswordProblem::TooShort => "sign-in-choose-short",
            PasswordProblem::TooLong => "sign-in-choose-long",
            PasswordProblem::Differs => "sign-in-choose-differs",
            PasswordProblem::Common => "sign-in-choose-common",
        });
        view! { <PasswordError id="password-fel" text lang /> }
    });
    view! {
        <div class="field">
            <label for="password">{lang.t("sign-in-choose-password")}</label>
            <p class="hint" id="password-hint">
                {lang.t("sign-in-choose-hint")}
            </p>
            {error}
            <input
                id="password"
                name="password"
                type="password"
                autocomplete="new-password"
                required=true
                aria-invalid=problem.is_some().then_some("true")
                aria-describedby=described
            />
        </div>
        <div class="field">
            <label for="again">{lang.t("sign-in-choose-again")}</label>
            <input id="again" name="again" type="password" autocomplete="new-password" required=true />
        </div>
    }
}
