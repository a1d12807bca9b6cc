//! What is said: everything in the model, in words that are there, and no more often than it has to be.

use domain::report_model::placed;
use text::Lang;
use text::prose::paragraphs;

use super::super::document;
use super::{each, models, table, words};
use crate::document::{Block, Cell, Document};
use crate::test_models::decided;

/// Every paragraph of a document, labels and captions among them.
fn said(document: &Document) -> Vec<String> {
    let facts = document.facts.iter().chain(&document.verdicts);
    let mut all: Vec<String> = facts
        .flat_map(|fact| [fact.label.clone(), words(&fact.text)])
        .collect();
    all.extend([
        document.agency.clone(),
        document.title.clone(),
        document.subtitle.clone(),
        document.name.clone(),
        document.contents.clone(),
    ]);
    all.extend(document.mark.clone());
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => all.push(heading.whole()),
            Block::Paragraph(text) | Block::Note(text) | Block::Verdict(text) => all.push(words(text)),
            Block::Bullets(points) => all.extend(points.iter().map(words)),
            Block::Terms(terms) => {
                for term in terms {
                    all.push(term.term.clone());
                    all.extend(term.means.iter().map(words));
                }
            }
            Block::Ticks { label, boxes } => {
                all.push(label.clone());
                all.extend(boxes.iter().map(|one| one.label.clone()));
            }
            Block::Scale(scale) => {
                all.extend([scale.label.clone(), scale.says.clone()]);
                let marks = scale.judged.iter().chain(&scale.proposed);
                all.extend(marks.map(|mark| mark.words.clone()));
                all.extend(
                    scale
                        .steps
                        .iter()
                        .flat_map(|(name, range)| [name.clone(), range.clone()]),
                );
            }
            Block::Table(table) => {
                all.extend([table.label.clone(), table.caption.clone()]);
                all.extend(table.columns.iter().map(|column| column.head.clone()));
                let cells = table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells);
                all.extend(cells.flat_map(|cell| cell.text.iter().map(words)));
            }
            Block::Chart(chart) => {
                all.extend([chart.label.clone(), chart.caption.clone(), chart.alt.clone()]);
            }
        }
    }
    all
}

#[test]
fn everything_in_the_model_is_said() {
    each(|model, document| {
        let said = said(document);
        let says = |words: &str| {
            let found = said.iter().any(|paragraph| paragraph.contains(words));
            assert!(found, "{words:?} is missing in {:?}", document.lang);
        };
        let tells = |text: &str| paragraphs(text).for_each(|paragraph| says(&paragraph));
        for section in &model.areas {
            says(&section.area.name);
            tells(&section.area.purpose);
            tells(&section.area.expected_effects);
            if let Some(assessment) = &section.assessment {
                tells(&assessment.motivation);
                assessment.group_texts.iter().for_each(|text| tells(&text.text));
            }
            for of in &section.deliveries {
                says(&of.delivery.name);
                tells(&of.delivery.description);
                of.scope_reason
                    .iter()
                    .chain(&of.delivery.note)
                    .for_each(|text| says(text));
                for statement in &of.statements {
                    tells(&statement.text);
                    statement.note.iter().for_each(|note| says(note));
                }
            }
            let with_delivery = section.deliveries.iter().flat_map(|of| &of.benefits);
            for benefit in with_delivery.chain(&section.without_delivery) {
                tells(&benefit.benefit.description);
                benefit.goals.iter().for_each(|goal| says(&goal.name));
            }
        }
        for of in &model.standing.groups {
            says(&of.group.name);
        }
        for chapter in &model.report.chapters {
            tells(&chapter.text);
        }
        for initiative in &model.ongoing {
            says(&initiative.name);
        }
        for placed in placed(model) {
            says(&placed.figure.what);
            says(&text::figure::written(document.lang, placed.figure));
        }
        for note in &model.report.notes {
            says(note);
        }
        says("c0ffee");
    });
}

#[test]
fn no_text_is_missing_in_the_catalogue() {
    each(|_, document| {
        for said in said(document) {
            assert!(!said.contains('⟦'), "{said}");
            assert!(
                !said.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)),
                "{said}"
            );
        }
    });
}

#[test]
fn an_open_report_is_marked_and_a_decided_one_is_not() {
    let [decided, open] = models().map(|model| document(&model, Lang::Sv, None));
    assert_eq!(decided.mark, None);
    assert_eq!(open.mark.as_deref(), Some("Utkast"));
    assert_eq!(decided.dated.to_string(), "2025-02-18");
    let appendices = |document: &Document| {
        document
            .headings()
            .filter(|heading| {
                heading
                    .number
                    .as_deref()
                    .is_some_and(|number| number == "Bilaga H")
            })
            .count()
    };
    assert_eq!(appendices(&decided), 0);
    assert_eq!(
        appendices(&document(&self::decided(), Lang::Sv, Some("c0ffee"))),
        1
    );
}

/// A mark that nobody explains is no information.
#[test]
fn the_mark_of_a_reading_is_explained_once() {
    each(|model, document| {
        let mark = document.lang.t("common-interpreted");
        let said = said(document);
        let marks = said.iter().filter(|words| words.ends_with(&mark)).count();
        assert!(marks > 0 && model.shows_readings(), "a model to see it in");
        let explained = document.lang.t("report-readings");
        assert_eq!(said.iter().filter(|words| **words == explained).count(), 1);
    });
    let mut plain = decided();
    for section in &mut plain.areas {
        for of in &mut section.deliveries {
            of.delivery.status.interpreted = false;
            let statements = of.statements.iter_mut();
            let of_statements = statements.flat_map(|statement| {
                statement.finding.interpreted = false;
                &mut statement.figures
            });
            let of_benefits = of
                .benefits
                .iter_mut()
                .flat_map(|benefit| &mut benefit.benefit.figures);
            let figures = of.delivery.figures.iter_mut().chain(of_statements);
            figures
                .chain(of_benefits)
                .for_each(|figure| figure.role.interpreted = false);
        }
        for benefit in &mut section.without_delivery {
            for figure in &mut benefit.benefit.figures {
                figure.role.interpreted = false;
            }
        }
    }
    let said = said(&document(&plain, Lang::Sv, None));
    assert!(!said.iter().any(|words| words.contains("(tolkning)")));
}

/// Appendix A says once that no figure has a source, not at each; appendix B lists once who lacks both calculation and plan.
#[test]
fn what_holds_for_all_is_said_once() {
    let document = document(&decided(), Lang::Sv, None);
    let texts: Vec<String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(text) => Some(words(text)),
            _ => None,
        })
        .collect();
    let said = |text: &str| texts.iter().filter(|said| said.contains(text)).count();
    assert_eq!(said("Ingen av dem har en källa angiven."), 1);
    let figures = table(&document, "figures").rows.iter();
    let cells: Vec<String> = figures
        .flat_map(|row| row.cells.iter().map(Cell::plain))
        .collect();
    assert!(cells.iter().all(|cell| !cell.contains("ingen källa angiven")));
    assert_eq!(said("Godkänd nyttokalkyl och hemtagningsplan saknas"), 1);
    assert_eq!(said("Hemtagningsplan saknas"), 0);
}
