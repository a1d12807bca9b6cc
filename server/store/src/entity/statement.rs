//! A realised-benefit statement.

use sea_orm::entity::prelude::*;

/// A realised-benefit statement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "statement")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The initiative that it concerns.
    pub initiative_id: Uuid,
    /// The delivery that it concerns.
    pub delivery_id: Option<Uuid>,
    /// Order.
    pub ordinal: i32,
    /// What was found, in words.
    pub text: String,
    /// The date that it concerns.
    pub as_of: Date,
    /// That date is a reading.
    pub as_of_interpreted: bool,
    /// What was found.
    pub finding: String,
    /// The finding is a reading.
    pub finding_interpreted: bool,
    /// When it is to be followed up, as the source gives it; none where undated.
    pub follow_up_text: Option<String>,
    /// Its precision.
    pub follow_up_precision: Option<String>,
    /// First day that it can mean.
    pub follow_up_first: Option<Date>,
    /// Last day that it can mean.
    pub follow_up_last: Option<Date>,
    /// The source calls the benefit unexpected.
    pub unplanned: bool,
    /// The unit that has judged.
    pub assessing_unit_id: Option<Uuid>,
    /// How.
    pub method: Option<String>,
    /// What else is to be said.
    pub note: Option<String>,
    /// How far it has come.
    pub state: String,
    /// It came by an import.
    pub imported: bool,
    /// The statement that it takes the place of.
    pub supersedes_id: Option<Uuid>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it.
    pub reviewed_by: Option<Uuid>,
    /// When, in microseconds since 1970.
    pub reviewed_at: Option<i64>,
    /// Its texts as they are searched.
    pub search_text: String,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
