//! Small forms with a note: what was typed and not taken, as while somebody else was first, is there to be used again.

use domain::id::FollowUpRoundId;
use domain::role::Role;
use reqwest::Client;

use super::html::{forms, text};
use super::site::{Site, location, operator};
use crate::support::demo::portfolio_json;

type Fields<'a> = Vec<(&'a str, &'a str)>;

const TYPED: &str = "Det här tog en halvtimme att skriva.";

/// Sends the form, which comes too late, and gives where it leads.
async fn too_late(site: &Site, client: &Client, action: &str, fields: &[(&str, &str)]) -> String {
    let to = location(&site.post(client, action, fields).await);
    assert!(to.contains("klart=hann-fore"), "{action} leads to {to}");
    to.split('#').next().expect("a path").to_owned()
}

/// The note of the page, to be read by whoever typed it and by nobody else.
async fn is_there(site: &Site, client: &Client, action: &str, to: &str, role: Role) {
    assert_eq!(
        text(&site.page(client, to).await, ".kept-note"),
        TYPED,
        "{action}"
    );
    let other = site.signed_in(role).await;
    assert_eq!(text(&site.page(&other, to).await, ".kept-note"), "", "{action}");
}

#[tokio::test]
async fn a_note_that_came_too_late_is_shown_to_whoever_typed_it() {
    let site = Site::demo().await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let (delivery, benefit) = site.some_delivery_and_benefit(&initiative).await;

    let reviewer = site.signed_in(Role::Reviewer).await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    let report = site.report(2025).await;
    let of_initiative = [("id", initiative.as_str()), ("version", "999"), ("note", TYPED)];
    let of_benefit = [("id", benefit.as_str()), ("version", "999"), ("note", TYPED)];
    let reason = [("id", benefit.as_str()), ("version", "999"), ("reason", TYPED)];
    let scope = [
        ("id", report.as_str()),
        ("version", "999"),
        ("delivery", delivery.as_str()),
        ("reason", TYPED),
    ];
    let cases: [(Role, &Client, &str, Fields<'_>); 4] = [
        (
            Role::PortfolioManager,
            &manager,
            "/api/initiative_move",
            [&of_initiative[..], &[("status", "closed")]].concat(),
        ),
        (
            Role::PortfolioManager,
            &manager,
            "/api/benefit_move",
            [&of_benefit[..], &[("state", "specified")]].concat(),
        ),
        (
            Role::Reviewer,
            &reviewer,
            "/api/benefit_not_measurable",
            reason.to_vec(),
        ),
        (
            Role::SteeringUnit,
            &steering,
            "/api/report_scope_change",
            scope.to_vec(),
        ),
    ];
    for (role, client, action, fields) in cases {
        let to = too_late(&site, client, action, &fields).await;
        is_there(&site, client, action, &to, role).await;
    }

    let statement = [
        ("initiative", initiative.as_str()),
        ("benefits[]", benefit.as_str()),
        ("text", "Det som konstaterades."),
        ("as_of", "2025-03-01"),
        ("finding", "partly"),
        ("action", "submit"),
    ];
    let sent = location(&site.post(&manager, "/api/statement_save", &statement).await);
    let id = sent.rsplit("#konstaterad-").next().expect("an id");
    let back = [
        ("statement", id),
        ("version", "999"),
        ("decision", "return"),
        ("note", TYPED),
    ];
    let action = "/api/statement_review";
    let to = too_late(&site, &reviewer, action, &back).await;
    is_there(&site, &reviewer, action, &to, Role::Reviewer).await;

    site.some_sent_assessment().await;
    let leadership = site.signed_in(Role::Leadership).await;
    let back = [
        ("report", report.as_str()),
        ("subject", "4.5"),
        ("version", "999"),
        ("note", TYPED),
    ];
    let action = "/api/assessment_return";
    let to = too_late(&site, &leadership, action, &back).await;
    is_there(&site, &leadership, action, &to, Role::Leadership).await;

    let round = site.some_round().await;
    let id: FollowUpRoundId = round.parse().expect("an id");
    let view = service::round_view(&operator(), &site.services, id).await;
    let question = view.expect("may read").round.requests[0].id.to_string();
    let answer = |note| {
        [
            ("id", round.as_str()),
            ("question", question.as_str()),
            ("note", note),
        ]
    };
    let action = "/api/round_answer";
    site.post(&manager, action, &answer("Inget nytt.")).await;
    let to = too_late(&site, &manager, action, &answer(TYPED)).await;
    is_there(&site, &manager, action, &to, Role::PortfolioManager).await;
}

#[tokio::test]
async fn a_name_that_is_not_taken_is_shown_to_whoever_typed_it() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let calculation = site.some_calculation(&initiative, &benefit).await;
    let long = ["Ett namn"; 30].join(" ");
    let to = one_more(&site, &client, &calculation, &long).await;
    assert!(to.contains("klart=namn"), "{to}");
    assert_eq!(text(&site.page(&client, &to).await, ".kept-note"), long);

    // However many there may be: at some time there are too many.
    for number in 1..50 {
        let name = format!("Alternativ {number}");
        let to = one_more(&site, &client, &calculation, &name).await;
        if to.contains("klart=for-manga") {
            assert_eq!(text(&site.page(&client, &to).await, ".kept-note"), name);
            return;
        }
        assert!(to.contains("klart=alternativ-nytt"), "{to}");
    }
    panic!("there is no end to alternatives");
}

/// Where the page of a calculation leads whoever asks for one more alternative of this name.
async fn one_more(site: &Site, client: &Client, calculation: &str, name: &str) -> String {
    let page = site.page(client, &format!("/kalkyler/{calculation}")).await;
    let action = "/api/calculation_alternative";
    let mut there = forms(&page).into_iter();
    let form = there.find(|form| form.action == action).expect("one more");
    let fields: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|field| match field.typed {
            Some(_) => (field.name.as_str(), name),
            None => (field.name.as_str(), field.value.as_str()),
        })
        .collect();
    location(&site.post(client, action, &fields).await)
}

#[tokio::test]
async fn a_note_is_shown_where_a_benefit_without_an_owner_is_in_the_way() {
    let site = Site::demo().await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    // It is delivered, and nobody owns its benefits.
    let id = portfolio_json()["initiatives"][1]["id"].clone();
    let id = id.as_str().expect("an id");
    let action = "/api/initiative_move";
    let step = |version, status, note| {
        [
            ("id", id),
            ("version", version),
            ("status", status),
            ("note", note),
        ]
    };
    let begun = location(&site.post(&manager, action, &step("1", "realising", "Nu.")).await);
    assert!(!begun.contains("anteckning="), "{begun}");
    let to = location(&site.post(&manager, action, &step("2", "closed", TYPED)).await);
    assert!(to.contains("klart=utan-agare"), "{to}");
    is_there(&site, &manager, action, &to, Role::PortfolioManager).await;
}
