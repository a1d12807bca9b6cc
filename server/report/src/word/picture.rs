//! Charts as pictures: lines where Word can show them, and points for the others.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use service::RenderError;

use super::inline::run;
use super::page::Orientation;
use super::relations::Relations;
use super::xml::Xml;
use crate::document::Chart;

/// What lengths of a drawing are counted in: so many to a millimetre, and to a twentieth of a point.
const TO_MM: u64 = 36_000;
const TO_TWENTIETH: u64 = 635;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordPicture {
    /// As lines.
    pub svg: String,
    /// The same as points.
    pub png: Vec<u8>,
    /// How wide it is shown, in whole millimetres.
    pub width_mm: u32,
    /// How high, in whole millimetres.
    pub height_mm: u32,
}

/// Points to a millimetre: what a good office printer shows.
const POINTS: u16 = 10;

/// The fonts that texts of drawings name.
pub struct PictureFonts(Arc<Database>);

impl PictureFonts {
    /// Of these files.
    pub fn of(files: impl IntoIterator<Item = &'static [u8]>) -> Self {
        let mut fonts = Database::new();
        for file in files {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        Self(Arc::new(fonts))
    }
}

impl WordPicture {
    /// A drawing, so wide, as lines and as points.
    ///
    /// # Errors
    /// Where it is no drawing.
    pub fn of_svg(svg: String, width_mm: u16, fonts: &PictureFonts) -> Result<Self, RenderError> {
        let wrong = |what: &str| RenderError::Model(format!("a chart cannot be drawn as points: {what}"));
        let options = Options {
            fontdb: Arc::clone(&fonts.0),
            ..Options::default()
        };
        let tree = Tree::from_str(&svg, &options).map_err(|error| wrong(&error.to_string()))?;
        let across = u32::from(width_mm.max(1)) * u32::from(POINTS);
        let size = tree.size().to_int_size();
        let size = size
            .scale_to_width(across)
            .ok_or_else(|| wrong("it has no size"))?;
        let mut points = Pixmap::new(size.width(), size.height()).ok_or_else(|| wrong("it is too large"))?;
        points.fill(Color::WHITE);
        let of = tree.size();
        #[expect(
            clippy::float_arithmetic,
            clippy::cast_precision_loss,
            reason = "lengths of a picture in points, far below what a float holds exactly"
        )]
        let scale = Transform::from_scale(
            size.width() as f32 / of.width(),
            size.height() as f32 / of.height(),
        );
        resvg::render(&tree, scale, &mut points.as_mut());
        Ok(Self {
            svg,
            png: points.encode_png().map_err(|error| wrong(&error.to_string()))?,
            width_mm: width_mm.into(),
            height_mm: (size.height() / u32::from(POINTS)).max(1),
        })
    }
}

/// The pictures of a file.
pub(super) struct Pictures<'a> {
    draw: &'a dyn Fn(&Chart) -> Option<WordPicture>,
    files: Vec<(String, Vec<u8>)>,
    count: usize,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(draw: &'a dyn Fn(&Chart) -> Option<WordPicture>) -> Self {
        Self {
            draw,
            files: Vec::new(),
            count: 0,
        }
    }

    pub(super) fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.files
    }

    /// Writes a chart with its caption below.
    pub(super) fn write(&mut self, xml: &mut Xml, chart: &Chart, relations: &mut Relations, on: Orientation) {
        match (self.draw)(chart) {
            Some(picture) => {
                self.count += 1;
                let (svg, png) = (self.name("svg"), self.name("png"));
                let fallback = relations.add("image", &png);
                let lines = relations.add("image", &svg);
                let drawing = Drawing {
                    chart,
                    number: self.count.to_string(),
                    size: fitted(&picture, on),
                    fallback,
                    lines,
                };
                xml.within("w:p", &[], |xml| {
                    xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "Figure"));
                    xml.within("w:r", &[], |xml| {
                        xml.within("w:drawing", &[], |xml| drawing.write(xml))
                    });
                });
                self.files.push((png, picture.png));
                self.files.push((svg, picture.svg.into_bytes()));
            }
            // Whoever cannot see the picture is told the same.
            None => xml.within("w:p", &[], |xml| {
                xml.within("w:pPr", &[], |xml| xml.empty("w:keepNext", &[]));
                run(xml, None, &chart.alt);
            }),
        }
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "FigureCaption"));
            run(xml, Some("Strong"), &chart.label);
            run(xml, None, &format!("  {}", chart.caption));
        });
    }

    fn name(&self, extension: &str) -> String {
        format!("media/chart{}.{extension}", self.count)
    }
}

/// Width and height, no more than the page has.
fn fitted(picture: &WordPicture, on: Orientation) -> (u64, u64) {
    let (width, height) = (
        u64::from(picture.width_mm.max(1)) * TO_MM,
        u64::from(picture.height_mm.max(1)) * TO_MM,
    );
    let most_wide = u64::from(on.text_width()) * TO_TWENTIETH;
    // The caption below has to find place on the same page.
    let most_high = u64::from(on.text_height()) * TO_TWENTIETH * 4 / 5;
    let (width, height) = if width > most_wide {
        (most_wide, height * most_wide / width)
    } else {
        (width, height)
    };
    if height > most_high {
        (width * most_high / height, most_high)
    } else {
        (width, height)
    }
}

struct Drawing<'a> {
    chart: &'a Chart,
    number: String,
    size: (u64, u64),
    fallback: String,
    lines: String,
}

impl Drawing<'_> {
    fn write(&self, xml: &mut Xml) {
        let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
        xml.within("wp:inline", &none, |xml| {
            self.extent(xml, "wp:extent");
            let edge = [("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")];
            xml.empty("wp:effectExtent", &edge);
            self.named(xml, "wp:docPr");
            xml.within("wp:cNvGraphicFramePr", &[], |xml| {
                xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
            });
            xml.within("a:graphic", &[], |xml| {
                let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                xml.within("a:graphicData", &[("uri", uri)], |xml| {
                    xml.within("pic:pic", &[], |xml| self.picture(xml));
                });
            });
        });
    }

    fn picture(&self, xml: &mut Xml) {
        xml.within("pic:nvPicPr", &[], |xml| {
            self.named(xml, "pic:cNvPr");
            xml.within("pic:cNvPicPr", &[], |xml| {
                xml.empty("a:picLocks", &[("noChangeAspect", "1")]);
            });
        });
        xml.within("pic:blipFill", &[], |xml| {
            xml.within("a:blip", &[("r:embed", &self.fallback)], |xml| {
                xml.within("a:extLst", &[], |xml| {
                    let uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
                    xml.within("a:ext", &[("uri", uri)], |xml| {
                        let namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
                        let lines = [("xmlns:asvg", namespace), ("r:embed", &self.lines)];
                        xml.empty("asvg:svgBlip", &lines);
                    });
                });
            });
            xml.within("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.within("pic:spPr", &[], |xml| {
            xml.within("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                self.extent(xml, "a:ext");
            });
            xml.within("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    }

    fn extent(&self, xml: &mut Xml, name: &str) {
        let (width, height) = (self.size.0.to_string(), self.size.1.to_string());
        xml.empty(name, &[("cx", &width), ("cy", &height)]);
    }

    /// Its alternative text.
    fn named(&self, xml: &mut Xml, name: &str) {
        let named = [
            ("id", self.number.as_str()),
            ("name", self.chart.label.as_str()),
            ("descr", self.chart.alt.as_str()),
        ];
        xml.empty(name, &named);
    }
}
