//! Figures of deliveries, benefits and statements, each with what it is and where it comes from.

use domain::figure::Figure;
use domain::report_model::{FigureNumbers, Place};
use leptos::prelude::*;
use text::Lang;
use text::figure::{self, Said};

use super::finding::Interpreted;
use super::links;

/// Where a figure is shown as it is worked on, with its source, who wrote it and who approved it.
pub fn place_href(place: Place) -> String {
    match place {
        Place::Delivery(delivery) => {
            let of = links::initiative(delivery.initiative);
            format!("{of}#{}", links::delivery_anchor(delivery.id))
        }
        Place::Expected(benefit) => {
            format!("{}#nytta-{}", links::initiative(benefit.initiative), benefit.id)
        }
        Place::Realised(statement) => {
            format!(
                "{}#konstaterad-{}",
                links::initiative(statement.initiative),
                statement.id
            )
        }
    }
}

/// The figures of one thing. With `numbers` each leads to its row in the report's appendix.
pub fn figure_list(figures: &[Figure], lang: Lang, numbers: Option<&FigureNumbers>) -> Option<AnyView> {
    if figures.is_empty() {
        return None;
    }
    let rows: Vec<_> = figures
        .iter()
        .map(|figure| figure_row(figure, lang, numbers))
        .collect();
    Some(view! { <ul class="figures">{rows}</ul> }.into_any())
}

fn figure_row(figure: &Figure, lang: Lang, numbers: Option<&FigureNumbers>) -> AnyView {
    let reference = numbers.and_then(|numbers| numbers.get(figure.id)).map(|number| {
        let label = lang.t_with("common-figure-source", &[("number", number.to_string().into())]);
        view! {
            " "
            <a class="ref" href=format!("#siffra-{number}") aria-label=label>
                {number}
            </a>
        }
    });
    let Said { amount, what, role } = figure::said(lang, figure);
    let role = role.map(|text| {
        view! {
            " "
            <i>
                <Interpreted text interpreted=figure.role.interpreted lang />
            </i>
        }
    });
    view! {
        <li>
            <b>{amount}</b>
            " "
            <span>{what} {role} " " {reference}</span>
        </li>
    }
    .into_any()
}
