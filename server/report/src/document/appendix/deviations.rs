//! Appendix F: thresholds' version, and where people decided otherwise than proposed.

use domain::assessment::AssessmentState;
use domain::report_model::Deviation;
use text::{Lang, name, number, report as said};

use crate::document::cells::{gap, level_words, mark, percent, row, weak, words};
use crate::document::writer::{Writer, prose};
use crate::document::{Cell, LevelMark, Row, Span, Standing, Table, Value};

/// The appendix.
pub(super) fn deviations(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    let version = said::method_version(lang, model);
    let (levels, scoring) = (lang.t("report-method-levels"), lang.t("report-method-scoring"));
    writer.say(format!("{version} {levels} {scoring}"));
    let rows: Vec<Row> = model
        .deviations()
        .iter()
        .filter_map(|deviation| deviation_row(writer, deviation))
        .collect();
    if rows.is_empty() {
        writer.say(lang.t("report-no-deviations"));
        return;
    }
    writer.table(Table {
        label: writer.table_label("F.1"),
        caption: lang.t("report-deviations-caption"),
        code: "deviations".to_owned(),
        columns: vec![
            words(lang.t("report-subject"), 4),
            words(lang.t("overview-decision"), 3),
            words(lang.t("overview-proposal"), 3),
            words(lang.t("report-reason"), 6),
        ],
        rows,
        foot: Vec::new(),
    });
}

fn deviation_row(writer: &Writer, deviation: &Deviation) -> Option<Row> {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let proposal = deviation.proposal;
    let name = said::subject(lang, deviation.assessment, standing)?;
    let share = number::percent(lang, proposal.percent, 1, &standing.scheme);
    let reason = match &deviation.assessment.deviation_reason {
        Some(reason) => Cell::paragraphs(prose(reason).collect()),
        None => gap(lang.t("report-no-reason")),
    };
    Some(row([
        Cell::head(name),
        Cell::of(
            vec![Span::Level(decided(lang, deviation))],
            Value::Level(deviation.level),
        ),
        Cell::of(
            [
                Span::Level(mark(lang, proposal.level, Standing::Bare)),
                Span::Plain(format!(" {share}")),
            ]
            .into_iter()
            .chain(weak(lang, Some(proposal)))
            .collect(),
            percent(proposal.percent),
        ),
        reason,
    ]))
}

/// In a draft nothing is decided yet: who reads it sees where it is going to deviate.
fn decided(lang: Lang, deviation: &Deviation) -> LevelMark {
    let words = level_words(lang, deviation.level);
    let (standing, words) = match deviation.assessment.state {
        AssessmentState::Decided => (Standing::Decided, words),
        state => {
            let state = name::lower_first(&name::assessment_state(lang, state));
            (Standing::Proposed, format!("{words}, {state}"))
        }
    };
    LevelMark {
        level: deviation.level,
        standing,
        words,
    }
}
