//! How long a large calculation takes: 200 lines over 15 years, both scopes, three scenarios and the tornado.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::benefit::ValueClass;
use domain::calculation::evaluate::evaluate;
use domain::calculation::{Case, CaseLine, Estimate, Evaluation, LineKind, Scenario, Scope};
use rust_decimal::Decimal;

use crate::measure::{Times, millis, promised, ratio};

const YEARS: i32 = 15;
const ROUNDS: u32 = 200;
/// What is promised.
const BUDGET: Duration = Duration::from_millis(10);

/// Lines of every kind, with amounts that differ by line and year and have öre.
fn case(lines: i64) -> Case {
    let lines = (0..lines)
        .map(|line| {
            let kind = match line % 3 {
                0 => LineKind::Cost,
                1 => LineKind::Benefit(ValueClass::Financial),
                _ => LineKind::Benefit(ValueClass::Redistribution),
            };
            let amounts = (0..YEARS)
                .map(|year| {
                    let likely = Decimal::new(100_000_007 + 7_919 * line + 104_729 * i64::from(year), 2);
                    let step = Decimal::new(1_000_003 + line, 2);
                    let estimate = Estimate {
                        low: likely - step,
                        likely,
                        high: likely + step,
                    };
                    (2024 + year, estimate)
                })
                .collect();
            CaseLine {
                name: format!("Post {line}"),
                kind,
                amounts,
            }
        })
        .collect();
    Case::new(2024, i64::from(YEARS), Decimal::new(35, 3), lines).expect("a valid case")
}

fn evaluated(case: &Case) -> Evaluation {
    evaluate(case).expect("within limits")
}

fn times(case: &Case) -> Times {
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        black_box(evaluated(black_box(case)));
        times.note(begun.elapsed());
    }
    times
}

pub fn run() {
    let (small, large) = (case(20), case(200));
    // The answers first: two hundred lines are what their halves are together.
    let nnv =
        |case: &Case| evaluated(case).results[&Scope::FinancialAndRedistribution][&Scenario::Likely].nnv;
    let half = |from: usize| {
        let lines = large.lines()[from..from + 100].to_vec();
        nnv(&Case::new(2024, i64::from(YEARS), large.rate(), lines).expect("a valid case"))
    };
    let apart = (nnv(&large) - half(0) - half(100)).abs();
    assert!(
        apart < Decimal::new(1, 9),
        "the halves differ from the whole by {apart}"
    );
    let (small, large) = (times(&small), times(&large));
    println!(
        "calculation, 200 lines × {YEARS} years with tornado: median {}, p95 {} ({} of the {} promised); \
         20 lines: median {}; ten times the lines take {} times as long",
        millis(large.percentile(50)),
        millis(large.percentile(95)),
        ratio(large.percentile(95), BUDGET),
        millis(BUDGET),
        millis(small.percentile(50)),
        ratio(large.percentile(50), small.percentile(50)),
    );
    let p95 = large.percentile(95);
    promised("calculation", p95 <= BUDGET, &millis(p95));
}
