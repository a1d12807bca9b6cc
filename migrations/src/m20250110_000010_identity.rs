//! Who accounts are by the agency's own sign-on.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const IDENTITY: &str = "account_identity";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(IDENTITY)
                    .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("issuer").string().not_null())
                    .col(ColumnDef::new("subject").string().not_null())
                    .col(ColumnDef::new("linked_at").big_integer().not_null())
                    .foreign_key(
                        ForeignKey::create()
                            .name("account_identity_account")
                            .from(IDENTITY, "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("account_identity_who")
                    .table(IDENTITY)
                    .col("issuer")
                    .col("subject")
                    .unique()
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(IDENTITY).to_owned()).await
    }
}
