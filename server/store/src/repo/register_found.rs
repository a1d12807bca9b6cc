//! What is asked of a register is found once ([`Found`]), and pages are cut out of it for as long as nothing happens: a page
//! costs what it shows then, however much there is. Where a row has moved since its page was shown, the page after it goes on
//! from where the row was.

use std::collections::HashMap;
use std::ops::Range;

use domain::register::{Cursor, PAGE_SIZE, Towards};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, IntoCondition, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::error::Result;
use crate::repo::register_page::{Page, SortKey, cursor_at, fits, name_keys, page, sort};

/// How many rows there are and how many of them are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of the register.
    pub total: u32,
    /// Those that fit words and filter.
    pub matching: u32,
    /// Those that the register's heading speaks of.
    pub notable: u32,
}

/// All rows that somebody asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Their identities, in the order of the pages.
    pub ids: Vec<Uuid>,
    /// How many there are.
    pub tally: Tally,
}

/// Finds all rows that fit, in the order of the pages, and counts them, all there are, and those that are `notable`. Two
/// statements, over joins that keep one line a row.
pub(crate) async fn found(
    db: &impl ConnectionTrait,
    joined: SelectStatement,
    (keys, id): (&[SortKey], impl ColumnTrait),
    fitting: Condition,
    notable: impl IntoCondition,
) -> Result<Found> {
    let tally = tally(db, joined.clone(), id, fitting.clone(), notable).await?;
    let mut select = joined;
    select.cond_where(fitting);
    sort(&mut select, keys, id, false);
    select.expr_as(Expr::col(id.as_column_ref()), Alias::new("row_id"));
    let rows = db.query_all(&select).await?;
    let ids = rows.iter().map(|row| Ok(row.try_get("", "row_id")?));
    Ok(Found {
        ids: ids.collect::<Result<_>>()?,
        tally,
    })
}

/// Counts rows: all, those that `asked` takes, and those that are `notable`.
async fn tally(
    db: &impl ConnectionTrait,
    mut select: SelectStatement,
    id: impl ColumnTrait,
    asked: Condition,
    notable: impl IntoCondition,
) -> Result<Tally> {
    let number = |condition: Condition| {
        let one: Expr = CaseStatement::new().case(condition, 1_i32).finally(0_i32).into();
        Func::coalesce([Func::sum(one).into(), Expr::cust("0")])
    };
    select
        .expr_as(Expr::col(id.as_column_ref()).count(), "total")
        .expr_as(number(asked), "matching")
        .expr_as(number(notable.into_condition()), "notable");
    let Some(row) = db.query_one(&select).await? else {
        return Ok(Tally::default());
    };
    let count = |name: &str| -> Result<u32> {
        let count: i64 = row.try_get("", name)?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    };
    Ok(Tally {
        total: count("total")?,
        matching: count("matching")?,
        notable: count("notable")?,
    })
}

/// Which rows of a register are read.
pub(crate) enum Wanted {
    /// Those that fit.
    Fitting(Condition),
    /// Those with these identities.
    These(Vec<Uuid>),
}

impl Wanted {
    /// What says so of rows with this identity.
    pub(crate) fn condition(self, id: impl ColumnTrait) -> Condition {
        match self {
            Self::Fitting(condition) => condition,
            Self::These(ids) => Condition::all().add(id.is_in(ids)),
        }
    }
}

/// How rows of a register are read.
pub(crate) struct Lines<'a, I, S, R> {
    /// What they are sorted by, and their identity.
    pub sorted: (&'a [SortKey], I),
    /// Selects those that are wanted.
    pub select: S,
    /// Reads one.
    pub read: fn(&QueryResult) -> Result<R>,
}

/// A page of what was found: one statement. Where the cursor's row is not where it was when its page was shown, the page is
/// looked for by what the row was sorted by, among what fits `asked`.
pub(crate) async fn page_of<I: ColumnTrait, S: Fn(Wanted) -> SelectStatement, R>(
    db: &impl ConnectionTrait,
    lines: Lines<'_, I, S, R>,
    cursor: Option<&Cursor>,
    found: &Found,
    asked: Condition,
) -> Result<Page<R>> {
    let (keys, id) = lines.sorted;
    let cursor = cursor.filter(|cursor| fits(keys, cursor));
    let Some(range) = range(cursor, &found.ids) else {
        let select = (lines.select)(Wanted::Fitting(asked));
        return page(db, select, (keys, id), cursor, lines.read).await;
    };
    let ids = &found.ids[range.clone()];
    let mut wanted = ids.to_vec();
    wanted.extend(cursor.map(|cursor| cursor.id));
    let mut select = (lines.select)(Wanted::These(wanted));
    name_keys(&mut select, keys, id);
    let mut rows: HashMap<Uuid, QueryResult> = HashMap::new();
    for row in db.query_all(&select).await? {
        rows.insert(row.try_get("", "row_id")?, row);
    }
    if let Some(cursor) = cursor {
        let now = rows.get(&cursor.id);
        let now = now.map(|row| cursor_at(row, keys, cursor.towards)).transpose()?;
        if now.as_ref() != Some(cursor) {
            let select = (lines.select)(Wanted::Fitting(asked));
            return page(db, select, (keys, id), Some(cursor), lines.read).await;
        }
    }
    let rows: Vec<&QueryResult> = ids.iter().filter_map(|id| rows.get(id)).collect();
    let at = |row: Option<&&QueryResult>, towards| row.map(|row| cursor_at(row, keys, towards)).transpose();
    Ok(Page {
        previous: match range.start {
            0 => None,
            _ => at(rows.first(), Towards::Before)?,
        },
        next: match range.end < found.ids.len() {
            true => at(rows.last(), Towards::After)?,
            false => None,
        },
        rows: rows.into_iter().map(lines.read).collect::<Result<_>>()?,
    })
}

/// Where in what was found a page is; none where the cursor's row is not among it. The first page is never a short one before
/// others, and there is no page after the last.
fn range(cursor: Option<&Cursor>, ids: &[Uuid]) -> Option<Range<usize>> {
    let size = usize::from(PAGE_SIZE);
    let first = 0..size.min(ids.len());
    let Some(cursor) = cursor else {
        return Some(first);
    };
    let at = ids.iter().position(|id| *id == cursor.id)?;
    Some(match cursor.towards {
        Towards::Before if at > size => at - size..at,
        Towards::Before => first,
        Towards::After if at + 1 < ids.len() => at + 1..ids.len().min(at + 1 + size),
        Towards::After => first,
    })
}
