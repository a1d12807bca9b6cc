//! The program `nytta`.

use std::io::Write as _;
use std::process::ExitCode;

use tokio::runtime::Builder;

/// Bytes of stack that each thread has. What draws a page calls itself through all its parts, and in a debug build that of the
/// overview needs more than the two megabytes that are given by default. Memory is taken for what is used alone.
const STACK: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let mut threads = Builder::new_multi_thread();
    match threads.enable_all().thread_stack_size(STACK).build() {
        Ok(runtime) => runtime.block_on(server::cli::run()),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "nytta: no threads can be started: {error}");
            ExitCode::FAILURE
        }
    }
}
