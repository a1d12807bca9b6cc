//! Two servers on one PostgreSQL, with nginx before them: people cannot tell that they are two.

mod at_once;
mod killed;
mod seen;
mod starting;

use reqwest::Client;

use crate::support::database::World;
use crate::support::nginx::Nginx;
use crate::support::program::{Server, post};

/// Two servers on one database, and the door before them.
struct Pair {
    url: String,
    one: Server,
    other: Server,
    door: Nginx,
}

impl Pair {
    /// Starts them; the first one fills the database.
    async fn start(world: &World) -> Self {
        let url = world.empty().await;
        let one = Server::start(&url, &["--demo"]);
        let other = Server::start(&url, &["--demo"]);
        let door = Nginx::before(&[&one.address, &other.address]);
        Self {
            url,
            one,
            other,
            door,
        }
    }
}

/// A page of the site at an address, as somebody gets it; it must be there.
async fn page(address: &str, client: &Client, path: &str) -> String {
    let answer = client.get(format!("{address}{path}")).send().await;
    let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(answer.status(), 200, "{path}");
    answer
        .text()
        .await
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Sends a form, and gives where its answer leads.
async fn sent(address: &str, client: &Client, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = post(address, client, path, fields).await;
    let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(answer.status(), 303, "{path}");
    let to = answer.headers().get("location").expect("leads somewhere");
    to.to_str().expect("text").to_owned()
}
