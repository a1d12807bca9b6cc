use chrono::NaiveDate;
use domain::benefit_group::{BenefitGroup, GroupKind};
use domain::id::{AreaId, BenefitGroupId, GradingSchemeId, ReportId};
use domain::level::GradingScheme;
use domain::report::ReportState;
use domain::rollup::Proposal;
use domain::shared_list::SharedList;
use domain::standing::{GroupStanding, ReportHead, Totals};

use super::*;

const NIL: &str = "00000000-0000-0000-0000-000000000000";

fn tally(measured: u32, stated: u32, missing: u32, too_early: u32) -> Tally {
    Tally {
        measured,
        stated,
        missing,
        too_early,
        ..Tally::default()
    }
}

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(NIL.parse().expect("an id")))
}

fn proposal(percent: i64) -> Proposal {
    let percent = Percent::new(Decimal::new(percent, 1));
    Proposal {
        percent,
        level: scheme().level(percent),
        weak_evidence: true,
        value_weighted: None,
        value_weighted_level: None,
    }
}

fn judged(level: FulfilmentLevel, state: AssessmentState) -> Judged {
    Judged {
        level: Some(level),
        state,
        motivation: String::new(),
    }
}

fn area(number: &str, budget: Option<i64>, proposed: Option<i64>, judged: Option<Judged>) -> AreaStanding {
    AreaStanding {
        other_budgets: Vec::new(),
        id: AreaId(NIL.parse().expect("an id")),
        number: number.to_owned(),
        name: format!("Område {number}"),
        budget: budget.and_then(Money::from_tkr),
        main_groups: Vec::new(),
        tally: Tally::default(),
        proposal: proposed.map(proposal),
        assessment: judged,
        cells: Vec::new(),
        deliveries: 0,
        development_objects: 0,
    }
}

fn group(name: &str, proposed: Option<i64>) -> GroupStanding {
    GroupStanding {
        group: BenefitGroup {
            id: BenefitGroupId(NIL.parse().expect("an id")),
            code: name.to_lowercase(),
            name: name.to_owned(),
            short_name: name.to_owned(),
            kind: GroupKind::Internal,
            ordinal: 1,
            ended_on: None,
        },
        tally: Tally::default(),
        proposal: proposed.map(proposal),
        assessment: None,
    }
}

fn standing(areas: Vec<AreaStanding>, groups: Vec<GroupStanding>) -> Standing {
    let budgets: Vec<Money> = areas.iter().filter_map(|area| area.budget).collect();
    Standing {
        newest_statement: None,
        report: ReportHead {
            id: ReportId(NIL.parse().expect("an id")),
            title: "Investeringar".to_owned(),
            from_year: 2022,
            to_year: 2024,
            cut_off: NaiveDate::from_ymd_opt(2024, 12, 31).expect("a day"),
            state: ReportState::Draft,
            decision: None,
            due: None,
            recipient: None,
        },
        scheme: scheme(),
        areas,
        groups,
        tally: Tally::default(),
        proposal: None,
        realisation: domain::realisation::Realisation::default(),
        conflicts: Vec::new(),
        assessment: None,
        totals: Totals {
            budget: (!budgets.is_empty()).then(|| budgets.into_iter().sum()),
            ..Totals::default()
        },
        gaps: SharedList::default(),
        amounts: SharedList::default(),
    }
}

#[test]
fn evidence_says_how_much_is_measured_and_never_calls_nothing_due_a_failure() {
    let sv = |tally| evidence(Lang::Sv, &tally);
    assert_eq!(
        sv(tally(0, 53, 0, 6)),
        "ingen av de 53 nyttor som ska redovisas är mätt"
    );
    assert_eq!(
        sv(tally(0, 1, 0, 0)),
        "den enda nytta som ska redovisas är inte mätt"
    );
    assert_eq!(
        sv(tally(3, 50, 0, 0)),
        "3 av de 53 nyttor som ska redovisas har mätts"
    );
    assert_eq!(
        sv(tally(53, 0, 0, 0)),
        "alla 53 nyttor som ska redovisas är mätta"
    );
    assert_eq!(sv(tally(0, 0, 0, 6)), "ingen nytta ska redovisas än");
}

#[test]
fn coverage_tells_measured_written_and_missing_apart() {
    let sv = |tally| coverage(Lang::Sv, &tally);
    assert_eq!(
        sv(tally(0, 53, 0, 6)),
        "Ingen nytta är mätt mot mål: alla 53 vilar på skrivna bedömningar"
    );
    assert_eq!(
        sv(tally(0, 50, 3, 6)),
        "Ingen nytta är mätt mot mål: 50 av 53 vilar på skrivna bedömningar, 3 saknar underlag"
    );
    assert_eq!(
        sv(tally(0, 0, 3, 0)),
        "Ingen av de 3 nyttor som ska redovisas har något underlag"
    );
    assert_eq!(sv(tally(2, 1, 0, 0)), "2 av 3 nyttor har mätts");
    assert_eq!(sv(tally(3, 0, 0, 0)), "Alla 3 nyttor som ska redovisas är mätta");
    assert_eq!(sv(tally(0, 0, 0, 0)), "Ingen nytta ska redovisas än");
}

#[test]
fn groups_name_the_ends_and_ties_and_say_when_there_is_nothing_to_compare() {
    let sv = |groups| self::groups(Lang::Sv, &standing(Vec::new(), groups));
    assert_eq!(
        sv(vec![
            group("Tid", Some(500)),
            group("Kostnad", Some(750)),
            group("Annat", Some(375))
        ]),
        "Förslagen är högst för kostnad och lägst för annat"
    );
    assert_eq!(
        sv(vec![
            group("Tid", Some(750)),
            group("Kostnad", Some(750)),
            group("Annat", Some(375))
        ]),
        "Förslagen är högst för tid och kostnad och lägst för annat"
    );
    assert_eq!(
        sv(vec![group("Tid", Some(500)), group("Kostnad", Some(500))]),
        "Alla grupper med förslag ligger lika, 50,0\u{a0}%"
    );
    assert_eq!(
        sv(vec![group("Tid", Some(500)), group("Kostnad", None)]),
        "Bara tid har ett förslag"
    );
    assert_eq!(
        sv(vec![group("Tid", None)]),
        "Ingen nyttogrupp har något förslag än"
    );
}

#[test]
fn agreement_counts_areas_and_names_those_that_differ() {
    use AssessmentState::{Decided, Submitted};
    use FulfilmentLevel::{Godkand, Viss};
    let sv = |areas| agreement(Lang::Sv, &standing(areas, Vec::new()));
    let same = |number| area(number, None, Some(600), Some(judged(Godkand, Decided)));
    let lower = |number| area(number, None, Some(600), Some(judged(Viss, Decided)));
    assert_eq!(
        sv(vec![same("4.1"), same("4.2")]),
        "I alla 2 områden är beslut och förslag lika"
    );
    assert_eq!(
        sv(vec![same("4.1"), same("4.2"), lower("4.3")]),
        "I 2 av 3 områden är beslut och förslag lika, 4.3 bedöms en nivå lägre"
    );
    assert_eq!(
        sv(vec![
            same("4.1"),
            area(
                "4.2",
                None,
                Some(300),
                Some(judged(FulfilmentLevel::God, Decided))
            )
        ]),
        "I 1 av 2 områden är beslut och förslag lika, 4.2 bedöms två nivåer högre"
    );
    assert_eq!(
        sv(vec![lower("4.1"), lower("4.2")]),
        "I inget av 2 områden är beslut och förslag lika, 4.1 och 4.2 avviker"
    );
    assert_eq!(
        sv(vec![
            same("4.1"),
            area("4.2", None, Some(600), Some(judged(Godkand, Submitted)))
        ]),
        "1 av 2 områden har en beslutad nivå"
    );
    assert_eq!(
        sv(vec![
            area("4.1", None, Some(600), None),
            area("4.2", None, None, None)
        ]),
        "Inget område har en beslutad nivå än, 1 av 2 har ett förslag"
    );
    assert_eq!(
        sv(vec![area("4.1", None, Some(600), None)]),
        "Området har ett förslag men ingen beslutad nivå än"
    );
    assert_eq!(
        sv(vec![area("4.1", None, None, None)]),
        "Inget område har en beslutad nivå eller ett förslag än"
    );
    assert_eq!(sv(Vec::new()), "Rapporten har inga områden än");
}

#[test]
fn budget_says_where_most_goes_or_that_none_is_given() {
    let sv = |areas| budget(Lang::Sv, &standing(areas, Vec::new()));
    assert_eq!(
        sv(vec![
            area("4.1", Some(480), None, None),
            area("4.2", Some(630), None, None)
        ]),
        "Område 4.2 har 57\u{a0}% av budgeten"
    );
    assert_eq!(
        sv(vec![
            area("4.1", Some(5), None, None),
            area("4.2", Some(5), None, None)
        ]),
        "Område 4.1 och Område 4.2 har störst budget"
    );
    assert_eq!(
        sv(vec![
            area("4.1", Some(480), None, None),
            area("4.2", None, None, None)
        ]),
        "Budget är angiven för 1 av 2 områden",
        "what is missing is not zero, so nothing has all of it"
    );
    assert_eq!(
        sv(vec![area("4.1", None, None, None)]),
        "Ingen budget är angiven för 2022–2024"
    );
}

#[test]
fn every_headline_exists_in_english_too() {
    use AssessmentState::Decided;
    use FulfilmentLevel::{God, Godkand, Viss};
    let en = Lang::En;
    let several = [
        evidence(en, &tally(0, 1, 0, 0)),
        evidence(en, &tally(1, 1, 0, 0)),
        evidence(en, &tally(1, 0, 0, 0)),
        coverage(en, &tally(0, 1, 1, 0)),
        coverage(en, &tally(0, 0, 1, 0)),
        coverage(en, &tally(1, 1, 0, 0)),
        groups(
            en,
            &standing(Vec::new(), vec![group("Time", Some(1)), group("Cost", Some(2))]),
        ),
        agreement(
            en,
            &standing(
                vec![area("4.1", None, Some(600), Some(judged(Viss, Decided)))],
                Vec::new(),
            ),
        ),
        agreement(
            en,
            &standing(
                vec![area("4.1", None, Some(600), Some(judged(God, Decided)))],
                Vec::new(),
            ),
        ),
        agreement(
            en,
            &standing(
                vec![area("4.1", None, None, Some(judged(Godkand, Decided)))],
                Vec::new(),
            ),
        ),
        budget(en, &standing(vec![area("4.1", Some(5), None, None)], Vec::new())),
        value(en, &standing(Vec::new(), Vec::new())),
    ];
    for text in several {
        assert!(!text.contains('⟦'), "{text}");
    }
}
