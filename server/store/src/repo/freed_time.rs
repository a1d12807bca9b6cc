//! What benefits freed, with where the time went, and its review.

use std::collections::HashMap;
use std::slice;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::freed_time::{Disposition, FreedTime};
use domain::id::{AccountId, BenefitId, FactorValueId, FreedTimeId, InitiativeId};
use domain::statement::ApprovalState;
use domain::work::LoggedFreedTime;
use sea_orm::sea_query::{OnConflict, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{freed_time, freed_time_disposition, freed_time_editor};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::benefit;
use crate::repo::codec::Row;
use crate::repo::measurement::WAITING;
use crate::repo::rows::{
    Pick, Stamp, children, delete_children, delete_row, insert_rows, referred_first, update_row, update_rows,
};
use crate::versioned::Versioned;

const TABLE: &str = "freed_time";
const DISPOSITIONS: &str = "freed_time_disposition";

/// An entry with its latest review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreedTimeRecord {
    /// The entry.
    pub entry: Versioned<FreedTime>,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

/// The entry.
pub async fn freed_time_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
) -> Result<Option<FreedTimeRecord>> {
    Ok(find_records(db, &Pick::One(id.0)).await?.pop())
}

/// The entries of a benefit, by year.
pub async fn freed_time_list_of_benefit(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    benefit: BenefitId,
) -> Result<Vec<FreedTimeRecord>> {
    let ids = ids().filter(freed_time::Column::BenefitId.eq(benefit.0));
    find_records(db, &Pick::among(ids.into_query())).await
}

/// The entries of an initiative's benefits, by year.
pub async fn freed_time_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<FreedTimeRecord>> {
    find_records(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// The entries in a state, such as those that wait for approval, by year.
pub async fn freed_time_list_of_state(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    state: ApprovalState,
) -> Result<Vec<FreedTimeRecord>> {
    let ids = ids().filter(freed_time::Column::State.eq(state.code()));
    find_records(db, &Pick::among(ids.into_query())).await
}

/// The entries with these identities, by year; those that are not there are left out.
pub async fn freed_time_list_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[FreedTimeId],
) -> Result<Vec<FreedTimeRecord>> {
    find_records(db, &Pick::These(ids.iter().map(|id| id.0).collect())).await
}

/// Benefit and year of each entry that waits for approval. One statement.
pub async fn freed_time_submitted(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<(BenefitId, i32)>> {
    let rows: Vec<(Uuid, i32)> = freed_time::Entity::find()
        .select_only()
        .columns([freed_time::Column::BenefitId, freed_time::Column::Year])
        .filter(freed_time::Column::State.eq(ApprovalState::Submitted.code()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(benefit, year)| (benefit.into(), year))
        .collect())
}

/// Those that nobody has approved, as far as work on them goes. Two statements.
pub(crate) async fn freed_time_work_list(db: &impl ConnectionTrait) -> Result<Vec<LoggedFreedTime>> {
    let waiting = || freed_time::Column::State.is_in(WAITING.map(ApprovalState::code));
    let rows = freed_time::Entity::find()
        .filter(waiting())
        .order_by_asc(freed_time::Column::Id)
        .all(db)
        .await?;
    let mut editors = editors(db, &Pick::among(ids().filter(waiting()).into_query())).await?;
    rows.into_iter()
        .map(|row| {
            let place = Row::of(TABLE, row.id);
            Ok(LoggedFreedTime {
                id: row.id.into(),
                benefit: row.benefit_id.into(),
                year: row.year,
                state: place.code(&row.state)?,
                edited_by: row.edited_by.map(AccountId),
                editors: accounts(editors.remove(&row.id)),
                review_note: row.review_note,
                reviewed_on: place.optional_day(row.reviewed_at)?,
            })
        })
        .collect()
}

/// Adds one, written by the actor.
pub async fn freed_time_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &FreedTime) -> Result<()> {
    freed_time_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several, which may correct each other.
pub async fn freed_time_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[FreedTime]) -> Result<()> {
    let rows = referred_first(new, |one| one.id.0, |one| one.supersedes.map(|other| other.0))
        .into_iter()
        .map(|one| row(one, Stamp::first(ctx)));
    insert_rows::<freed_time::Entity>(db, rows.collect::<Result<_>>()?).await?;
    insert_dispositions(db, new).await?;
    for one in new {
        editor_note(ctx, db, one.id).await?;
    }
    Ok(())
}

/// Replaces one, unless it has changed since the expected version; gives the new version. What the latest review said
/// stays.
pub async fn freed_time_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &FreedTime,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    row.review_note = ActiveValue::NotSet;
    row.reviewed_by = ActiveValue::NotSet;
    row.reviewed_at = ActiveValue::NotSet;
    let expected = (freed_time::Column::Version, expected_version);
    let version = update_row::<freed_time::Entity>(db, row, (freed_time::Column::Id, id), expected).await?;
    let parent = freed_time_disposition::Column::FreedTimeId;
    delete_children::<freed_time_disposition::Entity>(db, parent, id).await?;
    insert_dispositions(db, slice::from_ref(changed)).await?;
    editor_note(ctx, db, changed.id).await?;
    Ok(version)
}

/// Moves one to a new state with a note, as reviewed by the actor now; gives the new version. Who edited it stays.
pub async fn freed_time_review(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
    expected_version: i32,
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<i32> {
    let mut row = reviewed(ctx, new_state, note);
    row.version = ActiveValue::Set(expected_version.saturating_add(1));
    let expected = (freed_time::Column::Version, expected_version);
    update_row::<freed_time::Entity>(db, row, (freed_time::Column::Id, id.0), expected).await
}

/// Moves several to a new state with one note: all, or none where one has changed since its expected version. Two
/// statements.
pub async fn freed_time_review_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    expected: &[(FreedTimeId, i32)],
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<()> {
    let expected: Vec<(Uuid, i32)> = expected.iter().map(|(id, version)| (id.0, *version)).collect();
    let row = reviewed(ctx, new_state, note);
    let (id, version) = (freed_time::Column::Id, freed_time::Column::Version);
    update_rows::<freed_time::Entity>(db, row, (id, version), &expected).await
}

/// Makes a draft of one that nobody has reviewed; gives the new version. What an earlier review said stays.
pub async fn freed_time_withdraw(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
    expected_version: i32,
) -> Result<i32> {
    let row = freed_time::ActiveModel {
        state: ActiveValue::Set(ApprovalState::Draft.code().to_owned()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<freed_time::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (freed_time::Column::Version, expected_version);
    update_row::<freed_time::Entity>(db, row, (freed_time::Column::Id, id.0), expected).await
}

/// Removes one, unless it has changed since the expected version.
pub async fn freed_time_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
    expected_version: i32,
) -> Result<()> {
    let expected = (freed_time::Column::Version, expected_version);
    delete_row::<freed_time::Entity>(db, (freed_time::Column::Id, id.0), expected).await
}

fn reviewed(ctx: &Ctx, state: ApprovalState, note: Option<&str>) -> freed_time::ActiveModel {
    freed_time::ActiveModel {
        state: ActiveValue::Set(state.code().to_owned()),
        review_note: ActiveValue::Set(note.map(str::to_owned)),
        reviewed_by: ActiveValue::Set(ctx.account_id().map(|id| id.0)),
        reviewed_at: ActiveValue::Set(Some(micros(ctx.now))),
        ..<freed_time::ActiveModel as ActiveModelTrait>::default()
    }
}

/// Whoever edits is noted once; the command line is nobody.
async fn editor_note(ctx: &Ctx, db: &impl ConnectionTrait, id: FreedTimeId) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Ok(());
    };
    let row = freed_time_editor::Model {
        freed_time_id: id.0,
        account_id: account.0,
    };
    let columns = [
        freed_time_editor::Column::FreedTimeId,
        freed_time_editor::Column::AccountId,
    ];
    freed_time_editor::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

async fn editors(
    db: &impl ConnectionTrait,
    pick: &Pick,
) -> Result<HashMap<Uuid, Vec<freed_time_editor::Model>>> {
    let (parent, order) = (
        freed_time_editor::Column::FreedTimeId,
        freed_time_editor::Column::AccountId,
    );
    children::<freed_time_editor::Entity>(db, pick, parent, order, |one| one.freed_time_id).await
}

fn accounts(editors: Option<Vec<freed_time_editor::Model>>) -> Vec<AccountId> {
    let editors = editors.unwrap_or_default().into_iter();
    editors.map(|one| AccountId(one.account_id)).collect()
}

fn ids() -> sea_orm::Select<freed_time::Entity> {
    freed_time::Entity::find()
        .select_only()
        .column(freed_time::Column::Id)
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    ids()
        .filter(freed_time::Column::BenefitId.in_subquery(benefit::ids_of_initiative(initiative)))
        .into_query()
}

/// By year, without their review. Two statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<FreedTime>>> {
    let (rows, mut dispositions) = rows(db, pick).await?;
    rows.into_iter()
        .map(|row| {
            let its = dispositions.remove(&row.id).unwrap_or_default();
            read(row, its)
        })
        .collect()
}

/// By year, with their review. Three statements.
async fn find_records(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<FreedTimeRecord>> {
    let (rows, mut dispositions) = rows(db, pick).await?;
    let mut editors = editors(db, pick).await?;
    rows.into_iter()
        .map(|row| {
            let (id, place) = (row.id, Row::of(TABLE, row.id));
            let its = dispositions.remove(&id).unwrap_or_default();
            Ok(FreedTimeRecord {
                editors: accounts(editors.remove(&id)),
                review_note: row.review_note.clone(),
                reviewed_by: row.reviewed_by.map(AccountId),
                reviewed_at: row.reviewed_at.map(|at| place.moment(at)).transpose()?,
                entry: read(row, its)?,
            })
        })
        .collect()
}

type Dispositions = HashMap<Uuid, Vec<freed_time_disposition::Model>>;

async fn rows(db: &impl ConnectionTrait, pick: &Pick) -> Result<(Vec<freed_time::Model>, Dispositions)> {
    let rows = freed_time::Entity::find()
        .filter(pick.on(freed_time::Column::Id))
        .order_by_asc(freed_time::Column::Year)
        .order_by_asc(freed_time::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        freed_time_disposition::Column::FreedTimeId,
        freed_time_disposition::Column::Ordinal,
    );
    let dispositions =
        children::<freed_time_disposition::Entity>(db, pick, parent, order, |one| one.freed_time_id).await?;
    Ok((rows, dispositions))
}

fn row(entry: &FreedTime, stamp: Stamp) -> Result<freed_time::Model> {
    let place = Row::of(TABLE, entry.id.0);
    let (amount_mantissa, amount_scale) = place.digits_of("amount_mantissa", entry.amount)?;
    let (hours_mantissa, hours_scale) = place.digits_of("hours_mantissa", entry.hours)?;
    Ok(freed_time::Model {
        id: entry.id.0,
        benefit_id: entry.benefit.0,
        year: entry.year,
        unit: entry.unit.code().to_owned(),
        amount_mantissa,
        amount_scale,
        factor_value_id: entry.factor_value.map(|id| id.0),
        hours_mantissa,
        hours_scale,
        note: entry.note.clone(),
        state: entry.state.code().to_owned(),
        supersedes_id: entry.supersedes.map(|other| other.0),
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_dispositions(db: &impl ConnectionTrait, entries: &[FreedTime]) -> Result<()> {
    let rows = entries.iter().flat_map(|entry| {
        (0..)
            .zip(&entry.dispositions)
            .map(|(ordinal, one)| disposition_row(entry.id, ordinal, one))
    });
    insert_rows::<freed_time_disposition::Entity>(db, rows.collect::<Result<_>>()?).await
}

fn disposition_row(
    entry: FreedTimeId,
    ordinal: i32,
    one: &Disposition,
) -> Result<freed_time_disposition::Model> {
    let place = Row::of(DISPOSITIONS, entry.0);
    let hours = one
        .hours
        .map(|hours| place.digits_of("hours_mantissa", hours))
        .transpose()?;
    Ok(freed_time_disposition::Model {
        freed_time_id: entry.0,
        ordinal,
        kind: one.kind.code().to_owned(),
        hours_mantissa: hours.map(|(mantissa, _)| mantissa),
        hours_scale: hours.map(|(_, scale)| scale),
        text: one.text.clone(),
    })
}

fn read(
    row: freed_time::Model,
    dispositions: Vec<freed_time_disposition::Model>,
) -> Result<Versioned<FreedTime>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let disposition = |one: freed_time_disposition::Model| {
        let place = Row::of(DISPOSITIONS, row.id);
        let hours = one.hours_mantissa.zip(one.hours_scale);
        Ok(Disposition {
            kind: place.code(&one.kind)?,
            hours: hours
                .map(|(mantissa, scale)| place.decimal(mantissa, scale))
                .transpose()?,
            text: one.text,
        })
    };
    Ok(stamp.on(FreedTime {
        id: row.id.into(),
        benefit: row.benefit_id.into(),
        year: row.year,
        unit: place.code(&row.unit)?,
        amount: place.decimal(row.amount_mantissa, row.amount_scale)?,
        factor_value: row.factor_value_id.map(FactorValueId),
        hours: place.decimal(row.hours_mantissa, row.hours_scale)?,
        note: row.note,
        dispositions: dispositions.into_iter().map(disposition).collect::<Result<_>>()?,
        state: place.code(&row.state)?,
        supersedes: row.supersedes_id.map(FreedTimeId),
    }))
}
