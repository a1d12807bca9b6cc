//! The corrections of a decided report as a document of their own, beside the report's files.

use domain::report::comment::ReportSection;
use domain::report::correction::{ReportCorrection, replaced};
use domain::report_model::ReportModel;
use text::{Lang, report as said};

use super::writer::{Writer, prose};
use super::{Block, Document, Fact, Span, Term, plain};

/// The corrections, by number. It is dated by the latest, and says which original they are of.
pub fn corrections(model: &ReportModel, corrections: &[ReportCorrection], lang: Lang) -> Document {
    let report = &model.report;
    let made = || corrections.iter().filter_map(|one| one.made.as_ref());
    let replaced = replaced(corrections);
    let mut writer = Writer::new(model, lang);
    writer.note(lang.t("correction-sheet-lead"));
    for correction in corrections {
        let Some(number) = correction.number() else {
            continue;
        };
        one(&mut writer, correction, number, replaced.get(&number).copied());
    }
    let mut facts = vec![Fact {
        label: lang.t("correction-of"),
        text: plain(report.name()),
    }];
    if let Some(decision) = &report.decision {
        facts.push(Fact {
            label: lang.t("report-decided"),
            text: plain(said::decision(lang, decision)),
        });
    }
    if let Some(first) = made().next() {
        facts.push(Fact {
            label: lang.t("correction-original"),
            text: vec![Span::Code(first.original_sha256.clone())],
        });
    }
    let title = lang.t("correction-sheet-title");
    Document {
        lang,
        agency: model.agency.name.clone(),
        name: format!("{title}: {}", report.name()),
        title,
        subtitle: report.name(),
        mark: None,
        dated: made()
            .map(|made| made.decision.on)
            .max()
            .unwrap_or(report.cut_off),
        registry_number: report.registry_number.clone(),
        facts,
        verdicts: Vec::new(),
        contents: lang.t("report-contents"),
        blocks: writer.blocks(),
    }
}

fn one(writer: &mut Writer, correction: &ReportCorrection, number: i32, replaced_by: Option<i32>) {
    let (model, lang) = (writer.model, writer.lang);
    let area = match &correction.section {
        ReportSection::Area(number) => model.areas.iter().find(|section| section.area.number == *number),
        _ => None,
    };
    let area = area.map(|section| section.area.name.as_str());
    let section = said::section(lang, &correction.section, area);
    let heading = format!("{}. {section}", said::correction_name(lang, number));
    writer.heading(1, "", heading, &format!("rattelse-{number}"));
    for words in said::correction_place(lang, correction, replaced_by) {
        writer.say(words);
    }
    let term = |key: &str, text: &str| Term {
        term: lang.t(key),
        means: prose(text).collect(),
    };
    let mut terms = vec![
        term("correction-wrong", &correction.wrong),
        term("correction-correct", &correction.correct),
        term("correction-reason", &correction.reason),
    ];
    if let Some(made) = &correction.made {
        terms.push(Term {
            term: lang.t("report-decided"),
            means: vec![plain(said::decision(lang, &made.decision))],
        });
    }
    writer.push(Block::Terms(terms));
}

#[cfg(test)]
mod tests {
    use domain::report::Decision;
    use domain::report::correction::CorrectionMade;

    use super::*;
    use crate::document::Heading;
    use crate::test_models::decided;
    use crate::{Look, corrections_json, pdf};

    fn correction(model: &ReportModel, number: i32, replaces: Option<i32>) -> ReportCorrection {
        ReportCorrection {
            id: format!("00000000-0000-7000-a000-00000000000{number}")
                .parse()
                .expect("an id"),
            report: model.report.id,
            section: ReportSection::Area(model.areas[0].area.number.clone()),
            wrong: format!("Fel {number}.\n\nOch mer."),
            correct: format!("Rätt {number}."),
            reason: "Tecknet var omkastat.".to_owned(),
            replaces,
            made: Some(CorrectionMade {
                number,
                decision: Decision {
                    on: format!("2026-04-0{number}").parse().expect("a day"),
                    decider_title: "Generaldirektör".to_owned(),
                    forum: None,
                    registry_number: Some(format!("2026/{number}")),
                    record: None,
                },
                original_sha256: "ab".repeat(32),
            }),
        }
    }

    #[test]
    fn a_sheet_tells_each_correction_and_which_took_the_place_of_which() {
        let model = decided();
        let all = [correction(&model, 1, None), correction(&model, 2, Some(1))];
        for lang in Lang::ALL {
            let document = corrections(&model, &all, lang);
            assert_eq!(document.dated.to_string(), "2026-04-02", "of the latest");
            let headings: Vec<String> = document.headings().map(Heading::whole).collect();
            assert_eq!(headings.len(), 2);
            assert!(headings[0].contains(&model.areas[0].area.name), "{headings:?}");
            let replaced = Block::Paragraph(plain(
                lang.t_with("correction-replaced", &[("number", "2".into())]),
            ));
            let replaces = Block::Paragraph(plain(
                lang.t_with("correction-replaces", &[("number", "1".into())]),
            ));
            assert!(document.blocks.contains(&replaced) && document.blocks.contains(&replaces));
            let terms = document.blocks.iter().filter_map(|block| match block {
                Block::Terms(terms) => Some(terms),
                _ => None,
            });
            let means: Vec<_> = terms.flatten().flat_map(|term| &term.means).collect();
            for said in ["Fel 1.", "Och mer.", "Rätt 2.", "Tecknet var omkastat."] {
                assert!(means.contains(&&plain(said)), "{said}");
            }
            let bytes = pdf::pdf(&document, &Look::default()).expect("a PDF");
            assert!(bytes.starts_with(b"%PDF"));
            assert_eq!(bytes, pdf::pdf(&document, &Look::default()).expect("a PDF"));
        }
    }

    #[test]
    fn other_systems_read_the_same() {
        let model = decided();
        let all = [correction(&model, 1, None), correction(&model, 2, Some(1))];
        let bytes = corrections_json(&model, &all).expect("JSON");
        let told: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(told["report"]["original_sha256"], "ab".repeat(32));
        let [first, second] = [&told["corrections"][0], &told["corrections"][1]];
        assert_eq!(first["replaced_by"], 2);
        assert_eq!(second["replaces"], 1);
        assert_eq!(second["correct"], "Rätt 2.");
        assert_eq!(second["registry_number"], "2026/2");
    }
}
