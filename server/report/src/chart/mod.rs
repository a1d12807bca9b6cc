//! Charts as pictures of lines: for the PDF and the Word file. They say the same in black and white, and all that they
//! show stands in a table as well.
//!
//! Lengths are whole hundredths of a millimetre, so that nothing is rounded differently elsewhere.

mod ball;
mod bars;
mod fill;
mod matrix;
mod scale;
mod svg;
mod wrap;

use crate::document::{Chart, Plot, Scale};
use crate::look::Look;

/// The chart as SVG, so wide.
pub fn chart_svg(chart: &Chart, look: &Look, width_mm: u16) -> String {
    let width = i32::from(width_mm) * 100;
    match &chart.plot {
        Plot::Matrix(matrix) => matrix::draw(matrix, look, width).finish(&chart.alt),
        Plot::Bars { bars, legend } => bars::draw(bars, legend, look, width).finish(&chart.alt),
    }
}

/// The five-level scale as SVG, so wide.
pub fn scale_svg(scale: &Scale, width_mm: u16) -> String {
    scale::draw(scale, i32::from(width_mm) * 100).finish(&scale.says)
}

#[cfg(test)]
mod tests;
