use domain::report_model::ReportModel;
use service::{Format, RenderError, Renderer};
use text::Lang;

/// All renderings of the report: pages by the app, files by the report crate.
pub(crate) struct Renderings;

impl Renderer for Renderings {
    fn render(&self, model: &ReportModel, format: Format) -> Result<Vec<u8>, RenderError> {
        match format {
            Format::Html => {
                let css = [app::STYLE_TOKENS, app::STYLE].concat();
                Ok(app::pages::report::report_html(model, Lang::Sv, &css, None).into_bytes())
            }
            Format::Json => report::json(model),
        }
    }
}
