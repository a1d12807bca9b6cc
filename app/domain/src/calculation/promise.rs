//! What an initiative has promised (product rules, section 1): the version that was approved when it was decided.
//! Later ones stand beside it.

use super::Calculation;
use crate::id::CalculationId;
use crate::initiative::InitiativeStatus;
use crate::statement::ApprovalState;

/// The version that becomes the promise when the initiative is decided: the latest approved one; none where nothing
/// is approved, or something is promised already.
pub fn promised_at_decision<'a>(
    versions: impl IntoIterator<Item = &'a Calculation>,
) -> Option<CalculationId> {
    let mut latest: Option<&Calculation> = None;
    for version in versions {
        if version.promise {
            return None;
        }
        let later = latest.is_none_or(|latest| latest.number < version.number);
        if version.state == ApprovalState::Approved && later {
            latest = Some(version);
        }
    }
    latest.map(|version| version.id)
}

/// Whether a version that is approved now becomes the promise: where the initiative was decided without one, the
/// first that is approved after is what it can be held to.
pub fn promised_at_approval<'a>(
    status: InitiativeStatus,
    versions: impl IntoIterator<Item = &'a Calculation>,
) -> bool {
    let decided = !matches!(status, InitiativeStatus::Proposed | InitiativeStatus::Stopped);
    decided && !versions.into_iter().any(|version| version.promise)
}

#[cfg(test)]
mod tests {
    use super::super::difference::tests::calculation;
    use super::*;

    fn version(number: i32, state: ApprovalState, promise: bool) -> Calculation {
        Calculation {
            id: uuid::Uuid::from_u128(u128::from(number.unsigned_abs())).into(),
            number,
            state,
            promise,
            ..calculation(Vec::new())
        }
    }

    #[test]
    fn the_latest_approved_version_is_promised_once() {
        use ApprovalState as S;
        let (first, second) = (version(1, S::Approved, false), version(2, S::Approved, false));
        let third = version(3, S::Submitted, false);
        assert_eq!(promised_at_decision([&second, &first, &third]), Some(second.id));
        assert_eq!(promised_at_decision([&first, &second, &third]), Some(second.id));
        assert_eq!(promised_at_decision([&third]), None);
        let promise = version(1, S::Approved, true);
        assert_eq!(promised_at_decision([&promise, &second]), None);
    }

    #[test]
    fn what_is_approved_after_the_decision_is_promised_where_nothing_is() {
        use InitiativeStatus as I;
        let (draft, promise) = (
            version(2, ApprovalState::Submitted, false),
            version(1, ApprovalState::Approved, true),
        );
        for status in I::ALL {
            let decided = !matches!(status, I::Proposed | I::Stopped);
            assert_eq!(promised_at_approval(status, [&draft]), decided, "{status:?}");
            assert!(!promised_at_approval(status, [&promise, &draft]));
        }
    }
}
