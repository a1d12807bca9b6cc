//! Addresses: what links begin with, and those that something else has taken.

use std::net::TcpListener;

use super::configured;
use crate::support::folder::Folder;
use crate::support::program::said;

#[test]
fn links_begin_with_the_address_that_a_check_tells() {
    let folder = Folder::new();
    let link = |text: &str, words: &[&str]| {
        let add = ["user", "add", "--name", "Drift", "--role", "admin"];
        let mut add = configured(&folder, text, &[&add[..], words].concat());
        let told = said(&add.output().expect("it ends"));
        let link = told.strip_prefix("admin: ").expect("a link").to_owned();
        let mut check = configured(&folder, text, &["config", "check"]);
        (link, said(&check.output().expect("it ends")))
    };
    let listens = "addr = \"127.0.0.1:5601\"\n";
    let both = format!("{listens}public_url = \"https://nytta.example/\"\n");
    for (text, site) in [
        ("", "http://127.0.0.1:3000"),
        (listens, "http://127.0.0.1:5601"),
        // Nobody can open a link to every address.
        ("addr = \"0.0.0.0:5601\"\n", "http://127.0.0.1:5601"),
        ("addr = \"[::]:5601\"\n", "http://[::1]:5601"),
        (&both, "https://nytta.example"),
    ] {
        let (link, check) = link(text, &[]);
        assert!(link.starts_with(&format!("{site}/logga-in/")), "{link}");
        assert!(check.contains(&format!("people use {site}")), "{check}");
    }
    let (link, _) = link(listens, &["--url", "https://other.example"]);
    assert!(link.starts_with("https://other.example/logga-in/"), "{link}");
}

#[test]
fn no_digest_is_sent_with_links_to_where_the_server_listens() {
    let folder = Folder::new();
    let mail = "smtp_url = \"smtp://127.0.0.1:1\"\nmail_from = \"nytta@nytta.example\"\n";
    let listens = format!("{mail}addr = \"127.0.0.1:5601\"\n");
    let both = format!("{mail}public_url = \"https://nytta.example\"\n");
    let cases: [(&str, &[&str], bool); 3] = [
        (&listens, &[], true),
        (&listens, &["--url", "https://nytta.example"], false),
        (&both, &[], false),
    ];
    for (text, words, is_missing) in cases {
        let mut digest = configured(&folder, text, &[&["digest"], words].concat());
        let output = digest.output().expect("it ends");
        let told = said(&output);
        // There is no database either, which is looked for once the settings will do.
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert_eq!(told.contains("set NYTTA_PUBLIC_URL"), is_missing, "{told}");
        assert_eq!(told.contains("there is no database"), !is_missing, "{told}");
    }
}

#[test]
fn an_address_that_is_taken_is_a_note_and_no_problem() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let addr = taken.local_addr().expect("its address").to_string();
    let listens = format!("addr = \"127.0.0.1:0\"\nmetrics_addr = \"{addr}\"\n");
    for (text, name) in [
        (format!("addr = \"{addr}\"\n"), "NYTTA_ADDR"),
        (listens, "NYTTA_METRICS_ADDR"),
    ] {
        let output = configured(&folder, &text, &["config", "check"]).output();
        let output = output.expect("it ends");
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        let note =
            format!("addresses: {addr} is taken: by this server if it runs, else choose another by {name}");
        let is_note = |line: &str| line.starts_with("note ") && line.ends_with(&note);
        assert_eq!(told.lines().filter(|line| is_note(line)).count(), 1, "{told}");
    }
    let free = configured(&folder, "addr = \"127.0.0.1:0\"\n", &["config", "check"]).output();
    let told = said(&free.expect("it ends"));
    assert!(!told.contains("is taken"), "{told}");
}
