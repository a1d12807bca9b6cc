//! What is wrong with settings, told by the name that they have where they stand and with what to do.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use super::{configured, problems};
use crate::support::folder::Folder;
use crate::support::program::{program, said};

#[test]
fn a_file_that_cannot_be_used_is_told_with_what_is_meant_and_no_secret() {
    let folder = Folder::new();
    let text = "stop_witin = 30\nstop_within = \"long\"\nsecret_key = 12345678\nsecret = \"hemligt\"\n";
    let output = configured(&folder, text, &["config", "check"])
        .output()
        .expect("it ends");
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    for named in [
        "nytta.toml: “stop_witin” is no setting; did you mean stop_within?",
        "nytta.toml: stop_within = \"long\" is not a whole number",
        "nytta.toml: secret_key is not a text in quotes",
        "nytta.toml: “secret” is no setting; did you mean secret_key",
    ] {
        assert!(told.contains(named), "“{named}” is not in: {told}");
    }
    assert!(!told.contains("hemligt") && !told.contains("1234"), "{told}");
    let help = configured(&folder, text, &["serve", "--help"])
        .output()
        .expect("it ends");
    assert!(help.status.success(), "help is there for whoever has to mend it");
    let mut missing = program("", &["verify", "--config", "/nowhere/nytta.toml"]);
    let told = said(&missing.output().expect("it ends"));
    assert!(told.contains("/nowhere/nytta.toml cannot be read"), "{told}");
}

#[test]
fn a_name_in_the_environment_that_is_none_is_told_and_keeps_nobody_from_starting() {
    let folder = Folder::new();
    let run = |name: &str, words: &[&str]| {
        let mut command = configured(&folder, "", words);
        let output = command.env(name, "hemligt").output().expect("it ends");
        let told = said(&output);
        assert!(!told.contains("hemligt"), "it may be a secret: {told}");
        (output.status.code(), told)
    };
    // Any may be somebody else's, however like a setting it is.
    for (name, meant) in [
        ("NYTTA_ADR", "did you mean NYTTA_ADDR"),
        ("NYTTA_DB_PASSWORD", "did you mean NYTTA_PASSWORDS"),
        ("NYTTA_DATABASE_PORT", "did you mean NYTTA_DATABASE_URL"),
        ("NYTTA_LOG_DIR", "did you mean NYTTA_LOG"),
        ("NYTTA_XYZ", "is not read"),
    ] {
        let (code, told) = run(name, &["config", "check"]);
        assert_eq!(code, Some(0), "{told}");
        let named = format!("environment: {name} is no setting");
        let is_note = |line: &str| line.starts_with("note ") && line.contains(&named) && line.contains(meant);
        assert!(told.lines().any(is_note), "{told}");
    }
    let (code, told) = run("NYTTA_ADR", &["migrate"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("did you mean NYTTA_ADDR"), "{told}");
    // What is known to be somebody else's is no news to anybody.
    let mut beside = configured(&folder, "", &["migrate"]);
    beside.envs([
        ("NYTTA_METRICS_SERVICE_HOST", "10.0.0.7"),
        ("NYTTA_METRICS_PORT_9464_TCP_ADDR", "10.0.0.7"),
    ]);
    let told = said(&beside.output().expect("it ends"));
    assert_eq!(told, "the schema is up to date\n");

    for words in [
        ["config", "check"].as_slice(),
        &["serve", "--addr", "127.0.0.1:0"],
    ] {
        let mut command = configured(&folder, "", words);
        let output = command.env("NYTTA_LOG", "loud").output().expect("it ends");
        let told = said(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("“loud” is no level: write off, error"), "{told}");
    }
    let file = configured(&folder, "log = \"loud\"\n", &["config", "check"]).output();
    let told = said(&file.expect("it ends"));
    assert!(
        told.contains("nytta.toml: log = \"loud\": “loud” is no level"),
        "{told}"
    );
}

#[test]
fn a_wrong_value_of_the_environment_is_told_by_its_name() {
    let folder = Folder::new();
    let run = |name: &str, value: &str, words: &[&str]| {
        let mut command = configured(&folder, "", words);
        let output = command.env(name, value).output().expect("it ends");
        assert_eq!(output.status.code(), Some(2));
        said(&output)
    };
    for (name, value, meant) in [
        ("NYTTA_ADDR", "localhost", "such as 127.0.0.1:3000"),
        ("NYTTA_METRICS_ADDR", "9464", "such as 127.0.0.1:3000"),
        ("NYTTA_DIGEST_HOUR", "18", "from 0 to 17"),
        ("NYTTA_DATABASE_CONNECTIONS", "1", "from 2 to 200"),
        ("NYTTA_STOP_WITHIN", "601", "from 0 to 600"),
        ("NYTTA_PUBLIC_URL", "nytta", "such as https://"),
    ] {
        let told = run(name, value, &["config", "check"]);
        assert!(
            told.contains(&format!("for {name}: ")) && told.contains(meant),
            "{told}"
        );
        let flag = name.trim_start_matches("NYTTA_").to_ascii_lowercase();
        let flag = format!("--{}", flag.replace('_', "-"));
        assert!(!told.contains(&flag), "nobody typed {flag}: {told}");
    }
    let told = run(
        "NYTTA_PUBLIC_URL",
        "nytta",
        &["user", "link", "--email", "e@nytta.example"],
    );
    assert!(told.contains("for NYTTA_PUBLIC_URL: "), "{told}");
    let told = run("NYTTA_ADDR", "localhost", &["serve", "--addr", "nytta"]);
    assert!(told.contains("--addr"), "it was typed: {told}");
}

#[tokio::test]
async fn what_cannot_be_used_is_told_with_what_to_do() {
    let folder = Folder::new();
    let check = |text: &str, settings: &[(&str, &str)]| {
        let mut check = configured(&folder, text, &["config", "check"]);
        check.envs(settings.iter().copied());
        let output = check.output().expect("it ends");
        (output.status.code(), said(&output))
    };
    for (text, settings, what, named) in [
        (
            "oidc_issuer = \"https://id.nytta.example\"\n",
            vec![],
            "sign-in",
            "NYTTA_OIDC_CLIENT_ID",
        ),
        ("passwords = false\n", vec![], "sign-in", "NYTTA_OIDC_ISSUER"),
        (
            "mail_from = \"nytta@nytta.example\"\n",
            vec![],
            "mail",
            "NYTTA_SMTP_URL",
        ),
        (
            "smtp_url = \"smtp://127.0.0.1:25\"\n",
            vec![],
            "mail",
            "NYTTA_MAIL_FROM",
        ),
        (
            "metrics_addr = \"127.0.0.1:3000\"\n",
            vec![],
            "addresses",
            "NYTTA_METRICS_ADDR",
        ),
        ("secret_key = \"0f\"\n", vec![], "key", "openssl rand -hex 32"),
        (
            "",
            vec![("NYTTA_DATABASE_URL", "postgres://nytta@127.0.0.1:1/nytta")],
            "database",
            "cannot be opened",
        ),
    ] {
        let (code, told) = check(text, &settings);
        assert_eq!(code, Some(1), "{told}");
        let problems = problems(&told);
        let is_told = problems
            .iter()
            .any(|problem| problem.starts_with(&format!("{what}: ")) && problem.contains(named));
        assert!(is_told, "{what}: {named} is not in: {told}");
    }

    // Without a key of its own, as an operator starts it: it is beside the database then.
    let mut migrate = configured(
        &folder,
        "",
        &["user", "add", "--name", "Drift", "--role", "admin"],
    );
    assert!(migrate.output().expect("it ends").status.success());
    let (code, told) = check("", &[]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("has the schema of this version"), "{told}");
    let key = folder.file("nytta.sqlite.key");
    assert!(!std::path::Path::new(&key).exists(), "a check makes no key");
    std::fs::write(&key, "0f".repeat(32)).expect("a file");
    std::fs::set_permissions(&key, Permissions::from_mode(0o644)).expect("its rights");
    let (code, told) = check("", &[]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("chmod 600"), "{told}");

    let text = format!("secret_key = \"{}\"\n", "0f".repeat(32));
    let mut open = configured(&folder, &text, &["config", "check"]);
    std::fs::set_permissions(folder.file("nytta.toml"), Permissions::from_mode(0o644)).expect("its rights");
    let told = said(&open.output().expect("it ends"));
    assert!(
        problems(&told).iter().any(|problem| problem.contains("chmod o=")),
        "{told}"
    );
}
