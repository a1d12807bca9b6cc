//! The container: `packaging/Containerfile` as it is, built from images that stand in for those of a registry, and run as its
//! first lines say.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::containerfile::{NAME, bases, question, starts};
use super::debian::{Scratch, empty, home};
use super::podman::Podman;
use super::{HOLDS, has, head, is};
use crate::error::{Error, Result};
use crate::process::{free_port, run};
use crate::workspace::Workspace;

/// The account in it, which is nobody's outside.
const ACCOUNT: &str = "10001";

/// Builds and runs it, and says what was seen.
pub fn works(workspace: &Workspace, debian: &Path, scratch: &Scratch) -> Result<Vec<&'static str>> {
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
