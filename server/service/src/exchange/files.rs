//! Files: what is in them, and whether anything names them. As evidence an import takes what the page of a measurement's
//! files takes.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::attachment::{FILE_MAX, FileKind, megabytes};
use sha2::{Digest, Sha256};

use super::Known;
use super::check::Check;
use super::document::{Document, File};
use crate::render::Format;

/// What of a document names a file.
#[derive(Clone, Debug, Default)]
struct Named<'a> {
    /// The names that measurements give it as evidence.
    evidence: BTreeSet<&'a str>,
    /// The formats that reports have it in.
    formats: Vec<Format>,
}

impl Check {
    pub(super) fn files(&mut self, d: &Document, known: &Known) {
        let mut named: BTreeMap<&str, Named<'_>> = BTreeMap::new();
        for proof in d.measurements.iter().flat_map(|one| &one.proofs) {
            if let Some(hash) = &proof.hash {
                named.entry(hash).or_default().evidence.insert(&proof.text);
            }
        }
        for one in &d.report_renderings {
            let of = named.entry(&one.hash).or_default();
            of.formats.extend(Format::of_code(&one.format));
        }
        let mut seen = BTreeSet::new();
        for (i, file) in d.files.iter().enumerate() {
            let place = format!("files[{i}]");
            self.named(&place, "media_type", &file.media_type);
            if !seen.insert(&file.hash) {
                self.problem(place.clone(), "hash", "stands there twice");
            }
            let by = named.get(file.hash.as_str());
            // What the database has of it is named there.
            if by.is_none() && !known.files.contains(&file.hash) {
                let reason = "no measurement and no decided report of the file names it";
                self.problem(place.clone(), "hash", reason);
            }
            match STANDARD.decode(&file.base64) {
                Err(error) => self.problem(place, "base64", error.to_string()),
                Ok(bytes) if hex::encode(Sha256::digest(&bytes)) != file.hash => {
                    self.problem(place, "hash", "does not belong to the bytes");
                }
                Ok(bytes) => self.content(&place, file, &bytes, by),
            }
        }
    }

    fn content(&mut self, place: &str, file: &File, bytes: &[u8], by: Option<&Named<'_>>) {
        let Some(by) = by else { return };
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if !by.evidence.is_empty() && size > FILE_MAX {
            let (is, most) = (megabytes(size), megabytes(FILE_MAX));
            self.problem(
                place,
                "base64",
                format!("is {is} MB; as evidence {most} MB are taken"),
            );
        }
        let mut types: Vec<&str> = by.formats.iter().map(|format| format.media_type()).collect();
        for name in &by.evidence {
            match FileKind::of(name, bytes) {
                Some(kind) => types.push(kind.media_type()),
                None => {
                    let reason = format!("“{name}” is of no kind that is taken as evidence");
                    self.problem(place, "base64", reason);
                }
            }
        }
        if !types.is_empty() && !types.contains(&file.media_type.as_str()) {
            let reason = format!(
                "is “{}”; what is in it is {}",
                file.media_type,
                types.join(" or ")
            );
            self.problem(place, "media_type", reason);
        }
    }
}
