//! Figures, with the numbers that the report gives them.

use domain::figure::Figure;
use domain::report_model::FigureNumbers;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Result, number};

#[derive(Serialize)]
pub(super) struct FigureOut<'a> {
    number: Option<usize>,
    what: &'a str,
    value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_to: Option<Box<RawValue>>,
    unit: &'a str,
    approx: bool,
    period: Option<&'a str>,
    role: domain::figure::FigureRole,
}

pub(super) fn figures<'a>(numbers: &FigureNumbers, figures: &'a [Figure]) -> Result<Vec<FigureOut<'a>>> {
    figures
        .iter()
        .map(|figure| {
            Ok(FigureOut {
                number: numbers.get(figure.id),
                what: &figure.what,
                value: number(figure.value)?,
                value_to: figure.value_to.map(number).transpose()?,
                unit: &figure.unit,
                approx: figure.approximate,
                period: figure.period.as_deref(),
                role: figure.role.value,
            })
        })
        .collect()
}
