use domain::ctx::Ctx;
use domain::form::{CorrectionForm, Form};
use domain::id::{ReportCorrectionId, ReportId};
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report::comment::ReportSection;
use domain::report::correction::{ReportCorrection, in_force, made};
use domain::report_model::ReportModel;
use domain::standing::ReportHead;
use store::repo::frozen_report::frozen_report_load;
use store::repo::report::report_load;
use store::repo::report_correction::{
    report_correction_delete, report_correction_insert, report_correction_list, report_correction_load,
    report_correction_update,
};
use store::{AuditRecord, StoreError, Trail, Versioned};

use super::Way;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, was_first};
use crate::id::new_id;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// A decided report as it is frozen: what corrections are made of.
pub(super) struct Original {
    pub(super) report: Report,
    pub(super) model: ReportModel,
    pub(super) sha256: String,
}

impl Original {
    /// The report, for all who may read it. One that is not decided is changed, not corrected.
    pub(super) async fn load(ctx: &Ctx, services: &Services, id: ReportId) -> Result<Self> {
        decide(ctx, Operation::PortfolioRead, None)?;
        let db = services.store.reader();
        let report = report_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
        let frozen = frozen_report_load(ctx, db, id).await?;
        let frozen = frozen.ok_or(ServiceError::NotFound)?;
        Ok(Self {
            report: report.value,
            model: serde_json::from_str(&frozen.model_json)?,
            sha256: frozen.sha256,
        })
    }

    /// Its sections, with the names that its areas had.
    pub(super) fn sections(&self) -> Vec<(ReportSection, Option<String>)> {
        let areas = self.model.areas.iter().map(|section| &section.area);
        let all = ReportSection::all(areas.clone().map(|area| area.number.as_str()));
        let name = |section: &ReportSection| match section {
            ReportSection::Area(number) => areas
                .clone()
                .find(|area| area.number == *number)
                .map(|area| area.name.clone()),
            _ => None,
        };
        all.into_iter()
            .map(|section| (section.clone(), name(&section)))
            .collect()
    }
}

/// A correction that somebody proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedCorrection {
    /// What it says.
    pub correction: ReportCorrection,
    /// Its version.
    pub version: i32,
    /// The actor may make it by a decision, or record one: not what they wrote themselves.
    pub may_decide: bool,
}

/// What is corrected in a decided report.
#[derive(Clone, Debug)]
pub struct ReportCorrectionsView {
    /// The report.
    pub report: ReportHead,
    /// Corrections that were made, by number.
    pub made: Vec<ReportCorrection>,
    /// Corrections that wait for a decision; none for those who may not read what is undecided.
    pub proposed: Vec<ProposedCorrection>,
    /// Sections of the report, with the names of areas.
    pub sections: Vec<(ReportSection, Option<String>)>,
    /// The actor may propose one, and change or withdraw what is proposed.
    pub may_write: bool,
    /// Hash of the frozen original.
    pub original_sha256: String,
}

/// What is corrected in a decided report.
///
/// # Errors
/// Not found where the report is not decided.
pub async fn report_corrections(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
) -> Result<ReportCorrectionsView> {
    let original = Original::load(ctx, services, id).await?;
    let all = report_correction_list(ctx, services.store.reader(), id).await?;
    let way = super::way(ctx).ok();
    let waiting = all.iter().filter(|one| one.value.made.is_none());
    let proposed = match may(ctx, Operation::UndecidedRead, None) {
        true => waiting.map(|one| proposed(ctx, one, way)).collect(),
        false => Vec::new(),
    };
    Ok(ReportCorrectionsView {
        report: ReportHead::of(&original.report),
        made: made(all.into_iter().map(|one| one.value)),
        proposed,
        sections: original.sections(),
        may_write: may(ctx, Operation::ReportWrite, None),
        original_sha256: original.sha256,
    })
}

fn proposed(ctx: &Ctx, one: &Versioned<ReportCorrection>, way: Option<Way>) -> ProposedCorrection {
    ProposedCorrection {
        correction: one.value.clone(),
        version: one.version,
        may_decide: match way {
            Some(Way::Here) => !super::correct::own_work(ctx, one),
            Some(Way::Elsewhere) => true,
            None => false,
        },
    }
}

/// The form of a proposed correction.
#[derive(Clone, Debug)]
pub struct CorrectionFormView {
    /// The report.
    pub report: ReportHead,
    /// Sections that can be corrected, with the names of areas.
    pub sections: Vec<(ReportSection, Option<String>)>,
    /// Corrections whose place it can take.
    pub in_force: Vec<ReportCorrection>,
    /// The fields, and why they came back.
    pub state: FormState<CorrectionForm>,
}

/// The form of a correction: a new one, or one that is proposed.
///
/// # Errors
/// Not found where the report is not decided, and where the correction was made.
pub async fn report_correction_form(
    ctx: &Ctx,
    services: &Services,
    report: ReportId,
    id: Option<ReportCorrectionId>,
    draft_key: Option<&str>,
) -> Result<CorrectionFormView> {
    decide(ctx, Operation::ReportWrite, None)?;
    let original = Original::load(ctx, services, report).await?;
    let all = report_correction_list(ctx, services.store.reader(), report).await?;
    let state = draft_or(ctx, services, draft_key, || match id {
        None => Ok(CorrectionForm {
            report: report.to_string(),
            ..CorrectionForm::default()
        }),
        Some(id) => {
            let found = all.iter().find(|one| one.value.id == id);
            let found = found.filter(|one| one.value.made.is_none());
            let found = found.ok_or(ServiceError::NotFound)?;
            Ok(CorrectionForm::of(&found.value, found.version))
        }
    })
    .await?;
    let made = made(all.into_iter().map(|one| one.value));
    let holds = in_force(&made);
    Ok(CorrectionFormView {
        report: ReportHead::of(&original.report),
        sections: original.sections(),
        in_force: made
            .into_iter()
            .filter(|one| one.number().is_some_and(|number| holds.contains(&number)))
            .collect(),
        state,
    })
}

/// Proposes a correction of a decided report, or changes one that is proposed.
pub async fn report_correction_save(ctx: &Ctx, services: &Services, form: CorrectionForm) -> Result<Answer> {
    decide(ctx, Operation::ReportWrite, None)?;
    let report: ReportId = form.report.trim().parse().map_err(|_| ServiceError::NotFound)?;
    // What is frozen is read before the one writer is held up: it does not change.
    let original = Original::load(ctx, services, report).await?;
    let sections: Vec<ReportSection> = original
        .sections()
        .into_iter()
        .map(|(section, _)| section)
        .collect();
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let all = report_correction_list(ctx, &*sending, report).await?;
    let existing = match form.id() {
        "" => None,
        id => {
            let id: ReportCorrectionId = id.parse().map_err(|_| ServiceError::NotFound)?;
            let found = all.iter().find(|one| one.value.id == id);
            Some(found.ok_or(ServiceError::NotFound)?)
        }
    };
    if existing.is_some_and(|found| found.value.made.is_some()) {
        // Made meanwhile: what was typed can become another one.
        return sending.hindered().await;
    }
    let values: Vec<ReportCorrection> = all.iter().map(|one| one.value.clone()).collect();
    let new = match form.parse(&sections, &in_force(&values)) {
        Ok(new) => new,
        Err(errors) => return sending.invalid(errors).await,
    };
    let correction = ReportCorrection {
        id: existing.map_or_else(|| new_id(ctx), |found| found.value.id),
        report,
        section: new.section,
        wrong: new.wrong,
        correct: new.correct,
        reason: new.reason,
        replaces: new.replaces,
        made: None,
    };
    let record = match existing {
        None => {
            report_correction_insert(ctx, &*sending, &correction).await?;
            AuditRecord::new("report.correction_propose", "report", report).after(&correction)?
        }
        Some(found) => {
            let updated = report_correction_update(ctx, &*sending, &correction, form.version()).await;
            if !was_first(updated)? {
                let theirs = CorrectionForm::of(&found.value, found.version);
                return sending.stale(theirs).await;
            }
            AuditRecord::new("report.correction_change", "report", report)
                .before(&found.value)?
                .after(&correction)?
        }
    };
    let goto = format!(
        "/rapporter/{report}/rattelser?klart=foreslagen#forslag-{}",
        correction.id
    );
    sending.done(record, goto).await
}

/// Withdraws a correction that is proposed. Answers where to go on.
pub async fn report_correction_withdraw(
    ctx: &Ctx,
    services: &Services,
    id: ReportCorrectionId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::ReportWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = report_correction_load(ctx, &txn, id).await?;
    let found = found.ok_or(ServiceError::NotFound)?;
    let report = found.value.report;
    let goto = |notice: &str| format!("/rapporter/{report}/rattelser?klart={notice}");
    if found.value.made.is_some() {
        return Ok(goto(NOT_FIRST));
    }
    match report_correction_delete(ctx, &txn, id, version).await {
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        deleted => deleted?,
    }
    let record = AuditRecord::new("report.correction_withdraw", "report", report).before(&found.value)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto("tillbakadragen"))
}
