use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::report::Report;
use domain::report::correction::ReportCorrection;
use domain::report_model::ReportModel;
use serde_json::json;
use store::repo::audit_event::{audit_head_load, audit_link_first};
use store::repo::report_rendering::report_rendering_list;
use store::repo::stored_file::stored_file_load;
use store::{AuditRecord, Trail};
use tokio::task::spawn_blocking;

use crate::error::{Result, ServiceError};
use crate::report::{ReportView, report_view, report_view_of_year, view_of};
use crate::report_life::renderings_put;
use crate::services::Services;

/// A file format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To be read, printed and archived.
    Pdf,
    /// To be edited.
    Docx,
    /// Its tables as a workbook.
    Xlsx,
    /// Its tables as text.
    Csv,
    /// For other systems.
    Json,
    /// One self-contained page.
    Html,
}

impl Format {
    /// All formats, in the order in which people look for them.
    pub const ALL: [Self; 6] = [
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Html,
    ];

    /// The code used in files, on the command line, in addresses and in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// The format with this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Html => "text/html; charset=utf-8",
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
    /// The file's bytes. `audit_head` is the link of the audit chain that the last appendix prints, number and hash.
    ///
    /// # Errors
    /// Where the model holds something that the format cannot carry.
    fn render(&self, model: &ReportModel, format: Format, audit_head: &str) -> Result<Vec<u8>, RenderError>;

    /// The corrections of a decided report as a file beside its own. They are made, by number.
    ///
    /// # Errors
    /// Where they hold something that the format cannot carry, or the format is neither PDF nor JSON.
    fn render_corrections(
        &self,
        model: &ReportModel,
        corrections: &[ReportCorrection],
        format: Format,
    ) -> Result<Vec<u8>, RenderError>;
}

/// A report as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedFile {
    /// Its format.
    pub format: Format,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The report in every format. It is made off the threads that answer.
pub(crate) async fn render_all(
    services: &Services,
    model: &Arc<ReportModel>,
    audit_head: &str,
) -> Result<Vec<RenderedFile>> {
    let mut files = Vec::with_capacity(Format::ALL.len());
    for format in Format::ALL {
        let bytes = render(services, model, format, audit_head).await?;
        files.push(RenderedFile { format, bytes });
    }
    Ok(files)
}

pub(crate) async fn render(
    services: &Services,
    model: &Arc<ReportModel>,
    format: Format,
    audit_head: &str,
) -> Result<Vec<u8>> {
    let (renderer, model) = (services.renderer.clone(), model.clone());
    let head = audit_head.to_owned();
    let rendered = spawn_blocking(move || renderer.render(&model, format, &head)).await;
    let rendered = rendered.map_err(|error| RenderError::Model(error.to_string()))?;
    Ok(rendered?)
}

/// The corrections of a report as a file. It is made off the threads that answer.
pub(crate) async fn corrections_render(
    services: &Services,
    model: ReportModel,
    corrections: Vec<ReportCorrection>,
    format: Format,
) -> Result<Vec<u8>> {
    let renderer = services.renderer.clone();
    let rendered = spawn_blocking(move || renderer.render_corrections(&model, &corrections, format)).await;
    let rendered = rendered.map_err(|error| RenderError::Model(error.to_string()))?;
    Ok(rendered?)
}

/// The report whose last year this is, as a file; that it was taken leaves its trace.
pub async fn report_render(ctx: &Ctx, services: &Services, to_year: i32, format: Format) -> Result<Vec<u8>> {
    let view = report_view_of_year(ctx, services, to_year).await?;
    file(ctx, services, view, format).await
}

/// A report as a file; that it was taken leaves its trace.
pub async fn report_file(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    format: Format,
) -> Result<(ReportModel, Vec<u8>)> {
    let view = report_view(ctx, services, id).await?;
    let model = view.model.clone();
    Ok((model, file(ctx, services, view, format).await?))
}

/// Of a decided report the bytes that were stored. One that came decided from elsewhere has none of a format until
/// somebody asks for it: they are made then, once and for all, from what is frozen.
async fn file(ctx: &Ctx, services: &Services, view: ReportView, format: Format) -> Result<Vec<u8>> {
    let (id, decided) = (view.model.report.id, view.model.report.state.is_decided());
    let stored = match decided {
        true => stored(ctx, services, id, format).await?,
        false => None,
    };
    let bytes = match &stored {
        Some(bytes) => bytes.clone(),
        None => {
            let head = printed_link(ctx, services, id, decided).await?;
            render(services, &Arc::new(view.model), format, &head).await?
        }
    };
    let txn = services.store.write_txn(ctx).await?;
    let told = BTreeMap::from([("format", json!(format.code()))]);
    let record = AuditRecord::new("report.export", "report", id).after(&told)?;
    if decided && stored.is_none() {
        // Another may have been first: theirs are the bytes then.
        let there = report_rendering_list(ctx, &txn, id).await?;
        if let Some(first) = there.into_iter().find(|one| one.format == format.code()) {
            let file = stored_file_load(ctx, &txn, &first.hash).await?;
            let bytes = file.ok_or(ServiceError::NotFound)?.bytes;
            txn.commit(Trail::one(record)).await?;
            return Ok(bytes);
        }
        let file = RenderedFile {
            format,
            bytes: bytes.clone(),
        };
        renderings_put(ctx, &txn, id, &[file]).await?;
    }
    txn.commit(Trail::one(record)).await?;
    Ok(bytes)
}

/// The link of the audit chain that a report's files print: of a decided one that by which it was frozen, whenever each
/// of its files is made, so that all of them print the same; of an open one the newest.
async fn printed_link(ctx: &Ctx, services: &Services, id: ReportId, decided: bool) -> Result<String> {
    let db = services.store.reader();
    if decided
        && let Some(link) = audit_link_first(ctx, db, "report.freeze", ("report", &id.to_string())).await?
    {
        return Ok(link.head.to_string());
    }
    Ok(audit_head_load(ctx, db).await?.to_string())
}

/// A file of a decided report for somebody outside. It leaves no trace that it was taken, or strangers would fill the
/// log; only that it was made, once, where it was not stored yet.
pub(crate) async fn outside_file(
    ctx: &Ctx,
    services: &Services,
    report: &Report,
    format: Format,
) -> Result<Vec<u8>> {
    if let Some(bytes) = stored(ctx, services, report.id, format).await? {
        return Ok(bytes);
    }
    let view = view_of(ctx, services, report).await?;
    file(ctx, services, view, format).await
}

/// Makes those files of a decided report that are not stored yet.
pub(crate) async fn renderings_complete(ctx: &Ctx, services: &Services, report: &Report) -> Result<()> {
    let there = report_rendering_list(ctx, services.store.reader(), report.id).await?;
    for format in Format::ALL {
        if !there.iter().any(|one| one.format == format.code()) {
            outside_file(ctx, services, report, format).await?;
        }
    }
    Ok(())
}

async fn stored(ctx: &Ctx, services: &Services, id: ReportId, format: Format) -> Result<Option<Vec<u8>>> {
    let db = services.store.reader();
    let there = report_rendering_list(ctx, db, id).await?;
    let Some(found) = there.into_iter().find(|one| one.format == format.code()) else {
        return Ok(None);
    };
    let file = stored_file_load(ctx, db, &found.hash).await?;
    Ok(Some(file.ok_or(ServiceError::NotFound)?.bytes))
}
