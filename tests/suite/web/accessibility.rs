//! axe-core finds nothing, on any page or on a form in its error state, in both languages, light and
//! dark, wide and narrow.

use domain::account::NewAccount;
use domain::form::AgencyForm;
use domain::role::Role;
use server::router::Edge;
use service::Answer;
use store::Kind;
use text::Lang;
use thirtyfour::prelude::*;
use uuid::Uuid;

use super::audit::something_changed;
use super::driver::{Setup, axe, browse, click, sideways, type_into, wait_for};
use super::pages::Page;
use super::site::{Site, operator};
use crate::start::with_people;
use crate::support::database::on;
use crate::support::second_factor::code;
use crate::workbook::filled::{book, portfolio};

async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

async fn clean(driver: &WebDriver, site: &Site, path: &str, what: &str) -> WebDriverResult<()> {
    driver.goto(format!("{}{path}", site.url)).await?;
    clean_here(driver, &format!("{path} ({what})")).await
}

async fn clean_here(driver: &WebDriver, what: &str) -> WebDriverResult<()> {
    wait_for(driver, "main h1").await?;
    let found = axe(driver).await?;
    assert!(found.is_empty(), "{what}: {found:#?}");
    let beyond = sideways(driver).await?;
    assert!(beyond.is_none(), "{what} scrolls sideways {beyond:?}");
    let untranslated = driver.source().await?.contains('⟦');
    assert!(!untranslated, "{what} shows a key instead of a text");
    Ok(())
}

/// Every page, and every new form once more after it has been sent with nothing filled in.
async fn walk(driver: WebDriver, site: &Site, lang: &str, what: &str) -> WebDriverResult<()> {
    driver.goto(format!("{}/logga-in", site.url)).await?;
    if lang != "sv" {
        click(&driver, &format!(".lang button[value=\"{lang}\"]")).await?;
        wait_for(&driver, &format!("html[lang=\"{lang}\"]")).await?;
    }
    let mut forms = 0;
    let mut signed_in = None;
    for Page { role, path, .. } in site.pages().await {
        if path.starts_with("/fel") {
            continue;
        }
        if let Some(role) = role.filter(|role| Some(*role) != signed_in) {
            sign_in(&driver, site, role).await?;
            signed_in = Some(role);
            if lang != "sv" {
                click(&driver, &format!(".lang button[value=\"{lang}\"]")).await?;
                wait_for(&driver, &format!("html[lang=\"{lang}\"]")).await?;
            }
        }
        clean(&driver, site, &path, what).await?;
        let is_form = !driver
            .find_all(By::Css("main form.form, main form.grading-form"))
            .await?
            .is_empty();
        if is_form {
            click(&driver, "main form button.primary").await?;
            // One that exists already is whole and is saved; a new one comes back.
            wait_for(&driver, ".error-summary, [role=\"status\"]").await?;
            let came_back = !driver.find_all(By::Css(".error-summary")).await?.is_empty();
            forms += usize::from(came_back);
            clean_here(&driver, &format!("{path} once sent ({what})")).await?;
        }
    }
    assert!(forms > 10, "only {forms} forms were seen in their error state");
    Ok(())
}

/// What was done, with something done: a text reworded, a list with rows that came and went.
async fn histories(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    let initiative = something_changed(site).await;
    sign_in(&driver, site, Role::Auditor).await?;
    for path in [
        format!("/historik/initiativ/{initiative}"),
        "/revision".to_owned(),
        "/revision?kontrollera=1&huvud=fel&fran=fel".to_owned(),
        "/revision?kontrollera=1".to_owned(),
        "/revision?vad=finns.inte".to_owned(),
    ] {
        clean(&driver, site, &path, "histories").await?;
    }
    // All differences and one explanation open.
    let open = "document.querySelectorAll('details').forEach(one => one.open = true)";
    driver.goto(format!("{}/revision", site.url)).await?;
    driver.execute(open, vec![]).await?;
    clean_here(&driver, "the audit log with its differences open").await?;
    driver.goto(format!("{}/?rapport=2024", site.url)).await?;
    click(&driver, "main .help-button").await?;
    wait_for(&driver, ".help-text:popover-open").await?;
    clean_here(&driver, "an explanation open").await
}

/// The guided start of an installation without data; with the example; and removing it.
async fn guided_start(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    sign_in(&driver, site, Role::SteeringUnit).await?;
    clean(&driver, site, "/", "without data").await?;
    clean(&driver, site, "/kom-igang", "without data").await?;
    click(&driver, "main form[action=\"/api/example_load\"] button").await?;
    wait_for(&driver, ".receipt").await?;
    clean_here(&driver, "the example just loaded").await?;
    clean(&driver, site, "/", "with the example").await?;
    clean(
        &driver,
        site,
        "/kom-igang/exempel?klart=annat",
        "removing the example",
    )
    .await?;
    click(&driver, "main form[action=\"/api/example_remove\"] button").await?;
    wait_for(&driver, ".receipt").await?;
    clean_here(&driver, "the example just removed").await?;
    clean(&driver, site, "/kom-igang/exempel", "no example to remove").await?;
    workbook(&driver, site).await
}

/// A workbook with something to mend, and one that can be taken in.
async fn workbook(driver: &WebDriver, site: &Site) -> WebDriverResult<()> {
    clean(driver, site, "/kom-igang/fil", "not sent yet").await?;
    let steering = site.as_steering_unit();
    // The second walk over the same installation finds it there.
    let agency = AgencyForm {
        submission: "walk".to_owned(),
        name: "Myndigheten".to_owned(),
        currency: "SEK".to_owned(),
        usual_groups: "1".to_owned(),
        ..AgencyForm::default()
    };
    let saved = service::agency_save(&steering, &site.services, agency).await;
    assert!(matches!(saved, Ok(Answer::Done(_))), "{saved:?}");
    let mut wrong = portfolio();
    wrong[4].1[0][2] = ("status", "snart");
    for (sheets, what) in [(wrong, "to mend"), (portfolio(), "to take in")] {
        let file = std::env::temp_dir().join(format!("nytta-{}.xlsx", Uuid::now_v7()));
        std::fs::write(&file, book(Lang::Sv, &sheets)).expect("writes");
        driver.goto(format!("{}/kom-igang/fil", site.url)).await?;
        let field = driver.find(By::Css("input[type=file]")).await?;
        field.send_keys(file.to_string_lossy()).await?;
        click(driver, "main form button.primary").await?;
        wait_for(driver, ".workbook-problems, .workbook-comes").await?;
        clean_here(driver, &format!("a workbook {what}")).await?;
        std::fs::remove_file(&file).expect("goes");
    }
    Ok(())
}

async fn missing(driver: WebDriver, site: &Site) -> WebDriverResult<()> {
    sign_in(&driver, site, Role::Admin).await?;
    clean(&driver, site, "/admin", "admin").await?;
    for path in ["/finns-inte", "/fel?kod=403", "/fel?kod=500&ref=x"] {
        clean(&driver, site, path, "error page").await?;
    }
    // The browser notes the statuses of these pages; that is no fault of theirs.
    driver.get_log("browser").await?;
    Ok(())
}

const NARROW_AND_DARK: Setup = Setup {
    scripts: true,
    dark: true,
    width: 500,
};

#[tokio::test]
async fn swedish_wide_and_light() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| {
        walk(driver, &site, "sv", "Swedish, wide, light")
    })
    .await;
}

#[tokio::test]
async fn swedish_narrow_and_dark() {
    let site = Site::demo().await;
    browse(NARROW_AND_DARK, |driver| {
        walk(driver, &site, "sv", "Swedish, narrow, dark")
    })
    .await;
}

#[tokio::test]
async fn english_wide_and_light() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| {
        walk(driver, &site, "en", "English, wide, light")
    })
    .await;
}

#[tokio::test]
async fn english_narrow_and_dark() {
    let site = Site::demo().await;
    browse(NARROW_AND_DARK, |driver| {
        walk(driver, &site, "en", "English, narrow, dark")
    })
    .await;
}

#[tokio::test]
async fn histories_and_the_audit_log() {
    let site = Site::demo().await;
    for (dark, width) in [(false, 1440), (true, 500)] {
        let setup = Setup {
            dark,
            width,
            ..Setup::default()
        };
        browse(setup, |driver| histories(driver, &site)).await;
    }
}

#[test]
fn the_guided_start_and_the_example() {
    on(Kind::Sqlite, async |world| {
        let site = Site::of(with_people(&world).await, Edge::default()).await;
        for (dark, width) in [(false, 1440), (true, 500)] {
            let setup = Setup {
                dark,
                width,
                ..Setup::default()
            };
            browse(setup, |driver| guided_start(driver, &site)).await;
        }
    });
}

#[tokio::test]
async fn error_pages_and_administration() {
    let site = Site::demo().await;
    browse(Setup::default(), |driver| missing(driver, &site)).await;
}

/// Choosing a password, changing it, and signing in by it: each page, and each once it is wrong.
async fn passwords(driver: WebDriver, site: &Site, lang: &str, email: &str) -> WebDriverResult<()> {
    let new = NewAccount::parse("Enheten", Some(email), &[Role::SteeringUnit]).expect("an account");
    let token = service::account_add(&operator(), &site.services, new).await;
    let what = |page: &str| format!("{page} ({lang}, {email})");
    driver.goto(format!("{}/logga-in", site.url)).await?;
    if lang != "sv" {
        click(&driver, &format!(".lang button[value=\"{lang}\"]")).await?;
        wait_for(&driver, &format!("html[lang=\"{lang}\"]")).await?;
    }
    type_into(&driver, "#email", email).await?;
    type_into(&driver, "#password", "gissat lösenord").await?;
    click(&driver, ".sign-in-form button").await?;
    wait_for(&driver, ".error-summary").await?;
    clean_here(&driver, &what("signing in with a wrong password")).await?;
    driver
        .goto(format!("{}/logga-in/{}", site.url, token.expect("may")))
        .await?;
    clean_here(&driver, &what("choosing a password")).await?;
    let password = "tre gula båtar på isen";
    for (again, leads_to) in [("fyra gula båtar på isen", ".error"), (password, ".app-letters")] {
        type_into(&driver, "[name=password]", password).await?;
        type_into(&driver, "[name=again]", again).await?;
        click(&driver, "main form button").await?;
        wait_for(&driver, leads_to).await?;
        clean_here(&driver, &what("a password just chosen")).await?;
    }
    type_into(&driver, "#kod", "12").await?;
    click(&driver, "form[action=\"/kod\"] button").await?;
    wait_for(&driver, "#kod-fel").await?;
    clean_here(&driver, &what("connecting an app with a wrong code")).await?;
    let letters = driver.find(By::Css(".app-letters")).await?;
    let letters = letters.prop("textContent").await?.expect("letters");
    type_into(&driver, "#kod", &code(&letters, server::now())).await?;
    click(&driver, "form[action=\"/kod\"] button").await?;
    wait_for(&driver, ".recovery-codes").await?;
    clean_here(&driver, &what("codes to keep")).await?;
    clean(
        &driver,
        site,
        "/konto?fel=kod",
        &what("one's own account with a wrong code"),
    )
    .await?;
    clean(&driver, site, "/konto", &what("one's own account")).await?;
    type_into(&driver, "[name=present]", "gissat lösenord").await?;
    type_into(&driver, "[name=password]", "fyra röda bilar i snön").await?;
    type_into(&driver, "[name=again]", "fyra röda bilar i snön").await?;
    click(&driver, "form[action=\"/api/password_change\"] button").await?;
    wait_for(&driver, "#present-fel").await?;
    clean_here(&driver, &what("changing with a wrong password")).await?;
    driver.delete_cookie("nytta").await?;
    driver.goto(format!("{}/logga-in", site.url)).await?;
    type_into(&driver, "#email", email).await?;
    type_into(&driver, "#password", password).await?;
    click(&driver, ".sign-in-form button").await?;
    wait_for(&driver, "#kod").await?;
    type_into(&driver, "#kod", "12").await?;
    click(&driver, ".sign-in-form button").await?;
    wait_for(&driver, "#kod-fel").await?;
    clean_here(&driver, &what("a wrong code")).await
}

#[tokio::test]
async fn pages_with_passwords() {
    let site = Site::empty().await;
    for (at, lang) in ["sv", "en"].into_iter().enumerate() {
        for (dark, width) in [(false, 1440), (true, 500)] {
            let setup = Setup {
                dark,
                width,
                ..Setup::default()
            };
            let email = format!("enhet{at}{width}@nytta.example");
            browse(setup, |driver| passwords(driver, &site, lang, &email)).await;
        }
    }
}
