use domain::assessment::{Assessment, AssessmentState, AssessmentSubject};
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, Form};
use domain::id::{AssessmentId, ReportId};
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report_model::AreaSection;
use domain::standing::{AreaStanding, ReportHead, Standing};
use store::repo::assessment::{assessment_insert, assessment_list as stored_list, assessment_update};
use store::repo::report::report_load;
use store::{AuditRecord, ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;
use crate::standing::{chosen, heads, model, reports_newest_first, standing};

/// Where the grading of a report stands.
#[derive(Clone, Debug)]
pub struct AssessmentListView {
    /// Reports to turn to, newest first.
    pub reports: Vec<ReportHead>,
    /// The chosen one's standing.
    pub standing: Standing,
    /// The actor may grade, and the report is open.
    pub may_assess: bool,
}

/// What the grading of an area shows.
#[derive(Clone, Debug)]
pub struct AssessmentView {
    /// The report.
    pub report: ReportHead,
    /// The area's roll-up, with the proposal.
    pub area: AreaStanding,
    /// The evidence.
    pub section: AreaSection,
    /// Thresholds and scores.
    pub scheme: GradingScheme,
    /// All groups.
    pub groups: Vec<BenefitGroup>,
    /// How far the assessment has come; none while nobody has begun.
    pub assessment_state: Option<AssessmentState>,
    /// The assessment itself; none while nobody has begun.
    pub assessment: Option<AssessmentId>,
    /// The fields, and why they came back.
    pub state: FormState<AssessmentForm>,
    /// The actor may grade, and the report is open.
    pub may_assess: bool,
}

/// Where the grading stands in the report with this last year; in the newest where none is asked for.
pub async fn assessment_list(
    ctx: &Ctx,
    services: &Services,
    to_year: Option<i32>,
) -> Result<AssessmentListView> {
    decide(ctx, Operation::UndecidedRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let report = chosen(&reports, to_year)?;
    Ok(AssessmentListView {
        standing: standing(ctx, services, report).await?,
        may_assess: may_assess(ctx, report),
        reports: heads(&reports),
    })
}

fn may_assess(ctx: &Ctx, report: &Report) -> bool {
    !report.state.is_decided() && may(ctx, Operation::AssessmentWrite, None)
}

/// The grading of the area with this number, or what was typed before.
pub async fn assessment_view(
    ctx: &Ctx,
    services: &Services,
    number: &str,
    to_year: Option<i32>,
    draft_key: Option<&str>,
) -> Result<AssessmentView> {
    decide(ctx, Operation::UndecidedRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let drafted: Option<FormState<AssessmentForm>> = draft(ctx, services, draft_key).await?;
    // What was typed belongs to the report that it was typed for, whatever the address says.
    let report = match &drafted {
        Some(state) => {
            let typed_for = reports
                .iter()
                .find(|report| report.id.to_string() == state.form.report);
            typed_for.ok_or(ServiceError::NotFound)?
        }
        None => chosen(&reports, to_year)?,
    };
    let model = model(ctx, services, report).await?;
    let section = model
        .areas
        .into_iter()
        .find(|section| section.area.number == number);
    let section = section.ok_or(ServiceError::NotFound)?;
    let area = model
        .standing
        .area(number)
        .cloned()
        .ok_or(ServiceError::NotFound)?;
    let subject = AssessmentSubject::Area(area.id);
    let stored = newest(ctx, services.store.reader(), report.id, subject).await?;
    let state = match drafted {
        Some(state) => state,
        None => FormState::fresh(stored_form(report.id, number, stored.as_ref()))?,
    };
    Ok(AssessmentView {
        report: ReportHead::of(report),
        area,
        section,
        scheme: model.standing.scheme,
        groups: model
            .standing
            .groups
            .into_iter()
            .map(|standing| standing.group)
            .collect(),
        assessment_state: stored.as_ref().map(|found| found.value.state),
        assessment: stored.map(|found| found.value.id),
        state,
        may_assess: may_assess(ctx, report),
    })
}

/// The newest version of the subject's assessment.
async fn newest(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    subject: AssessmentSubject,
) -> Result<Option<Versioned<Assessment>>> {
    let all = stored_list(ctx, db, report).await?;
    Ok(all
        .into_iter()
        .map(|record| record.assessment)
        .find(|found| found.value.subject == subject))
}

fn stored_form(report: ReportId, number: &str, stored: Option<&Versioned<Assessment>>) -> AssessmentForm {
    let code = |level: Option<FulfilmentLevel>| level.map(|l| l.code().to_owned()).unwrap_or_default();
    let empty = AssessmentForm {
        report: report.to_string(),
        area: number.to_owned(),
        ..AssessmentForm::default()
    };
    let Some(Versioned { value, version, .. }) = stored else {
        return empty;
    };
    AssessmentForm {
        id: value.id.to_string(),
        version: version.to_string(),
        level: code(value.level),
        delivery: code(value.components.delivery),
        expected: code(value.components.expected),
        realised: code(value.components.realised),
        motivation: value.motivation.clone(),
        deviation_reason: value.deviation_reason.clone().unwrap_or_default(),
        ..empty
    }
}

/// Keeps the grading of an area as a draft, or sends it in to be decided with the report.
pub async fn assessment_save(ctx: &Ctx, services: &Services, form: AssessmentForm) -> Result<Answer> {
    decide(ctx, Operation::AssessmentWrite, None)?;
    let report: ReportId = form.report.parse().map_err(|_| ServiceError::NotFound)?;
    let found = report_load(ctx, services.store.reader(), report)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let at_hand = standing(ctx, services, &found.value).await?;
    let area = at_hand.area(form.area.trim()).ok_or(ServiceError::NotFound)?;
    let new = match form.parse(area.proposal) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    // The report may have been decided since it was read above; the writer's lock makes this final.
    let open = report_load(ctx, &*sending, report)
        .await?
        .ok_or(ServiceError::NotFound)?;
    if open.value.state.is_decided() {
        return Err(ServiceError::State("a decided report's assessments never change"));
    }
    let subject = AssessmentSubject::Area(area.id);
    let stored = newest(ctx, &*sending, report, subject).await?;
    let submit = new.submit;
    let assessment = Assessment {
        id: stored
            .as_ref()
            .map_or_else(|| new_id(ctx), |found| found.value.id),
        report,
        subject,
        level: new.level,
        components: new.components,
        motivation: new.motivation,
        group_texts: stored
            .as_ref()
            .map(|found| found.value.group_texts.clone())
            .unwrap_or_default(),
        deviation_reason: new.deviation_reason,
        state: if submit {
            AssessmentState::Submitted
        } else {
            AssessmentState::Draft
        },
    };
    let action = if submit {
        "assessment.submit"
    } else {
        "assessment.draft"
    };
    let record = AuditRecord::new(action, "assessment", assessment.id);
    let record = match &stored {
        None => {
            assessment_insert(ctx, &*sending, &assessment).await?;
            record.after(&assessment)?
        }
        Some(found) => {
            if !was_first(assessment_update(ctx, &*sending, &assessment, form.version()).await)? {
                let theirs = stored_form(report, &form.area, Some(found));
                return sending.stale(theirs).await;
            }
            record.before(&found.value)?.after(&assessment)?
        }
    };
    let notice = if submit { "inskickad" } else { "utkast" };
    let goto = format!(
        "/bedomning?rapport={}&klart={notice}&omrade={}",
        found.value.to_year, area.number
    );
    sending.done(record, goto).await
}
