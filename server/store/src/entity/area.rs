//! An investment area.

use sea_orm::entity::prelude::*;

/// An investment area.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "area")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its set.
    pub area_set_id: Uuid,
    /// Number in the report, unique in the set.
    pub number: String,
    /// Name.
    pub name: String,
    /// Why it exists.
    pub purpose: String,
    /// Which effects are expected.
    pub expected_effects: String,
    /// What does not fit elsewhere.
    pub note: Option<String>,
    /// Its number as it sorts.
    pub sort_number: String,
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
