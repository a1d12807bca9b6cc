//! What is typed of a statement, kept as a draft or sent for approval.

use domain::ctx::Ctx;
use domain::form::{Form, NewStatement, StatementForm};
use domain::id::StatementId;
use domain::policy::{Operation, decide};
use domain::round::AskedAbout;
use domain::statement::Statement;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::statement::{statement_insert, statement_update};
use store::{AuditRecord, ConnectionTrait, Trail};

use super::build::built;
use super::choice::missing_choices;
use super::{found, open_cut_off};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Added, Answer, Begun, Sending, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::initiative::belongs_each;
use crate::round::answered_by;
use crate::services::Services;

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
