//! What was just done, and what happens next.

use leptos::prelude::*;
use service::CalculationView;
use text::Lang;

use crate::components::links;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The receipt that an address asks for by `?klart=`.
pub(super) fn notice(code: Option<&str>, shown: &CalculationView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match code? {
        "ny" => (Done, "calculation-done-new", "calculation-done-new-next"),
        "ny-version" => (Done, "calculation-done-version", "calculation-done-version-next"),
        "andrad" => (Done, "calculation-done-changed", "calculation-done-changed-next"),
        "sparad" => (Done, "calculation-done-saved", "calculation-done-saved-next"),
        "inskickad" => (Done, "calculation-done-sent", "calculation-done-sent-next"),
        "tillbakatagen" => (
            Done,
            "calculation-done-withdrawn",
            "calculation-done-withdrawn-next",
        ),
        "godkand" => (
            Done,
            "calculation-done-approved",
            "calculation-done-approved-next",
        ),
        "godkand-lofte" => (Done, "calculation-done-approved", "calculation-done-promise-next"),
        "aterlamnad" => (
            Done,
            "calculation-done-returned",
            "calculation-done-returned-next",
        ),
        "alternativ-nytt" => (
            Done,
            "calculation-done-alternative",
            "calculation-done-alternative-next",
        ),
        "alternativ-namn" => (Done, "calculation-done-renamed", "calculation-done-renamed-next"),
        "alternativ-forordat" => (
            Done,
            "calculation-done-preferred",
            "calculation-done-preferred-next",
        ),
        "alternativ-borta" => (Done, "calculation-done-removed", "calculation-done-removed-next"),
        "byggd" => (Done, "line-build-done", "line-build-done-next"),
        "bygge-borta" => (Done, "line-build-cleared", "line-build-cleared-next"),
        "inlast" => (Done, "calculation-done-read", "calculation-done-read-next"),
        "saknas" => (NotDone, "calculation-not-sent", "calculation-not-sent-next"),
        "skriv-skal" => (
            NotDone,
            "calculation-not-returned",
            "calculation-not-returned-next",
        ),
        "namn" => (NotDone, "calculation-not-named", "calculation-not-named-next"),
        "for-manga" => (NotDone, "calculation-not-more", "calculation-not-more-next"),
        "sista" => (NotDone, "calculation-not-last", "calculation-not-last-next"),
        "fanns" => (NotDone, "calculation-not-two", "calculation-not-two-next"),
        "hann-fore" => (NotDone, "calculation-not-first", "calculation-not-first-next"),
        _ => return None,
    };
    let without = links::calculation(shown.calculation.id);
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
