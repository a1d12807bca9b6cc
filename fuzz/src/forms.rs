//! Forms as browsers send them: fields and values, as addresses have them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::calculation::{Calculation, Line};
use domain::factor::FactorKind;
use domain::form::{
    AccountForm, AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, BenefitGroupForm,
    BulkApprovalForm, CalculationForm, CalculationLinesForm, CorrectionDecisionForm, CorrectionForm,
    DecisionForm, DeliveryForm, EffectGoalForm, FactorForm, FactorValueForm, FieldErrors, FollowUpRoundForm,
    Form, FreedTimeForm, InitiativeForm, LineBuildForm, MeasureForm, MeasurementFileForm, MeasurementForm,
    MeasurementsForm, ParkedForm, PortfolioForm, RealisationPlanForm, ReportCommentForm, ReportForm,
    ReportLinkForm, ReportSourceForm, ReportTextForm, SavedViewForm, SekValueForm, StatementForm, SusForm,
    UnitForm, column_of,
};
use domain::id::StatementId;
use domain::register::decoded_pairs;
use domain::report::DecisionRecord;
use domain::role::Role;
use serde_json::{Value, json};

/// Reads what was sent as every form there is. What is wrong is told by field and reason.
pub fn forms(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let sent = decoded_pairs(text);
    each(text, &sent);
    if let Some(pressed) = filled::<CalculationLinesForm>(&sent).pressed() {
        let _ = pressed.parse();
    }
    let _ = (ParkedForm::of(text, text), ParkedForm::writes(text));
}

macro_rules! forms {
    (|$today:ident, $decision:ident, $calculation:ident, $line:ident, $file:ident|
     $($form:ident: |$it:ident| $parsed:expr;)+) => {
        fn each(text: &str, sent: &[(String, String)]) {
            let $today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
            let $decision = || DecisionRecord {
                role: Role::Leadership,
                at: chrono::DateTime::UNIX_EPOCH,
                elsewhere: false,
            };
            let ($calculation, $line) = (&calculation(), &line());
            let $file = text.as_bytes();
            $({
                let $it: $form = filled(sent);
                told::<$form>(stringify!($form), text, $parsed.err());
            })+
        }

        /// The names of the fields that these forms have, as they are sent.
        pub fn fields() -> BTreeSet<String> {
            let forms = [$(serde_json::to_value($form::default()).expect("forms are JSON")),+];
            let fields = forms.iter().filter_map(Value::as_object).flatten();
            let names = fields.map(|(name, value)| match value {
                Value::Array(_) => format!("{name}[]"),
                _ => name.clone(),
            });
            names.collect()
        }
    };
}

// All but those that nobody types: they are made of what was read of a file, of a note, or of another form.
forms! { |today, decision, calculation, line, file|
    AccountForm: |form| form.parse();
    AgencyForm: |form| form.parse();
    AreaForm: |form| form.parse();
    AreaSetForm: |form| form.parse();
    AssessmentForm: |form| form.parse(None);
    BenefitForm: |form| form.parse();
    BenefitGroupForm: |form| form.parse();
    BulkApprovalForm: |form| Ok::<_, FieldErrors>(form.parse::<StatementId>());
    CalculationForm: |form| form.parse();
    CalculationLinesForm: |form| form.settled().parse();
    CorrectionDecisionForm: |form| form.parse(today, None, decision());
    CorrectionForm: |form| form.parse(&[], &[]);
    DecisionForm: |form| form.parse(today, decision());
    DeliveryForm: |form| form.parse(today);
    EffectGoalForm: |form| form.parse();
    FactorForm: |form| form.parse();
    FactorValueForm: |form| form.parse(FactorKind::HourlyCost);
    FollowUpRoundForm: |form| form.parse(today);
    FreedTimeForm: |form| form.parse(today);
    InitiativeForm: |form| form.parse();
    LineBuildForm: |form| form.parse(calculation, line);
    MeasureForm: |form| form.parse();
    MeasurementFileForm: |form| form.parse(u64::try_from(file.len()).unwrap_or(u64::MAX), file);
    MeasurementForm: |form| form.parse(today);
    MeasurementsForm: |form| form.parse(today);
    PortfolioForm: |form| form.parse();
    RealisationPlanForm: |form| form.parse(today);
    ReportCommentForm: |form| form.parse(&[]);
    ReportForm: |form| form.parse();
    ReportLinkForm: |form| form.parse(today);
    ReportSourceForm: |form| form.parse();
    ReportTextForm: |form| form.parse();
    SavedViewForm: |form| form.parse();
    SekValueForm: |form| form.parse(today);
    StatementForm: |form| form.parse(today);
    SusForm: |form| form.parse();
    UnitForm: |form| form.parse();
}

/// A line that may be built, of a calculation of a few years.
fn line() -> Line {
    let line = json!({
        "id": "00000000-0000-0000-0000-000000000001",
        "name": "Kortare handläggning",
        "class": "redistribution",
    });
    serde_json::from_value(line).expect("a line")
}

fn calculation() -> Calculation {
    let calculation = json!({
        "id": "00000000-0000-0000-0000-000000000002",
        "initiative": "00000000-0000-0000-0000-000000000003",
        "number": 1,
        "base_year": 2025,
        "horizon_years": 3,
        "alternatives": [],
        "preferred": "00000000-0000-0000-0000-000000000004",
    });
    serde_json::from_value(calculation).expect("a calculation")
}

/// A form with what was sent in the fields that it has; a field that is a list takes each value.
fn filled<F: Form>(sent: &[(String, String)]) -> F {
    let mut form = serde_json::to_value(F::default()).unwrap_or_default();
    for (name, value) in sent {
        match form.get_mut(name.trim_end_matches("[]")) {
            Some(Value::Array(values)) => values.push(Value::String(value.clone())),
            Some(field @ Value::String(_)) => *field = Value::String(value.clone()),
            _ => {}
        }
    }
    // Fields that are no texts are none that a browser sends.
    serde_json::from_value(form).unwrap_or_default()
}

/// What is wrong is told of fields that the form has, or nobody could mend it.
fn told<F: Form>(form: &str, text: &str, errors: Option<FieldErrors>) {
    let Some(errors) = errors else { return };
    assert!(!errors.is_empty(), "{form} is refused without a reason: {text:?}");
    let fields = serde_json::to_value(F::default()).expect("forms are JSON");
    for error in &errors.0 {
        let is_there = fields.get(column_of(&error.field)).is_some();
        assert!(is_there, "{form} has no such field: {error:?}");
        assert!(!error.problem.to_string().is_empty(), "{form}: {error:?}");
    }
}
