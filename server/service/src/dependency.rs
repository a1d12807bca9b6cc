use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::id::InitiativeId;
use domain::initiative::{Initiative, depends_on_itself};
use domain::policy::{Operation, decide};
use store::repo::initiative::{initiative_list, initiative_update};
use store::{AuditRecord, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::initiative::writable;
use crate::kept_note::NOT_FIRST;
use crate::options::InitiativeName;
use crate::services::Services;

/// Most initiatives that a search for something to depend on shows.
const MOST_FOUND: usize = 20;

/// What an initiative depends on, and what else there is.
#[derive(Clone, Debug)]
pub struct DependencyView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Its version.
    pub version: i32,
    /// What it depends on, by name.
    pub depends_on: Vec<InitiativeName>,
    /// What was searched for.
    pub search: String,
    /// What fits the search and may be depended on, by name; none without a search.
    pub found: Vec<InitiativeName>,
    /// More than these fit.
    pub more: bool,
}

/// What an initiative depends on, and what fits a search for something else that it could depend on.
pub async fn dependency_view(
    ctx: &Ctx,
    services: &Services,
    id: InitiativeId,
    search: &str,
) -> Result<DependencyView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let initiative = writable(ctx, db, id).await?.initiative;
    let mut all: Vec<Initiative> = initiative_list(ctx, db)
        .await?
        .into_iter()
        .map(|found| found.value)
        .collect();
    all.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
    let named = |one: &Initiative| InitiativeName {
        id: one.id,
        name: one.name.clone(),
    };
    let depends_on = all
        .iter()
        .filter(|one| initiative.value.depends_on.contains(&one.id))
        .map(named)
        .collect();
    let words = search.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let graph = graph(&all);
    let mut found: Vec<InitiativeName> = all
        .iter()
        .filter(|one| !words.is_empty() && words.iter().all(|word| one.name.to_lowercase().contains(word)))
        .filter(|one| !initiative.value.depends_on.contains(&one.id))
        .filter(|one| !depends_on_itself(id, one.id, |of| graph.get(&of).cloned().unwrap_or_default()))
        .map(named)
        .collect();
    let more = found.len() > MOST_FOUND;
    found.truncate(MOST_FOUND);
    Ok(DependencyView {
        initiative: named(&initiative.value),
        version: initiative.version,
        depends_on,
        search: search.trim().to_owned(),
        found,
        more,
    })
}

fn graph(all: &[Initiative]) -> BTreeMap<InitiativeId, Vec<InitiativeId>> {
    all.iter().map(|one| (one.id, one.depends_on.clone())).collect()
}

/// Says that an initiative depends on another, or that it no longer does. Answers where to go on.
pub async fn initiative_depend(
    ctx: &Ctx,
    services: &Services,
    id: InitiativeId,
    version: i32,
    on: InitiativeId,
    depends: bool,
) -> Result<String> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let before = writable(ctx, &txn, id).await?.initiative;
    let goto = |notice: &str| format!("/initiativ/{id}/beroenden?klart={notice}");
    let mut after = before.value.clone();
    if depends {
        let all: Vec<Initiative> = initiative_list(ctx, &txn)
            .await?
            .into_iter()
            .map(|found| found.value)
            .collect();
        if !all.iter().any(|one| one.id == on) {
            return Err(ServiceError::NotFound);
        }
        let graph = graph(&all);
        if depends_on_itself(id, on, |of| graph.get(&of).cloned().unwrap_or_default()) {
            return Ok(goto("krets"));
        }
        if !after.depends_on.contains(&on) {
            after.depends_on.push(on);
        }
    } else {
        after.depends_on.retain(|other| *other != on);
    }
    if after == before.value {
        return Ok(goto("beroende"));
    }
    match initiative_update(ctx, &txn, &after, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("initiative.change", "initiative", id)
        .before(&before.value)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto("beroende"))
}
