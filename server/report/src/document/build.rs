use domain::report::ChapterKey;
use domain::report_model::ReportModel;
use text::{Lang, report as said};

use super::writer::Writer;
use super::{Document, appendix, area, cover, method, summary};

/// The report as a document. `audit_head` is a link of the audit chain, number and hash: the last appendix
/// where it is given.
///
/// It says what the page and the HTML file say, in the same order, with charts beside.
pub fn document(model: &ReportModel, lang: Lang, audit_head: Option<&str>) -> Document {
    let report = &model.report;
    let mut writer = Writer::new(model, lang);
    if writer.written(ChapterKey::Foreword).is_some() {
        writer.heading(1, "", lang.t("report-foreword"), "k0");
        writer.chapter(ChapterKey::Foreword);
    }
    writer.heading(1, "1", lang.t("report-background"), "k1");
    writer.chapter(ChapterKey::Background);
    method::method(&mut writer);
    summary::summary(&mut writer);
    area::areas(&mut writer);
    appendix::appendices(&mut writer, audit_head);
    Document {
        lang,
        agency: model.agency.name.clone(),
        title: report.title.clone(),
        subtitle: lang.t_with("report-subtitle", &[("period", report.period().into())]),
        name: report.name(),
        mark: said::mark(lang, model),
        dated: report
            .decision
            .as_ref()
            .map_or(report.cut_off, |decision| decision.on),
        registry_number: report.registry_number.clone(),
        facts: cover::facts(model, lang),
        verdicts: cover::verdicts(model, lang),
        contents: lang.t("report-contents"),
        blocks: writer.blocks(),
    }
}

#[cfg(test)]
mod tests;
