//! A catalogue of measures as an agency publishes it: every measure and target level in it fits, goes in as a file and
//! comes out as it was.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{EffectGoalId, MeasureId};
use domain::measure::{
    Aggregation, Cadence, Definition, Dimension, DimensionKind, Direction, Measure, MeasureUse, Sex, Split,
};
use domain::statement::ApprovalState;
use domain::when::When;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use service::exchange::portfolio_import;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{export, portfolio_json};
use crate::support::{exact, operator, repository_file};

on_both!(a_published_catalogue_goes_in_and_comes_out_whole);

/// The catalogue, as it was taken down from what the agency published.
fn facts() -> Json {
    exact::read(&repository_file("tests/fixtures/measures-2021.json"))
}

fn list(of: &Json) -> &[Json] {
    of.as_array().map_or(&[], Vec::as_slice)
}

fn text(of: &Json) -> Option<String> {
    of.as_str().map(str::to_owned)
}

fn words(of: &Json) -> &str {
    of.as_str().expect("a text")
}

fn number(of: &Json) -> Decimal {
    words(of).parse().expect("a number")
}

/// A measure of the catalogue, and what it becomes here.
struct Entry<'a> {
    fact: &'a Json,
    measure: Measure,
    goals: Vec<EffectGoal>,
}

fn entries(facts: &Json) -> Vec<Entry<'_>> {
    let year = words(&facts["package"]["year"]).parse().expect("a year");
    let last = NaiveDate::from_ymd_opt(year, 12, 31).expect("a day");
    let goals = list(&facts["areas"]).iter().flat_map(|area| list(&area["goals"]));
    let measures = goals.flat_map(|goal| list(&goal["measures"]));
    measures
        .map(|fact| {
            let measure = measure(fact);
            let targets = list(&fact["targets"]).iter().zip(1..);
            let goals = targets.map(|(target, ordinal)| goal(fact, &measure, target, ordinal, last));
            Entry {
                goals: goals.collect(),
                fact,
                measure,
            }
        })
        .collect()
}

fn measure(fact: &Json) -> Measure {
    let targets = list(&fact["targets"]);
    let each = |field: &str| -> BTreeSet<String> {
        targets.iter().filter_map(|target| text(&target[field])).collect()
    };
    let only = |field: &str| {
        let all = each(field);
        assert!(all.len() <= 1, "{field} differs within {}: {all:?}", fact["name"]);
        all.into_iter().next()
    };
    let used_for = match fact["use"].as_str() {
        Some("styrning") => MeasureUse::Steering,
        Some("maluppfyllelse") => MeasureUse::GoalFulfilment,
        Some("both") => MeasureUse::Both,
        Some(other) => panic!("an unknown use: {other}"),
        None => MeasureUse::NotStated,
    };
    let operators = each("op");
    let operators: Vec<&str> = operators.iter().map(String::as_str).collect();
    let direction = match operators[..] {
        [">="] => Direction::Higher,
        ["<="] => Direction::Lower,
        _ => Direction::NotStated,
    };
    let aggregation = match only("aggregation").as_deref() {
        Some("mean_of_months" | "mean") => Aggregation::Mean,
        Some("sum") => Aggregation::Sum,
        Some("share" | "index") => Aggregation::Ratio,
        Some(other) => panic!("an unknown aggregation: {other}"),
        None => Aggregation::default(),
    };
    let mut dimensions = Vec::new();
    if targets.iter().any(|target| sex(target).is_some()) {
        dimensions.push(Dimension {
            kind: DimensionKind::Sex,
            parts: Vec::new(),
        });
    }
    for (field, kind) in [
        ("channel", DimensionKind::Channel),
        ("component", DimensionKind::Component),
    ] {
        let parts: Vec<String> = each(field).into_iter().collect();
        if !parts.is_empty() {
            dimensions.push(Dimension { kind, parts });
        }
    }
    let frequency = fact["frequency"].as_str();
    Measure {
        id: MeasureId(Uuid::now_v7()),
        name: words(&fact["name"]).to_owned(),
        used_for,
        without_target: text(&fact["no_target_reason"]),
        ended: None,
        definitions: vec![Definition {
            number: 1,
            from: None,
            definition: words(&fact["definition"]).to_owned(),
            formula: text(&fact["formula"]),
            rationale: text(&fact["rationale"]),
            source: text(&fact["source"]),
            unit: only("unit"),
            direction,
            aggregation,
            per: 100,
            numerator: None,
            denominator: None,
            frequency: frequency.map(|code| Cadence::from_code(code).expect("a frequency")),
            dimensions,
            note: notes(fact),
            reason: None,
        }],
    }
}

fn notes(fact: &Json) -> Option<String> {
    let notes: Vec<&str> = list(&fact["notes"]).iter().map(words).collect();
    (!notes.is_empty()).then(|| notes.join("\n\n"))
}

fn sex(target: &Json) -> Option<Sex> {
    match words(&target["sex"]) {
        "total" => None,
        code => Some(Sex::from_code(code).expect("a sex")),
    }
}

/// What a target is of. Its scope says a second time which channel, or else which sex.
fn split(target: &Json) -> Split {
    let split = Split {
        sex: sex(target),
        channel: text(&target["channel"]),
        component: text(&target["component"]),
    };
    let scope = match (&split.channel, split.sex) {
        (Some(channel), _) => channel,
        (None, Some(sex)) => sex.code(),
        (None, None) => "total",
    };
    assert_eq!(words(&target["scope"]), scope);
    split
}

/// Target levels of the agency are of no benefit, and have been decided by it.
fn goal(fact: &Json, measure: &Measure, target: &Json, ordinal: i32, last: NaiveDate) -> EffectGoal {
    let window = match target["period"].as_str() {
        Some("month_avg" | "year") => Some(Cadence::Year),
        Some("month" | "quarter") | None => None,
        Some(other) => panic!("an unknown period: {other}"),
    };
    let baseline = &fact["baseline"];
    let baseline = (!baseline.is_null()).then(|| Baseline {
        value: number(&baseline["value"]),
        when: Some(When::Year(words(&baseline["year"]).parse().expect("a year"))),
        source: text(&baseline["kind"]),
    });
    EffectGoal {
        id: EffectGoalId(Uuid::now_v7()),
        benefit: None,
        measure: measure.id,
        ordinal,
        split: split(target),
        claim: Decimal::ONE_HUNDRED,
        window,
        versions: vec![GoalVersion {
            number: 1,
            definition: 1,
            baseline,
            targets: vec![Target {
                day: last,
                value: number(&target["value"]),
            }],
            method: None,
            reason: None,
            state: ApprovalState::Approved,
        }],
    }
}

/// An agency with its thresholds, the catalogue, and nothing else.
fn document(entries: &[Entry<'_>]) -> Json {
    let demo = portfolio_json();
    let measures: Vec<&Measure> = entries.iter().map(|entry| &entry.measure).collect();
    let goals: Vec<&EffectGoal> = entries.iter().flat_map(|entry| &entry.goals).collect();
    let mut document = json!({
        "format": demo["format"],
        "version": demo["version"],
        "agency": demo["agency"],
        "grading_schemes": demo["grading_schemes"],
        "measures": measures,
        "effect_goals": goals,
    });
    for name in [
        "units",
        "benefit_groups",
        "portfolios",
        "area_sets",
        "areas",
        "initiatives",
        "deliveries",
        "benefits",
        "statements",
        "sus_evaluations",
        "reports",
        "assessments",
    ] {
        document[name] = json!([]);
    }
    document
}

async fn a_published_catalogue_goes_in_and_comes_out_whole(world: World) {
    let facts = facts();
    let entries = entries(&facts);
    let services = world.services().await;
    let file = document(&entries).to_string().into_bytes();
    let imported = portfolio_import(&operator(), &services, &file)
        .await
        .expect("imports");
    assert!(imported.changed == 0 && imported.frozen == 0, "{imported:?}");
    let out = export(&services).await;
    let again = portfolio_import(&operator(), &services, &out)
        .await
        .expect("imports");
    assert!(again.is_nothing(), "{again:?}");

    let out: Json = serde_json::from_slice(&out).expect("JSON");
    let measures: Vec<Measure> = serde_json::from_value(out["measures"].clone()).expect("measures");
    let goals: Vec<EffectGoal> = serde_json::from_value(out["effect_goals"].clone()).expect("goals");
    let measures: BTreeMap<MeasureId, &Measure> = measures.iter().map(|one| (one.id, one)).collect();
    let goals: BTreeMap<EffectGoalId, &EffectGoal> = goals.iter().map(|one| (one.id, one)).collect();
    for entry in &entries {
        assert_eq!(measures.get(&entry.measure.id), Some(&&entry.measure));
        for goal in &entry.goals {
            assert_eq!(goals.get(&goal.id), Some(&goal), "{}", entry.measure.name);
        }
    }
    counts(&facts, &measures, &goals);
    for entry in &entries {
        let shown = list(&out["measures"]).iter();
        let mut shown = shown.filter(|one| one["id"] == json!(entry.measure.id));
        holds(entry.fact, shown.next().expect("it is there"));
    }
}

/// As many of each as the catalogue itself says, and no more.
fn counts(
    facts: &Json,
    measures: &BTreeMap<MeasureId, &Measure>,
    goals: &BTreeMap<EffectGoalId, &EffectGoal>,
) {
    let stated = |name: &str| -> usize {
        let count = words(&facts["package"]["counts"][name]);
        count.parse().expect("a count")
    };
    let with_target: BTreeSet<MeasureId> = goals.values().map(|goal| goal.measure).collect();
    let names: BTreeSet<&str> = measures.values().map(|one| one.name.as_str()).collect();
    assert_eq!(measures.len(), stated("measures"));
    assert_eq!(names.len(), stated("unique_measure_names"));
    assert_eq!(goals.len(), stated("targets"));
    assert_eq!(with_target.len(), stated("measures_with_target"));
    let without = measures.values().filter(|one| !with_target.contains(&one.id));
    let explained = without.clone().filter(|one| one.without_target.is_some());
    assert_eq!(without.count(), stated("measures_without_target"));
    assert_eq!(
        explained.count(),
        stated("measures_without_target"),
        "each says why"
    );
    // What is at least and what is at most are together all, and those of a measure that says which way agree with it.
    let of = |wanted: &str| {
        let areas = list(&facts["areas"]).iter();
        let all = areas.flat_map(|area| list(&area["goals"]));
        let all = all.flat_map(|goal| list(&goal["measures"]));
        let targets = all.flat_map(|measure| list(&measure["targets"]));
        targets.filter(|target| target["op"] == wanted).count()
    };
    assert_eq!(
        (of(">="), of("<=")),
        (stated("targets_min"), stated("targets_max"))
    );
    let directed = |direction| {
        let of = |goal: &&&EffectGoal| {
            let now = measures[&goal.measure].current();
            now.map(|now| now.direction) == Some(direction)
        };
        goals.values().filter(of).count()
    };
    let [higher, lower, open] = [Direction::Higher, Direction::Lower, Direction::NotStated].map(directed);
    assert!(
        open > 0,
        "one measure has a floor for one part and a ceiling for another"
    );
    assert_eq!(higher + lower + open, stated("targets"));
    assert!(higher <= stated("targets_min") && lower <= stated("targets_max"));
    let before = goals.values().filter(|goal| {
        let now = goal.current();
        now.is_some_and(|now| now.baseline.is_some())
    });
    assert_eq!(before.count(), 1, "one says where it begins");
}

/// The texts of the catalogue as they stand in the file that came out.
fn holds(fact: &Json, shown: &Json) {
    let name = words(&fact["name"]);
    let definition = &shown["definitions"][0];
    assert_eq!(shown["name"], fact["name"]);
    assert_eq!(shown["without_target"], fact["no_target_reason"], "{name}");
    for field in ["definition", "formula", "rationale", "source", "frequency"] {
        assert_eq!(definition[field], fact[field], "{name}: {field}");
    }
    let said = definition["note"].as_str().unwrap_or_default();
    let said: Vec<&str> = said.split("\n\n").filter(|note| !note.is_empty()).collect();
    let notes: Vec<&str> = list(&fact["notes"]).iter().map(words).collect();
    assert_eq!(said, notes, "{name}");
    let used_for = match fact["use"].as_str() {
        Some("styrning") => "steering",
        Some("maluppfyllelse") => "goal_fulfilment",
        Some("both") => "both",
        _ => "not_stated",
    };
    assert_eq!(shown["use"], used_for, "{name}");
}
