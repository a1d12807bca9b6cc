//! Corrections of decided reports: proposed by one person, made by the decision of another, and never changed after that.
//!
//! The table of migration 19 had only made corrections, and nothing wrote any. It makes place for one that holds
//! proposals too.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "report_correction";
const GUARD: &str = "portfolio_correction";

fn key(column: &'static str, (to, its): (&'static str, &'static str)) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{TABLE}_{column}"))
        .from(TABLE, column)
        .to(to, its)
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

fn corrections() -> TableCreateStatement {
    let numbered = Expr::col("number").is_not_null();
    // Of what a decision says, all is there or nothing.
    let whole = Expr::col("decided_on")
        .is_not_null()
        .and(Expr::col("decider_title").is_not_null())
        .and(Expr::col("original_sha256").is_not_null());
    let nothing = Expr::col("decided_on")
        .is_null()
        .and(Expr::col("decider_title").is_null())
        .and(Expr::col("original_sha256").is_null());
    Table::create()
        .table(TABLE)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("section").text().not_null())
        .col(ColumnDef::new("wrong").text().not_null())
        .col(ColumnDef::new("correct").text().not_null())
        .col(ColumnDef::new("reason").text().not_null())
        .col(ColumnDef::new("replaces").integer().null())
        .col(ColumnDef::new("number").integer().null())
        .col(ColumnDef::new("decided_on").date().null())
        .col(ColumnDef::new("decider_title").text().null())
        .col(ColumnDef::new("forum").text().null())
        .col(ColumnDef::new("registry_number").text().null())
        .col(ColumnDef::new("decision_role").text().null())
        .col(ColumnDef::new("decision_at").big_integer().null())
        .col(
            ColumnDef::new("decision_elsewhere")
                .boolean()
                .not_null()
                .default(false),
        )
        .col(ColumnDef::new("original_sha256").text().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .check(numbered.clone().and(whole).or(numbered.not().and(nothing)))
        .foreign_key(&mut key("report_id", ("report", "id")))
        .foreign_key(&mut key("edited_by", ("account", "id")))
        .to_owned()
}

/// What was made stays as it is, and is made of a decided report whose content has the hash that it names.
fn guards(backend: DbBackend) -> Vec<String> {
    let original = "EXISTS (SELECT 1 FROM frozen_report WHERE report_id = NEW.report_id \
                    AND sha256 = NEW.original_sha256)";
    match backend {
        DbBackend::Sqlite => {
            let mut all = Vec::new();
            for event in ["UPDATE", "DELETE"] {
                let lower = event.to_lowercase();
                all.push(format!(
                    "CREATE TRIGGER {TABLE}_no_{lower} BEFORE {event} ON {TABLE} \
                     WHEN OLD.number IS NOT NULL \
                     BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END"
                ));
            }
            for event in ["INSERT", "UPDATE"] {
                let lower = event.to_lowercase();
                all.push(format!(
                    "CREATE TRIGGER {TABLE}_original_{lower} BEFORE {event} ON {TABLE} \
                     WHEN NEW.number IS NOT NULL AND NOT {original} \
                     BEGIN SELECT RAISE(ABORT, '{TABLE} names another original'); END"
                ));
            }
            all
        }
        _ => vec![
            format!(
                "CREATE FUNCTION {GUARD}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP <> 'INSERT' AND OLD.number IS NOT NULL \
                 THEN RAISE EXCEPTION '% is frozen', TG_TABLE_NAME; END IF; \
                 IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; \
                 IF NEW.number IS NOT NULL AND NOT {original} \
                 THEN RAISE EXCEPTION '% names another original', TG_TABLE_NAME; END IF; \
                 RETURN NEW; END $$"
            ),
            format!(
                "CREATE TRIGGER {TABLE}_guard BEFORE INSERT OR UPDATE OR DELETE ON {TABLE} \
                 FOR EACH ROW EXECUTE FUNCTION {GUARD}()"
            ),
            format!(
                "CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} \
                 FOR EACH STATEMENT EXECUTE FUNCTION portfolio_frozen()"
            ),
        ],
    }
}

/// The table as it was before.
fn corrections_before() -> TableCreateStatement {
    Table::create()
        .table(TABLE)
        .col(ColumnDef::new("report_id").uuid().not_null())
        .col(ColumnDef::new("number").integer().not_null())
        .col(ColumnDef::new("made_on").date().not_null())
        .col(ColumnDef::new("section").text().not_null())
        .col(ColumnDef::new("wrong").text().not_null())
        .col(ColumnDef::new("correct").text().not_null())
        .col(ColumnDef::new("reason").text().null())
        .col(ColumnDef::new("decider_title").text().not_null())
        .col(ColumnDef::new("registry_number").text().null())
        .col(ColumnDef::new("original_sha256").text().not_null())
        .primary_key(Index::create().col("report_id").col("number"))
        .foreign_key(&mut key("report_id", ("report", "id")))
        .to_owned()
}

fn guards_before(backend: DbBackend) -> Vec<String> {
    match backend {
        DbBackend::Sqlite => ["UPDATE", "DELETE"]
            .map(|event| {
                let lower = event.to_lowercase();
                format!(
                    "CREATE TRIGGER {TABLE}_no_{lower} BEFORE {event} ON {TABLE} \
                     BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END"
                )
            })
            .into(),
        _ => vec![
            format!(
                "CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE OR DELETE ON {TABLE} \
                 FOR EACH ROW EXECUTE FUNCTION portfolio_frozen()"
            ),
            format!(
                "CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} \
                 FOR EACH STATEMENT EXECUTE FUNCTION portfolio_frozen()"
            ),
        ],
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table(TABLE).to_owned()).await?;
        manager.create_table(corrections()).await?;
        let numbers = Index::create()
            .name("report_correction_number")
            .table(TABLE)
            .col("report_id")
            .col("number")
            .unique()
            .to_owned();
        manager.create_index(numbers).await?;
        for guard in guards(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&guard).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        manager.drop_table(Table::drop().table(TABLE).to_owned()).await?;
        if backend == DbBackend::Postgres {
            let drop = format!("DROP FUNCTION {GUARD}");
            manager.get_connection().execute_unprepared(&drop).await?;
        }
        manager.create_table(corrections_before()).await?;
        for guard in guards_before(backend) {
            manager.get_connection().execute_unprepared(&guard).await?;
        }
        Ok(())
    }
}
