//! The report against the facts: every name, level, group, finding and figure, one by one, by code
//! that neither the converter nor the importer has any part in.

mod life;
mod page;
mod six;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::{exact, repository, repository_file};

on_both!(
    the_report_holds_every_fact,
    taking_one_statement_out_of_the_import_shows,
    changing_any_kind_of_fact_in_the_import_shows,
);

pub(super) fn facts() -> Value {
    exact::read(&repository_file("tests/fixtures/report-2022-2024.json"))
}

pub(super) async fn report(demo: &Demo) -> Value {
    exact::read(std::str::from_utf8(&demo.report(2024).await).expect("text"))
}

/// Compares a report with the facts, and notes each difference with its place.
#[derive(Default)]
struct Comparison {
    differences: Vec<String>,
    /// How many values have been held against each other.
    compared: usize,
}

impl Comparison {
    fn of(facts: &Value, report: &Value) -> Self {
        let mut this = Self::default();
        this.report(facts, report);
        this
    }

    fn same(&mut self, place: &str, fact: &Value, shown: &Value) {
        self.compared += 1;
        if fact != shown {
            self.differences
                .push(format!("{place}: the facts say {fact}, the report says {shown}"));
        }
    }

    /// The same field under the names that the facts and the report give it.
    fn field(&mut self, place: &str, fact: (&Value, &str), shown: (&Value, &str)) {
        let of = |(object, name): (&Value, &str)| object.get(name).cloned().unwrap_or_default();
        self.same(&format!("{place}.{}", shown.1), &of(fact), &of(shown));
    }

    fn fields(&mut self, place: &str, fact: &Value, shown: &Value, names: &[(&str, &str)]) {
        for (theirs, ours) in names {
            self.field(place, (fact, theirs), (shown, ours));
        }
    }

    /// Two lists, item by item; one that is longer is a difference of its own.
    fn lists(
        &mut self,
        place: &str,
        fact: &Value,
        shown: &Value,
        mut each: impl FnMut(&mut Self, &str, &Value, &Value),
    ) {
        let empty = Vec::new();
        let (fact, shown) = (
            fact.as_array().unwrap_or(&empty),
            shown.as_array().unwrap_or(&empty),
        );
        if fact.len() != shown.len() {
            self.differences.push(format!(
                "{place}: the facts have {}, the report has {}",
                fact.len(),
                shown.len()
            ));
        }
        for (index, (fact, shown)) in fact.iter().zip(shown).enumerate() {
            each(self, &format!("{place}[{index}]"), fact, shown);
        }
    }

    fn report(&mut self, facts: &Value, report: &Value) {
        let head = &facts["report"];
        self.fields(
            "report",
            head,
            report,
            &[("title", "title"), ("agency", "agency"), ("period", "period")],
        );
        self.lists("areas", &facts["areas"], &report["areas"], Self::area);
        self.groups(
            &facts["overall"]["by_group"],
            &facts["benefit_groups"],
            &report["by_group"],
        );
        let overall = &facts["overall"];
        self.fields(
            "overall",
            overall,
            &report["overall"],
            &[("overall_level", "level"), ("motivation", "motivation")],
        );
        self.lists(
            "overall.observations",
            &overall["observations"],
            &report["overall"]["observations"],
            |this, place, fact, shown| this.same(place, fact, shown),
        );
        self.lists(
            "ongoing",
            &facts["ongoing_2024_initiatives"],
            &report["ongoing"],
            |this, place, fact, shown| {
                this.fields(place, fact, shown, &[("name", "name"), ("summary", "summary")]);
            },
        );
        self.totals(facts, &report["totals"]);
    }

    fn area(&mut self, place: &str, fact: &Value, shown: &Value) {
        let as_named = [
            "number",
            "name",
            "budget_tkr",
            "purpose",
            "expected_effects",
            "main_groups",
        ];
        self.fields(place, fact, shown, &as_named.map(|name| (name, name)));
        self.fields(
            place,
            &fact["assessment"],
            shown,
            &[("level", "level"), ("motivation", "motivation")],
        );
        let texts = format!("{place}.group_texts");
        self.lists(
            &texts,
            &fact["group_summaries"],
            &shown["group_texts"],
            |this, place, fact, shown| {
                this.fields(
                    place,
                    fact,
                    shown,
                    &[("groups", "groups"), ("summary", "summary")],
                );
            },
        );
        self.lists(
            &format!("{place}.deliveries"),
            &fact["deliveries"],
            &shown["deliveries"],
            Self::delivery,
        );
    }

    fn delivery(&mut self, place: &str, fact: &Value, shown: &Value) {
        let names = [
            ("name", "name"),
            ("uo", "development_object"),
            ("status", "status"),
            ("description", "description"),
            ("initiative_hint", "label"),
            ("note", "note"),
            ("sus", "sus"),
        ];
        self.fields(place, fact, shown, &names);
        for (theirs, ours) in [("launched", "launches"), ("upcoming", "upcoming")] {
            self.lists(
                &format!("{place}.{ours}"),
                &fact[theirs],
                &shown[ours],
                |this, place, fact, shown| {
                    let names = ["when", "precision", "what"];
                    this.fields(place, fact, shown, &names.map(|name| (name, name)));
                },
            );
        }
        self.figures(place, fact, shown);
        self.lists(
            &format!("{place}.expected"),
            &fact["expected"],
            &shown["expected"],
            |this, place, fact, shown| {
                this.fields(
                    place,
                    fact,
                    shown,
                    &[("groups", "groups"), ("summary", "summary")],
                );
                this.figures(place, fact, shown);
            },
        );
        self.lists(
            &format!("{place}.realised"),
            &fact["realised"],
            &shown["realised"],
            |this, place, fact, shown| {
                let names = ["groups", "summary", "finding", "unplanned", "note"];
                this.fields(place, fact, shown, &names.map(|name| (name, name)));
                this.figures(place, fact, shown);
            },
        );
    }

    fn figures(&mut self, place: &str, fact: &Value, shown: &Value) {
        let place = format!("{place}.figures");
        self.lists(
            &place,
            &fact["figures"],
            &shown["figures"],
            |this, place, fact, shown| {
                let names = ["what", "value", "value_to", "unit", "approx", "period", "role"];
                this.fields(place, fact, shown, &names.map(|name| (name, name)));
            },
        );
    }

    /// The levels that the source gives, by code; the groups that it gives none have none here.
    fn groups(&mut self, levels: &Value, groups: &Value, shown: &Value) {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let levels: BTreeMap<String, Value> = list(levels)
            .iter()
            .map(|level| (level["group"].to_string(), level["level"].clone()))
            .collect();
        self.lists("by_group", groups, shown, |this, place, group, shown| {
            this.fields(place, group, shown, &[("code", "group"), ("name", "name")]);
            let level = levels
                .get(&group["code"].to_string())
                .cloned()
                .unwrap_or_default();
            this.same(&format!("{place}.level"), &level, &shown["level"]);
        });
        self.same(
            "by_group with a level",
            &json!(levels.len()),
            &json!(
                list(shown)
                    .iter()
                    .filter(|group| !group["level"].is_null())
                    .count()
            ),
        );
    }

    /// Counted and added here, from the facts themselves.
    fn totals(&mut self, facts: &Value, shown: &Value) {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let areas = list(&facts["areas"]);
        let deliveries: Vec<Value> = areas.iter().flat_map(|area| list(&area["deliveries"])).collect();
        let of = |name: &str| -> Vec<Value> { deliveries.iter().flat_map(|one| list(&one[name])).collect() };
        let (expected, realised) = (of("expected"), of("realised"));
        let figures: usize = deliveries
            .iter()
            .chain(&expected)
            .chain(&realised)
            .map(|one| list(&one["figures"]).len())
            .sum();
        let budget: i64 = areas
            .iter()
            .map(|area| {
                area["budget_tkr"]
                    .as_str()
                    .expect("a number")
                    .parse::<i64>()
                    .expect("whole")
            })
            .sum();
        let counts = [
            ("budget_tkr", budget.to_string()),
            ("areas", areas.len().to_string()),
            ("deliveries", deliveries.len().to_string()),
            (
                "development_objects",
                deliveries
                    .iter()
                    .filter(|one| one["uo"] == json!(true))
                    .count()
                    .to_string(),
            ),
            ("expected_benefits", expected.len().to_string()),
            ("realised_statements", realised.len().to_string()),
            ("figures", figures.to_string()),
        ];
        for (name, count) in counts {
            self.same(&format!("totals.{name}"), &json!(count), &shown[name]);
        }
    }
}

/// The differences, one a line.
pub(super) fn told(differences: &[String]) -> String {
    differences.iter().fold(String::new(), |mut all, one| {
        let _ = writeln!(all, "  {one}");
        all
    })
}

async fn the_report_holds_every_fact(world: World) {
    let demo = Demo::load(&world).await;
    let comparison = Comparison::of(&facts(), &report(&demo).await);
    assert!(
        comparison.differences.is_empty(),
        "\n{}",
        told(&comparison.differences)
    );
    assert!(
        comparison.compared > 1_300,
        "only {} values were looked at",
        comparison.compared
    );
}

async fn taking_one_statement_out_of_the_import_shows(world: World) {
    let mut portfolio = portfolio_json();
    let statements = portfolio["statements"].as_array_mut().expect("a list");
    let middle = statements.len() / 2;
    let taken = statements.remove(middle);
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let comparison = Comparison::of(&facts(), &report(&demo).await);
    let said = told(&comparison.differences);
    assert!(
        !comparison.differences.is_empty(),
        "nobody missed “{}”",
        taken["text"]
    );
    assert!(
        said.contains("].realised: the facts have"),
        "the gap has a place:\n{said}"
    );
    assert!(
        said.contains("totals.realised_statements"),
        "the gap is counted:\n{said}"
    );
}

async fn changing_any_kind_of_fact_in_the_import_shows(world: World) {
    let changes = [
        ("/areas/0/name", json!("Något annat")),
        ("/areas/0/budgets/0/amount", json!(1)),
        ("/areas/4/main_groups", json!([])),
        ("/areas/2/expected_effects", json!("")),
        ("/initiatives/0/label/value", json!("Något annat")),
        ("/initiatives/0/development_object", json!(null)),
        ("/initiatives/40/summary", json!("Något annat")),
        ("/deliveries/3/status/value", json!("cancelled")),
        ("/deliveries/3/launches/0/what", json!("Något annat")),
        ("/deliveries/0/upcoming", json!([])),
        ("/deliveries/0/launches/0/actual/precision", json!("year")),
        (
            "/benefits/7/groups",
            json!([{ "group": "0195165a-bc00-7003-8000-000000000005" }]),
        ),
        ("/statements/9/finding/value", json!("none")),
        ("/statements/9/unplanned", json!(true)),
        ("/statements/0/figures/0/value", json!("65000.0")),
        ("/statements/0/figures/0/unit", json!("st")),
        ("/statements/0/figures/0/role/value", json!("context")),
        ("/sus_evaluations/0/result/level", json!("excellent")),
        ("/assessments/0/level", json!("full")),
        ("/assessments/0/group_texts/0/text", json!("Något annat")),
        ("/assessments/9/motivation", json!("Något annat")),
    ];
    // All at once is one import; each of them has to be missed on its own.
    let mut portfolio = portfolio_json();
    for (place, value) in &changes {
        let place = portfolio
            .pointer_mut(place)
            .unwrap_or_else(|| panic!("{place} is not in the file"));
        if place.as_str().is_some() && value == "year" {
            continue; // Its text has to change with it, below.
        }
        *place = value.clone();
    }
    portfolio["deliveries"][0]["launches"][0]["actual"] = json!({ "when": "2024", "precision": "year" });
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let said = Comparison::of(&facts(), &report(&demo).await).differences;
    let place = |line: &'_ String| line.split_once(": ").map(|(place, _)| place.to_owned());
    let fields: BTreeSet<String> = said
        .iter()
        .filter_map(place)
        .filter_map(|place| Some(place.rsplit_once('.')?.1.to_owned()))
        .collect();
    assert!(
        told(&said).contains("].upcoming: the facts have"),
        "nobody missed what was to come"
    );
    for field in [
        "name",
        "budget_tkr",
        "main_groups",
        "expected_effects",
        "label",
        "development_object",
        "summary",
        "status",
        "what",
        "precision",
        "when",
        "groups",
        "finding",
        "unplanned",
        "value",
        "unit",
        "role",
        "sus",
        "level",
        "motivation",
    ] {
        assert!(
            fields.contains(field),
            "nobody missed {field} among\n{}",
            told(&said)
        );
    }
}

/// Figures that would be recognised wherever they stand: amounts, and values that are not small whole
/// numbers, as their digits.
fn distinctive(facts: &Value, found: &mut BTreeSet<String>) {
    match facts {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value.as_str()) {
                    ("value" | "value_to" | "budget_tkr", Some(digits)) => {
                        let whole: i64 = digits
                            .split('.')
                            .next()
                            .and_then(|w| w.parse().ok())
                            .expect("digits");
                        if whole >= 100 || digits.contains('.') {
                            found.insert(digits.to_owned());
                        }
                    }
                    _ => distinctive(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| distinctive(item, found)),
        _ => {}
    }
}

/// The numbers of a text, each as its digits: 65_000, 65 000 and 65000 are one, 40,9 is 40.9.
fn numbers(text: &str) -> BTreeSet<String> {
    let joins = |c: char| matches!(c, '_' | '.' | ',' | '-' | '\u{a0}' | '\u{202f}');
    text.split(|c: char| !(c.is_alphanumeric() || joins(c)))
        .filter(|word| Uuid::parse_str(word).is_err())
        .flat_map(|word| word.split('-'))
        .filter_map(number)
        .collect()
}

/// The number that a word is, without the name of a type behind it.
fn number(word: &str) -> Option<String> {
    let plain: String = word
        .chars()
        .filter(|c| !matches!(c, '_' | '\u{a0}' | '\u{202f}'))
        .collect();
    let plain = plain.replace(',', ".");
    let plain = plain.trim_matches('.');
    let end = plain
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(plain.len());
    let (digits, behind) = plain.split_at(end);
    let is_type = |name: &str| {
        name.strip_prefix(['i', 'u', 'f'])
            .is_some_and(|bits| !bits.is_empty())
    };
    (digits.starts_with(|c: char| c.is_ascii_digit()) && (behind.is_empty() || is_type(behind)))
        .then(|| digits.to_owned())
}

fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    let skipped = ["target", "node_modules", "tests", ".git", ".ci", "dist"];
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() && !skipped.contains(&name) {
            sources(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "ftl")
        {
            found.push(path);
        }
    }
}

/// Where a number that the facts happen to hold means something else.
const MEANS_SOMETHING_ELSE: [(&str, &str, &str); 11] = [
    ("100", "", "the whole of a percentage, öre in a krona, hundredths"),
    (
        "10000",
        "app/domain/src/form.rs",
        "how many characters a text may have",
    ),
    ("2.0", "app/text/src/number", "how decimals are kept and shown"),
    ("2.3", "app/text/src/number", "how decimals are rounded"),
    ("2.0", "migrations/src", "how decimals are kept"),
    ("2.0", "server/src/calendar_feed", "the version of iCalendar"),
    ("2.0", "xtask/src/licences", "versions of licences"),
    ("0.8", "xtask/src/bundle", "a version of leptos"),
    ("2.3", "app/src/pages/report/", "a section of the report"),
    ("2.3", "server/report/src/document", "a section of the report"),
    ("2.3", "app/text/i18n/", "a section of the report"),
];

#[test]
fn no_figure_of_the_facts_stands_in_the_code() {
    let mut figures = BTreeSet::new();
    distinctive(&facts(), &mut figures);
    assert!(figures.len() > 20, "{figures:?}");
    let mut files = Vec::new();
    sources(&repository(), &mut files);
    assert!(files.len() > 100, "only {} files were looked at", files.len());
    let (mut found, mut used) = (Vec::new(), BTreeSet::new());
    for file in files {
        let path = file
            .strip_prefix(repository())
            .expect("below it")
            .display()
            .to_string();
        let text = std::fs::read_to_string(&file).expect("reads");
        for (index, line) in text.lines().enumerate() {
            for number in numbers(line).intersection(&figures) {
                let excuse = MEANS_SOMETHING_ELSE
                    .iter()
                    .position(|(excused, place, _)| excused == number && path.starts_with(place));
                match excuse {
                    Some(excuse) => {
                        used.insert(excuse);
                    }
                    None => found.push(format!("{path}:{}: {number} in: {}", index + 1, line.trim())),
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{}", told(&found));
    for (index, (number, place, reason)) in MEANS_SOMETHING_ELSE.iter().enumerate() {
        assert!(
            used.contains(&index),
            "{number} ({reason}) is not in {place}: take it off the list"
        );
    }
}

#[test]
fn numbers_are_found_however_they_are_written() {
    let code = "let x = 65_000_i64; // 40,9 % of 65\u{202f}001, \"2.3\" or v27.9; id_8000, 4. 8000-9000";
    let id = "019a0000-0000-7000-8001-000000000001";
    let found = numbers(&format!("{code} {id}"));
    let expected = ["2.3", "4", "40.9", "65000", "65001", "8000", "9000"];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}
