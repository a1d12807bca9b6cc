//! The daily digest, sent to a real mail server on this machine.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use domain::account::NewAccount;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::role::{Grant, Role, Scope};
use server::config::MailConfig;
use server::digest::Digests;
use service::{DigestRun, ServiceError, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account};
use crate::support::operator;
use crate::support::rows::{number, things_done};
use crate::support::smtp::Smtp;

on_both!(
    whoever_has_something_waiting_gets_it_once_a_day,
    what_is_refused_is_tried_again_and_not_lost,
    of_two_servers_one_sends,
    whoever_wants_none_gets_none,
);

const SITE: &str = "https://nytta.example";

fn digests(url: &str) -> Digests {
    let config = MailConfig {
        smtp_url: Some(url.to_owned()),
        mail_from: Some("Nytta <nytta@nytta.example>".to_owned()),
        digest_hour: 7,
    };
    Digests::of(&config, Some(SITE))
        .expect("settings that can be used")
        .expect("a mail server is set")
}

/// The demo with a reviewer for whom nothing waits, and a member of the steering unit for whom something does.
async fn people(world: &World) -> (Services, AccountId) {
    let services = Demo::load(world).await.services.with_mail(true);
    for (name, email, role) in [
        ("Åsa Öberg", "asa@nytta.example", Role::SteeringUnit),
        ("Granskare", "granskare@nytta.example", Role::Reviewer),
    ] {
        let new = NewAccount::parse(name, Some(email), &[role]).expect("an account");
        service::account_add(&operator(), &services, new)
            .await
            .expect("may");
    }
    let list = service::account_list(&operator(), &services).await.expect("may");
    let mut accounts = list.accounts.into_iter().map(|record| record.account);
    let asa = accounts.find(|one| one.email.as_deref() == Some("asa@nytta.example"));
    (services, asa.expect("is there").id)
}

fn later(minutes: i64) -> Ctx {
    let ctx = operator();
    Ctx {
        now: ctx.now + TimeDelta::minutes(minutes),
        ..ctx
    }
}

fn run(sent: u64, failed: u64) -> DigestRun {
    DigestRun {
        sent,
        failed,
        unsure: 0,
    }
}

/// The headers, and the text as it was written.
fn opened(message: &str) -> (String, String) {
    let message = message.replace("\r\n", "\n");
    let (head, body) = message.split_once("\n\n").expect("a head and a body");
    let text = if head.contains("quoted-printable") {
        unquoted(body)
    } else if head.contains("base64") {
        let joined: String = body.split_whitespace().collect();
        String::from_utf8(STANDARD.decode(joined).expect("base64")).expect("text")
    } else {
        body.to_owned()
    };
    (head.replace("\n ", " "), text.replace("\r\n", "\n"))
}

fn unquoted(body: &str) -> String {
    let body = body.replace("=\n", "");
    let (mut bytes, mut rest) = (Vec::new(), body.as_str());
    while let Some((before, after)) = rest.split_once('=') {
        bytes.extend(before.bytes());
        let (code, after) = after.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("a byte"));
        rest = after;
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).expect("text")
}

async fn whoever_has_something_waiting_gets_it_once_a_day(world: World) {
    let (services, asa) = people(&world).await;
    let (smtp, before) = (Smtp::start(), things_done(&services.store).await);
    let digests = digests(&smtp.url);
    let sent = digests.send(&operator(), &services).await.expect("sends");
    assert_eq!(
        sent,
        run(1, 0),
        "nothing waits for the reviewer, and others have no address"
    );
    let messages = smtp.messages();
    let [message] = &messages[..] else {
        panic!("one message: {messages:?}")
    };
    let (head, text) = opened(message);
    for header in [
        "From: Nytta <nytta@nytta.example>",
        "<asa@nytta.example>",
        "Auto-Submitted: auto-generated",
        &format!("Message-ID: <digest-2025-10-01-{asa}@nytta.example>"),
        "Content-Type: text/plain; charset=utf-8",
    ] {
        assert!(head.contains(header), "“{header}” is not in {head}");
    }
    assert!(text.starts_with("Hej Åsa Öberg!\n"), "{text}");
    for said in [
        "1 oktober 2025",
        "Bedömningar att skriva (",
        &format!("{SITE}/att-gora?visa=bedoma"),
        &format!("{SITE}/att-gora\n"),
        &format!("{SITE}/konto#h-paminnelser"),
    ] {
        assert!(text.contains(said), "“{said}” is not in {text}");
    }
    assert!(!text.contains('⟦'), "{text}");
    let after = things_done(&services.store).await;
    assert_eq!(after, before + 1, "the run leaves its trace");

    // Not again today, and again tomorrow.
    let again = digests.send(&later(60), &services).await.expect("sends");
    assert_eq!((again, smtp.messages().len()), (run(0, 0), 1));
    let tomorrow = digests.send(&later(24 * 60), &services).await.expect("sends");
    assert_eq!((tomorrow, smtp.messages().len()), (run(1, 0), 2));
}

async fn what_is_refused_is_tried_again_and_not_lost(world: World) {
    let (services, _) = people(&world).await;
    let nobody_there = digests("smtp://127.0.0.1:1");
    let waits = nobody_there.send(&operator(), &services).await.expect("waits");
    assert_eq!(waits, run(0, 1));
    let taken_on = "SELECT COUNT(*) FROM digest_note";
    assert_eq!(number(&services.store, taken_on).await, 0, "nothing is in doubt");

    let smtp = Smtp::start();
    let digests = digests(&smtp.url);
    smtp.refuse(true);
    assert_eq!(
        digests.send(&later(1), &services).await.expect("is told no"),
        run(0, 1)
    );
    smtp.refuse(false);
    let soon = digests.send(&later(15), &services).await.expect("waits");
    assert_eq!(
        (soon, smtp.messages().len()),
        (run(0, 0), 0),
        "a quarter of an hour has not passed"
    );
    let then = digests.send(&later(16), &services).await.expect("sends");
    assert_eq!((then, smtp.messages().len()), (run(1, 0), 1));

    // What is refused again and again is let go with the day.
    smtp.refuse(true);
    let mut tries = 0;
    for round in 0..12 {
        let ctx = later(24 * 60 + round * 20);
        tries += digests.send(&ctx, &services).await.expect("is told no").failed;
    }
    assert_eq!(tries, 8);
}

async fn of_two_servers_one_sends(world: World) {
    let (services, _) = people(&world).await;
    let smtp = Smtp::start();
    let (one, other) = (digests(&smtp.url), digests(&smtp.url));
    let (first, second) = (operator(), operator());
    let (one, other) = tokio::join!(one.send(&first, &services), other.send(&second, &services));
    let sent = one.expect("sends").sent + other.expect("sends").sent;
    assert_eq!((sent, smtp.messages().len()), (1, 1));
}

async fn whoever_wants_none_gets_none(world: World) {
    let (services, asa) = people(&world).await;
    let smtp = Smtp::start();
    let digests = digests(&smtp.url);
    let grant = Grant {
        role: Role::SteeringUnit,
        scope: Scope::All,
        from: None,
        to: None,
    };
    let me = as_account(asa, vec![grant]);
    let chosen = service::digest_choose(&me, &services, false, "sv").await;
    assert_eq!(chosen.expect("may"), "/konto?klart=mejl-av#h-paminnelser");
    let none = digests.send(&operator(), &services).await.expect("sends");
    assert_eq!((none, smtp.messages().len()), (run(0, 0), 0));

    service::digest_choose(&me, &services, true, "en")
        .await
        .expect("may");
    let sent = digests.send(&operator(), &services).await.expect("sends");
    assert_eq!(sent, run(1, 0));
    let (_, text) = opened(&smtp.messages()[0]);
    assert!(text.starts_with("Dear Åsa Öberg,\n"), "{text}");

    // Whoever can sign in no more gets nothing, and nobody chooses where no mail is sent.
    let version = number(
        &services.store,
        "SELECT CAST(version AS BIGINT) FROM account WHERE email = 'asa@nytta.example'",
    );
    let version = i32::try_from(version.await).expect("a version");
    service::account_disable(&operator(), &services, asa, version, true)
        .await
        .expect("may");
    let tomorrow = digests.send(&later(24 * 60), &services).await.expect("sends");
    assert_eq!((tomorrow, smtp.messages().len()), (run(0, 0), 1));
    let without = services.clone().with_mail(false);
    let nowhere = service::digest_choose(&me, &without, true, "sv").await;
    assert!(matches!(nowhere, Err(ServiceError::NotFound)), "{nowhere:?}");
}
