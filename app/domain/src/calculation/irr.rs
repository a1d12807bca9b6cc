//! The internal rate of return.

use rust_decimal::Decimal;

/// Halvings after which nothing is left of the unit interval at 28 decimals.
const HALVINGS: u32 = 100;

/// Σ flow·x^t for 0 ≤ x ≤ 1, where `flows` begins with t = 0.
fn value(flows: impl DoubleEndedIterator<Item = Decimal>, x: Decimal) -> Option<Decimal> {
    flows
        .rev()
        .try_fold(Decimal::ZERO, |sum, flow| sum.checked_mul(x)?.checked_add(flow))
}

/// The rate at which the net present value is nothing, in (−1, ∞), as a share; none where the net, zeros
/// ignored, does not change sign exactly once.
///
/// With one change of sign there is exactly one root (Descartes), and the value has one sign on each side of it,
/// so halving finds it. It is sought where powers stay small: in the discount factor x = 1/(1+r) where r ≥ 0,
/// and in 1+r itself, from the other end, where r is negative. Six decimals hold for rates up to about 10^10.
pub(super) fn irr(net: &[Decimal]) -> Option<Decimal> {
    let first = net.iter().position(|flow| !flow.is_zero())?;
    let last = net.iter().rposition(|flow| !flow.is_zero())?;
    let flows = net.get(first..=last)?;
    let mut signs = flows
        .iter()
        .filter(|flow| !flow.is_zero())
        .map(Decimal::is_sign_negative);
    let mut at_hand = signs.next()?;
    let mut changes = 0_u32;
    for sign in signs {
        changes += u32::from(sign != at_hand);
        at_hand = sign;
    }
    if changes != 1 {
        return None;
    }
    let plain_sum = value(flows.iter().copied(), Decimal::ONE)?;
    if plain_sum.is_zero() {
        return Some(Decimal::ZERO);
    }
    let starts_negative = flows.first()?.is_sign_negative();
    if plain_sum.is_sign_negative() == starts_negative {
        let growth = root(|x| value(flows.iter().rev().copied(), x), !starts_negative)?;
        growth.checked_sub(Decimal::ONE)
    } else {
        let factor = root(|x| value(flows.iter().copied(), x), starts_negative)?;
        Decimal::ONE.checked_div(factor)?.checked_sub(Decimal::ONE)
    }
}

/// The point in (0, 1) where the sign changes; `negative_at_zero` says which it has below.
fn root(value: impl Fn(Decimal) -> Option<Decimal>, negative_at_zero: bool) -> Option<Decimal> {
    let (mut below, mut above) = (Decimal::ZERO, Decimal::ONE);
    for _ in 0..HALVINGS {
        let middle = below.checked_add(above)?.checked_div(Decimal::TWO)?;
        if middle == below || middle == above {
            break;
        }
        let there = value(middle)?;
        if there.is_zero() {
            return Some(middle);
        }
        if there.is_sign_negative() == negative_at_zero {
            below = middle;
        } else {
            above = middle;
        }
    }
    Some(above)
}
