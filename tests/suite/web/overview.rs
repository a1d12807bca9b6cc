//! What the overview shows the first of opens into all of it, page by page.

use domain::role::Role;
use domain::standing::{GapKind, Standing};
use reqwest::Client;
use server::router::Edge;
use store::Kind;

use super::html::{count, hrefs, texts};
use super::site::Site;
use crate::support::database::{World, on};
use crate::support::demo::Demo;
use crate::support::grown::grown;

/// The most that the overview shows of a list, and a page of the list itself.
const FIRST: usize = 25;
const ON_PAGE: usize = 100;

#[test]
fn what_is_cut_short_opens_into_all_of_it() {
    on(Kind::Sqlite, all_of_it);
}

async fn all_of_it(world: World) {
    let demo = Demo::load_portfolio(&world, grown(5).to_string().as_bytes()).await;
    let ctx = demo.ctx(Role::Leadership);
    let view = service::overview_view(&ctx, &demo.services, Some(2025)).await;
    let standing = view.expect("an overview").standing.expect("a standing");
    let site = Site::of(demo.services, Edge::default()).await;
    let client = site.signed_in(Role::Leadership).await;
    let overview = site.page(&client, "/?rapport=2025").await;
    lists(&site, &client, &overview, &standing).await;
    amounts(&site, &client, &overview, &standing).await;
    for nothing in ["/saknas?rapport=2025", "/saknas?rapport=2025&vad=unknown"] {
        assert_eq!(site.get(&client, nothing).await.status(), 404, "{nothing}");
    }
    let kinds = standing.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>();
    let none = GapKind::ALL.into_iter().find(|kind| !kinds.contains(kind));
    let none = none.expect("a kind of which nothing is missing");
    let page = site
        .page(&client, &format!("/saknas?rapport=2025&vad={}", none.code()))
        .await;
    assert_eq!(
        (count(&page, ".gap-names li"), count(&page, "main .quiet")),
        (0, 1)
    );
}

async fn lists(site: &Site, client: &Client, overview: &str, standing: &Standing) {
    let mut cut = 0;
    for (at, gap) in standing.gaps.iter().enumerate() {
        let item = format!(".gaps > li:nth-child({})", at + 1);
        let first = texts(overview, &format!("{item} .gap-names li"));
        let shown = gap.names.len().min(FIRST);
        assert_eq!(first, trimmed(&gap.names[..shown]), "{:?}", gap.kind);
        let more = hrefs(overview, &format!("{item} .do a"));
        let address = format!("/saknas?rapport=2025&vad={}", gap.kind.code());
        assert_eq!(more.is_empty(), shown == gap.names.len(), "{:?}", gap.kind);
        assert!(more.iter().all(|href| *href == address), "{more:?}");
        cut += more.len();
        let all = walked(site, client, address, ".gap-names li").await;
        assert_eq!(all, trimmed(&gap.names), "{:?}", gap.kind);
    }
    let longest = standing.gaps.iter().map(|gap| gap.names.len()).max();
    assert!(
        cut > 0 && longest > Some(ON_PAGE),
        "{cut} cut, {longest:?} the longest"
    );
}

async fn amounts(site: &Site, client: &Client, overview: &str, standing: &Standing) {
    assert!(standing.amounts.len() > FIRST, "{}", standing.amounts.len());
    let (table, address) = ("table:has(caption) td.n > b", "/belopp?rapport=2025");
    let value = "section[aria-labelledby=h-varde]";
    let first = texts(overview, &format!("{value} {table}"));
    assert_eq!(first.len(), FIRST);
    assert_eq!(hrefs(overview, &format!("{value} .do a")), [address]);
    let all = walked(site, client, address.to_owned(), table).await;
    assert_eq!((all.len(), &all[..FIRST]), (standing.amounts.len(), &first[..]));
}

/// What a selector finds on a page and on those that follow it.
async fn walked(site: &Site, client: &Client, from: String, selector: &str) -> Vec<String> {
    let (mut all, mut next) = (Vec::new(), Some(from));
    while let Some(path) = next {
        let page = site.page(client, &path).await;
        let its = texts(&page, selector);
        next = hrefs(&page, "nav.older a[rel=next]").into_iter().next();
        assert!(its.len() <= ON_PAGE, "{path}");
        assert!(next.is_none() || its.len() == ON_PAGE, "{path} is full");
        all.extend(its);
    }
    all
}

fn trimmed(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.trim().to_owned()).collect()
}
