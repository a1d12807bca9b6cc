//! Benefit calculations as rows.

use std::collections::HashMap;

use domain::calculation::{Alternative, Calculation, Line, YearAmount};
use domain::id::{AccountId, BenefitId};
use domain::money::Money;
use uuid::Uuid;

use super::{CalculationRecord, LINES, TABLE};
use crate::entity::{
    calculation, calculation_alternative, calculation_amount, calculation_editor, calculation_line,
};
use crate::error::Result;
use crate::repo::codec::{Row, micro};
use crate::repo::rows::Stamp;

pub(super) fn row(calculation: &Calculation, stamp: Stamp) -> Result<calculation::Model> {
    let place = Row::of(TABLE, calculation.id.0);
    let horizon = i32::try_from(calculation.horizon_years).map_err(|error| place.damaged(error))?;
    let rate = calculation.discount_rate;
    Ok(calculation::Model {
        id: calculation.id.0,
        initiative_id: calculation.initiative.0,
        number: calculation.number,
        base_year: calculation.base_year,
        horizon_years: horizon,
        rate_micro: rate.map(|rate| place.micro_of("rate_micro", rate)).transpose()?,
        rate_source: calculation.rate_source.clone(),
        price_level: calculation.price_level,
        zero_alternative: calculation.zero_alternative.clone(),
        assumptions: calculation.assumptions.clone(),
        unit: calculation.unit.code().to_owned(),
        preferred_id: calculation.preferred.0,
        state: calculation.state.code().to_owned(),
        promise: calculation.promise,
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

pub(super) fn read_alternative(
    row: calculation_alternative::Model,
    lines: Vec<calculation_line::Model>,
    amounts: &mut HashMap<Uuid, Vec<calculation_amount::Model>>,
) -> Result<Alternative> {
    let line = |line: calculation_line::Model| {
        let place = Row::of(LINES, line.id);
        let amounts = amounts.remove(&line.id).unwrap_or_default();
        Ok(Line {
            id: line.id.into(),
            name: line.name,
            class: place.code(&line.class)?,
            benefit: line.benefit_id.map(BenefitId),
            note: line.note,
            build: place.optional_json(line.build.as_deref())?,
            amounts: amounts
                .into_iter()
                .map(|amount| YearAmount {
                    year: amount.year,
                    low: Money(amount.low_ore),
                    likely: Money(amount.likely_ore),
                    high: Money(amount.high_ore),
                })
                .collect(),
        })
    };
    Ok(Alternative {
        id: row.id.into(),
        name: row.name,
        description: row.description,
        lines: lines.into_iter().map(line).collect::<Result<_>>()?,
    })
}

pub(super) fn read(
    row: calculation::Model,
    alternatives: Vec<Alternative>,
    editors: Vec<calculation_editor::Model>,
) -> Result<CalculationRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let calculation = Calculation {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        number: row.number,
        base_year: row.base_year,
        horizon_years: u32::try_from(row.horizon_years).map_err(|error| place.damaged(error))?,
        discount_rate: row.rate_micro.map(micro),
        rate_source: row.rate_source,
        price_level: row.price_level,
        zero_alternative: row.zero_alternative,
        assumptions: row.assumptions,
        unit: place.code(&row.unit)?,
        alternatives,
        preferred: row.preferred_id.into(),
        state: place.code(&row.state)?,
        promise: row.promise,
    };
    Ok(CalculationRecord {
        calculation: stamp.on(calculation),
        editors: editors.into_iter().map(|one| AccountId(one.account_id)).collect(),
        review_note: row.review_note,
        reviewed_by: row.reviewed_by.map(AccountId),
        reviewed_at: row.reviewed_at.map(|at| place.moment(at)).transpose()?,
    })
}
