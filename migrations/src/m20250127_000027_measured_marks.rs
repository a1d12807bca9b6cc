//! Measurements are marked by shares of their measures, beside the mark of the whole table.
//!
//! Of all that a server reads measurements are by far the most, and what is made from them is looked up measure by measure. A mark
//! for each of 256 shares of the measures (the last byte of their identity) tells which few have to be looked up again (decision
//! 25). So many whatever there is: reading the marks costs the same in a large portfolio as in a small one.
//!
//! A measurement bears on its measure, and one that takes the place of another on that one's measure. It is the same by the rules of
//! today, which is not to be relied on here.

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

/// What PostgreSQL calls it to empty a table at once; SQLite has no such thing.
const EMPTIED: &str = "truncate";

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
                .iter()
                .map(|(change, _)| *change)
                .chain([EMPTIED])
                .map(|change| format!("DROP FUNCTION measurement_share_{change}() CASCADE"))
                .collect(),
        };
        statements.push(format!("DELETE FROM table_mark WHERE table_name LIKE '{SHARE}%'"));
        for statement in statements {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}

/// The rows of all shares.
fn shares(random: &str) -> String {
    let rows: Vec<String> = (0..=u8::MAX)
        .map(|share| format!("('{SHARE}{share:02x}', {random})"))
        .collect();
    format!("INSERT INTO table_mark VALUES {}", rows.join(", "))
}

fn sqlite() -> Vec<String> {
    let random = "lower(hex(randomblob(16)))";
    let share = |measure: &str| format!("'{SHARE}' || lower(hex(substr({measure}, -1)))");
    let mut statements = vec![shares(random)];
    statements.extend(CHANGES.map(|(change, rows)| {
        let borne_on = |row: &&str| {
            let own = share(&format!("{row}.measure_id"));
            let other = share("measure_id");
            format!("{own}, (SELECT {other} FROM measurement WHERE id = {row}.supersedes_id)")
        };
        let names: Vec<String> = rows.iter().map(borne_on).collect();
        format!(
            "CREATE TRIGGER measurement_share_{change} AFTER {change} ON measurement BEGIN \
             UPDATE table_mark SET mark = {random} WHERE table_name IN ({}); END",
            names.join(", ")
        )
    }));
    statements
}

fn postgres() -> Vec<String> {
    let share = |measure: &str| format!("'{SHARE}' || right({measure}::text, 2)");
    let mut statements = vec![shares("gen_random_uuid()::text")];
    for (change, rows) in CHANGES {
        let borne_on = |rows: &&str| {
            let own = share("measure_id");
            let other = share("other.measure_id");
            // One look in an index for each that takes another's place: of a join the planner might read the whole table.
            format!(
                "SELECT {own} FROM {rows}_rows UNION \
                 SELECT (SELECT {other} FROM measurement other WHERE other.id = one.supersedes_id) \
                 FROM {rows}_rows one WHERE one.supersedes_id IS NOT NULL"
            )
        };
        let names: Vec<String> = rows.iter().map(borne_on).collect();
        let seen: Vec<String> = rows
            .iter()
            .map(|rows| format!("{rows} TABLE AS {rows}_rows"))
            .collect();
        statements.push(marks(change, &format!("IN ({})", names.join(" UNION "))));
        statements.push(format!(
            "CREATE TRIGGER measurement_share_{change} AFTER {change} ON measurement REFERENCING {} \
             FOR EACH STATEMENT EXECUTE FUNCTION measurement_share_{change}()",
            seen.join(" ")
        ));
    }
    statements.push(marks(EMPTIED, &format!("LIKE '{SHARE}%'")));
    statements.push(format!(
        "CREATE TRIGGER measurement_share_{EMPTIED} AFTER {EMPTIED} ON measurement \
         FOR EACH STATEMENT EXECUTE FUNCTION measurement_share_{EMPTIED}()"
    ));
    statements
}

/// The function that marks those shares whose names are such: once in a transaction is enough, as for whole tables.
fn marks(change: &str, names: &str) -> String {
    format!(
        "CREATE FUNCTION measurement_share_{change}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         UPDATE table_mark SET mark = gen_random_uuid()::text WHERE table_name {names} \
         AND xmin IS DISTINCT FROM pg_current_xact_id()::xid; RETURN NULL; END $$"
    )
}
