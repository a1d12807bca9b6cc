//! A throwaway PostgreSQL for tests: its own folder, a free port of this machine alone, gone at the
//! end however the tests end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::debian::{Need, is_root};
use crate::error::{Error, Result};
use crate::keeper::Keeper;
use crate::process::{capture, find, free_port};

/// The server's programs; Debian keeps them off PATH.
pub const POSTGRES: Need = Need {
    what: "the PostgreSQL server",
    packages: &["postgresql"],
    find: programs,
};

/// What makes the server's certificate.
pub const OPENSSL: Need = Need {
    what: "OpenSSL",
    packages: &["openssl"],
    find: || find("openssl"),
};

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts the server, waits until xtask closes the pipe or is gone, then stops and removes it all.
///
/// `ended` tells that the server stopped before it was asked to.
const KEEPER: &str = r#"
( "$1/postgres" -D "$2/data" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 \
    -c ssl=on -c ssl_cert_file="$2/certificate" -c ssl_key_file="$2/key" \
    -c max_connections=300 -c shared_buffers=64MB \
    -c fsync="$4" -c synchronous_commit="$4" -c full_page_writes="$4" \
    >"$2/log" 2>&1; : >"$2/ended" ) &
cat >/dev/null
"$1/pg_ctl" stop --silent --mode=immediate --pgdata="$2/data" >/dev/null 2>&1
wait
rm -rf "$2"
"#;

/// Whether what is acknowledged is on disk.
#[derive(Clone, Copy, Debug)]
pub enum Durability {
    /// As in production.
    Durable,
    /// For tests, which throw everything away: several times as fast.
    Throwaway,
}

impl Durability {
    fn switch(self) -> &'static str {
        match self {
            Self::Durable => "on",
            Self::Throwaway => "off",
        }
    }
}

/// A running server; dropping it stops and removes it.
pub struct Postgres {
    /// For its end.
    _keeper: Keeper,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Makes a cluster and starts it.
    pub fn start(durability: Durability) -> Result<Self> {
        let programs = programs().ok_or_else(|| Error::Missing {
            what: POSTGRES.what.to_owned(),
            hint: "Install it, with initdb on PATH.".to_owned(),
        })?;
        let account = Account::for_server()?;
        let port = free_port()?;
        let folder = account.new_folder(port)?;
        let made = make_cluster(&programs, &folder, &account);
        if made.is_err() {
            // Nobody keeps it yet.
            fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
        }
        made?;
        let keeper = Keeper::begin("PostgreSQL", KEEPER, |command| {
            command
                .arg(&programs)
                .arg(&folder)
                .arg(port.to_string())
                .arg(durability.switch());
            account.apply(command, &folder);
        })?;
        let server = Self {
            _keeper: keeper,
            folder,
            port,
        };
        server.wait_until_ready(&programs)?;
        Ok(server)
    }

    /// The administrator's address; there is no password, and nobody else can reach the port's data
    /// but those on this machine.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// The certificate that it shows those who ask for TLS, signed by itself.
    pub fn certificate(&self) -> PathBuf {
        self.folder.join("certificate")
    }

    fn wait_until_ready(&self, programs: &Path) -> Result<()> {
        let start = Instant::now();
        loop {
            let mut ask = Command::new(programs.join("pg_isready"));
            ask.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if ask.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE || self.folder.join("ended").exists() {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(Error::Unexpected {
                    what: format!(
                        "PostgreSQL did not start on port {}:\n{}",
                        self.port,
                        log.trim_end()
                    ),
                    hint: "Its own words above say why; try again if the port was taken meanwhile."
                        .to_owned(),
                });
            }
            sleep(Duration::from_millis(50));
        }
    }
}

/// Who runs the server: it refuses to run as root.
struct Account {
    ids: Option<(u32, u32)>,
}

impl Account {
    fn for_server() -> Result<Self> {
        if !is_root() {
            return Ok(Self { ids: None });
        }
        let id = |flag| -> Result<u32> {
            let hint = "PostgreSQL does not run as root: install Debian's package postgresql, which makes \
                        the account postgres, or run the tests as somebody else.";
            let id = capture(Command::new("id").args([flag, "postgres"]), hint)?;
            id.trim().parse().map_err(|_| Error::Missing {
                what: "the account postgres".to_owned(),
                hint: hint.to_owned(),
            })
        };
        Ok(Self {
            ids: Some((id("-u")?, id("-g")?)),
        })
    }

    /// A folder of this account's own. A short path: that of a socket must not exceed 107 bytes.
    fn new_folder(&self, port: u16) -> Result<PathBuf> {
        // Root's own temporary folder may be closed to others.
        let parent = if self.ids.is_some() {
            PathBuf::from("/tmp")
        } else {
            std::env::temp_dir()
        };
        let folder = parent.join(format!("nytta-pg-{}-{port}", std::process::id()));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).map_err(Error::file("create", &folder))?;
        #[cfg(unix)]
        if let Some((user, group)) = self.ids {
            std::os::unix::fs::chown(&folder, Some(user), Some(group))
                .map_err(Error::file("hand over", &folder))?;
        }
        Ok(folder)
    }

    fn apply(&self, command: &mut Command, folder: &Path) {
        command.current_dir(folder).env("HOME", folder);
        #[cfg(unix)]
        if let Some((user, group)) = self.ids {
            use std::os::unix::process::CommandExt;
            command.uid(user).gid(group);
        }
    }
}

/// The folder with `initdb` and the rest: the newest of Debian's, else the one on PATH.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            (folder.join("initdb").is_file() && folder.join("postgres").is_file())
                .then_some((version, folder))
        })
        .max();
    let on_path = || Some(find("initdb")?.canonicalize().ok()?.parent()?.to_owned());
    newest.map(|(_, folder)| folder).or_else(on_path)
}

fn make_cluster(programs: &Path, folder: &Path, account: &Account) -> Result<()> {
    let mut initdb = Command::new(programs.join("initdb"));
    // C.UTF-8 sorts as SQLite does, and knows the lower case of Å, Ä and Ö.
    initdb.args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]);
    initdb.arg("-D").arg(folder.join("data"));
    account.apply(&mut initdb, folder);
    capture(&mut initdb, "PostgreSQL's message above says why.")?;
    // The server reads its key where nobody else may, so its own account makes it.
    let mut openssl = Command::new("openssl");
    openssl.args([
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-addext",
        "basicConstraints=critical,CA:FALSE",
    ]);
    openssl.arg("-keyout").arg(folder.join("key"));
    openssl.arg("-out").arg(folder.join("certificate"));
    account.apply(&mut openssl, folder);
    capture(&mut openssl, "OpenSSL's message above says why.").map(drop)
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() -> Result<()> {
        let server = Postgres::start(Durability::Throwaway)?;
        let (folder, address) = (server.folder.clone(), ("127.0.0.1", server.port));
        assert!(TcpStream::connect(address).is_ok());
        assert!(folder.exists());
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        assert!(!folder.exists());
        Ok(())
    }
}
