//! The browser bundle: wasm, its JavaScript, the stylesheet and public files, named after their
//! content.
//!
//! There is no wasm-opt here, even where one is installed: Debian's breaks the bundle, and a bundle
//! that depends on what happens to be on PATH is a different one on every machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::error::{Error, Result};
use crate::process::{run, step};
use crate::setup::setup;
use crate::site::{Manifest, Site, content_hash, hashed_name, size};
use crate::workspace::{WASM, Workspace};

/// The stylesheets, in the order of the cascade.
const STYLES: [&str; 2] = ["app/style/tokens.css", "app/style/app.css"];

/// What a first visit may cost as brotli, in bytes; the promise is in the quality plan.
const FIRST_LOAD: u64 = 250_000;

/// How the frontend is compiled.
#[derive(Clone, Copy)]
pub enum Profile {
    /// Small: what is handed out, and what tests run.
    Release,
    /// Fast to build, for quick edits.
    Dev,
}

impl Profile {
    /// The profile behind a `--dev` flag.
    pub fn from_dev(dev: bool) -> Self {
        if dev { Self::Dev } else { Self::Release }
    }

    /// Cargo's name of the profile, and of its folder.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("wasm-release", "wasm-release"),
            Self::Dev => ("dev", "debug"),
        }
    }
}

/// Builds the bundle into `target/site`.
pub fn bundle(workspace: &Workspace, profile: Profile) -> Result<()> {
    setup(workspace)?;
    let (name, folder) = profile.names();
    step(
        "Building the browser bundle (about 4 minutes the first time)",
        || {
            run(
                workspace
                    .cargo("build")
                    .args(["-p", "frontend", "--target", WASM, "--profile", name]),
                "The compiler's message above says what is wrong.",
            )
        },
    )?;
    let wasm = workspace
        .cargo_target
        .join(WASM)
        .join(folder)
        .join("frontend.wasm");
    step("Writing target/site", || {
        let bound = bind(&wasm, &workspace.target().join("site-work"))?;
        assemble(workspace, bound)
    })
}

/// What wasm-bindgen makes of the compiled frontend.
struct Bound {
    js: String,
    wasm: Vec<u8>,
    /// JavaScript that crates bring along, by path below `snippets/`.
    snippets: BTreeMap<String, Vec<u8>>,
}

/// Runs wasm-bindgen, or reads what it made of the same wasm before.
///
/// The library instead of the command: its version is the one in `Cargo.lock`, where it cannot
/// differ from the `wasm-bindgen` in the bundle (cargo allows only one `wasm-bindgen-shared`), and
/// nothing has to be installed.
fn bind(wasm: &Path, work: &Path) -> Result<Bound> {
    let input = fs::read(wasm).map_err(Error::file("read", wasm))?;
    let folder = work.join(content_hash([input.as_slice()]));
    let complete = folder.join("complete");
    if !complete.is_file() {
        if work.exists() {
            fs::remove_dir_all(work).map_err(Error::file("remove", work))?;
        }
        generate(&input, &folder).map_err(|error| Error::Unexpected {
            what: format!("wasm-bindgen failed: {error:#}"),
            hint: "Where it names versions: `cargo update -p wasm-bindgen -p wasm-bindgen-cli-support`."
                .to_owned(),
        })?;
        fs::write(&complete, []).map_err(Error::file("write", &complete))?;
    }
    let js = folder.join("nytta.js");
    let wasm = folder.join("nytta_bg.wasm");
    Ok(Bound {
        js: fs::read_to_string(&js).map_err(Error::file("read", &js))?,
        wasm: fs::read(&wasm).map_err(Error::file("read", &wasm))?,
        snippets: files_below(&folder.join("snippets"))?,
    })
}

fn generate(input: &[u8], folder: &Path) -> std::result::Result<(), impl std::fmt::Display> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("nytta", input.to_vec())
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.web(true).and_then(|bindgen| bindgen.generate(folder))
}

/// Names everything after its content and writes the site folder.
fn assemble(workspace: &Workspace, bound: Bound) -> Result<()> {
    let mut site = Site::default();
    let snippets = bound
        .snippets
        .iter()
        .flat_map(|(path, content)| [path.as_bytes(), content.as_slice()]);
    let hash = content_hash(
        [bound.js.as_bytes(), bound.wasm.as_slice()]
            .into_iter()
            .chain(snippets),
    );
    let mut manifest = named(&hash);

    site.add(manifest.js.clone(), snippets_moved(&bound.js, &hash).into_bytes());
    site.add(manifest.wasm.clone(), bound.wasm);
    for (path, content) in bound.snippets {
        site.add(format!("{}/{path}", snippets_folder(&hash)), content);
    }

    let mut style = String::new();
    for file in STYLES.map(|file| workspace.root.join(file)) {
        style.push_str(&fs::read_to_string(&file).map_err(Error::file("read", &file))?);
    }
    manifest.css = hashed_name("nytta.css", style.as_bytes());
    site.add(manifest.css.clone(), style.into_bytes());

    for (name, content) in files_below(&workspace.root.join("app/public"))? {
        let hashed = hashed_name(&name, &content);
        site.add(hashed.clone(), content);
        manifest.files.insert(name, hashed);
    }

    let sizes = site.write(&workspace.site(), &manifest)?;
    let first_load = [
        manifest.js.as_str(),
        manifest.wasm.as_str(),
        manifest.css.as_str(),
    ];
    for name in first_load {
        println!("    {}", sizes.line(name));
    }
    println!(
        "    first load: {} of {}",
        size(sizes.sent(&first_load)),
        size(FIRST_LOAD)
    );
    Ok(())
}

/// The names that leptos 0.8 asks for with `output_name = nytta-<hash>` and `hash_files = false`:
/// it appends `_bg` to the wasm's, as wasm-bindgen does, unless `LEPTOS_OUTPUT_NAME` is set at
/// compile time.
fn named(hash: &str) -> Manifest {
    let output_name = format!("nytta-{hash}");
    Manifest {
        js: format!("{output_name}.js"),
        wasm: format!("{output_name}_bg.wasm"),
        output_name,
        ..Manifest::default()
    }
}

/// Snippets are served as immutable like everything else, so their folder carries the hash.
fn snippets_folder(hash: &str) -> String {
    format!("snippets-{hash}")
}

fn snippets_moved(js: &str, hash: &str) -> String {
    js.replace("'./snippets/", &format!("'./{}/", snippets_folder(hash)))
        .replace("\"./snippets/", &format!("\"./{}/", snippets_folder(hash)))
}

/// All files below a folder by their path, with `/` between; none where there is no such folder.
fn files_below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<(String, PathBuf)> = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).map_err(Error::file("read", &folder))? {
            let path = entry.map_err(Error::file("read", &folder))?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                open.push((format!("{prefix}{name}/"), path));
            } else {
                let content = fs::read(&path).map_err(Error::file("read", &path))?;
                found.insert(format!("{prefix}{name}"), content);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_leptos_asks_for() {
        let manifest = named("0123456789abcdef");
        assert_eq!(manifest.output_name, "nytta-0123456789abcdef");
        assert_eq!(manifest.js, "nytta-0123456789abcdef.js");
        assert_eq!(manifest.wasm, "nytta-0123456789abcdef_bg.wasm");
    }

    #[test]
    fn imports_follow_the_snippets() {
        let js = "import { a } from './snippets/x-1/inline0.js';\nimport * as b from \"./snippets/y.js\";\n";
        let moved = snippets_moved(js, "77");
        assert_eq!(
            moved,
            "import { a } from './snippets-77/x-1/inline0.js';\nimport * as b from \"./snippets-77/y.js\";\n"
        );
    }
}
