//! What was freed and what came in kronor, rolled up: the leaves that a report's model holds, with the names of what they
//! are made of.

use std::collections::{BTreeMap, BTreeSet};

use domain::ctx::Ctx;
use domain::freed_time::TimeTally;
use domain::id::{AreaId, BenefitGroupId, BenefitId, InitiativeId};
use domain::parted::PartedLeaf;
use domain::policy::{Operation, decide, may};
use domain::report_model::ReportModel;
use domain::sek_value::SekTally;
use domain::standing::ReportHead;
use store::repo::freed_time::freed_time_submitted;
use store::repo::initiative::initiative_names;

use crate::error::Result;
use crate::services::Services;
use crate::standing::{chosen, heads, model, reports_newest_first};

/// Leaves, with the names of what they are made of and summed over.
#[derive(Clone, Debug, Default)]
pub struct Realised {
    /// Freed time by benefit and year.
    pub time: Vec<PartedLeaf<TimeTally>>,
    /// Outcomes in kronor by benefit and year.
    pub sek: Vec<PartedLeaf<SekTally>>,
    /// Areas in order: number and name.
    pub areas: Vec<(AreaId, String, String)>,
    /// Groups in order: code and name.
    pub groups: Vec<(BenefitGroupId, String, String)>,
    /// Names of the initiatives that the leaves are of.
    pub initiatives: BTreeMap<InitiativeId, String>,
}

impl Realised {
    /// What a report's model holds. Only the names are looked up.
    pub(crate) async fn of(ctx: &Ctx, services: &Services, model: &ReportModel) -> Result<Self> {
        let (time, sek) = (model.freed_time.clone(), model.sek_outcome.clone());
        Self::of_leaves(ctx, services, model, time, sek).await
    }

    /// The same of one area: what others freed is neither copied nor looked up.
    pub(crate) async fn of_area(
        ctx: &Ctx,
        services: &Services,
        model: &ReportModel,
        area: AreaId,
    ) -> Result<Self> {
        let (time, sek) = (
            in_area(&model.freed_time, area),
            in_area(&model.sek_outcome, area),
        );
        Self::of_leaves(ctx, services, model, time, sek).await
    }

    async fn of_leaves(
        ctx: &Ctx,
        services: &Services,
        model: &ReportModel,
        time: Vec<PartedLeaf<TimeTally>>,
        sek: Vec<PartedLeaf<SekTally>>,
    ) -> Result<Self> {
        let freed = time.iter().map(|leaf| leaf.initiative);
        let ids: BTreeSet<InitiativeId> = freed.chain(sek.iter().map(|leaf| leaf.initiative)).collect();
        let ids: Vec<InitiativeId> = ids.into_iter().collect();
        let names = initiative_names(ctx, services.store.reader(), &ids).await?;
        let areas = model.areas.iter().map(|section| &section.area);
        let groups = model.standing.groups.iter().map(|standing| &standing.group);
        Ok(Self {
            time,
            sek,
            areas: areas
                .map(|area| (area.id, area.number.clone(), area.name.clone()))
                .collect(),
            groups: groups
                .map(|group| (group.id, group.code.clone(), group.name.clone()))
                .collect(),
            initiatives: names.into_iter().collect(),
        })
    }
}

/// The leaves of one area.
fn in_area<T: Clone>(leaves: &[PartedLeaf<T>], area: AreaId) -> Vec<PartedLeaf<T>> {
    let inside = leaves.iter().filter(|leaf| leaf.area == Some(area));
    inside.cloned().collect()
}

/// What the page of freed time shows.
#[derive(Clone, Debug)]
pub struct RealisedView {
    /// Reports to turn to, newest first.
    pub reports: Vec<ReportHead>,
    /// The one that is looked at.
    pub report: ReportHead,
    /// Its leaves.
    pub realised: Realised,
    /// How many entries of freed time are in its scope and years and wait for approval: none of a report that is decided,
    /// which nothing changes any more.
    pub waiting: usize,
    /// The actor may approve freed time, of some benefits or all.
    pub may_approve: bool,
}

/// Freed time and outcomes in kronor of the report with this last year; of the newest where none is asked for. None where
/// there is no report at all.
pub async fn realised_view(
    ctx: &Ctx,
    services: &Services,
    to_year: Option<i32>,
) -> Result<Option<RealisedView>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    if reports.is_empty() && to_year.is_none() {
        return Ok(None);
    }
    let report = chosen(&reports, to_year)?;
    let model = model(ctx, services, report).await?;
    Ok(Some(RealisedView {
        waiting: waiting(ctx, services, &model).await?,
        may_approve: may(ctx, Operation::EvidenceApprove, None),
        realised: Realised::of(ctx, services, &model).await?,
        report: ReportHead::of(report),
        reports: heads(&reports),
    }))
}

async fn waiting(ctx: &Ctx, services: &Services, model: &ReportModel) -> Result<usize> {
    let report = &model.report;
    if report.state.is_decided() {
        return Ok(0);
    }
    let in_scope: BTreeSet<BenefitId> = model
        .areas
        .iter()
        .flat_map(|section| {
            let delivered = section.deliveries.iter().flat_map(|of| &of.benefits);
            delivered.chain(&section.without_delivery)
        })
        .map(|section| section.benefit.id)
        .collect();
    let years = report.from_year..=report.to_year;
    let waiting = freed_time_submitted(ctx, services.store.reader()).await?;
    let of_report = waiting
        .iter()
        .filter(|(benefit, year)| in_scope.contains(benefit) && years.contains(year));
    Ok(of_report.count())
}
