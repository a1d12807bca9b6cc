//! Links by which somebody without an account reads a decided report for a time: making, listing and withdrawing them,
//! and reading by one.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::ctx::Ctx;
use domain::form::{Form, ReportLinkForm};
use domain::id::{AccountId, ReportId, ReportLinkId};
use domain::policy::{Operation, decide};
use domain::report::Report;
use domain::report::link::{LinkState, ReportLink, latest_end, usual_end};
use domain::standing::ReportHead;
use store::repo::account::account_names;
use store::repo::report::report_load;
use store::repo::report_link::{
    LinkRecord, report_link_by_hash, report_link_insert, report_link_list, report_link_load,
    report_link_touch, report_link_withdraw,
};
use store::{AuditRecord, ConnectionTrait, Trail, Versioned};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid};
use crate::id::new_id;
use crate::kept_note::NOT_FIRST;
use crate::render::{Format, outside_file};
use crate::report::{ReportView, view_of};
use crate::services::Services;
use crate::token::{new_token, token_hash};

/// That somebody came by a link is noted at most so often: a program that asks all the time does not keep the writer
/// busy.
const TOUCH: Duration = Duration::minutes(5);

/// A link in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkItem {
    /// The link.
    pub link: ReportLink,
    /// Whether it leads anywhere today.
    pub state: LinkState,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// By whom.
    pub made_by: Option<String>,
    /// When somebody last came by it, to a few minutes.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The links to a report, and the form that makes another.
#[derive(Clone, Debug)]
pub struct ReportShareView {
    /// The report.
    pub report: ReportHead,
    /// Links, the newest first.
    pub links: Vec<LinkItem>,
    /// The first and the last day that a new one may end on.
    pub ends_within: (NaiveDate, NaiveDate),
    /// The form of a new one, and why it came back.
    pub state: FormState<ReportLinkForm>,
}

/// What became of the form that makes a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkMade {
    /// It was made. The secret is shown once and stored nowhere.
    Made(String),
    /// It was not, or it had been made by an earlier sending.
    Answer(Answer),
}

/// What somebody who came by a link reads.
#[derive(Clone, Debug)]
pub struct SharedReport {
    /// The report as it was decided.
    pub view: ReportView,
    /// The last day on which the link leads here.
    pub ends_on: NaiveDate,
}

/// The report, where it is decided: nothing else is shared.
async fn decided(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportId) -> Result<Versioned<Report>> {
    let found = report_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    if !found.value.state.is_decided() {
        return Err(ServiceError::State("only a decided report is shared"));
    }
    Ok(found)
}

/// The links to a decided report, for those who may make them.
///
/// # Errors
/// Where the report is not decided.
pub async fn report_share_view(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    draft_key: Option<&str>,
) -> Result<ReportShareView> {
    decide(ctx, Operation::ReportShare, None)?;
    let db = services.store.reader();
    let found = decided(ctx, db, id).await?;
    let records = report_link_list(ctx, db, id).await?;
    let who: BTreeSet<AccountId> = records.iter().filter_map(|one| one.made_by).collect();
    let names = account_names(ctx, db, &who).await?;
    let today = ctx.today();
    let state = draft_or(ctx, services, draft_key, || {
        Ok(ReportLinkForm {
            id: id.to_string(),
            ends_on: usual_end(today).to_string(),
            ..ReportLinkForm::default()
        })
    })
    .await?;
    Ok(ReportShareView {
        report: ReportHead::of(&found.value),
        links: records
            .into_iter()
            .map(|one| LinkItem {
                state: one.link.state(one.withdrawn_at.is_some(), today),
                link: one.link,
                made_at: one.made_at,
                made_by: one.made_by.and_then(|id| names.get(&id).cloned()),
                used_at: one.used_at,
                withdrawn_at: one.withdrawn_at,
            })
            .collect(),
        ends_within: (today, latest_end(today)),
        state,
    })
}

/// Makes a link to a decided report.
///
/// # Errors
/// Where the report is not decided.
pub async fn report_link_make(ctx: &Ctx, services: &Services, form: ReportLinkForm) -> Result<LinkMade> {
    decide(ctx, Operation::ReportShare, None)?;
    let report: ReportId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return Ok(LinkMade::Answer(invalid(ctx, services, &form, errors).await?)),
    };
    let secret = new_token()?;
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(LinkMade::Answer(answer)),
    };
    decided(ctx, &*sending, report).await?;
    let link = ReportLink {
        id: new_id(ctx),
        report,
        for_whom: new.for_whom,
        ends_on: new.ends_on,
    };
    report_link_insert(ctx, &*sending, &link, &token_hash(&secret)).await?;
    let record = AuditRecord::new("report_link.make", "report", report).after(&link)?;
    // Whoever sends it again is told that it is made: the secret cannot be shown a second time.
    sending.done(record, goto(report, "lank-fanns")).await?;
    Ok(LinkMade::Made(secret))
}

fn goto(report: ReportId, notice: &str) -> String {
    format!("/rapporter/{report}/delning?klart={notice}")
}

/// Withdraws a link: from now on it leads nowhere. Answers where to go on.
pub async fn report_link_stop(ctx: &Ctx, services: &Services, id: ReportLinkId) -> Result<String> {
    decide(ctx, Operation::ReportShare, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = report_link_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let report = found.link.report;
    if !report_link_withdraw(ctx, &txn, id).await? {
        return Ok(goto(report, NOT_FIRST));
    }
    let record = AuditRecord::new("report_link.withdraw", "report", report).before(&found.link)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto(report, "aterkallad"))
}

/// The link of a secret, while it leads anywhere, with its report.
async fn followed(ctx: &Ctx, services: &Services, secret: &str) -> Result<(LinkRecord, Report)> {
    let db = services.store.reader();
    let found = report_link_by_hash(ctx, db, &token_hash(secret)).await?;
    let found = found.ok_or(ServiceError::NotFound)?;
    if found.link.state(found.withdrawn_at.is_some(), ctx.today()) != LinkState::Holds {
        return Err(ServiceError::NotFound);
    }
    let report = decided(ctx, db, found.link.report).await;
    let report = report.map_err(|_| ServiceError::NotFound)?.value;
    let is_due = found.used_at.is_none_or(|at| ctx.now - at > TOUCH);
    if is_due && let Err(error) = report_link_touch(ctx, services.store.unaudited(), found.link.id).await {
        // Whoever may read it reads it, noted or not.
        ServiceError::from(error).log(ctx);
    }
    Ok((found, report))
}

/// The report that a secret leads to, as it was decided. Open to everybody who holds the secret.
///
/// # Errors
/// Not found, and nothing more, where the secret is nobody's, or where its link has ended or was withdrawn.
pub async fn report_shared(ctx: &Ctx, services: &Services, secret: &str) -> Result<SharedReport> {
    let (found, report) = followed(ctx, services, secret).await?;
    Ok(SharedReport {
        view: view_of(ctx, services, &report).await?,
        ends_on: found.link.ends_on,
    })
}

/// The same as a file: the bytes that were stored with the decision.
///
/// # Errors
/// As for the report itself.
pub async fn report_shared_file(
    ctx: &Ctx,
    services: &Services,
    secret: &str,
    format: Format,
) -> Result<(Report, Vec<u8>)> {
    let (_, report) = followed(ctx, services, secret).await?;
    let bytes = outside_file(ctx, services, &report, format).await?;
    Ok((report, bytes))
}
