//! The steps of a calculation on its way: sent, taken back, approved or returned, renewed.

use domain::policy::Refusal;
use leptos::prelude::*;
use service::{CalculationStep, CalculationView};
use text::Lang;

use crate::components::prose::Prose;

fn step_form(shown: &CalculationView, step: CalculationStep, class: &'static str, text: String) -> AnyView {
    view! {
        <form method="post" action="/api/calculation_move">
            <input type="hidden" name="id" value=shown.calculation.id.to_string() />
            <input type="hidden" name="version" value=shown.version.to_string() />
            <input type="hidden" name="step" value=step.code() />
            <button class=class type="submit">{text}</button>
        </form>
    }
    .into_any()
}

/// What whoever writes can do with it as a whole.
pub(super) fn steps(shown: &CalculationView, lang: Lang) -> AnyView {
    let withdraw = shown.may_withdraw.then(|| {
        step_form(
            shown,
            CalculationStep::Withdraw,
            "btn quiet",
            lang.t("calculation-withdraw"),
        )
    });
    let renew = shown.may_renew.then(|| {
        view! {
            <form method="post" action="/api/calculation_new_version">
                <input type="hidden" name="id" value=shown.calculation.id.to_string() />
                <button class="btn" type="submit">{lang.t("calculation-renew")}</button>
            </form>
        }
    });
    view! { {withdraw} {renew} }.into_any()
}

/// What a reviewer said, and the review of what waits for one.
pub(super) fn review(shown: &CalculationView, ask_reason: bool, lang: Lang) -> AnyView {
    let said = shown.review_note.clone().map(|note| {
        view! {
            <section class="block" aria-labelledby="h-granskat">
                <h2 id="h-granskat">{lang.t("calculation-review-note")}</h2>
                <Prose text=note />
            </section>
        }
    });
    let asked = match shown.review {
        None => ().into_any(),
        Some(Err(Refusal::OwnWork)) => {
            view! { <p class="note">{lang.t("calculation-review-own")}</p> }.into_any()
        }
        Some(Err(_)) => ().into_any(),
        Some(Ok(())) => {
            view! {
                <section class="block review" aria-labelledby="h-granska">
                    <h2 id="h-granska">{lang.t("calculation-review")}</h2>
                    <p class="note">{lang.t("calculation-review-help")}</p>
                    {step_form(shown, CalculationStep::Approve, "btn primary", lang.t("calculation-approve"))}
                    <details open=ask_reason>
                        <summary>{lang.t("calculation-return")}</summary>
                        <form class="return-form" method="post" action="/api/calculation_move" novalidate=true>
                            <input type="hidden" name="id" value=shown.calculation.id.to_string() />
                            <input type="hidden" name="version" value=shown.version.to_string() />
                            <input type="hidden" name="step" value=CalculationStep::Return.code() />
                            <div class="field">
                                <label for="return-note">{lang.t("calculation-return-reason")}</label>
                                <p class="hint" id="return-hint">{lang.t("calculation-return-hint")}</p>
                                <textarea id="return-note" name="note" rows="3" required=true aria-describedby="return-hint"></textarea>
                            </div>
                            <button class="btn" type="submit">{lang.t("calculation-return-submit")}</button>
                        </form>
                    </details>
                </section>
            }
            .into_any()
        }
    };
    view! { {said} {asked} }.into_any()
}
