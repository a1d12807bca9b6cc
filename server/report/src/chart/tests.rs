use domain::level::FulfilmentLevel;

use super::*;
use crate::document::{LevelMark, Standing, sample};

/// The lines of text in a picture.
fn texts(svg: &str) -> Vec<String> {
    let parts = svg.split("<text ").skip(1);
    parts
        .map(|part| {
            let (_, after) = part.split_once('>').expect("a text");
            let (text, _) = after.split_once("</text>").expect("its end");
            text.to_owned()
        })
        .collect()
}

#[test]
fn a_chart_says_what_it_is_and_is_the_same_each_time() {
    for (at, chart) in sample::charts().iter().enumerate() {
        let svg = chart_svg(chart, &Look::default(), 160);
        let begins = r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="160.00mm""#;
        assert!(svg.starts_with(begins), "{at}: {svg}");
        assert!(svg.ends_with("</svg>"), "{at}");
        assert_eq!(
            svg,
            chart_svg(chart, &Look::default(), 160),
            "{at}: the same picture twice"
        );
        assert!(svg.contains(&svg::escaped(&chart.alt)), "{at}");
        assert_ne!(
            svg,
            chart_svg(chart, &Look::default(), 120),
            "{at}: as wide as it is asked to be"
        );
    }
}

#[test]
fn a_matrix_has_every_area_group_and_level() {
    let [matrix, _] = sample::charts();
    let svg = chart_svg(&matrix, &Look::default(), 166);
    let texts = texts(&svg);
    for text in [
        "4.1 Kundarbete",
        "Kostnads-",
        "besparing",
        "intressenter",
        "förvaltning",
        "3 Godkänd",
        "5 Full",
    ] {
        assert!(texts.iter().any(|line| line == text), "{text}: {texts:?}");
    }
    // 3 areas of 8 cells, a quarter of them without a level; each number stands beside a ball.
    let numbers = texts.iter().filter(|text| text.len() == 1).count();
    let balls = svg.matches("<circle ").count();
    assert_eq!((numbers, balls), (18, 18 + 3 + 5));
}

/// A Word page is narrower than one of the PDF: what a level's words stand on was cut off at its edge.
#[test]
fn no_ground_of_a_level_is_cut_off() {
    let [matrix, _] = sample::charts();
    for whole in [120, 150, 160, 166, 240] {
        let svg = chart_svg(&matrix, &Look::default(), whole);
        let read = roxmltree::Document::parse(&svg).expect("XML");
        let grounds = read.descendants().filter(|node| node.has_tag_name("rect"));
        let ends: Vec<i32> = grounds
            .map(|ground| {
                let number = |name: &str| -> i32 {
                    let value = ground.attribute(name).expect("it says so");
                    value.parse().expect("a number")
                };
                number("x") + number("width")
            })
            .collect();
        assert!(ends.len() > 3, "{svg}");
        assert!(
            ends.iter().all(|end| *end < i32::from(whole) * 100),
            "{whole} mm: {ends:?}"
        );
    }
}

#[test]
fn bars_have_all_their_words() {
    let [_, bars] = sample::charts();
    let texts = texts(&chart_svg(&bars, &Look::default(), 166));
    for text in [
        "Ledning och styrning",
        "2 mätta, 9 beskrivna",
        "Beskrivet i ord",
        "För tidigt",
    ] {
        assert!(texts.iter().any(|line| line == text), "{text}: {texts:?}");
    }
}

#[test]
fn a_scale_shows_who_stands_behind_which_level() {
    let scale = sample::scale();
    let both = scale_svg(&scale, 166);
    let lines = texts(&both);
    for text in [
        "3 Godkänd",
        "50–75 %",
        "Beslut: 3 Godkänd",
        "Förslag: 4 God, 76,2 %",
    ] {
        assert!(lines.iter().any(|line| line == text), "{text}: {lines:?}");
    }
    assert_eq!(both.matches("<circle ").count(), 5, "a ball a level");
    let undecided = Scale {
        judged: None,
        ..scale.clone()
    };
    let none = Scale {
        proposed: None,
        ..undecided.clone()
    };
    assert_ne!(both, scale_svg(&undecided, 166));
    assert!(
        !texts(&scale_svg(&none, 166))
            .iter()
            .any(|line| line.contains("Förslag"))
    );
    // Each level has its place.
    let judged = FulfilmentLevel::ALL.map(|level| {
        let judged = LevelMark {
            level,
            standing: Standing::Decided,
            words: "Beslut".to_owned(),
        };
        let scale = Scale {
            judged: Some(judged),
            ..none.clone()
        };
        scale_svg(&scale, 166)
    });
    for (at, one) in judged.iter().enumerate() {
        assert!(!judged.iter().skip(at + 1).any(|other| other == one), "{at}");
    }
}

#[test]
fn what_is_typed_does_not_leave_its_place() {
    let [mut matrix, _] = sample::charts();
    matrix.alt = "\"/><script>\u{0}\u{1f}\u{ffff}&amp;]]>".to_owned();
    if let Plot::Matrix(plot) = &mut matrix.plot {
        plot.columns = vec!["</text><a>".to_owned(), String::new()];
        for row in &mut plot.rows {
            row.label = "<b>\t\u{b}".to_owned();
        }
    }
    let svg = chart_svg(&matrix, &Look::default(), 60);
    assert!(
        svg.contains("<title>&quot;/&gt;&lt;script&gt;&amp;amp;]]&gt;</title>"),
        "{svg}"
    );
    for tag in ["<a>", "<b>", "<script", "\u{0}", "\u{b}", "\u{ffff}"] {
        assert!(!svg.contains(tag), "{tag}");
    }
}
