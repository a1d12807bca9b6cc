//! An area's page where the portfolio is large.

use std::collections::BTreeSet;

use domain::role::Role;
use server::router::Edge;
use store::Kind;

use super::html::{attributes, hrefs, text};
use super::site::Site;
use crate::support::database::{World, on};
use crate::support::demo::Demo;
use crate::support::grown::grown;

#[test]
fn many_deliveries_are_read_page_by_page() {
    on(Kind::Sqlite, page_by_page);
}

async fn page_by_page(world: World) {
    let demo = Demo::load_portfolio(&world, grown(5).to_string().as_bytes()).await;
    let site = Site::of(demo.services, Edge::default()).await;
    let client = site.signed_in(Role::Leadership).await;
    let (mut pages, mut seen, mut scored) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut next = Some("/omraden/4.4?rapport=2024".to_owned());
    while let Some(path) = next {
        let page = site.page(&client, &path).await;
        let its = attributes(&page, "table.pair th[scope=rowgroup]", "id");
        assert!(!its.is_empty() && its.len() <= 25, "{path}: {its:?}");
        // The scores of a page are of its own benefits, and their deliveries stand above.
        let above = hrefs(&page, "table.scores td a[href^=\"#\"]");
        assert!(!above.is_empty(), "{path}");
        for href in above {
            assert!(its.contains(&href.trim_start_matches('#').to_owned()), "{href}");
        }
        scored.extend(hrefs(&page, "table.scores th[scope=row] a"));
        next = hrefs(&page, "nav.older a[rel=next]").into_iter().next();
        seen.extend(its);
        pages.push(path);
    }
    let each: BTreeSet<&String> = seen.iter().collect();
    assert_eq!((each.len(), seen.len()), (60, 60), "each once, on {pages:?}");
    assert_eq!(pages.len(), 3);
    let benefits = scored.len();
    assert!(
        benefits > 60 && benefits % 6 == 0,
        "{benefits} benefits, of six times the portfolio"
    );
    let last = site.page(&client, &pages[2]).await;
    assert!(
        hrefs(&last, "nav.older a[rel=prev]")[0].contains("sida=2"),
        "and back"
    );
    let shown = |page: &str| text(page, "main");
    let beyond = site.page(&client, "/omraden/4.4?rapport=2024&sida=99").await;
    assert_eq!(
        shown(&beyond),
        shown(&last),
        "the last, where there are not so many"
    );
    let nonsense = site.page(&client, "/omraden/4.4?rapport=2024&sida=-1").await;
    let first = site.page(&client, &pages[0]).await;
    assert_eq!(shown(&nonsense), shown(&first));
    // One that has no more than a page has no way to others.
    let small = site.page(&client, "/omraden/4.3?rapport=2024").await;
    assert_eq!(
        attributes(&small, "table.pair th[scope=rowgroup]", "id").len(),
        18
    );
    assert!(hrefs(&small, "nav.older a").is_empty());
}
