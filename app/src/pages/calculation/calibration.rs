//! How promises have held, and what that would make of the calculation on the page.

use domain::calculation::{Evaluation, Scenario, Scope};
use domain::calibration::Calibration;
use domain::percent::Percent;
use leptos::prelude::*;
use service::{CalculationView, CalibrationOffer, CalibrationView};
use text::{Lang, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;
use crate::islands::Shown;

/// The page.
#[component]
pub fn CalibrationPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::calibration() view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &CalibrationView, lang: Lang) -> AnyView {
    let heading = match shown.whole {
        Some(whole) => lang.t_with(
            "calibration-heading",
            &[
                ("share", number::share(lang, whole.share, 0).into()),
                ("promised", number::tkr(lang, whole.promised).into()),
            ],
        ),
        None => lang.t("calibration-heading-none"),
    };
    let content = match shown.whole {
        Some(whole) => tables(shown, whole, lang),
        None => {
            let text = if shown.with_outcome == 0 {
                lang.t("calibration-none-text")
            } else {
                lang.t("calibration-unpromised-text")
            };
            view! { <Empty heading=lang.t("calibration-none") text page=true /> }.into_any()
        }
    };
    let steps = vec![(links::CALCULATIONS.to_owned(), lang.t("calculation-list-title"))];
    view! {
        <Title text=lang.t("calibration-title") />
        <Crumbs steps here=lang.t("calibration-title") lang />
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("calibration-lead")}</p>
        </PageHead>
        {content}
    }
    .into_any()
}

fn tables(shown: &CalibrationView, whole: Calibration, lang: Lang) -> AnyView {
    let areas: Vec<_> = shown
        .areas
        .iter()
        .map(|area| {
            let head = view! {
                <span class="no">{area.number.clone()}</span>
                " "
                {area.name.clone()}
            };
            row(head.into_any(), area.calibration, lang)
        })
        .collect();
    let groups: Vec<_> = shown
        .groups
        .iter()
        .map(|(group, calibration)| row(group.name.clone().into_any(), *calibration, lang))
        .collect();
    let part = |of: &str, what: &str, id: &'static str, rows: Vec<AnyView>, caption: String| {
        let foot = row(lang.t("calibration-whole").into_any(), whole, lang);
        let table = view! {
            <table class="data">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t(what)}</th>
                        <th scope="col" class="n">{lang.t("calibration-benefits")}</th>
                        <th scope="col" class="n">{lang.t("calibration-promised")}</th>
                        <th scope="col" class="n">{lang.t("calibration-outcome")}</th>
                        <th scope="col" class="n">{lang.t("calibration-share")}</th>
                        <th scope="col" class="n">{lang.t("calibration-range")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>{foot}</tfoot>
            </table>
        };
        view! {
            <section class="block" aria-labelledby=id>
                <h2 id=id>{lang.t(of)}</h2>
                {scroll(id, "", table.into_any())}
            </section>
        }
    };
    view! {
        {part("calibration-by-area", "overview-area", "h-omrade", areas, lang.t("calibration-areas-caption"))}
        {part("calibration-by-group", "report-group", "h-grupp", groups, lang.t("calibration-groups-caption"))}
        <p class="note">{lang.t("calibration-note")}</p>
    }
    .into_any()
}

fn range(calibration: Calibration, lang: Lang) -> String {
    let share = |of: Percent| number::share(lang, of, 0);
    let (low, high) = (share(calibration.low), share(calibration.high));
    if low == high {
        return low;
    }
    lang.t_with(
        "calibration-from-to",
        &[("low", low.into()), ("high", high.into())],
    )
}

fn row(head: AnyView, of: Calibration, lang: Lang) -> AnyView {
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td class="n">{number::count(lang, of.benefits)}</td>
            <td class="n">{number::tkr(lang, of.promised)}</td>
            <td class="n">{number::tkr(lang, of.outcome)}</td>
            <td class="n">{number::share(lang, of.share, 0)}</td>
            <td class="n">{range(of, lang)}</td>
        </tr>
    }
    .into_any()
}

/// What the alternative that is looked at would come to if its benefits came true as those of others have: in each scope
/// by what was seen in it.
pub(super) fn offer(shown: &CalculationView, evaluation: &Evaluation, lang: Lang) -> Option<AnyView> {
    let offer = shown.offer.as_ref()?;
    let of = offer.both;
    let args = [
        ("benefits", of.benefits.into()),
        ("benefits-text", number::count(lang, of.benefits).into()),
        ("share", number::share(lang, of.share, 0).into()),
        ("range", range(of, lang).into()),
        ("area", offer.area.clone().unwrap_or_default().into()),
    ];
    let text = if offer.area.is_some() {
        lang.t_with("calibration-offer-area", &args)
    } else {
        lang.t_with("calibration-offer-whole", &args)
    };
    let financial = offer
        .financial
        .is_none()
        .then(|| view! { <p class="note">{lang.t("calibration-offer-no-financial")}</p> });
    let table = offer_table(shown, offer, evaluation, lang);
    Some(
        view! {
            <section class="block" aria-labelledby="h-utfall">
                <h2 id="h-utfall">{lang.t("calibration-offer-heading")}</h2>
                <p>{text} " " <a href=links::CALIBRATION>{lang.t("calibration-offer-more")}</a></p>
                {scroll("h-utfall", "", table)}
                {financial}
            </section>
        }
        .into_any(),
    )
}

fn offer_table(
    shown: &CalculationView,
    offer: &CalibrationOffer,
    evaluation: &Evaluation,
    lang: Lang,
) -> AnyView {
    let written = Shown {
        lang,
        unit: shown.calculation.unit,
    };
    let cell = |scope: Scope, share_of: fn(Calibration) -> Percent| {
        let share = offer.of(scope).map(share_of);
        let net = share.and_then(|share| {
            let key = evaluation.results.get(&scope)?.get(&Scenario::Likely)?;
            Calibration::adjusted(share, key.pv_benefits, key.pv_costs)
        });
        let text = net.map_or_else(|| "–".to_owned(), |net| written.amount(net));
        let share = share.map(|share| view! { <small>{number::share(lang, share, 0)}</small> });
        view! { <td class="n">{text} " " {share}</td> }
    };
    let line = |head: &str, share_of: fn(Calibration) -> Percent| {
        view! {
            <tr>
                <th scope="row">{lang.t(head)}</th>
                {Scope::ALL.map(|scope| cell(scope, share_of)).collect_view()}
            </tr>
        }
    };
    let written_down = {
        let net = |scope: Scope| {
            evaluation
                .results
                .get(&scope)?
                .get(&Scenario::Likely)
                .map(|key| key.nnv)
        };
        let cell = |scope| {
            let text = net(scope).map_or_else(|| "–".to_owned(), |net| written.amount(net));
            view! { <td class="n">{text} " " <small>{number::share(lang, Percent::HUNDRED, 0)}</small></td> }
        };
        view! {
            <tr>
                <th scope="row">{lang.t("calibration-offer-all")}</th>
                {Scope::ALL.map(cell).collect_view()}
            </tr>
        }
    };
    let caption = lang.t_with(
        "calibration-offer-caption",
        &[("unit", name::amount_unit(lang, shown.calculation.unit).into())],
    );
    view! {
        <table class="data">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("calibration-offer-if")}</th>
                    <th scope="col" class="n">{lang.t("calculation-scope-financial")}</th>
                    <th scope="col" class="n">{lang.t("calculation-scope-both")}</th>
                </tr>
            </thead>
            <tbody>
                {written_down}
                {line("calibration-offer-high", |of| of.high)}
                {line("calibration-offer-share", |of| of.share)}
                {line("calibration-offer-low", |of| of.low)}
            </tbody>
        </table>
    }
    .into_any()
}
