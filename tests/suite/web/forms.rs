//! Forms without a script: nothing typed is lost, nothing is doubled, nothing is overwritten.

use domain::role::Role;
use reqwest::Client;

use super::html::{choices, count, summary, text, value, values};
use super::site::{Site, location};

/// Sends a form, and reads the page that it comes back with.
async fn comes_back(site: &Site, client: &Client, action: &str, fields: &[(&str, &str)]) -> String {
    let response = site.post(client, action, fields).await;
    assert_eq!(response.status(), 303, "{action}");
    let to = location(&response);
    assert!(to.contains("draft="), "{action} was taken: {to}");
    site.page(client, to.split('#').next().expect("a path")).await
}

/// Sends a form that has to be taken, and gives where it leads.
async fn taken(site: &Site, client: &Client, action: &str, fields: &[(&str, &str)]) -> String {
    let response = site.post(client, action, fields).await;
    let to = location(&response);
    assert!(
        !to.contains("draft=") && !to.starts_with("/fel"),
        "{action} came back: {to}"
    );
    to
}

fn kept(page: &str, fields: &[(&str, &str)]) {
    for (name, typed) in fields.iter().filter(|(name, _)| *name != "action") {
        let held = values(page, name);
        assert!(
            held.iter().any(|value| value == typed),
            "{name}: “{typed}” is lost; the page holds {held:?}"
        );
    }
}

fn summary_names(page: &str, wrong: &[&str]) {
    let named = summary(page);
    for field in wrong {
        assert!(
            named.iter().any(|name| name.starts_with(field)),
            "{field} is not in the summary: {named:?}"
        );
        let message = text(page, &format!("[id^=\"{field}\"][id$=\"-fel\"], #{field}-fel"));
        assert!(!message.is_empty(), "{field} has no message of its own");
    }
    assert_eq!(named.len(), wrong.len(), "{named:?}");
    assert!(text(page, "title").starts_with("Fel:"), "{}", text(page, "title"));
}

#[tokio::test]
async fn an_invalid_delivery_keeps_everything_and_says_what_to_mend() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let form = site
        .page(&client, &format!("/initiativ/{initiative}/leverans"))
        .await;
    let area = choices(&form, "area").pop().expect("an area");
    let long = "x".repeat(201);
    let fields = [
        ("submission", value(&form, "submission")),
        ("initiative", initiative.clone()),
        ("name", long),
        ("description", "Två rader\noch en till <b>&amp;".to_owned()),
        ("area", area),
        ("status", "delivered".to_owned()),
        ("launch_what[]", "hela tjänsten".to_owned()),
        ("planned[]", "snart".to_owned()),
        ("actual[]", "i våras".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let page = comes_back(&site, &client, "/api/delivery_save", &fields).await;
    kept(&page, &fields);
    summary_names(&page, &["name", "planned", "actual"]);
    let empty = comes_back(
        &site,
        &client,
        "/api/delivery_save",
        &[("initiative", &initiative)],
    )
    .await;
    summary_names(&empty, &["name", "description", "status"]);
}

#[tokio::test]
async fn an_invalid_benefit_keeps_everything_and_says_what_to_mend() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let form = site
        .page(&client, &format!("/initiativ/{initiative}/nytta"))
        .await;
    let delivery = value(&form, "delivery");
    assert!(!delivery.is_empty(), "the only delivery is chosen beforehand");
    let groups = choices(&form, "groups[]");
    let fields = [
        ("initiative", initiative.as_str()),
        ("delivery", &delivery),
        ("groups[]", &groups[0]),
        ("groups[]", &groups[3]),
        ("title", "Kortare väntan"),
        ("description", ""),
        ("value_class", "redistribution"),
        ("expected_from", "2025-06-01"),
        ("expected_to", "2025-01-01"),
        ("unplanned", "on"),
    ];
    let page = comes_back(&site, &client, "/api/benefit_save", &fields).await;
    kept(&page, &fields);
    summary_names(&page, &["description", "expected_to"]);
    let none = [
        ("initiative", initiative.as_str()),
        ("description", "Någon nytta"),
    ];
    let page = comes_back(&site, &client, "/api/benefit_save", &none).await;
    summary_names(&page, &["groups"]);
}

#[tokio::test]
async fn an_invalid_statement_keeps_everything_and_says_what_to_mend() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::BenefitOwner).await;
    let initiative = site.some_initiative().await;
    let form = site
        .page(&client, &format!("/initiativ/{initiative}/konstaterad"))
        .await;
    let benefits = choices(&form, "benefits[]");
    let fields = [
        ("initiative", initiative.as_str()),
        ("benefits[]", &benefits[0]),
        ("text", ""),
        ("finding", "planned_followup"),
        ("as_of", "2199-01-01"),
        ("follow_up", "vid tillfälle"),
        ("method", "Intervjuer"),
        ("source_kind[]", "registry_number"),
        ("source_text[]", "D-2025/1"),
        ("note", "Osäkert"),
        ("action", "submit"),
    ];
    let page = comes_back(&site, &client, "/api/statement_save", &fields).await;
    kept(&page, &fields);
    summary_names(&page, &["text", "as_of", "follow_up"]);
}

#[tokio::test]
async fn an_invalid_assessment_keeps_everything_and_says_what_to_mend() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let form = site.page(&client, "/bedomning/4.3?rapport=2025").await;
    let report = value(&form, "report");
    let fields = [
        ("report", report.as_str()),
        ("subject", "4.3"),
        ("level", "viss"),
        ("delivery", "god"),
        ("motivation", "Förbättringsbehoven är stora."),
        ("action", "submit"),
    ];
    let page = comes_back(&site, &client, "/api/assessment_save", &fields).await;
    kept(&page, &fields);
    let named = summary(&page);
    assert!(
        named.iter().any(|name| name.starts_with("deviation_reason")),
        "{named:?}"
    );
    assert_eq!(
        count(&page, ".error-summary li"),
        3,
        "two components and the reason"
    );
    let draft = [("report", report.as_str()), ("subject", "4.3"), ("level", "viss")];
    taken(&site, &client, "/api/assessment_save", &draft).await;
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_row() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let form = site
        .page(&client, &format!("/initiativ/{initiative}/leverans"))
        .await;
    let submission = value(&form, "submission");
    assert!(submission.len() >= 32, "every form names its sending");
    let fields = [
        ("submission", submission.as_str()),
        ("initiative", &initiative),
        ("name", "Dubbelklickad leverans"),
        ("description", "Skickad två gånger."),
        ("status", "planned"),
    ];
    let first = taken(&site, &client, "/api/delivery_save", &fields).await;
    let second = taken(&site, &client, "/api/delivery_save", &fields).await;
    assert_eq!(first, second);
    let page = site.page(&client, &format!("/initiativ/{initiative}")).await;
    assert_eq!(
        count(
            &page,
            &format!("[id=\"{}\"]", first.split('#').nth(1).expect("a place"))
        ),
        1
    );
    assert_eq!(
        count(&page, "[id^=\"leverans-\"]"),
        2,
        "the one that was there, and the new one"
    );
}

#[tokio::test]
async fn two_people_who_change_the_same_delivery_overwrite_nothing() {
    let site = Site::demo().await;
    let anna = site.signed_in(Role::PortfolioManager).await;
    let bo = site.signed_in(Role::SteeringUnit).await;
    let initiative = site.some_initiative().await;
    let new = [
        ("initiative", initiative.as_str()),
        ("name", "Gemensam leverans"),
        ("description", "Först."),
        ("status", "planned"),
    ];
    let to = taken(&site, &anna, "/api/delivery_save", &new).await;
    let id = to.rsplit("leverans-").next().expect("an id").to_owned();
    let path = format!("/initiativ/{initiative}/leverans/{id}");
    let (annas, bos) = (site.page(&anna, &path).await, site.page(&bo, &path).await);
    let change = |page: &str, text: &'static str| {
        vec![
            ("submission", value(page, "submission")),
            ("id", id.clone()),
            ("version", value(page, "version")),
            ("initiative", initiative.clone()),
            ("name", "Gemensam leverans".to_owned()),
            ("description", text.to_owned()),
            ("status", "planned".to_owned()),
        ]
    };
    let send = |fields: &[(&'static str, String)]| -> Vec<(&'static str, String)> { fields.to_vec() };
    let bos_fields = send(&change(&bos, "Bos text."));
    let bos_fields: Vec<_> = bos_fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    taken(&site, &bo, "/api/delivery_save", &bos_fields).await;
    let annas_fields = change(&annas, "Annas text.");
    let annas_fields: Vec<_> = annas_fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let back = comes_back(&site, &anna, "/api/delivery_save", &annas_fields).await;
    assert!(
        back.contains("Annas text.") && back.contains("Bos text."),
        "both versions are shown"
    );
    assert!(
        site.page(&anna, &format!("/initiativ/{initiative}"))
            .await
            .contains("Bos text.")
    );
    // Sent once more, now knowingly, it is taken.
    let again = change(&back, "Annas text.");
    let again: Vec<_> = again
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    taken(&site, &anna, "/api/delivery_save", &again).await;
    assert!(
        site.page(&anna, &format!("/initiativ/{initiative}"))
            .await
            .contains("Annas text.")
    );
}

#[tokio::test]
async fn a_draft_is_seen_by_its_own_browser_alone() {
    let site = Site::demo().await;
    let anna = site.signed_in(Role::PortfolioManager).await;
    let other = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let fields = [("initiative", initiative.as_str()), ("name", "Hemlig idé")];
    let response = site.post(&anna, "/api/delivery_save", &fields).await;
    let to = location(&response).split('#').next().expect("a path").to_owned();
    assert!(site.page(&anna, &to).await.contains("Hemlig idé"));
    assert!(!site.page(&other, &to).await.contains("Hemlig idé"));
}
