//! What a factor is from a day.

use sea_orm::entity::prelude::*;

/// What a factor is from a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "factor_value")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The factor.
    pub factor_id: Uuid,
    /// Order in which values were last written.
    pub ordinal: i32,
    /// The first day on which it holds.
    pub valid_from: Date,
    /// The value's digits.
    pub value_mantissa: i64,
    /// How many of them are decimals.
    pub value_scale: i16,
    /// The year whose prices it is in.
    pub price_level: Option<i32>,
    /// Where it comes from.
    pub source: String,
    /// How far it has come.
    pub state: String,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it.
    pub reviewed_by: Option<Uuid>,
    /// When, in microseconds since 1970.
    pub reviewed_at: Option<i64>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
