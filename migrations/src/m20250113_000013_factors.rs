//! The factor library: factors with dated values, each written by one and approved by another; and what a line of a
//! calculation was built of.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const FACTOR: &str = "factor";
const VALUE: &str = "factor_value";
const EDITOR: &str = "factor_value_editor";
const LINE: &str = "calculation_line";

fn one_of(column: &'static str, codes: &[&'static str]) -> Expr {
    Expr::col(column).is_in(codes.iter().copied())
}

fn key(
    (table, column): (&'static str, &'static str),
    to: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(to, "id")
        .on_delete(on_delete)
        .to_owned()
}

fn factors() -> TableCreateStatement {
    Table::create()
        .table(FACTOR)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("kind").text().not_null())
        .check(one_of(
            "kind",
            &[
                "hourly_cost",
                "full_time_year_hours",
                "discount_rate",
                "unit_value",
            ],
        ))
        .col(ColumnDef::new("unit").text().null())
        .col(ColumnDef::new("description").text().null())
        .col(ColumnDef::new("ended_on").date().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .to_owned()
}

fn values() -> TableCreateStatement {
    Table::create()
        .table(VALUE)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("factor_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("valid_from").date().not_null())
        .col(ColumnDef::new("value_mantissa").big_integer().not_null())
        .col(ColumnDef::new("value_scale").small_integer().not_null())
        .col(ColumnDef::new("price_level").integer().null())
        .col(ColumnDef::new("source").text().not_null())
        .col(ColumnDef::new("state").text().not_null())
        .check(one_of("state", &["draft", "submitted", "approved", "returned"]))
        .col(ColumnDef::new("review_note").text().null())
        .col(ColumnDef::new("reviewed_by").uuid().null())
        .col(ColumnDef::new("reviewed_at").big_integer().null())
        .foreign_key(&mut key((VALUE, "factor_id"), FACTOR, ForeignKeyAction::Restrict))
        .to_owned()
}

fn editors() -> TableCreateStatement {
    Table::create()
        .table(EDITOR)
        .col(ColumnDef::new("value_id").uuid().not_null())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .primary_key(Index::create().col("value_id").col("account_id"))
        .foreign_key(&mut key((EDITOR, "value_id"), VALUE, ForeignKeyAction::Cascade))
        .foreign_key(&mut key(
            (EDITOR, "account_id"),
            "account",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [factors(), values(), editors()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [(VALUE, "factor_id"), (EDITOR, "account_id")] {
            let index = Index::create()
                .name(format!("{table}_by_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        let build = Table::alter()
            .table(LINE)
            .add_column(ColumnDef::new("build").text().null())
            .to_owned();
        manager.alter_table(build).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let build = Table::alter().table(LINE).drop_column("build").to_owned();
        manager.alter_table(build).await?;
        for table in [EDITOR, VALUE, FACTOR] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
