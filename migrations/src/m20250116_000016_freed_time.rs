//! What benefits freed, and what statements and measurements say in kronor.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TIME: &str = "freed_time";
const DISPOSITION: &str = "freed_time_disposition";
const VALUE: &str = "sek_value";

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

fn times() -> TableCreateStatement {
    Table::create()
        .table(TIME)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("benefit_id").uuid().not_null())
        .col(ColumnDef::new("year").integer().not_null())
        .col(ColumnDef::new("unit").text().not_null())
        .col(ColumnDef::new("amount_mantissa").big_integer().not_null())
        .col(ColumnDef::new("amount_scale").small_integer().not_null())
        .col(ColumnDef::new("factor_value_id").uuid().null())
        .col(ColumnDef::new("hours_mantissa").big_integer().not_null())
        .col(ColumnDef::new("hours_scale").small_integer().not_null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .foreign_key(&mut key(
            (TIME, "benefit_id"),
            "benefit",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            (TIME, "factor_value_id"),
            "factor_value",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn dispositions() -> TableCreateStatement {
    Table::create()
        .table(DISPOSITION)
        .col(ColumnDef::new("freed_time_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("kind").text().not_null())
        .col(ColumnDef::new("hours_mantissa").big_integer().null())
        .col(ColumnDef::new("hours_scale").small_integer().null())
        .col(ColumnDef::new("text").text().null())
        .primary_key(Index::create().col("freed_time_id").col("ordinal"))
        .foreign_key(&mut key(
            (DISPOSITION, "freed_time_id"),
            TIME,
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn values() -> TableCreateStatement {
    Table::create()
        .table(VALUE)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("benefit_id").uuid().not_null())
        .col(ColumnDef::new("statement_id").uuid().null())
        .col(ColumnDef::new("measurement_id").uuid().null())
        .col(ColumnDef::new("amount").big_integer().not_null())
        .col(ColumnDef::new("frequency").text().not_null())
        .col(ColumnDef::new("from_year").integer().not_null())
        .col(ColumnDef::new("to_year").integer().not_null())
        .col(ColumnDef::new("class").text().not_null())
        .col(ColumnDef::new("kind").text().not_null())
        .col(ColumnDef::new("compared_with").text().null())
        .col(ColumnDef::new("counts_in_sum").boolean().not_null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        // It hangs on one of the two.
        .check(Expr::cust("(statement_id IS NULL) <> (measurement_id IS NULL)"))
        .foreign_key(&mut key(
            (VALUE, "benefit_id"),
            "benefit",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            (VALUE, "statement_id"),
            "statement",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            (VALUE, "measurement_id"),
            "measurement",
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
        for table in [times(), dispositions(), values()] {
            manager.create_table(table).await?;
        }
        // A benefit has one entry a year.
        let one = Index::create()
            .name("freed_time_benefit_year")
            .table(TIME)
            .col("benefit_id")
            .col("year")
            .unique()
            .to_owned();
        manager.create_index(one).await?;
        for (table, column) in [
            (TIME, "factor_value_id"),
            (VALUE, "benefit_id"),
            (VALUE, "statement_id"),
            (VALUE, "measurement_id"),
        ] {
            let index = Index::create()
                .name(format!("{table}_by_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [VALUE, DISPOSITION, TIME] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
