//! What a measurement can be checked against.

use sea_orm::entity::prelude::*;

/// What a measurement can be checked against.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measurement_proof")]
pub struct Model {
    /// The measurement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub measurement_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// Link, number or file.
    pub kind: String,
    /// Address, number or name of the file.
    pub text: String,
    /// The file.
    pub hash: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
