//! Folds that are kept while nothing has changed that they were made from.

use std::collections::HashMap;
use std::future::Future;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use domain::id::{AccountId, MeasureId, ReportId};
use domain::register::RegisterKind;
use domain::report::ReportState;
use domain::report_model::ReportModel;
use store::ChainHead;
use store::repo::register_found::Found;
use tokio::sync::OnceCell;
use tokio::task::spawn_blocking;

use crate::error::Result;
use crate::work::{FoundWork, Hands, Waiting};

/// What a fold was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The database as its newest audit event left it. Whatever bears on a fold leaves such an event, and the hash tells it from
    /// one of the same number that a database had which is gone: a standby that takes over may have missed the last.
    Event(ChainHead),
    /// The same, as of a day.
    Day(ChainHead, NaiveDate),
    /// The frozen content of a decided report, and whether it is public.
    Frozen(ReportState),
}

/// How many reports are kept: a model has the texts of a whole portfolio.
const REPORTS: usize = 6;

/// How many selections of registers are kept: those that people have open, and a few beside them.
const SELECTIONS: usize = 100;

/// How many searches for measures are kept.
const SEARCHES: usize = 20;

/// How many lists of what waits are kept: those of everybody who is at work, in each of their roles.
const LISTS: usize = 500;

/// What somebody asks of a register: which, as the query of its address, and who, where that makes a difference.
pub(crate) type Selection = (RegisterKind, String, Option<AccountId>);

/// Folds of this server.
#[derive(Clone)]
pub struct Memo {
    /// Models of reports.
    pub(crate) models: Folds<ReportId, ReportModel>,
    /// What waits for anybody.
    pub(crate) work: Folds<(), FoundWork>,
    /// What of it waits for whose hands.
    pub(crate) waiting: Folds<Hands, Waiting>,
    /// What was found in registers.
    pub(crate) found: Folds<Selection, Found>,
    /// Measures whose texts hold some words, by name.
    pub(crate) measures: Folds<Vec<String>, Vec<MeasureId>>,
}

impl Default for Memo {
    fn default() -> Self {
        Self {
            models: Folds::at_most(REPORTS),
            work: Folds::default(),
            waiting: Folds::at_most(LISTS),
            found: Folds::at_most(SELECTIONS),
            measures: Folds::at_most(SEARCHES),
        }
    }
}

/// The newest fold of each of some things. Never stale: whoever asks says what the database is at, and gets what was made from
/// that, or makes it.
pub(crate) struct Folds<K, T> {
    made: Arc<Mutex<Made<K, T>>>,
    /// How many are kept; where there are more, that which nobody has asked for the longest goes.
    most: usize,
}

/// What was made from what and when it was last asked for, by what it is of.
struct Made<K, T> {
    folds: HashMap<K, (Source, Fold<T>, u64)>,
    asked: u64,
}

type Fold<T> = Arc<OnceCell<Arc<T>>>;

impl<K, T> Clone for Folds<K, T> {
    fn clone(&self) -> Self {
        Self {
            made: self.made.clone(),
            most: self.most,
        }
    }
}

impl<K, T> Default for Folds<K, T> {
    fn default() -> Self {
        Self::at_most(usize::MAX)
    }
}

impl<K, T> Folds<K, T> {
    /// Keeps so many.
    fn at_most(most: usize) -> Self {
        let made = Made {
            folds: HashMap::new(),
            asked: 0,
        };
        Self {
            made: Arc::new(Mutex::new(made)),
            most,
        }
    }
}

impl<K: Clone + Eq + Hash, T: Send + Sync + 'static> Folds<K, T> {
    /// The fold of something from a source. Those who ask for the same at once wait for the one who makes it; where that
    /// fails or is given up, the next one makes it.
    ///
    /// # Errors
    /// Those of `make`; nothing is kept of them.
    pub(crate) async fn of(
        &self,
        of: K,
        source: Source,
        make: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>> {
        let fold = self.fold(of, source);
        let made = fold.get_or_try_init(|| async { make.await.map(Arc::new) });
        made.await.cloned()
    }

    /// The place of a fold. What is no longer kept is freed while nobody waits for that.
    fn fold(&self, of: K, source: Source) -> Fold<T> {
        let (fold, before) = self.place(of, source);
        if !before.is_empty() {
            drop(spawn_blocking(move || drop(before)));
        }
        fold
    }

    /// The place of a fold, and what is no longer kept.
    fn place(&self, of: K, source: Source) -> (Fold<T>, Vec<Fold<T>>) {
        // Nobody panics while holding it; were it so, what it holds is whole all the same.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.asked += 1;
        let asked = made.asked;
        let mut before = Vec::new();
        if made.folds.len() >= self.most && !made.folds.contains_key(&of) {
            let oldest = made.folds.iter().min_by_key(|(_, (_, _, asked))| *asked);
            if let Some(oldest) = oldest.map(|(of, _)| of.clone()) {
                before.extend(made.folds.remove(&oldest).map(|(_, fold, _)| fold));
            }
        }
        let (kept, fold, last) = made
            .folds
            .entry(of)
            .or_insert_with(|| (source.clone(), Fold::default(), asked));
        *last = asked;
        if *kept != source {
            *kept = source;
            before.push(std::mem::take(fold));
        }
        (fold.clone(), before)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use uuid::Uuid;

    use super::*;
    use crate::error::ServiceError;

    fn event(seq: i64) -> Source {
        after(seq, "one")
    }

    fn after(seq: i64, hash: &str) -> Source {
        let hash = hash.to_owned();
        Source::Event(ChainHead { seq, hash })
    }

    /// Counts how often it is made.
    async fn asked(folds: &Folds<ReportId, u32>, made: &AtomicU32, report: u128, source: Source) -> u32 {
        let make = async { Ok(made.fetch_add(1, Ordering::SeqCst) + 1) };
        let report = ReportId(Uuid::from_u128(report));
        *folds.of(report, source, make).await.expect("made")
    }

    #[tokio::test]
    async fn a_fold_is_made_once_for_each_report_and_event() {
        let (folds, made) = (Folds::default(), AtomicU32::new(0));
        assert_eq!(asked(&folds, &made, 1, event(7)).await, 1);
        assert_eq!(asked(&folds, &made, 1, event(7)).await, 1);
        assert_eq!(asked(&folds, &made, 2, event(7)).await, 2, "another report");
        assert_eq!(asked(&folds, &made, 1, event(8)).await, 3, "something happened");
        assert_eq!(
            asked(&folds, &made, 1, after(8, "another")).await,
            4,
            "something else happened, in a database that had missed it"
        );
        assert_eq!(
            asked(&folds, &made, 1, Source::Frozen(ReportState::Decided)).await,
            5,
            "it was decided"
        );
        assert_eq!(asked(&folds, &made, 2, event(7)).await, 2, "the other stays");
    }

    #[tokio::test]
    async fn that_which_nobody_asks_for_goes_first() {
        let (folds, made) = (Folds::at_most(2), AtomicU32::new(0));
        for report in [1, 2, 1] {
            asked(&folds, &made, report, event(7)).await;
        }
        assert_eq!(asked(&folds, &made, 3, event(7)).await, 3, "one too many");
        assert_eq!(asked(&folds, &made, 1, event(7)).await, 1, "asked for lately");
        assert_eq!(asked(&folds, &made, 2, event(7)).await, 4, "it had gone");
    }

    #[tokio::test]
    async fn those_who_ask_at_once_wait_for_the_one_who_makes_it() {
        let (folds, made) = (Folds::default(), AtomicU32::new(0));
        let slow = || async {
            tokio::task::yield_now().await;
            Ok(made.fetch_add(1, Ordering::SeqCst))
        };
        let report = ReportId(Uuid::from_u128(1));
        let of = || folds.of(report, event(1), slow());
        let (one, other) = tokio::join!(of(), of());
        assert_eq!((*one.expect("made"), *other.expect("made")), (0, 0));
        assert_eq!(made.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn what_failed_is_made_anew() {
        let (folds, made) = (Folds::default(), AtomicU32::new(0));
        let report = ReportId(Uuid::from_u128(1));
        let fails = async { Err(ServiceError::NotFound) };
        assert!(folds.of(report, event(1), fails).await.is_err());
        assert_eq!(asked(&folds, &made, 1, event(1)).await, 1);
    }
}
