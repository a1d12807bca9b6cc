//! Corrections and decisions without a script: what comes back holds what was typed, and a reader finds what was corrected.

use domain::form::ReportCommentForm;
use domain::role::Role;

use super::decision::graded;
use super::html::{attribute, text, value};
use super::site::{Site, location};
use crate::support::forms::{done, key};

#[tokio::test]
async fn a_reader_finds_a_correction_where_it_belongs() {
    let site = Site::demo().await;
    let report = site.report(2024).await;
    let at = |page: &str| format!("/rapporter/{report}{page}");
    let (steering, leadership, reviewer) = (
        site.signed_in(Role::SteeringUnit).await,
        site.signed_in(Role::Leadership).await,
        site.signed_in(Role::Reviewer).await,
    );
    let empty = site.page(&reviewer, &at("/rattelser")).await;
    assert!(text(&empty, "main").contains("Inget är rättat"), "{empty}");
    let before = site.page(&reviewer, &at("")).await;
    assert_eq!(text(&before, ".correction"), "");

    let form = site.page(&steering, &at("/rattelser/ny")).await;
    let submission = value(&form, "submission");
    let said = [
        ("submission", submission.as_str()),
        ("report", &report),
        ("wrong", "Tiden blev kortare."),
        ("correct", "Tiden blev längre."),
        ("reason", "Tecknet var omkastat."),
    ];
    // Without a section it comes back with everything that was typed.
    let back = location(&site.post(&steering, "/api/report_correction_save", &said).await);
    assert!(back.starts_with(&at("/rattelser/ny?draft=")), "{back}");
    let page = site
        .page(&steering, back.split('#').next().expect("a path"))
        .await;
    for (field, typed) in &said[1..] {
        assert_eq!(value(&page, field), *typed, "{field}");
    }
    assert!(text(&page, ".error-summary").contains("Välj vilket avsnitt"));
    let mut whole = said.to_vec();
    whole.push(("section", "4.2"));
    let listed = location(&site.post(&steering, "/api/report_correction_save", &whole).await);
    let (_, id) = listed.split_once("#forslag-").expect("leads to it");
    let own = site.page(&steering, &at("/rattelser")).await;
    assert!(text(&own, "main").contains("Tiden blev längre."), "{own}");
    let others = site.page(&reviewer, &at("/rattelser")).await;
    assert!(!others.contains("Tiden blev längre."), "only proposed yet");

    let decide = at(&format!("/rattelser/{id}/beslut"));
    let form = site.page(&leadership, &decide).await;
    assert!(text(&form, "main").contains("Tiden blev kortare."));
    let (submission, version) = (value(&form, "submission"), value(&form, "version"));
    let said = [
        ("submission", submission.as_str()),
        ("id", id),
        ("version", &version),
        ("report", &report),
        ("on", "2025-01-01"),
        ("decider_title", "Generaldirektör"),
        ("checked", "on"),
    ];
    // The box is about what is decided here, and so is what is said where it is left empty.
    let unticked: Vec<_> = said
        .iter()
        .copied()
        .filter(|(name, _)| *name != "checked")
        .collect();
    let back = location(
        &site
            .post(&leadership, "/api/report_correction_decide", &unticked)
            .await,
    );
    let page = site
        .page(&leadership, back.split('#').next().expect("a path"))
        .await;
    let why = text(&page, "#checked-fel");
    assert!(why.ends_with("Bekräfta att du har läst rättelsen"), "{why}");
    let invalid = attribute(&page, "#checked", "aria-invalid");
    assert_eq!(invalid.as_deref(), Some("true"));

    // No decision comes before the report's own.
    let back = location(
        &site
            .post(&leadership, "/api/report_correction_decide", &said)
            .await,
    );
    assert!(back.starts_with(&format!("{decide}?draft=")), "{back}");
    let page = site
        .page(&leadership, back.split('#').next().expect("a path"))
        .await;
    assert_eq!(value(&page, "decider_title"), "Generaldirektör");
    let why = text(&page, ".error-summary");
    assert!(why.contains("före rapportens beslut"), "{why}");
    let mut mended = said.to_vec();
    mended[4] = ("on", "2025-06-01");
    let made = location(
        &site
            .post(&leadership, "/api/report_correction_decide", &mended)
            .await,
    );
    assert_eq!(made, at("/rattelser?klart=rattad#rattelse-1"));

    let page = site.page(&reviewer, &at("")).await;
    let notices = text(&page, ".cover .correction");
    assert!(notices.contains("Rättelse 1: 4.2"), "{notices}");
    let section = text(&page, "section[aria-labelledby=\"o4-2\"] .correction");
    assert!(section.contains("Tiden blev längre."), "{section}");
    assert_eq!(
        text(&page, "section[aria-labelledby=\"o4-1\"] .correction"),
        "",
        "and nowhere else"
    );
    let list = site.page(&reviewer, "/rapporter").await;
    assert!(
        text(&list, "main").contains("En rättelse"),
        "{}",
        text(&list, "main")
    );
    let list = site.page(&reviewer, &at("/rattelser")).await;
    for said in [
        "Rättelse 1",
        "Tiden blev kortare.",
        "Tecknet var omkastat.",
        "Generaldirektör",
    ] {
        assert!(text(&list, "main").contains(said), "{said}");
    }
    for (format, begins) in [("pdf", "%PDF"), ("json", "{")] {
        let file = site.get(&reviewer, &at(&format!("/rattelseblad/{format}"))).await;
        assert_eq!(file.status(), 200, "{format}");
        let bytes = file.bytes().await.expect("a file");
        assert!(bytes.starts_with(begins.as_bytes()), "{format}");
    }
    // The report's own file says nothing of it.
    let stored = site.get(&reviewer, &at("/fil/html")).await;
    let stored = stored.text().await.expect("text");
    assert!(!stored.contains("Tiden blev längre."));
}

#[tokio::test]
async fn a_decision_that_is_hindered_comes_back_as_it_was_typed() {
    let site = Site::demo().await;
    let report = site.report(2025).await;
    let at = |page: &str| format!("/rapporter/{report}{page}");
    graded(&site, true).await;
    let (steering, leadership) = (
        site.signed_in(Role::SteeringUnit).await,
        site.signed_in(Role::Leadership).await,
    );
    let course = site.page(&steering, &at("/arbete")).await;
    let version = value(&course, "version");
    let sent = [("id", report.as_str()), ("version", &version), ("step", "review")];
    location(&site.post(&steering, "/api/report_step_take", &sent).await);

    let form = site.page(&leadership, &at("/beslut")).await;
    let hidden = ["submission", "id", "version", "fingerprint"].map(|name| (name, value(&form, name)));
    let mut said: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    said.extend([
        ("on", "2025-06-01"),
        ("decider_title", "Generaldirektör"),
        ("forum", "GD-föredragning"),
        ("checked", "on"),
    ]);
    // Somebody comments after the page was read.
    let comment = ReportCommentForm {
        submission: key(),
        id: report.clone(),
        section: "whole".to_owned(),
        text: "Säg vad som saknas.".to_owned(),
        ..ReportCommentForm::default()
    };
    done(service::report_comment_save(&site.as_steering_unit(), &site.services, comment).await);
    let back = location(&site.post(&leadership, "/api/report_decide", &said).await);
    assert!(back.starts_with(&at("/beslut?draft=")), "{back}");
    let page = site
        .page(&leadership, back.split('#').next().expect("a path"))
        .await;
    let why = text(&page, "#fel");
    assert!(why.contains("En kommentar är inte åtgärdad"), "{why}");
    for (field, typed) in &said {
        assert_eq!(value(&page, field), *typed, "{field}");
    }
}
