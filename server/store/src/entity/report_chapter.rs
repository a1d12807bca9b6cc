//! A written chapter of a report.

use sea_orm::entity::prelude::*;

/// A written chapter of a report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_chapter")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// Which chapter.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Order.
    pub ordinal: i32,
    /// The text.
    pub text: String,
    /// Came from the report before, and nobody has gone through it.
    pub carried: bool,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
