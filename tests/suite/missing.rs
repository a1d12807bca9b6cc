//! What tests need and is not there fails them: none is skipped.

use std::process::Command;

/// What has to be named, and a test that needs it.
const NEEDED: [(&str, &str); 3] = [
    (
        "NYTTA_TEST_POSTGRES_URL",
        "accounts::nobody_has_an_account_to_begin_with::postgres",
    ),
    ("NYTTA_TEST_CHROMEDRIVER", BROWSED),
    ("NYTTA_TEST_CHROMIUM", BROWSED),
];
const BROWSED: &str = "web::felt::nothing_on_a_page_moves_by_itself_and_what_one_does_is_answered";

#[test]
fn a_test_without_its_database_or_browser_fails_and_says_so() {
    let program = std::env::current_exe().expect("these tests");
    for (needed, test) in NEEDED {
        let ran = Command::new(&program)
            .args(["--exact", test])
            .env_remove(needed)
            .output()
            .expect("these tests run");
        let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
        let said = said.concat();
        assert!(!ran.status.success(), "{test} without {needed}: {said:?}");
        assert!(
            said.contains("0 passed; 1 failed; 0 ignored"),
            "{needed}: {said:?}"
        );
        assert!(said.contains(&format!("{needed} is not set")), "{said:?}");
    }
}
