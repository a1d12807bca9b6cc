//! What is somebody else's: not reached by its number, nor what another browser keeps.

use domain::account::Account;
use domain::id::{AccountId, BenefitGroupId, PortfolioId, UnitId};
use domain::role::{Grant, Role, Scope};
use reqwest::Client;
use store::repo::account::account_insert;
use store::{AuditRecord, Trail};
use uuid::Uuid;

use crate::support::rows::{number, texts};
use crate::web::edge::ACTIONS;
use crate::web::html::value;
use crate::web::site::{Site, location, operator};

/// Somebody with these grants, signed in.
async fn outsider(site: &Site, name: &str, grants: Vec<Grant>) -> Client {
    let (ctx, account) = (
        operator(),
        Account {
            id: AccountId(Uuid::now_v7()),
            email: None,
            name: name.to_owned(),
            grants,
        },
    );
    let txn = site.services.store.write_txn(&ctx).await.expect("begins");
    account_insert(&ctx, &txn, &account).await.expect("an account");
    let added = AuditRecord::new("account.add", "account", account.id);
    txn.commit(Trail::one(added)).await.expect("commits");
    let token = service::link_issue(&ctx, &site.services, account.id, "test").await;
    let client = site.client();
    let used = site
        .post(&client, "/api/link_consume", &[("token", &token.expect("may"))])
        .await;
    assert_eq!(used.status(), 303);
    client
}

/// What was done since, but for refusals.
async fn done_since(site: &Site, seq: i64) -> Vec<String> {
    let select = format!(
        "SELECT action FROM audit_event WHERE seq > {seq} AND action <> 'access.refuse' ORDER BY seq"
    );
    texts(&site.services.store, &select).await
}

/// One's own affairs: nothing in them is anybody else's.
const OWN: [&str; 12] = [
    "/api/language",
    "/api/sign_out",
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/password_change",
    "/api/second_factor_check",
    "/api/second_factor_replace",
    "/api/parked_drop",
    "/api/saved_view_save",
    "/api/calendar_stop",
    "/api/digest_choose",
];

#[tokio::test]
async fn what_is_somebody_elses_is_not_reached_by_its_number() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (delivery, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let round = site.some_round().await;
    let report = site.report(2025).await;
    let statement = statement_of_others(&site).await;
    let mut others = vec![
        initiative.clone(),
        delivery.clone(),
        benefit.clone(),
        round,
        report.clone(),
    ];
    others.push(site.account(Role::SteeringUnit).to_string());
    others.push(statement.clone());

    let grant = |role, scope| {
        vec![Grant {
            role,
            scope,
            from: None,
            to: None,
        }]
    };
    let ended = |role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: server::now().date_naive().pred_opt(),
    };
    let elsewhere = Uuid::now_v7();
    let outsiders = [
        (
            "manager of another portfolio",
            grant(
                Role::PortfolioManager,
                Scope::Portfolios(vec![PortfolioId(elsewhere)]),
            ),
        ),
        (
            "owner in another unit",
            grant(Role::BenefitOwner, Scope::Units(vec![UnitId(elsewhere)])),
        ),
        (
            "reviewer of another group",
            grant(Role::Reviewer, Scope::Groups(vec![BenefitGroupId(elsewhere)])),
        ),
        ("nobody in particular", Vec::new()),
        ("stand-in of yesterday", Role::ALL.map(ended).to_vec()),
    ];
    for (who, grants) in outsiders {
        let client = outsider(&site, who, grants).await;
        let before = number(&site.services.store, "SELECT seq FROM audit_head").await;
        for action in ACTIONS.iter().filter(|action| !OWN.contains(action)) {
            for id in &others {
                let fields = [
                    ("id", id.as_str()),
                    ("initiative", &initiative),
                    ("delivery", &delivery),
                    ("benefit", &benefit),
                    ("benefits[]", &benefit),
                    ("statement", id),
                    ("statements[]", id),
                    ("report", &report),
                    ("subject", "4.5"),
                    ("key", id),
                    ("version", "1"),
                    ("seen", "1"),
                    ("decision", "approve"),
                    ("disabled", "on"),
                    ("status", "completed"),
                    ("state", "confirmed"),
                    ("action", "submit"),
                    ("finding", "confirmed"),
                    ("name", "Intrång"),
                    ("text", "Intrång."),
                    ("note", "Intrång."),
                    ("reason", "Intrång."),
                    ("as_of", "2025-03-01"),
                ];
                let response = site.post(&client, action, &fields).await;
                let status = response.status();
                assert!(!status.is_server_error(), "{who} at {action}: {status}");
            }
        }
        let done = done_since(&site, before).await;
        assert_eq!(
            done,
            Vec::<String>::new(),
            "{who} did something with what is others'"
        );
    }
}

/// A statement that somebody has sent in.
async fn statement_of_others(site: &Site) -> String {
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    let fields = [
        ("initiative", initiative.as_str()),
        ("benefits[]", &benefit),
        ("text", "Handläggningen går fortare."),
        ("as_of", "2025-03-01"),
        ("finding", "partly"),
        ("action", "submit"),
    ];
    let to = location(&site.post(&manager, "/api/statement_save", &fields).await);
    let id = to.rsplit("#konstaterad-").next().filter(|id| id.len() == 36);
    id.unwrap_or_else(|| panic!("not sent in: {to}")).to_owned()
}

#[tokio::test]
async fn what_a_browser_keeps_is_not_read_or_ended_by_another() {
    let site = Site::demo().await;
    let (mine, theirs) = (
        site.signed_in(Role::PortfolioManager).await,
        site.signed_in(Role::PortfolioManager).await,
    );
    // A draft, by its key.
    let secret = "Ett utkast som ingen annan ser";
    let fields = [
        ("submission", "utkast"),
        ("name", secret),
        ("status", "finns inte"),
    ];
    let back = location(&site.post(&mine, "/api/initiative_save", &fields).await);
    assert!(back.contains("draft="), "{back}");
    assert!(site.page(&mine, &back).await.contains(secret));
    let other = site.get(&theirs, &back).await.text().await.expect("text");
    assert!(!other.contains(secret), "another browser reads the draft");
    // A session, by its key; of another person.
    let page = site.page(&mine, "/konto").await;
    let key = value(&page, "key");
    assert!(!key.is_empty(), "the other browser's session");
    let stranger = site.signed_in(Role::Auditor).await;
    site.post(&stranger, "/api/session_revoke", &[("key", &key)])
        .await;
    assert_eq!(site.get(&theirs, "/konto").await.status(), 200);
}
