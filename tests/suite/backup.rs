//! The whole database into a file while others work, and from it again: into a new database of either kind, with every
//! row, the audit log and the stored bytes of reports.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::role::Role;
use store::{AuditRecord, Closed, Kind, Store, Trail};

use crate::report_life::{decided, files};
use crate::support::database::{World, on, on_both};
use crate::support::demo::{Demo, export, portfolio};
use crate::support::folder::Folder;
use crate::support::operator;
use crate::support::program::program;
use crate::support::rows::{audit_seq, count, must, run, texts};

on_both!(
    a_backup_is_taken_while_others_write_and_restored_elsewhere,
    nothing_that_is_there_is_written_over,
    a_file_that_is_no_whole_backup_is_refused,
    a_schema_of_an_earlier_version_is_left_as_it_is,
    a_database_with_nothing_in_it_is_told_as_empty,
);

/// Runs the program on a database, as an operator does.
async fn nytta(url: &str, words: &[&str]) -> Output {
    let mut command = program(url, words);
    let done = tokio::task::spawn_blocking(move || command.output()).await;
    done.expect("ends").expect("the program starts")
}

async fn works(url: &str, words: &[&str]) -> String {
    let output = nytta(url, words).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {said}");
    String::from_utf8(output.stdout).expect("text")
}

async fn fails(url: &str, words: &[&str], named: &str) {
    let output = nytta(url, words).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
    assert!(said.contains(named), "“{named}” is not in: {said}");
    // What an error is caused by is told once.
    for part in said.trim_end().split(": ").filter(|part| part.len() > 8) {
        assert_eq!(said.matches(part).count(), 1, "“{part}” is told twice: {said}");
    }
}

/// The head of the audit log that a command tells.
fn head(said: &str) -> &str {
    let line = said.lines().find_map(|line| line.strip_prefix("head "));
    line.expect("tells the head")
}

/// How many rows each table has.
async fn rows(store: &Store) -> Vec<(String, i64)> {
    let list = match store.kind() {
        Kind::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        }
        Kind::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
        }
    };
    let mut all = Vec::new();
    for table in texts(store, list).await {
        all.push((table.clone(), count(store, &table).await));
    }
    all
}

/// Everything that refuses what the product never does.
async fn rules(store: &Store) -> Vec<String> {
    texts(
        store,
        match store.kind() {
            Kind::Sqlite => "SELECT name || sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
            Kind::Postgres => {
                "SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal \
                 UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' \
                 ORDER BY 1"
            }
        },
    )
    .await
}

async fn a_backup_is_taken_while_others_write_and_restored_elsewhere(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let report = decided(&demo).await;
    let stored = files(&steering, services, report).await;
    let (before, all_rows) = (audit_seq(&services.store).await, rows(&services.store).await);

    // Somebody writes all the while.
    let stop = Arc::new(AtomicBool::new(false));
    let (store, stopped) = (services.store.clone(), stop.clone());
    let writing = tokio::spawn(async move {
        let (ctx, mut written) = (operator(), 0);
        while !stopped.load(Ordering::Relaxed) {
            let txn = store.write_txn(&ctx).await.expect("begins");
            let record = AuditRecord::new("portfolio.export", "portfolio", "1");
            txn.commit(Trail::one(record)).await.expect("commits");
            written += 1;
        }
        written
    });
    let folder = Folder::new();
    let file = folder.file("today.nytta");
    let said = works(&url, &["backup", &file]).await;
    stop.store(true, Ordering::Relaxed);
    let written = writing.await.expect("ends");
    assert!(written > 10, "it was busy: {written}");
    let taken = head(&said);
    let left: Vec<_> = std::fs::read_dir(&folder.0).expect("lists").collect();
    assert_eq!(left.len(), 1, "nothing but the backup is left: {left:?}");

    // Into a new one of the same kind, and into a file.
    let in_file = folder.database("restored/nytta.sqlite");
    for other in [world.empty().await, in_file] {
        if other.starts_with("sqlite") && world.kind() == Kind::Sqlite {
            let path = other
                .trim_start_matches("sqlite://")
                .trim_end_matches("?mode=rwc");
            assert!(!Path::new(path).exists());
        }
        let restored = works(&other, &["restore", &file, "--expect", taken]).await;
        assert_eq!(head(&restored), taken);
        assert_eq!(head(&works(&other, &["verify", "--expect", taken]).await), taken);
        let there = World::open(&other).await;
        let events = audit_seq(&there.store).await;
        assert!(
            (before..=before + i64::from(written)).contains(&events),
            "{events} of {before} and {written}"
        );
        // Row for row, but for the log, which had gone on.
        let is_log = |table: &str| table.starts_with("audit_");
        let expected = all_rows.iter().filter(|(table, _)| !is_log(table));
        let found = rows(&there.store).await;
        let found = found.iter().filter(|(table, _)| !is_log(table));
        assert!(expected.eq(found), "every row is there");
        assert_eq!(
            files(&steering, &there, report).await,
            stored,
            "what is decided is served as it was"
        );
        assert_eq!(export(&there).await, export(services).await);
        // The rules hold there as here.
        if there.store.kind() == services.store.kind() {
            assert_eq!(rules(&there.store).await, rules(&services.store).await);
        }
        let frozen = run(&there.store, "UPDATE frozen_report SET model_json = '{}'").await;
        assert!(frozen.is_err(), "what is decided cannot be changed");
        let nowhere = "UPDATE delivery SET initiative_id = id";
        assert!(run(&there.store, nowhere).await.is_err(), "references hold");
    }
}

/// Who may read a file.
fn mode(file: &str) -> u32 {
    std::fs::metadata(file).expect("it is there").permissions().mode() & 0o777
}

async fn nothing_that_is_there_is_written_over(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let folder = Folder::new();
    let file = folder.file("today.nytta");
    works(&url, &["backup", &file]).await;
    let bytes = std::fs::read(&file).expect("a file");
    fails(&url, &["backup", &file], "is there already").await;
    assert!(std::fs::read(&file).expect("a file") == bytes, "it is as it was");
    let nowhere = folder.file("nowhere");
    let told = format!("the folder {nowhere} is not there: make it");
    fails(&url, &["backup", &format!("{nowhere}/today.nytta")], &told).await;
    let events = audit_seq(&demo.services.store).await;
    let refusal = match world.kind() {
        Kind::Sqlite => "is there already",
        Kind::Postgres => "has something in it already",
    };
    fails(&url, &["restore", &file], refusal).await;
    assert_eq!(audit_seq(&demo.services.store).await, events);
    fails(
        &folder.database("none.sqlite"),
        &["backup", &folder.file("other.nytta")],
        "there is no database",
    )
    .await;
    assert!(!Path::new(&folder.file("none.sqlite")).exists(), "none was made");

    // A log without its database would be taken for the log of what is restored.
    let (new, log) = (folder.file("new.sqlite"), folder.file("new.sqlite-wal"));
    std::fs::write(&log, "of another").expect("writes");
    fails(
        &folder.database("new.sqlite"),
        &["restore", &file],
        "new.sqlite-wal is there already",
    )
    .await;
    assert!(!Path::new(&new).exists(), "none was made");
    std::fs::remove_file(&log).expect("goes");
    // Whoever may read the backup: the database is for the program's eyes alone, as any is.
    assert_eq!(mode(&file), 0o600);
    std::fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("is set");
    works(&folder.database("new.sqlite"), &["restore", &file]).await;
    assert_eq!(mode(&new), 0o600);
}

async fn a_file_that_is_no_whole_backup_is_refused(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let folder = Folder::new();
    let file = folder.file("today.nytta");
    let said = works(&url, &["backup", &file]).await;
    let other = world.empty().await;
    fails(&other, &["restore", &folder.file("none.nytta")], "cannot be read").await;
    let text = folder.file("text.nytta");
    std::fs::write(&text, "no database").expect("writes");
    let damaged = "is damaged, or was never a backup: take another one";
    fails(&other, &["restore", &text], damaged).await;

    // What is whole, and no backup.
    let not_ours = "is no backup of Nytta; one is made by nytta backup";
    let empty = folder.file("empty.nytta");
    std::fs::write(&empty, "").expect("writes");
    fails(&other, &["restore", &empty], not_ours).await;
    // One that another program works with, and a copy of it without what was written last.
    let foreign = folder.file("foreign.nytta");
    let options = store::StoreOptions::new(folder.database("foreign.nytta"));
    let inside = Store::connect(&options).await.expect("opens");
    must(&inside, &["CREATE TABLE letter (text TEXT)"]).await;
    let alone = folder.file("alone.nytta");
    std::fs::copy(&foreign, &alone).expect("copies");
    fails(&other, &["restore", &foreign], "foreign.nytta-wal beside it").await;
    fails(&other, &["restore", &alone], not_ours).await;
    assert_eq!(inside.close_whole().await.expect("closes"), Closed::Whole);
    fails(&other, &["restore", &foreign], not_ours).await;

    // Half of it, and one in which somebody has changed what was done.
    let bytes = std::fs::read(&file).expect("a file");
    let half = folder.file("half.nytta");
    std::fs::write(&half, &bytes[..bytes.len() / 2]).expect("writes");
    fails(&other, &["restore", &half], damaged).await;
    let changed = folder.file("changed.nytta");
    std::fs::write(&changed, &bytes).expect("writes");
    let options = store::StoreOptions::new(format!("sqlite://{changed}?mode=rw"));
    let inside = Store::connect(&options).await.expect("opens");
    must(
        &inside,
        &[
            "DROP TRIGGER audit_event_no_update",
            "UPDATE audit_event SET action = 'area.save' WHERE seq = 2",
            "PRAGMA wal_checkpoint(TRUNCATE)",
        ],
    )
    .await;
    let done = texts(&inside, "SELECT action FROM audit_event WHERE seq = 2").await;
    assert_eq!(done, ["area.save"], "it was changed");
    drop(inside);
    fails(&other, &["restore", &changed], "the audit log does not hold").await;

    // Whole, but older than what was kept elsewhere.
    let (seq, hash) = head(&said).split_once(':').expect("a head");
    let later = format!("{}:{hash}", seq.parse::<i64>().expect("a number") + 1);
    fails(
        &other,
        &["restore", &file, "--expect", &later],
        "the audit log does not hold",
    )
    .await;
    works(&other, &["restore", &file]).await;
    drop(demo);
}

/// Whoever only reads, or restores into the wrong place, does not bring a schema up to date that an older server works with.
async fn a_schema_of_an_earlier_version_is_left_as_it_is(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let folder = Folder::new();
    let file = folder.file("today.nytta");
    works(&url, &["backup", &file]).await;
    let store = &demo.services.store;
    let latest = "DELETE FROM seaql_migrations WHERE version = (SELECT MAX(version) FROM seaql_migrations)";
    must(store, &[latest]).await;
    let applied = store.applied_migrations().await.expect("a list");
    let report = ["report", "--to-year", "2024", "--format", "json"];
    for words in [&["verify"][..], &["export"], &report, &["dispose", "--dry-run"]] {
        fails(&url, words, "migrations missing: 1").await;
    }
    let refusal = match world.kind() {
        Kind::Sqlite => "is there already",
        Kind::Postgres => "has something in it already",
    };
    fails(&url, &["restore", &file], refusal).await;
    assert_eq!(store.applied_migrations().await.expect("a list"), applied);
}

/// Nothing in it is not a schema of an earlier version, of which a backup could be taken.
async fn a_database_with_nothing_in_it_is_told_as_empty(world: World) {
    let url = world.empty().await;
    // As PostgreSQL makes one; of SQLite the file has to be there.
    if world.kind() == Kind::Sqlite {
        let inside = Store::connect(&store::StoreOptions::new(&url)).await;
        assert_eq!(
            inside.expect("opens").close_whole().await.expect("closes"),
            Closed::Whole
        );
    }
    let report = ["report", "--to-year", "2024", "--format", "json"];
    for words in [&["verify"][..], &["export"], &report, &["dispose", "--dry-run"]] {
        fails(&url, words, "there is nothing of Nytta in the database yet").await;
    }
    let key = "0f".repeat(32);
    let output = nytta(&url, &["config", "check", "--secret-key", &key]).await;
    let said = String::from_utf8_lossy(&output.stdout);
    let note = said
        .lines()
        .find(|line| line.starts_with("note ") && line.contains(" database: "));
    let is_told = |note: &str| note.contains("nothing of Nytta in it yet") && !note.contains("backup");
    assert!(note.is_some_and(is_told), "{said}");
}

/// Whoever moved a database to another role sees that, and not a database with nothing in it.
#[test]
fn a_role_that_may_not_read_the_tables_is_told_so() {
    on(Kind::Postgres, |world| async move {
        let url = world.empty().await;
        works(&url, &["migrate"]).await;
        // A role that every server has, and that nothing of ours belongs to.
        let stranger = format!("{url}&options[role]=pg_monitor");
        let folder = Folder::new();
        let (file, key) = (folder.file("today.nytta"), "0f".repeat(32));
        let denied = "PostgreSQL says: permission denied for table seaql_migrations; the role";
        for words in [&["verify"][..], &["export"], &["migrate"], &["backup", &file]] {
            fails(&stranger, words, denied).await;
        }
        let output = nytta(&stranger, &["config", "check", "--secret-key", &key]).await;
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(&format!("database: {denied}")), "{said}");
    });
}

/// A backup is what the database is: of what does not hold none is kept, and it is the database that is spoken of.
#[tokio::test]
async fn what_is_wrong_with_a_database_is_told_of_the_database() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let nowhere = "UPDATE delivery SET initiative_id = id";
    must(&demo.services.store, &["PRAGMA foreign_keys = OFF", nowhere]).await;
    let file = folder.file("today.nytta");
    fails(&url, &["backup", &file], "the database is damaged (").await;

    let foreign = folder.database("foreign.sqlite");
    let inside = Store::connect(&store::StoreOptions::new(&foreign)).await;
    must(&inside.expect("opens"), &["CREATE TABLE letter (text TEXT)"]).await;
    fails(
        &foreign,
        &["backup", &file],
        "there is nothing of Nytta in the database",
    )
    .await;
    assert!(!Path::new(&file).exists(), "no backup is kept of either");
}
