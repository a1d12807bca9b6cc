//! Benefit calculations: versions of an initiative's, their alternatives, lines and amounts by year.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const CALCULATION: &str = "calculation";
const ALTERNATIVE: &str = "calculation_alternative";
const LINE: &str = "calculation_line";
const AMOUNT: &str = "calculation_amount";
const EDITOR: &str = "calculation_editor";

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

fn calculations() -> TableCreateStatement {
    let id = || ColumnDef::new("id");
    Table::create()
        .table(CALCULATION)
        .col(id().uuid().not_null().primary_key())
        .col(ColumnDef::new("initiative_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("base_year").integer().not_null())
        .col(ColumnDef::new("horizon_years").integer().not_null())
        .check(Expr::col("horizon_years").between(1, 50))
        .col(ColumnDef::new("rate_micro").big_integer().null())
        .check(
            Expr::col("rate_micro")
                .is_null()
                .or(Expr::col("rate_micro").gte(0)),
        )
        .col(ColumnDef::new("rate_source").text().null())
        .col(ColumnDef::new("price_level").integer().null())
        .col(ColumnDef::new("zero_alternative").text().null())
        .col(ColumnDef::new("assumptions").text().null())
        .col(ColumnDef::new("unit").text().not_null())
        .check(one_of("unit", &["kronor", "tkr", "mnkr"]))
        // Not held by a key: alternatives refer to the calculation.
        .col(ColumnDef::new("preferred_id").uuid().not_null())
        .col(ColumnDef::new("state").text().not_null())
        .check(one_of("state", &["draft", "submitted", "approved", "returned"]))
        .col(ColumnDef::new("promise").boolean().not_null())
        .col(ColumnDef::new("review_note").text().null())
        .col(ColumnDef::new("reviewed_by").uuid().null())
        .col(ColumnDef::new("reviewed_at").big_integer().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .foreign_key(&mut key(
            (CALCULATION, "initiative_id"),
            "initiative",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn alternatives() -> TableCreateStatement {
    Table::create()
        .table(ALTERNATIVE)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("calculation_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("description").text().null())
        .foreign_key(&mut key(
            (ALTERNATIVE, "calculation_id"),
            CALCULATION,
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn lines() -> TableCreateStatement {
    Table::create()
        .table(LINE)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("alternative_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("class").text().not_null())
        .check(one_of(
            "class",
            &[
                "development",
                "introduction",
                "operation",
                "other_cost",
                "financial",
                "redistribution",
                "qualitative",
            ],
        ))
        .col(ColumnDef::new("benefit_id").uuid().null())
        .col(ColumnDef::new("note").text().null())
        .foreign_key(&mut key(
            (LINE, "alternative_id"),
            ALTERNATIVE,
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut key(
            (LINE, "benefit_id"),
            "benefit",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn amounts() -> TableCreateStatement {
    Table::create()
        .table(AMOUNT)
        .col(ColumnDef::new("line_id").uuid().not_null())
        .col(ColumnDef::new("year").integer().not_null())
        .col(ColumnDef::new("low_ore").big_integer().not_null())
        .col(ColumnDef::new("likely_ore").big_integer().not_null())
        .col(ColumnDef::new("high_ore").big_integer().not_null())
        .check(Expr::col("low_ore").lte(Expr::col("likely_ore")))
        .check(Expr::col("likely_ore").lte(Expr::col("high_ore")))
        .primary_key(Index::create().col("line_id").col("year"))
        .foreign_key(&mut key((AMOUNT, "line_id"), LINE, ForeignKeyAction::Cascade))
        .to_owned()
}

fn editors() -> TableCreateStatement {
    Table::create()
        .table(EDITOR)
        .col(ColumnDef::new("calculation_id").uuid().not_null())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .primary_key(Index::create().col("calculation_id").col("account_id"))
        .foreign_key(&mut key(
            (EDITOR, "calculation_id"),
            CALCULATION,
            ForeignKeyAction::Cascade,
        ))
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
        for table in [calculations(), alternatives(), lines(), amounts(), editors()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            (ALTERNATIVE, "calculation_id"),
            (LINE, "alternative_id"),
            (LINE, "benefit_id"),
            (EDITOR, "account_id"),
        ] {
            let index = Index::create()
                .name(format!("{table}_by_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        let numbers = Index::create()
            .name("calculation_number")
            .table(CALCULATION)
            .col("initiative_id")
            .col("number")
            .unique()
            .to_owned();
        manager.create_index(numbers).await?;
        // An initiative promises once.
        let promise = "CREATE UNIQUE INDEX calculation_promise ON calculation (initiative_id) WHERE promise";
        manager.get_connection().execute_unprepared(promise).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [EDITOR, AMOUNT, LINE, ALTERNATIVE, CALCULATION] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
