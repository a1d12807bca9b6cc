//! The database, opened: by an address, with the schema of this version or with the one that it has.

mod address;
mod error;
mod file;
mod schema;

use std::sync::Arc;

use service::Services;
use store::{CONNECTIONS, SchemaLock, Store, StoreOptions};

use self::address::is_read_only;
use self::error::{not_reached, told};
use self::file::{make_file, may_write};
use self::schema::{migrate, to_be_read};
use crate::owner::warn_of_root;
use crate::renderer::Renderings;

pub(crate) use address::{is_address, sqlite_file};
pub use error::OpenError;
pub(crate) use file::{folder_of, is_there, make_folder, new_here};
pub(crate) use schema::{is_empty, known_schema, missing_migrations};

/// Opens the database, brings its schema up to date and puts the services together.
///
/// # Errors
/// Where the database cannot be reached, or was made by a newer version of the program.
pub async fn open(url: &str) -> Result<Services, OpenError> {
    open_with(url, CONNECTIONS).await
}

/// The same with so many connections to the database.
///
/// # Errors
/// Where the database cannot be reached, or was made by a newer version of the program.
pub(crate) async fn open_with(url: &str, connections: u32) -> Result<Services, OpenError> {
    let services = opened(url, connections).await?;
    // Servers that start at the same moment bring it up to date one after the other.
    let lock = SchemaLock::take(url).await.map_err(|error| told(&error))?;
    migrate(&services.store).await?;
    lock.release().await.map_err(|error| told(&error))?;
    Ok(services)
}

/// Opens a database that is there, and brings its schema up to date. What is asked of none, in the wrong folder perhaps, is not
/// answered by an empty one.
///
/// # Errors
/// Where there is none, it cannot be reached, or was made by a newer version of the program.
pub(crate) async fn open_there(url: &str) -> Result<Services, OpenError> {
    is_there(url)?;
    open(url).await
}

/// The same for what only reads: a schema of an earlier version is refused, for a server of that version may be at work on it.
///
/// # Errors
/// Where there is none, it cannot be reached, or has the schema of another version.
pub(crate) async fn open_to_read(url: &str) -> Result<Services, OpenError> {
    is_there(url)?;
    let services = open_as_it_is(url).await?;
    match to_be_read(&services.store).await {
        Ok(()) => Ok(services),
        Err(error) => {
            services.store.close().await;
            Err(error)
        }
    }
}

/// Opens the database with the schema that it has.
///
/// # Errors
/// Where the database cannot be reached.
pub(crate) async fn open_as_it_is(url: &str) -> Result<Services, OpenError> {
    opened(url, CONNECTIONS).await
}

async fn opened(url: &str, connections: u32) -> Result<Services, OpenError> {
    is_address(url)?;
    match sqlite_file(url) {
        Some(_) if is_read_only(url) => is_there(url)?,
        Some(path) => match is_there(url) {
            Ok(()) => may_write(&path)?,
            Err(OpenError::NotThere(_)) => {
                warn_of_root(&path);
                make_folder(&path)?;
                make_file(&path)?;
            }
            Err(error) => return Err(error),
        },
        None => {}
    }
    let options = StoreOptions {
        url: url.to_owned(),
        readers: connections,
    };
    let store = Store::connect(&options).await;
    Ok(services_of(store.map_err(|error| not_reached(url, &error))?))
}

/// The services on a database that is open.
pub(crate) fn services_of(store: Store) -> Services {
    Services::new(store, Arc::new(Renderings))
}
