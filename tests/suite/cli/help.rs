//! Help with examples, and one line for a command that cannot be understood.

use super::{Desk, has};

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
