//! A measure.

use sea_orm::entity::prelude::*;

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measure")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// What it is used for.
    pub used_for: String,
    /// Why there is no target level.
    pub without_target: Option<String>,
    /// Last day on which it is followed.
    pub ended: Option<Date>,
    /// Its texts as they are searched.
    pub search_text: String,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
