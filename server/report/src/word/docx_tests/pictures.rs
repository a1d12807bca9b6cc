//! Pictures: as lines and as points, with an alternative text, or told in words.

use super::super::reading::{Parts, words};
use super::super::sample::{SVG, chart, document, picture};
use super::super::{PictureFonts, WordPicture, docx};
use super::{ACCENT, parts};

#[test]
fn every_picture_has_an_alternative_text_and_stands_both_as_lines_and_as_points() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let named = |name: &str| {
        let nodes = main.descendants().filter(|node| node.tag_name().name() == name);
        nodes
            .filter_map(|node| node.attribute("descr"))
            .collect::<Vec<_>>()
    };
    let alt = chart().alt;
    assert_eq!(named("docPr"), [alt.as_str()]);
    assert_eq!(named("cNvPr"), [alt.as_str()]);
    assert_eq!(
        main.descendants()
            .filter(|node| node.tag_name().name() == "svgBlip")
            .count(),
        1
    );
    assert_eq!(parts.text("word/media/chart1.svg"), SVG);
    assert!(parts.0["word/media/chart1.png"].starts_with(b"\x89PNG"));
}

#[test]
fn a_chart_that_cannot_be_drawn_is_told() {
    let written = docx(&document(true), ACCENT, |_| None).expect("a file");
    let parts = Parts::of(&written);
    let main = parts.tree("word/document.xml");
    assert!(words(main.root_element()).contains(&chart().alt));
    assert!(!parts.0.keys().any(|name| name.starts_with("word/media")));
}

#[test]
fn a_drawing_becomes_points_of_its_shape() {
    let picture = picture(&chart()).expect("a picture");
    assert_eq!((picture.width_mm, picture.height_mm), (160, 40));
    let header = &picture.png[16..24];
    assert_eq!(header, [0, 0, 6, 64, 0, 0, 1, 144], "1600 by 400");
    let wrong = WordPicture::of_svg("<svg".to_owned(), 160, &PictureFonts::of([])).expect_err("no drawing");
    assert!(wrong.to_string().contains("chart"), "{wrong}");
}
