//! The public reports as a feed: Atom 1.0 (RFC 4287) and JSON Feed 1.1. What stands in it is put together by whoever
//! knows the addresses.

use chrono::{DateTime, SecondsFormat, Utc};
use domain::id::ReportId;
use serde_json::{Value, json};
use service::{Format, RenderError};

use crate::word::xml::Xml;

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What it is called.
    pub title: String,
    /// Whose reports they are.
    pub author: String,
    /// Code of the language of the reports.
    pub lang: String,
    /// Address of the page that lists the same.
    pub home: String,
    /// Its own address as Atom.
    pub atom: String,
    /// Its own address as JSON.
    pub json: String,
    /// When something in it last changed.
    pub updated: DateTime<Utc>,
    /// The reports, newest first.
    pub items: Vec<FeedItem>,
}

/// A report in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedItem {
    /// The report. It names the item, whatever address the site has.
    pub report: ReportId,
    /// What it is called.
    pub title: String,
    /// A sentence about it.
    pub summary: String,
    /// Address of its page.
    pub page: String,
    /// Its files, with their addresses.
    pub files: Vec<(Format, String)>,
    /// When it was made public.
    pub published: DateTime<Utc>,
    /// When it was last corrected, or else made public.
    pub updated: DateTime<Utc>,
}

impl FeedItem {
    /// The item's name: the same for as long as there is the report.
    fn id(&self) -> String {
        format!("urn:uuid:{}", self.report)
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A media type without what is said of letters: feeds name the kind alone.
fn kind(format: Format) -> &'static str {
    let whole = format.media_type();
    whole.split_once(';').map_or(whole, |(kind, _)| kind)
}

/// The feed as Atom.
pub fn atom(feed: &Feed) -> Vec<u8> {
    let mut xml = Xml::new();
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.lang)];
    xml.within("feed", &root, |xml| {
        xml.words("id", &[], &feed.atom);
        xml.words("title", &[], &feed.title);
        xml.words("updated", &[], &moment(feed.updated));
        xml.within("author", &[], |xml| xml.words("name", &[], &feed.author));
        for (rel, kind, href) in [
            ("self", "application/atom+xml", &feed.atom),
            ("alternate", "text/html", &feed.home),
            ("alternate", "application/feed+json", &feed.json),
        ] {
            xml.empty("link", &[("rel", rel), ("type", kind), ("href", href)]);
        }
        xml.words("generator", &[], "Nytta");
        for item in &feed.items {
            xml.within("entry", &[], |xml| entry(xml, item));
        }
    });
    xml.into_bytes()
}

fn entry(xml: &mut Xml, item: &FeedItem) {
    xml.words("id", &[], &item.id());
    xml.words("title", &[], &item.title);
    xml.words("published", &[], &moment(item.published));
    xml.words("updated", &[], &moment(item.updated));
    xml.empty(
        "link",
        &[("rel", "alternate"), ("type", "text/html"), ("href", &item.page)],
    );
    for (format, href) in &item.files {
        let title = format.code().to_uppercase();
        xml.empty(
            "link",
            &[
                ("rel", "enclosure"),
                ("type", kind(*format)),
                ("title", &title),
                ("href", href),
            ],
        );
    }
    xml.words("summary", &[], &item.summary);
}

/// The feed as JSON Feed.
///
/// # Errors
/// Where something cannot be written as JSON.
pub fn json_feed(feed: &Feed) -> Result<Vec<u8>, RenderError> {
    let items: Vec<Value> = feed
        .items
        .iter()
        .map(|item| {
            let files = item.files.iter().map(|(format, href)| {
                json!({ "url": href, "mime_type": kind(*format), "title": format.code().to_uppercase() })
            });
            json!({
                "id": item.id(),
                "url": item.page,
                "title": item.title,
                "content_text": item.summary,
                "date_published": moment(item.published),
                "date_modified": moment(item.updated),
                "attachments": files.collect::<Vec<_>>(),
            })
        })
        .collect();
    let whole = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": feed.lang,
        "authors": [{ "name": feed.author }],
        "items": items,
    });
    serde_json::to_vec(&whole).map_err(|error| RenderError::Model(error.to_string()))
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;

    fn feed() -> Feed {
        let at = |text: &str| -> DateTime<Utc> { text.parse().expect("a moment") };
        let place = |path: &str| format!("https://nytta.example/{path}");
        Feed {
            title: "Publicerade rapporter – <Myndigheten> & Co".to_owned(),
            author: "Myndigheten \"A\"".to_owned(),
            lang: "sv".to_owned(),
            home: place("publicerat"),
            atom: place("rapporter/flode.xml"),
            json: place("rapporter/flode.json"),
            updated: at("2026-03-05T08:00:00Z"),
            items: vec![FeedItem {
                report: "00000000-0000-0000-0000-000000000007".parse().expect("an id"),
                title: "Nytta & <kostnad> 2024–2026".to_owned(),
                summary: "Beslutad.".to_owned(),
                page: place("publicerat/7"),
                files: vec![
                    (Format::Pdf, place("publicerat/7/fil/pdf?a=1&b=2")),
                    (Format::Csv, place("publicerat/7/fil/csv")),
                ],
                published: at("2026-03-01T08:00:00.5Z"),
                updated: at("2026-03-05T08:00:00Z"),
            }],
        }
    }

    #[test]
    fn the_atom_feed_is_well_formed_and_says_what_it_has_to() {
        let text = String::from_utf8(atom(&feed())).expect("text");
        let document = Document::parse(&text).expect("well-formed");
        let root = document.root_element();
        let has = |node: roxmltree::Node, name: &str| {
            let found = node
                .children()
                .find(|one| one.has_tag_name(("http://www.w3.org/2005/Atom", name)));
            found.and_then(|one| one.text()).map(str::to_owned)
        };
        assert!(root.has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
        for name in ["id", "title", "updated"] {
            assert!(has(root, name).is_some_and(|text| !text.is_empty()), "{name}");
        }
        assert_eq!(
            has(root, "title").as_deref(),
            Some("Publicerade rapporter – <Myndigheten> & Co")
        );
        let entry = root
            .children()
            .find(|one| one.tag_name().name() == "entry")
            .expect("an entry");
        assert_eq!(
            has(entry, "id").as_deref(),
            Some("urn:uuid:00000000-0000-0000-0000-000000000007")
        );
        assert_eq!(has(entry, "published").as_deref(), Some("2026-03-01T08:00:00Z"));
        assert_eq!(has(entry, "updated").as_deref(), Some("2026-03-05T08:00:00Z"));
        let links: Vec<_> = entry
            .children()
            .filter(|one| one.tag_name().name() == "link")
            .map(|one| (one.attribute("rel"), one.attribute("type"), one.attribute("href")))
            .collect();
        assert_eq!(links[0].0, Some("alternate"));
        assert_eq!(
            links[1],
            (
                Some("enclosure"),
                Some("application/pdf"),
                Some("https://nytta.example/publicerat/7/fil/pdf?a=1&b=2")
            )
        );
        assert_eq!(links[2].1, Some("text/csv"));
    }

    #[test]
    fn both_feeds_name_an_item_alike() {
        let written: Value = serde_json::from_slice(&json_feed(&feed()).expect("JSON")).expect("JSON");
        assert_eq!(written["version"], "https://jsonfeed.org/version/1.1");
        let item = &written["items"][0];
        assert_eq!(item["id"], "urn:uuid:00000000-0000-0000-0000-000000000007");
        assert_eq!(item["attachments"][0]["mime_type"], "application/pdf");
        assert_eq!(item["date_published"], "2026-03-01T08:00:00Z");
    }
}
