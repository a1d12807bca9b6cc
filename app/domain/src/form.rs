//! Forms: what a person typed, and the valid values that it becomes.
//!
//! Each form is a struct of strings with flat field names, just as the browser sends it. `parse`
//! turns it into a value that the rules accept, or into [`FieldErrors`] that name every field that
//! needs mending. Nothing typed is lost: the raw form is kept as a draft by the service.

mod account;
mod assessment;
mod benefit;
mod bulk_approval;
mod calculation;
mod calculation_lines;
mod delivery;
mod effect_goal;
mod factor;
mod field;
mod figures;
mod follow_up_round;
mod freed_time;
mod initiative;
mod line_build;
mod measure;
mod measurement;
mod measurement_file;
mod measurement_sheet;
mod measurements;
mod note;
mod parked;
mod realisation_plan;
mod report;
mod row;
mod saved_view;
mod sek_value;
mod sheet_fault;
mod statement;
mod structure;
mod sus;
mod when_text;
mod workbook;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use account::{AccountChange, AccountForm, ScopeItem};
pub use assessment::{AssessmentForm, NewAssessment, ProposalAtHand};
pub use benefit::{BenefitForm, NewBenefit};
pub use bulk_approval::{BulkApprovalForm, Picked, PickedFreedTime, PickedMeasurement, PickedStatement};
pub use calculation::{CalculationForm, NewCalculation};
pub use calculation_lines::{CalculationLinesForm, ESTIMATES, LINES_MAX, NewLine, NewLines};
pub use delivery::{DeliveryForm, NewDelivery};
pub use effect_goal::{EffectGoalForm, NewEffectGoal};
pub use factor::{FactorForm, FactorValueForm, NewFactor, NewFactorValue};
pub use field::{LARGEST_VALUE, parse_number, typed_number, without_english_commas};
pub use figures::{FigureRows, NewFigure};
pub use follow_up_round::{FollowUpRoundForm, NewFollowUpRound};
pub use freed_time::{FreedTimeForm, NewFreedTime};
pub use initiative::{InitiativeForm, NewInitiative};
pub use line_build::{LineBuildForm, NewBuild};
pub use measure::{MeasureForm, NewMeasure, PER};
pub use measurement::{MeasurementForm, NewMeasurement, is_address, misfit};
pub use measurement_file::MeasurementFileForm;
pub use measurement_sheet::MeasurementSheetForm;
pub use measurements::{MeasurementsForm, NewMeasurementRow, NewMeasurements};
pub use note::NoteForm;
pub use parked::ParkedForm;
pub use realisation_plan::{NewPlanActivity, NewRealisationPlan, RealisationPlanForm};
pub use report::{
    CorrectionDecisionForm, CorrectionForm, DecisionForm, NewCorrection, NewReport, NewReportLink,
    NewReportSources, NewReportTexts, ReportCommentForm, ReportForm, ReportLinkForm, ReportSourceForm,
    ReportTextForm,
};
pub use row::{column_of, row_field, row_of};
pub use saved_view::{NewSavedView, SavedViewForm};
pub use sek_value::{NewSekValue, SekValueForm};
pub use sheet_fault::SheetFault;
pub use statement::{NewStatement, StatementForm};
pub use structure::{
    AgencyForm, AreaForm, AreaSetForm, BenefitGroupForm, NewAgency, NewArea, NewAreaSet, NewBenefitGroup,
    NewPortfolio, NewUnit, PortfolioForm, UnitForm,
};
pub use sus::{NewSus, SusForm};
pub use when_text::{parse_day, parse_when, typed_when};
pub use workbook::WorkbookForm;

/// Longest name.
pub const NAME_MAX: usize = 200;
/// Longest text.
pub const TEXT_MAX: usize = 10_000;

/// What is wrong with a field. The page says it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    #[error("is required")]
    Required,
    /// Too long.
    #[error("has {length} characters; at most {max} fit")]
    TooLong {
        /// Characters given.
        length: u32,
        /// Characters that fit.
        max: u32,
    },
    /// None of the choices.
    #[error("“{given}” is none of the choices")]
    UnknownChoice {
        /// What was given.
        given: String,
    },
    /// A name that several have.
    #[error("“{given}” is the name of several")]
    Ambiguous {
        /// What was given.
        given: String,
    },
    /// No date that can be read.
    #[error("“{given}” is no date")]
    NotADate {
        /// What was given.
        given: String,
    },
    /// A day that lies after today.
    #[error("{given} lies in the future")]
    InTheFuture {
        /// What was given.
        given: String,
    },
    /// A day that lies before today.
    #[error("{given} has passed")]
    InThePast {
        /// What was given.
        given: String,
    },
    /// The end lies before the beginning.
    #[error("{given} lies before the beginning")]
    EndBeforeStart {
        /// What was given.
        given: String,
    },
    /// The level differs from the proposal without a reason.
    #[error("the level differs from the proposal")]
    DeviationWithoutReason,
    /// A launch has to say when it happened for the status given.
    #[error("a delivered delivery has a launch date")]
    LaunchMissing,
    /// The choice has ended or been taken away while the form was open.
    #[error("“{given}” is no longer there")]
    Gone {
        /// What was given.
        given: String,
    },
    /// No year that can be read.
    #[error("“{given}” is no year")]
    NotAYear {
        /// What was given.
        given: String,
    },
    /// No number that can be read.
    #[error("“{given}” is no number")]
    NotANumber {
        /// What was given.
        given: String,
    },
    /// A number that is too small or too large here.
    #[error("{given} is not between {min} and {max}")]
    OutOfRange {
        /// What was given.
        given: String,
        /// Smallest that will do.
        min: String,
        /// Largest that will do.
        max: String,
    },
    /// Something else has this already, where it has to be the only one.
    #[error("“{given}” is taken")]
    Taken {
        /// What was given.
        given: String,
    },
    /// It would lie outside what the person may write.
    #[error("it lies outside of what you may write")]
    NotYours,
    /// There is nothing that it would find.
    #[error("finds nothing")]
    FindsNothing,
    /// More decimals than are kept.
    #[error("{given} has more than {decimals} decimals")]
    TooFine {
        /// What was given.
        given: String,
        /// Decimals that are kept.
        decimals: u32,
    },
    /// Some of low, likely and high are given, and some are not.
    #[error("has some of its three amounts")]
    NotAllThree,
    /// Low, likely and high do not stand in rising order.
    #[error("{given} do not stand in rising order")]
    NotRising {
        /// The three.
        given: String,
    },
    /// A cost below nothing: what is no longer paid is a benefit.
    #[error("the cost {given} is below nothing")]
    NegativeCost {
        /// What was given.
        given: String,
    },
    /// There are amounts of a year that would lie outside.
    #[error("there are amounts of {given}")]
    AmountsOutside {
        /// The year.
        given: String,
    },
    /// A file that the form is to be filled in from cannot be read.
    #[error("{place}: {fault:?}: {given}")]
    InFile {
        /// What is wrong.
        fault: SheetFault,
        /// Where: a sheet, or a cell of it; may be empty.
        place: String,
        /// What stands there; may be empty.
        given: String,
    },
    /// What is typed would come to more than a calculation holds.
    #[error("{given} would come to more than a calculation holds")]
    AmountsTooLarge {
        /// What was given.
        given: String,
    },
    /// Amounts on what is not expressed in money.
    #[error("carries no money")]
    CarriesNoMoney,
    /// More would have gone somewhere than was freed.
    #[error("{given} hours went somewhere, of {freed} that were freed")]
    MoreThanFreed {
        /// Hours that went somewhere.
        given: String,
        /// Hours that were freed.
        freed: String,
    },
    /// Nothing was freed, so nothing went anywhere.
    #[error("nothing was freed that could have gone somewhere")]
    NothingFreed,
    /// No approved factor says how many hours a full-time year has in a year.
    #[error("nothing says how many hours a full-time year has in {given}")]
    NoYearHours {
        /// The year.
        given: String,
    },
    /// Only outcomes are counted in sums.
    #[error("only outcomes are counted")]
    OnlyOutcomes,
    /// Another value is counted for the same benefit, year and class.
    #[error("another value is counted for {given}")]
    CountedAlready {
        /// The year.
        given: String,
    },
    /// Figures that somebody has agreed on or answered for would mean something else: it takes a new definition.
    #[error("changes as a new definition alone")]
    HeldFast,
    /// A denominator of what is no ratio.
    #[error("{given} is the denominator of what is no ratio")]
    NoRatio {
        /// What was given.
        given: String,
    },
    /// It was locked when the initiative was decided.
    #[error("is locked since the decision")]
    Locked,
    /// A target that lies the wrong way from the baseline.
    #[error("{given} lies the wrong way from the baseline")]
    AgainstDirection {
        /// What was given.
        given: String,
    },
    /// It would belong to itself, by way of others.
    #[error("“{given}” belongs to this one itself")]
    Circular {
        /// What was given.
        given: String,
    },
}

/// A field and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name, as in the page.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// Notes what is wrong with a field.
    pub fn push(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldError {
            field: field.to_owned(),
            problem,
        });
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0
            .iter()
            .find(|error| error.field == field)
            .map(|error| &error.problem)
    }
}

/// What a tick box sends: "on" where it is ticked, and nothing where it is not.
pub(crate) fn ticked(ticked: bool) -> String {
    if ticked { "on" } else { "" }.to_owned()
}

/// What every form carries beside its fields: the name of the sending, so that one sent twice makes
/// one row; what is changed, empty for something new; and the version of it that was read.
pub trait Form: Clone + Default + Serialize + DeserializeOwned {
    /// What the form is called among drafts and sendings.
    const NAME: &'static str;

    /// Names this sending.
    fn submission(&self) -> &str;

    /// The same form with another name for its sending.
    fn named(self, submission: String) -> Self;

    /// Identity of what is changed; empty for something new.
    fn id(&self) -> &str;

    /// The version that was read; 0, which nothing has, where there was none.
    fn version(&self) -> i32;
}

macro_rules! forms {
    ($($form:ident: $name:literal),+ $(,)?) => {$(
        impl Form for $form {
            const NAME: &'static str = $name;

            fn submission(&self) -> &str {
                &self.submission
            }

            fn named(self, submission: String) -> Self {
                Self { submission, ..self }
            }

            fn id(&self) -> &str {
                self.id.trim()
            }

            fn version(&self) -> i32 {
                self.version.trim().parse().unwrap_or(0)
            }
        }
    )+};
}

forms!(
    AccountForm: "account",
    AgencyForm: "agency",
    AreaForm: "area",
    AreaSetForm: "area_set",
    AssessmentForm: "assessment",
    BenefitForm: "benefit",
    BenefitGroupForm: "benefit_group",
    BulkApprovalForm: "bulk_approval",
    CalculationForm: "calculation",
    CalculationLinesForm: "calculation_lines",
    CorrectionDecisionForm: "report_correction_decision",
    CorrectionForm: "report_correction",
    DecisionForm: "report_decision",
    DeliveryForm: "delivery",
    EffectGoalForm: "effect_goal",
    FollowUpRoundForm: "follow_up_round",
    FreedTimeForm: "freed_time",
    InitiativeForm: "initiative",
    MeasureForm: "measure",
    MeasurementForm: "measurement",
    MeasurementFileForm: "measurement_file",
    MeasurementSheetForm: "measurement_sheet",
    MeasurementsForm: "measurements",
    FactorForm: "factor",
    FactorValueForm: "factor_value",
    LineBuildForm: "line_build",
    NoteForm: "note",
    ParkedForm: "parked",
    PortfolioForm: "portfolio",
    RealisationPlanForm: "realisation_plan",
    ReportCommentForm: "report_comment",
    ReportForm: "report",
    ReportLinkForm: "report_link",
    ReportSourceForm: "report_sources",
    ReportTextForm: "report_texts",
    SavedViewForm: "saved_view",
    SekValueForm: "sek_value",
    SusForm: "sus_evaluation",
    StatementForm: "statement",
    UnitForm: "unit",
    WorkbookForm: "workbook",
);

#[cfg(test)]
mod form_tests;
#[cfg(test)]
mod read_back_tests;
