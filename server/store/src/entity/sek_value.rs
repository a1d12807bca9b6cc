//! What a statement or a measurement says in kronor.

use sea_orm::entity::prelude::*;

/// What a statement or a measurement says in kronor.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sek_value")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The benefit that is worth it.
    pub benefit_id: Uuid,
    /// The statement that it hangs on.
    pub statement_id: Option<Uuid>,
    /// The measurement that it hangs on.
    pub measurement_id: Option<Uuid>,
    /// Öre.
    pub amount: i64,
    /// How often it comes.
    pub frequency: String,
    /// The first year.
    pub from_year: i32,
    /// The last year.
    pub to_year: i32,
    /// The class that it is counted in.
    pub class: String,
    /// How sure it is.
    pub kind: String,
    /// Compared with what.
    pub compared_with: Option<String>,
    /// It is counted in sums.
    pub counts_in_sum: bool,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
