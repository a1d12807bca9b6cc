//! Levels by area and benefit group: a ball and a number in each cell, filled where it is decided and outlined where it is
//! proposed.

use text::hyphen;

use super::ball;
use super::svg::{Anchor, Style, Svg};
use super::wrap::wrapped;
use crate::document::{LevelMark, Matrix, Standing};
use crate::fonts::{Weight, width};
use crate::look::{INK, LINE, Look, QUIET, level_look};

const SIZE: i32 = 290;
const LEADING: i32 = 370;
/// Heads get smaller before their words are cut.
const HEADS: [i32; 6] = [270, 255, 240, 228, 216, 204];
const HEAD_LEADING: i32 = 300;
const BALL: i32 = 145;
const CHIP: (i32, i32) = (980, 560);
/// What the ground of a level's words keeps free beside them.
const BESIDE: i32 = 110;
/// From the line before the levels of rows to their balls, and to their words.
const TO_BALL: i32 = 250;
const TO_WORDS: i32 = TO_BALL + 2 * BALL + 150;
/// What the line around a ground takes.
const EDGE: i32 = 30;

const LABEL: Style<'_> = Style {
    size: SIZE,
    weight: Weight::Regular,
    anchor: Anchor::Start,
    colour: INK,
};

pub(super) fn draw(matrix: &Matrix, look: &Look, whole: i32) -> Svg {
    let mut svg = Svg::new(whole);
    let columns = i32::try_from(matrix.columns.len()).unwrap_or_default();
    let label_width = whole * 19 / 100;
    let (levels, level_width) = levels(matrix, whole * 14 / 100);
    let between = whole - label_width - level_width;
    let step = between / columns.max(1);
    let mut y = heads(&mut svg, matrix, label_width, step);
    svg.line((0, y), (whole, y), &look.accent.to_string(), 40);
    let level_at = whole - level_width + TO_BALL;
    for (row, level) in matrix.rows.iter().zip(levels) {
        let label = wrapped(&row.label, SIZE, Weight::Regular, label_width - 200);
        let lines = i32::try_from(label.len().max(level.len()).max(1)).unwrap_or(1);
        let height = (lines * LEADING + 300).max(CHIP.1 + 240);
        let middle = y + height / 2;
        column(&mut svg, 0, middle, LABEL, &label);
        for (at, cell) in (0_i32..).zip(&row.cells).take(matrix.columns.len()) {
            let x = label_width + at * step + step / 2;
            match cell {
                Some(mark) => chip(&mut svg, (x, middle), mark),
                None => void(&mut svg, (x, middle)),
            }
        }
        if let Some(mark) = &row.whole {
            let words_at = level_at - TO_BALL + TO_WORDS;
            let wide = words_at + widest(&level) - level_at;
            let high = CHIP.1 + (i32::try_from(level.len()).unwrap_or(1) - 1).max(0) * LEADING;
            let (ground, ink) = ground(
                &mut svg,
                (level_at - BESIDE, middle - high / 2),
                (wide + 2 * BESIDE, high),
                mark,
            );
            ball::draw(&mut svg, (level_at + BALL, middle), BALL, mark.level, ink, ground);
            let colour = if mark.standing == Standing::Decided {
                ink
            } else {
                INK
            };
            let style = Style {
                weight: Weight::Bold,
                colour,
                ..LABEL
            };
            column(&mut svg, words_at, middle, style, &level);
        }
        y += height;
        svg.line((0, y), (whole, y), LINE, 15);
    }
    let line_at = whole - level_width;
    svg.line((line_at, 0), (line_at, y), LINE, 15);
    let height = legend(&mut svg, matrix, y, whole);
    svg.set_height(height);
    svg
}

/// The lines of each row's level, and the column that they need: wide as it is meant to be, or as the longest of them with its
/// ground.
fn levels(matrix: &Matrix, meant: i32) -> (Vec<Vec<String>>, i32) {
    let lines = matrix.rows.iter().map(|row| {
        let words = row.whole.as_ref().map(|mark| mark.words.as_str());
        words.map_or_else(Vec::new, |words| {
            wrapped(words, SIZE, Weight::Bold, meant - TO_WORDS)
        })
    });
    let lines: Vec<Vec<String>> = lines.collect();
    let widest = lines.iter().map(|level| widest(level)).max();
    let needed = TO_WORDS + widest.unwrap_or_default() + BESIDE + EDGE;
    (lines, meant.max(needed))
}

fn widest(lines: &[String]) -> i32 {
    let widths = lines.iter().map(|line| width(line, SIZE, Weight::Bold));
    widths.max().unwrap_or_default()
}

/// The groups' names, standing on the line below them. Gives where that is.
fn heads(svg: &mut Svg, matrix: &Matrix, label_width: i32, step: i32) -> i32 {
    let names: Vec<String> = matrix.columns.iter().map(|name| hyphen::soft(name)).collect();
    let room = step - 40;
    let whole = |size: i32| {
        let mut pieces = names.iter().flat_map(|name| name.split([' ', '\u{ad}']));
        pieces.all(|piece| width(&format!("{piece}-"), size, Weight::Regular) <= room)
    };
    let size = HEADS
        .into_iter()
        .find(|size| whole(*size))
        .unwrap_or(HEADS[HEADS.len() - 1]);
    let heads: Vec<Vec<String>> = names
        .iter()
        .map(|name| wrapped(name, size, Weight::Regular, room))
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or_default();
    let height = i32::try_from(most).unwrap_or_default() * HEAD_LEADING + 150;
    let style = Style {
        size,
        anchor: Anchor::Middle,
        colour: QUIET,
        ..LABEL
    };
    for (at, lines) in (0_i32..).zip(&heads) {
        let mut base = height - 130 - (i32::try_from(lines.len()).unwrap_or(1) - 1) * HEAD_LEADING;
        for line in lines {
            svg.text(label_width + at * step + step / 2, base, style, line);
            base += HEAD_LEADING;
        }
    }
    height
}

/// Ball and number about a middle.
fn chip(svg: &mut Svg, (x, y): (i32, i32), mark: &LevelMark) {
    let (ground, ink) = ground(svg, (x - CHIP.0 / 2, y - CHIP.1 / 2), CHIP, mark);
    ball::draw(svg, (x - 190, y), BALL, mark.level, ink, ground);
    let style = Style {
        colour: ink,
        weight: Weight::Bold,
        ..LABEL
    };
    svg.text(x + 80, y + 105, style, &mark.level.rank().to_string());
}

/// What a mark stands on: filled where it is decided, outlined where it is proposed. Gives the colours of the ground and of
/// what is drawn on it.
fn ground(
    svg: &mut Svg,
    (x, y): (i32, i32),
    (wide, high): (i32, i32),
    mark: &LevelMark,
) -> (&'static str, &'static str) {
    let colours = level_look(mark.level);
    let (ground, ink) = match mark.standing {
        Standing::Decided => (colours.fill, colours.on),
        Standing::Proposed | Standing::Bare => ("#ffffff", colours.edge),
    };
    if mark.standing != Standing::Bare {
        let edge = if mark.standing == Standing::Decided {
            ground
        } else {
            ink
        };
        svg.element(
            "rect",
            &[
                ("x", &x),
                ("y", &y),
                ("width", &wide),
                ("height", &high),
                ("rx", &60),
                ("fill", &ground),
                ("stroke", &edge),
                ("stroke-width", &EDGE),
            ],
        );
    }
    (ground, ink)
}

/// The mark of a cell without a level.
fn void(svg: &mut Svg, (x, y): (i32, i32)) {
    svg.line((x - 90, y), (x + 90, y), QUIET, 25);
}

fn column(svg: &mut Svg, x: i32, middle: i32, style: Style<'_>, lines: &[String]) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut base = middle - (count - 1) * LEADING / 2 + style.size * 36 / 100;
    for line in lines {
        svg.text(x, base, style, line);
        base += LEADING;
    }
}

/// What the balls mean. Gives where it ends.
fn legend(svg: &mut Svg, matrix: &Matrix, below: i32, whole: i32) -> i32 {
    // The outline of the first ball lies inside the picture.
    const EDGE: i32 = 20;
    let (mut x, mut y) = (EDGE, below + 380);
    let style = Style {
        colour: QUIET,
        ..LABEL
    };
    let levels = matrix.legend.iter().map(|(level, words)| (Some(*level), words));
    for (level, words) in levels.chain(matrix.void.iter().map(|words| (None, words))) {
        let mark = |svg: &mut Svg, at: (i32, i32)| match level {
            Some(level) => ball::draw(svg, at, BALL, level, level_look(level).edge, "#ffffff"),
            None => void(svg, at),
        };
        let wide = 2 * BALL + 150 + width(words, SIZE, Weight::Regular) + 600;
        if x > EDGE && x + wide - 600 > whole {
            x = EDGE;
            y += LEADING + 100;
        }
        mark(svg, (x + BALL, y));
        svg.text(x + 2 * BALL + 150, y + 105, style, words);
        x += wide;
    }
    if matrix.legend.is_empty() && matrix.void.is_none() {
        below + 30
    } else {
        y + 260
    }
}
