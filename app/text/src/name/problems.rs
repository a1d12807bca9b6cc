//! What is wrong with a field, in words that say what to do.

use domain::form::{Problem, SheetFault};

use super::upper_first;
use crate::{Arg, Lang, number};

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
