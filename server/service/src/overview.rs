use domain::ctx::Ctx;
use domain::policy::{Operation, decide, may};
use domain::standing::{ReportHead, Standing};

use crate::error::Result;
use crate::example::is_loaded;
use crate::services::Services;
use crate::standing::{chosen, heads, readable, reports_newest_first, standing};

/// What the overview shows.
#[derive(Clone, Debug)]
pub struct OverviewView {
    /// Reports to turn to, newest first.
    pub reports: Vec<ReportHead>,
    /// The chosen one's standing; none while there is no report at all.
    pub standing: Option<Standing>,
    /// The report itself may be opened.
    pub report_readable: bool,
    /// Its cut-off is still to come: all is judged as it will stand then, with what is known today.
    pub ahead: bool,
    /// The example is loaded: not all of this is the agency's own.
    pub example: bool,
    /// Whoever asks may remove it.
    pub may_remove_example: bool,
}

/// The overview of the report with this last year; of the newest where none is asked for.
pub async fn overview_view(ctx: &Ctx, services: &Services, to_year: Option<i32>) -> Result<OverviewView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    if reports.is_empty() && to_year.is_none() {
        return Ok(OverviewView {
            reports: Vec::new(),
            standing: None,
            report_readable: false,
            ahead: false,
            example: false,
            may_remove_example: false,
        });
    }
    let report = chosen(&reports, to_year)?;
    Ok(OverviewView {
        standing: Some(standing(ctx, services, report).await?),
        report_readable: readable(ctx, report.state),
        ahead: report.cut_off > ctx.today(),
        reports: heads(&reports),
        example: is_loaded(ctx, services.store.reader()).await?,
        may_remove_example: may(ctx, Operation::StructureWrite, None),
    })
}
