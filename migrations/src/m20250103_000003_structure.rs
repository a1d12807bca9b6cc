//! Groups and portfolios end instead of going: what refers to them keeps its history. A report states
//! conflicts between groups, and keeps them once it is decided.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const GUARD: &str = "report_conflicts_no_update";

const ENDING: [&str; 2] = ["benefit_group", "portfolio"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ENDING {
            let add = Table::alter()
                .table(table)
                .add_column(ColumnDef::new("ended_on").date().null())
                .to_owned();
            manager.alter_table(add).await?;
        }
        let conflicts = Table::alter()
            .table("report")
            .add_column(ColumnDef::new("conflicts_json").text().not_null().default("[]"))
            .to_owned();
        manager.alter_table(conflicts).await?;
        // The guard of the other columns names each of them; this one is named here.
        let frozen = "OLD.state IN ('decided', 'published') \
                      AND NEW.conflicts_json IS DISTINCT FROM OLD.conflicts_json";
        let guard = match manager.get_database_backend() {
            DbBackend::Sqlite => format!(
                "CREATE TRIGGER {GUARD} BEFORE UPDATE ON report WHEN {frozen} \
                 BEGIN SELECT RAISE(ABORT, 'report is frozen'); END"
            ),
            _ => format!(
                "CREATE TRIGGER {GUARD} BEFORE UPDATE ON report \
                 FOR EACH ROW WHEN ({frozen}) EXECUTE FUNCTION portfolio_frozen()"
            ),
        };
        manager.get_connection().execute_unprepared(&guard).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = match manager.get_database_backend() {
            DbBackend::Sqlite => format!("DROP TRIGGER {GUARD}"),
            _ => format!("DROP TRIGGER {GUARD} ON report"),
        };
        manager.get_connection().execute_unprepared(&drop).await?;
        let conflicts = Table::alter()
            .table("report")
            .drop_column("conflicts_json")
            .to_owned();
        manager.alter_table(conflicts).await?;
        for table in ENDING {
            let drop = Table::alter().table(table).drop_column("ended_on").to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
