//! What a benefit freed in a year.

use sea_orm::entity::prelude::*;

/// What a benefit freed in a year.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "freed_time")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The benefit.
    pub benefit_id: Uuid,
    /// The year.
    pub year: i32,
    /// What the amount is in.
    pub unit: String,
    /// Digits of the amount.
    pub amount_mantissa: i64,
    /// How many of them are decimals.
    pub amount_scale: i16,
    /// The factor's value that it was turned into hours by.
    pub factor_value_id: Option<Uuid>,
    /// Digits of the hours.
    pub hours_mantissa: i64,
    /// How many of them are decimals.
    pub hours_scale: i16,
    /// Where it is known from.
    pub note: Option<String>,
    /// How far it has come.
    pub state: String,
    /// The entry that it corrects.
    pub supersedes_id: Option<Uuid>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Account that reviewed it.
    pub reviewed_by: Option<Uuid>,
    /// When, in microseconds since 1970.
    pub reviewed_at: Option<i64>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
