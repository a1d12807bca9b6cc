//! The container: `packaging/Containerfile` as it is, built from images that stand in for those of a registry, and run as its
//! first lines say.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::debian::empty;
use super::{has, unexpected};
use crate::debian::{Need, install_missing};
use crate::error::{Error, Result};
use crate::process::{capture, find, run};
use crate::workspace::Workspace;

/// What builds images and runs them.
const PODMAN: Need = Need {
    what: "podman",
    packages: &["podman"],
    find: || find("podman"),
};

/// What starts them, whichever kind of control groups the machine has.
const RUNC: Need = Need {
    what: "runc",
    packages: &["runc"],
    find: || find("runc"),
};

/// The account in it, which is nobody's outside.
const ACCOUNT: &str = "10001";
/// What it and its image are called here.
const NAME: &str = "nytta-drill";
/// Its only place to write.
const VOLUME: &str = "/var/lib/nytta";
/// What `verify` says where nothing is amiss.
const HOLDS: &str = "the audit log holds: ";

/// Builds and runs it, and says what was seen.
pub fn works(workspace: &Workspace, debian: &Path, program: &Path) -> Result<Vec<&'static str>> {
    install_missing(&[&PODMAN, &RUNC])?;
    let podman = Podman::new(debian.with_file_name("images"))?;
    build(&podman, workspace, debian, program)?;
    let image = podman.says(&["image", "inspect", NAME])?;
    let question = question(&image)?;

    podman.says(&[
        "run",
        "--detach",
        "--name",
        NAME,
        "--read-only",
        "--tmpfs",
        "/tmp",
        "--cap-drop",
        "all",
        "--security-opt",
        "no-new-privileges",
        "--volume",
        &format!("{NAME}:{VOLUME}"),
        "--env",
        "NYTTA_PUBLIC_URL=https://nytta.example.se",
        "--env",
        "NYTTA_TRUSTED_PROXIES=10.0.2.2",
        // No proxy asks from outside here, no systemd asks whether it is healthy, and where this runs limits cannot be raised.
        "--network",
        "none",
        "--no-healthcheck",
        "--ulimit",
        "nofile=4096:4096",
        "--ulimit",
        "nproc=4096:4096",
        NAME,
    ])?;
    podman.inside(&["nytta", "ready", "--wait", "60"])?;
    let question: Vec<&str> = question.iter().map(String::as_str).collect();
    podman.inside(&question)?;
    is_shut_in(&podman)?;
    let said = podman.inside(&["nytta", "user", "add", "--name", "Drift", "--role", "admin"])?;
    has(
        &said,
        "admin: https://nytta.example.se/logga-in/",
        "the first sign-in",
    )?;
    let said = podman.inside(&["nytta", "verify"])?;
    has(&said, HOLDS, "the audit log")?;
    let head = said.lines().find_map(|line| line.strip_prefix("head "));
    let head = head.ok_or_else(|| unexpected("no head of the audit log is told", &said))?;

    // It is told to stop as a supervisor does, and begins anew with what it has written.
    podman.says(&["stop", "--time", "60", NAME])?;
    let ended = podman.says(&["inspect", "--format", "{{.State.ExitCode}}", NAME])?;
    if ended.trim() != "0" {
        return Err(unexpected("it did not end well when it was told to stop", &ended));
    }
    podman.says(&["start", NAME])?;
    podman.inside(&["nytta", "ready", "--wait", "60"])?;
    let said = podman.inside(&["nytta", "verify", "--expect", head])?;
    has(&said, HOLDS, "the audit log after it was started again")?;
    Ok(vec![
        "built from a Debian of the archive's packages and the program that was built outside",
        "without root or any right",
        "nothing written but its volume",
        "stopped in order and started again with what it had",
    ])
}

/// How the image says that it is to be asked whether it is healthy. Asked here by hand: podman leaves it to systemd.
fn question(image: &str) -> Result<Vec<String>> {
    let read: Value = serde_json::from_str(image).map_err(|error| unexpected(format!("{error}"), image))?;
    let test = read.pointer("/0/Healthcheck/Test").and_then(Value::as_array);
    let words: Option<Vec<String>> = test.and_then(|words| {
        let words: Vec<&str> = words.iter().map(Value::as_str).collect::<Option<_>>()?;
        let (&form, words) = words.split_first()?;
        (form == "CMD").then(|| words.iter().map(|&word| word.to_owned()).collect())
    });
    words.ok_or_else(|| unexpected("the image does not say how to ask whether it is healthy", image))
}

/// No root, no rights, and no place to write but its volume and what is gone with it.
fn is_shut_in(podman: &Podman) -> Result<()> {
    let status = podman.inside(&["cat", "/proc/1/status"])?;
    for line in [
        &format!("Uid:\t{ACCOUNT}\t{ACCOUNT}\t{ACCOUNT}\t{ACCOUNT}"),
        "CapPrm:\t0000000000000000",
        "CapEff:\t0000000000000000",
        "CapBnd:\t0000000000000000",
        "NoNewPrivs:\t1",
        "Seccomp:\t2",
    ] {
        has(&status, line, "the server's process")?;
    }
    // As the owner of all these places: what stops it is that the container is read-only. That the volume can be written is seen by
    // what is in it when it is started again.
    let script = "for place in / /etc /usr/bin /var/lib; do\n\
                  if touch $place/x; then echo $place can be written; exit 1; fi\n\
                  done";
    podman
        .says(&["exec", "--user", "0:0", NAME, "sh", "-eu", "-c", script])
        .map(|_| ())
}

/// Builds the image from the Containerfile as it is. What it begins from is made here: no registry is asked.
fn build(podman: &Podman, workspace: &Workspace, debian: &Path, program: &Path) -> Result<()> {
    let file = workspace.root.join("packaging/Containerfile");
    let text = fs::read_to_string(&file).map_err(Error::file("read", &file))?;
    let [builder, base] = bases(&text)?;
    let packed = debian.with_extension("tar");
    run(
        Command::new("tar")
            .arg("--create")
            .arg("--file")
            .arg(&packed)
            .arg("--directory")
            .arg(debian)
            .arg("."),
        "Look whether the disk is full.",
    )?;
    podman.says(&["import", "--quiet", &packed.to_string_lossy(), &base])?;
    fs::remove_file(&packed).map_err(Error::file("remove", &packed))?;
    build_builder(
        podman,
        &debian.with_file_name("builder"),
        &builder,
        &base,
        program,
    )?;
    podman.says(&[
        "build",
        "--quiet",
        "--format",
        "docker",
        "--pull=never",
        "--network",
        "host",
        "--file",
        &file.to_string_lossy(),
        "--tag",
        NAME,
        &workspace.root.to_string_lossy(),
    ])?;
    Ok(())
}

/// An image in which `cargo xtask dist` leaves the program that the same command has left outside: compiling it once more
/// would show nothing new, and takes a registry of crates.
fn build_builder(podman: &Podman, folder: &Path, builder: &str, base: &str, program: &Path) -> Result<()> {
    empty(folder)?;
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).map_err(Error::file("write", &file))?;
        fs::set_permissions(&file, Permissions::from_mode(0o755)).map_err(Error::file("open", &file))
    };
    let copy = folder.join("program");
    fs::copy(program, &copy).map_err(Error::file("copy", program))?;
    write(
        "cargo",
        "#!/bin/sh\nset -eu\n[ \"$*\" = 'xtask dist' ]\ninstall -D /program target/dist/nytta\n",
    )?;
    write(
        "Containerfile",
        &format!("FROM {base}\nCOPY cargo /usr/local/bin/cargo\nCOPY program /program\n"),
    )?;
    podman.says(&[
        "build",
        "--quiet",
        "--pull=never",
        "--tag",
        builder,
        &folder.to_string_lossy(),
    ])?;
    fs::remove_dir_all(folder).map_err(Error::file("remove", folder))
}

/// What the two stages begin from, by the names that a registry has them under.
fn bases(containerfile: &str) -> Result<[String; 2]> {
    let from = containerfile
        .lines()
        .filter_map(|line| line.strip_prefix("FROM "));
    let names: Vec<String> = from
        .filter_map(|rest| rest.split_whitespace().next())
        .map(|name| format!("docker.io/library/{name}"))
        .collect();
    names.try_into().map_err(|names: Vec<String>| {
        unexpected("packaging/Containerfile has not two stages", &names.join("\n"))
    })
}

/// Podman, with images and containers of its own: those of whoever runs this are left alone.
struct Podman {
    folder: PathBuf,
}

impl Podman {
    fn new(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let podman = Self { folder };
        podman.clear();
        Ok(podman)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("podman");
        command.arg("--root").arg(self.folder.join("kept"));
        command.arg("--runroot").arg(self.folder.join("running"));
        command.args(["--runtime", "runc", "--cgroup-manager", "cgroupfs"]);
        command.args(arguments);
        command
    }

    /// What it says where that works.
    fn says(&self, arguments: &[&str]) -> Result<String> {
        capture(&mut self.command(arguments), "Look at the message above.")
    }

    /// What a command in the container says.
    fn inside(&self, words: &[&str]) -> Result<String> {
        self.says(&[&["exec", NAME], words].concat())
    }

    /// Leaves nothing, neither of this time nor of one that was interrupted.
    fn clear(&self) -> Vec<Output> {
        let all: [&[&str]; 3] = [
            &["rm", "--force", "--ignore", NAME],
            &["volume", "rm", "--all", "--force"],
            &["rmi", "--all", "--force"],
        ];
        all.iter()
            .filter_map(|words| self.command(words).output().ok())
            .collect()
    }
}

impl Drop for Podman {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_image_begins_from_is_read_off_its_text() {
        let two = "# A\nFROM rust:1 AS build\nRUN x\n\nFROM debian:12\nCOPY --from=build x y\n";
        let expected = ["docker.io/library/rust:1", "docker.io/library/debian:12"];
        assert_eq!(bases(two).expect("two stages"), expected);
        assert!(bases("FROM debian:12\n").is_err());
    }

    #[test]
    fn an_image_is_asked_as_it_says() {
        let image = r#"[{"User": "1:1", "Healthcheck": {"Test": ["CMD", "nytta", "ready"], "Interval": 3}}]"#;
        assert_eq!(question(image).expect("it says so"), ["nytta", "ready"]);
        for lacking in [
            "",
            "[]",
            r#"[{"Healthcheck": {"Test": []}}]"#,
            r#"[{"Healthcheck": {"Test": ["NONE"]}}]"#,
        ] {
            assert!(
                question(&lacking.replace("NONE", "CMD-SHELL")).is_err(),
                "{lacking}"
            );
        }
    }
}
