//! One version of a benefit calculation.

use sea_orm::entity::prelude::*;

/// One version of a benefit calculation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calculation")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The initiative.
    pub initiative_id: Uuid,
    /// Its number among the versions of the initiative.
    pub number: i32,
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years from and with the base year.
    pub horizon_years: i32,
    /// Discount rate in millionths of a per cent.
    pub rate_micro: Option<i64>,
    /// Where the rate comes from.
    pub rate_source: Option<String>,
    /// The year whose prices amounts are in.
    pub price_level: Option<i32>,
    /// What happens where nothing is done.
    pub zero_alternative: Option<String>,
    /// What it rests on.
    pub assumptions: Option<String>,
    /// What amounts are shown in.
    pub unit: String,
    /// The alternative that is proposed.
    pub preferred_id: Uuid,
    /// How far it has come.
    pub state: String,
    /// It is what the initiative has promised.
    pub promise: bool,
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
