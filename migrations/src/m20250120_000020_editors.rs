//! Who has written in a measurement, a statement or a version of an effect goal, and so does not approve it. Before this
//! only the latest hand was noted.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const MEASUREMENT: &str = "measurement_editor";
const STATEMENT: &str = "statement_editor";
const GOAL: &str = "effect_goal_editor";

/// What the notes go with.
fn part_of((table, column): (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

// Who has edited is noted as who edited last is: without a reference to the account.
fn account() -> ColumnDef {
    ColumnDef::new("account_id").uuid().not_null().to_owned()
}

fn editors((table, column): (&'static str, &'static str), to: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(ColumnDef::new(column).uuid().not_null())
        .col(account())
        .primary_key(Index::create().col(column).col("account_id"))
        .foreign_key(&mut part_of((table, column), to))
        .to_owned()
}

/// By version; with the goal and not with the row of the version, which is written anew where it is written over.
fn goal_editors() -> TableCreateStatement {
    Table::create()
        .table(GOAL)
        .col(ColumnDef::new("goal_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(account())
        .primary_key(Index::create().col("goal_id").col("number").col("account_id"))
        .foreign_key(&mut part_of((GOAL, "goal_id"), "effect_goal"))
        .to_owned()
}

/// Of what is there already the latest hand is known.
const FILLED: [&str; 3] = [
    "INSERT INTO measurement_editor (measurement_id, account_id) \
     SELECT id, edited_by FROM measurement WHERE edited_by IS NOT NULL",
    "INSERT INTO statement_editor (statement_id, account_id) \
     SELECT id, edited_by FROM statement WHERE edited_by IS NOT NULL",
    "INSERT INTO effect_goal_editor (goal_id, number, account_id) \
     SELECT goal_id, number, edited_by FROM effect_goal_version WHERE edited_by IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            editors((MEASUREMENT, "measurement_id"), "measurement"),
            editors((STATEMENT, "statement_id"), "statement"),
            goal_editors(),
        ] {
            manager.create_table(table).await?;
        }
        for fill in FILLED {
            manager.get_connection().execute_unprepared(fill).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [GOAL, STATEMENT, MEASUREMENT] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
