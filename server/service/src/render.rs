use domain::ctx::Ctx;
use domain::report_model::ReportModel;

use crate::error::Result;
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

/// The report whose last year this is, as a file.
pub async fn report_render(ctx: &Ctx, services: &Services, to_year: i32, format: Format) -> Result<Vec<u8>> {
    let view = report_view_of_year(ctx, services, to_year).await?;
    Ok(services.renderer.render(&view.model, format)?)
}
