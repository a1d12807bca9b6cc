//! A portfolio that an initiative belongs to.

use sea_orm::entity::prelude::*;

/// A portfolio that an initiative belongs to.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative_portfolio")]
pub struct Model {
    /// The initiative.
    #[sea_orm(primary_key, auto_increment = false)]
    pub initiative_id: Uuid,
    /// The portfolio.
    #[sea_orm(primary_key, auto_increment = false)]
    pub portfolio_id: Uuid,
    /// Order.
    pub ordinal: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
