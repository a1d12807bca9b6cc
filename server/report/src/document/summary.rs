//! Chapter 3: the summary.

use domain::level::FulfilmentLevel;
use domain::report::ChapterKey;
use domain::report_model::motivated;
use domain::rollup::{Proposal, Tally};
use domain::standing::{Judged, Standing as Stands};
use text::prose::paragraphs;
use text::sentence::{Piece, pieces, slot};
use text::{Lang, name, number, report as said};

use super::cells::{
    Width, count, judged, judged_cell, level_words, mark, marks, numbers, proposed_level, proposed_percent,
    row, weak, words,
};
use super::charts;
use super::writer::{Writer, prose};
use super::{Block, Cell, Row, Span, Standing, Table, Term, Text, plain};

/// The chapter.
pub(super) fn summary(writer: &mut Writer) {
    let lang = writer.lang;
    writer.heading_on_new_page("3", lang.t("report-summary"), "k3");
    writer.heading(2, "3.1", lang.t("report-overall-judgement"), "k31");
    verdict(writer);
    if let Some(observations) = writer.written(ChapterKey::Observations) {
        writer.points(paragraphs(observations));
    }
    let proposal = proposal_sentence(&writer.model.standing, lang);
    writer.push(Block::Paragraph(proposal));
    writer.heading(2, "3.2", lang.t("report-groups-levels"), "k32");
    if let Some(summary) = writer.written(ChapterKey::Summary) {
        writer.prose(summary);
    }
    group_table(writer);
    group_motivations(writer);
    conflicts(writer);
    writer.heading(2, "3.3", lang.t("report-areas-groups"), "k33");
    charts::matrix(writer);
    marks_table(writer);
    charts::proposals(writer);
    charts::coverage(writer);
    writer.heading(2, "3.4", lang.t("report-ongoing"), "k34");
    ongoing(writer);
}

/// The level of the whole, with its motivation.
fn verdict(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    let mut verdict = judged(lang, model.standing.assessment.as_ref(), Width::Long);
    verdict.extend(weak(lang, model.standing.proposal));
    writer.push(Block::Verdict(verdict));
    let motivation = model.overall.as_ref().map(|overall| overall.motivation.trim());
    writer.prose_or_gap(motivation.unwrap_or_default(), lang.t("report-no-motivation"));
}

/// What the system proposes for the whole, and what that rests on.
fn proposal_sentence(standing: &Stands, lang: Lang) -> Text {
    let mut text: Text = match standing.proposal {
        Some(proposal) => {
            let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
            let sentence = lang.t_with(
                "overview-lead-proposal",
                &[("level", slot(0)), ("percent", percent.into())],
            );
            let spans = pieces(&sentence, 1).into_iter().map(|piece| match piece {
                Piece::Words(words) => Span::Plain(words),
                Piece::Slot(_) => Span::Level(mark(lang, proposal.level, Standing::Proposed)),
            });
            spans.collect()
        }
        None => plain(lang.t("overview-lead-no-proposal")),
    };
    text.push(Span::Plain(format!(" {}", said::evidence(lang, standing))));
    text
}

fn level_row(
    head: String,
    judged: Option<&Judged>,
    proposal: Option<Proposal>,
    tally: &Tally,
    standing: &Stands,
    lang: Lang,
) -> Row {
    row([
        Cell::head(head),
        judged_cell(lang, judged, Width::Short),
        proposed_level(lang, proposal, tally),
        proposed_percent(lang, proposal, standing),
        count(lang, tally.due()),
        count(lang, tally.measured),
        count(lang, tally.stated),
        count(lang, tally.too_early + tally.not_due),
    ])
}

fn group_table(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let rows = standing.groups.iter().map(|of| {
        let judged = of.assessment.as_ref();
        level_row(
            of.group.name.clone(),
            judged,
            of.proposal,
            &of.tally,
            standing,
            lang,
        )
    });
    let whole = level_row(
        lang.t("report-overall"),
        standing.assessment.as_ref(),
        standing.proposal,
        &standing.tally,
        standing,
        lang,
    );
    writer.table(Table {
        label: writer.table_label("3.1"),
        caption: lang.t("report-groups-caption"),
        code: "groups".to_owned(),
        columns: vec![
            words(lang.t("report-group"), 5),
            words(lang.t("overview-decision"), 3),
            words(lang.t("overview-proposal"), 3),
            numbers(lang.t("report-proposal-percent"), 2),
            numbers(lang.t("area-list-due"), 2),
            numbers(lang.t("overview-measured"), 2),
            numbers(lang.t("overview-stated"), 2),
            numbers(lang.t("overview-too-early"), 2),
        ],
        rows: rows.collect(),
        foot: vec![whole],
    });
    writer.note(lang.t("report-groups-note"));
}

fn group_motivations(writer: &mut Writer) {
    let written = motivated(&writer.model.group_assessments, &writer.model.standing.groups);
    if written.is_empty() {
        return;
    }
    let terms = written.into_iter().map(|(of, assessment)| Term {
        term: of.group.name.clone(),
        means: prose(&assessment.motivation).collect(),
    });
    writer.push(Block::Terms(terms.collect()));
}

fn conflicts(writer: &mut Writer) {
    let standing = &writer.model.standing;
    if standing.conflicts.is_empty() {
        return;
    }
    let points = standing.conflicts.iter().map(|conflict| {
        let groups: Vec<&str> = conflict
            .groups
            .iter()
            .filter_map(|id| standing.group(*id))
            .map(|group| group.short_name.as_str())
            .collect();
        vec![
            Span::Strong(groups.join(" – ")),
            Span::Plain(format!(" {}", conflict.text)),
        ]
    });
    let points = points.collect();
    let head = writer.lang.t("overview-conflicts");
    writer.push(Block::Paragraph(vec![Span::Strong(head)]));
    writer.push(Block::Bullets(points));
}

fn marks_table(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let mut columns = vec![words(lang.t("overview-area"), 5)];
    columns.extend(
        standing
            .groups
            .iter()
            .map(|of| marks(of.group.short_name.clone(), 2)),
    );
    columns.push(words(lang.t("report-fulfilment"), 3));
    let rows = standing.areas.iter().map(|area| {
        let marks = standing.groups.iter().map(|of| {
            if area.main_groups.contains(&of.group.id) {
                Cell::words("×")
            } else {
                Cell::empty()
            }
        });
        let head = Cell::head(format!("{} {}", area.number, area.name));
        let level = judged_cell(lang, area.assessment.as_ref(), Width::Short);
        row(std::iter::once(head).chain(marks).chain([level]))
    });
    let levels = standing
        .groups
        .iter()
        .map(|of| judged_cell(lang, of.assessment.as_ref(), Width::Number));
    let whole = judged_cell(lang, standing.assessment.as_ref(), Width::Short);
    let foot = row(std::iter::once(Cell::head(lang.t("report-group-level")))
        .chain(levels)
        .chain([whole]));
    writer.table(Table {
        label: writer.table_label("3.2"),
        caption: lang.t("report-marks-caption"),
        code: "main-groups".to_owned(),
        columns,
        rows: rows.collect(),
        foot: vec![foot],
    });
    let levels = FulfilmentLevel::ALL.map(|level| level_words(lang, level));
    writer.note(lang.t_with("report-marks-note", &[("levels", levels.join(", ").into())]));
}

fn ongoing(writer: &mut Writer) {
    let lang = writer.lang;
    let ongoing = &writer.model.ongoing;
    if ongoing.is_empty() {
        writer.say(lang.t("report-ongoing-none"));
        return;
    }
    let count = ongoing.len();
    writer.say(lang.t_with(
        "report-ongoing-text",
        &[
            ("count", count.into()),
            ("n", name::upper_first(&name::number_word(lang, count)).into()),
        ],
    ));
    let terms = ongoing.iter().map(|initiative| Term {
        term: initiative.name.clone(),
        means: if initiative.summary.trim().is_empty() {
            vec![plain(lang.t("common-not-stated"))]
        } else {
            vec![plain(initiative.summary.clone())]
        },
    });
    writer.push(Block::Terms(terms.collect()));
}
