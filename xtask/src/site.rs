//! The site folder: files named after their content, each with a compressed one beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// What the server needs to know of the bundle; written to `manifest.json`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The name that leptos builds the two names below from.
    pub output_name: String,
    /// `nytta-<hash>.js`
    pub js: String,
    /// `nytta-<hash>_bg.wasm`
    pub wasm: String,
    /// `nytta-<hash>.css`
    pub css: String,
    /// The files of `app/public/`: plain name to hashed name.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    fn json(&self) -> String {
        let value = serde_json::json!({
            "output_name": self.output_name,
            "js": self.js,
            "wasm": self.wasm,
            "css": self.css,
            "files": self.files,
        });
        format!("{value:#}\n")
    }
}

/// A site in the making: paths below `pkg/` and their content.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Adds a file under a name that already tells its content.
    pub fn add(&mut self, name: String, content: Vec<u8>) {
        self.files.insert(name, content);
    }

    /// Writes everything to the folder, then the manifest, then removes what is left of earlier
    /// bundles: a server that reads the folder meanwhile always finds what the manifest names.
    pub fn write(&self, folder: &Path, manifest: &Manifest) -> Result<Sizes> {
        let pkg = folder.join("pkg");
        fs::create_dir_all(&pkg).map_err(Error::file("create", &pkg))?;
        let mut wanted = BTreeSet::new();
        let mut sizes = Sizes::default();
        for (name, content) in &self.files {
            let path = pkg.join(name);
            let compressed_path = with_br(&path);
            let unchanged = fs::read(&path).is_ok_and(|old| &old == content);
            if !unchanged {
                write(&path, content)?;
            }
            wanted.insert(path);
            let mut served = content.len();
            if compressible(name) {
                // Quality 11 takes seconds; the same content compresses to the same bytes.
                let compressed = match fs::read(&compressed_path) {
                    Ok(old) if unchanged => old,
                    _ => {
                        let fresh = brotli(content)?;
                        write(&compressed_path, &fresh)?;
                        fresh
                    }
                };
                served = compressed.len();
                wanted.insert(compressed_path);
            }
            sizes.0.insert(name.clone(), (content.len(), served));
        }
        let manifest_path = folder.join("manifest.json");
        let said = manifest.json();
        // The release server has it inside: written anew though it says the same, it would have that compiled anew.
        if !fs::read(&manifest_path).is_ok_and(|old| old == said.as_bytes()) {
            let fresh = folder.join("manifest.json.new");
            write(&fresh, said.as_bytes())?;
            fs::rename(&fresh, &manifest_path).map_err(Error::file("write", &manifest_path))?;
        }
        remove_others(&pkg, &wanted)?;
        Ok(sizes)
    }
}

/// Sizes in bytes by name: as it is, and as it is sent.
#[derive(Default)]
pub struct Sizes(BTreeMap<String, (usize, usize)>);

impl Sizes {
    /// One line for a file.
    pub fn line(&self, name: &str) -> String {
        let (raw, sent) = self.0.get(name).copied().unwrap_or_default();
        format!(
            "{name:<32} {:>10} {:>10} brotli",
            size(raw as u64),
            size(sent as u64)
        )
    }

    /// What these files cost together, as they are sent.
    pub fn sent(&self, names: &[&str]) -> u64 {
        names
            .iter()
            .filter_map(|name| self.0.get(*name))
            .map(|(_, sent)| *sent as u64)
            .sum()
    }
}

/// `91.3 kB`; a thousand bytes each, as browsers count.
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100);
    }
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

/// The first 16 hexadecimal digits of the SHA-256 over all parts.
pub fn content_hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    let mut hash = hex::encode(digest.finalize());
    hash.truncate(16);
    hash
}

/// `icons/favicon.svg` → `icons/favicon-<hash>.svg`.
pub fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = content_hash([content]);
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let file = match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}-{hash}.{extension}"),
        _ => format!("{file}-{hash}"),
    };
    if folder.is_empty() {
        file
    } else {
        format!("{folder}/{file}")
    }
}

/// Whether compressing pays: not for what is compressed already.
fn compressible(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    matches!(
        extension,
        "css" | "html" | "js" | "json" | "svg" | "txt" | "wasm" | "webmanifest" | "xml"
    )
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)
        .map_err(Error::file("compress", "a file of the bundle"))?;
    Ok(compressed)
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    fs::write(path, content).map_err(Error::file("write", path))
}

fn with_br(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

/// Removes every file that is not wanted, and folders that are then empty.
fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            remove_others(&path, wanted)?;
            if fs::read_dir(&path)
                .map_err(Error::file("read", &path))?
                .next()
                .is_none()
            {
                fs::remove_dir(&path).map_err(Error::file("remove", &path))?;
            }
        } else if !wanted.contains(&path) {
            fs::remove_file(&path).map_err(Error::file("remove", &path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_sixteen_digits_over_all_parts() {
        // SHA-256 of "abc" begins with these.
        assert_eq!(content_hash([b"abc".as_slice()]), "ba7816bf8f01cfea");
        assert_eq!(content_hash([b"a".as_slice(), b"bc"]), "ba7816bf8f01cfea");
    }

    #[test]
    fn names_keep_folder_and_extension() {
        assert_eq!(hashed_name("favicon.svg", b"abc"), "favicon-ba7816bf8f01cfea.svg");
        assert_eq!(
            hashed_name("icons/a.b.png", b"abc"),
            "icons/a.b-ba7816bf8f01cfea.png"
        );
        assert_eq!(hashed_name("robots", b"abc"), "robots-ba7816bf8f01cfea");
        assert_eq!(hashed_name(".well", b"abc"), ".well-ba7816bf8f01cfea");
    }

    #[test]
    fn only_text_and_wasm_are_compressed() {
        assert!(compressible("a-1.js") && compressible("a_bg.wasm") && compressible("icons/a.svg"));
        assert!(!compressible("a.png") && !compressible("a.woff2") && !compressible("js"));
    }

    #[test]
    fn sizes_read_well() {
        assert_eq!(size(91_349), "91.3 kB");
        assert_eq!(size(42_150_000), "42.1 MB");
    }

    #[test]
    fn a_second_bundle_replaces_the_first() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("nytta-xtask-site-{}", std::process::id()));
        let pkg = folder.join("pkg");
        let manifest = Manifest {
            js: "nytta-2.js".to_owned(),
            ..Manifest::default()
        };

        let mut first = Site::default();
        first.add("nytta-1.js".to_owned(), b"one".to_vec());
        first.add("old/a-1.png".to_owned(), b"png".to_vec());
        first.write(&folder, &Manifest::default())?;
        assert!(pkg.join("nytta-1.js.br").is_file() && !pkg.join("old/a-1.png.br").exists());

        let mut second = Site::default();
        second.add("nytta-2.js".to_owned(), b"two".to_vec());
        second.write(&folder, &manifest)?;
        assert!(pkg.join("nytta-2.js").is_file() && pkg.join("nytta-2.js.br").is_file());
        assert!(!pkg.join("nytta-1.js").exists() && !pkg.join("nytta-1.js.br").exists());
        assert!(!pkg.join("old").exists());
        let written =
            fs::read_to_string(folder.join("manifest.json")).map_err(Error::file("read", "manifest.json"))?;
        assert!(written.contains("\"js\": \"nytta-2.js\""));

        // The same once more changes no file.
        let times = || -> Result<Vec<_>> {
            let files = [
                folder.join("manifest.json"),
                pkg.join("nytta-2.js"),
                pkg.join("nytta-2.js.br"),
            ];
            let time = |file: &PathBuf| fs::metadata(file).and_then(|about| about.modified());
            files
                .iter()
                .map(|file| time(file).map_err(Error::file("read", file)))
                .collect()
        };
        let before = times()?;
        std::thread::sleep(std::time::Duration::from_millis(20));
        second.write(&folder, &manifest)?;
        assert_eq!(times()?, before);

        fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))
    }
}
