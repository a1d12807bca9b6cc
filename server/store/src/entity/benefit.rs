//! A benefit.

use sea_orm::entity::prelude::*;

/// A benefit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "benefit")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The initiative that promises it.
    pub initiative_id: Uuid,
    /// The delivery that it comes from.
    pub delivery_id: Option<Uuid>,
    /// Order.
    pub ordinal: i32,
    /// A short name.
    pub title: Option<String>,
    /// What gets better for whom.
    pub description: String,
    /// How it can be valued.
    pub value_class: String,
    /// The unit that answers for its coming.
    pub owner_id: Option<Uuid>,
    /// The unit that receives it.
    pub recipient_id: Option<Uuid>,
    /// From when it is expected.
    pub expected_from: Option<Date>,
    /// Until when it is expected.
    pub expected_to: Option<Date>,
    /// It was not expected beforehand.
    pub unplanned: bool,
    /// Where it stands.
    pub state: String,
    /// Why it cannot be measured.
    pub not_measurable_reason: Option<String>,
    /// The role that approved that.
    pub not_measurable_approver: Option<String>,
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
