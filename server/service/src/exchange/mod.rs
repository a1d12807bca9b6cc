//! The whole portfolio in one file: out, and in again.
//!
//! An import is idempotent and all or nothing. It adds what is new, changes what differs, leaves what
//! is equal, and removes nothing. A decided report and its assessments never change: an import that
//! would change them is refused.

mod approved;
mod calculated;
mod check;
mod corrections;
mod document;
mod export;
mod files;
pub(crate) mod founded;
mod import;
mod life;
mod measured;
mod merge;
mod nouns;
mod nul;
mod realised;
mod renderings;
mod template;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::effect_goal::EffectGoal;
use domain::freed_time::FreedTime;
use domain::id::{
    AreaId, AreaSetId, BenefitGroupId, BenefitId, CalculationId, EffectGoalId, FreedTimeId, InitiativeId,
    MeasureId, MeasurementId, RealisationPlanId, ReportCorrectionId, ReportId, SekValueId,
};
use domain::measure::Measure;
use domain::measurement::Measurement;
use domain::report::correction::ReportCorrection;
use domain::sek_value::{SekGround, SekValue};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use document::{Document, FORMAT, File, FrozenReport, ReportStepTaken, ReviewComment, VERSION};
pub use export::portfolio_export;
pub(crate) use import::document_import;
pub use import::{Imported, document_check, portfolio_import};
pub use template::portfolio_template;

/// Something in the file that cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProblem {
    /// Where, e.g. `deliveries[12]`.
    pub place: String,
    /// Which field.
    pub field: String,
    /// What is wrong, and what would do.
    pub reason: String,
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field.as_str() {
            "" => write!(f, "{}: {}", self.place, self.reason),
            field => write!(f, "{}.{field}: {}", self.place, self.reason),
        }
    }
}

/// So many problems are told one by one: enough to see a pattern.
const MOST_TOLD: usize = 50;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub struct ImportError(pub Vec<ImportProblem>);

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [only] = self.0.as_slice() {
            return write!(f, "nothing was imported: {only}");
        }
        write!(f, "nothing was imported; {} to mend:", self.0.len())?;
        for problem in self.0.iter().take(MOST_TOLD) {
            write!(f, "\n  {problem}")?;
        }
        match self.0.len().saturating_sub(MOST_TOLD) {
            0 => Ok(()),
            more => write!(f, "\n  … and {more} more"),
        }
    }
}

/// Identities that the database holds, with the kind of thing that each names.
#[derive(Clone, Debug, Default)]
struct Known {
    ids: BTreeMap<Uuid, &'static str>,
    /// Area numbers by set, with the area that has each.
    area_numbers: BTreeMap<(AreaSetId, String), AreaId>,
    /// Numbers of calculations by initiative, with the calculation that has each.
    calculation_numbers: BTreeMap<(InitiativeId, i32), CalculationId>,
    /// Plans by benefit.
    plans: BTreeMap<BenefitId, RealisationPlanId>,
    /// Codes of groups, with the group that has each.
    group_codes: BTreeMap<String, BenefitGroupId>,
    /// Measures.
    measures: BTreeMap<MeasureId, Measure>,
    /// Effect goals.
    goals: BTreeMap<EffectGoalId, EffectGoal>,
    /// Measurements.
    measurements: BTreeMap<MeasurementId, Measurement>,
    /// Statements: how far each has come, and what it takes the place of.
    statements: BTreeMap<Uuid, corrections::Link>,
    /// Freed time.
    freed: BTreeMap<FreedTimeId, FreedTime>,
    /// Values in kronor.
    values: BTreeMap<SekValueId, SekValue>,
    /// What statements and measurements take the place of.
    supersedes: BTreeMap<SekGround, SekGround>,
    /// Hashes of files.
    files: BTreeSet<String>,
    /// Hashes of what decided reports hold.
    frozen: BTreeMap<ReportId, String>,
    /// Corrections.
    corrections: BTreeMap<ReportCorrectionId, ReportCorrection>,
}

pub(crate) fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
