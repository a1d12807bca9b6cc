//! Pages at full size, on both databases: 2 000 initiatives, 10 000 benefits and ten years of monthly measurements.
//!
//! Before anything is timed both databases have to give the same pages. Each page is then held against its own bare
//! statements, against a file that the server hands out for nothing, and against itself at other sizes.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::register::{BenefitFilter, Query};
use domain::role::Role;
use reqwest::Client;
use sea_orm::{ConnectionTrait, Statement};
use server::router::Edge;
use service::Services;
use store::Kind;

use crate::databases::{Database, KINDS, name};
use crate::limits::plenty;
use crate::measure::{Times, millis, promised, ratio, resident};
use crate::people::{PEOPLE, hurrying, look, thinking};
use crate::portfolio::{self, Size};
use crate::site::{Site, operator};

/// How long everybody looks at a page.
const PHASE: Duration = Duration::from_secs(10);
const HURRY: Duration = Duration::from_secs(3);
/// What is promised of each page.
const BUDGET: Duration = Duration::from_millis(50);
/// What is promised of a page that is the first since something happened.
const FIRST_BUDGET: Duration = Duration::from_millis(300);
/// What is promised of the generator.
const GENERATED: Duration = Duration::from_secs(60);
/// The sizes that growth is told by: initiatives, and whether they are measured by month.
const SIZES: [(usize, bool); 3] = [(200, false), (2_000, true), (20_000, false)];

/// Pages, with the words that they have to show.
fn pages() -> Vec<(String, &'static str)> {
    // A word that the register does not know is its usual order, which is measured anyhow.
    let sorted: Query<BenefitFilter> = Query::parse_query("sortera=-nytta");
    assert_ne!(sorted.order, Query::<BenefitFilter>::default().order);
    let initiative = portfolio::initiative(0);
    let calculation = portfolio::calculation(0);
    let told = [
        ("/", "Kontakt och service"),
        ("/omraden", "Tillsyn"),
        ("/omraden/1", "Ansökan och beslut"),
        ("/initiativ", "register"),
        ("/initiativ?sok=e-tj%C3%A4nst&status=ongoing", "E-tjänst"),
        ("/nyttor", "Kortare väntan"),
        ("/nyttor?sok=kortare", "Kortare väntan"),
        ("/nyttor?sortera=-nytta", "Säkrare uppgifter"),
        ("/konstaterade", "kontor"),
        ("/matt", "Väntetid"),
        ("/att-gora", "Godkänn"),
    ];
    let mut all: Vec<(String, &str)> = told.map(|(page, shows)| (page.to_owned(), shows)).to_vec();
    all.push((format!("/initiativ/{initiative}"), "Första delen"));
    all.push((format!("/kalkyler/{calculation}"), "Drift och förvaltning"));
    all
}

/// What was seen of a page.
struct Seen {
    page: String,
    /// The first look after something happened.
    first: Duration,
    waited: Times,
    each_second: usize,
    /// Its statements by themselves, one after the other.
    bare: Duration,
    statements: usize,
}

/// What was seen of one database with one portfolio.
struct Whole {
    kind: Kind,
    initiatives: usize,
    filled: Duration,
    /// The first page of a server that has just started.
    cold: Duration,
    pages: Vec<Seen>,
}

pub async fn run() {
    println!("pages: {PEOPLE} people, a second between pages, {PHASE:?} of each page");
    let mut found: Vec<Whole> = Vec::new();
    for (initiatives, monthly) in wanted_sizes() {
        let mut texts: Option<Vec<String>> = None;
        for kind in KINDS {
            let size = Size {
                monthly,
                ..Size::of(initiatives)
            };
            let database = Database::new(kind).await;
            let (whole, said) = measured(&database, size).await;
            if let Some(others) = &texts {
                assert_eq!(others, &said, "both databases give the same pages");
            }
            texts.get_or_insert(said);
            found.push(whole);
            database.remove().await;
        }
    }
    for kind in KINDS {
        let of = |initiatives| {
            let mut all = found.iter();
            all.find(|whole| whole.kind == kind && whole.initiatives == initiatives)
        };
        if let Some(full) = of(FULL) {
            promises_at_full_size(full);
        }
        if let (Some(full), Some(ten_times)) = (of(FULL), of(TEN_TIMES)) {
            promise_of_growth(full, ten_times);
        }
    }
}

/// The size that promises are of, and the one at which pages may take twice as long.
const FULL: usize = 2_000;
const TEN_TIMES: usize = 20_000;
/// How many servers are started for the time of a first page.
const STARTS: usize = 3;
/// How many times as long the first page of a server may take with ten times the benefits, and still be called linear.
const LINEAR: u32 = 12;

fn promises_at_full_size(full: &Whole) {
    let name = name(full.kind);
    // Each name is spelt out: a test of `cargo xtask` looks here for what there are promises of.
    let (kept, figures) = slowest_page(full, BUDGET, |seen| seen.waited.percentile(95));
    promised(&format!("pages.p95.{name}"), kept, &figures);
    let (kept, figures) = slowest_page(full, FIRST_BUDGET, |seen| seen.first);
    promised(&format!("pages.first.{name}"), kept, &figures);
    let cold = format!("{name}: {}", millis(full.cold));
    promised(&format!("pages.cold.{name}"), full.cold <= FIRST_BUDGET, &cold);
    let seconds = format!("{name}: {} s", full.filled.as_secs());
    promised(&format!("generate.{name}"), full.filled <= GENERATED, &seconds);
}

/// Whether all pages are within the budget, and which of them takes longest.
fn slowest_page(full: &Whole, budget: Duration, of: fn(&Seen) -> Duration) -> (bool, String) {
    let slowest = full.pages.iter().map(|seen| (of(seen), &seen.page)).max();
    let (slowest, page) = slowest.expect("pages were looked at");
    let over = full.pages.iter().filter(|seen| of(seen) > budget).count();
    let figures = format!(
        "{}: slowest {page} {}, {over} of {} above",
        name(full.kind),
        millis(slowest),
        full.pages.len()
    );
    (slowest <= budget, figures)
}

fn promise_of_growth(full: &Whole, ten_times: &Whole) {
    let name = name(full.kind);
    let (mut over, mut worst) = (0, (Duration::ZERO, String::new()));
    for (small, large) in full.pages.iter().zip(&ten_times.pages) {
        let (before, after) = (small.waited.percentile(95), large.waited.percentile(95));
        println!(
            "growth {name:<10} {:<50} {} to {}, {} times",
            small.page,
            millis(before),
            millis(after),
            ratio(after, before)
        );
        if after > before * 2 {
            over += 1;
        }
        if after >= worst.0 {
            worst = (after, format!("{} {} times", small.page, ratio(after, before)));
        }
    }
    let figures = format!(
        "{name}: {over} of {} pages more than twice; slowest {}",
        full.pages.len(),
        worst.1
    );
    promised(&format!("pages.growth.{name}"), over == 0, &figures);
    let times = ratio(ten_times.cold, full.cold);
    let figures = format!(
        "{name}: {} to {}, {times} times",
        millis(full.cold),
        millis(ten_times.cold)
    );
    let linear = ten_times.cold <= full.cold * LINEAR;
    promised(&format!("pages.linear.{name}"), linear, &figures);
}

/// All sizes, or those that the environment names.
fn wanted_sizes() -> Vec<(usize, bool)> {
    let named = std::env::var("NYTTA_BENCH_INITIATIVES").unwrap_or_default();
    let named: Vec<usize> = named
        .split(',')
        .filter_map(|one| one.trim().parse().ok())
        .collect();
    let wanted = |(initiatives, _): &(usize, bool)| named.is_empty() || named.contains(initiatives);
    SIZES.into_iter().filter(wanted).collect()
}

type Sent = Arc<Mutex<Vec<(Statement, Duration)>>>;

async fn measured(database: &Database, size: Size) -> (Whole, Vec<String>) {
    let begun = Instant::now();
    let mut services = database.services().await;
    portfolio::fill(&operator(), &services, size).await;
    let filled = begun.elapsed();
    println!(
        "{}: {} initiatives, {} benefits, {} measurements written in {} s",
        name(database.kind()),
        size.initiatives,
        size.benefits(),
        size.measurements(),
        filled.as_secs()
    );
    let cold = cold(database).await;
    let sent: Sent = Arc::default();
    let log = Arc::clone(&sent);
    services.store = services.store.watched(move |statement, took| {
        let mut log = log.lock().expect("nobody fails while holding it");
        log.push((statement.clone(), took));
    });
    let edge = Edge {
        limits: plenty(),
        ..Edge::default()
    };
    let site = Site::of(services.clone(), edge).await;
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        people.push(site.signed_in(Role::SteeringUnit).await);
    }
    let style = style_sheet(&site, &people[0]).await;
    thinking(&people, &style, Duration::from_secs(2)).await; // warm
    let free = thinking(&people, &style, PHASE).await;
    let (_, free_each_second) = hurrying(&people, &style, HURRY).await;
    println!(
        "{:<50} p50 {:>9} p95 {:>9} p99 {:>9} {free_each_second:>6}/s",
        "the style sheet",
        millis(free.percentile(50)),
        millis(free.percentile(95)),
        millis(free.percentile(99)),
    );
    let (mut pages_seen, mut said) = (Vec::new(), Vec::new());
    for (page, shows) in pages() {
        let text = site.page(&people[0], &page).await;
        assert!(text.contains(shows), "{page} shows “{shows}”");
        said.push(words(&text));
        let seen = seen(&site, &services, (&people, &sent), page).await;
        tell(&seen, &free);
        pages_seen.push(seen);
    }
    println!(
        "memory of server and measurer: {} MB",
        resident(std::process::id())
    );
    let whole = Whole {
        kind: database.kind(),
        initiatives: size.initiatives,
        filled,
        cold,
        pages: pages_seen,
    };
    (whole, said)
}

/// The first page of a server that has read nothing yet: the middle of several servers, for a single page that takes seconds is
/// easily held up by what the machine does beside it.
async fn cold(database: &Database) -> Duration {
    let mut took = Vec::new();
    for _ in 0..STARTS {
        let site = Site::of(database.services().await, Edge::default()).await;
        let person = site.signed_in(Role::SteeringUnit).await;
        took.push(look(&person, &format!("{}/", site.url)).await);
    }
    let each: Vec<String> = took.iter().copied().map(millis).collect();
    println!(
        "the overview of a server that has just started: {}",
        each.join(", ")
    );
    took.sort();
    took[STARTS / 2]
}

async fn seen(site: &Site, services: &Services, (people, sent): (&[Client], &Sent), page: String) -> Seen {
    let url = format!("{}{page}", site.url);
    something_happens(services).await;
    sent.lock().expect("nobody fails while holding it").clear();
    let first = look(&people[0], &url).await;
    slowest(&page, sent);
    sent.lock().expect("nobody fails while holding it").clear();
    look(&people[0], &url).await;
    let statements: Vec<Statement> = {
        let sent = sent.lock().expect("nobody fails while holding it");
        sent.iter().map(|(statement, _)| statement.clone()).collect()
    };
    let bare = bare(services, &statements).await;
    thinking(people, &url, Duration::from_secs(2)).await; // warm
    let waited = thinking(people, &url, PHASE).await;
    let (_, each_second) = hurrying(people, &url, HURRY).await;
    Seen {
        page,
        first,
        waited,
        each_second,
        bare,
        statements: statements.len(),
    }
}

fn tell(seen: &Seen, free: &Times) {
    let p95 = seen.waited.percentile(95);
    println!(
        "{:<50} p50 {:>9} p95 {:>9} p99 {:>9} {:>6}/s  first {:>9}  {} bare statements {:>9}, p50 {} times them, {} times the \
         style sheet  {} {}",
        seen.page,
        millis(seen.waited.percentile(50)),
        millis(p95),
        millis(seen.waited.percentile(99)),
        seen.each_second,
        millis(seen.first),
        seen.statements,
        millis(seen.bare),
        ratio(seen.waited.percentile(50), seen.bare),
        ratio(seen.waited.percentile(50), free.percentile(50)),
        if p95 <= BUDGET {
            "within 50 ms"
        } else {
            "ABOVE 50 ms"
        },
        if seen.first <= FIRST_BUDGET {
            ""
        } else {
            "FIRST ABOVE 300 ms"
        },
    );
}

/// The statements of a page that took longest, where somebody asks for them.
fn slowest(page: &str, sent: &Sent) {
    if std::env::var_os("NYTTA_BENCH_STATEMENTS").is_none() {
        return;
    }
    let mut all = sent.lock().expect("nobody fails while holding it").clone();
    let whole: Duration = all.iter().map(|(_, took)| *took).sum();
    println!("  {page}: {} statements, {}", all.len(), millis(whole));
    all.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
    for (statement, took) in all.iter().take(12) {
        let sql: String = statement.sql.chars().take(600).collect();
        println!("    {:>9}  {sql}", millis(*took));
    }
}

/// A measurement and a statement with all its parts are written anew, as they were: nothing that a page shows is another, but every fold has to be
/// made anew, and what was read of both.
async fn something_happens(services: &Services) {
    let ctx = operator();
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    for (table, key) in [
        ("measurement", "id"),
        ("statement", "id"),
        ("statement_benefit", "statement_id"),
        ("statement_group", "statement_id"),
        ("statement_source", "statement_id"),
    ] {
        let rewrite = format!(
            "UPDATE {table} SET {key} = {key} WHERE {key} = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1)"
        );
        let written = txn.execute_unprepared(&rewrite).await.expect("writes");
        assert!(written.rows_affected() > 0, "some {table}");
    }
    // What was imported nobody has written in: it is written in and taken back.
    for change in [
        "INSERT INTO statement_editor SELECT statement.id, account.id FROM statement, account ORDER BY 1, 2 LIMIT 1",
        "DELETE FROM statement_editor",
    ] {
        let written = txn.execute_unprepared(change).await.expect("writes");
        assert_eq!(written.rows_affected(), 1, "{change}");
    }
    let record = store::AuditRecord::new("bench.event", "portfolio", "1");
    txn.commit(store::Trail::one(record)).await.expect("commits");
}

/// The same statements on one connection, without anything made of what they find.
async fn bare(services: &Services, statements: &[Statement]) -> Duration {
    let db = services.store.reader();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        for statement in statements {
            if statement.sql.starts_with("SELECT") || statement.sql.starts_with("WITH") {
                db.query_all_raw(statement.clone())
                    .await
                    .expect("a statement of the page");
            }
        }
        best = best.min(begun.elapsed());
    }
    best
}

/// What a reader sees of a page, without what is made anew each time.
fn words(page: &str) -> String {
    let document = scraper::Html::parse_document(page);
    let main = scraper::Selector::parse("main").expect("a selector");
    let text: Vec<&str> = document.select(&main).flat_map(|main| main.text()).collect();
    text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address of the style sheet that pages name.
async fn style_sheet(site: &Site, person: &Client) -> String {
    let page = site.page(person, "/").await;
    let document = scraper::Html::parse_document(&page);
    let link = scraper::Selector::parse("link[rel=stylesheet]").expect("a selector");
    let href = document.select(&link).find_map(|link| link.attr("href"));
    format!("{}{}", site.url, href.expect("a style sheet"))
}
