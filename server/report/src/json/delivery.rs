//! Deliveries with what is expected of them and what has been stated.

use domain::delivery::Delivery;
use domain::report_model::{DeliverySection, FigureNumbers, ReportModel};
use domain::statement::{Source, Statement};
use domain::sus::{SusEvaluation, SusLevel, SusThresholds};
use domain::when::When;
use serde::Serialize;
use service::RenderError;

use super::benefit::{Expected, expected};
use super::figure::{FigureOut, figures};
use super::{Result, codes};

#[derive(Serialize)]
pub(super) struct DeliveryOut<'a> {
    name: &'a str,
    development_object: bool,
    label: Option<&'a str>,
    status: &'static str,
    late: bool,
    description: &'a str,
    launches: Vec<WhenOut<'a>>,
    upcoming: Vec<WhenOut<'a>>,
    figures: Vec<FigureOut<'a>>,
    expected: Vec<Expected<'a>>,
    realised: Vec<Realised<'a>>,
    sus: Option<&'static str>,
    scope_reason: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct WhenOut<'a> {
    when: Option<String>,
    precision: &'static str,
    what: &'a str,
}

#[derive(Serialize)]
struct Realised<'a> {
    groups: Vec<&'a str>,
    finding: &'static str,
    summary: &'a str,
    as_of: String,
    unplanned: bool,
    follow_up: Option<FollowUp>,
    method: Option<&'a str>,
    sources: &'a [Source],
    figures: Vec<FigureOut<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct FollowUp {
    when: Option<String>,
    precision: &'static str,
}

pub(super) fn delivery_out<'a>(
    model: &'a ReportModel,
    numbers: &FigureNumbers,
    section: &'a DeliverySection,
) -> Result<DeliveryOut<'a>> {
    let delivery: &Delivery = &section.delivery;
    let expected = section
        .benefits
        .iter()
        .map(|found| expected(model, numbers, found));
    let realised = section.statements.iter().map(|statement: &Statement| {
        Ok(Realised {
            groups: codes(model, statement.groups.iter().copied()),
            finding: statement.finding.value.code(),
            summary: &statement.text,
            as_of: statement.as_of.value.to_string(),
            unplanned: statement.unplanned,
            follow_up: statement.follow_up.map(|when| FollowUp {
                when: when.text(),
                precision: when.precision(),
            }),
            method: statement.method.as_deref(),
            sources: &statement.sources,
            figures: figures(numbers, &statement.figures)?,
            note: statement.note.as_deref(),
        })
    });
    Ok(DeliveryOut {
        name: &delivery.name,
        development_object: section.initiative.development_object,
        label: section
            .initiative
            .label
            .as_ref()
            .map(|label| label.value.as_str()),
        status: delivery.status.value.code(),
        late: section.late,
        description: &delivery.description,
        launches: delivery
            .launches
            .iter()
            .filter_map(|launch| {
                let when = launch.actual.or(launch.planned)?;
                Some(when_out(when, &launch.what))
            })
            .collect(),
        upcoming: delivery
            .upcoming
            .iter()
            .map(|later| when_out(later.when, &later.what))
            .collect(),
        figures: figures(numbers, &delivery.figures)?,
        expected: expected.collect::<Result<_>>()?,
        realised: realised.collect::<Result<_>>()?,
        sus: sus(&section.sus)?,
        scope_reason: section.scope_reason.as_deref(),
        note: delivery.note.as_deref(),
    })
}

fn when_out(when: When, what: &str) -> WhenOut<'_> {
    WhenOut {
        when: when.text(),
        precision: when.precision(),
        what,
    }
}

/// The newest evaluation's verdict, by the words of the source.
fn sus(evaluations: &[SusEvaluation]) -> Result<Option<&'static str>> {
    let Some(newest) = evaluations.last() else {
        return Ok(None);
    };
    let level = newest
        .result
        .level(&SusThresholds::default())
        .map_err(|error| RenderError::Model(error.to_string()))?;
    Ok(Some(match level {
        SusLevel::Excellent => "utmärkt",
        SusLevel::Acceptable => "godkänt",
        SusLevel::NeedsAction => "åtgärder behövs",
    }))
}
