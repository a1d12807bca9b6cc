//! Which rule asked a question of a follow-up round.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const REQUEST: &str = "follow_up_request";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Of what was asked before it is not known.
        let rule = Table::alter()
            .table(REQUEST)
            .add_column(ColumnDef::new("rule").string().null())
            .to_owned();
        manager.alter_table(rule).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rule = Table::alter().table(REQUEST).drop_column("rule").to_owned();
        manager.alter_table(rule).await
    }
}
