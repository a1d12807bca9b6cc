use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form};
use domain::policy::{Operation, decide};
use serde::Serialize;
use store::{AuditRecord, ConnectionTrait, StoreError, Trail, Versioned};
use uuid::Uuid;

use super::{PAGE, not_an_id};
use crate::error::{Result, ServiceError};
use crate::form_flow::{
    Added, Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first,
};
use crate::services::Services;

/// What differs between the things of the structure. How they are saved and taken away is the same for
/// all of them.
pub(crate) trait Noun: Serialize + Sized + Send + Sync {
    /// What it is typed in.
    type Form: Form + Send + Sync;
    /// What a valid form becomes.
    type New: Send;
    /// What it is called in the audit log.
    const KIND: &'static str;
    /// What adding one is called in the audit log.
    const ADD: &'static str;
    /// What changing one is called.
    const CHANGE: &'static str;
    /// What taking one away is called.
    const REMOVE: &'static str;

    fn id(&self) -> Uuid;
    fn form(&self, version: i32) -> Self::Form;
    fn parse(form: &Self::Form) -> Result<Self::New, FieldErrors>;
    /// The form with one more row, where that is what was asked for.
    fn with_row(_form: Self::Form) -> Option<Self::Form> {
        None
    }
    /// What does not fit what is there, and what was chosen and is no longer there.
    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &Self::New,
    ) -> Result<FieldErrors>;
    /// The thing as it is to be.
    async fn build(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: Self::New,
    ) -> Result<Self>;
    async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Uuid,
    ) -> Result<Option<Versioned<Self>>, StoreError>;
    async fn insert(&self, ctx: &Ctx, db: &impl ConnectionTrait) -> Result<(), StoreError>;
    async fn update(&self, ctx: &Ctx, db: &impl ConnectionTrait, version: i32) -> Result<i32, StoreError>;
    async fn delete(ctx: &Ctx, db: &impl ConnectionTrait, id: Uuid, version: i32) -> Result<(), StoreError>;
}

/// The form for a new thing, for one that exists, or for what was typed before.
pub(super) async fn form<N: Noun>(
    ctx: &Ctx,
    services: &Services,
    id: Option<Uuid>,
    draft_key: Option<&str>,
    new: impl FnOnce() -> N::Form,
) -> Result<FormState<N::Form>> {
    decide(ctx, Operation::StructureWrite, None)?;
    let stored = match id {
        Some(id) => {
            let found = N::load(ctx, services.store.reader(), id).await?;
            let found = found.ok_or(ServiceError::NotFound)?;
            found.value.form(found.version)
        }
        None => new(),
    };
    draft_or(ctx, services, draft_key, || Ok(stored)).await
}

/// Adds a thing, or changes one.
pub(super) async fn save<N: Noun>(ctx: &Ctx, services: &Services, form: N::Form) -> Result<Answer> {
    decide(ctx, Operation::StructureWrite, None)?;
    if let Some(more) = N::with_row(form.clone()) {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match N::parse(&form) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let id = match form.id() {
        "" => None,
        id => Some(Uuid::parse_str(id).map_err(not_an_id)?),
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let before = match id {
        Some(id) => Some(N::load(ctx, &*sending, id).await?.ok_or(ServiceError::NotFound)?),
        None => None,
    };
    let (thing, record) = match &before {
        None => match add::<N>(ctx, &*sending, new).await? {
            Ok(added) => added,
            Err(errors) => return sending.invalid(errors).await,
        },
        Some(before) => {
            let errors = N::check(ctx, &*sending, id, &new).await?;
            if !errors.is_empty() {
                return sending.invalid(errors).await;
            }
            let thing = N::build(ctx, &*sending, Some(&before.value), new).await?;
            if !was_first(thing.update(ctx, &*sending, form.version()).await)? {
                return sending.stale(before.value.form(before.version)).await;
            }
            let record = AuditRecord::new(N::CHANGE, N::KIND, thing.id())
                .before(&before.value)?
                .after(&thing)?;
            (thing, record)
        }
    };
    let goto = format!("{PAGE}?klart=sparat#{}-{}", N::KIND, thing.id());
    sending.done(record, goto).await
}

/// Adds a thing that is valid by itself, unless it does not fit what is there.
pub(crate) async fn add<N: Noun>(ctx: &Ctx, db: &impl ConnectionTrait, new: N::New) -> Result<Added<N>> {
    let errors = N::check(ctx, db, None, &new).await?;
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let thing = N::build(ctx, db, None, new).await?;
    thing.insert(ctx, db).await?;
    let record = AuditRecord::new(N::ADD, N::KIND, thing.id()).after(&thing)?;
    Ok(Ok((thing, record)))
}

/// Takes a thing away that nothing refers to.
pub(super) async fn delete<N: Noun>(
    ctx: &Ctx,
    services: &Services,
    id: Uuid,
    version: i32,
) -> Result<String> {
    let txn = services.store.write_txn(ctx).await?;
    let Some(before) = N::load(ctx, &txn, id).await? else {
        return Ok(format!("{PAGE}?klart=borttaget"));
    };
    match N::delete(ctx, &txn, id, version).await {
        Ok(()) => {
            let record = AuditRecord::new(N::REMOVE, N::KIND, id).before(&before.value)?;
            txn.commit(Trail::one(record)).await?;
            Ok(format!("{PAGE}?klart=borttaget"))
        }
        Err(StoreError::Reference(_)) => Ok(format!("{PAGE}?klart=anvands#{}-{id}", N::KIND)),
        Err(StoreError::Stale { .. }) => Ok(format!("{PAGE}?klart=hann-fore#{}-{id}", N::KIND)),
        Err(other) => Err(other.into()),
    }
}

/// Implements what only passes on to the functions of a repository.
macro_rules! stored_by {
    ($id:ty, $load:path, $insert:path, $update:path, $delete:path) => {
        async fn load(
            ctx: &Ctx,
            db: &impl ConnectionTrait,
            id: Uuid,
        ) -> Result<Option<Versioned<Self>>, StoreError> {
            $load(ctx, db, <$id>::from(id)).await
        }

        async fn insert(&self, ctx: &Ctx, db: &impl ConnectionTrait) -> Result<(), StoreError> {
            $insert(ctx, db, self).await
        }

        async fn update(
            &self,
            ctx: &Ctx,
            db: &impl ConnectionTrait,
            version: i32,
        ) -> Result<i32, StoreError> {
            $update(ctx, db, self, version).await
        }

        async fn delete(
            ctx: &Ctx,
            db: &impl ConnectionTrait,
            id: Uuid,
            version: i32,
        ) -> Result<(), StoreError> {
            $delete(ctx, db, <$id>::from(id), version).await
        }
    };
}
pub(super) use stored_by;
