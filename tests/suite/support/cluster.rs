//! A PostgreSQL of a test's own, that it may stop.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use sea_orm::{ConnectionTrait, Database};
use uuid::Uuid;

use super::disk::Disk;
use super::free_port;

/// Waits until the test is gone, however it goes, then stops the server and removes it.
const KEEPER: &str = r#"
cat >/dev/null
"$1/pg_ctl" stop --silent --mode=immediate --pgdata="$2/data" >/dev/null 2>&1
rm -rf "$2"
"#;

/// A server with an empty database, listening on a port of this machine alone.
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    ids: Option<(u32, u32)>,
    keeper: Option<Child>,
    /// How it is set: "fsync=on", as it comes, or off.
    fsync: &'static str,
}

impl Cluster {
    /// Makes one and starts it. What is committed outlives a stop at once, as on a machine that goes on running.
    pub fn start() -> Self {
        Self::with("fsync=off")
    }

    /// The same as PostgreSQL comes: what is committed is on the disk.
    pub fn durable() -> Self {
        Self::with("fsync=on")
    }

    fn with(fsync: &'static str) -> Self {
        let programs = std::env::var("NYTTA_TEST_POSTGRES_PROGRAMS")
            .expect("NYTTA_TEST_POSTGRES_PROGRAMS says where initdb is: run the tests by cargo xtask test");
        let ids = account();
        // Of a short path, for its socket, and where its account may come.
        let folder = PathBuf::from(format!(
            "/tmp/nytta-own-{}",
            &Uuid::new_v4().simple().to_string()[..12]
        ));
        fs::create_dir(&folder).expect("a temporary folder");
        hand_over(&folder, ids);
        let mut cluster = Self {
            programs: PathBuf::from(programs),
            folder,
            port: free_port(),
            ids,
            keeper: None,
            fsync,
        };
        let mut keeper = cluster.as_its_account(Command::new("sh"));
        keeper.args(["-c", KEEPER, "cluster-keeper"]);
        keeper.arg(&cluster.programs).arg(&cluster.folder);
        cluster.keeper = Some(keeper.stdin(Stdio::piped()).spawn().expect("a shell"));
        let mut initdb = cluster.command("initdb");
        initdb.args([
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        must(&mut initdb);
        cluster.start_again();
        cluster
    }

    fn as_its_account(&self, mut command: Command) -> Command {
        command.current_dir(&self.folder).env("HOME", &self.folder);
        if let Some((user, group)) = self.ids {
            command.uid(user).gid(group);
        }
        command
    }

    /// One of PostgreSQL's programs on its data.
    fn command(&self, program: &str) -> Command {
        let mut command = self.as_its_account(Command::new(self.programs.join(program)));
        command.arg("--pgdata").arg(self.folder.join("data"));
        command
    }

    /// Where it answers.
    pub fn url(&self) -> String {
        format!(
            "postgres://postgres@127.0.0.1:{}/postgres?sslmode=disable",
            self.port
        )
    }

    /// An empty database of it with all that is kept in it on a disk, and where it answers. The log that everything is
    /// written to first stays with the cluster.
    pub async fn database_on(&self, disk: &Disk) -> String {
        let folder = disk.file("tables");
        fs::create_dir(&folder).expect("a folder");
        hand_over(&folder, self.ids);
        let server = Database::connect(self.url()).await.expect("it answers");
        for make in [
            format!("CREATE TABLESPACE small LOCATION '{}'", folder.display()),
            "CREATE DATABASE small TEMPLATE template0 TABLESPACE small".to_owned(),
        ] {
            server.execute_unprepared(&make).await.expect("it is made");
        }
        server.close().await.expect("closes");
        self.url().replace("/postgres?", "/small?")
    }

    /// Its first process, which every connection's comes from.
    pub fn process(&self) -> String {
        let file = fs::read_to_string(self.folder.join("data/postmaster.pid")).expect("it runs");
        file.lines().next().expect("a number").to_owned()
    }

    /// Starts it after a stop, and waits until it answers.
    pub fn start_again(&self) {
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c shared_buffers=32MB -c {}",
            self.port,
            self.folder.display(),
            self.fsync
        );
        let mut start = self.command("pg_ctl");
        start.args(["start", "--silent", "--wait", "--timeout=60"]);
        start
            .arg("--log")
            .arg(self.folder.join("log"))
            .arg("--options")
            .arg(options);
        must(&mut start);
    }

    /// Stops it at once: whoever is connected is thrown out in the middle of whatever it is.
    pub fn stop_at_once(&self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--silent", "--mode=immediate"]);
        must(&mut stop);
    }

    /// Goes on as a standby, which only reads.
    pub fn become_standby(&self) {
        self.stop_at_once();
        let signal = self.folder.join("data/standby.signal");
        fs::write(&signal, "").expect("a signal");
        hand_over(&signal, self.ids);
        self.start_again();
    }

    /// A standby writes again.
    pub fn promote(&self) {
        let mut promote = self.command("pg_ctl");
        promote.args(["promote", "--silent", "--wait"]);
        must(&mut promote);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            // Closing the pipe is the signal; a keeper that has ended already has done it.
            drop(keeper.stdin.take());
            let _ = keeper.wait();
        }
    }
}

fn hand_over(path: &Path, ids: Option<(u32, u32)>) {
    if let Some((user, group)) = ids {
        std::os::unix::fs::chown(path, Some(user), Some(group)).expect("it is handed over");
    }
}

/// Who runs the server: it refuses to run as root.
fn account() -> Option<(u32, u32)> {
    let id = |words: &[&str]| -> u32 {
        let said = Command::new("id").args(words).output().expect("id is there");
        let said = String::from_utf8(said.stdout).expect("text");
        said.trim()
            .parse()
            .expect("the account postgres, which Debian's package makes")
    };
    (id(&["-u"]) == 0).then(|| (id(&["-u", "postgres"]), id(&["-g", "postgres"])))
}

/// Runs a command that must work. Its output goes nowhere a server that stays could hold open.
fn must(command: &mut Command) {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
    let status = status.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
