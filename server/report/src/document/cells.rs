//! Columns, cells and levels as the report's tables have them.

use domain::assessment::AssessmentState;
use domain::level::FulfilmentLevel;
use domain::money::Money;
use domain::percent::Percent;
use domain::reading::Reading;
use domain::rollup::{Proposal, Tally};
use domain::standing::{Judged, Standing as Stands};
use rust_decimal::Decimal;
use text::scale::{self, no_score};
use text::{Lang, name, number};

use super::{Align, Cell, Column, LevelMark, Row, Span, Standing, Text, Value};

/// A column of words.
pub(super) fn words(head: String, weight: u8) -> Column {
    Column {
        head,
        align: Align::Start,
        weight,
    }
}

/// A column of numbers.
pub(super) fn numbers(head: String, weight: u8) -> Column {
    Column {
        head,
        align: Align::End,
        weight,
    }
}

/// A column of marks.
pub(super) fn marks(head: String, weight: u8) -> Column {
    Column {
        head,
        align: Align::Middle,
        weight,
    }
}

/// A row.
pub(super) fn row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row {
        cells: cells.into_iter().collect(),
    }
}

/// Nothing is said.
pub(super) fn dash() -> Cell {
    Cell::of(vec![Span::Plain("–".to_owned())], Value::Nothing)
}

/// Something is missing.
pub(super) fn gap(words: String) -> Cell {
    Cell::of(vec![Span::Gap(words)], Value::Nothing)
}

/// How many.
pub(super) fn count(lang: Lang, count: u32) -> Cell {
    Cell::of(
        vec![Span::Plain(number::count(lang, count))],
        Value::Number(Decimal::from(count)),
    )
}

/// Kronor, in thousands.
pub(super) fn tkr(lang: Lang, amount: Option<Money>) -> Cell {
    amount.map_or_else(dash, |amount| {
        Cell::of(vec![Span::Plain(number::tkr(lang, amount))], Value::Money(amount))
    })
}

/// A share where no level is at stake.
pub(super) fn share(lang: Lang, share: Option<Percent>, decimals: u32) -> Cell {
    share.map_or_else(dash, |share| {
        Cell::of(
            vec![Span::Plain(number::share(lang, share, decimals))],
            percent(share),
        )
    })
}

/// A percentage for a machine.
pub(super) fn percent(percent: Percent) -> Value {
    Value::Percent(percent.compared())
}

/// "3 Godkänd".
pub(super) fn level_words(lang: Lang, level: FulfilmentLevel) -> String {
    format!("{} {}", level.rank(), name::level(lang, level))
}

/// A level as a mark.
pub(super) fn mark(lang: Lang, level: FulfilmentLevel, standing: Standing) -> LevelMark {
    LevelMark {
        level,
        standing,
        words: level_words(lang, level),
    }
}

/// How wide what people have judged is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// "3 Godkänd".
    Short,
    /// "3 Godkänd uppfyllnad".
    Long,
    /// "3": in a narrow column, under a head or beside a note that spells the numbers out.
    Number,
}

/// What people have judged as a mark, with its state before it is decided; none where no level is set.
pub(super) fn judged_mark(lang: Lang, judged: Option<&Judged>, width: Width) -> Option<LevelMark> {
    let judged = judged?;
    let level = judged.level?;
    let rank = level.rank();
    let words = match width {
        Width::Short => level_words(lang, level),
        Width::Long => format!("{rank} {}", name::level_long(lang, level)),
        Width::Number => rank.to_string(),
    };
    let (standing, words) = match judged.state {
        AssessmentState::Decided => (Standing::Decided, words),
        state => {
            let state = name::lower_first(&name::assessment_state(lang, state));
            (Standing::Proposed, format!("{words}, {state}"))
        }
    };
    Some(LevelMark {
        level,
        standing,
        words,
    })
}

/// What people have judged, or that no level is set.
pub(super) fn judged(lang: Lang, judged: Option<&Judged>, width: Width) -> Text {
    match judged_mark(lang, judged, width) {
        Some(mark) => vec![Span::Level(mark)],
        None if width == Width::Number => vec![Span::Small(name::lower_first(&lang.t("level-not-set")))],
        None => vec![Span::Gap(lang.t("level-not-set"))],
    }
}

/// The same as a cell.
pub(super) fn judged_cell(lang: Lang, of: Option<&Judged>, width: Width) -> Cell {
    let value = of
        .and_then(|judged| judged.level)
        .map_or(Value::Nothing, Value::Level);
    Cell::of(judged(lang, of, width), value)
}

/// The level that the system proposes, or why it proposes none.
pub(super) fn proposed_level(lang: Lang, proposal: Option<Proposal>, tally: &Tally) -> Cell {
    match proposal {
        Some(proposal) => {
            let level = Span::Level(mark(lang, proposal.level, Standing::Bare));
            let text = std::iter::once(level).chain(weak(lang, Some(proposal)));
            Cell::of(text.collect(), Value::Level(proposal.level))
        }
        None => Cell::of(
            vec![Span::Small(name::lower_first(&no_score(lang, tally)))],
            Value::Nothing,
        ),
    }
}

/// What is said beside a proposal of which too little is measured.
pub(super) fn weak(lang: Lang, proposal: Option<Proposal>) -> Option<Span> {
    let said = scale::weak(lang, proposal)?;
    Some(Span::Small(format!(" {said}")))
}

/// The percentage that the system proposes, fine enough to tell it from a boundary.
pub(super) fn proposed_percent(lang: Lang, proposal: Option<Proposal>, standing: &Stands) -> Cell {
    proposal.map_or_else(dash, |proposal| {
        let text = number::percent(lang, proposal.percent, 1, &standing.scheme);
        Cell::of(vec![Span::Plain(text)], percent(proposal.percent))
    })
}

/// Words of what may be a reading, which is said.
pub(super) fn read<T>(lang: Lang, words: String, reading: &Reading<T>) -> Text {
    let mut text = vec![Span::Plain(words)];
    if reading.interpreted {
        text.push(Span::Small(format!(" {}", lang.t("common-interpreted"))));
    }
    text
}

impl Cell {
    /// The same with more columns taken.
    pub(super) fn over(self, span: u8) -> Self {
        Self { span, ..self }
    }

    /// The same with paragraphs.
    pub(super) fn paragraphs(text: Vec<Text>) -> Self {
        Self {
            heads: false,
            span: 1,
            text,
            value: Value::Words,
        }
    }

    /// The same as the head of its row.
    pub(super) fn heading(self) -> Self {
        Self { heads: true, ..self }
    }
}
