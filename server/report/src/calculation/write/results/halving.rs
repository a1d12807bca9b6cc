//! Where the internal rate of return is looked for.
//!
//! The function IRR seeks near a start, and finds nothing, or something else, where the start is far off. So the start is
//! found by halving first. With one change of sign there is one rate r > −1, and u = (1+r)/(2+r) lies between 0 and 1;
//! Σ net·(1−u)^(t−1)·u^(n−t), t from 1 to n, has the sign of the last net below it and the other sign above it. Each step
//! is half the one before, and is taken where the sum still has the sign of the last net.

use domain::calculation::Evaluation;
use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::Results;
use super::formulas::{Formulas, at, column};
use super::keys::key;
use crate::calculation::number::{for_cell, for_result};
use crate::calculation::write::rows::{self, Rows};
use crate::calculation::write::style::write_text;

/// Steps: after these the start is right to nine decimals where the rate is usual, which is more than IRR needs.
const STEPS: u32 = 30;

/// Row of the first step; in the row above it everything is nothing.
fn first_step() -> u32 {
    rows::halving().saturating_add(3)
}

/// Row of what the steps come to, as a rate.
fn start() -> u32 {
    first_step().saturating_add(STEPS)
}

impl Results<'_> {
    /// The steps of each variant.
    pub(super) fn halving(&mut self, evaluation: &Evaluation) -> Result<(), XlsxError> {
        let (lang, style, formulas) = (self.shown.lang, &self.shown.style, self.formulas);
        let head = rows::halving();
        write_text(self.page, head, 0, &lang.t("calculation-file-steps"), &style.bold)?;
        self.variants(head)?;
        write_text(
            self.page,
            head.saturating_add(1),
            0,
            &lang.t("calculation-file-steps-step"),
            &style.head,
        )?;
        write_text(
            self.page,
            start(),
            0,
            &lang.t("calculation-file-steps-start"),
            &style.text,
        )?;
        let steps = steps();
        for (row, step) in (first_step()..).zip(&steps) {
            if row == first_step() {
                self.page
                    .write_number_with_format(row, 0, for_cell(*step)?, &style.fine)?;
            } else {
                let before = at_step(row.saturating_sub(1));
                self.formula(row, 0, &format!("{before}/2"), &for_result(*step), &style.fine)?;
            }
        }
        for (place, (variant, rows)) in (0_u16..).zip(rows::variants()) {
            let irr = key(evaluation, variant).and_then(|key| key.irr);
            let nothing = first_step().saturating_sub(1);
            self.page
                .write_number_with_format(nothing, column(place), 0, &style.fine)?;
            let reached = reached(irr, &steps);
            for (row, reached) in (first_step()..).zip(&reached) {
                let formula = formulas.step(rows, row, place);
                self.formula(row, column(place), &formula, &for_result(*reached), &style.fine)?;
            }
            let found = reached.last().zip(steps.last());
            let rate = found.and_then(|(reached, step)| as_rate(*reached, *step));
            let result = match irr.and(rate) {
                Some(rate) => for_result(rate),
                None => lang.t("calculation-file-no-value"),
            };
            let formula = formulas.start(rows, place);
            self.formula(start(), column(place), &formula, &result, &style.fine)?;
        }
        Ok(())
    }
}

impl Formulas<'_> {
    /// The internal rate of return, where the net changes sign exactly once.
    pub(super) fn irr(self, rows: Rows, place: u16, none: &str) -> String {
        let [_, _, net, ..] = rows.yearly();
        let (net, start, once) = (self.all(net), at(start(), place), self.changes_once(rows));
        format!("IF({once},ROUND(IFERROR(IRR({net},{start}),{start}),10),{none})")
    }

    /// One step: the one above, and half of what was added there if that is still not too far.
    fn step(self, rows: Rows, row: u32, place: u16) -> String {
        let [_, _, net, ..] = rows.yearly();
        let [_, _, sign, _] = rows.helping();
        let (before, step) = (at(row.saturating_sub(1), place), at_step(row));
        let (order, years) = (self.all(rows::ORDER), self.last(rows::ORDER));
        let sum = format!(
            "SUMPRODUCT({}*(1-{before}-{step})^({order}-1)*({before}+{step})^({years}-{order}))",
            self.all(net)
        );
        let (once, sign) = (self.changes_once(rows), self.last(sign));
        format!("IF({once},{before}+IF(SIGN({sum})={sign},{step},0),0)")
    }

    /// The rate in the middle of the last step.
    fn start(self, rows: Rows, place: u16) -> String {
        let last = start().saturating_sub(1);
        let reached = format!("({}+{}/2)", at(last, place), at_step(last));
        let (once, none) = (self.changes_once(rows), self.no_value());
        format!("IF({once},{reached}/(1-{reached})-1,{none})")
    }

    fn changes_once(self, rows: Rows) -> String {
        let [.., change] = rows.helping();
        format!("SUM({})=1", self.all(change))
    }
}

/// The cell with how large the step in this row is.
fn at_step(row: u32) -> String {
    format!("$A{}", row.saturating_add(1))
}

/// 1/2, 1/4, 1/8 …
fn steps() -> Vec<Decimal> {
    let half = Decimal::new(5, 1);
    std::iter::successors(Some(half), |step| step.checked_mul(half))
        .take(usize::try_from(STEPS).unwrap_or_default())
        .collect()
}

/// How far each step comes: as far as it can and stay below. Nothing where there is no rate.
fn reached(irr: Option<Decimal>, steps: &[Decimal]) -> Vec<Decimal> {
    let goal = irr.and_then(|rate| {
        let growth = rate.checked_add(Decimal::ONE)?;
        growth.checked_div(growth.checked_add(Decimal::ONE)?)
    });
    let goal = goal.unwrap_or_default();
    let mut so_far = Decimal::ZERO;
    let mut reached = Vec::new();
    for step in steps {
        so_far = so_far
            .checked_add(*step)
            .filter(|next| *next < goal)
            .unwrap_or(so_far);
        reached.push(so_far);
    }
    reached
}

/// The rate in the middle of the last step.
fn as_rate(reached: Decimal, step: Decimal) -> Option<Decimal> {
    let middle = reached.checked_add(step.checked_div(Decimal::TWO)?)?;
    let rest = Decimal::ONE.checked_sub(middle)?;
    middle.checked_div(rest)?.checked_sub(Decimal::ONE)
}
