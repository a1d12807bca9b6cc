//! Words of the method, explained beside where they are used.
//!
//! A button opens the explanation as a popover of the browser's own: no script, closed by Escape or a
//! click beside it, reached by Tab right after the word. In print there is nothing to open, so nothing
//! shows.

use leptos::prelude::*;
use text::Lang;

/// A word that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the catalogue says what they mean")]
pub enum HelpWord {
    BenefitGroup,
    MainGroup,
    DevelopmentObject,
    Expected,
    Realised,
    Unplanned,
    Interpreted,
    Proposal,
    Fulfilment,
    Score,
    Coverage,
    Weak,
    Measured,
    TooEarly,
    Missing,
    NotMeasurable,
    ValueClass,
    Owner,
    Recipient,
    Sus,
    AsOf,
    CutOff,
    Baseline,
    State,
    Chain,
}

impl HelpWord {
    /// All words, in the order in which the glossary has them: from what is promised to what is decided.
    pub const ALL: [Self; 25] = [
        Self::BenefitGroup,
        Self::MainGroup,
        Self::DevelopmentObject,
        Self::Expected,
        Self::Realised,
        Self::Unplanned,
        Self::Interpreted,
        Self::Proposal,
        Self::Fulfilment,
        Self::Score,
        Self::Coverage,
        Self::Weak,
        Self::Measured,
        Self::TooEarly,
        Self::Missing,
        Self::NotMeasurable,
        Self::ValueClass,
        Self::Owner,
        Self::Recipient,
        Self::Sus,
        Self::AsOf,
        Self::CutOff,
        Self::Baseline,
        Self::State,
        Self::Chain,
    ];

    /// Its anchor in the glossary.
    pub fn code(self) -> &'static str {
        match self {
            Self::BenefitGroup => "benefit-group",
            Self::MainGroup => "main-group",
            Self::DevelopmentObject => "development-object",
            Self::Expected => "expected",
            Self::Realised => "realised",
            Self::Unplanned => "unplanned",
            Self::Interpreted => "interpreted",
            Self::Proposal => "proposal",
            Self::Fulfilment => "fulfilment",
            Self::Score => "score",
            Self::Coverage => "coverage",
            Self::Weak => "weak",
            Self::Measured => "measured",
            Self::TooEarly => "too-early",
            Self::Missing => "missing",
            Self::NotMeasurable => "not-measurable",
            Self::ValueClass => "value-class",
            Self::Owner => "owner",
            Self::Recipient => "recipient",
            Self::Sus => "sus",
            Self::AsOf => "as-of",
            Self::CutOff => "cut-off",
            Self::Baseline => "baseline",
            Self::State => "state",
            Self::Chain => "chain",
        }
    }

    /// The word of a form's field, where it is one of the method's.
    pub fn of_field(form: &str, name: &str) -> Option<Self> {
        Some(match name {
            // The unit that owns an initiative owns no benefit, and a report is received by a ministry.
            "owner" if form == "form-initiative" => return None,
            "recipient" if form == "report-form" => return None,
            "groups" => Self::BenefitGroup,
            "value_class" => Self::ValueClass,
            "owner" => Self::Owner,
            "recipient" => Self::Recipient,
            "as_of" => Self::AsOf,
            "finding" => Self::Realised,
            "unplanned" => Self::Unplanned,
            "development_object" => Self::DevelopmentObject,
            "motivation" => Self::Fulfilment,
            "deviation_reason" => Self::Proposal,
            _ => return None,
        })
    }

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::BenefitGroup => ("help-benefit-group-word", "help-benefit-group-text"),
            Self::MainGroup => ("help-main-group-word", "help-main-group-text"),
            Self::DevelopmentObject => ("help-development-object-word", "help-development-object-text"),
            Self::Expected => ("help-expected-word", "help-expected-text"),
            Self::Realised => ("help-realised-word", "help-realised-text"),
            Self::Unplanned => ("help-unplanned-word", "help-unplanned-text"),
            Self::Interpreted => ("help-interpreted-word", "help-interpreted-text"),
            Self::Proposal => ("help-proposal-word", "help-proposal-text"),
            Self::Fulfilment => ("help-fulfilment-word", "help-fulfilment-text"),
            Self::Score => ("help-score-word", "help-score-text"),
            Self::Coverage => ("help-coverage-word", "help-coverage-text"),
            Self::Weak => ("help-weak-word", "help-weak-text"),
            Self::Measured => ("help-measured-word", "help-measured-text"),
            Self::TooEarly => ("help-too-early-word", "help-too-early-text"),
            Self::Missing => ("help-missing-word", "help-missing-text"),
            Self::NotMeasurable => ("help-not-measurable-word", "help-not-measurable-text"),
            Self::ValueClass => ("help-value-class-word", "help-value-class-text"),
            Self::Owner => ("help-owner-word", "help-owner-text"),
            Self::Recipient => ("help-recipient-word", "help-recipient-text"),
            Self::Sus => ("help-sus-word", "help-sus-text"),
            Self::AsOf => ("help-as-of-word", "help-as-of-text"),
            Self::CutOff => ("help-cut-off-word", "help-cut-off-text"),
            Self::Baseline => ("help-baseline-word", "help-baseline-text"),
            Self::State => ("help-state-word", "help-state-text"),
            Self::Chain => ("help-chain-word", "help-chain-text"),
        }
    }

    /// The word.
    pub fn word(self, lang: Lang) -> String {
        lang.t(self.keys().0)
    }

    /// What it means.
    pub fn text(self, lang: Lang) -> String {
        lang.t(self.keys().1)
    }
}

/// The button beside a word, and its explanation.
#[component]
pub fn Help(
    /// The word.
    word: HelpWord,
    /// Tells several buttons of the same word on a page apart.
    #[prop(optional, into)]
    place: String,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let id = if place.is_empty() {
        format!("hjalp-{}", word.code())
    } else {
        format!("hjalp-{}-{place}", word.code())
    };
    let (to, hide) = (id.clone(), id.clone());
    let name = word.word(lang);
    let label = lang.t_with("help-button", &[("word", (&name).into())]);
    view! {
        <span class="help">
            <button class="help-button" type="button" popovertarget=to aria-label=label>
                <span aria-hidden="true">"?"</span>
            </button>
            <span class="help-text" id=id popover="">
                <b>{name}</b>
                <span>{word.text(lang)}</span>
                <span class="help-actions">
                    <a href=format!("/ordlista#{}", word.code())>{lang.t("help-all")}</a>
                    <button class="as-link" type="button" popovertarget=hide popovertargetaction="hide">
                        {lang.t("help-close")}
                    </button>
                </span>
            </span>
        </span>
    }
}
