//! Histories and the audit log as pages.

use domain::role::Role;
use store::ConnectionTrait;

use super::html::{text, value};
use super::site::{Site, location};

/// Changes the first initiative's delivery through its form, twice; gives the initiative.
pub async fn something_changed(site: &Site) -> String {
    let initiative = site.some_initiative().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let pages = site.pages().await;
    let form = pages.iter().map(|page| &page.path);
    let form = form
        .filter(|path| path.contains("/leverans/"))
        .find(|path| path.contains(&initiative));
    let form = form.expect("the form of a delivery").clone();
    for (name, words) in [
        ("Nytt namn", "kortare handläggning"),
        ("Nyare namn", "mycket kortare handläggning"),
    ] {
        let page = site.page(&client, &form).await;
        let of = |field: &str| value(&page, field);
        let description =
            format!("Den nya tjänsten ger {words} för alla som söker stöd, redan från första dagen.");
        let fields = [
            ("submission", of("submission")),
            ("initiative", of("initiative")),
            ("id", of("id")),
            ("version", of("version")),
            ("name", name.to_owned()),
            ("description", description),
            ("status", "delivered".to_owned()),
            ("actual[]", "2024-05".to_owned()),
            ("launch_what[]", format!("lansering: {words}")),
        ];
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let saved = site.post(&client, "/api/delivery_save", &fields).await;
        assert!(
            location(&saved).contains("klart=leverans"),
            "{}",
            location(&saved)
        );
    }
    initiative
}

#[tokio::test]
async fn a_history_reads_like_what_was_done() {
    let site = Site::demo().await;
    let initiative = something_changed(&site).await;
    let client = site.signed_in(Role::BenefitOwner).await;
    let own = site.page(&client, &format!("/initiativ/{initiative}")).await;
    let link = format!("href=\"/historik/initiativ/{initiative}\"");
    assert!(own.contains(&link), "the initiative leads to its history");
    let page = site
        .page(&client, &format!("/historik/initiativ/{initiative}"))
        .await;
    assert_eq!(
        text(&page, "h1").trim(),
        "12 händelser",
        "a draft of a statement, a calculation begun and written, an effect goal set and approved, freed time of three \
         years, sent in and approved, values in kronor and two changes"
    );
    let events = text(&page, ".events");
    for words in [
        "Leveransen ändrades",
        "Gäller leverans: Nyare namn",
        "i rollen Portföljansvarig",
        "kl. ",
        "Beskrivning",
    ] {
        assert!(events.contains(words), "{words} is not in: {events}");
    }
    let added = text(&page, ".events ins");
    assert!(added.contains("mycket"), "{added}");
    assert!(
        !events.contains('⟦') && !events.contains("delivery."),
        "codes are told in words"
    );
    assert!(page.contains("Fanns i den portföljfil som lästes in"));
    let english = site
        .post(&client, "/api/language", &[("lang", "en"), ("to", "/")])
        .await;
    assert_eq!(location(&english), "/");
    let page = site
        .page(&client, &format!("/historik/initiativ/{initiative}"))
        .await;
    assert!(page.contains("The delivery was changed") && page.contains("as Portfolio manager"));
    assert!(!page.contains('⟦'));
}

#[tokio::test]
async fn the_audit_log_says_that_the_chain_holds_only_once_it_is_verified() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Auditor).await;
    let heading = async |path: &str| text(&site.page(&client, path).await, "h1").trim().to_owned();
    assert!(
        heading("/revision")
            .await
            .ends_with("kedjan är inte kontrollerad")
    );
    assert!(
        heading("/revision?kontrollera=1")
            .await
            .ends_with("kedjan håller")
    );
    let page = site.page(&client, "/revision").await;
    let head = text(&page, ".chain-head code").trim().to_owned();
    let (seq, hash) = head.split_once(':').expect("number and hash");
    let kept = site
        .page(&client, &format!("/revision?kontrollera=1&huvud={seq}%3A{hash}"))
        .await;
    assert!(kept.contains("Det sparade huvudet finns i kedjan"));
    let elsewhere = format!("/revision?kontrollera=1&huvud={seq}%3A{}", "0".repeat(64));
    assert!(
        heading(&elsewhere)
            .await
            .ends_with("det sparade huvudet finns inte i kedjan")
    );
    let nonsense = site.page(&client, "/revision?kontrollera=1&huvud=x").await;
    assert!(nonsense.contains("är inget huvud") && nonsense.contains("inte kontrollerad"));
    // Somebody with the file in their hands.
    let db = site.services.store.unaudited();
    for sql in [
        "DROP TRIGGER audit_event_no_update",
        "UPDATE audit_event SET action = 'something.else' WHERE seq = 3",
    ] {
        db.execute_unprepared(sql).await.expect("done");
    }
    let broken = site.page(&client, "/revision?kontrollera=1").await;
    assert!(broken.contains("kedjan är bruten") && broken.contains("Händelse 3 har ändrats."));
}

#[tokio::test]
async fn the_audit_log_is_filtered_by_its_address() {
    let site = Site::demo().await;
    something_changed(&site).await;
    let client = site.signed_in(Role::Auditor).await;
    let page = site.page(&client, "/revision?vad=delivery.change").await;
    assert_eq!(
        text(&page, "h1").trim(),
        "2 händelser passar, kedjan är inte kontrollerad"
    );
    assert!(page.contains("<option value=\"delivery.change\" selected"));
    let page = site.page(&client, "/revision?sak=leverans&vem=ingen").await;
    assert_eq!(
        text(&page, "h1").trim(),
        "Ingen händelse passar, kedjan är inte kontrollerad"
    );
    let page = site.page(&client, "/revision?till=2020-01-01").await;
    assert_eq!(
        text(&page, "h1").trim(),
        "Ingen händelse passar, kedjan är inte kontrollerad"
    );
    let page = site.page(&client, "/revision?fran=i-gar&anrop=x").await;
    assert!(page.contains("Filtret kunde inte läsas"));
    let said = text(&page, ".chain-result");
    assert!(
        said.contains("Från och med") && said.contains("Anropets nummer"),
        "{said}"
    );
    assert!(page.contains("value=\"i-gar\""), "what was typed stays");
    for role in [Role::SteeringUnit, Role::Admin] {
        let other = site.signed_in(role).await;
        assert_eq!(site.get(&other, "/revision").await.status(), 404);
    }
}

#[tokio::test]
async fn every_page_leads_to_the_accessibility_statement() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Leadership).await;
    for (client, path) in [
        (&client, "/"),
        (&client, "/finns-inte"),
        (&site.client(), "/logga-in"),
    ] {
        let page = site.get(client, path).await.text().await.expect("text");
        assert!(page.contains("href=\"/tillganglighet\""), "{path}");
    }
    let page = site.page(&site.client(), "/tillganglighet").await;
    for words in [
        "2018:1937",
        "Digg",
        "Skärmläsare är inte prövade",
        "delvis förenlig",
    ] {
        assert!(page.contains(words), "{words}");
    }
}
