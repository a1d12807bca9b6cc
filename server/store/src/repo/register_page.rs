//! Pages of registers: found by what a row is sorted by, never by counting rows.

use domain::register::{Cursor, Key, PAGE_SIZE, Towards};
use sea_orm::sea_query::{
    Alias, CaseStatement, Expr, ExprTrait, Func, IntoColumnRef, LikeExpr, Order, SelectStatement,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::error::Result;

/// A page of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<R> {
    /// Its rows, in order.
    pub rows: Vec<R>,
    /// Where the page before it begins; none where it is the first.
    pub previous: Option<Cursor>,
    /// Where the next page begins; none where it is the last.
    pub next: Option<Cursor>,
}

/// Something that rows are sorted by. It has a value for every row, so that rows without one have a
/// place too: the last, whichever way the rest goes.
#[derive(Clone, Debug)]
pub(crate) struct SortKey {
    value: Expr,
    kind: Kind,
    descends: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Day,
}

/// Sorts after every text.
const LAST: &str = "\u{10ffff}";

impl SortKey {
    pub(crate) fn text(column: impl ColumnTrait, descends: bool) -> Self {
        let last = if descends { "" } else { LAST };
        let value = Func::coalesce([Expr::col(column.as_column_ref()), Expr::value(last)]).into();
        Self {
            value,
            kind: Kind::Text,
            descends,
        }
    }

    /// The place of a code among all of them.
    pub(crate) fn place(
        column: impl ColumnTrait,
        codes: impl IntoIterator<Item = &'static str>,
        descends: bool,
    ) -> Self {
        let mut place = CaseStatement::new();
        for (at, code) in (0_i64..).zip(codes) {
            place = place.case(column.eq(code), at);
        }
        Self::whole(place.finally(i64::MAX).into(), descends)
    }

    pub(crate) fn whole(value: Expr, descends: bool) -> Self {
        Self {
            value,
            kind: Kind::Whole,
            descends,
        }
    }

    pub(crate) fn day(column: impl ColumnTrait, descends: bool) -> Self {
        Self {
            value: Expr::col(column.as_column_ref()),
            kind: Kind::Day,
            descends,
        }
    }

    fn fits(&self, key: &Key) -> bool {
        match key {
            Key::Text(_) => self.kind == Kind::Text,
            Key::Whole(_) => self.kind == Kind::Whole,
            Key::Day(_) => self.kind == Kind::Day,
        }
    }

    fn read(&self, row: &QueryResult, name: &str) -> Result<Key> {
        Ok(match self.kind {
            Kind::Text => Key::Text(row.try_get("", name)?),
            Kind::Whole => Key::Whole(row.try_get("", name)?),
            Kind::Day => Key::Day(row.try_get("", name)?),
        })
    }
}

/// The rows of a page, read by `read`: one statement. A cursor of another order begins at the beginning,
/// and so does the way back where rows have gone since: the first page is never a short one before others
/// (a second statement then).
pub(crate) async fn page<R>(
    db: &impl ConnectionTrait,
    select: SelectStatement,
    (keys, id): (&[SortKey], impl ColumnTrait),
    cursor: Option<&Cursor>,
    read: impl Fn(&QueryResult) -> Result<R>,
) -> Result<Page<R>> {
    let cursor = cursor.filter(|cursor| fits(keys, cursor));
    let page = page_at(db, select.clone(), (keys, id), cursor, &read).await?;
    if page.previous.is_none() && cursor.is_some() && page.rows.len() < usize::from(PAGE_SIZE) {
        return page_at(db, select, (keys, id), None, &read).await;
    }
    Ok(page)
}

/// The cursor is one of this order.
pub(crate) fn fits(keys: &[SortKey], cursor: &Cursor) -> bool {
    cursor.keys.len() == keys.len() && keys.iter().zip(&cursor.keys).all(|(key, value)| key.fits(value))
}

/// Selects what a row is sorted by and its identity along with it.
pub(crate) fn name_keys(select: &mut SelectStatement, keys: &[SortKey], id: impl ColumnTrait) {
    for (at, key) in keys.iter().enumerate() {
        select.expr_as(key.value.clone(), Alias::new(key_name(at)));
    }
    select.expr_as(Expr::col(id.as_column_ref()), Alias::new("row_id"));
}

async fn page_at<R>(
    db: &impl ConnectionTrait,
    mut select: SelectStatement,
    (keys, id): (&[SortKey], impl ColumnTrait),
    cursor: Option<&Cursor>,
    read: impl Fn(&QueryResult) -> Result<R>,
) -> Result<Page<R>> {
    let backwards = cursor.is_some_and(|cursor| cursor.towards == Towards::Before);
    sort(&mut select, keys, id, backwards);
    name_keys(&mut select, keys, id);
    if let Some(cursor) = cursor {
        select.cond_where(beyond(keys, id, cursor, backwards));
    }
    let size = usize::from(PAGE_SIZE);
    select.limit(u64::from(PAGE_SIZE) + 1);
    let mut found = db.query_all(&select).await?;
    let more = found.len() > size;
    found.truncate(size);
    if backwards {
        found.reverse();
    }
    let at = |row: Option<&QueryResult>, towards| row.map(|row| cursor_at(row, keys, towards)).transpose();
    let (before, after) = if backwards {
        (more, true)
    } else {
        (cursor.is_some(), more)
    };
    Ok(Page {
        previous: if before {
            at(found.first(), Towards::Before)?
        } else {
            None
        },
        next: if after {
            at(found.last(), Towards::After)?
        } else {
            None
        },
        rows: found.iter().map(read).collect::<Result<_>>()?,
    })
}

/// All rows, in the order of the pages: one statement.
pub(crate) async fn all<R>(
    db: &impl ConnectionTrait,
    mut select: SelectStatement,
    (keys, id): (&[SortKey], impl ColumnTrait),
    read: impl Fn(&QueryResult) -> Result<R>,
) -> Result<Vec<R>> {
    sort(&mut select, keys, id, false);
    db.query_all(&select).await?.iter().map(read).collect()
}

pub(crate) fn sort(select: &mut SelectStatement, keys: &[SortKey], id: impl ColumnTrait, backwards: bool) {
    let direction = |descends: bool| {
        if descends == backwards {
            Order::Asc
        } else {
            Order::Desc
        }
    };
    for key in keys {
        select.order_by_expr(key.value.clone(), direction(key.descends));
    }
    select.order_by(id.as_column_ref(), direction(false));
}

fn key_name(at: usize) -> String {
    format!("sorted_by_{at}")
}

pub(crate) fn cursor_at(row: &QueryResult, keys: &[SortKey], towards: Towards) -> Result<Cursor> {
    let id: Uuid = row.try_get("", "row_id")?;
    let keys = keys.iter().enumerate();
    Ok(Cursor {
        towards,
        keys: keys
            .map(|(at, key)| key.read(row, &key_name(at)))
            .collect::<Result<_>>()?,
        id,
    })
}

/// The rows on the far side of the cursor's row: by the first key, where that is the same by the
/// second, and so on to the identity.
fn beyond(keys: &[SortKey], id: impl ColumnTrait, cursor: &Cursor, backwards: bool) -> Condition {
    let by_id = if backwards {
        id.lt(cursor.id)
    } else {
        id.gt(cursor.id)
    };
    let pairs = keys.iter().zip(&cursor.keys).rev();
    pairs.fold(Condition::all().add(by_id), |same, (key, value)| {
        let value = || match value {
            Key::Text(text) => Expr::value(text.clone()),
            Key::Whole(number) => Expr::value(*number),
            Key::Day(day) => Expr::value(*day),
        };
        let further = if key.descends == backwards {
            key.value.clone().gt(value())
        } else {
            key.value.clone().lt(value())
        };
        let same = Condition::all().add(key.value.clone().eq(value())).add(same);
        Condition::any().add(further).add(same)
    })
}

/// The column, which is folded, has the folded word in it.
pub(crate) fn has_word(column: impl IntoColumnRef, word: &str) -> Expr {
    let mut pattern = String::from("%");
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    Expr::col(column).like(LikeExpr::new(pattern).escape('!'))
}

/// Both columns are the same.
pub(crate) fn same(left: impl ColumnTrait, right: impl ColumnTrait) -> Expr {
    Expr::col(left.as_column_ref()).equals(right.as_column_ref())
}
