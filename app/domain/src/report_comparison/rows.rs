//! Which of two reports' subjects are the same, and what each report says of them.

use std::collections::BTreeSet;

use super::{Facts, Named, Pair, Row, YearRow};
use crate::id::BenefitGroupId;
use crate::realisation::{area_by_year, group_by_year, sum_of, whole_by_year};
use crate::standing::{AreaStanding, GroupStanding, Standing};

/// The whole, which both reports have.
pub(super) fn whole_row(before: &Standing, now: &Standing) -> Row {
    let both = Pair {
        before: Some(before),
        now: Some(now),
    };
    Row {
        named: both.map(|_| Named {
            number: None,
            name: String::new(),
        }),
        by_name: false,
        facts: both.map(|standing| whole_facts(standing)),
    }
}

fn whole_facts(standing: &Standing) -> Facts {
    Facts {
        judged: standing.assessment.clone(),
        proposal: standing.proposal,
        tally: standing.tally,
        deliveries: Some(standing.totals.deliveries),
        realised: sum_of(&whole_by_year(&standing.realisation)),
    }
}

fn area_facts(area: &AreaStanding, standing: &Standing) -> Facts {
    Facts {
        judged: area.assessment.clone(),
        proposal: area.proposal,
        tally: area.tally,
        deliveries: Some(area.deliveries),
        realised: sum_of(&area_by_year(&standing.realisation, area.id)),
    }
}

fn group_facts(group: &GroupStanding, standing: &Standing) -> Facts {
    Facts {
        judged: group.assessment.clone(),
        proposal: group.proposal,
        tally: group.tally,
        deliveries: None,
        realised: sum_of(&group_by_year(&standing.realisation, group.group.id)),
    }
}

/// How an area's name is compared.
fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The area of a report that is this one of another: itself; or, in another set, the only one of its name, where the
/// other report has no second of that name either. A number is none to go by: each set numbers its own.
pub(super) fn same_area<'a>(
    area: &AreaStanding,
    of: &Standing,
    among: &'a Standing,
) -> Option<(&'a AreaStanding, bool)> {
    if let Some(same) = among.areas.iter().find(|one| one.id == area.id) {
        return Some((same, false));
    }
    let name = folded(&area.name);
    let named = |standing: &'a Standing| {
        let mut all = standing.areas.iter().filter(|one| folded(&one.name) == name);
        all.next().filter(|_| all.next().is_none())
    };
    let alone = of.areas.iter().filter(|one| folded(&one.name) == name).count() == 1;
    let taken = |one: &AreaStanding| of.areas.iter().any(|own| own.id == one.id);
    named(among)
        .filter(|one| alone && !taken(one))
        .map(|one| (one, true))
}

pub(super) fn area_named(area: &AreaStanding) -> Named {
    Named {
        number: Some(area.number.clone()),
        name: area.name.clone(),
    }
}

pub(super) fn area_rows(before: &Standing, now: &Standing) -> Vec<Row> {
    let mut met = BTreeSet::new();
    let mut rows: Vec<Row> = now
        .areas
        .iter()
        .map(|area| {
            let same = same_area(area, now, before);
            met.extend(same.map(|(one, _)| one.id));
            let pair = Pair {
                before: same.map(|(one, _)| one),
                now: Some(area),
            };
            Row {
                named: pair.map(|area| area_named(area)),
                by_name: same.is_some_and(|(_, by_name)| by_name),
                facts: Pair {
                    before: pair.before.map(|area| area_facts(area, before)),
                    now: pair.now.map(|area| area_facts(area, now)),
                },
            }
        })
        .collect();
    let gone = before.areas.iter().filter(|area| !met.contains(&area.id));
    rows.extend(gone.map(|area| Row {
        named: Pair {
            before: Some(area_named(area)),
            now: None,
        },
        by_name: false,
        facts: Pair {
            before: Some(area_facts(area, before)),
            now: None,
        },
    }));
    rows
}

pub(super) fn group_rows(before: &Standing, now: &Standing) -> Vec<Row> {
    let find = |standing: &Standing, id: BenefitGroupId| {
        let found = standing.groups.iter().find(|of| of.group.id == id);
        found.map(|of| {
            let named = Named {
                number: None,
                name: of.group.name.clone(),
            };
            (named, group_facts(of, standing))
        })
    };
    let mut ids: Vec<BenefitGroupId> = now.groups.iter().map(|of| of.group.id).collect();
    let older = before.groups.iter().map(|of| of.group.id);
    ids.extend(older.filter(|id| !now.groups.iter().any(|of| of.group.id == *id)));
    ids.into_iter()
        .map(|id| {
            let pair = Pair {
                before: find(before, id),
                now: find(now, id),
            };
            Row {
                named: pair.map(|(named, _)| named.clone()),
                by_name: false,
                facts: pair.map(|(_, facts)| facts.clone()),
            }
        })
        .collect()
}

pub(super) fn year_rows(before: &Standing, now: &Standing) -> Vec<YearRow> {
    let said = |standing: &Standing, year: i32| {
        let of = &standing.report;
        let within = (of.from_year..=of.to_year).contains(&year);
        within.then(|| {
            let year = standing.realisation.get(&year);
            year.map(|year| year.whole).unwrap_or_default()
        })
    };
    let years: BTreeSet<i32> = [&before.report, &now.report]
        .into_iter()
        .flat_map(|of| of.from_year..=of.to_year)
        .collect();
    years
        .into_iter()
        .map(|year| YearRow {
            year,
            said: Pair {
                before: said(before, year),
                now: said(now, year),
            },
        })
        .collect()
}
