//! Plain SQL beside the product, to look at rows and to do what the product never does.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use store::{Kind, Store};

/// Runs a statement on the writer's connection, past every rule but the database's own.
pub async fn run(store: &Store, sql: &str) -> Result<u64, DbErr> {
    store
        .unaudited()
        .execute_unprepared(sql)
        .await
        .map(|result| result.rows_affected())
}

/// Runs statements that must work.
pub async fn must(store: &Store, statements: &[&str]) {
    for sql in statements {
        run(store, sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}

/// One whole number.
pub async fn number(store: &Store, sql: &str) -> i64 {
    let row = one(store.unaudited(), sql)
        .await
        .unwrap_or_else(|| panic!("{sql}: no row"));
    row.try_get_by_index(0)
        .unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// One text.
pub async fn text(store: &Store, sql: &str) -> String {
    let row = one(store.unaudited(), sql)
        .await
        .unwrap_or_else(|| panic!("{sql}: no row"));
    row.try_get_by_index(0)
        .unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// One column of texts.
pub async fn texts(store: &Store, sql: &str) -> Vec<String> {
    let db = store.unaudited();
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter()
        .map(|row| {
            row.try_get_by_index(0)
                .unwrap_or_else(|error| panic!("{sql}: {error}"))
        })
        .collect()
}

/// How many rows.
pub async fn count(store: &Store, table: &str) -> i64 {
    number(store, &format!("SELECT COUNT(*) FROM {table}")).await
}

/// How many things have been done. Taking a file is none of them: it changes nothing.
pub async fn things_done(store: &Store) -> i64 {
    let done = "SELECT COUNT(*) FROM audit_event WHERE action NOT LIKE '%.export'";
    number(store, done).await
}

/// The newest audit event's number.
pub async fn audit_seq(store: &Store) -> i64 {
    let head = number(store, "SELECT seq FROM audit_head").await;
    assert_eq!(
        head,
        number(store, "SELECT COALESCE(MAX(seq), 0) FROM audit_event").await
    );
    assert_eq!(head, count(store, "audit_payload").await);
    head
}

/// Takes the audit log's guards away, as somebody with the database file could.
pub async fn without_guards(store: &Store) {
    let statements = match store.kind() {
        Kind::Sqlite => [
            "DROP TRIGGER audit_event_no_update",
            "DROP TRIGGER audit_event_no_delete",
            "DROP TRIGGER audit_payload_no_update",
            "DROP TRIGGER audit_payload_no_delete",
            "DROP TRIGGER audit_head_no_update",
            "DROP TRIGGER audit_head_no_delete",
        ]
        .as_slice(),
        Kind::Postgres => &[
            "ALTER TABLE audit_event DISABLE TRIGGER USER",
            "ALTER TABLE audit_payload DISABLE TRIGGER USER",
            "ALTER TABLE audit_head DISABLE TRIGGER USER",
        ],
    };
    must(store, statements).await;
}

async fn one(db: &DatabaseConnection, sql: &str) -> Option<sea_orm::QueryResult> {
    db.query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"))
}
