//! What has been read of a portfolio, kept for as long as nobody changes the tables that it was read from.
//!
//! The database marks each table anew whenever something in it changes (migration 26). Whoever reads says at which marks the
//! database is, in the same snapshot as everything else, and what was read at other marks is read again. Which tables something
//! was read from is told by its statements, not by a list that somebody has to keep: nothing here can be forgotten.

mod reading;
mod shares;

use std::any::{Any, TypeId};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::id::MeasureId;
use domain::shared_list::SharedList;
use sea_orm::{ConnectionTrait, EntityTrait};
use tokio::sync::Mutex as AsyncMutex;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::entity::table_mark;
use crate::error::Result;
use crate::kept::shares::{FEW, MEASUREMENTS, Share, share_marked, share_of};

/// How many parts of one name are kept, such as what counts on a day: those of two reports and of today, and one that somebody has
/// asked for.
const OF_ONE_NAME: usize = 4;

/// How long somebody waits for another who reads the same; after that they read it themselves, before the database gives up on
/// a snapshot that nothing is asked of.
const WAITING: Duration = Duration::from_secs(5);

pub(crate) use reading::Reading;
pub(crate) use shares::Shares;

/// What marks tables are at.
type Marks = BTreeMap<String, String>;

/// What a part is called, of what it is, and what it is made of.
type Key = (&'static str, String, TypeId);

/// A part, held by the one who reads it.
type Slot = Arc<AsyncMutex<Option<Read>>>;

/// Parts that have been read.
#[derive(Clone)]
pub struct Kept(Option<Arc<Mutex<Parts>>>);

impl std::fmt::Debug for Kept {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Kept").finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Parts {
    /// Each with the number of when it was last asked for.
    slots: HashMap<Key, (Slot, u64)>,
    asked: u64,
}

impl Parts {
    /// The place of a part. Where there are too many of its name, that which nobody has asked for the longest goes.
    fn slot(&mut self, key: Key) -> Slot {
        self.asked += 1;
        if !self.slots.contains_key(&key) {
            let of_name = || self.slots.iter().filter(|((name, ..), _)| *name == key.0);
            let oldest = of_name().min_by_key(|(_, (_, asked))| *asked);
            let oldest = oldest.map(|(key, _)| key.clone());
            if of_name().count() >= OF_ONE_NAME
                && let Some(oldest) = oldest
            {
                self.slots.remove(&oldest);
            }
        }
        let (slot, asked) = self.slots.entry(key).or_default();
        *asked = self.asked;
        Arc::clone(slot)
    }
}

#[derive(Clone)]
struct Read {
    /// Where the tables were that it was read from.
    from: Marks,
    list: Arc<dyn Any + Send + Sync>,
}

impl Read {
    /// What was read, where it can be told when it changes: it was read from tables, and all of them have marks.
    /// Of what is read measure by measure the marks of all shares are noted as well.
    fn of(
        now: &Marks,
        named: &BTreeSet<&'static str>,
        by_measure: bool,
        list: Arc<dyn Any + Send + Sync>,
    ) -> Option<Self> {
        let at = |table: &&'static str| Some(((*table).to_owned(), now.get(*table)?.clone()));
        let mut from: Marks = named.iter().map(at).collect::<Option<_>>()?;
        if from.is_empty() {
            return None;
        }
        if by_measure {
            let shares = now.iter().filter(|(name, _)| share_marked(name).is_some());
            from.extend(shares.map(|(name, mark)| (name.clone(), mark.clone())));
        }
        Some(Self { from, list })
    }

    /// It is what there is at these marks.
    fn holds_at(&self, now: &Marks) -> bool {
        self.from.iter().all(|(table, mark)| now.get(table) == Some(mark))
    }

    /// What was read, where nothing but measurements of a few shares of the measures has changed since.
    fn earlier<T: 'static>(&self, now: &Marks) -> Option<Earlier<T>> {
        let changed = self
            .from
            .iter()
            .filter(|(name, mark)| now.get(*name) != Some(mark));
        let changed: BTreeSet<Share> = changed
            .map(|(name, _)| name.as_str())
            .filter(|name| *name != MEASUREMENTS)
            .map(share_marked)
            .collect::<Option<_>>()?;
        let few = !changed.is_empty() && changed.len() <= FEW;
        let list = self.list().filter(|_| few)?;
        Some(Earlier { list, changed })
    }

    /// It is made of what was read before as well, and hangs on what that was read from.
    fn along_with(mut self, before: &Self, now: &Marks) -> Option<Self> {
        for name in before.from.keys() {
            self.from.insert(name.clone(), now.get(name)?.clone());
        }
        Some(self)
    }

    fn list<T: 'static>(&self) -> Option<SharedList<T>> {
        self.list.downcast_ref::<SharedList<T>>().cloned()
    }
}

impl Kept {
    /// Parts that are kept.
    #[must_use]
    pub fn parts() -> Self {
        Self(Some(Arc::default()))
    }

    /// Nothing is kept: all is read where it is asked for, as inside a transaction that writes.
    #[must_use]
    pub fn nothing() -> Self {
        Self(None)
    }

    /// The database at this moment: of everything that is read with it afterwards, what is kept is not read again. One
    /// statement, or none where nothing is kept. The connection has to be a snapshot, or be alone.
    pub(crate) async fn now<'a, C: ConnectionTrait>(&'a self, db: &'a C) -> Result<Now<'a, C>> {
        let parts = match &self.0 {
            None => None,
            Some(parts) => {
                let rows = table_mark::Entity::find().all(db).await?;
                let marks = rows.into_iter().map(|row| (row.table_name, row.mark));
                Some((parts.as_ref(), marks.collect()))
            }
        };
        Ok(Now { db, parts })
    }
}

/// A database at a moment.
pub(crate) struct Now<'a, C> {
    db: &'a C,
    parts: Option<(&'a Mutex<Parts>, Marks)>,
}

impl<C: ConnectionTrait> Now<'_, C> {
    /// The connection by which a part is read, which notes the tables that its statements name.
    pub(crate) fn reading(&self) -> Reading<'_, C> {
        Reading::of(self.db)
    }

    /// A part of the portfolio: what it is called, of what it is, and what reads it by this connection alone. It is read where what
    /// is kept is not what there is, and those who ask for the same at once wait for the one who reads it. What is read by another
    /// connection, or from a table without a mark, is never kept.
    pub(crate) async fn part<T: Send + Sync + 'static>(
        &self,
        part: (&'static str, String),
        by: &Reading<'_, C>,
        read: impl Future<Output = Result<Vec<T>>>,
    ) -> Result<SharedList<T>> {
        self.kept_or_read(part, by, false, |_| read).await
    }

    /// The same of what is read from measurements, measure by measure: no item may hang on measurements of another measure than its own.
    /// Where nothing but measurements of a few shares of the measures has changed, only what is of these is read again. `read` reads what
    /// is of some shares. `place` tells what each is of, and where it stands among those of the same measure; that is the order of the
    /// list.
    pub(crate) async fn part_by_measure<T, K, R>(
        &self,
        part: (&'static str, String),
        by: &Reading<'_, C>,
        place: impl Fn(&T) -> (MeasureId, K),
        read: impl FnOnce(Shares) -> R,
    ) -> Result<SharedList<T>>
    where
        T: Clone + Send + Sync + 'static,
        K: Ord,
        R: Future<Output = Result<Vec<T>>>,
    {
        let read = |earlier: Option<Earlier<T>>| async {
            let few = earlier.as_ref().map(|earlier| earlier.changed.clone());
            let mut list = read(few.map_or(Shares::All, Shares::Few)).await?;
            if let Some(Earlier {
                list: before,
                changed,
            }) = earlier
            {
                let same = |one: &&T| !changed.contains(&share_of(place(one).0));
                list.extend(before.iter().filter(same).cloned());
            }
            list.sort_unstable_by_key(place);
            Ok(list)
        };
        self.kept_or_read(part, by, true, read).await
    }

    async fn kept_or_read<T, R>(
        &self,
        (name, of): (&'static str, String),
        by: &Reading<'_, C>,
        by_measure: bool,
        read: impl FnOnce(Option<Earlier<T>>) -> R,
    ) -> Result<SharedList<T>>
    where
        T: Send + Sync + 'static,
        R: Future<Output = Result<Vec<T>>>,
    {
        let Some((parts, now)) = &self.parts else {
            return Ok(read(None).await?.into());
        };
        let slot = {
            // Nobody panics while holding it; were it so, what it holds is whole all the same.
            let mut parts = parts.lock().unwrap_or_else(PoisonError::into_inner);
            parts.slot((name, of, TypeId::of::<T>()))
        };
        let Ok(mut held) = timeout(WAITING, slot.lock()).await else {
            return Ok(read(None).await?.into());
        };
        let kept = held.as_ref().filter(|read| read.holds_at(now));
        if let Some(list) = kept.and_then(Read::list) {
            return Ok(list);
        }
        let earlier = held.as_ref().and_then(|read| read.earlier(now));
        let kept_some = earlier.is_some();
        let list: SharedList<T> = read(earlier).await?.into();
        let mut read = Read::of(now, &by.named(), by_measure, Arc::new(list.clone()));
        if kept_some {
            read = read
                .zip(held.as_ref())
                .and_then(|(read, before)| read.along_with(before, now));
        }
        let before = std::mem::replace(&mut *held, read);
        // Nobody waits while a portfolio's memory is freed.
        drop(spawn_blocking(move || drop(before)));
        Ok(list)
    }
}

/// What was kept before measurements of a few shares of the measures changed.
struct Earlier<T> {
    list: SharedList<T>,
    changed: BTreeSet<Share>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks<const N: usize>(all: [(&str, &str); N]) -> Marks {
        all.map(|(table, mark)| (table.to_owned(), mark.to_owned()))
            .into()
    }

    fn read(now: &Marks, from: &[&'static str]) -> Option<Read> {
        let list: SharedList<u8> = vec![1].into();
        Read::of(now, &from.iter().copied().collect(), false, Arc::new(list))
    }

    #[test]
    fn a_part_holds_while_its_tables_are_at_the_same_marks() {
        let part = read(
            &marks([("unit", "1"), ("area", "1"), ("report", "1")]),
            &["unit", "area"],
        );
        let part = part.expect("both have marks");
        assert!(part.holds_at(&marks([("unit", "1"), ("area", "1"), ("report", "2")])));
        assert!(!part.holds_at(&marks([("unit", "1"), ("area", "2"), ("report", "1")])));
        assert!(!part.holds_at(&marks([("unit", "1")])), "a mark is gone");
        assert_eq!(part.list::<u8>(), Some(vec![1].into()));
        assert_eq!(part.list::<u16>(), None, "it is of something else");
    }

    #[test]
    fn what_is_read_from_nowhere_or_from_a_table_without_a_mark_is_not_kept() {
        let now = marks([("unit", "1")]);
        assert!(read(&now, &["unit"]).is_some());
        assert!(read(&now, &["unit", "session"]).is_none());
        assert!(read(&now, &[]).is_none());
    }

    #[test]
    fn that_which_nobody_asks_for_goes_first() {
        let mut parts = Parts::default();
        let named = |name: &'static str, number: usize| (name, number.to_string(), TypeId::of::<()>());
        parts.slot(named("other", 0));
        for number in 0..=OF_ONE_NAME {
            // The first is asked for all the time.
            parts.slot(named("numbered", 0));
            parts.slot(named("numbered", number));
        }
        assert_eq!(parts.slots.len(), OF_ONE_NAME + 1);
        let is_there = |key: Key| parts.slots.contains_key(&key);
        assert!(
            is_there(named("numbered", 0)) && is_there(named("other", 0)) && !is_there(named("numbered", 1))
        );
    }

    #[test]
    fn a_part_by_measure_tells_which_few_shares_have_changed() {
        let all = |changed: &[Share], table: &str, measure: &str| -> Marks {
            let share = |share: Share| {
                let mark = if changed.contains(&share) { "2" } else { "1" };
                (format!("measurement/{share:02x}"), mark.to_owned())
            };
            let mut marks: Marks = (0..=Share::MAX).map(share).collect();
            marks.extend(self::marks([("measurement", table), ("measure", measure)]));
            marks
        };
        let from = ["measure", "measurement"].into();
        let list: SharedList<u8> = vec![1].into();
        let read = Read::of(&all(&[], "1", "1"), &from, true, Arc::new(list)).expect("all have marks");
        assert!(read.holds_at(&all(&[], "1", "1")));
        let changed = |now: &Marks| read.earlier::<u8>(now).map(|earlier| earlier.changed);
        let now = all(&[0x0a, 0xff], "2", "1");
        assert!(!read.holds_at(&now));
        assert_eq!(changed(&now), Some([0x0a, 0xff].into()));
        assert_eq!(changed(&all(&[], "2", "1")), None, "it was emptied");
        assert_eq!(changed(&all(&[1], "2", "2")), None, "measures have changed too");
        let most: Vec<Share> = (0..).take(FEW).collect();
        assert_eq!(
            changed(&all(&most, "2", "1")),
            Some(most.iter().copied().collect())
        );
        let more: Vec<Share> = (0..).take(FEW + 1).collect();
        assert_eq!(
            changed(&all(&more, "2", "1")),
            None,
            "reading all is as soon done"
        );
        assert!(read.earlier::<u16>(&now).is_none(), "it is of something else");
    }

    #[test]
    fn what_is_read_along_with_what_was_kept_hangs_on_the_tables_of_both() {
        let now = marks([("unit", "1"), ("area", "2")]);
        let before =
            read(&marks([("unit", "1"), ("area", "1")]), &["unit", "area"]).expect("both have marks");
        let along = || {
            read(&now, &["unit"])
                .expect("it has a mark")
                .along_with(&before, &now)
        };
        assert!(along().is_some_and(|both| both.holds_at(&now)));
        let later = marks([("unit", "1"), ("area", "3")]);
        assert!(!along().is_some_and(|both| both.holds_at(&later)));
    }
}
