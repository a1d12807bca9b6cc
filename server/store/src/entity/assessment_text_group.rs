//! A group that an assessment’s text concerns.

use sea_orm::entity::prelude::*;

/// A group that an assessment’s text concerns.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_text_group")]
pub struct Model {
    /// The assessment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub assessment_id: Uuid,
    /// Order of the text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub text_ordinal: i32,
    /// The group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_group_id: Uuid,
    /// Order within the text.
    pub ordinal: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
