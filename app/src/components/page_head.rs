//! The head of a page: where it is, what it says, what can be done.

use domain::policy::Operation;
use leptos::prelude::*;
use text::Lang;

use crate::api;

/// The way to a page: address and name of each step, then the page itself.
#[component]
pub fn Crumbs(
    /// Steps before the page, the overview not among them.
    #[prop(optional)]
    steps: Vec<(String, String)>,
    /// Address of the overview.
    #[prop(default = "/".to_owned(), into)]
    home: String,
    /// The page's own name.
    #[prop(into)]
    here: String,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    // Who has no portfolio data has no overview to go back to.
    let home = api::may(Operation::PortfolioRead).then(|| (home, lang.t("common-home")));
    let steps = home
        .into_iter()
        .chain(steps)
        .map(|(href, name)| view! { <li><a href=href>{name}</a></li> })
        .collect_view();
    view! {
        <nav class="crumbs" aria-label=lang.t("common-breadcrumbs")>
            <ol>
                {steps}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}

/// The head of a page. Children stand below the heading: a lead, a line of facts.
#[component]
pub fn PageHead(
    /// The heading: the page's finding.
    heading: AnyView,
    /// What the page is about, above the heading.
    #[prop(default = None)]
    kicker: Option<AnyView>,
    /// Buttons and links.
    #[prop(default = None)]
    actions: Option<AnyView>,
    /// Below the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            {kicker}
            <h1>{heading}</h1>
            {children.map(|children| children())}
            {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
        </header>
    }
}
