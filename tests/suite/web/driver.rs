//! A real browser: Chromium through chromedriver, a fresh profile each time.

use std::future::Future;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use uuid::Uuid;

/// How the browser is set up.
#[derive(Clone, Copy)]
pub struct Setup {
    pub scripts: bool,
    pub dark: bool,
    pub width: u32,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            scripts: true,
            dark: false,
            width: 1440,
        }
    }
}

pub fn tool(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run the tests by cargo xtask test"))
}

/// Opens a browser, does the work, and closes it whatever comes. A severe entry in the console fails.
pub async fn browse<F, Fut>(setup: Setup, work: F)
where
    F: FnOnce(WebDriver) -> Fut,
    Fut: Future<Output = WebDriverResult<()>>,
{
    let (_chromedriver, port) = chromedriver().await;
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities(setup))
        .await
        .expect("Chromium starts");
    let result = work(driver.clone()).await;
    let severe = match driver.get_log("browser").await {
        Ok(entries) => entries
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|e| e.message)
            .collect(),
        Err(error) => vec![format!("the console cannot be read: {error}")],
    };
    if let Err(error) = &result {
        eprintln!("{error}\nThe browser stood at {}", whereabouts(&driver).await);
    }
    let quit = driver.quit().await;
    result.expect("the browser does as told");
    quit.expect("the browser closes");
    let severe: Vec<String> = severe;
    assert!(severe.is_empty(), "the console has severe entries: {severe:#?}");
}

/// Where the browser is, and how far the page there has come: what somebody needs who was not there when it failed.
async fn whereabouts(driver: &WebDriver) -> String {
    let script = "return [location.href, document.readyState, document.documentElement.outerHTML.slice(0, 200), \
                  document.activeElement && document.activeElement.outerHTML.slice(0, 200), \
                  [...document.querySelectorAll('leptos-island')].map(one => one.outerHTML.slice(0, 200)).join(' | '), \
                  document.body && document.body.innerText.slice(0, 1000)].join('\\n')";
    match driver.execute(script, vec![]).await {
        Ok(said) => said.json().as_str().unwrap_or_default().to_owned(),
        Err(error) => format!("a page that cannot be read: {error}"),
    }
}

/// A chromedriver and its port. The port that it picks may be free for one version of the internet protocol and taken for
/// the other by one that starts at the same time: then it ends, and is started anew.
async fn chromedriver() -> (Child, u16) {
    for _ in 0..5 {
        if let Some(started) = started_chromedriver().await {
            return started;
        }
    }
    panic!("chromedriver ended five times without naming its port");
}

async fn started_chromedriver() -> Option<(Child, u16)> {
    let mut child = Command::new(tool("NYTTA_TEST_CHROMEDRIVER"))
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("chromedriver starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    while let Some(line) = lines.next_line().await.expect("its output") {
        if let Some(port) = line.split("started successfully on port ").nth(1) {
            let port = port.trim_end_matches('.').parse().expect("a port");
            return Some((child, port));
        }
    }
    None
}

fn capabilities(setup: Setup) -> thirtyfour::ChromeCapabilities {
    let mut chrome = DesiredCapabilities::chrome();
    let profile = std::env::temp_dir().join(format!("nytta-browser-{}", Uuid::now_v7()));
    let scheme = if setup.dark { 0 } else { 1 };
    let arguments = [
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        format!("--blink-settings=preferredColorScheme={scheme}"),
        format!("--window-size={},1000", setup.width),
        format!("--user-data-dir={}", profile.display()),
    ];
    for argument in arguments {
        chrome.add_arg(&argument).expect("an argument");
    }
    chrome.set_binary(&tool("NYTTA_TEST_CHROMIUM")).expect("a binary");
    chrome
        .set_browser_log_level(LoggingPrefsLogLevel::All)
        .expect("a log level");
    if !setup.scripts {
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        chrome.add_experimental_option("prefs", off).expect("an option");
    }
    chrome
}

/// What axe-core finds on the page as it stands; one line each.
pub async fn axe(driver: &WebDriver) -> WebDriverResult<Vec<String>> {
    let script = format!(
        "{}/node_modules/axe-core/axe.min.js",
        tool("NYTTA_TEST_NODE_PACKAGES")
    );
    let source = std::fs::read_to_string(script).expect("axe-core");
    driver.execute(source, vec![]).await?;
    let run = "const done = arguments[0];
        axe.run(document, { resultTypes: ['violations'] }).then(
            result => done(result.violations.map(v =>
                v.id + ': ' + v.help + ' — ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))),
            error => done(['axe failed: ' + error]));";
    let found = driver.execute_async(run, vec![]).await?;
    Ok(found
        .json()
        .as_array()
        .cloned()
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// By how much the page scrolls sideways and what reaches beyond its edge; nothing where it does not.
pub async fn sideways(driver: &WebDriver) -> WebDriverResult<Option<String>> {
    let look = "const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return null;
        const beyond = e => e.checkVisibility() && e.getBoundingClientRect().right > clientWidth + 0.5;
        const found = [...document.querySelectorAll('body *')]
            .filter(e => beyond(e) && ![...e.children].some(beyond))
            .map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 200));
        return `by ${scrollWidth - clientWidth} px: ${found.slice(0, 4).join(' | ')}`;";
    let found = driver.execute(look, vec![]).await?;
    Ok(found.json().as_str().map(str::to_owned))
}

/// Waits until a selector finds something.
pub async fn wait_for(driver: &WebDriver, selector: &str) -> WebDriverResult<WebElement> {
    driver
        .query(By::Css(selector))
        .wait(Duration::from_secs(20), Duration::from_millis(50))
        .first()
        .await
}

/// Waits until a page has come to rest by itself: its islands are alive, its fonts are there, and what they moved is drawn.
pub async fn awake(driver: &WebDriver) -> WebDriverResult<()> {
    let look = "const done = arguments[0];
        const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
        const look = () => [...document.querySelectorAll('leptos-island')]
            .every(island => island.querySelector('[data-island=ready]'))
            ? document.fonts.ready.then(drawn) : requestAnimationFrame(look);
        look();";
    driver.execute_async(look, vec![]).await?;
    Ok(())
}

/// Waits until the browser is at an address with this after its question mark.
pub async fn wait_for_query(driver: &WebDriver, query: &str) -> WebDriverResult<()> {
    let begun = Instant::now();
    loop {
        let address = driver.current_url().await?;
        if address.query() == Some(query) {
            return Ok(());
        }
        let patience = Duration::from_secs(30);
        assert!(
            begun.elapsed() < patience,
            "the browser is at {address}, not at ?{query}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Empties a field and types into it.
pub async fn type_into(driver: &WebDriver, selector: &str, text: &str) -> WebDriverResult<()> {
    let field = wait_for(driver, selector).await?;
    field.clear().await?;
    field.send_keys(text).await
}

/// Clicks what a selector finds, once it is in view.
pub async fn click(driver: &WebDriver, selector: &str) -> WebDriverResult<()> {
    let element = wait_for(driver, selector).await?;
    element.scroll_into_view().await?;
    element.click().await
}

/// All that the page shows as text.
pub async fn shown(driver: &WebDriver) -> WebDriverResult<String> {
    wait_for(driver, "main").await?.text().await
}
