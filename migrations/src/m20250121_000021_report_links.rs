//! Links by which somebody without an account reads a decided report for a time.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const LINK: &str = "report_link";

fn key(column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{LINK}_{column}"))
        .from(LINK, column)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
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
                    .col(ColumnDef::new("id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("report_id").uuid().not_null())
                    .col(ColumnDef::new("token_hash").text().not_null())
                    .col(ColumnDef::new("for_whom").text().not_null())
                    .col(ColumnDef::new("ends_on").date().not_null())
                    .col(ColumnDef::new("made_at").big_integer().not_null())
                    .col(ColumnDef::new("made_by").uuid().null())
                    .col(ColumnDef::new("used_at").big_integer().null())
                    .col(ColumnDef::new("withdrawn_at").big_integer().null())
                    .col(ColumnDef::new("withdrawn_by").uuid().null())
                    .foreign_key(&mut key("report_id", "report"))
                    .foreign_key(&mut key("made_by", "account"))
                    .foreign_key(&mut key("withdrawn_by", "account"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("report_link_by_token")
                    .table(LINK)
                    .col("token_hash")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("report_link_of_report")
                    .table(LINK)
                    .col("report_id")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(LINK).to_owned()).await
    }
}
