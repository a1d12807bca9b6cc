//! The guided start: what to do first, by whom, in an installation that is not filled yet.

use domain::ctx::Ctx;
use domain::id::InitiativeId;
use domain::policy::{Operation, decide, may, roles_that_may};
use domain::role::Role;
use domain::start::{StartCounts, StartState, StartStep, is_started};
use store::ConnectionTrait;
use store::repo::start::{StartRow, start_counts};

use crate::error::Result;
use crate::example::is_loaded;
use crate::services::Services;

/// A step, as whoever asks sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartStepView {
    /// Which.
    pub step: StartStep,
    /// How far it has come.
    pub state: StartState,
    /// Whoever asks may take it.
    pub may: bool,
    /// The roles that may.
    pub roles: Vec<Role>,
}

/// What can be done with the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleState {
    /// It can be loaded: there is no portfolio yet.
    Offered,
    /// It is loaded.
    Loaded,
    /// There is a portfolio of one's own.
    Taken,
}

/// The guided start.
#[derive(Clone, Debug)]
pub struct StartView {
    /// All steps, in order.
    pub steps: Vec<StartStepView>,
    /// How much there is.
    pub counts: StartCounts,
    /// The one initiative that there is: what hangs on an initiative goes there.
    pub only_initiative: Option<InitiativeId>,
    /// All is there that an installation needs.
    pub is_started: bool,
    /// What can be done with the example.
    pub example: ExampleState,
    /// Whoever asks may load and remove it.
    pub may_load: bool,
}

/// What is done, what comes next, and who does it.
pub async fn start_view(ctx: &Ctx, services: &Services) -> Result<StartView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = services.store.reader();
    let row = start_counts(ctx, db).await?;
    let counts = known(ctx, &row);
    let example = match (counts.area_sets, counts.initiatives, counts.reports) {
        (0, 0, 0) => ExampleState::Offered,
        _ if is_loaded(ctx, db).await? => ExampleState::Loaded,
        _ => ExampleState::Taken,
    };
    let step = |step: StartStep| StartStepView {
        step,
        state: step.state(&counts),
        may: may(ctx, step.operation(), None),
        roles: roles_that_may(step.operation()),
    };
    Ok(StartView {
        steps: StartStep::ALL.map(step).to_vec(),
        counts,
        only_initiative: row.first_initiative.filter(|_| counts.initiatives == 1),
        is_started: is_started(&counts),
        example,
        may_load: may(ctx, Operation::StructureWrite, None),
    })
}

/// Whether something is left of the guided start, as far as whoever asks may know. One statement.
pub(crate) async fn is_anything_left(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<bool> {
    let row = start_counts(ctx, db).await?;
    Ok(!is_started(&known(ctx, &row)))
}

/// Whoever may not read what is undecided knows of decided gradings alone.
fn known(ctx: &Ctx, row: &StartRow) -> StartCounts {
    let mut counts = row.counts;
    if may(ctx, Operation::UndecidedRead, None) {
        counts.graded = row.graded_or_sent;
    }
    counts
}
