//! Measurements with what they can be checked against, and their review.

use std::slice;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ctx::Ctx;
use domain::id::{AccountId, MeasureId, MeasurementId};
use domain::measure::{Period, Value};
use domain::measurement::{Measurement, Proof};
use domain::statement::ApprovalState;
use rust_decimal::Decimal;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{measurement, measurement_proof};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::editor::{measurement_editors, measurement_editors_note};
use crate::repo::rows::{
    Pick, Stamp, children, delete_children, insert_rows, referred_first, update_row, update_rows,
};
use crate::versioned::Versioned;

pub(super) const TABLE: &str = "measurement";

/// A measurement with its latest review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasurementRecord {
    /// The measurement.
    pub measurement: Versioned<Measurement>,
    /// Everybody who has edited it: none of them approves it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

/// The measurement.
pub async fn measurement_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: MeasurementId,
) -> Result<Option<MeasurementRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The measurements of a measure, by period.
pub async fn measurement_list_of_measure(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measure: MeasureId,
) -> Result<Vec<MeasurementRecord>> {
    let ids = ids().filter(measurement::Column::MeasureId.eq(measure.0));
    find(db, &Pick::among(ids.into_query())).await
}

/// The measurements of some measures, by period.
pub async fn measurement_list_of_measures(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
) -> Result<Vec<MeasurementRecord>> {
    let ids = ids().filter(measurement::Column::MeasureId.is_in(measures.iter().map(|id| id.0)));
    find(db, &Pick::among(ids.into_query())).await
}

/// The measurements in a state, such as those that wait for approval.
pub async fn measurement_list_of_state(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    state: ApprovalState,
) -> Result<Vec<MeasurementRecord>> {
    let ids = ids().filter(measurement::Column::State.eq(state.code()));
    find(db, &Pick::among(ids.into_query())).await
}

/// The measurements of one period, of these measures.
pub async fn measurement_list_of_period(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
    period: Period,
) -> Result<Vec<MeasurementRecord>> {
    let ids = ids()
        .filter(of_measures(measures))
        .filter(measurement::Column::FirstDay.eq(period.first))
        .filter(measurement::Column::LastDay.eq(period.last));
    find(db, &Pick::among(ids.into_query())).await
}

/// The measurements of these measures that lie within a time.
pub async fn measurement_list_within(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
    around: Period,
) -> Result<Vec<MeasurementRecord>> {
    let ids = ids()
        .filter(of_measures(measures))
        .filter(measurement::Column::FirstDay.gte(around.first))
        .filter(measurement::Column::LastDay.lte(around.last));
    find(db, &Pick::among(ids.into_query())).await
}

/// Of each of these measures, those approved measurements that end last of all that end before a day: the latest, with
/// what corrects it. What they can be checked against is left out. One statement.
pub async fn measurement_list_latest(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
    before: NaiveDate,
) -> Result<Vec<Measurement>> {
    let newest = Alias::new("newest");
    let of = |column| Expr::col((newest.clone(), column));
    let last = Query::select()
        .expr(of(measurement::Column::LastDay).max())
        .from_as(measurement::Entity, newest.clone())
        .and_where(
            of(measurement::Column::MeasureId).equals((measurement::Entity, measurement::Column::MeasureId)),
        )
        .and_where(of(measurement::Column::State).eq(ApprovalState::Approved.code()))
        .and_where(of(measurement::Column::LastDay).lt(before))
        .take();
    let last = Expr::SubQuery(None, Box::new(last.into()));
    let ids = ids()
        .filter(of_measures(measures))
        .filter(measurement::Column::State.eq(ApprovalState::Approved.code()))
        .filter(Expr::col((measurement::Entity, measurement::Column::LastDay)).eq(last));
    find_bare(db, ids.into_query()).await
}

fn of_measures(measures: &[MeasureId]) -> Condition {
    let these = Pick::These(measures.iter().map(|id| id.0).collect());
    these.on(measurement::Column::MeasureId)
}

/// All measurements, by period.
pub async fn measurement_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<MeasurementRecord>> {
    find(db, &Pick::All).await
}

/// The measurements with these identities, by period; those that are not there are left out.
pub async fn measurement_list_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[MeasurementId],
) -> Result<Vec<MeasurementRecord>> {
    find(db, &Pick::These(ids.iter().map(|id| id.0).collect())).await
}

/// Adds one.
pub async fn measurement_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Measurement) -> Result<()> {
    measurement_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several, which may correct each other.
pub async fn measurement_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[Measurement],
) -> Result<()> {
    let rows = referred_first(new, |one| one.id.0, |one| one.supersedes.map(|other| other.0))
        .into_iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<measurement::Entity>(db, rows).await?;
    measurement_editors_note(ctx, db, new).await?;
    insert_proofs(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. What the latest review said
/// stays.
pub async fn measurement_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Measurement,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    row.review_note = ActiveValue::NotSet;
    row.reviewed_by = ActiveValue::NotSet;
    row.reviewed_at = ActiveValue::NotSet;
    let expected = (measurement::Column::Version, expected_version);
    let version = update_row::<measurement::Entity>(db, row, (measurement::Column::Id, id), expected).await?;
    delete_children::<measurement_proof::Entity>(db, measurement_proof::Column::MeasurementId, id).await?;
    insert_proofs(db, slice::from_ref(changed)).await?;
    measurement_editors_note(ctx, db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Moves one to a new state with a note, as reviewed by the actor now; gives the new version. Who edited it stays.
pub async fn measurement_review(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: MeasurementId,
    expected_version: i32,
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<i32> {
    let mut row = reviewed(ctx, new_state, note);
    row.version = ActiveValue::Set(expected_version.saturating_add(1));
    let expected = (measurement::Column::Version, expected_version);
    update_row::<measurement::Entity>(db, row, (measurement::Column::Id, id.0), expected).await
}

/// Moves several to a new state with one note: all, or none where one has changed since its expected version. Two
/// statements.
pub async fn measurement_review_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    expected: &[(MeasurementId, i32)],
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<()> {
    let expected: Vec<(Uuid, i32)> = expected.iter().map(|(id, version)| (id.0, *version)).collect();
    let row = reviewed(ctx, new_state, note);
    let (id, version) = (measurement::Column::Id, measurement::Column::Version);
    update_rows::<measurement::Entity>(db, row, (id, version), &expected).await
}

/// Makes a draft of one that nobody has reviewed; gives the new version. What an earlier review said stays.
pub async fn measurement_withdraw(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: MeasurementId,
    expected_version: i32,
) -> Result<i32> {
    let row = measurement::ActiveModel {
        state: ActiveValue::Set(ApprovalState::Draft.code().to_owned()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<measurement::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (measurement::Column::Version, expected_version);
    update_row::<measurement::Entity>(db, row, (measurement::Column::Id, id.0), expected).await
}

fn reviewed(ctx: &Ctx, state: ApprovalState, note: Option<&str>) -> measurement::ActiveModel {
    measurement::ActiveModel {
        state: ActiveValue::Set(state.code().to_owned()),
        review_note: ActiveValue::Set(note.map(str::to_owned)),
        reviewed_by: ActiveValue::Set(ctx.account_id().map(|id| id.0)),
        reviewed_at: ActiveValue::Set(Some(micros(ctx.now))),
        ..<measurement::ActiveModel as ActiveModelTrait>::default()
    }
}

/// States in which nobody has approved it.
pub(crate) const WAITING: [ApprovalState; 3] = [
    ApprovalState::Draft,
    ApprovalState::Submitted,
    ApprovalState::Returned,
];

pub(super) fn ids() -> sea_orm::Select<measurement::Entity> {
    measurement::Entity::find()
        .select_only()
        .column(measurement::Column::Id)
}

/// By period. Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<MeasurementRecord>> {
    let rows = measurement::Entity::find()
        .filter(pick.on(measurement::Column::Id))
        .order_by_asc(measurement::Column::LastDay)
        .order_by_asc(measurement::Column::FirstDay)
        .order_by_asc(measurement::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        measurement_proof::Column::MeasurementId,
        measurement_proof::Column::Ordinal,
    );
    let mut proofs =
        children::<measurement_proof::Entity>(db, pick, parent, order, |one| one.measurement_id).await?;
    let mut editors = measurement_editors(db, pick).await?;
    rows.into_iter()
        .map(|row| {
            let proofs = proofs.remove(&row.id).unwrap_or_default();
            let editors = editors.remove(&row.id).unwrap_or_default();
            read(row, proofs, editors)
        })
        .collect()
}

/// Those that a sub-select of identities gives, without what they can be checked against or who has edited them. One
/// statement.
pub(crate) async fn find_bare(db: &impl ConnectionTrait, ids: SelectStatement) -> Result<Vec<Measurement>> {
    let them = Query::select()
        .from(measurement::Entity)
        .and_where(Expr::col((measurement::Entity, measurement::Column::Id)).in_subquery(ids))
        .take();
    find_bare_among(db, them).await
}

/// The same of those that a selection without columns gives: where it has found them already, nothing is looked up by
/// identity a second time.
pub(crate) async fn find_bare_among(
    db: &impl ConnectionTrait,
    mut them: SelectStatement,
) -> Result<Vec<Measurement>> {
    them.columns(measurement::Column::iter().map(|column| (measurement::Entity, column)));
    let them = db.get_database_backend().build(&them);
    let mut rows = measurement::Model::find_by_statement(them).all(db).await?;
    rows.sort_unstable_by_key(|row| row.id);
    rows.into_iter()
        .map(|row| Ok(read(row, Vec::new(), Vec::new())?.measurement.value))
        .collect()
}

/// The columns of a number that need not be there.
fn digits(place: Row, column: &'static str, value: Option<Decimal>) -> Result<(Option<i64>, Option<i16>)> {
    let digits = value.map(|value| place.digits_of(column, value)).transpose()?;
    Ok(digits.unzip())
}

fn row(measurement: &Measurement, stamp: Stamp) -> Result<measurement::Model> {
    let place = Row::of(TABLE, measurement.id.0);
    let (value, numerator, denominator) = match measurement.value {
        Value::Plain { value } => (Some(value), None, None),
        Value::Ratio {
            numerator,
            denominator,
        } => (None, Some(numerator), Some(denominator)),
    };
    let (value_mantissa, value_scale) = digits(place, "value_mantissa", value)?;
    let (numerator_mantissa, numerator_scale) = digits(place, "numerator_mantissa", numerator)?;
    let (denominator_mantissa, denominator_scale) = digits(place, "denominator_mantissa", denominator)?;
    Ok(measurement::Model {
        id: measurement.id.0,
        measure_id: measurement.measure.0,
        definition: measurement.definition,
        first_day: measurement.period.first,
        last_day: measurement.period.last,
        preliminary: measurement.preliminary,
        value_mantissa,
        value_scale,
        numerator_mantissa,
        numerator_scale,
        denominator_mantissa,
        denominator_scale,
        splits: place.json_of(&measurement.splits)?,
        source: measurement.source.clone(),
        comment: measurement.comment.clone(),
        state: measurement.state.code().to_owned(),
        imported: measurement.imported,
        supersedes_id: measurement.supersedes.map(|other| other.0),
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_proofs(db: &impl ConnectionTrait, measurements: &[Measurement]) -> Result<()> {
    let proofs = measurements.iter().flat_map(|measurement| {
        (0..)
            .zip(&measurement.proofs)
            .map(|(ordinal, proof)| measurement_proof::Model {
                measurement_id: measurement.id.0,
                ordinal,
                kind: proof.kind.code().to_owned(),
                text: proof.text.clone(),
                hash: proof.hash.clone(),
            })
    });
    insert_rows::<measurement_proof::Entity>(db, proofs.collect()).await
}

fn read(
    row: measurement::Model,
    proofs: Vec<measurement_proof::Model>,
    editors: Vec<AccountId>,
) -> Result<MeasurementRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let number = |mantissa: Option<i64>, scale: Option<i16>| {
        let both = mantissa.zip(scale);
        both.map(|(mantissa, scale)| place.decimal(mantissa, scale))
            .transpose()
    };
    let plain = number(row.value_mantissa, row.value_scale)?;
    let numerator = number(row.numerator_mantissa, row.numerator_scale)?;
    let denominator = number(row.denominator_mantissa, row.denominator_scale)?;
    let value = match (plain, numerator, denominator) {
        (Some(value), None, None) => Value::Plain { value },
        (None, Some(numerator), Some(denominator)) => Value::Ratio {
            numerator,
            denominator,
        },
        _ => return Err(place.damaged("neither a number nor a ratio")),
    };
    let proof = |proof: measurement_proof::Model| {
        Ok(Proof {
            kind: Row::of("measurement_proof", row.id).code(&proof.kind)?,
            text: proof.text,
            hash: proof.hash,
        })
    };
    let measurement = Measurement {
        id: row.id.into(),
        measure: row.measure_id.into(),
        definition: row.definition,
        period: Period {
            first: row.first_day,
            last: row.last_day,
        },
        preliminary: row.preliminary,
        value,
        splits: place.json(&row.splits)?,
        source: row.source,
        comment: row.comment,
        proofs: proofs.into_iter().map(proof).collect::<Result<_>>()?,
        state: place.code(&row.state)?,
        imported: row.imported,
        supersedes: row.supersedes_id.map(MeasurementId),
    };
    Ok(MeasurementRecord {
        measurement: stamp.on(measurement),
        editors,
        review_note: row.review_note,
        reviewed_by: row.reviewed_by.map(AccountId),
        reviewed_at: row.reviewed_at.map(|at| place.moment(at)).transpose()?,
    })
}
