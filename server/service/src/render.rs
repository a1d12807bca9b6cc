use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::report_model::ReportModel;
use serde_json::json;

use crate::error::Result;
use crate::export_trace::exported;
use crate::report::report_view_of_year;
use crate::services::Services;

/// A file format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// For other systems.
    Json,
}

impl Format {
    /// The code used in files, on the command line and in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// Why a report could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The model holds something that the format cannot carry.
    #[error("the report cannot be written as a file: {0}")]
    Model(String),
}

/// Turns the report model into a file. Implemented by what the server puts together.
pub trait Renderer: Send + Sync {
    /// The file's bytes.
    ///
    /// # Errors
    /// Where the model holds something that the format cannot carry.
    fn render(&self, model: &ReportModel, format: Format) -> Result<Vec<u8>, RenderError>;
}

/// The report whose last year this is, as a file; that it was taken leaves its trace.
pub async fn report_render(ctx: &Ctx, services: &Services, to_year: i32, format: Format) -> Result<Vec<u8>> {
    let view = report_view_of_year(ctx, services, to_year).await?;
    let bytes = services.renderer.render(&view.model, format)?;
    let report = view.model.report.id.to_string();
    let told = BTreeMap::from([("format", json!(format.code()))]);
    exported(ctx, services, "report.export", "report", &report, &told).await?;
    Ok(bytes)
}
