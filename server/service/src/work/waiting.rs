//! What of all that waits is a role's: looked for once for the same hands, until something happens or the day turns.

use std::sync::Arc;

use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::role::{Grant, Holder, Role};
use domain::work::{WorkItem, WorkKind};

use super::FoundWork;
use crate::error::Result;
use crate::memo::Source;
use crate::off_thread::off_thread;
use crate::services::Services;

/// How many things of one kind are told of at most.
pub(super) const SHOWN_OF_ONE: usize = 500;

/// Whose list it is: everything that decides what they may do, so that what was found for others is never theirs.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Hands {
    role: Role,
    account: Option<AccountId>,
    grants: Vec<Grant>,
    others: Option<Arc<[Holder]>>,
}

impl Hands {
    fn of(ctx: &Ctx, role: Role) -> Self {
        let grants = match &ctx.actor {
            Actor::Account { grants, .. } => grants.clone(),
            Actor::Anonymous | Actor::Operator => Vec::new(),
        };
        Self {
            role,
            account: ctx.account_id(),
            grants,
            others: ctx.others.clone(),
        }
    }
}

/// What waits for a role: how much of each kind, and the first of it.
pub(crate) struct Waiting {
    /// By kind, in their order, without kinds of which there is nothing.
    kinds: Vec<OfKind>,
}

struct OfKind {
    kind: WorkKind,
    count: usize,
    /// Where the oldest stands in what was found.
    place: usize,
    /// The first of them.
    first: Vec<Arc<WorkItem>>,
}

impl Waiting {
    /// What of all that was found waits for the role. It comes by kind, as it was found.
    fn in_role(found: &[Arc<WorkItem>], role: Role, hands: &Ctx) -> Self {
        let mut kinds: Vec<OfKind> = Vec::new();
        for (place, item) in found.iter().enumerate() {
            if !item.waits_for(role, hands) {
                continue;
            }
            match kinds.last_mut().filter(|of_kind| of_kind.kind == item.kind) {
                Some(of_kind) => {
                    of_kind.count += 1;
                    if of_kind.first.len() < SHOWN_OF_ONE {
                        of_kind.first.push(item.clone());
                    }
                }
                None => kinds.push(OfKind {
                    kind: item.kind,
                    count: 1,
                    place,
                    first: vec![item.clone()],
                }),
            }
        }
        Self { kinds }
    }

    /// How much there is.
    pub(super) fn count(&self) -> usize {
        self.kinds.iter().map(|of_kind| of_kind.count).sum()
    }

    /// Of each kind how much there is, and the first of it.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (WorkKind, usize, &[Arc<WorkItem>])> {
        let kinds = self.kinds.iter();
        kinds.map(|of_kind| (of_kind.kind, of_kind.count, of_kind.first.as_slice()))
    }

    /// The oldest of a kind, and where it stands in what was found.
    pub(super) fn oldest(&self, kind: WorkKind) -> Option<(usize, &WorkItem)> {
        let of_kind = self.kinds.iter().find(|of_kind| of_kind.kind == kind)?;
        Some((of_kind.place, of_kind.first.first()?))
    }
}

/// What waits for these hands in a role, of what was found from a source.
pub(super) async fn waiting(
    services: &Services,
    (found, source): (&Arc<FoundWork>, &Source),
    role: Role,
    hands: Ctx,
) -> Result<Arc<Waiting>> {
    let of = Hands::of(&hands, role);
    let found = found.clone();
    let make = off_thread(move || Waiting::in_role(&found.items, role, &hands));
    services.memo.waiting.of(of, source.clone(), make).await
}
