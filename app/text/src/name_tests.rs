use domain::form::Problem;
use domain::id::GradingSchemeId;
use domain::level::{FulfilmentLevel, GradingScheme};

use super::*;

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(
        "00000000-0000-0000-0000-000000000000".parse().expect("an id"),
    ))
}

/// Every name in a language, so that no code lacks one.
fn all(lang: Lang) -> Vec<String> {
    use EvidenceState as E;
    use FigureRole as F;
    use GapKind as G;
    use InitiativeStatus as I;
    let mut names = Vec::new();
    for l in FulfilmentLevel::ALL {
        names.extend([
            level(lang, l),
            level_long(lang, l),
            level_rule(lang, l, &scheme()),
        ]);
    }
    for f in Finding::ALL {
        names.extend([finding(lang, f), finding_hint(lang, f)]);
    }
    names.extend(DeliveryStatus::ALL.map(|s| delivery_status(lang, s)));
    names.extend(
        [
            I::Proposed,
            I::Decided,
            I::Ongoing,
            I::Delivered,
            I::Realising,
            I::Closed,
            I::Stopped,
        ]
        .map(|s| initiative_status(lang, s)),
    );
    names.extend(
        [
            InitiativeSize::Large,
            InitiativeSize::Medium,
            InitiativeSize::NotStated,
        ]
        .map(|s| initiative_size(lang, s)),
    );
    names.extend(
        [
            F::Baseline,
            F::Outcome,
            F::Change,
            F::Target,
            F::Forecast,
            F::Potential,
            F::Scope,
            F::Context,
            F::NotStated,
        ]
        .map(|r| figure_role(lang, r)),
    );
    names.extend(
        [
            E::NotDue,
            E::Measured,
            E::Stated,
            E::TooEarly,
            E::NotMeasurable,
            E::Missing,
        ]
        .map(|s| evidence_state(lang, s)),
    );
    names.extend(Role::ALL.map(|r| role(lang, r)));
    names.extend(
        [SusLevel::NeedsAction, SusLevel::Acceptable, SusLevel::Excellent].map(|l| sus_level(lang, l)),
    );
    names.extend(ValueClass::ALL.map(|c| value_class(lang, c)));
    names.extend([GroupKind::External, GroupKind::Internal].map(|k| group_kind(lang, k)));
    names.extend(
        [
            AssessmentState::Draft,
            AssessmentState::Submitted,
            AssessmentState::Decided,
            AssessmentState::Returned,
        ]
        .map(|s| assessment_state(lang, s)),
    );
    names.extend(
        [
            ApprovalState::Draft,
            ApprovalState::Submitted,
            ApprovalState::Approved,
            ApprovalState::Returned,
        ]
        .map(|s| approval_state(lang, s)),
    );
    names.extend(
        [
            ReportState::Draft,
            ReportState::UnderReview,
            ReportState::Decided,
            ReportState::Published,
        ]
        .map(|s| report_state(lang, s)),
    );
    names.extend(
        [SourceKind::RegistryNumber, SourceKind::System, SourceKind::Other].map(|k| source_kind(lang, k)),
    );
    for kind in [
        G::Unmeasured,
        G::Missing,
        G::Undated,
        G::WithoutCalculation,
        G::WithoutPlan,
        G::WithoutDelivery,
        G::GroupsUnjudged,
        G::AreasUnjudged,
        G::Late,
        G::PartlyDelivered,
        G::PlannedFollowups,
        G::SusNeedsAction,
    ] {
        names.extend([gap(lang, kind, 1), gap(lang, kind, 2)]);
    }
    names.extend(BenefitState::ALL.map(|state| benefit_state(lang, state)));
    names.extend(PortfolioKind::ALL.map(|kind| portfolio_kind(lang, kind)));
    names.extend((1..=12).map(|month| crate::date::month_name(lang, month)));
    for p in [
        Problem::Required,
        Problem::TooLong {
            length: 250,
            max: 200,
        },
        Problem::UnknownChoice {
            given: "x".to_owned(),
        },
        Problem::NotADate {
            given: "x".to_owned(),
        },
        Problem::InTheFuture {
            given: "x".to_owned(),
        },
        Problem::EndBeforeStart {
            given: "x".to_owned(),
        },
        Problem::DeviationWithoutReason,
        Problem::LaunchMissing,
        Problem::Gone {
            given: "x".to_owned(),
        },
        Problem::NotAYear {
            given: "x".to_owned(),
        },
        Problem::NotANumber {
            given: "x".to_owned(),
        },
        Problem::OutOfRange {
            given: "7".to_owned(),
            min: "1".to_owned(),
            max: "5".to_owned(),
        },
        Problem::Taken {
            given: "x".to_owned(),
        },
        Problem::Circular {
            given: "x".to_owned(),
        },
        Problem::NotYours,
        Problem::Locked,
        Problem::HeldFast,
        Problem::NoRatio {
            given: "20".to_owned(),
        },
        Problem::AgainstDirection {
            given: "5".to_owned(),
        },
        Problem::FindsNothing,
        Problem::NotAllThree,
    ] {
        names.push(problem(lang, "no-such-form", "name", "Namn", &p));
    }
    names.extend([true, false].map(|several| nothing_chosen(lang, "no-such-form", "name", "Namn", several)));
    names
}

#[test]
fn every_code_has_a_name_in_both_languages() {
    for lang in Lang::ALL {
        for name in all(lang) {
            assert!(!name.contains('⟦') && !name.is_empty(), "{lang:?}: {name}");
        }
    }
}

#[test]
fn ranges_follow_the_thresholds() {
    let of = |level| level_range(Lang::Sv, level, &scheme());
    assert_eq!(of(FulfilmentLevel::Ingen), "≤\u{a0}0\u{a0}%");
    assert_eq!(of(FulfilmentLevel::Viss), ">\u{a0}0\u{a0}%, <\u{a0}50\u{a0}%");
    assert_eq!(of(FulfilmentLevel::Godkand), "50–75\u{a0}%");
    assert_eq!(of(FulfilmentLevel::God), ">\u{a0}75\u{a0}%, <\u{a0}100\u{a0}%");
    assert_eq!(of(FulfilmentLevel::Full), "≥\u{a0}100\u{a0}%");
    let mut other = scheme();
    other.godkand_from = Decimal::new(425, 1);
    assert_eq!(
        level_range(Lang::Sv, FulfilmentLevel::Godkand, &other),
        "42,5–75\u{a0}%"
    );
}

#[test]
fn one_and_several_are_told_apart() {
    assert_ne!(gap(Lang::Sv, GapKind::Late, 1), gap(Lang::Sv, GapKind::Late, 2));
    assert_ne!(gap(Lang::En, GapKind::Late, 1), gap(Lang::En, GapKind::Late, 2));
}

#[test]
fn few_are_written_in_words() {
    for (len, said) in [
        (0, "0"),
        (1, "1"),
        (2, "två"),
        (8, "åtta"),
        (12, "tolv"),
        (13, "13"),
        (1_200, "1\u{202f}200"),
    ] {
        assert_eq!(number_word(Lang::Sv, len), said);
    }
    assert_eq!(number_word(Lang::En, 8), "eight");
}

#[test]
fn a_label_that_is_a_question_has_no_colon_after_it() {
    let of = |label| {
        [
            problem(Lang::Sv, "no-such-form", "x", label, &Problem::Required),
            nothing_chosen(Lang::Sv, "no-such-form", "x", label, false),
        ]
    };
    assert_eq!(
        of("Mått"),
        ["Mått: fyll i uppgiften", "Mått: välj ett av alternativen"]
    );
    assert_eq!(
        of("Vilket håll är bättre?"),
        [
            "Vilket håll är bättre? Fyll i uppgiften",
            "Vilket håll är bättre? Välj ett av alternativen"
        ]
    );
}

#[test]
fn a_forms_own_words_come_before_those_for_choices() {
    assert_eq!(
        nothing_chosen(Lang::Sv, "admin-account", "grant_role", "Roll", false),
        problem(
            Lang::Sv,
            "admin-account",
            "grant_role",
            "Roll",
            &Problem::Required
        )
    );
}
