use std::sync::Arc;

use domain::assessment::{Assessment, AssessmentState};
use domain::ctx::Ctx;
use domain::form::{DecisionForm, Form};
use domain::id::{AssessmentId, ReportId};
use domain::policy::{Belongs, Operation, Refusal, decide};
use domain::report::life::{self, Hindrance, ReportStep};
use domain::report_model::{self, ReportMaterial, ReportModel};
use domain::standing::{Judgeable, ProposalThen, ReportHead};
use serde_json::json;
use store::repo::assessment::{AssessmentRecord, KeptProposal, assessment_decide_many, assessment_list};
use store::repo::audit_event::audit_head_load;
use store::repo::frozen_report::{FrozenReport, frozen_report_insert};
use store::repo::report::report_update;
use store::repo::report_comment::report_comment_list;
use store::repo::report_material::report_material_load;
use store::repo::report_rendering::{Rendering, report_rendering_insert_many};
use store::repo::report_step::report_step_insert;
use store::repo::stored_file::stored_file_put;
use store::{AuditRecord, ConnectionTrait, Kept, Trail, Versioned};

use super::{Way, readable, record, way};
use crate::error::{Result, ServiceError};
use crate::exchange::sha256;
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, hindered, invalid, was_first};
use crate::kept_note::NOT_FIRST;
use crate::off_thread::off_thread;
use crate::render::{RenderedFile, render_all};
use crate::services::Services;

/// What is decided with a report, before it is.
#[derive(Clone, Debug)]
pub struct DecisionView {
    /// The report.
    pub report: ReportHead,
    /// How the actor decides it.
    pub way: Way,
    /// What stands in the way.
    pub hindrances: Vec<Hindrance>,
    /// The actor has edited the report or an assessment that goes along: somebody else has to decide.
    pub own_work: bool,
    /// Assessments that are decided along.
    pub along: Vec<DecidedAlong>,
    /// What stays outside: nobody has sent in an assessment of it.
    pub left: Vec<Judgeable>,
    /// The fields, and why they came back.
    pub state: FormState<DecisionForm>,
}

/// An assessment that is decided with its report.
#[derive(Clone, Debug)]
pub struct DecidedAlong {
    /// What is judged, with level and proposal.
    pub judged: Judgeable,
    /// Why the level differs from the proposal, where it does.
    pub deviation_reason: Option<String>,
    /// What the system proposed when it was sent in, where it proposes something else now.
    pub moved: Option<ProposalThen>,
}

/// Everything that a decision is on, as it is at one moment.
struct Ground {
    found: Versioned<domain::report::Report>,
    material: ReportMaterial,
    model: ReportModel,
    assessments: Vec<AssessmentRecord>,
    open_comments: u32,
}

impl Ground {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, kept: &Kept, id: ReportId) -> Result<Self> {
        let found = readable(ctx, db, id).await?;
        if found.value.state.is_decided() {
            return Err(ServiceError::NotFound);
        }
        let material = report_material_load(ctx, db, kept, id).await?;
        let material = material.ok_or(ServiceError::NotFound)?;
        let comments = report_comment_list(ctx, db, id).await?;
        let open = comments.iter().filter(|one| one.comment.is_open()).count();
        let compiled = material.clone();
        Ok(Self {
            found,
            model: off_thread(move || report_model::compile(compiled)).await?,
            material,
            assessments: assessment_list(ctx, db, id).await?,
            open_comments: u32::try_from(open).unwrap_or(u32::MAX),
        })
    }

    /// Tells whether anything of it has changed.
    fn fingerprint(&self) -> Result<String> {
        Ok(sha256(&serde_json::to_string(&self.model)?))
    }

    fn hindrances(&self) -> Vec<Hindrance> {
        life::hindrances(&self.model.standing, self.open_comments)
    }

    /// Assessments that are decided along.
    fn along(&self) -> impl Iterator<Item = &AssessmentRecord> {
        let all = self.assessments.iter();
        all.filter(|one| one.assessment.value.state == AssessmentState::Submitted)
    }

    /// Nobody decides what they edited.
    fn own_work(&self, ctx: &Ctx) -> bool {
        let assessed = self.along().map(|one| one.assessment.edited_by);
        std::iter::once(self.found.edited_by)
            .chain(assessed)
            .any(|edited_by| {
                let object = Belongs {
                    editors: edited_by.into_iter().collect(),
                    ..Belongs::default()
                };
                decide(ctx, Operation::ReportDecide, Some(&object)) == Err(Refusal::OwnWork)
            })
    }
}

/// What a decision of the report would be on, with its form.
///
/// # Errors
/// Not found where it is decided already.
pub async fn report_decision(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    draft_key: Option<&str>,
) -> Result<DecisionView> {
    let way = way(ctx)?;
    let db = services.store.snapshot().await?;
    let ground = Ground::load(ctx, &db, services.store.kept(), id).await?;
    let fingerprint = ground.fingerprint()?;
    let mut state = draft_or(ctx, services, draft_key, || {
        Ok(DecisionForm {
            id: id.to_string(),
            version: ground.found.version.to_string(),
            fingerprint: fingerprint.clone(),
            on: ctx.today().to_string(),
            ..DecisionForm::default()
        })
    })
    .await?;
    if state.theirs().is_some() {
        // What has changed is on the page again: it is read anew, and that is what is decided.
        state.form.version = ground.found.version.to_string();
        state.form.fingerprint = fingerprint;
        state.form.checked = String::new();
    }
    let subjects = ground.model.standing.subjects();
    let of = |record: &AssessmentRecord| {
        let subject = record.assessment.value.subject;
        subjects.iter().find(|one| one.subject == subject).cloned()
    };
    let along: Vec<DecidedAlong> = ground
        .along()
        .filter_map(|record| {
            let judged = of(record)?;
            Some(DecidedAlong {
                moved: crate::assessment::moved(record, judged.proposal),
                deviation_reason: record.assessment.value.deviation_reason.clone(),
                judged,
            })
        })
        .collect();
    let left = subjects.iter().filter(|one| {
        let judged = one.assessment.as_ref();
        !judged.is_some_and(|judged| life::goes_along(judged.state))
    });
    Ok(DecisionView {
        report: ReportHead::of(&ground.found.value),
        way,
        hindrances: ground.hindrances(),
        own_work: way == Way::Here && ground.own_work(ctx),
        left: left.cloned().collect(),
        along,
        state,
    })
}

/// Decides the report with all its submitted assessments, or records that it was decided elsewhere: in one act, with
/// everything that it rests on and all its files stored for good.
///
/// Where something stands in the way, also what came up after the page was read, nothing is decided and the form comes
/// back. Where it is decided already, the answer leads to where it stands.
///
/// # Errors
/// Refused where the actor decides what they edited.
pub async fn report_decide(ctx: &Ctx, services: &Services, form: DecisionForm) -> Result<Answer> {
    let way = way(ctx)?;
    let decision = match form.parse(ctx.today(), record(ctx, way)) {
        Ok(decision) => decision,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let id: ReportId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    // Everything slow is done before the one writer is held up.
    let snapshot = services.store.snapshot().await?;
    let head = audit_head_load(ctx, &snapshot).await?;
    if readable(ctx, &snapshot, id).await?.value.state.is_decided() {
        drop(snapshot);
        return decided_before(ctx, services, &form, id).await;
    }
    let ground = Ground::load(ctx, &snapshot, services.store.kept(), id).await?;
    drop(snapshot);
    let fingerprint = ground.fingerprint()?;
    if !ground.hindrances().is_empty() {
        return hindered(ctx, services, &form).await;
    }
    if way == Way::Here && ground.own_work(ctx) {
        return Err(Refusal::OwnWork.into());
    }
    let (kept, decided) = (kept(&ground), ground.along().cloned().collect::<Vec<_>>());
    let version = ground.found.version;
    let before = ground.found.value.clone();
    let model = Arc::new(life::decided(ground.material, decision));
    let model_json = serde_json::to_string(&*model)?;
    // The decision's own link carries the hashes of the files: they can only print the one before it.
    let files = render_all(services, &model, &head.to_string()).await?;

    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    // The decision is on what was read. Where anything has happened since, that may have changed it.
    let happened = audit_head_load(ctx, &*sending).await?.seq != head.seq;
    let mut unchanged = true;
    if happened {
        if readable(ctx, &*sending, id).await?.value.state.is_decided() {
            return Ok(first_was_another(id));
        }
        let now = Ground::load(ctx, &*sending, &Kept::nothing(), id).await?;
        // A comment is no part of the report, and stands in the way all the same.
        if !now.hindrances().is_empty() {
            return sending.hindered().await;
        }
        unchanged = now.fingerprint()? == fingerprint;
    }
    if !unchanged || fingerprint != form.fingerprint || version != form.version() {
        let theirs = DecisionForm {
            version: version.to_string(),
            fingerprint,
            ..form.clone()
        };
        return sending.stale(theirs).await;
    }
    if !was_first(report_update(ctx, &*sending, &model.report, version).await)? {
        return sending.stale(form.clone()).await;
    }
    assessment_decide_many(ctx, &*sending, id, &kept).await?;
    let frozen = FrozenReport {
        report: id,
        sha256: sha256(&model_json),
        model_json,
        frozen_at: ctx.now,
    };
    frozen_report_insert(ctx, &*sending, &frozen).await?;
    let renderings = renderings_put(ctx, &*sending, id, &files).await?;
    report_step_insert(ctx, &*sending, id, ReportStep::Decide, None).await?;
    let told: serde_json::Map<_, _> = renderings
        .iter()
        .map(|one| (one.format.clone(), json!(one.hash)))
        .collect();
    let mut trail = Trail::one(
        AuditRecord::new("report.decide", "report", id)
            .before(&before)?
            .after(&model.report)?,
    );
    let froze = json!({ "sha256": frozen.sha256, "files": told });
    trail.push(AuditRecord::new("report.freeze", "report", id).after(&froze)?);
    for one in &decided {
        trail.push(of_assessment(&one.assessment.value, &kept)?);
    }
    sending
        .done_all(trail, format!("/rapporter/{id}/arbete?klart=beslutad"))
        .await
}

/// The same form sent twice goes where its first sending went; another's decision was first.
async fn decided_before(ctx: &Ctx, services: &Services, form: &DecisionForm, id: ReportId) -> Result<Answer> {
    match Sending::begin(ctx, services, form).await? {
        Begun::Before(answer) => Ok(answer),
        Begun::New(_) => Ok(first_was_another(id)),
    }
}

fn first_was_another(id: ReportId) -> Answer {
    Answer::Done(format!("/rapporter/{id}/arbete?klart={NOT_FIRST}"))
}

/// What is proposed for each assessment that goes along, as it is decided.
fn kept(ground: &Ground) -> Vec<(AssessmentId, KeptProposal)> {
    let subjects = ground.model.standing.subjects();
    let along = ground.along().filter_map(|record| {
        let assessment = &record.assessment.value;
        let judged = subjects.iter().find(|one| one.subject == assessment.subject)?;
        let kept = KeptProposal {
            then: ProposalThen::of(judged.proposal),
            coverage: format!("{}/{}", judged.tally.measured, judged.tally.due()),
        };
        Some((assessment.id, kept))
    });
    along.collect()
}

fn of_assessment(assessment: &Assessment, kept: &[(AssessmentId, KeptProposal)]) -> Result<AuditRecord> {
    let proposal = kept.iter().find(|(id, _)| *id == assessment.id);
    let decided = json!({
        "state": AssessmentState::Decided,
        "level": assessment.level,
        "deviation_reason": assessment.deviation_reason,
        "proposal_percent": proposal.and_then(|(_, kept)| kept.then.percent),
        "proposal_level": proposal.and_then(|(_, kept)| kept.then.level),
        "coverage": proposal.map(|(_, kept)| &kept.coverage),
    });
    Ok(AuditRecord::new("assessment.decide", "assessment", assessment.id)
        .before(&json!({ "state": assessment.state, "level": assessment.level }))?
        .after(&decided)?)
}

/// Keeps the files of a decided report, and binds them to it.
pub(crate) async fn renderings_put(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    files: &[RenderedFile],
) -> Result<Vec<Rendering>> {
    let mut renderings = Vec::with_capacity(files.len());
    for file in files {
        let hash = stored_file_put(ctx, db, &file.bytes, file.format.media_type()).await?;
        renderings.push(Rendering {
            report,
            format: file.format.code().to_owned(),
            hash,
        });
    }
    report_rendering_insert_many(ctx, db, &renderings).await?;
    Ok(renderings)
}
