//! Registers: a page of what is asked for, or all of it for a file.

use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::{InitiativeId, StatementId};
use domain::policy::{Operation, Refusal, decide, may};
use domain::register::{BenefitFilter, Filter, InitiativeFilter, Query, RegisterKind, StatementFilter};
use domain::statement::ApprovalState;
use store::ConnectionTrait;
use store::repo::audit_event::audit_head_load;
use store::repo::benefit_row::{BenefitRow, benefit_page, benefit_rows, benefits_found};
use store::repo::initiative_row::{InitiativeRow, initiative_page, initiative_rows, initiatives_found};
use store::repo::register_found::{Found, Tally};
use store::repo::register_page::Page;
use store::repo::saved_view::{SavedView, saved_view_list};
use store::repo::statement_ground::statement_grounds;
use store::repo::statement_row::{
    StatementRow, statement_page, statement_rows, statement_rows_named, statements_found,
};

use crate::bulk_approval::review_answer;
use crate::error::Result;
use crate::memo::Source;
use crate::options::{self, AreaOption, GroupOption, Offer, PortfolioOption, UnitOption};
use crate::services::Services;
use crate::token::new_token;

/// What stands around the rows of a register.
#[derive(Clone, Debug)]
pub struct RegisterFrame {
    /// Areas to choose from.
    pub areas: Vec<AreaOption>,
    /// Groups to choose from, and to name those of rows.
    pub groups: Vec<GroupOption>,
    /// Portfolios to choose from.
    pub portfolios: Vec<PortfolioOption>,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// Views that the actor has kept, by name.
    pub views: Vec<SavedView>,
    /// The actor is somebody who can keep views.
    pub may_keep: bool,
}

/// A page of a register.
#[derive(Clone, Debug)]
pub struct RegisterView<R> {
    /// The rows.
    pub page: Page<R>,
    /// How many there are.
    pub tally: Tally,
    /// What stands around them.
    pub frame: RegisterFrame,
}

/// The register of initiatives.
pub type InitiativeRegister = RegisterView<InitiativeRow>;

/// A page of the register of statements.
#[derive(Clone, Debug)]
pub struct StatementRegister {
    /// The page.
    pub view: RegisterView<StatementRow>,
    /// Those of the page that the actor may approve.
    pub approvable: Vec<StatementId>,
    /// Those that wait, but not for the actor, who has edited them.
    pub own: Vec<StatementId>,
    /// The actor approves statements at all.
    pub may_approve: bool,
    /// Names the sending of the form that approves.
    pub submission: String,
    /// The statements that a receipt tells of.
    pub named: Vec<StatementRow>,
}

/// All rows that are asked for, in order.
#[derive(Clone, Debug)]
pub struct RegisterRows<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// Groups to name those of rows.
    pub groups: Vec<GroupOption>,
}

/// A page of the register of initiatives.
pub async fn initiative_register(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<InitiativeFilter>,
) -> Result<InitiativeRegister> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = found(ctx, services, (db, asked), initiatives_found(ctx, db, asked)).await?;
    Ok(RegisterView {
        page: initiative_page(ctx, db, asked, &found).await?,
        tally: found.tally,
        frame: frame(ctx, db, InitiativeFilter::KIND).await?,
    })
}

/// A page of the register of benefits.
pub async fn benefit_register(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<BenefitFilter>,
) -> Result<RegisterView<BenefitRow>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = found(ctx, services, (db, asked), benefits_found(ctx, db, asked)).await?;
    Ok(RegisterView {
        page: benefit_page(ctx, db, asked, &found).await?,
        tally: found.tally,
        frame: frame(ctx, db, BenefitFilter::KIND).await?,
    })
}

/// A page of the register of statements, with what the actor may approve of it. `named` are statements
/// that a receipt tells of, wherever they stand.
pub async fn statement_register(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<StatementFilter>,
    named: &[StatementId],
) -> Result<StatementRegister> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = found(ctx, services, (db, asked), statements_found(ctx, db, asked)).await?;
    let page = statement_page(ctx, db, asked, &found).await?;
    let may_approve = may(ctx, Operation::EvidenceApprove, None);
    let (mut approvable, mut own) = (Vec::new(), Vec::new());
    if may_approve {
        let waiting = page
            .rows
            .iter()
            .filter(|row| row.state == ApprovalState::Submitted);
        let waiting: Vec<&StatementRow> = waiting.collect();
        let mut initiatives: Vec<InitiativeId> = waiting.iter().map(|row| row.initiative).collect();
        initiatives.sort();
        initiatives.dedup();
        let grounds = statement_grounds(ctx, db, &initiatives).await?;
        for row in waiting {
            match review_answer(ctx, row, &grounds) {
                Ok(()) => approvable.push(row.id),
                Err(Refusal::OwnWork) => own.push(row.id),
                Err(_) => {}
            }
        }
    }
    let named = if named.is_empty() {
        Vec::new()
    } else {
        statement_rows_named(ctx, db, named).await?
    };
    Ok(StatementRegister {
        view: RegisterView {
            page,
            tally: found.tally,
            frame: frame(ctx, db, StatementFilter::KIND).await?,
        },
        approvable,
        own,
        may_approve,
        submission: new_token()?,
        named,
    })
}

/// All initiatives that are asked for, whatever the page.
pub async fn initiative_list(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<InitiativeFilter>,
) -> Result<RegisterRows<InitiativeRow>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = services.store.reader();
    Ok(RegisterRows {
        rows: initiative_rows(ctx, db, asked).await?,
        groups: Vec::new(),
    })
}

/// All benefits that are asked for, whatever the page.
pub async fn benefit_list(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<BenefitFilter>,
) -> Result<RegisterRows<BenefitRow>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    Ok(RegisterRows {
        rows: benefit_rows(ctx, db, asked).await?,
        groups: options::groups(ctx, db, Offer::Ever).await?,
    })
}

/// All statements that are asked for, whatever the page.
pub async fn statement_list(
    ctx: &Ctx,
    services: &Services,
    asked: &Query<StatementFilter>,
) -> Result<RegisterRows<StatementRow>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    Ok(RegisterRows {
        rows: statement_rows(ctx, db, asked).await?,
        groups: options::groups(ctx, db, Offer::Ever).await?,
    })
}

/// What is asked for, found anew only where something has happened since somebody asked for the same.
async fn found<F: Filter>(
    ctx: &Ctx,
    services: &Services,
    (db, asked): (&impl ConnectionTrait, &Query<F>),
    find: impl Future<Output = store::Result<Found>>,
) -> Result<Arc<Found>> {
    let source = Source::Event(audit_head_load(ctx, db).await?);
    // A statement may be asked for by who has written it.
    let asking = ctx.account_id().filter(|_| F::KIND == RegisterKind::Statements);
    let selection = (F::KIND, asked.to_query(), asking);
    let find = async { Ok(find.await?) };
    services.memo.found.of(selection, source, find).await
}

async fn frame(ctx: &Ctx, db: &impl ConnectionTrait, kind: RegisterKind) -> Result<RegisterFrame> {
    let views = match ctx.account_id() {
        Some(account) => saved_view_list(ctx, db, account, kind).await?,
        None => Vec::new(),
    };
    Ok(RegisterFrame {
        areas: options::areas(ctx, db, Offer::Ever).await?,
        groups: options::groups(ctx, db, Offer::Ever).await?,
        portfolios: options::portfolios(ctx, db, Offer::Ever).await?,
        units: options::units(ctx, db, Offer::Ever).await?,
        views,
        may_keep: ctx.account_id().is_some(),
    })
}
