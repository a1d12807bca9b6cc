//! Measurements are marked by shares of their measures, beside the mark of the whole table.
//!
//! Of all that a server reads measurements are by far the most, and what is made from them is looked up measure by measure. A mark
//! for each of 256 shares of the measures (the last byte of their identity) tells which few have to be looked up again (decision
//! 25). So many whatever there is: reading the marks costs the same in a large portfolio as in a small one.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What the marks of shares are called by: `measurement/0a`.
const SHARE: &str = "measurement/";

/// Each kind of change, and whose measures it bears on: a row as it was, and as it is.
const CHANGES: [(&str, &[&str]); 3] = [
    ("insert", &["new"]),
    ("update", &["old", "new"]),
    ("delete", &["old"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements = match manager.get_database_backend() {
            DbBackend::Sqlite => sqlite(),
            _ => postgres(),
        };
        for statement in statements {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut statements: Vec<String> = match manager.get_database_backend() {
            DbBackend::Sqlite => CHANGES
                .map(|(change, _)| format!("DROP TRIGGER measurement_share_{change}"))
                .into(),
            _ => CHANGES
                .map(|(change, _)| format!("DROP FUNCTION measurement_share_{change}() CASCADE"))
                .into(),
        };
        statements.push(format!("DELETE FROM table_mark WHERE table_name LIKE '{SHARE}%'"));
        for statement in statements {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}

fn shares(random: &str) -> String {
    let rows: Vec<String> = (0..=u8::MAX)
        .map(|share| format!("('{SHARE}{share:02x}', {random})"))
        .collect();
    format!("INSERT INTO table_mark VALUES {}", rows.join(", "))
}

fn sqlite() -> Vec<String> {
    let random = "lower(hex(randomblob(16)))";
    let mut statements = vec![shares(random)];
    statements.extend(CHANGES.map(|(change, rows)| {
        let names: Vec<String> = rows
            .iter()
            .map(|row| format!("'{SHARE}' || lower(hex(substr({row}.measure_id, -1)))"))
            .collect();
        format!(
            "CREATE TRIGGER measurement_share_{change} AFTER {change} ON measurement BEGIN \
             UPDATE table_mark SET mark = {random} WHERE table_name IN ({}); END",
            names.join(", ")
        )
    }));
    statements
}

fn postgres() -> Vec<String> {
    let mut statements = vec![shares("gen_random_uuid()::text")];
    for (change, rows) in CHANGES {
        let names: Vec<String> = rows
            .iter()
            .map(|rows| format!("SELECT '{SHARE}' || right(measure_id::text, 2) FROM {rows}_rows"))
            .collect();
        // Once in a transaction is enough, as for whole tables. Emptying the table marks the table and no share: all is read again.
        statements.push(format!(
            "CREATE FUNCTION measurement_share_{change}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             UPDATE table_mark SET mark = gen_random_uuid()::text WHERE table_name IN ({}) \
             AND xmin IS DISTINCT FROM pg_current_xact_id()::xid; RETURN NULL; END $$",
            names.join(" UNION ")
        ));
        let seen: Vec<String> = rows
            .iter()
            .map(|rows| format!("{rows} TABLE AS {rows}_rows"))
            .collect();
        statements.push(format!(
            "CREATE TRIGGER measurement_share_{change} AFTER {change} ON measurement REFERENCING {} \
             FOR EACH STATEMENT EXECUTE FUNCTION measurement_share_{change}()",
            seen.join(" ")
        ));
    }
    statements
}
