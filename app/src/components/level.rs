//! Levels: number, word and ball, never colour alone.

use domain::assessment::AssessmentState;
use domain::level::FulfilmentLevel;
use domain::standing::Judged;
use leptos::prelude::*;
use text::{Lang, name};

use super::finding::AssessmentMark;
use super::icon::{Icon, Symbol};

/// Who stands behind a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LevelKind {
    /// Decided by people: filled.
    #[default]
    Decided,
    /// Proposed by the system, or not decided yet: outlined.
    Proposal,
    /// Proposed, in a table where outlines would crowd: ball, number and word.
    Bare,
}

/// How large a level is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LevelSize {
    /// As the text around it.
    #[default]
    Normal,
    /// In the foot of a table.
    Small,
    /// In a heading.
    Big,
    /// In a narrow column: the word is for screen readers alone. The head of the table or a legend
    /// has to spell the numbers out.
    Tiny,
}

/// The ball of a level: empty, quarter, half, three quarters, full.
#[component]
pub fn Ball(
    /// The level.
    level: FulfilmentLevel,
) -> impl IntoView {
    view! {
        <svg class="ball" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <use href=format!("#b{}", level.rank())></use>
        </svg>
    }
}

/// The class that gives a level its colours: `l1` to `l5`.
pub fn level_class(level: FulfilmentLevel) -> &'static str {
    match level {
        FulfilmentLevel::Ingen => "l1",
        FulfilmentLevel::Viss => "l2",
        FulfilmentLevel::Godkand => "l3",
        FulfilmentLevel::God => "l4",
        FulfilmentLevel::Full => "l5",
    }
}

/// A level as a chip.
#[component]
pub fn LevelChip(
    /// The level.
    level: FulfilmentLevel,
    /// Language of the text.
    lang: Lang,
    /// Who stands behind it.
    #[prop(optional)]
    kind: LevelKind,
    /// How large it is written.
    #[prop(optional)]
    size: LevelSize,
    /// The whole name ("Godkänd uppfyllnad") instead of the short one ("Godkänd").
    #[prop(optional)]
    long: bool,
) -> impl IntoView {
    let kind = match kind {
        LevelKind::Decided => "",
        LevelKind::Proposal => " proposal",
        LevelKind::Bare => " proposal bare",
    };
    let (size, word_class) = match size {
        LevelSize::Normal => ("", "word"),
        LevelSize::Small => (" small", "word"),
        LevelSize::Big => (" big", "word"),
        LevelSize::Tiny => (" tiny", "word vh"),
    };
    let word = if long {
        name::level_long(lang, level)
    } else {
        name::level(lang, level)
    };
    view! {
        <span class=format!("level {}{kind}{size}", level_class(level))>
            <Ball level/>
            <span class="rank">{level.rank()}</span>
            " "
            <span class=word_class>{word}</span>
        </span>
    }
}

/// What people have judged: filled once decided, outlined with its state before, a gap where no
/// level is set.
#[component]
pub fn JudgedChip(
    /// What people have judged, where they have.
    judged: Option<Judged>,
    /// Language of the text.
    lang: Lang,
    /// How large it is written.
    #[prop(optional)]
    size: LevelSize,
    /// The whole name instead of the short one.
    #[prop(optional)]
    long: bool,
) -> impl IntoView {
    match judged {
        Some(Judged {
            level: Some(level),
            state: AssessmentState::Decided,
            ..
        }) => view! { <LevelChip level lang size long/> }.into_any(),
        Some(Judged {
            level: Some(level),
            state,
            ..
        }) => view! {
            <span class="judged">
                <LevelChip level lang kind=LevelKind::Proposal size long/>
                " "
                <AssessmentMark state lang/>
            </span>
        }
        .into_any(),
        Some(_) | None if size == LevelSize::Tiny => {
            view! { <small class="not-set">{name::lower_first(&lang.t("level-not-set"))}</small> }.into_any()
        }
        Some(_) | None => view! {
            <span class="gap">
                <Icon symbol=Symbol::Gap/>
                {lang.t("level-not-set")}
            </span>
        }
        .into_any(),
    }
}
