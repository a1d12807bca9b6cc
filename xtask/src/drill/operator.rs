//! What an operator does with the package, as README and the runbook say: on a machine that boots, and on another.

use std::fs;
use std::path::Path;

use super::debian::Scratch;
use super::machine::{DESK, HOME, Machine, NSPAWN};
use super::package::Package;
use super::readme::Readme;
use super::{ACCOUNT, HOLDS, has, head, is, unexpected};
use crate::debian::install_missing;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Where the package has backups.
const BACKUPS: &str = "/var/backups/nytta";
/// The key file beside the database.
const KEY: &str = "nytta.sqlite.key";
/// What README has started.
const ENABLE: &str = "systemctl enable --now nytta nytta-backup.timer nytta-dispose.timer";
/// What it has stopped.
const STOP: &str = "systemctl stop nytta";
/// How it has a package installed, up to the package.
const INSTALL: &str = "apt-get install ./";
/// How it has an earlier one installed.
const DOWNGRADE: &str = "apt-get install --allow-downgrades ./";
/// Whether pages are answered by a server that systemd has started.
const ANSWERS: &str = "systemctl is-active --quiet nytta && nytta ready";
/// The server's process.
const PROCESS: &str = "systemctl show --property MainPID --value nytta";

/// Does all of it, and says what was seen; ends where something is not as README says.
pub fn works(workspace: &Workspace, debian: &Path, scratch: &Scratch) -> Result<Vec<&'static str>> {
    install_missing(&[&NSPAWN])?;
    let operator = Operator {
        readme: Readme::read(workspace)?,
        package: Package::built(workspace)?,
    };
    let later = operator.package.later(scratch)?;
    let here = Machine::boot(debian, "here", scratch)?;
    let taken = here.explained(operator.begins(&here))?;
    {
        let there = Machine::boot(debian, "there", scratch)?;
        there.explained(operator.goes_elsewhere(&here, &there, &taken))?;
    }
    here.explained(operator.goes_on(&here, &later))?;
    Ok(vec![
        "installed",
        "in its sandbox",
        "killed and back by itself",
        "backed up at night",
        "backed up by hand",
        "restored on another machine",
        "removed, and the data left",
        "not upgraded without a backup",
        "upgraded",
        "taken back",
    ])
}

/// Somebody with README and a package.
struct Operator {
    readme: Readme,
    package: Package,
}

/// A backup, and the head of the audit log as it was then.
struct Taken {
    file: String,
    head: String,
}

impl Operator {
    /// From an empty machine to the first backup by hand.
    fn begins(&self, here: &Machine) -> Result<Taken> {
        self.installs(here)?;
        is_shut_in(here)?;
        comes_back(here)?;
        serves_at_night(here)?;
        self.backs_up(here)
    }

    /// The same on another machine, from the backup; and from there the program goes.
    fn goes_elsewhere(&self, here: &Machine, there: &Machine, taken: &Taken) -> Result<()> {
        self.restores(here, there, taken)?;
        removed(there)
    }

    /// To a later version and back.
    fn goes_on(&self, here: &Machine, later: &Package) -> Result<()> {
        self.upgrades_nothing_without_a_backup(here, later)?;
        let before = self.upgrades(here, later)?;
        self.takes_back(here, &before)
    }

    /// What the package has brought starts nothing by itself, and is started as README says.
    fn installs(&self, here: &Machine) -> Result<()> {
        self.adds(here, &self.package, INSTALL)?;
        let units = "nytta nytta-backup.timer nytta-dispose.timer";
        let state = here.root(&format!(
            "systemctl is-active {units} || :\nsystemctl is-enabled {units} || :"
        ))?;
        let nothing = "inactive\ninactive\ninactive\ndisabled\ndisabled\ndisabled\n";
        is(&state, nothing, "what installing it has started")?;
        let said = here.account(&self.readme.block("first")?, &[])?;
        has(&said, "admin: http://127.0.0.1:3000/logga-in/", "the first block")?;
        here.root(self.readme.command(ENABLE)?)?;
        here.root(ANSWERS)?;
        let page = here.root("curl --silent --show-error --fail http://127.0.0.1:3000/logga-in")?;
        has(&page, "<html", "the page for signing in")
    }

    /// Installs a package, by a command of README's.
    fn adds(&self, here: &Machine, package: &Package, command: &'static str) -> Result<()> {
        here.bring(&package.file, &format!("{DESK}/nytta.deb"))?;
        let command = self.readme.command(command)?;
        // Nobody is there to say yes.
        here.root(&format!(
            "{}nytta.deb",
            command.replace("install", "install --yes")
        ))?;
        is_installed(here, package)
    }

    /// A backup by hand; the head of the audit log that belongs to it.
    fn backs_up(&self, here: &Machine) -> Result<Taken> {
        let said = here.account(&self.readme.block("backup")?, &[("BACKUPS", BACKUPS)])?;
        has(&said, HOLDS, "the backup's block")?;
        Ok(Taken {
            file: format!("{BACKUPS}/2026-03-01.nytta"),
            head: head(&said)?,
        })
    }

    /// The three things that leave a machine make another one of it.
    fn restores(&self, here: &Machine, there: &Machine, taken: &Taken) -> Result<()> {
        self.adds(there, &self.package, INSTALL)?;
        let key = format!("{HOME}/{KEY}");
        let (backup, key_file) = (format!("{DESK}/backup"), format!("{DESK}/key"));
        there.bring(&here.file(&taken.file), &backup)?;
        there.bring(&here.file(&key), &key_file)?;
        there.root(&format!("chown {ACCOUNT} {backup} {key_file}"))?;
        let settings = [("BACKUP", &backup), ("KEY", &key_file), ("HEAD", &taken.head)];
        let settings = settings.map(|(name, value)| (name, value.as_str()));
        let said = there.account(&self.readme.of_package("restore")?, &settings)?;
        has(&said, HOLDS, "the restore's block")?;
        there.root(self.readme.command(ENABLE)?)?;
        there.root(ANSWERS)?;
        let key_of = |machine: &Machine| {
            let file = machine.file(&key);
            fs::read(&file).map_err(Error::file("read", &file))
        };
        if key_of(here)? == key_of(there)? {
            return Ok(());
        }
        Err(unexpected("the server over there has a key of its own", ""))
    }

    /// Where no backup can be taken, the version that runs goes on running.
    fn upgrades_nothing_without_a_backup(&self, here: &Machine, later: &Package) -> Result<()> {
        let process = here.root(PROCESS)?;
        here.root(&format!("chmod 500 {BACKUPS}"))?;
        here.bring(&later.file, &format!("{DESK}/nytta.deb"))?;
        let refused = here.tries("apt-get install --yes ./nytta.deb")?;
        let said = String::from_utf8_lossy(&refused.stdout).into_owned();
        if refused.status.success() {
            return Err(unexpected("it was upgraded without a backup", &said));
        }
        has(&said, "so nothing is upgraded", "an upgrade without a backup")?;
        is_installed(here, &self.package)?;
        is(&here.root(PROCESS)?, &process, "the server that runs")?;
        here.root(&format!("chmod 700 {BACKUPS}\n{ANSWERS}")).map(drop)
    }

    /// A later version takes a backup first, and runs afterwards with what there was. Something is written then.
    fn upgrades(&self, here: &Machine, later: &Package) -> Result<Taken> {
        let process = here.root(PROCESS)?;
        let before = backups(here)?;
        let there_was = head(&here.account("nytta verify", &[])?)?;
        self.adds(here, later, INSTALL)?;
        here.until(&format!("[ $({PROCESS}) != {} ] && {ANSWERS}", process.trim()))?;
        let write = "nytta user add --name Sen --role auditor\nnytta verify --expect \"$HEAD\"";
        let said = here.account(write, &[("HEAD", &there_was)])?;
        has(&said, HOLDS, "after the upgrade")?;
        let mut made: Vec<String> = backups(here)?;
        made.retain(|file| !before.contains(file));
        let [file] = made.as_slice() else {
            return Err(unexpected("not one backup before the upgrade", &made.join("\n")));
        };
        // What the unit says goes to the journal.
        let said = here.root("journalctl --unit nytta-backup --output cat --no-pager")?;
        is(&head(&said)?, &there_was, "the head that the backup was taken at")?;
        Ok(Taken {
            file: file.clone(),
            head: there_was,
        })
    }

    /// The way back, in README's order: what was written since is gone, and all else is there.
    fn takes_back(&self, here: &Machine, before: &Taken) -> Result<()> {
        let written = head(&here.account("nytta verify", &[])?)?;
        if written == before.head {
            return Err(unexpected("nothing was written after the upgrade", &written));
        }
        here.root(self.readme.command(STOP)?)?;
        self.adds(here, &self.package, DOWNGRADE)?;
        let settings = [("BACKUP", before.file.as_str())];
        let said = here.account(&self.readme.of_package("rollback")?, &settings)?;
        has(&said, HOLDS, "the rollback's block")?;
        is(&head(&said)?, &before.head, "the head after the rollback")?;
        here.root("systemctl start nytta")?;
        here.root(ANSWERS).map(drop)
    }
}

fn is_installed(here: &Machine, package: &Package) -> Result<()> {
    let version = here.root("dpkg-query --show --showformat '${Version} ${Status}' nytta")?;
    let expected = format!("{} install ok installed", package.version);
    is(&version, &expected, "what is installed")
}

/// The server has no rights, its calls are filtered, and it can write its own folder alone.
fn is_shut_in(here: &Machine) -> Result<()> {
    let status = here.root(&format!("cat /proc/$({PROCESS})/status"))?;
    for line in [
        "CapPrm:\t0000000000000000",
        "CapEff:\t0000000000000000",
        "CapBnd:\t0000000000000000",
        "CapAmb:\t0000000000000000",
        "NoNewPrivs:\t1",
    ] {
        has(&status, line, "the server's process")?;
    }
    // The machine's own calls are filtered as well, being a container's.
    let own = filters(&here.root("cat /proc/1/status")?)?;
    if filters(&status)? <= own {
        return Err(unexpected(
            "the server's calls are not filtered by its unit",
            &status,
        ));
    }
    // Accounts and devices of its own.
    here.root(&format!(
        "[ $(readlink /proc/$({PROCESS})/ns/user) != $(readlink /proc/1/ns/user) ]\n\
         [ $(readlink /proc/$({PROCESS})/ns/mnt) != $(readlink /proc/1/ns/mnt) ]"
    ))?;
    // As root, whom the rights of files do not stop: what stops it is the sandbox.
    here.root(&format!(
        "nsenter --target $({PROCESS}) --mount sh -eu -c '\
         for place in / /etc /usr/bin /var /var/lib {BACKUPS}; do\n\
         if touch $place/x; then echo $place can be written; exit 1; fi\n\
         done\n\
         touch {HOME}/x\n\
         rm {HOME}/x'"
    ))?;
    let owner = here.root(&format!("stat --format %U /proc/$({PROCESS})"))?;
    is(owner.trim_end(), ACCOUNT, "whose process it is")
}

/// How many filters a process's calls go through.
fn filters(status: &str) -> Result<u32> {
    let told = status
        .lines()
        .find_map(|line| line.strip_prefix("Seccomp_filters:"));
    let number = told.and_then(|number| number.trim().parse().ok());
    number.ok_or_else(|| unexpected("how many filters there are is not told", status))
}

/// A server that is killed is started again.
fn comes_back(here: &Machine) -> Result<()> {
    let killed = here.root(PROCESS)?;
    here.root("systemctl kill --signal KILL nytta")?;
    here.until(&format!("[ $({PROCESS}) != {} ] && {ANSWERS}", killed.trim()))
}

/// What timers start works in its sandbox too, and they wait for their hour. It does not come while the drill is held.
fn serves_at_night(here: &Machine) -> Result<()> {
    let timers = "nytta-backup.timer nytta-dispose.timer";
    let state = here.root(&format!("systemctl is-active {timers} || :"))?;
    is(&state, "active\nactive\n", "the timers")?;
    here.root(&format!("systemctl stop {timers}"))?;
    here.root("systemctl start nytta-backup nytta-dispose")?;
    match backups(here)?.as_slice() {
        [_] => Ok(()),
        others => Err(unexpected(
            "not one backup after the first night",
            &others.join("\n"),
        )),
    }
}

/// The backups that the units have made, the oldest first.
fn backups(here: &Machine) -> Result<Vec<String>> {
    let all = here.root(&format!("find {BACKUPS} -name '*Z.nytta' | sort"))?;
    Ok(all.lines().map(str::to_owned).collect())
}

/// What the agency has written stays where the program goes: the database, its key, backups and the account that owns them.
fn removed(there: &Machine) -> Result<()> {
    there.root("systemctl start nytta-backup")?;
    let taken = backups(there)?.join("\n");
    there.root("apt-get purge --yes nytta")?;
    there.root(
        "if [ -e /usr/bin/nytta ]; then echo the program is still there; exit 1; fi\n\
         if curl --silent http://127.0.0.1:3000/livez; then echo it still answers; exit 1; fi\n\
         if systemctl is-active nytta nytta-backup.timer nytta-dispose.timer; then exit 1; fi",
    )?;
    there.root(&format!(
        "[ -s {HOME}/nytta.sqlite ]\n[ -s {HOME}/{KEY} ]\ngetent passwd {ACCOUNT}"
    ))?;
    is(&backups(there)?.join("\n"), &taken, "the backups that are left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_counted() {
        assert_eq!(
            filters("Seccomp:\t2\nSeccomp_filters:\t17\n").expect("it is told"),
            17
        );
        assert!(filters("Seccomp:\t2\n").is_err());
    }

    #[test]
    fn readme_says_what_is_typed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let workspace = Workspace {
            cargo_target: root.join("target"),
            root,
        };
        let readme = Readme::read(&workspace).expect("it is there");
        for command in [ENABLE, STOP, INSTALL, DOWNGRADE] {
            readme.command(command).expect("README says so");
        }
        for mark in ["first", "backup", "restore", "rollback"] {
            readme.block(mark).expect("README has it");
        }
    }
}
