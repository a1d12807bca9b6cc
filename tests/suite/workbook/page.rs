//! A workbook on its way through the pages, without a script.

use domain::role::Role;
use domain::workbook::WorkbookFault;
use report::workbook::read;
use reqwest::Response;
use reqwest::multipart::{Form, Part};
use server::router::Edge;
use text::Lang;

use super::agency;
use super::filled::{self, book, portfolio};
use crate::support::database::{World, on_both};
use crate::web::html::{hrefs, text};
use crate::web::site::{Site, location};

on_both!(a_workbook_is_sent_looked_at_and_taken_in_without_a_script);

fn form(bytes: Vec<u8>) -> Form {
    let part = Part::bytes(bytes).file_name("portfölj.xlsx");
    Form::new().part("file", part)
}

async fn sent(site: &Site, client: &reqwest::Client, bytes: Vec<u8>) -> Response {
    let url = format!("{}/kom-igang/fil", site.url);
    let request = client.post(url).header("origin", &site.url);
    request.multipart(form(bytes)).send().await.expect("answers")
}

async fn a_workbook_is_sent_looked_at_and_taken_in_without_a_script(world: World) {
    let empty = Site::of(crate::start::with_people(&world).await, Edge::default()).await;
    let first = empty.signed_in(Role::SteeringUnit).await;
    let page = empty.page(&first, "/kom-igang/fil").await;
    assert_eq!(text(&page, "h1"), "Lägg först upp myndigheten");
    let (services, _, _) = agency(&world).await;
    crate::start::people(&services, &Role::ALL).await;
    let site = Site::of(services, Edge::default()).await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    let start = site.page(&steering, "/kom-igang").await;
    assert!(hrefs(&start, "main a").contains(&"/kom-igang/fil".to_owned()));
    let page = site.page(&steering, "/kom-igang/fil").await;
    assert!(page.contains("enctype=\"multipart/form-data\""));
    assert!(text(&page, "main").contains("Andra roller fyller i: Konstaterade nyttor"));

    let answer = sent(&site, &steering, book(Lang::Sv, &portfolio())).await;
    assert_eq!(answer.status(), 303);
    let place = location(&answer);
    let page = site.page(&steering, &place).await;
    assert_eq!(text(&page, "h1"), "14 rader läggs till");
    let names = text(&page, ".workbook-comes");
    assert!(
        names.contains("Nytt ärendestöd") && names.contains("Kortare kö"),
        "{names}"
    );
    assert!(
        !text(&page, "main").contains("godkänt dem"),
        "nothing is stated in it"
    );
    let draft = place.rsplit('=').next().expect("a key");
    let answer = site
        .post(&steering, "/api/workbook_take", &[("draft", draft)])
        .await;
    assert_eq!(location(&answer), "/kom-igang?klart=fil-inlast");
    let page = site.page(&steering, &location(&answer)).await;
    assert!(text(&page, ".receipt").contains("Filen är inläst"));
    let page = site.page(&steering, "/initiativ").await;
    assert!(text(&page, "main").contains("Nytt ärendestöd"));
    // Areas have no pages before there is a report: nothing leads to one that is not there.
    let initiative = hrefs(&page, "main a")
        .into_iter()
        .find(|href| href.starts_with("/initiativ/01"))
        .expect("an initiative");
    let page = site.page(&steering, &initiative).await;
    assert!(
        !hrefs(&page, "main a")
            .iter()
            .any(|href| href.starts_with("/omraden/"))
    );
    let page = site.page(&steering, "/omraden").await;
    assert!(hrefs(&page, "main a").contains(&"/struktur".to_owned()));
    let answer = sent(&site, &steering, book(Lang::Sv, &portfolio())).await;
    let page = site.page(&steering, &location(&answer)).await;
    assert!(text(&page, "main").contains("14 rader finns redan och lämnas som de är"));

    // What is no workbook, or one beyond measure, is said to be, and the file's name with it.
    let heading = async |bytes: Vec<u8>| {
        let answer = sent(&site, &steering, bytes).await;
        let page = site.page(&steering, &location(&answer)).await;
        (text(&page, "#fel h2"), text(&page, "#fel p"))
    };
    let (title, lead) = heading(b"inget kalkylblad".to_vec()).await;
    assert_eq!(title, "portfölj.xlsx kunde inte läsas");
    assert!(lead.contains("Spara den som .xlsx"), "{lead}");
    let (_, lead) = heading(vec![b'x'; 5 * 1024 * 1024 + 1]).await;
    assert!(lead.contains("för stor"), "{lead}");
    let (_, lead) = heading(filled::bomb()).await;
    assert!(lead.contains("för stor"), "{lead}");

    // Only those who may write a portfolio send one, and only from this site's own pages.
    let leadership = site.signed_in(Role::Leadership).await;
    let refused = sent(&site, &leadership, book(Lang::Sv, &portfolio())).await;
    assert_eq!(refused.status(), 403);
    let nobody = sent(&site, &site.client(), book(Lang::Sv, &portfolio())).await;
    assert_eq!(location(&nobody), "/logga-in");
    let url = format!("{}/kom-igang/fil", site.url);
    let forged = steering.post(url).header("origin", "http://evil.example");
    let forged = forged.multipart(form(Vec::new())).send().await.expect("answers");
    assert_eq!(forged.status(), 403);
    let file = site.get(&steering, "/kom-igang/mall.xlsx").await;
    assert_eq!(file.status(), 200);
    let bytes = file.bytes().await.expect("a file");
    assert_eq!(read(&bytes), Err(WorkbookFault::Empty));
    let refused = site.get(&leadership, "/kom-igang/mall.xlsx").await;
    assert_eq!(refused.status(), 403);
}
