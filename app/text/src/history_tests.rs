use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use domain::statement::Finding;

use super::*;

const SERVICES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/service/src");

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else {
            into.push_str(&fs::read_to_string(&path).expect("a source file is UTF-8"));
        }
    }
}

/// Actions are the literals `"noun.verb"` of the services.
#[test]
fn every_action_has_its_sentence() {
    let mut source = String::new();
    sources(Path::new(SERVICES), &mut source);
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let done: BTreeSet<&str> = source
        .split('"')
        .filter(|text| {
            text.split_once('.')
                .is_some_and(|(noun, verb)| word(noun) && word(verb))
        })
        .collect();
    assert!(done.len() > 20, "the actions were not found: {done:?}");
    let known: BTreeSet<&str> = ACTIONS.iter().map(|(code, _)| *code).collect();
    let missing: Vec<_> = done.difference(&known).collect();
    assert!(missing.is_empty(), "add to text::history::ACTIONS: {missing:?}");
}

/// Fields of everything that the exchange format has, which is everything that is audited.
#[test]
fn every_field_has_its_name() {
    let schema = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../server/demo/portfolio-2022-2024.json"
    );
    let demo = fs::read_to_string(schema).expect("the demo");
    let mut names = BTreeSet::new();
    for (at, _) in demo.match_indices("\":") {
        let name = demo[..at].rsplit('"').next().expect("a name");
        names.insert(name);
    }
    let known: BTreeSet<&str> = FIELDS.iter().map(|(code, _)| *code).collect();
    // The lists of the file itself, the identity, and the half of a date that its words tell.
    let not_shown = [
        "agency",
        "area_sets",
        "areas",
        "assessments",
        "deliveries",
        "format",
        "frozen_reports",
        "grading_schemes",
        "id",
        "initiatives",
        "reports",
        "benefit_groups",
        "statements",
        "sus_evaluations",
        "version",
        "precision",
    ];
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !known.contains(*name) && !not_shown.contains(name))
        .collect();
    assert!(names.len() > 80, "the fields were not found: {names:?}");
    assert!(missing.is_empty(), "add to text::history::FIELDS: {missing:?}");
}

#[test]
fn choices_are_told_by_their_words() {
    let told = |kind, field, code| choice(Lang::Sv, kind, field, code);
    assert_eq!(
        told("delivery", "status", "partly_delivered").as_deref(),
        Some("Delvis levererat")
    );
    assert_eq!(
        told("initiative", "status", "realising").as_deref(),
        Some("Nyttan hämtas hem")
    );
    assert_eq!(
        told("statement", "state", "submitted").as_deref(),
        Some("Väntar på godkännande")
    );
    assert_eq!(told("assessment", "realised", "god").as_deref(), Some("God"));
    assert_eq!(
        told("statement", "finding", "partly"),
        Some(name::finding(Lang::Sv, Finding::Partly))
    );
    assert_eq!(told("delivery", "status", "inget sådant"), None);
    assert_eq!(
        told("unit", "kind", "verksamhetsområde"),
        None,
        "free text is no choice"
    );
    assert_eq!(told("delivery", "name", "planned"), None);
}

#[test]
fn a_kind_in_a_sentence_begins_small_unless_it_is_an_abbreviation() {
    assert_eq!(kind_in_sentence(Lang::Sv, SubjectKind::Delivery), "leverans");
    assert_eq!(
        kind_in_sentence(Lang::Sv, SubjectKind::SusEvaluation),
        "SUS-mätning"
    );
}
