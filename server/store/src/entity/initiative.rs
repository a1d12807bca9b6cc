//! A development initiative.

use sea_orm::entity::prelude::*;

/// A development initiative.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// It is a development object.
    pub development_object: bool,
    /// Since when, where known.
    pub development_object_since: Option<Date>,
    /// Size.
    pub size: String,
    /// Default area of its deliveries.
    pub area_id: Option<Uuid>,
    /// The unit that owns it.
    pub owner_id: Option<Uuid>,
    /// Day of introduction that a law fixes.
    pub statutory_on: Option<Date>,
    /// Where it stands.
    pub status: String,
    /// The status is a reading.
    pub status_interpreted: bool,
    /// Year that it began.
    pub started_year: Option<i32>,
    /// Strategic focus area.
    pub focus_area: Option<String>,
    /// A free label.
    pub label: Option<String>,
    /// The label is a reading.
    pub label_interpreted: bool,
    /// It is invented, to show how one is followed.
    pub example: bool,
    /// Its name as it sorts.
    pub sort_name: String,
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
