use super::{PictureFonts, WordPicture, docx};
use crate::chart::chart_svg;
use crate::document::{Block, Chart, Document};
use crate::fonts;
use crate::look::Look;
use service::RenderError;

/// As wide as the text of a page.
const WIDTH_MM: u16 = 160;

/// The document as a Word file with its charts drawn.
///
/// # Errors
/// Where a chart cannot be drawn, or a table's rows are not as wide as its heads.
pub fn word_file(document: &Document, look: &Look) -> Result<Vec<u8>, RenderError> {
    let fonts = PictureFonts::of(fonts::files());
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let drawn = charts.map(|chart| {
        let svg = chart_svg(chart, look, WIDTH_MM);
        Ok((chart, WordPicture::of_svg(svg, WIDTH_MM, &fonts)?))
    });
    let drawn: Vec<(&Chart, WordPicture)> = drawn.collect::<Result<_, RenderError>>()?;
    docx(document, &look.accent.to_string(), |chart| {
        let found = drawn.iter().find(|(of, _)| *of == chart);
        found.map(|(_, picture)| picture.clone())
    })
}
