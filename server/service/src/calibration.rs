//! How promises in kronor have held, and what that would make of a new calculation.

use domain::area::number_order;
use domain::benefit_group::BenefitGroup;
use domain::calculation::Scope;
use domain::calibration::{Calibration, Calibrations, calibrate, in_scope};
use domain::ctx::Ctx;
use domain::id::AreaId;
use domain::policy::{Operation, decide};
use domain::realisation::{Realised, by_benefit};
use domain::sek_value;
use store::ConnectionTrait;
use store::repo::area::area_list;
use store::repo::benefit_group::benefit_group_list;
use store::repo::calibration_material::{CalibrationMaterial, calibration_material_load};

use crate::error::Result;
use crate::services::Services;

/// An area of any set that promises have been kept or broken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalibratedArea {
    /// Its number.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// How promises have held there.
    pub calibration: Calibration,
}

/// How promises have held, as of today.
#[derive(Clone, Debug)]
pub struct CalibrationView {
    /// In the whole; none where no benefit has both promise and outcome.
    pub whole: Option<Calibration>,
    /// In areas, by number.
    pub areas: Vec<CalibratedArea>,
    /// In groups, in their order.
    pub groups: Vec<(BenefitGroup, Calibration)>,
    /// How many benefits have an outcome in kronor at all.
    pub with_outcome: usize,
}

/// What is offered to whoever writes a calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalibrationOffer {
    /// The area that it was seen in; none where it is that of all areas.
    pub area: Option<String>,
    /// How promises have held there, all kronor together.
    pub both: Calibration,
    /// How promises of lower costs and higher income alone have held there; none where none has an outcome.
    pub financial: Option<Calibration>,
}

impl CalibrationOffer {
    /// What holds for a scope.
    pub fn of(&self, scope: Scope) -> Option<Calibration> {
        match scope {
            Scope::Financial => self.financial,
            Scope::FinancialAndRedistribution => Some(self.both),
        }
    }
}

/// How promises have held: by area, by group and in the whole.
pub async fn calibration_view(ctx: &Ctx, services: &Services) -> Result<CalibrationView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let material = calibration_material_load(ctx, db).await?;
    let both = Scope::FinancialAndRedistribution;
    let (found, with_outcome) = calibrations(ctx, &material, both);
    let mut areas: Vec<_> = area_list(ctx, db)
        .await?
        .into_iter()
        .filter_map(|area| Some((found.areas.get(&area.value.id).copied()?, area.value)))
        .collect();
    areas.sort_by_key(|(_, area)| (number_order(&area.number), area.id));
    let mut groups: Vec<_> = benefit_group_list(ctx, db)
        .await?
        .into_iter()
        .filter_map(|group| Some((found.groups.get(&group.value.id).copied()?, group.value)))
        .collect();
    groups.sort_by_key(|(_, group)| (group.ordinal, group.id));
    Ok(CalibrationView {
        whole: found.whole,
        areas: areas
            .into_iter()
            .map(|(calibration, area)| CalibratedArea {
                number: area.number,
                name: area.name,
                calibration,
            })
            .collect(),
        groups: groups
            .into_iter()
            .map(|(calibration, group)| (group, calibration))
            .collect(),
        with_outcome,
    })
}

/// What is offered to a calculation of an initiative in this area: how promises have held there, or else in the whole.
/// Nothing where no outcome is known yet.
pub(crate) async fn calibration_offer(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    area: Option<AreaId>,
) -> Result<Option<CalibrationOffer>> {
    let material = calibration_material_load(ctx, db).await?;
    let (found, _) = calibrations(ctx, &material, Scope::FinancialAndRedistribution);
    let (financial, _) = calibrations(ctx, &material, Scope::Financial);
    let there = area.and_then(|area| Some((area, *found.areas.get(&area)?)));
    let Some((area, both)) = there else {
        let whole = found.whole.map(|both| CalibrationOffer {
            area: None,
            both,
            financial: financial.whole,
        });
        return Ok(whole);
    };
    let financial = financial.areas.get(&area).copied();
    let area = area_list(ctx, db)
        .await?
        .into_iter()
        .find(|one| one.value.id == area)
        .map(|one| format!("{} {}", one.value.number, one.value.name));
    Ok(Some(CalibrationOffer {
        area,
        both,
        financial,
    }))
}

/// As of today, over all years, and how many benefits have an outcome.
fn calibrations(ctx: &Ctx, material: &CalibrationMaterial, scope: Scope) -> (Calibrations, usize) {
    let (promised, values) = in_scope(scope, &material.promised, &material.values);
    let years = (*sek_value::YEARS.start(), *sek_value::YEARS.end());
    let said = by_benefit(&promised, &values, years, ctx.today());
    let with_outcome = material.benefits.iter().filter(|of| {
        let mut years = said.range((of.benefit, i32::MIN)..=(of.benefit, i32::MAX));
        years.any(|(_, year): (_, &Realised)| year.outcome.is_some())
    });
    (calibrate(&material.benefits, &said), with_outcome.count())
}
