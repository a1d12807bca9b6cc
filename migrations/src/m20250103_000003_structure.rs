//! Groups and portfolios end instead of going: what refers to them keeps its history.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

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
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ENDING {
            let drop = Table::alter().table(table).drop_column("ended_on").to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
