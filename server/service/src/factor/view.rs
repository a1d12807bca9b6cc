use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use domain::ctx::Ctx;
use domain::factor::{Factor, FactorKind, FactorValue};
use domain::id::{AccountId, FactorId};
use domain::policy::{Operation, Refusal, decide, may};
use domain::statement::ApprovalState;
use store::repo::account::account_names;
use store::repo::factor::{ValueReview, factor_library};

use super::Found;
use crate::error::Result;
use crate::services::Services;

/// A factor in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorItem {
    /// The factor.
    pub factor: Factor,
    /// The value that holds today, where one does.
    pub in_force: Option<FactorValue>,
    /// Values that wait for approval.
    pub submitted: usize,
    /// Values that are being written, or were sent back.
    pub open: usize,
}

/// The library.
#[derive(Clone, Debug)]
pub struct FactorListView {
    /// Factors by kind and name; those that have ended last.
    pub factors: Vec<FactorItem>,
    /// The day as of which values hold.
    pub today: NaiveDate,
    /// The actor may write in it.
    pub may_write: bool,
}

/// The library as of today.
pub async fn factor_list(ctx: &Ctx, services: &Services) -> Result<FactorListView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let library = factor_library(ctx, services.store.reader()).await?;
    let today = ctx.today();
    let item = |factor: Factor| {
        let states = || factor.values.iter().map(|value| value.state);
        FactorItem {
            in_force: factor.in_force(today).cloned(),
            submitted: states()
                .filter(|state| *state == ApprovalState::Submitted)
                .count(),
            open: states().filter(|state| state.is_open()).count(),
            factor,
        }
    };
    let mut factors: Vec<FactorItem> = library.into_iter().map(item).collect();
    let place = |kind: FactorKind| FactorKind::ALL.iter().position(|one| *one == kind);
    factors.sort_by_key(|item| {
        let factor = &item.factor;
        (
            factor.has_ended(today),
            place(factor.kind),
            factor.name.to_lowercase(),
            factor.id,
        )
    });
    Ok(FactorListView {
        factors,
        today,
        may_write: may(ctx, Operation::FactorWrite, None),
    })
}

/// A value on the page of its factor.
#[derive(Clone, Debug)]
pub struct FactorValueView {
    /// The value.
    pub value: FactorValue,
    /// It is the one that holds today.
    pub in_force: bool,
    /// Everybody who has edited it.
    pub written_by: Vec<String>,
    /// Who reviewed it, and when.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// What the reviewer said.
    pub note: Option<String>,
    /// It waits for approval, and the actor may give it; or why not. None where they have no such right at all.
    pub review: Option<std::result::Result<(), Refusal>>,
}

/// What a factor's page shows.
#[derive(Clone, Debug)]
pub struct FactorView {
    /// The factor.
    pub factor: Factor,
    /// Its version, for whoever takes a step.
    pub version: i32,
    /// The value that holds today, where one does.
    pub in_force: Option<FactorValue>,
    /// Its values, the newest first.
    pub values: Vec<FactorValueView>,
    /// The day as of which values hold.
    pub today: NaiveDate,
    /// The actor may write in it.
    pub may_write: bool,
}

/// A factor with all its values, and what the actor may do with them.
pub async fn factor_view(ctx: &Ctx, services: &Services, id: FactorId) -> Result<FactorView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = Found::load(ctx, db, id).await?;
    let reviews = &found.0.reviews;
    let people = |review: &ValueReview| {
        review
            .editors
            .iter()
            .copied()
            .chain(review.by)
            .collect::<Vec<_>>()
    };
    let people: BTreeSet<AccountId> = reviews.values().flat_map(people).collect();
    let names = account_names(ctx, db, &people).await?;
    let factor = found.value();
    let (today, may_write) = (ctx.today(), may(ctx, Operation::FactorWrite, None));
    let in_force = factor.in_force(today).cloned();
    let mut values: Vec<(usize, FactorValueView)> = factor
        .values
        .iter()
        .map(|value| value_view(ctx, &found, value, in_force.as_ref(), &names))
        .enumerate()
        .collect();
    values.sort_by_key(|(place, view)| (view.value.from, *place));
    Ok(FactorView {
        factor: factor.clone(),
        version: found.version(),
        values: values.into_iter().rev().map(|(_, view)| view).collect(),
        in_force,
        today,
        may_write,
    })
}

fn value_view(
    ctx: &Ctx,
    found: &Found,
    value: &FactorValue,
    in_force: Option<&FactorValue>,
    names: &HashMap<AccountId, String>,
) -> FactorValueView {
    let review = found.0.reviews.get(&value.id).cloned().unwrap_or_default();
    let submitted = value.state == ApprovalState::Submitted;
    let belongs = found.belongs(value.id);
    let asked = submitted.then(|| decide(ctx, Operation::FactorApprove, Some(&belongs)));
    let name = |id: &AccountId| names.get(id).cloned();
    FactorValueView {
        in_force: in_force.is_some_and(|held| held.id == value.id),
        written_by: review.editors.iter().filter_map(name).collect(),
        reviewed: review.by.as_ref().and_then(name).zip(review.at),
        note: review.note,
        review: asked.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
        value: value.clone(),
    }
}
