//! What a small workbook can do to whoever reads it: nothing. Each is refused, soon, and the server that refuses it stays
//! as small as it was.

use domain::measurement_sheet::SheetFileFault;
use domain::workbook::WorkbookFault;
use report::calculation::{ReadProblem, calculation_read};
use report::{measurement_sheet, workbook};
use reqwest::Client;
use reqwest::multipart::{Form, Part};
use std::time::Instant;

use super::bomb;
use crate::support::folder::Folder;
use crate::support::program::Server;

/// A file, with what it is.
struct Bomb {
    what: &'static str,
    file: Vec<u8>,
    /// What all readers find it to be.
    fault: WorkbookFault,
}

/// Of measurements one sheet is read, whatever the others are.
const REPEATING: &str = "one part that many sheets are";

/// Bytes that the part unpacks to that says that it is small: twice what the server may grow by, or it could keep all of them.
const LIE: usize = 200 * 1024 * 1024;

/// What is in the last corner, and beyond.
const CORNERED: &str = "in the corner";

/// Every one. All but those that say something of themselves that cannot be so are whole workbooks, but for their size.
fn all() -> Vec<Bomb> {
    let bomb = |what, file, fault| Bomb { what, file, fault };
    let [font, format] = bomb::multiplying();
    let mut all = vec![
        bomb(
            "one part under many names, 10 kB",
            bomb::overlapping(5_000_000, 90).0,
            WorkbookFault::TooLarge,
        ),
        bomb(
            "one part under many names, 300 kB",
            bomb::overlapping(200_000_000, 600).0,
            WorkbookFault::TooLarge,
        ),
        bomb(
            "a part that says that it is small",
            bomb::lying(LIE),
            WorkbookFault::NotAWorkbook,
        ),
        bomb(
            "a great many parts",
            bomb::crowded(50_000),
            WorkbookFault::TooLarge,
        ),
        bomb(REPEATING, bomb::repeating(), WorkbookFault::TooLarge),
        bomb("a long name for many looks", font, WorkbookFault::TooLarge),
        bomb("a long format for many looks", format, WorkbookFault::TooLarge),
    ];
    all.extend(
        bomb::announcing()
            .into_iter()
            .map(|file| bomb("more texts than there are", file, WorkbookFault::NotAWorkbook)),
    );
    all
}

/// The same fault as those who read measurements and calculations tell of it.
fn elsewhere(fault: &WorkbookFault) -> (SheetFileFault, ReadProblem) {
    match fault {
        WorkbookFault::TooLarge => (SheetFileFault::TooLarge, ReadProblem::TooLarge),
        WorkbookFault::NotAWorkbook => (SheetFileFault::NotASheet, ReadProblem::NotAWorkbook),
        fault => panic!("{fault:?} is told by one reader alone"),
    }
}

#[test]
fn a_small_file_can_be_a_large_one() {
    let (file, unpacked) = bomb::overlapping(5_000_000, 90);
    assert!(
        file.len() < 14_000 && unpacked >= 450_000_000,
        "{} bytes, {unpacked}",
        file.len()
    );
    let (file, unpacked) = bomb::overlapping(200_000_000, 600);
    assert!(
        file.len() < 300_000 && unpacked >= 100_000_000_000,
        "{} bytes, {unpacked}",
        file.len()
    );
}

#[test]
fn a_part_that_says_that_it_is_small_is_refused_for_saying_so() {
    // But for what it says it is a whole workbook, and a large one: nothing else about it is broken.
    let refused = |file: &[u8]| workbook::read(file).err();
    assert_eq!(refused(&bomb::swollen(LIE)), Some(WorkbookFault::TooLarge));
    assert_eq!(refused(&bomb::lying(LIE)), Some(WorkbookFault::NotAWorkbook));
    assert_eq!(refused(&bomb::swollen(1024)), Some(WorkbookFault::Empty));
}

#[test]
fn each_is_refused_by_all_readers_and_soon() {
    for Bomb { what, file, fault } in all() {
        assert!(
            file.len() < 5 * 1024 * 1024,
            "{what} is not even small: {}",
            file.len()
        );
        let begin = Instant::now();
        assert_eq!(workbook::read(&file).err(), Some(fault.clone()), "{what}");
        let (sheet, calculation) = elsewhere(&fault);
        let sheet = if what == REPEATING {
            SheetFileFault::Empty
        } else {
            sheet
        };
        assert_eq!(measurement_sheet::read(&file).err(), Some(sheet), "{what}");
        assert_eq!(calculation_read(&file).err(), Some(vec![calculation]), "{what}");
        assert!(begin.elapsed() < super::PATIENCE, "{what}: {:?}", begin.elapsed());
    }
}

#[test]
fn what_xml_can_do_it_does_not() {
    let folder = Folder::new();
    let secret = folder.file("secret.txt");
    std::fs::write(&secret, "hemligheten").expect("a file");
    let outside = format!(r#"<!DOCTYPE worksheet [<!ENTITY it SYSTEM "file://{secret}">]>"#);
    let inside = r#"<!DOCTYPE worksheet [<!ENTITY it "hemligheten">]>"#;
    // All else about the sheet is as it should be.
    let plain = workbook::read(&bomb::saying(&outside, "Enhet &amp; &#229;r")).expect("a workbook");
    assert_eq!(plain.rows[0].cells["name"], "Enhet & år");
    for (what, file) in [
        (
            "an entity from outside",
            bomb::saying(&outside, "Enhet &it; till"),
        ),
        ("an entity of its own", bomb::saying(inside, "Enhet &it; till")),
        ("entities in entities", bomb::entities()),
        ("elements in elements", bomb::nested()),
        (CORNERED, bomb::cornered()),
    ] {
        let begin = Instant::now();
        super::entries::call("workbook", &file);
        let (sheet, calculation) = elsewhere(&WorkbookFault::NotAWorkbook);
        let reads = (
            workbook::read(&file),
            measurement_sheet::read(&file),
            calculation_read(&file),
        );
        assert!(!format!("{reads:?}").contains("hemligheten"), "{what}: {reads:?}");
        assert_eq!(reads.0.err(), Some(WorkbookFault::NotAWorkbook), "{what}");
        assert_eq!(reads.1.err(), Some(sheet), "{what}");
        // Of what may be a calculation the first rows are read alone, and cells beyond all sheets are none of them.
        let calculation = if what == CORNERED {
            ReadProblem::MissingColumn {
                sheet: "Poster".to_owned(),
                column: "estimate",
            }
        } else {
            calculation
        };
        assert_eq!(reads.2.err(), Some(vec![calculation]), "{what}");
        assert!(begin.elapsed() < super::PATIENCE, "{what}: {:?}", begin.elapsed());
    }
}

/// The most that the server may grow by while it refuses all of it: what is unpacked is never kept.
const GROWTH_MAX: u64 = 96 * 1024;

#[tokio::test]
async fn the_server_stays_small() {
    let folder = Folder::new();
    let server = Server::start(&folder.database("nytta.sqlite"), &["--demo"]);
    // Whoever takes a portfolio in takes no measurements in.
    let places = [
        ("/kom-igang/fil", server.signed_in("steering_unit").await),
        ("/matningar/fil", server.signed_in("portfolio_manager").await),
    ];
    let harmless = bomb::cornered();
    for (place, client) in &places {
        sent(&server, client, place, harmless.clone()).await;
    }
    let before = server.most_memory();
    for Bomb { what, file, .. } in all() {
        for (place, client) in &places {
            let begin = Instant::now();
            sent(&server, client, place, file.clone()).await;
            assert!(begin.elapsed() < super::PATIENCE, "{what}: {:?}", begin.elapsed());
            // The system counts by thread, and adds up when it likes.
            let grown = server.most_memory().saturating_sub(before);
            println!("{what}, {place}: {grown} kB more, {:?}", begin.elapsed());
            assert!(grown < GROWTH_MAX, "{what} makes the server grow by {grown} kB");
        }
    }
}

/// Sends a file, which has to be refused on the page that it leads to.
async fn sent(server: &Server, client: &Client, place: &str, file: Vec<u8>) {
    let form = Form::new().part("file", Part::bytes(file).file_name("bok.xlsx"));
    let sent = client
        .post(format!("{}{place}", server.address))
        .header("accept", "text/html")
        .header("origin", &server.address)
        .multipart(form);
    let answer = sent.send().await.expect("an answer");
    assert_eq!(answer.status(), 303, "{place}");
    let to = answer.headers()["location"].to_str().expect("text").to_owned();
    assert!(to.starts_with(place), "{place} leads to {to}");
    let page = client.get(format!("{}{to}", server.address)).send().await;
    let page = page.expect("an answer").text().await.expect("text");
    assert!(page.contains("error-summary"), "{place} takes it: {page}");
}
