//! Something announced for later.

use sea_orm::entity::prelude::*;

/// Something announced for later.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_upcoming")]
pub struct Model {
    /// The delivery.
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// What.
    pub what: String,
    /// When, as the source gives it; none where undated.
    pub when_text: Option<String>,
    /// Its precision.
    pub when_precision: String,
    /// First day that it can mean.
    pub when_first: Option<Date>,
    /// Last day that it can mean.
    pub when_last: Option<Date>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
