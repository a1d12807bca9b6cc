//! `cargo xtask generate`: an invented portfolio of any size in a database of one's own, the same each time.

#[expect(dead_code, reason = "what benchmarks ask beside what a generator does")]
#[path = "../portfolio/mod.rs"]
mod portfolio;

use std::time::Instant;

use clap::Parser;
use domain::ctx::{Actor, Ctx};
use portfolio::Size;
use service::Secrets;
use uuid::Uuid;

/// An invented portfolio in an empty database.
#[derive(Parser)]
struct Asked {
    /// How many initiatives: each has five benefits, and ten years of measurements of each, by month up to 2 000
    /// initiatives and by year above.
    #[arg(long)]
    initiatives: usize,
    /// Which of all portfolios of that size.
    #[arg(long)]
    seed: u64,
    /// The database. It must be empty.
    #[arg(long)]
    database_url: String,
}

#[tokio::main]
async fn main() {
    let asked = Asked::parse();
    let size = Size {
        seed: asked.seed,
        ..Size::of(asked.initiatives)
    };
    let services = match server::open(&asked.database_url).await {
        Ok(services) => services.with_secrets(Secrets::new([7; service::KEY_BYTES])),
        Err(error) => return refuse(&format!("the database does not open: {error}")),
    };
    let ctx = Ctx {
        actor: Actor::Operator,
        now: server::now(),
        request_id: Uuid::now_v7(),
        session: None,
        others: None,
    };
    match service::account_list(&ctx, &services).await {
        Ok(found) if found.accounts.is_empty() => {}
        Ok(_) => return refuse("the database has something in it: name a new one, or remove it first"),
        Err(error) => return refuse(&format!("the database does not answer: {error}")),
    }
    let begun = Instant::now();
    portfolio::fill(&ctx, &services, size).await;
    println!(
        "{} initiatives, {} benefits and {} measurements written in {} s",
        size.initiatives,
        size.benefits(),
        size.measurements(),
        begun.elapsed().as_secs()
    );
}

fn refuse(why: &str) {
    eprintln!("generate: {why}");
    std::process::exit(1);
}
