use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::{AccountId, ReportId};
use domain::policy::{Operation, decide, may};
use domain::report::life::{Hindrance, ReportStep, hindrances};
use domain::report::{Chapter, ChapterKey, Report, ReportState};
use domain::shared_list::SharedList;
use domain::standing::{Gap, Judgeable, ReportHead};
use store::repo::account::account_names;
use store::repo::frozen_report::frozen_report_load;
use store::repo::report::report_load;
use store::repo::report_comment::report_comment_list;
use store::repo::report_correction::report_correction_list;
use store::repo::report_rendering::{Rendering, report_rendering_list};
use store::repo::report_step::report_step_list;

use super::step::may_take;
use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::standing::{readable, standing};

/// A step that was taken, with the name of who took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Which.
    pub step: ReportStep,
    /// Why, where somebody said so.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none for imports.
    pub by: Option<String>,
}

/// Where a report is in its life, and what it lacks.
#[derive(Clone, Debug)]
pub struct ReportLifeView {
    /// The report.
    pub report: ReportHead,
    /// Its version.
    pub version: i32,
    /// Steps that were taken, oldest first.
    pub steps: Vec<StepView>,
    /// Steps that the actor can take now.
    pub may_take: Vec<ReportStep>,
    /// The actor may write it: it is open, and they hold the right.
    pub may_write: bool,
    /// What stands in the way of a decision; of a decided one nothing does.
    pub hindrances: Vec<Hindrance>,
    /// Chapters that nobody has written.
    pub unwritten: Vec<ChapterKey>,
    /// Chapters that came from the report before, and that nobody has gone through.
    pub carried: Vec<ChapterKey>,
    /// Nothing says what it rests on.
    pub without_sources: bool,
    /// Nothing says which assignment it answers.
    pub without_assignment: bool,
    /// Subjects that nobody has sent in an assessment of.
    pub open: Vec<Judgeable>,
    /// What is missing in the portfolio.
    pub gaps: SharedList<Gap>,
    /// Comments: all, and those that nobody has resolved.
    pub comments: (usize, usize),
    /// Hash of what is frozen, once it is.
    pub frozen_sha256: Option<String>,
    /// Files that are stored with it.
    pub files: Vec<Rendering>,
    /// Corrections of a decided one: made; and waiting for a decision, for those who may read what is undecided.
    pub corrections: (usize, usize),
    /// The actor may let others read it by a link: it is decided, and they hold the right.
    pub may_share: bool,
    /// The actor may take out its archive package.
    pub may_archive: bool,
}

/// Where a report is in its life, and what it lacks.
///
/// # Errors
/// Not found where the actor may not know of it.
pub async fn report_life(ctx: &Ctx, services: &Services, id: ReportId) -> Result<ReportLifeView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = services.store.reader();
    let found = report_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    let report = &found.value;
    if !readable(ctx, report.state) {
        return Err(ServiceError::NotFound);
    }
    let standing = standing(ctx, services, report).await?;
    let steps = report_step_list(ctx, db, id).await?;
    let who: BTreeSet<AccountId> = steps.iter().filter_map(|one| one.by).collect();
    let names = account_names(ctx, db, &who).await?;
    let comments = match may(ctx, Operation::UndecidedRead, None) {
        true => report_comment_list(ctx, db, id).await?,
        false => Vec::new(),
    };
    let unresolved = comments.iter().filter(|one| one.comment.is_open()).count();
    let decided = report.state.is_decided();
    let open_comments = u32::try_from(unresolved).unwrap_or(u32::MAX);
    let frozen = frozen_report_load(ctx, db, id).await?;
    let corrections = report_correction_list(ctx, db, id).await?;
    let made = corrections.iter().filter(|one| one.value.made.is_some()).count();
    let waiting = match may(ctx, Operation::UndecidedRead, None) {
        true => corrections.len().saturating_sub(made),
        false => 0,
    };
    Ok(ReportLifeView {
        report: ReportHead::of(report),
        version: found.version,
        steps: steps
            .into_iter()
            .map(|one| StepView {
                by: one.by.and_then(|id| names.get(&id).cloned()),
                step: one.step,
                note: one.note,
                at: one.at,
            })
            .collect(),
        may_take: ReportStep::ALL
            .into_iter()
            .filter(|step| may_take(ctx, report, *step))
            .collect(),
        may_write: !decided && may(ctx, Operation::ReportWrite, None),
        hindrances: match report.state {
            ReportState::Draft | ReportState::UnderReview => hindrances(&standing, open_comments),
            ReportState::Decided | ReportState::Published => Vec::new(),
        },
        unwritten: unwritten(report),
        carried: carried(report),
        without_sources: report.materials.is_empty(),
        without_assignment: report.assignment.is_none(),
        open: standing
            .subjects()
            .into_iter()
            .filter(|one| !decided && one.is_open())
            .collect(),
        gaps: standing.gaps,
        comments: (comments.len(), unresolved),
        frozen_sha256: frozen.map(|frozen| frozen.sha256),
        files: report_rendering_list(ctx, db, id).await?,
        corrections: (made, waiting),
        may_share: decided && may(ctx, Operation::ReportShare, None),
        may_archive: decided && may(ctx, Operation::ReportArchive, None),
    })
}

/// The foreword and the observations may be left out.
fn unwritten(report: &Report) -> Vec<ChapterKey> {
    [ChapterKey::Background, ChapterKey::Method, ChapterKey::Summary]
        .into_iter()
        .filter(|key| report.chapter(*key).is_none_or(|text| text.trim().is_empty()))
        .collect()
}

fn carried(report: &Report) -> Vec<ChapterKey> {
    let carried = report.chapters.iter().filter(|chapter| chapter.carried);
    carried.map(|chapter: &Chapter| chapter.key).collect()
}
