//! Keeping what has to end with whoever began it, in order: a server, a machine.

use std::process::{Child, ChildStdout, Command, Stdio};

use crate::error::{Error, Result};

/// A shell that goes on until the pipe to it is closed, and then ends in order what it has begun. One of its own, because nothing
/// in xtask would run after a `kill -9` or a Ctrl-C; then the pipe is closed too. Dropping it closes the pipe, and waits.
pub struct Keeper {
    shell: Child,
    /// What it keeps, for people.
    what: &'static str,
}

impl Keeper {
    /// Begins a script, which is to wait by `cat >/dev/null`. `prepare` has the command before it is started.
    pub fn begin(what: &'static str, script: &str, prepare: impl FnOnce(&mut Command)) -> Result<Self> {
        let mut command = Command::new("sh");
        command.args(["-c", script, "keeper"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        prepare(&mut command);
        // A Ctrl-C is for whoever has it kept; the keeper sees them end and does the rest in order.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let shell = command.spawn().map_err(|source| Error::NotStarted {
            command: "sh".to_owned(),
            source,
            hint: "It needs a POSIX shell.".to_owned(),
        })?;
        Ok(Self { shell, what })
    }

    /// What it says, where `prepare` has asked for it.
    pub fn says(&mut self) -> Option<ChildStdout> {
        self.shell.stdout.take()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // Closing the pipe is the signal to stop.
        drop(self.shell.stdin.take());
        if let Err(error) = self.shell.wait() {
            eprintln!("warning: {} may still be running: {error}", self.what);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_kept_ends_in_order_with_its_owner() {
        let file = std::env::temp_dir().join(format!("nytta-xtask-keeper-{}", std::process::id()));
        let script = "echo begun; exec >&-; cat >/dev/null; echo ended >\"$1\"";
        let mut keeper = Keeper::begin("a test", script, |command| {
            command.arg(&file).stdout(Stdio::piped());
        })
        .expect("a shell");
        let mut said = String::new();
        let mut says = keeper.says().expect("it was asked for");
        says.read_to_string(&mut said).expect("text");
        assert_eq!(said, "begun\n");
        assert!(!file.exists(), "it goes on");
        drop(keeper);
        assert_eq!(std::fs::read_to_string(&file).expect("it has ended"), "ended\n");
        std::fs::remove_file(&file).expect("goes");
    }
}
