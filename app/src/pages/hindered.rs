//! The document for when the database stands in the way: of a page, or of what somebody has sent.

use domain::form::ParkedForm;
use leptos::prelude::*;
use service::Trouble;
use text::Lang;

use super::parked::offered;

/// What was asked for when the database stood in the way.
#[derive(Clone, Debug)]
pub enum Asked {
    /// A page.
    Page,
    /// Something was sent, which is in no form that could be shown again: passwords, files, single buttons.
    Sent,
    /// A form with all that was typed into it.
    Form(ParkedForm),
}

/// The document. It needs nothing that is in the database, not even who asks: no menu, one language.
pub fn hindered_html(
    lang: Lang,
    stylesheet: &str,
    trouble: Trouble,
    asked: &Asked,
    reference: Option<&str>,
) -> String {
    let title = lang.t(match asked {
        Asked::Page => "error-hinder-page-title",
        Asked::Sent | Asked::Form(_) => "error-hinder-save-title",
    });
    let why = lang.t(match trouble {
        Trouble::Full => "error-hinder-full",
        Trouble::ReadOnly => "error-hinder-read-only",
        Trouble::Unanswering => "error-hinder-unanswering",
        Trouble::Unsure => "error-hinder-unsure",
    });
    let saved = (!matches!(asked, Asked::Page)).then(|| {
        lang.t(match trouble {
            Trouble::Full | Trouble::ReadOnly | Trouble::Unanswering => "error-hinder-not-saved",
            Trouble::Unsure => "error-hinder-maybe-saved",
        })
    });
    let again = match asked {
        Asked::Form(form) => offered(0, form, lang.t("error-hinder-send"), lang),
        Asked::Page | Asked::Sent => None,
    };
    let what_to_do = match (asked, trouble) {
        (Asked::Page, _) => None,
        _ if again.is_some() => Some("error-hinder-send-again"),
        (_, Trouble::Unsure) => Some("error-hinder-look"),
        _ => Some("error-hinder-back"),
    };
    let what_to_do = what_to_do.map(|key| view! { <p>{lang.t(key)}</p> });
    let reference = reference.map(|reference| {
        view! {
            <p>
                {lang.t("error-reference")} ": " <code class="reference">{reference.to_owned()}</code>
            </p>
        }
    });
    let lead = [Some(why), saved]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=stylesheet.to_owned() />
                <title>{title.clone()} " – Nytta"</title>
            </head>
            <body>
                <main id="innehall" class="hindered">
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                    {what_to_do}
                    {again}
                    <p>{lang.t("error-hinder-do")}</p>
                    {reference}
                    <p>
                        <a href="/">{lang.t("error-start")}</a>
                    </p>
                </main>
            </body>
        </html>
    }
    .to_html()
}
