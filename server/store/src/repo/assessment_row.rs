//! How an assessment stands in its tables.

use std::collections::HashMap;

use domain::assessment::{Assessment, AssessmentSubject, Components, GroupText};
use domain::id::{AreaId, BenefitGroupId};
use domain::percent::Percent;
use domain::standing::ProposalThen;
use rust_decimal::Decimal;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::entity::{assessment, assessment_text, assessment_text_group};
use crate::error::Result;
use crate::repo::assessment::{AssessmentRecord, KeptProposal};
use crate::repo::codec::Row;
use crate::repo::rows::{Stamp, insert_rows};

const TABLE: &str = "assessment";

/// The subject as one text: what is unique within a report.
pub(crate) fn subject_key(subject: AssessmentSubject) -> String {
    match subject {
        AssessmentSubject::Area(id) => format!("area:{id}"),
        AssessmentSubject::Group(id) => format!("group:{id}"),
        AssessmentSubject::Whole => "whole".to_owned(),
    }
}

pub(crate) fn row(assessment: &Assessment, number: i32, stamp: Stamp) -> Result<assessment::Model> {
    let place = Row::of(TABLE, assessment.id.0);
    let level = |level: Option<_>| level.map(|level| place.code_of(&level)).transpose();
    let (kind, area, group) = match assessment.subject {
        AssessmentSubject::Area(id) => ("area", Some(id.0), None),
        AssessmentSubject::Group(id) => ("group", None, Some(id.0)),
        AssessmentSubject::Whole => ("whole", None, None),
    };
    Ok(assessment::Model {
        id: assessment.id.0,
        report_id: assessment.report.0,
        subject_kind: kind.to_owned(),
        area_id: area,
        benefit_group_id: group,
        subject_key: subject_key(assessment.subject),
        number,
        level: level(assessment.level)?,
        component_delivery: level(assessment.components.delivery)?,
        component_expected: level(assessment.components.expected)?,
        component_realised: level(assessment.components.realised)?,
        motivation: assessment.motivation.clone(),
        deviation_reason: assessment.deviation_reason.clone(),
        state: assessment.state.code().to_owned(),
        proposal_percent: None,
        proposal_level: None,
        coverage: None,
        return_note: None,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

pub(crate) async fn insert_children(db: &impl ConnectionTrait, assessments: &[Assessment]) -> Result<()> {
    let texts = assessments.iter().flat_map(|one| {
        (0..)
            .zip(&one.group_texts)
            .map(|(ordinal, text)| assessment_text::Model {
                assessment_id: one.id.0,
                ordinal,
                text: text.text.clone(),
            })
    });
    insert_rows::<assessment_text::Entity>(db, texts.collect()).await?;
    let groups = assessments.iter().flat_map(|one| {
        (0..).zip(&one.group_texts).flat_map(move |(text_ordinal, text)| {
            (0..)
                .zip(&text.groups)
                .map(move |(ordinal, group)| assessment_text_group::Model {
                    assessment_id: one.id.0,
                    text_ordinal,
                    benefit_group_id: group.0,
                    ordinal,
                })
        })
    });
    insert_rows::<assessment_text_group::Entity>(db, groups.collect()).await
}

pub(crate) fn read(
    row: assessment::Model,
    texts: Vec<assessment_text::Model>,
    groups: Vec<assessment_text_group::Model>,
) -> Result<AssessmentRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let subject = match (row.subject_kind.as_str(), row.area_id, row.benefit_group_id) {
        ("area", Some(area), None) => AssessmentSubject::Area(AreaId(area)),
        ("group", None, Some(group)) => AssessmentSubject::Group(BenefitGroupId(group)),
        ("whole", None, None) => AssessmentSubject::Whole,
        (kind, ..) => return Err(place.damaged(format_args!("“{kind}” does not fit its area and group"))),
    };
    let percent = |text: String| {
        text.parse::<Decimal>()
            .map(Percent::new)
            .map_err(|error| place.damaged(error))
    };
    let assessment = Assessment {
        id: row.id.into(),
        report: row.report_id.into(),
        subject,
        level: place.optional_code(row.level.as_deref())?,
        components: Components {
            delivery: place.optional_code(row.component_delivery.as_deref())?,
            expected: place.optional_code(row.component_expected.as_deref())?,
            realised: place.optional_code(row.component_realised.as_deref())?,
        },
        motivation: row.motivation,
        group_texts: group_texts(texts, groups),
        deviation_reason: row.deviation_reason,
        state: place.code(&row.state)?,
    };
    let then = ProposalThen {
        percent: row.proposal_percent.map(percent).transpose()?,
        level: place.optional_code(row.proposal_level.as_deref())?,
    };
    let proposal = row.coverage.map(|coverage| KeptProposal { then, coverage });
    Ok(AssessmentRecord {
        assessment: stamp.on(assessment),
        number: row.number,
        proposal,
        return_note: row.return_note,
    })
}

fn group_texts(
    texts: Vec<assessment_text::Model>,
    groups: Vec<assessment_text_group::Model>,
) -> Vec<GroupText> {
    let mut by_text: HashMap<i32, Vec<Uuid>> = HashMap::new();
    for link in groups {
        by_text
            .entry(link.text_ordinal)
            .or_default()
            .push(link.benefit_group_id);
    }
    texts
        .into_iter()
        .map(|text| GroupText {
            groups: by_text
                .remove(&text.ordinal)
                .unwrap_or_default()
                .into_iter()
                .map(BenefitGroupId)
                .collect(),
            text: text.text,
        })
        .collect()
}
