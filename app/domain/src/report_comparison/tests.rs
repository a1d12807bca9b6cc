use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::assessment::AssessmentState;
use crate::benefit_group::{BenefitGroup, GroupKind};
use crate::id::{BenefitGroupId, GradingSchemeId, ReportId};
use crate::parted::Parted;
use crate::report::ReportState;
use crate::shared_list::SharedList;
use crate::standing::{AreaStanding, GroupStanding, Totals};

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(Uuid::nil()))
}

fn judged(level: FulfilmentLevel) -> Option<Judged> {
    Some(Judged {
        level: Some(level),
        state: AssessmentState::Decided,
        motivation: String::new(),
    })
}

fn area(id: u128, name: &str, level: Option<FulfilmentLevel>) -> AreaStanding {
    AreaStanding {
        id: AreaId(Uuid::from_u128(id)),
        number: format!("4.{id}"),
        name: name.to_owned(),
        budget: None,
        other_budgets: Vec::new(),
        main_groups: Vec::new(),
        tally: Tally::default(),
        proposal: None,
        assessment: level.and_then(judged),
        cells: Vec::new(),
        deliveries: 0,
        development_objects: 0,
    }
}

fn group(id: u128) -> GroupStanding {
    GroupStanding {
        group: BenefitGroup {
            id: BenefitGroupId(Uuid::from_u128(id)),
            code: format!("g{id}"),
            name: format!("Grupp {id}"),
            short_name: format!("Grupp {id}"),
            kind: GroupKind::Internal,
            ordinal: 1,
            ended_on: None,
        },
        tally: Tally::default(),
        proposal: None,
        assessment: None,
    }
}

fn standing((from_year, to_year): (i32, i32), areas: Vec<AreaStanding>) -> Standing {
    Standing {
        report: ReportHead {
            id: ReportId(Uuid::from_u128(u128::from(to_year.unsigned_abs()))),
            title: "Återrapport".to_owned(),
            from_year,
            to_year,
            cut_off: NaiveDate::from_ymd_opt(to_year, 12, 31).expect("a day"),
            state: ReportState::Decided,
            decision: None,
            due: None,
            recipient: None,
        },
        scheme: scheme(),
        areas,
        groups: Vec::new(),
        tally: Tally::default(),
        proposal: None,
        assessment: None,
        totals: Totals::default(),
        gaps: SharedList::default(),
        amounts: SharedList::default(),
        realisation: crate::realisation::Realisation::default(),
        newest_statement: None,
        conflicts: Vec::new(),
    }
}

use FulfilmentLevel as L;

const EARLIER: (i32, i32) = (2019, 2021);
const LATER: (i32, i32) = (2020, 2022);

fn levels(before: Option<L>, now: Option<L>) -> Change<u8> {
    let one = standing(EARLIER, vec![area(1, "Säkerhet", before)]);
    let other = standing(LATER, vec![area(1, "Säkerhet", now)]);
    let compared = compare(&one, &other);
    compared.level(&compared.areas[0])
}

#[test]
fn a_level_goes_up_down_stays_or_is_missing_in_one() {
    assert_eq!(levels(Some(L::Viss), Some(L::Godkand)), Change::Up(1));
    assert_eq!(levels(Some(L::Full), Some(L::Ingen)), Change::Down(4));
    assert_eq!(levels(Some(L::God), Some(L::God)), Change::Same);
    assert_eq!(levels(None, Some(L::Ingen)), Change::New);
    assert_eq!(
        levels(Some(L::Ingen), None),
        Change::Gone,
        "the lowest level is a level"
    );
    assert_eq!(levels(None, None), Change::Nothing);
}

#[test]
fn the_earlier_report_stands_first_whichever_is_asked_for_first() {
    let (one, other) = (standing(EARLIER, Vec::new()), standing(LATER, Vec::new()));
    assert_eq!(compare(&one, &other), compare(&other, &one));
    let compared = compare(&other, &one);
    assert_eq!((compared.before.to_year, compared.now.to_year), (2021, 2022));
    assert_eq!(compared.shared_years(), Some((2020, 2021)));
    let apart = compare(&one, &standing((2022, 2024), Vec::new()));
    assert_eq!(apart.shared_years(), None);
}

#[test]
fn an_area_that_one_report_lacks_is_absent_there_and_not_zero() {
    let both = area(1, "Säkerhet", Some(L::God));
    let one = standing(EARLIER, vec![both.clone(), area(2, "Bygg", Some(L::Viss))]);
    let other = standing(LATER, vec![area(3, "Data", Some(L::God)), both]);
    let compared = compare(&one, &other);
    let names: Vec<_> = compared
        .areas
        .iter()
        .map(|row| row.named.newest().map(|named| named.name.as_str()))
        .collect();
    assert_eq!(names, [Some("Data"), Some("Säkerhet"), Some("Bygg")]);
    let [new, kept, gone] = &compared.areas[..] else {
        panic!("three areas")
    };
    assert!(new.facts.before.is_none() && new.named.before.is_none() && new.facts.now.is_some());
    assert!(gone.facts.now.is_none() && gone.named.now.is_none());
    assert_eq!(compared.level(new), Change::New);
    assert_eq!(compared.deliveries(new), Change::New, "none before is not nought");
    assert_eq!(
        compared.coverage(new),
        Change::Nothing,
        "nothing is due in either"
    );
    assert_eq!(compared.level(gone), Change::Gone);
    assert_eq!(compared.level(kept), Change::Same);
    assert!(compared.unlike.areas);
    assert_eq!(compared.moved(), (0, 1, 0));
}

#[test]
fn areas_of_different_sets_are_the_same_by_a_name_that_is_theirs_alone() {
    let one = standing(
        EARLIER,
        vec![
            area(1, "Digital  Säkerhet", Some(L::Viss)),
            area(2, "Bygg", None),
            area(3, "Bygg", None),
        ],
    );
    let other = standing(
        LATER,
        vec![
            area(11, "digital säkerhet", Some(L::God)),
            area(12, "Bygg", None),
            area(1 + 20, "4.1", None),
        ],
    );
    let compared = compare(&one, &other);
    assert!(compared.areas[0].by_name);
    assert_eq!(compared.level(&compared.areas[0]), Change::Up(2));
    assert!(compared.areas[1].facts.before.is_none(), "two have that name");
    assert_eq!(compared.areas.len(), 5);
    // One that is there itself is nobody else.
    let moved = standing(
        LATER,
        vec![area(2, "Digital säkerhet", None), area(4, "Bygg", None)],
    );
    let compared = compare(&one, &moved);
    assert!(!compared.areas[0].by_name);
    assert_eq!(
        compared.areas[0]
            .named
            .before
            .as_ref()
            .map(|named| named.name.as_str()),
        Some("Bygg")
    );
}

#[test]
fn a_name_does_not_make_two_areas_the_same_where_one_is_there_itself_or_where_two_have_it() {
    let before = standing(EARLIER, vec![area(2, "Bygg", None)]);
    let renamed = standing(LATER, vec![area(5, "Bygg", None), area(2, "Underhåll", None)]);
    let compared = compare(&before, &renamed);
    let came_from = |place: usize| {
        let named = compared.areas[place].named.before.as_ref();
        named.map(|named| named.name.as_str())
    };
    assert_eq!((came_from(0), came_from(1)), (None, Some("Bygg")));
    let doubled = standing(LATER, vec![area(5, "Bygg", None), area(6, "Bygg", None)]);
    let compared = compare(&before, &doubled);
    assert!(compared.areas.iter().all(|one| !one.by_name));
    assert_eq!(compared.areas.len(), 3, "the one before stands by itself");
}

#[test]
fn levels_are_not_held_against_each_other_on_different_scales() {
    let one = standing(EARLIER, vec![area(1, "Säkerhet", Some(L::Viss))]);
    let mut other = standing(LATER, vec![area(1, "Säkerhet", Some(L::God))]);
    other.scheme.id = GradingSchemeId(Uuid::from_u128(9));
    other.scheme.name = "Ny".to_owned();
    let compared = compare(&one, &other);
    assert_eq!(
        compared.level(&compared.areas[0]),
        Change::Up(2),
        "another name is no other scale"
    );
    other.scheme.godkand_from = Decimal::new(60, 0);
    let compared = compare(&one, &other);
    assert_eq!(compared.level(&compared.areas[0]), Change::Unlike);
    assert_eq!(compared.moved(), (0, 0, 0));
    assert!(compared.unlike.thresholds && !compared.unlike.scores);
}

fn proposal(percent: &str) -> Option<Proposal> {
    let percent = Percent::new(percent.parse().expect("a number"));
    Some(Proposal {
        percent,
        level: scheme().level(percent),
        weak_evidence: true,
        value_weighted: None,
        value_weighted_level: None,
    })
}

#[test]
fn scores_are_held_against_each_other_where_words_score_alike() {
    let mut one = standing(EARLIER, Vec::new());
    let mut other = standing(LATER, Vec::new());
    one.proposal = proposal("66.666666666666667");
    other.proposal = proposal("66.666666666666666");
    let compared = compare(&one, &other);
    assert_eq!(
        compared.score(&compared.whole),
        Change::Same,
        "within the error of a mean"
    );
    other.proposal = proposal("50.5");
    one.proposal = proposal("55");
    let compared = compare(&one, &other);
    assert_eq!(compared.score(&compared.whole), Change::Down(Decimal::new(45, 1)));
    other.scheme.score_partly = Decimal::new(40, 0);
    let compared = compare(&one, &other);
    assert_eq!(compared.score(&compared.whole), Change::Unlike);
    one.proposal = None;
    let compared = compare(&one, &other);
    assert_eq!(compared.score(&compared.whole), Change::New);
}

#[test]
fn coverage_of_nothing_due_is_absent() {
    let mut one = standing(EARLIER, Vec::new());
    let mut other = standing(LATER, Vec::new());
    other.tally.measured = 1;
    other.tally.stated = 1;
    other.tally.missing = 2;
    let compared = compare(&one, &other);
    assert_eq!(compared.coverage(&compared.whole), Change::New);
    one.tally.missing = 4;
    let compared = compare(&one, &other);
    assert_eq!(
        compared.coverage(&compared.whole),
        Change::Up(Decimal::new(25, 0))
    );
    assert_eq!(
        compared.coverage_with_stated(&compared.whole),
        Change::Up(Decimal::new(50, 0))
    );
}

fn outcome(kronor: Option<i64>) -> Parted<Realised> {
    Parted {
        whole: Realised {
            outcome: kronor.map(|kronor| Money(kronor * 100)),
            ..Realised::default()
        },
        ..Parted::default()
    }
}

#[test]
fn kronor_that_nobody_has_said_are_absent_and_a_year_outside_is_none_of_the_report() {
    let mut one = standing(EARLIER, Vec::new());
    let mut other = standing(LATER, Vec::new());
    one.realisation = [(2021, outcome(Some(40)))].into();
    other.realisation = [(2021, outcome(Some(70))), (2022, outcome(None))].into();
    let compared = compare(&one, &other);
    assert_eq!(compared.expected(&compared.whole), Change::Nothing);
    assert_eq!(compared.outcome(&compared.whole), Change::Up(Money(3000)));
    let years: Vec<_> = compared
        .years
        .iter()
        .map(|row| (row.year, Comparison::outcome_of_year(row)))
        .collect();
    assert_eq!(
        years,
        [
            (2019, Change::Nothing),
            (2020, Change::Nothing),
            (2021, Change::Up(Money(3000))),
            (2022, Change::Nothing),
        ]
    );
    assert_eq!(
        compared.years[0].said.now, None,
        "none of the later report's years"
    );
    assert_eq!(
        compared.years[0].said.before,
        Some(Realised::default()),
        "nothing is said"
    );
}

#[test]
fn what_is_summed_over_more_years_says_nothing_beside_what_is_summed_over_fewer() {
    let mut one = standing((2021, 2021), Vec::new());
    let mut other = standing(LATER, Vec::new());
    (one.totals.deliveries, other.totals.deliveries) = (3, 9);
    one.realisation = [(2021, outcome(Some(40)))].into();
    other.realisation = [(2021, outcome(Some(40)))].into();
    (one.tally.valued, other.tally.valued) = (1, 1);
    other.tally.value_due = Money(-100);
    let compared = compare(&one, &other);
    assert!(compared.unlike.length);
    assert_eq!(compared.deliveries(&compared.whole), Change::Unlike);
    assert_eq!(compared.outcome(&compared.whole), Change::Unlike);
    assert_eq!(
        compared.expected(&compared.whole),
        Change::Down(Money(100)),
        "a year's worth"
    );
    one.report.from_year = 2019;
    let compared = compare(&one, &other);
    assert_eq!(compared.deliveries(&compared.whole), Change::Up(6));
}

#[test]
fn groups_are_the_same_by_identity_and_deliveries_are_not_counted_by_them() {
    let mut one = standing(EARLIER, Vec::new());
    let mut other = standing(LATER, Vec::new());
    one.groups = vec![group(1), group(2)];
    other.groups = vec![group(3), group(2)];
    other.groups[1].group.name = "Nytt namn".to_owned();
    let compared = compare(&one, &other);
    let names: Vec<_> = compared
        .groups
        .iter()
        .map(|row| row.named.newest().map(|named| named.name.as_str()))
        .collect();
    assert_eq!(names, [Some("Grupp 3"), Some("Nytt namn"), Some("Grupp 1")]);
    assert_eq!(compared.deliveries(&compared.groups[1]), Change::Nothing);
}

#[test]
fn the_nearest_decided_report_before_is_offered_first() {
    let head = |years, state| ReportHead {
        state,
        ..standing(years, Vec::new()).report
    };
    let this = head((2020, 2022), ReportState::Draft);
    let reports = [
        head((2017, 2019), ReportState::Decided),
        head((2018, 2020), ReportState::Published),
        head((2019, 2021), ReportState::UnderReview),
        this.clone(),
        head((2021, 2023), ReportState::Decided),
    ];
    let found = decided_before(&reports, &this).map(|head| head.to_year);
    assert_eq!(found, Some(2020));
    assert_eq!(decided_before(&reports, &reports[0]), None);
    let of_the_same_years = ReportHead {
        id: ReportId(Uuid::from_u128(1)),
        ..head((2020, 2022), ReportState::Decided)
    };
    assert_eq!(
        decided_before(&[of_the_same_years], &this),
        None,
        "neither is before the other"
    );
}

#[test]
fn a_course_has_a_place_for_every_report_and_a_gap_where_an_area_was_not() {
    let first = standing(EARLIER, vec![area(1, "Säkerhet", Some(L::Viss))]);
    let mut last = standing(
        LATER,
        vec![area(1, "Säkerhet", Some(L::God)), area(2, "Bygg", Some(L::God))],
    );
    last.assessment = judged(L::Godkand);
    let level = |judged: &Option<Judged>| judged.as_ref().and_then(|judged| judged.level);
    let found: Vec<Vec<Option<L>>> = courses(&[&first, &last])
        .iter()
        .map(|course| course.judged.iter().map(level).collect())
        .collect();
    assert_eq!(
        found,
        [
            vec![None, Some(L::Godkand)],
            vec![Some(L::Viss), Some(L::God)],
            vec![None, Some(L::God)],
        ]
    );
    assert!(courses(&[]).is_empty());
}
