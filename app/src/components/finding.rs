//! Findings, states and marks.

use domain::assessment::AssessmentState;
use domain::delivery::DeliveryStatus;
use domain::initiative::InitiativeStatus;
use domain::reading::Reading;
use domain::report::ReportState;
use domain::rollup::Proposal;
use domain::round::RoundState;
use domain::statement::{ApprovalState, Finding};
use domain::sus::SusLevel;
use leptos::prelude::*;
use rust_decimal::Decimal;
use text::scale::weak;
use text::{Lang, name};

use super::icon::{Icon, Symbol};

/// A text that is a reading, where it is one: dotted, and said to those who do not see it.
#[component]
pub fn Interpreted(
    /// The text.
    #[prop(into)]
    text: String,
    /// Whether it is a reading.
    interpreted: bool,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    if interpreted {
        view! {
            <span class="interpreted" title=lang.t("common-interpreted-title")>
                {text}
                <span class="vh">" " {lang.t("common-interpreted")}</span>
            </span>
        }
        .into_any()
    } else {
        view! { {text} }.into_any()
    }
}

/// What was found.
#[component]
pub fn FindingChip(
    /// The finding.
    finding: Reading<Finding>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match finding.value {
        Finding::Confirmed => ("finding f-confirmed", Symbol::Ok),
        Finding::Partly => ("finding f-partly", Symbol::Half),
        Finding::None => ("finding f-none", Symbol::None),
        Finding::Negative => ("finding f-negative", Symbol::Down),
        Finding::NotEvaluated => ("finding f-not-evaluated", Symbol::Open),
        Finding::TooEarly => ("finding f-too-early", Symbol::Early),
        Finding::PlannedFollowup => ("finding f-planned-followup", Symbol::Plan),
    };
    view! {
        <span class=class>
            <Icon symbol/>
            <Interpreted text=name::finding(lang, finding.value) interpreted=finding.interpreted lang/>
        </span>
    }
}

/// A state with its mark.
#[component]
fn Mark(
    class: &'static str,
    symbol: Symbol,
    text: String,
    #[prop(optional)] interpreted: bool,
    lang: Lang,
) -> impl IntoView {
    view! {
        <span class=class>
            <Icon symbol/>
            <Interpreted text interpreted lang/>
        </span>
    }
}

/// How far a delivery has come.
#[component]
pub fn StatusMark(
    /// The status.
    status: Reading<DeliveryStatus>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match status.value {
        DeliveryStatus::Planned => ("status s-plan", Symbol::Plan),
        DeliveryStatus::PartlyDelivered => ("status s-part", Symbol::Partly),
        DeliveryStatus::Delivered => ("status s-done", Symbol::Done),
        DeliveryStatus::Cancelled => ("status s-off", Symbol::Cancelled),
    };
    let text = name::delivery_status(lang, status.value);
    view! { <Mark class symbol text interpreted=status.interpreted lang/> }
}

/// Where an initiative stands.
#[component]
pub fn InitiativeMark(
    /// The status.
    status: Reading<InitiativeStatus>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match status.value {
        InitiativeStatus::Proposed => ("status s-draft", Symbol::Draft),
        InitiativeStatus::Decided => ("status s-plan", Symbol::Plan),
        InitiativeStatus::Ongoing => ("status s-run", Symbol::Running),
        InitiativeStatus::Delivered => ("status s-done", Symbol::Done),
        InitiativeStatus::Realising => ("status s-run", Symbol::Running),
        InitiativeStatus::Closed => ("status s-done", Symbol::Ok),
        InitiativeStatus::Stopped => ("status s-off", Symbol::Cancelled),
    };
    let text = name::initiative_status(lang, status.value);
    view! { <Mark class symbol text interpreted=status.interpreted lang/> }
}

/// How far an assessment has come.
#[component]
pub fn AssessmentMark(
    /// The state.
    state: AssessmentState,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match state {
        AssessmentState::Draft => ("status s-draft", Symbol::Draft),
        AssessmentState::Submitted => ("status s-sent", Symbol::Sent),
        AssessmentState::Decided => ("status s-done", Symbol::Done),
        AssessmentState::Returned => ("status s-draft", Symbol::Prev),
    };
    view! { <Mark class symbol text=name::assessment_state(lang, state) lang/> }
}

/// How far something logged has come on its way to being counted.
#[component]
pub fn ApprovalMark(
    /// The state.
    state: ApprovalState,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match state {
        ApprovalState::Draft => ("status s-draft", Symbol::Draft),
        ApprovalState::Submitted => ("status s-sent", Symbol::Sent),
        ApprovalState::Approved => ("status s-done", Symbol::Done),
        ApprovalState::Returned => ("status s-draft", Symbol::Prev),
    };
    view! { <Mark class symbol text=name::approval_state(lang, state) lang/> }
}

/// How far a report has come.
#[component]
pub fn ReportMark(
    /// The state.
    state: ReportState,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match state {
        ReportState::Draft => ("status s-draft", Symbol::Draft),
        ReportState::UnderReview => ("status s-sent", Symbol::Sent),
        ReportState::Decided | ReportState::Published => ("status s-done", Symbol::Done),
    };
    view! { <Mark class symbol text=name::report_state(lang, state) lang/> }
}

/// A report is not shown as it is decided, but as of another day.
#[component]
pub fn AsOfMark(
    /// What it says.
    text: String,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! { <Mark class="status s-draft" symbol=Symbol::Draft text lang/> }
}

/// How far a follow-up round has come.
#[component]
pub fn RoundMark(
    /// The state.
    state: RoundState,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let (class, symbol) = match state {
        RoundState::Prepared => ("status s-draft", Symbol::Draft),
        RoundState::Open => ("status s-sent", Symbol::Sent),
        RoundState::Closed => ("status s-done", Symbol::Done),
    };
    view! { <Mark class symbol text=name::round_state(lang, state) lang/> }
}

/// The verdict of a SUS evaluation, as a line of facts has it.
#[component]
pub fn SusMark(
    /// The verdict.
    level: SusLevel,
    /// The score, where it is known.
    #[prop(optional_no_strip)]
    score: Option<Decimal>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! { <span class="sus">{name::sus(lang, level, score)}</span> }
}

/// The mark of a development object.
#[component]
pub fn DevelopmentObjectTag(
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! {
        <abbr class="tag" title=lang.t("common-development-object")>
            {lang.t("common-development-object-short")}
        </abbr>
    }
}

/// Something missing, dashed.
#[component]
pub fn Gap(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <span class="gap">
            <Icon symbol=Symbol::Gap/>
            {text}
        </span>
    }
}

/// A delivery that is late.
#[component]
pub fn LateMark(
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! {
        <span class="weak">
            <Icon symbol=Symbol::Weak />
            {lang.t("initiative-late")}
        </span>
    }
}

/// The proposal rests on weak evidence.
#[component]
pub fn Weak(
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    view! {
        <span class="weak">
            <Icon symbol=Symbol::Weak/>
            {lang.t("level-weak")}
        </span>
    }
}

/// The same in a report, in words beside the proposal; nothing where enough is measured.
pub fn weak_beside(lang: Lang, proposal: Option<Proposal>) -> Option<AnyView> {
    let said = weak(lang, proposal)?;
    Some(view! { " " <small>{said}</small> }.into_any())
}
