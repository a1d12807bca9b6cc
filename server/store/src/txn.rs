use domain::ctx::Ctx;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, EntityTrait, ExecResult,
    IsolationLevel, QueryResult, QuerySelect, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};

use crate::audit::{self, Trail};
use crate::db::Kind;
use crate::entity::audit_head;
use crate::error::{Result, StoreError};
use crate::trouble::LastTrouble;

/// The one transaction that may write. Dropped without [`WriteTxn::commit`] it leaves nothing.
pub struct WriteTxn<'a> {
    txn: DatabaseTransaction,
    head: audit_head::Model,
    ctx: &'a Ctx,
    last_trouble: LastTrouble,
}

impl<'a> WriteTxn<'a> {
    /// Begins, and locks the single row of the audit chain's head, so that both databases have one
    /// writer at a time, sequence is commit order, and rules across rows have no write skew.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that begins a transaction: everybody else comes through here"
    )]
    pub(crate) async fn begin(
        writer: &DatabaseConnection,
        kind: Kind,
        ctx: &'a Ctx,
        last_trouble: LastTrouble,
    ) -> Result<Self> {
        let options = match kind {
            Kind::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            },
            Kind::Postgres => TransactionOptions {
                // Whether it may write is the database's to say: a standby refuses to begin what asks to.
                isolation_level: Some(IsolationLevel::ReadCommitted),
                ..TransactionOptions::default()
            },
        };
        let txn = last_trouble.of(writer.begin_with_options(options).await)?;
        let find = audit_head::Entity::find_by_id(1_i16);
        let find = match kind {
            Kind::Sqlite => find,
            Kind::Postgres => find.lock(LockType::Update),
        };
        let head = last_trouble
            .of(find.one(&txn).await)?
            .ok_or_else(|| StoreError::NotFound {
                table: "audit_head",
                id: "1".to_owned(),
            })?;
        Ok(Self {
            txn,
            head,
            ctx,
            last_trouble,
        })
    }

    /// The number that the first event of this transaction will have.
    pub(crate) fn next_seq(&self) -> i64 {
        self.head.seq.saturating_add(1)
    }

    /// Writes the audit events, moves the head and commits: all of it, or nothing.
    ///
    /// # Errors
    /// Where the trail is empty or the database fails. Nothing is written then, unless the error says that it is unsure.
    pub async fn commit(self, trail: Trail) -> Result<()> {
        let records = trail.into_records();
        if records.is_empty() {
            return Err(StoreError::Unaudited);
        }
        let Self {
            txn,
            head,
            ctx,
            last_trouble,
        } = self;
        let appended = audit::append(&txn, ctx, head, records).await;
        appended.inspect_err(|error| last_trouble.met(error))?;
        match txn.commit().await.map_err(StoreError::from) {
            Ok(()) => {
                last_trouble.over();
                Ok(())
            }
            Err(error) => {
                last_trouble.met(&error);
                Err(error.at_commit())
            }
        }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for WriteTxn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.txn.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.last_trouble.of(self.txn.execute_raw(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.last_trouble.of(self.txn.execute_unprepared(sql).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.last_trouble.of(self.txn.query_one_raw(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.last_trouble.of(self.txn.query_all_raw(statement).await)
    }

    fn support_returning(&self) -> bool {
        self.txn.support_returning()
    }
}
