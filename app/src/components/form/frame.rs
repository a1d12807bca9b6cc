use leptos::prelude::*;

use super::{ErrorSummary, FormView, Hidden};
use crate::components::form_page::FormTitle;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::stale::StalePanel;
use crate::islands::UnsavedGuard;

/// A page that is a form: title, way to it, what is wrong, who was first, fields and buttons. What
/// differs between forms is what is put in.
#[component]
pub fn FormFrame(
    /// What the form's parts share.
    form: FormView,
    /// What the page is.
    #[prop(into)]
    heading: String,
    /// A sentence below the heading.
    #[prop(into)]
    lead: String,
    /// What it belongs to, above the heading.
    #[prop(optional, into)]
    kicker: Option<String>,
    /// The way to the page.
    crumbs: Vec<(String, String)>,
    /// Where the form is sent.
    action: &'static str,
    /// Where to go without saving.
    #[prop(into)]
    back: String,
    /// Address of the form as it is stored, for those who were not first.
    #[prop(into)]
    afresh: String,
    /// Names of further values that are sent along unseen.
    #[prop(optional)]
    hidden: Vec<&'static str>,
    /// Text of the button that saves.
    #[prop(into)]
    submit: String,
    /// The button says "submit", and a second one with this text keeps a draft.
    #[prop(optional, into)]
    draft: Option<String>,
    /// A sentence above the buttons.
    #[prop(optional, into)]
    note: Option<String>,
    /// Why it came back where that is no field's fault: first in `main`, under `#fel`.
    #[prop(default = None)]
    hindered: Option<AnyView>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let lang = form.lang;
    let came_back = form.came_back();
    let kicker = kicker.map(|text| view! { <p class="kicker">{text}</p> }.into_any());
    let sends_in = draft.is_some();
    let draft = draft.map(|text| {
        view! {
            <button class="btn quiet" type="submit" name="action" value="draft">
                {text}
            </button>
        }
    });
    let hidden = hidden
        .into_iter()
        .map(|name| view! { <Hidden form=form.clone() name /> })
        .collect_view();
    view! {
        <FormTitle text=heading.clone() came_back lang />
        <Crumbs steps=crumbs here=heading.clone() lang />
        <ErrorSummary form=form.clone() />
        {hindered}
        <Stale form=form.clone() afresh />
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lead}</p>
        </PageHead>
        <form class="form" id="formular" method="post" action=action novalidate=true>
            <SubmissionKey form=form.clone() />
            {hidden}
            // Enter in a field presses the first button: it has to be the one that saves, not one
            // that adds a row.
            <button class="default-button" type="submit" name="action" value=sends_in.then_some("draft") tabindex="-1" aria-hidden="true"></button>
            {children()}
            {note.map(|note| view! { <p class="note">{note}</p> })}
            <div class="actions">
                <button class="btn primary" type="submit" name="action" value=if sends_in { "submit" } else { "save" }>
                    {submit}
                </button>
                {draft}
                <a class="btn quiet" href=back>{lang.t("form-cancel")}</a>
            </div>
        </form>
        <UnsavedGuard form="#formular".to_owned() dirty=came_back />
    }
}

/// Both versions, where somebody else was first; nothing where nobody was.
#[component]
pub fn Stale(
    /// What the form's parts share.
    form: FormView,
    /// Address of the form as it is stored.
    #[prop(into)]
    afresh: String,
) -> impl IntoView {
    let lang = form.lang;
    form.both_versions().map(|fields| {
        view! {
            <StalePanel
                fields
                heading=lang.t("form-stale-heading")
                advice=lang.t("form-stale-advice")
                afresh
                lang
            />
        }
    })
}

/// What makes a sending safe to repeat and safe against lost updates: the key that names the sending,
/// what is changed (empty for something new), and the version that was read.
#[component]
pub fn SubmissionKey(
    /// What the form's parts share.
    form: FormView,
) -> impl IntoView {
    let version = form.version();
    view! {
        <Hidden form=form.clone() name="submission" />
        <Hidden form name="id" />
        <input type="hidden" name="version" value=version />
    }
}
