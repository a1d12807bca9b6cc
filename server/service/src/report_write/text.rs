use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, ReportTextForm};
use domain::id::{BenefitGroupId, ReportId};
use domain::policy::{Operation, decide};
use domain::report::{Chapter, ChapterKey, Report};
use domain::standing::ReportHead;
use store::AuditRecord;
use store::repo::report::report_update;

use super::open;
use crate::error::{Result, ServiceError};
use crate::form_flow::{
    Answer, Begun, FormState, Sending, check_there, draft_or, invalid, one_more_row, was_first,
};
use crate::options::{self, GroupOption, Offer};
use crate::services::Services;

/// What the form of a report's texts shows.
#[derive(Clone, Debug)]
pub struct ReportTextFormView {
    /// The report.
    pub report: ReportHead,
    /// Chapters that came from the report before, and that nobody has gone through.
    pub carried: Vec<ChapterKey>,
    /// Groups that may stand against each other.
    pub groups: Vec<GroupOption>,
    /// The fields, and why they came back.
    pub state: FormState<ReportTextForm>,
}

/// The form of an open report's texts, or what was typed before.
pub async fn report_text_form(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    draft_key: Option<&str>,
) -> Result<ReportTextFormView> {
    let db = services.store.reader();
    let found = open(ctx, db, id).await?;
    let state = draft_or(ctx, services, draft_key, || {
        Ok(ReportTextForm::of(&found.value, found.version))
    })
    .await?;
    let chosen: Vec<BenefitGroupId> =
        options::chosen(state.form.conflict_one.iter().chain(&state.form.conflict_other));
    Ok(ReportTextFormView {
        report: ReportHead::of(&found.value),
        carried: found
            .value
            .chapters
            .iter()
            .filter(|chapter| chapter.carried)
            .map(|chapter| chapter.key)
            .collect(),
        groups: options::groups(ctx, db, Offer::Today(&chosen)).await?,
        state,
    })
}

/// Changes what an open report says in words.
pub async fn report_text_save(ctx: &Ctx, services: &Services, form: ReportTextForm) -> Result<Answer> {
    decide(ctx, Operation::ReportWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let id: ReportId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let before = open(ctx, &*sending, id).await?;
    let known: Vec<BenefitGroupId> = before
        .value
        .conflicts
        .iter()
        .flat_map(|conflict| conflict.groups.clone())
        .collect();
    let groups = options::groups(ctx, &*sending, Offer::Today(&known)).await?;
    let mut errors = FieldErrors::default();
    let chosen = new.conflicts.iter().flat_map(|conflict| conflict.groups.clone());
    check_there(&mut errors, "conflict_one-0", chosen, |id| {
        groups.iter().any(|group| group.id == *id)
    });
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    // What has been changed has been gone through.
    let chapters = new.chapters.into_iter().map(|chapter| {
        let same = before.value.chapter(chapter.key) == Some(chapter.text.as_str());
        Chapter {
            carried: chapter.carried && same,
            ..chapter
        }
    });
    let after = Report {
        chapters: chapters.collect(),
        conflicts: new.conflicts,
        notes: new.notes,
        ..before.value.clone()
    };
    if !was_first(report_update(ctx, &*sending, &after, form.version()).await)? {
        return sending
            .stale(ReportTextForm::of(&before.value, before.version))
            .await;
    }
    let record = AuditRecord::new("report.write", "report", id)
        .before(&before.value)?
        .after(&after)?;
    sending
        .done(record, format!("/rapporter/{id}?klart=texter"))
        .await
}
