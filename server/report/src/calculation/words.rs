//! The words of the workbook in a language, and what a word means in either.

use domain::calculation::{AmountUnit, Estimate, LineClass, Scenario, Scope};
use domain::workbook::folded;
use text::{Lang, name};

/// A column of a sheet of lines, but for those of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    Class,
    Benefit,
    Estimate,
    Note,
    LineId,
    ClassCode,
    BenefitId,
    EstimateCode,
}

impl Column {
    /// Those before the years.
    pub(super) const FIRST: [Self; 4] = [Self::Name, Self::Class, Self::Benefit, Self::Estimate];
    /// Those after the note, which nobody sees.
    pub(super) const HIDDEN: [Self; 4] = [Self::LineId, Self::ClassCode, Self::BenefitId, Self::EstimateCode];

    /// What stands above it.
    pub(super) fn head(self, lang: Lang) -> String {
        lang.t(match self {
            Self::Name => "calculation-file-column-name",
            Self::Class => "calculation-file-column-class",
            Self::Benefit => "calculation-file-column-benefit",
            Self::Estimate => "calculation-file-column-estimate",
            Self::Note => "calculation-file-column-note",
            Self::LineId => "calculation-file-column-line-id",
            Self::ClassCode => "calculation-file-column-class-code",
            Self::BenefitId => "calculation-file-column-benefit-id",
            Self::EstimateCode => "calculation-file-column-estimate-code",
        })
    }

    /// The column with this head in either language.
    pub(super) fn of(head: &str) -> Option<Self> {
        let mut all = Self::FIRST.into_iter().chain([Self::Note]).chain(Self::HIDDEN);
        all.find(|column| is_word(head, |lang| column.head(lang)))
    }

    /// Its name in the code, for what is told of it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Class => "class",
            Self::Benefit => "benefit",
            Self::Estimate => "estimate",
            Self::Note => "note",
            Self::LineId => "line_id",
            Self::ClassCode => "class_code",
            Self::BenefitId => "benefit_id",
            Self::EstimateCode => "estimate_code",
        }
    }
}

/// Which of the three estimates of an amount; a line has a row of each, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reckoned {
    Low,
    Likely,
    High,
}

impl Reckoned {
    pub(super) const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Likely => "likely",
            Self::High => "high",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    pub(super) fn word(self, lang: Lang) -> String {
        lang.t(match self {
            Self::Low => "calculation-file-low",
            Self::Likely => "calculation-file-likely",
            Self::High => "calculation-file-high",
        })
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|one| is_word(word, |lang| one.word(lang)))
    }

    /// This one of three.
    pub(super) fn of<T>(self, estimate: Estimate<T>) -> T {
        match self {
            Self::Low => estimate.low,
            Self::Likely => estimate.likely,
            Self::High => estimate.high,
        }
    }

    /// The three, each what it is.
    pub(super) const THREE: Estimate<Self> = Estimate {
        low: Self::Low,
        likely: Self::Likely,
        high: Self::High,
    };
}

/// The class with this name in either language.
pub(super) fn class_of(word: &str) -> Option<LineClass> {
    LineClass::ALL
        .into_iter()
        .find(|class| is_word(word, |lang| name::line_class(lang, *class)))
}

/// The unit with this name in either language, or with this code.
pub(super) fn unit_of(word: &str) -> Option<AmountUnit> {
    AmountUnit::ALL
        .into_iter()
        .find(|unit| is_word(word, |lang| name::amount_unit(lang, *unit)))
        .or_else(|| AmountUnit::from_code(word.trim()))
}

/// What a scope is called.
pub(super) fn scope(lang: Lang, scope: Scope) -> String {
    lang.t(match scope {
        Scope::Financial => "calculation-file-financial",
        Scope::FinancialAndRedistribution => "calculation-file-financial-and-redistribution",
    })
}

/// What a scenario is called.
pub(super) fn scenario(lang: Lang, scenario: Scenario) -> String {
    lang.t(match scenario {
        Scenario::Pessimistic => "calculation-file-scenario-pessimistic",
        Scenario::Likely => "calculation-file-scenario-likely",
        Scenario::Optimistic => "calculation-file-scenario-optimistic",
    })
}

/// Something is this word in one of the languages, however it is written.
pub(super) fn is_word(given: &str, word: impl Fn(Lang) -> String) -> bool {
    let given = folded(given);
    Lang::ALL.into_iter().any(|lang| folded(&word(lang)) == given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_both_languages_however_they_are_written() {
        for lang in Lang::ALL {
            for column in Column::FIRST.into_iter().chain(Column::HIDDEN) {
                assert_eq!(
                    Column::of(&column.head(lang).to_uppercase()),
                    Some(column),
                    "{lang:?}"
                );
            }
            for one in Reckoned::ALL {
                assert_eq!(Reckoned::from_word(&format!(" {} ", one.word(lang))), Some(one));
                assert_eq!(Reckoned::from_code(one.code()), Some(one));
                assert_eq!(one.of(Reckoned::THREE), one);
            }
            for class in LineClass::ALL {
                assert_eq!(class_of(&name::line_class(lang, class)), Some(class));
            }
            for unit in AmountUnit::ALL {
                assert_eq!(unit_of(&name::amount_unit(lang, unit)), Some(unit));
                assert_eq!(unit_of(unit.code()), Some(unit));
            }
        }
        assert_eq!(Column::of("Ansvarig"), None);
        assert_eq!(Reckoned::from_word("mellan"), None);
        assert_eq!(class_of(""), None);
        assert_eq!(unit_of("mkr"), None);
    }
}
