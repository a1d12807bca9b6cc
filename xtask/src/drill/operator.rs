//! What an operator does with the package, as README and the runbook say: on a machine that boots, and on another.

use std::fs;
use std::path::Path;

use super::machine::{HOME, Machine, NSPAWN};
use super::package::Package;
use super::readme::Readme;
use super::{ACCOUNT, has, unexpected};
use crate::debian::install_missing;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Where the package has backups.
const BACKUPS: &str = "/var/backups/nytta";
/// The key file beside the database.
const KEY: &str = "nytta.sqlite.key";
/// What `verify` says where nothing is amiss.
const HOLDS: &str = "the audit log holds: ";
/// What starts all of it, as README says.
const ENABLE: &str = "systemctl enable --now nytta nytta-backup.timer nytta-dispose.timer";
/// Whether pages are answered by a server that systemd has started.
const ANSWERS: &str = "systemctl is-active --quiet nytta && nytta ready";
/// The server's process.
const PROCESS: &str = "systemctl show --property MainPID --value nytta";

/// Does all of it, and says what was seen; ends where something is not as README says.
pub fn works(workspace: &Workspace, debian: &Path) -> Result<Vec<&'static str>> {
    install_missing(&[&NSPAWN])?;
    let readme = Readme::read(workspace)?;
    let package = Package::built(workspace)?;
    let later = package.later(&debian.with_file_name("packages"))?;

    let here = Machine::boot(debian, "here")?;
    install(&here, &package, &readme)?;
    is_shut_in(&here)?;
    comes_back(&here)?;
    serves_at_night(&here)?;
    let taken = back_up(&here, &readme)?;
    {
        let there = Machine::boot(debian, "there")?;
        restore(&here, &there, &taken, &package, &readme)?;
        remove(&there)?;
    }
    upgrades_nothing_without_a_backup(&here, &package, &later)?;
    let before = upgrade(&here, &later)?;
    take_back(&here, &package, &before, &readme)?;
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

/// What the package has brought starts nothing by itself, and is started as README says.
fn install(here: &Machine, package: &Package, readme: &Readme) -> Result<()> {
    add(here, package, "")?;
    let started = here.tries("systemctl is-active nytta || systemctl is-enabled nytta", &[])?;
    if started.status.success() {
        return Err(unexpected(
            "installing it starts it",
            &String::from_utf8_lossy(&started.stdout),
        ));
    }
    let said = here.account(&readme.block("first")?, &[])?;
    has(&said, "admin: http://127.0.0.1:3000/logga-in/", "the first block")?;
    here.root(ENABLE)?;
    here.root(ANSWERS)?;
    let page = here.root("curl --silent --show-error --fail http://127.0.0.1:3000/logga-in")?;
    has(&page, "<html", "the page for signing in")
}

/// Installs a package, with more for apt-get.
fn add(here: &Machine, package: &Package, more: &str) -> Result<()> {
    here.bring(&package.file, "/root/nytta.deb")?;
    here.root(&format!("apt-get install --yes {more} ./nytta.deb"))?;
    is_installed(here, package)
}

fn is_installed(here: &Machine, package: &Package) -> Result<()> {
    let version = here.root("dpkg-query --show --showformat '${Version} ${Status}' nytta")?;
    if version == format!("{} install ok installed", package.version) {
        return Ok(());
    }
    Err(unexpected(
        format!("{} is not what is installed", package.version),
        &version,
    ))
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
        // By filters.
        "Seccomp:\t2",
    ] {
        has(&status, line, "the server's process")?;
    }
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
    has(&owner, ACCOUNT, "whose process it is")
}

/// A server that is killed is started again.
fn comes_back(here: &Machine) -> Result<()> {
    let killed = here.root(PROCESS)?;
    here.root("systemctl kill --signal KILL nytta")?;
    here.until(&format!("[ $({PROCESS}) != {} ] && {ANSWERS}", killed.trim()))
}

/// What timers start works in its sandbox too, and they wait for their hour.
fn serves_at_night(here: &Machine) -> Result<()> {
    here.root("systemctl start nytta-backup nytta-dispose")?;
    here.root("systemctl is-active nytta-backup.timer nytta-dispose.timer")?;
    match backups(here)?.len() {
        1 => Ok(()),
        other => Err(unexpected(format!("{other} backups after the first night"), "")),
    }
}

/// The backups that the units have made, the oldest first.
fn backups(here: &Machine) -> Result<Vec<String>> {
    let all = here.root(&format!("find {BACKUPS} -name '*Z.nytta' | sort"))?;
    Ok(all.lines().map(str::to_owned).collect())
}

/// A backup by hand; the head of the audit log that belongs to it.
fn back_up(here: &Machine, readme: &Readme) -> Result<Taken> {
    let said = here.account(&readme.block("backup")?, &[("BACKUPS", BACKUPS)])?;
    has(&said, HOLDS, "the backup's block")?;
    Ok(Taken {
        file: format!("{BACKUPS}/2026-03-01.nytta"),
        head: head(&said)?,
    })
}

/// A backup, and the head of the audit log as it was then.
struct Taken {
    file: String,
    head: String,
}

/// What was last said to be the head.
fn head(said: &str) -> Result<String> {
    let mut heads = said.lines().filter_map(|line| line.strip_prefix("head "));
    let head = heads.next_back().map(str::to_owned);
    head.ok_or_else(|| unexpected("no head of the audit log is told", said))
}

/// The three things that leave a machine make another one of it.
fn restore(here: &Machine, there: &Machine, taken: &Taken, package: &Package, readme: &Readme) -> Result<()> {
    add(there, package, "")?;
    let key = format!("{HOME}/{KEY}");
    there.bring(&here.file(&taken.file), "/opt/backup")?;
    there.bring(&here.file(&key), "/opt/key")?;
    there.root(&format!("chown {ACCOUNT} /opt/backup /opt/key"))?;
    let settings = [
        ("BACKUP", "/opt/backup"),
        ("KEY", "/opt/key"),
        ("HEAD", &taken.head),
    ];
    let said = there.account(&readme.of_package("restore")?, &settings)?;
    has(&said, HOLDS, "the restore's block")?;
    there.root(ENABLE)?;
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

/// What the agency has written stays where the program goes.
fn remove(there: &Machine) -> Result<()> {
    there.root("apt-get purge --yes nytta")?;
    there
        .root(&format!(
            "[ ! -e /usr/bin/nytta ] && ! systemctl is-active --quiet nytta\n\
         [ -s {HOME}/nytta.sqlite ] && [ -s {HOME}/{KEY} ] && [ -d {BACKUPS} ]"
        ))
        .map(|_| ())
}

/// Where no backup can be taken, the version that runs goes on running.
fn upgrades_nothing_without_a_backup(here: &Machine, package: &Package, later: &Package) -> Result<()> {
    let process = here.root(PROCESS)?;
    here.root(&format!("chmod 500 {BACKUPS}"))?;
    here.bring(&later.file, "/root/nytta.deb")?;
    let refused = here.tries("apt-get install --yes ./nytta.deb", &[])?;
    let said = String::from_utf8_lossy(&refused.stdout).into_owned();
    if refused.status.success() {
        return Err(unexpected("it was upgraded without a backup", &said));
    }
    has(&said, "so nothing is upgraded", "an upgrade without a backup")?;
    is_installed(here, package)?;
    here.root(&format!(
        "chmod 700 {BACKUPS}\n[ $({PROCESS}) = {} ]\n{ANSWERS}",
        process.trim()
    ))
    .map(|_| ())
}

/// A later version takes a backup first and runs afterwards. Something is written then.
fn upgrade(here: &Machine, later: &Package) -> Result<Taken> {
    let process = here.root(PROCESS)?;
    let before = backups(here)?;
    add(here, later, "")?;
    here.until(&format!("[ $({PROCESS}) != {} ] && {ANSWERS}", process.trim()))?;
    let said = here.account("nytta user add --name Sen --role auditor\nnytta verify", &[])?;
    has(&said, HOLDS, "after the upgrade")?;
    let mut made: Vec<String> = backups(here)?;
    made.retain(|file| !before.contains(file));
    let [file] = made.as_slice() else {
        return Err(unexpected("not one backup before the upgrade", &made.join("\n")));
    };
    // What the unit says goes to the journal.
    let said = here.root("journalctl --unit nytta-backup --output cat --no-pager")?;
    Ok(Taken {
        file: file.clone(),
        head: head(&said)?,
    })
}

/// The way back, in README's order: what was written since is gone, and all else is there.
fn take_back(here: &Machine, package: &Package, before: &Taken, readme: &Readme) -> Result<()> {
    let written = here.account("nytta verify", &[])?;
    here.root("systemctl stop nytta")?;
    add(here, package, "--allow-downgrades")?;
    let settings = [("BACKUP", before.file.as_str())];
    let said = here.account(&readme.of_package("rollback")?, &settings)?;
    has(&said, HOLDS, "the rollback's block")?;
    if head(&said)? != before.head || written.contains(&before.head) {
        return Err(unexpected(
            format!(
                "the head before was {}, and after something was written: {written}",
                before.head
            ),
            &said,
        ));
    }
    here.root("systemctl start nytta")?;
    here.root(ANSWERS).map(|_| ())
}
