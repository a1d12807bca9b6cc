//! Works a case out (product rules, section 2, "Benefit calculation").

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::case::{Case, CaseError, LineKind};
use super::estimate::{Estimate, Scenario, Scope};
use super::irr::irr;
use super::payback::payback;
use super::result::{Evaluation, Key, YearRow, settled};
use super::tornado::tornado;

/// One amount a year of the horizon. Kronor.
type Years = Vec<Decimal>;

/// 1/(1+r)^t for each year of the horizon, the base year first.
pub(super) fn factors(rate: Decimal, horizon: u32) -> Result<Years, CaseError> {
    let growth = Decimal::ONE.checked_add(rate).ok_or(CaseError::Overflow)?;
    let mut factor = Decimal::ONE;
    let mut factors = Vec::new();
    for _ in 0..horizon {
        factors.push(factor);
        factor = factor.checked_div(growth).ok_or(CaseError::Overflow)?;
    }
    Ok(factors)
}

/// Σ amount · factor.
pub(super) fn present_value(amounts: &[Decimal], factors: &[Decimal]) -> Result<Decimal, CaseError> {
    let mut all = discounted(amounts, factors)?.into_iter();
    Ok(settled(all.try_fold(Decimal::ZERO, plus)?))
}

fn discounted(amounts: &[Decimal], factors: &[Decimal]) -> Result<Years, CaseError> {
    amounts
        .iter()
        .zip(factors)
        .map(|(amount, factor)| amount.checked_mul(*factor).ok_or(CaseError::Overflow))
        .collect()
}

fn plus(one: Decimal, other: Decimal) -> Result<Decimal, CaseError> {
    one.checked_add(other).ok_or(CaseError::Overflow)
}

fn minus(one: Decimal, other: Decimal) -> Result<Decimal, CaseError> {
    one.checked_sub(other).ok_or(CaseError::Overflow)
}

/// What a scope comes to each year in a scenario.
struct Flows {
    benefits: Years,
    costs: Years,
    net: Years,
}

impl Flows {
    fn of(case: &Case, scope: Scope, scenario: Scenario) -> Result<Self, CaseError> {
        let nothing: Years = (0..case.horizon()).map(|_| Decimal::ZERO).collect();
        let (mut benefits, mut costs) = (nothing.clone(), nothing);
        for line in case.lines().iter().filter(|line| line.kind.is_in(scope)) {
            let side = match line.kind {
                LineKind::Cost => &mut costs,
                LineKind::Benefit(_) => &mut benefits,
            };
            for ((_, year), amount) in by_year(case, &line.amounts).zip(side) {
                if let Some(estimate) = year {
                    *amount = plus(*amount, line.kind.pick(scenario, estimate))?;
                }
            }
        }
        let net = benefits
            .iter()
            .zip(&costs)
            .map(|(benefit, cost)| minus(*benefit, *cost))
            .collect::<Result<_, _>>()?;
        Ok(Self { benefits, costs, net })
    }

    fn key(&self, factors: &[Decimal]) -> Result<Key, CaseError> {
        let pv_benefits = present_value(&self.benefits, factors)?;
        let pv_costs = present_value(&self.costs, factors)?;
        let nnv = settled(minus(pv_benefits, pv_costs)?);
        let per_cost = |value: Decimal| -> Option<Decimal> {
            (!pv_costs.is_zero())
                .then(|| value.checked_div(pv_costs))
                .flatten()
        };
        // Worth exactly the same, whatever discounting leaves in the last digit.
        let even = nnv.is_zero();
        Ok(Key {
            pv_benefits,
            pv_costs,
            nnv,
            nnk: per_cost(nnv),
            bc_ratio: per_cost(pv_benefits).map(|ratio| if even { Decimal::ONE } else { ratio }),
            break_even_share: (pv_benefits > Decimal::ZERO)
                .then(|| {
                    if even {
                        Some(Decimal::ONE)
                    } else {
                        pv_costs.checked_div(pv_benefits)
                    }
                })
                .flatten(),
            payback_years: payback(&self.net),
            discounted_payback_years: payback(&discounted(&self.net, factors)?),
            irr: irr(&self.net),
        })
    }

    fn yearly(&self, first: i32, factors: &[Decimal]) -> Result<Vec<YearRow>, CaseError> {
        let (mut net_so_far, mut discounted_so_far) = (Decimal::ZERO, Decimal::ZERO);
        let rows = self.benefits.iter().zip(&self.costs).zip(&self.net);
        (first..)
            .zip(rows.zip(discounted(&self.net, factors)?))
            .map(|(year, (((benefits, costs), net), discounted_net))| {
                net_so_far = plus(net_so_far, *net)?;
                discounted_so_far = plus(discounted_so_far, discounted_net)?;
                Ok(YearRow {
                    year,
                    benefits: *benefits,
                    costs: *costs,
                    net: *net,
                    cumulative_net: net_so_far,
                    discounted_net,
                    cumulative_discounted_net: discounted_so_far,
                })
            })
            .collect()
    }
}

/// The years of the horizon, each with its estimate where there is one.
fn by_year<'a>(
    case: &Case,
    amounts: &'a BTreeMap<i32, Estimate>,
) -> impl Iterator<Item = (i32, Option<Estimate>)> + use<'a> {
    (case.base_year()..=case.last_year()).map(|year| (year, amounts.get(&year).copied()))
}

/// The present value of each line at each estimate, in input order.
fn present_values(case: &Case, factors: &[Decimal]) -> Result<Vec<Estimate>, CaseError> {
    case.lines()
        .iter()
        .map(|line| {
            let mut present = Estimate::certain(Decimal::ZERO);
            for ((_, estimate), factor) in by_year(case, &line.amounts).zip(factors) {
                let Some(estimate) = estimate else { continue };
                let add = |sum: Decimal, amount: Decimal| {
                    let value = amount.checked_mul(*factor).ok_or(CaseError::Overflow)?;
                    plus(sum, value)
                };
                present = Estimate {
                    low: add(present.low, estimate.low)?,
                    likely: add(present.likely, estimate.likely)?,
                    high: add(present.high, estimate.high)?,
                };
            }
            Ok(present.map(settled))
        })
        .collect()
}

/// All that a case comes to. Fails only where sums outgrow what numbers hold, which the limits of a case rule out.
pub fn evaluate(case: &Case) -> Result<Evaluation, CaseError> {
    let factors = factors(case.rate(), case.horizon())?;
    let present = present_values(case, &factors)?;
    let mut evaluation = Evaluation {
        results: BTreeMap::new(),
        yearly: BTreeMap::new(),
        tornado: BTreeMap::new(),
    };
    for scope in Scope::ALL {
        let mut scenarios = BTreeMap::new();
        for scenario in Scenario::ALL {
            let flows = Flows::of(case, scope, scenario)?;
            let key = flows.key(&factors)?;
            if scenario == Scenario::Likely {
                let yearly = flows.yearly(case.base_year(), &factors)?;
                evaluation.yearly.insert(scope, yearly);
                let swings = tornado(case, scope, &present, &flows.net, key.nnv)?;
                evaluation.tornado.insert(scope, swings);
            }
            scenarios.insert(scenario, key);
        }
        evaluation.results.insert(scope, scenarios);
    }
    Ok(evaluation)
}
