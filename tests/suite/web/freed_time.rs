//! The forms of freed time and of a value in kronor, as a browser without scripts sends them.

use domain::role::Role;

use super::html::{count, summary, text, value, values};
use super::site::{Site, location};
use crate::support::demo::portfolio_json;

#[tokio::test]
async fn freed_time_that_is_wrong_keeps_every_typed_value_and_is_then_shown_with_what_is_unknown() {
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
    // Mended, it is saved, and what nobody has said stands beside it.
    let there = send(typed("100", "save")).await;
    assert!(there.contains("klart=tid#nytta-"), "{there}");
    let shown = site.page(&client, &format!("/initiativ/{initiative}")).await;
    let entry = text(&shown, &format!("#tid-{benefit}-2024"));
    for said in [
        "120,5",
        "Sänkt budget: 100",
        "Det är okänt vad 20,5 timmar",
        "Fler <besök> & samtal",
    ] {
        assert!(entry.contains(said), "{said}: {entry}");
    }
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
