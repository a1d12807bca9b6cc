//! A connection that knows what is read by it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use crate::whole::TABLES;

/// A connection that notes which of our tables the statements name that go through it.
pub(crate) struct Reading<'a, C> {
    db: &'a C,
    named: Mutex<BTreeSet<&'static str>>,
}

impl<'a, C> Reading<'a, C> {
    pub(super) fn of(db: &'a C) -> Self {
        Self {
            db,
            named: Mutex::default(),
        }
    }

    fn note(&self, sql: &str) {
        let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        // What follows a dot is a column of something, whatever it is called.
        let tables = sql
            .split(|letter: char| letter.is_whitespace() || [',', '(', ')'].contains(&letter))
            .filter_map(|word| word.split('.').next());
        let words: BTreeSet<&str> = tables
            .map(|word| word.trim_matches(|letter| !is_of_name(letter)))
            .collect();
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        named.extend(TABLES.iter().filter(|table| words.contains(**table)));
    }

    /// The tables that have been named so far.
    pub(super) fn named(&self) -> BTreeSet<&'static str> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait::async_trait]
impl<C: ConnectionTrait> ConnectionTrait for Reading<'_, C> {
    fn get_database_backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.note(&statement.sql);
        self.db.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.note(sql);
        self.db.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.note(&statement.sql);
        self.db.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.note(&statement.sql);
        self.db.query_all_raw(statement).await
    }

    fn support_returning(&self) -> bool {
        self.db.support_returning()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_tell_their_tables_and_no_columns() {
        let reading = Reading::of(&());
        reading.note(
            r#"SELECT "figure"."unit", area."report" FROM "figure" LEFT JOIN (SELECT * FROM benefit) AS "b" ON TRUE"#,
        );
        assert_eq!(reading.named(), ["area", "benefit", "figure"].into());
    }
}
