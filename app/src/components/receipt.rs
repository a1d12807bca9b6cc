//! What was done, and what happens next.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use crate::pages::kept_note::KeptNote;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptKind {
    /// It is done.
    Done,
    /// It is not, and why.
    NotDone,
}

/// A receipt at the top of the page that something led to. It stays in sight where the address leads
/// further down, to what was saved.
#[component]
pub fn Receipt(
    /// How it went.
    kind: ReceiptKind,
    /// What was done.
    #[prop(into)]
    heading: String,
    /// What happens next.
    #[prop(into)]
    next: String,
    /// Where it goes on: address and words.
    #[prop(optional_no_strip)]
    onward: Option<(String, String)>,
    /// Address of the page without the receipt.
    #[prop(into)]
    without: String,
    /// Text of the link that puts it away.
    #[prop(into)]
    close: String,
) -> impl IntoView {
    let (class, symbol) = match kind {
        ReceiptKind::Done => ("receipt", Symbol::Ok),
        ReceiptKind::NotDone => ("receipt not-done", Symbol::Weak),
    };
    let kept = (kind == ReceiptKind::NotDone).then(|| view! { <KeptNote /> });
    view! {
        <div class=class role="status">
            <Icon symbol />
            <div>
                <p class="receipt-heading">{heading}</p>
                <p>{next} {onward.map(|(href, text)| view! { " " <a href=href>{text}</a> })}</p>
                {kept}
            </div>
            <a class="receipt-close" href=without>
                <Icon symbol=Symbol::Close />
                {close}
            </a>
        </div>
    }
}
