//! Freed time is approved like statements and measurements: its state and review, everybody who has edited it, and what it
//! corrects.
//!
//! What was logged before this was counted at once, under rules that knew of no approval. It goes on being counted: it becomes
//! approved, without a reviewer, and is corrected by another entry from now on. Who edited it last is known, and is noted as
//! its editor.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TIME: &str = "freed_time";
const EDITOR: &str = "freed_time_editor";

/// A benefit has one entry a year that corrects no other. Before it had one.
const ONE_A_YEAR: &str = "CREATE UNIQUE INDEX freed_time_benefit_year ON freed_time (benefit_id, year) WHERE supersedes_id IS NULL";
const ONE_A_YEAR_BEFORE: &str =
    "CREATE UNIQUE INDEX freed_time_benefit_year ON freed_time (benefit_id, year)";
/// An entry has one correction.
const ONE_CORRECTION: &str = "CREATE UNIQUE INDEX freed_time_supersedes_id ON freed_time (supersedes_id)";
/// The partial one does not find all entries of a benefit.
const BY_BENEFIT: &str = "CREATE INDEX freed_time_by_benefit_id ON freed_time (benefit_id)";

fn editors() -> TableCreateStatement {
    let key = |column: &'static str, to: &'static str, on_delete| {
        ForeignKey::create()
            .name(format!("{EDITOR}_{column}"))
            .from(EDITOR, column)
            .to(to, "id")
            .on_delete(on_delete)
            .to_owned()
    };
    Table::create()
        .table(EDITOR)
        .col(ColumnDef::new("freed_time_id").uuid().not_null())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .primary_key(Index::create().col("freed_time_id").col("account_id"))
        .foreign_key(&mut key("freed_time_id", TIME, ForeignKeyAction::Cascade))
        .foreign_key(&mut key("account_id", "account", ForeignKeyAction::Restrict))
        .to_owned()
}

/// A correction means nothing without what it corrects, and goes with it. SQLite takes a reference only with its column.
fn supersedes(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Sqlite => {
            "ALTER TABLE freed_time ADD COLUMN supersedes_id uuid_text NULL \
             REFERENCES freed_time (id) ON DELETE CASCADE"
        }
        _ => {
            "ALTER TABLE freed_time ADD COLUMN supersedes_id uuid NULL \
             CONSTRAINT freed_time_supersedes_id_key REFERENCES freed_time (id) ON DELETE CASCADE"
        }
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let state = Expr::col("state").is_in(["draft", "submitted", "returned", "approved"]);
        for column in [
            ColumnDef::new("state")
                .text()
                .not_null()
                .default("draft")
                .check(state)
                .to_owned(),
            ColumnDef::new("review_note").text().null().to_owned(),
            ColumnDef::new("reviewed_by").uuid().null().to_owned(),
            ColumnDef::new("reviewed_at").big_integer().null().to_owned(),
        ] {
            let add = Table::alter().table(TIME).add_column(column).to_owned();
            manager.alter_table(add).await?;
        }
        db.execute_unprepared(supersedes(manager.get_database_backend()))
            .await?;
        manager.create_table(editors()).await?;
        for statement in [
            "UPDATE freed_time SET state = 'approved'",
            "INSERT INTO freed_time_editor (freed_time_id, account_id) \
             SELECT id, edited_by FROM freed_time WHERE edited_by IN (SELECT id FROM account)",
            "DROP INDEX freed_time_benefit_year",
            ONE_A_YEAR,
            ONE_CORRECTION,
            BY_BENEFIT,
            "CREATE INDEX freed_time_editor_by_account_id ON freed_time_editor (account_id)",
        ] {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        manager.drop_table(Table::drop().table(EDITOR).to_owned()).await?;
        for statement in [
            "DROP INDEX freed_time_benefit_year",
            // What does not count goes; of each benefit and year one is left.
            "UPDATE freed_time SET state = 'returned' WHERE id IN \
             (SELECT supersedes_id FROM freed_time WHERE state = 'approved' AND supersedes_id IS NOT NULL)",
            "UPDATE freed_time SET supersedes_id = NULL",
            "DELETE FROM freed_time WHERE state <> 'approved'",
            "DROP INDEX freed_time_supersedes_id",
            "DROP INDEX freed_time_by_benefit_id",
            ONE_A_YEAR_BEFORE,
        ] {
            db.execute_unprepared(statement).await?;
        }
        for column in [
            "supersedes_id",
            "reviewed_at",
            "reviewed_by",
            "review_note",
            "state",
        ] {
            let drop = Table::alter().table(TIME).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
