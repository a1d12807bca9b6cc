//! A benefit's realisation plan.

use sea_orm::entity::prelude::*;

/// A benefit's realisation plan.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "realisation_plan")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The benefit.
    pub benefit_id: Uuid,
    /// Since when there is a plan.
    pub begun_on: Option<Date>,
    /// What has to be in place first.
    pub preconditions: Option<String>,
    /// The unit that follows up.
    pub follow_up_unit_id: Option<Uuid>,
    /// When, as it was given; none where undated.
    pub follow_up_text: Option<String>,
    /// Its precision.
    pub follow_up_precision: Option<String>,
    /// First day that it can mean.
    pub follow_up_first: Option<Date>,
    /// Last day that it can mean.
    pub follow_up_last: Option<Date>,
    /// How.
    pub follow_up_how: Option<String>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
