//! What is done at one server is so at the other, at the next request.

use std::collections::BTreeSet;

use domain::register::Query;
use reqwest::redirect::Policy;
use store::Kind;

use super::{Pair, page, sent};
use crate::support::database::{World, on};
use crate::support::nginx::SERVED_BY;
use crate::support::operator;
use crate::support::program::{Server, post};
use crate::web::html::{attribute, choices, text, value};

#[test]
fn who_signs_in_at_one_is_signed_in_at_both_until_they_sign_out() {
    on(Kind::Postgres, session);
}

#[test]
fn of_two_people_at_two_servers_the_second_is_shown_both_values() {
    on(Kind::Postgres, stale);
}

#[test]
fn what_one_server_remembers_is_never_older_than_what_the_other_wrote() {
    on(Kind::Postgres, memo);
}

async fn session(world: World) {
    let pair = Pair::start(&world).await;
    let client = pair.one.signed_in("portfolio_manager").await;
    let mut by = BTreeSet::new();
    for _ in 0..6 {
        let answer = client.get(format!("{}/matt", pair.door.address)).send().await;
        let answer = answer.expect("an answer");
        assert_eq!(answer.status(), 200);
        let server = answer.headers().get(SERVED_BY).expect("whose answer it is");
        by.insert(server.to_str().expect("text").to_owned());
    }
    let both = [&pair.one, &pair.other].map(|server| server.address.trim_start_matches("http://").to_owned());
    assert_eq!(by, BTreeSet::from(both), "nginx asks both");
    // Somebody else has the cookie still.
    let cookie = pair.one.cookie("steering_unit").await;
    let nobody = reqwest::Client::builder()
        .redirect(Policy::none())
        .build()
        .expect("a client");
    let asked = async |server: &Server| {
        let asked = nobody
            .get(format!("{}/matt", server.address))
            .header("cookie", &cookie);
        asked.send().await.expect("an answer").status().as_u16()
    };
    assert_eq!((asked(&pair.one).await, asked(&pair.other).await), (200, 200));
    let other = &pair.other.address;
    let ended = nobody
        .post(format!("{other}/api/sign_out"))
        .header("origin", other)
        .header("cookie", &cookie);
    let ended = ended.header("accept", "text/html").form(&[("", "")]).send().await;
    assert_eq!(ended.expect("an answer").status(), 303);
    for server in [&pair.one, &pair.other] {
        assert_ne!(asked(server).await, 200, "the session has ended at both");
    }
}

/// An initiative with a delivery, and so with benefits.
async fn some_initiative(url: &str) -> String {
    let services = World::open(url).await;
    let list = service::initiative_list(&operator(), &services, &Query::default()).await;
    let rows = list.expect("the register").rows;
    let with_delivery = rows.iter().find(|row| row.deliveries > 0);
    with_delivery.expect("one with a delivery").id.to_string()
}

async fn stale(world: World) {
    let pair = Pair::start(&world).await;
    let (one, other) = (pair.one.address.as_str(), pair.other.address.as_str());
    let anna = pair.one.signed_in("portfolio_manager").await;
    let bo = pair.one.signed_in("steering_unit").await;
    let initiative = some_initiative(&pair.url).await;
    let new = [
        ("initiative", initiative.as_str()),
        ("name", "Gemensam leverans"),
        ("description", "Först."),
        ("status", "planned"),
    ];
    let to = sent(one, &anna, "/api/delivery_save", &new).await;
    let id = to.rsplit("leverans-").next().expect("an id").to_owned();
    let path = format!("/initiativ/{initiative}/leverans/{id}");
    let (annas, bos) = (page(one, &anna, &path).await, page(other, &bo, &path).await);
    let change = |form: &str, text: &str| {
        [
            ("submission", value(form, "submission")),
            ("id", id.clone()),
            ("version", value(form, "version")),
            ("initiative", initiative.clone()),
            ("name", "Gemensam leverans".to_owned()),
            ("description", text.to_owned()),
            ("status", "planned".to_owned()),
        ]
    };
    let bos = change(&bos, "Bos text.");
    let bos = bos.each_ref().map(|(name, value)| (*name, value.as_str()));
    let to = sent(other, &bo, "/api/delivery_save", &bos).await;
    assert!(!to.contains("draft="), "{to}");
    let annas = change(&annas, "Annas text.");
    let annas = annas.each_ref().map(|(name, value)| (*name, value.as_str()));
    let to = sent(one, &anna, "/api/delivery_save", &annas).await;
    assert!(to.contains("draft="), "hers is kept: {to}");
    // The draft that one server has kept is read at the other.
    let draft = to.split('#').next().expect("a path");
    let back = page(other, &anna, draft).await;
    assert!(
        back.contains("Annas text.") && back.contains("Bos text."),
        "both are shown"
    );
    for address in [one, other] {
        let stored = page(address, &anna, &format!("/initiativ/{initiative}")).await;
        assert!(
            stored.contains("Bos text.") && !stored.contains("Annas text."),
            "nothing is overwritten"
        );
    }
    let again = change(&back, "Annas text.");
    let again = again.each_ref().map(|(name, value)| (*name, value.as_str()));
    let to = sent(other, &anna, "/api/delivery_save", &again).await;
    assert!(!to.contains("draft="), "sent knowingly it is taken: {to}");
    assert!(page(one, &bo, &path).await.contains("Annas text."));
}

/// What somebody reads of a page.
fn read(page: &str) -> String {
    text(page, "main")
}

async fn memo(world: World) {
    const WORK: &str = "/att-gora";
    const OVERVIEW: &str = "/?rapport=2025";
    const TEXT: &str = "Tidsstudie visar kortare söktid.";
    let pair = Pair::start(&world).await;
    let (one, other) = (pair.one.address.as_str(), pair.other.address.as_str());
    let owner = pair.one.signed_in("benefit_owner").await;
    let reviewer = pair.one.signed_in("reviewer").await;
    let initiative = some_initiative(&pair.url).await;
    // Both have folded what they show.
    let mut overview = String::new();
    for address in [one, other] {
        assert!(!page(address, &reviewer, WORK).await.contains(TEXT));
        overview = read(&page(address, &reviewer, OVERVIEW).await);
    }
    for round in 0..3 {
        // What is written at one by turns is read at the other.
        let (writes, reads) = if round % 2 == 0 {
            (one, other)
        } else {
            (other, one)
        };
        let form = page(writes, &owner, &format!("/initiativ/{initiative}/konstaterad")).await;
        let (submission, benefits) = (value(&form, "submission"), choices(&form, "benefits[]"));
        let said = format!("{TEXT} {round}");
        let fields = [
            ("submission", submission.as_str()),
            ("initiative", &initiative),
            ("benefits[]", &benefits[0]),
            ("text", &said),
            ("finding", "confirmed"),
            ("as_of", "2025-10-01"),
            ("action", "submit"),
        ];
        let to = sent(writes, &owner, "/api/statement_save", &fields).await;
        assert!(!to.contains("draft="), "{to}");
        let work = page(reads, &reviewer, WORK).await;
        assert!(work.contains(&said), "round {round}: the work list is of before");

        let shown = page(writes, &reviewer, &format!("/initiativ/{initiative}")).await;
        let field = |name: &str| {
            let selector = format!("form[action=\"/api/statement_review\"] input[name=\"{name}\"]");
            attribute(&shown, &selector, "value").expect("a field")
        };
        let (statement, version) = (field("statement"), field("version"));
        let approved = [
            ("statement", statement.as_str()),
            ("version", &version),
            ("decision", "approve"),
        ];
        let answer = post(writes, &reviewer, "/api/statement_review", &approved).await;
        assert_eq!(answer.expect("an answer").status(), 303);
        let work = page(reads, &reviewer, WORK).await;
        assert!(
            !work.contains(&said),
            "round {round}: it waits for nobody any more"
        );
        let (here, there) = (
            read(&page(writes, &reviewer, OVERVIEW).await),
            read(&page(reads, &reviewer, OVERVIEW).await),
        );
        assert_eq!(here, there, "round {round}");
        if round == 0 {
            assert_ne!(there, overview, "the overview is of before");
        }
    }
}
