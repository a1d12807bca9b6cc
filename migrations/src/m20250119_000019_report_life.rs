//! A report's life: how it was decided, its steps, the comments of its review, its files as they were decided, and what
//! was corrected beside them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const STEP: &str = "report_step";
const COMMENT: &str = "report_comment";
const RENDERING: &str = "report_rendering";
const CORRECTION: &str = "report_correction";

const GUARD: &str = "report_decision_no_update";
const CHUNK_FUNCTION: &str = "portfolio_rendering_chunk";
const CHUNK_GUARD: &str = "stored_file_chunk_of_report";

/// What is added once and never again touched.
const APPENDED: [&str; 2] = [RENDERING, CORRECTION];

fn key(
    (table, column): (&'static str, &'static str),
    (to, its): (&'static str, &'static str),
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(to, its)
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

fn of_report(table: &'static str) -> ForeignKeyCreateStatement {
    key((table, "report_id"), ("report", "id"))
}

fn steps() -> TableCreateStatement {
    Table::create()
        .table(STEP)
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("step").text().not_null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("taken_at").big_integer().not_null())
        .col(ColumnDef::new("taken_by").uuid().null())
        .check(Expr::col("step").is_in(["review", "return", "decide", "publish"]))
        .primary_key(Index::create().col("report_id").col("number"))
        .foreign_key(&mut of_report(STEP))
        .foreign_key(&mut key((STEP, "taken_by"), ("account", "id")))
        .to_owned()
}

fn comments() -> TableCreateStatement {
    Table::create()
        .table(COMMENT)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("section").text().not_null())
        .col(ColumnDef::new("text").text().not_null())
        .col(ColumnDef::new("answer").text().null())
        .col(ColumnDef::new("written_at").big_integer().not_null())
        .col(ColumnDef::new("written_by").uuid().null())
        .col(ColumnDef::new("answered_at").big_integer().null())
        .col(ColumnDef::new("answered_by").uuid().null())
        .col(ColumnDef::new("version").integer().not_null())
        .foreign_key(&mut of_report(COMMENT))
        .foreign_key(&mut key((COMMENT, "written_by"), ("account", "id")))
        .foreign_key(&mut key((COMMENT, "answered_by"), ("account", "id")))
        .to_owned()
}

fn renderings() -> TableCreateStatement {
    Table::create()
        .table(RENDERING)
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("format").text().not_null())
        .col(ColumnDef::new("hash").text().not_null())
        .primary_key(Index::create().col("report_id").col("format"))
        .foreign_key(&mut of_report(RENDERING))
        .foreign_key(&mut key((RENDERING, "hash"), ("stored_file", "hash")))
        .to_owned()
}

fn corrections() -> TableCreateStatement {
    Table::create()
        .table(CORRECTION)
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("made_on").date().not_null())
        .col(ColumnDef::new("section").text().not_null())
        .col(ColumnDef::new("wrong").text().not_null())
        .col(ColumnDef::new("correct").text().not_null())
        .col(ColumnDef::new("reason").text().null())
        .col(ColumnDef::new("decider_title").text().not_null())
        .col(ColumnDef::new("registry_number").text().null())
        .col(ColumnDef::new("original_sha256").text().not_null())
        .primary_key(Index::create().col("report_id").col("number"))
        .foreign_key(&mut of_report(CORRECTION))
        .to_owned()
}

/// The guard of a decided report names each column; those that are added here are named here.
fn decision_guard(backend: DbBackend) -> String {
    let changed = ["decision_role", "decision_at", "decision_elsewhere"]
        .map(|column| format!("NEW.{column} IS DISTINCT FROM OLD.{column}"))
        .join(" OR ");
    let frozen = format!("OLD.state IN ('decided', 'published') AND ({changed})");
    match backend {
        DbBackend::Sqlite => format!(
            "CREATE TRIGGER {GUARD} BEFORE UPDATE ON report WHEN {frozen} \
             BEGIN SELECT RAISE(ABORT, 'report is frozen'); END"
        ),
        _ => format!(
            "CREATE TRIGGER {GUARD} BEFORE UPDATE ON report \
             FOR EACH ROW WHEN ({frozen}) EXECUTE FUNCTION portfolio_frozen()"
        ),
    }
}

fn guards(backend: DbBackend) -> Vec<String> {
    let mut all = vec![decision_guard(backend)];
    match backend {
        DbBackend::Sqlite => {
            for table in APPENDED {
                for event in ["UPDATE", "DELETE"] {
                    let lower = event.to_lowercase();
                    all.push(format!(
                        "CREATE TRIGGER {table}_no_{lower} BEFORE {event} ON {table} \
                         BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
                    ));
                }
            }
            // A report that is made public takes one more step after its decision.
            for (table, event) in [(COMMENT, "UPDATE"), (COMMENT, "DELETE"), (STEP, "DELETE")] {
                let lower = event.to_lowercase();
                all.push(format!(
                    "CREATE TRIGGER {table}_no_{lower} BEFORE {event} ON {table} \
                     WHEN EXISTS (SELECT 1 FROM report WHERE id = OLD.report_id \
                     AND state IN ('decided', 'published')) \
                     BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
                ));
            }
            all.push(format!(
                "CREATE TRIGGER {STEP}_no_update BEFORE UPDATE ON {STEP} \
                 BEGIN SELECT RAISE(ABORT, '{STEP} is frozen'); END"
            ));
            for event in ["UPDATE", "DELETE"] {
                let lower = event.to_lowercase();
                all.push(format!(
                    "CREATE TRIGGER {CHUNK_GUARD}_no_{lower} BEFORE {event} ON stored_file_chunk \
                     WHEN EXISTS (SELECT 1 FROM {RENDERING} WHERE hash = OLD.hash) \
                     BEGIN SELECT RAISE(ABORT, 'stored_file_chunk is frozen'); END"
                ));
            }
        }
        _ => {
            for table in APPENDED {
                all.push(format!(
                    "CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} \
                     FOR EACH ROW EXECUTE FUNCTION portfolio_frozen()"
                ));
            }
            // A report that is made public takes one more step after its decision.
            for (table, events) in [(COMMENT, "UPDATE OR DELETE"), (STEP, "DELETE")] {
                all.push(format!(
                    "CREATE TRIGGER {table}_frozen BEFORE {events} ON {table} \
                     FOR EACH ROW EXECUTE FUNCTION portfolio_report_part()"
                ));
            }
            all.push(format!(
                "CREATE TRIGGER {STEP}_no_update BEFORE UPDATE ON {STEP} \
                 FOR EACH ROW EXECUTE FUNCTION portfolio_frozen()"
            ));
            for table in APPENDED.into_iter().chain([COMMENT, STEP]) {
                all.push(format!(
                    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
                     FOR EACH STATEMENT EXECUTE FUNCTION portfolio_frozen()"
                ));
            }
            all.push(format!(
                "CREATE FUNCTION {CHUNK_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF EXISTS (SELECT 1 FROM {RENDERING} WHERE hash = OLD.hash) \
                 THEN RAISE EXCEPTION '% is frozen', TG_TABLE_NAME; END IF; \
                 IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
            ));
            all.push(format!(
                "CREATE TRIGGER {CHUNK_GUARD} BEFORE UPDATE OR DELETE ON stored_file_chunk \
                 FOR EACH ROW EXECUTE FUNCTION {CHUNK_FUNCTION}()"
            ));
        }
    }
    all
}

/// What stands on tables that stay; the rest goes with its table.
fn unguarding(backend: DbBackend) -> Vec<String> {
    match backend {
        DbBackend::Sqlite => vec![
            format!("DROP TRIGGER {GUARD}"),
            format!("DROP TRIGGER {CHUNK_GUARD}_no_update"),
            format!("DROP TRIGGER {CHUNK_GUARD}_no_delete"),
        ],
        _ => vec![
            format!("DROP TRIGGER {GUARD} ON report"),
            format!("DROP TRIGGER {CHUNK_GUARD} ON stored_file_chunk"),
            format!("DROP FUNCTION {CHUNK_FUNCTION}"),
        ],
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            ColumnDef::new("decision_role").text().null().to_owned(),
            ColumnDef::new("decision_at").big_integer().null().to_owned(),
            ColumnDef::new("decision_elsewhere")
                .boolean()
                .not_null()
                .default(false)
                .to_owned(),
        ] {
            let add = Table::alter().table("report").add_column(column).to_owned();
            manager.alter_table(add).await?;
        }
        let carried = Table::alter()
            .table("report_chapter")
            .add_column(ColumnDef::new("carried").boolean().not_null().default(false))
            .to_owned();
        manager.alter_table(carried).await?;
        for table in [steps(), comments(), renderings(), corrections()] {
            manager.create_table(table).await?;
        }
        for (name, table, column) in [
            ("report_comment_by_report", COMMENT, "report_id"),
            ("report_rendering_by_hash", RENDERING, "hash"),
        ] {
            let index = Index::create().name(name).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        for guard in guards(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&guard).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for drop in unguarding(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&drop).await?;
        }
        for table in [CORRECTION, RENDERING, COMMENT, STEP] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for (table, column) in [
            ("report_chapter", "carried"),
            ("report", "decision_elsewhere"),
            ("report", "decision_at"),
            ("report", "decision_role"),
        ] {
            let drop = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
