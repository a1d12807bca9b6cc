//! The report as JSON for other systems, with the keys and codes that `docs/report-json.md` lists.

mod area;
mod benefit;
pub(crate) mod corrections;
mod delivery;
mod figure;
mod goals;
mod group;
mod head;
mod judged;
mod sums;

use domain::id::BenefitGroupId;
use domain::level::FulfilmentLevel;
use domain::report::ChapterKey;
use domain::report_model::{FigureNumbers, ReportModel};
use domain::standing::Standing;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;
use service::RenderError;
use text::prose::paragraphs;

use self::area::{Area, area};
use self::group::{Group, groups};
use self::judged::{Coverage, ProposalOut, coverage, proposal, reason};

type Result<T> = std::result::Result<T, RenderError>;

#[derive(Serialize)]
struct Document<'a> {
    title: &'a str,
    agency: &'a str,
    state: &'static str,
    period: Period,
    cut_off: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_cut_off: Option<String>,
    totals: Totals,
    areas: Vec<Area<'a>>,
    by_group: Vec<Group<'a>>,
    overall: Overall<'a>,
    coverage: Coverage,
    ongoing: Vec<Ongoing<'a>>,
    notes: &'a [String],
    #[serde(flatten)]
    head: head::Head<'a>,
    freed_time: Option<sums::Sums<'a, sums::Hours>>,
    sek_outcome: Option<sums::Sums<'a, sums::Outcomes>>,
    realisation: Option<sums::Realisation<'a>>,
}

#[derive(Serialize)]
struct Period {
    from: i32,
    to: i32,
}

#[derive(Serialize)]
struct Totals {
    budget_tkr: Option<Box<RawValue>>,
    areas: u32,
    deliveries: u32,
    development_objects: u32,
    expected_benefits: u32,
    realised_statements: u32,
    figures: u32,
}

#[derive(Serialize)]
struct Overall<'a> {
    level: Option<FulfilmentLevel>,
    motivation: &'a str,
    deviation_reason: Option<&'a str>,
    observations: Vec<String>,
    proposal: Option<ProposalOut>,
}

#[derive(Serialize)]
struct Ongoing<'a> {
    name: &'a str,
    summary: &'a str,
}

/// The report as JSON, indented, with a line end.
///
/// # Errors
/// Where the model holds a value that JSON cannot carry.
pub fn json(model: &ReportModel) -> Result<Vec<u8>> {
    let standing = &model.standing;
    let numbers = FigureNumbers::of(model);
    let document = Document {
        title: &model.report.title,
        agency: &model.agency.name,
        state: model.report.state.code(),
        period: Period {
            from: model.report.from_year,
            to: model.report.to_year,
        },
        cut_off: model.report.cut_off.to_string(),
        own_cut_off: model.own_cut_off.map(|day| day.to_string()),
        totals: totals(standing)?,
        areas: model
            .areas
            .iter()
            .map(|section| area(model, &numbers, section))
            .collect::<Result<_>>()?,
        by_group: groups(model),
        overall: Overall {
            level: model.overall.as_ref().and_then(|assessment| assessment.level),
            motivation: model
                .overall
                .as_ref()
                .map_or("", |assessment| &assessment.motivation),
            deviation_reason: model.overall.as_ref().and_then(reason),
            observations: model
                .report
                .chapter(ChapterKey::Observations)
                .map(|text| paragraphs(text).collect())
                .unwrap_or_default(),
            proposal: standing.proposal.as_ref().map(proposal),
        },
        coverage: coverage(&standing.tally),
        ongoing: model
            .ongoing
            .iter()
            .map(|initiative| Ongoing {
                name: &initiative.name,
                summary: &initiative.summary,
            })
            .collect(),
        notes: &model.report.notes,
        head: head::head(model),
        freed_time: sums::freed_time(model)?,
        sek_outcome: sums::sek_outcome(model)?,
        realisation: sums::realisation(model)?,
    };
    let mut bytes =
        serde_json::to_vec_pretty(&document).map_err(|error| RenderError::Model(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A number with exactly the digits that the decimal has: never through a float.
fn number(value: Decimal) -> Result<Box<RawValue>> {
    RawValue::from_string(value.to_string()).map_err(|error| RenderError::Model(error.to_string()))
}

fn tkr(amount: Option<domain::money::Money>) -> Result<Option<Box<RawValue>>> {
    amount.map(|amount| number(amount.tkr().normalize())).transpose()
}

fn totals(standing: &Standing) -> Result<Totals> {
    let totals = &standing.totals;
    Ok(Totals {
        budget_tkr: tkr(totals.budget)?,
        areas: totals.areas,
        deliveries: totals.deliveries,
        development_objects: totals.development_objects,
        expected_benefits: totals.expected_benefits,
        realised_statements: totals.realised_statements,
        figures: totals.figures,
    })
}

fn codes(model: &ReportModel, ids: impl IntoIterator<Item = BenefitGroupId>) -> Vec<&str> {
    ids.into_iter()
        .filter_map(|id| model.standing.group(id))
        .map(|group| group.code.as_str())
        .collect()
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
