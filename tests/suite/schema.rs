//! Entities and migrations tell the same story, table by table and column by column.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ColumnType, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn};
use store::{Kind, Store};
use store::{entity, every_table};

use crate::support::database::{World, on_both};
use crate::support::rows::texts;

on_both!(every_table_is_as_its_entity_says);

/// A column: kind of value, may be empty, part of the primary key.
type Columns = BTreeMap<String, (&'static str, bool, bool)>;

/// Every entity. One that is left out here is found as a table without an entity.
fn entities() -> BTreeMap<String, Columns> {
    let mut all = BTreeMap::new();
    macro_rules! note {
        ($($table:ident),+ $(,)?) => {$(
            let (name, columns) = columns_of::<entity::$table::Entity>();
            assert!(all.insert(name.clone(), columns).is_none(), "two entities of {name}");
        )+};
    }
    every_table!(note);
    all
}

fn columns_of<E: EntityTrait>() -> (String, Columns) {
    let key: Vec<String> = E::PrimaryKey::iter()
        .map(|key| key.into_column().as_str().to_owned())
        .collect();
    let columns = E::Column::iter()
        .map(|column| {
            let definition = column.def();
            let name = column.as_str().to_owned();
            let kind = match definition.get_column_type() {
                ColumnType::String(_) | ColumnType::Text => "text",
                ColumnType::SmallInteger => "16 bits",
                ColumnType::Integer => "32 bits",
                ColumnType::BigInteger => "64 bits",
                ColumnType::Boolean => "boolean",
                ColumnType::Uuid => "uuid",
                ColumnType::Date => "date",
                ColumnType::Blob | ColumnType::VarBinary(_) | ColumnType::Binary(_) => "bytes",
                other => panic!("{}.{name}: what is {other:?}?", E::default().as_str()),
            };
            let in_key = key.contains(&name);
            (name, (kind, definition.is_null(), in_key))
        })
        .collect();
    (E::default().as_str().to_owned(), columns)
}

/// The tables as the database itself tells them.
async fn tables(store: &Store) -> BTreeMap<String, Columns> {
    let rows = match store.kind() {
        Kind::Sqlite => {
            "SELECT t.name || '|' || c.name || '|' || c.type || '|' \
             || CASE WHEN c.\"notnull\" = 1 THEN 'NO' ELSE 'YES' END || '|' || (c.pk > 0) \
             FROM sqlite_master t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'seaql_migrations'"
        }
        Kind::Postgres => {
            "SELECT c.table_name || '|' || c.column_name || '|' || c.data_type || '|' || c.is_nullable \
             || '|' || (CASE WHEN k.column_name IS NULL THEN 0 ELSE 1 END) \
             FROM information_schema.columns c \
             LEFT JOIN (SELECT u.table_name, u.column_name FROM information_schema.table_constraints t \
             JOIN information_schema.key_column_usage u USING (constraint_schema, constraint_name) \
             WHERE t.constraint_type = 'PRIMARY KEY') k \
             ON k.table_name = c.table_name AND k.column_name = c.column_name \
             WHERE c.table_schema = 'public' AND c.table_name <> 'seaql_migrations'"
        }
    };
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for row in texts(store, rows).await {
        let [table, column, kind, empty, key] = row.split('|').collect::<Vec<_>>()[..] else {
            panic!("{row}: not five parts");
        };
        let kind = match kind
            .split('(')
            .next()
            .expect("split gives one")
            .to_lowercase()
            .as_str()
        {
            "varchar" | "text" | "character varying" => "text",
            "smallint" => "16 bits",
            "integer" => "32 bits",
            "bigint" => "64 bits",
            "boolean" => "boolean",
            "uuid" | "uuid_text" => "uuid",
            "date" | "date_text" => "date",
            "blob" | "bytea" => "bytes",
            other => panic!("{table}.{column}: what is {other}?"),
        };
        let columns = tables.entry(table.to_owned()).or_default();
        columns.insert(column.to_owned(), (kind, empty == "YES", key == "1"));
    }
    tables
}

async fn every_table_is_as_its_entity_says(world: World) {
    let store = world.services().await.store;
    let (mut said, mut found) = (entities(), tables(&store).await);
    if store.kind() == Kind::Sqlite {
        // A whole number is as wide as it needs to be there, whatever it is called.
        for (kind, _, _) in said
            .values_mut()
            .chain(found.values_mut())
            .flat_map(|columns| columns.values_mut())
        {
            if kind.ends_with("bits") {
                *kind = "whole number";
            }
        }
    }
    let names = |tables: &BTreeMap<String, Columns>| tables.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&said),
        names(&found),
        "entities on the left, tables on the right"
    );
    for (table, columns) in &said {
        assert_eq!(
            columns, &found[table],
            "{table}: entity on the left, table on the right"
        );
    }
}
