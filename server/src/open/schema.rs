//! The schema of a database: which it is, and how it becomes this version's.

use migrations::{Migrator, MigratorTrait};
use store::{Store, StoreError};

use super::error::{OpenError, told};

/// Refuses a schema that is not this version's.
pub(super) async fn to_be_read(store: &Store) -> Result<(), OpenError> {
    known_schema(store).await?;
    if is_empty(store).await? {
        return Err(OpenError::Nothing);
    }
    match missing_migrations(store).await? {
        0 => Ok(()),
        missing => Err(OpenError::OlderSchema(missing)),
    }
}

/// Applies what is missing; refuses a schema that a newer version has made.
pub(super) async fn migrate(store: &Store) -> Result<(), OpenError> {
    known_schema(store).await?;
    Migrator::up(store.unaudited(), None)
        .await
        .map_err(|error| told(&StoreError::from(error)))?;
    Ok(())
}

/// Refuses a schema that a newer version has made.
pub(crate) async fn known_schema(store: &Store) -> Result<(), OpenError> {
    let known: Vec<String> = Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect();
    if let Some(unknown) = applied(store)
        .await?
        .into_iter()
        .find(|name| !known.contains(name))
    {
        return Err(told(&StoreError::NewerSchema(unknown)));
    }
    Ok(())
}

/// The migrations that the database has been through.
async fn applied(store: &Store) -> Result<Vec<String>, OpenError> {
    store.applied_migrations().await.map_err(|error| told(&error))
}

/// The database has been through no migration: there is nothing of this program in it.
pub(crate) async fn is_empty(store: &Store) -> Result<bool, OpenError> {
    Ok(applied(store).await?.is_empty())
}

/// How many migrations are missing that this program knows.
pub(crate) async fn missing_migrations(store: &Store) -> Result<usize, OpenError> {
    let applied = applied(store).await?;
    let known = Migrator::migrations();
    let missing = known
        .iter()
        .filter(|known| !applied.iter().any(|name| name == known.name()));
    Ok(missing.count())
}
