//! What one version has that another has not.

use super::estimate::Estimate;
use super::{Alternative, Calculation, Line};
use crate::money::Money;

/// A field of the whole calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// The year that is not discounted.
    BaseYear,
    /// Years.
    Horizon,
    /// Discount rate.
    Rate,
    /// Where it comes from.
    RateSource,
    /// The year whose prices amounts are in.
    PriceLevel,
    /// What happens where nothing is done.
    ZeroAlternative,
    /// What it rests on.
    Assumptions,
    /// The alternative that is proposed.
    Preferred,
}

/// Something that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// A field of the whole.
    Head(Head),
    /// An alternative that only the later version has.
    AlternativeAdded(&'a Alternative),
    /// An alternative that only the earlier version has.
    AlternativeRemoved(&'a Alternative),
    /// A line that only the later version has.
    LineAdded(&'a Alternative, &'a Line),
    /// A line that only the earlier version has.
    LineRemoved(&'a Alternative, &'a Line),
    /// A line that is called, classed, explained or tied to a benefit in another way.
    LineWorded(&'a Line, &'a Line),
    /// A line whose amounts of a year differ.
    Amount {
        /// The line, as it is in the later version.
        line: &'a Line,
        /// The year.
        year: i32,
        /// The earlier amounts.
        before: Option<Estimate<Money>>,
        /// The later amounts.
        after: Option<Estimate<Money>>,
    },
}

/// All that differs, in the order of the later version, what is gone last within its alternative. The same thing is
/// found by name: a new version is a copy with identities of its own.
pub fn difference<'a>(before: &'a Calculation, after: &'a Calculation) -> Vec<Change<'a>> {
    let mut changes: Vec<Change<'a>> = heads(before, after).into_iter().map(Change::Head).collect();
    let same = |one: &Alternative, other: &Alternative| one.name == other.name;
    for new in &after.alternatives {
        match before.alternatives.iter().find(|old| same(old, new)) {
            None => changes.push(Change::AlternativeAdded(new)),
            Some(old) => lines(old, new, &mut changes),
        }
    }
    let gone = before
        .alternatives
        .iter()
        .filter(|old| !after.alternatives.iter().any(|new| same(old, new)));
    changes.extend(gone.map(Change::AlternativeRemoved));
    changes
}

fn heads(before: &Calculation, after: &Calculation) -> Vec<Head> {
    let name = |calculation: &Calculation| calculation.preferred().map(|one| one.name.clone());
    [
        (Head::BaseYear, before.base_year != after.base_year),
        (Head::Horizon, before.horizon_years != after.horizon_years),
        (Head::Rate, before.discount_rate != after.discount_rate),
        (Head::RateSource, before.rate_source != after.rate_source),
        (Head::PriceLevel, before.price_level != after.price_level),
        (
            Head::ZeroAlternative,
            before.zero_alternative != after.zero_alternative,
        ),
        (Head::Assumptions, before.assumptions != after.assumptions),
        (Head::Preferred, name(before) != name(after)),
    ]
    .into_iter()
    .filter_map(|(head, differs)| differs.then_some(head))
    .collect()
}

/// Lines of the same name are the same in the order in which they stand; where a name was changed, a line of the
/// same class in the same place with the same amounts is.
fn lines<'a>(old: &'a Alternative, new: &'a Alternative, into: &mut Vec<Change<'a>>) {
    let mut left: Vec<&'a Line> = old.lines.iter().collect();
    let mut take = |fits: &dyn Fn(&Line) -> bool| {
        let at = left.iter().position(|line| fits(line))?;
        Some(left.remove(at))
    };
    let mut pairs: Vec<(&'a Line, Option<&'a Line>)> = new
        .lines
        .iter()
        .map(|line| (line, take(&|old| old.name == line.name)))
        .collect();
    for (line, pair) in &mut pairs {
        if pair.is_none() {
            *pair = take(&|old| old.class == line.class && old.amounts == line.amounts);
        }
    }
    for (line, pair) in pairs {
        match pair {
            None => into.push(Change::LineAdded(new, line)),
            Some(before) => one_line(before, line, into),
        }
    }
    into.extend(left.into_iter().map(|line| Change::LineRemoved(old, line)));
}

fn one_line<'a>(before: &'a Line, after: &'a Line, into: &mut Vec<Change<'a>>) {
    let words = |line: &'a Line| (&line.name, line.class, line.benefit, &line.note);
    if words(before) != words(after) {
        into.push(Change::LineWorded(before, after));
    }
    let years = |line: &'a Line| line.amounts.iter().map(|amount| amount.year);
    let mut all: Vec<i32> = years(before).chain(years(after)).collect();
    all.sort_unstable();
    all.dedup();
    for year in all {
        let (old, new) = (before.in_year(year), after.in_year(year));
        if old != new {
            into.push(Change::Amount {
                line: after,
                year,
                before: old,
                after: new,
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::super::{AmountUnit, LineClass, YearAmount};
    use super::*;
    use crate::statement::ApprovalState;

    fn line(id: u128, name: &str, likely: i64) -> Line {
        let money = Money(likely);
        Line {
            id: Uuid::from_u128(id).into(),
            name: name.to_owned(),
            class: LineClass::Operation,
            benefit: None,
            note: None,
            build: None,
            amounts: vec![YearAmount {
                year: 2024,
                low: money,
                likely: money,
                high: money,
            }],
        }
    }

    pub fn calculation(lines: Vec<Line>) -> Calculation {
        let alternative = Alternative {
            id: Uuid::from_u128(1).into(),
            name: "Huvudalternativ".to_owned(),
            description: None,
            lines,
        };
        Calculation {
            id: Uuid::from_u128(2).into(),
            initiative: Uuid::from_u128(3).into(),
            number: 1,
            base_year: 2024,
            horizon_years: 3,
            discount_rate: None,
            rate_source: None,
            price_level: None,
            zero_alternative: None,
            assumptions: None,
            unit: AmountUnit::Tkr,
            preferred: alternative.id,
            alternatives: vec![alternative],
            state: ApprovalState::Draft,
            promise: false,
        }
    }

    #[test]
    fn a_copy_differs_in_nothing() {
        let (one, other) = (
            calculation(vec![line(10, "Drift", 5), line(11, "Drift", 6)]),
            calculation(vec![line(20, "Drift", 5), line(21, "Drift", 6)]),
        );
        assert_eq!(difference(&one, &other), []);
    }

    #[test]
    fn what_differs_is_told_once_and_in_order() {
        let before = calculation(vec![
            line(10, "Drift", 5),
            line(11, "Licens", 7),
            line(12, "Porto", 1),
        ]);
        let mut after = calculation(vec![
            line(20, "Drift", 6),
            line(21, "Licenser", 7),
            line(22, "Lokaler", 2),
        ]);
        after.price_level = Some(2024);
        let [change_head, amount, worded, added, removed] = &difference(&before, &after)[..] else {
            panic!("five changes: {:?}", difference(&before, &after));
        };
        assert_eq!(change_head, &Change::Head(Head::PriceLevel));
        let certain = |ore| Some(Estimate::certain(Money(ore)));
        assert!(matches!(amount, Change::Amount { year: 2024, before, after, .. }
            if *before == certain(5) && *after == certain(6)));
        assert!(
            matches!(worded, Change::LineWorded(old, new) if old.name == "Licens" && new.name == "Licenser")
        );
        assert!(matches!(added, Change::LineAdded(_, line) if line.name == "Lokaler"));
        assert!(matches!(removed, Change::LineRemoved(_, line) if line.name == "Porto"));
    }
}
