//! What the steering unit makes of it: reports and assessments, typed in.

use domain::assessment::SubjectKey;
use domain::form::{AssessmentForm, ReportForm, ReportSourceForm, ReportTextForm};
use domain::id::ReportId;
use serde_json::Value;

use super::hand::Hand;
use super::typed::{day, lines, list, text};
use crate::support::forms::{after, done, key, notice};

/// What is typed where the form of an assessment demands words and the source has none: the levels of
/// groups stand there without a motivation, and no level says why it is not the one proposed. Compared
/// as nothing. The components of an area's level, which the source does not have either, are chosen as
/// the level itself, and then compared as nothing too.
pub const DEMANDED: &str = "Källan säger inte varför.";

impl Hand<'_> {
    pub async fn report(&mut self, report: &Value) {
        let assignment = &report["assignment"];
        let form = ReportForm {
            submission: key(),
            title: text(&report["title"]),
            from_year: text(&report["from_year"]),
            to_year: text(&report["to_year"]),
            area_set: self.id(&report["area_set"]),
            cut_off: day(&report["cut_off"]),
            letter: text(&assignment["letter"]),
            number: text(&assignment["number"]),
            name: text(&assignment["name"]),
            due: day(&assignment["due"]),
            recipient: text(&assignment["recipient"]),
            registry_number: text(&report["registry_number"]),
            presenters: lines(&report["presenters"]),
            ..ReportForm::default()
        };
        let place = done(service::report_save(&self.steering(), self.services, form).await);
        let id = after(&place, "/rapporter/");
        self.note(report, id);
        let id: ReportId = id.parse().expect("an id");
        self.texts(id, report).await;
        self.sources(id, report).await;
        for (version, addition) in (3..).zip(list(&report["added"])) {
            let delivery = self.id(&addition["delivery"]).parse().expect("an id");
            let reason = text(&addition["reason"]);
            let steering = self.steering();
            let added = service::scope_add(&steering, self.services, id, version, delivery, &reason).await;
            assert_eq!(notice(&added), "omfattning");
        }
    }

    async fn texts(&mut self, id: ReportId, report: &Value) {
        let steering = self.steering();
        let view = service::report_text_form(&steering, self.services, id, None).await;
        let chapter = |key: &str| {
            let mut all = list(&report["chapters"]).iter();
            all.find(|chapter| chapter["key"] == key)
                .map(|chapter| text(&chapter["text"]))
                .unwrap_or_default()
        };
        let conflicts = list(report.get("conflicts").unwrap_or(&Value::Array(Vec::new()))).to_vec();
        let form = ReportTextForm {
            foreword: chapter("foreword"),
            background: chapter("background"),
            method: chapter("method"),
            summary: chapter("summary"),
            observations: chapter("observations"),
            conflict_one: conflicts.iter().map(|one| self.id(&one["groups"][0])).collect(),
            conflict_other: conflicts.iter().map(|one| self.id(&one["groups"][1])).collect(),
            conflict_text: conflicts.iter().map(|one| text(&one["text"])).collect(),
            notes: lines(&report["notes"]),
            ..view.expect("may write").state.form
        };
        done(service::report_text_save(&steering, self.services, form).await);
    }

    async fn sources(&mut self, id: ReportId, report: &Value) {
        let steering = self.steering();
        let view = service::report_source_form(&steering, self.services, id, None).await;
        let column = |of: &str, cell: fn(&Value) -> String| list(&report[of]).iter().map(cell).collect();
        let form = ReportSourceForm {
            requirement_from: column("requirements", |one| text(&one["from"])),
            requirement_to: column("requirements", |one| text(&one["applies_to"])),
            requirement_what: column("requirements", |one| text(&one["what"])),
            material_name: column("materials", |one| text(&one["name"])),
            material_units: column("materials", |one| lines(&one["units"])),
            material_systems: column("materials", |one| lines(&one["systems"])),
            material_frequency: column("materials", |one| text(&one["frequency"])),
            material_numbers: column("materials", |one| lines(&one["registry_numbers"])),
            reference_what: column("references", |one| text(&one["what"])),
            reference_numbers: column("references", |one| lines(&one["registry_numbers"])),
            ..view.expect("may write").state.form
        };
        done(service::report_source_save(&steering, self.services, form).await);
    }

    /// Written and sent in.
    pub async fn assessment(&mut self, assessment: &Value, file: &Value) {
        let of = |list_name: &str, id: &Value, field: &str| {
            let mut all = list(&file[list_name]).iter();
            let found = all.find(|one| one["id"] == *id).expect("what the file refers to");
            text(&found[field])
        };
        let subject = &assessment["subject"];
        let judged = match (subject.get("area"), subject.get("group")) {
            (Some(area), _) => SubjectKey::Area(of("areas", area, "number")),
            (_, Some(group)) => SubjectKey::Group(of("benefit_groups", group, "code")),
            _ => SubjectKey::Whole,
        };
        let year = of("reports", &assessment["report"], "to_year").parse().ok();
        let steering = self.steering();
        let view = service::assessment_view(&steering, self.services, &judged, year, None).await;
        let level = text(&assessment["level"]);
        let component = |name: &str| match text(&assessment["components"][name]) {
            said if said.is_empty() => level.clone(),
            said => said,
        };
        let or_demanded = |value: &Value| match text(value) {
            said if said.is_empty() => DEMANDED.to_owned(),
            said => said,
        };
        let texts = list(&assessment["group_texts"]);
        let ticked = (0..).zip(texts).flat_map(|(row, text): (usize, &Value)| {
            let groups = self.ticked(list(&text["groups"]));
            groups.into_iter().map(move |group| format!("{row}:{group}"))
        });
        let form = AssessmentForm {
            delivery: component("delivery"),
            expected: component("expected"),
            realised: component("realised"),
            level,
            motivation: or_demanded(&assessment["motivation"]),
            text_groups: ticked.collect(),
            group_text: texts.iter().map(|one| text(&one["text"])).collect(),
            deviation_reason: or_demanded(&assessment["deviation_reason"]),
            action: "submit".to_owned(),
            ..view.expect("may read").state.form
        };
        done(service::assessment_save(&steering, self.services, form).await);
    }
}
