//! The example that can be loaded into an installation without a portfolio, and removed again.
//!
//! What belongs to it, what goes with it and what stands in its way is the rule of [`domain::example`].
//! It is an ordinary portfolio in the exchange format, part of the program, with identities that never
//! change: loading it is an import. Where the installation has an agency, a grading scheme or groups with
//! the codes that the example uses, the example rests on those.
//!
//! Removing it is one transaction with one audit event. The events of what was done to its things before
//! stay: the chain only grows. Whoever confirms has been shown what goes; if that is something else by
//! then, they are shown it again.

use std::collections::BTreeMap;

use domain::ctx::{Actor, Ctx};
use domain::example::{Gone, Holdings, Removal, removal};
use domain::policy::{Operation, decide};
use store::repo::exchange::{Everything, exchange_load};
use store::repo::part::{initiative_is_any, part_delete};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail, Versioned};

use crate::error::Result;
use crate::exchange::founded::Ground;
use crate::exchange::{Document, document_import, sha256};
use crate::services::Services;

/// The example, as it is where an installation has nothing.
const EXAMPLE: &str = include_str!("../../demo/example.json");

/// Where the guided start is, which tells how loading and removing went.
const START: &str = "/kom-igang";
/// Where it is confirmed that the example is removed.
const CONFIRM: &str = "/kom-igang/exempel";

/// What removing the example means.
#[derive(Clone, Debug)]
pub struct ExampleView {
    /// What goes, stays and stands in the way; none where the example is not loaded.
    pub removal: Option<Removal>,
    /// Names what is shown, so that nothing else goes.
    pub seen: String,
}

/// Loads the example, where there is no portfolio yet; answers where to go on.
pub async fn example_load(ctx: &Ctx, services: &Services) -> Result<String> {
    decide(ctx, Operation::StructureWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let stored = exchange_load(ctx, &txn).await?;
    let there = holdings(&stored);
    if there.has_example(&brought()?) {
        return Ok(format!("{START}?klart=exempel-finns"));
    }
    if !there.is_without_portfolio() {
        return Ok(format!("{START}?klart=exempel-inte-tomt"));
    }
    let ground = Ground::load(ctx, &txn).await?;
    let by_code = |code: &str| ground.groups.iter().find(|own| own.code == code);
    let document = ground.under(EXAMPLE, |group| by_code(&group.code).map(|own| own.id.0))?;
    // Nobody here has written what the example brings: whoever loads it may approve what waits in it. The
    // transaction keeps who did it, for the audit log.
    let nobody = Ctx {
        actor: Actor::Operator,
        ..ctx.clone()
    };
    document_import(&nobody, txn, &document, &stored, &sha256(EXAMPLE), "example.load").await?;
    Ok(format!("{START}?klart=exempel-inlast"))
}

/// What removing the example means, for whoever is to confirm it.
pub async fn example_view(ctx: &Ctx, services: &Services) -> Result<ExampleView> {
    decide(ctx, Operation::StructureWrite, None)?;
    let stored = exchange_load(ctx, &services.store.snapshot().await?).await?;
    let removal = planned(&stored)?;
    let seen = removal.as_ref().map(|removal| seen(&removal.gone)).transpose()?;
    Ok(ExampleView {
        removal,
        seen: seen.unwrap_or_default(),
    })
}

/// Removes the example with all that hangs on it, given that this is what was shown; answers where to go
/// on.
pub async fn example_remove(ctx: &Ctx, services: &Services, shown: &str) -> Result<String> {
    decide(ctx, Operation::StructureWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let Some(removal) = planned(&exchange_load(ctx, &txn).await?)? else {
        return Ok(format!("{START}?klart=exempel-borta"));
    };
    if !removal.in_the_way.is_empty() {
        return Ok(CONFIRM.to_owned());
    }
    if seen(&removal.gone)? != shown {
        return Ok(format!("{CONFIRM}?klart=annat"));
    }
    match part_delete(ctx, &txn, &removal.gone).await {
        Ok(()) => {}
        // Something that the rule does not know of refers to it: nothing goes.
        Err(StoreError::Reference(_)) => return Ok(format!("{CONFIRM}?klart=anvands")),
        Err(other) => return Err(other.into()),
    }
    let counts: BTreeMap<&str, u32> = removal
        .going
        .iter()
        .map(|(kind, of)| (kind.code(), of.brought + of.added))
        .collect();
    let record = AuditRecord::new("example.remove", "portfolio", sha256(EXAMPLE)).before(&counts)?;
    txn.commit(Trail::one(record)).await?;
    Ok(format!("{START}?klart=exempel-borttaget"))
}

/// Whether the example is loaded. One statement.
pub(crate) async fn is_loaded(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<bool> {
    let its = brought()?.initiatives;
    Ok(initiative_is_any(ctx, db, its.into_iter().map(|of| of.id)).await?)
}

/// What the example brings where there is nothing.
fn brought() -> Result<Holdings> {
    let document: Document = serde_json::from_str(EXAMPLE)?;
    Ok(Holdings {
        agency: Some(document.agency),
        grading_schemes: document.grading_schemes,
        units: document.units,
        benefit_groups: document.benefit_groups,
        portfolios: document.portfolios,
        area_sets: document.area_sets,
        areas: document.areas,
        initiatives: document.initiatives,
        deliveries: document.deliveries,
        benefits: document.benefits,
        realisation_plans: document.realisation_plans,
        calculations: document.calculations,
        measures: document.measures,
        effect_goals: document.effect_goals,
        measurements: document.measurements,
        statements: document.statements,
        freed_times: document.freed_times,
        sek_values: document.sek_values,
        sus_evaluations: document.sus_evaluations,
        reports: document.reports,
        assessments: document.assessments,
        follow_up_rounds: document.follow_up_rounds,
    })
}

fn holdings(stored: &Everything) -> Holdings {
    fn values<T: Clone>(all: &[Versioned<T>]) -> Vec<T> {
        all.iter().map(|of| of.value.clone()).collect()
    }
    Holdings {
        agency: stored.agency.as_ref().map(|of| of.value.clone()),
        grading_schemes: values(&stored.grading_schemes),
        units: values(&stored.units),
        benefit_groups: values(&stored.benefit_groups),
        portfolios: values(&stored.portfolios),
        area_sets: values(&stored.area_sets),
        areas: values(&stored.areas),
        initiatives: values(&stored.initiatives),
        deliveries: values(&stored.deliveries),
        benefits: values(&stored.benefits),
        realisation_plans: values(&stored.realisation_plans),
        calculations: values(&stored.calculations),
        measures: values(&stored.measures),
        effect_goals: values(&stored.effect_goals),
        measurements: values(&stored.measurements),
        statements: values(&stored.statements),
        freed_times: values(&stored.freed_times),
        sek_values: values(&stored.sek_values),
        sus_evaluations: values(&stored.sus_evaluations),
        reports: values(&stored.reports),
        assessments: values(&stored.assessments),
        follow_up_rounds: values(&stored.follow_up_rounds),
    }
}

fn planned(stored: &Everything) -> Result<Option<Removal>> {
    let (example, there) = (brought()?, holdings(stored));
    Ok(there.has_example(&example).then(|| removal(&example, &there)))
}

/// A name of what goes: another one as soon as anything else goes.
fn seen(gone: &Gone) -> Result<String> {
    Ok(sha256(&serde_json::to_string(gone)?))
}
