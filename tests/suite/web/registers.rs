//! The registers as a browser without a script meets them, and their files.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use domain::role::Role;
use reqwest::Client;
use scraper::{Html, Selector};

use super::html::{attribute, choices, count, summary, text, value};
use super::site::{Site, location};

/// The texts of all that a selector finds.
fn texts(page: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let page = Html::parse_document(page);
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector)
        .map(|element| words(element.text().collect()))
        .collect()
}

/// A file's rows, heads first.
async fn csv(site: &Site, client: &Client, path: &str) -> Vec<Vec<String>> {
    let response = site.get(client, path).await;
    assert_eq!(response.status(), 200, "{path}");
    let header = |name: &str| {
        let value = response
            .headers()
            .get(name)
            .unwrap_or_else(|| panic!("{path}: no {name}"));
        value.to_str().expect("ASCII").to_owned()
    };
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-type").starts_with("text/csv"), "{path}");
    let name = header("content-disposition");
    assert!(
        name.starts_with("attachment; filename=\"") && name.ends_with(".csv\""),
        "{name}"
    );
    let file = response.text().await.expect("text");
    let file = file.strip_prefix('\u{feff}').unwrap_or(&file).to_owned();
    rows(&file)
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = file.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            ('"', _) => quoted = !quoted,
            (';', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (letter, _) => cell.push(letter),
        }
    }
    rows
}

#[tokio::test]
async fn a_register_is_searched_filtered_and_sorted_without_a_script() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let all = site.page(&client, "/initiativ").await;
    assert_eq!(texts(&all, "tbody tr").len(), 41);
    assert_eq!(text(&all, "[role=status]"), "Alla 41 rader");
    assert_eq!(texts(&all, "th[aria-sort=ascending]"), ["Område"]);
    assert!(choices(&all, "omrade").contains(&"4.2".to_owned()));

    let path = "/initiativ?sok=ARBETSS%C3%96KANDE&omrade=4.1&sortera=namn";
    let found = site.page(&client, path).await;
    let names = texts(&found, "tbody th a");
    assert!(!names.is_empty() && names.len() < 10, "{names:?}");
    assert_eq!(
        text(&found, "[role=status]").split(' ').next(),
        Some(names.len().to_string().as_str())
    );
    assert_eq!(value(&found, "sok"), "ARBETSSÖKANDE", "what was asked for stays");
    assert_eq!(value(&found, "omrade"), "4.1");
    // Enter keeps the order; a head turns it round.
    let submit = "form#filter button[type=submit]";
    assert_eq!(attribute(&found, submit, "name").as_deref(), Some("sortera"));
    assert_eq!(attribute(&found, submit, "value").as_deref(), Some("namn"));
    assert_eq!(
        attribute(&found, "#sortera-namn", "value").as_deref(),
        Some("-namn")
    );
    let turned = site
        .page(&client, &path.replace("sortera=namn", "sortera=-namn"))
        .await;
    let mut back = texts(&turned, "tbody th a");
    back.reverse();
    assert_eq!(back, names);
    assert_eq!(texts(&turned, "th[aria-sort=descending]"), ["Initiativ"]);

    let nothing = site.page(&client, "/initiativ?sok=finnsinte").await;
    assert_eq!(count(&nothing, "table"), 0);
    assert!(text(&nothing, ".empty").contains("Inget passar"));
    assert_eq!(text(&nothing, "[role=status]"), "Ingen av 41 rader passar");
}

/// All rows of a register, page by page, as its links lead.
async fn walk(site: &Site, client: &Client, path: &str) -> Vec<String> {
    let (mut path, mut all) = (path.to_owned(), Vec::new());
    loop {
        let page = site.page(client, &path).await;
        all.extend(texts(&page, "tbody th a"));
        let Some(next) = attribute(&page, ".pager a[rel=next]", "href") else {
            if let Some(first) = attribute(&page, ".pager li:first-child a", "href") {
                assert!(!first.contains("sida="), "{first}");
            }
            return all;
        };
        path = next;
    }
}

#[tokio::test]
async fn files_have_the_rows_that_pages_show() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Auditor).await;
    for query in [
        "",
        "?sortera=-nytta",
        "?sok=%C3%A5&leverans=med&sortera=initiativ",
        "?sok=finnsinte",
    ] {
        let shown = walk(&site, &client, &format!("/nyttor{query}")).await;
        let file = csv(&site, &client, &format!("/nyttor.csv{query}")).await;
        assert_eq!(file[0][0], "Nytta");
        assert_eq!(file.len() - 1, shown.len(), "{query}");
        for (line, shown) in file[1..].iter().zip(&shown) {
            assert_eq!(line.len(), file[0].len());
            let named = line[0].split_whitespace().collect::<Vec<_>>().join(" ");
            let begin = shown.trim_end_matches(" …");
            assert!(named.starts_with(begin), "{query}: {named} / {shown}");
        }
    }
    let page = site.page(&client, "/initiativ?omrade=4.2&sortera=-nyttor").await;
    let link = attribute(&page, ".register-tools a[href*=csv]", "href").expect("a link to the file");
    let file = csv(&site, &client, &link).await;
    let names: Vec<&str> = file[1..].iter().map(|line| line[0].as_str()).collect();
    assert_eq!(names, texts(&page, "tbody th a"));
    let shown = walk(&site, &client, "/konstaterade?lage=approved").await;
    let file = csv(&site, &client, "/konstaterade.csv?lage=approved&sida=zz").await;
    assert_eq!(file.len() - 1, shown.len());
    let column = |name: &str| {
        let mut heads = file[0].iter();
        heads.position(|head| head == name).expect("the column")
    };
    let (state, read) = (column("Läge"), column("Utfall tolkat"));
    assert!(file[1..].iter().all(|line| line[state] == "Godkänd"));
    let readings = file[1..].iter().filter(|line| line[read] == "Ja").count();
    assert!(
        readings > 0,
        "the file says which findings are readings, as the page does"
    );
}

#[tokio::test]
async fn a_workbook_has_typed_cells() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Reviewer).await;
    for (path, title) in [
        ("/initiativ.xlsx?sortera=-nyttor", "Initiativ"),
        ("/nyttor.xlsx", "Nyttor"),
        ("/konstaterade.xlsx?fynd=partly", "Konstaterade nyttor"),
    ] {
        let response = site.get(&client, path).await;
        assert_eq!(response.status(), 200, "{path}");
        let kind = response.headers()["content-type"]
            .to_str()
            .expect("ASCII")
            .to_owned();
        assert!(kind.ends_with("spreadsheetml.sheet"), "{kind}");
        let bytes = response.bytes().await.expect("bytes").to_vec();
        let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let sheet = book.worksheet_range(title).expect("the sheet");
        let lines = csv(&site, &client, &path.replace("xlsx", "csv")).await;
        assert_eq!(sheet.height(), lines.len(), "{path}");
        for (row, line) in sheet.rows().zip(&lines) {
            for (cell, text) in row.iter().zip(line) {
                match cell {
                    Data::Empty => assert_eq!(text, "", "{path}"),
                    Data::String(cell) => assert_eq!(cell, text, "{path}"),
                    Data::Float(number) => assert_eq!(&number.to_string(), text, "{path}"),
                    Data::DateTime(day) => {
                        let (year, month, day, ..) = day.to_ymd_hms_milli();
                        assert_eq!(&format!("{year:04}-{month:02}-{day:02}"), text, "{path}");
                    }
                    other => panic!("{path}: {other:?}"),
                }
            }
        }
        let numbers = sheet
            .rows()
            .flatten()
            .filter(|cell| matches!(cell, Data::Float(_) | Data::DateTime(_)));
        assert!(numbers.count() > 5, "{path}: numbers and days are no texts");
    }
}

/// What leaves as a file leaves a trace, and what is refused is not noted as taken.
#[tokio::test]
async fn who_takes_a_file_is_noted() {
    let site = Site::demo().await;
    let (manager, admin) = (
        site.signed_in(Role::PortfolioManager).await,
        site.signed_in(Role::Admin).await,
    );
    let rows = csv(&site, &manager, "/nyttor.csv?sortera=nytta").await.len();
    assert_eq!(site.get(&admin, "/nyttor.csv").await.status(), 404);
    let auditor = site.signed_in(Role::Auditor).await;
    let log = site.page(&auditor, "/revision?vad=register.export").await;
    let heading = text(&log, "h1");
    assert!(heading.starts_with("En händelse passar"), "{heading}");
    let event = text(&log, ".events li");
    assert!(event.contains("Ett register hämtades som fil"), "{event}");
    assert!(event.contains("sortera=nytta"), "{event}");
    assert!(
        rows > 10 && event.contains(&format!("Antal rader{}", rows - 1)),
        "{event}"
    );
}

#[tokio::test]
async fn files_are_for_those_who_may_read() {
    let site = Site::demo().await;
    let (nobody, admin) = (site.client(), site.signed_in(Role::Admin).await);
    for path in ["/initiativ.csv", "/nyttor.xlsx", "/konstaterade.csv"] {
        let anonymous = site.get(&nobody, path).await;
        assert_eq!(
            (anonymous.status().as_u16(), location(&anonymous).as_str()),
            (303, "/logga-in"),
            "{path}"
        );
        let answer = site.get(&admin, path).await;
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.text().await.expect("text"), "");
    }
}

#[tokio::test]
async fn on_to_the_next_that_waits() {
    let site = Site::demo().await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    let reviewer = site.signed_in(Role::Reviewer).await;
    let id = send_statement(&site, &manager, "Väntan är kortare.").await;
    let next = async |client: &Client| {
        let answer = site.get(client, "/att-gora/nasta?visa=godkanna").await;
        assert_eq!(answer.status(), 303);
        location(&answer)
    };
    let place = next(&reviewer).await;
    assert!(place.ends_with(&format!("#konstaterad-{id}")), "{place}");
    assert_eq!(next(&manager).await, "/att-gora?visa=godkanna", "not one's own");
    let fields = [
        ("statement", id.as_str()),
        ("version", "1"),
        ("decision", "approve"),
    ];
    let approved = site.post(&reviewer, "/api/statement_review", &fields).await;
    let page = site.page(&reviewer, &location(&approved)).await;
    let onward = attribute(&page, ".receipt a[href*=nasta]", "href");
    assert_eq!(onward.as_deref(), Some("/att-gora/nasta?visa=godkanna"));
    assert_eq!(next(&reviewer).await, "/att-gora?visa=godkanna");
    for client in [&site.client(), &site.signed_in(Role::Admin).await] {
        assert_eq!(next(client).await, "/att-gora", "the list says why not");
    }
}

/// A text that a spreadsheet would take for a formula, through the whole way.
#[tokio::test]
async fn a_text_is_never_a_formula() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let id = send_statement(&site, &client, "=HYPERLINK(\"x\";1)").await;
    assert_eq!(id.len(), 36);
    let file = csv(&site, &client, "/konstaterade.csv?lage=submitted").await;
    assert_eq!(file[1][0], "'=HYPERLINK(\"x\";1)");
}

/// A statement that waits for approval, made through its form.
async fn send_statement(site: &Site, client: &Client, words: &str) -> String {
    let initiative = site.some_initiative().await;
    let page = site
        .page(client, &format!("/initiativ/{initiative}/konstaterad"))
        .await;
    let benefit = choices(&page, "benefits[]").swap_remove(0);
    let fields = [
        ("initiative", initiative.as_str()),
        ("benefits[]", benefit.as_str()),
        ("text", words),
        ("as_of", "2025-03-01"),
        ("finding", "confirmed"),
        ("action", "submit"),
    ];
    let sent = site.post(client, "/api/statement_save", &fields).await;
    location(&sent)
        .rsplit("konstaterad-")
        .next()
        .expect("an id")
        .to_owned()
}

#[tokio::test]
async fn several_statements_are_approved_with_one_button() {
    let site = Site::demo().await;
    let author = site.signed_in(Role::PortfolioManager).await;
    for words in ["Väntan är kortare.", "Färre ringer.", "Fler hittar rätt."] {
        send_statement(&site, &author, words).await;
    }
    let path = "/konstaterade?lage=submitted";
    let own = site.page(&author, path).await;
    assert_eq!(
        count(&own, "input[type=checkbox]"),
        0,
        "nobody approves what they edited"
    );
    let reviewer = site.signed_in(Role::Reviewer).await;
    let page = site.page(&reviewer, path).await;
    assert!(
        text(&page, "h1").ends_with("3 väntar på godkännande"),
        "{}",
        text(&page, "h1")
    );
    let ticks = choices(&page, "picked[]");
    assert_eq!(ticks.len(), 3);
    let (submission, query) = (value(&page, "submission"), value(&page, "query"));
    // One of them is taken by somebody else meanwhile.
    let steering = site.signed_in(Role::SteeringUnit).await;
    let fields = [("submission", "annan"), ("picked[]", ticks[0].as_str())];
    site.post(&steering, "/api/statement_approve_many", &fields).await;
    let mut fields = vec![("submission", submission.as_str()), ("query", query.as_str())];
    fields.extend(ticks.iter().map(|tick| ("picked[]", tick.as_str())));
    let done = site.post(&reviewer, "/api/statement_approve_many", &fields).await;
    let to = location(&done);
    assert!(
        to.starts_with("/konstaterade?lage=submitted&godkanda=2&andrade="),
        "{to}"
    );
    let receipt = site.page(&reviewer, &to).await;
    let told = text(&receipt, ".receipt");
    assert!(told.contains("2 konstaterade nyttor är godkända"), "{told}");
    assert!(
        told.contains("Någon annan har ändrat eller granskat den"),
        "{told}"
    );
    assert_eq!(
        count(&receipt, ".receipt li a"),
        1,
        "the one that was left is named"
    );
    assert_eq!(text(&receipt, "[role=status].count"), "Ingen av 78 rader passar");
    let nothing = site
        .post(&reviewer, "/api/statement_approve_many", &[("query", "")])
        .await;
    let nothing = site.page(&reviewer, &location(&nothing)).await;
    assert!(text(&nothing, ".receipt").contains("Du kryssade inte för någon"));
    let (nobody, fields) = (site.client(), [("picked[]", ticks[0].as_str())]);
    let refused = site.post(&nobody, "/api/statement_approve_many", &fields).await;
    assert_eq!(location(&refused), "/logga-in");
}

#[tokio::test]
async fn a_view_is_kept_found_and_deleted() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Leadership).await;
    let register = site.page(&client, "/nyttor?omrade=4.2&sortera=-nytta").await;
    let form = attribute(&register, ".register-tools a[href^='/urval/nytt']", "href").expect("a link");
    let form = site.page(&client, &form).await;
    let keep = async |page: &str, name: &str| {
        let (submission, register, query) = (
            value(page, "submission"),
            value(page, "register"),
            value(page, "query"),
        );
        let fields = [
            ("submission", submission.as_str()),
            ("register", register.as_str()),
            ("query", query.as_str()),
            ("name", name),
        ];
        location(&site.post(&client, "/api/saved_view_save", &fields).await)
    };
    let again = site
        .page(&client, keep(&form, " ").await.trim_end_matches("#fel"))
        .await;
    assert_eq!(summary(&again), ["name"]);
    assert!(text(&again, ".error-summary").contains("Skriv vad urvalet ska heta"));
    let kept = keep(&again, "Område 4.2").await;
    assert_eq!(kept, "/nyttor?omrade=4.2&sortera=-nytta&klart=urval-sparat");
    let page = site.page(&client, &kept).await;
    assert!(text(&page, ".receipt").contains("Urvalet är sparat"));
    assert_eq!(texts(&page, ".saved-views a"), ["Område 4.2"]);
    assert_eq!(
        attribute(&page, ".saved-views a", "aria-current").as_deref(),
        Some("true")
    );
    let other = site.page(&client, "/initiativ").await;
    assert_eq!(count(&other, ".saved-views"), 0, "a register of its own");
    let taken = site.page(&client, "/urval/nytt?register=nyttor").await;
    let taken = site
        .page(&client, keep(&taken, "OMRÅDE 4.2").await.trim_end_matches("#fel"))
        .await;
    assert!(
        text(&taken, ".error-summary").contains("redan ett urval som heter"),
        "{}",
        text(&taken, ".error-summary")
    );
    let view = value(&page, "view");
    let gone = site
        .post(&client, "/api/saved_view_delete", &[("view", view.as_str())])
        .await;
    let page = site.page(&client, &location(&gone)).await;
    assert!(text(&page, ".receipt").contains("Urvalet är borttaget"));
    assert_eq!(count(&page, ".saved-views"), 0);
}
