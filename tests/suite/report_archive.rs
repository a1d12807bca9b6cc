//! The archive package of a decided report: what it holds, that its sums are right, and that it stays the same.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use domain::ctx::Ctx;
use domain::form::{MeasurementFileForm, MeasurementForm};
use domain::id::{BenefitId, InitiativeId, ReportId};
use domain::policy::Refusal;
use domain::role::Role;
use report::archive::{Content, Packer, entries};
use serde_json::Value;
use service::{ArchivePackage, Archived, Format, SentFile, ServiceError, Services};
use uuid::Uuid;
use zip::ZipArchive;

use crate::report_life::{decided, open};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{done, key};
use crate::support::measures;
use crate::support::rows::must;
use crate::support::{operator, repository};

on_both!(
    a_package_holds_what_was_decided_and_every_sum_is_right,
    nothing_but_a_decided_report_is_archived,
);

const EVIDENCE: &[u8] = b"%PDF-1.7 ett underlag";
const LETTER: &[u8] = b"From: a@b.se\r\nSubject: x\r\n\r\nHej";

/// A benefit that the open report has.
async fn benefit(demo: &Demo) -> (InitiativeId, BenefitId) {
    let view = service::report_view_of_year(&operator(), &demo.services, 2025).await;
    let model = view.expect("the report").model;
    let mut all = model.areas.iter().flat_map(|area| &area.deliveries);
    let found = all.find_map(|of| of.benefits.first()).expect("a benefit");
    (found.benefit.initiative, found.benefit.id)
}

/// Measures the benefit, with two files and a registry number, and has it approved.
async fn measured(demo: &Demo) {
    let (manager, services) = (demo.ctx(Role::PortfolioManager), &demo.services);
    let measure = measures::added(&manager, services).await;
    let goal = measures::goal_set(&manager, services, benefit(demo).await, measure).await;
    let reviewer = demo.ctx(Role::Reviewer);
    service::effect_goal_review(&reviewer, services, goal, 1, true, "")
        .await
        .expect("may approve");
    let draft = MeasurementForm {
        action: "file".to_owned(),
        proof_kind: vec!["registry_number".to_owned()],
        proof_text: vec!["2025/17".to_owned()],
        ..measures::measured(measure, "2025-Q2", "15")
    };
    let place = done(service::measurement_save(&manager, services, draft).await);
    let id = place
        .strip_prefix("/matningar/")
        .and_then(|rest| rest.strip_suffix("/fil"));
    let id = id.expect("on to its files").parse().expect("a measurement");
    for (name, bytes) in [("Mätning kvartal 2.pdf", EVIDENCE), ("brev.eml", LETTER)] {
        let form = MeasurementFileForm {
            submission: key(),
            id: format!("{id}"),
            file: name.to_owned(),
            ..MeasurementFileForm::default()
        };
        let sent = SentFile {
            size: bytes.len().try_into().expect("a size"),
            bytes: bytes.to_vec(),
        };
        done(service::measurement_file_add(&manager, services, form, sent).await);
    }
    let view = service::measurement_files(&manager, services, id, None).await;
    let submit = MeasurementForm {
        action: "submit".to_owned(),
        ..view.expect("may write").sending.form
    };
    done(service::measurement_save(&manager, services, submit).await);
    let items = service::measure_view(&reviewer, services, measure).await;
    let items = items.expect("may read").measurements;
    service::measurement_review(&reviewer, services, id, items[0].version, true, "")
        .await
        .expect("may approve");
}

async fn package(ctx: &Ctx, services: &Services, id: ReportId) -> Box<ArchivePackage> {
    match service::report_archive(ctx, services, id).await {
        Ok(Archived::Package(package)) => package,
        other => panic!("no package: {other:?}"),
    }
}

/// The package as a file.
async fn zip(ctx: &Ctx, services: &Services, id: ReportId) -> Vec<u8> {
    let package = package(ctx, services, id).await;
    let mut packer = Packer::new(package.decided_at);
    let mut zip = Vec::new();
    for entry in entries(&package).expect("entries") {
        let bytes = match entry.content {
            Content::Made(bytes) => bytes,
            Content::Stored(hash) => service::report_archive_file(ctx, services, &package, &hash)
                .await
                .expect("a file of the package"),
        };
        zip.extend(packer.add(&entry.path, &bytes).expect("adds"));
    }
    zip.extend(packer.finish().expect("ends"));
    zip
}

/// What is in a package, by path.
pub(crate) fn unpacked(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).expect("a zip file");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("reads");
        files.insert(entry.name().expect("a name").into_owned(), bytes);
    }
    files
}

/// Unpacks a package into a folder of its own and has the program of the system check every sum.
pub(crate) fn sums_are_right(files: &BTreeMap<String, Vec<u8>>) {
    let folder = std::env::temp_dir().join(format!("nytta-package-{}", Uuid::now_v7().simple()));
    for (path, bytes) in files {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, bytes).expect("a file");
    }
    let checked = check(&folder);
    // Every file is among them but the list itself.
    assert_eq!(checked.lines().count(), files.len() - 1, "{checked}");
    assert!(checked.lines().all(|line| line.ends_with(": OK")), "{checked}");
    std::fs::write(folder.join("LASMIG.txt"), "annat").expect("a file");
    assert!(
        check(&folder).contains("LASMIG.txt: FAILED"),
        "what is changed is told"
    );
    std::fs::remove_dir_all(&folder).expect("removes");
}

fn check(folder: &Path) -> String {
    let checked = Command::new("sha256sum")
        .args(["-c", "SHA256SUMS"])
        .env("LC_ALL", "C")
        .current_dir(folder)
        .output()
        .expect("sha256sum is a program of the system");
    String::from_utf8(checked.stdout).expect("text")
}

async fn a_package_holds_what_was_decided_and_every_sum_is_right(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    measured(&demo).await;
    let id = decided(&demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let whole = zip(&steering, services, id).await;
    let files = unpacked(&whole);
    sums_are_right(&files);

    // The report's files are the bytes that were stored, and the JSON follows the schema that goes along.
    for format in Format::ALL {
        let (_, stored) = service::report_file(&steering, services, id, format)
            .await
            .expect("a file");
        let path = format!("rapport/aterrapport-2023-2025.{}", format.code());
        assert!(files[&path] == stored, "{path}");
    }
    let json = |path: &str| -> Value { serde_json::from_slice(&files[path]).expect("JSON") };
    let schema = json("beskrivning/report.schema.json");
    let schema = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema");
    let problems: Vec<String> = schema
        .iter_errors(&json("rapport/aterrapport-2023-2025.json"))
        .map(|error| error.to_string())
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
    let frozen = report::archive::sha256(&files["rapport/fryst-innehall.json"]);
    let life = service::report_life(&steering, services, id)
        .await
        .expect("may read");
    assert_eq!(life.frozen_sha256.as_ref(), Some(&frozen));

    // So is the evidence.
    assert_eq!(files["underlag/0001-Matning_kvartal_2.pdf"], EVIDENCE);
    assert_eq!(files["underlag/0002-brev.eml"], LETTER);
    let register = String::from_utf8(files["underlag/forteckning.csv"].clone()).expect("text");
    for said in [
        "2025/17",
        "Mätning kvartal 2.pdf",
        "underlag/0001-Matning_kvartal_2.pdf",
    ] {
        assert!(register.contains(said), "{said}: {register}");
    }
    assert!(register.starts_with('\u{feff}') && register.ends_with("\r\n"));
    assert_eq!(register.lines().count(), 4, "{register}");

    // The manifest names every file with its sum.
    let manifest = json("manifest.json");
    let listed = manifest["files"].as_array().expect("a list");
    assert_eq!(listed.len(), files.len() - 3);
    for one in listed {
        let bytes = &files[one["path"].as_str().expect("a path")];
        assert_eq!(one["bytes"], bytes.len(), "{one}");
        assert_eq!(one["sha256"], report::archive::sha256(bytes), "{one}");
    }
    assert_eq!(manifest["report"]["frozen_sha256"], *frozen);
    assert_eq!(manifest["evidence"].as_array().map(Vec::len), Some(3));

    // The link of the log is one that the log still has.
    let link = json("logg/kedjans-lank.json");
    let head = link["head"]
        .as_str()
        .expect("a head")
        .parse()
        .expect("as verify takes it");
    let verified = service::chain_verify(&operator(), services, Some(&head)).await;
    assert!(verified.expect("may").is_ok(), "{link}");
    let text = String::from_utf8(files["LASMIG.txt"].clone()).expect("text");
    assert!(
        text.contains(&format!("--expect {}", link["head"].as_str().expect("a head"))),
        "{text}"
    );
    assert!(text.contains(&frozen) && !text.contains("{{"), "{text}");
    for (path, docs) in [
        ("beskrivning/report.schema.json", "docs/report.schema.json"),
        ("beskrivning/report-csv.md", "docs/report-csv.md"),
        ("beskrivning/report-json.md", "docs/report-json.md"),
    ] {
        assert_eq!(
            files[path],
            std::fs::read(repository().join(docs)).expect("reads"),
            "{path}"
        );
    }

    // Whatever happens after, and whoever asks, the package is the same.
    must(&services.store, &["UPDATE measure SET name = name || ' (ny)'"]).await;
    for ctx in [demo.ctx(Role::Leadership), demo.ctx(Role::Auditor), operator()] {
        assert!(zip(&ctx, services, id).await == whole, "another package");
    }
}

async fn nothing_but_a_decided_report_is_archived(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = open(&demo).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let refused = service::report_archive(&steering, services, id).await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
    let none = service::report_archive(&steering, services, ReportId(Uuid::now_v7())).await;
    assert!(matches!(none, Err(ServiceError::NotFound)), "{none:?}");
    for role in [
        Role::PortfolioManager,
        Role::BenefitOwner,
        Role::Reviewer,
        Role::Admin,
    ] {
        let refused = service::report_archive_of_year(&demo.ctx(role), services, 2024).await;
        let is_role = matches!(refused, Err(ServiceError::Refused(Refusal::Role)));
        assert!(is_role, "{}: {refused:?}", role.code());
    }
    // One that came decided from elsewhere is archived all the same: its files are made, once and for all.
    let decided = service::report_view_of_year(&steering, services, 2024).await;
    let decided = decided.expect("may read").model.report.id;
    let package = package(&steering, services, decided).await;
    assert_eq!(package.renderings.len(), Format::ALL.len());
    assert!(package.audit.is_some(), "the import froze it");
    let hash = "0".repeat(64);
    let other = service::report_archive_file(&steering, services, &package, &hash).await;
    assert!(matches!(other, Err(ServiceError::NotFound)), "{other:?}");
}
