//! The same thing done at both servers at the same moment is done once.

use std::process::Stdio;

use domain::account::NewAccount;
use domain::role::Role;
use store::Kind;

use super::Pair;
use crate::support::database::{World, on};
use crate::support::operator;
use crate::support::program::program;
use crate::support::sending::{Sent, Told, all_there_once};
use crate::support::smtp::Smtp;

#[test]
fn a_form_sent_to_both_at_once_makes_one_row() {
    on(Kind::Postgres, forms);
}

#[test]
fn a_digest_that_both_send_at_once_comes_once() {
    on(Kind::Postgres, digests);
}

async fn forms(world: World) {
    let pair = Pair::start(&world).await;
    let client = pair.one.signed_in("portfolio_manager").await;
    let mut saved = Vec::new();
    for nth in 0..15 {
        let one = Sent::new(0, 0, nth);
        let (here, there, by_the_door) = tokio::join!(
            one.told(&pair.one.address, &client),
            one.told(&pair.other.address, &client),
            one.told(&pair.door.address, &client),
        );
        for told in [here, there, by_the_door] {
            assert!(
                matches!(told, Told::Saved),
                "each is told that it is saved: {told:?}"
            );
        }
        saved.push(one);
    }
    all_there_once(&World::open(&pair.url).await, &saved).await;
}

async fn digests(world: World) {
    let pair = Pair::start(&world).await;
    let services = World::open(&pair.url).await;
    for name in ["Asa", "Bo", "Cilla"] {
        let email = format!("{}@nytta.example", name.to_lowercase());
        let new = NewAccount::parse(name, Some(&email), &[Role::SteeringUnit]).expect("an account");
        service::account_add(&operator(), &services, new)
            .await
            .expect("may");
    }
    let smtp = Smtp::start();
    let send = || {
        let mut command = program(&pair.url, &["digest", "--url", "https://nytta.example"]);
        command.env("NYTTA_SMTP_URL", &smtp.url);
        command.env("NYTTA_MAIL_FROM", "Nytta <nytta@nytta.example>");
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("it runs")
    };
    let running: Vec<_> = (0..4).map(|_| send()).collect();
    for one in running {
        let output = one.wait_with_output().expect("it ends");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let mut to: Vec<_> = smtp
        .messages()
        .iter()
        .filter_map(|message| receiver(message))
        .collect();
    to.sort();
    assert_eq!(
        to,
        ["asa@nytta.example", "bo@nytta.example", "cilla@nytta.example"],
        "each once"
    );
}

/// Whom a message goes to.
fn receiver(message: &str) -> Option<String> {
    let to = message.lines().find_map(|line| line.strip_prefix("To: "))?;
    let address = to.rsplit('<').next()?;
    Some(address.trim_end().trim_end_matches('>').to_owned())
}
