use domain::ctx::Ctx;
use domain::form::{FieldErrors, FollowUpRoundForm, Form, NewFollowUpRound, Problem};
use domain::id::FollowUpRoundId;
use domain::policy::{Operation, decide};
use domain::round::{FollowUpRequest, FollowUpRound, Question, RoundPart, RoundState, Selection};
use store::repo::follow_up_round::{round_ask, round_head_update, round_insert, round_list, round_load};
use store::repo::work_material::work_material_load;
use store::{AuditRecord, ConnectionTrait, Kept, Versioned};

use super::{KIND, page};
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a round shows.
#[derive(Clone, Debug)]
pub struct RoundFormView {
    /// The fields, and why they came back.
    pub state: FormState<FollowUpRoundForm>,
    /// The round that is changed.
    pub existing: Option<FollowUpRound>,
}

/// The form for a new round, of the tertial that ended last; for one that exists; or for what was typed
/// before.
pub async fn round_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<FollowUpRoundId>,
    draft_key: Option<&str>,
) -> Result<RoundFormView> {
    decide(ctx, Operation::RoundWrite, None)?;
    let existing = match id {
        Some(id) => Some(found(ctx, services.store.reader(), id).await?),
        None => None,
    };
    if existing
        .as_ref()
        .is_some_and(|round| round.value.state == RoundState::Closed)
    {
        return Err(ServiceError::State(
            "a closed round is opened before it is changed",
        ));
    }
    let state = draft_or(ctx, services, draft_key, || {
        Ok(match &existing {
            Some(round) => FollowUpRoundForm::of(&round.value, round.version),
            None => of_last_tertial(ctx),
        })
    })
    .await?;
    Ok(RoundFormView {
        state,
        existing: existing.map(|round| round.value),
    })
}

async fn found(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FollowUpRoundId,
) -> Result<Versioned<FollowUpRound>> {
    let record = round_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)?;
    Ok(record.round)
}

/// The tertial that ended last, as a round begins: what has come is asked about, not what comes.
fn of_last_tertial(ctx: &Ctx) -> FollowUpRoundForm {
    let (year, part) = RoundPart::ended_before(ctx.today());
    FollowUpRoundForm {
        year: year.to_string(),
        part: part.code().to_owned(),
        rules: [Selection::Missing, Selection::FollowUps, Selection::Deliveries]
            .map(|rule| rule.code().to_owned())
            .into(),
        ..FollowUpRoundForm::default()
    }
}

/// Prepares a round with what its rules find to ask about, or changes one and asks about more.
pub async fn round_save(ctx: &Ctx, services: &Services, form: FollowUpRoundForm) -> Result<Answer> {
    decide(ctx, Operation::RoundWrite, None)?;
    let new = match form.parse(ctx.today()) {
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
            let id = id.parse().map_err(|_| ServiceError::NotFound)?;
            Some(found(ctx, &*sending, id).await?)
        }
    };
    if let Some(round) = &before
        && round.value.state == RoundState::Closed
    {
        let theirs = FollowUpRoundForm::of(&round.value, round.version);
        return sending.stale(theirs).await;
    }
    let asked = before.as_ref().map_or(&[][..], |round| &round.value.requests);
    let (questions, silent) = questions(ctx, &*sending, &new, asked).await?;
    let errors = in_the_way(ctx, &*sending, &new, before.as_ref(), &questions).await?;
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let added: Vec<FollowUpRequest> = questions.into_iter().map(|one| request(ctx, one)).collect();
    let (round, record) = match before {
        None => {
            let round = FollowUpRound {
                id: new_id(ctx),
                year: new.year,
                part: new.part,
                due: new.due,
                message: new.message,
                state: RoundState::Prepared,
                opened_on: None,
                closed_on: None,
                requests: added,
            };
            round_insert(ctx, &*sending, &round).await?;
            let record = AuditRecord::new("follow_up_round.prepare", KIND, round.id).after(&round)?;
            (round, record)
        }
        Some(before) => {
            let asked = before.value.requests.iter().cloned();
            let round = FollowUpRound {
                year: new.year,
                part: new.part,
                due: new.due,
                message: new.message,
                requests: asked.chain(added.iter().cloned()).collect(),
                ..before.value.clone()
            };
            if !was_first(round_head_update(ctx, &*sending, &round, form.version()).await)? {
                let theirs = FollowUpRoundForm::of(&before.value, before.version);
                return sending.stale(theirs).await;
            }
            let first = i32::try_from(before.value.requests.len()).unwrap_or(i32::MAX);
            round_ask(ctx, &*sending, round.id, &added, first).await?;
            let record = AuditRecord::new("follow_up_round.change", KIND, round.id)
                .before(&before.value)?
                .after(&round)?;
            (round, record)
        }
    };
    let nothing = match silent.as_slice() {
        [] => String::new(),
        rules => format!("&utan={}", rules.join(",")),
    };
    let goto = format!("{}?klart=sparad{nothing}", page(round.id));
    sending.done(record, goto).await
}

/// What is asked, and the codes of the rules that find nothing to ask by themselves.
async fn questions(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &NewFollowUpRound,
    asked: &[FollowUpRequest],
) -> Result<(Vec<Question>, Vec<&'static str>)> {
    let Some(last_day) = new.part.last_day(new.year) else {
        return Ok((Vec::new(), Vec::new()));
    };
    if new.rules.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let material = work_material_load(ctx, db, &Kept::nothing()).await?;
    let silent = new
        .rules
        .iter()
        .filter(|rule| material.questions(&[**rule], last_day, asked).is_empty())
        .map(|rule| rule.code());
    let silent = silent.collect();
    Ok((material.questions(&new.rules, last_day, asked), silent))
}

/// Another round of the same period, and rules that find nothing.
async fn in_the_way(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &NewFollowUpRound,
    before: Option<&Versioned<FollowUpRound>>,
    questions: &[Question],
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    let id = before.map(|round| round.value.id);
    let taken = round_list(ctx, db).await?.into_iter().any(|round| {
        (round.value.year, round.value.part) == (new.year, new.part) && Some(round.value.id) != id
    });
    if taken {
        let given = new.year.to_string();
        errors.push("part", Problem::Taken { given });
    }
    if questions.is_empty() && !new.rules.is_empty() {
        errors.push("rules", Problem::FindsNothing);
    }
    Ok(errors)
}

fn request(ctx: &Ctx, question: Question) -> FollowUpRequest {
    FollowUpRequest {
        id: new_id(ctx),
        initiative: question.initiative,
        about: question.about,
        unit: question.unit,
        rule: Some(question.rule),
        answer: None,
    }
}
