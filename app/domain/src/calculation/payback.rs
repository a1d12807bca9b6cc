//! When what was paid has come back.

use rust_decimal::Decimal;

use super::result::settled;

/// Years from the beginning of the first year to the point, linear within the year, from which the cumulative
/// net stays at or above nothing to the end: 0 where it never lies below, none where it ends below. `net` is
/// one amount a year. None as well where sums outgrow what numbers hold, which limits on a case rule out.
pub(super) fn payback(net: &[Decimal]) -> Option<Decimal> {
    let mut cumulative = Decimal::ZERO;
    let mut back = Some(Decimal::ZERO);
    for (elapsed, net) in (0_u32..).zip(net) {
        let before = cumulative;
        cumulative = cumulative.checked_add(*net)?;
        // Exactly nothing is enough, and discounting leaves a trace of it.
        if settled(cumulative) < Decimal::ZERO {
            back = None;
        } else if settled(before) < Decimal::ZERO {
            // Net is above nothing here: it lifts the sum from below nothing.
            back = Some(Decimal::from(elapsed).checked_add((-before).checked_div(*net)?)?);
        }
    }
    back
}
