//! The report as JSON for other systems, with the keys and codes that `docs/report-json.md` lists.

pub(crate) mod corrections;
mod goals;
mod head;
mod sums;

use domain::assessment::{Assessment, AssessmentSubject};
use domain::benefit::Benefit;
use domain::delivery::Delivery;
use domain::figure::Figure;
use domain::id::BenefitGroupId;
use domain::level::FulfilmentLevel;
use domain::report::ChapterKey;
use domain::report_model::{AreaSection, BenefitSection, DeliverySection, FigureNumbers, ReportModel};
use domain::rollup::{Proposal, Tally};
use domain::standing::Standing;
use domain::statement::{Source, Statement};
use domain::sus::{SusEvaluation, SusLevel, SusThresholds};
use domain::when::When;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;
use service::RenderError;
use text::prose::paragraphs;

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
struct Area<'a> {
    number: &'a str,
    name: &'a str,
    budget_tkr: Option<Box<RawValue>>,
    purpose: &'a str,
    expected_effects: &'a str,
    main_groups: Vec<&'a str>,
    level: Option<FulfilmentLevel>,
    motivation: &'a str,
    deviation_reason: Option<&'a str>,
    group_texts: Vec<GroupText<'a>>,
    proposal: Option<ProposalOut>,
    coverage: Coverage,
    deliveries: Vec<DeliveryOut<'a>>,
    without_delivery: Vec<Expected<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct GroupText<'a> {
    groups: Vec<&'a str>,
    summary: &'a str,
}

#[derive(Serialize)]
struct DeliveryOut<'a> {
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
struct Expected<'a> {
    groups: Vec<&'a str>,
    title: Option<&'a str>,
    summary: &'a str,
    value_class: &'static str,
    unplanned: bool,
    evidence: domain::evidence::EvidenceState,
    undated: bool,
    score: Option<String>,
    figures: Vec<FigureOut<'a>>,
    goals: Vec<goals::Goal<'a>>,
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

#[derive(Serialize)]
struct FigureOut<'a> {
    number: Option<usize>,
    what: &'a str,
    value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value_to: Option<Box<RawValue>>,
    unit: &'a str,
    approx: bool,
    period: Option<&'a str>,
    role: domain::figure::FigureRole,
}

#[derive(Serialize)]
struct Group<'a> {
    group: &'a str,
    name: &'a str,
    level: Option<FulfilmentLevel>,
    motivation: &'a str,
    deviation_reason: Option<&'a str>,
    proposal: Option<ProposalOut>,
    coverage: Coverage,
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

#[derive(Serialize)]
struct ProposalOut {
    percent: String,
    level: FulfilmentLevel,
    weak_evidence: bool,
}

#[derive(Serialize)]
struct Coverage {
    due: u32,
    measured: u32,
    stated: u32,
    missing: u32,
    too_early: u32,
    not_due: u32,
    not_measurable: u32,
    measured_percent: Option<String>,
    measured_or_stated_percent: Option<String>,
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

/// Why a level is not the one that is proposed.
fn reason(assessment: &Assessment) -> Option<&str> {
    assessment.deviation_reason.as_deref()
}

fn area<'a>(model: &'a ReportModel, numbers: &FigureNumbers, section: &'a AreaSection) -> Result<Area<'a>> {
    let standing = model.standing.area(&section.area.number);
    let assessment: Option<&Assessment> = section.assessment.as_ref();
    Ok(Area {
        number: &section.area.number,
        name: &section.area.name,
        budget_tkr: tkr(standing.and_then(|standing| standing.budget))?,
        purpose: &section.area.purpose,
        expected_effects: &section.area.expected_effects,
        main_groups: codes(model, section.area.main_groups.iter().copied()),
        level: assessment.and_then(|assessment| assessment.level),
        motivation: assessment.map_or("", |assessment| &assessment.motivation),
        deviation_reason: assessment.and_then(reason),
        group_texts: assessment.map_or_else(Vec::new, |assessment| {
            assessment
                .group_texts
                .iter()
                .map(|text| GroupText {
                    groups: codes(model, text.groups.iter().copied()),
                    summary: &text.text,
                })
                .collect()
        }),
        proposal: standing
            .and_then(|standing| standing.proposal.as_ref())
            .map(proposal),
        coverage: coverage(&standing.map(|standing| standing.tally).unwrap_or_default()),
        deliveries: section
            .deliveries
            .iter()
            .map(|delivery| delivery_out(model, numbers, delivery))
            .collect::<Result<_>>()?,
        without_delivery: section
            .without_delivery
            .iter()
            .map(|found| expected(model, numbers, found))
            .collect::<Result<_>>()?,
        note: section.area.note.as_deref(),
    })
}

fn expected<'a>(
    model: &'a ReportModel,
    numbers: &FigureNumbers,
    found: &'a BenefitSection,
) -> Result<Expected<'a>> {
    let benefit: &Benefit = &found.benefit;
    Ok(Expected {
        groups: codes(model, benefit.groups.iter().map(|share| share.group)),
        title: benefit.title.as_deref(),
        summary: &benefit.description,
        value_class: benefit.value_class.code(),
        unplanned: benefit.unplanned,
        evidence: found.evidence.state,
        undated: found.evidence.undated,
        score: found.evidence.score.map(|score| score.to_string()),
        figures: figures(numbers, &benefit.figures)?,
        goals: goals::goals(&found.goals)?,
    })
}

fn delivery_out<'a>(
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

fn figures<'a>(numbers: &FigureNumbers, figures: &'a [Figure]) -> Result<Vec<FigureOut<'a>>> {
    figures
        .iter()
        .map(|figure| {
            Ok(FigureOut {
                number: numbers.get(figure.id),
                what: &figure.what,
                value: number(figure.value)?,
                value_to: figure.value_to.map(number).transpose()?,
                unit: &figure.unit,
                approx: figure.approximate,
                period: figure.period.as_deref(),
                role: figure.role.value,
            })
        })
        .collect()
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

fn groups(model: &ReportModel) -> Vec<Group<'_>> {
    let written = |id: BenefitGroupId| {
        let mut all = model.group_assessments.iter();
        all.find(|assessment| assessment.subject == AssessmentSubject::Group(id))
    };
    model
        .standing
        .groups
        .iter()
        .map(|standing| Group {
            group: &standing.group.code,
            name: &standing.group.name,
            level: standing.assessment.as_ref().and_then(|judged| judged.level),
            motivation: written(standing.group.id).map_or("", |assessment| &assessment.motivation),
            deviation_reason: written(standing.group.id).and_then(reason),
            proposal: standing.proposal.as_ref().map(proposal),
            coverage: coverage(&standing.tally),
        })
        .collect()
}

fn proposal(proposal: &Proposal) -> ProposalOut {
    ProposalOut {
        percent: proposal.percent.to_string(),
        level: proposal.level,
        weak_evidence: proposal.weak_evidence,
    }
}

fn coverage(tally: &Tally) -> Coverage {
    Coverage {
        due: tally.due(),
        measured: tally.measured,
        stated: tally.stated,
        missing: tally.missing,
        too_early: tally.too_early,
        not_due: tally.not_due,
        not_measurable: tally.not_measurable,
        measured_percent: tally.coverage().map(|percent| percent.to_string()),
        measured_or_stated_percent: tally.coverage_with_stated().map(|percent| percent.to_string()),
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
