//! A calendar as a calendar program reads it.

use std::collections::BTreeSet;

use domain::role::Role;
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};

use super::html::{attribute, count, text};
use super::site::{Site, location};

/// Makes a link; the path of it.
async fn link(site: &Site, client: &reqwest::Client) -> String {
    let made = site.post(client, "/konto/kalender", &[]).await;
    assert_eq!(made.status(), 200);
    assert_eq!(made.headers()["cache-control"], "no-store");
    let made = made.text().await.expect("text");
    let url = attribute(&made, "#lank", "value").expect("a link");
    url.strip_prefix(&site.url).expect("of this site").to_owned()
}

#[tokio::test]
async fn a_calendar_program_reads_what_waits_without_a_session() {
    let site = Site::demo().await;
    // Something of everything, a measure that is late among it.
    site.pages().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let page = site.page(&client, "/konto").await;
    assert!(text(&page, "main").contains("Du har ingen länk."), "{page}");
    assert_eq!(
        count(&page, "form[action='/api/digest_choose']"),
        0,
        "no mail is sent here"
    );
    let path = link(&site, &client).await;
    let shown = site.get(&client, "/konto/kalender").await;
    assert_eq!(location(&shown), "/konto#h-paminnelser", "the link is shown once");

    let stranger = site.client();
    let answer = site.get(&stranger, &path).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert!(!answer.headers().contains_key("set-cookie"));
    let written = answer.text().await.expect("text");
    for line in written.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line}");
    }
    assert!(written.ends_with("END:VCALENDAR\r\n"));

    let calendar: Calendar = written.parse().expect("a calendar");
    assert_eq!(calendar.get_name(), Some("Nytta: att göra"));
    let (mut uids, mut summaries) = (BTreeSet::new(), Vec::new());
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            panic!("no event: {component:?}")
        };
        assert!(event.get_timestamp().is_some());
        assert!(
            matches!(event.get_start(), Some(DatePerhapsTime::Date(_))),
            "whole days"
        );
        let url = event.get_url().expect("an address");
        assert!(url.starts_with(&site.url), "{url}");
        let uid = event.get_uid().expect("an identity").to_owned();
        assert!(uids.insert(uid.clone()), "{uid} is there twice");
        summaries.push(event.get_summary().expect("a summary").to_owned());
    }
    let has = |said: &str| summaries.iter().any(|summary| summary.starts_with(said));
    assert!(has("Försenade mätningar: "), "{summaries:?}");
    assert!(has("Mät senast: "), "{summaries:?}");
    assert!(
        summaries.iter().all(|summary| !summary.contains('⟦')),
        "{summaries:?}"
    );

    // Asked again it names the same things by the same names.
    let again = site.get(&stranger, &path).await.text().await.expect("text");
    let again: Calendar = again.parse().expect("a calendar");
    let same: BTreeSet<String> = again
        .components
        .iter()
        .filter_map(|component| Some(component.as_event()?.get_uid()?.to_owned()))
        .collect();
    assert_eq!(same, uids);
}

#[tokio::test]
async fn what_is_replaced_stopped_or_unknown_is_not_found_alike() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let (first, stranger) = (link(&site, &client).await, site.client());
    let second = link(&site, &client).await;
    assert_eq!(site.get(&stranger, &second).await.status(), 200);
    let without_end = second.trim_end_matches(".ics").to_owned();
    let stopped = site.post(&client, "/api/calendar_stop", &[]).await;
    assert_eq!(location(&stopped), "/konto?klart=kalender-av#h-paminnelser");
    let mut answers = BTreeSet::new();
    for path in [
        &first,
        &second,
        &without_end,
        "/kalender/.ics",
        "/kalender/annans.ics",
    ] {
        let answer = site.get(&stranger, path).await;
        let length = answer.headers().get("content-length").cloned();
        answers.insert((
            answer.status().as_u16(),
            length.map(|length| length.to_str().expect("a number").to_owned()),
            answer.text().await.expect("text"),
        ));
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(answers.first().map(|(status, ..)| *status), Some(404));
}
