//! Codes are what files, forms and addresses say: each has its own, and leads back to what it is the code of.

use std::fmt::Debug;

use serde::Serialize;

/// In files the same is written by its code as by the type itself.
fn written<T: Copy + Debug + Serialize>(all: &[T], code: impl Fn(T) -> &'static str) {
    for one in all {
        let file = serde_json::to_value(one).expect("as JSON");
        assert_eq!(file.as_str(), Some(code(*one)), "{one:?}");
    }
}

/// A code is read as what it is of, and nothing else is.
fn read<T: Copy + Debug + PartialEq>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    of: impl Fn(&str) -> Option<T>,
) {
    for one in all {
        assert_eq!(of(code(*one)), Some(*one));
    }
    assert_eq!(of("Ingenting"), None, "{all:?}");
}

macro_rules! both {
    ($($kind:path),* $(,)?) => {$({
        use $kind as Kind;
        written(&Kind::ALL, Kind::code);
        read(&Kind::ALL, Kind::code, Kind::from_code);
    })*};
}

#[test]
fn what_forms_send_is_what_files_say() {
    both!(
        crate::benefit::ValueClass,
        crate::benefit::BenefitState,
        crate::benefit_group::GroupKind,
        crate::calculation::LineClass,
        crate::calculation::AmountUnit,
        crate::delivery::DeliveryStatus,
        crate::factor::FactorKind,
        crate::figure::FigureRole,
        crate::freed_time::TimeUnit,
        crate::freed_time::DispositionKind,
        crate::initiative::InitiativeSize,
        crate::initiative::InitiativeStatus,
        crate::level::FulfilmentLevel,
        crate::measure::Direction,
        crate::measure::MeasureUse,
        crate::measure::Cadence,
        crate::measure::Sex,
        crate::measure::Aggregation,
        crate::measurement::ProofKind,
        crate::portfolio::PortfolioKind,
        crate::role::Role,
        crate::round::RoundPart,
        crate::round::RoundState,
        crate::round::AnswerKind,
        crate::round::Selection,
        crate::sek_value::SekFrequency,
        crate::sek_value::SekKind,
        crate::standing::GapKind,
        crate::statement::Finding,
        crate::statement::ApprovalState,
        crate::statement::SourceKind,
        crate::sus::SusLevel,
    );
}

#[test]
fn what_only_files_say_is_what_it_is_called() {
    use crate::assessment::AssessmentState as Assessed;
    use crate::calculation::{Scenario, Scope};
    use crate::measurement_sheet::SheetColumn;
    use crate::report::life::ReportStep;
    use crate::report::{ChapterKey, ReportState};
    use crate::workbook::SheetKind;
    let assessed = [
        Assessed::Draft,
        Assessed::Submitted,
        Assessed::Decided,
        Assessed::Returned,
    ];
    written(&assessed, Assessed::code);
    let reports = [
        ReportState::Draft,
        ReportState::UnderReview,
        ReportState::Decided,
        ReportState::Published,
    ];
    written(&reports, ReportState::code);
    written(&Scenario::ALL, Scenario::code);
    written(&Scope::ALL, Scope::code);
    written(&SheetColumn::ALL, SheetColumn::code);
    written(&ChapterKey::ALL, ChapterKey::code);
    written(&ReportStep::ALL, ReportStep::code);
    written(&SheetKind::ALL, SheetKind::code);
}

#[test]
fn what_only_addresses_say_leads_back() {
    use crate::history::SubjectKind;
    use crate::password::PasswordProblem;
    use crate::register::{Mine, RegisterKind};
    use crate::second_factor::Stage;
    use crate::work::WorkKind;
    read(&SubjectKind::ALL, SubjectKind::code, SubjectKind::from_code);
    read(
        &PasswordProblem::ALL,
        PasswordProblem::code,
        PasswordProblem::from_code,
    );
    read(&RegisterKind::ALL, RegisterKind::code, RegisterKind::from_code);
    read(&Mine::ALL, Mine::code, Mine::from_code);
    read(&Stage::ALL, Stage::code, Stage::from_code);
    read(&WorkKind::ALL, WorkKind::code, WorkKind::from_code);
}

#[test]
fn what_was_done_says_a_choice_by_its_code() {
    use crate::history::coded;
    use crate::role::Role;
    for role in Role::ALL {
        assert_eq!(coded(role.code()), Some(role));
    }
    assert_eq!(coded::<Role>("Ingenting"), None);
}
