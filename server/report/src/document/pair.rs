//! The two-column table of the report: deliveries with expected benefit beside realised.

use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use domain::evidence::goals_differ;
use domain::figure::Figure;
use domain::report_model::{AreaSection, BenefitSection, DeliverySection};
use domain::statement::Statement;
use domain::sus::SusThresholds;
use text::figure::{self, Said};
use text::section::{group_names, launches, rests_on, score};
use text::{Lang, date, measure, name, report};

use super::cells::{read, row, words};
use super::writer::{Writer, prose};
use super::{Cell, Row, Span, Table, Text, plain};

/// Between what stands beside each other on a line.
const APART: &str = " · ";

/// The table of an area's deliveries: three rows each – what it is, what is said of it, expected and realised benefit –
/// of which the middle one is left out where nothing is said.
pub(super) fn pair_table(writer: &Writer, section: &AreaSection) -> Table {
    let lang = writer.lang;
    let number = &section.area.number;
    Table {
        label: writer.table_label(&report::deliveries_table(writer.model, section)),
        caption: lang.t_with(
            "report-deliveries-caption",
            &[("area", (&section.area.name).into())],
        ),
        code: format!("deliveries-{}", number.replace('.', "-")),
        columns: vec![
            words(lang.t("area-pair-expected-head"), 1),
            words(lang.t("area-realised-benefit"), 1),
        ],
        rows: section
            .deliveries
            .iter()
            .flat_map(|of| rows(writer, of))
            .collect(),
        foot: Vec::new(),
    }
}

fn rows(writer: &Writer, section: &DeliverySection) -> Vec<Row> {
    let about = about(writer, section);
    let about = (!about.is_empty()).then(|| row([Cell::paragraphs(about).over(2)]));
    let both = row([
        Cell::paragraphs(all_expected(writer, section)),
        Cell::paragraphs(all_realised(writer, section)),
    ]);
    std::iter::once(row([lead(writer.lang, section).over(2)]))
        .chain(about)
        .chain([both])
        .collect()
}

/// Pieces beside each other.
fn beside(pieces: impl IntoIterator<Item = Text>) -> Text {
    let mut line = Text::new();
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        if !line.is_empty() {
            line.push(Span::Plain(APART.to_owned()));
        }
        line.extend(piece);
    }
    line
}

fn lead(lang: Lang, section: &DeliverySection) -> Cell {
    let delivery = &section.delivery;
    let status = read(
        lang,
        name::delivery_status(lang, delivery.status.value),
        &delivery.status,
    );
    let object = section
        .initiative
        .development_object
        .then(|| plain(lang.t("common-development-object-short")));
    let late = section.late.then(|| vec![Span::Gap(lang.t("area-late"))]);
    let sus = section
        .sus
        .iter()
        .filter_map(|evaluation| evaluation.result.level(&SusThresholds::default()).ok())
        .map(|level| plain(name::sus(lang, level, None)));
    let launched = launches(lang, &delivery.launches).into_iter().map(plain);
    let line = std::iter::once(status)
        .chain(object)
        .chain(late)
        .chain(sus)
        .chain(launched);
    Cell::paragraphs(vec![vec![Span::Strong(delivery.name.clone())], beside(line)]).heading()
}

/// What the delivery is, its own figures, what is announced for later, and what the source leaves open.
fn about(writer: &Writer, section: &DeliverySection) -> Vec<Text> {
    let lang = writer.lang;
    let delivery = &section.delivery;
    let mut paragraphs: Vec<Text> = prose(&delivery.description).collect();
    paragraphs.extend(figures(writer, &delivery.figures));
    if !delivery.upcoming.is_empty() {
        paragraphs.push(vec![Span::Strong(lang.t("area-upcoming"))]);
    }
    for upcoming in &delivery.upcoming {
        let when = date::when(lang, upcoming.when);
        paragraphs.push(plain(format!("• {}, {when}", upcoming.what)));
    }
    if let Some(reason) = &section.scope_reason {
        let said = lang.t_with("area-scope-reason", &[("reason", reason.into())]);
        paragraphs.push(vec![Span::Small(said)]);
    }
    if let Some(note) = &delivery.note {
        paragraphs.push(vec![Span::Small(note.clone())]);
    }
    paragraphs
}

fn all_expected(writer: &Writer, section: &DeliverySection) -> Vec<Text> {
    if section.benefits.is_empty() {
        return vec![vec![Span::Gap(writer.lang.t("area-no-expected"))]];
    }
    let benefits = section.benefits.iter();
    benefits.flat_map(|benefit| expected(writer, benefit)).collect()
}

fn all_realised(writer: &Writer, section: &DeliverySection) -> Vec<Text> {
    let measured = section
        .benefits
        .iter()
        .flat_map(|benefit| measured(writer, benefit));
    let stated = section
        .statements
        .iter()
        .flat_map(|statement| realised(writer, statement));
    let all: Vec<Text> = measured.chain(stated).collect();
    if all.is_empty() {
        return vec![vec![Span::Gap(writer.lang.t("area-no-realised"))]];
    }
    all
}

fn groups_of(writer: &Writer, section: &BenefitSection) -> Text {
    let groups = section.benefit.groups.iter().map(|share| share.group);
    strong(group_names(groups, &writer.model.standing))
}

/// Strong words; nothing where there are none.
fn strong(words: String) -> Text {
    if words.is_empty() {
        Text::new()
    } else {
        vec![Span::Strong(words)]
    }
}

/// An expected benefit: its groups, its score, what it is, its figures.
pub(super) fn expected(writer: &Writer, section: &BenefitSection) -> Vec<Text> {
    let lang = writer.lang;
    let benefit = &section.benefit;
    let score = score(lang, section, &writer.model.standing.scheme);
    let unplanned = benefit
        .unplanned
        .then(|| vec![Span::Small(lang.t("area-unplanned"))]);
    let line = [groups_of(writer, section), vec![Span::Small(score)]];
    let mut paragraphs = vec![beside(line.into_iter().chain(unplanned))];
    if let Some(title) = &benefit.title {
        paragraphs.push(strong(title.clone()));
    }
    paragraphs.extend(prose(&benefit.description));
    paragraphs.extend(figures(writer, &benefit.figures));
    paragraphs
}

/// What was measured of a benefit: its groups, what it is, where its goals stand. Nothing where it has no goals that
/// somebody has approved.
pub(super) fn measured(writer: &Writer, section: &BenefitSection) -> Vec<Text> {
    let lang = writer.lang;
    let goals: Vec<&GoalStanding> = section
        .goals
        .iter()
        .filter(|standing| standing.outcome != GoalOutcome::Unapproved)
        .collect();
    if goals.is_empty() {
        return Vec::new();
    }
    let benefit = &section.benefit;
    let tag = vec![Span::Small(lang.t("area-measured"))];
    let of = benefit.title.as_ref().unwrap_or(&benefit.description);
    let mut paragraphs = vec![beside([groups_of(writer, section), tag]), plain(of.clone())];
    paragraphs.extend(goals.into_iter().flat_map(|standing| goal(lang, standing)));
    if goals_differ(&section.goals) {
        paragraphs.push(vec![Span::Small(lang.t("measure-goals-differ"))]);
    }
    paragraphs
}

/// A goal: what it makes, from where to where, and what it would make by what was agreed first.
fn goal(lang: Lang, standing: &GoalStanding) -> Vec<Text> {
    let part = if standing.split.is_whole() {
        String::new()
    } else {
        format!(", {}", measure::split(lang, &standing.split))
    };
    let outcome = name::upper_first(&measure::outcome(lang, standing.outcome));
    let mut paragraphs = vec![
        vec![
            Span::Plain(format!("{}{part}: ", standing.name)),
            Span::Strong(outcome),
        ],
        vec![Span::Small(measure::standing(lang, standing))],
    ];
    if let Some(original) = standing.original {
        let said = measure::outcome(lang, original);
        let said = lang.t_with("measure-goal-original", &[("outcome", said.into())]);
        paragraphs.push(vec![Span::Small(said)]);
    }
    paragraphs
}

/// A statement: its groups, what was found, its words, its figures, what it rests on.
fn realised(writer: &Writer, statement: &Statement) -> Vec<Text> {
    let lang = writer.lang;
    let groups = strong(group_names(
        statement.groups.iter().copied(),
        &writer.model.standing,
    ));
    let finding = read(
        lang,
        name::finding(lang, statement.finding.value),
        &statement.finding,
    );
    let unplanned = statement
        .benefits
        .is_empty()
        .then(|| vec![Span::Small(lang.t("area-unplanned"))]);
    let mut paragraphs = vec![beside([groups, finding].into_iter().chain(unplanned))];
    paragraphs.extend(prose(&statement.text));
    paragraphs.extend(figures(writer, &statement.figures));
    let basis = rests_on(lang, statement);
    if !basis.is_empty() {
        paragraphs.push(vec![Span::Small(format!("{}.", basis.join(". ")))]);
    }
    if let Some(note) = &statement.note {
        paragraphs.push(vec![Span::Small(note.clone())]);
    }
    paragraphs
}

/// Figures, each with its number in appendix A.
fn figures(writer: &Writer, figures: &[Figure]) -> Vec<Text> {
    let lang = writer.lang;
    figures
        .iter()
        .map(|one| {
            let Said { amount, what, role } = figure::said(lang, one);
            let mut line = vec![Span::Strong(amount)];
            if !what.is_empty() {
                line.push(Span::Plain(format!(" {what}")));
            }
            for span in role
                .into_iter()
                .flat_map(|role| read(lang, format!(" {role}"), &one.role))
            {
                line.push(Span::Small(span.words().to_owned()));
            }
            if let Some(number) = writer.numbers.get(one.id) {
                line.push(Span::Small(format!(" [{number}]")));
            }
            line
        })
        .collect()
}
