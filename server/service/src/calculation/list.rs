use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::id::InitiativeId;
use domain::policy::{Operation, decide};
use domain::register::folded;
use domain::statement::ApprovalState;
use store::repo::calculation::{CalculationRow, calculation_row_list};

use crate::error::Result;
use crate::services::Services;

/// Lines that a page shows; who looks for more narrows the search.
const MOST: usize = 200;

/// An initiative's calculation: its newest version, and whether any is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationItem {
    /// The newest version.
    pub newest: CalculationRow,
    /// The number of the version that is promised, where one is.
    pub promised: Option<i32>,
}

/// The calculations of all initiatives.
#[derive(Clone, Debug)]
pub struct CalculationListView {
    /// One line an initiative, by name.
    pub items: Vec<CalculationItem>,
    /// How many fit, shown or not.
    pub fitting: usize,
    /// How many initiatives have one.
    pub all: usize,
    /// How many of them have promised something.
    pub promised: usize,
    /// What is looked for.
    pub search: String,
    /// The state that is asked for.
    pub state: Option<ApprovalState>,
}

/// The calculations of all initiatives whose name has all words of the search, and whose newest version is in the state
/// that is asked for. One statement.
pub async fn calculation_list(
    ctx: &Ctx,
    services: &Services,
    search: &str,
    state: Option<ApprovalState>,
) -> Result<CalculationListView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let rows = calculation_row_list(ctx, services.store.reader()).await?;
    let mut by_initiative: BTreeMap<InitiativeId, CalculationItem> = BTreeMap::new();
    for row in rows {
        let promised = row.promise.then_some(row.number);
        // By number: the last one of an initiative is its newest.
        let before = by_initiative.get(&row.initiative).and_then(|item| item.promised);
        let item = CalculationItem {
            promised: promised.or(before),
            newest: row,
        };
        by_initiative.insert(item.newest.initiative, item);
    }
    let all = by_initiative.len();
    let promised = by_initiative
        .values()
        .filter(|item| item.promised.is_some())
        .count();
    let wanted = folded(search);
    let fits = |item: &CalculationItem| {
        let name = folded(&item.newest.name);
        wanted.split(' ').all(|word| name.contains(word))
            && state.is_none_or(|state| item.newest.state == state)
    };
    let mut items: Vec<CalculationItem> = by_initiative.into_values().filter(fits).collect();
    items.sort_by_cached_key(|item| (folded(&item.newest.name), item.newest.id));
    let fitting = items.len();
    items.truncate(MOST);
    Ok(CalculationListView {
        items,
        fitting,
        all,
        promised,
        search: search.trim().to_owned(),
        state,
    })
}
