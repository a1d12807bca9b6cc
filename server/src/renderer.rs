use domain::report::correction::ReportCorrection;
use domain::report_model::ReportModel;
use report::Look;
use report::document::{corrections, document};
use service::{Format, RenderError, Renderer};
use text::Lang;

/// All renderings of the report: pages by the app, files by the report crate. A report is in the agency's own language,
/// whoever asks for it.
pub(crate) struct Renderings;

impl Renderer for Renderings {
    fn render(&self, model: &ReportModel, format: Format, audit_head: &str) -> Result<Vec<u8>, RenderError> {
        let laid_out = || document(model, Lang::Sv, Some(audit_head));
        match format {
            Format::Html => {
                let css = [app::STYLE_TOKENS, app::STYLE].concat();
                let page = app::pages::report::report_html(model, Lang::Sv, &css, Some(audit_head));
                Ok(page.into_bytes())
            }
            Format::Json => report::json(model),
            Format::Xlsx => report::tables::xlsx(&laid_out(), &report::tables::data_tables(model, Lang::Sv)),
            Format::Csv => Ok(report::tables::csv(
                &laid_out(),
                &report::tables::data_tables(model, Lang::Sv),
            )),
            Format::Pdf => report::pdf::pdf(&laid_out(), &look(model)),
            Format::Docx => report::word::word_file(&laid_out(), &look(model)),
        }
    }

    fn render_corrections(
        &self,
        model: &ReportModel,
        made: &[ReportCorrection],
        format: Format,
    ) -> Result<Vec<u8>, RenderError> {
        match format {
            Format::Pdf => report::pdf::pdf(&corrections(model, made, Lang::Sv), &look(model)),
            Format::Json => report::corrections_json(model, made),
            other => Err(RenderError::Model(format!("no corrections as {}", other.code()))),
        }
    }
}

/// As the agency has chosen.
fn look(model: &ReportModel) -> Look {
    model
        .agency
        .colour
        .map_or_else(Look::default, |accent| Look { accent })
}
