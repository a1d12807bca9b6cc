//! Appendices: every figure with its place, what is missing, references, method, contradictions.

mod calculations;
mod deviations;
mod figures;
mod freed_time;
mod gaps;

use text::report as said;
use text::sentence::{Piece, pieces};

use super::writer::Writer;
use super::{Block, Span};

/// All appendices; the last where the head of the audit chain is given.
pub(super) fn appendices(writer: &mut Writer, audit_head: Option<&str>) {
    let lang = writer.lang;
    let letter = writer.appendix_label("A");
    writer.heading_on_new_page(&letter, lang.t("report-appendix-figures"), "ka");
    figures::figures(writer);
    heading(writer, "B", "report-appendix-calculations", "kb");
    calculations::calculations(writer);
    heading(writer, "C", "report-appendix-freed-time", "kc");
    freed_time::freed_time(writer);
    heading(writer, "D", "report-appendix-gaps", "kd");
    gaps::gaps(writer);
    heading(writer, "E", "report-appendix-references", "ke");
    references(writer);
    heading(writer, "F", "report-appendix-method", "kf");
    deviations::deviations(writer);
    heading(writer, "G", "report-appendix-notes", "kg");
    notes(writer);
    if let Some(head) = audit_head {
        heading(writer, "H", "report-appendix-audit", "kh");
        writer.say(said::audit(lang, writer.model));
        writer.push(Block::Paragraph(vec![Span::Code(head.to_owned())]));
        let check = pieces(&said::audit_check(lang), 1)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => Span::Plain(words),
                Piece::Slot(_) => Span::Code(said::AUDIT_COMMAND.to_owned()),
            });
        writer.push(Block::Note(check.collect()));
    }
}

fn heading(writer: &mut Writer, letter: &str, key: &str, anchor: &str) {
    let letter = writer.appendix_label(letter);
    writer.heading(1, &letter, writer.lang.t(key), anchor);
}

fn references(writer: &mut Writer) {
    let lang = writer.lang;
    let references = &writer.model.report.references;
    if references.is_empty() {
        writer.gap(lang.t("report-no-references"));
        return;
    }
    let points = references.iter().map(|one| said::reference(lang, one));
    writer.points(points);
}

fn notes(writer: &mut Writer) {
    let notes = said::notes(writer.model);
    let lang = writer.lang;
    if notes.is_empty() {
        writer.say(lang.t("report-no-notes"));
        return;
    }
    writer.say(lang.t("report-notes-text"));
    writer.points(notes);
}
