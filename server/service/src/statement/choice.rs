//! What is chosen in the form of a statement, held against what there is.

use domain::ctx::Ctx;
use domain::form::{FieldErrors, NewStatement, Problem};
use store::ConnectionTrait;
use store::repo::initiative_bundle::InitiativeBundle;

use super::{found, may_be_superseded};
use crate::error::Result;
use crate::form_flow::check_there;
use crate::options::{self, Offer};

/// What was chosen and is no longer there, or is not to be had any more.
pub(super) async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    new: &NewStatement,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    check_there(&mut errors, "delivery", new.delivery, |id| {
        bundle.deliveries.iter().any(|found| found.value.id == *id)
    });
    check_there(&mut errors, "benefits", new.benefits.iter().copied(), |id| {
        bundle.benefits.iter().any(|found| found.value.id == *id)
    });
    let before = bundle.statements.iter().map(|record| &record.statement.value);
    let groups: Vec<_> = before
        .clone()
        .flat_map(|statement| statement.groups.clone())
        .collect();
    let groups = options::groups(ctx, db, Offer::Today(&groups)).await?;
    check_there(&mut errors, "groups", new.groups.iter().copied(), |id| {
        groups.iter().any(|option| option.id == *id)
    });
    if new.assessing_unit.is_some() {
        let units: Vec<_> = before.filter_map(|statement| statement.assessing_unit).collect();
        let units = options::units(ctx, db, Offer::Today(&units)).await?;
        check_there(&mut errors, "assessing_unit", new.assessing_unit, |id| {
            units.iter().any(|option| option.id == *id)
        });
    }
    if let Some(before) = new.supersedes {
        let replaceable = found(bundle, before).is_ok_and(|found| may_be_superseded(bundle, &found.value));
        let own = bundle
            .statements
            .iter()
            .any(|one| one.statement.value.supersedes == Some(before) && one.statement.value.state.is_open());
        if !replaceable && !own {
            let given = before.to_string();
            errors.push("supersedes", Problem::Gone { given });
        }
    }
    Ok(errors)
}
