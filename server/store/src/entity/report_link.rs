//! A link by which somebody without an account reads a decided report.

use sea_orm::entity::prelude::*;

/// A link by which somebody without an account reads a decided report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_link")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// Hash of the secret.
    pub token_hash: String,
    /// For whom it was made.
    pub for_whom: String,
    /// The last day on which it leads anywhere.
    pub ends_on: Date,
    /// When it was made.
    pub made_at: i64,
    /// By whom.
    pub made_by: Option<Uuid>,
    /// When somebody last came by it, to a few minutes.
    pub used_at: Option<i64>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<i64>,
    /// By whom.
    pub withdrawn_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
