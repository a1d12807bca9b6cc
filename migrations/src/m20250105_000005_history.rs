//! What the audit page filters by: who, what, when and in which request. The history of one thing has
//! its index from the beginning.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[derive(DeriveIden, Clone, Copy)]
enum AuditEvent {
    Table,
    Seq,
    At,
    ActorId,
    Action,
    RequestId,
}

/// Each index with the column that it begins with; all go on with the number, newest first or last.
const INDEXES: [(&str, AuditEvent); 4] = [
    ("audit_event_at", AuditEvent::At),
    ("audit_event_actor", AuditEvent::ActorId),
    ("audit_event_action", AuditEvent::Action),
    ("audit_event_request", AuditEvent::RequestId),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, column) in INDEXES {
            let index = Index::create()
                .name(name)
                .table(AuditEvent::Table)
                .col(column)
                .col(AuditEvent::Seq)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, _) in INDEXES {
            let index = Index::drop().name(name).table(AuditEvent::Table).to_owned();
            manager.drop_index(index).await?;
        }
        Ok(())
    }
}
