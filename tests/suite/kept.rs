//! What is kept of the portfolio is never anything else than what is there.

mod measured;

use std::collections::{BTreeMap, BTreeSet};

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::role::Role;
use sea_orm::ConnectionTrait;
use service::Services;
use store::repo::report_material::report_material_load;
use store::repo::work_material::work_material_load;
use store::{AuditRecord, Kept, Kind, Store, Trail};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::rows::{must, number, text, texts};

on_both!(
    what_is_kept_is_what_is_there,
    what_is_rolled_back_leaves_nothing_behind,
    another_server_reads_what_the_first_has_changed,
    who_looks_at_an_earlier_moment_gets_what_was_there,
    each_table_with_a_mark_has_it_set_by_every_change,
);

/// What is changed, a statement that changes it, and how many statements read anew what hangs on it. Each is seen in what reports or work are found in.
const CHANGES: [(&str, &str, u64); 11] = [
    ("an initiative", "UPDATE initiative SET name = name || '!'", 3),
    ("a delivery", "UPDATE delivery SET name = name || '!'", 4),
    (
        "a benefit",
        "UPDATE benefit SET description = description || '!'",
        4,
    ),
    ("an area", "UPDATE area SET name = name || '!'", 3),
    (
        "a benefit group",
        "UPDATE benefit_group SET short_name = short_name || '!'",
        1,
    ),
    ("a unit", "UPDATE unit SET name = name || '!'", 1),
    ("a statement", "UPDATE statement SET text = text || '!'", 11),
    (
        "benefits that statements speak for",
        "DELETE FROM statement_benefit",
        11,
    ),
    ("SUS evaluations that go", "DELETE FROM sus_evaluation", 1),
    ("what is told of a delivery", "DELETE FROM figure", 18),
    (
        "a launch that comes",
        "INSERT INTO delivery_launch SELECT delivery_id, 90, what, planned_text, planned_precision, planned_first, \
         planned_last, actual_text, actual_precision, actual_first, actual_last FROM delivery_launch \
         WHERE ordinal = 0",
        4,
    ),
];

/// Everything that the folds are made from, as this way of reading finds it.
async fn read(ctx: &Ctx, services: &Services, kept: &Kept, report: ReportId) -> String {
    let db = services.store.snapshot().await.expect("a snapshot");
    read_by(ctx, &db, kept, report).await
}

async fn read_by(ctx: &Ctx, db: &impl ConnectionTrait, kept: &Kept, report: ReportId) -> String {
    let report = report_material_load(ctx, db, kept, report).await;
    let work = work_material_load(ctx, db, kept).await;
    let report = report.expect("reads").expect("is there");
    format!("{report:?}\n{:?}", work.expect("reads"))
}

async fn kept(ctx: &Ctx, services: &Services, report: ReportId) -> String {
    read(ctx, services, services.store.kept(), report).await
}

async fn there(ctx: &Ctx, services: &Services, report: ReportId) -> String {
    read(ctx, services, &Kept::nothing(), report).await
}

/// The demo's open report.
fn open_report() -> ReportId {
    let id = portfolio_json()["reports"][1]["id"].as_str().map(str::to_owned);
    id.and_then(|id| id.parse().ok()).expect("an open report")
}

async fn what_is_kept_is_what_is_there(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), demo.services);
    let asked = async || {
        let before = services.store.statements();
        let read = kept(&ctx, &services, open_report()).await;
        (read, services.store.statements() - before)
    };
    let (first, all) = asked().await;
    assert!(first == there(&ctx, &services, open_report()).await, "read alike");
    let (again, few) = asked().await;
    assert!(first == again, "read once");
    assert_eq!((all, few), (73, 24), "statements at first, and then");
    let (mut before, mut told) = (first, BTreeMap::new());
    for (what, change, _) in CHANGES {
        must(&services.store, &[change]).await;
        let now = there(&ctx, &services, open_report()).await;
        assert!(before != now, "{what} makes a difference");
        let (read, sent) = asked().await;
        assert!(read == now, "{what}: what is kept is not what is there");
        told.insert(what, sent - few);
        before = now;
    }
    let anew: BTreeMap<&str, u64> = CHANGES.map(|(what, _, anew)| (what, anew)).into();
    assert_eq!(told, anew, "statements that were sent on the left");
}

async fn what_is_rolled_back_leaves_nothing_behind(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), demo.services);
    let before = kept(&ctx, &services, open_report()).await;
    let rename = "UPDATE initiative SET name = name || '!'";
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    txn.execute_unprepared(rename).await.expect("renames");
    assert!(
        kept(&ctx, &services, open_report()).await == before,
        "nobody sees it yet"
    );
    drop(txn);
    assert!(kept(&ctx, &services, open_report()).await == before, "nor later");
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    txn.execute_unprepared(rename).await.expect("renames");
    let record = AuditRecord::new("initiative.update", "initiative", "1");
    txn.commit(Trail::one(record)).await.expect("commits");
    let after = kept(&ctx, &services, open_report()).await;
    assert!(after != before, "it is seen once it is committed");
    assert!(after == there(&ctx, &services, open_report()).await, "as it is");
}

async fn another_server_reads_what_the_first_has_changed(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &crate::support::demo::portfolio()).await;
    let (ctx, one) = (demo.ctx(Role::SteeringUnit), demo.services);
    let other = World::open(&url).await;
    let mut before = kept(&ctx, &other, open_report()).await;
    for (what, change, _) in CHANGES {
        must(&one.store, &[change]).await;
        let now = kept(&ctx, &other, open_report()).await;
        assert!(before != now, "{what} is seen");
        assert!(
            now == there(&ctx, &one, open_report()).await,
            "{what}: what is kept is not what is there"
        );
        before = now;
    }
}

async fn who_looks_at_an_earlier_moment_gets_what_was_there(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::SteeringUnit), demo.services);
    let before = kept(&ctx, &services, open_report()).await;
    let earlier = services.store.snapshot().await.expect("a snapshot");
    let by_earlier = async || read_by(&ctx, &earlier, services.store.kept(), open_report()).await;
    assert!(
        by_earlier().await == before,
        "the moment is that of the first look"
    );
    for (what, change, _) in CHANGES {
        must(&services.store, &[change]).await;
        let now = there(&ctx, &services, open_report()).await;
        assert!(
            kept(&ctx, &services, open_report()).await == now,
            "{what} is seen now"
        );
        assert!(
            by_earlier().await == before,
            "{what} is not seen by who began before it"
        );
        assert!(
            kept(&ctx, &services, open_report()).await == now,
            "{what} is seen after that"
        );
    }
}

async fn each_table_with_a_mark_has_it_set_by_every_change(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let marked = texts(
        store,
        "SELECT table_name FROM table_mark WHERE table_name NOT LIKE '%/%'",
    )
    .await;
    assert!(marked.len() > 50, "{marked:?}");
    for table in &marked {
        assert_eq!(changes_that_mark(store, table).await, 3, "{table}");
    }
    // Each has marks of its own, and one change sets one of them.
    let marks = async || -> BTreeSet<String> {
        let all = texts(store, "SELECT table_name || ' ' || mark FROM table_mark").await;
        all.into_iter().collect()
    };
    let before = marks().await;
    must(store, &["UPDATE unit SET name = name || '!'"]).await;
    let after = marks().await;
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(new.len() == 1 && new[0].starts_with("unit "), "{new:?}");
    let mark = text(store, "SELECT mark FROM table_mark WHERE table_name = 'unit'").await;
    assert!(mark.len() >= 32, "{mark} does not come twice");
    let shares = "SELECT COUNT(*) FROM table_mark WHERE table_name LIKE 'measurement/__'";
    assert_eq!(number(store, shares).await, 256, "shares of the measures");
    // What deletes nothing changes nothing.
    must(store, &["DELETE FROM freed_time"]).await;
    assert!(marks().await == after, "no row was there");
}

/// How many of insert, update and delete set the mark of a table.
async fn changes_that_mark(store: &Store, table: &str) -> i64 {
    let count = match store.kind() {
        Kind::Sqlite => format!(
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}' \
             AND sql LIKE '%UPDATE table_mark SET mark%table_name = ''{table}''%'"
        ),
        // Insert, delete and update are bits of what a trigger is for.
        Kind::Postgres => format!(
            "SELECT COALESCE(SUM((tgtype >> 2 & 1) + (tgtype >> 3 & 1) + (tgtype >> 4 & 1)), 0)::bigint FROM pg_trigger \
             WHERE tgrelid = '{table}'::regclass AND tgenabled = 'O' AND tgfoid = 'table_mark_set'::regproc"
        ),
    };
    number(store, &count).await
}
