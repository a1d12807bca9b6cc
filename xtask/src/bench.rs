//! Benchmarks: built as they are handed out, but for the linking, and run one after the other.

use crate::bundle::{Profile, bundle};
use crate::error::Result;
use crate::process::{run, step};
use crate::setup::setup;
use crate::workspace::Workspace;

/// Measures; of some benchmarks where names are given.
pub fn bench(workspace: &Workspace, names: &[String]) -> Result<()> {
    setup(workspace)?;
    bundle(workspace, Profile::Release)?;
    let mut measure = workspace.cargo_product("test");
    measure
        .args(["--profile", "bench", "--test", "bench", "--"])
        .args(names);
    step(
        "Measuring (building takes about 15 minutes the first time)",
        || run(&mut measure, "Look at the message above."),
    )
}
