//! A text of an assessment that concerns some groups together.

use sea_orm::entity::prelude::*;

/// A text of an assessment that concerns some groups together.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_text")]
pub struct Model {
    /// The assessment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub assessment_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// The text.
    pub text: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
