use domain::assessment::{Assessment, AssessmentState};
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, Form, NewAssessment};
use domain::id::{AssessmentId, ReportId};
use domain::policy::{Operation, decide};
use domain::standing::{Judgeable, ProposalThen};
use store::repo::assessment::{KeptProposal, assessment_insert, assessment_keep_proposal, assessment_update};
use store::repo::benefit_group::benefit_group_list;
use store::repo::report::report_load;
use store::{AuditRecord, ConnectionTrait};

use super::newest;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, Sending, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::services::Services;
use crate::standing::standing;

/// Keeps the grading of a subject as a draft, or sends it in to be decided with the report.
pub async fn assessment_save(ctx: &Ctx, services: &Services, form: AssessmentForm) -> Result<Answer> {
    decide(ctx, Operation::AssessmentWrite, None)?;
    if let Some(longer) = form.clone().with_row() {
        return one_more_row(ctx, services, &longer).await;
    }
    let report: ReportId = form.report.parse().map_err(|_| ServiceError::NotFound)?;
    let found = report_load(ctx, services.store.reader(), report)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let at_hand = standing(ctx, services, &found.value).await?;
    let key = form.subject();
    let judged = at_hand.subjects().into_iter().find(|one| one.key == key);
    let judged = judged.ok_or(ServiceError::NotFound)?;
    let new = match form.parse(judged.proposal) {
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
    known_groups(ctx, &*sending, &new).await?;
    let submit = new.submit;
    let stored = newest(ctx, &*sending, report, judged.subject)
        .await?
        .map(|found| found.assessment);
    let id = stored
        .as_ref()
        .map_or_else(|| new_id(ctx), |found| found.value.id);
    let assessment = assessment(id, report, &judged, new);
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
                let theirs = AssessmentForm::of(&found.value, found.version, &key);
                return sending.stale(theirs).await;
            }
            record.before(&found.value)?.after(&assessment)?
        }
    };
    if submit {
        let kept = KeptProposal {
            then: ProposalThen::of(judged.proposal),
            coverage: format!("{}/{}", judged.tally.measured, judged.tally.due()),
        };
        assessment_keep_proposal(ctx, &*sending, id, &kept).await?;
    }
    let notice = if submit { "inskickad" } else { "utkast" };
    let goto = format!(
        "/bedomning?rapport={}&klart={notice}&om={key}",
        found.value.to_year
    );
    sending.done(record, goto).await
}

fn assessment(id: AssessmentId, report: ReportId, judged: &Judgeable, new: NewAssessment) -> Assessment {
    Assessment {
        id,
        report,
        subject: judged.subject,
        level: new.level,
        components: new.components,
        motivation: new.motivation,
        group_texts: new.group_texts,
        deviation_reason: new.deviation_reason,
        state: if new.submit {
            AssessmentState::Submitted
        } else {
            AssessmentState::Draft
        },
    }
}

/// The page offers every group there is; one that it never offered is refused.
async fn known_groups(ctx: &Ctx, db: &impl ConnectionTrait, new: &NewAssessment) -> Result<()> {
    let groups = benefit_group_list(ctx, db).await?;
    let known = |id| groups.iter().any(|found| found.value.id == id);
    let mut named = new.group_texts.iter().flat_map(|text| &text.groups);
    if named.all(|id| known(*id)) {
        Ok(())
    } else {
        Err(ServiceError::NotFound)
    }
}
