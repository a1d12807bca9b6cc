//! The example: loading it, and the way to removing it.

use leptos::prelude::*;
use service::{ExampleState, StartView};
use text::Lang;

use crate::components::links;
use crate::components::receipt::{Receipt, ReceiptKind};

/// How loading or removing went.
pub(super) fn receipt(done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "exempel-inlast" => (
            ReceiptKind::Done,
            "start-example-loaded",
            "start-example-loaded-next",
        ),
        "exempel-borttaget" => (
            ReceiptKind::Done,
            "start-example-removed",
            "start-example-removed-next",
        ),
        "fil-inlast" => (
            ReceiptKind::Done,
            "start-workbook-done",
            "start-workbook-done-next",
        ),
        "exempel-finns" => (
            ReceiptKind::NotDone,
            "start-example-there",
            "start-example-there-next",
        ),
        "exempel-borta" => (
            ReceiptKind::NotDone,
            "start-example-not-there",
            "start-example-not-there-next",
        ),
        "exempel-inte-tomt" => (
            ReceiptKind::NotDone,
            "start-example-not-empty",
            "start-example-not-empty-next",
        ),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    Some(view! { <Receipt kind heading next without=links::START close /> }.into_any())
}

/// What can be done with the example now.
pub(super) fn example(shown: &StartView, lang: Lang) -> AnyView {
    let content = match shown.example {
        ExampleState::Offered if shown.may_load => view! {
            <p class="prose">{lang.t("start-example-text")}</p>
            <form class="actions start-actions" method="post" action="/api/example_load">
                <button class="btn" type="submit">
                    {lang.t("start-example-load")}
                </button>
            </form>
            <p class="note">{lang.t("start-example-load-note")}</p>
        }
        .into_any(),
        ExampleState::Offered => view! {
            <p class="prose">{lang.t("start-example-text")}</p>
            <p class="note">{lang.t("start-example-by-others")}</p>
        }
        .into_any(),
        ExampleState::Loaded if shown.may_load => view! {
            <p class="prose">{lang.t("start-example-is-loaded")}</p>
            <p class="actions start-actions">
                <a class="btn" href=links::EXAMPLE>
                    {lang.t("start-example-remove")}
                </a>
            </p>
        }
        .into_any(),
        ExampleState::Loaded => view! { <p class="prose">{lang.t("start-example-is-loaded")}</p> }.into_any(),
        ExampleState::Taken => {
            view! { <p class="prose">{lang.t("start-example-not-empty-next")}</p> }.into_any()
        }
    };
    view! {
        <section class="block" aria-labelledby="h-exempel">
            <h2 id="h-exempel">{lang.t("start-example")}</h2>
            {content}
        </section>
    }
    .into_any()
}
