//! Models of reports that tests render: those of the demo.

use domain::calculation::Calculation;
use domain::effect_goal::material::GoalMaterial;
use domain::expected_value::PromisedLine;
use domain::initiative::Initiative;
use domain::level::GradingScheme;
use domain::report::Report;
use domain::report_model::{ReportMaterial, ReportModel, compile};
use domain::statement::ApprovalState;
use serde::de::DeserializeOwned;
use serde_json::Value;

const PORTFOLIO: &str = include_str!("../../demo/portfolio-2022-2024.json");
const WORKED_EXAMPLE: &str = include_str!("../../demo/worked-example.json");

/// The demo's decided report.
pub(crate) fn decided() -> ReportModel {
    model(&[PORTFOLIO], |report| report.state.is_decided())
}

/// The demo's open report, with the invented initiative as though it were a real one: it has effect goals, freed time
/// and kronor.
pub(crate) fn open() -> ReportModel {
    model(&[PORTFOLIO, WORKED_EXAMPLE], |report| !report.state.is_decided())
}

fn model(files: &[&str], wanted: impl Fn(&Report) -> bool) -> ReportModel {
    let files: Vec<Value> = files
        .iter()
        .map(|file| serde_json::from_str(file).expect("JSON"))
        .collect();
    compile(material(&files, wanted))
}

fn all<T: DeserializeOwned>(files: &[Value], list: &str) -> Vec<T> {
    files
        .iter()
        .filter_map(|file| file.get(list))
        .flat_map(|list| list.as_array().expect("a list"))
        .map(|one| serde_json::from_value(one.clone()).expect(list))
        .collect()
}

fn material(files: &[Value], wanted: impl Fn(&Report) -> bool) -> ReportMaterial {
    let reports: Vec<Report> = all(files, "reports");
    let report = reports.into_iter().find(wanted).expect("a report");
    let schemes: Vec<GradingScheme> = all(files, "grading_schemes");
    let areas: Vec<domain::area::Area> = all(files, "areas");
    let mut initiatives: Vec<Initiative> = all(files, "initiatives");
    for initiative in initiatives.iter_mut().filter(|initiative| initiative.example) {
        initiative.example = false;
        initiative.area = areas.first().map(|area| area.id);
    }
    let calculations: Vec<Calculation> = all(files, "calculations");
    let approved = calculations
        .iter()
        .filter(|one| one.state == ApprovalState::Approved);
    ReportMaterial {
        agency: serde_json::from_value(files[0]["agency"].clone()).expect("an agency"),
        scheme: schemes
            .into_iter()
            .find(|scheme| scheme.id == report.grading_scheme)
            .expect("a scheme"),
        groups: all(files, "benefit_groups").into(),
        areas: areas.into(),
        initiatives: initiatives.into(),
        deliveries: all(files, "deliveries").into(),
        benefits: all(files, "benefits").into(),
        statements: all(files, "statements").into(),
        sus: all(files, "sus_evaluations").into(),
        assessments: all::<domain::assessment::Assessment>(files, "assessments")
            .into_iter()
            .filter(|assessment| assessment.report == report.id)
            .collect(),
        measured: GoalMaterial {
            measures: all(files, "measures").into(),
            goals: all(files, "effect_goals").into(),
            measurements: all(files, "measurements").into(),
        },
        calculated: approved.map(|one| (one.initiative, None)).collect(),
        promised: calculations.iter().flat_map(PromisedLine::of).collect(),
        plans: all(files, "realisation_plans").into(),
        freed_times: all(files, "freed_times").into(),
        sek_values: all(files, "sek_values").into(),
        valued: all(files, "measurements").into(),
        report,
    }
}
