//! A statement, built of what was typed and of what its benefits belong to.

use std::collections::BTreeSet;

use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::form::NewStatement;
use domain::id::{BenefitGroupId, DeliveryId, StatementId};
use domain::statement::{ApprovalState, Statement};
use store::repo::initiative_bundle::InitiativeBundle;

use crate::figure::figures;

/// The groups that a statement speaks of: of each benefit that it speaks for those that are ticked, or
/// all where none is, and what else is ticked.
fn spoken_of(bundle: &InitiativeBundle, new: &NewStatement) -> Vec<BenefitGroupId> {
    let mut groups: Vec<BenefitGroupId> = Vec::new();
    let spoken_for = bundle
        .benefits
        .iter()
        .filter(|found| new.benefits.contains(&found.value.id));
    for found in spoken_for {
        let own: Vec<_> = found.value.groups.iter().map(|share| share.group).collect();
        let any_ticked = own.iter().any(|group| new.groups.contains(group));
        let said = own
            .into_iter()
            .filter(|group| !any_ticked || new.groups.contains(group));
        groups.extend(said);
    }
    groups.extend(&new.groups);
    let mut seen = BTreeSet::new();
    groups.retain(|group| seen.insert(*group));
    groups
}

/// The delivery that a statement concerns: the one that is chosen, else that of all its benefits.
fn delivery_of(bundle: &InitiativeBundle, new: &NewStatement) -> Option<DeliveryId> {
    let mut of_benefits = bundle
        .benefits
        .iter()
        .filter(|found| new.benefits.contains(&found.value.id))
        .map(|found| found.value.delivery);
    let first = of_benefits.next().flatten();
    new.delivery
        .or(first.filter(|first| of_benefits.all(|other| other == Some(*first))))
}

pub(super) fn built(
    ctx: &Ctx,
    id: StatementId,
    ordinal: i32,
    new: NewStatement,
    bundle: &InitiativeBundle,
    figures_before: &[Figure],
) -> Statement {
    Statement {
        id,
        initiative: new.initiative,
        delivery: delivery_of(bundle, &new),
        ordinal,
        groups: spoken_of(bundle, &new),
        benefits: new.benefits,
        text: new.text,
        as_of: new.as_of,
        finding: new.finding,
        follow_up: new.follow_up,
        unplanned: new.unplanned,
        assessing_unit: new.assessing_unit,
        method: new.method,
        sources: new.sources,
        figures: figures(ctx, new.figures, figures_before),
        note: new.note,
        state: if new.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
        imported: false,
        supersedes: new.supersedes,
    }
}
