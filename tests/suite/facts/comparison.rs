//! The comparison of the facts with the file for other systems: value by value, each with its place.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Compares a report with the facts, and notes each difference with its place.
#[derive(Default)]
pub(super) struct Comparison {
    pub(super) differences: Vec<String>,
    /// How many values have been held against each other.
    pub(super) compared: usize,
}

impl Comparison {
    pub(super) fn of(facts: &Value, report: &Value) -> Self {
        let mut this = Self::default();
        this.report(facts, report);
        this
    }

    pub(super) fn same(&mut self, place: &str, fact: &Value, shown: &Value) {
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
