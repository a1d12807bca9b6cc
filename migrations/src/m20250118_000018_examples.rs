//! Initiatives that are invented, to show how one is followed.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const INITIATIVE: &str = "initiative";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // None that was there before is.
        let example = Table::alter()
            .table(INITIATIVE)
            .add_column(ColumnDef::new("example").boolean().not_null().default(false))
            .to_owned();
        manager.alter_table(example).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let example = Table::alter().table(INITIATIVE).drop_column("example").to_owned();
        manager.alter_table(example).await
    }
}
