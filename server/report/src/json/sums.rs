//! What adds up: freed hours and kronor, whole, by area, by group and by year.

use std::collections::BTreeMap;

use domain::benefit::ValueClass;
use domain::freed_time::{DispositionKind, TimeTally};
use domain::money::Money;
use domain::parted::{Parted, fold};
use domain::realisation::{Realised, area_by_year, group_by_year, sum_of, whole_by_year};
use domain::report_model::ReportModel;
use domain::sek_value::SekTally;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Result, number, tkr};

/// Parts of a whole. Areas and what lies outside are the whole, and so are groups and what is ungrouped.
#[derive(Serialize)]
pub(super) struct Sums<'a, T> {
    whole: T,
    by_area: Vec<OfArea<'a, T>>,
    outside_areas: Option<T>,
    by_group: Vec<OfGroup<'a, T>>,
    ungrouped: Option<T>,
    by_year: Vec<OfYear<T>>,
}

#[derive(Serialize)]
pub(super) struct OfArea<'a, T> {
    number: &'a str,
    #[serde(flatten)]
    amount: T,
}

#[derive(Serialize)]
pub(super) struct OfGroup<'a, T> {
    group: &'a str,
    #[serde(flatten)]
    amount: T,
}

#[derive(Serialize)]
pub(super) struct OfYear<T> {
    year: i32,
    #[serde(flatten)]
    amount: T,
}

/// Hours.
#[derive(Serialize)]
pub(super) struct Hours {
    freed: Box<RawValue>,
    known: Box<RawValue>,
    unknown: Box<RawValue>,
    added: Box<RawValue>,
    net: Box<RawValue>,
    into: BTreeMap<&'static str, Box<RawValue>>,
}

fn hours(tally: &TimeTally) -> Result<Hours> {
    let number = |hours: rust_decimal::Decimal| number(hours.normalize());
    Ok(Hours {
        freed: number(tally.freed())?,
        known: number(tally.known())?,
        unknown: number(tally.unknown)?,
        added: number(tally.added)?,
        net: number(tally.net())?,
        into: DispositionKind::ALL
            .into_iter()
            .filter(|kind| !tally.into_kind(*kind).is_zero())
            .map(|kind| Ok((kind.code(), number(tally.into_kind(kind))?)))
            .collect::<Result<_>>()?,
    })
}

/// Outcomes by class, in thousands of kronor. Classes are never added up.
#[derive(Serialize)]
pub(super) struct Outcomes {
    outcome_tkr: BTreeMap<&'static str, Option<Box<RawValue>>>,
}

fn outcomes(tally: &SekTally) -> Result<Outcomes> {
    let of = |(class, amount): (&ValueClass, &Money)| Ok((class.code(), tkr(Some(*amount))?));
    Ok(Outcomes {
        outcome_tkr: tally.0.iter().map(of).collect::<Result<_>>()?,
    })
}

fn sums<'a, T, Out>(
    model: &'a ReportModel,
    all: &Parted<T>,
    out: impl Fn(&T) -> Result<Out>,
) -> Result<Sums<'a, Out>> {
    let mut by_area = Vec::new();
    for section in &model.areas {
        if let Some(amount) = all.areas.get(&section.area.id) {
            by_area.push(OfArea {
                number: &section.area.number,
                amount: out(amount)?,
            });
        }
    }
    let mut by_group = Vec::new();
    for of in &model.standing.groups {
        if let Some(amount) = all.groups.get(&of.group.id) {
            by_group.push(OfGroup {
                group: &of.group.code,
                amount: out(amount)?,
            });
        }
    }
    Ok(Sums {
        whole: out(&all.whole)?,
        by_area,
        outside_areas: all.outside.as_ref().map(&out).transpose()?,
        by_group,
        ungrouped: all.ungrouped.as_ref().map(&out).transpose()?,
        by_year: all
            .years
            .iter()
            .map(|(year, amount)| {
                Ok(OfYear {
                    year: *year,
                    amount: out(amount)?,
                })
            })
            .collect::<Result<_>>()?,
    })
}

/// Freed time; none where nothing is registered.
pub(super) fn freed_time(model: &ReportModel) -> Result<Option<Sums<'_, Hours>>> {
    let there = !model.freed_time.is_empty();
    there
        .then(|| sums(model, &fold(&model.freed_time), hours))
        .transpose()
}

/// Outcomes in kronor that are counted; none where none is.
pub(super) fn sek_outcome(model: &ReportModel) -> Result<Option<Sums<'_, Outcomes>>> {
    let all = fold(&model.sek_outcome);
    let there = !all.whole.is_empty();
    there.then(|| sums(model, &all, outcomes)).transpose()
}

/// Promise, forecast and outcome.
#[derive(Serialize)]
pub(super) struct Said {
    promised_tkr: Option<Box<RawValue>>,
    forecast_tkr: Option<Box<RawValue>>,
    outcome_tkr: Option<Box<RawValue>>,
    outcome_of_promised_percent: Option<String>,
}

fn said(said: Realised) -> Result<Said> {
    Ok(Said {
        promised_tkr: tkr(said.promised)?,
        forecast_tkr: tkr(said.forecast)?,
        outcome_tkr: tkr(said.outcome)?,
        outcome_of_promised_percent: text::headline::kept(said).map(|share| share.to_string()),
    })
}

/// Promise, forecast and outcome in kronor of the report's years.
#[derive(Serialize)]
pub(super) struct Realisation<'a> {
    whole: Said,
    by_year: Vec<OfYear<Said>>,
    by_area: Vec<OfArea<'a, Said>>,
    by_group: Vec<OfGroup<'a, Said>>,
}

/// The same; none where nothing is said.
pub(super) fn realisation(model: &ReportModel) -> Result<Option<Realisation<'_>>> {
    let standing = &model.standing;
    let years = whole_by_year(&standing.realisation);
    if years.is_empty() {
        return Ok(None);
    }
    let mut by_area = Vec::new();
    for area in &standing.areas {
        let years = area_by_year(&standing.realisation, area.id);
        if !years.is_empty() {
            by_area.push(OfArea {
                number: &area.number,
                amount: said(sum_of(&years))?,
            });
        }
    }
    let mut by_group = Vec::new();
    for of in &standing.groups {
        let years = group_by_year(&standing.realisation, of.group.id);
        if !years.is_empty() {
            by_group.push(OfGroup {
                group: &of.group.code,
                amount: said(sum_of(&years))?,
            });
        }
    }
    Ok(Some(Realisation {
        whole: said(sum_of(&years))?,
        by_year: years
            .iter()
            .map(|(year, of)| {
                Ok(OfYear {
                    year: *year,
                    amount: said(*of)?,
                })
            })
            .collect::<Result<_>>()?,
        by_area,
        by_group,
    }))
}
