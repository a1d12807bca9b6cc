//! Reports beside each other: what two of them say of the whole, each area and each group, and how levels have gone
//! through several.
//!
//! What a report does not say is none here, never zero; and what two reports do not measure alike is not held against
//! each other, though both values are shown.

mod course;
mod rows;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::id::AreaId;
use crate::level::{FulfilmentLevel, GradingScheme};
use crate::money::Money;
use crate::percent::Percent;
use crate::realisation::Realised;
use crate::rollup::{Proposal, Tally};
use crate::standing::{Judged, ReportHead, Standing};

pub use course::{Course, courses};
use rows::{area_rows, group_rows, whole_row, year_rows};

/// What the earlier and the later report have; none where one does not have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// In the earlier.
    pub before: Option<T>,
    /// In the later.
    pub now: Option<T>,
}

impl<T> Pair<T> {
    /// The same of each.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> Pair<U> {
        Pair {
            before: self.before.as_ref().map(&of),
            now: self.now.as_ref().map(&of),
        }
    }

    /// What each has of it, where it has any.
    pub fn and_then<U>(&self, of: impl Fn(&T) -> Option<U>) -> Pair<U> {
        Pair {
            before: self.before.as_ref().and_then(&of),
            now: self.now.as_ref().and_then(&of),
        }
    }

    /// The one of the later report, else that of the earlier.
    pub fn newest(&self) -> Option<&T> {
        self.now.as_ref().or(self.before.as_ref())
    }
}

impl<T: Copy + Ord> Pair<T> {
    /// How the value has changed. `alike`: both reports measure it alike. `distance` is from the lower to the higher.
    fn change<D>(self, alike: bool, distance: impl Fn(T, T) -> D) -> Change<D> {
        match (self.before, self.now) {
            (None, None) => Change::Nothing,
            (Some(_), None) => Change::Gone,
            (None, Some(_)) => Change::New,
            (Some(_), Some(_)) if !alike => Change::Unlike,
            (Some(before), Some(now)) if before < now => Change::Up(distance(before, now)),
            (Some(before), Some(now)) if before > now => Change::Down(distance(now, before)),
            (Some(_), Some(_)) => Change::Same,
        }
    }
}

/// How a value has changed from one report to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<D> {
    /// Neither report has a value.
    Nothing,
    /// Only the earlier has one.
    Gone,
    /// Only the later has one.
    New,
    /// Both have one, but they do not measure alike.
    Unlike,
    /// Both have the same.
    Same,
    /// The later is higher, by so much.
    Up(D),
    /// The later is lower, by so much.
    Down(D),
}

/// What a report says of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What people have judged.
    pub judged: Option<Judged>,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
    /// Its benefits.
    pub tally: Tally,
    /// Deliveries in scope; none of a group, which deliveries are not counted by.
    pub deliveries: Option<u32>,
    /// Kronor of all the report's years.
    pub realised: Realised,
}

impl Facts {
    /// The level that people have set.
    pub fn level(&self) -> Option<FulfilmentLevel> {
        self.judged.as_ref()?.level
    }

    /// Mean score of the due benefits that have one. Percent.
    pub fn score(&self) -> Option<Percent> {
        self.proposal.map(|proposal| proposal.percent)
    }

    /// Expected yearly value of the due benefits that have one; none where none has.
    pub fn expected(&self) -> Option<Money> {
        (self.tally.valued > 0).then_some(self.tally.value_due)
    }
}

/// What a subject is called in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its number, where it is an area.
    pub number: Option<String>,
    /// Its name; empty for the whole.
    pub name: String,
}

/// A subject with what both reports say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called in each; none where a report does not have it.
    pub named: Pair<Named>,
    /// The reports follow different sets of areas, and the two were told to be the same by their name.
    pub by_name: bool,
    /// What each says of it.
    pub facts: Pair<Facts>,
}

/// What two reports do not measure alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unlike {
    /// The boundaries between levels.
    pub thresholds: bool,
    /// The scores that written findings give.
    pub scores: bool,
    /// How many years they are of: what is summed or counted over them says nothing side by side.
    pub length: bool,
    /// The areas.
    pub areas: bool,
}

/// A year with what each report says of it; none where the year is none of a report's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// The year.
    pub year: i32,
    /// What is said of it.
    pub said: Pair<Realised>,
}

/// Two reports beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier report.
    pub before: ReportHead,
    /// The later report.
    pub now: ReportHead,
    /// What the earlier was graded with.
    pub scheme_before: GradingScheme,
    /// What the later was graded with.
    pub scheme_now: GradingScheme,
    /// What they do not measure alike.
    pub unlike: Unlike,
    /// The whole.
    pub whole: Row,
    /// Areas of the later report in its order, then those that only the earlier has.
    pub areas: Vec<Row>,
    /// Groups, likewise.
    pub groups: Vec<Row>,
    /// All years of either report.
    pub years: Vec<YearRow>,
}

/// What orders reports in time.
fn time(head: &ReportHead) -> (i32, i32) {
    (head.to_year, head.from_year)
}

/// The nearest decided report before this one; none where there is none.
pub fn decided_before<'a>(reports: &'a [ReportHead], this: &ReportHead) -> Option<&'a ReportHead> {
    let earlier = reports
        .iter()
        .filter(|one| one.id != this.id && one.state.is_decided() && time(one) < time(this));
    earlier.max_by_key(|one| (time(one), one.id))
}

/// Holds two reports against each other, the one with the earlier years first, whichever is given first.
pub fn compare(one: &Standing, other: &Standing) -> Comparison {
    let key = |standing: &Standing| (time(&standing.report), standing.report.id);
    let (before, now) = if key(one) <= key(other) {
        (one, other)
    } else {
        (other, one)
    };
    let unlike = Unlike {
        thresholds: thresholds(&before.scheme) != thresholds(&now.scheme),
        scores: scores(&before.scheme) != scores(&now.scheme),
        length: years_of(&before.report) != years_of(&now.report),
        areas: area_ids(before) != area_ids(now),
    };
    Comparison {
        before: before.report.clone(),
        now: now.report.clone(),
        scheme_before: before.scheme.clone(),
        scheme_now: now.scheme.clone(),
        unlike,
        whole: whole_row(before, now),
        areas: area_rows(before, now),
        groups: group_rows(before, now),
        years: year_rows(before, now),
    }
}

impl Comparison {
    /// How the level that people have set has changed, in steps.
    pub fn level(&self, row: &Row) -> Change<u8> {
        let levels = row.facts.and_then(Facts::level);
        levels.change(!self.unlike.thresholds, |low, high| high.rank() - low.rank())
    }

    /// How the mean score has changed, in percentage points.
    pub fn score(&self, row: &Row) -> Change<Decimal> {
        points(row.facts.and_then(Facts::score), !self.unlike.scores)
    }

    /// How coverage has changed, in percentage points: measured among due.
    pub fn coverage(&self, row: &Row) -> Change<Decimal> {
        points(row.facts.and_then(|facts| facts.tally.coverage()), true)
    }

    /// The same with what is stated in words.
    pub fn coverage_with_stated(&self, row: &Row) -> Change<Decimal> {
        points(
            row.facts.and_then(|facts| facts.tally.coverage_with_stated()),
            true,
        )
    }

    /// How the number of deliveries has changed.
    pub fn deliveries(&self, row: &Row) -> Change<u32> {
        let deliveries = row.facts.and_then(|facts| facts.deliveries);
        deliveries.change(!self.unlike.length, |few, many| many - few)
    }

    /// How the expected yearly value has changed: a mean over each report's years, so their number is no matter.
    pub fn expected(&self, row: &Row) -> Change<Money> {
        row.facts.and_then(Facts::expected).change(true, apart)
    }

    /// How the outcome in kronor has changed.
    pub fn outcome(&self, row: &Row) -> Change<Money> {
        let outcome = row.facts.and_then(|facts| facts.realised.outcome);
        outcome.change(!self.unlike.length, apart)
    }

    /// How what is said to have come of a year has changed. One year is one year, however many a report is of.
    pub fn outcome_of_year(row: &YearRow) -> Change<Money> {
        row.said.and_then(|said| said.outcome).change(true, apart)
    }

    /// The years that both reports are of: what came in them is in both.
    pub fn shared_years(&self) -> Option<(i32, i32)> {
        let first = self.before.from_year.max(self.now.from_year);
        let last = self.before.to_year.min(self.now.to_year);
        (first <= last).then_some((first, last))
    }

    /// How many areas have gone up, stayed, and gone down, among those whose levels can be held against each other.
    pub fn moved(&self) -> (usize, usize, usize) {
        let changes = || self.areas.iter().map(|row| self.level(row));
        (
            changes().filter(|change| matches!(change, Change::Up(_))).count(),
            changes().filter(|change| *change == Change::Same).count(),
            changes()
                .filter(|change| matches!(change, Change::Down(_)))
                .count(),
        )
    }
}

fn apart(low: Money, high: Money) -> Money {
    Money(high.0.saturating_sub(low.0))
}

/// What lies within the error of a mean is the same.
fn points(values: Pair<Percent>, alike: bool) -> Change<Decimal> {
    values
        .map(|percent| percent.compared())
        .change(alike, |low, high| high - low)
}

fn thresholds(scheme: &GradingScheme) -> [Decimal; 4] {
    [
        scheme.full_from,
        scheme.god_above,
        scheme.godkand_from,
        scheme.viss_above,
    ]
}

fn scores(scheme: &GradingScheme) -> [Decimal; 4] {
    [
        scheme.score_confirmed,
        scheme.score_partly,
        scheme.score_none,
        scheme.score_negative,
    ]
}

fn years_of(head: &ReportHead) -> i32 {
    head.to_year - head.from_year
}

fn area_ids(standing: &Standing) -> BTreeSet<AreaId> {
    standing.areas.iter().map(|area| area.id).collect()
}

#[cfg(test)]
mod tests;
