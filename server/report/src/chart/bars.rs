//! Lying bars: what they are of, the bar, what is said of it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::fill;
use super::svg::{Anchor, Style, Svg};
use super::wrap::wrapped;
use crate::document::{Bar, BarPart, Fill};
use crate::fonts::{Weight, width};
use crate::look::{INK, LINE, Look, QUIET};

const SIZE: i32 = 290;
const LEADING: i32 = 380;
const THICK: i32 = 400;
const GAP: i32 = 260;

const LABEL: Style<'_> = Style {
    size: SIZE,
    weight: Weight::Regular,
    anchor: Anchor::Start,
    colour: INK,
};

pub(super) fn draw(bars: &[Bar], legend: &[(Fill, String)], look: &Look, whole: i32) -> Svg {
    let mut svg = Svg::new(whole);
    let label_width = whole * 30 / 100;
    let plot_at = label_width + 300;
    let plot = whole * 42 / 100;
    let says_at = plot_at + plot + 300;
    let mut y = 0;
    svg.line((0, 0), (whole, 0), &look.accent.to_string(), 40);
    for bar in bars {
        let label = wrapped(&bar.label, SIZE, Weight::Regular, label_width);
        let says = wrapped(&bar.says, SIZE, Weight::Regular, whole - says_at);
        let lines = i32::try_from(label.len().max(says.len()).max(1)).unwrap_or(1);
        let height = (lines * LEADING).max(THICK) + GAP;
        let middle = y + height / 2;
        column(&mut svg, 0, middle, LABEL, &label);
        column(&mut svg, says_at, middle, LABEL, &says);
        parts(&mut svg, &bar.parts, (plot_at, middle - THICK / 2), plot);
        y += height;
        svg.line((0, y), (whole, y), LINE, 15);
    }
    // Where all bars begin.
    svg.line((plot_at, 0), (plot_at, y), INK, 25);
    let height = self::legend(&mut svg, legend, y, whole);
    svg.set_height(height);
    svg
}

fn parts(svg: &mut Svg, parts: &[BarPart], (x, y): (i32, i32), plot: i32) {
    let mut drawn = 0;
    for part in parts {
        let share = part.share.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
        let length = (share * Decimal::from(plot) / Decimal::ONE_HUNDRED).round();
        let length = length.to_i32().unwrap_or_default().min(plot - drawn);
        fill::draw(svg, (x + drawn, y), (length, THICK), part.fill);
        drawn += length;
    }
}

/// Lines about a middle.
fn column(svg: &mut Svg, x: i32, middle: i32, style: Style<'_>, lines: &[String]) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut base = middle - (count - 1) * LEADING / 2 + style.size * 36 / 100;
    for line in lines {
        svg.text(x, base, style, line);
        base += LEADING;
    }
}

/// What the fills mean, from left to right in as many lines as it takes. Gives where it ends.
fn legend(svg: &mut Svg, legend: &[(Fill, String)], below: i32, whole: i32) -> i32 {
    let (mut x, mut y) = (0, below + 250);
    if legend.is_empty() {
        return below + 30;
    }
    let style = Style {
        colour: QUIET,
        ..LABEL
    };
    for (fill, words) in legend {
        let wide = 900 + width(words, SIZE, Weight::Regular) + 600;
        if x > 0 && x + wide - 600 > whole {
            x = 0;
            y += LEADING + 120;
        }
        fill::draw(svg, (x, y), (700, 320), *fill);
        let lines = wrapped(words, SIZE, Weight::Regular, whole - 900);
        for (at, line) in (0_i32..).zip(&lines) {
            if at > 0 {
                y += LEADING;
            }
            svg.text(x + 900, y + 265, style, line);
        }
        x += wide;
    }
    y + LEADING + 60
}
