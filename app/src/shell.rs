//! The document around every page: head, top bar, menu and routes.

mod menu;
mod routes;
mod top_bar;

use domain::ctx::Ctx;
use domain::role::Role;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::Router;

use self::menu::Menu;
use self::routes::AllRoutes;
use self::top_bar::TopBar;
use crate::api::{RequestContext, lang};
use crate::components::icon::Sprite;
use crate::components::links;
use crate::islands::SessionWatch;

/// Names of the files that a page asks for, with their content's hash.
#[derive(Clone, Debug)]
pub struct Assets {
    /// Address of the stylesheet.
    pub stylesheet: String,
    /// Address of the icon.
    pub icon: String,
    /// There is a bundle for the islands.
    pub bundle: bool,
}

/// The whole document.
pub fn shell(options: LeptosOptions, assets: Assets) -> impl IntoView {
    let scripts = assets
        .bundle
        .then(|| view! { <HydrationScripts options islands=true /> });
    view! {
        <!DOCTYPE html>
        <html lang=lang().code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href=assets.icon type="image/svg+xml" />
                <link rel="stylesheet" href=assets.stylesheet />
                {scripts}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The application: shell and routes.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <leptos_meta::Title formatter=|text: String| format!("{text} – Nytta") />
        <Router>
            <Frame />
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let lang = lang();
    view! {
        <a class="skip" href="#innehall">{lang.t("shell-skip")}</a>
        <Sprite />
        <div class="frame">
            <TopBar />
            <Menu />
            <main id="innehall" tabindex="-1">
                <AllRoutes />
            </main>
            <Foot />
        </div>
        <Watch />
    }
}

/// Warns those who are signed in before they are not. In a form that nobody has sent it must not be a
/// surprise.
#[component]
fn Watch() -> impl IntoView {
    let lang = lang();
    let ends = context().and_then(|context| context.session);
    ends.map(|ends| {
        let seconds = |left: chrono::TimeDelta| u32::try_from(left.num_seconds()).unwrap_or(0);
        view! {
            <SessionWatch
                idle=seconds(ends.idle)
                latest=seconds(ends.latest)
                status="/session".to_owned()
                ping="/ordlista".to_owned()
                sign_in="/logga-in".to_owned()
                soon=lang.t("shell-session-soon")
                latest_soon=lang.t("shell-session-latest")
                ended=lang.t("shell-session-ended")
                go_on=lang.t("shell-session-go-on")
                again=lang.t("shell-session-again")
            />
        }
    })
}

/// The foot of every page: what everybody may read, signed in or not.
#[component]
fn Foot() -> impl IntoView {
    let lang = lang();
    view! {
        <footer class="foot">
            <ul>
                <li>
                    <a href="/tillganglighet">{lang.t("accessibility-title")}</a>
                </li>
                <li>
                    <a href="/ordlista">{lang.t("help-title")}</a>
                </li>
                <li>
                    <a href=links::PUBLIC>{lang.t("share-public-title")}</a>
                </li>
            </ul>
        </footer>
    }
}

fn context() -> Option<RequestContext> {
    use_context::<RequestContext>()
}

/// The first page of whoever it is: those without portfolio data do not land on one that they may not see.
pub fn home(ctx: &Ctx) -> &'static str {
    let roles = ctx.roles();
    if roles.as_slice() == [Role::Admin] {
        "/admin"
    } else {
        "/"
    }
}

/// Where whoever signs in begins: those who write and approve with what waits for them, those who judge and
/// decide with where the portfolio stands.
pub fn start_page(ctx: &Ctx) -> &'static str {
    let works = |role: &Role| matches!(role, Role::PortfolioManager | Role::BenefitOwner | Role::Reviewer);
    let roles = ctx.roles();
    if !roles.is_empty() && roles.iter().all(works) {
        links::WORK
    } else {
        home(ctx)
    }
}
