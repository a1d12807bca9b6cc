//! What initiatives give: deliveries, benefits, statements and evaluations, typed in.

use std::collections::BTreeSet;

use domain::form::{BenefitForm, DeliveryForm, FigureRows, StatementForm, SusForm};
use domain::id::StatementId;
use serde_json::Value;

use super::hand::Hand;
use super::typed::{day, list, number, text, tick, when};
use crate::support::forms::{after, done, key, notice};

/// One cell of each entry of a list.
fn column(entries: &Value, cell: impl Fn(&Value) -> String) -> Vec<String> {
    list(entries).iter().map(cell).collect()
}

fn figures(figures: &Value) -> FigureRows {
    let where_true = |value: &Value, code: &str| if value == true { code } else { "" }.to_owned();
    FigureRows {
        figure_id: Vec::new(),
        figure_what: column(figures, |one| text(&one["what"])),
        figure_about: column(figures, |one| where_true(&one["approximate"], "about")),
        figure_value: column(figures, |one| number(&one["value"])),
        figure_value_to: column(figures, |one| number(&one["value_to"])),
        figure_unit: column(figures, |one| text(&one["unit"])),
        figure_period: column(figures, |one| text(&one["period"])),
        figure_role: column(figures, |one| text(&one["role"]["value"])),
        figure_reading: column(figures, |one| {
            where_true(&one["role"]["interpreted"], "interpreted")
        }),
    }
}

impl Hand<'_> {
    pub async fn delivery(&mut self, delivery: &Value) {
        let (launches, upcoming) = (&delivery["launches"], &delivery["upcoming"]);
        let form = DeliveryForm {
            submission: key(),
            initiative: self.id(&delivery["initiative"]),
            name: text(&delivery["name"]),
            description: text(&delivery["description"]),
            area: self.id(&delivery["area"]),
            status: text(&delivery["status"]["value"]),
            status_interpreted: tick(&delivery["status"]["interpreted"]),
            launch_what: column(launches, |one| text(&one["what"])),
            planned: column(launches, |one| when(&one["planned"])),
            actual: column(launches, |one| when(&one["actual"])),
            upcoming_what: column(upcoming, |one| text(&one["what"])),
            upcoming_when: column(upcoming, |one| when(&one["when"])),
            figures: figures(&delivery["figures"]),
            note: text(&delivery["note"]),
            ..DeliveryForm::default()
        };
        let place = done(service::delivery_save(&self.manager(), self.services, form).await);
        self.note(delivery, after(&place, "#leverans-"));
    }

    pub async fn benefit(&mut self, benefit: &Value) {
        let groups = list(&benefit["groups"]).iter().map(|share| &share["group"]);
        let form = BenefitForm {
            submission: key(),
            initiative: self.id(&benefit["initiative"]),
            delivery: self.id(&benefit["delivery"]),
            groups: self.ticked(groups),
            title: text(&benefit["title"]),
            description: text(&benefit["description"]),
            value_class: text(&benefit["value_class"]),
            owner: self.id(&benefit["owner"]),
            recipient: self.id(&benefit["recipient"]),
            expected_from: day(&benefit["expected_from"]),
            expected_to: day(&benefit["expected_to"]),
            unplanned: tick(&benefit["unplanned"]),
            figures: figures(&benefit["figures"]),
            ..BenefitForm::default()
        };
        let place = done(service::benefit_save(&self.manager(), self.services, form).await);
        self.note(benefit, after(&place, "#nytta-"));
    }

    /// Stated by one, approved by another.
    pub async fn statement(&mut self, statement: &Value, file: &Value) {
        let sources = &statement["sources"];
        let form = StatementForm {
            submission: key(),
            initiative: self.id(&statement["initiative"]),
            delivery: self.id(&statement["delivery"]),
            benefits: self.ticked(list(&statement["benefits"])),
            groups: self.ticked(groups_beside(statement, file)),
            text: text(&statement["text"]),
            finding: text(&statement["finding"]["value"]),
            finding_interpreted: tick(&statement["finding"]["interpreted"]),
            as_of: day(&statement["as_of"]["value"]),
            as_of_interpreted: tick(&statement["as_of"]["interpreted"]),
            follow_up: when(&statement["follow_up"]),
            assessing_unit: self.id(&statement["assessing_unit"]),
            method: text(&statement["method"]),
            source_kind: column(sources, |one| text(&one["kind"])),
            source_text: column(sources, |one| text(&one["text"])),
            figures: figures(&statement["figures"]),
            unplanned: tick(&statement["unplanned"]),
            note: text(&statement["note"]),
            supersedes: self.id(&statement["supersedes"]),
            action: "submit".to_owned(),
            ..StatementForm::default()
        };
        let place = done(service::statement_save(&self.manager(), self.services, form).await);
        let id = after(&place, "#konstaterad-");
        self.note(statement, id);
        let id: StatementId = id.parse().expect("an id");
        let approved = service::statement_review(&self.reviewer(), self.services, id, 1, true, "").await;
        assert_eq!(notice(&approved), "godkand");
    }

    pub async fn sus(&mut self, sus: &Value) {
        let result = sus["result"].as_object().expect("what it gave");
        let (known, gave) = result.iter().next().expect("one of three");
        let mut form = SusForm {
            submission: key(),
            delivery: self.id(&sus["delivery"]),
            subject: text(&sus["subject"]),
            when: when(&sus["when"]),
            known: known.clone(),
            ..SusForm::default()
        };
        match known.as_str() {
            "level" => form.level = text(gave),
            "score" => form.score = number(gave),
            other => panic!("nobody types this yet: {other}"),
        }
        done(service::sus_save(&self.manager(), self.services, form).await);
    }
}

/// The groups that one ticks: none where the statement speaks of just those of its benefits.
fn groups_beside<'a>(statement: &'a Value, file: &'a Value) -> Vec<&'a Value> {
    let spoken_for = list(&statement["benefits"]);
    let of_benefits: BTreeSet<String> = list(&file["benefits"])
        .iter()
        .filter(|benefit| spoken_for.contains(&benefit["id"]))
        .flat_map(|benefit| list(&benefit["groups"]))
        .map(|share| text(&share["group"]))
        .collect();
    let groups = list(&statement["groups"]);
    let own: BTreeSet<String> = groups.iter().map(text).collect();
    if own == of_benefits {
        Vec::new()
    } else {
        groups.iter().collect()
    }
}
