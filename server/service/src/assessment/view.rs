use domain::assessment::{AssessmentState, AssessmentSubject, SubjectKey};
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::form::AssessmentForm;
use domain::id::{AssessmentId, BenefitGroupId};
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report_model::{AreaSection, ReportModel};
use domain::standing::{Judgeable, ProposalThen, ReportHead, Standing};

use super::{may_assess, moved, newest};
use crate::error::{Result, ServiceError};
use crate::form_flow::{FormState, draft};
use crate::services::Services;
use crate::standing::{chosen, model, reports_newest_first, standing};

/// What the same subject was judged to be in the report before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelBefore {
    /// That report.
    pub report: ReportHead,
    /// The level.
    pub level: FulfilmentLevel,
}

/// What the grading of a subject shows.
#[derive(Clone, Debug)]
pub struct AssessmentView {
    /// The report.
    pub report: ReportHead,
    /// What is judged, with the proposal.
    pub judged: Judgeable,
    /// The evidence, by area: an area's own, or what concerns the group. The whole has only parts.
    pub sections: Vec<AreaSection>,
    /// What the subject consists of: for a group its part of each area, for the whole areas and groups.
    pub parts: Vec<Judgeable>,
    /// Level in the decided report before, where it had one.
    pub before: Option<LevelBefore>,
    /// All that is judged in the report, in order.
    pub subjects: Vec<Judgeable>,
    /// Thresholds and scores.
    pub scheme: GradingScheme,
    /// All groups.
    pub groups: Vec<BenefitGroup>,
    /// How far the assessment has come; none while nobody has begun.
    pub assessment_state: Option<AssessmentState>,
    /// The assessment itself; none while nobody has begun.
    pub assessment: Option<AssessmentId>,
    /// Its version; 0 while nobody has begun.
    pub version: i32,
    /// Why it came back the last time, where it did; until it is decided.
    pub return_note: Option<String>,
    /// What the system proposed when it was sent in, where it proposes something else now; until it is
    /// decided.
    pub moved: Option<ProposalThen>,
    /// The fields, and why they came back.
    pub state: FormState<AssessmentForm>,
    /// The actor may grade, and the report is open.
    pub may_assess: bool,
    /// The actor may send it back: it is sent in, and the report is open.
    pub may_return: bool,
}

/// The grading of a subject, or what was typed before.
pub async fn assessment_view(
    ctx: &Ctx,
    services: &Services,
    subject: &SubjectKey,
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
    let subjects = model.standing.subjects();
    let judged = subjects.iter().find(|one| one.key == *subject).cloned();
    let judged = judged.ok_or(ServiceError::NotFound)?;
    let before = before(ctx, services, &reports, report, judged.subject).await?;
    let stored = newest(ctx, services.store.reader(), report.id, judged.subject).await?;
    let state = match drafted {
        Some(state) => state,
        None => FormState::fresh(match &stored {
            Some(found) => AssessmentForm::of(&found.assessment.value, found.assessment.version, subject),
            None => AssessmentForm::empty(report.id, subject),
        })?,
    };
    let assessment_state = stored.as_ref().map(|found| found.assessment.value.state);
    let decided = assessment_state == Some(AssessmentState::Decided);
    let moved = stored.as_ref().and_then(|found| moved(found, judged.proposal));
    Ok(AssessmentView {
        report: ReportHead::of(report),
        parts: parts(&model.standing, &judged, &subjects),
        groups: model
            .standing
            .groups
            .iter()
            .map(|standing| standing.group.clone())
            .collect(),
        scheme: model.standing.scheme.clone(),
        sections: sections(&model, judged.subject),
        before,
        subjects,
        judged,
        assessment_state,
        assessment: stored.as_ref().map(|found| found.assessment.value.id),
        version: stored.as_ref().map_or(0, |found| found.assessment.version),
        moved,
        return_note: stored.and_then(|found| found.return_note).filter(|_| !decided),
        state,
        may_assess: may_assess(ctx, report),
        may_return: assessment_state == Some(AssessmentState::Submitted)
            && !report.state.is_decided()
            && may(ctx, Operation::ReportDecide, None),
    })
}

/// The level in the newest decided report that ends before this one.
async fn before(
    ctx: &Ctx,
    services: &Services,
    reports: &[Report],
    report: &Report,
    subject: AssessmentSubject,
) -> Result<Option<LevelBefore>> {
    let earlier = reports
        .iter()
        .find(|other| other.state.is_decided() && other.to_year < report.to_year);
    let Some(earlier) = earlier else {
        return Ok(None);
    };
    let subjects = standing(ctx, services, earlier).await?.subjects();
    let level = subjects
        .into_iter()
        .find(|one| one.subject == subject)
        .and_then(|one| one.assessment?.level);
    Ok(level.map(|level| LevelBefore {
        report: ReportHead::of(earlier),
        level,
    }))
}

/// A group is judged by its part of each area; the whole by areas and groups.
fn parts(standing: &Standing, judged: &Judgeable, subjects: &[Judgeable]) -> Vec<Judgeable> {
    match judged.subject {
        AssessmentSubject::Area(_) => Vec::new(),
        AssessmentSubject::Whole => subjects
            .iter()
            .filter(|one| one.subject != AssessmentSubject::Whole)
            .cloned()
            .collect(),
        AssessmentSubject::Group(group) => standing
            .areas
            .iter()
            .filter_map(|area| {
                let cell = area.cells.iter().find(|cell| cell.group == group)?;
                let of_area = subjects
                    .iter()
                    .find(|one| one.subject == AssessmentSubject::Area(area.id))?;
                Some(Judgeable {
                    tally: cell.tally,
                    proposal: cell.proposal,
                    ..of_area.clone()
                })
            })
            .collect(),
    }
}

/// The deliveries with what concerns the subject.
fn sections(model: &ReportModel, subject: AssessmentSubject) -> Vec<AreaSection> {
    match subject {
        AssessmentSubject::Area(id) => model
            .areas
            .iter()
            .filter(|section| section.area.id == id)
            .cloned()
            .collect(),
        AssessmentSubject::Group(group) => model
            .areas
            .iter()
            .map(|section| of_group(section.clone(), group))
            .filter(|section| !section.deliveries.is_empty() || !section.without_delivery.is_empty())
            .collect(),
        AssessmentSubject::Whole => Vec::new(),
    }
}

fn of_group(mut section: AreaSection, group: BenefitGroupId) -> AreaSection {
    let concerns = |benefits: &mut Vec<domain::report_model::BenefitSection>| {
        benefits.retain(|one| one.benefit.groups.iter().any(|share| share.group == group));
    };
    concerns(&mut section.without_delivery);
    for delivery in &mut section.deliveries {
        concerns(&mut delivery.benefits);
        delivery
            .statements
            .retain(|statement| statement.groups.contains(&group));
    }
    section
        .deliveries
        .retain(|delivery| !delivery.benefits.is_empty() || !delivery.statements.is_empty());
    section
}
