//! The portfolio goes in and comes out as files, and so do its reports; a file that cannot be read, written or taken in is
//! named.

use serde_json::{Value, json};

use super::{Desk, has, shown};
use crate::support::demo::{portfolio, portfolio_json};
use crate::support::folder::Folder;
use crate::support::program::{program, said};

#[test]
fn a_portfolio_goes_in_and_comes_out() {
    let desk = Desk::new();
    let whole = desk.written("portfolio.json", &portfolio());
    assert_eq!(desk.works(&["migrate"]), "the schema is up to date\n");
    has(&desk.works(&["import", &whole]), &["added"]);
    has(&desk.works(&["import", &whole]), &["nothing new"]);
    let out = shown(&desk.file("ut.json"));
    assert_eq!(desk.works(&["export", "-o", &out]), "");
    has(
        &desk.works(&["export", "-o", &out]),
        &[&out, "was there, and is written over"],
    );
    assert_eq!(
        std::fs::read(&out).expect("the export"),
        desk.works(&["export"]).into_bytes(),
        "to a file as to standard output"
    );
    let json = desk.works(&["report", "--to-year", "2024", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["period"], json!({ "from": 2022, "to": 2024 }));
    let html = desk.works(&["report", "--to-year", "2024", "--format", "html"]);
    assert!(
        html.starts_with("<!DOCTYPE html>") && !html.contains("⟦"),
        "a whole page"
    );
    has(
        &desk.fails(&["report", "--to-year", "1999", "--format", "json"], 1),
        &["1999"],
    );

    // As of another day it is another, and says so.
    let as_of = [
        "report",
        "--to-year",
        "2024",
        "--format",
        "json",
        "--as-of",
        "2023-06-30",
    ];
    let june: Value = serde_json::from_str(&desk.works(&as_of)).expect("JSON");
    assert_eq!(june["cut_off"], "2023-06-30");
    assert_eq!(june["own_cut_off"], "2024-12-31");

    // The whole of a decided report as one file, the same to the byte each time.
    let package = shown(&desk.file("paket.zip"));
    has(
        &desk.works(&["report", "--to-year", "2024", "--archive", &package]),
        &["bytes", "SHA256SUMS"],
    );
    let first = std::fs::read(&package).expect("the package");
    crate::report_archive::sums_are_right(&crate::report_archive::unpacked(&first));
    has(
        &desk.works(&["report", "--to-year", "2024", "--archive", &package]),
        &[&package, "was there, and is written over", "SHA256SUMS"],
    );
    assert!(
        std::fs::read(&package).expect("the package") == first,
        "another package"
    );
    for (year, said) in [("2025", "decided"), ("1999", "1999")] {
        let none = shown(&desk.file("inget.zip"));
        has(
            &desk.fails(&["report", "--to-year", year, "--archive", &none], 1),
            &[said],
        );
        assert!(!desk.file("inget.zip").exists(), "nothing is left of what failed");
    }

    let verified = desk.works(&["verify"]);
    let head = verified
        .lines()
        .find_map(|line| line.strip_prefix("head "))
        .expect("the head");
    desk.works(&["verify", "--expect", head]);
    let (seq, hash) = head.split_once(':').expect("number and hash");
    let other = format!("{seq}:{}", hash.chars().rev().collect::<String>());
    has(
        &desk.fails(&["verify", "--expect", &other], 1),
        &["does not hold", seq, "copied wrongly", "another backup"],
    );
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_named() {
    let desk = Desk::new();
    let missing = shown(&desk.file("saknas.json"));
    has(
        &desk.fails(&["import", &missing], 1),
        &[&missing, "cannot be read"],
    );
    let folder = shown(&desk.folder);
    has(&desk.fails(&["import", &folder], 1), &[&folder, "cannot be read"]);
    assert!(!desk.file("nytta.sqlite").exists(), "the file comes first");

    let whole = desk.written("portfolio.json", &portfolio());
    desk.works(&["import", &whole]);
    let nowhere = shown(&desk.file("finns-inte/ut.json"));
    for words in [
        vec!["export", "-o", &nowhere],
        vec!["report", "--to-year", "2024", "--format", "html", "-o", &nowhere],
    ] {
        has(&desk.fails(&words, 1), &[&nowhere, "cannot be written"]);
    }
}

#[test]
fn a_portfolio_that_is_not_whole_is_refused_by_its_place() {
    let desk = Desk::new();
    let broken = desk.written("trasig.json", b"{ \"format\": ");
    has(&desk.fails(&["import", &broken], 1), &["line 1", "not JSON"]);
    let letter = desk.written("brev.json", b"Det var en gang en portfolj.");
    has(
        &desk.fails(&["import", &letter], 1),
        &["line 1, column 1", "this is not JSON, as docs/exchange.md tells"],
    );
    let mut bad = portfolio_json();
    bad["deliveries"][4]["area"] = json!("0195165a-bc00-7003-8000-0000000000ff");
    let bad = desk.written("fel.json", bad.to_string().as_bytes());
    has(&desk.fails(&["import", &bad], 1), &["deliveries[4]", "area"]);
    has(
        &desk.fails(&["report", "--to-year", "2024", "--format", "json"], 1),
        &["2024"],
    );
}

#[test]
fn a_file_that_standard_output_goes_to_has_the_export_alone_in_it() {
    let folder = Folder::new();
    let (url, whole, out) = (
        folder.database("nytta.sqlite"),
        folder.file("portfolio.json"),
        folder.file("out.json"),
    );
    std::fs::write(&whole, portfolio()).expect("a file");
    let imported = program(&url, &["import", &whole]).output().expect("it ends");
    assert!(imported.status.success(), "{}", said(&imported));
    let expected = program(&url, &["export"]).output().expect("it ends").stdout;
    // By the name of all standard outputs, and by its own.
    for name in ["/dev/stdout", &out] {
        let redirected = std::fs::File::create(&out).expect("a file");
        let mut export = program(&url, &["export", "-o", name]);
        let output = export.stdout(redirected).output().expect("it ends");
        assert!(output.status.success(), "{}", said(&output));
        let written = std::fs::read(&out).expect("the export");
        assert!(written == expected, "{name}: something else is in it");
    }
}
