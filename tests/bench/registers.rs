//! Registers at 10 000 benefits with ten years of monthly measurements each: their p95 stays within 50 ms while twenty
//! people with a second between their pages turn them, and grows to at most twice what it is at a tenth of it with
//! measurements by year.
//!
//! Beside them the overview, an area and one initiative, and the style sheet as what the server takes for nothing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::benefit::Benefit;
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{BenefitId, EffectGoalId, MeasureId, MeasurementId};
use domain::measure::{Aggregation, Definition, Direction, Measure, MeasureUse, Period, Split, Value};
use domain::measurement::Measurement;
use domain::role::Role;
use domain::statement::ApprovalState;
use reqwest::Client;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use server::router::Edge;
use service::Services;
use store::repo::benefit::benefit_list;
use store::repo::effect_goal::effect_goal_insert_many;
use store::repo::measure::measure_insert_many;
use store::repo::measurement::measurement_insert_many;
use store::{AuditRecord, Trail};
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;

use crate::limits::plenty;
use crate::measure::{Times, millis, ratio};
use crate::site::{Site, database, operator};

const PEOPLE: usize = 20;
const THINKING: Duration = Duration::from_secs(1);
const PHASE: Duration = Duration::from_secs(10);
/// What is promised of each page.
const BUDGET: Duration = Duration::from_millis(50);
/// Benefits of an initiative.
const EACH: usize = 5;
const YEARS: i32 = 10;
/// Measurements that one transaction writes.
const AT_ONCE: usize = 20_000;

/// Pages of registers: as they open, searched, filtered, sorted, and measures.
const REGISTERS: [&str; 6] = [
    "/nyttor",
    "/nyttor?sok=kortare",
    "/nyttor?sortera=titel&ordning=fallande",
    "/initiativ",
    "/initiativ?sok=e-tjänst",
    "/konstaterade",
];
/// Pages that fold the portfolio or list what is measured.
const OTHERS: [&str; 4] = ["/", "/omraden", "/matt", "/att-gora"];

/// So many benefits, each with a measure of its own that was measured monthly or yearly.
#[derive(Clone, Copy)]
struct Size {
    benefits: usize,
    monthly: bool,
}

impl Size {
    fn periods(self) -> Vec<Period> {
        let years = 2016..2016 + YEARS;
        let texts = years.flat_map(|year| match self.monthly {
            true => (1..=12).map(|month| format!("{year}-{month:02}")).collect(),
            false => vec![year.to_string()],
        });
        texts
            .map(|text| Period::parse(&text).expect("a period"))
            .collect()
    }
}

pub async fn run() {
    let tenth = Size {
        benefits: 1_000,
        monthly: false,
    };
    let all = Size {
        benefits: 10_000,
        monthly: true,
    };
    println!("registers: {PEOPLE} people, {THINKING:?} between pages, {PHASE:?} of each kind of page");
    let small = measured("a tenth, measured yearly", tenth).await;
    let large = measured("all, measured monthly", all).await;
    for ((page, small), (_, large)) in small.iter().zip(&large) {
        let within = large.percentile(95) <= BUDGET;
        println!(
            "{page:<44} p95 {:>9} to {:>9}, {} times   {}",
            millis(small.percentile(95)),
            millis(large.percentile(95)),
            ratio(large.percentile(95), small.percentile(95)),
            if within { "within 50 ms" } else { "ABOVE 50 ms" }
        );
    }
}

async fn measured(name: &str, size: Size) -> Vec<(String, Times)> {
    let begun = Instant::now();
    let (file, services) = filled(size).await;
    let site = Site::of(
        services,
        Edge {
            limits: plenty(),
            ..Edge::default()
        },
    )
    .await;
    println!(
        "{name}: {} benefits, {} measurements each, written in {:?}",
        size.benefits,
        size.periods().len(),
        begun.elapsed()
    );
    let mut people = Vec::new();
    for _ in 0..PEOPLE {
        people.push(site.signed_in(Role::SteeringUnit).await);
    }
    let one = format!("/initiativ/{}", Uuid::from_u128(INITIATIVE));
    let pages = REGISTERS
        .into_iter()
        .chain(OTHERS)
        .map(str::to_owned)
        .chain([one]);
    // The answers are what they should be, before anything is timed.
    let register = site.page(&people[0], "/nyttor").await;
    assert!(
        register.contains("Kortare väntan"),
        "the register shows what was written"
    );
    let mut found = Vec::new();
    for page in pages {
        let cold = Instant::now();
        site.page(&people[0], &page).await;
        let cold = cold.elapsed();
        phase(&site, &people, &page, Duration::from_secs(2)).await; // warm
        let times = phase(&site, &people, &page, PHASE).await;
        println!(
            "{page:<44} first {:>9}, p95 {:>9}",
            millis(cold),
            millis(times.percentile(95))
        );
        found.push((page.clone(), times));
    }
    drop(site);
    let _ = std::fs::remove_file(file);
    found
}

/// Everybody looks at the page for a while.
async fn phase(site: &Site, people: &[Client], page: &str, long: Duration) -> Times {
    let mut all = JoinSet::new();
    let url = Arc::new(format!("{}{page}", site.url));
    for (at, person) in people.iter().cloned().enumerate() {
        let url = url.clone();
        all.spawn(async move {
            // Not all at the same moment.
            sleep(THINKING * u32::try_from(at).unwrap_or(0) / u32::try_from(PEOPLE).unwrap_or(1)).await;
            let (mut times, begun) = (Times::default(), Instant::now());
            while begun.elapsed() < long {
                let asked = Instant::now();
                let request = person.get(url.as_str()).header("accept", "text/html");
                let answer = request.send().await.expect("an answer");
                assert_eq!(answer.status(), 200, "{url}");
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

/// Where identities of initiatives begin.
const INITIATIVE: u128 = 0x019a_0000_0000_7000_8000_0000_0001_0000;
const BENEFIT: u128 = 0x019a_0000_0000_7000_8000_0000_0010_0000;

/// The demo's agency and areas with a portfolio of this size in them.
fn document(size: Size) -> Vec<u8> {
    let mut all: Json = serde_json::from_slice(crate::site::DEMO).expect("the demo is JSON");
    let areas: Vec<Json> = all["areas"]
        .as_array()
        .expect("areas")
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    let groups: Vec<Json> = all["benefit_groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    let names = [
        "E-tjänst för ansökan",
        "Kortare handläggning",
        "Säkrare utbetalning",
        "Enklare besked",
    ];
    let mut initiatives = Vec::new();
    let mut benefits = Vec::new();
    for at in 0..size.benefits / EACH {
        let id = Uuid::from_u128(INITIATIVE + u128::try_from(at).expect("few"));
        initiatives.push(json!({
            "id": id, "name": format!("{} {at}", names[at % names.len()]),
            "area": areas[at % areas.len()], "status": { "value": "ongoing" }, "started_year": 2020,
        }));
        for nth in 0..EACH {
            let number = at * EACH + nth;
            benefits.push(json!({
                "id": Uuid::from_u128(BENEFIT + u128::try_from(number).expect("few")), "initiative": id, "ordinal": nth,
                "groups": [{ "group": groups[number % groups.len()] }],
                "title": format!("Kortare väntan {number}"), "description": "Den som söker väntar kortare.",
                "expected_from": "2024-01-01", "state": "realising",
            }));
        }
    }
    for (key, more) in [("initiatives", initiatives), ("benefits", benefits)] {
        all[key].as_array_mut().expect("a list").extend(more);
    }
    all.to_string().into_bytes()
}

async fn filled(size: Size) -> (std::path::PathBuf, Services) {
    let (file, services) = database().await;
    let ctx = operator();
    service::demo_load(&ctx, &services, &[&document(size)], |role| role.code().to_owned())
        .await
        .expect("loads");
    let benefits: Vec<Benefit> = benefit_list(&ctx, services.store.reader())
        .await
        .expect("benefits")
        .into_iter()
        .map(|one| one.value)
        .filter(|one| one.id.0.as_u128() >= BENEFIT)
        .collect();
    let numbered: Vec<(MeasureId, BenefitId)> = (1_u128..)
        .zip(&benefits)
        .map(|(number, of)| (MeasureId(Uuid::from_u128(number)), of.id))
        .collect();
    let measures: Vec<Measure> = numbered.iter().map(|(id, _)| measure(*id)).collect();
    let goals: Vec<EffectGoal> = numbered.iter().map(|(id, benefit)| goal(*id, *benefit)).collect();
    let periods = size.periods();
    let mut measurements = numbered
        .iter()
        .flat_map(|(id, _)| {
            periods
                .iter()
                .zip(0..)
                .map(|(period, nth)| measurement(*id, *period, nth))
        })
        .peekable();
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    measure_insert_many(&ctx, &txn, &measures)
        .await
        .expect("measures");
    effect_goal_insert_many(&ctx, &txn, &goals).await.expect("goals");
    let record = || Trail::one(AuditRecord::new("portfolio.import", "portfolio", "1"));
    txn.commit(record()).await.expect("commits");
    while measurements.peek().is_some() {
        let some: Vec<Measurement> = measurements.by_ref().take(AT_ONCE).collect();
        let txn = services.store.write_txn(&ctx).await.expect("begins");
        measurement_insert_many(&ctx, &txn, &some)
            .await
            .expect("measurements");
        txn.commit(record()).await.expect("commits");
    }
    (file, services)
}

fn measure(id: MeasureId) -> Measure {
    Measure {
        id,
        name: format!("Väntetid {}", id.0.as_u128()),
        used_for: MeasureUse::GoalFulfilment,
        without_target: None,
        ended: None,
        definitions: vec![Definition {
            number: 1,
            from: None,
            definition: "Dagar från ansökan till beslut, median".to_owned(),
            formula: None,
            rationale: None,
            source: Some("Ärendesystemet".to_owned()),
            unit: Some("dagar".to_owned()),
            direction: Direction::Lower,
            aggregation: Aggregation::Latest,
            per: 1,
            numerator: None,
            denominator: None,
            frequency: None,
            dimensions: Vec::new(),
            note: None,
            reason: None,
        }],
    }
}

fn goal(measure: MeasureId, benefit: BenefitId) -> EffectGoal {
    EffectGoal {
        id: EffectGoalId(Uuid::from_u128(measure.0.as_u128())),
        benefit: Some(benefit),
        measure,
        ordinal: 0,
        split: Split::default(),
        claim: Decimal::ONE_HUNDRED,
        window: None,
        versions: vec![GoalVersion {
            number: 1,
            definition: 1,
            baseline: Some(Baseline {
                value: Decimal::from(60),
                when: None,
                source: None,
            }),
            targets: vec![Target {
                day: "2024-12-31".parse().expect("a day"),
                value: Decimal::from(20),
            }],
            method: None,
            reason: None,
            state: ApprovalState::Approved,
        }],
    }
}

fn measurement(measure: MeasureId, period: Period, nth: u32) -> Measurement {
    Measurement {
        id: MeasurementId(Uuid::now_v7()),
        measure,
        definition: 1,
        period,
        preliminary: false,
        value: Value::Plain {
            value: Decimal::from(60 - nth % 45),
        },
        splits: Vec::new(),
        source: "Ärendesystemet".to_owned(),
        comment: None,
        proofs: Vec::new(),
        state: ApprovalState::Approved,
        imported: true,
        supersedes: None,
    }
}
