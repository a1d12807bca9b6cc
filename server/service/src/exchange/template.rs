use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use uuid::Uuid;

use super::founded::{Ground, renamed};
use crate::error::Result;
use crate::id::new_id;
use crate::services::Services;

/// One of each thing, with words that say what belongs there.
const TEMPLATE: &str = include_str!("../../../demo/template.json");

/// A file to fill in and import: one of each thing, all fields written out. It rests on the agency, the
/// groups and the scheme of the installation, where there are any, so that an import leaves them alone;
/// all other identities are new each time, so that two filled-in files never write over each other.
pub async fn portfolio_template(ctx: &Ctx, services: &Services) -> Result<Vec<u8>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let ground = Ground::load(ctx, services.store.reader()).await?;
    let mut fresh: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    let file = renamed(TEMPLATE, |id| {
        Some(*fresh.entry(id).or_insert_with(|| new_id(ctx)))
    });
    // Its one group is an example of any: the first of the installation's own.
    let first = ground.groups.first().map(|group| group.id.0);
    let mut document = ground.under(&file, |_| first)?;
    if first.is_some() {
        document.benefit_groups = ground.groups;
    }
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}
