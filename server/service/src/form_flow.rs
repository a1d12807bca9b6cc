use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::FieldErrors;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::repo::form_draft::{Draft, form_draft_keep, form_draft_load};
use store::repo::form_submission::{form_submission_insert, form_submission_load};
use store::{ConnectionTrait, WriteTxn};

use crate::error::Result;
use crate::services::Services;
use crate::token::new_token;

/// A draft is kept for this long.
const DRAFT_LIFE: Duration = Duration::hours(24);

/// What became of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was accepted, now or by an earlier sending of the same form; go on here.
    Done(String),
    /// It was not; the draft under this key holds all that was typed and says why.
    Again(String),
}

/// Why a form was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Outcome<F> {
    /// Fields need mending.
    Invalid {
        /// Which, and how.
        errors: FieldErrors,
    },
    /// Somebody else has changed it meanwhile; nothing was overwritten.
    Stale {
        /// How it is now, in the shape of the form.
        theirs: Box<F>,
    },
}

/// What a form page shows: the fields as typed or as stored, and why it came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormState<F> {
    /// The fields.
    pub form: F,
    /// Why it came back, where it did.
    pub outcome: Option<Outcome<F>>,
}

impl<F> FormState<F> {
    /// A form that nobody has sent yet.
    pub fn fresh(form: F) -> Self {
        Self { form, outcome: None }
    }

    /// What is wrong with its fields.
    pub fn errors(&self) -> FieldErrors {
        match &self.outcome {
            Some(Outcome::Invalid { errors }) => errors.clone(),
            _ => FieldErrors::default(),
        }
    }
}

/// A new name for a sending.
pub(crate) fn new_submission() -> Result<String> {
    Ok(new_token()?)
}

/// Keeps what was typed and answers with the draft's key.
pub(crate) async fn again<F: Serialize>(
    ctx: &Ctx,
    services: &Services,
    name: &str,
    submission: &str,
    form: &F,
    outcome: &Outcome<F>,
) -> Result<Answer> {
    let key = new_token()?;
    let draft = Draft {
        key: key.clone(),
        session_hash: ctx.session.clone().unwrap_or_default(),
        form: name.to_owned(),
        submission: submission.to_owned(),
        fields_json: serde_json::to_string(form)?,
        outcome_json: serde_json::to_string(outcome)?,
    };
    form_draft_keep(ctx, services.store.unaudited(), draft, ctx.now + DRAFT_LIFE).await?;
    Ok(Answer::Again(key))
}

/// The draft of this browser under the key, where there is one.
pub(crate) async fn draft<F: DeserializeOwned>(
    ctx: &Ctx,
    services: &Services,
    name: &str,
    key: Option<&str>,
) -> Result<Option<FormState<F>>> {
    let (Some(key), Some(session)) = (key, ctx.session.as_deref()) else {
        return Ok(None);
    };
    let found = form_draft_load(ctx, services.store.reader(), key, session, name).await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(FormState {
        form: serde_json::from_str(&found.fields_json)?,
        outcome: Some(serde_json::from_str(&found.outcome_json)?),
    }))
}

/// Where an earlier sending of the same form led. A form without a name for its sending is always
/// taken as new.
pub(crate) async fn sent_before(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    submission: &str,
) -> Result<Option<String>> {
    if submission.is_empty() {
        return Ok(None);
    }
    Ok(form_submission_load(ctx, db, submission).await?)
}

/// Notes the sending inside the transaction that does what it asks.
pub(crate) async fn note_sending(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    name: &str,
    submission: &str,
    result: &str,
) -> Result<()> {
    if submission.is_empty() {
        return Ok(());
    }
    Ok(form_submission_insert(ctx, txn, submission, name, result).await?)
}
