//! What was just done, and what happens next.

use leptos::prelude::*;
use service::FactorView;
use text::Lang;

use crate::components::links;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The receipt that an address asks for by `?klart=`.
pub(super) fn notice(code: Option<&str>, shown: &FactorView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match code? {
        "ny" => (Done, "factor-done-new", "factor-done-new-next"),
        "ny-inskickad" => (Done, "factor-done-new-sent", "factor-done-sent-next"),
        "andrad" => (Done, "factor-done-changed", "factor-done-changed-next"),
        "sparat" => (Done, "factor-done-saved", "factor-done-saved-next"),
        "inskickat" => (Done, "factor-done-sent", "factor-done-sent-next"),
        "tillbakataget" => (Done, "factor-done-withdrawn", "factor-done-withdrawn-next"),
        "godkant" => (Done, "factor-done-approved", "factor-done-approved-next"),
        "aterlamnat" => (Done, "factor-done-returned", "factor-done-returned-next"),
        "skriv-skal" => (NotDone, "factor-not-returned", "factor-not-returned-next"),
        "hann-fore" => (NotDone, "factor-not-first", "factor-not-first-next"),
        _ => return None,
    };
    Some(
        view! {
            <Receipt
                kind
                heading=lang.t(heading)
                next=lang.t(next)
                onward=None
                without=links::factor(shown.factor.id)
                close=lang.t("form-receipt-close")
            />
        }
        .into_any(),
    )
}
