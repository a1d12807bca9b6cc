//! What the codes of the domain are called.

mod levels;
mod problems;

use domain::assessment::AssessmentState;
use domain::benefit::{BenefitState, ValueClass};
use domain::benefit_group::GroupKind;
use domain::calculation::{AmountUnit, LineClass};
use domain::delivery::DeliveryStatus;
use domain::evidence::EvidenceState;
use domain::factor::{Factor, FactorKind};
use domain::figure::FigureRole;
use domain::id::AccountId;
use domain::initiative::{InitiativeSize, InitiativeStatus};
use domain::portfolio::PortfolioKind;
use domain::report::ReportState;
use domain::role::Role;
use domain::round::{AnswerKind, RoundPart, RoundState, Selection};
use domain::standing::GapKind;
use domain::statement::{ApprovalState, Finding, SourceKind};
use domain::sus::SusLevel;
use rust_decimal::Decimal;

use crate::{Lang, number};

pub use levels::{level, level_in_sentence, level_long, level_range, level_rule};
pub use problems::{nothing_chosen, problem};

/// The same text with a small first letter, for the middle of a sentence.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The same text with a capital first letter.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// How many in running text: in words up to twelve, as Swedish authorities write. Not one, which is “en” or “ett” by what is
/// counted, nor none: “ingen”, “inget” or “inga”.
pub fn number_word(lang: Lang, len: usize) -> String {
    let args = [("count", len.into()), ("n", number::len(lang, len).into())];
    lang.t_with("common-number-word", &args)
}

/// A finding: "Bekräftad".
pub fn finding(lang: Lang, finding: Finding) -> String {
    lang.t(match finding {
        Finding::Confirmed => "common-finding-confirmed",
        Finding::Partly => "common-finding-partly",
        Finding::None => "common-finding-none",
        Finding::Negative => "common-finding-negative",
        Finding::NotEvaluated => "common-finding-not-evaluated",
        Finding::TooEarly => "common-finding-too-early",
        Finding::PlannedFollowup => "common-finding-planned-followup",
    })
}

/// What a finding means, for forms.
pub fn finding_hint(lang: Lang, finding: Finding) -> String {
    lang.t(match finding {
        Finding::Confirmed => "common-finding-confirmed-hint",
        Finding::Partly => "common-finding-partly-hint",
        Finding::None => "common-finding-none-hint",
        Finding::Negative => "common-finding-negative-hint",
        Finding::NotEvaluated => "common-finding-not-evaluated-hint",
        Finding::TooEarly => "common-finding-too-early-hint",
        Finding::PlannedFollowup => "common-finding-planned-followup-hint",
    })
}

/// How far a delivery has come: "Delvis levererat".
pub fn delivery_status(lang: Lang, status: DeliveryStatus) -> String {
    lang.t(match status {
        DeliveryStatus::Planned => "common-delivery-planned",
        DeliveryStatus::PartlyDelivered => "common-delivery-partly-delivered",
        DeliveryStatus::Delivered => "common-delivery-delivered",
        DeliveryStatus::Cancelled => "common-delivery-cancelled",
    })
}

/// Where an initiative stands: "Pågår".
pub fn initiative_status(lang: Lang, status: InitiativeStatus) -> String {
    lang.t(match status {
        InitiativeStatus::Proposed => "common-initiative-proposed",
        InitiativeStatus::Decided => "common-initiative-decided",
        InitiativeStatus::Ongoing => "common-initiative-ongoing",
        InitiativeStatus::Delivered => "common-initiative-delivered",
        InitiativeStatus::Realising => "common-initiative-realising",
        InitiativeStatus::Closed => "common-initiative-closed",
        InitiativeStatus::Stopped => "common-initiative-stopped",
    })
}

/// How large an initiative is.
pub fn initiative_size(lang: Lang, size: InitiativeSize) -> String {
    lang.t(match size {
        InitiativeSize::Large => "common-size-large",
        InitiativeSize::Medium => "common-size-medium",
        InitiativeSize::NotStated => "common-not-stated",
    })
}

/// What a figure is in its story: "utfall".
pub fn figure_role(lang: Lang, role: FigureRole) -> String {
    lang.t(match role {
        FigureRole::Baseline => "common-figure-baseline",
        FigureRole::Outcome => "common-figure-outcome",
        FigureRole::Change => "common-figure-change",
        FigureRole::Target => "common-figure-target",
        FigureRole::Forecast => "common-figure-forecast",
        FigureRole::Potential => "common-figure-potential",
        FigureRole::Scope => "common-figure-scope",
        FigureRole::Context => "common-figure-context",
        FigureRole::NotStated => "common-figure-not-stated",
    })
}

/// What a benefit's score rests on: "Mätt".
pub fn evidence_state(lang: Lang, state: EvidenceState) -> String {
    lang.t(match state {
        EvidenceState::NotDue => "common-evidence-not-due",
        EvidenceState::Measured => "common-evidence-measured",
        EvidenceState::Stated => "common-evidence-stated",
        EvidenceState::TooEarly => "common-evidence-too-early",
        EvidenceState::NotMeasurable => "common-evidence-not-measurable",
        EvidenceState::Missing => "common-evidence-missing",
    })
}

/// What is said of an account whose name has been erased; the mark tells it from others.
pub fn erased_account(lang: Lang, id: AccountId) -> String {
    let id = id.to_string();
    let mark = id.get(id.len().saturating_sub(4)..).unwrap_or_default();
    lang.t_with("common-account-erased", &[("mark", mark.into())])
}

/// A role: "Portföljansvarig".
pub fn role(lang: Lang, role: Role) -> String {
    lang.t(match role {
        Role::PortfolioManager => "common-role-portfolio-manager",
        Role::BenefitOwner => "common-role-benefit-owner",
        Role::Reviewer => "common-role-reviewer",
        Role::SteeringUnit => "common-role-steering-unit",
        Role::Leadership => "common-role-leadership",
        Role::Auditor => "common-role-auditor",
        Role::Admin => "common-role-admin",
    })
}

/// The verdict of a SUS evaluation: "åtgärder behövs".
pub fn sus_level(lang: Lang, level: SusLevel) -> String {
    lang.t(match level {
        SusLevel::NeedsAction => "common-sus-needs-action",
        SusLevel::Acceptable => "common-sus-acceptable",
        SusLevel::Excellent => "common-sus-excellent",
    })
}

/// A SUS evaluation as a line of facts has it, with its score where that is known: "SUS 71,5: godkänt".
pub fn sus(lang: Lang, level: SusLevel, score: Option<Decimal>) -> String {
    let level = ("level", sus_level(lang, level).into());
    match score {
        Some(score) => {
            let score = number::decimal(lang, score.normalize(), None);
            lang.t_with("common-sus-score", &[("score", score.into()), level])
        }
        None => lang.t_with("common-sus", &[level]),
    }
}

/// How a benefit can be valued: "Finansiell nytta".
pub fn value_class(lang: Lang, class: ValueClass) -> String {
    lang.t(match class {
        ValueClass::Financial => "common-value-financial",
        ValueClass::Redistribution => "common-value-redistribution",
        ValueClass::Qualitative => "common-value-qualitative",
        ValueClass::NotStated => "common-not-stated",
    })
}

/// What a line of a calculation is: "Utveckling".
pub fn line_class(lang: Lang, class: LineClass) -> String {
    lang.t(match class {
        LineClass::Development => "common-line-development",
        LineClass::Introduction => "common-line-introduction",
        LineClass::Operation => "common-line-operation",
        LineClass::OtherCost => "common-line-other-cost",
        LineClass::Financial => "common-line-financial",
        LineClass::Redistribution => "common-line-redistribution",
        LineClass::Qualitative => "common-line-qualitative",
    })
}

/// What a factor is of: "Timkostnad".
pub fn factor_kind(lang: Lang, kind: FactorKind) -> String {
    lang.t(match kind {
        FactorKind::HourlyCost => "factor-kind-hourly-cost",
        FactorKind::FullTimeYearHours => "factor-kind-full-time-year-hours",
        FactorKind::DiscountRate => "factor-kind-discount-rate",
        FactorKind::UnitValue => "factor-kind-unit-value",
    })
}

/// A value of a factor with what it is in: "450,50 kr per timme".
pub fn factor_value(lang: Lang, factor: &Factor, value: Decimal) -> String {
    let key = match factor.kind {
        FactorKind::HourlyCost => "factor-value-hourly-cost",
        FactorKind::FullTimeYearHours => "factor-value-full-time-year-hours",
        FactorKind::DiscountRate => "factor-value-discount-rate",
        FactorKind::UnitValue => "factor-value-unit-value",
    };
    let value = number::decimal(lang, value, None);
    let unit = factor.unit.clone().unwrap_or_default();
    lang.t_with(key, &[("value", value.into()), ("unit", unit.into())])
}

/// What amounts are shown in: "tkr".
pub fn amount_unit(lang: Lang, unit: AmountUnit) -> String {
    lang.t(match unit {
        AmountUnit::Kronor => "common-unit-kronor",
        AmountUnit::Tkr => "common-unit-tkr",
        AmountUnit::Mnkr => "common-unit-mnkr",
    })
}

/// Where a benefit stands on its way: "Tas hem".
pub fn benefit_state(lang: Lang, state: BenefitState) -> String {
    lang.t(match state {
        BenefitState::Identified => "common-benefit-identified",
        BenefitState::Specified => "common-benefit-specified",
        BenefitState::Planned => "common-benefit-planned",
        BenefitState::Decided => "common-benefit-decided",
        BenefitState::Realising => "common-benefit-realising",
        BenefitState::Realised => "common-benefit-realised",
        BenefitState::Verified => "common-benefit-verified",
        BenefitState::Sustained => "common-benefit-sustained",
        BenefitState::Closed => "common-benefit-closed",
        BenefitState::NotRealised => "common-benefit-not-realised",
        BenefitState::WrittenOff => "common-benefit-written-off",
        BenefitState::Replaced => "common-benefit-replaced",
    })
}

/// For whom a group's benefits arise: "Extern nytta".
pub fn group_kind(lang: Lang, kind: GroupKind) -> String {
    lang.t(match kind {
        GroupKind::External => "common-group-external",
        GroupKind::Internal => "common-group-internal",
    })
}

/// Where a portfolio stands: "Taktisk".
pub fn portfolio_kind(lang: Lang, kind: PortfolioKind) -> String {
    lang.t(match kind {
        PortfolioKind::Strategic => "common-portfolio-strategic",
        PortfolioKind::Tactical => "common-portfolio-tactical",
    })
}

/// How far an assessment has come: "Inskickad".
pub fn assessment_state(lang: Lang, state: AssessmentState) -> String {
    lang.t(match state {
        AssessmentState::Draft => "common-assessment-draft",
        AssessmentState::Submitted => "common-assessment-submitted",
        AssessmentState::Decided => "common-assessment-decided",
        AssessmentState::Returned => "common-assessment-returned",
    })
}

/// How far something logged has come: "Väntar på godkännande".
pub fn approval_state(lang: Lang, state: ApprovalState) -> String {
    lang.t(match state {
        ApprovalState::Draft => "common-approval-draft",
        ApprovalState::Submitted => "common-approval-submitted",
        ApprovalState::Approved => "common-approval-approved",
        ApprovalState::Returned => "common-approval-returned",
    })
}

/// How far a report has come: "Utkast".
pub fn report_state(lang: Lang, state: ReportState) -> String {
    lang.t(match state {
        ReportState::Draft => "common-report-draft",
        ReportState::UnderReview => "common-report-under-review",
        ReportState::Decided => "common-report-decided",
        ReportState::Published => "common-report-published",
    })
}

/// What kind of source a statement rests on.
pub fn source_kind(lang: Lang, kind: SourceKind) -> String {
    lang.t(match kind {
        SourceKind::RegistryNumber => "common-source-registry-number",
        SourceKind::System => "common-source-system",
        SourceKind::Other => "common-source-other",
    })
}

/// What is missing or still to come, in the number that it has: "nyttor utan mätning". The number
/// itself stands before it.
pub fn gap(lang: Lang, kind: GapKind, count: u32) -> String {
    let key = match kind {
        GapKind::Unmeasured => "common-gap-unmeasured",
        GapKind::Missing => "common-gap-missing",
        GapKind::Undated => "common-gap-undated",
        GapKind::WithoutCalculation => "common-gap-without-calculation",
        GapKind::WithoutPlan => "common-gap-without-plan",
        GapKind::WithoutDelivery => "common-gap-without-delivery",
        GapKind::GroupsUnjudged => "common-gap-groups-unjudged",
        GapKind::AreasUnjudged => "common-gap-areas-unjudged",
        GapKind::Late => "common-gap-late",
        GapKind::PartlyDelivered => "common-gap-partly-delivered",
        GapKind::PlannedFollowups => "common-gap-planned-followups",
        GapKind::SusNeedsAction => "common-gap-sus-needs-action",
    };
    lang.t_with(key, &[("count", count.into())])
}

/// How far a follow-up round has come.
pub fn round_state(lang: Lang, state: RoundState) -> String {
    lang.t(match state {
        RoundState::Prepared => "common-round-prepared",
        RoundState::Open => "common-round-open",
        RoundState::Closed => "common-round-closed",
    })
}

/// The part of a year that a round is about: "Tertial 1".
pub fn round_part(lang: Lang, part: RoundPart) -> String {
    lang.t(match part {
        RoundPart::Tertial1 => "common-round-tertial-1",
        RoundPart::Tertial2 => "common-round-tertial-2",
        RoundPart::Tertial3 => "common-round-tertial-3",
        RoundPart::Year => "common-round-year",
    })
}

/// What a round is called: "Tertial 1 2025".
pub fn round(lang: Lang, year: i32, part: RoundPart) -> String {
    format!("{} {year}", round_part(lang, part))
}

/// What a rule of a follow-up round asks about.
pub fn round_rule(lang: Lang, rule: Selection) -> String {
    lang.t(match rule {
        Selection::Missing => "round-rule-missing",
        Selection::FollowUps => "round-rule-follow-ups",
        Selection::Due => "round-rule-due",
        Selection::Deliveries => "round-rule-deliveries",
    })
}

/// How a question of a round was answered.
pub fn round_answer(lang: Lang, kind: AnswerKind) -> String {
    lang.t(match kind {
        AnswerKind::Stated => "common-round-stated",
        AnswerKind::Logged => "common-round-logged",
        AnswerKind::NothingNew => "common-round-nothing-new",
        AnswerKind::Withdrawn => "common-round-withdrawn",
    })
}

#[cfg(test)]
#[path = "name_tests.rs"]
mod tests;
