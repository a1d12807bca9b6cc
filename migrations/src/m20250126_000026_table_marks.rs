//! Each table of the portfolio is marked anew whenever something in it changes.
//!
//! What a server has read of a table it need not read again while the mark is the same (decision 25). A mark is random, so that two
//! copies of a database that have gone different ways never agree by chance. Accounts, sessions, drafts, files and the audit log
//! have no marks: nothing that is kept is read from them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const MARKS: &str = "table_mark";

const MARKED: [&str; 53] = [
    "agency",
    "area",
    "area_budget",
    "area_main_group",
    "area_set",
    "assessment",
    "assessment_text",
    "assessment_text_group",
    "benefit",
    "benefit_group",
    "benefit_in_group",
    "calculation",
    "calculation_alternative",
    "calculation_amount",
    "calculation_editor",
    "calculation_line",
    "delivery",
    "delivery_launch",
    "delivery_upcoming",
    "effect_goal",
    "effect_goal_editor",
    "effect_goal_target",
    "effect_goal_version",
    "factor",
    "factor_value",
    "factor_value_editor",
    "figure",
    "follow_up_request",
    "follow_up_round",
    "freed_time",
    "freed_time_disposition",
    "freed_time_editor",
    "grading_scheme",
    "initiative",
    "initiative_dependency",
    "initiative_portfolio",
    "measure",
    "measure_definition",
    "measurement",
    "measurement_editor",
    "measurement_proof",
    "plan_activity",
    "plan_risk",
    "portfolio",
    "realisation_plan",
    "sek_value",
    "statement",
    "statement_benefit",
    "statement_editor",
    "statement_group",
    "statement_source",
    "sus_evaluation",
    "unit",
];

/// Each kind of change, and what its trigger is called by.
const CHANGES: [&str; 3] = ["insert", "update", "delete"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let marks = Table::create()
            .table(MARKS)
            .col(ColumnDef::new("table_name").text().not_null().primary_key())
            .col(ColumnDef::new("mark").text().not_null())
            .to_owned();
        manager.create_table(marks).await?;
        let is_sqlite = manager.get_database_backend() == DbBackend::Sqlite;
        let mut statements = Vec::new();
        if !is_sqlite {
            // Once in a transaction is enough, and more would leave a dead row each time. Deleting nothing is no change.
            statements.push(format!(
                "CREATE FUNCTION {MARKS}_set() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP = 'DELETE' THEN IF NOT EXISTS (SELECT 1 FROM gone) THEN RETURN NULL; END IF; END IF; \
                 UPDATE {MARKS} SET mark = gen_random_uuid()::text \
                 WHERE table_name = TG_TABLE_NAME AND xmin IS DISTINCT FROM pg_current_xact_id()::xid; \
                 RETURN NULL; END $$"
            ));
        }
        for table in MARKED {
            if is_sqlite {
                let random = "lower(hex(randomblob(16)))";
                statements.push(format!("INSERT INTO {MARKS} VALUES ('{table}', {random})"));
                statements.extend(CHANGES.map(|change| {
                    format!(
                        "CREATE TRIGGER {table}_mark_{change} AFTER {change} ON {table} BEGIN \
                         UPDATE {MARKS} SET mark = {random} WHERE table_name = '{table}'; END"
                    )
                }));
            } else {
                statements.push(format!(
                    "INSERT INTO {MARKS} VALUES ('{table}', gen_random_uuid()::text)"
                ));
                statements.push(format!(
                    "CREATE TRIGGER {table}_mark AFTER INSERT OR UPDATE OR TRUNCATE ON {table} \
                     FOR EACH STATEMENT EXECUTE FUNCTION {MARKS}_set()"
                ));
                statements.push(format!(
                    "CREATE TRIGGER {table}_mark_delete AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone \
                     FOR EACH STATEMENT EXECUTE FUNCTION {MARKS}_set()"
                ));
            }
        }
        for statement in statements {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements = match manager.get_database_backend() {
            DbBackend::Sqlite => MARKED
                .iter()
                .flat_map(|table| CHANGES.map(|change| format!("DROP TRIGGER {table}_mark_{change}")))
                .collect(),
            _ => vec![format!("DROP FUNCTION {MARKS}_set() CASCADE")],
        };
        for statement in statements {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        manager.drop_table(Table::drop().table(MARKS).to_owned()).await
    }
}
