//! Where some of the freed time went.

use sea_orm::entity::prelude::*;

/// Where some of the freed time went.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "freed_time_disposition")]
pub struct Model {
    /// The entry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub freed_time_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// What it was turned into.
    pub kind: String,
    /// Digits of the hours.
    pub hours_mantissa: Option<i64>,
    /// How many of them are decimals.
    pub hours_scale: Option<i16>,
    /// In words.
    pub text: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
