//! What matters most for the net present value.

use rust_decimal::Decimal;

use super::case::{Case, CaseError, LineKind};
use super::estimate::{Estimate, Scope};
use super::evaluate::{factors, present_value};
use super::result::{Swing, SwingFactor, rounded};

/// How far the rate is changed each way: two percentage points.
const RATE_STEP: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Each line of the scope at low and at high with all else as likely, and the rate two points down and up,
/// not below nothing; the widest swing first, ties in input order, the rate last among them.
///
/// The net present value is linear in the lines: a line moves it by as much as its own present value moves.
/// `present` holds that of each line, in input order, `net` the likely net of each year, `nnv` its present value.
pub(super) fn tornado(
    case: &Case,
    scope: Scope,
    present: &[Estimate],
    net: &[Decimal],
    nnv: Decimal,
) -> Result<Vec<Swing>, CaseError> {
    let mut swings = Vec::with_capacity(present.len() + 1);
    for (index, (line, present)) in case.lines().iter().zip(present).enumerate() {
        if !line.kind.is_in(scope) {
            continue;
        }
        let moved = |to: Decimal| {
            let by = match line.kind {
                LineKind::Cost => present.likely.checked_sub(to),
                LineKind::Benefit(_) => to.checked_sub(present.likely),
            };
            by.and_then(|by| nnv.checked_add(by)).ok_or(CaseError::Overflow)
        };
        swings.push(Swing {
            factor: SwingFactor::Line {
                index,
                name: line.name.clone(),
            },
            nnv_at_low: moved(present.low)?,
            nnv_at_high: moved(present.high)?,
        });
    }
    let at = |rate: Decimal| present_value(net, &factors(rate, case.horizon())?);
    swings.push(Swing {
        factor: SwingFactor::Rate,
        nnv_at_low: at((case.rate() - RATE_STEP).max(Decimal::ZERO))?,
        nnv_at_high: at(case.rate() + RATE_STEP)?,
    });
    // Stable: what is equally wide stays in input order, and the rate stands last in it.
    swings.sort_by_cached_key(|swing| std::cmp::Reverse(rounded(swing.width())));
    Ok(swings)
}
