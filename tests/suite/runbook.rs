//! The runbook is run, and the README: their blocks that are marked `drill`, by a shell, with the built program, in folders that
//! play the machines that they speak of.

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use service::Services;
use store::Kind;

use crate::support::database::on;
use crate::support::folder::Folder;
use crate::support::program::{said, search_path, without_settings};
use crate::support::rows::{count, must};
use crate::support::{free_port, repository_file};

/// Every drill that the runbook has, in its order.
const DRILLS: [&str; 7] = [
    "first",
    "backup",
    "restore",
    "upgrade",
    "rollback",
    "rollback-postgres",
    "postgres",
];

/// Every drill that the README has, in its order.
const README: [&str; 6] = ["first", "backup", "restore", "try", "upgrade", "rollback"];

/// Ends the server of a block that fails: it would go on, with the outputs that whoever runs the block reads to their end.
const SERVER_GOES_TOO: &str = "server=; trap 'kill -KILL $server 2>/dev/null || :' EXIT";

/// What is set aside is called after the second in which it is.
const ANOTHER_SECOND: Duration = Duration::from_millis(1_100);

/// The blocks of a document that are marked, by their mark and in their order; those with the same mark are one.
fn drills(document: &str) -> (Vec<String>, BTreeMap<String, String>) {
    let (mut order, mut found) = (Vec::new(), BTreeMap::<String, String>::new());
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix("```sh drill=") else {
            continue;
        };
        if !order.iter().any(|known| known == name) {
            order.push(name.to_owned());
        }
        let block = found.entry(name.to_owned()).or_default();
        for line in lines.by_ref().take_while(|line| *line != "```") {
            block.push_str(line);
            block.push('\n');
        }
    }
    (order, found)
}

/// An address of this machine that nobody else listens on: all of 127.0.0.0/8 are its own, and other tests keep to 127.0.0.1.
/// A drill takes its port long after it was found to be free, and cannot be run again from its middle.
fn own_address() -> Ipv4Addr {
    // The number of a process has 22 bits at most.
    Ipv4Addr::from(0x7f80_0000 | std::process::id())
}

/// A folder that plays a machine: settings, a database yet to be made, and the built program first among all.
struct Machine {
    folder: PathBuf,
}

impl Machine {
    fn new(desk: &Folder, name: &str) -> Self {
        let folder = desk.0.join(name);
        std::fs::create_dir_all(folder.join("backups")).expect("a folder");
        let database = format!("sqlite://{}?mode=rwc", folder.join("nytta.sqlite").display());
        let machine = Self { folder };
        machine.set(&[("database_url", &database)]);
        machine
    }

    /// Writes its settings anew.
    fn set(&self, settings: &[(&str, &str)]) {
        // The runbook's commands have to agree on a port.
        let mut text = format!("addr = \"{}:{}\"\n", own_address(), free_port());
        for (setting, value) in settings {
            text.push_str(&format!("{setting} = \"{value}\"\n"));
        }
        let file = self.file("nytta.toml");
        std::fs::write(&file, text).expect("a file");
        std::fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("its rights");
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    /// How many databases are set aside.
    fn set_aside(&self) -> usize {
        let all = std::fs::read_dir(&self.folder).expect("a folder");
        let folders = all.map(|entry| entry.expect("an entry").path()).filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("set-aside-") && path.join("nytta.sqlite").exists()
        });
        folders.count()
    }

    /// Runs a block as somebody would who types it, and stops where something fails.
    fn tries(&self, block: &str, settings: &[(&str, &str)]) -> Output {
        let mut shell = Command::new("sh");
        let guarded = format!("{SERVER_GOES_TOO}\n{block}");
        shell.args(["-eu", "-c", &guarded]).current_dir(&self.folder);
        without_settings(&mut shell);
        shell
            .env("PATH", search_path())
            .env("NYTTA_CONFIG", self.file("nytta.toml"));
        shell
            .env("BACKUPS", self.file("backups"))
            .envs(settings.iter().copied());
        shell.output().expect("a shell")
    }

    /// What a block says that works.
    fn runs(&self, block: &str, settings: &[(&str, &str)]) -> String {
        let Output {
            status,
            stdout,
            stderr,
        } = self.tries(block, settings);
        let said = String::from_utf8_lossy(&stdout).into_owned();
        let complained = String::from_utf8_lossy(&stderr);
        assert!(status.success(), "{status}\n{block}\n{said}\n{complained}");
        said
    }

    /// What a block says that does not.
    fn fails(&self, block: &str, settings: &[(&str, &str)]) -> String {
        let output = self.tries(block, settings);
        let said = said(&output);
        assert!(!output.status.success(), "{block}\n{said}");
        said
    }
}

/// Closes a database before another program has it.
async fn closed(services: Services) {
    for database in [services.store.reader(), services.store.unaudited()] {
        database.clone().close().await.expect("closes");
    }
}

fn head(said: &str) -> &str {
    let mut heads = said.lines().filter_map(|line| line.strip_prefix("head "));
    heads.next_back().expect("a head")
}

/// What `verify` says where nothing is amiss.
const HOLDS: &str = "the audit log holds: ";

/// What the README leaves to whoever runs the server: to start it, and to stop it.
const STARTED: &str = "nytta serve & server=$!; nytta ready --wait 60; kill $server; wait $server";

#[test]
fn what_the_readme_says_works() {
    let (order, drills) = drills(&repository_file("README.md"));
    assert_eq!(order, README);
    let desk = Folder::new();
    let here = Machine::new(&desk, "here");
    // The database is where it is without a setting.
    here.set(&[]);
    let said = here.runs(&drills["first"], &[]);
    assert!(said.contains("admin: http://"), "{said}");
    here.runs(STARTED, &[]);
    let said = here.runs(&drills["backup"], &[]);
    assert!(said.contains(HOLDS), "{said}");
    let kept = head(&said).to_owned();
    // A backup that fails is seen, and what was said of the one before stays.
    let kept_text = || std::fs::read_to_string(here.file("backups/2026-03-01.txt")).expect("a text");
    let before = kept_text();
    let refused = here.fails(&drills["backup"], &[]);
    assert!(refused.contains("2026-03-01.nytta is there already"), "{refused}");
    assert_eq!(kept_text(), before);
    assert_eq!(head(&before), kept);
    // Without the folder nothing is written to the root of the machine.
    let refused = here.fails(&drills["backup"], &[("BACKUPS", "")]);
    assert!(refused.contains("BACKUPS: "), "{refused}");

    let there = Machine::new(&desk, "there");
    there.set(&[]);
    let (backup, key) = (
        here.file("backups/2026-03-01.nytta"),
        here.file("data/nytta.sqlite.key"),
    );
    let brought = [("BACKUP", &backup), ("HEAD", &kept), ("KEY", &key)];
    let brought = brought.map(|(name, value)| (name, value.as_str()));
    let said = there.runs(&drills["restore"], &brought);
    assert_eq!(head(&said), kept, "what is there is what was here");
    there.runs(STARTED, &[]);
    let read = |file: String| std::fs::read(file).expect("a key");
    assert_eq!(
        read(there.file("data/nytta.sqlite.key")),
        read(key.clone()),
        "none was made"
    );

    there.runs(&drills["upgrade"], &[]);
    let said = there.runs(&drills["rollback"], &brought);
    assert_eq!(head(&said), kept);
    assert_eq!(there.set_aside(), 1);
    there.runs(STARTED, &[]);
    // A restore that is refused leaves the key that is there, and nothing is said to hold.
    let other = there.file("other.key");
    std::fs::write(&other, "another").expect("a file");
    let brought_again = [
        ("BACKUP", backup.as_str()),
        ("HEAD", kept.as_str()),
        ("KEY", other.as_str()),
    ];
    let refused = there.fails(&drills["restore"], &brought_again);
    let what_to_do =
        "stop its server first, and move the database away, its -wal and -shm with it, and its key file";
    assert!(
        refused.contains("nytta.sqlite is there already") && refused.contains(what_to_do),
        "{refused}"
    );
    assert!(!refused.contains(HOLDS), "{refused}");
    assert_eq!(
        read(there.file("data/nytta.sqlite.key")),
        read(key.clone()),
        "it was written over"
    );
    // Once more, in another second: what was set aside before stays as it is.
    std::thread::sleep(ANOTHER_SECOND);
    there.runs(&drills["rollback"], &brought);
    assert_eq!(there.set_aside(), 2);

    let tried = Machine::new(&desk, "tried");
    tried.set(&[]);
    let said = tried.runs(&drills["try"], &[]);
    assert!(said.contains("restored try.nytta"), "{said}");
    let taken = std::fs::read_to_string(tried.file("try.txt")).expect("a text");
    assert_eq!(head(&said), head(&taken), "what was restored is what was taken");
    let report = std::fs::read_to_string(tried.file("report.html")).expect("a report");
    assert!(report.contains("2022"), "there is something in it");
}

#[test]
fn what_the_runbook_says_works() {
    let (order, drills) = drills(&repository_file("docs/runbook.md"));
    assert_eq!(order, DRILLS);
    on(Kind::Postgres, |world| async move {
        let desk = Folder::new();
        let here = Machine::new(&desk, "here");
        let said = here.runs(&drills["first"], &[]);
        let own = format!("admin: http://{}:", own_address());
        assert!(said.contains(&own) && said.contains("/logga-in/"), "{said}");
        assert!(said.contains("\nready\n"), "{said}");
        let said = here.runs(&drills["backup"], &[]);
        let kept = head(&said).to_owned();
        let (events, _) = kept.split_once(':').expect("number and hash");
        assert_ne!(events, "0", "somebody was given access");
        assert!(said.contains(HOLDS) && said.contains("would go: "), "{said}");

        let there = Machine::new(&desk, "there");
        let brought = [
            ("BACKUP", here.file("backups/today.nytta")),
            ("HEAD", kept.clone()),
            ("KEY", here.file("nytta.sqlite.key")),
        ];
        let brought = brought.each_ref().map(|(name, value)| (*name, value.as_str()));
        let said = there.runs(&drills["restore"], &brought);
        assert!(said.contains("restored ") && said.contains("\nready\n"), "{said}");
        assert_eq!(head(&said), kept, "what is there is what was here");
        let key = |machine: &Machine| std::fs::read(machine.file("nytta.sqlite.key")).expect("a key");
        assert_eq!(key(&there), key(&here));

        // A database of the version before: without the newest step.
        let url = format!("sqlite://{}?mode=rwc", here.file("nytta.sqlite"));
        let services = server::open(&url).await.expect("opens");
        let stepped = Migrator::down(services.store.unaudited(), Some(1)).await;
        stepped.expect("the newest step can be taken back");
        closed(services).await;
        let said = here.runs(&drills["upgrade"], &[]);
        assert!(said.contains("migrations missing: 1."), "it was behind: {said}");
        assert!(said.contains(HOLDS) && said.contains("\nready\n"), "{said}");

        let services = server::open(&url).await.expect("opens");
        must(&services.store, &["DELETE FROM one_time_link"]).await;
        closed(services).await;
        let said = here.runs(&drills["rollback"], &[]);
        assert_eq!(head(&said), kept);
        assert!(said.contains("\nready\n"), "{said}");
        let services = server::open(&url).await.expect("opens");
        assert_eq!(
            count(&services.store, "one_time_link").await,
            1,
            "as it was before"
        );
        closed(services).await;
        assert_eq!(here.set_aside(), 1);
        // Once more, in another second: what was set aside before stays as it is.
        tokio::time::sleep(ANOTHER_SECOND).await;
        here.runs(&drills["rollback"], &[]);
        assert_eq!(here.set_aside(), 2);

        let postgres = world.empty().await;
        let key_file = here.file("nytta.sqlite.key");
        let said = here.runs(
            &drills["postgres"],
            &[("POSTGRES", &postgres), ("KEY", &key_file)],
        );
        assert!(said.contains("restored ") && said.contains("\nready\n"), "{said}");
        assert!(said.contains(HOLDS), "{said}");
        assert_eq!(head(&said), kept, "all of it is in PostgreSQL");

        // And back, with what the text says in between.
        let key = String::from_utf8(key(&here)).expect("text");
        here.set(&[("database_url", &postgres), ("secret_key", key.trim())]);
        let backups = here.file("backups-of-postgres");
        std::fs::create_dir(&backups).expect("a folder");
        let said = here.runs(&drills["upgrade"], &[("BACKUPS", &backups)]);
        assert!(said.contains(HOLDS), "{said}");
        let changed = server::open(&postgres).await.expect("opens");
        must(&changed.store, &["DELETE FROM one_time_link"]).await;
        let empty = world.empty().await;
        let said = here.runs(
            &drills["rollback-postgres"],
            &[("BACKUPS", &backups), ("EMPTY", &empty)],
        );
        assert_eq!(head(&said), kept);
        let restored = server::open(&empty).await.expect("opens");
        assert_eq!(
            count(&restored.store, "one_time_link").await,
            1,
            "as it was before"
        );
        assert_eq!(
            count(&changed.store, "one_time_link").await,
            0,
            "set aside as it is"
        );
        here.set(&[("database_url", &empty), ("secret_key", key.trim())]);
        let said = here.runs(STARTED, &[]);
        assert!(said.contains("ready\n"), "{said}");
    });
}
