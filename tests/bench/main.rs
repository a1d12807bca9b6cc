//! What is promised of speed, measured: `cargo xtask bench [NAME]` runs this. Figures are ratios within one run; nothing
//! here passes or fails by time.

mod assets;
mod calculation;
mod databases;
#[expect(dead_code, reason = "what tests need beside what benchmarks do")]
#[path = "../suite/support/folder.rs"]
mod folder;
mod guessing;
mod import;
mod limits;
mod measure;
mod pages;
mod people;
#[path = "../portfolio/mod.rs"]
mod portfolio;
mod reports;
mod sign_in;
#[expect(dead_code, reason = "what tests need beside what benchmarks do")]
#[path = "../suite/web/site.rs"]
mod site;
mod start;

#[tokio::main]
async fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|one| name.contains(one.as_str()));
    if is_wanted("assets") {
        assets::run().await;
    }
    if is_wanted("calculation") {
        calculation::run();
    }
    if is_wanted("start") {
        start::run().await;
    }
    if is_wanted("sign_in") {
        sign_in::run().await;
    }
    if is_wanted("guessing") {
        guessing::run().await;
    }
    if is_wanted("import") {
        import::run().await;
    }
    if is_wanted("reports") {
        reports::run().await;
    }
    if is_wanted("pages") {
        pages::run().await;
    }
}
