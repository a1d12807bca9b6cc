use std::collections::BTreeSet;

use domain::report_model::{ReportModel, placed};
use rust_decimal::Decimal;
use serde_json::Value as Json;
use text::Lang;
use text::prose::paragraphs;

use super::super::{Block, Cell, Chart, Document, Plot, Span, Table, Text, Value};
use super::document;
use crate::test_models::{decided, open};

fn models() -> [ReportModel; 2] {
    [decided(), open()]
}

fn each(check: impl Fn(&ReportModel, &Document)) {
    for model in models() {
        for lang in Lang::ALL {
            check(&model, &document(&model, lang, Some("c0ffee")));
        }
    }
}

fn words(text: &Text) -> String {
    text.iter().map(Span::words).collect()
}

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
fn the_same_model_gives_the_same_document() {
    each(|model, shown| assert_eq!(*shown, document(model, shown.lang, Some("c0ffee"))));
}

#[test]
fn every_row_fills_its_table_and_names_are_unique() {
    each(|_, document| {
        let mut codes = BTreeSet::new();
        let mut labels = BTreeSet::new();
        for table in document.tables() {
            assert!(codes.insert(&table.code), "{} is there twice", table.code);
            assert!(labels.insert(&table.label), "{} is there twice", table.label);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(table.code.chars().all(plain), "{}", table.code);
            assert!(!table.rows.is_empty(), "{} is empty", table.code);
            for row in table.rows.iter().chain(&table.foot) {
                let cells: usize = row.cells.iter().map(|cell| usize::from(cell.span)).sum();
                assert_eq!(cells, table.columns.len(), "{}: {row:?}", table.code);
            }
        }
        let anchors: Vec<_> = document
            .headings()
            .filter_map(|heading| heading.anchor.as_ref())
            .collect();
        assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len());
    });
}

fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

#[test]
fn charts_fit_and_lead_to_their_tables() {
    each(|_, document| {
        let charts = charts(document);
        assert!(charts.len() >= 3, "only {} charts", charts.len());
        for chart in charts {
            let named = document
                .tables()
                .any(|table| chart.alt.contains(&text::name::lower_first(&table.label)));
            assert!(named, "{} names no table", chart.alt);
            match &chart.plot {
                Plot::Matrix(matrix) => {
                    for row in &matrix.rows {
                        assert_eq!(row.cells.len(), matrix.columns.len(), "{}", row.label);
                    }
                }
                Plot::Bars { bars, .. } => {
                    assert!(!bars.is_empty(), "{}", chart.label);
                    for bar in bars {
                        let length: Decimal = bar.parts.iter().map(|part| part.share).sum();
                        assert!(length <= Decimal::ONE_HUNDRED + Decimal::new(1, 6), "{bar:?}");
                    }
                }
            }
        }
    });
}

fn table<'a>(document: &'a Document, code: &str) -> &'a Table {
    document
        .tables()
        .find(|table| table.code == code)
        .unwrap_or_else(|| panic!("no table {code}"))
}

/// The values in a column of a table, its foot last.
fn column(table: &Table, at: usize) -> Vec<&Value> {
    let rows = table.rows.iter().chain(&table.foot);
    rows.map(|row| &row.cells[at].value).collect()
}

fn decimal(json: &Json) -> Option<Decimal> {
    match json {
        Json::Null => None,
        Json::String(text) => Some(text.parse().expect("a number")),
        other => Some(other.to_string().parse().expect("a number")),
    }
}

fn percent(value: &Value) -> Option<Decimal> {
    match value {
        Value::Percent(percent) => Some(*percent),
        Value::Nothing => None,
        other => panic!("{other:?}"),
    }
}

fn number(value: &Value) -> Decimal {
    match value {
        Value::Number(number) => *number,
        Value::Money(amount) => amount.tkr(),
        other => panic!("{other:?}"),
    }
}

/// The figures of a document are those of the JSON.
#[test]
fn figures_agree_with_the_json() {
    each(|model, document| {
        let json: Json = serde_json::from_slice(&crate::json(model).expect("JSON")).expect("JSON");
        let list = |name: &str| json[name].as_array().expect("a list").clone();
        let areas = list("areas");

        let groups = table(document, "groups");
        let proposals = list("by_group");
        let of_groups = proposals.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_groups.map(|of| decimal(&of["proposal"]["percent"])).collect();
        let shown: Vec<_> = column(groups, 3).into_iter().map(percent).collect();
        assert_eq!(shown, expected);

        let of_groups = proposals.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_groups
            .map(|of| of["level"].as_str().map(str::to_owned))
            .collect();
        let shown: Vec<_> = column(groups, 1)
            .into_iter()
            .map(|value| match value {
                Value::Level(level) => Some(level.code().to_owned()),
                _ => None,
            })
            .collect();
        assert_eq!(shown, expected);

        let last = |code: &str, from_end: usize| {
            let table = table(document, code);
            column(table, table.columns.len() - from_end)
        };
        let of_areas = areas.iter().chain([&json["overall"]]);
        let expected: Vec<_> = of_areas.map(|of| decimal(&of["proposal"]["percent"])).collect();
        let shown: Vec<_> = last("proposals", 1).into_iter().map(percent).collect();
        assert_eq!(shown, expected);

        for (at, name) in [(1, "measured"), (2, "stated")] {
            let of_areas = areas
                .iter()
                .map(|area| &area["coverage"])
                .chain([&json["coverage"]]);
            let expected: Vec<_> = of_areas
                .map(|coverage| decimal(&coverage[name]).expect(name))
                .collect();
            let shown: Vec<_> = column(table(document, "coverage"), at)
                .into_iter()
                .map(number)
                .collect();
            assert_eq!(shown, expected, "{name}");
        }
        let of_areas = areas
            .iter()
            .map(|area| &area["coverage"])
            .chain([&json["coverage"]]);
        let expected: Vec<_> = of_areas
            .map(|coverage| decimal(&coverage["measured_percent"]))
            .collect();
        let shown: Vec<_> = column(table(document, "coverage"), 5)
            .into_iter()
            .map(percent)
            .collect();
        assert_eq!(shown, expected);

        let budgets = column(table(document, "budget"), 1);
        let of_areas = areas.iter().chain([&json["totals"]]);
        for (of, value) in of_areas.zip(budgets) {
            match decimal(&of["budget_tkr"]) {
                Some(budget) => assert_eq!(number(value), budget),
                None => assert_eq!(*value, Value::Nothing),
            }
        }
        let totals = &json["totals"];
        let figures = Decimal::from(table(document, "figures").rows.len());
        assert_eq!(Some(figures), decimal(&totals["figures"]));
    });
}

/// The decided report against the facts that it was made from, which neither the model nor the document has any part in.
#[test]
fn the_decided_report_holds_the_facts() {
    const FACTS: &str = include_str!("../../../../tests/fixtures/report-2022-2024.json");
    let facts: Json = serde_json::from_str(FACTS).expect("JSON");
    let list = |json: &Json| json.as_array().cloned().unwrap_or_default();
    let document = document(&decided(), Lang::Sv, None);
    let areas = list(&facts["areas"]);
    let budget = table(&document, "budget");
    let main_groups = table(&document, "main-groups");
    let last = main_groups.columns.len() - 1;
    assert_eq!(budget.rows.len(), areas.len());
    let mut figures = table(&document, "figures").rows.iter();
    for (at, area) in areas.iter().enumerate() {
        let head = format!(
            "{} {}",
            area["number"].as_str().expect("a number"),
            area["name"].as_str().expect("a name")
        );
        assert_eq!(budget.rows[at].cells[0].plain(), head);
        let given = decimal(&area["budget_tkr"]).expect("a budget");
        assert_eq!(number(&budget.rows[at].cells[1].value), given);
        let Value::Level(level) = main_groups.rows[at].cells[last].value else {
            panic!("{head} has no level")
        };
        assert_eq!(area["assessment"]["level"], level.code());
        let code = format!(
            "deliveries-{}",
            area["number"].as_str().expect("a number").replace('.', "-")
        );
        let leads = table(&document, &code)
            .rows
            .iter()
            .filter(|row| row.cells[0].heads);
        let deliveries = list(&area["deliveries"]);
        assert_eq!(leads.clone().count(), deliveries.len());
        for (lead, delivery) in leads.zip(&deliveries) {
            assert_eq!(delivery["name"], words(&lead.cells[0].text[0]));
            let parts = [&delivery["expected"], &delivery["realised"]].map(list);
            let parts = parts.concat();
            let of_parts = parts.iter().flat_map(|part| list(&part["figures"]));
            for fact in list(&delivery["figures"]).into_iter().chain(of_parts) {
                let shown = &figures.next().expect("a figure").cells;
                assert_eq!(fact["what"], shown[1].plain());
                match &shown[2].value {
                    Value::Number(value) => assert_eq!(Some(*value), decimal(&fact["value"])),
                    _ => assert!(fact["value_to"].is_number(), "{fact} is a span"),
                }
            }
        }
    }
    assert!(figures.next().is_none(), "there are more figures than facts");
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

/// Tables are counted by chapter and appendix: no number is told twice, and none is that of a section.
#[test]
fn tables_are_counted_by_chapter() {
    let document = document(&decided(), Lang::Sv, None);
    let labels: Vec<&str> = document.tables().map(|table| table.label.as_str()).collect();
    let counted = |label: &str| {
        let number = label
            .strip_prefix("Tabell ")
            .and_then(|number| number.split_once('.'));
        let (chapter, at) = number.unwrap_or_else(|| panic!("{label} is not counted"));
        (chapter.to_owned(), at.parse::<u32>().expect("a number"))
    };
    let mut before = (String::new(), 0);
    for label in labels {
        let (chapter, at) = counted(label);
        let expected = if chapter == before.0 { before.1 + 1 } else { 1 };
        assert_eq!(at, expected, "{label} after {before:?}");
        before = (chapter, at);
    }
    let appendices = document
        .headings()
        .filter_map(|heading| heading.number.as_deref());
    let appendices: Vec<_> = appendices
        .filter(|number| number.starts_with("Bilaga "))
        .collect();
    assert_eq!(appendices.first(), Some(&"Bilaga A"));
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

/// The method says that it stands there: at every proposal that is printed, and beside what was decided on it.
#[test]
fn weak_evidence_stands_at_each_proposal() {
    each(|model, document| {
        let standing = &model.standing;
        let weak = |proposal| text::scale::weak(document.lang, proposal);
        let level = standing.proposal.map(|proposal| proposal.level);
        assert!(
            level.is_none() || weak(standing.proposal).is_some(),
            "a model to see it in"
        );
        let says = |words: &str, proposal| match weak(proposal) {
            Some(weak) => assert!(words.contains(&weak), "{words:?} does not say {weak}"),
            None => assert!(!words.contains("svagt") && !words.contains("weak"), "{words:?}"),
        };
        let areas = || standing.areas.iter().map(|area| area.proposal);
        let groups = || standing.groups.iter().map(|group| group.proposal);
        let whole = || [standing.proposal];
        for (fact, proposal) in document.verdicts.iter().zip(whole().into_iter().chain(areas())) {
            says(&words(&fact.text), proposal);
        }
        let rows = table(document, "groups");
        let rows = rows.rows.iter().chain(&rows.foot);
        for (row, proposal) in rows.zip(groups().chain(whole())) {
            says(&row.cells[2].plain(), proposal);
        }
        let scales = document.blocks.iter().filter_map(|block| match block {
            Block::Scale(scale) => Some(scale.proposed.as_ref().map_or("", |mark| mark.words.as_str())),
            _ => None,
        });
        for (said, proposal) in scales.zip(areas()) {
            says(said, proposal);
        }
        for (row, deviation) in document
            .tables()
            .filter(|table| table.code == "deviations")
            .flat_map(|table| &table.rows)
            .zip(model.deviations())
        {
            says(&row.cells[2].plain(), Some(deviation.proposal));
        }
        if text::report::weak_proposals(standing) == text::report::WeakProposals::All {
            says(&table(document, "proposals").caption, standing.proposal);
        }
    });
}

/// Where some of the proposals rest on enough, it stands at each of the others.
#[test]
fn weak_evidence_is_told_apart_cell_by_cell() {
    let mut model = decided();
    if let Some(proposal) = &mut model.standing.proposal {
        proposal.weak_evidence = false;
    }
    let document = document(&model, Lang::Sv, None);
    let proposals = table(&document, "proposals");
    assert!(!proposals.caption.contains("svagt"), "{}", proposals.caption);
    let [foot] = proposals.foot.as_slice() else {
        panic!("one foot")
    };
    let (last, groups) = foot.cells.split_last().expect("cells");
    assert!(!last.plain().contains("svagt"), "{}", last.plain());
    let said = groups
        .iter()
        .filter(|cell| cell.plain().contains("svagt underlag"));
    let proposed = model
        .standing
        .groups
        .iter()
        .filter(|group| group.proposal.is_some());
    assert_eq!(said.count(), proposed.count());
}

/// What the invented initiative brings is there: hours that add up, kronor by year, goals.
#[test]
fn freed_time_and_kronor_stand_in_the_appendices() {
    let document = document(&open(), Lang::Sv, None);
    for code in [
        "freed-time-areas",
        "freed-time-groups",
        "freed-time-kinds",
        "kronor-areas",
        "realisation-years",
        "realisation-areas",
        "realisation-groups",
    ] {
        table(&document, code);
    }
    for code in ["freed-time-areas", "freed-time-groups"] {
        let table = table(&document, code);
        for at in 1..table.columns.len() {
            let mut numbers: Vec<Decimal> = column(table, at).into_iter().map(number).collect();
            let whole = numbers.pop().expect("a whole");
            assert_eq!(numbers.iter().sum::<Decimal>(), whole, "{code}, column {at}");
        }
    }
    let labels = |document: &Document| -> Vec<String> {
        let charts = charts(document);
        charts.iter().map(|chart| chart.label.clone()).collect()
    };
    // No area has a budget for the open report's years.
    assert_eq!(
        labels(&document),
        ["Figur 3.1", "Figur 3.2", "Figur B.1", "Figur C.1"]
    );
    let decided = super::document(&decided(), Lang::Sv, None);
    assert_eq!(labels(&decided), ["Figur 3.1", "Figur 3.2", "Figur 4.1"]);
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
