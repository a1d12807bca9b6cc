//! Settings from a file, the environment and flags; what `nytta config check` tells of them, and what `nytta ready` does.

use std::collections::BTreeMap;
use std::fs::Permissions;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::assert_let;
use crate::support::folder::Folder;
use crate::support::program::{Server, program, said};

/// Longest wait for a program that asks as soon as it runs.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program with a configuration file, on the database that this names.
fn configured(folder: &Folder, text: &str, words: &[&str]) -> Command {
    let file = folder.file("nytta.toml");
    let text = format!("database_url = \"{}\"\n{text}", folder.database("nytta.sqlite"));
    std::fs::write(&file, text).expect("a file");
    std::fs::set_permissions(&file, Permissions::from_mode(0o640)).expect("its rights");
    let mut command = program("", words);
    command.env_remove("NYTTA_DATABASE_URL").env("NYTTA_CONFIG", file);
    command
}

/// What is told of each setting: its value, and where that is from.
fn settings(said: &str) -> BTreeMap<&str, (&str, &str)> {
    let lines = said.lines().skip(2).take_while(|line| !line.is_empty());
    lines
        .map(|line| {
            let (key, rest) = line.split_once(' ').expect("a name");
            let (value, from) = rest.trim().rsplit_once("  ").unwrap_or(("", rest));
            (key, (value.trim(), from.trim()))
        })
        .collect()
}

/// What a check has to say, problems alone.
fn problems(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|line| line.strip_prefix("PROBLEM"))
        .map(str::trim)
        .collect()
}

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

#[tokio::test]
async fn a_server_takes_its_settings_from_the_file() {
    let folder = Folder::new();
    // The flag of the test's own server goes before: the address of a file cannot be told in advance.
    let text = "addr = \"127.0.0.1:1\"\nlog = \"off\"\nmetrics_addr = \"127.0.0.1:0\"\n";
    configured(&folder, text, &["--version"])
        .output()
        .expect("it ends");
    let config = folder.file("nytta.toml");
    let mut server = Server::start(&folder.database("other.sqlite"), &["--config", &config]);
    assert!(
        server.links["metrics"].starts_with("http://127.0.0.1:"),
        "as the file says"
    );
    assert!(
        std::path::Path::new(&folder.file("other.sqlite")).exists(),
        "as the environment says"
    );

    let ready = |words: &[&str]| {
        let addr = server.address.trim_start_matches("http://");
        let output = program("", &[&["ready", "--addr", addr], words].concat()).output();
        let output = output.expect("it ends");
        (output.status.code(), said(&output))
    };
    assert_eq!(ready(&["--wait", "5"]), (Some(0), "ready\n".to_owned()));
    server.terminate();
    // Stopping or gone: it says the one for a second only, and a busy machine may take longer to ask.
    let begun = Instant::now();
    let (code, told) = loop {
        let told = ready(&[]);
        if told.0 != Some(0) || begun.elapsed() > Duration::from_secs(20) {
            break told;
        }
    };
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("is not ready"), "{told}");
    assert!(server.ends_within(Duration::from_secs(40)).await.success());
}

#[test]
fn who_asks_whether_it_is_ready_is_told_what_the_server_says() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let addr = listener.local_addr().expect("its address").to_string();
    listener.set_nonblocking(true).expect("it need not wait");
    let stopping = std::thread::spawn(move || {
        let begun = Instant::now();
        // Waiting for somebody who never asks would go on for ever.
        let stream = loop {
            match listener.accept() {
                Ok((stream, _)) => break stream,
                Err(error) if error.kind() == ErrorKind::WouldBlock && begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                Err(error) => panic!("nobody asks: {error}"),
            }
        };
        stream.set_nonblocking(false).expect("it may wait");
        stream.set_read_timeout(Some(PATIENCE)).expect("not for ever");
        let mut lines = BufReader::new(&stream).lines();
        while lines.next().is_some_and(|line| !line.expect("text").is_empty()) {}
        let answer = "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\n\
                      content-length: 9\r\nconnection: close\r\n\r\nstopping\n";
        (&stream).write_all(answer.as_bytes()).expect("answers");
    });
    let output = program("", &["ready", "--addr", &addr])
        .output()
        .expect("it ends");
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("is not ready") && told.contains("stopping"),
        "{told}"
    );
    stopping.join().expect("it was asked");
}

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
fn secrets_are_shown_to_nobody() {
    let folder = Folder::new();
    let key = "5e".repeat(32);
    let text = format!(
        "secret_key = \"{key}\"\nsmtp_url = \"smtps://nytta:hemligt@mail.nytta.example\"\n\
         mail_from = \"nytta@nytta.example\"\npublic_url = \"https://nytta.example\"\n\
         oidc_issuer = \"https://id.nytta.example\"\noidc_client_id = \"nytta\"\noidc_client_secret = \"hemligt\"\n"
    );
    for words in [&["config", "check"][..], &["config", "check", "--help"]] {
        let output = configured(&folder, &text, words).output().expect("it ends");
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        assert!(!told.contains("hemligt") && !told.contains(&key), "{told}");
    }
    let told = said(
        &configured(&folder, &text, &["config", "check"])
            .output()
            .expect("it ends"),
    );
    let told = settings(&told);
    assert_eq!(told["secret_key"], ("***", "file"));
    assert_eq!(told["oidc_client_secret"], ("***", "file"));
    assert_eq!(told["smtp_url"], ("smtps://***@mail.nytta.example", "file"));
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

#[test]
fn a_place_where_no_database_can_be_made_is_told_before_a_server_finds_out() {
    let folder = Folder::new();
    let file = folder.file("letter");
    std::fs::write(&file, "no folder").expect("a file");
    let check = |path: &str| {
        let mut check = program(&format!("sqlite://{path}?mode=rwc"), &["config", "check"]);
        let output = check.current_dir(&folder.0).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    // Nobody, root included, makes anything in /proc.
    for path in [
        "/proc/nytta.sqlite",
        "/proc/nytta/nytta.sqlite",
        "letter/nytta.sqlite",
    ] {
        let (code, told) = check(path);
        assert_eq!(code, Some(1), "{path}: {told}");
        let is_told = |problem: &&str| problem.starts_with("database: ") && problem.contains("another place");
        assert!(problems(&told).iter().any(is_told), "{path}: {told}");
    }
    for path in [
        "nytta.sqlite",
        "data/deep/nytta.sqlite",
        &folder.file("new/nytta.sqlite"),
    ] {
        let (code, told) = check(path);
        assert_eq!(code, Some(0), "{path}: {told}");
        let whole = folder.0.canonicalize().expect("it is there").join(path);
        let named = format!(
            "{} is not there yet: it is made as the server starts",
            whole.display()
        );
        assert!(
            told.contains(&named) && told.contains("user add"),
            "{path}: {told}"
        );
        let left: Vec<_> = std::fs::read_dir(&folder.0).expect("lists").collect();
        assert_eq!(left.len(), 1, "{path}: nothing is left: {left:?}");
    }
}

#[test]
fn a_database_that_is_made_in_the_folder_of_who_asks_is_told_once() {
    let folder = Folder::new();
    let run = |words: &[&str]| {
        let mut command = program("sqlite://data/nytta.sqlite?mode=rwc", words);
        let output = command.current_dir(&folder.0).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    let here = folder.0.canonicalize().expect("it is there");
    let (here, file) = (here.display(), here.join("data/nytta.sqlite"));
    let (code, told) = run(&["verify"]);
    assert_eq!(code, Some(1), "{told}");
    let named = format!("there is no database data/nytta.sqlite in {here}: go to the folder");
    assert!(told.contains(&named), "{told}");
    let made = format!("made a new database: {}\n", file.display());
    assert_eq!(
        run(&["migrate"]),
        (Some(0), format!("{made}the schema is up to date\n"))
    );
    assert_eq!(
        run(&["migrate"]),
        (Some(0), "the schema is up to date\n".to_owned())
    );
    std::fs::remove_dir_all(folder.file("data")).expect("goes");
    let (code, told) = run(&["user", "add", "--name", "Drift", "--role", "admin"]);
    assert_eq!(code, Some(0), "{told}");
    let rest = told.strip_prefix(&made);
    assert!(
        rest.is_some_and(|rest| rest.starts_with("admin: http://")),
        "{told}"
    );
}

/// Who may read what there is.
fn mode(path: &str) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn what_the_program_makes_is_for_its_eyes_alone() {
    let folder = Folder::new();
    let works = |url: &str, words: &[&str]| {
        let output = program(url, words).output().expect("it ends");
        assert!(output.status.success(), "{url}: {}", said(&output));
    };
    // SQLite would make the file by itself, for everybody, with any of these.
    for (number, ending) in ["?mode=rwc", "?mode=rw", ""].iter().enumerate() {
        let deep = folder.file(&format!("new-{number}/deep"));
        let file = format!("{deep}/nytta.sqlite");
        let url = format!("sqlite://{file}{ending}");
        works(&url, &["migrate"]);
        assert_eq!(mode(&file), 0o600, "{url}");
        for made in [&deep, &folder.file(&format!("new-{number}"))] {
            assert_eq!(mode(made), 0o700, "{url}: {made}");
        }
        works(&url, &["config", "check"]);
    }
    let backup = folder.file("today.nytta");
    works(&folder.database("new-0/deep/nytta.sqlite"), &["backup", &backup]);
    works(&folder.database("restored/nytta.sqlite"), &["restore", &backup]);
    assert_eq!(mode(&folder.file("restored")), 0o700);
    assert_eq!(mode(&folder.file("restored/nytta.sqlite")), 0o600);
}

#[test]
fn a_place_that_cannot_be_looked_into_is_told_by_every_command() {
    let folder = Folder::new();
    // A link to itself stands in the way, as a folder does that is for somebody else's eyes: root sees into all of those.
    let around = folder.file("around");
    symlink(&around, &around).expect("a link");
    let url = folder.database("around/nytta.sqlite");
    let add = ["user", "add", "--name", "Drift", "--role", "admin"];
    let key = "0f".repeat(32);
    let given: &[&str] = &["serve", "--addr", "127.0.0.1:0", "--secret-key", &key];
    let without: &[&str] = &["serve", "--addr", "127.0.0.1:0"];
    for (words, named) in [
        (&["migrate"][..], "cannot be seen"),
        (&add, "cannot be seen"),
        (given, "cannot be seen"),
        (&["verify"], "cannot be seen"),
        (without, "nytta.sqlite.key cannot be read or made"),
    ] {
        let output = program(&url, words).output().expect("it ends");
        let told = said(&output);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {told}");
        assert!(
            told.contains(named) && told.contains("look at the path"),
            "{words:?}: {told}"
        );
    }
}

#[test]
fn what_is_no_address_of_a_database_is_told_before_a_key_is_asked_for() {
    for (url, named) in [
        (
            "mysql://localhost/nytta",
            "“mysql://localhost/nytta” is no database",
        ),
        ("data/nytta.sqlite", "“data/nytta.sqlite” is no database"),
        ("", "an empty address is no database"),
    ] {
        for words in [&["serve", "--addr", "127.0.0.1:0"][..], &["config", "check"]] {
            let output = program(url, words).output().expect("it ends");
            let told = said(&output);
            assert_eq!(output.status.code(), Some(1), "{told}");
            assert!(told.contains(named), "{words:?}: {told}");
            assert!(!told.contains("set NYTTA_SECRET_KEY"), "{words:?}: {told}");
        }
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

#[test]
fn root_is_told_that_what_it_makes_in_another_account_s_folder_is_its_own() {
    let folder = Folder::new();
    let handed = chown(&folder.0, Some(65_534), None);
    assert_let(
        handed.is_ok(),
        "gives a folder to another account",
        &format!("{handed:?}"),
    );
    // The nearest folder that is there counts: the other is made.
    let url = folder.database("data/nytta.sqlite");
    let warned = |words: &[&str]| {
        let output = program(&url, words).output().expect("it ends");
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        told.contains("this runs as root in ") && told.contains("belongs to uid 65534")
    };
    assert!(warned(&["migrate"]), "it makes a database");
    assert!(!warned(&["migrate"]), "it makes none");
}

#[test]
fn a_database_that_everybody_may_read_is_told() {
    let folder = Folder::new();
    let url = folder.database("nytta.sqlite");
    let run = |words: &[&str]| {
        let output = program(&url, words).output().expect("it ends");
        (output.status.code(), said(&output))
    };
    assert_eq!(run(&["migrate"]).0, Some(0));
    let file = folder.file("nytta.sqlite");
    let set = |path: &str, mode| {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("its rights");
    };
    let above = folder.0.display().to_string();
    for (of_file, of_folder, is_told) in [
        (0o644, 0o755, true),
        // Nobody else comes as far as to it.
        (0o644, 0o700, false),
        (0o640, 0o755, false),
    ] {
        set(&file, of_file);
        set(&above, of_folder);
        let (code, told) = run(&["config", "check"]);
        assert_eq!(code, Some(i32::from(is_told)), "{told}");
        let is_it = |problem: &&str| problem.starts_with("database: ") && problem.contains("chmod o=");
        assert_eq!(problems(&told).iter().any(is_it), is_told, "{told}");
    }
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
