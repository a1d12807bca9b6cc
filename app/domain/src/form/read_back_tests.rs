//! What is stored and opened in its form is stored as it was when nothing is changed in it.

use serde_json::{Value, json};

use super::*;
use crate::testing::{id, read};

fn today() -> chrono::NaiveDate {
    "2026-01-15".parse().expect("a day")
}

fn figures() -> Value {
    json!([{ "id": id(90), "what": "minuter", "value": "5", "value_to": "7", "unit": "min", "approximate": true,
        "period": "2024–2025", "role": { "value": "outcome", "interpreted": true } }])
}

fn stored(figures: Vec<NewFigure>) -> Vec<crate::figure::Figure> {
    let new_id = || unreachable!("it has one");
    figures.into_iter().map(|figure| figure.with(new_id)).collect()
}

/// Which, and the version that was read.
macro_rules! names {
    ($form:ident) => {
        assert_eq!(
            ($form.id.as_str(), $form.version.as_str()),
            (id(1).to_string().as_str(), "7")
        );
    };
}

/// Each of these fields is after the form what it was before; those behind the semicolon are given back by their names, to be
/// looked at one by one. All have to be named: what a form is to make one day does not compile before it stands here.
macro_rules! same {
    ($of:ident $new:ident, $old:ident: $($field:ident)+ $(; $($apart:ident)+)?) => {
        let $of { $($field,)+ $($($apart,)+)? } = $new;
        $(assert_eq!($field, $old.$field, stringify!($field));)+
    };
}

#[test]
fn a_delivery_reads_back() {
    let old: crate::delivery::Delivery = read(
        json!({ "id": id(1), "initiative": id(2), "area": id(3), "name": "Webben",
        "description": "Anmälan på webben.", "status": { "value": "delivered", "interpreted": true },
        "launches": [{ "what": "Första steget", "planned": { "when": "2024", "precision": "year" },
            "actual": { "when": "2024-10-01", "precision": "day" } }],
        "upcoming": [{ "what": "Andra steget", "when": { "when": "2027", "precision": "year" } }],
        "figures": figures(), "note": "Två källor." }),
    );
    let form = DeliveryForm::of(&old, 7);
    names!(form);
    let new = form.parse(today()).expect("valid");
    same!(NewDelivery new, old: initiative area name description status launches upcoming note; figures);
    assert_eq!(stored(figures), old.figures);
}

#[test]
fn an_initiative_reads_back_but_for_its_status() {
    let old: crate::initiative::Initiative = read(
        json!({ "id": id(1), "name": "Samlad vy", "summary": "Ett ställe.",
        "development_object": { "since": "2023-01-01" }, "size": "large", "area": id(2), "portfolios": [id(3), id(4)],
        "owner": id(5), "statutory_on": "2026-07-01", "status": { "value": "ongoing", "interpreted": true },
        "started_year": 2022, "focus_area": "Enklare vardag", "label": { "value": "Lagstyrt", "interpreted": true } }),
    );
    let form = InitiativeForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewInitiative new, old: name summary development_object size area portfolios owner statutory_on started_year
        focus_area label; status);
    assert_eq!(status, None);
    let as_new = InitiativeForm {
        id: String::new(),
        ..form
    };
    assert_eq!(as_new.parse().expect("valid").status, Some(old.status));
}

#[test]
fn a_benefit_reads_back() {
    let old: crate::benefit::Benefit = read(json!({ "id": id(1), "initiative": id(2), "delivery": id(3),
        "groups": [{ "group": id(4) }, { "group": id(5) }], "title": "Väntan", "description": "Kortare väntan.",
        "value_class": "redistribution", "owner": id(6), "recipient": id(7), "expected_from": "2025-01-01",
        "expected_to": "2027-12-31", "unplanned": true, "figures": figures() }));
    let form = BenefitForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewBenefit new, old: initiative delivery title description value_class owner recipient expected_from expected_to
        unplanned; groups figures);
    let shared: Vec<_> = old.groups.iter().map(|share| share.group).collect();
    assert_eq!(groups, shared);
    assert_eq!(stored(figures), old.figures);
}

#[test]
fn a_statement_reads_back() {
    let old: crate::statement::Statement = read(json!({ "id": id(1), "initiative": id(2), "delivery": id(3),
        "ordinal": 1, "groups": [id(4)], "benefits": [id(5), id(6)], "text": "Väntan är kortare.",
        "as_of": { "value": "2025-06-30", "interpreted": true },
        "finding": { "value": "planned_followup", "interpreted": true },
        "follow_up": { "when": "2026", "precision": "year" }, "unplanned": true, "assessing_unit": id(7), "method": "Enkät",
        "sources": [{ "kind": "registry_number", "text": "2025/17" }, { "kind": "other", "text": "Samtal" }],
        "figures": figures(), "note": "Preliminärt.", "supersedes": id(8) }));
    let form = StatementForm::of(&old, 7);
    names!(form);
    let new = form.parse(today()).expect("valid");
    same!(NewStatement new, old: initiative delivery groups benefits text as_of finding follow_up unplanned assessing_unit
        method sources note supersedes; figures submit);
    assert_eq!(stored(figures), old.figures);
    assert!(!submit, "opening it sends nothing in");
}

#[test]
fn what_the_portfolio_is_ordered_by_reads_back() {
    let old: crate::unit::Unit = read(
        json!({ "id": id(1), "name": "Norr", "kind": "avdelning", "parent": id(2),
        "valid_from": "2020-01-01", "valid_to": "2025-12-31" }),
    );
    let form = UnitForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewUnit new, old: name kind parent valid_from valid_to);
    let old: crate::portfolio::Portfolio =
        read(json!({ "id": id(1), "name": "Stöd", "kind": "tactical", "ended_on": "2025-12-31" }));
    let form = PortfolioForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewPortfolio new, old: name kind ended_on);
    let old: crate::area::AreaSet = read(
        json!({ "id": id(1), "name": "Plan 2025–2027", "valid_from": "2025-01-01", "valid_to": "2027-12-31" }),
    );
    let form = AreaSetForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewAreaSet new, old: name valid_from valid_to);
    let old: crate::benefit_group::BenefitGroup = read(
        json!({ "id": id(1), "ordinal": 3, "name": "God förvaltning", "short_name": "Förvaltning", "code": "forvaltning",
            "kind": "internal", "ended_on": "2025-12-31" }),
    );
    let form = BenefitGroupForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewBenefitGroup new, old: name short_name code kind ended_on; ordinal);
    assert_eq!(ordinal, Some(3));
}

#[test]
fn a_round_reads_back_but_for_what_it_asks() {
    let old: crate::round::FollowUpRound = read(
        json!({ "id": id(1), "year": 2025, "part": "tertial2", "due": "2025-09-30", "message": "Kort.", "state": "open" }),
    );
    let form = FollowUpRoundForm::of(&old, 7);
    names!(form);
    let new = form.parse(today()).expect("valid: its day may have passed");
    same!(NewFollowUpRound new, old: year part due message; rules);
    assert_eq!(rules, []);
}

fn report(cut_off: &str) -> crate::report::Report {
    read(
        json!({ "id": id(1), "title": "Investeringar", "from_year": 2024, "to_year": 2025, "area_set": id(2),
        "grading_scheme": id(3), "cut_off": cut_off, "registry_number": "2026/17", "presenters": ["Norr", "Söder"],
        "assignment": { "letter": "Regleringsbrev", "number": "3.14", "name": "Nyttan", "due": "2026-02-20",
            "recipient": "Regeringen" },
        "chapters": [{ "key": "foreword", "text": "Ett." }, { "key": "background", "text": "Två.", "carried": true },
            { "key": "method", "text": "Tre." }, { "key": "summary", "text": "Fyra.", "carried": true },
            { "key": "observations", "text": "Fem." }],
        "requirements": [{ "from": "2022", "applies_to": "UO", "what": "Nyttokalkyl" },
            { "applies_to": "Alla", "what": "Uppföljning" }],
        "materials": [{ "name": "Uppföljningar", "units": ["Norr", "Söder"], "systems": ["A", "B"],
            "frequency": "Varje år", "registry_numbers": ["1", "2"] }],
        "references": [{ "what": "Rapport 2023", "registry_numbers": ["3", "4"] }],
        "conflicts": [{ "groups": [id(4), id(5)], "text": "Kontroller tar tid." }], "notes": ["Öppet.", "Olika."] }),
    )
}

#[test]
fn what_a_report_is_says_and_rests_on_reads_back() {
    let old = report("2025-10-31");
    let form = ReportForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewReport new, old: title from_year to_year area_set cut_off assignment registry_number presenters);
    let form = ReportTextForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewReportTexts new, old: chapters conflicts notes);
    let form = ReportSourceForm::of(&old, 7);
    names!(form);
    let new = form.parse().expect("valid");
    same!(NewReportSources new, old: requirements materials references);
}

#[test]
fn a_usual_cut_off_follows_the_years_when_they_change() {
    let shown = |cut_off: &str| ReportForm::of(&report(cut_off), 7).cut_off;
    assert_eq!(
        (shown("2025-12-31"), shown("2025-10-31")),
        (String::new(), "2025-10-31".to_owned())
    );
    let longer = ReportForm {
        to_year: "2026".to_owned(),
        ..ReportForm::of(&report("2025-12-31"), 7)
    };
    let cut_off = longer.parse().expect("valid").cut_off;
    assert_eq!(cut_off.to_string(), "2026-12-31");
}

#[test]
fn a_correction_reads_back() {
    let old: crate::report::correction::ReportCorrection =
        read(json!({ "id": id(1), "report": id(2), "section": "4.1",
        "wrong": "Kortare.", "correct": "Längre.", "reason": "Omkastat.", "replaces": 3 }));
    let form = CorrectionForm::of(&old, 7);
    names!(form);
    assert_eq!(form.report, id(2).to_string());
    let sections = crate::report::comment::ReportSection::all(["4.1"]);
    let new = form.parse(&sections, &[3]).expect("valid");
    same!(NewCorrection new, old: section wrong correct reason replaces);
}
