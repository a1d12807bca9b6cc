//! The report of the facts through its whole life: taken back to a draft with its levels sent in, reviewed, decided and
//! made public by the use cases that everybody goes by, it says what the facts say.

use domain::form::{DecisionForm, ReportCommentForm};
use domain::id::ReportId;
use domain::report::ReportState;
use domain::report::life::ReportStep;
use domain::role::Role;
use serde_json::{Value, json};
use service::Format;

use super::comparison::Comparison;
use super::{facts, report, told};
use crate::report_life::{files, life, step};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::forms::{done, key};

on_both!(the_report_of_the_facts_goes_through_its_whole_life);

/// The demo's portfolio before anybody had decided: the report written, its levels sent in.
fn undecided() -> (Value, ReportId) {
    let mut portfolio = portfolio_json();
    let report = portfolio["reports"][0].as_object_mut().expect("a report");
    assert_eq!(report["to_year"], 2024);
    report.insert("state".to_owned(), json!("draft"));
    report.insert("decision".to_owned(), Value::Null);
    let id: ReportId = report["id"].as_str().expect("an id").parse().expect("an id");
    for assessment in portfolio["assessments"].as_array_mut().expect("a list") {
        assessment["state"] = json!("submitted");
    }
    portfolio["frozen_reports"] = json!([]);
    (portfolio, id)
}

async fn the_report_of_the_facts_goes_through_its_whole_life(world: World) {
    let (portfolio, id) = undecided();
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    assert_eq!(
        step(&steering, services, id, ReportStep::Review, "").await,
        "granskas"
    );
    let form = ReportCommentForm {
        submission: key(),
        id: id.to_string(),
        section: "summary".to_owned(),
        text: "Stäm av nivåerna mot områdena.".to_owned(),
        ..ReportCommentForm::default()
    };
    done(service::report_comment_save(&leadership, services, form).await);
    let review = service::report_review(&steering, services, id, None).await;
    let comment = &review.expect("may read").comments[0];
    let (comment, version) = (comment.comment.id, comment.version);
    let answered = service::comment_resolve(&steering, services, comment, version, "Avstämt.").await;
    answered.expect("may");

    // As the facts tell of the decision.
    let head = &facts()["report"];
    let view = service::report_decision(&leadership, services, id, None).await;
    let form = DecisionForm {
        on: head["decided_on"].as_str().expect("a day").to_owned(),
        decider_title: head["decision_maker_role"].as_str().expect("a title").to_owned(),
        forum: "GD-föredragning".to_owned(),
        checked: "on".to_owned(),
        ..view.expect("may see it").state.form
    };
    done(service::report_decide(&leadership, services, form).await);
    let decided = Comparison::of(&facts(), &report(&demo).await);
    assert!(decided.differences.is_empty(), "\n{}", told(&decided.differences));
    let stored = files(&leadership, services, id).await;

    assert_eq!(
        step(&leadership, services, id, ReportStep::Publish, "").await,
        "publicerad"
    );
    let now = life(&leadership, services, id).await;
    assert_eq!(now.report.state, ReportState::Published);
    assert_eq!(now.files.len(), Format::ALL.len(), "every file is stored");
    let taken: Vec<ReportStep> = now.steps.iter().map(|one| one.step).collect();
    assert_eq!(
        taken,
        [ReportStep::Review, ReportStep::Decide, ReportStep::Publish]
    );
    assert_eq!(files(&leadership, services, id).await, stored);
    let public = Comparison::of(&facts(), &report(&demo).await);
    assert!(public.differences.is_empty(), "\n{}", told(&public.differences));
    assert_eq!(public.compared, decided.compared);
}
