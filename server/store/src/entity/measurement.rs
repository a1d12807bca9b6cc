//! A measurement.

use sea_orm::entity::prelude::*;

/// A measurement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measurement")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What was measured.
    pub measure_id: Uuid,
    /// By which definition.
    pub definition: i32,
    /// First day of the period.
    pub first_day: Date,
    /// Last day of the period.
    pub last_day: Date,
    /// The period was not complete.
    pub preliminary: bool,
    /// Digits of the value.
    pub value_mantissa: Option<i64>,
    /// Its number of decimals.
    pub value_scale: Option<i16>,
    /// Digits of the numerator.
    pub numerator_mantissa: Option<i64>,
    /// Its number of decimals.
    pub numerator_scale: Option<i16>,
    /// Digits of the denominator.
    pub denominator_mantissa: Option<i64>,
    /// Its number of decimals.
    pub denominator_scale: Option<i16>,
    /// The same by part, as JSON.
    pub splits: String,
    /// Where it was taken from.
    pub source: String,
    /// What else is to be said.
    pub comment: Option<String>,
    /// How far it has come.
    pub state: String,
    /// It came by an import.
    pub imported: bool,
    /// The measurement that this one corrects.
    pub supersedes_id: Option<Uuid>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it.
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
