//! What an account signs in by beside its password, and how far a session has come.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const FACTOR: &str = "second_factor";
const RECOVERY: &str = "recovery_code";
const SESSION: &str = "session";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let account = |table: &str| {
            ForeignKey::create()
                .name(format!("{table}_account"))
                .from(table.to_owned(), "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Restrict)
                .to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table(FACTOR)
                    .col(ColumnDef::new("account_id").uuid().not_null().primary_key())
                    .col(ColumnDef::new("sealed").text().not_null())
                    .col(ColumnDef::new("set_at").big_integer().not_null())
                    .col(ColumnDef::new("confirmed_at").big_integer().null())
                    .col(ColumnDef::new("last_step").big_integer().not_null())
                    .foreign_key(&mut account(FACTOR))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(RECOVERY)
                    .col(ColumnDef::new("code_hash").string().not_null().primary_key())
                    .col(ColumnDef::new("account_id").uuid().not_null())
                    .col(ColumnDef::new("used_at").big_integer().null())
                    .foreign_key(&mut account(RECOVERY))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("recovery_code_account")
                    .table(RECOVERY)
                    .col("account_id")
                    .to_owned(),
            )
            .await?;
        // Those that have begun before go on: they end within twelve hours.
        let stage = Table::alter()
            .table(SESSION)
            .add_column(ColumnDef::new("stage").string().not_null().default("whole"))
            .to_owned();
        manager.alter_table(stage).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Whoever is half signed in would be so all the way.
        let half = Query::delete()
            .from_table(SESSION)
            .and_where(Expr::col("stage").ne("whole"))
            .to_owned();
        manager.execute(half).await?;
        let stage = Table::alter().table(SESSION).drop_column("stage").to_owned();
        manager.alter_table(stage).await?;
        for table in [RECOVERY, FACTOR] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
