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

/// Every one, with what it is.
fn all() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![
        (
            "one part under many names, 10 kB",
            bomb::overlapping(5_000_000, 90).0,
        ),
        (
            "one part under many names, 300 kB",
            bomb::overlapping(200_000_000, 600).0,
        ),
        ("a part that says that it is small", bomb::lying(80 * 1024 * 1024)),
        ("a great many parts", bomb::crowded(50_000)),
        ("one part that many sheets are", bomb::repeating()),
    ];
    let [font, format] = bomb::multiplying();
    all.push(("a long name for many looks", font));
    all.push(("a long format for many looks", format));
    all.extend(
        bomb::announcing()
            .into_iter()
            .map(|one| ("more texts than there are", one)),
    );
    all
}

#[test]
fn a_small_file_can_be_a_large_one() {
    let (file, unpacked) = bomb::overlapping(5_000_000, 90);
    assert!(
        file.len() < 12_000 && unpacked >= 450_000_000,
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
fn each_is_refused_by_all_readers_and_soon() {
    for (what, file) in all() {
        assert!(
            file.len() < 5 * 1024 * 1024,
            "{what} is not even small: {}",
            file.len()
        );
        let begin = Instant::now();
        let read = workbook::read(&file);
        assert!(
            matches!(read, Err(WorkbookFault::TooLarge | WorkbookFault::NotAWorkbook)),
            "{what}: {read:?}"
        );
        let read = measurement_sheet::read(&file);
        // Of measurements one sheet is read, whatever the others are.
        let empty = what == "one part that many sheets are";
        assert!(
            matches!(read, Err(SheetFileFault::TooLarge | SheetFileFault::NotASheet))
                || empty && read.is_err(),
            "{what}: {read:?}"
        );
        let read = calculation_read(&file);
        assert!(
            matches!(
                read.as_ref().map_err(Vec::as_slice),
                Err([ReadProblem::TooLarge | ReadProblem::NotAWorkbook])
            ),
            "{what}: {read:?}"
        );
        assert!(begin.elapsed() < super::PATIENCE, "{what}: {:?}", begin.elapsed());
    }
}

#[test]
fn what_xml_can_do_it_does_not() {
    for (what, file) in [
        ("entities", bomb::entities()),
        ("nested", bomb::nested()),
        ("in the corner", bomb::cornered()),
    ] {
        let begin = Instant::now();
        super::entries::call("workbook", &file);
        let read = workbook::read(&file);
        assert!(read.is_err(), "{what}: {read:?}");
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
    for (what, file) in all() {
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
