//! Measurements at a browser: a quarter's values by keyboard alone, a file as evidence, and a file of many.

use domain::id::{BenefitId, InitiativeId, MeasureId};
use domain::measure::{Cadence, Period};
use domain::register::Query;
use domain::role::Role;
use reqwest::multipart::{Form, Part};
use reqwest::{Client, Response};
use serde_json::json;
use thirtyfour::prelude::*;
use uuid::Uuid;

use super::driver::{Setup, browse, click, type_into, wait_for};
use super::html::{text, value, values};
use super::site::{Site, location};
use crate::support::measured::due;
use crate::support::measures;

/// Benefits that the quarter is measured for.
const BENEFITS: usize = 10;

/// Ten benefits of the demo.
async fn benefits(site: &Site) -> Vec<(InitiativeId, BenefitId)> {
    let manager = site.acting(Role::PortfolioManager);
    let list = service::benefit_list(&manager, &site.services, &Query::default()).await;
    let rows = list.expect("the register").rows;
    let all: Vec<_> = rows
        .iter()
        .map(|row| (row.initiative, row.id))
        .take(BENEFITS)
        .collect();
    assert_eq!(all.len(), BENEFITS, "the demo has as many benefits");
    all
}

/// The latest quarter that is over, and the one before it.
fn quarters() -> (Period, Period) {
    let now = Cadence::Quarter
        .over_before(server::now().date_naive())
        .expect("a quarter");
    (now, Cadence::Quarter.over_before(now.first).expect("a quarter"))
}

/// A measure of a benefit that was measured the quarter before, and approved.
async fn measured_before(site: &Site, name: &str, of: (InitiativeId, BenefitId)) -> MeasureId {
    let (manager, services) = (site.acting(Role::PortfolioManager), &site.services);
    let measure = due(&manager, services, name, "latest").await;
    measures::goal_set(&manager, services, of, measure).await;
    let (_, before) = quarters();
    let form = measures::measured(measure, &before.to_string(), "20");
    let logged = measures::logged(&manager, services, form).await;
    let reviewer = site.acting(Role::Reviewer);
    service::measurement_review(&reviewer, services, logged, 1, true, "")
        .await
        .expect("may approve");
    measure
}

async fn sign_in(driver: &WebDriver, site: &Site, role: Role) -> WebDriverResult<()> {
    driver.delete_all_cookies().await?;
    driver.goto(site.link(role).await).await?;
    click(driver, "main form[action=\"/api/link_consume\"] button").await?;
    wait_for(driver, ".topbar .role").await?;
    Ok(())
}

/// Somebody with a keyboard alone, whose strokes and pages are counted.
struct Hands<'a> {
    driver: &'a WebDriver,
    strokes: usize,
    pages: usize,
}

impl Hands<'_> {
    async fn press(&mut self, keys: &str) -> WebDriverResult<()> {
        self.strokes += keys.chars().count();
        self.driver.action_chain().send_keys(keys).perform().await
    }

    async fn key(&mut self, key: Key) -> WebDriverResult<()> {
        self.strokes += 1;
        self.driver.action_chain().send_keys(key).perform().await
    }

    /// Presses Tab until the focus is on what the selector says.
    async fn tab_to(&mut self, selector: &str) -> WebDriverResult<()> {
        for _ in 0..100 {
            self.key(Key::Tab).await?;
            if self.is_at(selector).await? {
                return Ok(());
            }
        }
        panic!("{selector} is not reached by Tab");
    }

    async fn is_at(&self, selector: &str) -> WebDriverResult<bool> {
        let script = "return document.activeElement.matches(arguments[0])";
        let found = self.driver.execute(script, vec![json!(selector)]).await?;
        Ok(found.json() == &json!(true))
    }

    /// Presses Enter on what leads to another page, and waits for it.
    async fn follow(&mut self, selector: &str) -> WebDriverResult<()> {
        let mark = "document.documentElement.dataset.before = '1'";
        self.driver.execute(mark, vec![]).await?;
        self.key(Key::Enter).await?;
        wait_for(self.driver, &format!("html:not([data-before]) {selector}")).await?;
        self.pages += 1;
        Ok(())
    }
}

/// How many strokes and pages the same takes with a workbook in a shared folder, which is open already at its first
/// sheet. For each benefit: one stroke to its sheet or row, two arrows to the quarter's cell, the same digits and Enter;
/// then the source as it has to be said beside each value, and Enter. At the end a letter to whoever follows up: its
/// address, a line that names the quarter, and one stroke to send it. A sheet looked at is a page, and so is the letter.
fn with_a_workbook(values: &[String], source: &str) -> (usize, usize) {
    const SHEET: usize = 1;
    const ARROWS: usize = 2;
    const ENTER: usize = 1;
    let letter = "uppfoljning@myndigheten.se".len() + "Kv 3 klart".len() + 1;
    let strokes: usize = values
        .iter()
        .map(|value| SHEET + ARROWS + value.len() + ENTER + source.chars().count() + ENTER)
        .sum();
    (strokes + letter, values.len() + 1)
}

/// A quarter for ten benefits: from the list of measures to the receipt, without a mouse. Fewer strokes and fewer pages
/// than the workbook takes ([`with_a_workbook`]), and fewer strokes than it would take even if nobody said where values
/// are from.
#[tokio::test]
async fn a_quarter_is_logged_by_keyboard_with_less_than_a_workbook_takes() {
    let site = Site::demo().await;
    let mut all = Vec::new();
    for (n, of) in benefits(&site).await.into_iter().enumerate() {
        all.push(measured_before(&site, &format!("Felandel {n:02}"), of).await);
    }
    let values: Vec<String> = (0..BENEFITS).map(|n| (11 + n).to_string()).collect();
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver.goto(format!("{}/matt", site.url)).await?;
        wait_for(&driver, "main h1").await?;
        let mut hands = Hands {
            driver: &driver,
            strokes: 0,
            pages: 0,
        };
        // Past the menu, and to what is due.
        hands.key(Key::Tab).await?;
        assert!(hands.is_at(".skip").await?);
        hands.key(Key::Enter).await?;
        hands.tab_to("main a[href=\"/matningar\"]").await?;
        hands.follow(".entry-said[data-island=\"ready\"]").await?;
        hands.key(Key::Tab).await?;
        hands.key(Key::Enter).await?;
        hands.tab_to("#value-0").await?;
        for (row, value) in values.iter().enumerate() {
            assert!(hands.is_at(&format!("#value-{row}")).await?, "row {row}");
            hands.press(value).await?;
            if row + 1 < values.len() {
                hands.key(Key::Enter).await?;
            }
        }
        // After the last one Enter leads to what sends all of it.
        hands.key(Key::Enter).await?;
        assert!(hands.is_at("button[name=\"action\"][value=\"submit\"]").await?);
        hands.follow(".receipt").await?;
        let receipt = driver.find(By::Css(".receipt")).await?.text().await?;
        assert!(receipt.contains("10 mätningar är skickade"), "{receipt}");

        let (strokes, pages) = with_a_workbook(&values, "Ärendesystemet");
        let (unsourced, _) = with_a_workbook(&values, "");
        println!("{} strokes and {} pages here", hands.strokes, hands.pages);
        println!("{strokes} strokes and {pages} pages with a workbook; {unsourced} without a source");
        assert!(
            hands.strokes < strokes && hands.strokes < unsourced,
            "{}",
            hands.strokes
        );
        assert!(hands.pages < pages, "{}", hands.pages);
        Ok(())
    })
    .await;
    let manager = site.acting(Role::PortfolioManager);
    for (measure, value) in all.into_iter().zip(&values) {
        let view = service::measure_view(&manager, &site.services, measure).await;
        let logged = &view.expect("may read").measurements[0].measurement;
        assert_eq!(logged.period, quarters().0);
        assert_eq!(logged.source, "Ärendesystemet");
        assert_eq!(
            format!("{:?}", logged.value),
            format!("Plain {{ value: {value} }}")
        );
    }
}

/// A column of a spreadsheet is pasted downwards, and arrows go from field to field.
#[tokio::test]
async fn a_column_is_pasted_downwards() {
    let site = Site::demo().await;
    for (n, of) in benefits(&site).await.into_iter().take(3).enumerate() {
        measured_before(&site, &format!("Felandel {n:02}"), of).await;
    }
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver.goto(format!("{}/matningar", site.url)).await?;
        wait_for(&driver, ".entry-said[data-island=\"ready\"]").await?;
        let script = "document.getElementById('value-0').focus(); const data = new DataTransfer(); \
                      data.setData('text/plain', '1\u{a0}200,5\\r\\n\u{2212}3\\r\\n'); \
                      document.activeElement.dispatchEvent(new ClipboardEvent('paste', \
                      { clipboardData: data, bubbles: true, cancelable: true }))";
        driver.execute(script, vec![]).await?;
        let said = "return document.querySelector('.entry-said').textContent";
        let begin = std::time::Instant::now();
        loop {
            let said = driver.execute(said, vec![]).await?.json().to_string();
            if said.contains("Ifyllda rader: 2.") {
                break;
            }
            assert!(begin.elapsed().as_secs() < 10, "{said}");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        let keys = Key::Down + "";
        driver.active_element().await?.send_keys(keys).await?;
        driver.active_element().await?.send_keys("" + Key::Down).await?;
        driver.active_element().await?.send_keys("7").await?;
        click(&driver, "button.quiet[value=\"draft\"]").await?;
        let receipt = wait_for(&driver, ".receipt").await?.text().await?;
        assert!(receipt.contains("3 utkast är sparade"), "{receipt}");
        for (field, wanted) in [("value-0", "1200,5"), ("value-1", "−3"), ("value-2", "7")] {
            let found = wait_for(&driver, &format!("#{field}"))
                .await?
                .prop("value")
                .await?;
            let found = found.unwrap_or_default().replace(['\u{a0}', '\u{202f}'], "");
            assert_eq!(found.replace('-', "−"), wanted, "{field}");
        }
        Ok(())
    })
    .await;
}

/// A measurement with a file as evidence is logged by one, approved by another among what waits, and the file is there
/// to be saved.
/// Waits for a receipt that says this: the page before may have had one of its own.
async fn receipt(driver: &WebDriver, wanted: &str) {
    let mut last = None;
    for _ in 0..400 {
        if let Ok(found) = driver.find(By::Css(".receipt")).await {
            last = found.text().await.ok();
            if last.as_ref().is_some_and(|said| said.contains(wanted)) {
                return;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no receipt says “{wanted}”, but {last:?}");
}

#[tokio::test]
async fn a_measurement_with_a_file_is_logged_and_approved_by_somebody_else() {
    let site = Site::demo().await;
    let of = benefits(&site).await.remove(0);
    let measure = measured_before(&site, "Felandel", of).await;
    let file = std::env::temp_dir().join(format!("nytta-{}.pdf", Uuid::now_v7()));
    std::fs::write(&file, b"%PDF-1.7 utdrag").expect("writes");
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::PortfolioManager).await?;
        driver
            .goto(format!("{}/matt/{measure}/matning", site.url))
            .await?;
        type_into(&driver, "#value", "15").await?;
        click(&driver, "button[value=\"file\"]").await?;
        let field = wait_for(&driver, "input[type=file]").await?;
        field.send_keys(file.to_string_lossy()).await?;
        click(&driver, "form[enctype=\"multipart/form-data\"] button").await?;
        receipt(&driver, "Filen är tillagd").await;
        click(&driver, "form[action=\"/api/measurement_save\"] button").await?;
        receipt(&driver, "skickad för godkännande").await;

        sign_in(&driver, &site, Role::Reviewer).await?;
        driver.goto(format!("{}/matningar/granska", site.url)).await?;
        let row = wait_for(&driver, "main tbody tr").await?.text().await?;
        assert!(
            row.contains("Felandel") && row.contains("15") && row.contains("nytta-"),
            "{row}"
        );
        click(&driver, "main tbody input[type=checkbox]").await?;
        click(
            &driver,
            "form[action=\"/api/measurement_approve_many\"] .btn.primary",
        )
        .await?;
        receipt(&driver, "1 mätning är godkänd").await;
        Ok(())
    })
    .await;
    std::fs::remove_file(&file).expect("goes");
    let client = site.signed_in(Role::Leadership).await;
    let page = site.page(&client, &format!("/matt/{measure}")).await;
    assert!(text(&page, "main").contains("Godkänd"));
    let place = super::html::hrefs(&page, "main a[download]").remove(0);
    let answer = site.get(&client, &place).await;
    assert_eq!(answer.status(), 200);
    let header = |name: &str| {
        let header = answer.headers().get(name).expect("a header");
        header.to_str().expect("text").to_owned()
    };
    assert!(header("content-disposition").starts_with("attachment; filename=\"nytta-"));
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(&answer.bytes().await.expect("a file")[..], b"%PDF-1.7 utdrag");
}

async fn sent(site: &Site, client: &Client, path: &str, name: &str, bytes: Vec<u8>) -> Response {
    let part = Part::bytes(bytes).file_name(name.to_owned());
    let form = Form::new().part("file", part);
    let request = client
        .post(format!("{}{path}", site.url))
        .header("origin", &site.url);
    request.multipart(form).send().await.expect("an answer")
}

/// What the server says of a file that is not taken; the whole of a large one is read, so that it can be said.
#[tokio::test]
async fn a_file_that_is_not_taken_comes_back_with_the_reason() {
    let site = Site::demo().await;
    let of = benefits(&site).await.remove(0);
    let measure = measured_before(&site, "Felandel", of).await;
    let (manager, (now, _)) = (site.acting(Role::PortfolioManager), quarters());
    let mut draft = measures::measured(measure, &now.to_string(), "15");
    draft.action = String::new();
    let id = measures::logged(&manager, &site.services, draft).await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let path = format!("/matningar/{id}/fil");
    let refused = async |name: &str, bytes: Vec<u8>| {
        let answer = sent(&site, &client, &path, name, bytes).await;
        assert_eq!(answer.status(), 303);
        let place = location(&answer).replace("#fel", "");
        text(&site.page(&client, &place).await, "#fel li")
    };
    let large = vec![b' '; 21 * 1024 * 1024];
    let said = refused("stor.txt", large).await;
    assert!(
        said.contains("Filen är 21,0 MB. Den får vara högst 20,0 MB"),
        "{said}"
    );
    let said = refused("sida.html", b"<html>".to_vec()).await;
    assert!(
        said.contains("”sida.html” är inte någon av de sorters filer"),
        "{said}"
    );
    let said = refused("", Vec::new()).await;
    assert!(said.contains("Välj en fil"), "{said}");
    let reviewer = site.signed_in(Role::Reviewer).await;
    let answer = sent(&site, &reviewer, &path, "a.txt", b"hej".to_vec()).await;
    assert_eq!(answer.status(), 403);
    let answer = sent(&site, &site.client(), &path, "a.txt", b"hej".to_vec()).await;
    assert_eq!(location(&answer), "/logga-in");
    let answer = sent(&site, &client, &path, "å \"x\".txt", b"hej".to_vec()).await;
    assert!(location(&answer).contains("fil-tillagd"), "{}", location(&answer));
}

/// The table and the file of many, as a browser without a script has them.
#[tokio::test]
async fn many_are_logged_and_read_from_a_file_without_a_script() {
    let site = Site::demo().await;
    for (n, of) in benefits(&site).await.into_iter().take(3).enumerate() {
        measured_before(&site, &format!("Felandel {n}"), of).await;
    }
    let client = site.signed_in(Role::PortfolioManager).await;
    let page = site.page(&client, "/matningar").await;
    let (period, measures) = (value(&page, "period"), values(&page, "row_measure[]"));
    assert_eq!((measures.len(), period), (3, quarters().0.to_string()));
    let period = quarters().0.to_string();
    let submission = value(&page, "submission");
    let row = |value: &'static str| [("value[]", value), ("denominator[]", ""), ("comment[]", "")];
    let mut fields = vec![
        ("submission", submission.as_str()),
        ("period", &period),
        ("action", "submit"),
    ];
    for (measure, value) in measures.iter().zip(["15", "x", ""]) {
        fields.extend([
            ("row_measure[]", measure.as_str()),
            ("row_id[]", ""),
            ("row_version[]", ""),
        ]);
        fields.extend(row(value));
    }
    let answer = site.post(&client, "/api/measurements_save", &fields).await;
    let place = location(&answer).replace("#fel", "");
    let page = site.page(&client, &place).await;
    let said = text(&page, "#fel li");
    assert!(said.contains("Rad 2"), "{said}");
    assert_eq!(values(&page, "value[]"), ["15", "x", ""]);

    let file = format!("Mått;Period;Värde\nFelandel 0;{period};15\nFelandel 1;{period};x\n");
    let answer = sent(
        &site,
        &client,
        "/matningar/fil",
        "mätningar.csv",
        file.into_bytes(),
    )
    .await;
    let page = site.page(&client, &location(&answer)).await;
    let told = text(&page, ".sheet-problems tbody tr");
    assert!(text(&page, "#fel h2").contains("1 fel behöver rättas"));
    for part in ["3", "Värde", "x"] {
        assert!(told.contains(part), "{told}");
    }
    let file = format!("Measure,Period,Value\nFelandel 0,{period},15\nFelandel 1,{period},14\n");
    let answer = sent(
        &site,
        &client,
        "/matningar/fil",
        "mätningar.csv",
        file.into_bytes(),
    )
    .await;
    let place = location(&answer);
    let page = site.page(&client, &place).await;
    assert_eq!(text(&page, "h1"), "2 mätningar är nya");
    let draft = place.rsplit('=').next().expect("a key");
    let fields = [("draft", draft), ("action", "submit")];
    let answer = site.post(&client, "/api/measurement_sheet_take", &fields).await;
    let page = site.page(&client, &location(&answer)).await;
    assert!(text(&page, ".receipt").contains("2 mätningar ur filen är skickade"));
    let template = site.get(&client, "/matningar/mall.xlsx").await;
    assert_eq!(template.status(), 200);
}
