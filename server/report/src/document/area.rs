//! Chapter 4: the areas.

use domain::assessment::Assessment;
use domain::level::FulfilmentLevel;
use domain::report_model::AreaSection;
use domain::standing::AreaStanding;
use text::headline::money_share;
use text::scale::{agreement, judgement, proposal};
use text::section::group_names;
use text::{name, report as said};

use super::cells::{count, gap, numbers, row, share, tkr, words};
use super::pair::{expected, measured, pair_table};
use super::writer::Writer;
use super::{Block, Cell, Heading, LevelMark, Scale, Standing, Table, Tick, charts};

/// The chapter.
pub(super) fn areas(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    writer.heading_on_new_page("4", lang.t("report-areas"), "k4");
    let standing = &model.standing;
    let sections: Vec<(&AreaSection, &AreaStanding)> = model
        .areas
        .iter()
        .filter_map(|section| {
            let of = standing.areas.iter().find(|of| of.id == section.area.id)?;
            Some((section, of))
        })
        .collect();
    if sections.is_empty() {
        writer.gap(lang.t("report-no-areas"));
        return;
    }
    writer.say(said::areas_intro(lang, &standing.totals));
    budget_table(writer);
    charts::budget(writer);
    for (section, of) in sections {
        area_section(writer, section, of);
    }
}

fn budget_table(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    let standing = &model.standing;
    let rows = standing.areas.iter().map(|area| {
        let budget = match area.budget {
            Some(budget) => tkr(lang, Some(budget)),
            None => gap(lang.t("overview-no-budget")),
        };
        let part = area
            .budget
            .and_then(|budget| money_share(budget, standing.whole_budget()));
        row([
            Cell::head(format!("{} {}", area.number, area.name)),
            budget,
            share(lang, part, 1),
            count(lang, area.deliveries),
            count(lang, area.development_objects),
        ])
    });
    let totals = &standing.totals;
    let foot = row([
        Cell::head(said::budget_sum(lang, standing)),
        tkr(lang, totals.budget),
        share(lang, said::budget_share(standing), 1),
        count(lang, totals.deliveries),
        count(lang, totals.development_objects),
    ]);
    writer.table(Table {
        label: writer.table_label("4.1"),
        caption: lang.t_with(
            "report-budget-caption",
            &[("period", model.report.period().into())],
        ),
        code: "budget".to_owned(),
        columns: vec![
            words(lang.t("overview-area"), 6),
            numbers(lang.t("overview-budget"), 3),
            numbers(lang.t("overview-share"), 2),
            numbers(lang.t("overview-deliveries"), 2),
            numbers(lang.t("report-objects"), 2),
        ],
        rows: rows.collect(),
        foot: vec![foot],
    });
}

/// Where an area begins.
fn anchor(number: &str) -> String {
    format!("o{}", number.replace('.', "-"))
}

fn area_section(writer: &mut Writer, section: &AreaSection, of: &AreaStanding) {
    let (model, lang) = (writer.model, writer.lang);
    let area = &section.area;
    let period = model.report.period();
    let anchor = anchor(&area.number);
    writer.heading(2, &area.number, area.name.clone(), &anchor);
    let head = |writer: &mut Writer, index: u8, text: String| {
        writer.push(Block::Heading(Heading {
            level: 3,
            number: Some(format!("{}.{index}", area.number)),
            text,
            anchor: Some(format!("{anchor}-{index}")),
            new_page: false,
        }));
    };
    head(writer, 1, lang.t("area-budget"));
    match of.budget {
        Some(budget) => writer.say(said::budget(lang, budget, &period)),
        None => writer.gap(lang.t_with("area-no-budget", &[("period", period.clone().into())])),
    }
    head(writer, 2, lang.t("area-purpose"));
    writer.prose_or_gap(&area.purpose, lang.t("common-not-stated"));
    head(writer, 3, lang.t("area-effects"));
    writer.prose_or_gap(&area.expected_effects, lang.t("common-not-stated"));
    head(writer, 4, lang.t("area-summary"));
    judged(writer, section, of);
    head(writer, 5, lang.t("area-deliveries"));
    deliveries(writer, section, &period);
}

fn judged(writer: &mut Writer, section: &AreaSection, of: &AreaStanding) {
    let (model, lang) = (writer.model, writer.lang);
    let standing = &model.standing;
    for run in standing.groups.chunk_by(|a, b| a.group.kind == b.group.kind) {
        let Some(first) = run.first() else { continue };
        let boxes = run.iter().map(|one| Tick {
            label: one.group.name.clone(),
            ticked: section.area.main_groups.contains(&one.group.id),
        });
        writer.push(Block::Ticks {
            label: name::group_kind(lang, first.group.kind),
            boxes: boxes.collect(),
        });
    }
    writer.push(Block::Scale(scale(writer, of)));
    match &section.assessment {
        Some(assessment) => written(writer, assessment),
        None => writer.gap(lang.t("area-not-judged")),
    }
}

fn scale(writer: &Writer, of: &AreaStanding) -> Scale {
    let lang = writer.lang;
    let scheme = &writer.model.standing.scheme;
    let step = |level| {
        let name = format!("{} {}", FulfilmentLevel::rank(level), name::level(lang, level));
        (name, name::level_range(lang, level, scheme))
    };
    let judged = of.assessment.as_ref().and_then(|judged| {
        let decided = judged.state == domain::assessment::AssessmentState::Decided;
        Some(LevelMark {
            level: judged.level?,
            standing: if decided {
                Standing::Decided
            } else {
                Standing::Proposed
            },
            words: judgement(lang, judged.state),
        })
    });
    let proposed = of.proposal.map(|proposed| LevelMark {
        level: proposed.level,
        standing: Standing::Proposed,
        words: proposal(lang, proposed, scheme),
    });
    Scale {
        label: lang.t("area-fulfilment"),
        steps: FulfilmentLevel::ALL.map(step).into(),
        judged,
        proposed,
        says: agreement(lang, of.assessment.as_ref(), of.proposal),
    }
}

fn written(writer: &mut Writer, assessment: &Assessment) {
    let standing = &writer.model.standing;
    let missing = writer.lang.t("report-no-motivation");
    writer.prose_or_gap(&assessment.motivation, missing);
    for text in &assessment.group_texts {
        writer.subheading(group_names(text.groups.iter().copied(), standing));
        writer.prose(&text.text);
    }
}

fn deliveries(writer: &mut Writer, section: &AreaSection, period: &str) {
    let lang = writer.lang;
    if section.deliveries.is_empty() {
        writer.gap(lang.t_with("area-no-deliveries", &[("period", period.into())]));
    } else {
        let table = pair_table(writer, section);
        writer.table(table);
    }
    if section.without_delivery.is_empty() {
        return;
    }
    writer.subheading(lang.t("area-without-delivery"));
    for benefit in &section.without_delivery {
        let paragraphs = expected(writer, benefit)
            .into_iter()
            .chain(measured(writer, benefit));
        for paragraph in paragraphs.collect::<Vec<_>>() {
            writer.push(Block::Paragraph(paragraph));
        }
    }
}
