//! One writer, in the open: what is written has its audit events or does not exist.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ctx::Ctx;
use domain::form::DeliveryForm;
use domain::id::UnitId;
use domain::register::Query;
use domain::role::Role;
use domain::unit::Unit;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};
use store::repo::unit::{unit_insert_many, unit_list};
use store::{AuditRecord, Kind, Store, StoreError, StoreOptions, Trail};
use tokio::sync::Barrier;
use uuid::Uuid;

use crate::support::database::{World, on, on_both};
use crate::support::demo::Demo;
use crate::support::operator;
use crate::support::rows::{audit_seq, count, must, number, texts, things_done};

on_both!(
    a_change_without_an_audit_event_is_never_committed,
    a_dropped_transaction_leaves_nothing,
    a_fault_between_change_and_audit_leaves_neither,
    writers_at_once_all_survive_with_numbers_in_the_order_of_their_commits,
);

#[test]
fn every_sqlite_connection_has_the_pragmas_that_keep_what_is_saved() {
    on(Kind::Sqlite, |world| async move {
        let options = StoreOptions::new(world.empty().await);
        let store = Store::connect(&options).await.expect("connects");
        must(&store, &["CREATE TABLE t (id integer)"]).await;
        assert!(options.readers > 1, "several readers");
        assert_pragmas(store.reader(), options.readers).await;
        assert_pragmas(store.unaudited(), 1).await;
    });
}

#[test]
fn a_postgres_that_does_not_take_every_text_is_refused() {
    on(Kind::Postgres, |world| async move {
        for encoding in ["LATIN1", "SQL_ASCII"] {
            let otherwise = format!("ENCODING '{encoding}' LOCALE 'C'");
            let url = world.empty_postgres(&otherwise).await;
            let refused = Store::connect(&StoreOptions::new(url)).await;
            let told = refused.expect_err("it would fail on the first dash").to_string();
            assert!(
                told.contains(encoding) && told.contains("--encoding UTF8"),
                "{told}"
            );
        }
    });
}

#[test]
fn postgres_is_reached_by_tls_and_its_certificate_is_looked_at() {
    on(Kind::Postgres, |world| async move {
        let url = world.empty().await;
        let certificate =
            std::env::var("NYTTA_TEST_POSTGRES_CERTIFICATE").expect("cargo xtask test says where");
        let connect = async |mode: &str| {
            let url = url.replace("sslmode=disable", mode);
            Store::connect(&StoreOptions::new(url)).await
        };
        let by_tls = "SELECT CAST(CASE WHEN ssl THEN 1 ELSE 0 END AS BIGINT) FROM pg_stat_ssl \
                      WHERE pid = pg_backend_pid()";
        let known = format!("sslmode=verify-full&sslrootcert={certificate}");
        let store = connect(&known).await.expect("by TLS");
        assert_eq!(number(&store, by_tls).await, 1);
        let store = connect("sslmode=disable").await.expect("without");
        assert_eq!(number(&store, by_tls).await, 0);
        let stranger = connect("sslmode=verify-full").await;
        assert!(stranger.is_err(), "no authority of this machine has signed it");
    });
}

/// Holds so many connections of the pool at once, and asks each.
#[expect(
    clippy::disallowed_methods,
    reason = "a transaction holds a connection while others are asked"
)]
async fn assert_pragmas(pool: &DatabaseConnection, connections: u32) {
    let mut held = Vec::new();
    for _ in 0..connections {
        held.push(pool.begin().await.expect("one connection more"));
    }
    for connection in &held {
        let mut found = Vec::new();
        for pragma in ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"] {
            let ask = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {pragma}"));
            let row = connection
                .query_one_raw(ask)
                .await
                .expect("answers")
                .expect("a row");
            let value = row
                .try_get_by_index::<String>(0)
                .or_else(|_| row.try_get_by_index::<i64>(0).map(|number| number.to_string()));
            found.push(format!("{pragma}={}", value.expect("text or number")));
        }
        // Synchronous 2 is FULL: a commit is on the disk before it is acknowledged.
        assert_eq!(
            found,
            [
                "journal_mode=wal",
                "synchronous=2",
                "foreign_keys=1",
                "busy_timeout=5000"
            ]
        );
    }
}

fn unit(name: &str) -> Unit {
    Unit {
        id: UnitId(Uuid::now_v7()),
        name: name.to_owned(),
        kind: None,
        parent: None,
        valid_from: None,
        valid_to: None,
    }
}

async fn a_change_without_an_audit_event_is_never_committed(world: World) {
    let store = world.services().await.store;
    let ctx = operator();
    let txn = store.write_txn(&ctx).await.expect("begins");
    unit_insert_many(&ctx, &txn, &[unit("Utan spår")])
        .await
        .expect("inserts");
    let refused = txn.commit(Trail::default()).await;
    assert!(matches!(refused, Err(StoreError::Unaudited)), "{refused:?}");
    assert_eq!((count(&store, "unit").await, audit_seq(&store).await), (0, 0));

    // And the writer is free again.
    let txn = store.write_txn(&ctx).await.expect("begins");
    let new = unit("Med spår");
    unit_insert_many(&ctx, &txn, std::slice::from_ref(&new))
        .await
        .expect("inserts");
    txn.commit(Trail::one(AuditRecord::new("unit.add", "unit", new.id)))
        .await
        .expect("commits");
    assert_eq!((count(&store, "unit").await, audit_seq(&store).await), (1, 1));
}

async fn a_dropped_transaction_leaves_nothing(world: World) {
    let store = world.services().await.store;
    let ctx = operator();
    let txn = store.write_txn(&ctx).await.expect("begins");
    unit_insert_many(&ctx, &txn, &[unit("Avbruten")])
        .await
        .expect("inserts");
    drop(txn);
    assert_eq!((count(&store, "unit").await, audit_seq(&store).await), (0, 0));
    let txn = store.write_txn(&ctx).await.expect("the writer is free again");
    drop(txn);
}

/// Something that goes wrong after the change and before the commit, and how it is mended.
fn faults(kind: Kind) -> Vec<(&'static str, Vec<&'static str>, Vec<&'static str>)> {
    let raising = |event: &str| match (kind, event) {
        (Kind::Sqlite, "event") => {
            "CREATE TRIGGER fault BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'fault'); END"
        }
        (Kind::Sqlite, "payload") => {
            "CREATE TRIGGER fault BEFORE INSERT ON audit_payload BEGIN SELECT RAISE(ABORT, 'fault'); END"
        }
        (Kind::Sqlite, _) => {
            "CREATE TRIGGER fault BEFORE UPDATE ON audit_head BEGIN SELECT RAISE(ABORT, 'fault'); END"
        }
        (Kind::Postgres, "event") => {
            "CREATE TRIGGER fault BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION fault()"
        }
        (Kind::Postgres, "payload") => {
            "CREATE TRIGGER fault BEFORE INSERT ON audit_payload FOR EACH ROW EXECUTE FUNCTION fault()"
        }
        (Kind::Postgres, _) => {
            "CREATE TRIGGER fault BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION fault()"
        }
    };
    let function = "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ \
                    BEGIN RAISE EXCEPTION 'fault'; END $$";
    ["event", "payload", "head"]
        .into_iter()
        .map(|event| match kind {
            Kind::Sqlite => (event, vec![raising(event)], vec!["DROP TRIGGER fault"]),
            Kind::Postgres => (
                event,
                vec![function, raising(event)],
                vec!["DROP FUNCTION fault() CASCADE"],
            ),
        })
        .collect()
}

async fn a_fault_between_change_and_audit_leaves_neither(world: World) {
    let demo = Demo::load(&world).await;
    let (services, store) = (&demo.services, &demo.services.store);
    let ctx = demo.ctx(Role::PortfolioManager);
    let rows = service::initiative_list(&ctx, services, &Query::default())
        .await
        .expect("the register")
        .rows;
    let form = DeliveryForm {
        submission: "en-sandning".to_owned(),
        initiative: rows[0].id.to_string(),
        name: "Leverans med fel".to_owned(),
        description: "Den ska inte bli kvar.".to_owned(),
        status: "planned".to_owned(),
        ..DeliveryForm::default()
    };
    let before = (demo.export().await, things_done(store).await);
    for (place, inject, mend) in faults(world.kind()) {
        must(store, &inject).await;
        let failed = service::delivery_save(&ctx, services, form.clone()).await;
        assert!(failed.is_err(), "{place}: saved in spite of the fault");
        must(store, &mend).await;
        assert_eq!(
            (demo.export().await, things_done(store).await),
            before,
            "{place}: something was left"
        );
        assert_eq!(
            count(store, "form_submission").await,
            0,
            "{place}: the sending was noted"
        );
    }
    // A number that is taken already is a fault of the same kind: nothing overwrites it.
    let (seq, deliveries) = (audit_seq(store).await, count(store, "delivery").await);
    let taken = seq + 1;
    let request = Uuid::nil();
    must(
        store,
        &[&format!(
            "INSERT INTO audit_event \
             (seq, at, action, subject_kind, subject_id, request_id, payload_hash, prev_hash, hash) \
             VALUES ({taken}, 0, 'x', 'x', 'x', {}, 'x', 'x', 'x')",
            match world.kind() {
                Kind::Sqlite => format!("x'{}'", request.simple()),
                Kind::Postgres => format!("'{request}'"),
            }
        )],
    )
    .await;
    let failed = service::delivery_save(&ctx, services, form.clone()).await;
    assert!(failed.is_err(), "a taken number was used again");
    assert_eq!(count(store, "delivery").await, deliveries);
    assert_eq!(number(store, "SELECT seq FROM audit_head").await, seq);
}

const WRITERS: usize = 20;

async fn writers_at_once_all_survive_with_numbers_in_the_order_of_their_commits(world: World) {
    let url = world.empty().await;
    let first = server::open(&url).await.expect("opens").store;
    // Two programs on one database: the lock has to be the database's, not the pool's.
    let second = Store::connect(&StoreOptions::new(&url)).await.expect("connects");
    let start = Arc::new(Barrier::new(WRITERS));
    let tasks: Vec<_> = (0..WRITERS)
        .map(|index| {
            let store = if index % 2 == 0 {
                first.clone()
            } else {
                second.clone()
            };
            let start = Arc::clone(&start);
            tokio::spawn(async move {
                start.wait().await;
                write(&store, &operator(), index).await
            })
        })
        .collect();
    let mut places = BTreeMap::new();
    for task in tasks {
        let (name, before) = task.await.expect("a writer ends well");
        assert!(
            places.insert(before, name).is_none(),
            "two writers saw {before} units before their own"
        );
    }
    // Who saw n others committed was the one to commit next.
    let committed: Vec<String> = places.into_values().collect();
    assert_eq!(committed.len(), WRITERS);
    assert_eq!(audit_seq(&first).await, WRITERS as i64);
    let events = texts(&first, "SELECT subject_id FROM audit_event ORDER BY seq").await;
    assert_eq!(events, committed, "events on the left, commits on the right");
    assert_eq!(count(&first, "unit").await, WRITERS as i64);
    store::verify(&operator(), first.reader(), None)
        .await
        .expect("answers")
        .expect("the chain holds");
}

/// Adds a unit that holds in its name how many there were before: a read, and a write that rests on it.
async fn write(store: &Store, ctx: &Ctx, index: usize) -> (String, usize) {
    let txn = store.write_txn(ctx).await.expect("begins");
    let before = unit_list(ctx, &txn).await.expect("lists").len();
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    let name = format!("enhet {index} efter {before}");
    unit_insert_many(ctx, &txn, &[unit(&name)])
        .await
        .expect("inserts");
    txn.commit(Trail::one(AuditRecord::new("unit.add", "unit", &name)))
        .await
        .expect("commits");
    (name, before)
}
