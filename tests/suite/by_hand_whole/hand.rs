//! The people who type a portfolio in: each form by somebody of the right role, one after another.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::{AgencyForm, AreaForm, AreaSetForm, InitiativeForm, PortfolioForm, UnitForm};
use domain::role::{Role, Scope};
use serde_json::Value;
use service::Services;

use super::typed::{day, list, text, thousands, tick};
use crate::support::demo::somebody;
use crate::support::forms::{after, done, key, notice};

/// Who types, and what what they typed is called by now.
pub struct Hand<'a> {
    pub services: &'a Services,
    steering: Ctx,
    manager: Ctx,
    reviewer: Ctx,
    /// Identities in the installation, by those in the file.
    ids: BTreeMap<String, String>,
    /// How many forms were sent.
    sent: i32,
}

impl<'a> Hand<'a> {
    pub fn new(services: &'a Services) -> Self {
        Self {
            services,
            steering: somebody(Role::SteeringUnit, Scope::All),
            manager: somebody(Role::PortfolioManager, Scope::All),
            reviewer: somebody(Role::Reviewer, Scope::All),
            ids: BTreeMap::new(),
            sent: 0,
        }
    }

    /// Types in all that the file has.
    pub async fn portfolio(mut self, file: &Value) {
        self.agency(file).await;
        for unit in list(&file["units"]) {
            self.unit(unit).await;
        }
        for portfolio in list(&file["portfolios"]) {
            self.tactical_or_strategic(portfolio).await;
        }
        for set in list(&file["area_sets"]) {
            self.area_set(set).await;
        }
        for area in list(&file["areas"]) {
            self.area(area).await;
        }
        for initiative in list(&file["initiatives"]) {
            self.initiative(initiative).await;
        }
        for initiative in list(&file["initiatives"]) {
            self.dependencies(initiative).await;
        }
        for delivery in list(&file["deliveries"]) {
            self.delivery(delivery).await;
        }
        for benefit in list(&file["benefits"]) {
            self.benefit(benefit).await;
        }
        for statement in list(&file["statements"]) {
            self.statement(statement, file).await;
        }
        for sus in list(&file["sus_evaluations"]) {
            self.sus(sus).await;
        }
        for report in list(&file["reports"]) {
            self.report(report).await;
        }
        for assessment in list(&file["assessments"]) {
            self.assessment(assessment, file).await;
        }
    }

    /// Somebody with their hand on the next form, a minute after the last one.
    fn next(&mut self, who: fn(&Self) -> &Ctx) -> Ctx {
        self.sent += 1;
        let ctx = who(self).clone();
        Ctx {
            now: ctx.now + Duration::minutes(self.sent.into()),
            ..ctx
        }
    }

    /// The steering unit.
    pub fn steering(&mut self) -> Ctx {
        self.next(|hand| &hand.steering)
    }

    /// A portfolio manager.
    pub fn manager(&mut self) -> Ctx {
        self.next(|hand| &hand.manager)
    }

    /// A reviewer.
    pub fn reviewer(&mut self) -> Ctx {
        self.next(|hand| &hand.reviewer)
    }

    /// Notes what something of the file is called here.
    pub fn note(&mut self, thing: &Value, id: &str) {
        self.ids.insert(text(&thing["id"]), id.to_owned());
    }

    /// What something that the file refers to is called here; nothing where it refers to nothing.
    pub fn id(&self, reference: &Value) -> String {
        match reference {
            Value::Null => String::new(),
            _ => self.ids[&text(reference)].clone(),
        }
    }

    /// Ticks, as a browser sends them: in the order of the page, whatever the order in the file. Here
    /// that is the order in which the things were made.
    pub fn ticked(&self, references: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
        let mut references: Vec<&str> = references.into_iter().filter_map(Value::as_str).collect();
        references.sort_unstable();
        references.into_iter().map(|one| self.ids[one].clone()).collect()
    }

    /// The agency, with the usual groups: those that the file has.
    async fn agency(&mut self, file: &Value) {
        let form = AgencyForm {
            submission: key(),
            name: text(&file["agency"]["name"]),
            currency: text(&file["agency"]["currency"]),
            usual_groups: "on".to_owned(),
            ..AgencyForm::default()
        };
        let steering = self.steering();
        done(service::agency_save(&steering, self.services, form).await);
        let view = service::structure_view(&steering, self.services).await;
        for made in view.expect("may read").groups {
            let of_file = list(&file["benefit_groups"]).iter();
            let of_file = of_file
                .clone()
                .find(|group| group["code"] == made.value.code.as_str());
            let of_file = of_file.unwrap_or_else(|| panic!("not in the file: {}", made.value.code));
            self.note(of_file, &made.value.id.to_string());
        }
    }

    async fn unit(&mut self, unit: &Value) {
        let form = UnitForm {
            submission: key(),
            name: text(&unit["name"]),
            kind: text(&unit["kind"]),
            parent: self.id(&unit["parent"]),
            valid_from: day(&unit["valid_from"]),
            valid_to: day(&unit["valid_to"]),
            ..UnitForm::default()
        };
        let place = done(service::unit_save(&self.steering(), self.services, form).await);
        self.note(unit, after(&place, "#unit-"));
    }

    async fn tactical_or_strategic(&mut self, portfolio: &Value) {
        let form = PortfolioForm {
            submission: key(),
            name: text(&portfolio["name"]),
            kind: text(&portfolio["kind"]),
            ended_on: day(&portfolio["ended_on"]),
            ..PortfolioForm::default()
        };
        let place = done(service::portfolio_save(&self.steering(), self.services, form).await);
        self.note(portfolio, after(&place, "#portfolio-"));
    }

    async fn area_set(&mut self, set: &Value) {
        let form = AreaSetForm {
            submission: key(),
            name: text(&set["name"]),
            valid_from: day(&set["valid_from"]),
            valid_to: day(&set["valid_to"]),
            ..AreaSetForm::default()
        };
        let place = done(service::area_set_save(&self.steering(), self.services, form).await);
        self.note(set, after(&place, "#area_set-"));
    }

    async fn area(&mut self, area: &Value) {
        let budgets = list(&area["budgets"]);
        let form = AreaForm {
            submission: key(),
            area_set: self.id(&area["area_set"]),
            number: text(&area["number"]),
            name: text(&area["name"]),
            purpose: text(&area["purpose"]),
            expected_effects: text(&area["expected_effects"]),
            main_groups: self.ticked(list(&area["main_groups"])),
            budget_from: budgets.iter().map(|one| text(&one["from_year"])).collect(),
            budget_to: budgets.iter().map(|one| text(&one["to_year"])).collect(),
            budget_tkr: budgets.iter().map(|one| thousands(&one["amount"])).collect(),
            note: text(&area["note"]),
            ..AreaForm::default()
        };
        let place = done(service::area_save(&self.steering(), self.services, form).await);
        self.note(area, after(&place, "#area-"));
    }

    async fn initiative(&mut self, initiative: &Value) {
        let object = &initiative["development_object"];
        let form = InitiativeForm {
            submission: key(),
            name: text(&initiative["name"]),
            summary: text(&initiative["summary"]),
            status: text(&initiative["status"]["value"]),
            status_interpreted: tick(&initiative["status"]["interpreted"]),
            development_object: if object.is_null() { "" } else { "on" }.to_owned(),
            development_object_since: day(&object["since"]),
            size: text(&initiative["size"]),
            area: self.id(&initiative["area"]),
            portfolios: self.ticked(list(&initiative["portfolios"])),
            owner: self.id(&initiative["owner"]),
            statutory_on: day(&initiative["statutory_on"]),
            started_year: text(&initiative["started_year"]),
            focus_area: text(&initiative["focus_area"]),
            label: text(&initiative["label"]["value"]),
            label_interpreted: tick(&initiative["label"]["interpreted"]),
            ..InitiativeForm::default()
        };
        let place = done(service::initiative_save(&self.manager(), self.services, form).await);
        self.note(initiative, after(&place, "/initiativ/"));
    }

    async fn dependencies(&mut self, initiative: &Value) {
        let id = self.id(&initiative["id"]).parse().expect("an id");
        for (version, on) in (1..).zip(list(&initiative["depends_on"])) {
            let on = self.id(on).parse().expect("an id");
            let manager = self.manager();
            let answer = service::initiative_depend(&manager, self.services, id, version, on, true).await;
            assert_eq!(notice(&answer), "beroende");
        }
    }
}
