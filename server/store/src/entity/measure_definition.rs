//! How a measure is defined, from one change to the next.

use sea_orm::entity::prelude::*;

/// How a measure is defined, from one change to the next.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measure_definition")]
pub struct Model {
    /// The measure.
    #[sea_orm(primary_key, auto_increment = false)]
    pub measure_id: Uuid,
    /// 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// From when it holds.
    pub from_day: Option<Date>,
    /// What is counted.
    pub definition: String,
    /// How it is worked out.
    pub formula: Option<String>,
    /// Why it is followed.
    pub rationale: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: String,
    /// How several periods become one.
    pub aggregation: String,
    /// What a ratio is given per.
    pub per: i64,
    /// What the numerator counts.
    pub numerator: Option<String>,
    /// What the denominator counts.
    pub denominator: Option<String>,
    /// How often it is measured.
    pub frequency: Option<String>,
    /// How it can be split, as JSON.
    pub dimensions: String,
    /// What else is to be said.
    pub note: Option<String>,
    /// Why it was changed.
    pub reason: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
