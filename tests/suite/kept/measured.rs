//! Of what has been measured only that is read again whose measures have something new.

use std::sync::{Arc, Mutex};

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::role::{Role, Scope};
use sea_orm::Iterable;
use service::Services;
use store::Kind;
use store::entity::measurement;
use store::repo::report::report_list;

use super::{kept, there};
use crate::portfolio::{self, Size};
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::operator;
use crate::support::rows::must;

on_both!(only_what_is_measured_of_changed_measures_is_read_again);

/// More measures than there are shares that count as few.
const SIZE: Size = Size {
    initiatives: 15,
    monthly: false,
    seed: 1,
};

/// The nth measure.
fn measure(number: usize) -> String {
    format!("(SELECT id FROM measure ORDER BY id LIMIT 1 OFFSET {number})")
}

/// A measurement of a measure that is over by today: the latest, or one before it.
fn measured(number: usize, before: usize) -> String {
    format!(
        "(SELECT id FROM measurement WHERE measure_id = {} AND last_day < '2025-01-01' \
         ORDER BY last_day DESC LIMIT 1 OFFSET {before})",
        measure(number)
    )
}

/// One more of a measure, on the day of its latest.
fn one_more(kind: Kind, number: usize) -> String {
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for column in measurement::Column::iter() {
        let name = sea_orm::IdenStatic::as_str(&column);
        values.push(match (column, kind) {
            (measurement::Column::Id, Kind::Sqlite) => "randomblob(16)",
            (measurement::Column::Id, Kind::Postgres) => "gen_random_uuid()",
            _ => name,
        });
        names.push(name);
    }
    let (names, values, one) = (names.join(", "), values.join(", "), measured(number, 0));
    format!("INSERT INTO measurement ({names}) SELECT {values} FROM measurement WHERE id = {one}")
}

/// Changes of what has been measured, and whether they are of few measures.
fn changes(kind: Kind) -> Vec<(&'static str, String, bool)> {
    let set = |what: &str, of: String| format!("UPDATE measurement SET {what} WHERE id = {of}");
    let supersedes = |number| format!("supersedes_id = {}", measured(number, 0));
    let mut changes = vec![
        (
            "a value",
            set("value_mantissa = value_mantissa + 1", measured(0, 0)),
            true,
        ),
        (
            "one that has become preliminary",
            set("preliminary = TRUE", measured(1, 0)),
            true,
        ),
        (
            "one that waits for approval",
            set("state = 'submitted'", measured(2, 0)),
            true,
        ),
        (
            "one that was of another measure",
            set(&format!("measure_id = {}", measure(4)), measured(3, 0)),
            true,
        ),
        ("a correction", set(&supersedes(5), measured(5, 1)), true),
        (
            "what was measured of another measure in its place",
            set(&supersedes(8), measured(9, 1)),
            true,
        ),
        ("one more", one_more(kind, 6), true),
        (
            "all of a measure that go",
            format!("DELETE FROM measurement WHERE measure_id = {}", measure(7)),
            true,
        ),
        (
            "a value of every measure",
            "UPDATE measurement SET value_mantissa = value_mantissa + 1".to_owned(),
            false,
        ),
    ];
    if kind == Kind::Postgres {
        let emptied = "CREATE TEMP TABLE one AS SELECT * FROM measurement ORDER BY id LIMIT 1; \
                       TRUNCATE measurement CASCADE; INSERT INTO measurement SELECT * FROM one";
        changes.push(("all but one that go at once", emptied.to_owned(), false));
    }
    changes
}

async fn only_what_is_measured_of_changed_measures_is_read_again(world: World) {
    let url = world.empty().await;
    let mut services: Services = World::open(&url).await;
    portfolio::fill(&operator(), &services, SIZE).await;
    let ctx = somebody(Role::SteeringUnit, Scope::All);
    let report = newest(&ctx, &services).await;
    let sent: Arc<Mutex<Vec<String>>> = Arc::default();
    let log = Arc::clone(&sent);
    services.store = services.store.watched(move |statement, _| {
        let mut log = log.lock().expect("nobody fails while holding it");
        log.push(statement.sql.clone());
    });
    let mut before = kept(&ctx, &services, report).await;
    assert!(before == there(&ctx, &services, report).await, "read alike");
    for (what, change, is_of_few) in changes(world.kind()) {
        must(&services.store, &[&change]).await;
        let now = there(&ctx, &services, report).await;
        assert!(before != now, "{what} makes a difference");
        sent.lock().expect("nobody fails while holding it").clear();
        let read = kept(&ctx, &services, report).await;
        assert!(read == now, "{what}: what is kept is not what is there");
        let sent = std::mem::take(&mut *sent.lock().expect("nobody fails while holding it"));
        let looks: Vec<&String> = sent.iter().filter(|sql| looks_for_the_latest(sql)).collect();
        assert_eq!(
            looks.len(),
            3,
            "{what}: what outcomes rest on by the cut-off and by today, and how far is measured: {sent:?}"
        );
        for sql in looks {
            assert_eq!(is_by_share(sql), is_of_few, "{what}: {sql}");
        }
        before = now;
    }
    sent.lock().expect("nobody fails while holding it").clear();
    assert!(kept(&ctx, &services, report).await == before);
    let sent = std::mem::take(&mut *sent.lock().expect("nobody fails while holding it"));
    assert!(!sent.iter().any(|sql| looks_for_the_latest(sql)), "{sent:?}");
}

async fn newest(ctx: &Ctx, services: &Services) -> ReportId {
    let reports = report_list(ctx, services.store.reader()).await.expect("reads");
    reports.last().expect("a report").value.id
}

fn looks_for_the_latest(sql: &str) -> bool {
    sql.contains("\"latest_day\"") || sql.contains("AS \"complete\"")
}

fn is_by_share(sql: &str) -> bool {
    sql.contains("substr(") || sql.contains("right(")
}
