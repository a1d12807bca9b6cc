//! Realisation plans: one a benefit, with what is to be done and what can go wrong.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const PLAN: &str = "realisation_plan";
const ACTIVITY: &str = "plan_activity";
const RISK: &str = "plan_risk";

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

fn plans() -> TableCreateStatement {
    Table::create()
        .table(PLAN)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("benefit_id").uuid().not_null())
        .col(ColumnDef::new("begun_on").date().null())
        .col(ColumnDef::new("preconditions").text().null())
        .col(ColumnDef::new("follow_up_unit_id").uuid().null())
        .col(ColumnDef::new("follow_up_text").text().null())
        .col(ColumnDef::new("follow_up_precision").text().null())
        .col(ColumnDef::new("follow_up_first").date().null())
        .col(ColumnDef::new("follow_up_last").date().null())
        .col(ColumnDef::new("follow_up_how").text().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .foreign_key(&mut key(
            (PLAN, "benefit_id"),
            "benefit",
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            (PLAN, "follow_up_unit_id"),
            "unit",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn activities() -> TableCreateStatement {
    Table::create()
        .table(ACTIVITY)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("plan_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("text").text().not_null())
        .col(ColumnDef::new("unit_id").uuid().null())
        .col(ColumnDef::new("who").text().null())
        .col(ColumnDef::new("due_text").text().null())
        .col(ColumnDef::new("due_precision").text().null())
        .col(ColumnDef::new("due_first").date().null())
        .col(ColumnDef::new("due_last").date().null())
        .col(ColumnDef::new("done_on").date().null())
        .foreign_key(&mut key((ACTIVITY, "plan_id"), PLAN, ForeignKeyAction::Cascade))
        .foreign_key(&mut key(
            (ACTIVITY, "unit_id"),
            "unit",
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn risks() -> TableCreateStatement {
    Table::create()
        .table(RISK)
        .col(ColumnDef::new("plan_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("text").text().not_null())
        .col(ColumnDef::new("response").text().null())
        .primary_key(Index::create().col("plan_id").col("ordinal"))
        .foreign_key(&mut key((RISK, "plan_id"), PLAN, ForeignKeyAction::Cascade))
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [plans(), activities(), risks()] {
            manager.create_table(table).await?;
        }
        // A benefit has one.
        let one = Index::create()
            .name("realisation_plan_benefit")
            .table(PLAN)
            .col("benefit_id")
            .unique()
            .to_owned();
        manager.create_index(one).await?;
        for (table, column) in [
            (PLAN, "follow_up_unit_id"),
            (ACTIVITY, "plan_id"),
            (ACTIVITY, "unit_id"),
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
        for table in [RISK, ACTIVITY, PLAN] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
