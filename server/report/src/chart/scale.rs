//! The five-level scale, ascending from left to right: what people have judged is filled, what the system proposes is
//! outlined.

use domain::level::FulfilmentLevel;

use super::ball;
use super::svg::{Anchor, Style, Svg};
use super::wrap::wrapped;
use crate::document::{LevelMark, Scale};
use crate::fonts::Weight;
use crate::look::{INK, LINE, QUIET, SUNKEN, level_look};

const SIZE: i32 = 290;
const SMALL: i32 = 250;
const LEADING: i32 = 350;
const BOX: i32 = 700;

const NAME: Style<'_> = Style {
    size: SIZE,
    weight: Weight::Bold,
    anchor: Anchor::Middle,
    colour: INK,
};
const BESIDE: Style<'_> = Style {
    size: SMALL,
    weight: Weight::Regular,
    anchor: Anchor::Middle,
    colour: QUIET,
};

pub(super) fn draw(scale: &Scale, whole: i32) -> Svg {
    let mut svg = Svg::new(whole);
    let step = whole / 5;
    let heads: Vec<(Vec<String>, Vec<String>)> = scale
        .steps
        .iter()
        .take(5)
        .map(|(name, range)| {
            (
                wrapped(name, SIZE, Weight::Bold, step - 150),
                wrapped(range, SMALL, Weight::Regular, step - 150),
            )
        })
        .collect();
    let most = heads.iter().map(|(name, range)| name.len() + range.len()).max();
    let top = i32::try_from(most.unwrap_or_default()).unwrap_or_default() * LEADING + 60;
    let mut below = top + BOX;
    for (at, level) in (0_i32..).zip(FulfilmentLevel::ALL) {
        let middle = at * step + step / 2;
        if let Some((name, range)) = usize::try_from(at).ok().and_then(|at| heads.get(at)) {
            let lines = i32::try_from(name.len() + range.len()).unwrap_or_default();
            let mut base = top - lines * LEADING + 180;
            for (style, line) in name
                .iter()
                .map(|line| (NAME, line))
                .chain(range.iter().map(|line| (BESIDE, line)))
            {
                svg.text(middle, base, style, line);
                base += LEADING;
            }
        }
        let judged = at_level(scale.judged.as_ref(), level);
        let proposed = at_level(scale.proposed.as_ref(), level);
        field(
            &mut svg,
            (at * step, top),
            step,
            level,
            (judged.is_some(), proposed.is_some()),
        );
    }
    let mut base = top + BOX + 330;
    for (mark, weight) in [(&scale.judged, Weight::Bold), (&scale.proposed, Weight::Regular)] {
        let Some(mark) = mark else { continue };
        let at = i32::from(mark.level.rank()) - 1;
        let (x, anchor) = match at {
            0 => (0, Anchor::Start),
            4 => (whole, Anchor::End),
            _ => (at * step + step / 2, Anchor::Middle),
        };
        let style = Style {
            weight,
            anchor,
            colour: INK,
            ..BESIDE
        };
        // May be wider than its field, but not than the scale.
        for line in wrapped(&mark.words, SMALL, weight, step * 3) {
            svg.text(x, base, style, &line);
            base += LEADING;
        }
        below = base - LEADING + 120;
    }
    svg.set_height(below + 40);
    svg
}

fn at_level(mark: Option<&LevelMark>, level: FulfilmentLevel) -> Option<&LevelMark> {
    mark.filter(|mark| mark.level == level)
}

/// The field of a level.
fn field(
    svg: &mut Svg,
    (x, y): (i32, i32),
    step: i32,
    level: FulfilmentLevel,
    (judged, proposed): (bool, bool),
) {
    let colours = level_look(level);
    let ground = if judged { colours.fill } else { SUNKEN };
    let rect = |svg: &mut Svg, inset: i32, fill: &str, edge: &str, wide: i32, dashes: &str| {
        svg.element(
            "rect",
            &[
                ("x", &(x + 40 + inset)),
                ("y", &(y + 20 + inset)),
                ("width", &(step - 80 - 2 * inset)),
                ("height", &(BOX - 40 - 2 * inset)),
                ("fill", &fill),
                ("stroke", &edge),
                ("stroke-width", &wide),
                ("stroke-dasharray", &dashes),
            ],
        );
    };
    rect(
        svg,
        0,
        ground,
        if judged { colours.edge } else { LINE },
        20,
        "none",
    );
    if proposed {
        rect(
            svg,
            20,
            "none",
            if judged { colours.on } else { colours.edge },
            55,
            "160 90",
        );
    }
    let ink = match (judged, proposed) {
        (true, _) => colours.on,
        (false, true) => colours.edge,
        (false, false) => "#767a82",
    };
    let ground = if judged { ground } else { SUNKEN };
    ball::draw(svg, (x + step / 2, y + BOX / 2), 180, level, ink, ground);
}
