//! Two sequences side by side.

/// How one step of two sequences fits: indices into the first and the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// In both.
    Both(usize, usize),
    /// In the first alone.
    Left(usize),
    /// In the second alone.
    Right(usize),
}

/// Above so many pairs nothing is looked for in the middle: it counts as replaced. A page of text
/// against a page of text is far below.
const MOST_PAIRS: usize = 4_000_000;

/// Lays two sequences side by side along the longest run that they have in common, both in order.
pub(super) fn align<T>(left: &[T], right: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<Step> {
    let head = left.iter().zip(right).take_while(|(l, r)| same(l, r)).count();
    let tail = left[head..]
        .iter()
        .rev()
        .zip(right[head..].iter().rev())
        .take_while(|(l, r)| same(l, r))
        .count();
    let (left_end, right_end) = (left.len() - tail, right.len() - tail);
    let mut steps: Vec<Step> = (0..head).map(|at| Step::Both(at, at)).collect();
    middle(
        &left[head..left_end],
        &right[head..right_end],
        &same,
        head,
        &mut steps,
    );
    steps.extend((0..tail).map(|at| Step::Both(left_end + at, right_end + at)));
    steps
}

/// The part that differs at both ends, by the table of longest common runs.
fn middle<T>(left: &[T], right: &[T], same: impl Fn(&T, &T) -> bool, from: usize, steps: &mut Vec<Step>) {
    let (rows, columns) = (left.len(), right.len());
    if rows.saturating_mul(columns) > MOST_PAIRS {
        steps.extend((0..rows).map(|at| Step::Left(from + at)));
        steps.extend((0..columns).map(|at| Step::Right(from + at)));
        return;
    }
    // `longest[i][j]`: how much the rest from i and from j have in common.
    let width = columns + 1;
    let mut longest = vec![0_u32; (rows + 1) * width];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            longest[i * width + j] = if same(&left[i], &right[j]) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < rows || j < columns {
        let step = if i < rows && j < columns && same(&left[i], &right[j]) {
            (i, j) = (i + 1, j + 1);
            Step::Both(from + i - 1, from + j - 1)
        } else if j == columns || (i < rows && longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            i += 1;
            Step::Left(from + i - 1)
        } else {
            j += 1;
            Step::Right(from + j - 1)
        };
        steps.push(step);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn steps(left: &str, right: &str) -> Vec<Step> {
        let (left, right) = (left.as_bytes(), right.as_bytes());
        align(left, right, |one, other| one == other)
    }

    /// How many the two have in common, by trying all.
    fn most(left: &[u8], right: &[u8]) -> usize {
        let ([l, left_rest @ ..], [r, right_rest @ ..]) = (left, right) else {
            return 0;
        };
        let taken = if l == r {
            1 + most(left_rest, right_rest)
        } else {
            0
        };
        taken.max(most(left_rest, right)).max(most(left, right_rest))
    }

    #[test]
    fn what_goes_stands_before_what_comes() {
        use Step::{Both, Left, Right};
        let replaced = [Both(0, 0), Left(1), Left(2), Right(1), Both(3, 2)];
        assert_eq!(steps("abcd", "axd"), replaced);
        assert_eq!(steps("", "xy"), [Right(0), Right(1)]);
        assert_eq!(steps("xy", ""), [Left(0), Left(1)]);
        assert_eq!(steps("", ""), []);
    }

    #[test]
    fn what_both_have_is_found_between_what_goes_and_what_comes() {
        use Step::{Both, Left, Right};
        let laid = [
            Left(0),
            Right(0),
            Both(1, 1),
            Left(2),
            Both(3, 2),
            Right(3),
            Right(4),
        ];
        assert_eq!(steps("aabc", "cacaa"), laid);
    }

    #[test]
    fn what_differs_at_length_counts_as_replaced_between_ends_that_are_the_same() {
        let long = |first: char, last: char| format!("={first}{}{last}=", "o".repeat(1_999));
        let (left, right) = (long('a', 'b'), long('c', 'd'));
        let found = steps(&left, &right);
        let both: Vec<_> = found
            .iter()
            .filter(|step| matches!(step, Step::Both(..)))
            .collect();
        assert_eq!(both, [&Step::Both(0, 0), &Step::Both(2_002, 2_002)]);
        assert_eq!(found.len(), 2 + 2 * 2_001);
        assert_eq!((found[1], found[2_002]), (Step::Left(1), Step::Right(1)));
        // Of a hundredth of that what is the same in the middle is found.
        let short = |first: char, last: char| format!("{first}{}{last}", "o".repeat(200));
        let found = steps(&short('a', 'b'), &short('c', 'd'));
        assert_eq!(
            found.iter().filter(|step| matches!(step, Step::Both(..))).count(),
            200
        );
    }

    proptest! {
        /// Each of both is told once and in order, what is paired is the same, and no longer run could have been.
        #[test]
        fn nothing_is_lost_and_as_much_as_can_be_is_paired(left in "[abc]{0,7}", right in "[abc]{0,7}") {
            let found = steps(&left, &right);
            let (left, right) = (left.as_bytes(), right.as_bytes());
            let of_left: Vec<usize> = found.iter().filter_map(|step| match step {
                Step::Both(at, _) | Step::Left(at) => Some(*at),
                Step::Right(_) => None,
            }).collect();
            let of_right: Vec<usize> = found.iter().filter_map(|step| match step {
                Step::Both(_, at) | Step::Right(at) => Some(*at),
                Step::Left(_) => None,
            }).collect();
            prop_assert_eq!(of_left, (0..left.len()).collect::<Vec<_>>());
            prop_assert_eq!(of_right, (0..right.len()).collect::<Vec<_>>());
            let mut paired = 0;
            for step in &found {
                if let Step::Both(one, other) = step {
                    prop_assert_eq!(left[*one], right[*other]);
                    paired += 1;
                }
            }
            prop_assert_eq!(paired, most(left, right));
        }
    }
}
