//! The key that seals secrets: kept beside a database file, given to servers that share a database.

use std::fs::Permissions;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use domain::account::NewAccount;
use domain::role::Role;
use service::{Chosen, Secrets};
use store::Kind;

use super::{Desk, Running, has, shown};
use crate::support::database::on;
use crate::support::second_factor::Phone;
use crate::support::{nobody, now, operator};

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
