//! Reminders: links to calendars, what people want by mail, and what has been mailed.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const LINK: &str = "calendar_link";
const CHOICE: &str = "digest_choice";
const NOTE: &str = "digest_note";

fn account_of(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_account"))
        .from(table, "account_id")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

fn is_a_language() -> Expr {
    Expr::col("lang").is_in(["sv", "en"])
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(LINK)
                    .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("token_hash").string().not_null())
                    .col(ColumnDef::new("lang").string().not_null())
                    .col(ColumnDef::new("made_at").big_integer().not_null())
                    .check(is_a_language())
                    .foreign_key(&mut account_of(LINK))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("calendar_link_by_token")
                    .table(LINK)
                    .col("token_hash")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(CHOICE)
                    .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("wanted").boolean().not_null())
                    .col(ColumnDef::new("lang").string().not_null())
                    .check(is_a_language())
                    .foreign_key(&mut account_of(CHOICE))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(NOTE)
                    .col(ColumnDef::new("account_id").uuid().not_null())
                    .col(ColumnDef::new("day").date().not_null())
                    .col(ColumnDef::new("state").string().not_null())
                    .col(ColumnDef::new("tries").integer().not_null())
                    .col(ColumnDef::new("at").big_integer().not_null())
                    .check(Expr::col("state").is_in(["sending", "sent", "failed"]))
                    .primary_key(Index::create().col("account_id").col("day"))
                    .foreign_key(&mut account_of(NOTE))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [NOTE, CHOICE, LINK] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
