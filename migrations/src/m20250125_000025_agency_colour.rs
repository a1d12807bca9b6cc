//! The colour of the agency's reports.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const AGENCY: &str = "agency";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None has one: reports look as they did.
        let colour = Table::alter()
            .table(AGENCY)
            .add_column(ColumnDef::new("colour").text().null())
            .to_owned();
        manager.alter_table(colour).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let colour = Table::alter().table(AGENCY).drop_column("colour").to_owned();
        manager.alter_table(colour).await
    }
}
