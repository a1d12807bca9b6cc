//! The key that seals what has to be read again: from the configuration, or in a file of its own beside the
//! database, so that a copy of the database alone opens nothing.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use service::{KEY_BYTES, Secrets, ServiceError, Services, secrets_check, told};

use crate::clock::operator;
use crate::open::sqlite_file;
use crate::owner::{advice, warn_of_root};

/// Why there is no key, in one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// What was given is no key.
    #[error("NYTTA_SECRET_KEY is no key: write {} hexadecimal digits, as `openssl rand -hex {KEY_BYTES}` makes them", KEY_BYTES * 2)]
    Form,
    /// Several servers share a database: they have to share a key as well.
    #[error(
        "with PostgreSQL the key that seals secrets is given: set NYTTA_SECRET_KEY, the same for all servers; `openssl rand -hex \
         {KEY_BYTES}` makes one, and whoever comes from SQLite takes what is in nytta.sqlite.key"
    )]
    Needed,
    /// The file cannot be read or made.
    #[error("the key file {} cannot be read or made ({source}): {advice}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to do.
        advice: String,
    },
    /// The file holds something else.
    #[error("the key file {} holds no key; put the right one back from where keys are kept", .0.display())]
    Damaged(PathBuf),
    /// Others than the program may read it.
    #[error("the key file {} may be read by others than its owner; run chmod 600 on it", .0.display())]
    Open(PathBuf),
    /// It does not open what is sealed.
    #[error(
        "the key does not open what is sealed in the database: {0}; use the key that was used before, or lose the apps that people sign in with (nytta user forget-app)"
    )]
    Other(String),
    /// The file is gone, and something is sealed.
    #[error(
        "the key file {} is not there, and secrets in the database are sealed with it: put the copy back, as that file or in \
         NYTTA_SECRET_KEY; without any copy, lose the apps that people sign in with (nytta user forget-app)",
        .0.display()
    )]
    Missing(PathBuf),
    /// It could not be tried.
    #[error("the key cannot be tried, since the database does not answer: {0}")]
    Database(String),
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
}

/// A key, and the file that it is to be written to where it is new.
pub(crate) struct SecretKey {
    key: [u8; KEY_BYTES],
    new_file: Option<PathBuf>,
}

impl SecretKey {
    /// The key that is given, or is in the file beside the database, or a new one. Nothing is written yet.
    pub(crate) fn find(url: &str, given: Option<&str>) -> Result<Self, KeyError> {
        let file = key_file(url);
        let (key, new_file) = match (given, file) {
            (Some(given), _) => (read(given).ok_or(KeyError::Form)?, None),
            (None, Some(file)) => match read_file(&file)? {
                Some(key) => (key, None),
                None => (new_key()?, Some(file)),
            },
            // A database in memory is gone with its key.
            (None, None) if url.starts_with("sqlite:") => (new_key()?, None),
            (None, None) => return Err(KeyError::Needed),
        };
        Ok(Self { key, new_file })
    }

    /// The services with the key, once it is known to open what is sealed; a new one is written then. Where
    /// something is sealed already, the file was lost, and no other takes its place.
    pub(crate) async fn given_to(self, services: Services) -> Result<Services, KeyError> {
        let services = self.tried(services).await?;
        if let Some(file) = &self.new_file {
            write_file(file, &self.key)?;
        }
        Ok(services)
    }

    /// The services with the key, once it is known to open what is sealed. Nothing is written.
    pub(crate) async fn tried(&self, services: Services) -> Result<Services, KeyError> {
        let services = services.with_secrets(Secrets::new(self.key));
        secrets_check(&operator(), &services)
            .await
            .map_err(|error| match (error, &self.new_file) {
                (ServiceError::State(_), Some(file)) => KeyError::Missing(file.clone()),
                (ServiceError::State(why), None) => KeyError::Other(why.to_owned()),
                (other, _) => KeyError::Database(told(&other)),
            })?;
        Ok(services)
    }

    /// The file that a new key is to be written to; none where the key is not new.
    pub(crate) fn new_file(&self) -> Option<&Path> {
        self.new_file.as_deref()
    }
}

/// Where the key of a database in a file is kept; none where it is in no file.
fn key_file(url: &str) -> Option<PathBuf> {
    let mut file = sqlite_file(url)?.into_os_string();
    file.push(".key");
    Some(PathBuf::from(file))
}

fn new_key() -> Result<[u8; KEY_BYTES], KeyError> {
    let mut key = [0_u8; KEY_BYTES];
    getrandom::fill(&mut key).map_err(KeyError::Random)?;
    Ok(key)
}

fn read(hexadecimal: &str) -> Option<[u8; KEY_BYTES]> {
    let mut key = [0_u8; KEY_BYTES];
    hex::decode_to_slice(hexadecimal.trim(), &mut key).ok()?;
    Some(key)
}

/// What is told where the file cannot be read or made.
fn failed(file: &Path) -> impl Fn(std::io::Error) -> KeyError {
    move |source| KeyError::File {
        file: file.to_owned(),
        advice: advice(file, &source),
        source,
    }
}

fn read_file(file: &Path) -> Result<Option<[u8; KEY_BYTES]>, KeyError> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(file)(error)),
    };
    let mode = fs::metadata(file).map_err(failed(file))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(KeyError::Open(file.to_owned()));
    }
    let key = read(&text).ok_or_else(|| KeyError::Damaged(file.to_owned()))?;
    Ok(Some(key))
}

fn write_file(file: &Path, key: &[u8; KEY_BYTES]) -> Result<(), KeyError> {
    warn_of_root(file);
    let text = hex::encode(key);
    let mut made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .map_err(failed(file))?;
    made.write_all(format!("{text}\n").as_bytes())
        .and_then(|()| made.sync_all())
        .map_err(failed(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_in_hexadecimal_digits() {
        assert_eq!(
            read(&format!(" {}\n", "0f".repeat(KEY_BYTES))),
            Some([15; KEY_BYTES])
        );
        for wrong in [
            "",
            "0f",
            &"0g".repeat(KEY_BYTES),
            &"0f".repeat(KEY_BYTES + 1),
            &"å".repeat(KEY_BYTES),
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn whoever_comes_from_sqlite_is_told_which_key_it_is() {
        let asked = SecretKey::find("postgres://nytta@localhost/nytta", None);
        let told = asked.err().expect("it is not given").to_string();
        assert!(
            told.contains("openssl rand -hex 32") && told.contains("nytta.sqlite.key"),
            "{told}"
        );
    }

    #[test]
    fn a_database_in_a_file_has_its_key_beside_it() {
        let beside = |url| key_file(url).map(|file| file.display().to_string());
        assert_eq!(
            beside("sqlite://data/nytta.sqlite?mode=rwc").as_deref(),
            Some("data/nytta.sqlite.key")
        );
        assert_eq!(
            beside("sqlite:data/n.sqlite").as_deref(),
            Some("data/n.sqlite.key")
        );
        assert_eq!(beside("sqlite://n?mode=memory"), None);
        assert_eq!(beside("sqlite::memory:"), None);
        assert_eq!(beside("sqlite://:memory:"), None);
        assert_eq!(beside("postgres://nytta@localhost/nytta"), None);
    }
}
