//! Chapter 2: the development work and the method.

use domain::level::FulfilmentLevel;
use domain::report::{ChapterKey, Material, Requirement};
use text::{Lang, date, name, report as said};

use super::cells::{gap, mark, numbers, row, words};
use super::writer::Writer;
use super::{Block, Cell, Row, Span, Standing, Table, Term, Value, plain};

/// The chapter.
pub(super) fn method(writer: &mut Writer) {
    let lang = writer.lang;
    writer.heading(1, "2", lang.t("report-method"), "k2");
    writer.chapter(ChapterKey::Method);
    writer.heading(2, "2.1", lang.t("report-groups"), "k21");
    groups(writer);
    writer.heading(2, "2.2", lang.t("report-levels"), "k22");
    levels(writer);
    writer.heading(2, "2.3", lang.t("report-scoring"), "k23");
    let scheme = &writer.model.standing.scheme;
    writer.say(lang.t("report-scoring-people"));
    writer.say(said::scores(lang, scheme));
    writer.say(said::weak(lang, scheme));
    if writer.model.shows_readings() {
        writer.say(lang.t("report-readings"));
    }
    writer.heading(2, "2.4", lang.t("report-materials"), "k24");
    materials(writer);
    writer.heading(2, "2.5", lang.t("report-requirements"), "k25");
    requirements(writer);
}

fn groups(writer: &mut Writer) {
    let lang = writer.lang;
    let groups = &writer.model.standing.groups;
    let kinds: Vec<Term> = groups
        .chunk_by(|a, b| a.group.kind == b.group.kind)
        .filter_map(|run| {
            let names: Vec<&str> = run.iter().map(|of| of.group.name.as_str()).collect();
            Some(Term {
                term: name::group_kind(lang, run.first()?.group.kind),
                means: vec![plain(names.join(", "))],
            })
        })
        .collect();
    if kinds.is_empty() {
        writer.gap(lang.t("report-no-groups"));
        return;
    }
    let n = name::number_word(lang, groups.len());
    writer.say(lang.t_with("report-groups-text", &[("n", n.into())]));
    writer.push(Block::Terms(kinds));
}

fn levels(writer: &mut Writer) {
    let lang = writer.lang;
    let scheme = &writer.model.standing.scheme;
    let rows = FulfilmentLevel::ALL.into_iter().rev().map(|level| {
        row([
            Cell::of(
                vec![Span::Level(mark(lang, level, Standing::Decided))],
                Value::Level(level),
            ),
            Cell::head(name::level_long(lang, level)),
            Cell::words(name::level_rule(lang, level, scheme)),
        ])
    });
    writer.table(Table {
        label: writer.table_label("2.1"),
        caption: lang.t("report-levels-caption"),
        code: "levels".to_owned(),
        columns: vec![
            words(lang.t("report-level"), 2),
            words(lang.t("report-name"), 4),
            numbers(lang.t("report-fulfilment"), 4),
        ],
        rows: rows.collect(),
        foot: Vec::new(),
    });
}

fn materials(writer: &mut Writer) {
    let lang = writer.lang;
    let materials = &writer.model.report.materials;
    if materials.is_empty() {
        writer.gap(lang.t("report-no-materials"));
        return;
    }
    writer.table(Table {
        label: writer.table_label("2.2"),
        caption: lang.t("report-materials-caption"),
        code: "materials".to_owned(),
        columns: vec![
            words(lang.t("report-material"), 4),
            words(lang.t("report-units"), 4),
            words(lang.t("report-systems"), 3),
        ],
        rows: materials
            .iter()
            .map(|material| material_row(lang, material))
            .collect(),
        foot: Vec::new(),
    });
}

fn material_row(lang: Lang, material: &Material) -> Row {
    let list = |items: &[String]| {
        if items.is_empty() {
            gap(lang.t("common-not-stated"))
        } else {
            Cell::words(items.join(", "))
        }
    };
    let mut head = plain(material.name.clone());
    if let Some(remark) = said::material_remark(lang, material) {
        head.push(Span::Small(format!(" {remark}")));
    }
    row([
        Cell::of(head, Value::Words).heading(),
        list(&material.units),
        list(&material.systems),
    ])
}

fn requirements(writer: &mut Writer) {
    let lang = writer.lang;
    let requirements = &writer.model.report.requirements;
    if requirements.is_empty() {
        writer.gap(lang.t("report-no-requirements"));
        return;
    }
    let rows = requirements.iter().map(
        |Requirement {
             from,
             applies_to,
             what,
         }| {
            row([
                from.as_ref().map_or_else(
                    || gap(lang.t("common-not-stated")),
                    |from| Cell::words(date::period(lang, from)),
                ),
                Cell::head(name::upper_first(applies_to)),
                Cell::words(name::upper_first(what)),
            ])
        },
    );
    writer.table(Table {
        label: writer.table_label("2.3"),
        caption: lang.t("report-requirements-caption"),
        code: "requirements".to_owned(),
        columns: vec![
            words(lang.t("report-from"), 2),
            words(lang.t("report-applies-to"), 3),
            words(lang.t("report-requirement"), 5),
        ],
        rows: rows.collect(),
        foot: Vec::new(),
    });
}
