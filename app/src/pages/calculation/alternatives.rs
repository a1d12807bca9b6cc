//! The alternatives beside the zero alternative.

use domain::calculation::{Key, Scenario, Scope};
use leptos::prelude::*;
use service::{AlternativeChange, AlternativeResult, CalculationView};
use text::{Lang, name};

use crate::components::links;
use crate::components::scroll::scroll;
use crate::islands::Shown;

/// The alternatives side by side, and what can be done with them.
pub(super) fn alternatives(shown: &CalculationView, lang: Lang) -> AnyView {
    let writes = shown.lines.is_some();
    if shown.results.len() < 2 {
        // One alternative alone is what the rest of the page shows.
        return writes.then(|| tend(shown, lang)).into_any();
    }
    let written = Shown {
        lang,
        unit: shown.calculation.unit,
    };
    let base = links::calculation(shown.calculation.id);
    let rows: Vec<_> = shown
        .results
        .iter()
        .map(|one| row(one, shown, written, &base, lang))
        .collect();
    let zero = view! {
        <tr>
            <th scope="row">{lang.t("calculation-zero")}</th>
            <td class="n">"0"</td>
            <td class="n">"0"</td>
            <td class="n">"0"</td>
            <td class="n"><span class="no-value">{lang.t("calculation-no-value")}</span></td>
            <td class="n"><span class="no-value">{lang.t("calculation-no-value")}</span></td>
        </tr>
    };
    let unit = name::amount_unit(lang, shown.calculation.unit);
    let caption = lang.t_with("calculation-alternatives-caption", &[("unit", unit.into())]);
    let table = view! {
        <table class="data mid-table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calculation-alternative")}</th>
                    <th scope="col" class="n">{lang.t("calculation-alternatives-costs")}</th>
                    <th scope="col" class="n">{lang.t("calculation-alternatives-financial")}</th>
                    <th scope="col" class="n">{lang.t("calculation-alternatives-both")}</th>
                    <th scope="col" class="n">{lang.t("calculation-alternatives-nnk")}</th>
                    <th scope="col" class="n">{lang.t("calculation-alternatives-back")}</th>
                </tr>
            </thead>
            <tbody>{zero} {rows}</tbody>
        </table>
    };
    view! {
        <section class="block" aria-labelledby="h-alternativ">
            <h2 id="h-alternativ">{lang.t("calculation-alternatives")}</h2>
            {scroll("h-alternativ", "", table.into_any())}
            {writes.then(|| tend(shown, lang))}
        </section>
    }
    .into_any()
}

fn row(one: &AlternativeResult, shown: &CalculationView, written: Shown, base: &str, lang: Lang) -> AnyView {
    let key = |scope: Scope| -> Option<Key> {
        one.evaluation
            .results
            .get(&scope)?
            .get(&Scenario::Likely)
            .copied()
    };
    let (financial, both) = (key(Scope::Financial), key(Scope::FinancialAndRedistribution));
    let cell = |text: Option<String>| match text {
        Some(text) => view! { <td class="n">{text}</td> }.into_any(),
        None => view! { <td class="n"><span class="no-value">{lang.t("calculation-no-value")}</span></td> }
            .into_any(),
    };
    let id = one.alternative.id;
    let here = (id == shown.shown).then_some("page");
    let preferred = (id == shown.calculation.preferred)
        .then(|| view! { " " <span class="tag">{lang.t("calculation-preferred")}</span> });
    view! {
        <tr>
            <th scope="row">
                <a href=format!("{base}?alternativ={id}") aria-current=here>{one.alternative.name.clone()}</a>
                {preferred}
            </th>
            {cell(both.map(|key| written.amount(key.pv_costs)))}
            {cell(financial.map(|key| written.amount(key.nnv)))}
            {cell(both.map(|key| written.amount(key.nnv)))}
            {cell(both.and_then(|key| key.nnk).map(|nnk| written.ratio(nnk)))}
            {cell(both.and_then(|key| key.discounted_payback_years).map(|years| written.years(years)))}
        </tr>
    }
    .into_any()
}

/// Adds, names, prefers and takes away.
fn tend(shown: &CalculationView, lang: Lang) -> AnyView {
    let named = shown
        .shown()
        .map(|one| one.alternative.name.clone())
        .unwrap_or_default();
    let hidden = |change: AlternativeChange| {
        view! {
            <input type="hidden" name="id" value=shown.calculation.id.to_string() />
            <input type="hidden" name="version" value=shown.version.to_string() />
            <input type="hidden" name="alternative" value=shown.shown.to_string() />
            <input type="hidden" name="change" value=change.code() />
        }
    };
    let with_name =
        |change: AlternativeChange, id: &'static str, label: &str, button: &str, value: String| {
            view! {
                <form method="post" action="/api/calculation_alternative">
                    {hidden(change)}
                    <div class="field">
                        <label for=id>{lang.t(label)}</label>
                        <input type="text" id=id name="name" value=value maxlength="200" required=true />
                    </div>
                    <button class="btn" type="submit">{lang.t(button)}</button>
                </form>
            }
        };
    let plain = |change: AlternativeChange, button: String| {
        view! {
            <form method="post" action="/api/calculation_alternative">
                {hidden(change)}
                <button class="btn quiet" type="submit">{button}</button>
            </form>
        }
    };
    let others = shown.results.len() > 1;
    let args = [("name", named.clone().into())];
    let prefer = (others && shown.shown != shown.calculation.preferred).then(|| {
        plain(
            AlternativeChange::Prefer,
            lang.t_with("calculation-alternative-prefer", &args),
        )
    });
    let remove = others.then(|| {
        plain(
            AlternativeChange::Remove,
            lang.t_with("calculation-alternative-remove", &args),
        )
    });
    view! {
        <details class="part alternatives">
            <summary>{lang.t("calculation-alternatives-tend")}</summary>
            <p class="hint">{lang.t("calculation-alternatives-hint")}</p>
            {with_name(
                AlternativeChange::Add,
                "alternativ-nytt",
                "calculation-alternative-new",
                "calculation-alternative-add",
                String::new(),
            )}
            {with_name(
                AlternativeChange::Rename,
                "alternativ-namn",
                "calculation-alternative-name",
                "calculation-alternative-rename",
                named,
            )}
            {prefer}
            {remove}
        </details>
    }
    .into_any()
}
