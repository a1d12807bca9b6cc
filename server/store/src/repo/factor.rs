//! The factor library: factors, their values, and the values' reviews.

use std::collections::{BTreeSet, HashMap};
use std::slice;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ctx::Ctx;
use domain::factor::{Factor, FactorValue};
use domain::id::{AccountId, FactorId, FactorValueId};
use domain::statement::ApprovalState;
use domain::work::LoggedFactorValue;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef,
};
use uuid::Uuid;

use crate::entity::{factor, factor_value, factor_value_editor};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "factor";
const VALUES: &str = "factor_value";

/// A factor with what its values' reviews need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorRecord {
    /// The factor. Its version covers its values.
    pub factor: Versioned<Factor>,
    /// By value, what is kept beside it.
    pub reviews: HashMap<FactorValueId, ValueReview>,
}

/// What is kept beside a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueReview {
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub by: Option<AccountId>,
    /// When it was reviewed.
    pub at: Option<DateTime<Utc>>,
}

/// The factor.
pub async fn factor_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FactorId,
) -> Result<Option<FactorRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All factors, by name. Three statements.
pub async fn factor_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<FactorRecord>> {
    find(db, &Pick::All).await
}

/// All factors as they are used: without who has written them. Two statements.
pub async fn factor_library(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Factor>> {
    let (factors, mut values) = rows(db, &Pick::All).await?;
    factors
        .into_iter()
        .map(|row| {
            let values = values.remove(&row.id).unwrap_or_default();
            Ok(read(row, &values)?.value)
        })
        .collect()
}

/// Values that nobody has approved yet, as far as work on them goes. Two statements.
pub(crate) async fn factor_work_list(db: &impl ConnectionTrait) -> Result<Vec<LoggedFactorValue>> {
    let to_factor: RelationDef = factor_value::Entity::belongs_to(factor::Entity)
        .from(factor_value::Column::FactorId)
        .to(factor::Column::Id)
        .into();
    let waits = || factor_value::Column::State.ne(ApprovalState::Approved.code());
    let found: Vec<(Uuid, Uuid, String, NaiveDate, String, Option<String>)> = factor_value::Entity::find()
        .select_only()
        .columns([factor_value::Column::Id, factor_value::Column::FactorId])
        .column(factor::Column::Name)
        .columns([
            factor_value::Column::ValidFrom,
            factor_value::Column::State,
            factor_value::Column::ReviewNote,
        ])
        .join(JoinType::InnerJoin, to_factor)
        .filter(waits())
        .order_by_asc(factor_value::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let its = factor_value::Entity::find()
        .select_only()
        .column(factor_value::Column::Id)
        .filter(waits())
        .into_query();
    let mut editors = editors_of(db, &Pick::among(its)).await?;
    found
        .into_iter()
        .map(|(id, factor, name, from, state, review_note)| {
            Ok(LoggedFactorValue {
                id: id.into(),
                factor: factor.into(),
                name,
                from,
                state: Row::of(VALUES, id).code(&state)?,
                editors: editors.remove(&id).unwrap_or_default(),
                review_note,
            })
        })
        .collect()
}

/// Adds one, written by the actor.
pub async fn factor_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Factor) -> Result<()> {
    factor_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn factor_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Factor]) -> Result<()> {
    let heads = new.iter().map(|one| row(one, Stamp::first(ctx))).collect();
    insert_rows::<factor::Entity>(db, heads).await?;
    let mut values = Vec::new();
    for one in new {
        for (ordinal, value) in (0..).zip(&one.values) {
            values.push(value_row(one.id, ordinal, value)?);
        }
    }
    let written: Vec<Uuid> = values.iter().map(|value| value.id).collect();
    insert_rows::<factor_value::Entity>(db, values).await?;
    editor_note(ctx, db, &written).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. Values that are the same stay
/// as they are, with what their reviews said; the actor has edited the others, unless only their state differs.
pub async fn factor_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Factor,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let head = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let expected = (factor::Column::Version, expected_version);
    let version = update_row::<factor::Entity>(db, head, (factor::Column::Id, id), expected).await?;
    let stored = factor_value::Entity::find()
        .filter(factor_value::Column::FactorId.eq(id))
        .all(db)
        .await?;
    let kept: BTreeSet<Uuid> = changed.values.iter().map(|value| value.id.0).collect();
    let gone: Vec<Uuid> = stored
        .iter()
        .map(|row| row.id)
        .filter(|id| !kept.contains(id))
        .collect();
    if !gone.is_empty() {
        factor_value::Entity::delete_many()
            .filter(factor_value::Column::Id.is_in(gone))
            .exec(db)
            .await?;
    }
    let (mut new, mut written) = (Vec::new(), Vec::new());
    for (ordinal, value) in (0..).zip(&changed.values) {
        let row = value_row(changed.id, ordinal, value)?;
        let Some(before) = stored.iter().find(|before| before.id == row.id) else {
            written.push(row.id);
            new.push(row);
            continue;
        };
        let same_but_for_state = factor_value::Model {
            ordinal: before.ordinal,
            state: before.state.clone(),
            review_note: before.review_note.clone(),
            reviewed_by: before.reviewed_by,
            reviewed_at: before.reviewed_at,
            ..row.clone()
        };
        if same_but_for_state != *before {
            written.push(row.id);
        }
        if row.state != before.state || row.ordinal != before.ordinal || same_but_for_state != *before {
            let mut row = row.into_active_model().reset_all();
            row.review_note = ActiveValue::NotSet;
            row.reviewed_by = ActiveValue::NotSet;
            row.reviewed_at = ActiveValue::NotSet;
            factor_value::Entity::update(row).exec(db).await?;
        }
    }
    insert_rows::<factor_value::Entity>(db, new).await?;
    editor_note(ctx, db, &written).await?;
    Ok(version)
}

/// Moves a value to a new state, unless its factor has changed since the expected version; gives the factor's new
/// version. Who edited it stays. With a review it was the actor who judged, now, with this note; without, what an earlier
/// review said stays.
pub async fn factor_value_move(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    (factor, value): (FactorId, FactorValueId),
    expected_version: i32,
    new_state: ApprovalState,
    review: Option<Option<&str>>,
) -> Result<i32> {
    let head = factor::ActiveModel {
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<factor::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (factor::Column::Version, expected_version);
    let version = update_row::<factor::Entity>(db, head, (factor::Column::Id, factor.0), expected).await?;
    let mut row = factor_value::ActiveModel {
        id: ActiveValue::Unchanged(value.0),
        state: ActiveValue::Set(new_state.code().to_owned()),
        ..<factor_value::ActiveModel as ActiveModelTrait>::default()
    };
    if let Some(note) = review {
        row.review_note = ActiveValue::Set(note.map(str::to_owned));
        row.reviewed_by = ActiveValue::Set(ctx.account_id().map(|id| id.0));
        row.reviewed_at = ActiveValue::Set(Some(micros(ctx.now)));
    }
    factor_value::Entity::update(row).exec(db).await?;
    Ok(version)
}

/// Whoever edits is noted once; the command line is nobody.
async fn editor_note(ctx: &Ctx, db: &impl ConnectionTrait, values: &[Uuid]) -> Result<()> {
    let Some(account) = ctx.account_id().filter(|_| !values.is_empty()) else {
        return Ok(());
    };
    let rows = values.iter().map(|value| {
        let row = factor_value_editor::Model {
            value_id: *value,
            account_id: account.0,
        };
        row.into_active_model()
    });
    let columns = [
        factor_value_editor::Column::ValueId,
        factor_value_editor::Column::AccountId,
    ];
    factor_value_editor::Entity::insert_many(rows)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

type Values = HashMap<Uuid, Vec<factor_value::Model>>;

/// Two statements.
async fn rows(db: &impl ConnectionTrait, pick: &Pick) -> Result<(Vec<factor::Model>, Values)> {
    let factors = factor::Entity::find()
        .filter(pick.on(factor::Column::Id))
        .order_by_asc(factor::Column::Name)
        .order_by_asc(factor::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (factor_value::Column::FactorId, factor_value::Column::Ordinal);
    let values = children::<factor_value::Entity>(db, pick, parent, order, |one| one.factor_id).await?;
    Ok((factors, values))
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<FactorRecord>> {
    let (factors, mut values) = rows(db, pick).await?;
    let its = match pick {
        Pick::All => Pick::All,
        _ => Pick::among(
            factor_value::Entity::find()
                .select_only()
                .column(factor_value::Column::Id)
                .filter(pick.on(factor_value::Column::FactorId))
                .into_query(),
        ),
    };
    let mut editors = editors_of(db, &its).await?;
    factors
        .into_iter()
        .map(|row| {
            let values = values.remove(&row.id).unwrap_or_default();
            let mut reviews = HashMap::new();
            for value in &values {
                let at = value.reviewed_at;
                let at = at.map(|at| Row::of(VALUES, value.id).moment(at)).transpose()?;
                let review = ValueReview {
                    editors: editors.remove(&value.id).unwrap_or_default(),
                    note: value.review_note.clone(),
                    by: value.reviewed_by.map(AccountId),
                    at,
                };
                reviews.insert(FactorValueId(value.id), review);
            }
            let factor = read(row, &values)?;
            Ok(FactorRecord { factor, reviews })
        })
        .collect()
}

async fn editors_of(db: &impl ConnectionTrait, values: &Pick) -> Result<HashMap<Uuid, Vec<AccountId>>> {
    let (parent, order) = (
        factor_value_editor::Column::ValueId,
        factor_value_editor::Column::AccountId,
    );
    let editors =
        children::<factor_value_editor::Entity>(db, values, parent, order, |one| one.value_id).await?;
    let accounts =
        |all: Vec<factor_value_editor::Model>| all.into_iter().map(|one| AccountId(one.account_id)).collect();
    Ok(editors
        .into_iter()
        .map(|(value, all)| (value, accounts(all)))
        .collect())
}

fn row(factor: &Factor, stamp: Stamp) -> factor::Model {
    factor::Model {
        id: factor.id.0,
        name: factor.name.clone(),
        kind: factor.kind.code().to_owned(),
        unit: factor.unit.clone(),
        description: factor.description.clone(),
        ended_on: factor.ended_on,
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

fn value_row(factor: FactorId, ordinal: i32, value: &FactorValue) -> Result<factor_value::Model> {
    let (value_mantissa, value_scale) =
        Row::of(VALUES, value.id.0).digits_of("value_mantissa", value.value)?;
    Ok(factor_value::Model {
        id: value.id.0,
        factor_id: factor.0,
        ordinal,
        valid_from: value.from,
        value_mantissa,
        value_scale,
        price_level: value.price_level,
        source: value.source.clone(),
        state: value.state.code().to_owned(),
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
    })
}

fn read(row: factor::Model, values: &[factor_value::Model]) -> Result<Versioned<Factor>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let value = |value: &factor_value::Model| {
        let place = Row::of(VALUES, value.id);
        Ok(FactorValue {
            id: value.id.into(),
            from: value.valid_from,
            value: place.decimal(value.value_mantissa, value.value_scale)?,
            price_level: value.price_level,
            source: value.source.clone(),
            state: place.code(&value.state)?,
        })
    };
    Ok(stamp.on(Factor {
        id: row.id.into(),
        name: row.name,
        kind: place.code(&row.kind)?,
        unit: row.unit,
        description: row.description,
        ended_on: row.ended_on,
        values: values.iter().map(value).collect::<Result<_>>()?,
    }))
}
