//! What the types alone cannot refuse: identities used twice, references that lead nowhere, values
//! out of bounds.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::AssessmentSubject;
use domain::factor::{Factor, FactorKind, FactorValue};
use domain::figure::Figure;
use domain::money::Money;
use domain::report_model::ReportModel;
use domain::round::{AskedAbout, RoundState};
use domain::statement::ApprovalState;
use domain::sus::SusThresholds;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::document::{Document, FORMAT, VERSION};
use super::{ImportProblem, Known, sha256};

/// Longest of any text: a hundred times what a form takes.
const TEXT_MAX: usize = 1_000_000;

pub(super) fn check(document: &Document, known: &Known) -> Vec<ImportProblem> {
    let mut check = Check {
        problems: Vec::new(),
        ids: BTreeMap::new(),
    };
    if document.format != FORMAT {
        check.problem(
            "format",
            "",
            format!("is “{}”; only “{FORMAT}” can be read", document.format),
        );
    }
    if document.version != VERSION {
        check.problem(
            "version",
            "",
            format!("is {}; only {VERSION} can be read", document.version),
        );
    }
    check.ids(document, known);
    check.structure(document);
    check.unique(document, known);
    check.portfolio(document);
    check.evidence(document);
    check.factors(document);
    check.plans(document, known);
    check.calculations(document, known);
    check.measured(document, known);
    check.corrections(document, known);
    check.realised(document, known);
    check.rounds(document);
    check.reports(document);
    check.renderings(document, known);
    check.life(document, known);
    check.problems
}

pub(super) struct Check {
    problems: Vec<ImportProblem>,
    /// Every identity, of the file and of the database, with the kind of thing that it names.
    ids: BTreeMap<Uuid, &'static str>,
}

impl Check {
    pub(super) fn problem(&mut self, place: impl Into<String>, field: &str, reason: impl Into<String>) {
        self.problems.push(ImportProblem {
            place: place.into(),
            field: field.to_owned(),
            reason: reason.into(),
        });
    }

    fn ids(&mut self, d: &Document, known: &Known) {
        self.ids = known.ids.clone();
        let mut seen: BTreeSet<Uuid> = BTreeSet::new();
        macro_rules! list {
            ($($list:ident: $kind:literal),+ $(,)?) => {$(
                for (index, entity) in d.$list.iter().enumerate() {
                    self.id(format!("{}[{index}]", stringify!($list)), entity.id.0, $kind, &mut seen);
                }
            )+};
        }
        list!(
            grading_schemes: "grading scheme",
            units: "unit",
            benefit_groups: "benefit group",
            portfolios: "portfolio",
            area_sets: "area set",
            areas: "area",
            factors: "factor",
            initiatives: "initiative",
            deliveries: "delivery",
            benefits: "benefit",
            realisation_plans: "realisation plan",
            calculations: "calculation",
            measures: "measure",
            effect_goals: "effect goal",
            measurements: "measurement",
            statements: "statement",
            freed_times: "freed time",
            sek_values: "value in kronor",
            sus_evaluations: "SUS evaluation",
            reports: "report",
            assessments: "assessment",
            follow_up_rounds: "follow-up round",
            report_comments: "comment",
            report_corrections: "correction",
        );
        for (i, calculation) in d.calculations.iter().enumerate() {
            let place = format!("calculations[{i}].alternatives");
            for alternative in &calculation.alternatives {
                self.id(place.clone(), alternative.id.0, "alternative", &mut seen);
                for line in &alternative.lines {
                    self.id(format!("{place}.lines"), line.id.0, "calculation line", &mut seen);
                }
            }
        }
        for (i, factor) in d.factors.iter().enumerate() {
            for value in &factor.values {
                self.id(
                    format!("factors[{i}].values"),
                    value.id.0,
                    "factor value",
                    &mut seen,
                );
            }
        }
        for (i, plan) in d.realisation_plans.iter().enumerate() {
            for activity in &plan.activities {
                let place = format!("realisation_plans[{i}].activities");
                self.id(place, activity.id.0, "activity", &mut seen);
            }
        }
        for (i, round) in d.follow_up_rounds.iter().enumerate() {
            for request in &round.requests {
                let place = format!("follow_up_rounds[{i}].requests");
                self.id(place, request.id.0, "question", &mut seen);
            }
        }
        let figures =
            d.deliveries
                .iter()
                .enumerate()
                .flat_map(|(i, delivery)| {
                    delivery
                        .figures
                        .iter()
                        .map(move |f| (format!("deliveries[{i}]"), f))
                })
                .chain(d.benefits.iter().enumerate().flat_map(|(i, benefit)| {
                    benefit.figures.iter().map(move |f| (format!("benefits[{i}]"), f))
                }))
                .chain(d.statements.iter().enumerate().flat_map(|(i, statement)| {
                    statement
                        .figures
                        .iter()
                        .map(move |f| (format!("statements[{i}]"), f))
                }));
        for (place, figure) in figures {
            self.id(format!("{place}.figures"), figure.id.0, "figure", &mut seen);
            self.figure(&place, figure);
        }
    }

    fn id(&mut self, place: String, id: Uuid, kind: &'static str, seen: &mut BTreeSet<Uuid>) {
        if id.get_version_num() != 7 {
            self.problem(place.clone(), "id", format!("{id} is no UUID of version 7"));
        }
        if !seen.insert(id) {
            self.problem(place.clone(), "id", format!("{id} is used twice in the file"));
        }
        match self.ids.insert(id, kind) {
            Some(other) if other != kind => {
                self.problem(place, "id", format!("{id} already names a {other}"));
            }
            _ => {}
        }
    }

    pub(super) fn refers(&mut self, place: &str, field: &str, id: Uuid, kind: &'static str) {
        match self.ids.get(&id) {
            Some(found) if *found == kind => {}
            Some(found) => {
                self.problem(place, field, format!("{id} names a {found}; a {kind} is needed"));
            }
            None => self.problem(place, field, format!("there is no {kind} {id}")),
        }
    }

    pub(super) fn refers_all<I: IntoIterator<Item = Uuid>>(
        &mut self,
        place: &str,
        field: &str,
        ids: I,
        kind: &'static str,
    ) {
        let mut seen = BTreeSet::new();
        for id in ids {
            self.refers(place, field, id, kind);
            if !seen.insert(id) {
                self.problem(place, field, format!("{id} stands there twice"));
            }
        }
    }

    pub(super) fn named(&mut self, place: &str, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.problem(place, field, "is empty");
        }
        if text.len() > TEXT_MAX {
            self.problem(place, field, format!("is longer than {TEXT_MAX} bytes"));
        }
    }

    fn figure(&mut self, place: &str, figure: &Figure) {
        let place = format!("{place}.figures");
        for (field, value) in [("value", Some(figure.value)), ("value_to", figure.value_to)] {
            let fits = value.is_none_or(|value| i64::try_from(value.mantissa()).is_ok());
            if !fits {
                self.problem(place.clone(), field, "has more digits than can be kept");
            }
        }
        if figure.value_to.is_some_and(|to| to < figure.value) {
            self.problem(place, "value_to", "lies below value");
        }
    }

    fn structure(&mut self, d: &Document) {
        self.named("agency", "name", &d.agency.name);
        for (i, scheme) in d.grading_schemes.iter().enumerate() {
            let place = format!("grading_schemes[{i}]");
            let ascending = scheme.viss_above <= scheme.godkand_from
                && scheme.godkand_from <= scheme.god_above
                && scheme.god_above <= scheme.full_from;
            if !ascending {
                self.problem(place, "viss_above", "thresholds do not ascend");
            }
        }
        for (i, unit) in d.units.iter().enumerate() {
            let place = format!("units[{i}]");
            self.named(&place, "name", &unit.name);
            self.refers_all(&place, "parent", unit.parent.map(|id| id.0), "unit");
            self.order(&place, "valid_to", unit.valid_from, unit.valid_to);
        }
        for (i, group) in d.benefit_groups.iter().enumerate() {
            self.named(&format!("benefit_groups[{i}]"), "name", &group.name);
            self.named(&format!("benefit_groups[{i}]"), "code", &group.code);
        }
        for (i, portfolio) in d.portfolios.iter().enumerate() {
            let place = format!("portfolios[{i}]");
            self.named(&place, "name", &portfolio.name);
            self.refers_all(&place, "parent", portfolio.parent.map(|id| id.0), "portfolio");
        }
        for (i, set) in d.area_sets.iter().enumerate() {
            let place = format!("area_sets[{i}]");
            self.named(&place, "name", &set.name);
            self.order(&place, "valid_to", set.valid_from, set.valid_to);
        }
        for (i, area) in d.areas.iter().enumerate() {
            let place = format!("areas[{i}]");
            self.named(&place, "name", &area.name);
            self.named(&place, "number", &area.number);
            self.refers(&place, "area_set", area.area_set.0, "area set");
            self.refers_all(
                &place,
                "main_groups",
                area.main_groups.iter().map(|id| id.0),
                "benefit group",
            );
            if area
                .budgets
                .iter()
                .any(|budget| budget.to_year < budget.from_year)
            {
                self.problem(place.clone(), "budgets", "to_year lies before from_year");
            }
            if area.budgets.iter().any(|budget| budget.amount < Money::ZERO) {
                self.problem(place, "budgets", "an amount lies below nothing");
            }
        }
    }

    /// What names an area or a group to people names one alone, in the file and in the database as it
    /// is after the import.
    fn unique(&mut self, d: &Document, known: &Known) {
        let of_file: BTreeSet<_> = d.areas.iter().map(|area| area.id).collect();
        let mut numbers = known.area_numbers.clone();
        numbers.retain(|_, area| !of_file.contains(area));
        for (i, area) in d.areas.iter().enumerate() {
            let other = numbers.insert((area.area_set, area.number.clone()), area.id);
            if other.is_some_and(|other| other != area.id) {
                let reason = format!("another area of the set has the number {}", area.number);
                self.problem(format!("areas[{i}]"), "number", reason);
            }
        }
        let of_file: BTreeSet<_> = d.benefit_groups.iter().map(|group| group.id).collect();
        let mut codes = known.group_codes.clone();
        codes.retain(|_, group| !of_file.contains(group));
        for (i, group) in d.benefit_groups.iter().enumerate() {
            let other = codes.insert(group.code.clone(), group.id);
            if other.is_some_and(|other| other != group.id) {
                let reason = format!("another group has the code {}", group.code);
                self.problem(format!("benefit_groups[{i}]"), "code", reason);
            }
        }
    }

    fn order<T: PartialOrd>(&mut self, place: &str, field: &str, from: Option<T>, to: Option<T>) {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.problem(place, field, "lies before the beginning");
        }
    }

    fn portfolio(&mut self, d: &Document) {
        for (i, initiative) in d.initiatives.iter().enumerate() {
            let place = format!("initiatives[{i}]");
            self.named(&place, "name", &initiative.name);
            self.refers_all(&place, "area", initiative.area.map(|id| id.0), "area");
            self.refers_all(
                &place,
                "portfolios",
                initiative.portfolios.iter().map(|id| id.0),
                "portfolio",
            );
            self.refers_all(&place, "owner", initiative.owner.map(|id| id.0), "unit");
            self.refers_all(
                &place,
                "depends_on",
                initiative.depends_on.iter().map(|id| id.0),
                "initiative",
            );
            if initiative.depends_on.contains(&initiative.id) {
                self.problem(place, "depends_on", "an initiative does not depend on itself");
            }
        }
        for (i, delivery) in d.deliveries.iter().enumerate() {
            let place = format!("deliveries[{i}]");
            self.named(&place, "name", &delivery.name);
            self.refers(&place, "initiative", delivery.initiative.0, "initiative");
            self.refers_all(&place, "area", delivery.area.map(|id| id.0), "area");
        }
        for (i, sus) in d.sus_evaluations.iter().enumerate() {
            let place = format!("sus_evaluations[{i}]");
            self.refers(&place, "delivery", sus.delivery.0, "delivery");
            if let Err(error) = sus.result.level(&SusThresholds::default()) {
                self.problem(place, "result", error.to_string());
            }
        }
    }

    fn evidence(&mut self, d: &Document) {
        for (i, benefit) in d.benefits.iter().enumerate() {
            let place = format!("benefits[{i}]");
            self.named(&place, "description", &benefit.description);
            self.refers(&place, "initiative", benefit.initiative.0, "initiative");
            self.refers_all(&place, "delivery", benefit.delivery.map(|id| id.0), "delivery");
            if benefit.groups.is_empty() {
                self.problem(place.clone(), "groups", "is empty; a benefit belongs to a group");
            }
            let groups = benefit.groups.iter().map(|share| share.group.0);
            self.refers_all(&place, "groups", groups, "benefit group");
            let shares = benefit.groups.iter().filter_map(|of| of.share);
            // Each by itself first: so none is so large that they could not be added.
            let part = |share: &Decimal| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(share);
            if !shares.clone().all(|share| part(&share)) || shares.sum::<Decimal>() > Decimal::ONE_HUNDRED {
                self.problem(
                    place.clone(),
                    "groups",
                    "has shares that are no parts of 100 percent",
                );
            }
            let owners = benefit.owner.into_iter().chain(benefit.recipient).map(|id| id.0);
            for id in owners {
                self.refers(&place, "owner", id, "unit");
            }
            self.order(&place, "expected_to", benefit.expected_from, benefit.expected_to);
        }
        for (i, statement) in d.statements.iter().enumerate() {
            let place = format!("statements[{i}]");
            self.named(&place, "text", &statement.text);
            self.refers(&place, "initiative", statement.initiative.0, "initiative");
            self.refers_all(&place, "delivery", statement.delivery.map(|id| id.0), "delivery");
            self.refers_all(
                &place,
                "groups",
                statement.groups.iter().map(|id| id.0),
                "benefit group",
            );
            self.refers_all(
                &place,
                "benefits",
                statement.benefits.iter().map(|id| id.0),
                "benefit",
            );
            self.refers_all(
                &place,
                "assessing_unit",
                statement.assessing_unit.map(|id| id.0),
                "unit",
            );
            self.refers_all(
                &place,
                "supersedes",
                statement.supersedes.map(|id| id.0),
                "statement",
            );
            if statement.follow_up.is_some() && !statement.finding.value.is_later() {
                self.problem(place, "follow_up", "belongs to findings that say later");
            }
        }
    }

    fn factors(&mut self, d: &Document) {
        for (i, factor) in d.factors.iter().enumerate() {
            let place = format!("factors[{i}]");
            self.named(&place, "name", &factor.name);
            match (&factor.unit, factor.kind) {
                (Some(unit), FactorKind::UnitValue) => self.named(&place, "unit", unit),
                (None, FactorKind::UnitValue) => self.problem(place.clone(), "unit", "is needed"),
                (Some(_), _) => self.problem(place.clone(), "unit", "belongs to unit values"),
                (None, _) => {}
            }
            for (j, value) in factor.values.iter().enumerate() {
                self.factor_value(&format!("{place}.values[{j}]"), factor, value);
            }
        }
    }

    fn plans(&mut self, d: &Document, known: &Known) {
        let of_file: BTreeSet<_> = d.realisation_plans.iter().map(|plan| plan.id).collect();
        let mut plans = known.plans.clone();
        plans.retain(|_, plan| !of_file.contains(plan));
        for (i, plan) in d.realisation_plans.iter().enumerate() {
            let place = format!("realisation_plans[{i}]");
            self.refers(&place, "benefit", plan.benefit.0, "benefit");
            if plans.insert(plan.benefit, plan.id).is_some() {
                let reason = format!("the benefit {} has another plan", plan.benefit);
                self.problem(place.clone(), "benefit", reason);
            }
            let unit = plan.follow_up_unit.map(|id| id.0);
            self.refers_all(&place, "follow_up_unit", unit, "unit");
            for activity in &plan.activities {
                let place = format!("{place}.activities");
                self.named(&place, "text", &activity.text);
                self.refers_all(&place, "unit", activity.unit.map(|id| id.0), "unit");
            }
            for risk in &plan.risks {
                self.named(&format!("{place}.risks"), "text", &risk.text);
            }
        }
    }

    fn factor_value(&mut self, place: &str, factor: &Factor, value: &FactorValue) {
        self.named(place, "source", &value.source);
        if !factor.kind.takes(value.value) || i64::try_from(value.value.mantissa()).is_err() {
            let (least, most) = factor.kind.limits();
            let decimals = factor.kind.decimals();
            let reason = format!("is not between {least} and {most} with at most {decimals} decimals");
            self.problem(place, "value", reason);
        }
        let kind = factor.kind;
        if kind.is_money() && value.price_level.is_none() {
            self.problem(place, "price_level", "is needed for money");
        }
        if !kind.has_price_level() && value.price_level.is_some() {
            self.problem(place, "price_level", "belongs to money and rates");
        }
        let waits = value.state != ApprovalState::Approved;
        if waits && factor.is_taken(value.from, Some(value.id)) {
            self.problem(place, "from", "another value from the same day waits as well");
        }
    }

    fn rounds(&mut self, d: &Document) {
        for (i, round) in d.follow_up_rounds.iter().enumerate() {
            let place = format!("follow_up_rounds[{i}]");
            if (round.state == RoundState::Prepared) != round.opened_on.is_none() {
                let reason = "a round has the day that it was sent out exactly when it was";
                self.problem(place.clone(), "opened_on", reason);
            }
            if (round.state == RoundState::Closed) != round.closed_on.is_some() {
                let reason = "a round has the day that it was closed exactly when it is";
                self.problem(place.clone(), "closed_on", reason);
            }
            for (j, request) in round.requests.iter().enumerate() {
                let place = format!("{place}.requests[{j}]");
                self.refers(&place, "initiative", request.initiative.0, "initiative");
                match request.about {
                    AskedAbout::Benefit(id) => self.refers(&place, "about", id.0, "benefit"),
                    AskedAbout::Delivery(id) => self.refers(&place, "about", id.0, "delivery"),
                }
                self.refers_all(&place, "unit", request.unit.map(|id| id.0), "unit");
                let statement = request.answer.as_ref().and_then(|answer| answer.statement);
                self.refers_all(&place, "answer", statement.map(|id| id.0), "statement");
            }
        }
    }

    fn reports(&mut self, d: &Document) {
        for (i, report) in d.reports.iter().enumerate() {
            let place = format!("reports[{i}]");
            self.named(&place, "title", &report.title);
            self.refers(&place, "area_set", report.area_set.0, "area set");
            self.refers(
                &place,
                "grading_scheme",
                report.grading_scheme.0,
                "grading scheme",
            );
            let added = report.added.iter().map(|addition| addition.delivery.0);
            self.refers_all(&place, "added", added, "delivery");
            let conflicts = report.conflicts.iter();
            let groups = conflicts.flat_map(|conflict| conflict.groups.iter().map(|id| id.0));
            self.refers_all(&place, "conflicts", groups, "benefit group");
            if report.to_year < report.from_year {
                self.problem(place.clone(), "to_year", "lies before from_year");
            }
            if report.state.is_decided() != report.decision.is_some() {
                self.problem(
                    place.clone(),
                    "decision",
                    "a report has a decision exactly when it is decided",
                );
            }
            let mut keys = BTreeSet::new();
            if !report.chapters.iter().all(|chapter| keys.insert(chapter.key)) {
                self.problem(place, "chapters", "a chapter stands there twice");
            }
        }
        for (i, assessment) in d.assessments.iter().enumerate() {
            let place = format!("assessments[{i}]");
            self.refers(&place, "report", assessment.report.0, "report");
            match assessment.subject {
                AssessmentSubject::Area(id) => self.refers(&place, "subject", id.0, "area"),
                AssessmentSubject::Group(id) => self.refers(&place, "subject", id.0, "benefit group"),
                AssessmentSubject::Whole => {}
            }
            for text in &assessment.group_texts {
                let groups = text.groups.iter().map(|id| id.0);
                self.refers_all(&place, "group_texts", groups, "benefit group");
            }
        }
        for (i, frozen) in d.frozen_reports.iter().enumerate() {
            let place = format!("frozen_reports[{i}]");
            self.refers(&place, "report", frozen.report.0, "report");
            match serde_json::from_str::<ReportModel>(frozen.model.get()) {
                Ok(model) if model.report.id == frozen.report => {}
                Ok(_) => self.problem(place.clone(), "model", "is the model of another report"),
                Err(error) => self.problem(place.clone(), "model", error.to_string()),
            }
            if sha256(frozen.model.get()) != frozen.sha256 {
                self.problem(place, "sha256", "does not belong to the model");
            }
        }
    }
}
