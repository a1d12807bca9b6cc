//! Signing in by address and password, on both databases: what it costs to be asked for a password that is worth something. The
//! hash is made to take its time; beside it stands the sign-in page, which takes nothing.

use std::time::Instant;

use domain::account::NewAccount;
use domain::role::Role;
use server::router::Edge;
use service::Chosen;

use crate::databases::{Database, KINDS, name};
use crate::limits::plenty;
use crate::measure::{Times, millis, ratio};
use crate::people::look;
use crate::site::{Site, location, operator};

const TIMES: usize = 40;
const EMAIL: &str = "styrning@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

pub async fn run() {
    println!("sign-in: {TIMES} times, one after the other");
    for kind in KINDS {
        let database = Database::new(kind).await;
        let services = database.services().await;
        let ctx = operator();
        let new = NewAccount::parse("Enheten", Some(EMAIL), &[Role::SteeringUnit]).expect("an account");
        let link = service::account_add(&ctx, &services, new).await.expect("may");
        let chosen = service::password_choose(&ctx, &services, &link, PASSWORD, PASSWORD, None).await;
        assert!(matches!(chosen, Ok(Chosen::Done(_))), "a password: {chosen:?}");
        let edge = Edge {
            limits: plenty(),
            ..Edge::default()
        };
        let site = Site::of(services, edge).await;
        let (mut signed_in, mut page) = (Times::default(), Times::default());
        for _ in 0..TIMES {
            page.note(look(&site.client(), &format!("{}/logga-in", site.url)).await);
            let fields = [("email", EMAIL), ("password", PASSWORD)];
            let client = site.client();
            let begun = Instant::now();
            let answer = site.post(&client, "/api/password_sign_in", &fields).await;
            signed_in.note(begun.elapsed());
            assert!(!location(&answer).contains("fel"), "the password is right");
        }
        println!(
            "{:<10} p50 {:>9} p95 {:>9} p99 {:>9}, {} times the sign-in page",
            name(kind),
            millis(signed_in.percentile(50)),
            millis(signed_in.percentile(95)),
            millis(signed_in.percentile(99)),
            ratio(signed_in.percentile(50), page.percentile(50)),
        );
        drop(site);
        database.remove().await;
    }
}
