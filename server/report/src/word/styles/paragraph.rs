//! Styles of paragraphs.

use text::Lang;

use super::super::numbering::POINTS;
use super::super::page::Orientation;
use super::super::palette::{GAP, LINE, QUIET};
use super::style::{Characters, Paragraphs, Style};
use super::{builtin, own};

/// One line of text.
const SINGLE: Option<(u32, &str)> = Some((240, "auto"));
/// Size of the smallest text in tables, in halves of a point.
pub(super) const SMALL: u32 = 16;
/// A little more: small text.
const CLOSE: Option<(u32, &str)> = Some((259, "auto"));

pub(super) fn styles(lang: Lang, accent: &str) -> Vec<Style> {
    let mut styles = vec![Style {
        based_on: None,
        is_default: true,
        priority: 0,
        ..builtin("Normal", "Normal", Paragraphs::default(), Characters::default())
    }];
    styles.extend(headings(accent));
    styles.extend(lists());
    styles.extend(frames());
    styles.extend(cover(lang, accent));
    styles.extend(text(lang));
    styles.extend(tables(lang));
    styles
}

fn spaced(before: u32, after: u32) -> Paragraphs {
    Paragraphs {
        before: Some(before),
        after: Some(after),
        ..Paragraphs::default()
    }
}

fn sized(size: u32) -> Characters {
    Characters {
        size: Some(size),
        ..Characters::default()
    }
}

fn bold(size: u32) -> Characters {
    Characters {
        bold: true,
        ..sized(size)
    }
}

fn quiet(size: u32) -> Characters {
    Characters {
        color: Some(QUIET.to_owned()),
        ..sized(size)
    }
}

/// Space before and after, size.
const HEADINGS: [(&str, &str, u32, u32, u32); 4] = [
    ("Heading1", "heading 1", 480, 200, 36),
    ("Heading2", "heading 2", 340, 100, 27),
    ("Heading3", "heading 3", 320, 100, 22),
    ("Heading4", "heading 4", 240, 60, 20),
];

fn headings(accent: &str) -> Vec<Style> {
    let heading = |(outline, (id, name, before, after, size)): (u8, (&'static str, &str, u32, u32, u32))| {
        let paragraphs = Paragraphs {
            keep_next: Some(true),
            keep_lines: true,
            no_hyphens: true,
            line: SINGLE,
            outline: Some(outline),
            ..spaced(before, after)
        };
        let characters = Characters {
            color: (outline == 0).then(|| accent.to_owned()),
            ..bold(size)
        };
        Style {
            next: Some("Normal"),
            ..builtin(id, name, paragraphs, characters)
        }
    };
    (0..).zip(HEADINGS).map(heading).collect()
}

/// Points and the list of contents.
fn lists() -> Vec<Style> {
    let points = Paragraphs {
        list: Some(POINTS),
        ..spaced(0, 80)
    };
    let heading = Paragraphs {
        keep_next: Some(true),
        page_break_before: true,
        line: SINGLE,
        ..spaced(480, 240)
    };
    let right = Orientation::Portrait.text_width();
    let entry = |before, left| Paragraphs {
        tab: Some(("right", "dot", right)),
        left,
        line: CLOSE,
        ..spaced(before, 40)
    };
    let listed = |style: Style| Style {
        priority: 39,
        ..style
    };
    vec![
        builtin("ListBullet", "List Bullet", points, Characters::default()),
        listed(builtin("TOCHeading", "TOC Heading", heading, bold(36))),
        listed(builtin("TOC1", "toc 1", entry(160, 0), bold(20))),
        listed(builtin("TOC2", "toc 2", entry(0, 340), Characters::default())),
    ]
}

/// Heads and feet of pages.
fn frames() -> Vec<Style> {
    let head = Paragraphs {
        line: SINGLE,
        line_below: Some(LINE.to_owned()),
        no_hyphens: true,
        ..spaced(0, 0)
    };
    let foot = Paragraphs {
        line: SINGLE,
        align: Some("right"),
        ..spaced(0, 0)
    };
    let framed = |style: Style| Style {
        priority: 99,
        ..style
    };
    vec![
        framed(builtin("Header", "header", head, quiet(16))),
        framed(builtin("Footer", "footer", foot, quiet(16))),
    ]
}

/// Where what is said begins on the cover, right of its label. Names of areas are long.
const FACTS: u32 = 2_835;
const LEVELS: u32 = 4_700;

fn cover(lang: Lang, accent: &str) -> Vec<Style> {
    let usual = Characters::default;
    let large = |before, after| Paragraphs {
        line: SINGLE,
        no_hyphens: true,
        ..spaced(before, after)
    };
    let title = Characters {
        color: Some(accent.to_owned()),
        ..bold(60)
    };
    let subtitle = Paragraphs {
        line_below: Some(accent.to_owned()),
        ..large(0, 360)
    };
    let mark = Paragraphs {
        line_left: Some(GAP.to_owned()),
        left: 200,
        ..large(0, 0)
    };
    let labelled = |before, column| Paragraphs {
        tab: Some(("left", "none", column)),
        left: column,
        hanging: column,
        line: CLOSE,
        ..spaced(before, 60)
    };
    let name = |key| lang.t(key);
    let marked = Characters {
        color: Some(GAP.to_owned()),
        ..bold(24)
    };
    vec![
        builtin("Title", "Title", large(2_380, 240), title),
        builtin("Subtitle", "Subtitle", subtitle, quiet(28)),
        own(
            "CoverAgency",
            name("report-word-style-agency"),
            large(0, 400),
            bold(26),
        ),
        own("CoverMark", name("report-word-style-mark"), mark, marked),
        own(
            "CoverFact",
            name("report-word-style-fact"),
            labelled(0, FACTS),
            usual(),
        ),
        Style {
            based_on: Some("CoverFact"),
            ..own(
                "CoverFactFirst",
                name("report-word-style-first-fact"),
                labelled(320, FACTS),
                usual(),
            )
        },
        own(
            "CoverLevel",
            name("report-word-style-level"),
            labelled(0, LEVELS),
            usual(),
        ),
        Style {
            based_on: Some("CoverLevel"),
            ..own(
                "CoverLevelFirst",
                name("report-word-style-first-level"),
                labelled(320, LEVELS),
                usual(),
            )
        },
    ]
}

fn text(lang: Lang) -> Vec<Style> {
    let keeps = |paragraphs: Paragraphs| Paragraphs {
        keep_next: Some(true),
        ..paragraphs
    };
    let verdict = Paragraphs {
        line: SINGLE,
        no_hyphens: true,
        ..keeps(spaced(80, 160))
    };
    let caption = Paragraphs {
        keep_lines: true,
        line: CLOSE,
        no_hyphens: true,
        ..keeps(spaced(220, 80))
    };
    let figure_caption = Paragraphs {
        keep_next: Some(false),
        ..spaced(60, 240)
    };
    let note = Paragraphs {
        line: CLOSE,
        ..spaced(100, 160)
    };
    let means = Paragraphs {
        left: 397,
        ..spaced(0, 100)
    };
    let end = Paragraphs {
        line: Some((20, "exact")),
        ..spaced(0, 0)
    };
    let name = |key| lang.t(key);
    let usual = Characters::default;
    vec![
        Style {
            next: Some("Normal"),
            ..builtin("Caption", "caption", caption, quiet(18))
        },
        Style {
            based_on: Some("Caption"),
            ..own(
                "FigureCaption",
                name("report-word-style-figure-caption"),
                figure_caption,
                usual(),
            )
        },
        own(
            "Figure",
            name("report-word-style-figure"),
            keeps(spaced(160, 60)),
            usual(),
        ),
        own("Note", name("report-word-style-note"), note, quiet(17)),
        own(
            "Term",
            name("report-word-style-term"),
            keeps(spaced(120, 40)),
            bold(20),
        ),
        own("Means", name("report-word-style-means"), means, usual()),
        own("Verdict", name("report-word-style-verdict"), verdict, bold(30)),
        // The scale follows, or more boxes.
        own(
            "Ticks",
            name("report-word-style-ticks"),
            keeps(spaced(0, 160)),
            usual(),
        ),
        own("SectionEnd", name("report-word-style-section-end"), end, sized(2)),
    ]
}

fn tables(lang: Lang) -> Vec<Style> {
    let cell = Paragraphs {
        keep_lines: true,
        line: Some((252, "auto")),
        ..spaced(40, 40)
    };
    let head = Paragraphs {
        keep_next: Some(true),
        ..cell.clone()
    };
    let middle = |paragraphs: &Paragraphs| Paragraphs {
        align: Some("center"),
        keep_next: Some(true),
        ..paragraphs.clone()
    };
    let name = |key| lang.t(key);
    let small = |id, of, name| Style {
        based_on: Some(of),
        ..own(id, name, Paragraphs::default(), sized(SMALL))
    };
    vec![
        own(
            "TableText",
            name("report-word-style-table-text"),
            cell.clone(),
            sized(18),
        ),
        own("TableHead", name("report-word-style-table-head"), head, bold(18)),
        own(
            "TableSum",
            name("report-word-style-table-sum"),
            cell.clone(),
            bold(18),
        ),
        small(
            "TableTextSmall",
            "TableText",
            name("report-word-style-table-text-small"),
        ),
        small(
            "TableHeadSmall",
            "TableHead",
            name("report-word-style-table-head-small"),
        ),
        small(
            "TableSumSmall",
            "TableSum",
            name("report-word-style-table-sum-small"),
        ),
        own(
            "ScaleHead",
            name("report-word-style-scale-head"),
            middle(&cell),
            bold(18),
        ),
        own(
            "ScaleText",
            name("report-word-style-scale-text"),
            middle(&cell),
            sized(17),
        ),
    ]
}
