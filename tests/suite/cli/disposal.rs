//! What has had its time goes, and so does the name of an account.

use super::{Desk, has};

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
