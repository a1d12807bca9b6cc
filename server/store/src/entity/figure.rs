//! A number that a source states: of a delivery, a benefit or a statement.

use sea_orm::entity::prelude::*;

/// A number that a source states: of a delivery, a benefit or a statement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The delivery that it describes; exactly one of the three is set.
    pub delivery_id: Option<Uuid>,
    /// The benefit whose expectation it belongs to.
    pub benefit_id: Option<Uuid>,
    /// The statement that holds it.
    pub statement_id: Option<Uuid>,
    /// Order.
    pub ordinal: i32,
    /// What it counts.
    pub what: String,
    /// The value without its decimal point.
    pub value_mantissa: i64,
    /// Decimals of the value.
    pub value_scale: i16,
    /// Upper end without its decimal point.
    pub value_to_mantissa: Option<i64>,
    /// Decimals of the upper end.
    pub value_to_scale: Option<i16>,
    /// Unit as the source writes it.
    pub unit: String,
    /// The source says “about”.
    pub approximate: bool,
    /// Period as the source writes it.
    pub period: Option<String>,
    /// What it is in its story.
    pub role: String,
    /// The role is a reading.
    pub role_interpreted: bool,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
