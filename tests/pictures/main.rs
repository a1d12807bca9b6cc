//! Pictures of every page: light and dark, wide and narrow, for whoever wants to look at them all.
//! `cargo xtask pictures [NAME]` runs this; NAME keeps to pages whose name has it.

use std::path::{Path, PathBuf};

use domain::role::Role;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::driver::{Setup, browse, click, wait_for};
use crate::site::Site;

#[expect(dead_code, reason = "what tests need beside what pictures do")]
#[path = "../suite/web/driver.rs"]
mod driver;
#[expect(dead_code, reason = "what tests need beside what pictures do")]
#[path = "../suite/web/pages/mod.rs"]
mod pages;
#[expect(dead_code, reason = "what tests need beside what pictures do")]
#[path = "../suite/web/site.rs"]
mod site;
#[expect(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "what tests need beside what pictures do"
)]
#[path = "../suite/support/mod.rs"]
mod support;

/// Where the pictures go.
const FOLDER: &str = "NYTTA_PICTURES";

/// A wide screen, and one of a phone.
const WIDTHS: [u32; 2] = [1440, 390];

#[tokio::main]
async fn main() {
    let folder = PathBuf::from(std::env::var(FOLDER).expect("run it by cargo xtask pictures"));
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let site = Site::demo().await;
    let pages: Vec<_> = site
        .pages()
        .await
        .into_iter()
        .map(|page| (page.role, name(&page.path), page.path))
        .filter(|(_, name, _)| wanted.is_empty() || wanted.iter().any(|one| name.contains(one)))
        .collect();
    for dark in [false, true] {
        let setup = Setup {
            dark,
            ..Setup::default()
        };
        browse(setup, |driver| take(driver, &site, &pages, dark, &folder)).await;
    }
}

/// A page's name among files: its path, without identities.
fn name(path: &str) -> String {
    let parts: Vec<&str> = path
        .split(['/', '?', '=', '&'])
        .filter(|part| !part.is_empty())
        .map(|part| if part.len() > 30 { "en" } else { part })
        .collect();
    if parts.is_empty() {
        "oversikt".to_owned()
    } else {
        parts.join("-")
    }
}

async fn take(
    driver: WebDriver,
    site: &Site,
    pages: &[(Option<Role>, String, String)],
    dark: bool,
    folder: &Path,
) -> WebDriverResult<()> {
    let mut signed_in = None;
    let mut taken: Vec<String> = Vec::new();
    for (role, name, path) in pages {
        if *role != signed_in {
            driver.delete_all_cookies().await?;
            if let Some(role) = role {
                driver.goto(site.link(*role).await).await?;
                click(&driver, "main form[action=\"/api/link_consume\"] button").await?;
                wait_for(&driver, ".topbar .role").await?;
            }
            signed_in = *role;
        }
        driver.goto(format!("{}{path}", site.url)).await?;
        wait_for(&driver, "main h1").await?;
        // Two pages of the same kind, such as a new form and an existing one, keep a number each.
        let again = taken.iter().filter(|other| *other == name).count();
        taken.push(name.clone());
        for width in WIDTHS {
            let theme = if dark { "dark" } else { "light" };
            let number = if again == 0 {
                String::new()
            } else {
                format!("-{}", again + 1)
            };
            let file = folder.join(format!("{name}{number}-{width}-{theme}.png"));
            shoot(&driver, width, &file).await?;
            println!("    {}", file.display());
        }
    }
    // Pages that show an error have one in the console as well; that is no fault of theirs.
    driver.get_log("browser").await?;
    Ok(())
}

async fn shoot(driver: &WebDriver, width: u32, file: &Path) -> WebDriverResult<()> {
    let tools = driver.cdp();
    let screen = json!({ "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 600 });
    tools
        .send_raw("Emulation.setDeviceMetricsOverride", screen)
        .await?;
    let whole = json!({ "format": "png", "captureBeyondViewport": true });
    let shot = tools.send_raw("Page.captureScreenshot", whole).await?;
    let picture = shot["data"].as_str().unwrap_or_default();
    std::fs::write(file, base64(picture)).expect("the picture is written");
    tools
        .send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    Ok(())
}

fn base64(text: &str) -> Vec<u8> {
    use base64::Engine;
    let decoded = base64::engine::general_purpose::STANDARD.decode(text);
    decoded.expect("the browser sends pictures as base64")
}
