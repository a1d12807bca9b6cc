//! Assessments: versions of the judgement of a subject in a report. Triggers freeze one once it is
//! decided.

use std::collections::HashMap;
use std::slice;

use domain::assessment::{Assessment, AssessmentState};
use domain::ctx::Ctx;
use domain::id::{AssessmentId, ReportId};
use domain::standing::ProposalThen;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect, QueryTrait, Value,
};
use uuid::Uuid;

use crate::entity::{assessment, assessment_text, assessment_text_group};
use crate::error::{Result, StoreError};
use crate::repo::assessment_row::{insert_children, read, row, subject_key};
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, set_text, update_row};
use crate::versioned::Versioned;

/// What the system proposed for a subject, as it stood when the assessment was sent in and, once it is
/// decided, as it stood then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptProposal {
    /// The proposal.
    pub then: ProposalThen,
    /// The coverage that it rested on, in the words of the service.
    pub coverage: String,
}

/// A version of an assessment with what surrounds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentRecord {
    /// The assessment.
    pub assessment: Versioned<Assessment>,
    /// Which version of the subject's assessment in the report it is, from 1.
    pub number: i32,
    /// What stood beside it when it was sent in or decided; none before that, and for imports.
    pub proposal: Option<KeptProposal>,
    /// Why it was sent back, where it was.
    pub return_note: Option<String>,
}

/// One version.
pub async fn assessment_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AssessmentId,
) -> Result<Option<AssessmentRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The newest version for each subject of a report.
pub async fn assessment_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<AssessmentRecord>> {
    find(db, &Pick::among(newest_ids(report))).await
}

/// All versions for all subjects of a report, by subject and number.
pub async fn assessment_history(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<AssessmentRecord>> {
    let ids = assessment::Entity::find()
        .select_only()
        .column(assessment::Column::Id)
        .filter(assessment::Column::ReportId.eq(report.0))
        .into_query();
    find(db, &Pick::among(ids)).await
}

/// Adds the next version for its subject.
pub async fn assessment_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Assessment) -> Result<()> {
    assessment_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several, each as the next version for its subject, in the given order. One that is decided
/// is frozen once its parts are in.
pub async fn assessment_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Assessment]) -> Result<()> {
    let mut latest = latest_numbers(db, new).await?;
    let rows = new.iter().map(|one| {
        let number = latest
            .entry((one.report.0, subject_key(one.subject)))
            .or_insert(0);
        *number += 1;
        let mut row = row(one, *number, Stamp::first(ctx))?;
        if one.state == AssessmentState::Decided {
            row.state = AssessmentState::Submitted.code().to_owned();
        }
        Ok(row)
    });
    insert_rows::<assessment::Entity>(db, rows.collect::<Result<_>>()?).await?;
    insert_children(db, new).await?;
    let decided = new.iter().filter(|one| one.state == AssessmentState::Decided);
    freeze(db, &decided.map(|one| one.id.0).collect::<Vec<_>>()).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. Number,
/// proposal and return note stay. One that is decided is refused by the database.
pub async fn assessment_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Assessment,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, 0, Stamp::after(ctx, expected_version))?.into_active_model();
    row.number = ActiveValue::NotSet;
    row.proposal_percent = ActiveValue::NotSet;
    row.proposal_level = ActiveValue::NotSet;
    row.coverage = ActiveValue::NotSet;
    row.return_note = ActiveValue::NotSet;
    let decided = changed.state == AssessmentState::Decided;
    if decided {
        // Frozen below, once its parts are in.
        row.state = ActiveValue::NotSet;
    }
    let expected = (assessment::Column::Version, expected_version);
    let version = update_row::<assessment::Entity>(db, row, (assessment::Column::Id, id), expected).await?;
    let parent = assessment_text_group::Column::AssessmentId;
    delete_children::<assessment_text_group::Entity>(db, parent, id).await?;
    delete_children::<assessment_text::Entity>(db, assessment_text::Column::AssessmentId, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    if decided {
        freeze(db, &[id]).await?;
    }
    Ok(version)
}

/// Moves one to a new state, with a note where it is sent back; gives the new version. Who edited it
/// stays.
pub async fn assessment_set_state(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AssessmentId,
    expected_version: i32,
    new_state: AssessmentState,
    return_note: Option<&str>,
) -> Result<i32> {
    let row = assessment::ActiveModel {
        state: ActiveValue::Set(new_state.code().to_owned()),
        return_note: ActiveValue::Set(return_note.map(str::to_owned)),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<assessment::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (assessment::Column::Version, expected_version);
    update_row::<assessment::Entity>(db, row, (assessment::Column::Id, id.0), expected).await
}

/// Keeps what the system proposed as one was sent in. Version and who edited it stay.
pub async fn assessment_keep_proposal(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AssessmentId,
    proposal: &KeptProposal,
) -> Result<()> {
    let place = Row::of("assessment", id.0);
    let level = proposal.then.level.map(|level| place.code_of(&level));
    let percent = proposal.then.percent.map(|percent| percent.value().to_string());
    let row = assessment::ActiveModel {
        proposal_percent: ActiveValue::Set(percent),
        proposal_level: ActiveValue::Set(level.transpose()?),
        coverage: ActiveValue::Set(Some(proposal.coverage.clone())),
        ..<assessment::ActiveModel as ActiveModelTrait>::default()
    };
    assessment::Entity::update_many()
        .set(row)
        .filter(assessment::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Decides submitted assessments of a report together, each with what was proposed for it: all, or
/// none where one is not submitted. One statement; who edited them stays.
pub async fn assessment_decide_many(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    decided: &[(AssessmentId, KeptProposal)],
) -> Result<()> {
    let Some((first, _)) = decided.first() else {
        return Ok(());
    };
    let place = Row::of("assessment", first.0);
    let (mut percent, mut level, mut coverage) =
        (CaseStatement::new(), CaseStatement::new(), CaseStatement::new());
    for (id, proposal) in decided {
        let this = || assessment::Column::Id.eq(id.0);
        percent = percent.case(
            this(),
            text(proposal.then.percent.map(|percent| percent.value().to_string())),
        );
        level = level.case(
            this(),
            text(
                proposal
                    .then
                    .level
                    .map(|level| place.code_of(&level))
                    .transpose()?,
            ),
        );
        coverage = coverage.case(this(), text(Some(proposal.coverage.clone())));
    }
    let updated = assessment::Entity::update_many()
        .col_expr(
            assessment::Column::State,
            Expr::value(AssessmentState::Decided.code()),
        )
        .col_expr(assessment::Column::ProposalPercent, percent.into())
        .col_expr(assessment::Column::ProposalLevel, level.into())
        .col_expr(assessment::Column::Coverage, coverage.into())
        .col_expr(
            assessment::Column::Version,
            Expr::col(assessment::Column::Version).add(1),
        )
        .filter(assessment::Column::ReportId.eq(report.0))
        .filter(assessment::Column::State.eq(AssessmentState::Submitted.code()))
        .filter(assessment::Column::Id.is_in(decided.iter().map(|(id, _)| id.0)))
        .exec(db)
        .await?;
    if usize::try_from(updated.rows_affected).is_ok_and(|rows| rows == decided.len()) {
        Ok(())
    } else {
        Err(StoreError::Stale {
            table: "assessment",
            id: first.0,
        })
    }
}

fn text(text: Option<String>) -> Expr {
    Expr::value(Value::String(text))
}

async fn freeze(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<()> {
    let decided = (assessment::Column::State, AssessmentState::Decided.code());
    set_text::<assessment::Entity>(db, assessment::Column::Id, ids, decided).await
}

/// The highest number so far by report and subject, for the reports of the given assessments.
async fn latest_numbers(
    db: &impl ConnectionTrait,
    of: &[Assessment],
) -> Result<HashMap<(Uuid, String), i32>> {
    let mut reports: Vec<Uuid> = of.iter().map(|one| one.report.0).collect();
    reports.sort_unstable();
    reports.dedup();
    let rows: Vec<(Uuid, String, i32)> = assessment::Entity::find()
        .select_only()
        .column(assessment::Column::ReportId)
        .column(assessment::Column::SubjectKey)
        .column_as(assessment::Column::Number.max(), "latest")
        .filter(assessment::Column::ReportId.is_in(reports))
        .group_by(assessment::Column::ReportId)
        .group_by(assessment::Column::SubjectKey)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(report, subject, latest)| ((report, subject), latest))
        .collect())
}

/// The newest version for each subject of a report.
pub(crate) fn newest_ids(report: ReportId) -> SelectStatement {
    let latest = Alias::new("latest");
    let numbers = Query::select()
        .column(assessment::Column::SubjectKey)
        .expr_as(Expr::col(assessment::Column::Number).max(), latest)
        .from(assessment::Entity)
        .and_where(Expr::col(assessment::Column::ReportId).eq(report.0))
        .group_by_col(assessment::Column::SubjectKey)
        .take();
    let version = Expr::tuple([
        Expr::col((assessment::Entity, assessment::Column::SubjectKey)),
        Expr::col((assessment::Entity, assessment::Column::Number)),
    ]);
    Query::select()
        .column((assessment::Entity, assessment::Column::Id))
        .from(assessment::Entity)
        .and_where(assessment::Column::ReportId.eq(report.0))
        .and_where(version.in_subquery(numbers))
        .take()
}

/// By report, subject and number. Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<AssessmentRecord>> {
    let rows = assessment::Entity::find()
        .filter(pick.on(assessment::Column::Id))
        .all(db)
        .await?;
    let (parent, order) = (
        assessment_text::Column::AssessmentId,
        assessment_text::Column::Ordinal,
    );
    let mut texts =
        children::<assessment_text::Entity>(db, pick, parent, order, |text| text.assessment_id).await?;
    let (parent, order) = (
        assessment_text_group::Column::AssessmentId,
        assessment_text_group::Column::Ordinal,
    );
    let mut groups =
        children::<assessment_text_group::Entity>(db, pick, parent, order, |link| link.assessment_id).await?;
    let mut records = rows
        .into_iter()
        .map(|row| {
            let texts = texts.remove(&row.id).unwrap_or_default();
            let groups = groups.remove(&row.id).unwrap_or_default();
            read(row, texts, groups)
        })
        .collect::<Result<Vec<_>>>()?;
    // Not in SQL: databases order texts by different rules.
    records.sort_by_key(|record| {
        let assessment = &record.assessment.value;
        (assessment.report, assessment.subject, record.number)
    });
    Ok(records)
}
