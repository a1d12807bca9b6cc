//! Fills that are told apart in black and white. Lines and dots are drawn one by one: not every program that shows the
//! picture knows patterns.

use std::fmt::Write;

use super::svg::Svg;
use crate::document::Fill;
use crate::look::BAR;

/// Between the lines and the dots.
const STEP: i32 = 130;
const EDGE: i32 = 25;

/// A filled rectangle.
pub(super) fn draw(svg: &mut Svg, (x, y): (i32, i32), (width, height): (i32, i32), fill: Fill) {
    if width <= 0 || height <= 0 {
        return;
    }
    // The edge lies inside.
    let inset = EDGE / 2;
    let (inner_width, inner_height) = ((width - EDGE).max(1), (height - EDGE).max(1));
    let rect = |svg: &mut Svg, ground: &str, dashes: &str| {
        svg.element(
            "rect",
            &[
                ("x", &(x + inset)),
                ("y", &(y + inset)),
                ("width", &inner_width),
                ("height", &inner_height),
                ("fill", &ground),
                ("stroke", &BAR),
                ("stroke-width", &EDGE),
                ("stroke-dasharray", &dashes),
            ],
        );
    };
    match fill {
        Fill::Solid => rect(svg, BAR, "none"),
        Fill::Dashed => rect(svg, "#ffffff", "90 60"),
        Fill::Hatched => {
            rect(svg, "#ffffff", "none");
            let path = hatches((x, y), (width, height));
            svg.element("path", &[("d", &path), ("stroke", &BAR), ("stroke-width", &40)]);
        }
        Fill::Dotted => {
            rect(svg, "#ffffff", "none");
            let path = dots((x, y), (width, height));
            svg.element(
                "path",
                &[
                    ("d", &path),
                    ("stroke", &BAR),
                    ("stroke-width", &50),
                    ("stroke-linecap", &"round"),
                ],
            );
        }
    }
}

/// Lines that rise to the right, cut off at the edges.
fn hatches((x, y): (i32, i32), (width, height): (i32, i32)) -> String {
    let mut path = String::new();
    let mut foot = STEP;
    while foot < width + height {
        // From the top or the right edge to the left edge or the bottom.
        let (from_x, from_y) = (x + foot.min(width), y + (foot - width).max(0));
        let (to_x, to_y) = (x + (foot - height).max(0), y + foot.min(height));
        // Writing to a string cannot fail.
        write!(path, "M{from_x} {from_y}L{to_x} {to_y}").ok();
        foot += STEP;
    }
    path
}

fn dots((x, y): (i32, i32), (width, height): (i32, i32)) -> String {
    let mut path = String::new();
    let middle = |length: i32| (length % STEP) / 2 + STEP / 2;
    let mut down = middle(height);
    while down < height {
        let mut right = middle(width);
        while right < width {
            write!(path, "M{} {}h0", x + right, y + down).ok();
            right += STEP;
        }
        down += STEP;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(path: &str) -> Vec<i32> {
        path.split(|character: char| !character.is_ascii_digit() && character != '-')
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect()
    }

    #[test]
    fn lines_stay_inside_and_are_at_half_a_right_angle() {
        for (width, height) in [(2000, 400), (150, 400), (400, 400), (50, 50)] {
            let path = hatches((1000, 700), (width, height));
            let lines = numbers(&path);
            let lines: Vec<&[i32]> = lines.chunks(4).collect();
            assert!(!lines.is_empty() || width + height <= STEP, "{width}");
            for line in lines {
                let &[from_x, from_y, to_x, to_y] = line else {
                    panic!("{line:?}")
                };
                for x in [from_x, to_x] {
                    assert!((1000..=1000 + width).contains(&x), "{x} of {width}");
                }
                for y in [from_y, to_y] {
                    assert!((700..=700 + height).contains(&y), "{y} of {height}");
                }
                assert_eq!((from_x - to_x).abs(), (from_y - to_y).abs(), "{line:?}");
            }
        }
    }

    #[test]
    fn each_fill_looks_its_own() {
        let drawn = |fill| {
            let mut svg = Svg::new(1000);
            draw(&mut svg, (0, 0), (900, 400), fill);
            svg.finish("")
        };
        let all = [Fill::Solid, Fill::Hatched, Fill::Dashed, Fill::Dotted].map(drawn);
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                assert_ne!(one, other);
            }
        }
    }
}
