//! One version of the judgement of a subject in a report.

use sea_orm::entity::prelude::*;

/// One version of the judgement of a subject in a report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// Area, group or whole.
    pub subject_kind: String,
    /// The area, where it is one.
    pub area_id: Option<Uuid>,
    /// The group, where it is one.
    pub benefit_group_id: Option<Uuid>,
    /// The subject as one text, for uniqueness.
    pub subject_key: String,
    /// Version within the subject, from 1.
    pub number: i32,
    /// The combined level.
    pub level: Option<String>,
    /// Component: delivery.
    pub component_delivery: Option<String>,
    /// Component: expected benefit.
    pub component_expected: Option<String>,
    /// Component: realised benefit.
    pub component_realised: Option<String>,
    /// Why.
    pub motivation: String,
    /// Why it differs from the proposal.
    pub deviation_reason: Option<String>,
    /// How far it has come.
    pub state: String,
    /// The proposal as it stood, in percent.
    pub proposal_percent: Option<String>,
    /// The proposed level as it stood.
    pub proposal_level: Option<String>,
    /// The coverage as it stood.
    pub coverage: Option<String>,
    /// Why it was sent back.
    pub return_note: Option<String>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
