//! A line of an alternative.

use sea_orm::entity::prelude::*;

/// A line of an alternative.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calculation_line")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The alternative.
    pub alternative_id: Uuid,
    /// Order.
    pub ordinal: i32,
    /// What it is.
    pub name: String,
    /// Cost or benefit, and of which kind.
    pub class: String,
    /// The benefit that it values.
    pub benefit_id: Option<Uuid>,
    /// How the amounts were found.
    pub note: Option<String>,
    /// What its amounts were built of, as JSON.
    pub build: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
