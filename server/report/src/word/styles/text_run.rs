//! Styles of characters.

use text::Lang;

use super::super::fonts::MONO;
use super::super::palette::{QUIET, SUNKEN};
use super::paragraph::SMALL;
use super::style::{Characters, Kind, Paragraphs, Style};
use super::{builtin, own};

pub(super) fn styles(lang: Lang) -> Vec<Style> {
    let strong = Characters {
        bold: true,
        ..Characters::default()
    };
    let link = Characters {
        color: Some("37408F".to_owned()),
        underline: Some("single"),
        ..Characters::default()
    };
    // No larger than the small text of tables that it stands in.
    let small = Characters {
        color: Some(QUIET.to_owned()),
        size: Some(SMALL),
        ..Characters::default()
    };
    // A dashed box, as pages have it, would tear where the line breaks, and a line or colour would look like a link.
    let gap = Characters {
        italic: true,
        ..Characters::default()
    };
    let code = Characters {
        font: Some(MONO),
        no_proof: true,
        size: Some(17),
        ..Characters::default()
    };
    let decided = Characters {
        bold: true,
        ground: Some(SUNKEN),
        ..Characters::default()
    };
    let proposed = Characters {
        outline: Some(("single", QUIET)),
        ..Characters::default()
    };
    let name = |key| lang.t(key);
    let none = Paragraphs::default;
    let mut styles = vec![
        Style {
            is_default: true,
            based_on: None,
            priority: 1,
            ..builtin(
                "DefaultParagraphFont",
                "Default Paragraph Font",
                none(),
                Characters::default(),
            )
        },
        builtin("Strong", "Strong", none(), strong),
        builtin("Hyperlink", "Hyperlink", none(), link),
        own("Small", name("report-word-style-small"), none(), small),
        own("Gap", name("report-word-style-gap"), none(), gap),
        own("Code", name("report-word-style-code"), none(), code),
        own(
            "LevelDecided",
            name("report-word-style-level-decided"),
            none(),
            decided,
        ),
        own(
            "LevelProposed",
            name("report-word-style-level-proposed"),
            none(),
            proposed,
        ),
    ];
    for style in &mut styles {
        style.kind = Kind::Character;
        style.based_on = (!style.is_default).then_some("DefaultParagraphFont");
    }
    styles
}
