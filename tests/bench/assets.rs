//! The program as it is handed out, alone in a folder: what a browser needs is inside it.

use std::fs;
use std::path::Path;

use reqwest::Client;
use store::Kind;

use crate::databases::Database;
use crate::folder::Folder;
use crate::measure::promised;
use crate::start::{program, start};

/// What `cargo xtask bundle` made and the program was built with.
const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site/pkg");
/// Where the program answers with it.
const AT: &str = "/pkg/";

pub async fn run() {
    let folder = Folder::new();
    let alone = folder.0.join("nytta");
    fs::copy(program(), &alone).expect("the program is copied");
    let inside = fs::read(&alone).expect("the program is read");
    let database = Database::new(Kind::Sqlite).await;
    drop(database.services().await);
    let running = start(&alone, database.url()).await;
    let client = Client::new();
    let (mut files, mut wrong) = (0, Vec::new());
    for (name, content) in bundle(Path::new(SITE)) {
        files += 1;
        // A file on disk would be answered with as well: its content has to stand in the program.
        if !holds(&inside, &content) {
            wrong.push(format!("{name} is not inside"));
        }
        // What is compressed is asked for by its name and answered in its place.
        if !name.ends_with(".br") && answer(&client, &format!("{}{AT}{name}", running.url)).await != content {
            wrong.push(format!("{name} is not what is answered"));
        }
    }
    let page = answer(&client, &format!("{}/logga-in", running.url)).await;
    let page = String::from_utf8(page).expect("a page is text");
    let needed: Vec<&str> = page
        .split(AT)
        .skip(1)
        .filter_map(|rest| rest.split(['"', '\'', '`']).next())
        .collect();
    for name in &needed {
        if !Path::new(SITE).join(name).is_file() {
            wrong.push(format!("{name} is asked for by a page, and was not built in"));
        }
    }
    println!("assets: {files} files, a page needs {needed:?}; {wrong:?}");
    let figures = format!(
        "{files} files inside, {} of them needed by a page, {} wrong",
        needed.len(),
        wrong.len()
    );
    promised(
        "assets",
        files > 0 && !needed.is_empty() && wrong.is_empty(),
        &figures,
    );
    drop(running);
    database.remove().await;
}

/// Name and content of each file.
fn bundle(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(folder).expect("`cargo xtask bench` makes the bundle");
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().expect("a name is text");
        (name, fs::read(entry.path()).expect("a file of the bundle"))
    };
    files.map(|entry| file(entry.expect("an entry"))).collect()
}

/// Whether bytes stand in others.
fn holds(all: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else {
        return true;
    };
    let mut starts = all.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.any(|(at, _)| all[at..].starts_with(part))
}

async fn answer(client: &Client, url: &str) -> Vec<u8> {
    let answer = client.get(url).send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{url}");
    answer.bytes().await.expect("its body").to_vec()
}
