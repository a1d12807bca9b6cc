//! Areas with their deliveries and what is expected outside of those.

use domain::assessment::Assessment;
use domain::level::FulfilmentLevel;
use domain::report_model::{AreaSection, FigureNumbers, ReportModel};
use serde::Serialize;
use serde_json::value::RawValue;

use super::benefit::{Expected, expected};
use super::delivery::{DeliveryOut, delivery_out};
use super::judged::{Coverage, ProposalOut, coverage, proposal, reason};
use super::{Result, codes, tkr};

#[derive(Serialize)]
pub(super) struct Area<'a> {
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

pub(super) fn area<'a>(
    model: &'a ReportModel,
    numbers: &FigureNumbers,
    section: &'a AreaSection,
) -> Result<Area<'a>> {
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
