//! The forms of freed time and of a value in kronor, as a browser without scripts sends them.

use domain::role::Role;

use super::html::{choices, count, summary, text, value, values};
use super::site::{Site, location};
use crate::support::demo::portfolio_json;

#[tokio::test]
async fn freed_time_that_is_wrong_keeps_every_typed_value_and_is_summed_once_it_is_approved() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    // Of a delivery that the open report is about.
    let its = portfolio_json()["benefits"][0].clone();
    let text_of = |field: &str| its[field].as_str().expect("an id").to_owned();
    let (initiative, benefit) = (text_of("initiative"), text_of("id"));
    let path = format!("/nyttor/{benefit}/tid");
    let submission = value(&site.page(&client, &path).await, "submission");
    let typed = |first: &'static str, action: &'static str| {
        vec![
            ("submission", submission.clone()),
            ("benefit", benefit.clone()),
            ("year", "2024".to_owned()),
            ("unit", "hours".to_owned()),
            ("amount", "120,5".to_owned()),
            ("disposition_kind[]", "budget_cut".to_owned()),
            ("disposition_kind[]", "other".to_owned()),
            ("disposition_hours[]", first.to_owned()),
            ("disposition_hours[]", String::new()),
            ("disposition_text[]", String::new()),
            ("disposition_text[]", "Fler <besök> & samtal".to_owned()),
            ("note", "Tidsmätning i maj".to_owned()),
            ("action", action.to_owned()),
        ]
    };
    let send = |fields: Vec<(&'static str, String)>| {
        let (site, client) = (&site, &client);
        async move {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let response = site.post(client, "/api/freed_time_save", &fields).await;
            assert_eq!(response.status(), 303);
            location(&response).to_owned()
        }
    };
    let kept = |page: &str, rows: usize, first: &str| {
        assert_eq!(value(page, "year"), "2024");
        assert_eq!(value(page, "amount"), "120,5");
        assert_eq!(value(page, "note"), "Tidsmätning i maj");
        let hours = values(page, "disposition_hours[]");
        assert_eq!((hours.len(), hours[0].as_str()), (rows, first));
        assert_eq!(values(page, "disposition_text[]")[1], "Fler <besök> & samtal");
        assert_eq!(values(page, "disposition_kind[]")[..2], ["budget_cut", "other"]);
    };
    // One more row: nothing is saved, nothing is lost.
    let more = send(typed("121", "add_disposition")).await;
    let page = site.page(&client, more.split('#').next().expect("a path")).await;
    kept(&page, 3, "121");
    assert_eq!(count(&page, "#fel"), 0);
    // More than was freed.
    let back = send(typed("121", "save")).await;
    assert!(back.starts_with(&format!("{path}?draft=")), "{back}");
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    kept(&page, 2, "121");
    assert_eq!(summary(&page), ["disposition_hours-0"]);
    let told = text(&page, "#fel");
    assert!(told.contains("120,5"), "{told}");
    assert_eq!(count(&page, "#disposition_hours-0[aria-invalid=\"true\"]"), 1);
    // Mended, it is sent in, and what nobody has said stands beside it.
    let there = send(typed("100", "submit")).await;
    assert!(there.contains("klart=tid-inskickad#tid-"), "{there}");
    let (done, id) = there.split_once("#tid-").expect("an id");
    let shown = site.page(&client, done).await;
    let receipt = text(&shown, ".receipt");
    assert!(receipt.contains("skickad för godkännande"), "{receipt}");
    let entry = text(&shown, &format!("#tid-{id}"));
    for said in [
        "120,5",
        "Sänkt budget: 100",
        "Det är okänt vad 20,5 timmar",
        "Fler <besök> & samtal",
        "Väntar på godkännande",
        "Någon annan behöver godkänna det",
    ] {
        assert!(entry.contains(said), "{said}: {entry}");
    }
    // Nothing is summed yet, and that something waits stands there.
    let sums = site.page(&client, "/frigjord-tid?ar=2024").await;
    let (heading, note) = (text(&sums, "h1"), text(&sums, ".note"));
    assert!(!heading.contains("120,5"), "{heading}");
    assert!(
        note.contains("1 uppgift om frigjord tid väntar på granskning"),
        "{note}"
    );
    // A reviewer returns it, without a reason first, and then approves what is mended.
    let reviewer = site.signed_in(Role::Reviewer).await;
    let review = |version: &'static str, decision: &'static str, note: &'static str| {
        let (site, client, id) = (&site, &reviewer, id);
        async move {
            let fields = [
                ("id", id),
                ("version", version),
                ("decision", decision),
                ("note", note),
            ];
            let response = site.post(client, "/api/freed_time_review", &fields).await;
            assert_eq!(response.status(), 303);
            location(&response).to_owned()
        }
    };
    let bare = review("1", "return", "").await;
    let page = site
        .page(&reviewer, bare.split('#').next().expect("a path"))
        .await;
    assert_eq!(
        count(&page, &format!("#tid-{id} details[open]")),
        1,
        "the reason is asked for"
    );
    review("1", "return", "Vilka besök?").await;
    let page = site.page(&client, &format!("/frigjord-tid/{id}/andra")).await;
    assert!(text(&page, ".review-note").contains("Vilka besök?"));
    assert_eq!(
        (value(&page, "id"), value(&page, "version")),
        (id.to_owned(), "2".to_owned())
    );
    let mended: Vec<(&str, String)> = typed("100", "submit")
        .into_iter()
        .filter(|(name, _)| *name != "submission")
        .chain([
            ("submission", value(&page, "submission")),
            ("id", id.to_owned()),
            ("version", "2".to_owned()),
        ])
        .collect();
    send(mended).await;
    let waits = site.page(&reviewer, "/frigjord-tid/granska").await;
    let fields = [
        ("submission", value(&waits, "submission")),
        ("picked[]", choices(&waits, "picked[]").remove(0)),
    ];
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let response = site
        .post(&reviewer, "/api/freed_time_approve_many", &fields)
        .await;
    assert_eq!(location(&response), "/frigjord-tid/granska?godkanda=1");
    let told = site.page(&reviewer, "/frigjord-tid/granska?godkanda=1").await;
    assert!(text(&told, ".receipt").contains("1 uppgift är godkänd"));
    // The sums say the same, and lead back to the initiative.
    let sums = site.page(&client, "/frigjord-tid?ar=2024").await;
    let heading = text(&sums, "h1");
    assert!(heading.contains("120,5") && heading.contains("20,5"), "{heading}");
    assert!(count(&sums, &format!("#initiativ a[href=\"/initiativ/{initiative}\"]")) > 0);
    let other = site.page(&client, "/frigjord-tid?ar=2023").await;
    assert_eq!(
        count(&other, &format!("#initiativ a[href=\"/initiativ/{initiative}\"]")),
        0
    );
}

#[tokio::test]
async fn a_tick_box_says_once_what_is_wrong_with_it() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let benefit = portfolio_json()["benefits"][0]["id"].clone();
    let benefit = benefit.as_str().expect("an id");
    let path = format!("/nyttor/{benefit}/varde");
    let submission = value(&site.page(&client, &path).await, "submission");
    // What is to come is no outcome.
    let typed = [
        ("submission", submission.as_str()),
        ("benefit", benefit),
        ("kind", "forecast"),
        ("counts_in_sum", "on"),
    ];
    let back = location(&site.post(&client, "/api/sek_value_save", &typed).await);
    assert!(back.starts_with(&format!("{path}?draft=")), "{back}");
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    assert_eq!(count(&page, "#counts_in_sum-fel"), 1);
    let marked = "#counts_in_sum[checked][aria-invalid=\"true\"][aria-describedby=\"counts_in_sum-fel\"]";
    assert_eq!(count(&page, marked), 1);
}
