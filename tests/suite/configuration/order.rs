//! Which of flag, environment and file goes before the others.

use super::{configured, settings};
use crate::support::folder::Folder;
use crate::support::program::said;

#[test]
fn flags_go_before_the_environment_and_that_before_the_file() {
    let folder = Folder::new();
    let text =
        "stop_within = 30\ndigest_hour = 9\noidc_role_claim = \"roller\"\ntrusted_proxies = [\"10.0.0.5\"]\n";
    let mut check = configured(&folder, text, &["config", "check", "--stop-within", "50"]);
    check
        .env("NYTTA_STOP_WITHIN", "40")
        .env("NYTTA_DIGEST_HOUR", "10");
    let output = check.output().expect("it ends");
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let told = settings(&said);
    for (key, value, from) in [
        ("stop_within", "50", "flag"),
        ("digest_hour", "10", "environment"),
        ("oidc_role_claim", "roller", "file"),
        ("trusted_proxies", "10.0.0.5", "file"),
        ("passwords", "on", "default"),
        ("public_url", "", "not set"),
    ] {
        assert_eq!(told.get(key), Some(&(value, from)), "{key} in: {said}");
    }
    assert!(
        said.starts_with(&format!("file: {}\n", folder.file("nytta.toml"))),
        "{said}"
    );
    assert!(
        !std::path::Path::new(&folder.file("nytta.sqlite")).exists(),
        "nothing is made"
    );
}
