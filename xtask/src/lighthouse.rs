//! Pages as a browser loads them: Lighthouse on the program as it is handed out, with the demo's portfolio.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::browser::CHROMIUM;
use crate::debian::install_missing;
use crate::error::{Error, Result};
use crate::node::{NODE, NPM, packages_in};
use crate::process::{free_port, passed_on, shown, step};
use crate::workspace::Workspace;

/// The role that pages are looked at in.
const ROLE: &str = "leadership: ";
/// Overview, an area and the demo's decided report.
const PAGES: [&str; 3] = [
    "/",
    "/omraden/4.1",
    "/rapporter/0195165a-bc00-700c-8000-000000000001",
];

/// Measures, showing each line that is printed to `look` as well.
pub fn lighthouse(workspace: &Workspace, look: impl FnMut(&[u8]) -> std::io::Result<()>) -> Result<()> {
    install_missing(&[&CHROMIUM, &NODE, &NPM])?;
    let folder = packages_in(&workspace.root.join("tests/lighthouse"))?;
    let chromium = (CHROMIUM.find)().ok_or_else(|| Error::Missing {
        what: CHROMIUM.what.to_owned(),
        hint: "It was there a moment ago: run this again.".to_owned(),
    })?;
    let demo = Demo::start(workspace)?;
    let mut node = Command::new("node");
    node.arg(folder.join("run.mjs"))
        .args([&demo.site, &demo.link])
        .args(PAGES)
        .env("CHROME_PATH", chromium);
    step("Loading pages as a browser does", || {
        passed_on(&mut node, look, "Look at the message above.")
    })
}

/// The program, running; it ends where it is dropped.
struct Demo {
    program: Child,
    folder: std::path::PathBuf,
    site: String,
    link: String,
    /// Held open: the program has more to say than the link.
    _output: Option<BufReader<ChildStdout>>,
}

impl Demo {
    fn start(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.target().join("lighthouse");
        remove(&folder)?;
        std::fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let address = format!("127.0.0.1:{}", free_port()?);
        let mut command = Command::new(workspace.measured_server());
        command
            .args(["serve", "--demo", "--addr", &address])
            .env("NYTTA_DATABASE_URL", "sqlite://nytta.sqlite?mode=rwc")
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut program = command.spawn().map_err(|source| Error::NotStarted {
            command: shown(&command),
            source,
            hint: "The program was built a moment ago: run this again.".to_owned(),
        })?;
        let mut output = program.stdout.take().map(BufReader::new);
        let link = output.as_mut().and_then(|output| {
            let lines = output.lines().map_while(std::result::Result::ok);
            lines
                .filter_map(|line| line.trim().strip_prefix(ROLE).map(str::to_owned))
                .next()
        });
        let demo = Self {
            program,
            folder,
            site: format!("http://{address}"),
            link: link.unwrap_or_default(),
            _output: output,
        };
        if demo.link.is_empty() {
            return Err(Error::Unexpected {
                what: "the program printed no link to sign in with".to_owned(),
                hint: "Start it by hand with `nytta serve --demo` and look.".to_owned(),
            });
        }
        Ok(demo)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // What has ended already is what is wanted, and so is a folder that is gone.
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = remove(&self.folder);
    }
}

fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::file("remove", folder)(error))
        }
        _ => Ok(()),
    }
}
