//! The portfolio from a workbook: read, tried, looked at, and taken in.
//!
//! What a file would do is found out by doing it, in a transaction that is dropped. So there is one way in
//! for a row and for a form, with the same rules, the same scopes and the same traces; and what was shown
//! as good can only fail where something else has changed meanwhile.

mod place;

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::form::WorkbookForm;
use domain::id::InitiativeId;
use domain::policy::{Operation, decide, may};
use domain::workbook::{SheetKind, Workbook, WorkbookFault};
use serde_json::json;
use store::AuditRecord;
use store::repo::exchange::exchange_load;

use crate::error::{Result, ServiceError};
use crate::exchange::sha256;
use crate::form_flow::{Answer, Begun, FormState, Sending, draft, keep};
use crate::options::{self, AreaOption, GroupOption, Offer, PortfolioOption, UnitOption};
use crate::services::Services;
use crate::token::new_token;

/// Where the guided start is, which tells how it went.
const START: &str = "/kom-igang";

/// What the page of a workbook shows.
#[derive(Clone, Debug)]
pub struct WorkbookView {
    /// What was read and what it would do; none before a file is sent.
    pub state: Option<FormState<WorkbookForm>>,
    /// The sheets that whoever asks may fill in.
    pub sheets: Vec<SheetKind>,
    /// There are benefit groups: without them no benefit can be filled in.
    pub has_groups: bool,
}

/// What the cells of an empty workbook can name.
#[derive(Clone, Debug, Default)]
pub struct WorkbookChoices {
    /// Units in use.
    pub units: Vec<UnitOption>,
    /// Portfolios in use.
    pub portfolios: Vec<PortfolioOption>,
    /// Areas in use.
    pub areas: Vec<AreaOption>,
    /// Benefit groups in use.
    pub groups: Vec<GroupOption>,
    /// Names of the initiatives.
    pub initiatives: Vec<String>,
    /// Names of the deliveries, each after that of its initiative.
    pub deliveries: Vec<(String, String)>,
    /// Short names of the benefits, each after that of its initiative.
    pub benefits: Vec<(String, String)>,
}

/// What is there already that an empty workbook lets one choose from.
pub async fn workbook_choices(ctx: &Ctx, services: &Services) -> Result<WorkbookChoices> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let all = exchange_load(ctx, &services.store.snapshot().await?).await?;
    let names: BTreeMap<_, _> = all
        .initiatives
        .iter()
        .map(|found| (found.value.id, found.value.name.clone()))
        .collect();
    let named = |of: InitiativeId, name: &str| Some((names.get(&of)?.clone(), name.to_owned()));
    let deliveries = all.deliveries.iter().map(|found| &found.value);
    let benefits = all.benefits.iter().map(|found| &found.value);
    let mut deliveries: Vec<_> = deliveries
        .filter_map(|one| named(one.initiative, &one.name))
        .collect();
    let mut benefits: Vec<_> = benefits
        .filter_map(|one| named(one.initiative, one.title.as_deref()?))
        .collect();
    deliveries.sort();
    benefits.sort();
    let mut initiatives: Vec<String> = names.into_values().collect();
    initiatives.sort();
    Ok(WorkbookChoices {
        initiatives,
        deliveries,
        benefits,
        units: options::units(ctx, db, Offer::Today(&[])).await?,
        portfolios: options::portfolios(ctx, db, Offer::Today(&[])).await?,
        areas: options::areas(ctx, db, Offer::Today(&[])).await?,
        groups: options::groups(ctx, db, Offer::Today(&[])).await?,
    })
}

/// Tries a workbook and keeps it with what it would do, or why it could not be read. Gives the key that it
/// is kept under; nothing of it is taken in.
pub async fn workbook_try(
    ctx: &Ctx,
    services: &Services,
    file: &str,
    read: std::result::Result<Workbook, WorkbookFault>,
) -> Result<String> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let form = WorkbookForm {
        submission: new_token()?,
        file: file.to_owned(),
        ..WorkbookForm::default()
    };
    let form = match read {
        Err(fault) => WorkbookForm {
            fault: Some(fault),
            ..form
        },
        Ok(workbook) => {
            let txn = services.store.write_txn(ctx).await?;
            let (trial, _) = place::all(ctx, &txn, &workbook).await?;
            drop(txn);
            WorkbookForm {
                workbook,
                trial,
                ..form
            }
        }
    };
    keep(ctx, services, &form).await
}

/// What was read under the key, where it is still kept.
pub async fn workbook_view(ctx: &Ctx, services: &Services, key: Option<&str>) -> Result<WorkbookView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let sheets = SheetKind::ALL.into_iter();
    Ok(WorkbookView {
        state: draft(ctx, services, key).await?,
        has_groups: !options::groups(ctx, services.store.reader(), Offer::Today(&[]))
            .await?
            .is_empty(),
        sheets: sheets.filter(|sheet| may(ctx, sheet.operation(), None)).collect(),
    })
}

/// Takes in what was read under the key: all of it, or nothing.
pub async fn workbook_take(ctx: &Ctx, services: &Services, key: &str) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let state: Option<FormState<WorkbookForm>> = draft(ctx, services, Some(key)).await?;
    let mut form = state.ok_or(ServiceError::NotFound)?.form;
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (trial, mut trail) = place::all(ctx, &*sending, &form.workbook).await?;
    if !trial.may_be_taken() {
        drop(sending);
        form.trial = trial;
        return Ok(Answer::Again(keep(ctx, services, &form).await?));
    }
    let did: BTreeMap<_, _> = trial
        .counts
        .iter()
        .map(|of| (of.sheet.code(), of.added.len()))
        .collect();
    let rows = serde_json::to_string(&form.workbook)?;
    let record = AuditRecord::new("portfolio.workbook", "portfolio", sha256(&rows));
    trail.push(record.after(&json!({ "file": form.file, "did": did }))?);
    sending.done_all(trail, format!("{START}?klart=fil-inlast")).await
}
