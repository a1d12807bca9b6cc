//! What registers search and sort by, and the views of them that people keep.
//!
//! Neither database folds Swedish letters on its own: SQLite's `lower` knows ASCII alone, and what
//! PostgreSQL's does depends on how the server was set up. So the program writes every text a second
//! time as it is searched, and what things are named by as it is sorted. This file fills those columns
//! for what is there already, by the rules of the day that it was written; the program's own may grow.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A column that is added: of which table, whether it is sorted by, and the texts that it is made of.
struct Added {
    table: &'static str,
    column: &'static str,
    from: &'static [&'static str],
    rule: Rule,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// All texts, folded, to search in.
    Search,
    /// The first text that is there, folded and cut, to sort by.
    Sort,
    /// A number such as "4.10", to sort by.
    Number,
}

const ADDED: [Added; 8] = {
    const fn added(
        table: &'static str,
        column: &'static str,
        from: &'static [&'static str],
        rule: Rule,
    ) -> Added {
        Added {
            table,
            column,
            from,
            rule,
        }
    }
    [
        added("area", "sort_number", &["number"], Rule::Number),
        added("area", "search_text", &["number", "name"], Rule::Search),
        added("initiative", "sort_name", &["name"], Rule::Sort),
        added(
            "initiative",
            "search_text",
            &["name", "label", "summary", "focus_area"],
            Rule::Search,
        ),
        added("delivery", "search_text", &["name"], Rule::Search),
        added("benefit", "sort_name", &["title", "description"], Rule::Sort),
        added("benefit", "search_text", &["title", "description"], Rule::Search),
        added(
            "statement",
            "search_text",
            &["text", "method", "note"],
            Rule::Search,
        ),
    ]
};

/// What registers are sorted by, so that a page is found without sorting all.
const INDEXES: [(&str, &str); 3] = [
    ("initiative", "sort_name"),
    ("benefit", "sort_name"),
    ("statement", "as_of"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for added in &ADDED {
            // Sorted by character, which is what folding is made for, whatever the server's language.
            let collate = match manager.get_database_backend() {
                DbBackend::Postgres => " COLLATE \"C\"",
                _ => "",
            };
            let add = format!(
                "ALTER TABLE \"{}\" ADD COLUMN \"{}\" text{collate} NOT NULL DEFAULT ''",
                added.table, added.column
            );
            db.execute_unprepared(&add).await?;
            fill(manager, added).await?;
        }
        for (table, column) in INDEXES {
            let index = Index::create()
                .name(format!("{table}_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        manager.create_table(saved_view()).await?;
        let own = Index::create()
            .name("saved_view_name")
            .table("saved_view")
            .col("account_id")
            .col("register")
            .col("name_folded")
            .unique()
            .to_owned();
        manager.create_index(own).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table("saved_view").to_owned();
        manager.drop_table(drop).await?;
        for (table, column) in INDEXES {
            let drop = Index::drop()
                .name(format!("{table}_{column}"))
                .table(table)
                .to_owned();
            manager.drop_index(drop).await?;
        }
        for added in ADDED.iter().rev() {
            let drop = format!("ALTER TABLE \"{}\" DROP COLUMN \"{}\"", added.table, added.column);
            manager.get_connection().execute_unprepared(&drop).await?;
        }
        Ok(())
    }
}

/// Whose a view is, is noted as who edits something is: without a reference to the account.
fn saved_view() -> TableCreateStatement {
    Table::create()
        .table("saved_view")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(ColumnDef::new("account_id").uuid().not_null())
        .col(ColumnDef::new("register").text().not_null())
        .col(ColumnDef::new("name").text().not_null())
        .col(ColumnDef::new("name_folded").text().not_null())
        .col(ColumnDef::new("query").text().not_null())
        .col(ColumnDef::new("created_at").big_integer().not_null())
        .check(Expr::col("register").is_in(["initiativ", "nyttor", "konstaterade"]))
        .to_owned()
}

/// Fills a column for the rows that are there.
async fn fill(manager: &SchemaManager<'_>, added: &Added) -> Result<(), DbErr> {
    let (db, backend) = (manager.get_connection(), manager.get_database_backend());
    // The identity as the database itself writes it, to find the row again.
    let id = match backend {
        DbBackend::Postgres => "'''' || id::text || '''::uuid'",
        _ => "'x''' || hex(id) || ''''",
    };
    let texts: Vec<String> = added
        .from
        .iter()
        .map(|column| format!("COALESCE(\"{column}\", '') AS \"{column}\""))
        .collect();
    let select = format!(
        "SELECT {id} AS literal, {} FROM \"{}\"",
        texts.join(", "),
        added.table
    );
    let rows = db.query_all_raw(Statement::from_string(backend, select)).await?;
    for row in rows {
        let literal: String = row.try_get("", "literal")?;
        let texts = added
            .from
            .iter()
            .map(|column| row.try_get("", column))
            .collect::<Result<Vec<String>, DbErr>>()?;
        let update = Query::update()
            .table(added.table)
            .value(added.column, added.rule.apply(&texts))
            .and_where(Expr::cust(format!("id = {literal}")))
            .to_owned();
        manager.execute(update).await?;
    }
    Ok(())
}

impl Rule {
    fn apply(self, texts: &[String]) -> String {
        match self {
            Self::Search => folded(&texts.join(" ")),
            Self::Sort => {
                let first = texts.iter().find(|text| !text.is_empty());
                first.map_or_else(String::new, |text| folded(text).chars().take(200).collect())
            }
            Self::Number => texts
                .iter()
                .flat_map(|number| number.split('.'))
                .map(|part| format!("{:010}", part.parse().unwrap_or(u32::MAX)))
                .collect::<Vec<_>>()
                .join("."),
        }
    }
}

/// A text in small letters, with one space between words; å as ã, which sorts before ä and ö.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        match letter {
            '\u{300}'..='\u{36f}' => {
                let whole = match (folded.chars().last(), letter) {
                    (Some('a'), '\u{30a}') => 'ã',
                    (Some('a'), '\u{308}') => 'ä',
                    (Some('o'), '\u{308}') => 'ö',
                    (Some('u'), '\u{308}') => 'y',
                    _ => continue,
                };
                folded.pop();
                folded.push(whole);
            }
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            letter if letter.is_whitespace() || letter.is_control() => gap = !folded.is_empty(),
            letter => {
                if gap {
                    folded.push(' ');
                    gap = false;
                }
                folded.extend(letter.to_lowercase().filter_map(|small| match small {
                    'å' => Some('ã'),
                    'é' | 'è' | 'ê' | 'ë' => Some('e'),
                    'à' | 'á' => Some('a'),
                    'ü' => Some('y'),
                    '\u{300}'..='\u{36f}' => None,
                    other => Some(other),
                }));
            }
        }
    }
    folded
}
