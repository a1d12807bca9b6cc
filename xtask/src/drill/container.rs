//! The container: `packaging/Containerfile` as it is, built from images that stand in for those of a registry, and run as its
//! first lines say.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use super::debian::{Scratch, empty, home};
use super::{HOLDS, has, head, is, unexpected};
use crate::debian::{Need, install_missing};
use crate::error::{Error, Result};
use crate::process::{capture, find, free_port, run};
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

/// What connects them.
const BRIDGE: Need = Need {
    what: "a network for containers",
    packages: &["containernetworking-plugins"],
    find: || Some(PathBuf::from("/usr/lib/cni/bridge")).filter(|file| file.is_file()),
};

/// What leads to their ports.
const IPTABLES: Need = Need {
    what: "iptables",
    packages: &["iptables"],
    find: || find("iptables"),
};

/// The account in it, which is nobody's outside.
const ACCOUNT: &str = "10001";
/// What the Containerfile calls the image and its volume, and the drill the container.
const NAME: &str = "nytta";

/// Builds and runs it, and says what was seen.
pub fn works(workspace: &Workspace, debian: &Path, scratch: &Scratch) -> Result<Vec<&'static str>> {
    install_missing(&[&PODMAN, &RUNC, &BRIDGE, &IPTABLES])?;
    let file = workspace.root.join("packaging/Containerfile");
    let text = fs::read_to_string(&file).map_err(Error::file("read", &file))?;
    let podman = Podman::new(home(workspace).join("images"))?;
    let images = Images {
        podman: &podman,
        debian,
        scratch,
    };
    images.build(workspace, &file, &text)?;
    let question = question(&podman.says(&["image", "inspect", NAME])?)?;

    let port = free_port()?;
    let starts = starts(&text, port)?;
    podman.says(&starts.iter().map(String::as_str).collect::<Vec<_>>())?;
    podman.inside(&["nytta", "ready", "--wait", "60"])?;
    podman.inside(&question.iter().map(String::as_str).collect::<Vec<_>>())?;
    has(&page(port)?, " 200 ", "the page for signing in, from outside")?;
    is_shut_in(&podman)?;
    podman.inside(&["test", "-s", "/etc/ssl/certs/ca-certificates.crt"])?;
    let said = podman.inside(&["nytta", "user", "add", "--name", "Drift", "--role", "admin"])?;
    has(
        &said,
        "admin: https://nytta.example.se/logga-in/",
        "the first sign-in",
    )?;
    let said = podman.inside(&["nytta", "verify"])?;
    has(&said, HOLDS, "the audit log")?;
    let head = head(&said)?;

    // It is told to stop as a supervisor does, and begins anew with what it has written.
    podman.says(&["stop", NAME])?;
    let ended = podman.says(&["inspect", "--format", "{{.State.ExitCode}}", NAME])?;
    is(ended.trim_end(), "0", "how it ended when it was told to stop")?;
    podman.says(&["start", NAME])?;
    podman.inside(&["nytta", "ready", "--wait", "60"])?;
    let said = podman.inside(&["nytta", "verify", "--expect", &head])?;
    has(&said, HOLDS, "the audit log after it was started again")?;
    Ok(vec![
        "built from a Debian of the archive's packages and the program that was built outside",
        "answers at its port",
        "without root or any right",
        "nothing written but its volume",
        "stopped in order and started again with what it had",
    ])
}

/// What the Containerfile's first lines say to type to start it, for podman, and what it takes here beside them: a free port, and
/// no more than this machine allows.
fn starts(containerfile: &str, port: u16) -> Result<Vec<String>> {
    let comment = containerfile.lines().map_while(|line| line.strip_prefix('#'));
    let comment: Vec<&str> = comment.map(str::trim).collect();
    let begins = comment.iter().position(|line| line.starts_with("podman run "));
    let lines = begins.map_or(&[][..], |begins| &comment[begins..]);
    let mut words = Vec::new();
    for line in lines {
        let goes_on = line.strip_suffix('\\');
        words.extend(goes_on.unwrap_or(line).split_whitespace());
        if goes_on.is_none() {
            break;
        }
    }
    let (Some((["podman", "run"], words)), true) = (words.split_first_chunk(), words.last() == Some(&NAME))
    else {
        return Err(unexpected(
            "the Containerfile does not say how to start it",
            containerfile,
        ));
    };
    let own_port = format!("127.0.0.1:{port}:");
    let mut starts = ["run", "--detach", "--name", NAME].map(str::to_owned).to_vec();
    // Where no systemd runs podman cannot have it asked whether it is healthy, and where this runs limits may not be raised.
    starts.extend(
        [
            "--no-healthcheck",
            "--ulimit",
            "nofile=4096:4096",
            "--ulimit",
            "nproc=4096:4096",
        ]
        .map(str::to_owned),
    );
    starts.extend(
        words
            .iter()
            .map(|word| word.replace("127.0.0.1:3000:", &own_port)),
    );
    if !starts.iter().any(|word| word.starts_with(&own_port)) {
        return Err(unexpected(
            "the Containerfile does not say where its port is published",
            containerfile,
        ));
    }
    Ok(starts)
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

/// What whoever asks from outside is answered.
fn page(port: u16) -> Result<String> {
    let ask = || {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(b"GET /logga-in HTTP/1.1\r\nHost: nytta.example.se\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().map_err(Error::file("read from the container's", "port"))
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
        .map(drop)
}

/// What images are made of here: no registry is asked.
struct Images<'a> {
    podman: &'a Podman,
    debian: &'a Path,
    scratch: &'a Scratch,
}

impl Images<'_> {
    /// Builds that of the Containerfile, as it is.
    fn build(&self, workspace: &Workspace, file: &Path, text: &str) -> Result<()> {
        let [builder, base] = bases(text)?;
        let packed = self.scratch.place("debian.tar");
        run(
            Command::new("tar")
                .arg("--create")
                .arg("--file")
                .arg(&packed)
                .arg("--directory")
                .arg(self.debian)
                .arg("."),
            "Look whether the disk is full.",
        )?;
        self.podman
            .says(&["import", "--quiet", &packed.to_string_lossy(), &base])?;
        self.build_builder(&builder, &base, &workspace.handed_out())?;
        let (file, root) = (file.to_string_lossy(), workspace.root.to_string_lossy());
        self.podman
            .says(&[
                "build",
                "--quiet",
                "--format",
                "docker",
                "--pull=never",
                "--network",
                "host",
                "--file",
                &file,
                "--tag",
                NAME,
                &root,
            ])
            .map(drop)
    }

    /// An image in which `cargo xtask dist` leaves the program that the same command has left outside: compiling it once more
    /// would show nothing new, and takes a registry of crates.
    fn build_builder(&self, builder: &str, base: &str, program: &Path) -> Result<()> {
        let folder = self.scratch.place("builder");
        empty(&folder)?;
        let write = |name: &str, text: &str| {
            let file = folder.join(name);
            fs::write(&file, text).map_err(Error::file("write", &file))
        };
        fs::copy(program, folder.join("program")).map_err(Error::file("copy", program))?;
        let dist = "#!/bin/sh\nset -eu\n[ \"$*\" = 'xtask dist' ]\ninstall -D /program target/dist/nytta\n";
        write("cargo", dist)?;
        let lines = "COPY --chmod=755 cargo /usr/local/bin/cargo\nCOPY program /program\n";
        write("Containerfile", &format!("FROM {base}\n{lines}"))?;
        self.podman
            .says(&[
                "build",
                "--quiet",
                "--pull=never",
                "--tag",
                builder,
                &folder.to_string_lossy(),
            ])
            .map(drop)
    }
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
        podman.clear()?;
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
    fn clear(&self) -> Result<()> {
        self.says(&["rm", "--force", "--ignore", NAME])?;
        self.says(&["volume", "prune", "--force"])?;
        self.says(&["rmi", "--all", "--force"]).map(drop)
    }
}

impl Drop for Podman {
    fn drop(&mut self) {
        if let Err(error) = self.clear() {
            eprintln!(
                "warning: containers may be left in {}: {error}",
                self.folder.display()
            );
        }
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
    fn it_is_started_as_its_first_lines_say() {
        let text = "# A\n#\n#   podman build .\n#   podman run --read-only \\\n#     --publish 127.0.0.1:3000:3000 \\\n#     nytta\n#\n# B\nFROM x\n";
        let words = starts(text, 77).expect("it says so");
        assert!(
            words.ends_with(&["--read-only", "--publish", "127.0.0.1:77:3000", "nytta"].map(str::to_owned)),
            "{words:?}"
        );
        assert!(starts(&text.replace("podman run", "podman start"), 77).is_err());
        assert!(starts(&text.replace("127.0.0.1:3000:3000", "3000"), 77).is_err());
        assert!(starts(&text.replace("     nytta\n", "     another\n"), 77).is_err());
    }

    #[test]
    fn an_image_is_asked_as_it_says() {
        let image = r#"[{"User": "1:1", "Healthcheck": {"Test": ["CMD", "nytta", "ready"], "Interval": 3}}]"#;
        assert_eq!(question(image).expect("it says so"), ["nytta", "ready"]);
        for lacking in [
            "",
            "[]",
            r#"[{"Healthcheck": {"Test": []}}]"#,
            r#"[{"Healthcheck": {"Test": ["CMD-SHELL", "nytta ready"]}}]"#,
        ] {
            assert!(question(lacking).is_err(), "{lacking}");
        }
    }
}
