//! What is left of an event when a name in it has been erased.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const REDACTION: &str = "audit_redaction";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(REDACTION)
                    .col(ColumnDef::new("seq").big_integer().not_null())
                    .col(ColumnDef::new("by_seq").big_integer().not_null())
                    .col(ColumnDef::new("hash").string().not_null())
                    .col(ColumnDef::new("salt").text().null())
                    .col(ColumnDef::new("payload").text().null())
                    .primary_key(Index::create().col("seq").col("by_seq"))
                    // Not by_seq: its event is written last, with what was left in it.
                    .foreign_key(
                        ForeignKey::create()
                            .name("audit_redaction_event")
                            .from(REDACTION, "seq")
                            .to("audit_event", "seq")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        let statements: &[&str] = match manager.get_database_backend() {
            DbBackend::Sqlite => &[
                "CREATE TRIGGER audit_redaction_no_update BEFORE UPDATE ON audit_redaction \
                 WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq \
                 OR NEW.by_seq <> OLD.by_seq OR NEW.hash <> OLD.hash \
                 BEGIN SELECT RAISE(ABORT, 'audit_redaction may only be erased'); END",
                "CREATE TRIGGER audit_redaction_no_delete BEFORE DELETE ON audit_redaction \
                 BEGIN SELECT RAISE(ABORT, 'audit_redaction may only be erased'); END",
            ],
            _ => &[
                "CREATE FUNCTION audit_redaction_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP = 'UPDATE' AND NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.seq = OLD.seq \
                 AND NEW.by_seq = OLD.by_seq AND NEW.hash = OLD.hash THEN RETURN NEW; END IF; \
                 RAISE EXCEPTION 'audit_redaction may only be erased'; END $$",
                "CREATE TRIGGER audit_redaction_guard BEFORE UPDATE OR DELETE ON audit_redaction \
                 FOR EACH ROW EXECUTE FUNCTION audit_redaction_guard()",
                "CREATE TRIGGER audit_redaction_no_truncate BEFORE TRUNCATE ON audit_redaction \
                 FOR EACH STATEMENT EXECUTE FUNCTION audit_redaction_guard()",
            ],
        };
        for statement in statements {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements: &[&str] = match manager.get_database_backend() {
            DbBackend::Sqlite => &[
                "DROP TRIGGER audit_redaction_no_update",
                "DROP TRIGGER audit_redaction_no_delete",
            ],
            _ => &["DROP FUNCTION audit_redaction_guard() CASCADE"],
        };
        for statement in statements {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        manager
            .drop_table(Table::drop().table(REDACTION).to_owned())
            .await
    }
}
