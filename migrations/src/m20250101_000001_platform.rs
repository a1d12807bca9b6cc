//! What every noun stands on: the audit chain with its head, accounts, sessions, one-time links,
//! form drafts and submissions.
//!
//! Moments are microseconds since 1970 (UTC) as integers, alike on both databases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, small_integer, string, text, text_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden)]
enum AuditHead {
    Table,
    Id,
    Seq,
    Hash,
}

#[derive(DeriveIden)]
enum AuditEvent {
    Table,
    Seq,
    At,
    ActorId,
    Action,
    SubjectKind,
    SubjectId,
    RequestId,
    PayloadHash,
    PrevHash,
    Hash,
}

#[derive(DeriveIden)]
enum AuditPayload {
    Table,
    Seq,
    Salt,
    Payload,
}

#[derive(DeriveIden)]
enum Account {
    Table,
    Id,
    Email,
    Name,
    DisabledAt,
    CreatedAt,
    Version,
}

#[derive(DeriveIden)]
enum AccountGrant {
    Table,
    AccountId,
    Ordinal,
    Role,
    ScopeJson,
    ValidFrom,
    ValidTo,
}

#[derive(DeriveIden)]
enum OneTimeLink {
    Table,
    TokenHash,
    AccountId,
    Purpose,
    CreatedAt,
    ExpiresAt,
    UsedAt,
}

#[derive(DeriveIden)]
enum Session {
    Table,
    TokenHash,
    AccountId,
    CreatedAt,
    SeenAt,
    ExpiresAt,
}

#[derive(DeriveIden)]
enum FormDraft {
    Table,
    Key,
    SessionHash,
    Form,
    Submission,
    FieldsJson,
    OutcomeJson,
    CreatedAt,
    ExpiresAt,
}

#[derive(DeriveIden)]
enum FormSubmission {
    Table,
    Submission,
    Form,
    AccountId,
    At,
    Result,
}

const TABLES_WITH_TRIGGERS: [&str; 3] = ["audit_event", "audit_payload", "audit_head"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        audit(manager).await?;
        accounts(manager).await?;
        forms(manager).await?;
        append_only(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in drop_triggers(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        macro_rules! drop {
            ($($table:expr),+) => {$(
                manager.drop_table(Table::drop().table($table).to_owned()).await?;
            )+};
        }
        drop!(
            FormSubmission::Table,
            FormDraft::Table,
            Session::Table,
            OneTimeLink::Table,
            AccountGrant::Table,
            Account::Table,
            AuditPayload::Table,
            AuditEvent::Table,
            AuditHead::Table
        );
        Ok(())
    }
}

async fn audit(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table(AuditHead::Table)
                .col(
                    small_integer(AuditHead::Id)
                        .primary_key()
                        .check(Expr::col(AuditHead::Id).eq(1)),
                )
                .col(big_integer(AuditHead::Seq))
                .col(string(AuditHead::Hash))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(AuditEvent::Table)
                .col(big_integer(AuditEvent::Seq).primary_key())
                .col(big_integer(AuditEvent::At))
                .col(uuid_null(AuditEvent::ActorId))
                .col(string(AuditEvent::Action))
                .col(string(AuditEvent::SubjectKind))
                .col(string(AuditEvent::SubjectId))
                .col(uuid(AuditEvent::RequestId))
                .col(string(AuditEvent::PayloadHash))
                .col(string(AuditEvent::PrevHash))
                .col(string(AuditEvent::Hash))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("audit_event_subject")
                .table(AuditEvent::Table)
                .col(AuditEvent::SubjectKind)
                .col(AuditEvent::SubjectId)
                .col(AuditEvent::Seq)
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(AuditPayload::Table)
                .col(big_integer(AuditPayload::Seq).primary_key())
                .col(text_null(AuditPayload::Salt))
                .col(text_null(AuditPayload::Payload))
                .foreign_key(
                    ForeignKey::create()
                        .name("audit_payload_event")
                        .from(AuditPayload::Table, AuditPayload::Seq)
                        .to(AuditEvent::Table, AuditEvent::Seq)
                        .on_delete(ForeignKeyAction::Restrict),
                )
                .to_owned(),
        )
        .await?;
    // The chain begins with a hash of nothing; the head row is what every writer locks.
    manager
        .execute(
            Query::insert()
                .into_table(AuditHead::Table)
                .columns([AuditHead::Id, AuditHead::Seq, AuditHead::Hash])
                .values_panic([1.into(), 0.into(), "0".repeat(64).into()])
                .to_owned(),
        )
        .await
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table(Account::Table)
                .col(uuid(Account::Id).primary_key())
                .col(ColumnDef::new(Account::Email).string().null().unique_key())
                .col(string(Account::Name))
                .col(big_integer_null(Account::DisabledAt))
                .col(big_integer(Account::CreatedAt))
                .col(integer(Account::Version))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(AccountGrant::Table)
                .col(uuid(AccountGrant::AccountId))
                .col(integer(AccountGrant::Ordinal))
                .col(string(AccountGrant::Role))
                .col(text(AccountGrant::ScopeJson))
                .col(ColumnDef::new(AccountGrant::ValidFrom).date().null())
                .col(ColumnDef::new(AccountGrant::ValidTo).date().null())
                .primary_key(
                    Index::create()
                        .col(AccountGrant::AccountId)
                        .col(AccountGrant::Ordinal),
                )
                .foreign_key(
                    ForeignKey::create()
                        .name("account_grant_account")
                        .from(AccountGrant::Table, AccountGrant::AccountId)
                        .to(Account::Table, Account::Id)
                        .on_delete(ForeignKeyAction::Restrict),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(OneTimeLink::Table)
                .col(string(OneTimeLink::TokenHash).primary_key())
                .col(uuid(OneTimeLink::AccountId))
                .col(string(OneTimeLink::Purpose))
                .col(big_integer(OneTimeLink::CreatedAt))
                .col(big_integer(OneTimeLink::ExpiresAt))
                .col(big_integer_null(OneTimeLink::UsedAt))
                .foreign_key(
                    ForeignKey::create()
                        .name("one_time_link_account")
                        .from(OneTimeLink::Table, OneTimeLink::AccountId)
                        .to(Account::Table, Account::Id)
                        .on_delete(ForeignKeyAction::Restrict),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(Session::Table)
                .col(string(Session::TokenHash).primary_key())
                .col(uuid(Session::AccountId))
                .col(big_integer(Session::CreatedAt))
                .col(big_integer(Session::SeenAt))
                .col(big_integer(Session::ExpiresAt))
                .foreign_key(
                    ForeignKey::create()
                        .name("session_account")
                        .from(Session::Table, Session::AccountId)
                        .to(Account::Table, Account::Id)
                        .on_delete(ForeignKeyAction::Restrict),
                )
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("session_account_id")
                .table(Session::Table)
                .col(Session::AccountId)
                .to_owned(),
        )
        .await
}

async fn forms(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table(FormDraft::Table)
                .col(string(FormDraft::Key).primary_key())
                .col(string(FormDraft::SessionHash))
                .col(string(FormDraft::Form))
                .col(string(FormDraft::Submission))
                .col(text(FormDraft::FieldsJson))
                .col(text(FormDraft::OutcomeJson))
                .col(big_integer(FormDraft::CreatedAt))
                .col(big_integer(FormDraft::ExpiresAt))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("form_draft_expires_at")
                .table(FormDraft::Table)
                .col(FormDraft::ExpiresAt)
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table(FormSubmission::Table)
                .col(string(FormSubmission::Submission).primary_key())
                .col(string(FormSubmission::Form))
                .col(uuid_null(FormSubmission::AccountId))
                .col(big_integer(FormSubmission::At))
                .col(string(FormSubmission::Result))
                .to_owned(),
        )
        .await
}

/// What may not happen: an event changed or deleted, a payload changed other than erased, the head
/// deleted or moved backwards.
async fn append_only(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statements: &[&str] = match manager.get_database_backend() {
        DbBackend::Sqlite => &[
            "CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'audit_event is append only'); END",
            "CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'audit_event is append only'); END",
            "CREATE TRIGGER audit_payload_no_update BEFORE UPDATE ON audit_payload \
             WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq \
             BEGIN SELECT RAISE(ABORT, 'audit_payload may only be erased'); END",
            "CREATE TRIGGER audit_payload_no_delete BEFORE DELETE ON audit_payload \
             BEGIN SELECT RAISE(ABORT, 'audit_payload may only be erased'); END",
            "CREATE TRIGGER audit_head_no_update BEFORE UPDATE ON audit_head \
             WHEN NEW.seq < OLD.seq OR NEW.id <> OLD.id \
             BEGIN SELECT RAISE(ABORT, 'audit_head only moves forward'); END",
            "CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head \
             BEGIN SELECT RAISE(ABORT, 'audit_head stays'); END",
        ],
        _ => &[
            "CREATE FUNCTION audit_event_guard() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION 'audit_event is append only'; END $$",
            "CREATE FUNCTION audit_payload_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP = 'UPDATE' AND NEW.payload IS NULL AND NEW.salt IS NULL AND NEW.seq = OLD.seq \
             THEN RETURN NEW; END IF; \
             RAISE EXCEPTION 'audit_payload may only be erased'; END $$",
            "CREATE FUNCTION audit_head_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP = 'UPDATE' AND NEW.seq >= OLD.seq AND NEW.id = OLD.id THEN RETURN NEW; END IF; \
             RAISE EXCEPTION 'audit_head only moves forward'; END $$",
            "CREATE TRIGGER audit_event_guard BEFORE UPDATE OR DELETE ON audit_event \
             FOR EACH ROW EXECUTE FUNCTION audit_event_guard()",
            "CREATE TRIGGER audit_payload_guard BEFORE UPDATE OR DELETE ON audit_payload \
             FOR EACH ROW EXECUTE FUNCTION audit_payload_guard()",
            "CREATE TRIGGER audit_head_guard BEFORE UPDATE OR DELETE ON audit_head \
             FOR EACH ROW EXECUTE FUNCTION audit_head_guard()",
            "CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_event_guard()",
            "CREATE TRIGGER audit_payload_no_truncate BEFORE TRUNCATE ON audit_payload \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_payload_guard()",
            "CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_head_guard()",
        ],
    };
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

fn drop_triggers(backend: DbBackend) -> Vec<String> {
    match backend {
        DbBackend::Sqlite => TABLES_WITH_TRIGGERS
            .iter()
            .flat_map(|table| ["update", "delete"].map(|what| format!("DROP TRIGGER {table}_no_{what}")))
            .collect(),
        // Triggers fall with their table; the functions are dropped with all that hangs on them.
        _ => TABLES_WITH_TRIGGERS
            .iter()
            .map(|table| format!("DROP FUNCTION {table}_guard() CASCADE"))
            .collect(),
    }
}
