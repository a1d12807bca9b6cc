//! What an event says; can be erased without breaking the chain.

use sea_orm::entity::prelude::*;

/// What an event says; can be erased without breaking the chain.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_payload")]
pub struct Model {
    /// Number of the event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// Random salt; none once erased.
    #[sea_orm(column_type = "Text", nullable)]
    pub salt: Option<String>,
    /// JSON: who, roles, note, before, after; none once erased.
    #[sea_orm(column_type = "Text", nullable)]
    pub payload: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// The event.
    #[sea_orm(
        belongs_to = "super::audit_event::Entity",
        from = "Column::Seq",
        to = "super::audit_event::Column::Seq"
    )]
    Event,
}

impl ActiveModelBehavior for ActiveModel {}

impl Related<super::audit_event::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Event.def()
    }
}
