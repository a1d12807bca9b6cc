//! Somebody else was first: both versions, field by field, and nothing overwritten.

use leptos::prelude::*;
use text::Lang;

/// A field as people read it, in the version typed and in the version stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BothVersions {
    /// The field's label.
    pub label: String,
    /// As typed.
    pub mine: String,
    /// As stored.
    pub theirs: String,
}

impl BothVersions {
    fn differs(&self) -> bool {
        self.mine != self.theirs
    }
}

/// What differs between what one typed and what somebody else has stored meanwhile. The form below
/// carries the stored version's number: sending it once more is deliberate. First in `main`, where
/// `#fel` leads.
#[component]
pub fn StalePanel(
    /// All fields in both versions.
    fields: Vec<BothVersions>,
    /// What has happened, as a heading.
    #[prop(into)]
    heading: String,
    /// What to do now.
    #[prop(into)]
    advice: String,
    /// Address of the form as it is stored.
    #[prop(into)]
    afresh: String,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let empty = move |text: String| {
        if text.is_empty() {
            lang.t("form-stale-empty")
        } else {
            text
        }
    };
    let rows: Vec<_> = fields
        .into_iter()
        .filter(BothVersions::differs)
        .map(|field| {
            view! {
                <tr>
                    <th scope="row">{field.label}</th>
                    <td class="as-typed">{empty(field.mine)}</td>
                    <td class="as-typed">{empty(field.theirs)}</td>
                </tr>
            }
        })
        .collect();
    let compared = if rows.is_empty() {
        view! { <p>{lang.t("form-stale-same")}</p> }.into_any()
    } else {
        view! {
            <table class="data">
                <caption>{lang.t("form-stale-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("form-stale-field")}</th>
                        <th scope="col">{lang.t("form-stale-mine")}</th>
                        <th scope="col">{lang.t("form-stale-theirs")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <div class="error-summary stale" id="fel" role="group" aria-labelledby="fel-rubrik" tabindex="-1" autofocus>
            <div role="alert">
                <h2 id="fel-rubrik">{heading}</h2>
                <p>{advice}</p>
            </div>
            {compared}
            <p>
                <a href=afresh>{lang.t("form-stale-afresh")}</a>
            </p>
        </div>
    }
}
