//! Benefit calculations: written, sent, approved by somebody else, and held as what was promised.

mod alternative;
mod build;
mod file;
mod form;
mod lines;
mod list;
mod step;
mod view;

pub use alternative::{AlternativeChange, calculation_alternative};
pub use build::{CostOption, LineBuildView, LineBuilt, line_build_form, line_build_save};
pub use file::calculation_lines_read;
pub use form::{CalculationFormView, RateFrom, calculation_form, calculation_save};
pub use lines::calculation_lines_save;
pub use list::{CalculationItem, CalculationListView, calculation_list};
pub(crate) use step::promise_at_decision;
pub use step::{CalculationStep, calculation_new_version, calculation_step};
pub(crate) use view::summaries;
pub use view::{
    AlternativeResult, CalculationSummary, CalculationVersion, CalculationView, Comparison, calculation_view,
};

use domain::calculation::Calculation;
use domain::ctx::Ctx;
use domain::id::{BenefitId, CalculationId};
use domain::policy::{Belongs, Operation, decide};
use store::ConnectionTrait;
use store::repo::calculation::{CalculationRecord, calculation_load};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs;
use crate::options::BenefitOption;

/// A calculation with the initiative that it belongs to.
struct Found {
    record: CalculationRecord,
    bundle: InitiativeBundle,
}

impl Found {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, id: CalculationId) -> Result<Self> {
        let record = calculation_load(ctx, db, id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        let initiative = record.calculation.value.initiative;
        let bundle = initiative_portfolio_load(ctx, db, initiative).await?;
        let bundle = bundle.ok_or(ServiceError::NotFound)?;
        Ok(Self { record, bundle })
    }

    fn value(&self) -> &Calculation {
        &self.record.calculation.value
    }

    fn version(&self) -> i32 {
        self.record.calculation.version
    }

    /// What rights are held against. Whoever has edited any of it is its editor.
    fn belongs(&self) -> Belongs {
        Belongs {
            editors: self.record.editors.clone(),
            ..belongs(&self.bundle)
        }
    }

    /// One that may still be written on, for those who may write it.
    async fn writable(ctx: &Ctx, db: &impl ConnectionTrait, id: CalculationId) -> Result<Self> {
        let found = Self::load(ctx, db, id).await?;
        decide(ctx, Operation::CalculationWrite, Some(&found.belongs()))?;
        Ok(found)
    }
}

/// The initiative's benefits to tie lines to.
fn benefit_options(bundle: &InitiativeBundle) -> Vec<BenefitOption> {
    let benefits = bundle.benefits.iter().map(|found| &found.value);
    benefits
        .map(|benefit| BenefitOption {
            id: benefit.id,
            delivery: benefit.delivery,
            name: benefit
                .title
                .clone()
                .unwrap_or_else(|| benefit.description.clone()),
            promise: benefit.title.as_ref().map(|_| benefit.description.clone()),
            expected_from: benefit.expected_from,
            figures: Vec::new(),
        })
        .collect()
}

fn has_benefit(bundle: &InitiativeBundle, id: BenefitId) -> bool {
    bundle.benefits.iter().any(|found| found.value.id == id)
}
