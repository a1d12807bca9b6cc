//! The figures of a report in the order in which it shows them, numbered from 1.

use std::collections::BTreeMap;

use super::ReportModel;
use crate::benefit::Benefit;
use crate::delivery::Delivery;
use crate::figure::Figure;
use crate::id::FigureId;
use crate::statement::Statement;

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

impl ReportModel {
    /// Something that the report shows is a reading: the sources do not say it outright.
    pub fn shows_readings(&self) -> bool {
        let deliveries = || self.areas.iter().flat_map(|section| &section.deliveries);
        let statements = || deliveries().flat_map(|of| &of.statements);
        deliveries().any(|of| of.delivery.status.interpreted)
            || statements().any(|statement| statement.finding.interpreted)
            || placed(self).any(|placed| placed.figure.role.interpreted)
    }
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
