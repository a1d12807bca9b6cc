//! What an initiative's page says of its benefit calculation.

use domain::calculation::verdict::Verdict;
use domain::calculation::{Scenario, Scope};
use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::InitiativeView;
use text::{Lang, name};

use crate::components::finding::ApprovalMark;
use crate::components::links;
use crate::islands::Shown;
use crate::pages::calculation::verdict;

/// What is promised, or else what is being written; nothing for those who only read where there is none.
pub(super) fn calculation(shown: &InitiativeView, lang: Lang) -> AnyView {
    let Some(summary) = &shown.calculation else {
        let begin = shown.may_calculate.then(|| {
            let href = format!("{}/kalkyl", links::initiative(shown.initiative.id));
            view! {
                <section class="block" aria-labelledby="h-kalkyl">
                    <h2 id="h-kalkyl">{lang.t("calculation-section")}</h2>
                    <p>
                        {lang.t("calculation-section-none")} " "
                        <a href=href>{lang.t("calculation-section-begin")}</a>
                    </p>
                </section>
            }
        });
        return begin.into_any();
    };
    let current = &summary.current;
    let written = Shown {
        lang,
        unit: current.unit,
    };
    let nnv = |scope: Scope| {
        let all = summary.evaluation.results.get(&scope)?;
        all.get(&Scenario::Likely).map(|key| written.amount(key.nnv))
    };
    let (financial, both) = (nnv(Scope::Financial), nnv(Scope::FinancialAndRedistribution));
    let lead = (Verdict::of(&summary.evaluation) != Verdict::Empty).then(|| {
        lang.t_with(
            "calculation-lead",
            &[
                ("financial", financial.unwrap_or_default().into()),
                ("both", both.unwrap_or_default().into()),
                ("unit", name::amount_unit(lang, current.unit).into()),
            ],
        )
    });
    let promise = current
        .promise
        .then(|| view! { " " <span class="tag">{lang.t("calculation-promise")}</span> });
    let version = lang.t_with(
        "calculation-version-name",
        &[("number", current.number.to_string().into())],
    );
    // A version that is being worked on beside what is promised or approved.
    let later = summary
        .versions
        .first()
        .filter(|newest| newest.id != current.id && newest.state != ApprovalState::Approved)
        .map(|newest| {
            view! {
                " "
                <a href=links::calculation(newest.id)>{lang.t("calculation-section-later")}</a>
                ": "
                <ApprovalMark state=newest.state lang />
            }
        });
    view! {
        <section class="block" aria-labelledby="h-kalkyl">
            <h2 id="h-kalkyl">{lang.t("calculation-section")}": " {verdict(&summary.evaluation, lang)}</h2>
            <p class="meta-line">
                <ApprovalMark state=current.state lang />
                " "
                <span>{version}</span>
                {promise}
                {later}
            </p>
            <p>{lead} " " <a href=links::calculation(current.id)>{lang.t("calculation-section-open")}</a></p>
        </section>
    }
    .into_any()
}
