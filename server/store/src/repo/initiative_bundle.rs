//! An initiative with what hangs on it.

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::id::InitiativeId;
use domain::initiative::Initiative;
use domain::sus::SusEvaluation;
use sea_orm::ConnectionTrait;

use crate::error::Result;
use crate::repo::rows::Pick;
use crate::repo::statement::StatementRecord;
use crate::repo::{benefit, delivery, initiative, statement, sus};
use crate::versioned::Versioned;

/// An initiative with its deliveries, benefits, statements and SUS evaluations, each in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeBundle {
    /// The initiative.
    pub initiative: Versioned<Initiative>,
    /// Its deliveries.
    pub deliveries: Vec<Versioned<Delivery>>,
    /// Its benefits.
    pub benefits: Vec<Versioned<Benefit>>,
    /// The statements on it, in any state.
    pub statements: Vec<StatementRecord>,
    /// SUS evaluations of its deliveries.
    pub sus: Vec<SusEvaluation>,
}

/// Loads a bundle: 17 statements whatever it holds, or 3 where there is no such initiative.
pub async fn initiative_portfolio_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<Option<InitiativeBundle>> {
    let Some(initiative) = initiative::find(db, &Pick::One(id.0)).await?.pop() else {
        return Ok(None);
    };
    let sus = sus::find(db, &Pick::among(sus::ids_of_initiative(id))).await?;
    Ok(Some(InitiativeBundle {
        initiative,
        deliveries: delivery::find(db, &Pick::among(delivery::ids_of_initiative(id))).await?,
        benefits: benefit::find(db, &Pick::among(benefit::ids_of_initiative(id))).await?,
        statements: statement::find(db, &Pick::among(statement::ids_of_initiative(id))).await?,
        sus: sus.into_iter().map(|evaluation| evaluation.value).collect(),
    }))
}
