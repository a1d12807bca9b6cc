//! The example on the pages: shown as one, and removed by whoever may.

use domain::role::Role;
use server::router::Edge;

use super::rows;
use crate::start::with_people;
use crate::support::database::{World, on_both};
use crate::support::rows::count;
use crate::web::html::{self, hrefs, text};
use crate::web::site::{Site, location};

on_both!(it_is_shown_as_an_example_and_removed_by_whoever_may);

async fn it_is_shown_as_an_example_and_removed_by_whoever_may(world: World) {
    let services = with_people(&world).await;
    let site = Site::of(services.clone(), Edge::default()).await;
    let before = rows(&services.store).await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::SteeringUnit) {
        let client = site.signed_in(role).await;
        for action in ["/api/example_load", "/api/example_remove"] {
            let refused = site.post(&client, action, &[("seen", "x")]).await;
            assert_eq!(location(&refused), "/fel?kod=403", "{} {action}", role.code());
        }
        assert_ne!(site.get(&client, "/kom-igang/exempel").await.status(), 200);
    }
    assert_eq!(count(&services.store, "initiative").await, 0);
    let leadership = site.signed_in(Role::Leadership).await;
    let page = site.page(&leadership, "/kom-igang").await;
    assert_eq!(html::count(&page, "form[action=\"/api/example_load\"]"), 0);

    let client = site.signed_in(Role::SteeringUnit).await;
    let page = site.page(&client, "/kom-igang").await;
    assert_eq!(html::count(&page, "form[action=\"/api/example_load\"]"), 1);
    assert_eq!(html::count(&page, ".example-notice"), 0);
    let nothing = site.page(&client, "/kom-igang/exempel").await;
    assert!(text(&nothing, "h1").contains("inte inläst"));
    let loaded = site.post(&client, "/api/example_load", &[]).await;
    assert_eq!(location(&loaded), "/kom-igang?klart=exempel-inlast");
    let page = site.page(&client, &location(&loaded)).await;
    assert!(text(&page, ".receipt").contains("Exemplet är inläst"));
    for path in ["/kom-igang", "/"] {
        let page = site.page(&client, path).await;
        assert!(
            text(&page, ".example-notice").contains("Exempel – inte era uppgifter"),
            "{path}"
        );
        assert_eq!(
            hrefs(&page, ".example-notice a"),
            ["/kom-igang/exempel"],
            "{path}"
        );
        let page = site.page(&leadership, path).await;
        assert_eq!(html::count(&page, ".example-notice"), 1, "{path}");
        assert_eq!(html::count(&page, ".example-notice a"), 0, "{path}");
    }
    let page = site.page(&client, "/kom-igang/exempel").await;
    assert!(
        text(&page, ".example-goes").contains("Konstaterad nytta7–"),
        "{page}"
    );
    let seen = html::value(&page, "seen");
    let removed = site
        .post(&client, "/api/example_remove", &[("seen", &seen)])
        .await;
    let page = site.page(&client, &location(&removed)).await;
    assert!(text(&page, ".receipt").contains("Exemplet är borttaget"));
    let mut left = rows(&services.store).await;
    // What signing in leaves.
    left.insert("one_time_link".to_owned(), before["one_time_link"]);
    assert_eq!(left, before);
    let auditor = site.signed_in(Role::Auditor).await;
    let log = text(&site.page(&auditor, "/revision").await, "main");
    assert!(
        log.contains("Exemplet lästes in") && log.contains("Exemplet togs bort"),
        "{log}"
    );
}
