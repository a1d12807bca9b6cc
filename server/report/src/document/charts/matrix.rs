//! Areas by benefit groups: what the system proposes in each cell, what people have judged at the ends.

use domain::level::FulfilmentLevel;
use domain::rollup::{Proposal, Tally};
use domain::standing::{AreaStanding, Judged, Standing as Stands};
use text::report::{WeakProposals, matrix_caption, matrix_weak, weak_proposals};
use text::scale::no_score;
use text::{Lang, headline, name, number};

use crate::document::cells::{Width, dash, judged_mark, level_words, mark, marks, percent, row, weak, words};
use crate::document::writer::Writer;
use crate::document::{
    Block, Cell, Chart, LevelMark, Matrix, MatrixRow, Plot, Row, Span, Standing, Table, Value,
};

/// The chart. Its table follows by itself: it lies beside another one that does.
pub(in crate::document) fn matrix(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    if standing.areas.is_empty() || standing.groups.is_empty() {
        return;
    }
    let finding = headline::groups(lang, standing);
    let alt = lang.t_with(
        "report-matrix-alt",
        &[
            ("areas", number::len(lang, standing.areas.len()).into()),
            ("groups", number::len(lang, standing.groups.len()).into()),
            ("finding", finding.clone().into()),
            ("table", name::lower_first(&writer.table_label("3.3")).into()),
        ],
    );
    writer.push(Block::Chart(Chart {
        label: writer.chart_label("3.1"),
        caption: finding,
        alt,
        plot: Plot::Matrix(drawn(standing, lang)),
    }));
    let label = writer.table_label("3.3");
    let note = lang.t("report-matrix-note");
    writer.note(match matrix_weak(lang, standing, &name::lower_first(&label)) {
        Some(weak) => format!("{note} {weak}"),
        None => note,
    });
}

/// The chart's table.
pub(in crate::document) fn proposals(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    if standing.areas.is_empty() || standing.groups.is_empty() {
        return;
    }
    let table = table(writer.table_label("3.3"), standing, lang);
    writer.table(table);
}

/// What people have judged, else what the system proposes.
fn own(judged: Option<&Judged>, proposal: Option<Proposal>, lang: Lang) -> Option<LevelMark> {
    judged_mark(lang, judged, Width::Short).or_else(|| proposed(proposal, lang))
}

fn proposed(proposal: Option<Proposal>, lang: Lang) -> Option<LevelMark> {
    Some(mark(lang, proposal?.level, Standing::Proposed))
}

fn drawn(standing: &Stands, lang: Lang) -> Matrix {
    let areas = standing.areas.iter().map(|area| MatrixRow {
        label: format!("{} {}", area.number, area.name),
        cells: standing
            .groups
            .iter()
            .map(|of| {
                let cell = area.cells.iter().find(|cell| cell.group == of.group.id)?;
                proposed(cell.proposal, lang)
            })
            .collect(),
        whole: own(area.assessment.as_ref(), area.proposal, lang),
    });
    let groups = MatrixRow {
        label: lang.t("report-group-level"),
        cells: standing
            .groups
            .iter()
            .map(|of| own(of.assessment.as_ref(), of.proposal, lang))
            .collect(),
        whole: own(standing.assessment.as_ref(), standing.proposal, lang),
    };
    let rows: Vec<MatrixRow> = areas.chain([groups]).collect();
    let has_void = rows.iter().any(|row| row.cells.iter().any(Option::is_none));
    Matrix {
        columns: standing
            .groups
            .iter()
            .map(|of| of.group.short_name.clone())
            .collect(),
        rows,
        void: has_void.then(|| lang.t("report-matrix-void")),
        legend: FulfilmentLevel::ALL
            .map(|level| (level, level_words(lang, level)))
            .into(),
    }
}

fn table(label: String, standing: &Stands, lang: Lang) -> Table {
    let mut columns = vec![words(lang.t("overview-area"), 5)];
    columns.extend(
        standing
            .groups
            .iter()
            .map(|of| marks(of.group.short_name.clone(), 2)),
    );
    columns.push(marks(lang.t("overview-matrix-area-total"), 2));
    let groups = standing
        .groups
        .iter()
        .map(|of| cell(of.proposal, &of.tally, standing, lang));
    let whole = cell(standing.proposal, &standing.tally, standing, lang);
    let foot = row(
        std::iter::once(Cell::head(lang.t("overview-matrix-group-proposal")))
            .chain(groups)
            .chain([whole]),
    );
    Table {
        label,
        caption: matrix_caption(lang, standing),
        code: "proposals".to_owned(),
        columns,
        rows: standing
            .areas
            .iter()
            .map(|area| area_row(area, standing, lang))
            .collect(),
        foot: vec![foot],
    }
}

fn area_row(area: &AreaStanding, standing: &Stands, lang: Lang) -> Row {
    let cells = standing.groups.iter().map(|of| {
        let found = area.cells.iter().find(|cell| cell.group == of.group.id);
        found.map_or_else(dash, |found| cell(found.proposal, &found.tally, standing, lang))
    });
    let whole = cell(area.proposal, &area.tally, standing, lang);
    row(
        std::iter::once(Cell::head(format!("{} {}", area.number, area.name)))
            .chain(cells)
            .chain([whole]),
    )
}

/// A proposal: the level's ball and number, and the percentage under it; why there is none.
fn cell(proposal: Option<Proposal>, tally: &Tally, standing: &Stands, lang: Lang) -> Cell {
    let Some(proposal) = proposal else {
        let why = name::lower_first(&no_score(lang, tally));
        return Cell::of(vec![Span::Small(why)], Value::Nothing);
    };
    let level = LevelMark {
        level: proposal.level,
        standing: Standing::Bare,
        words: proposal.level.rank().to_string(),
    };
    let percentage = number::percent(lang, proposal.percent, 1, &standing.scheme);
    // Where it holds of all, the caption says so.
    let said = match weak_proposals(standing) {
        WeakProposals::Some => weak(lang, Some(proposal)),
        WeakProposals::All | WeakProposals::None => None,
    };
    let below = std::iter::once(Span::Small(percentage)).chain(said);
    Cell {
        text: vec![vec![Span::Level(level)], below.collect()],
        ..Cell::of(Vec::new(), percent(proposal.percent))
    }
}
