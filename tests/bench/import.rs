//! The import of a portfolio of 10 000 rows, all or nothing and on disk: within five seconds. Beside it the bare writing of as many
//! rows of one table in one transaction.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Statement, TransactionTrait};

use crate::databases::{Database, KINDS, name};
use crate::measure::{Times, millis, promised, ratio};
use crate::portfolio::{Size, rows};
use crate::site::operator;

const TIMES: usize = 5;
/// A thousand initiatives with a delivery, five benefits and three statements each.
const INITIATIVES: usize = 1_000;
const ROWS: usize = 10_000;
/// What is promised.
const BUDGET: Duration = Duration::from_secs(5);

pub async fn run() {
    let (document, count) = rows(Size::of(INITIATIVES));
    assert_eq!(count, ROWS, "initiatives, deliveries, benefits and statements");
    println!(
        "import: {ROWS} rows, {} kB, {TIMES} times",
        document.len() / 1_000
    );
    for kind in KINDS {
        let (mut imported, mut bare) = (Times::default(), Times::default());
        for _ in 0..TIMES {
            let database = Database::new(kind).await;
            let services = database.services().await;
            let begun = Instant::now();
            let done = service::exchange::portfolio_import(&operator(), &services, &document).await;
            imported.note(begun.elapsed());
            done.expect("an empty database takes it");
            bare.note(bare_rows(&database).await);
            drop(services);
            database.remove().await;
        }
        let p95 = imported.percentile(95);
        println!(
            "{:<10} p50 {:>9} p95 {:>9}, {} times the bare writing of as many rows ({})  {}",
            name(kind),
            millis(imported.percentile(50)),
            millis(p95),
            ratio(imported.percentile(50), bare.percentile(50)),
            millis(bare.percentile(50)),
            if p95 <= BUDGET { "within 5 s" } else { "ABOVE 5 s" },
        );
        let name = name(kind);
        promised(
            &format!("import.{name}"),
            p95 <= BUDGET,
            &format!("{name}: {}", millis(p95)),
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a table of its own, without anything that is audited"
)]
/// As many rows of text in a table of their own, a hundred in a statement.
async fn bare_rows(database: &Database) -> Duration {
    let db = sea_orm::Database::connect(database.url())
        .await
        .expect("connects");
    db.execute_unprepared("CREATE TABLE bench_row (id INTEGER PRIMARY KEY, said TEXT NOT NULL)")
        .await
        .expect("a table");
    let begun = Instant::now();
    let txn = db.begin().await.expect("begins");
    for lot in 0..ROWS / 100 {
        let values: Vec<String> = (0..100)
            .map(|nth| {
                format!(
                    "({}, 'Handläggarna slipper skriva av uppgifter, och den som söker får besked.')",
                    lot * 100 + nth
                )
            })
            .collect();
        let sql = format!("INSERT INTO bench_row (id, said) VALUES {}", values.join(", "));
        let statement = Statement::from_string(db.get_database_backend(), sql);
        txn.execute_raw(statement).await.expect("writes");
    }
    txn.commit().await.expect("commits");
    let took = begun.elapsed();
    db.close().await.expect("closes");
    took
}
