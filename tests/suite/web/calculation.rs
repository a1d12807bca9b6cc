//! The calculator: numbers are pasted and typed as in a spreadsheet, the result follows, and what is saved is what was
//! shown.

use domain::role::Role;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, type_into, wait_for};
use super::html::{attribute, count, summary, text, value};
use super::site::{Site, location};

/// What a script gives, once it gives what is waited for.
async fn until(driver: &WebDriver, script: &str, wanted: &str) -> WebDriverResult<()> {
    let begin = std::time::Instant::now();
    loop {
        let found = driver.execute(script, vec![]).await?.json().clone();
        let found = found
            .as_str()
            .unwrap_or_default()
            .replace(['\u{202f}', '\u{a0}'], " ");
        if found.contains(wanted) {
            return Ok(());
        }
        assert!(
            begin.elapsed().as_secs() < 10,
            "{script}: “{found}” has no “{wanted}”"
        );
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

/// Pastes as a browser does, where the focus is.
async fn paste(driver: &WebDriver, block: &str) -> WebDriverResult<()> {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', \
                  { clipboardData: data, bubbles: true, cancelable: true }))";
    driver.execute(script, vec![block.into()]).await?;
    Ok(())
}

/// Net present value by scope, all as likely, as the page shows it.
const NNV: &str = "return [...document.querySelectorAll('.results .key-row .mid')].map(cell => cell.textContent).join(' | ')";
const CELLS: &str = "return [...document.querySelectorAll('#poster tr[data-estimate]:not([hidden])')].map(row => \
                     [...row.querySelectorAll('input.cell')].map(cell => cell.value).join(';')).join(' / ')";

#[tokio::test]
async fn a_block_is_pasted_sent_and_approved_by_somebody_else() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver.goto(format!("{}/initiativ/{initiative}/kalkyl", site.url)).await?;
        type_into(&driver, "#base_year", "2025").await?;
        type_into(&driver, "#horizon_years", "2").await?;
        type_into(&driver, "#discount_rate", "3,5").await?;
        type_into(&driver, "#rate_source", "Riktlinje").await?;
        type_into(&driver, "#zero_alternative", "Allt fortsätter som i dag.").await?;
        click(&driver, "#formular .btn.primary").await?;
        wait_for(&driver, ".sheet-said[data-island=\"ready\"]").await?;
        wait_for(&driver, ".calculator[data-island=\"ready\"]").await?;

        // A cost: named, and a block pasted over two years that there are and one that there is not.
        type_into(&driver, "#line_name-0", "Utveckling").await?;
        driver.execute("document.querySelector('#poster input.cell').focus()", vec![]).await?;
        paste(&driver, "900\t\t100\r\n1\u{a0}000\t\t100\r\n1\u{202f}100,5\t\t100\r\n").await?;
        until(&driver, CELLS, "900;;100 / 1 000;;100 / 1 100,5;;100").await?;
        until(&driver, "return document.querySelector('#poster thead').textContent", "2027").await?;
        until(&driver, NNV, "−1 093 | −1 093").await?;
        until(&driver, "return document.querySelector('.live').textContent", "inte sparat").await?;

        // A benefit by keyboard alone: Enter goes down, the arrow to the next year.
        type_into(&driver, "#line_name-1", "Minskat porto").await?;
        let first = "document.querySelector('#poster-nyttor input.cell').focus()";
        driver.execute(first, vec![]).await?;
        for keys in ["600" + Key::Enter, "650" + Key::Enter, "700" + Key::Right] {
            driver.active_element().await?.send_keys(keys).await?;
        }
        driver.active_element().await?.send_keys("700" + Key::Up).await?;
        driver.active_element().await?.send_keys("650" + Key::Up).await?;
        driver.active_element().await?.send_keys("600").await?;
        until(&driver, CELLS, "600;600; / 650;650; / 700;700;").await?;
        until(&driver, NNV, "185 | 185").await?;

        // A line is added with the focus on its name, and taken away again.
        click(&driver, "button[value=\"add_development\"]").await?;
        until(&driver, "return document.activeElement.name", "line_name[]").await?;
        driver.active_element().await?.send_keys("Misstag").await?;
        let away = "[...document.querySelectorAll('#poster-kostnader button[value^=remove_]')].pop().click()";
        driver.execute(away, vec![]).await?;
        until(&driver, "return document.querySelector('.sheet-said').textContent", "borttagen").await?;
        until(&driver, CELLS, "1 100,5;;100 / 600;600;").await?;

        // What was pasted wrong is taken back; what cannot be read leaves the last result and says so.
        driver.execute(first, vec![]).await?;
        paste(&driver, "1\t2\n3\t4\n5\t6").await?;
        until(&driver, CELLS, "1;2; / 3;4; / 5;6;").await?;
        until(&driver, NNV, "−1 086 | −1 086").await?;
        click(&driver, ".sheet-said button").await?;
        until(&driver, CELLS, "600;600; / 650;650; / 700;700;").await?;
        until(&driver, NNV, "185 | 185").await?;
        driver.execute(first, vec![]).await?;
        driver.active_element().await?.send_keys("x").await?;
        until(&driver, "return document.querySelector('.live').textContent", "Rutor att rätta eller fylla i: 1").await?;
        until(&driver, NNV, "185 | 185").await?;
        driver.active_element().await?.send_keys(Key::Backspace + "").await?;
        until(&driver, "return document.querySelector('.live').textContent", "inte sparat").await?;

        // Sent without saying which benefit it is: kept, and told.
        click(&driver, "button[value=\"submit\"]").await?;
        until(&driver, "return document.querySelector('.receipt')?.textContent ?? ''", "sparad men inte inskickad").await?;
        until(&driver, NNV, "185 | 185").await?;
        until(&driver, "return document.querySelector('.gaps').textContent", "Minskat porto: vilken").await?;
        let choose = "const choice = document.querySelector('#poster-nyttor .line-benefit'); choice.selectedIndex = 1; \
                      return choice.options[1].text";
        driver.execute(choose, vec![]).await?;
        click(&driver, "button[value=\"submit\"]").await?;
        until(&driver, "return document.querySelector('.receipt')?.textContent ?? ''", "inskickad för godkännande").await?;
        let page = driver.current_url().await?;

        sign_in(&driver, &site, Role::SteeringUnit).await?;
        driver.goto(page.as_str()).await?;
        until(&driver, NNV, "185 | 185").await?;
        click(&driver, ".review form .btn.primary").await?;
        until(&driver, "return document.querySelector('.receipt')?.textContent ?? ''", "Kalkylen är godkänd").await?;
        Ok(())
    })
    .await;
}

/// What goes out as a workbook comes in again as it was; what somebody has changed in it is shown before it is saved.
#[tokio::test]
async fn a_workbook_goes_out_and_in_again() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let id = site.some_calculation(&initiative, &benefit).await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let page = format!("/kalkyler/{id}");
    let file = site.get(&client, &format!("{page}/kalkyl.xlsx")).await;
    assert_eq!(file.status(), 200);
    let bytes = file.bytes().await.expect("a file").to_vec();

    let take = async |client: &reqwest::Client, bytes: Vec<u8>| {
        let part = reqwest::multipart::Part::bytes(bytes).file_name("kalkyl.xlsx");
        let form = reqwest::multipart::Form::new().part("file", part);
        let sent = client
            .post(format!("{}{page}/fil", site.url))
            .header("origin", &site.url);
        sent.multipart(form).send().await.expect("an answer")
    };
    let answer = take(&client, bytes.clone()).await;
    let to = location(&answer);
    assert!(to.contains("klart=inlast"), "{to}");
    let shown = site
        .get(&client, to.split('#').next().expect("a path"))
        .await
        .text()
        .await
        .expect("a page");
    assert!(
        shown.contains("Posterna är inlästa"),
        "it says that nothing is saved"
    );
    for value in ["Minskat porto", "Utveckling", "1\u{202f}250", "900"] {
        assert!(
            shown.contains(&format!("value=\"{value}\"")),
            "{value} is not in the table"
        );
    }
    // Nothing is saved by it.
    let stored = site.get(&client, &page).await.text().await.expect("a page");
    assert!(
        stored.contains("name=\"version\" value=\"2\""),
        "the version is as it was"
    );

    let answer = take(&client, b"not a workbook".to_vec()).await;
    let back = location(&answer).replace("#fel", "");
    let shown = site.get(&client, &back).await.text().await.expect("a page");
    assert!(shown.contains("Filen är ingen Excelfil"), "it says what is wrong");
    assert!(
        shown.contains("value=\"Minskat porto\""),
        "and keeps what there is"
    );

    // Who may not write gets the file, and takes none in.
    let auditor = site.signed_in(Role::Auditor).await;
    assert_eq!(
        site.get(&auditor, &format!("{page}/kalkyl.xlsx")).await.status(),
        200
    );
    assert_eq!(take(&auditor, bytes).await.status(), 404);
    let admin = site.signed_in(Role::Admin).await;
    assert_eq!(
        site.get(&admin, &format!("{page}/kalkyl.xlsx")).await.status(),
        404
    );
}

/// What is wrong with a line is read below it, in the words of the summary, each slip once.
#[tokio::test]
async fn what_is_wrong_with_a_line_stands_below_it() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let id = site.some_calculation(&initiative, &benefit).await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let page = site.page(&client, &format!("/kalkyler/{id}")).await;
    assert_eq!(count(&page, ".line-said"), 0, "nothing is wrong yet");
    let (alternative, version) = (value(&page, "alternative"), value(&page, "version"));
    let long = "Utveckling av allt som behövs för att komma igång";
    let lines = [
        ("id", id.as_str()),
        ("version", &version),
        ("alternative", &alternative),
        ("unit", "tkr"),
        ("year[0]", "2025"),
        ("year[1]", "2026"),
        ("line_name[0]", long),
        ("line_name[1]", ""),
        ("line_class[0]", "development"),
        ("line_class[1]", "financial"),
        ("low[0]", "tusen"),
        ("low[1]", "10"),
        ("low[2]", "100"),
        ("low[3]", ""),
        ("likely[0]", ""),
        ("likely[1]", ""),
        ("likely[2]", "50"),
        ("likely[3]", ""),
        ("high[0]", ""),
        ("high[1]", ""),
        ("high[2]", "60"),
        ("high[3]", ""),
    ];
    let sent = site.post(&client, "/api/calculation_lines_save", &lines).await;
    let back = location(&sent);
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    assert_eq!(summary(&page), ["low-0", "likely-1", "low-2", "line_name-1"]);
    assert_eq!(count(&page, "tr.high + tr.line-said"), 2, "one below each line");
    let said = |field: &str| text(&page, &format!(".line-said #{field}-fel"));
    for (field, wanted) in [
        (
            "low-0",
            "Utveckling av allt som behövs för att k…, låg 2025: ”tusen” går inte",
        ),
        (
            "likely-1",
            "Utveckling av allt som behövs för att k…, 2026: fyll i låg, trolig och hög",
        ),
        (
            "low-2",
            "Rad 2, låg 2025: 100 – 50 – 60 står inte i stigande ordning",
        ),
        ("line_name-1", "Rad 2, post: fyll i uppgiften"),
    ] {
        assert!(said(field).contains(wanted), "{field}: {}", said(field));
        let described = attribute(&page, &format!("#{field}"), "aria-describedby");
        assert_eq!(described, Some(format!("{field}-fel")));
        assert!(text(&page, ".error-summary").contains(wanted), "{wanted}");
    }
    assert_eq!(count(&page, "#poster [aria-invalid=true]"), 4);
}
