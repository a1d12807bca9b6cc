//! A machine that boots from a folder, with systemd as its first process (systemd-nspawn). It reaches no network.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::debian::empty;
use super::{ACCOUNT, unexpected};
use crate::debian::Need;
use crate::error::{Error, Result};
use crate::process::{find, run};

/// What starts one.
pub const NSPAWN: Need = Need {
    what: "systemd-nspawn",
    packages: &["systemd-container"],
    find: || find("systemd-nspawn"),
};

/// How long it may take to boot, and to stop.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often one looks.
const PAUSE: Duration = Duration::from_millis(200);

/// Where the account's files are.
pub const HOME: &str = "/var/lib/nytta";

/// One that runs. It is gone with its folder once it is dropped.
pub struct Machine {
    name: &'static str,
    folder: PathBuf,
    nspawn: Child,
    /// Its first process, as this machine counts.
    init: String,
}

impl Machine {
    /// Boots one from a copy of a Debian; what it says as it does goes to `NAME.log` beside its folder.
    pub fn boot(debian: &Path, name: &'static str) -> Result<Self> {
        let folder = debian.with_file_name(name);
        empty(&folder)?;
        run(
            Command::new("cp")
                .args(["-a", "--reflink=auto"])
                .arg(debian.join("."))
                .arg(&folder),
            "Look whether the disk is full.",
        )?;
        let log = folder.with_extension("log");
        let says = File::create(&log).map_err(Error::file("write", &log))?;
        let complains = says.try_clone().map_err(Error::file("write", &log))?;
        let mut command = Command::new("systemd-nspawn");
        command
            .args([
                "--boot",
                "--quiet",
                "--private-network",
                "--register=no",
                "--console=pipe",
            ])
            .arg(format!("--machine={name}"))
            .arg(format!("--directory={}", folder.display()));
        if !Path::new("/run/systemd/system").exists() {
            // There is nobody to ask for a unit of its own.
            command.arg("--keep-unit");
        }
        let nspawn = command
            .stdin(Stdio::null())
            .stdout(says)
            .stderr(complains)
            .spawn()
            .map_err(|source| Error::NotStarted {
                command: "systemd-nspawn".to_owned(),
                source,
                hint: "Install systemd-container.".to_owned(),
            })?;
        let mut machine = Self {
            name,
            folder,
            nspawn,
            init: String::new(),
        };
        let begun = Instant::now();
        while !machine.has_booted()? {
            if begun.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                return Err(unexpected(format!("{name} does not boot"), &said));
            }
            sleep(PAUSE);
        }
        Ok(machine)
    }

    /// Whether all that starts with it has started. `degraded` is enough: what a container may not do is Debian's, not ours.
    fn has_booted(&mut self) -> Result<bool> {
        let Some(init) = first_child(self.nspawn.id()) else {
            return Ok(false);
        };
        self.init = init;
        let state = self.tries("systemctl is-system-running", &[])?;
        let state = String::from_utf8_lossy(&state.stdout).into_owned();
        Ok(matches!(state.trim(), "running" | "degraded"))
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

    /// What root types, in root's folder, and all that is said to it, with nothing of this machine's environment.
    pub fn tries(&self, script: &str, settings: &[(&str, &str)]) -> Result<Output> {
        let mut enter = Command::new("nsenter");
        enter
            .args(["--target", &self.init])
            .args([
                "--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root",
            ])
            .args(["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"])
            .args(["DEBIAN_FRONTEND=noninteractive", "HOME=/root"])
            .args(settings.iter().map(|(name, value)| format!("{name}={value}")))
            .args(["sh", "-eu", "-c", &format!("cd /root\nexec 2>&1\n{script}")])
            .stdin(Stdio::null());
        enter.output().map_err(|source| Error::NotStarted {
            command: "nsenter".to_owned(),
            source,
            hint: "It comes with util-linux.".to_owned(),
        })
    }

    /// What is said to root, where that works.
    pub fn root(&self, script: &str) -> Result<String> {
        self.works(script, &[])
    }

    /// What is said to the account that the server runs as, in its folder.
    pub fn account(&self, script: &str, settings: &[(&str, &str)]) -> Result<String> {
        // As README says where there is no sudo. The shell reads from a file, so that the script stays as it is written.
        let place = "/opt/typed";
        let typed = self.file(place);
        fs::write(&typed, format!("cd {HOME}\n{script}")).map_err(Error::file("write", &typed))?;
        self.works(&format!("runuser -u {ACCOUNT} -- sh -eu {place}"), settings)
    }

    fn works(&self, script: &str, settings: &[(&str, &str)]) -> Result<String> {
        let output = self.tries(script, settings)?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(said);
        }
        let what = format!("`{}` on {} failed ({})", script.trim(), self.name, output.status);
        Err(unexpected(what, &said))
    }

    /// Waits until root's question is answered by yes.
    pub fn until(&self, question: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            let output = self.tries(question, &[])?;
            if output.status.success() {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                return Err(unexpected(format!("`{question}` on {}: never", self.name), &said));
            }
            sleep(PAUSE);
        }
    }
}

impl Drop for Machine {
    /// Told to stop like any machine; by force where it does not.
    fn drop(&mut self) {
        // Whatever goes wrong here, what is to be seen has been seen.
        let _ = self.tries("systemctl poweroff", &[]);
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if !matches!(self.nspawn.try_wait(), Ok(None)) {
                break;
            }
            sleep(PAUSE);
        }
        let _ = self.nspawn.kill();
        let _ = self.nspawn.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The first child of a process, once it has one.
fn first_child(process: u32) -> Option<String> {
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).ok()?;
    children.split_whitespace().next().map(str::to_owned)
}
