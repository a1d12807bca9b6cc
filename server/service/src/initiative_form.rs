use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, InitiativeForm, NewInitiative, Problem};
use domain::id::InitiativeId;
use domain::initiative::{Initiative, InitiativeStatus, MoveError, may_move};
use domain::policy::{Belongs, Operation, decide, may};
use domain::reading::Reading;
use store::repo::initiative::{initiative_insert, initiative_update};
use store::repo::initiative_bundle::initiative_portfolio_load;
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::calculation::promise_at_decision;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Added, Answer, Begun, FormState, Sending, check_there, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::initiative::belongs;
use crate::kept_note::{NOT_FIRST, WITHOUT_OWNER};
use crate::options::{self, AreaOption, Offer, PortfolioOption, UnitOption};
use crate::services::Services;

/// What the form of an initiative shows.
#[derive(Clone, Debug)]
pub struct InitiativeFormView {
    /// Areas to choose from.
    pub areas: Vec<AreaOption>,
    /// Portfolios to tick.
    pub portfolios: Vec<PortfolioOption>,
    /// One has to be ticked: the actor may write in some portfolios alone.
    pub portfolio_required: bool,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// The fields, and why they came back.
    pub state: FormState<InitiativeForm>,
    /// An existing initiative is changed.
    pub existing: bool,
}

/// The form of an initiative: new, one that exists, or what was typed before.
pub async fn initiative_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<InitiativeId>,
    draft_key: Option<&str>,
) -> Result<InitiativeFormView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let stored = match id {
        Some(id) => {
            let bundle = initiative_portfolio_load(ctx, db, id).await?;
            let bundle = bundle.ok_or(ServiceError::NotFound)?;
            decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
            InitiativeForm::of(&bundle.initiative.value, bundle.initiative.version)
        }
        None => InitiativeForm {
            status: InitiativeStatus::Proposed.code().to_owned(),
            size: "not_stated".to_owned(),
            ..InitiativeForm::default()
        },
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    let form = &state.form;
    Ok(InitiativeFormView {
        areas: options::areas(ctx, db, Offer::Today(&options::chosen([&form.area]))).await?,
        portfolios: options::portfolios(ctx, db, Offer::Today(&options::chosen(&form.portfolios))).await?,
        portfolio_required: !may(ctx, Operation::PortfolioWrite, Some(&Belongs::default())),
        units: options::units(ctx, db, Offer::Today(&options::chosen([&form.owner]))).await?,
        existing: !form.id.is_empty(),
        state,
    })
}

/// Registers an initiative, or changes one. Where it stands is changed by [`initiative_move`], and what
/// it depends on by [`crate::initiative_depend`].
pub async fn initiative_save(ctx: &Ctx, services: &Services, form: InitiativeForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let before = match form.id() {
        "" => None,
        id => {
            let id: InitiativeId = id.parse().map_err(|_| ServiceError::NotFound)?;
            let bundle = initiative_portfolio_load(ctx, &*sending, id).await?;
            let bundle = bundle.ok_or(ServiceError::NotFound)?;
            decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
            Some(bundle.initiative)
        }
    };
    let (initiative, record) = match &before {
        None => match initiative_add(ctx, &*sending, new).await? {
            Ok(added) => added,
            Err(errors) => return sending.invalid(errors).await,
        },
        Some(found) => {
            let errors = problems(ctx, &*sending, Some(&found.value), &new).await?;
            if !errors.is_empty() {
                return sending.invalid(errors).await;
            }
            let initiative = changed(&found.value, new);
            if !was_first(initiative_update(ctx, &*sending, &initiative, form.version()).await)? {
                return sending
                    .stale(InitiativeForm::of(&found.value, found.version))
                    .await;
            }
            let record = AuditRecord::new("initiative.change", "initiative", initiative.id)
                .before(&found.value)?
                .after(&initiative)?;
            (initiative, record)
        }
    };
    let goto = format!("/initiativ/{}?klart=initiativ", initiative.id);
    sending.done(record, goto).await
}

/// Registers an initiative that is valid by itself, unless it does not fit what is there.
pub(crate) async fn initiative_add(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: NewInitiative,
) -> Result<Added<Initiative>> {
    let errors = problems(ctx, db, None, &new).await?;
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let initiative = added(ctx, new);
    initiative_insert(ctx, db, &initiative).await?;
    let record = AuditRecord::new("initiative.add", "initiative", initiative.id).after(&initiative)?;
    Ok(Ok((initiative, record)))
}

/// What was chosen and is no longer there, and what would take the initiative out of the hands of
/// whoever writes it.
async fn problems(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    before: Option<&Initiative>,
    new: &NewInitiative,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    let area: Vec<_> = before.and_then(|before| before.area).into_iter().collect();
    let areas = options::areas(ctx, db, Offer::Today(&area)).await?;
    check_there(&mut errors, "area", new.area, |id| {
        areas.iter().any(|area| area.id == *id)
    });
    let portfolios = before.map_or(&[][..], |before| before.portfolios.as_slice());
    let portfolios = options::portfolios(ctx, db, Offer::Today(portfolios)).await?;
    check_there(&mut errors, "portfolios", new.portfolios.iter().copied(), |id| {
        portfolios.iter().any(|portfolio| portfolio.id == *id)
    });
    let owner: Vec<_> = before.and_then(|before| before.owner).into_iter().collect();
    let units = options::units(ctx, db, Offer::Today(&owner)).await?;
    check_there(&mut errors, "owner", new.owner, |id| {
        units.iter().any(|unit| unit.id == *id)
    });
    let belongs = Belongs {
        portfolios: new.portfolios.clone(),
        groups: Vec::new(),
        units: new.owner.into_iter().collect(),
        editors: Vec::new(),
    };
    if !may(ctx, Operation::PortfolioWrite, Some(&belongs)) {
        errors.push("portfolios", Problem::NotYours);
    }
    Ok(errors)
}

fn added(ctx: &Ctx, new: NewInitiative) -> Initiative {
    Initiative {
        id: new_id(ctx),
        name: new.name,
        summary: new.summary,
        development_object: new.development_object,
        size: new.size,
        area: new.area,
        portfolios: new.portfolios,
        owner: new.owner,
        statutory_on: new.statutory_on,
        status: new.status.unwrap_or(Reading::stated(InitiativeStatus::Proposed)),
        started_year: new.started_year,
        depends_on: Vec::new(),
        focus_area: new.focus_area,
        label: new.label,
        example: false,
    }
}

fn changed(before: &Initiative, new: NewInitiative) -> Initiative {
    Initiative {
        id: before.id,
        status: before.status,
        depends_on: before.depends_on.clone(),
        example: before.example,
        name: new.name,
        summary: new.summary,
        development_object: new.development_object,
        size: new.size,
        area: new.area,
        portfolios: new.portfolios,
        owner: new.owner,
        statutory_on: new.statutory_on,
        started_year: new.started_year,
        focus_area: new.focus_area,
        label: new.label,
    }
}

/// Moves an initiative a step on its way, or stops it, with a note. Answers where to go on.
pub async fn initiative_move(
    ctx: &Ctx,
    services: &Services,
    id: InitiativeId,
    version: i32,
    to: InitiativeStatus,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let bundle = initiative_portfolio_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    let goto = |notice: &str| format!("/initiativ/{id}?klart={notice}");
    let before = &bundle.initiative;
    let note = note.trim();
    if before.version != version {
        return Ok(goto(NOT_FIRST));
    }
    let benefits: Vec<_> = bundle
        .benefits
        .iter()
        .map(|benefit| benefit.value.clone())
        .collect();
    match may_move(before.value.status.value, to, &benefits) {
        Ok(()) => {}
        Err(MoveError::NoSuchStep { .. }) => return Ok(goto(NOT_FIRST)),
        Err(MoveError::WithoutOwner(_)) => return Ok(goto(WITHOUT_OWNER)),
    }
    if note.is_empty() {
        return Ok(goto("skriv-varfor"));
    }
    let after = Initiative {
        status: Reading::stated(to),
        ..before.value.clone()
    };
    match initiative_update(ctx, &txn, &after, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("initiative.move", "initiative", id)
        .before(&before.value)?
        .after(&after)?
        .note(note);
    let mut trail = Trail::one(record);
    if to == InitiativeStatus::Decided {
        promise_at_decision(ctx, &txn, id, &mut trail).await?;
    }
    txn.commit(trail).await?;
    Ok(goto("flyttat"))
}
