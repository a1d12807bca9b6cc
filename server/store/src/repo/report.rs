//! Reports with their chapters and the deliveries added to their scope. Triggers freeze a report
//! once it is decided: only [`report_set_state`] can then still publish it.

use std::slice;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::report::{Assignment, Chapter, Decision, DecisionRecord, Report, ReportState, ScopeAddition};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::entity::{report, report_addition, report_chapter};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, set_text, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "report";

/// The report.
pub async fn report_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportId,
) -> Result<Option<Versioned<Report>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All reports, by last year, first year and identity.
pub async fn report_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Report>>> {
    find(db, &Pick::All).await
}

/// Adds one.
pub async fn report_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Report) -> Result<()> {
    report_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several. One that is decided is frozen once its parts are in.
pub async fn report_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Report]) -> Result<()> {
    let rows = new.iter().map(|report| {
        let mut row = row(report, Stamp::first(ctx))?;
        if report.state.is_decided() {
            row.state = ReportState::UnderReview.code().to_owned();
        }
        Ok(row)
    });
    insert_rows::<report::Entity>(db, rows.collect::<Result<_>>()?).await?;
    insert_children(db, new).await?;
    for state in [ReportState::Decided, ReportState::Published] {
        let ids: Vec<Uuid> = new
            .iter()
            .filter(|one| one.state == state)
            .map(|one| one.id.0)
            .collect();
        freeze(db, &ids, state).await?;
    }
    Ok(())
}

/// Replaces one, unless it has changed since the expected version; gives the new version. One that
/// is decided is refused by the database.
pub async fn report_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Report,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    if changed.state.is_decided() {
        // Frozen below, once its parts are in.
        row.state = ActiveValue::NotSet;
    }
    let expected = (report::Column::Version, expected_version);
    let version = update_row::<report::Entity>(db, row, (report::Column::Id, id), expected).await?;
    delete_children::<report_chapter::Entity>(db, report_chapter::Column::ReportId, id).await?;
    delete_children::<report_addition::Entity>(db, report_addition::Column::ReportId, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    if changed.state.is_decided() {
        freeze(db, &[id], changed.state).await?;
    }
    Ok(version)
}

/// Moves one to a new state and changes nothing else; gives the new version. Who edited it stays.
pub async fn report_set_state(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportId,
    expected_version: i32,
    new_state: ReportState,
) -> Result<i32> {
    let row = report::ActiveModel {
        state: ActiveValue::Set(new_state.code().to_owned()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<report::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (report::Column::Version, expected_version);
    update_row::<report::Entity>(db, row, (report::Column::Id, id.0), expected).await
}

async fn freeze(db: &impl ConnectionTrait, ids: &[Uuid], state: ReportState) -> Result<()> {
    set_text::<report::Entity>(db, report::Column::Id, ids, (report::Column::State, state.code())).await
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Report>>> {
    let rows = report::Entity::find()
        .filter(pick.on(report::Column::Id))
        .order_by_asc(report::Column::ToYear)
        .order_by_asc(report::Column::FromYear)
        .order_by_asc(report::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (report_chapter::Column::ReportId, report_chapter::Column::Ordinal);
    let mut chapters =
        children::<report_chapter::Entity>(db, pick, parent, order, |chapter| chapter.report_id).await?;
    let (parent, order) = (
        report_addition::Column::ReportId,
        report_addition::Column::Ordinal,
    );
    let mut added =
        children::<report_addition::Entity>(db, pick, parent, order, |addition| addition.report_id).await?;
    rows.into_iter()
        .map(|row| {
            let chapters = chapters.remove(&row.id).unwrap_or_default();
            let added = added.remove(&row.id).unwrap_or_default();
            read(row, chapters, added)
        })
        .collect()
}

fn row(report: &Report, stamp: Stamp) -> Result<report::Model> {
    let place = Row::of(TABLE, report.id.0);
    let (assignment, decision) = (report.assignment.as_ref(), report.decision.as_ref());
    let record = decision.and_then(|it| it.record);
    Ok(report::Model {
        id: report.id.0,
        title: report.title.clone(),
        from_year: report.from_year,
        to_year: report.to_year,
        area_set_id: report.area_set.0,
        grading_scheme_id: report.grading_scheme.0,
        cut_off: report.cut_off,
        assignment_letter: assignment.map(|it| it.letter.clone()),
        assignment_number: assignment.and_then(|it| it.number.clone()),
        assignment_name: assignment.and_then(|it| it.name.clone()),
        assignment_due: assignment.and_then(|it| it.due),
        assignment_recipient: assignment.and_then(|it| it.recipient.clone()),
        registry_number: report.registry_number.clone(),
        decision_on: decision.map(|it| it.on),
        decision_decider_title: decision.map(|it| it.decider_title.clone()),
        decision_forum: decision.and_then(|it| it.forum.clone()),
        decision_registry_number: decision.and_then(|it| it.registry_number.clone()),
        decision_role: record.map(|it| place.code_of(&it.role)).transpose()?,
        decision_at: record.map(|it| micros(it.at)),
        decision_elsewhere: record.is_some_and(|it| it.elsewhere),
        presenters_json: place.json_of(&report.presenters)?,
        requirements_json: place.json_of(&report.requirements)?,
        materials_json: place.json_of(&report.materials)?,
        references_json: place.json_of(&report.references)?,
        notes_json: place.json_of(&report.notes)?,
        conflicts_json: place.json_of(&report.conflicts)?,
        state: report.state.code().to_owned(),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_children(db: &impl ConnectionTrait, reports: &[Report]) -> Result<()> {
    let chapters = reports
        .iter()
        .flat_map(|report| {
            (0..)
                .zip(&report.chapters)
                .map(|(ordinal, chapter)| chapter_row(report.id.0, ordinal, chapter))
        })
        .collect::<Result<_>>()?;
    insert_rows::<report_chapter::Entity>(db, chapters).await?;
    let added = reports.iter().flat_map(|report| {
        (0..)
            .zip(&report.added)
            .map(|(ordinal, addition)| report_addition::Model {
                report_id: report.id.0,
                delivery_id: addition.delivery.0,
                ordinal,
                reason: addition.reason.clone(),
            })
    });
    insert_rows::<report_addition::Entity>(db, added.collect()).await
}

fn chapter_row(report_id: Uuid, ordinal: i32, chapter: &Chapter) -> Result<report_chapter::Model> {
    let key = Row::of("report_chapter", report_id).code_of(&chapter.key)?;
    Ok(report_chapter::Model {
        report_id,
        key,
        ordinal,
        text: chapter.text.clone(),
        carried: chapter.carried,
    })
}

fn read(
    row: report::Model,
    chapters: Vec<report_chapter::Model>,
    added: Vec<report_addition::Model>,
) -> Result<Versioned<Report>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let chapter = |chapter: report_chapter::Model| {
        let key = Row::of("report_chapter", row.id).code(&chapter.key)?;
        Ok(Chapter {
            key,
            text: chapter.text,
            carried: chapter.carried,
        })
    };
    let assignment = row.assignment_letter.map(|letter| Assignment {
        letter,
        number: row.assignment_number,
        name: row.assignment_name,
        due: row.assignment_due,
        recipient: row.assignment_recipient,
    });
    let record = match (row.decision_role, row.decision_at) {
        (Some(role), Some(at)) => Some(DecisionRecord {
            role: place.code(&role)?,
            at: place.moment(at)?,
            elsewhere: row.decision_elsewhere,
        }),
        (None, None) => None,
        _ => return Err(place.damaged("of the decision’s role and time only one is there")),
    };
    let decision = match (row.decision_on, row.decision_decider_title) {
        (Some(on), Some(decider_title)) => Some(Decision {
            on,
            decider_title,
            forum: row.decision_forum,
            registry_number: row.decision_registry_number,
            record,
        }),
        (None, None) => None,
        _ => return Err(place.damaged("of the decision’s day and decider only one is there")),
    };
    Ok(stamp.on(Report {
        id: row.id.into(),
        title: row.title,
        from_year: row.from_year,
        to_year: row.to_year,
        area_set: row.area_set_id.into(),
        grading_scheme: row.grading_scheme_id.into(),
        cut_off: row.cut_off,
        assignment,
        registry_number: row.registry_number,
        presenters: place.json(&row.presenters_json)?,
        decision,
        chapters: chapters.into_iter().map(chapter).collect::<Result<_>>()?,
        requirements: place.json(&row.requirements_json)?,
        materials: place.json(&row.materials_json)?,
        references: place.json(&row.references_json)?,
        added: added
            .into_iter()
            .map(|addition| ScopeAddition {
                delivery: addition.delivery_id.into(),
                reason: addition.reason,
            })
            .collect(),
        conflicts: place.json(&row.conflicts_json)?,
        notes: place.json(&row.notes_json)?,
        state: place.code(&row.state)?,
    }))
}
