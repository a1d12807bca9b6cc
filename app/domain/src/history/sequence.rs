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
