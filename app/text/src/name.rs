//! What the codes of the domain are called.

use domain::assessment::AssessmentState;
use domain::benefit::{BenefitState, ValueClass};
use domain::benefit_group::GroupKind;
use domain::calculation::{AmountUnit, LineClass};
use domain::delivery::DeliveryStatus;
use domain::evidence::EvidenceState;
use domain::factor::{Factor, FactorKind};
use domain::figure::FigureRole;
use domain::form::{Problem, SheetFault};
use domain::id::AccountId;
use domain::initiative::{InitiativeSize, InitiativeStatus};
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::portfolio::PortfolioKind;
use domain::report::ReportState;
use domain::role::Role;
use domain::round::{AnswerKind, RoundPart, RoundState, Selection};
use domain::standing::GapKind;
use domain::statement::{ApprovalState, Finding, SourceKind};
use domain::sus::SusLevel;
use rust_decimal::Decimal;

use crate::{Arg, Lang, number};

/// A level in one word: "Godkänd".
pub fn level(lang: Lang, level: FulfilmentLevel) -> String {
    lang.t(match level {
        FulfilmentLevel::Ingen => "level-ingen",
        FulfilmentLevel::Viss => "level-viss",
        FulfilmentLevel::Godkand => "level-godkand",
        FulfilmentLevel::God => "level-god",
        FulfilmentLevel::Full => "level-full",
    })
}

/// A level's whole name: "Godkänd uppfyllnad".
pub fn level_long(lang: Lang, level: FulfilmentLevel) -> String {
    lang.t(match level {
        FulfilmentLevel::Ingen => "level-ingen-long",
        FulfilmentLevel::Viss => "level-viss-long",
        FulfilmentLevel::Godkand => "level-godkand-long",
        FulfilmentLevel::God => "level-god-long",
        FulfilmentLevel::Full => "level-full-long",
    })
}

/// A level's whole name as it stands in a sentence: "godkänd uppfyllnad".
pub fn level_in_sentence(lang: Lang, level: FulfilmentLevel) -> String {
    lower_first(&level_long(lang, level))
}

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

/// Where a level begins and ends, as short as a table's head wants it: "50–75 %", "> 75 %, < 100 %".
pub fn level_range(lang: Lang, level: FulfilmentLevel, scheme: &GradingScheme) -> String {
    let at = |value| number::threshold(lang, value);
    let short = |value: Decimal| number::decimal(lang, value.normalize(), None);
    let nbsp = number::NBSP;
    match level {
        FulfilmentLevel::Ingen => format!("≤{nbsp}{}", at(scheme.viss_above)),
        FulfilmentLevel::Viss => format!(
            ">{nbsp}{}, <{nbsp}{}",
            at(scheme.viss_above),
            at(scheme.godkand_from)
        ),
        FulfilmentLevel::Godkand => format!("{}–{}", short(scheme.godkand_from), at(scheme.god_above)),
        FulfilmentLevel::God => format!(">{nbsp}{}, <{nbsp}{}", at(scheme.god_above), at(scheme.full_from)),
        FulfilmentLevel::Full => format!("≥{nbsp}{}", at(scheme.full_from)),
    }
}

/// Which percentages a level comprises, in words: "större än 0 % och mindre än 50 %".
pub fn level_rule(lang: Lang, level: FulfilmentLevel, scheme: &GradingScheme) -> String {
    let at = |value| Arg::from(number::threshold(lang, value));
    match level {
        FulfilmentLevel::Ingen => lang.t_with("level-rule-ingen", &[("to", at(scheme.viss_above))]),
        FulfilmentLevel::Viss => lang.t_with(
            "level-rule-viss",
            &[("from", at(scheme.viss_above)), ("to", at(scheme.godkand_from))],
        ),
        FulfilmentLevel::Godkand => lang.t_with(
            "level-rule-godkand",
            &[("from", at(scheme.godkand_from)), ("to", at(scheme.god_above))],
        ),
        FulfilmentLevel::God => lang.t_with(
            "level-rule-god",
            &[("from", at(scheme.god_above)), ("to", at(scheme.full_from))],
        ),
        FulfilmentLevel::Full => lang.t_with("level-rule-full", &[("from", at(scheme.full_from))]),
    }
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

/// What is wrong with a field, as a sentence that says what to do.
///
/// A form may have its own words, `{prefix}-{field}-{problem}` (underscores as hyphens), for
/// instance `form-delivery-name-required = Skriv vad leveransen heter`. They are given `label`,
/// `given`, `max` and `length`. Without them the common words are used, which name the label.
pub fn problem(lang: Lang, prefix: &str, field: &str, label: &str, problem: &Problem) -> String {
    let code = problem_code(problem);
    let mut args = vec![("label", Arg::from(label))];
    match problem {
        Problem::Required
        | Problem::DeviationWithoutReason
        | Problem::LaunchMissing
        | Problem::NotYours
        | Problem::Locked
        | Problem::HeldFast
        | Problem::CarriesNoMoney
        | Problem::NotAllThree
        | Problem::NothingFreed
        | Problem::OnlyOutcomes
        | Problem::FindsNothing => {}
        Problem::TooLong { length, max } => {
            args.push(("length", number::count(lang, *length).into()));
            args.push(("max", number::count(lang, *max).into()));
        }
        Problem::UnknownChoice { given }
        | Problem::NotADate { given }
        | Problem::InTheFuture { given }
        | Problem::InThePast { given }
        | Problem::EndBeforeStart { given }
        | Problem::NotAYear { given }
        | Problem::NotANumber { given }
        | Problem::Taken { given }
        | Problem::Circular { given }
        | Problem::AgainstDirection { given }
        | Problem::Ambiguous { given }
        | Problem::NotRising { given }
        | Problem::NegativeCost { given }
        | Problem::NoRatio { given }
        | Problem::AmountsOutside { given }
        | Problem::AmountsTooLarge { given }
        | Problem::NoYearHours { given }
        | Problem::CountedAlready { given }
        | Problem::Gone { given } => args.push(("given", given.into())),
        Problem::MoreThanFreed { given, freed } => {
            args.push(("given", given.into()));
            args.push(("freed", freed.into()));
        }
        Problem::TooFine { given, decimals } => {
            args.extend([
                ("given", given.into()),
                ("decimals", number::count(lang, *decimals).into()),
            ]);
        }
        Problem::InFile { place, given, .. } => {
            args.extend([("place", place.into()), ("given", given.into())]);
        }
        Problem::OutOfRange { given, min, max } => {
            args.extend([("given", given.into()), ("min", min.into()), ("max", max.into())]);
        }
    }
    let own = own_key(prefix, field, code);
    lang.get(&own, &args)
        .unwrap_or_else(|| after_question(label, lang.t_with(problem_key(problem), &args)))
}

/// Something is to be chosen and nothing is, in the words of [`problem`] where the form has its own: one, or one at least.
pub fn nothing_chosen(lang: Lang, prefix: &str, field: &str, label: &str, several: bool) -> String {
    let args = [("label", Arg::from(label))];
    let common = if several {
        "common-problem-choose-some"
    } else {
        "common-problem-choose"
    };
    lang.get(&own_key(prefix, field, problem_code(&Problem::Required)), &args)
        .unwrap_or_else(|| after_question(label, lang.t_with(common, &args)))
}

fn own_key(prefix: &str, field: &str, code: &str) -> String {
    format!("{prefix}-{field}-{code}").replace(['_', '.'], "-")
}

/// What is said of a field whose label is a question: that ends with its mark, and no colon comes after it.
fn after_question(label: &str, said: String) -> String {
    match said.strip_prefix(label).and_then(|rest| rest.strip_prefix(": ")) {
        Some(rest) if label.ends_with('?') => format!("{label} {}", upper_first(rest)),
        _ => said,
    }
}

/// The last part of a form's own key for a problem.
fn problem_code(problem: &Problem) -> &'static str {
    match problem {
        Problem::Required => "required",
        Problem::TooLong { .. } => "too-long",
        Problem::UnknownChoice { .. } => "unknown-choice",
        Problem::Ambiguous { .. } => "ambiguous",
        Problem::NotADate { .. } => "not-a-date",
        Problem::InTheFuture { .. } => "in-the-future",
        Problem::InThePast { .. } => "in-the-past",
        Problem::EndBeforeStart { .. } => "end-before-start",
        Problem::DeviationWithoutReason => "deviation-without-reason",
        Problem::LaunchMissing => "launch-missing",
        Problem::Gone { .. } => "gone",
        Problem::NotAYear { .. } => "not-a-year",
        Problem::NotANumber { .. } => "not-a-number",
        Problem::OutOfRange { .. } => "out-of-range",
        Problem::Taken { .. } => "taken",
        Problem::Circular { .. } => "circular",
        Problem::Locked => "locked",
        Problem::HeldFast => "held-fast",
        Problem::NoRatio { .. } => "no-ratio",
        Problem::AgainstDirection { .. } => "against-direction",
        Problem::NotYours => "not-yours",
        Problem::FindsNothing => "finds-nothing",
        Problem::TooFine { .. } => "too-fine",
        Problem::NotAllThree => "not-all-three",
        Problem::NotRising { .. } => "not-rising",
        Problem::NegativeCost { .. } => "negative-cost",
        Problem::CarriesNoMoney => "carries-no-money",
        Problem::InFile { .. } => "in-file",
        Problem::AmountsOutside { .. } => "amounts-outside",
        Problem::AmountsTooLarge { .. } => "amounts-too-large",
        Problem::MoreThanFreed { .. } => "more-than-freed",
        Problem::NothingFreed => "nothing-freed",
        Problem::NoYearHours { .. } => "no-year-hours",
        Problem::OnlyOutcomes => "only-outcomes",
        Problem::CountedAlready { .. } => "counted-already",
    }
}

fn problem_key(problem: &Problem) -> &'static str {
    match problem {
        Problem::Required => "common-problem-required",
        Problem::TooLong { .. } => "common-problem-too-long",
        Problem::UnknownChoice { .. } => "common-problem-unknown-choice",
        Problem::Ambiguous { .. } => "common-problem-ambiguous",
        Problem::NotADate { .. } => "common-problem-not-a-date",
        Problem::InTheFuture { .. } => "common-problem-in-the-future",
        Problem::InThePast { .. } => "common-problem-in-the-past",
        Problem::EndBeforeStart { .. } => "common-problem-end-before-start",
        Problem::DeviationWithoutReason => "common-problem-deviation-without-reason",
        Problem::LaunchMissing => "common-problem-launch-missing",
        Problem::Gone { .. } => "common-problem-gone",
        Problem::NotAYear { .. } => "common-problem-not-a-year",
        Problem::NotANumber { .. } => "common-problem-not-a-number",
        Problem::OutOfRange { .. } => "common-problem-out-of-range",
        Problem::Taken { .. } => "common-problem-taken",
        Problem::Circular { .. } => "common-problem-circular",
        Problem::Locked => "common-problem-locked",
        Problem::HeldFast => "common-problem-held-fast",
        Problem::NoRatio { .. } => "common-problem-no-ratio",
        Problem::AgainstDirection { .. } => "common-problem-against-direction",
        Problem::NotYours => "common-problem-not-yours",
        Problem::FindsNothing => "common-problem-finds-nothing",
        Problem::TooFine { .. } => "common-problem-too-fine",
        Problem::NotAllThree => "common-problem-not-all-three",
        Problem::NotRising { .. } => "common-problem-not-rising",
        Problem::NegativeCost { .. } => "common-problem-negative-cost",
        Problem::CarriesNoMoney => "common-problem-carries-no-money",
        Problem::InFile { fault, .. } => sheet_fault_key(*fault),
        Problem::AmountsOutside { .. } => "common-problem-amounts-outside",
        Problem::AmountsTooLarge { .. } => "common-problem-amounts-too-large",
        Problem::MoreThanFreed { .. } => "realised-problem-more-than-freed",
        Problem::NothingFreed => "realised-problem-nothing-freed",
        Problem::NoYearHours { .. } => "realised-problem-no-year-hours",
        Problem::OnlyOutcomes => "realised-problem-only-outcomes",
        Problem::CountedAlready { .. } => "realised-problem-counted-already",
    }
}

fn sheet_fault_key(fault: SheetFault) -> &'static str {
    match fault {
        SheetFault::NotAWorkbook => "common-file-not-a-workbook",
        SheetFault::TooLarge => "common-file-too-large",
        SheetFault::NoFile => "common-file-no-file",
        SheetFault::NoLines => "common-file-no-lines",
        SheetFault::NoUnit => "common-file-no-unit",
        SheetFault::OtherAlternative => "common-file-other-alternative",
        SheetFault::UnknownUnit => "common-file-unknown-unit",
        SheetFault::MissingColumn => "common-file-missing-column",
        SheetFault::UnknownHead => "common-file-unknown-head",
        SheetFault::HeadTwice => "common-file-head-twice",
        SheetFault::TooManyLines => "common-file-too-many-lines",
        SheetFault::BrokenCell => "common-file-broken-cell",
        SheetFault::NotANumber => "common-file-not-a-number",
        SheetFault::UnknownClass => "common-file-unknown-class",
        SheetFault::UnknownEstimate => "common-file-unknown-estimate",
        SheetFault::NoEstimate => "common-file-no-estimate",
        SheetFault::Differs => "common-file-differs",
        SheetFault::Scattered => "common-file-scattered",
        SheetFault::UnknownCode => "common-file-unknown-code",
    }
}

#[cfg(test)]
#[path = "name_tests.rs"]
mod tests;
