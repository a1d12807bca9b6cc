//! Twenty wrong passwords a second do not slow others' pages: their p95 stays within twice what it is without.
//!
//! Each attempt is at another address, so that none waits and each is hashed: the worst that a guesser can do within
//! the allowance of many addresses. Twenty people with a second between their pages, as in the other budgets.

use std::time::{Duration, Instant};

use domain::role::Role;
use reqwest::Client;
use server::router::Edge;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::limits::plenty;
use crate::measure::{Times, millis, promised, ratio};
use crate::site::{Site, location};

const PEOPLE: usize = 20;
const THINKING: Duration = Duration::from_secs(1);
const PHASE: Duration = Duration::from_secs(20);
const GUESSES_EACH_SECOND: u64 = 20;
/// With and without by turns, so that what else the machine does weighs on both.
const ROUNDS: usize = 3;
const PAGES: [&str; 3] = ["/", "/omraden", "/konstaterade"];

pub async fn run() {
    let site = Site::demo_behind(Edge {
        limits: plenty(),
        ..Edge::default()
    })
    .await;
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        people.push(site.signed_in(Role::SteeringUnit).await);
    }
    // The answers are what they should be, before anything is timed.
    for page in PAGES {
        assert_eq!(site.get(&people[0], page).await.status(), 200, "{page}");
    }
    assert_eq!(guess(&site.url, &site.client(), 0).await, "/logga-in?fel=ja#fel");

    let (mut quiet, mut guessed) = (Times::default(), Times::default());
    phase(&site, &people).await; // warm
    for _ in 0..ROUNDS {
        quiet.add(phase(&site, &people).await);
        let guesser = tokio::spawn(guesses(site.url.clone()));
        guessed.add(phase(&site, &people).await);
        guesser.abort();
        // What was begun is hashed to its end.
        sleep(Duration::from_secs(2)).await;
    }
    let told = |name: &str, times: &Times| {
        println!(
            "{name:<44} {:>6} requests   p50 {:>9}   p95 {:>9}",
            times.count(),
            millis(times.percentile(50)),
            millis(times.percentile(95))
        );
    };
    println!("guessing: {PEOPLE} people, {THINKING:?} between pages {PAGES:?}, {ROUNDS} × {PHASE:?} of each");
    told("pages", &quiet);
    told(
        &format!("pages, {GUESSES_EACH_SECOND} wrong passwords a second"),
        &guessed,
    );
    println!(
        "p95 with guessing is {} times that without (promised: at most 2)",
        ratio(guessed.percentile(95), quiet.percentile(95))
    );
    let (with, without) = (guessed.percentile(95), quiet.percentile(95));
    let figures = format!("{} with, {} without", millis(with), millis(without));
    promised("guessing", with <= without * 2, &figures);
}

/// Everybody looks at pages for a while.
async fn phase(site: &Site, people: &[Client]) -> Times {
    let mut all = JoinSet::new();
    for (at, person) in people.iter().cloned().enumerate() {
        let url = site.url.clone();
        all.spawn(async move {
            // Not all at the same moment.
            sleep(THINKING * u32::try_from(at).unwrap_or(0) / u32::try_from(PEOPLE).unwrap_or(1)).await;
            let (mut times, begun) = (Times::default(), Instant::now());
            for page in PAGES.iter().cycle().skip(at) {
                if begun.elapsed() > PHASE {
                    break;
                }
                let asked = Instant::now();
                let answer = person
                    .get(format!("{url}{page}"))
                    .header("accept", "text/html")
                    .send()
                    .await;
                let answer = answer.expect("an answer");
                assert_eq!(answer.status(), 200, "{page}");
                answer.bytes().await.expect("the page");
                times.note(asked.elapsed());
                sleep(THINKING).await;
            }
            times
        });
    }
    let mut times = Times::default();
    for one in all.join_all().await {
        times.add(one);
    }
    times
}

/// Tries passwords until it is stopped; none waits for the one before.
async fn guesses(url: String) {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none());
    let client = client.build().expect("a client");
    let mut tick = interval(Duration::from_millis(1_000 / GUESSES_EACH_SECOND));
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    for number in 1.. {
        tick.tick().await;
        let (url, client) = (url.clone(), client.clone());
        tokio::spawn(async move { guess(&url, &client, number).await });
    }
}

/// A wrong password for an address that nobody has: where it leads.
async fn guess(url: &str, client: &Client, number: u64) -> String {
    let email = format!("gissad{number}@myndigheten.example");
    let fields = [("email", email.as_str()), ("password", "inte det här lösenordet")];
    let sent = client
        .post(format!("{url}/api/password_sign_in"))
        .header("accept", "text/html")
        .header("origin", url)
        .form(&fields);
    match sent.send().await {
        Ok(answer) => location(&answer),
        // The bench has ended.
        Err(error) => error.to_string(),
    }
}
