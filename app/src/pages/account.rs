//! One's own account: who one is here, and where one is signed in.

use domain::ctx::Actor;
use domain::password::PasswordProblem;
use leptos::prelude::*;
use service::{OwnAccount, OwnSession};
use text::{Lang, date, name, number};

use crate::api;
use crate::components::form_page::query_part;
use crate::components::new_password::{KeeperName, NewPassword, PasswordError};
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::pages::reminders;
use crate::pages::second_factor::CodeField;

/// Fewer codes to fall back on are few.
const FEW: usize = 3;

/// The page.
#[component]
pub fn AccountPage() -> impl IntoView {
    let lang = api::lang();
    let (actor, done) = (api::actor(), query_part("klart"));
    let wrong = query_part("fel");
    view! {
        <Loaded
            load=api::own_account()
            view=move |shown| page(&shown, &actor, (done.as_deref(), wrong.as_deref()), lang)
        />
    }
    .into_any()
}

fn page(
    shown: &OwnAccount,
    actor: &Actor,
    (done, wrong): (Option<&str>, Option<&str>),
    lang: Lang,
) -> AnyView {
    let sessions = &shown.sessions;
    let password = shown.email.clone().map(|email| password_form(email, wrong, lang));
    let second = shown
        .recovery_codes_left
        .filter(|_| api::sign_in_ways().passwords);
    let second = second.map(|left| second_step(left, wrong == Some("kod"), lang));
    let reminders = shown
        .reminders
        .as_ref()
        .map(|shown| reminders::section(shown, lang));
    let others = sessions.iter().filter(|session| !session.is_this).count();
    let heading = lang.t_with(
        "account-heading",
        &[
            ("others", others.into()),
            ("text", number::len(lang, others).into()),
        ],
    );
    let who = match actor {
        Actor::Account { name, grants, .. } => {
            let roles: Vec<String> = grants.iter().map(|grant| name::role(lang, grant.role)).collect();
            let roles = roles.join(", ");
            Some(lang.t_with("account-who", &[("name", name.into()), ("roles", roles.into())]))
        }
        Actor::Anonymous | Actor::Operator => None,
    };
    let rows: Vec<_> = sessions.iter().map(|session| row(session, lang)).collect();
    let table = view! {
        <table class="data">
            <caption id="h-inloggningar">{lang.t("account-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("account-began")}</th>
                    <th scope="col">{lang.t("account-seen")}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("account-end")}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let all = (others > 1).then(|| {
        view! {
            <form class="actions" method="post" action="/api/session_revoke">
                <button class="btn" type="submit">
                    {lang.t("account-end-others")}
                </button>
            </form>
        }
    });
    let title = if wrong.is_some() {
        lang.t_with("form-title-error", &[("title", lang.t("account-title").into())])
    } else {
        lang.t("account-title")
    };
    view! {
        <Title text=title />
        <Crumbs here=lang.t("account-title") lang />
        {notice(done, lang)}
        <PageHead heading=heading.into_any()>
            <p class="lead">{who}</p>
        </PageHead>
        {scroll("h-inloggningar", "", table.into_any())}
        {all}
        <p class="note">{lang.t("account-note")}</p>
        {reminders}
        {password}
        {second}
    }
    .into_any()
}

/// The app that gives codes, and those to fall back on. A code is asked for: a browser that was left open
/// is not enough.
fn second_step(left: usize, wrong: bool, lang: Lang) -> AnyView {
    let few = (left < FEW).then(|| view! { <p class="note">{lang.t("account-codes-few")}</p> });
    let left = lang.t_with(
        "account-codes-left",
        &[("count", left.into()), ("text", number::len(lang, left).into())],
    );
    view! {
        <section class="block" aria-labelledby="h-tva-steg">
            <h2 id="h-tva-steg">{lang.t("account-second")}</h2>
            <p>{lang.t("account-second-lead")} " " {left}</p>
            {few}
            <form class="sign-in-form narrow-form" method="post" action="/konto/koder">
                <CodeField label=lang.t("second-factor-code") hint=lang.t("account-second-hint") wrong lang />
                <div class="actions">
                    <button class="btn" type="submit">
                        {lang.t("account-codes-renew")}
                    </button>
                    <button class="btn quiet" type="submit" formaction="/api/second_factor_replace">
                        {lang.t("account-app-replace")}
                    </button>
                </div>
            </form>
            <p class="note">{lang.t("account-app-note")}</p>
        </section>
    }
    .into_any()
}

/// The present password and the new one, twice. What is wrong is said beside what it is about.
fn password_form(email: String, wrong: Option<&str>, lang: Lang) -> AnyView {
    let present = wrong == Some("nuvarande");
    let problem = wrong.and_then(PasswordProblem::from_code);
    let error = present.then(|| {
        view! { <PasswordError id="present-fel" text=lang.t("account-password-wrong") lang /> }
    });
    view! {
        <section class="block" aria-labelledby="h-losenord">
            <h2 id="h-losenord">{lang.t("account-password")}</h2>
            <form class="sign-in-form narrow-form" method="post" action="/api/password_change">
                <KeeperName email />
                <div class="field">
                    <label for="present">{lang.t("account-password-present")}</label>
                    {error}
                    <input
                        id="present"
                        name="present"
                        type="password"
                        autocomplete="current-password"
                        required=true
                        aria-invalid=present.then_some("true")
                        aria-describedby=present.then_some("present-fel")
                    />
                </div>
                <NewPassword problem lang />
                <div class="actions">
                    <button class="btn" type="submit">
                        {lang.t("account-password-submit")}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn row(session: &OwnSession, lang: Lang) -> AnyView {
    let began = date::moment(lang, session.began);
    let end = if session.is_this {
        view! { <span class="tag">{lang.t("account-this")}</span> }.into_any()
    } else {
        view! {
            <form class="in-line" method="post" action="/api/session_revoke">
                <input type="hidden" name="key" value=session.key.clone() />
                <button class="as-link" type="submit">
                    {lang.t("account-end")} <span class="vh">" " {began.clone()}</span>
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{began}</th>
            <td>{date::moment(lang, session.seen)}</td>
            <td>{end}</td>
        </tr>
    }
    .into_any()
}

fn notice(done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "avslutad" => (ReceiptKind::Done, "account-ended", "account-ended-next"),
        "losenord" => (
            ReceiptKind::Done,
            "account-password-changed",
            "account-password-changed-next",
        ),
        "kalender-av" => (
            ReceiptKind::Done,
            "account-calendar-stopped",
            "account-calendar-stopped-next",
        ),
        "mejl-pa" => (
            ReceiptKind::Done,
            "account-digest-chosen",
            "account-digest-chosen-next",
        ),
        "mejl-av" => (
            ReceiptKind::Done,
            "account-digest-stopped",
            "account-digest-stopped-next",
        ),
        "hann-fore" => (ReceiptKind::NotDone, "account-gone", "account-gone-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    Some(view! { <Receipt kind heading next without="/konto" close /> }.into_any())
}
