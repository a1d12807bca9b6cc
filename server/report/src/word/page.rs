//! Sheets of paper: A4, upright or lying. Lengths are in twentieths of a point, as Word counts.

use super::relations::Relations;
use super::xml::Xml;

const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u32 = 1_418;
const TOP: u32 = 1_701;

/// How a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Orientation {
    Portrait,
    Landscape,
}

impl Orientation {
    pub(super) const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
        }
    }

    fn size(self) -> (u32, u32) {
        match self {
            Self::Portrait => (SHORT, LONG),
            Self::Landscape => (LONG, SHORT),
        }
    }

    /// Between the margins.
    pub(super) fn text_width(self) -> u32 {
        self.size().0 - 2 * MARGIN
    }

    /// The same from top to bottom.
    pub(super) fn text_height(self) -> u32 {
        self.size().1 - TOP - MARGIN
    }
}

/// The names of heads and feet.
pub(super) struct Frames {
    cover: (String, String),
    heads: [String; 2],
    foot: String,
}

impl Frames {
    pub(super) fn related(relations: &mut Relations) -> Self {
        let cover = (
            relations.add("header", "header-cover.xml"),
            relations.add("footer", "footer-cover.xml"),
        );
        let head =
            |orientation: Orientation| relations.add("header", &format!("header-{}.xml", orientation.name()));
        Self {
            cover,
            heads: Orientation::ALL.map(head),
            foot: relations.add("footer", "footer.xml"),
        }
    }

    fn head(&self, orientation: Orientation) -> &str {
        let [portrait, landscape] = &self.heads;
        match orientation {
            Orientation::Portrait => portrait,
            Orientation::Landscape => landscape,
        }
    }
}

/// Ends a section that something else follows: in a paragraph that takes no place.
pub(super) fn section_end(xml: &mut Xml, frames: &Frames, orientation: Orientation, has_cover: bool) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.val("w:pStyle", "SectionEnd");
            section(xml, frames, orientation, has_cover);
        });
    });
}

/// What a section is like; the last one stands at the end of the body.
pub(super) fn section(xml: &mut Xml, frames: &Frames, orientation: Orientation, has_cover: bool) {
    xml.within("w:sectPr", &[], |xml| {
        let mut frame = |name: &str, which: &str, id: &str| {
            xml.empty(name, &[("w:type", which), ("r:id", id)]);
        };
        frame("w:headerReference", "default", frames.head(orientation));
        if has_cover {
            frame("w:headerReference", "first", &frames.cover.0);
        }
        frame("w:footerReference", "default", &frames.foot);
        if has_cover {
            frame("w:footerReference", "first", &frames.cover.1);
        }
        xml.val("w:type", "nextPage");
        let (width, height) = orientation.size();
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if orientation == Orientation::Landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let (top, side) = (TOP.to_string(), MARGIN.to_string());
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", top.as_str()),
                ("w:right", &side),
                ("w:bottom", &side),
                ("w:left", &side),
                ("w:header", "680"),
                ("w:footer", "680"),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:cols", &[("w:space", "708")]);
        if has_cover {
            xml.empty("w:titlePg", &[]);
        }
    });
}
