use std::path::Path;

use chrono::NaiveDate;
use service::exchange::{portfolio_export, portfolio_import};
use service::{Format, ServiceError, Services, report_render, report_render_as_of};

use super::{CommandError, read, say, with, write};
use crate::cli::ReportFormat;
use crate::clock::operator;
use crate::open::{OpenError, new_here, open, open_to_read};

/// Opens a database for a command that makes it where there is none, and says so where it has made one in the folder that it is run
/// in: an empty one in the wrong folder answers like the right one.
pub(crate) async fn opened_or_made(
    url: &str,
    opening: impl Future<Output = Result<Services, OpenError>>,
) -> Result<Services, CommandError> {
    let new = new_here(url);
    let services = opening.await?;
    if let Some(file) = new
        && let Err(error) = say(&format!("made a new database: {}", file.display()))
    {
        services.store.close().await;
        return Err(error);
    }
    Ok(services)
}

/// Brings the schema up to date.
pub(crate) async fn migrate(url: &str) -> Result<(), CommandError> {
    with(opened_or_made(url, open(url)).await?, async |_| Ok(())).await?;
    say("the schema is up to date")
}

/// Takes in a whole portfolio.
pub(crate) async fn import(url: &str, file: &Path) -> Result<(), CommandError> {
    let bytes = read(file)?;
    let imported = with(opened_or_made(url, open(url)).await?, async |services| {
        Ok(portfolio_import(&operator(), services, &bytes).await?)
    });
    let imported = imported.await?;
    if imported.is_nothing() {
        return say("nothing new: the database holds all of it already");
    }
    say(&format!(
        "{} added, {} changed, {} decided reports stored for good",
        imported.added, imported.changed, imported.frozen
    ))
}

/// Writes the whole portfolio.
pub(crate) async fn export(url: &str, output: Option<&Path>) -> Result<(), CommandError> {
    let exported = with(open_to_read(url).await?, async |services| {
        Ok(portfolio_export(&operator(), services).await?)
    });
    write(output, &exported.await?)
}

/// Writes a report: as of its own cut-off, or of the day that is given.
pub(crate) async fn report(
    url: &str,
    (to_year, as_of): (i32, Option<NaiveDate>),
    format: ReportFormat,
    output: Option<&Path>,
) -> Result<(), CommandError> {
    let format = match format {
        ReportFormat::Html => Format::Html,
        ReportFormat::Pdf => Format::Pdf,
        ReportFormat::Docx => Format::Docx,
        ReportFormat::Xlsx => Format::Xlsx,
        ReportFormat::Csv => Format::Csv,
        ReportFormat::Json => Format::Json,
    };
    let made = with(open_to_read(url).await?, async |services| {
        let made = match as_of {
            Some(day) => report_render_as_of(&operator(), services, to_year, day, format).await,
            None => report_render(&operator(), services, to_year, format).await,
        };
        made.map_err(|error| match error {
            ServiceError::NotFound => CommandError::NoReport(to_year),
            other => other.into(),
        })
    });
    write(output, &made.await?)
}
