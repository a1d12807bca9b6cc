//! LibreOffice, as somebody opens files in it and saves them as something else.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;

/// A folder of this process's own, gone in the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left of it is found by whoever cleans the temporary folder.
        fs::remove_dir_all(&self.0).ok();
    }
}

/// How files are opened and saved.
pub(crate) struct Conversion<'a> {
    /// Tells runs apart that go on at the same time.
    pub(crate) name: &'a str,
    /// The extension of what is opened.
    pub(crate) from: &'a str,
    /// As `--convert-to` takes it: the extension, and which filter.
    pub(crate) to: &'a str,
    /// LibreOffice's own settings, where they matter.
    pub(crate) settings: Option<&'a str>,
    /// Debian's package that has what it takes.
    pub(crate) package: &'a str,
}

impl Conversion<'_> {
    /// The files, opened and saved, all in one run.
    pub(crate) fn run(&self, files: &[Vec<u8>]) -> Vec<Vec<u8>> {
        let folder = Folder::new(self.name);
        let (profile, out) = (folder.path("profile"), folder.path("out"));
        fs::create_dir_all(profile.join("user")).expect("a folder");
        if let Some(settings) = self.settings {
            fs::write(profile.join("user/registrymodifications.xcu"), settings).expect("settings");
        }
        let names: Vec<String> = (0..files.len()).map(|at| format!("{at}.{}", self.from)).collect();
        for (name, file) in names.iter().zip(files) {
            fs::write(folder.path(name), file).expect("a file");
        }
        let mut command = Command::new("soffice");
        command
            .arg(format!("-env:UserInstallation=file://{}", profile.display()))
            .args(["--headless", "--norestore", "--convert-to", self.to, "--outdir"])
            .arg(&out)
            .args(&names)
            .current_dir(&folder.0);
        said(command, self.package);
        let extension = self.to.split(':').next().unwrap_or_default();
        let read = |at| {
            let path = out.join(format!("{at}.{extension}"));
            fs::read(&path).unwrap_or_else(|error| {
                let package = self.package;
                panic!("LibreOffice did not write {at}.{extension} ({error}): install the package {package}")
            })
        };
        (0..files.len()).map(read).collect()
    }
}

/// What a program says. The package is where it is from.
pub(crate) fn said(mut command: Command, package: &str) -> Vec<u8> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            panic!("{program} is not on PATH: install the package {package}")
        }
        Err(error) => panic!("{program} does not start: {error}"),
    };
    assert!(
        output.status.success(),
        "{program} failed (is the package {package} installed?): {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
