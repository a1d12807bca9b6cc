//! `nytta config check`: what holds, and whether it can be used, without changing anything.

use std::fs::File;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use service::Services;

use super::serve::advice;
use super::{CommandError, say};
use crate::config::{ServeConfig, site};
use crate::digest::Digests;
use crate::open::{
    OpenError, folder_of, is_address, is_empty, is_there, known_schema, missing_migrations, open_as_it_is,
    sqlite_file,
};
use crate::owner::place;
use crate::secret_key::{KeyError, SecretKey};
use crate::settings::Setting;
use crate::single_sign_on::ways;

/// What makes a database, or fills an empty one.
const MADE_BY: &str = "as the server starts, or by nytta user add, migrate, import or restore";

/// What came of trying something.
enum Tried {
    Fine(String),
    /// It works, and something is to be said of it.
    Note(String),
    /// It cannot be used, with what to do.
    Problem(String),
}

/// Where the settings are from, as far as the check has to know.
pub(crate) struct Source<'a> {
    /// All settings.
    pub(crate) settings: &'a [Setting],
    /// What is to be told of names in the environment that look like settings and are none.
    pub(crate) unknown: Vec<String>,
    /// The file, and whether others may read the secrets in it.
    pub(crate) file: Option<(&'a Path, std::io::Result<bool>)>,
}

/// Tells every setting and where it is from, tries what can be tried, and fails where something cannot be used.
pub(crate) async fn check(url: &str, config: &ServeConfig, source: Source<'_>) -> Result<(), CommandError> {
    match &source.file {
        Some((path, _)) => say(&format!("file: {}\n", path.display()))?,
        None => say("file: none\n")?,
    }
    for line in table(source.settings) {
        say(&line)?;
    }
    say("")?;
    let mut tried = Vec::new();
    if let Some((path, is_open)) = source.file {
        tried.push(("file", readable(path, is_open)));
    }
    for unknown in source.unknown {
        // It may be somebody else's, and keeps nobody from starting.
        tried.push(("environment", Tried::Note(unknown)));
    }
    tried.push(("addresses", addresses(config)));
    tried.extend(taken(config).map(|told| ("addresses", Tried::Note(told))));
    let (database, there) = database(url).await;
    tried.push(("database", database));
    if let Some(path) = sqlite_file(url).filter(|path| is_for_everybody(path)) {
        let told = format!(
            "everybody on this machine may read {0}: run chmod o= on it, and on {0}-wal and {0}-shm where they are there",
            path.display()
        );
        tried.push(("database", Tried::Problem(told)));
    }
    tried.push(("key", key(url, config.secret_key.as_deref(), &there).await));
    if let There::Ours(services) | There::Other(services) = there {
        services.store.close().await;
    }
    tried.push(("sign-in", sign_in(config)));
    tried.push(("mail", mail(config)));
    tried.extend(
        advice(config)
            .into_iter()
            .map(|advice| ("advice", Tried::Note(advice.to_owned()))),
    );
    let mut problems = 0;
    for (what, tried) in tried {
        let (mark, told) = match tried {
            Tried::Fine(told) => ("ok", told),
            Tried::Note(told) => ("note", told),
            Tried::Problem(told) => {
                problems += 1;
                ("PROBLEM", told)
            }
        };
        say(&format!("{mark:<8} {what}: {told}"))?;
    }
    match problems {
        0 => Ok(()),
        problems => Err(CommandError::Config(problems)),
    }
}

/// The settings below each other.
fn table(settings: &[Setting]) -> Vec<String> {
    let value = |setting: &Setting| setting.value.clone().unwrap_or_default();
    let width = |lengths: Vec<usize>| lengths.into_iter().max().unwrap_or_default();
    let keys = width(
        settings
            .iter()
            .map(|setting| setting.key.chars().count())
            .collect(),
    );
    let values = width(
        settings
            .iter()
            .map(|setting| value(setting).chars().count())
            .collect(),
    );
    settings
        .iter()
        .map(|setting| {
            format!(
                "{:<keys$}  {:<values$}  {}",
                setting.key,
                value(setting),
                setting.from
            )
        })
        .collect()
}

fn readable(path: &Path, is_open: std::io::Result<bool>) -> Tried {
    match is_open {
        Ok(false) => Tried::Fine("every key is known".to_owned()),
        Ok(true) => Tried::Problem(format!(
            "there are secrets in {}, and everybody on this machine may read it: give it to the group that the program runs as \
             (chgrp), and run chmod o= on it",
            path.display()
        )),
        Err(error) => Tried::Problem(format!("{}: {error}", path.display())),
    }
}

fn addresses(config: &ServeConfig) -> Tried {
    if config.metrics_addr == Some(config.addr) && config.addr.port() != 0 {
        return Tried::Problem(
            "pages and metrics cannot have the same: choose another port for NYTTA_METRICS_ADDR".to_owned(),
        );
    }
    let people = site(config.public_url.as_deref(), config.addr);
    Tried::Fine(format!("it listens on {}; people use {people}", config.addr))
}

/// Addresses that cannot be listened on just now. That is as it should be where the server runs, and keeps nobody from starting.
fn taken(config: &ServeConfig) -> impl Iterator<Item = String> {
    let pages = (config.addr, "NYTTA_ADDR");
    let metrics = config.metrics_addr.map(|addr| (addr, "NYTTA_METRICS_ADDR"));
    [Some(pages), metrics]
        .into_iter()
        .flatten()
        .filter_map(|(addr, name)| {
            let error = TcpListener::bind(addr).err()?;
            Some(match error.kind() {
                ErrorKind::AddrInUse => {
                    format!("{addr} is taken: by this server if it runs, else choose another by {name}")
                }
                _ => format!("{addr} cannot be listened on ({error}): choose another by {name}"),
            })
        })
}

/// What there is of a database.
enum There {
    /// It is yet to be made, or to be filled.
    Nothing,
    /// It is there, and could not be opened.
    Closed,
    /// One with a schema that is not this version's.
    Other(Services),
    /// One that this version works with.
    Ours(Services),
}

/// Whether the database answers and has a schema that is known.
async fn database(url: &str) -> (Tried, There) {
    match is_there(url) {
        Ok(()) => {}
        Err(OpenError::NotThere(path)) => return (not_there(&path), There::Nothing),
        Err(error) => return (Tried::Problem(error.to_string()), There::Closed),
    }
    let services = match open_as_it_is(url).await {
        Ok(services) => services,
        Err(error) => return (Tried::Problem(error.to_string()), There::Closed),
    };
    if let Err(error) = known_schema(&services.store).await {
        return (Tried::Problem(error.to_string()), There::Other(services));
    }
    match is_empty(&services.store).await {
        Ok(true) => {
            services.store.close().await;
            let told = format!("it answers, and there is nothing of Nytta in it yet: that is made {MADE_BY}");
            return (Tried::Note(told), There::Nothing);
        }
        Ok(false) => {}
        Err(error) => return (Tried::Problem(error.to_string()), There::Other(services)),
    }
    match missing_migrations(&services.store).await {
        Ok(0) => (
            Tried::Fine("it answers, and has the schema of this version".to_owned()),
            There::Ours(services),
        ),
        Ok(missing) => {
            let told = format!(
                "it answers; migrations missing: {missing}. nytta serve, or nytta migrate, applies them: take a backup before"
            );
            (Tried::Note(told), There::Other(services))
        }
        Err(error) => (Tried::Problem(error.to_string()), There::Other(services)),
    }
}

/// Others than a file's owner and group may read it, and come as far as to it.
fn is_for_everybody(path: &Path) -> bool {
    let Ok(path) = path.canonicalize() else {
        return false;
    };
    let others_may = |path: &Path, what: u32| {
        let rights = path.metadata().map(|there| there.permissions().mode());
        rights.is_ok_and(|mode| mode & what != 0)
    };
    others_may(&path, 0o004) && path.ancestors().skip(1).all(|folder| others_may(folder, 0o001))
}

/// An SQLite database that is yet to be made. Folders are made with it: whether they can be is tried, and nothing left.
fn not_there(path: &Path) -> Tried {
    let folder = folder_of(path);
    let place = place(folder);
    if !place.is_dir() {
        return Tried::Problem(format!("{} is no folder: choose another place", place.display()));
    }
    match can_be_made(place, place == folder) {
        Ok(()) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            Tried::Note(format!(
                "{} is not there yet: it is made {MADE_BY}",
                path.display()
            ))
        }
        Err(error) => Tried::Problem(format!(
            "{} is not there yet, and cannot be made: {} cannot be written ({error}); make it writable for the account that \
             the program runs as, or choose another place",
            path.display(),
            place.display()
        )),
    }
}

/// Makes what the program would make, a file or a folder by a name of its own, and takes it away again.
fn can_be_made(folder: &Path, a_file: bool) -> std::io::Result<()> {
    let tried = folder.join(format!(".nytta-check-{}", uuid::Uuid::now_v7().simple()));
    if a_file {
        File::create_new(&tried)?;
        std::fs::remove_file(&tried)
    } else {
        std::fs::create_dir(&tried)?;
        std::fs::remove_dir(&tried)
    }
}

async fn key(url: &str, given: Option<&str>, there: &There) -> Tried {
    let key = match SecretKey::find(url, given) {
        Ok(key) => key,
        Err(KeyError::Needed) if is_address(url).is_err() => {
            return Tried::Note("where it belongs follows from the database".to_owned());
        }
        Err(error) => return Tried::Problem(error.to_string()),
    };
    let tried = match there {
        There::Nothing => true,
        There::Closed => false,
        // Secrets are sealed in one of an earlier version too: found before its schema is changed.
        There::Ours(services) | There::Other(services) => match key.tried(services.clone()).await {
            Ok(_) => true,
            Err(KeyError::Database(_)) if matches!(there, There::Other(_)) => false,
            Err(error) => return Tried::Problem(error.to_string()),
        },
    };
    match key.new_file() {
        Some(file) if !tried => Tried::Note(format!(
            "{} is not there, and whether something is sealed by it could not be tried: where people sign in by password, put it \
             back before anything is started",
            file.display()
        )),
        Some(file) => Tried::Note(format!("{} is made at the first start", file.display())),
        None => Tried::Fine("it is one, and nobody else may read it".to_owned()),
    }
}

fn sign_in(config: &ServeConfig) -> Tried {
    match ways(&config.sign_on, config.public_url.as_deref()) {
        Ok((_, Some(_))) => Tried::Fine("by the identity provider, which was not asked".to_owned()),
        Ok((_, None)) => Tried::Fine("by password".to_owned()),
        Err(error) => Tried::Problem(error.to_string()),
    }
}

fn mail(config: &ServeConfig) -> Tried {
    match Digests::of(&config.mail, config.public_url.as_deref()) {
        Ok(Some(_)) => Tried::Fine("by the mail server, which was not asked".to_owned()),
        Ok(None) if config.mail.mail_from.is_some() => Tried::Problem(
            "NYTTA_MAIL_FROM is set, and no mail is sent without a server: set NYTTA_SMTP_URL too, or neither"
                .to_owned(),
        ),
        Ok(None) => Tried::Fine("none is sent".to_owned()),
        Err(error) => Tried::Problem(error.to_string()),
    }
}
