//! Files of the program's own, fitted to an installation: what everything rests on (agency, grading
//! scheme, benefit groups) is the installation's, where it has it, and the file's where it has none.

use std::collections::BTreeMap;

use domain::agency::Agency;
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::level::GradingScheme;
use store::ConnectionTrait;
use store::repo::agency::agency_load;
use store::repo::benefit_group::benefit_group_list;
use store::repo::grading_scheme::grading_scheme_newest;
use uuid::Uuid;

use super::document::Document;
use crate::error::Result;

/// What everything else in an installation rests on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ground {
    /// The agency.
    pub agency: Option<Agency>,
    /// The scheme that a new report is graded with: the newest.
    pub scheme: Option<GradingScheme>,
    /// Benefit groups, in their order.
    pub groups: Vec<BenefitGroup>,
}

impl Ground {
    /// What the installation has of it. Three statements.
    pub(crate) async fn load(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Self> {
        let mut groups: Vec<_> = benefit_group_list(ctx, db)
            .await?
            .into_iter()
            .map(|found| found.value)
            .collect();
        groups.sort_by_key(|group| (group.ordinal, group.id));
        Ok(Self {
            agency: agency_load(ctx, db).await?.map(|found| found.value),
            scheme: grading_scheme_newest(ctx, db).await?.map(|found| found.value),
            groups,
        })
    }

    /// The file as a document that rests on this. `matching` finds the group of the installation that
    /// stands for one of the file's; a group without one stays the file's own.
    pub(crate) fn under(
        &self,
        file: &str,
        matching: impl Fn(&BenefitGroup) -> Option<Uuid>,
    ) -> Result<Document> {
        let read: Document = serde_json::from_str(file)?;
        let mut theirs: BTreeMap<Uuid, Uuid> = BTreeMap::new();
        for group in &read.benefit_groups {
            theirs.extend(matching(group).map(|id| (group.id.0, id)));
        }
        if let Some(scheme) = &self.scheme {
            theirs.extend(read.grading_schemes.iter().map(|of| (of.id.0, scheme.id.0)));
        }
        let mut document: Document = serde_json::from_str(&renamed(file, |id| theirs.get(&id).copied()))?;
        if let Some(agency) = &self.agency {
            document.agency = agency.clone();
        }
        if let Some(scheme) = &self.scheme {
            document.grading_schemes = vec![scheme.clone()];
        }
        for group in &mut document.benefit_groups {
            if let Some(own) = self.groups.iter().find(|own| own.id == group.id) {
                *group = own.clone();
            }
        }
        Ok(document)
    }
}

/// The file with other identities: whatever stands between quotation marks and is one.
pub(crate) fn renamed(file: &str, mut to: impl FnMut(Uuid) -> Option<Uuid>) -> String {
    let parts: Vec<String> = file
        .split('"')
        .map(|part| match part.parse().ok().and_then(&mut to) {
            Some(id) => id.to_string(),
            None => part.to_owned(),
        })
        .collect();
    parts.join("\"")
}
