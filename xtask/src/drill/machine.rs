//! A machine that boots from a folder, with systemd as its first process (systemd-nspawn). It reaches no network.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::debian::{Scratch, empty};
use super::{ACCOUNT, unexpected};
use crate::debian::Need;
use crate::error::{Error, Result};
use crate::keeper::Keeper;
use crate::process::{find, run};

/// What starts one.
pub const NSPAWN: Need = Need {
    what: "systemd-nspawn",
    packages: &["systemd-container"],
    find: || find("systemd-nspawn"),
};

/// How long it may take to boot, and to do what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often one looks.
const PAUSE: Duration = Duration::from_millis(200);

/// Where root types, and is brought packages.
pub const DESK: &str = "/opt";

/// Where the account's files are.
pub const HOME: &str = "/var/lib/nytta";

/// Runs the machine until the pipe to it is closed, then tells it to stop, by force after a minute. `$1` is its name, `$2` its
/// folder, `$3` its log.
const KEEPER: &str = r#"
name=$1 folder=$2 log=$3
shift 3
systemd-nspawn --boot --quiet --private-network --register=no --console=read-only --timezone=off \
    --machine="$name" --directory="$folder" "$@" >"$log" 2>&1 &
nspawn=$!
echo $nspawn
cat >/dev/null
kill -TERM $nspawn 2>/dev/null
( sleep 60; pkill -KILL -P $nspawn ) >/dev/null 2>&1 &
wait $nspawn
kill $! 2>/dev/null
rm -rf "$folder"
"#;

/// One that runs. It is gone with its folder once it is dropped.
pub struct Machine {
    name: &'static str,
    folder: PathBuf,
    keeper: Keeper,
    /// Its first process, as this machine counts.
    init: String,
}

impl Machine {
    /// Boots one from a copy of a Debian.
    pub fn boot(debian: &Path, name: &'static str, scratch: &Scratch) -> Result<Self> {
        let folder = scratch.place(name);
        empty(&folder)?;
        run(
            Command::new("cp")
                .args(["-a", "--reflink=auto"])
                .arg(debian.join("."))
                .arg(&folder),
            "Look whether the disk is full.",
        )?;
        let log = folder.with_extension("log");
        let keeper = Keeper::begin(name, KEEPER, |command| {
            command.arg(name).arg(&folder).arg(&log).stdout(Stdio::piped());
            if !Path::new("/run/systemd/system").exists() {
                // There is nobody to ask for a unit of its own.
                command.arg("--keep-unit");
            }
        })?;
        let mut machine = Self {
            name,
            folder,
            keeper,
            init: String::new(),
        };
        machine.init = machine.booted(&log)?;
        Ok(machine)
    }

    /// Its first process, once all that starts with it has started.
    fn booted(&mut self, log: &Path) -> Result<String> {
        let mut nspawn = String::new();
        if let Some(said) = self.keeper.says() {
            let mut said = BufReader::new(said);
            said.read_line(&mut nspawn).map_err(Error::file("read", log))?;
        }
        let nspawn = nspawn.trim();
        let begun = Instant::now();
        loop {
            if let Some(init) = first_process(nspawn) {
                let state = entered(&init, "systemctl is-system-running", &[])?;
                let state = String::from_utf8_lossy(&state.stdout).into_owned();
                // What a container may not do is Debian's, not ours.
                if matches!(state.trim(), "running" | "degraded") {
                    return Ok(init);
                }
            }
            if begun.elapsed() > PATIENCE || has_ended(nspawn) {
                let said = fs::read_to_string(log).unwrap_or_default();
                return Err(unexpected(format!("{} does not boot", self.name), &said));
            }
            sleep(PAUSE);
        }
    }

    /// A file of its own, as this machine has it.
    pub fn file(&self, place: &str) -> PathBuf {
        self.folder.join(place.trim_start_matches('/'))
    }

    /// Brings it a file.
    pub fn bring(&self, file: &Path, place: &str) -> Result<()> {
        fs::copy(file, self.file(place)).map_err(Error::file("copy", file))?;
        Ok(())
    }

    /// What root types, and all that is said to it.
    pub fn tries(&self, script: &str) -> Result<Output> {
        entered(&self.init, script, &[])
    }

    /// What is said to root, where that works.
    pub fn root(&self, script: &str) -> Result<String> {
        self.works(script, script, &[])
    }

    /// What is said to the account that the server runs as, in its folder.
    pub fn account(&self, script: &str, settings: &[(&str, &str)]) -> Result<String> {
        // The shell reads from a file, so that the script stays as it is written.
        let place = format!("{DESK}/typed");
        let typed = self.file(&place);
        fs::write(&typed, format!("cd {HOME}\n{script}")).map_err(Error::file("write", &typed))?;
        // As README says where there is no sudo.
        let run = format!("runuser -u {ACCOUNT} -- sh -eu {place}");
        self.works(&run, script, settings)
    }

    fn works(&self, run: &str, script: &str, settings: &[(&str, &str)]) -> Result<String> {
        let output = entered(&self.init, run, settings)?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let last = said.lines().last().unwrap_or("nothing was said");
        let what = format!("on {}: {last} ({})", self.name, output.status);
        Err(unexpected(
            what,
            &format!("{said}\nwhen this was typed:\n{script}"),
        ))
    }

    /// Waits until root's question is answered by yes.
    pub fn until(&self, question: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            let output = self.tries(question)?;
            if output.status.success() {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                return Err(unexpected(format!("on {}: never `{question}`", self.name), &said));
            }
            sleep(PAUSE);
        }
    }

    /// What has failed on it, with the end of its journal: that is gone with it.
    pub fn explained<T>(&self, outcome: Result<T>) -> Result<T> {
        outcome.map_err(|error| match error {
            Error::Unexpected { what, hint } => {
                let journal = self.tries("journalctl --no-pager --lines 40 --unit 'nytta*'");
                let journal = journal.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
                let journal = journal.unwrap_or_default();
                Error::Unexpected {
                    what,
                    hint: format!(
                        "{hint}\nThe journal on {} ends:\n{}",
                        self.name,
                        journal.trim_end()
                    ),
                }
            }
            other => other,
        })
    }
}

/// A script, typed by root in the machine with this first process, with nothing of this machine's environment.
fn entered(init: &str, script: &str, settings: &[(&str, &str)]) -> Result<Output> {
    let mut enter = Command::new("nsenter");
    enter
        .args(["--target", init])
        .args([
            "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root",
        ])
        .args(["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"])
        .args(["DEBIAN_FRONTEND=noninteractive", &format!("HOME={DESK}")])
        .args(settings.iter().map(|(name, value)| format!("{name}={value}")))
        .args(["sh", "-eu", "-c", &format!("cd {DESK}\nexec 2>&1\n{script}")])
        .stdin(Stdio::null());
    enter.output().map_err(|source| Error::NotStarted {
        command: "nsenter".to_owned(),
        source,
        hint: "It comes with util-linux.".to_owned(),
    })
}

/// The child of systemd-nspawn that is the first process of a machine, once there is one: what it has before is not in a machine
/// yet, and would answer for this one.
fn first_process(nspawn: &str) -> Option<String> {
    let children = fs::read_to_string(format!("/proc/{nspawn}/task/{nspawn}/children")).ok()?;
    let mut children = children.split_whitespace();
    let first = children.find(|child| {
        let about = fs::read_to_string(format!("/proc/{child}/status")).unwrap_or_default();
        is_first(&about)
    });
    first.map(str::to_owned)
}

/// Whether a process is the first of a machine: it has a number here, and is number one there.
fn is_first(status: &str) -> bool {
    let numbers = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
    let numbers: Vec<&str> = numbers.unwrap_or_default().split_whitespace().collect();
    numbers.len() > 1 && numbers.last() == Some(&"1")
}

/// Whether a process is over.
fn has_ended(process: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    status.map_or(true, |status| status.contains("State:\tZ"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_process_of_a_machine_is_number_one_there_alone() {
        assert!(is_first("Name:\tsystemd\nNSpid:\t768\t1\n"));
        assert!(
            !is_first("Name:\tsd-stubinit\nNSpid:\t768\n"),
            "it is in no machine yet"
        );
        assert!(!is_first("Name:\tinit\nNSpid:\t1\n"), "that of this one");
        assert!(!is_first("Name:\tsh\nNSpid:\t770\t3\n"));
        assert!(!is_first(""));
    }

    #[test]
    fn a_process_that_is_over_is_told() {
        assert!(!has_ended(&std::process::id().to_string()));
        assert!(has_ended("0"));
    }
}
