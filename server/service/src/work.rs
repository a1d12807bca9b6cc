//! Work lists: what waits for whom.

mod waiting;

use std::collections::{BTreeMap, BTreeSet};
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

pub(crate) use waiting::{Hands, Waiting};
use waiting::{SHOWN_OF_ONE, waiting};

/// How many things of a kind a list shows before it says how many more there are.
const SHOWN: usize = 15;

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
    items: Vec<Arc<WorkItem>>,
    /// How many statements that are sent in each has written in.
    sent_in: BTreeMap<AccountId, usize>,
    /// The newest report that is open.
    report: Option<ReportHead>,
}

/// What waits as of today, and what it was found in. It takes the whole portfolio to find it: what was found is kept until
/// something happens.
async fn found_work(ctx: &Ctx, services: &Services) -> Result<(Arc<FoundWork>, Source)> {
    let db = services.store.snapshot().await?;
    let (head, day) = (audit_head_load(ctx, &db).await?, ctx.today());
    let make = async {
        let material = work_material_load(ctx, &db, services.store.kept()).await?;
        let mut sent_in = BTreeMap::new();
        let statements = material.statements.iter();
        for logged in statements.filter(|logged| logged.statement.state == ApprovalState::Submitted) {
            for editor in logged.editors.iter().collect::<BTreeSet<_>>() {
                *sent_in.entry(*editor).or_default() += 1;
            }
        }
        let report = material.report.as_ref().map(|open| ReportHead::of(&open.report));
        Ok(FoundWork {
            items: off_thread(move || material.find(day).into_iter().map(Arc::new).collect()).await?,
            sent_in,
            report,
        })
    };
    let source = Source::Day(head, day);
    let found = services.memo.work.of((), source.clone(), make).await?;
    Ok((found, source))
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
    let (found, source) = found_work(ctx, services).await?;
    let held = ctx.roles();
    let sees_all = may(ctx, Operation::UndecidedRead, None);
    let mut lists: Vec<(WorkList, Arc<Waiting>)> = Vec::new();
    for role in WORKING {
        let own = held.contains(&role);
        if !own && !sees_all {
            continue;
        }
        let hands = if own {
            in_role(ctx, role)
        } else {
            anybody(ctx, role)
        };
        let waiting = waiting(services, (&found, &source), role, hands).await?;
        let count = waiting.count();
        lists.push((WorkList { role, own, count }, waiting));
    }
    lists.sort_by_key(|(list, _)| !list.own);
    let shown = match role {
        Some(role) => {
            let asked = lists.iter().find(|(list, _)| list.role == role);
            Some(asked.ok_or(ServiceError::NotFound)?)
        }
        // Whoever has several roles is shown one in which something waits.
        None => {
            let mut own = lists.iter().filter(|(list, _)| list.own);
            own.find(|(list, _)| list.count > 0).or(lists.first())
        }
    };
    let most = if only.is_some() { SHOWN_OF_ONE } else { SHOWN };
    let kinds = shown.into_iter().flat_map(|(_, waiting)| waiting.kinds());
    let sections = kinds
        .filter(|(kind, ..)| only.is_none_or(|only| only == *kind))
        .map(|(kind, count, first)| WorkSection {
            kind,
            count,
            items: first.iter().take(most).map(|item| (**item).clone()).collect(),
        })
        .collect();
    let own_submitted = ctx.account_id().and_then(|id| found.sent_in.get(&id));
    Ok(WorkView {
        waits_for_others: own_submitted.copied().unwrap_or_default(),
        report: found.report.clone(),
        shown: shown.map(|(list, _)| *list),
        lists: lists.iter().map(|(list, _)| *list).collect(),
        sections,
        only,
    })
}

/// The oldest thing of a kind that waits for the actor, in whichever of their roles; none where nothing
/// does.
pub async fn work_next(ctx: &Ctx, services: &Services, kind: WorkKind) -> Result<Option<WorkItem>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let (found, source) = found_work(ctx, services).await?;
    let mut oldest: Option<(usize, WorkItem)> = None;
    for (role, hands) in hands_of(ctx) {
        let waiting = waiting(services, (&found, &source), role, hands).await?;
        // What was found comes the oldest first.
        if let Some((place, item)) = waiting.oldest(kind)
            && oldest.as_ref().is_none_or(|(before, _)| place < *before)
        {
            oldest = Some((place, item.clone()));
        }
    }
    Ok(oldest.map(|(_, item)| item))
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
