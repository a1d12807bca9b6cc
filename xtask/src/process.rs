//! Running other programs, and telling what is being done.

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// Prints what is being done and, once done, how long it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {title}");
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done in" } else { "FAILED after" };
    println!("    {outcome} {}", duration(start.elapsed()));
    result
}

/// Runs a command with this process's own input and output. `hint` says what to do if it fails.
pub fn run(command: &mut Command, hint: &str) -> Result<()> {
    let status = command.status().map_err(|source| Error::NotStarted {
        command: shown(command),
        source,
        hint: hint.to_owned(),
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed {
        command: shown(command),
        status,
        hint: hint.to_owned(),
    })
}

/// Runs a command, passing on what it prints, and shows each line to `look` as well.
pub fn passed_on(
    command: &mut Command,
    mut look: impl FnMut(&[u8]) -> io::Result<()>,
    hint: &str,
) -> Result<()> {
    let not_started = |command: &Command, source| Error::NotStarted {
        command: shown(command),
        source,
        hint: hint.to_owned(),
    };
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| not_started(command, source))?;
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        let mut read = || -> io::Result<()> {
            while output.read_until(b'\n', &mut line)? > 0 {
                io::stdout().write_all(&line)?;
                look(&line)?;
                line.clear();
            }
            Ok(())
        };
        read().map_err(Error::file("read the output of", Path::new("cargo")))?;
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed {
        command: shown(command),
        status,
        hint: hint.to_owned(),
    })
}

/// Runs a command and returns what it wrote to standard output; errors stay visible.
pub fn capture(command: &mut Command, hint: &str) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Error::NotStarted {
            command: shown(command),
            source,
            hint: hint.to_owned(),
        })?;
    if !output.status.success() {
        return Err(Error::Failed {
            command: shown(command),
            status: output.status,
            hint: hint.to_owned(),
        });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first executable of this name on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// A port of this machine's that nobody listens on at the moment.
pub fn free_port() -> Result<u16> {
    let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    Ok(port
        .map_err(Error::file("find a free port of", "127.0.0.1"))?
        .port())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(command.get_program())
        .to_string_lossy()
        .into_owned();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name)
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

/// `4.2 s`, or `3 min 12 s` from a minute on.
pub fn duration(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        return format!("{seconds}.{} s", elapsed.subsec_millis() / 100);
    }
    format!("{} min {} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/some/where/cargo");
        command.args(["build", "-p", "server"]);
        assert_eq!(shown(&command), "cargo build -p server");
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(4_270)), "4.2 s");
        assert_eq!(duration(Duration::from_secs(192)), "3 min 12 s");
    }
}
