//! The document as a PDF that is PDF/A-2a and PDF/UA-1 both, set by typst in this process.

mod clean;
mod data;
mod tables;
mod texts;
mod width;
mod world;

use std::collections::BTreeMap;

use service::RenderError;
use typst::diag::{SourceDiagnostic, SourceResult, Warned};
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;
use crate::look::Look;
use world::ReportWorld;

/// How many reports the typesetter keeps parts of: the same report in the other language, and one more.
const KEPT: usize = 2;

/// The document as a file: the same bytes for the same document.
///
/// # Errors
/// Where the document cannot be set, or not as the standards want it.
pub fn pdf(document: &Document, look: &Look) -> Result<Vec<u8>, RenderError> {
    let written = written(document, look);
    typst::comemo::evict(KEPT);
    written
}

fn written(document: &Document, look: &Look) -> Result<Vec<u8>, RenderError> {
    // Warnings are about the template, not about what it is given: a test has it give none.
    let pages = set(document, look)?.output.map_err(|errors| told(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| RenderError::Model(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{} {} {}",
            document.name,
            document.lang.code(),
            document.dated
        )),
        creator: Smart::Custom(Some("Nytta".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| told(&errors))
}

/// The document in pages.
fn set(document: &Document, look: &Look) -> Result<Warned<SourceResult<PagedDocument>>, RenderError> {
    let document = clean::document(document);
    let data = data::data(&document, look);
    let mut files: BTreeMap<String, Bytes> = BTreeMap::new();
    files.insert(
        "report.json".to_owned(),
        Bytes::from_string(data.json.to_string()),
    );
    for (name, picture) in data.pictures {
        files.insert(name, Bytes::from_string(picture));
    }
    let world =
        ReportWorld::new(files, document.dated).map_err(|error| RenderError::Model(error.to_string()))?;
    Ok(typst::compile(&world))
}

fn told(errors: &[SourceDiagnostic]) -> RenderError {
    let told: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    RenderError::Model(told.join("; "))
}

#[cfg(test)]
mod tests;
