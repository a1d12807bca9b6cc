//! What all repositories share: which rows are meant, children of many parents at once, inserts in
//! as few statements as SQLite allows, and updates that notice a change in between.

use std::collections::{HashMap, HashSet};

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::statement::ApprovalState;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Iterable,
    QueryFilter, QueryOrder, QuerySelect, RuntimeErr,
};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::versioned::Versioned;

/// SQLite refuses a statement with more values than this.
const MOST_VALUES: usize = 32_766;

/// Which rows are meant, by the identity of what they belong to.
#[derive(Clone, Debug)]
pub(crate) enum Pick {
    All,
    One(Uuid),
    /// These; no more than a page or two of them.
    These(Vec<Uuid>),
    /// Those that a sub-select of one column gives.
    Among(Box<SelectStatement>),
}

impl Pick {
    pub(crate) fn among(ids: SelectStatement) -> Self {
        Self::Among(Box::new(ids))
    }

    pub(crate) fn on(&self, column: impl ColumnTrait) -> Condition {
        match self {
            Self::All => Condition::all(),
            Self::One(id) => Condition::all().add(column.eq(*id)),
            Self::These(ids) => Condition::all().add(column.is_in(ids.iter().copied())),
            Self::Among(ids) => Condition::all().add(column.in_subquery(ids.as_ref().clone())),
        }
    }
}

/// The state is that of something approved. Said so that no index of states is used for it: nearly everything is approved, and
/// SQLite, which does not know that, would look through all of it for the few that are meant.
pub(crate) fn is_approved(state: Expr) -> Expr {
    let approved = Expr::case(state.eq(ApprovalState::Approved.code()), 1).finally(0);
    Expr::value(1).eq(approved)
}

/// The rows of a child table by parent, in order.
pub(crate) async fn children<E: EntityTrait>(
    db: &impl ConnectionTrait,
    pick: &Pick,
    parent: E::Column,
    order: E::Column,
    parent_of: impl Fn(&E::Model) -> Uuid,
) -> Result<HashMap<Uuid, Vec<E::Model>>> {
    let rows = E::find()
        .filter(pick.on(parent))
        .order_by_asc(order)
        .all(db)
        .await?;
    Ok(by_parent(rows, parent_of))
}

/// Groups rows by parent and keeps their order.
pub(crate) fn by_parent<T>(rows: Vec<T>, parent_of: impl Fn(&T) -> Uuid) -> HashMap<Uuid, Vec<T>> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(parent_of(&row)).or_default().push(row);
    }
    groups
}

/// Inserts rows, all in one statement unless SQLite refuses so many values.
pub(crate) async fn insert_rows<E>(db: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let at_once = MOST_VALUES / E::Column::iter().count().max(1);
    let mut rows = rows
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .peekable();
    while rows.peek().is_some() {
        let some: Vec<E::ActiveModel> = rows.by_ref().take(at_once).collect();
        E::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Inserts those rows that are not there yet, as these columns tell.
pub(crate) async fn insert_new_rows<E>(
    db: &impl ConnectionTrait,
    rows: Vec<E::Model>,
    key: &[E::Column],
) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let at_once = MOST_VALUES / E::Column::iter().count().max(1);
    let mut rows = rows
        .into_iter()
        .map(IntoActiveModel::into_active_model)
        .peekable();
    while rows.peek().is_some() {
        let some: Vec<E::ActiveModel> = rows.by_ref().take(at_once).collect();
        let there = OnConflict::columns(key.iter().copied()).do_nothing().to_owned();
        E::insert_many(some)
            .on_conflict(there)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Deletes the children of one parent.
pub(crate) async fn delete_children<E: EntityTrait>(
    db: &impl ConnectionTrait,
    parent: E::Column,
    id: Uuid,
) -> Result<()> {
    E::delete_many().filter(parent.eq(id)).exec(db).await?;
    Ok(())
}

/// Version and editor of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    pub(crate) version: i32,
    pub(crate) edited_by: Option<Uuid>,
}

impl Stamp {
    /// Of a new row.
    pub(crate) fn first(ctx: &Ctx) -> Self {
        Self {
            version: 1,
            edited_by: ctx.account_id().map(|id| id.0),
        }
    }

    /// Of a row that is changed now.
    pub(crate) fn after(ctx: &Ctx, expected_version: i32) -> Self {
        Self {
            version: expected_version.saturating_add(1),
            ..Self::first(ctx)
        }
    }

    pub(crate) fn on<T>(self, value: T) -> Versioned<T> {
        Versioned {
            value,
            version: self.version,
            edited_by: self.edited_by.map(AccountId),
        }
    }
}

/// Updates the row of an identity, given that its version still is the expected one. The row holds
/// the version after that, which is returned.
pub(crate) async fn update_row<E>(
    db: &impl ConnectionTrait,
    row: impl ActiveModelTrait<Entity = E>,
    (id_column, id): (E::Column, Uuid),
    (version_column, expected): (E::Column, i32),
) -> Result<i32>
where
    E: EntityTrait,
{
    let mut row = row.reset_all();
    row.not_set(id_column);
    let updated = E::update_many()
        .set(row)
        .filter(id_column.eq(id))
        .filter(version_column.eq(expected))
        .exec(db)
        .await?;
    if updated.rows_affected == 0 {
        return Err(StoreError::Stale {
            table: E::default().table_name(),
            id,
        });
    }
    Ok(expected.saturating_add(1))
}

/// Deletes the row of an identity, given that its version still is the expected one and that nothing
/// refers to it ([`StoreError::Reference`] where something does).
pub(crate) async fn delete_row<E: EntityTrait>(
    db: &impl ConnectionTrait,
    (id_column, id): (E::Column, Uuid),
    (version_column, expected): (E::Column, i32),
) -> Result<()> {
    let deleted = E::delete_many()
        .filter(id_column.eq(id))
        .filter(version_column.eq(expected))
        .exec(db)
        .await
        .map_err(still_referred_to)?;
    if deleted.rows_affected == 0 {
        return Err(StoreError::Stale {
            table: E::default().table_name(),
            id,
        });
    }
    Ok(())
}

/// Deletes the rows that fit, given that nothing else refers to them ([`StoreError::Reference`] where
/// something does).
pub(crate) async fn delete_rows<E: EntityTrait>(db: &impl ConnectionTrait, fitting: Expr) -> Result<()> {
    let delete = E::delete_many().filter(fitting);
    delete.exec(db).await.map_err(still_referred_to)?;
    Ok(())
}

/// SQLite tells a delete that a reference restricts by the code that it has for triggers, which the
/// kinds of errors do not know. A table from which rows are deleted has no triggers that refuse.
fn still_referred_to(error: DbErr) -> StoreError {
    const RESTRICTED: &str = "1811";
    let code = match &error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) => cause
            .as_database_error()
            .and_then(|cause| cause.code())
            .map(|code| code.into_owned()),
        _ => None,
    };
    match code.as_deref() {
        Some(RESTRICTED) => StoreError::Reference(error),
        _ => error.into(),
    }
}

/// Sets the columns of a row's worth of values on many rows and counts their versions up, given that
/// each version still is the expected one.
pub(crate) async fn update_rows<E>(
    db: &impl ConnectionTrait,
    row: impl ActiveModelTrait<Entity = E>,
    (id_column, version_column): (E::Column, E::Column),
    expected: &[(Uuid, i32)],
) -> Result<()>
where
    E: EntityTrait,
{
    for some in expected.chunks(MOST_VALUES / 2) {
        let ids = || id_column.is_in(some.iter().map(|(id, _)| *id));
        let found: Vec<(Uuid, i32)> = E::find()
            .select_only()
            .column(id_column)
            .column(version_column)
            .filter(ids())
            .into_tuple()
            .all(db)
            .await?;
        let found: HashMap<Uuid, i32> = found.into_iter().collect();
        if let Some((id, _)) = some.iter().find(|(id, version)| found.get(id) != Some(version)) {
            return Err(StoreError::Stale {
                table: E::default().table_name(),
                id: *id,
            });
        }
        E::update_many()
            .set(row.clone())
            .col_expr(version_column, Expr::col(version_column).add(1))
            .filter(ids())
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Sets a text on the rows of some identities.
pub(crate) async fn set_text<E: EntityTrait>(
    db: &impl ConnectionTrait,
    id_column: E::Column,
    ids: &[Uuid],
    (column, text): (E::Column, &str),
) -> Result<()> {
    for some in ids.chunks(MOST_VALUES / 2) {
        E::update_many()
            .col_expr(column, Expr::value(text))
            .filter(id_column.is_in(some.iter().copied()))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Puts what is referred to before what refers to it, so that rows can go in piece by piece. Those
/// that refer to each other in a circle come last, as they are.
pub(crate) fn referred_first<T>(
    all: &[T],
    id_of: impl Fn(&T) -> Uuid,
    refers_to: impl Fn(&T) -> Option<Uuid>,
) -> Vec<&T> {
    let mut waiting: Vec<&T> = all.iter().collect();
    let mut missing: HashSet<Uuid> = waiting.iter().map(|one| id_of(one)).collect();
    let mut ordered = Vec::with_capacity(all.len());
    loop {
        let (ready, rest): (Vec<&T>, Vec<&T>) = waiting
            .into_iter()
            .partition(|one| refers_to(one).is_none_or(|other| !missing.contains(&other)));
        if ready.is_empty() {
            ordered.extend(rest);
            return ordered;
        }
        for one in &ready {
            missing.remove(&id_of(one));
        }
        ordered.extend(ready);
        waiting = rest;
    }
}
