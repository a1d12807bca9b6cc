//! The archive package of a decided report: which files it has, what each is, and how they are packed.

mod describe;
mod packer;

use std::collections::BTreeMap;

use chrono::SecondsFormat;
use domain::register::{Cell, Sheet};
use serde_json::{Value, json};
use service::{ArchivePackage, Format, RenderError};
use sha2::{Digest, Sha256};

pub use packer::Packer;

/// Description of the report as JSON, as it is published with the product.
const SCHEMA: &[u8] = include_bytes!("../../../../docs/report.schema.json");
const JSON_TEXT: &[u8] = include_bytes!("../../../../docs/report-json.md");
const CSV_TEXT: &[u8] = include_bytes!("../../../../docs/report-csv.md");
/// What the manifest says that it is.
const KIND: &str = "nytta-archive-package";
/// Grows with what a reader of the manifest has to know.
const VERSION: u32 = 1;
/// Longest name of a file of evidence, its number not counted.
const NAME_MAX: usize = 80;

/// What an entry of the package is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Made(Vec<u8>),
    /// Those of the file that is stored under this hash.
    Stored(String),
}

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path: plain letters, whatever it was called.
    pub path: String,
    /// What it is made of.
    pub content: Content,
}

/// A file with what is said of it.
struct Listed {
    path: String,
    media_type: String,
    size: u64,
    sha256: String,
    /// What it is, in Swedish: the package is for a Swedish archive.
    what: &'static str,
    /// The standard that it follows; none for what people have sent.
    standard: Option<&'static str>,
    content: Content,
}

impl Listed {
    fn made(path: &str, media_type: &str, what: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            path: path.to_owned(),
            media_type: media_type.to_owned(),
            size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            sha256: sha256(&bytes),
            what,
            standard: None,
            content: Content::Made(bytes),
        }
    }

    fn following(self, standard: &'static str) -> Self {
        Self {
            standard: Some(standard),
            ..self
        }
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What a format of the report follows.
fn standard(format: Format) -> &'static str {
    match format {
        Format::Pdf => "PDF/A-2a (ISO 19005-2), PDF/UA-1 (ISO 14289-1)",
        Format::Docx | Format::Xlsx => "Office Open XML (ISO/IEC 29500)",
        Format::Csv => "CSV (RFC 4180) med semikolon, se beskrivning/report-csv.md",
        Format::Json => "JSON (RFC 8259), se beskrivning/report.schema.json",
        Format::Html => "HTML (WHATWG)",
    }
}

fn what(format: Format) -> &'static str {
    match format {
        Format::Pdf => "rapporten för läsning och arkiv",
        Format::Docx => "rapporten för Word",
        Format::Xlsx => "rapportens tabeller för Excel",
        Format::Csv => "rapportens tabeller som text",
        Format::Json => "rapporten för andra system",
        Format::Html => "rapporten som en webbsida i en fil",
    }
}

/// "aterrapport-2022-2024": what the report's files begin with, in plain letters whatever the title has.
pub fn base_name(report: &domain::report::Report) -> String {
    let years = match report.from_year == report.to_year {
        true => report.to_year.to_string(),
        false => format!("{}-{}", report.from_year, report.to_year),
    };
    format!("aterrapport-{years}")
}

/// A name in plain letters, with its end.
fn plain_name(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = name
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '.' || c == '-' {
                c
            } else {
                '_'
            }
        })
        .collect();
    let (stem, end) = match plain.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 8 => (stem, format!(".{end}")),
        _ => (plain.as_str(), String::new()),
    };
    // A name that begins with a dot is hidden, and one that begins with a hyphen reads as an option.
    let stem: String = stem
        .trim_start_matches(['.', '-'])
        .chars()
        .take(NAME_MAX)
        .collect();
    let stem = if stem.is_empty() { "fil".to_owned() } else { stem };
    format!("{stem}{end}")
}

/// Path of each file of evidence, by hash. The same bytes are there once, under the name that they have first.
fn evidence_paths(package: &ArchivePackage) -> BTreeMap<&str, String> {
    let mut paths = BTreeMap::new();
    for one in &package.proofs {
        let Some(hash) = one.proof.hash.as_deref() else {
            continue;
        };
        let number = paths.len() + 1;
        paths
            .entry(hash)
            .or_insert_with(|| format!("underlag/{number:04}-{}", plain_name(&one.proof.text)));
    }
    paths
}

/// What the measurements can be checked against, a row each.
fn register(package: &ArchivePackage, paths: &BTreeMap<&str, String>) -> Vec<u8> {
    let heads = [
        "Mått",
        "Period",
        "Källa",
        "Slag",
        "Lydelse",
        "Fil i paketet",
        "SHA-256",
        "Mätningens id",
    ];
    let rows = package.proofs.iter().map(|one| {
        let hash = one.proof.hash.as_deref();
        let kind = match one.proof.kind {
            domain::measurement::ProofKind::Link => "länk",
            domain::measurement::ProofKind::RegistryNumber => "diarienummer",
            domain::measurement::ProofKind::File => "fil",
        };
        vec![
            Cell::Text(one.measure.clone()),
            Cell::Text(one.period.to_string()),
            Cell::Text(one.source.clone()),
            Cell::Text(kind.to_owned()),
            Cell::Text(one.proof.text.clone()),
            Cell::text(hash.and_then(|hash| paths.get(hash)).cloned()),
            Cell::text(hash),
            Cell::Text(one.measurement.to_string()),
        ]
    });
    crate::register::csv(&Sheet {
        title: "Underlag".to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    })
}

/// The link of the audit chain by which the report was frozen.
fn audit(package: &ArchivePackage) -> Option<Value> {
    let link = package.audit.as_ref()?;
    Some(json!({
        "seq": link.head.seq,
        "hash": link.head.hash,
        "head": link.head.to_string(),
        "at": link.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        "event": "report.freeze",
        "algorithm": "SHA-256",
    }))
}

fn pretty(value: &Value) -> Result<Vec<u8>, RenderError> {
    let mut bytes =
        serde_json::to_vec_pretty(value).map_err(|error| RenderError::Model(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// All but what tells of the others.
fn listed(package: &ArchivePackage) -> Result<Vec<Listed>, RenderError> {
    let mut files = Vec::new();
    let base = base_name(&package.report);
    for one in &package.renderings {
        files.push(Listed {
            path: format!("rapport/{base}.{}", one.format.code()),
            media_type: one.format.media_type().to_owned(),
            size: one.size,
            sha256: one.hash.clone(),
            what: what(one.format),
            standard: Some(standard(one.format)),
            content: Content::Stored(one.hash.clone()),
        });
    }
    let model = package.model_json.clone().into_bytes();
    files.push(
        Listed::made(
            "rapport/fryst-innehall.json",
            "application/json",
            "det frysta innehållet",
            model,
        )
        .following("JSON (RFC 8259)"),
    );
    let paths = evidence_paths(package);
    let register = register(package, &paths);
    files.push(
        Listed::made(
            "underlag/forteckning.csv",
            "text/csv; charset=utf-8",
            "vad rapportens mätningar kan kontrolleras mot",
            register,
        )
        .following("CSV (RFC 4180) med semikolon"),
    );
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for one in &package.proofs {
        if let (Some(hash), Some(size)) = (one.proof.hash.as_deref(), one.size) {
            sizes.insert(hash, size);
        }
    }
    let mut evidence: Vec<Listed> = paths
        .iter()
        .map(|(hash, path)| Listed {
            path: path.clone(),
            media_type: media_type(path).to_owned(),
            size: sizes.get(hash).copied().unwrap_or_default(),
            sha256: (*hash).to_owned(),
            what: "underlag",
            standard: None,
            content: Content::Stored((*hash).to_owned()),
        })
        .collect();
    evidence.sort_by(|a, b| a.path.cmp(&b.path));
    files.extend(evidence);
    if let Some(audit) = audit(package) {
        let link = Listed::made(
            "logg/kedjans-lank.json",
            "application/json",
            "länken i loggens kedja som frös rapporten",
            pretty(&audit)?,
        );
        files.push(link.following("JSON (RFC 8259)"));
    }
    for (name, media_type, bytes) in [
        ("report.schema.json", "application/schema+json", SCHEMA),
        ("report-json.md", "text/markdown; charset=utf-8", JSON_TEXT),
        ("report-csv.md", "text/markdown; charset=utf-8", CSV_TEXT),
    ] {
        let path = format!("beskrivning/{name}");
        files.push(Listed::made(
            &path,
            media_type,
            "beskrivning av ett format",
            bytes.to_vec(),
        ));
    }
    Ok(files)
}

/// What kind of file it is, by the end of its name, where that is one that is taken as evidence.
fn media_type(path: &str) -> &'static str {
    let end = path.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
    domain::attachment::FileKind::of_end(end).map_or(
        "application/octet-stream",
        domain::attachment::FileKind::media_type,
    )
}

fn manifest(package: &ArchivePackage, files: &[Listed]) -> Result<Vec<u8>, RenderError> {
    let report = &package.report;
    let paths = evidence_paths(package);
    let listed: Vec<Value> = files
        .iter()
        .map(|one| {
            json!({
                "path": one.path,
                "media_type": one.media_type,
                "bytes": one.size,
                "sha256": one.sha256,
                "what": one.what,
                "standard": one.standard,
            })
        })
        .collect();
    let evidence: Vec<Value> = package
        .proofs
        .iter()
        .map(|one| {
            json!({
                "measurement": one.measurement,
                "measure": one.measure,
                "period": { "first": one.period.first, "last": one.period.last },
                "source": one.source,
                "kind": one.proof.kind,
                "text": one.proof.text,
                "path": one.proof.hash.as_deref().and_then(|hash| paths.get(hash)),
            })
        })
        .collect();
    pretty(&json!({
        "kind": KIND,
        "version": VERSION,
        "agency": package.agency,
        "report": {
            "id": report.id,
            "title": report.title,
            "period": { "from": report.from_year, "to": report.to_year },
            "cut_off": report.cut_off,
            "registry_number": report.registry_number,
            "assignment": report.assignment,
            "decision": report.decision,
            "frozen_sha256": package.model_sha256,
        },
        "audit": audit(package),
        "files": listed,
        "evidence": evidence,
    }))
}

/// The files of a package, in order: what tells of the others first.
///
/// # Errors
/// Where something cannot be written as JSON.
pub fn entries(package: &ArchivePackage) -> Result<Vec<Entry>, RenderError> {
    let files = listed(package)?;
    let manifest = manifest(package, &files)?;
    let description = describe::description(package, &files).into_bytes();
    let mut sums = format!(
        "{}  LASMIG.txt\n{}  manifest.json\n",
        sha256(&description),
        sha256(&manifest)
    );
    for one in &files {
        sums.push_str(&format!("{}  {}\n", one.sha256, one.path));
    }
    let made = |path: &str, bytes: Vec<u8>| Entry {
        path: path.to_owned(),
        content: Content::Made(bytes),
    };
    let first = [
        made("LASMIG.txt", description),
        made("manifest.json", manifest),
        made("SHA256SUMS", sums.into_bytes()),
    ];
    let rest = files.into_iter().map(|one| Entry {
        path: one.path,
        content: one.content,
    });
    Ok(first.into_iter().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_plain_and_keeps_its_end() {
        for (name, plain) in [
            ("Mätning kvartal 3.pdf", "Matning_kvartal_3.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            (".htaccess", "htaccess"),
            ("-rf.csv", "rf.csv"),
            ("åäö", "aao"),
            ("報告.xlsx", "__.xlsx"),
            (".", "fil"),
            ("", "fil"),
        ] {
            assert_eq!(plain_name(name), plain, "{name}");
        }
        let long = plain_name(&format!("{}.pdf", "å".repeat(300)));
        assert!(long.len() == NAME_MAX + 4 && long.ends_with("a.pdf"), "{long}");
    }
}
