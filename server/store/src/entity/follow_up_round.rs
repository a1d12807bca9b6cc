//! A follow-up round.

use sea_orm::entity::prelude::*;

/// A follow-up round.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_round")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The year that it is about.
    pub year: i32,
    /// The part of it.
    pub part: String,
    /// By when answers are wanted.
    pub due: Date,
    /// What those who are asked are told.
    pub message: Option<String>,
    /// How far it has come.
    pub state: String,
    /// The day that it was sent out.
    pub opened_on: Option<Date>,
    /// The day that it was closed.
    pub closed_on: Option<Date>,
    /// Optimistic lock. Answers do not move it.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
