//! Measures with their definitions, effect goals with their versions and targets, measurements with their proofs, and
//! the files that those are.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const CADENCES: [&str; 5] = ["month", "quarter", "tertial", "half_year", "year"];
const STATES: [&str; 4] = ["draft", "submitted", "approved", "returned"];

fn one_of(column: &'static str, codes: &[&'static str]) -> Expr {
    Expr::col(column).is_in(codes.iter().copied())
}

fn key(
    (table, column): (&'static str, &'static str),
    (to, its): (&'static str, &'static str),
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}"))
        .from(table, column)
        .to(to, its)
        .on_delete(on_delete)
        .to_owned()
}

fn measures() -> TableCreateStatement {
    Table::create()
        .table("measure")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("used_for").text().not_null())
        .col(ColumnDef::new("without_target").text().null())
        .col(ColumnDef::new("ended").date().null())
        .col(ColumnDef::new("search_text").text().not_null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .check(one_of(
            "used_for",
            &["steering", "goal_fulfilment", "both", "not_stated"],
        ))
        .to_owned()
}

fn definitions() -> TableCreateStatement {
    Table::create()
        .table("measure_definition")
        .col(ColumnDef::new("measure_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("from_day").date().null())
        .col(ColumnDef::new("definition").text().not_null())
        .col(ColumnDef::new("formula").text().null())
        .col(ColumnDef::new("rationale").text().null())
        .col(ColumnDef::new("source").text().null())
        .col(ColumnDef::new("unit").text().null())
        .col(ColumnDef::new("direction").text().not_null())
        .col(ColumnDef::new("aggregation").text().not_null())
        .col(ColumnDef::new("per").big_integer().not_null())
        .col(ColumnDef::new("numerator").text().null())
        .col(ColumnDef::new("denominator").text().null())
        .col(ColumnDef::new("frequency").text().null())
        .col(ColumnDef::new("dimensions").text().not_null())
        .col(ColumnDef::new("note").text().null())
        .col(ColumnDef::new("reason").text().null())
        .check(one_of("direction", &["higher", "lower", "not_stated"]))
        .check(one_of("aggregation", &["latest", "sum", "mean", "ratio"]))
        .check(Expr::col("per").gte(1))
        .check(
            Expr::col("frequency")
                .is_null()
                .or(one_of("frequency", &CADENCES)),
        )
        .primary_key(Index::create().col("measure_id").col("number"))
        .foreign_key(&mut key(
            ("measure_definition", "measure_id"),
            ("measure", "id"),
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn goals() -> TableCreateStatement {
    Table::create()
        .table("effect_goal")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("benefit_id").uuid().null())
        .col(ColumnDef::new("measure_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("sex").text().null())
        .col(ColumnDef::new("channel").text().null())
        .col(ColumnDef::new("component").text().null())
        .col(ColumnDef::new("claim_micro").big_integer().not_null())
        .col(ColumnDef::new("window_cadence").text().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .check(Expr::col("sex").is_null().or(one_of("sex", &["women", "men"])))
        // Above 0, at most 100 percent.
        .check(Expr::col("claim_micro").between(1, 100_000_000))
        .check(
            Expr::col("window_cadence")
                .is_null()
                .or(one_of("window_cadence", &CADENCES)),
        )
        .foreign_key(&mut key(
            ("effect_goal", "benefit_id"),
            ("benefit", "id"),
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            ("effect_goal", "measure_id"),
            ("measure", "id"),
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn versions() -> TableCreateStatement {
    Table::create()
        .table("effect_goal_version")
        .col(ColumnDef::new("goal_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("definition").integer().not_null())
        .col(ColumnDef::new("baseline_mantissa").big_integer().null())
        .col(ColumnDef::new("baseline_scale").small_integer().null())
        .col(ColumnDef::new("baseline_when_text").text().null())
        .col(ColumnDef::new("baseline_when_precision").text().null())
        .col(ColumnDef::new("baseline_when_first").date().null())
        .col(ColumnDef::new("baseline_when_last").date().null())
        .col(ColumnDef::new("baseline_source").text().null())
        .col(ColumnDef::new("method").text().null())
        .col(ColumnDef::new("reason").text().null())
        .col(ColumnDef::new("state").text().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .col(ColumnDef::new("review_note").text().null())
        .col(ColumnDef::new("reviewed_by").uuid().null())
        .col(ColumnDef::new("reviewed_at").big_integer().null())
        .check(one_of("state", &STATES))
        .primary_key(Index::create().col("goal_id").col("number"))
        .foreign_key(&mut key(
            ("effect_goal_version", "goal_id"),
            ("effect_goal", "id"),
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

fn targets() -> TableCreateStatement {
    Table::create()
        .table("effect_goal_target")
        .col(ColumnDef::new("goal_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("day").date().not_null())
        .col(ColumnDef::new("value_mantissa").big_integer().not_null())
        .col(ColumnDef::new("value_scale").small_integer().not_null())
        .primary_key(Index::create().col("goal_id").col("number").col("day"))
        .foreign_key(
            ForeignKey::create()
                .name("effect_goal_target_version")
                .from("effect_goal_target", ("goal_id", "number"))
                .to("effect_goal_version", ("goal_id", "number"))
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn measurements() -> TableCreateStatement {
    Table::create()
        .table("measurement")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("measure_id").uuid().not_null())
        .col(ColumnDef::new("definition").integer().not_null())
        .col(ColumnDef::new("first_day").date().not_null())
        .col(ColumnDef::new("last_day").date().not_null())
        .col(ColumnDef::new("preliminary").boolean().not_null())
        .col(ColumnDef::new("value_mantissa").big_integer().null())
        .col(ColumnDef::new("value_scale").small_integer().null())
        .col(ColumnDef::new("numerator_mantissa").big_integer().null())
        .col(ColumnDef::new("numerator_scale").small_integer().null())
        .col(ColumnDef::new("denominator_mantissa").big_integer().null())
        .col(ColumnDef::new("denominator_scale").small_integer().null())
        .col(ColumnDef::new("splits").text().not_null())
        .col(ColumnDef::new("source").text().not_null())
        .col(ColumnDef::new("comment").text().null())
        .col(ColumnDef::new("state").text().not_null())
        .col(ColumnDef::new("imported").boolean().not_null())
        .col(ColumnDef::new("supersedes_id").uuid().null())
        .col(ColumnDef::new("review_note").text().null())
        .col(ColumnDef::new("reviewed_by").uuid().null())
        .col(ColumnDef::new("reviewed_at").big_integer().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .check(one_of("state", &STATES))
        .check(Expr::col("first_day").lte(Expr::col("last_day")))
        // A number, or the two of a ratio. In brackets: databases read a row of comparisons differently.
        .check(Expr::cust(
            "(value_mantissa IS NULL) <> (numerator_mantissa IS NULL)",
        ))
        .check(Expr::cust(
            "(numerator_mantissa IS NULL) = (denominator_mantissa IS NULL)",
        ))
        .foreign_key(&mut key(
            ("measurement", "measure_id"),
            ("measure", "id"),
            ForeignKeyAction::Restrict,
        ))
        .foreign_key(&mut key(
            ("measurement", "supersedes_id"),
            ("measurement", "id"),
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn proofs() -> TableCreateStatement {
    Table::create()
        .table("measurement_proof")
        .col(ColumnDef::new("measurement_id").uuid().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("kind").text().not_null())
        .col(ColumnDef::new("text").text().not_null())
        .col(ColumnDef::new("hash").text().null())
        .check(one_of("kind", &["link", "registry_number", "file"]))
        .check(Expr::cust("(kind = 'file') = (hash IS NOT NULL)"))
        .primary_key(Index::create().col("measurement_id").col("ordinal"))
        .foreign_key(&mut key(
            ("measurement_proof", "measurement_id"),
            ("measurement", "id"),
            ForeignKeyAction::Cascade,
        ))
        .foreign_key(&mut key(
            ("measurement_proof", "hash"),
            ("stored_file", "hash"),
            ForeignKeyAction::Restrict,
        ))
        .to_owned()
}

fn files() -> TableCreateStatement {
    Table::create()
        .table("stored_file")
        .col(ColumnDef::new("hash").text().not_null().primary_key())
        .col(ColumnDef::new("media_type").text().not_null())
        .col(ColumnDef::new("size").big_integer().not_null())
        .check(Expr::col("size").gte(0))
        .to_owned()
}

fn chunks() -> TableCreateStatement {
    Table::create()
        .table("stored_file_chunk")
        .col(ColumnDef::new("hash").text().not_null())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("bytes").blob().not_null())
        .primary_key(Index::create().col("hash").col("ordinal"))
        .foreign_key(&mut key(
            ("stored_file_chunk", "hash"),
            ("stored_file", "hash"),
            ForeignKeyAction::Cascade,
        ))
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            measures(),
            definitions(),
            goals(),
            versions(),
            targets(),
            files(),
            chunks(),
            measurements(),
            proofs(),
        ] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("effect_goal_by_benefit", "effect_goal", &["benefit_id"][..]),
            ("effect_goal_by_measure", "effect_goal", &["measure_id"][..]),
            (
                "measurement_by_measure",
                "measurement",
                &["measure_id", "last_day"][..],
            ),
            // The latest of a definition is found without reading those before it.
            (
                "measurement_by_definition",
                "measurement",
                &["measure_id", "definition", "last_day"][..],
            ),
            (
                "measurement_by_supersedes_id",
                "measurement",
                &["supersedes_id"][..],
            ),
            ("measurement_by_state", "measurement", &["state"][..]),
            ("measurement_proof_by_hash", "measurement_proof", &["hash"][..]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "measurement_proof",
            "measurement",
            "stored_file_chunk",
            "stored_file",
            "effect_goal_target",
            "effect_goal_version",
            "effect_goal",
            "measure_definition",
            "measure",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
