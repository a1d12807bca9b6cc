//! What was just done, and what happens next.

use leptos::prelude::*;
use service::MeasureView;
use text::Lang;

use crate::components::links;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The receipt that an address asks for by `?klart=`.
pub(super) fn notice(code: Option<&str>, shown: &MeasureView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match code? {
        "ny" => (Done, "measure-done-added", "measure-done-added-next"),
        "andrat" => (Done, "measure-done-changed", "measure-done-changed-next"),
        "omdefinierat" => (Done, "measure-done-redefined", "measure-done-redefined-next"),
        "matning-inskickad" => (Done, "measure-done-sent", "measure-done-sent-next"),
        "matning-utkast" => (Done, "measure-done-draft", "measure-done-draft-next"),
        "matning-godkand" => (Done, "measure-done-approved", "measure-done-approved-next"),
        "matning-aterlamnad" => (Done, "measure-done-returned", "measure-done-returned-next"),
        "skriv-skal" => (NotDone, "measure-not-returned", "measure-not-returned-next"),
        "hann-fore" => (NotDone, "measure-not-first", "measure-not-first-next"),
        _ => return None,
    };
    let without = links::measure(shown.measure.id);
    Some(
        view! {
            <Receipt
                kind
                heading=lang.t(heading)
                next=lang.t(next)
                onward=None
                without
                close=lang.t("form-receipt-close")
            />
        }
        .into_any(),
    )
}
