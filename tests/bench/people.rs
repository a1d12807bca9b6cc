//! Twenty people at pages: with a second of thought between them, for how long they wait; and without, for how many pages the
//! server gives in a second.

use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::Client;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::measure::Times;

pub const PEOPLE: usize = 20;
pub const THINKING: Duration = Duration::from_secs(1);

/// Looks at a page once: how long until all of it was there.
pub async fn look(person: &Client, url: &str) -> Duration {
    let asked = Instant::now();
    let request = person.get(url).header("accept", "text/html");
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{url}");
    answer.bytes().await.expect("the page");
    asked.elapsed()
}

/// Everybody looks at the page for a while, once in a second whether or not the last answer was slow: what waits
/// behind a slow one counts as waiting.
pub async fn thinking(people: &[Client], url: &str, long: Duration) -> Times {
    let url = Arc::new(url.to_owned());
    let mut all = JoinSet::new();
    for (at, person) in people.iter().cloned().enumerate() {
        let url = Arc::clone(&url);
        all.spawn(async move {
            // Not all at the same moment.
            let ordinal = u32::try_from(at).unwrap_or(0);
            sleep(THINKING * ordinal / u32::try_from(PEOPLE).unwrap_or(1)).await;
            let (mut times, begun) = (Times::default(), Instant::now());
            let mut due = begun;
            while begun.elapsed() < long {
                look(&person, &url).await;
                times.note(due.elapsed());
                due += THINKING;
                sleep(due.saturating_duration_since(Instant::now())).await;
            }
            times
        });
    }
    gathered(all).await
}

/// Everybody looks at the page again as soon as it is there: how long each took, and how many there were in a second.
pub async fn hurrying(people: &[Client], url: &str, long: Duration) -> (Times, usize) {
    let url = Arc::new(url.to_owned());
    let mut all = JoinSet::new();
    let begun = Instant::now();
    for person in people {
        let (person, url) = (person.clone(), Arc::clone(&url));
        all.spawn(async move {
            let mut times = Times::default();
            while begun.elapsed() < long {
                times.note(look(&person, &url).await);
            }
            times
        });
    }
    let times = gathered(all).await;
    let millis = usize::try_from(begun.elapsed().as_millis())
        .unwrap_or(usize::MAX)
        .max(1);
    let each_second = times.count() * 1_000 / millis;
    (times, each_second)
}

async fn gathered(all: JoinSet<Times>) -> Times {
    let mut times = Times::default();
    for one in all.join_all().await {
        times.add(one);
    }
    times
}
