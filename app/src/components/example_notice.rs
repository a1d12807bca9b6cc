//! That what is shown is an example.

use leptos::prelude::*;
use text::Lang;

use super::icon::{Icon, Symbol};
use super::links;

/// Says that the example is loaded: nobody is to take it for the agency's own data.
#[component]
pub fn ExampleNotice(
    /// Whoever looks may remove it.
    may_remove: bool,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let remove = may_remove.then(|| {
        view! { <a href=links::EXAMPLE>{lang.t("start-example-remove")}</a> }
    });
    view! {
        <div class="example-notice" role="note">
            <Icon symbol=Symbol::Weak />
            <p><b>{lang.t("start-example-notice")}</b> " " {lang.t("start-example-notice-text")} " " {remove}</p>
        </div>
    }
}
