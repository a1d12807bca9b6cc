//! Work lists: what waits for whom.

use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Operation, decide, may};
use domain::role::Role;
use domain::standing::ReportHead;
use domain::statement::ApprovalState;
use domain::work::{WORKING, WorkItem, WorkKind, anybody, in_role};
use store::repo::audit_event::audit_head_load;
use store::repo::work_material::work_material_load;

use crate::error::{Result, ServiceError};
use crate::memo::Source;
use crate::off_thread::off_thread;
use crate::services::Services;

/// How many things of a kind a list shows before it says how many more there are.
const SHOWN: usize = 15;
/// How many it shows of the one kind that is asked for.
const SHOWN_OF_ONE: usize = 500;

/// A role's list, to turn to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkList {
    /// Whose.
    pub role: Role,
    /// The actor holds the role; else it is what waits for all who do.
    pub own: bool,
    /// How many things there are to do in it.
    pub count: usize,
}

/// What waits, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkSection {
    /// The kind.
    pub kind: WorkKind,
    /// How many things there are.
    pub count: usize,
    /// The first of them.
    pub items: Vec<WorkItem>,
}

/// A work list.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// Lists that can be turned to: first the actor's own.
    pub lists: Vec<WorkList>,
    /// The one that is shown; none where the actor's roles have none and they see no others'.
    pub shown: Option<WorkList>,
    /// What waits, by kind, without kinds of which there is nothing.
    pub sections: Vec<WorkSection>,
    /// The one kind that was asked for.
    pub only: Option<WorkKind>,
    /// Statements that are sent in and that the actor has written in: they wait for somebody else.
    pub waits_for_others: usize,
    /// The newest report that is open.
    pub report: Option<ReportHead>,
}

/// What waits for anybody, whoever asks.
pub(crate) struct FoundWork {
    /// Everything, by kind, then the oldest first.
    items: Vec<WorkItem>,
    /// Who has written in each statement that is sent in.
    sent_in: Vec<Vec<AccountId>>,
    /// The newest report that is open.
    report: Option<ReportHead>,
}

/// What waits as of today. It takes the whole portfolio to find it: what was found is kept until something happens.
async fn found_work(ctx: &Ctx, services: &Services) -> Result<Arc<FoundWork>> {
    let db = services.store.snapshot().await?;
    let (head, day) = (audit_head_load(ctx, &db).await?, ctx.today());
    let make = async {
        let material = work_material_load(ctx, &db, services.store.kept()).await?;
        let sent_in = material.statements.iter();
        let sent_in = sent_in.filter(|logged| logged.statement.state == ApprovalState::Submitted);
        let sent_in = sent_in.map(|logged| logged.editors.clone()).collect();
        let report = material.report.as_ref().map(|open| ReportHead::of(&open.report));
        Ok(FoundWork {
            items: off_thread(move || material.find(day)).await?,
            sent_in,
            report,
        })
    };
    services.memo.work.of((), Source::Day(head, day), make).await
}

/// The list of a role: where none is asked for, the first of the actor's in which something waits. Those who read what is
/// undecided may turn to every role's; others see their own.
pub async fn work_view(
    ctx: &Ctx,
    services: &Services,
    role: Option<Role>,
    only: Option<WorkKind>,
) -> Result<WorkView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let found = found_work(ctx, services).await?;
    let held = ctx.roles();
    let sees_all = may(ctx, Operation::UndecidedRead, None);
    let hands = |role: Role| {
        if held.contains(&role) {
            in_role(ctx, role)
        } else {
            anybody(ctx, role)
        }
    };
    let waiting = |role: Role| -> Vec<&WorkItem> {
        let hands = hands(role);
        let items = found.items.iter();
        items.filter(|item| item.waits_for(role, &hands)).collect()
    };
    let mut lists: Vec<WorkList> = WORKING
        .into_iter()
        .map(|role| (role, held.contains(&role)))
        .filter(|(_, own)| *own || sees_all)
        .map(|(role, own)| WorkList {
            role,
            own,
            count: waiting(role).len(),
        })
        .collect();
    lists.sort_by_key(|list| !list.own);
    let shown = match role {
        Some(role) => Some(
            *lists
                .iter()
                .find(|list| list.role == role)
                .ok_or(ServiceError::NotFound)?,
        ),
        // Whoever has several roles is shown one in which something waits.
        None => {
            let mut own = lists.iter().filter(|list| list.own);
            own.find(|list| list.count > 0).or(lists.first()).copied()
        }
    };
    let waiting = shown.map_or_else(Vec::new, |list| waiting(list.role));
    let most = if only.is_some() { SHOWN_OF_ONE } else { SHOWN };
    let sections = WorkKind::ALL
        .into_iter()
        .filter(|kind| only.is_none_or(|only| only == *kind))
        .map(|kind| {
            let of_kind = || waiting.iter().filter(move |item| item.kind == kind);
            WorkSection {
                kind,
                count: of_kind().count(),
                items: of_kind().take(most).map(|item| (*item).clone()).collect(),
            }
        })
        .filter(|section| section.count > 0)
        .collect();
    let own_submitted = found
        .sent_in
        .iter()
        .filter(|editors| ctx.account_id().is_some_and(|id| editors.contains(&id)));
    Ok(WorkView {
        waits_for_others: own_submitted.count(),
        report: found.report.clone(),
        lists,
        shown,
        sections,
        only,
    })
}

/// The oldest thing of a kind that waits for the actor, in whichever of their roles; none where nothing
/// does.
pub async fn work_next(ctx: &Ctx, services: &Services, kind: WorkKind) -> Result<Option<WorkItem>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let found = found_work(ctx, services).await?;
    let hands = hands_of(ctx);
    let waits = |item: &WorkItem| hands.iter().any(|(role, hands)| item.waits_for(*role, hands));
    let mut items = found.items.iter();
    Ok(items.find(|item| item.kind == kind && waits(item)).cloned())
}

/// The actor in each of their roles alone.
pub(crate) fn hands_of(ctx: &Ctx) -> Vec<(Role, Ctx)> {
    let roles = ctx.roles().into_iter();
    roles.map(|role| (role, in_role(ctx, role))).collect()
}

/// What waits for the actor, in whichever of their roles: each thing once.
pub(crate) fn waiting_for<'a>(ctx: &Ctx, found: &'a [WorkItem]) -> Vec<&'a WorkItem> {
    let hands = hands_of(ctx);
    let waits = |item: &&WorkItem| hands.iter().any(|(role, hands)| item.waits_for(*role, hands));
    found.iter().filter(waits).collect()
}
