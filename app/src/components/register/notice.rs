//! What was done with a kept view.

use domain::register::{Filter, Query};
use leptos::prelude::*;
use text::Lang;

use super::address;
use crate::components::form_page::query_part;
use crate::components::receipt::{Receipt, ReceiptKind};

/// The receipt that the address asks for by `?klart=`.
pub fn kept_view_notice<F: Filter>(asked: &Query<F>, lang: Lang) -> Option<AnyView> {
    let (heading, next) = match query_part("klart")?.as_str() {
        "urval-sparat" => ("register-view-done", "register-view-done-next"),
        "urval-borttaget" => ("register-view-gone", "register-view-gone-next"),
        _ => return None,
    };
    let receipt = view! {
        <Receipt
            kind=ReceiptKind::Done
            heading=lang.t(heading)
            next=lang.t(next)
            without=address(asked)
            close=lang.t("form-receipt-close")
        />
    };
    Some(receipt.into_any())
}
