//! An area's deliveries with expected and realised benefit.

use domain::reading::Reading;
use domain::report_model::AreaSection;
use domain::standing::Standing;
use domain::statement::Finding;
use leptos::prelude::*;
use text::{Arg, Lang, number};

use super::body::numbered;
use super::shown::Shown;
use crate::components::empty::Empty;
use crate::components::finding::FindingChip;
use crate::components::links::Links;
use crate::components::pager::numbered_pages;
use crate::components::pair::{Pairing, expected_item, measured_item, pair_table};

/// What the marks of the findings mean.
fn finding_legend(lang: Lang) -> AnyView {
    let findings: Vec<_> = Finding::ALL
        .into_iter()
        .map(|finding| {
            view! {
                <li>
                    <FindingChip finding=Reading::stated(finding) lang />
                </li>
            }
        })
        .collect();
    view! {
        <ul class="legend findings">
            {findings}
            <li>
                <span>
                    <span class="interpreted">{lang.t("area-legend-dotted")}</span>
                    {lang.t("area-legend-interpreted")}
                </span>
            </li>
        </ul>
    }
    .into_any()
}

/// The section.
pub(super) fn deliveries(section: &AreaSection, shown: Shown, standing: &Standing, lang: Lang) -> AnyView {
    let pairing = Pairing {
        standing,
        lang,
        numbers: None,
        linked: true,
    };
    let content = if section.deliveries.is_empty() {
        let period = standing.report.period();
        view! {
            <Empty
                heading=lang.t_with("area-no-deliveries", &[("period", period.clone().into())])
                text=lang.t_with("overview-empty-text", &[("period", period.into())])
            />
        }
        .into_any()
    } else {
        let caption = lang
            .t_with("area-pair-caption", &score_args(standing, lang))
            .into_any();
        view! {
            {finding_legend(lang)}
            {pair_table(shown.deliveries, caption, pairing)}
        }
        .into_any()
    };
    let links = Links {
        year: standing.report.to_year,
    };
    let address = |page: usize| format!("{}&sida={page}#s5", links.area(&section.area.number));
    let label = lang.t("area-deliveries-pages");
    let pages = numbered_pages((shown.page, shown.pages), label, address, lang);
    let without = (!shown.without_delivery.is_empty()).then(|| {
        let items: Vec<_> = shown
            .without_delivery
            .iter()
            .flat_map(|benefit| {
                [
                    Some(expected_item(benefit, pairing)),
                    measured_item(benefit, pairing),
                ]
            })
            .flatten()
            .collect();
        view! {
            <h3 class="sub">{lang.t("area-without-delivery")}</h3>
            <ul class="stack">{items}</ul>
        }
    });
    view! {
        <section class="block" aria-labelledby="s5">
            <h2 id="s5">{numbered(&section.area.number, 5, lang.t("area-deliveries"))}</h2>
            {content}
            {without}
            {pages}
        </section>
    }
    .into_any()
}

/// The scores of findings, as a sentence about them needs them.
fn score_args(standing: &Standing, lang: Lang) -> [(&'static str, Arg); 4] {
    let scheme = &standing.scheme;
    let score = |value: rust_decimal::Decimal| number::decimal(lang, value.normalize(), None).into();
    [
        ("confirmed", score(scheme.score_confirmed)),
        ("partly", score(scheme.score_partly)),
        ("none", score(scheme.score_none)),
        ("negative", score(scheme.score_negative)),
    ]
}
