//! The form of a realisation plan, as a browser without scripts sends it.

use domain::role::Role;

use super::html::{count, summary, text, value, values};
use super::site::{Site, location};

#[tokio::test]
async fn a_plan_that_is_wrong_keeps_every_typed_value_and_is_then_saved_and_ticked() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let path = format!("/initiativ/{initiative}/nytta/{benefit}/plan");
    let form = site.page(&client, &path).await;
    let submission = value(&form, "submission");
    let (texts, dues) = (
        ["Utbilda <handläggarna> & chefer", "Stäng blanketten"],
        ["2025-03-32", "hösten 2026"],
    );
    let typed = |first_due: &'static str, action: &'static str| {
        vec![
            ("submission", submission.clone()),
            ("initiative", initiative.clone()),
            ("benefit", benefit.clone()),
            ("activity_id[]", String::new()),
            ("activity_id[]", String::new()),
            ("activity_text[]", texts[0].to_owned()),
            ("activity_text[]", texts[1].to_owned()),
            ("activity_who[]", "Projektledaren".to_owned()),
            ("activity_who[]", "Enhetschefen".to_owned()),
            ("activity_due[]", first_due.to_owned()),
            ("activity_due[]", dues[1].to_owned()),
            ("preconditions", "Systemet är i drift.".to_owned()),
            ("risk_text[]", "Få använder den".to_owned()),
            ("risk_response[]", "Vi informerar".to_owned()),
            ("follow_up_on", "våren 2027".to_owned()),
            ("follow_up_how", "Stickprov".to_owned()),
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
            let response = site.post(client, "/api/realisation_plan_save", &fields).await;
            assert_eq!(response.status(), 303);
            location(&response).to_owned()
        }
    };
    let kept = |page: &str, rows: usize| {
        let mut all: Vec<String> = texts.map(str::to_owned).into();
        all.resize(rows, String::new());
        assert_eq!(values(page, "activity_text[]"), all);
        assert_eq!(
            values(page, "activity_who[]")[..2],
            ["Projektledaren", "Enhetschefen"]
        );
        assert_eq!(values(page, "activity_due[]")[..2], dues);
        assert_eq!(value(page, "preconditions"), "Systemet är i drift.");
        assert_eq!(value(page, "risk_text[]"), "Få använder den");
        assert_eq!(value(page, "risk_response[]"), "Vi informerar");
        assert_eq!(value(page, "follow_up_on"), "våren 2027");
        assert_eq!(value(page, "follow_up_how"), "Stickprov");
    };
    // One more row: nothing is saved, nothing is lost.
    let more = send(typed(dues[0], "add_activity")).await;
    let page = site.page(&client, more.split('#').next().expect("a path")).await;
    kept(&page, 3);
    assert_eq!(count(&page, "#fel"), 0);
    // A day that there is not.
    let back = send(typed(dues[0], "save")).await;
    assert!(back.starts_with(&format!("{path}?draft=")), "{back}");
    let page = site.page(&client, back.split('#').next().expect("a path")).await;
    kept(&page, 2);
    assert_eq!(summary(&page).len(), 1, "{:?}", summary(&page));
    assert_eq!(count(&page, "#activity_due-0[aria-invalid=\"true\"]"), 1);
    // Mended, it is saved; nobody follows up yet, and the page says so.
    let there = send(typed("2025-03-31", "save")).await;
    assert!(there.contains("klart=plan-ofullstandig#nytta-"), "{there}");
    let shown = site.page(&client, &format!("/initiativ/{initiative}")).await;
    let plan = format!("#plan-{benefit}");
    assert!(
        text(&shown, &plan).contains("Ingen följer upp"),
        "{}",
        text(&shown, &plan)
    );
    assert_eq!(
        count(
            &shown,
            &format!("{plan} form[action=\"/api/realisation_plan_done\"]")
        ),
        2
    );

    // Ticked in one step, by what the page itself sends.
    let hidden = |name: &str| {
        value(
            shown
                .split(&format!("id=\"plan-{benefit}\""))
                .nth(1)
                .expect("the plan"),
            name,
        )
    };
    let ticked = [
        ("id", hidden("id")),
        ("version", hidden("version")),
        ("activity", hidden("activity")),
    ];
    let fields: Vec<_> = ticked
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let response = site.post(&client, "/api/realisation_plan_done", &fields).await;
    assert!(
        location(&response).contains("klart=aktivitet-klar#nytta-"),
        "{}",
        location(&response)
    );
    let shown = site.page(&client, &format!("/initiativ/{initiative}")).await;
    assert_eq!(
        count(
            &shown,
            &format!("{plan} form[action=\"/api/realisation_plan_done\"]")
        ),
        1
    );
}
