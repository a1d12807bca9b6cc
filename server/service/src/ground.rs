//! What the scopes of roles are held against.

use domain::id::BenefitId;
use domain::policy::Belongs;
use store::repo::statement_ground::StatementGround;

/// For an initiative as a whole.
pub(crate) fn belongs(ground: &StatementGround) -> Belongs {
    let owners = ground.benefits.iter().filter_map(|benefit| benefit.owner);
    Belongs {
        portfolios: ground.portfolios.clone(),
        groups: ground
            .benefits
            .iter()
            .flat_map(|benefit| benefit.groups.iter().copied())
            .collect(),
        units: ground.owner.into_iter().chain(owners).collect(),
        editors: Vec::new(),
    }
}

/// For something that speaks for these benefits: each has to be in scope. What speaks for none is held
/// against the initiative as a whole.
pub(crate) fn belongs_each(ground: &StatementGround, benefits: &[BenefitId]) -> Vec<Belongs> {
    let spoken_for = ground
        .benefits
        .iter()
        .filter(|benefit| benefits.contains(&benefit.id));
    let named: Vec<Belongs> = spoken_for
        .map(|benefit| Belongs {
            portfolios: ground.portfolios.clone(),
            groups: benefit.groups.clone(),
            units: benefit.owner.into_iter().collect(),
            editors: Vec::new(),
        })
        .collect();
    if named.is_empty() {
        vec![belongs(ground)]
    } else {
        named
    }
}
