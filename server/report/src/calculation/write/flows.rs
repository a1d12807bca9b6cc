//! What formulas come to year by year, exact, to be kept beside them. In the calculation's unit.

use domain::calculation::case::CaseError;
use domain::calculation::{Alternative, Calculation, LineClass, Scope};
use rust_decimal::Decimal;

use super::rows::Variant;
use crate::calculation::words::Reckoned;

/// One value a year of the horizon.
pub(super) type Years = Vec<Decimal>;

/// What is added up of all lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    Costs,
    Financial,
    Redistribution,
}

impl Sum {
    pub(super) const ALL: [Self; 3] = [Self::Costs, Self::Financial, Self::Redistribution];

    /// The classes that it adds up.
    pub(super) fn classes(self) -> Vec<LineClass> {
        let is_one = |class: &LineClass| match self {
            Self::Costs => class.is_cost(),
            Self::Financial => *class == LineClass::Financial,
            Self::Redistribution => *class == LineClass::Redistribution,
        };
        LineClass::ALL.into_iter().filter(is_one).collect()
    }
}

/// The yearly values of a scope in a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) benefits: Years,
    pub(super) costs: Years,
    pub(super) net: Years,
    pub(super) cumulative: Years,
    pub(super) discounted: Years,
    pub(super) cumulative_discounted: Years,
}

impl Flow {
    /// The number of each year in which the net so far is below nothing, else 0.
    pub(super) fn years_below(&self) -> Years {
        years_below(&self.cumulative)
    }

    /// The same of the discounted net so far.
    pub(super) fn years_discounted_below(&self) -> Years {
        years_below(&self.cumulative_discounted)
    }

    /// The sign of the net each year; that of the year before where it is nothing.
    pub(super) fn signs(&self) -> Years {
        let mut last = Decimal::ZERO;
        let signs = self.net.iter().map(|net| {
            if !net.is_zero() {
                last = if net.is_sign_negative() {
                    Decimal::NEGATIVE_ONE
                } else {
                    Decimal::ONE
                };
            }
            last
        });
        signs.collect()
    }

    /// 1 in each year whose sign is another than the year before, else 0.
    pub(super) fn sign_changes(&self) -> Years {
        let signs = self.signs();
        let before = std::iter::once(Decimal::ZERO).chain(signs.iter().copied());
        let changes = signs
            .iter()
            .zip(before)
            .map(|(sign, before)| Decimal::from(u8::from(!before.is_zero() && before != *sign)));
        changes.collect()
    }
}

fn years_below(so_far: &[Decimal]) -> Years {
    let numbered = (1_u32..).zip(so_far);
    numbered
        .map(|(number, sum)| {
            if *sum < Decimal::ZERO {
                Decimal::from(number)
            } else {
                Decimal::ZERO
            }
        })
        .collect()
}

/// The yearly values of an alternative.
pub(super) struct Flows {
    pub(super) factors: Years,
    sums: Vec<(Sum, Reckoned, Years)>,
    flows: Vec<(Variant, Flow)>,
}

impl Flows {
    /// # Errors
    /// Where sums outgrow what numbers hold.
    pub(super) fn new(calculation: &Calculation, alternative: &Alternative) -> Result<Self, CaseError> {
        let factors = factors(calculation).ok_or(CaseError::Overflow)?;
        let mut sums = Vec::new();
        for sum in Sum::ALL {
            for reckoned in Reckoned::ALL {
                let years = added(calculation, alternative, sum, reckoned).ok_or(CaseError::Overflow)?;
                sums.push((sum, reckoned, years));
            }
        }
        let mut all = Self {
            factors,
            sums,
            flows: Vec::new(),
        };
        for variant in Variant::all() {
            let flow = all.of(variant).ok_or(CaseError::Overflow)?;
            all.flows.push((variant, flow));
        }
        Ok(all)
    }

    /// What lines of a kind come to at an estimate.
    pub(super) fn sum(&self, sum: Sum, reckoned: Reckoned) -> &[Decimal] {
        let found = self.sums.iter().find(|(of, at, _)| (*of, *at) == (sum, reckoned));
        found.map_or(&[], |(_, _, years)| years)
    }

    /// What a variant comes to.
    pub(super) fn flow(&self, variant: Variant) -> Option<&Flow> {
        let (_, flow) = self.flows.iter().find(|(of, _)| *of == variant)?;
        Some(flow)
    }

    fn of(&self, variant: Variant) -> Option<Flow> {
        let benefit = variant.scenario.benefit(Reckoned::THREE);
        let redistributed = match variant.scope {
            Scope::Financial => &[],
            Scope::FinancialAndRedistribution => self.sum(Sum::Redistribution, benefit),
        };
        let financial = self.sum(Sum::Financial, benefit);
        let costs = self.sum(Sum::Costs, variant.scenario.cost(Reckoned::THREE));
        let mut flow = Flow::default();
        let (mut so_far, mut discounted_so_far) = (Decimal::ZERO, Decimal::ZERO);
        let redistributed = redistributed
            .iter()
            .copied()
            .chain(std::iter::repeat(Decimal::ZERO));
        for (((financial, redistributed), cost), factor) in
            financial.iter().zip(redistributed).zip(costs).zip(&self.factors)
        {
            let benefits = financial.checked_add(redistributed)?;
            let net = benefits.checked_sub(*cost)?;
            let discounted = net.checked_mul(*factor)?;
            so_far = so_far.checked_add(net)?;
            discounted_so_far = discounted_so_far.checked_add(discounted)?;
            flow.benefits.push(benefits);
            flow.costs.push(*cost);
            flow.net.push(net);
            flow.cumulative.push(so_far);
            flow.discounted.push(discounted);
            flow.cumulative_discounted.push(discounted_so_far);
        }
        Some(flow)
    }
}

/// 1/(1+r)^t, the base year first.
fn factors(calculation: &Calculation) -> Option<Years> {
    let share = calculation
        .discount_rate
        .unwrap_or_default()
        .checked_div(Decimal::ONE_HUNDRED)?;
    let growth = Decimal::ONE.checked_add(share)?;
    let mut factor = Decimal::ONE;
    let mut factors = Vec::new();
    for _ in calculation.years() {
        factors.push(factor);
        factor = factor.checked_div(growth)?;
    }
    Some(factors)
}

fn added(
    calculation: &Calculation,
    alternative: &Alternative,
    sum: Sum,
    reckoned: Reckoned,
) -> Option<Years> {
    let classes = sum.classes();
    let mut years = Vec::new();
    for year in calculation.years() {
        let mut total = Decimal::ZERO;
        for line in alternative
            .lines
            .iter()
            .filter(|line| classes.contains(&line.class))
        {
            if let Some(estimate) = line.in_year(year) {
                total = total.checked_add(calculation.unit.of(reckoned.of(estimate)))?;
            }
        }
        years.push(total);
    }
    Some(years)
}
