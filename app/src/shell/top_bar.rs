//! The bar on top: home, the way to the menu, whose session it is, its language and its end.

use domain::ctx::{Actor, Ctx};
use leptos::prelude::*;
use text::Lang;

use super::{context, home};
use crate::api::lang;
use crate::components::icon::{Icon, Symbol};

#[component]
pub(super) fn TopBar() -> impl IntoView {
    let lang = lang();
    let signed_in = context().and_then(|context| match &context.ctx.actor {
        Actor::Account { .. } => Some(role_names(lang, &context.ctx)),
        Actor::Anonymous | Actor::Operator => None,
    });
    let start = context().map_or("/", |context| home(&context.ctx));
    let menu = signed_in.is_some().then(|| {
        view! {
            <button class="btn quiet menu-button" type="button" popovertarget="huvudmeny">
                <Icon symbol=Symbol::Menu />
                {lang.t("shell-menu")}
            </button>
        }
    });
    let role = signed_in.clone().map(|names| {
        view! { <p class="role">{lang.t("shell-role")} " " <b>{names}</b></p> }
    });
    let out = signed_in
        .is_some()
        .then(|| view! { <SignOutForm class="signout" /> });
    view! {
        <header class="topbar">
            <a class="brand" href=start>
                <svg class="brand-mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
                    <path class="m1" d="M3 25v-7h4v7z"></path>
                    <path class="m2" d="M12 25V11h4v14z"></path>
                    <path class="m3" d="M21 25V3h4v22z"></path>
                </svg>
                "Nytta"
            </a>
            {menu}
            {role}
            <LanguageForm />
            {out}
        </header>
    }
}

fn role_names(lang: Lang, ctx: &Ctx) -> String {
    let names: Vec<String> = ctx
        .roles()
        .into_iter()
        .map(|role| text::name::role(lang, role))
        .collect();
    names.join(", ")
}

#[component]
pub(super) fn SignOutForm(
    /// Its place decides the look.
    class: &'static str,
) -> impl IntoView {
    let lang = lang();
    view! {
        <form method="post" action="/api/sign_out" class=class>
            <button class="as-link" type="submit">{lang.t("shell-sign-out")}</button>
        </form>
    }
}

/// Both languages by their own name; the one in use is marked, the other a button.
#[component]
fn LanguageForm() -> impl IntoView {
    let current = lang();
    let to = context().map(|context| context.path).unwrap_or_default();
    let option = move |lang: Lang, name: &'static str| {
        if lang == current {
            view! { <span lang=lang.code() aria-current="true">{name}</span> }.into_any()
        } else {
            view! {
                <button class="as-link" type="submit" name="lang" value=lang.code() lang=lang.code()>
                    {name}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <form method="post" action="/api/language" class="lang" aria-label="Språk / Language">
            <input type="hidden" name="to" value=to />
            {option(Lang::Sv, "Svenska")}
            {option(Lang::En, "English")}
        </form>
    }
}
