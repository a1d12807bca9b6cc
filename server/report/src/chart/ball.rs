//! The ball of a level: empty, a quarter, half, three quarters, full.

use domain::level::FulfilmentLevel;

use super::svg::Svg;

/// Draws a ball about this middle.
pub(super) fn draw(
    svg: &mut Svg,
    (x, y): (i32, i32),
    radius: i32,
    level: FulfilmentLevel,
    colour: &str,
    ground: &str,
) {
    let edge = (radius / 5).max(14);
    svg.element(
        "circle",
        &[
            ("cx", &x),
            ("cy", &y),
            ("r", &radius),
            (
                "fill",
                &if level == FulfilmentLevel::Full {
                    colour
                } else {
                    ground
                },
            ),
            ("stroke", &colour),
            ("stroke-width", &edge),
        ],
    );
    let (top, right, bottom, left) = (y - radius, x + radius, y + radius, x - radius);
    let path = match level {
        FulfilmentLevel::Ingen | FulfilmentLevel::Full => return,
        FulfilmentLevel::Viss => format!("M{x} {y}V{top}A{radius} {radius} 0 0 1 {right} {y}Z"),
        FulfilmentLevel::Godkand => format!("M{x} {top}A{radius} {radius} 0 0 1 {x} {bottom}Z"),
        FulfilmentLevel::God => format!("M{x} {y}V{top}A{radius} {radius} 0 1 1 {left} {y}Z"),
    };
    svg.element("path", &[("d", &path), ("fill", &colour)]);
}
