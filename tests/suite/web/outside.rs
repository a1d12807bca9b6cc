//! What those without an account meet: a report by a link, what is public, and the feed of it.

use std::collections::BTreeSet;

use domain::report::life::ReportStep;
use domain::role::Role;
use reqwest::{Client, Response};
use roxmltree::Document;
use serde_json::Value;
use thirtyfour::prelude::*;

use super::driver::{Setup, browse, click, shown, type_into, wait_for};
use super::follow::sign_in;
use super::html::{attribute, count, text};
use super::site::{Site, location};
use crate::report_correction;

const ATOM: &str = "/rapporter/flode.xml";
const JSON: &str = "/rapporter/flode.json";
const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

fn header(answer: &Response, name: &str) -> String {
    let value = answer
        .headers()
        .get(name)
        .map(|value| value.to_str().expect("ASCII"));
    value.unwrap_or_default().to_owned()
}

async fn published(site: &Site, report: &str) {
    let (ctx, services) = (site.acting(Role::Leadership), &site.services);
    let id = report.parse().expect("a report");
    let version = service::report_life(&ctx, services, id)
        .await
        .expect("may read")
        .version;
    service::report_step_take(&ctx, services, id, version, ReportStep::Publish, "")
        .await
        .expect("may publish");
}

#[tokio::test]
async fn a_shared_report_is_read_only_and_told_to_nobody() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let path = site.shared(&report).await;
    let stranger = site.client();
    let answer = site.get(&stranger, &path).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(header(&answer, "referrer-policy"), "no-referrer");
    assert_eq!(header(&answer, "x-robots-tag"), "noindex, nofollow");
    assert_eq!(header(&answer, "cache-control"), "no-store");
    let page = answer.text().await.expect("text");
    assert_eq!(
        count(&page, "head meta[name='robots'][content='noindex, nofollow']"),
        1
    );
    assert!(text(&page, "main").contains("Du läser en beslutad rapport genom en länk"));
    assert_eq!(count(&page, "main form"), 0, "nothing can be changed");
    // Nothing leads into the portfolio.
    for inside in [
        "/initiativ/",
        "/omraden/",
        "/rapporter/",
        "/nyttor",
        "/bedomning",
        "/historik/",
    ] {
        assert_eq!(count(&page, &format!("main a[href^='{inside}']")), 0, "{inside}");
    }
    let steering = site.signed_in(Role::SteeringUnit).await;
    for format in ["pdf", "docx", "xlsx", "csv", "json", "html"] {
        let shared = site.get(&stranger, &format!("{path}/fil/{format}")).await;
        assert_eq!(shared.status(), 200, "{format}");
        assert_eq!(header(&shared, "referrer-policy"), "no-referrer", "{format}");
        assert_eq!(header(&shared, "x-robots-tag"), "noindex, nofollow", "{format}");
        assert_eq!(header(&shared, "cache-control"), "no-store", "{format}");
        assert!(
            header(&shared, "content-disposition").starts_with("attachment"),
            "{format}"
        );
        let stored = site
            .get(&steering, &format!("/rapporter/{report}/fil/{format}"))
            .await;
        let (shared, stored) = (shared.bytes().await, stored.bytes().await);
        assert!(shared.expect("bytes") == stored.expect("bytes"), "{format}");
    }
    // The rest of the house is as shut as before.
    let inside = site.get(&stranger, &format!("/rapporter/{report}")).await;
    assert_eq!(location(&inside), "/logga-in");
}

#[tokio::test]
async fn what_was_corrected_stands_where_the_report_is_shared_and_where_it_is_public() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    published(&site, &report).await;
    let (steering, leadership) = (site.as_steering_unit(), site.acting(Role::Leadership));
    let id = report.parse().expect("a report");
    for section in ["whole", "background"] {
        let form = report_correction::form(id, section);
        report_correction::corrected_by((&steering, &leadership), &site.services, form).await;
    }
    let stranger = site.client();
    for place in [site.shared(&report).await, format!("/publicerat/{report}")] {
        let answer = site.get(&stranger, &place).await;
        let page = answer.text().await.expect("text");
        assert_eq!(
            count(&page, "main .correction"),
            3,
            "{place}: a notice, and each in its place"
        );
        assert_eq!(
            count(&page, "section[aria-labelledby='k1'] .correction"),
            1,
            "{place}"
        );
        assert!(
            text(&page, "main").contains("Handläggningen tar längre tid."),
            "{place}"
        );
        assert_eq!(count(&page, "main a[href^='/rapporter/']"), 0, "{place}");
    }
}

/// Status and text of an answer; where it leads on, those of the page that it leads to.
async fn told(site: &Site, client: &Client, path: &str) -> (u16, String) {
    let mut answer = site.get(client, path).await;
    if answer.status() == 303 {
        answer = site.get(client, &location(&answer)).await;
    }
    assert_eq!(header(&answer, "referrer-policy"), "no-referrer", "{path}");
    let status = answer.status().as_u16();
    (status, text(&answer.text().await.expect("text"), "main"))
}

#[tokio::test]
async fn what_has_ended_is_withdrawn_or_unknown_answers_alike() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let (withdrawn, ended) = (site.shared(&report).await, site.shared(&report).await);
    let steering = site.signed_in(Role::SteeringUnit).await;
    let shares = format!("/rapporter/{report}/delning");
    let page = site.page(&steering, &shares).await;
    assert!(text(&page, "h1").contains("2 länkar"), "{page}");
    // The newest stands first.
    let id = attribute(&page, "tbody tr:last-child form input[name='id']", "value").expect("a form");
    let stopped = site
        .post(&steering, "/api/report_link_stop", &[("id", &id)])
        .await;
    assert_eq!(location(&stopped), format!("{shares}?klart=aterkallad"));
    let end = "UPDATE report_link SET ends_on = '2020-01-01' WHERE withdrawn_at IS NULL";
    crate::support::rows::must(&site.services.store, &[end]).await;

    let stranger = site.client();
    let mut answers = BTreeSet::new();
    for place in [&withdrawn, &ended, "/delad/okand", "/delad/å%0d%0ab"] {
        for rest in ["", "/fil/pdf", "/fil/finns-inte"] {
            answers.insert(told(&site, &stranger, &format!("{place}{rest}")).await);
        }
    }
    assert_eq!(answers.len(), 1, "they differ: {answers:?}");
    let (status, said) = answers.pop_first().expect("an answer");
    assert_eq!(status, 404);
    assert!(said.contains("Fråga den som gav dig länken"), "{said}");
}

#[tokio::test]
async fn a_link_is_made_by_those_who_may_and_shown_once() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let shares = format!("/rapporter/{report}/delning");
    let reviewer = site.signed_in(Role::Reviewer).await;
    assert_eq!(site.get(&reviewer, &shares).await.status(), 403);
    let refused = site.post(&reviewer, &shares, &[("for_whom", "x")]).await;
    assert_eq!(refused.status(), 403);

    let steering = site.signed_in(Role::SteeringUnit).await;
    let again = site
        .post(&steering, &shares, &[("for_whom", ""), ("ends_on", "i morgon")])
        .await;
    let to = location(&again);
    assert!(
        to.starts_with(&format!("{shares}?draft=")) && to.ends_with("#fel"),
        "{to}"
    );
    let page = site.page(&steering, to.trim_end_matches("#fel")).await;
    assert_eq!(count(&page, ".error-summary li"), 2);
    assert_eq!(attribute(&page, "#ends_on", "value").as_deref(), Some("i morgon"));

    let page = site.page(&steering, &shares).await;
    let field = |name: &str| attribute(&page, &format!("[name='{name}']"), "value").expect("a field");
    let (submission, ends_on) = (field("submission"), field("ends_on"));
    let fields = [
        ("submission", submission.as_str()),
        ("for_whom", "<b>Utskottet</b>"),
        ("ends_on", &ends_on),
    ];
    let made = site.post(&steering, &shares, &fields).await;
    assert_eq!(made.status(), 200);
    assert_eq!(header(&made, "cache-control"), "no-store");
    let made = made.text().await.expect("text");
    let url = attribute(&made, "#lank", "value").expect("a link");
    assert!(url.starts_with(&format!("{}/delad/", site.url)), "{url}");
    assert!(text(&made, "tbody").contains("<b>Utskottet</b>"), "{made}");
    let twice = site.post(&steering, &shares, &fields).await;
    assert_eq!(location(&twice), format!("{shares}?klart=lank-fanns"));
    let page = site.page(&steering, &shares).await;
    assert_eq!((count(&page, "#lank"), count(&page, "tbody tr")), (0, 1));
}

#[tokio::test]
async fn the_feed_has_what_is_published_and_nothing_else() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let stranger = site.client();
    let before = site.get(&stranger, ATOM).await;
    assert_eq!(before.status(), 200);
    assert_eq!(
        header(&before, "content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert!(!before.headers().contains_key("set-cookie"));
    let before = before.text().await.expect("text");
    let empty = Document::parse(&before).expect("well-formed");
    assert!(empty.descendants().all(|one| one.tag_name().name() != "entry"));
    assert!(!before.contains(&report), "decided and not published");
    for path in [
        format!("/publicerat/{report}"),
        format!("/publicerat/{report}/fil/pdf"),
    ] {
        assert_eq!(site.get(&stranger, &path).await.status(), 404, "{path}");
    }

    published(&site, &report).await;
    let answer = site.get(&stranger, ATOM).await;
    let (tag, changed) = (header(&answer, "etag"), header(&answer, "last-modified"));
    let atom = answer.text().await.expect("text");
    let document = Document::parse(&atom).expect("well-formed");
    let root = document.root_element();
    let child = |of: roxmltree::Node, name: &str| {
        let found = of.children().find(|one| one.has_tag_name((NAMESPACE, name)));
        found.and_then(|one| one.text()).unwrap_or_default().to_owned()
    };
    let entries: Vec<_> = root
        .children()
        .filter(|one| one.has_tag_name((NAMESPACE, "entry")))
        .collect();
    let [entry] = &entries[..] else {
        panic!("one is published: {atom}")
    };
    assert_eq!(child(*entry, "id"), format!("urn:uuid:{report}"));
    assert_eq!(child(root, "updated"), child(*entry, "updated"));
    assert_eq!(child(*entry, "published"), child(*entry, "updated"));
    assert!(child(root, "title").starts_with("Publicerade rapporter"));
    let open = site.report(2025).await;
    assert!(!atom.contains(&open), "a draft is not in it");

    // Every address in it is answered without an account.
    let links = root
        .descendants()
        .filter(|one| one.has_tag_name((NAMESPACE, "link")));
    let mut followed = 0;
    for link in links {
        let href = link.attribute("href").expect("an address");
        let path = href.strip_prefix(&site.url).expect("of this site");
        let answer = site.get(&stranger, path).await;
        assert_eq!(answer.status(), 200, "{path}");
        let kind = header(&answer, "content-type");
        assert!(
            kind.starts_with(link.attribute("type").expect("a type")),
            "{path}: {kind}"
        );
        followed += 1;
    }
    assert!(followed >= 7, "{followed}");
    let json: Value = site.get(&stranger, JSON).await.json().await.expect("JSON");
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["items"][0]["id"], format!("urn:uuid:{report}"));
    assert_eq!(json["items"].as_array().map(Vec::len), Some(1));

    // Whoever has it already is sent nothing.
    for (name, value) in [("if-none-match", &tag), ("if-modified-since", &changed)] {
        let asked = stranger.get(format!("{}{ATOM}", site.url)).header(name, value);
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.status(), 304, "{name}: {value}");
        assert_eq!(answer.bytes().await.expect("bytes").len(), 0);
    }
    for (name, value) in [
        ("if-none-match", "\"annan\""),
        ("if-modified-since", "Mon, 01 Jan 2024 00:00:00 GMT"),
    ] {
        let asked = stranger.get(format!("{}{ATOM}", site.url)).header(name, value);
        assert_eq!(asked.send().await.expect("an answer").status(), 200, "{name}");
    }
    let again = site.get(&stranger, ATOM).await.text().await.expect("text");
    assert_eq!(again, atom, "the same names and times each time");

    // Programs find it from the pages, and people find the reports.
    let steering = site.signed_in(Role::SteeringUnit).await;
    for (client, path) in [(&steering, "/rapporter"), (&stranger, "/publicerat")] {
        let page = site.page(client, path).await;
        for (kind, href) in [("application/atom+xml", ATOM), ("application/feed+json", JSON)] {
            let link = format!("head link[rel='alternate'][type='{kind}'][href='{href}']");
            assert_eq!(count(&page, &link), 1, "{path}: {kind}");
        }
    }
    let list = site.page(&stranger, "/publicerat").await;
    assert_eq!(count(&list, &format!("main a[href='/publicerat/{report}']")), 1);
    let page = site.page(&stranger, &format!("/publicerat/{report}")).await;
    assert!(text(&page, "main").contains("Du läser en publicerad rapport"));
    assert_eq!(count(&page, "main form"), 0);
}

#[tokio::test]
async fn a_package_is_fetched_whole_by_those_who_may() {
    let site = Site::demo().await;
    let (report, open) = (site.report(2024).await, site.report(2025).await);
    let path = format!("/rapporter/{report}/arkivpaket");
    let steering = site.signed_in(Role::SteeringUnit).await;
    let page = site.page(&steering, &format!("/rapporter/{report}/arbete")).await;
    assert_eq!(count(&page, &format!("main a[href='{path}']")), 1);
    let answer = site.get(&steering, &path).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(header(&answer, "content-type"), "application/zip");
    assert_eq!(header(&answer, "cache-control"), "no-store");
    let named = header(&answer, "content-disposition");
    assert_eq!(
        named,
        "attachment; filename=\"aterrapport-2022-2024-arkivpaket.zip\""
    );
    let whole = answer.bytes().await.expect("the whole of it");
    let files = crate::report_archive::unpacked(&whole);
    crate::report_archive::sums_are_right(&files);
    assert!(files["rapport/aterrapport-2022-2024.pdf"].starts_with(b"%PDF-"));
    let again = site.get(&steering, &path).await.bytes().await;
    assert!(again.expect("bytes") == whole, "the same each time");

    let undecided = site
        .get(&steering, &format!("/rapporter/{open}/arkivpaket"))
        .await;
    assert_eq!(undecided.status(), 409);
    assert!(
        undecided
            .text()
            .await
            .expect("text")
            .contains("när rapporten är beslutad")
    );
    let manager = site.signed_in(Role::PortfolioManager).await;
    assert_eq!(site.get(&manager, &path).await.status(), 403);
    let page = site.page(&manager, &format!("/rapporter/{report}/arbete")).await;
    assert_eq!(count(&page, &format!("main a[href='{path}']")), 0);
}

#[tokio::test]
async fn a_report_is_shared_read_by_somebody_else_and_withdrawn() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let shares = format!("{}/rapporter/{report}/delning", site.url);
    let stored = site.signed_in(Role::SteeringUnit).await;
    let stored = site.get(&stored, &format!("/rapporter/{report}/fil/pdf")).await;
    let stored = stored.bytes().await.expect("bytes");
    browse(Setup::default(), |driver| async {
        let driver = driver;
        sign_in(&driver, &site, Role::SteeringUnit).await?;
        driver.goto(&shares).await?;
        type_into(&driver, "#for_whom", "Utskottets kansli").await?;
        click(&driver, ".link-form button.primary").await?;
        let link = wait_for(&driver, "#lank")
            .await?
            .value()
            .await?
            .unwrap_or_default();

        // Somebody else, in a browser of their own, who has no account.
        browse(
            Setup {
                width: 390,
                ..Setup::default()
            },
            |other| async {
                let other = other;
                other.goto(&link).await?;
                let text = shown(&other).await?;
                assert!(
                    text.contains("Du läser en beslutad rapport genom en länk"),
                    "{text}"
                );
                let pdf = wait_for(&other, "main .actions a.primary").await?;
                let pdf = pdf.attr("href").await?.unwrap_or_default();
                let fetched = site.get(&site.client(), &pdf).await.bytes().await.expect("bytes");
                assert!(fetched == stored, "the bytes that were stored");
                assert!(
                    other.find(By::Css("nav.rail")).await.is_err(),
                    "no way into the portfolio"
                );
                // In the other language it is the same page.
                click(&other, ".lang button[value=\"en\"]").await?;
                wait_for(&other, "html[lang=\"en\"]").await?;
                assert!(
                    shown(&other)
                        .await?
                        .contains("You are reading a decided report by a link")
                );

                driver.goto(&shares).await?;
                let row = wait_for(&driver, "tbody tr").await?.text().await?;
                assert!(
                    row.contains("Utskottets kansli") && !row.contains("Aldrig"),
                    "{row}"
                );
                click(&driver, "tbody form button").await?;
                wait_for(&driver, ".receipt").await?;
                let text = shown(&driver).await?;
                assert!(text.contains("Länken är återkallad"), "{text}");

                other.goto(&link).await?;
                let text = shown(&other).await?;
                assert!(text.contains("The link does not work"), "{text}");
                // That it is not found stands in the console; that is what is wanted.
                other.get_log("browser").await?;
                Ok(())
            },
        )
        .await;
        Ok(())
    })
    .await;
    let gone = site.client();
    let answer = site.get(&gone, "/delad/okand/fil/pdf").await;
    assert_eq!(location(&answer), "/delad/okand");
}
