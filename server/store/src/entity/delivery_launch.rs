//! Something of a delivery put to use.

use sea_orm::entity::prelude::*;

/// Something of a delivery put to use.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_launch")]
pub struct Model {
    /// The delivery.
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// What.
    pub what: String,
    /// When it was planned to be, as the source gives it; none where undated.
    pub planned_text: Option<String>,
    /// Its precision.
    pub planned_precision: Option<String>,
    /// First day that it can mean.
    pub planned_first: Option<Date>,
    /// Last day that it can mean.
    pub planned_last: Option<Date>,
    /// When it was, as the source gives it; none where undated.
    pub actual_text: Option<String>,
    /// Its precision.
    pub actual_precision: Option<String>,
    /// First day that it can mean.
    pub actual_first: Option<Date>,
    /// Last day that it can mean.
    pub actual_last: Option<Date>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
