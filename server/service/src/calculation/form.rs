use chrono::{Datelike, NaiveDate};
use domain::calculation::{Alternative, Calculation};
use domain::ctx::Ctx;
use domain::factor::{Factor, FactorValue, default_rate};
use domain::form::{CalculationForm, FieldErrors, Form, NewCalculation, Problem};
use domain::id::{CalculationId, FactorId, InitiativeId};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::AuditRecord;
use store::repo::calculation::{calculation_insert, calculation_list_of_initiative, calculation_update};
use store::repo::factor::factor_library;
use store::repo::initiative_bundle::initiative_portfolio_load;

use super::Found;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::initiative::belongs;
use crate::options::InitiativeName;
use crate::services::Services;

/// Years that a new calculation runs, until whoever writes it says another number.
const USUAL_HORIZON: u32 = 5;

/// What the form of a calculation as a whole shows.
#[derive(Clone, Debug)]
pub struct CalculationFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The fields, and why they came back.
    pub state: FormState<CalculationForm>,
    /// An existing calculation is changed.
    pub existing: bool,
    /// Where the rate of a new one was filled in from.
    pub rate_from: Option<RateFrom>,
}

/// A value of the factor library that a new calculation begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateFrom {
    /// The factor.
    pub factor: FactorId,
    /// What it is called.
    pub name: String,
    /// From which day the value holds.
    pub from: NaiveDate,
}

/// The form of a new calculation of an initiative, with the agency's discount rate where there is one.
pub(super) fn first_form(initiative: InitiativeId, year: i32, rate: Option<&FactorValue>) -> CalculationForm {
    let price_level = rate.and_then(|rate| rate.price_level).unwrap_or(year);
    CalculationForm {
        initiative: initiative.to_string(),
        base_year: year.to_string(),
        discount_rate: rate
            .map(|rate| rate.value.normalize().to_string().replace('.', ","))
            .unwrap_or_default(),
        rate_source: rate.map(|rate| rate.source.clone()).unwrap_or_default(),
        price_level: price_level.to_string(),
        horizon_years: USUAL_HORIZON.to_string(),
        unit: domain::calculation::AmountUnit::default().code().to_owned(),
        ..CalculationForm::default()
    }
}

/// The form of a calculation: of one that exists, or of an initiative's first.
pub async fn calculation_form(
    ctx: &Ctx,
    services: &Services,
    initiative: Option<InitiativeId>,
    id: Option<CalculationId>,
    draft_key: Option<&str>,
) -> Result<CalculationFormView> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let db = services.store.reader();
    let mut rate_from = None;
    let (bundle, stored) = match (id, initiative) {
        (Some(id), _) => {
            let found = Found::writable(ctx, db, id).await?;
            if !found.value().state.is_open() {
                return Err(ServiceError::State(
                    "only a draft or a returned calculation can be changed",
                ));
            }
            let form = CalculationForm::of(found.value(), found.version());
            (found.bundle, form)
        }
        (None, Some(initiative)) => {
            let bundle = initiative_portfolio_load(ctx, db, initiative).await?;
            let bundle = bundle.ok_or(ServiceError::NotFound)?;
            decide(ctx, Operation::CalculationWrite, Some(&belongs(&bundle)))?;
            let library = factor_library(ctx, db).await?;
            let rate = default_rate(&library, ctx.today());
            rate_from = rate.map(|(factor, value)| rate_of(factor, value));
            let rate = rate.map(|(_, value)| value);
            (bundle, first_form(initiative, ctx.today().year(), rate))
        }
        (None, None) => return Err(ServiceError::NotFound),
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    Ok(CalculationFormView {
        initiative: InitiativeName {
            id: bundle.initiative.value.id,
            name: bundle.initiative.value.name.clone(),
        },
        existing: !state.form.id.is_empty(),
        rate_from,
        state,
    })
}

fn rate_of(factor: &Factor, value: &FactorValue) -> RateFrom {
    RateFrom {
        factor: factor.id,
        name: factor.name.clone(),
        from: value.from,
    }
}

/// Begins an initiative's first calculation, or changes the years, rate and texts of one that is open.
pub async fn calculation_save(ctx: &Ctx, services: &Services, form: CalculationForm) -> Result<Answer> {
    decide(ctx, Operation::CalculationWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    if form.id().is_empty() {
        let bundle = initiative_portfolio_load(ctx, &*sending, new.initiative).await?;
        let bundle = bundle.ok_or(ServiceError::NotFound)?;
        decide(ctx, Operation::CalculationWrite, Some(&belongs(&bundle)))?;
        let versions = calculation_list_of_initiative(ctx, &*sending, new.initiative).await?;
        if let Some(newest) = versions.last() {
            // Somebody else has begun one: that is where to go on.
            let goto = format!("/kalkyler/{}?klart=fanns", newest.calculation.value.id);
            return Ok(Answer::Done(goto));
        }
        let calculation = begun(ctx, new);
        calculation_insert(ctx, &*sending, &calculation).await?;
        let record =
            AuditRecord::new("calculation.add", "calculation", calculation.id).after(&calculation)?;
        return sending
            .done(record, format!("/kalkyler/{}?klart=ny", calculation.id))
            .await;
    }
    let id: CalculationId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let found = Found::writable(ctx, &*sending, id).await?;
    let before = found.value();
    let theirs = || CalculationForm::of(before, found.version());
    if !before.state.is_open() {
        return sending.stale(theirs()).await;
    }
    let after = changed(before, new);
    let errors = outside(&after);
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    if !was_first(calculation_update(ctx, &*sending, &after, form.version()).await)? {
        return sending.stale(theirs()).await;
    }
    let record = AuditRecord::new("calculation.change", "calculation", id)
        .before(before)?
        .after(&after)?;
    sending.done(record, format!("/kalkyler/{id}?klart=andrad")).await
}

fn begun(ctx: &Ctx, new: NewCalculation) -> Calculation {
    let only = Alternative {
        id: new_id(ctx),
        name: "Huvudalternativ".to_owned(),
        description: None,
        lines: Vec::new(),
    };
    Calculation {
        id: new_id(ctx),
        initiative: new.initiative,
        number: 1,
        base_year: new.base_year,
        horizon_years: new.horizon_years,
        discount_rate: new.discount_rate,
        rate_source: new.rate_source,
        price_level: new.price_level,
        zero_alternative: new.zero_alternative,
        assumptions: new.assumptions,
        unit: new.unit,
        preferred: only.id,
        alternatives: vec![only],
        state: ApprovalState::Draft,
        promise: false,
    }
}

fn changed(before: &Calculation, new: NewCalculation) -> Calculation {
    Calculation {
        base_year: new.base_year,
        horizon_years: new.horizon_years,
        discount_rate: new.discount_rate,
        rate_source: new.rate_source,
        price_level: new.price_level,
        zero_alternative: new.zero_alternative,
        assumptions: new.assumptions,
        unit: new.unit,
        state: ApprovalState::Draft,
        ..before.clone()
    }
}

/// Amounts that would lie outside the years: they are not thrown away in silence.
fn outside(after: &Calculation) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let years: Vec<i32> = after.years().collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return errors;
    };
    let lines = after.alternatives.iter().flat_map(|one| &one.lines);
    let with_amounts = lines.flat_map(|line| line.amounts.iter().map(|amount| amount.year));
    let (mut early, mut late) = (None, None);
    for year in with_amounts {
        if year < *first {
            early = Some(early.map_or(year, |other: i32| other.min(year)));
        }
        if year > *last {
            late = Some(late.map_or(year, |other: i32| other.max(year)));
        }
    }
    for (field, year) in [("base_year", early), ("horizon_years", late)] {
        if let Some(year) = year {
            let given = year.to_string();
            errors.push(field, Problem::AmountsOutside { given });
        }
    }
    errors
}
