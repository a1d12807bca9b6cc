//! The factor library: written by the steering unit, each value approved by somebody who has not edited it, and read by
//! all who read the portfolio.

mod form;
mod step;
mod value;
mod view;

pub use form::{FactorFormView, factor_form, factor_save};
pub use step::{FactorStep, factor_step};
pub use value::{FactorValueFormView, factor_value_form, factor_value_save};
pub use view::{FactorItem, FactorListView, FactorValueView, FactorView, factor_list, factor_view};

use domain::ctx::Ctx;
use domain::factor::Factor;
use domain::id::{FactorId, FactorValueId};
use domain::policy::Belongs;
use store::ConnectionTrait;
use store::repo::factor::{FactorRecord, factor_load};

use crate::error::{Result, ServiceError};

/// Where the library is.
const PAGE: &str = "/faktorer";

/// A factor that is there.
struct Found(FactorRecord);

impl Found {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, id: FactorId) -> Result<Self> {
        let record = factor_load(ctx, db, id).await?;
        Ok(Self(record.ok_or(ServiceError::NotFound)?))
    }

    fn value(&self) -> &Factor {
        &self.0.factor.value
    }

    fn version(&self) -> i32 {
        self.0.factor.version
    }

    /// What the right to approve a value is held against. Whoever has edited any of it is its editor.
    fn belongs(&self, value: FactorValueId) -> Belongs {
        let editors = self.0.reviews.get(&value).map(|review| &review.editors);
        Belongs {
            editors: editors.cloned().unwrap_or_default(),
            ..Belongs::default()
        }
    }

    /// Where its page says what was done.
    fn page(&self, notice: &str) -> String {
        format!("{PAGE}/{}?klart={notice}", self.value().id)
    }
}
