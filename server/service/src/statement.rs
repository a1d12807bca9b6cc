use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::form::{FieldErrors, Form, NewStatement, Problem, StatementForm};
use domain::id::{BenefitGroupId, BenefitId, DeliveryId, FollowUpRoundId, InitiativeId, StatementId};
use domain::policy::{Operation, decide};
use domain::round::{AskedAbout, RoundPart};
use domain::statement::{ApprovalState, Statement, first_as_of};
use store::repo::follow_up_round::{round_list_named, round_waiting};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::report::report_list;
use store::repo::statement::{statement_insert, statement_update};
use store::{AuditRecord, ConnectionTrait, Trail, Versioned};

use crate::benefit::delivery_options;
use crate::error::{Result, ServiceError};
use crate::figure::figures;
use crate::form_flow::{
    Added, Answer, Begun, FormState, Sending, check_there, draft_or, invalid, one_more_row, was_first,
};
use crate::id::new_id;
use crate::initiative::{belongs, belongs_each};
use crate::options::{self, BenefitOption, DeliveryOption, GroupOption, InitiativeName, Offer, UnitOption};
use crate::round::answered_by;
use crate::services::Services;

/// What the form of a statement shows.
#[derive(Clone, Debug)]
pub struct StatementFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Deliveries to choose from.
    pub deliveries: Vec<DeliveryOption>,
    /// Benefits to tick.
    pub benefits: Vec<BenefitOption>,
    /// Groups to tick, for a statement that speaks of others than all those of its benefits.
    pub groups: Vec<GroupOption>,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// Last day that counts for the open report, where there is one: what concerns a later day is
    /// not in it.
    pub cut_off: Option<NaiveDate>,
    /// The fields, and why they came back.
    pub state: FormState<StatementForm>,
    /// An existing statement is changed.
    pub existing: bool,
    /// Why it was returned, where it was.
    pub review_note: Option<String>,
    /// The approved statement whose place a new one takes.
    pub supersedes: Option<Statement>,
    /// The open follow-up rounds that ask about what is spoken for: what is sent in answers them.
    pub asked: Vec<AskedNow>,
}

/// An open follow-up round, to those who answer it.
#[derive(Clone, Debug)]
pub struct AskedNow {
    /// The round.
    pub round: FollowUpRoundId,
    /// What it is about.
    pub period: (i32, RoundPart),
    /// By when answers are wanted.
    pub due: NaiveDate,
    /// What those who are asked are told.
    pub message: Option<String>,
}

/// Which statement a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementTarget {
    /// A new one, with what is named chosen beforehand.
    New {
        /// The delivery that it concerns.
        delivery: Option<DeliveryId>,
        /// The benefit that it speaks for.
        benefit: Option<BenefitId>,
    },
    /// One that may still be changed.
    Existing(StatementId),
    /// A new one in the place of one that is approved.
    Superseding(StatementId),
}

/// The form for a statement, or for what was typed before.
pub async fn statement_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    target: StatementTarget,
    draft_key: Option<&str>,
) -> Result<StatementFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::EvidenceWrite, Some(&belongs(&bundle)))?;
    let cut_off = open_cut_off(ctx, db).await?;
    let state = draft_or(ctx, services, draft_key, || {
        stored_form(ctx, &bundle, target, cut_off)
    })
    .await?;
    Ok(StatementFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        deliveries: delivery_options(&bundle),
        benefits: benefit_options(&bundle, &state.form.delivery),
        groups: options::groups(ctx, db, Offer::Today(&options::chosen(&state.form.groups))).await?,
        units: options::units(
            ctx,
            db,
            Offer::Today(&options::chosen([&state.form.assessing_unit])),
        )
        .await?,
        cut_off,
        asked: asked_now(ctx, db, &bundle, &state.form).await?,
        existing: !state.form.id.is_empty(),
        review_note: bundle
            .statements
            .iter()
            .find(|record| record.statement.value.id.to_string() == state.form.id)
            .and_then(|record| record.review_note.clone()),
        supersedes: state
            .form
            .supersedes
            .parse()
            .ok()
            .and_then(|id| found(&bundle, id).ok())
            .map(|found| found.value.clone()),
        state,
    })
}

/// The open rounds that ask about the benefits that are ticked; about any of the initiative's where none is.
async fn asked_now(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    form: &StatementForm,
) -> Result<Vec<AskedNow>> {
    let ticked: Vec<BenefitId> = options::chosen(&form.benefits);
    let all = bundle.benefits.iter().map(|found| found.value.id);
    let about: Vec<AskedAbout> = all
        .filter(|id| ticked.is_empty() || ticked.contains(id))
        .map(AskedAbout::Benefit)
        .collect();
    let mut rounds: Vec<FollowUpRoundId> = round_waiting(ctx, db, &about)
        .await?
        .into_iter()
        .map(|(round, _)| round)
        .collect();
    rounds.sort();
    rounds.dedup();
    let asked = round_list_named(ctx, db, &rounds).await?.into_iter();
    Ok(asked
        .map(|round| AskedNow {
            round: round.id,
            period: (round.year, round.part),
            due: round.due,
            message: round.message,
        })
        .collect())
}

/// The cut-off of the newest report that is still open.
pub(crate) async fn open_cut_off(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Option<NaiveDate>> {
    let reports = report_list(ctx, db).await?;
    Ok(reports
        .into_iter()
        .filter(|report| !report.value.state.is_decided())
        .map(|report| report.value.cut_off)
        .max())
}

/// The benefits of the delivery; all of the initiative where no delivery is chosen.
fn benefit_options(bundle: &InitiativeBundle, delivery: &str) -> Vec<BenefitOption> {
    let delivery: Option<DeliveryId> = delivery.parse().ok();
    bundle
        .benefits
        .iter()
        .map(|found| &found.value)
        .filter(|benefit| delivery.is_none() || benefit.delivery == delivery || benefit.delivery.is_none())
        .map(|benefit| BenefitOption {
            id: benefit.id,
            delivery: benefit.delivery,
            name: benefit
                .title
                .clone()
                .unwrap_or_else(|| benefit.description.clone()),
            promise: benefit.title.as_ref().map(|_| benefit.description.clone()),
            expected_from: benefit.expected_from,
            figures: benefit.figures.clone(),
        })
        .collect()
}

fn stored_form(
    ctx: &Ctx,
    bundle: &InitiativeBundle,
    target: StatementTarget,
    cut_off: Option<NaiveDate>,
) -> Result<StatementForm> {
    let as_of = first_as_of(ctx.today(), cut_off).to_string();
    match target {
        StatementTarget::New { delivery, benefit } => {
            let of_benefit = bundle
                .benefits
                .iter()
                .find(|found| Some(found.value.id) == benefit);
            let delivery = delivery.or(of_benefit.and_then(|found| found.value.delivery));
            let delivery = delivery.map(|id| id.to_string()).unwrap_or_default();
            // The only benefit that there is to speak of is what is spoken of.
            let benefit = benefit.or(match benefit_options(bundle, &delivery).as_slice() {
                [only] => Some(only.id),
                _ => None,
            });
            Ok(StatementForm {
                initiative: bundle.initiative.value.id.to_string(),
                delivery,
                benefits: benefit.iter().map(ToString::to_string).collect(),
                as_of,
                ..StatementForm::default()
            })
        }
        StatementTarget::Existing(id) => {
            let found = found(bundle, id)?;
            if !found.value.state.is_open() {
                return Err(ServiceError::State(
                    "only a draft or a returned statement can be changed",
                ));
            }
            Ok(StatementForm::of(&found.value, found.version))
        }
        StatementTarget::Superseding(id) => {
            let found = found(bundle, id)?;
            if !may_be_superseded(bundle, &found.value) {
                return Err(ServiceError::State(
                    "only an approved statement that nothing else is to replace can be superseded",
                ));
            }
            Ok(StatementForm {
                as_of,
                as_of_interpreted: String::new(),
                ..StatementForm::superseding(&found.value)
            })
        }
    }
}

fn found(bundle: &InitiativeBundle, id: StatementId) -> Result<&Versioned<Statement>> {
    let mut all = bundle.statements.iter().map(|record| &record.statement);
    all.find(|found| found.value.id == id)
        .ok_or(ServiceError::NotFound)
}

/// What is approved is never changed: a new statement takes its place, one alone.
pub(crate) fn may_be_superseded(bundle: &InitiativeBundle, statement: &Statement) -> bool {
    let mut all = bundle.statements.iter().map(|record| &record.statement.value);
    statement.state == ApprovalState::Approved && !all.any(|other| other.supersedes == Some(statement.id))
}

/// States a realised benefit, or changes a statement that nobody has approved: kept as a draft, or
/// sent for approval.
pub async fn statement_save(ctx: &Ctx, services: &Services, form: StatementForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let submit = new.submit;
    let (statement, record) = if form.id().is_empty() {
        match statement_add(ctx, &*sending, new).await? {
            Ok(added) => added,
            Err(errors) => return sending.invalid(errors).await,
        }
    } else {
        let bundle = writable(ctx, &*sending, &new).await?;
        let errors = missing_choices(ctx, &*sending, &bundle, &new).await?;
        if !errors.is_empty() {
            return sending.invalid(errors).await;
        }
        let id: StatementId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
        let found = found(&bundle, id)?;
        // What somebody else has begun is not taken over by naming other benefits in it.
        for belongs in belongs_each(&bundle, &found.value.benefits) {
            decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
        }
        let theirs = || StatementForm::of(&found.value, found.version);
        if !found.value.state.is_open() {
            return sending.stale(theirs()).await;
        }
        let before = &found.value;
        let statement = Statement {
            supersedes: before.supersedes,
            ..built(ctx, id, before.ordinal, new, &bundle, &before.figures)
        };
        if !was_first(statement_update(ctx, &*sending, &statement, form.version()).await)? {
            return sending.stale(theirs()).await;
        }
        let action = if submit {
            "statement.submit"
        } else {
            "statement.change"
        };
        let record = AuditRecord::new(action, "statement", id)
            .before(before)?
            .after(&statement)?;
        (statement, record)
    };
    let mut trail = Trail::one(record);
    let answered = if submit {
        answered_by_statement(ctx, &*sending, &statement, &mut trail).await?
    } else {
        0
    };
    let cut_off = open_cut_off(ctx, &*sending).await?;
    let after = cut_off.is_some_and(|last| statement.as_of.value > last);
    let notice = match (submit, answered) {
        (false, _) => "utkast",
        (true, 0) if after => "inskickad-efter",
        (true, _) if after => "inskickad-svar-efter",
        (true, 0) => "inskickad",
        (true, _) => "inskickad-svar",
    };
    let goto = format!(
        "/initiativ/{}?klart={notice}#konstaterad-{}",
        statement.initiative, statement.id
    );
    sending.done_all(trail, goto).await
}

/// Keeps a statement that is valid by itself, as a draft or sent for approval, unless it does not fit what
/// is there.
pub(crate) async fn statement_add(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: NewStatement,
) -> Result<Added<Statement>> {
    let bundle = writable(ctx, db, &new).await?;
    let errors = missing_choices(ctx, db, &bundle, &new).await?;
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let ordinals = bundle.statements.iter().map(|one| one.statement.value.ordinal);
    let next = ordinals.max().map_or(1, |last| last.saturating_add(1));
    if let Some(id) = new.supersedes {
        // What takes the place of another takes over what is said of its benefits.
        let before = found(&bundle, id)?;
        for belongs in belongs_each(&bundle, &before.value.benefits) {
            decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
        }
    }
    let action = if new.submit {
        "statement.submit"
    } else {
        "statement.draft"
    };
    let statement = built(ctx, new_id(ctx), next, new, &bundle, &[]);
    statement_insert(ctx, db, &statement).await?;
    let record = AuditRecord::new(action, "statement", statement.id).after(&statement)?;
    Ok(Ok((statement, record)))
}

/// What is sent in answers whatever a follow-up round asks about it. Tells how many questions.
pub(crate) async fn answered_by_statement(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    statement: &Statement,
    trail: &mut Trail,
) -> Result<usize> {
    let benefits = statement.benefits.iter().copied();
    let about: Vec<AskedAbout> = benefits.map(AskedAbout::Benefit).collect();
    answered_by(ctx, db, &about, Some(statement.id), trail).await
}

/// The initiative of a statement with all that hangs on it, for those who may state what is said.
async fn writable(ctx: &Ctx, db: &impl ConnectionTrait, new: &NewStatement) -> Result<InitiativeBundle> {
    let bundle = initiative_portfolio_load(ctx, db, new.initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &new.benefits) {
        decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    }
    Ok(bundle)
}

/// What was chosen and is no longer there, or is not to be had any more.
async fn missing_choices(
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

/// The groups that a statement speaks of: of each benefit that it speaks for those that are ticked, or
/// all where none is, and what else is ticked.
fn spoken_of(bundle: &InitiativeBundle, new: &NewStatement) -> Vec<BenefitGroupId> {
    let mut groups: Vec<BenefitGroupId> = Vec::new();
    let spoken_for = bundle
        .benefits
        .iter()
        .filter(|found| new.benefits.contains(&found.value.id));
    for found in spoken_for {
        let own: Vec<_> = found.value.groups.iter().map(|share| share.group).collect();
        let any_ticked = own.iter().any(|group| new.groups.contains(group));
        let said = own
            .into_iter()
            .filter(|group| !any_ticked || new.groups.contains(group));
        groups.extend(said);
    }
    groups.extend(&new.groups);
    let mut seen = BTreeSet::new();
    groups.retain(|group| seen.insert(*group));
    groups
}

/// The delivery that a statement concerns: the one that is chosen, else that of all its benefits.
fn delivery_of(bundle: &InitiativeBundle, new: &NewStatement) -> Option<DeliveryId> {
    let mut of_benefits = bundle
        .benefits
        .iter()
        .filter(|found| new.benefits.contains(&found.value.id))
        .map(|found| found.value.delivery);
    let first = of_benefits.next().flatten();
    new.delivery
        .or(first.filter(|first| of_benefits.all(|other| other == Some(*first))))
}

fn built(
    ctx: &Ctx,
    id: StatementId,
    ordinal: i32,
    new: NewStatement,
    bundle: &InitiativeBundle,
    figures_before: &[Figure],
) -> Statement {
    Statement {
        id,
        initiative: new.initiative,
        delivery: delivery_of(bundle, &new),
        ordinal,
        groups: spoken_of(bundle, &new),
        benefits: new.benefits,
        text: new.text,
        as_of: new.as_of,
        finding: new.finding,
        follow_up: new.follow_up,
        unplanned: new.unplanned,
        assessing_unit: new.assessing_unit,
        method: new.method,
        sources: new.sources,
        figures: figures(ctx, new.figures, figures_before),
        note: new.note,
        state: if new.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
        imported: false,
        supersedes: new.supersedes,
    }
}
