//! The annual report in each format: as PDF within a second and as JSON within three tenths of one, of the whole demo.
//! The open report is made anew each time; of a decided one the stored bytes are read.

use std::time::{Duration, Instant};

use service::Format;

use crate::measure::{Times, millis, promised, ratio};
use crate::site::{DEMO, database, operator};

/// How often each is made.
const TIMES: usize = 15;
/// What is promised of a format.
const BUDGETS: [(Format, Duration); 2] = [
    (Format::Pdf, Duration::from_secs(1)),
    (Format::Json, Duration::from_millis(300)),
];

pub async fn run() {
    println!("reports: the demo's, {TIMES} of each format");
    let (file, services) = database().await;
    let ctx = operator();
    service::demo_load(&ctx, &services, &[DEMO], |role| role.code().to_owned())
        .await
        .expect("loads");
    // JSON comes first: the others are held against it.
    let mut json = None;
    let (mut all_kept, mut figures) = (true, Vec::new());
    let others = Format::ALL.into_iter().filter(|format| *format != Format::Json);
    for format in std::iter::once(Format::Json).chain(others) {
        let (mut open, mut stored) = (Times::default(), Times::default());
        let mut first = None;
        let mut size = 0;
        for _ in 0..TIMES {
            let begun = Instant::now();
            let bytes = service::report_render(&ctx, &services, 2025, format).await;
            size = bytes.expect("a report").len();
            first.get_or_insert(begun.elapsed());
            open.note(begun.elapsed());
            let begun = Instant::now();
            let bytes = service::report_render(&ctx, &services, 2024, format).await;
            assert!(!bytes.expect("a report").is_empty());
            stored.note(begun.elapsed());
        }
        let median = open.percentile(50);
        if format == Format::Json {
            json = Some(median);
        }
        let budget = BUDGETS.iter().find(|(of, _)| *of == format);
        if let Some((_, most)) = budget {
            all_kept &= open.percentile(95) <= *most;
            figures.push(format!("{} {}", format.code(), millis(open.percentile(95))));
        }
        let kept = budget.map_or("", |(_, most)| match open.percentile(95) <= *most {
            true => "within its budget",
            false => "ABOVE ITS BUDGET",
        });
        println!(
            "{:<5} {:>5} kB  first {:>9}, median {:>9} ({} times JSON), p95 {:>9}; stored {:>9}  {kept}",
            format.code(),
            size / 1000,
            millis(first.unwrap_or_default()),
            millis(median),
            json.map_or_else(|| "–".to_owned(), |json| ratio(median, json)),
            millis(open.percentile(95)),
            millis(stored.percentile(50)),
        );
    }
    promised("reports", all_kept, &figures.join(", "));
    drop(services);
    let _ = std::fs::remove_file(file);
}
