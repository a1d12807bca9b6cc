//! What is written about benefit groups in a report.

use crate::assessment::{Assessment, AssessmentSubject};
use crate::standing::GroupStanding;

/// The groups that somebody has written about, in the order of the groups, each with its assessment. One without a text,
/// or of a group that the report does not have, is left out.
pub fn motivated<'a>(
    assessments: &'a [Assessment],
    groups: &'a [GroupStanding],
) -> Vec<(&'a GroupStanding, &'a Assessment)> {
    let written = assessments
        .iter()
        .filter(|assessment| !assessment.motivation.trim().is_empty());
    let mut found: Vec<_> = written
        .filter_map(|assessment| {
            let AssessmentSubject::Group(id) = assessment.subject else {
                return None;
            };
            let of = groups.iter().find(|of| of.group.id == id)?;
            Some((of, assessment))
        })
        .collect();
    found.sort_by_key(|(of, _)| (of.group.ordinal, of.group.id));
    found
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::assessment::{AssessmentState, Components};
    use crate::benefit_group::{BenefitGroup, GroupKind};
    use crate::id::{AssessmentId, BenefitGroupId, ReportId};
    use crate::rollup::Tally;

    fn id(number: u128) -> BenefitGroupId {
        BenefitGroupId(Uuid::from_u128(number))
    }

    fn group(number: u128, ordinal: i32) -> GroupStanding {
        GroupStanding {
            group: BenefitGroup {
                id: id(number),
                code: format!("g{number}"),
                name: format!("Grupp {number}"),
                short_name: format!("G{number}"),
                kind: GroupKind::Internal,
                ordinal,
                ended_on: None,
            },
            tally: Tally::default(),
            proposal: None,
            assessment: None,
        }
    }

    fn about(subject: AssessmentSubject, motivation: &str) -> Assessment {
        Assessment {
            id: AssessmentId(Uuid::from_u128(9)),
            report: ReportId(Uuid::from_u128(8)),
            subject,
            level: None,
            components: Components::default(),
            motivation: motivation.to_owned(),
            group_texts: Vec::new(),
            deviation_reason: None,
            state: AssessmentState::Decided,
        }
    }

    #[test]
    fn only_groups_of_the_report_that_somebody_has_written_about_in_their_order() {
        let groups = [group(1, 3), group(2, 1), group(3, 2)];
        let of = |number| AssessmentSubject::Group(id(number));
        let assessments = [
            about(of(1), "Sist."),
            about(AssessmentSubject::Whole, "Om helheten."),
            about(of(2), "Först."),
            about(of(3), "  \n"),
            about(of(4), "Om en grupp som inte finns."),
        ];
        let found = motivated(&assessments, &groups);
        let told: Vec<&str> = found.iter().map(|(_, one)| one.motivation.as_str()).collect();
        assert_eq!(told, ["Först.", "Sist."]);
    }
}
