//! The program at a terminal: help with examples, and one clear line with a non-zero exit for whatever
//! goes wrong.

use std::fs::Permissions;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use domain::account::NewAccount;
use domain::role::Role;
use serde_json::{Value, json};
use service::{Chosen, Secrets};
use store::{Kind, Store, StoreOptions};
use uuid::Uuid;

use crate::support::database::on;
use crate::support::demo::{portfolio, portfolio_json};
use crate::support::program::program;
use crate::support::rows::{must, number};
use crate::support::second_factor::{Phone, code};
use crate::support::{nobody, now, operator};

/// A folder of the test's own, with a database in it; gone when the test is.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("nytta-cli-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&folder).expect("a temporary folder");
        Self { folder }
    }

    fn url(&self) -> String {
        format!("sqlite://{}?mode=rwc", self.file("nytta.sqlite").display())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn written(&self, name: &str, content: &[u8]) -> String {
        let file = self.file(name);
        std::fs::write(&file, content).expect("a file");
        shown(&file)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = program(&self.url(), words);
        command.current_dir(&self.folder);
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program starts")
    }

    /// What a command says that works.
    fn works(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{words:?}: {said}");
        assert_eq!(said, "", "{words:?} works and still complains");
        String::from_utf8(output.stdout).expect("text")
    }

    /// The one line of a command that fails, without a trace on standard output.
    fn fails(&self, words: &[&str], code: i32) -> String {
        let output = self.run(words);
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{words:?}");
        let line = said.strip_suffix('\n').expect("a whole line");
        assert!(!line.contains('\n'), "{words:?} takes more than a line:\n{said}");
        let line = line
            .strip_prefix("nytta: ")
            .unwrap_or_else(|| panic!("{words:?} does not say who speaks: {line}"));
        assert!(line.len() > 20, "{words:?} says too little: {line}");
        line.to_owned()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A folder that is gone already is what is wanted.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

fn has(line: &str, words: &[&str]) {
    for word in words {
        assert!(line.contains(word), "“{word}” is not in: {line}");
    }
}

const COMMANDS: [&str; 12] = [
    "serve", "migrate", "import", "export", "calc", "report", "user", "backup", "restore", "verify",
    "config", "ready",
];

#[test]
fn help_shows_every_command_with_an_example() {
    let desk = Desk::new();
    let help = desk.works(&["--help"]);
    has(&help, &COMMANDS);
    has(&help, &["Examples:", "NYTTA_DATABASE_URL"]);
    for command in COMMANDS {
        let help = desk.works(&[command, "--help"]);
        assert!(help.contains("Example:") || help.contains("Examples:"), "{help}");
        has(&help, &[&format!("nytta {command}")]);
    }
    has(&desk.works(&["--version"]), &["nytta "]);
    let nothing = desk.run(&[]);
    assert_eq!(nothing.status.code(), Some(2));
    has(&String::from_utf8_lossy(&nothing.stderr), &["Usage: nytta"]);
}

#[test]
fn a_command_that_cannot_be_understood_is_told_in_a_line() {
    let desk = Desk::new();
    for (words, named) in [
        (vec!["serve", "--adr", "127.0.0.1:1"], vec!["--adr", "--addr"]),
        (vec!["imprt", "x.json"], vec!["imprt", "import"]),
        (vec!["import"], vec!["FILE.json"]),
        (vec!["report", "--format", "json"], vec!["--to-year"]),
        (
            vec!["report", "--to-year", "2024", "--format", "papyrus"],
            vec!["papyrus", "html", "json"],
        ),
        (
            vec![
                "report",
                "--to-year",
                "2024",
                "--format",
                "json",
                "--as-of",
                "nyss",
            ],
            vec!["nyss", "write a day such as 2025-06-30"],
        ),
        (
            vec!["report", "--to-year", "förra", "--format", "json"],
            vec!["förra", "--to-year"],
        ),
        (
            vec!["serve", "--addr", "localhost"],
            vec!["localhost", "--addr", "such as 127.0.0.1:3000"],
        ),
        (
            vec!["serve", "--stop-within", "601"],
            vec!["601", "a whole number from 0 to 600"],
        ),
        (
            vec!["verify", "--expect", "42:9f86d0"],
            vec!["42:9f86d0", "--expect", "64 hexadecimal digits"],
        ),
        (
            vec!["user", "add", "--name", "Styrning", "--role", "chef"],
            vec!["chef", "steering_unit", "admin"],
        ),
        (vec!["user", "add", "--name", "Styrning"], vec!["--role"]),
        (
            vec!["user", "add", "--name", "A", "--role", "admin", "--url", "nytta"],
            vec!["nytta", "https://"],
        ),
    ] {
        let line = desk.fails(&words, 2);
        has(&line, &named);
        has(&line, &["nytta --help"]);
    }
    assert!(
        !desk.file("nytta.sqlite").exists(),
        "nothing is made by a command that was not understood"
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
fn a_command_that_finds_no_database_makes_none() {
    let desk = Desk::new();
    let email = ["--email", "drift@nytta.example"];
    let report = ["report", "--to-year", "2024"];
    let mail = ["digest", "--mail-from", "nytta@nytta.example"];
    for words in [
        vec!["verify"],
        vec!["export"],
        [&report[..], &["--format", "json"]].concat(),
        [&report[..], &["--archive", "paket.zip"]].concat(),
        vec!["dispose"],
        vec!["dispose", "--dry-run"],
        [&["user", "link"], &email[..]].concat(),
        [&["user", "forget-app"], &email[..]].concat(),
        [&["erase-name", "--yes"], &email[..]].concat(),
        [&mail[..], &["--url", "https://nytta.example"]].concat(),
        vec!["backup", "today.nytta"],
    ] {
        // As somebody types it in the wrong folder.
        let mut command = desk.command(&words);
        command.env_remove("NYTTA_DATABASE_URL");
        command.env("NYTTA_SMTP_URL", "smtp://127.0.0.1:1");
        let output = command.output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        has(
            &said,
            &["there is no database data/nytta.sqlite", "NYTTA_DATABASE_URL"],
        );
        assert_eq!(output.stdout, b"", "{words:?}");
        let left = std::fs::read_dir(&desk.folder).expect("lists").count();
        assert_eq!(left, 0, "{words:?} leaves nothing");
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

fn calculation() -> Value {
    let amounts = json!({"2024": {"low": "900", "likely": "1000", "high": "1200"}});
    let saved = json!({"2025": {"low": "500", "likely": "1210", "high": "1300.50"}});
    json!({
        "name": "Prov", "base_year": 2024, "horizon_years": 2, "discount_rate": "0.1",
        "lines": [
            {"name": "Utveckling", "kind": "cost", "category": "development", "amounts": amounts},
            {"name": "Porto", "kind": "benefit", "value_class": "financial", "amounts": saved},
        ],
    })
}

#[test]
fn a_calculation_is_worked_out_without_a_database() {
    let desk = Desk::new();
    let file = desk.written("kalkyl.json", calculation().to_string().as_bytes());
    let result: Value = serde_json::from_str(&desk.works(&["calc", &file])).expect("JSON");
    let likely = &result["results"]["financial"]["likely"];
    assert_eq!(likely["nnv"], json!("100.000000"));
    assert_eq!(likely["irr"], json!("0.210000"));
    assert_eq!(result["yearly"]["financial"][1]["year"], json!(2025));
    assert_eq!(result["tornado"]["financial"][0]["factor"], json!("Porto"));
    assert!(!desk.file("nytta.sqlite").exists(), "it needs no database");
}

#[test]
fn a_calculation_that_cannot_be_worked_out_is_refused_by_its_place() {
    let desk = Desk::new();
    type Change = fn(&mut Value);
    let refused: [(Change, &[&str]); 9] = [
        (
            |c| c["horizon_years"] = json!(0),
            &["horizon", "0", "between 1 and 50"],
        ),
        (|c| c["horizon_years"] = json!(51), &["horizon", "51"]),
        (
            |c| c["discount_rate"] = json!("-0.01"),
            &["discount rate", "-0.01", "negative"],
        ),
        (
            |c| c["lines"][0]["amounts"]["2024"]["low"] = json!("1001"),
            &["Utveckling", "2024", "1001"],
        ),
        (
            |c| c["lines"][1]["amounts"]["2025"]["high"] = json!("10000000000001"),
            &["Porto", "2025", "10000000000001"],
        ),
        (
            |c| {
                drop(
                    c["lines"][1]["amounts"]["2025"]
                        .as_object_mut()
                        .map(|e| e.remove("likely")),
                )
            },
            &["lines[1].amounts", "likely"],
        ),
        (
            |c| c["lines"][0]["kategori"] = json!("x"),
            &["lines[0]", "kategori", "category"],
        ),
        (|c| c["expected"] = json!({}), &["expected", "horizon_years"]),
        (
            |c| c["lines"][0]["kind"] = json!("kostnad"),
            &["lines[0].kind", "kostnad", "cost"],
        ),
    ];
    for (change, said) in refused {
        let mut file = calculation();
        change(&mut file);
        let file = desk.written("fel.json", file.to_string().as_bytes());
        let line = desk.fails(&["calc", &file], 1);
        has(&line, said);
        has(&line, &[&file]);
    }
    let missing = shown(&desk.file("saknas.json"));
    has(&desk.fails(&["calc", &missing], 1), &[&missing, "cannot be read"]);
    let two = desk.written("tva.json", b"{} {}");
    has(&desk.fails(&["calc", &two], 1), &["missing field `name`"]);
}

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
fn a_database_that_cannot_be_used_is_told_in_a_line() {
    let desk = Desk::new();
    let secret = "mysql://nytta:hemligt@localhost/nytta";
    let line = desk.fails(&["--database-url", secret, "migrate"], 1);
    has(&line, &["mysql://", "postgres://"]);
    assert!(
        !line.contains("hemligt"),
        "a password stays with who typed it: {line}"
    );
    let nobody = "postgres://nytta:hemligt@127.0.0.1:1/nytta";
    let line = desk.fails(&["--database-url", nobody, "migrate"], 1);
    assert!(
        !line.contains("hemligt"),
        "a password stays with who typed it: {line}"
    );
    has(
        &line,
        &[
            "127.0.0.1:1 ",
            "database nytta, role nytta",
            "look whether it runs",
        ],
    );
    assert_eq!(
        line.matches("does not answer").count(),
        0,
        "no more than is known: {line}"
    );
    let text = desk.written("brev.txt", b"Det var en gang en databas som inte var en databas.");
    let line = desk.fails(&["--database-url", &format!("sqlite://{text}"), "migrate"], 1);
    has(&line, &["cannot be opened"]);
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_alone() {
    let desk = Desk::new();
    desk.works(&["migrate"]);
    let store = Store::connect(&StoreOptions::new(desk.url()))
        .await
        .expect("opens");
    must(
        &store,
        &["INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 0)"],
    )
    .await;
    drop(store);
    let commands: [&[&str]; 4] = [
        &["serve", "--addr", "127.0.0.1:0"],
        &["migrate"],
        &["export"],
        &["verify"],
    ];
    for words in commands {
        has(&desk.fails(words, 1), &["newer", "m29990101_000001_later"]);
    }
}

#[test]
fn a_taken_port_is_named_with_the_way_out() {
    let desk = Desk::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let addr = taken.local_addr().expect("an address").to_string();
    let line = desk.fails(&["serve", "--demo", "--addr", &addr], 1);
    has(&line, &[&addr, "--addr"]);
    assert!(!desk.file("nytta.sqlite").exists(), "the port comes first");
    let line = desk.fails(&["serve", "--demo", "--addr", "0.0.0.0:0"], 1);
    has(&line, &["0.0.0.0", "this machine"]);
}

/// A running server, killed if the test does not end it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, and need not be.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn somebody_is_given_access_and_signs_in_once() {
    let desk = Desk::new();
    let add = ["user", "add", "--name", "Styrning", "--email", "S@nytta.example"];
    let roles = ["--role", "steering_unit", "--role", "portfolio_manager"];
    let said = desk.works(&[&add[..], &roles[..]].concat());
    let token = said
        .trim_end()
        .strip_prefix("portfolio_manager, steering_unit: http://127.0.0.1:3000/logga-in/")
        .unwrap_or_else(|| panic!("the roles and a link: {said}"));
    let again = desk.fails(&[&add[..], &roles[..]].concat(), 1);
    has(&again, &["e-mail address"]);
    let other = ["user", "add", "--name", "Annan", "--role", "admin"];
    let elsewhere = desk.works(&[&other[..], &["--url", "https://nytta.example.se/"]].concat());
    has(&elsewhere, &["admin: https://nytta.example.se/logga-in/"]);
    let new = desk.works(&["user", "link", "--email", "s@Nytta.example"]);
    // It takes the place of the one that was not used.
    let (link, replaced) = ("http://127.0.0.1:3000/logga-in/", token);
    let token = new.trim_end().strip_prefix(link);
    let token = token.unwrap_or_else(|| panic!("a link: {new}"));
    assert_ne!(token, replaced);
    let nobody = desk.fails(&["user", "link", "--email", "ingen@nytta.example"], 1);
    has(&nobody, &["no account with this e-mail address"]);
    for (wrong, named) in [(["--name", " "], "no name"), (["--email", "ett"], "ett")] {
        let mut words = vec!["user", "add", "--role", "admin"];
        if wrong[0] != "--name" {
            words.extend(["--name", "Annan"]);
        }
        words.extend(wrong);
        has(&desk.fails(&words, 1), &[named]);
    }

    let mut command = desk.command(&["serve", "--addr", "127.0.0.1:0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut running = Running(child.expect("the program starts"));
    let mut line = String::new();
    let output = running.0.stdout.take().expect("its output");
    BufReader::new(output).read_line(&mut line).expect("text");
    let address = line
        .trim_end()
        .strip_prefix("listening on ")
        .expect("where it listens");
    let client = reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client");
    let sign_in = async || {
        let form = client.post(format!("{address}/api/password_choose"));
        let chosen = [
            ("token", token),
            ("password", "tre gula båtar på isen"),
            ("again", "tre gula båtar på isen"),
        ];
        let form = form.header("origin", address).form(&chosen);
        form.send().await.expect("an answer")
    };
    let before = client.get(format!("{address}/struktur")).send().await;
    assert_eq!(before.expect("an answer").headers()["location"], "/logga-in");
    assert_eq!(sign_in().await.headers()["location"], "/kod");
    let page = client.get(format!("{address}/kod")).send().await;
    let page = page.expect("an answer").text().await.expect("text");
    let letters = page
        .split("app-letters\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next());
    let typed = code(letters.expect("what the app needs"), server::now());
    let form = client.post(format!("{address}/kod")).header("origin", address);
    let kept = form.form(&[("code", typed)]).send().await.expect("an answer");
    assert_eq!(kept.status(), 200);
    let after = client.get(format!("{address}/struktur")).send().await;
    assert_eq!(after.expect("an answer").status(), 200, "the link signs in");
    let twice = sign_in().await;
    assert!(
        twice.headers()["location"]
            .to_str()
            .expect("ASCII")
            .contains("404"),
        "a link works once"
    );
    drop(running);
    let store = Store::connect(&StoreOptions::new(desk.url()))
        .await
        .expect("opens");
    let added =
        "SELECT COUNT(*) FROM audit_event WHERE action IN ('account.add', 'link.issue') AND actor_id IS NULL";
    assert_eq!(number(&store, added).await, 5, "by the operator, in the log");
}

#[tokio::test]
async fn the_demo_prints_a_link_a_role_and_ends_when_told_to() {
    let desk = Desk::new();
    let mut command = desk.command(&["serve", "--demo", "--addr", "127.0.0.1:0"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut running = Running(child.expect("the program starts"));
    let output = running.0.stdout.take().expect("its output");
    let mut links = Vec::new();
    let mut address = None;
    for line in BufReader::new(output).lines() {
        let line = line.expect("text");
        if let Some(found) = line.strip_prefix("listening on ") {
            address = Some(found.to_owned());
            break;
        }
        let (role, link) = line.split_once(": ").expect("a role and its link");
        links.push((role.to_owned(), link.to_owned()));
    }
    let address = address.expect("it says where it listens");
    let roles: Vec<&str> = links.iter().map(|(role, _)| role.as_str()).collect();
    assert_eq!(roles, Role::ALL.map(Role::code), "one link a role");
    let client = reqwest::Client::new();
    for (_, link) in &links {
        let page = client.get(link).send().await.expect("an answer");
        assert_eq!(page.status(), 200);
        let page = page.text().await.expect("text");
        assert!(
            page.contains("/api/link_consume"),
            "a button, and nothing used up"
        );
    }
    let ready = client.get(format!("{address}/readyz")).send().await;
    assert_eq!(ready.expect("an answer").status(), 200);
    let told = Command::new("kill")
        .args(["-TERM", &running.0.id().to_string()])
        .status();
    assert!(told.expect("kill is there").success());
    assert!(running.0.wait().expect("it ends").success(), "a clean end");
}

/// Serves on the desk's database until it says where it listens, or why not.
fn served(desk: &Desk, key: Option<&str>) -> Result<Running, String> {
    let mut command = desk.command(&["serve", "--addr", "127.0.0.1:0"]);
    if let Some(key) = key {
        command.env("NYTTA_SECRET_KEY", key);
    }
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut running = Running(child.expect("the program starts"));
    let mut line = String::new();
    let output = running.0.stdout.take().expect("its output");
    BufReader::new(output).read_line(&mut line).expect("text");
    if line.starts_with("listening on ") {
        return Ok(running);
    }
    let mut said = String::new();
    let mut errors = running.0.stderr.take().expect("its errors");
    errors.read_to_string(&mut said).expect("text");
    Err(said)
}

#[tokio::test]
async fn the_key_that_seals_secrets_is_kept_beside_the_database_and_held_against_it() {
    let desk = Desk::new();
    let (file, given) = (desk.file("nytta.sqlite.key"), "0f".repeat(32));
    let told = |served: Result<Running, String>| served.err().expect("it does not start");
    let typed = "kort och hemlig";
    let no_key = told(served(&desk, Some(typed)));
    has(&no_key, &["NYTTA_SECRET_KEY", "64", "openssl rand"]);
    assert!(!no_key.contains(typed), "a key stays with who typed it: {no_key}");
    drop(served(&desk, Some(&given)).expect("it starts"));
    assert!(!file.exists(), "none is made where one is given");
    drop(served(&desk, None).expect("it starts"));
    let made = std::fs::read_to_string(&file).expect("a key was made");
    let mode = std::fs::metadata(&file)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600, "for the program's eyes alone");
    let database = std::fs::metadata(desk.file("nytta.sqlite")).expect("it is there");
    assert_eq!(
        database.permissions().mode() & 0o777,
        0o600,
        "and so is the database"
    );
    drop(served(&desk, None).expect("it starts with the same"));
    assert_eq!(std::fs::read_to_string(&file).expect("a key"), made);

    // Something is sealed with it.
    let services = server::open(&desk.url()).await.expect("opens");
    let mut key = [0_u8; 32];
    for (byte, at) in key.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&made[at..at + 2], 16).expect("hexadecimal");
    }
    let services = services.with_secrets(Secrets::new(key));
    let new = NewAccount::parse("Driften", Some("driften@nytta.example"), &[Role::Admin]);
    let link = service::account_add(&operator(), &services, new.expect("an account")).await;
    let password = "tre gula båtar på isen";
    let ctx = nobody(now());
    let chosen =
        service::password_choose(&ctx, &services, &link.expect("may"), password, password, None).await;
    let Ok(Chosen::Done(halfway)) = chosen else {
        panic!("{chosen:?}");
    };
    Phone::default().whole(&services, &halfway, now()).await;
    drop(services);
    drop(served(&desk, None).expect("the key fits"));
    has(
        &told(served(&desk, Some(&given))),
        &["does not open", "forget-app"],
    );
    std::fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("may");
    has(&told(served(&desk, None)), &[&shown(&file), "chmod 600"]);
    std::fs::remove_file(&file).expect("may");
    let gone = [
        &shown(&file),
        "is not there",
        "put the copy back",
        "NYTTA_SECRET_KEY",
    ];
    has(&told(served(&desk, None)), &gone);
    let checked = desk.run(&["config", "check"]);
    has(&String::from_utf8_lossy(&checked.stdout), &gone);
    assert!(!file.exists(), "no other takes the place of one that was lost");
    let forgotten = desk.works(&["user", "forget-app", "--email", "driften@nytta.example"]);
    has(&forgotten, &["another app"]);
    drop(served(&desk, None).expect("it starts with a new one"));
    has(
        &desk.works(&["user", "forget-app", "--email", "driften@nytta.example"]),
        &["no app"],
    );
    has(
        &desk.fails(&["user", "forget-app", "--email", "ingen@nytta.example"], 1),
        &["no such account"],
    );
}

#[test]
fn what_has_had_its_time_and_a_name_go_at_the_command_line() {
    let desk = Desk::new();
    desk.works(&[
        "user",
        "add",
        "--name",
        "Inga",
        "--email",
        "inga@nytta.example",
        "--role",
        "auditor",
    ]);
    has(
        &desk.works(&["dispose", "--dry-run"]),
        &["would go", "0 sessions"],
    );
    has(&desk.works(&["dispose"]), &["gone", "0 sessions", "0 links"]);
    let email = ["erase-name", "--email", "inga@nytta.example"];
    has(&desk.fails(&email, 1), &["--yes"]);
    let email = [&email[..], &["--yes"]].concat();
    has(&desk.fails(&email, 1), &["disables it first"]);
    has(&desk.fails(&["erase-name"], 2), &["--email", "--account"]);
    has(&desk.fails(&["erase-name", "--account", "inga"], 2), &["inga"]);
    let nobody = [
        "erase-name",
        "--yes",
        "--account",
        "01950000-0000-7000-8000-000000000000",
    ];
    has(&desk.fails(&nobody, 1), &["no such account"]);
    has(&desk.works(&["verify"]), &["holds"]);
}

#[test]
fn a_database_that_says_no_is_told_with_where_it_is() {
    on(Kind::Postgres, |world| async move {
        let url = world.empty().await;
        let (start, rest) = url.split_once("://").expect("a URL");
        let (place, _) = rest.split_once('?').unwrap_or((rest, ""));
        let (place, _) = place.rsplit_once('/').expect("a database");
        let nowhere = format!("{start}://{place}/finns_inte");
        let host = place.rsplit_once('@').map_or(place, |(_, host)| host);
        let strange = format!("{start}://nobody_at_all:hemligt@{host}/nytta");
        let desk = Desk::new();
        for (url, named) in [(&nowhere, "finns_inte"), (&strange, "nobody_at_all")] {
            let line = desk.fails(&["--database-url", url, "migrate"], 1);
            has(&line, &[named, "PostgreSQL at ", "says: ", "pg_hba.conf"]);
            assert!(!line.contains("at line") && !line.contains("hemligt"), "{line}");
            let (_, said) = line.split_once("says: ").expect("what it says");
            let said = said.split(';').next().unwrap_or_default();
            assert_eq!(line.matches(said).count(), 1, "told once: {line}");
        }
    });
}

#[test]
fn servers_that_share_a_database_are_given_their_key() {
    on(Kind::Postgres, |world| async move {
        let url = world.empty().await;
        let desk = Desk::new();
        let words = ["--database-url", &url, "serve", "--addr", "127.0.0.1:0"];
        has(
            &desk.fails(&words, 1),
            &["PostgreSQL", "NYTTA_SECRET_KEY", "openssl rand"],
        );
    });
}
