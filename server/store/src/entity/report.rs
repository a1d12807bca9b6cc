//! A report to the government.

use sea_orm::entity::prelude::*;

/// A report to the government.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The areas that it is written by.
    pub area_set_id: Uuid,
    /// The thresholds that it is graded with.
    pub grading_scheme_id: Uuid,
    /// The day as of which everything is judged.
    pub cut_off: Date,
    /// The assignment’s letter; none without an assignment.
    pub assignment_letter: Option<String>,
    /// Number in the letter.
    pub assignment_number: Option<String>,
    /// What the assignment is called.
    pub assignment_name: Option<String>,
    /// When it is due.
    pub assignment_due: Option<Date>,
    /// To whom.
    pub assignment_recipient: Option<String>,
    /// The report’s own registry number.
    pub registry_number: Option<String>,
    /// Day of the decision; none before it.
    pub decision_on: Option<Date>,
    /// The decider’s title.
    pub decision_decider_title: Option<String>,
    /// Where.
    pub decision_forum: Option<String>,
    /// Registry number of the decision.
    pub decision_registry_number: Option<String>,
    /// Role by which it was decided or recorded here; none where the report came decided.
    pub decision_role: Option<String>,
    /// When that was.
    pub decision_at: Option<i64>,
    /// It was decided elsewhere and recorded here.
    pub decision_elsewhere: bool,
    /// Those who present it.
    pub presenters_json: String,
    /// Requirements that the method chapter lists.
    pub requirements_json: String,
    /// What it rests on.
    pub materials_json: String,
    /// References.
    pub references_json: String,
    /// What the source leaves open.
    pub notes_json: String,
    /// Conflicts between benefit groups.
    pub conflicts_json: String,
    /// How far it has come.
    pub state: String,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
