//! Follow-up rounds: who is asked for what, and what they answered.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const ROUND: &str = "follow_up_round";
const REQUEST: &str = "follow_up_request";

/// What a question refers to: column, table, and whether it may be left out.
const REFERENCES: [(&str, &str, bool); 6] = [
    ("round_id", ROUND, false),
    ("initiative_id", "initiative", false),
    ("benefit_id", "benefit", true),
    ("delivery_id", "delivery", true),
    ("unit_id", "unit", true),
    ("statement_id", "statement", true),
];

fn one_of(column: &'static str, codes: &[&'static str]) -> Expr {
    Expr::col(column).is_in(codes.iter().copied())
}

fn rounds() -> TableCreateStatement {
    Table::create()
        .table(ROUND)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("year").integer().not_null())
        .col(ColumnDef::new("part").text().not_null())
        .check(one_of("part", &["tertial1", "tertial2", "tertial3", "year"]))
        .col(ColumnDef::new("due").date().not_null())
        .col(ColumnDef::new("message").text().null())
        .col(ColumnDef::new("state").text().not_null())
        .check(one_of("state", &["prepared", "open", "closed"]))
        .col(ColumnDef::new("opened_on").date().null())
        .col(ColumnDef::new("closed_on").date().null())
        .col(ColumnDef::new("version").integer().not_null())
        .col(ColumnDef::new("edited_by").uuid().null())
        .to_owned()
}

fn requests() -> TableCreateStatement {
    let none = |column: &'static str| Expr::col(column).is_null();
    let one_thing = Cond::any()
        .add(Cond::all().add(none("benefit_id")).add(none("delivery_id").not()))
        .add(Cond::all().add(none("benefit_id").not()).add(none("delivery_id")));
    let answered_or_not = Cond::any()
        .add(Cond::all().add(none("answer")).add(none("answered_at")))
        .add(
            Cond::all()
                .add(none("answer").not())
                .add(none("answered_at").not()),
        );
    let mut table = Table::create();
    table
        .table(REQUEST)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("ordinal").integer().not_null())
        .col(ColumnDef::new("answer").text().null())
        .check(none("answer").or(one_of(
            "answer",
            &["stated", "logged", "nothing_new", "withdrawn"],
        )))
        .col(ColumnDef::new("answered_at").big_integer().null())
        .col(ColumnDef::new("answered_by").uuid().null())
        .col(ColumnDef::new("note").text().null());
    for (column, to, optional) in REFERENCES {
        let mut reference = ColumnDef::new(column);
        reference.uuid();
        if optional {
            reference.null();
        } else {
            reference.not_null();
        }
        table.col(reference);
        let mut key = ForeignKey::create();
        key.name(format!("{REQUEST}_{column}"))
            .from(REQUEST, column)
            .to(to, "id")
            .on_delete(ForeignKeyAction::Restrict);
        table.foreign_key(&mut key);
    }
    table
        .check(SimpleExpr::from(one_thing))
        .check(SimpleExpr::from(answered_or_not));
    table.to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(rounds()).await?;
        manager.create_table(requests()).await?;
        for (column, ..) in REFERENCES {
            let index = Index::create()
                .name(format!("{REQUEST}_by_{column}"))
                .table(REQUEST)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [REQUEST, ROUND] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
