//! Passwords, and what is known of wrong ones.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const PASSWORD: &str = "account_password";
const ATTEMPT: &str = "sign_in_attempt";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(PASSWORD)
                    .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("hash").text().not_null())
                    .col(ColumnDef::new("set_at").big_integer().not_null())
                    .foreign_key(
                        ForeignKey::create()
                            .name("account_password_account")
                            .from(PASSWORD, "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Restrict),
                    )
                    .to_owned(),
            )
            .await?;
        // Of addresses without an account as well: an attempt answers alike for both.
        manager
            .create_table(
                Table::create()
                    .table(ATTEMPT)
                    .col(ColumnDef::new("who_hash").string().not_null().primary_key())
                    .col(ColumnDef::new("failures").integer().not_null())
                    .col(ColumnDef::new("last_at").big_integer().not_null())
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [ATTEMPT, PASSWORD] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
