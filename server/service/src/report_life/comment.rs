use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::area::number_order;
use domain::ctx::Ctx;
use domain::form::{Form, ReportCommentForm};
use domain::id::{AccountId, ReportCommentId, ReportId};
use domain::policy::{Operation, decide, may};
use domain::report::comment::{ReportComment, ReportSection};
use domain::report::{Report, ReportState};
use domain::standing::ReportHead;
use store::repo::account::account_names;
use store::repo::area::area_list;
use store::repo::report_comment::{
    report_comment_answer, report_comment_insert, report_comment_list, report_comment_load,
};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use super::readable;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or};
use crate::id::new_id;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// A comment with the names of those who stand behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentView {
    /// The comment.
    pub comment: ReportComment,
    /// Its version.
    pub version: i32,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// By whom.
    pub written_by: Option<String>,
    /// When it was resolved.
    pub answered_at: Option<DateTime<Utc>>,
    /// By whom.
    pub answered_by: Option<String>,
}

/// The review of a report.
#[derive(Clone, Debug)]
pub struct ReportReviewView {
    /// The report.
    pub report: ReportHead,
    /// Sections that can be commented, in the order of the report, with the names of areas.
    pub sections: Vec<(ReportSection, Option<String>)>,
    /// Comments by section, oldest first.
    pub comments: Vec<CommentView>,
    /// The form of one more, and why it came back.
    pub state: FormState<ReportCommentForm>,
    /// The actor may comment: the report is under review, and they hold the right.
    pub may_comment: bool,
    /// The actor may resolve comments, or open them again.
    pub may_resolve: bool,
}

fn is_commented(report: &Report) -> bool {
    report.state == ReportState::UnderReview
}

/// Sections of the report, with the names of its areas.
async fn sections(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: &Report,
) -> Result<Vec<(ReportSection, Option<String>)>> {
    let areas = area_list(ctx, db).await?.into_iter().map(|found| found.value);
    let mut areas: Vec<_> = areas.filter(|area| area.area_set == report.area_set).collect();
    areas.sort_by_key(|area| (number_order(&area.number), area.id));
    let name_of = |section: &ReportSection| match section {
        ReportSection::Area(number) => areas
            .iter()
            .find(|area| area.number == *number)
            .map(|area| area.name.clone()),
        _ => None,
    };
    let all = ReportSection::all(areas.iter().map(|area| area.number.as_str()));
    Ok(all
        .into_iter()
        .map(|section| (section.clone(), name_of(&section)))
        .collect())
}

/// The review of a report, for those who may read what is not decided.
pub async fn report_review(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    draft_key: Option<&str>,
) -> Result<ReportReviewView> {
    let db = services.store.reader();
    let found = readable(ctx, db, id).await?;
    let records = report_comment_list(ctx, db, id).await?;
    let who: BTreeSet<AccountId> = records
        .iter()
        .flat_map(|one| [one.written_by, one.answered_by])
        .flatten()
        .collect();
    let names = account_names(ctx, db, &who).await?;
    let name = |id: Option<AccountId>| id.and_then(|id| names.get(&id).cloned());
    let state = draft_or(ctx, services, draft_key, || {
        Ok(ReportCommentForm {
            id: id.to_string(),
            ..ReportCommentForm::default()
        })
    })
    .await?;
    let open = is_commented(&found.value);
    Ok(ReportReviewView {
        report: ReportHead::of(&found.value),
        sections: sections(ctx, db, &found.value).await?,
        comments: records
            .into_iter()
            .map(|one| CommentView {
                written_by: name(one.written_by),
                answered_by: name(one.answered_by),
                comment: one.comment,
                version: one.version,
                written_at: one.written_at,
                answered_at: one.answered_at,
            })
            .collect(),
        state,
        may_comment: open && may(ctx, Operation::ReportComment, None),
        may_resolve: open && may(ctx, Operation::ReportWrite, None),
    })
}

/// Comments on a section of a report under review.
pub async fn report_comment_save(ctx: &Ctx, services: &Services, form: ReportCommentForm) -> Result<Answer> {
    decide(ctx, Operation::ReportComment, None)?;
    let id: ReportId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let found = readable(ctx, &*sending, id).await?;
    if !is_commented(&found.value) {
        return Err(ServiceError::State("only a report under review is commented"));
    }
    let sections = sections(ctx, &*sending, &found.value).await?;
    let sections: Vec<ReportSection> = sections.into_iter().map(|(section, _)| section).collect();
    let (section, text) = match form.parse(&sections) {
        Ok(parsed) => parsed,
        Err(errors) => return sending.invalid(errors).await,
    };
    let comment = ReportComment {
        id: new_id(ctx),
        report: id,
        section,
        text,
        answer: None,
    };
    report_comment_insert(ctx, &*sending, &comment).await?;
    let record = AuditRecord::new("report.comment", "report", id).after(&comment)?;
    let goto = format!("/rapporter/{id}/granskning?klart=kommenterad#k-{}", comment.id);
    sending.done(record, goto).await
}

/// Resolves a comment by saying what was done about it. Answers where to go on.
pub async fn comment_resolve(
    ctx: &Ctx,
    services: &Services,
    id: ReportCommentId,
    version: i32,
    answer: &str,
) -> Result<String> {
    change(ctx, services, id, version, Some(answer)).await
}

/// Opens a comment again. Answers where to go on.
pub async fn comment_reopen(
    ctx: &Ctx,
    services: &Services,
    id: ReportCommentId,
    version: i32,
) -> Result<String> {
    change(ctx, services, id, version, None).await
}

async fn change(
    ctx: &Ctx,
    services: &Services,
    id: ReportCommentId,
    version: i32,
    answer: Option<&str>,
) -> Result<String> {
    decide(ctx, Operation::ReportWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = report_comment_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let report = readable(ctx, &txn, found.comment.report).await?.value;
    if !is_commented(&report) {
        return Err(ServiceError::State("only a report under review is commented"));
    }
    let goto = |notice: &str| format!("/rapporter/{}/granskning?klart={notice}#k-{id}", report.id);
    let answer = answer.map(str::trim);
    if found.version != version || found.comment.is_open() != answer.is_some() {
        return Ok(goto(NOT_FIRST));
    }
    if answer.is_some_and(str::is_empty) {
        return Ok(goto("skriv-svar"));
    }
    match report_comment_answer(ctx, &txn, id, version, answer).await {
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        set => set?,
    };
    let after = ReportComment {
        answer: answer.map(str::to_owned),
        ..found.comment.clone()
    };
    let (action, notice) = match answer {
        Some(_) => ("report.comment_resolve", "atgardad"),
        None => ("report.comment_reopen", "oppen-igen"),
    };
    let record = AuditRecord::new(action, "report", report.id)
        .before(&found.comment)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto(notice))
}
