//! Measures: what is counted, shared by the goals of benefits.

mod form;
mod view;

use domain::ctx::Ctx;
use domain::id::MeasureId;
use domain::measure::Measure;
use domain::policy::Belongs;
use store::repo::measure::measure_load;
use store::repo::measure_ground::{MeasureGround, measure_grounds};
use store::{ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};

pub use form::{MeasureFormView, measure_form, measure_save};
pub use view::{
    GoalUse, MeasureItem, MeasureListView, MeasureView, MeasurementItem, measure_list, measure_view,
};

/// A measure with the benefits whose goals use it.
pub(crate) struct Found {
    pub(crate) measure: Versioned<Measure>,
    pub(crate) ground: Vec<MeasureGround>,
}

impl Found {
    pub(crate) async fn load(ctx: &Ctx, db: &impl ConnectionTrait, id: MeasureId) -> Result<Self> {
        let measure = measure_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
        let ground = measure_grounds(ctx, db, &[id])
            .await?
            .remove(&id)
            .unwrap_or_default();
        Ok(Self { measure, ground })
    }

    pub(crate) fn belongs(&self) -> Belongs {
        belongs(&self.ground)
    }
}

/// What scopes are held against for a measure, and for what is measured of it: whoever answers for one of the benefits
/// that share it may log it. A measure that no benefit uses is nobody's but those who may write everything.
pub(crate) fn belongs(ground: &[MeasureGround]) -> Belongs {
    Belongs {
        portfolios: ground
            .iter()
            .flat_map(|one| one.portfolios.iter().copied())
            .collect(),
        groups: ground.iter().flat_map(|one| one.groups.iter().copied()).collect(),
        units: ground.iter().filter_map(|one| one.owner).collect(),
        editors: Vec::new(),
    }
}
