//! A delivery of an initiative.

use sea_orm::entity::prelude::*;

/// A delivery of an initiative.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The initiative.
    pub initiative_id: Uuid,
    /// The area that it is reported in.
    pub area_id: Option<Uuid>,
    /// Order within the area.
    pub ordinal: i32,
    /// Name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// How far it has come.
    pub status: String,
    /// The status is a reading.
    pub status_interpreted: bool,
    /// What does not fit elsewhere.
    pub note: Option<String>,
    /// Its name as it is searched.
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
