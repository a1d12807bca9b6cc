//! Pictures of every page, light and dark, wide and narrow.

use crate::browser::{CHROMEDRIVER, CHROMIUM};
use crate::bundle::{Profile, bundle};
use crate::debian::install_missing;
use crate::error::Result;
use crate::process::{run, step};
use crate::setup::setup;
use crate::test::with_browser;
use crate::workspace::Workspace;

/// Takes the pictures into `target/pictures`; of some pages where names are given.
pub fn pictures(workspace: &Workspace, names: &[String]) -> Result<()> {
    setup(workspace)?;
    install_missing(&[&CHROMIUM, &CHROMEDRIVER])?;
    bundle(workspace, Profile::Release)?;
    let folder = workspace.target().join("pictures");
    let mut take = workspace.cargo_product("test");
    take.args(["--test", "pictures", "--"]).args(names);
    take.env("NYTTA_PICTURES", &folder);
    with_browser(&mut take)?;
    step("Taking pictures of every page (about 2 minutes)", || {
        run(&mut take, "The page that could not be taken is named above.")
    })
}
