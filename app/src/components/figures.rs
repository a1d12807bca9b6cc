//! Figures of deliveries, benefits and statements, each with what it is and where it comes from.

use std::collections::BTreeMap;

use domain::benefit::Benefit;
use domain::delivery::Delivery;
use domain::figure::Figure;
use domain::id::FigureId;
use domain::report_model::ReportModel;
use domain::statement::Statement;
use leptos::prelude::*;
use rust_decimal::Decimal;
use text::{Lang, date, name, number};

use super::finding::Interpreted;
use super::links;

/// A figure as people read it: "ca 2 400 st".
pub fn figure_text(figure: &Figure, lang: Lang) -> String {
    amount_text(
        figure.value,
        figure.value_to,
        &figure.unit,
        figure.approximate,
        lang,
    )
}

/// A value with its unit as people read it: "ca 10 mnkr/år".
pub fn amount_text(value: Decimal, to: Option<Decimal>, unit: &str, approximate: bool, lang: Lang) -> String {
    let about = approximate.then(|| lang.t("common-about"));
    number::figure(lang, value, to, unit, about.as_deref())
}

/// The numbers that figures have in a report: their order in it, from 1.
#[derive(Clone, Debug, Default)]
pub struct FigureNumbers(BTreeMap<FigureId, usize>);

impl FigureNumbers {
    /// Numbers all figures of a report in the order in which it shows them.
    pub fn of(model: &ReportModel) -> Self {
        Self(placed(model).map(|placed| placed.figure.id).zip(1..).collect())
    }

    /// The number of a figure.
    pub fn get(&self, id: FigureId) -> Option<usize> {
        self.0.get(&id).copied()
    }
}

/// What a figure hangs on.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// The delivery itself.
    Delivery(&'a Delivery),
    /// An expected benefit.
    Expected(&'a Benefit),
    /// A statement of what has been realised.
    Realised(&'a Statement),
}

impl Place<'_> {
    /// Where it is shown as it is worked on, with its source, who wrote it and who approved it.
    pub fn href(&self) -> String {
        match self {
            Self::Delivery(delivery) => {
                let of = links::initiative(delivery.initiative);
                format!("{of}#{}", links::delivery_anchor(delivery.id))
            }
            Self::Expected(benefit) => {
                format!("{}#nytta-{}", links::initiative(benefit.initiative), benefit.id)
            }
            Self::Realised(statement) => {
                format!(
                    "{}#konstaterad-{}",
                    links::initiative(statement.initiative),
                    statement.id
                )
            }
        }
    }
}

/// A figure with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct PlacedFigure<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Number of the area.
    pub area: &'a str,
    /// The delivery, where it belongs to one.
    pub delivery: Option<&'a Delivery>,
    /// What it hangs on.
    pub place: Place<'a>,
}

/// All figures of a report in the order in which it shows them.
pub fn placed(model: &ReportModel) -> impl Iterator<Item = PlacedFigure<'_>> {
    model.areas.iter().flat_map(|section| {
        let area = section.area.number.as_str();
        let of_deliveries = section.deliveries.iter().flat_map(move |of| {
            let at = move |place| {
                move |figure| PlacedFigure {
                    figure,
                    area,
                    delivery: Some(&of.delivery),
                    place,
                }
            };
            let own = of.delivery.figures.iter().map(at(Place::Delivery(&of.delivery)));
            let expected = of.benefits.iter().flat_map(move |section| {
                let benefit = &section.benefit;
                benefit.figures.iter().map(at(Place::Expected(benefit)))
            });
            let realised = of
                .statements
                .iter()
                .flat_map(move |statement| statement.figures.iter().map(at(Place::Realised(statement))));
            own.chain(expected).chain(realised)
        });
        let without = section.without_delivery.iter().flat_map(move |section| {
            let benefit = &section.benefit;
            benefit.figures.iter().map(move |figure| PlacedFigure {
                figure,
                area,
                delivery: None,
                place: Place::Expected(benefit),
            })
        });
        of_deliveries.chain(without)
    })
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
    let what = match &figure.period {
        Some(period) => format!("{}, {}", figure.what, date::period(lang, period)),
        None => figure.what.clone(),
    };
    view! {
        <li>
            <b>{figure_text(figure, lang)}</b>
            " "
            <span>
                {what} " "
                <i>
                    <Interpreted
                        text=name::figure_role(lang, figure.role.value)
                        interpreted=figure.role.interpreted
                        lang
                    />
                </i> {reference}
            </span>
        </li>
    }
    .into_any()
}
