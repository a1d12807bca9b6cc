use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::calculation::evaluate::evaluate;
use domain::calculation::verdict::Verdict;
use domain::calculation::{Alternative, Calculation, Evaluation, LineClass, readiness};
use domain::ctx::Ctx;
use domain::form::CalculationLinesForm;
use domain::id::{AccountId, AlternativeId, CalculationId, InitiativeId};
use domain::policy::{Operation, Refusal, decide, may};
use domain::statement::ApprovalState;
use store::ConnectionTrait;
use store::repo::account::account_names;
use store::repo::calculation::{CalculationRecord, calculation_list_of_initiative};
use store::repo::factor::factor_library;

use super::build::{LineBuilt, lines_built};
use super::{Found, benefit_options};
use crate::calibration::{CalibrationOffer, calibration_offer};
use crate::error::{Result, ServiceError};
use crate::form_flow::{FormState, draft};
use crate::options::{BenefitOption, InitiativeName};
use crate::services::Services;

/// A version of an initiative's calculation, in a list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationVersion {
    /// Which.
    pub id: CalculationId,
    /// Its number.
    pub number: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// It is what the initiative has promised.
    pub promise: bool,
    /// Who reviewed it, and when.
    pub reviewed: Option<(String, DateTime<Utc>)>,
}

/// An alternative and what it comes to.
#[derive(Clone, Debug)]
pub struct AlternativeResult {
    /// The alternative.
    pub alternative: Alternative,
    /// What it comes to.
    pub evaluation: Evaluation,
}

/// Another version that the one on the page is held against.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The other version.
    pub other: Calculation,
    /// What its preferred alternative comes to.
    pub evaluation: Evaluation,
}

/// What a calculation's page shows.
#[derive(Clone, Debug)]
pub struct CalculationView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The calculation.
    pub calculation: Calculation,
    /// Its version, for whoever changes it.
    pub version: i32,
    /// The alternative that is looked at.
    pub shown: AlternativeId,
    /// What each alternative comes to, in order.
    pub results: Vec<AlternativeResult>,
    /// All versions of the initiative, the newest first.
    pub versions: Vec<CalculationVersion>,
    /// The version that it is held against, where one was chosen.
    pub comparison: Option<Comparison>,
    /// Benefits to tie lines to.
    pub benefits: Vec<BenefitOption>,
    /// How the lines that were built of factors stand today, in the alternative that is looked at.
    pub built: Vec<LineBuilt>,
    /// The lines as a form, for those who may write on it.
    pub lines: Option<FormState<CalculationLinesForm>>,
    /// Who wrote the latest of it.
    pub written_by: Option<String>,
    /// Who reviewed it last, and when.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// It waits for approval, and the actor may give it; or why not.
    pub review: Option<std::result::Result<(), Refusal>>,
    /// The actor may take back what was sent in.
    pub may_withdraw: bool,
    /// The actor may begin a new version.
    pub may_renew: bool,
    /// How earlier promises have held, while this one is not approved yet.
    pub offer: Option<CalibrationOffer>,
}

impl CalculationView {
    /// The alternative that is looked at, and what it comes to.
    pub fn shown(&self) -> Option<&AlternativeResult> {
        self.results.iter().find(|one| one.alternative.id == self.shown)
    }

    /// What is lacking before it can be sent.
    pub fn lacking(&self) -> Vec<readiness::Lack<'_>> {
        readiness::lacking(&self.calculation)
    }
}

/// A calculation with what it comes to, its versions, and what the actor may do.
pub async fn calculation_view(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    alternative: Option<AlternativeId>,
    against: Option<i32>,
    draft_key: Option<&str>,
) -> Result<CalculationView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let found = Found::load(ctx, db, id).await?;
    let initiative = &found.bundle.initiative.value;
    let versions = calculation_list_of_initiative(ctx, db, initiative.id).await?;
    let names = people(ctx, db, &versions).await?;
    let calculation = found.value();
    let results = calculation
        .alternatives
        .iter()
        .map(|one| evaluated(calculation, one))
        .collect::<Result<Vec<_>>>()?;
    let belongs = found.belongs();
    let writes = may(ctx, Operation::CalculationWrite, Some(&belongs));
    let lines = if writes && calculation.state.is_open() {
        let kept = draft::<CalculationLinesForm>(ctx, services, draft_key).await?;
        let kept = kept.filter(|state| state.form.id == id.to_string());
        let shown = kept
            .as_ref()
            .and_then(|state| state.form.alternative.parse().ok())
            .or(alternative)
            .and_then(|id| calculation.alternative(id))
            .or(calculation.preferred())
            .ok_or(ServiceError::NotFound)?;
        Some(match kept {
            Some(state) => state,
            None => FormState::fresh(begun(CalculationLinesForm::of(
                calculation,
                shown,
                found.version(),
            )))?,
        })
    } else {
        None
    };
    let asked = lines
        .as_ref()
        .and_then(|state| state.form.alternative.parse().ok())
        .or(alternative);
    let shown = asked
        .and_then(|id| calculation.alternative(id))
        .or(calculation.preferred())
        .ok_or(ServiceError::NotFound)?
        .id;
    let submitted = calculation.state == ApprovalState::Submitted;
    let review = submitted.then(|| decide(ctx, Operation::CalculationApprove, Some(&belongs)));
    let newest = versions.last().map(|one| one.calculation.value.id);
    let is_newest = newest == Some(id);
    let other = against.and_then(|number| {
        let all = versions.iter().map(|one| &one.calculation.value);
        all.filter(|other| other.id != id)
            .find(|other| other.number == number)
    });
    let comparison = match other.and_then(|other| Some((other, other.preferred()?))) {
        Some((other, preferred)) => Some(Comparison {
            evaluation: evaluated(other, preferred)?.evaluation,
            other: other.clone(),
        }),
        None => None,
    };
    let valued = results
        .iter()
        .any(|one| one.alternative.id == shown && Verdict::of(&one.evaluation) != Verdict::Empty);
    let offer = if valued && calculation.state != ApprovalState::Approved {
        calibration_offer(ctx, db, initiative.area).await?
    } else {
        None
    };
    let library = factor_library(ctx, db).await?;
    let built = calculation
        .alternative(shown)
        .map(|one| lines_built(one, &library, ctx.today()));
    let name = |account: Option<AccountId>| names.get(&account?).cloned();
    Ok(CalculationView {
        initiative: InitiativeName {
            id: initiative.id,
            name: initiative.name.clone(),
        },
        version: found.version(),
        shown,
        results,
        comparison,
        benefits: benefit_options(&found.bundle),
        built: built.unwrap_or_default(),
        lines,
        written_by: name(found.record.calculation.edited_by),
        reviewed: name(found.record.reviewed_by).zip(found.record.reviewed_at),
        review_note: found.record.review_note.clone(),
        // Those who have no such right at all are not told of it.
        review: review.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
        may_withdraw: writes && submitted,
        may_renew: writes && is_newest && calculation.state == ApprovalState::Approved,
        offer,
        versions: versions
            .iter()
            .rev()
            .map(|record| version(record, &names))
            .collect(),
        calculation: calculation.clone(),
    })
}

/// A form to begin in has a line of each kind, so that there is something to paste into.
fn begun(mut form: CalculationLinesForm) -> CalculationLinesForm {
    if form.rows() == 0 {
        form.add_line(LineClass::Development);
        form.add_line(LineClass::Financial);
    }
    form
}

/// The versions of an initiative's calculation with what the promised or else the newest one comes to.
#[derive(Clone, Debug)]
pub struct CalculationSummary {
    /// All versions, the newest first.
    pub versions: Vec<CalculationVersion>,
    /// What is promised, or else newest.
    pub current: Calculation,
    /// What its preferred alternative comes to.
    pub evaluation: Evaluation,
}

/// What an initiative's page says of its calculations; none where it has none.
pub(crate) async fn summaries(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Option<CalculationSummary>> {
    let versions = calculation_list_of_initiative(ctx, db, initiative).await?;
    let all = || versions.iter().map(|one| &one.calculation.value);
    let Some(current) = all()
        .find(|one| one.promise)
        .or(versions.last().map(|one| &one.calculation.value))
    else {
        return Ok(None);
    };
    let preferred = current.preferred().ok_or(ServiceError::NotFound)?;
    let names = people(ctx, db, &versions).await?;
    Ok(Some(CalculationSummary {
        evaluation: evaluated(current, preferred)?.evaluation,
        current: current.clone(),
        versions: versions
            .iter()
            .rev()
            .map(|record| version(record, &names))
            .collect(),
    }))
}

fn evaluated(calculation: &Calculation, alternative: &Alternative) -> Result<AlternativeResult> {
    let impossible = |_| ServiceError::State("a stored calculation cannot be worked out");
    let case = calculation.case(alternative).map_err(impossible)?;
    Ok(AlternativeResult {
        alternative: alternative.clone(),
        evaluation: evaluate(&case).map_err(impossible)?,
    })
}

fn version(record: &CalculationRecord, names: &People) -> CalculationVersion {
    let calculation = &record.calculation.value;
    let name = record
        .reviewed_by
        .and_then(|account| names.get(&account).cloned());
    CalculationVersion {
        id: calculation.id,
        number: calculation.number,
        state: calculation.state,
        promise: calculation.promise,
        reviewed: name.zip(record.reviewed_at),
    }
}

/// Names of accounts.
type People = HashMap<AccountId, String>;

async fn people(ctx: &Ctx, db: &impl ConnectionTrait, versions: &[CalculationRecord]) -> Result<People> {
    let people = versions.iter().flat_map(|record| {
        let both = [record.calculation.edited_by, record.reviewed_by];
        both.into_iter().flatten()
    });
    Ok(account_names(ctx, db, &people.collect()).await?)
}
