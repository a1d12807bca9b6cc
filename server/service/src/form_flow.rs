use std::ops::Deref;

use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, Problem};
use serde::{Deserialize, Serialize};
use store::repo::form_draft::{Draft, form_draft_keep, form_draft_load};
use store::repo::form_submission::{form_submission_insert, form_submission_load};
use store::{AuditRecord, StoreError, Trail, WriteTxn};

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

/// What became of a new thing that is valid by itself: it was added, with this trace; or it does not fit
/// what is there.
pub(crate) type Added<T> = std::result::Result<(T, AuditRecord), FieldErrors>;

/// Why a form came back.
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
    /// One more row was asked for.
    Row,
    /// Something else stands in the way, which the page says.
    Hindered,
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
    /// It came back because something else stood in its way.
    pub fn is_hindered(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Hindered))
    }

    /// What is wrong with its fields.
    pub fn errors(&self) -> FieldErrors {
        match &self.outcome {
            Some(Outcome::Invalid { errors }) => errors.clone(),
            _ => FieldErrors::default(),
        }
    }

    /// What somebody else has stored meanwhile, where the form came back for that.
    pub fn theirs(&self) -> Option<&F> {
        match &self.outcome {
            Some(Outcome::Stale { theirs }) => Some(theirs),
            _ => None,
        }
    }
}

impl<F: Form> FormState<F> {
    /// A form that nobody has sent yet, under a new name for its sending.
    pub(crate) fn fresh(form: F) -> Result<Self> {
        Ok(Self {
            form: form.named(new_token()?),
            outcome: None,
        })
    }
}

/// Keeps what was typed and answers with the draft's key.
async fn kept<F: Form>(ctx: &Ctx, services: &Services, form: &F, outcome: &Outcome<F>) -> Result<Answer> {
    Ok(Answer::Again(written(ctx, services, form, outcome).await?))
}

/// Keeps what was typed, with nothing said of it. Gives the key.
pub(crate) async fn keep<F: Form>(ctx: &Ctx, services: &Services, form: &F) -> Result<String> {
    written(ctx, services, form, &Outcome::Row).await
}

async fn written<F: Form>(ctx: &Ctx, services: &Services, form: &F, outcome: &Outcome<F>) -> Result<String> {
    let key = new_token()?;
    let draft = Draft {
        key: key.clone(),
        session_hash: ctx.session.clone().unwrap_or_default(),
        form: F::NAME.to_owned(),
        submission: form.submission().to_owned(),
        fields_json: serde_json::to_string(form)?,
        outcome_json: serde_json::to_string(outcome)?,
    };
    form_draft_keep(ctx, services.store.unaudited(), draft, ctx.now + DRAFT_LIFE).await?;
    Ok(key)
}

/// Keeps a form whose fields need mending.
pub(crate) async fn invalid<F: Form>(
    ctx: &Ctx,
    services: &Services,
    form: &F,
    errors: FieldErrors,
) -> Result<Answer> {
    kept(ctx, services, form, &Outcome::Invalid { errors }).await
}

/// Keeps a form that nothing is wrong with, while something else stands in its way.
pub(crate) async fn hindered<F: Form>(ctx: &Ctx, services: &Services, form: &F) -> Result<Answer> {
    kept(ctx, services, form, &Outcome::Hindered).await
}

/// Keeps a form that asks for one more row.
pub(crate) async fn one_more_row<F: Form>(ctx: &Ctx, services: &Services, form: &F) -> Result<Answer> {
    kept(ctx, services, form, &Outcome::Row).await
}

/// The draft of this browser under the key, where there is one.
pub(crate) async fn draft<F: Form>(
    ctx: &Ctx,
    services: &Services,
    key: Option<&str>,
) -> Result<Option<FormState<F>>> {
    let (Some(key), Some(session)) = (key, ctx.session.as_deref()) else {
        return Ok(None);
    };
    let found = form_draft_load(ctx, services.store.reader(), key, session, F::NAME).await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(FormState {
        form: serde_json::from_str(&found.fields_json)?,
        outcome: Some(serde_json::from_str(&found.outcome_json)?),
    }))
}

/// What was typed before, or else the form as it is to begin with.
pub(crate) async fn draft_or<F: Form>(
    ctx: &Ctx,
    services: &Services,
    key: Option<&str>,
    begin: impl FnOnce() -> Result<F>,
) -> Result<FormState<F>> {
    match draft(ctx, services, key).await? {
        Some(state) => Ok(state),
        None => FormState::fresh(begin()?),
    }
}

/// A valid form on its way into the database: the transaction that holds the writer's lock, and what
/// to do with what was typed if it goes no further. Every save goes through here, so that each is
/// taken once, comes back whole, and leaves its trace.
pub(crate) struct Sending<'a, F> {
    ctx: &'a Ctx,
    services: &'a Services,
    form: &'a F,
    txn: WriteTxn<'a>,
}

/// Begins a sending. The earlier answer where the same form was sent before.
pub(crate) enum Begun<'a, F> {
    /// It is new: go on.
    New(Sending<'a, F>),
    /// It was taken before.
    Before(Answer),
}

impl<'a, F: Form> Sending<'a, F> {
    /// Takes the writer's lock, and looks whether the form was taken before. A form without a name for
    /// its sending is always taken as new.
    pub(crate) async fn begin(ctx: &'a Ctx, services: &'a Services, form: &'a F) -> Result<Begun<'a, F>> {
        let txn = services.store.write_txn(ctx).await?;
        if !form.submission().is_empty()
            && let Some(earlier) = form_submission_load(ctx, &txn, form.submission()).await?
        {
            return Ok(Begun::Before(Answer::Done(earlier)));
        }
        Ok(Begun::New(Self {
            ctx,
            services,
            form,
            txn,
        }))
    }

    /// Lets go of the lock and keeps the form, because what was chosen does not fit what is there.
    pub(crate) async fn invalid(self, errors: FieldErrors) -> Result<Answer> {
        drop(self.txn);
        invalid(self.ctx, self.services, self.form, errors).await
    }

    /// Lets go of the lock and keeps both versions, because somebody else was first.
    pub(crate) async fn stale(self, theirs: F) -> Result<Answer> {
        drop(self.txn);
        let theirs = Box::new(theirs.named(self.form.submission().to_owned()));
        kept(self.ctx, self.services, self.form, &Outcome::Stale { theirs }).await
    }

    /// Lets go of the lock and keeps the form, because something else stands in its way.
    pub(crate) async fn hindered(self) -> Result<Answer> {
        drop(self.txn);
        hindered(self.ctx, self.services, self.form).await
    }

    /// Notes the sending, writes the trace and commits: all of it, or nothing.
    pub(crate) async fn done(self, record: AuditRecord, goto: String) -> Result<Answer> {
        self.done_all(Trail::one(record), goto).await
    }

    /// The same for what leaves several traces.
    pub(crate) async fn done_all(self, trail: Trail, goto: String) -> Result<Answer> {
        let submission = self.form.submission();
        if !submission.is_empty() {
            form_submission_insert(self.ctx, &self.txn, submission, F::NAME, &goto).await?;
        }
        self.txn.commit(trail).await?;
        Ok(Answer::Done(goto))
    }
}

impl<'a, F> Deref for Sending<'a, F> {
    type Target = WriteTxn<'a>;

    fn deref(&self) -> &WriteTxn<'a> {
        &self.txn
    }
}

/// Whether an update was made; `false` where somebody else was first.
pub(crate) fn was_first<T>(updated: Result<T, StoreError>) -> Result<bool> {
    match updated {
        Ok(_) => Ok(true),
        Err(StoreError::Stale { .. }) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// Notes a choice that is not among what there is to choose from.
pub(crate) fn check_there<T: PartialEq + ToString>(
    errors: &mut FieldErrors,
    field: &str,
    chosen: impl IntoIterator<Item = T>,
    there: impl Fn(&T) -> bool,
) {
    for one in chosen {
        if !there(&one) {
            let given = one.to_string();
            errors.push(field, Problem::Gone { given });
        }
    }
}
