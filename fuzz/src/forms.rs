//! Forms as browsers send them: fields and values, as addresses have them.

use chrono::NaiveDate;
use domain::factor::FactorKind;
use domain::form::{
    AccountForm, AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, BenefitGroupForm,
    CalculationForm, CalculationLinesForm, CorrectionDecisionForm, CorrectionForm, DecisionForm,
    DeliveryForm, EffectGoalForm, FactorForm, FactorValueForm, FieldErrors, FollowUpRoundForm, Form,
    FreedTimeForm, InitiativeForm, MeasureForm, MeasurementForm, MeasurementsForm, ParkedForm, PortfolioForm,
    RealisationPlanForm, ReportCommentForm, ReportForm, ReportLinkForm, ReportSourceForm, ReportTextForm,
    SavedViewForm, SekValueForm, StatementForm, SusForm, UnitForm,
};
use domain::register::decoded_pairs;
use domain::report::DecisionRecord;
use domain::role::Role;
use serde_json::Value;

/// Reads what was sent as every form there is. What is wrong is told by field and reason.
pub fn forms(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let sent = decoded_pairs(text);
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
    let decision = || DecisionRecord {
        role: Role::Leadership,
        at: chrono::DateTime::UNIX_EPOCH,
        elsewhere: false,
    };
    macro_rules! each {
        ($($form:ident: |$it:ident| $parsed:expr;)+) => {$({
            let $it: $form = filled(&sent);
            told(stringify!($form), text, $parsed.err());
        })+};
    }
    each! {
        AccountForm: |form| form.parse();
        AgencyForm: |form| form.parse();
        AreaForm: |form| form.parse();
        AreaSetForm: |form| form.parse();
        AssessmentForm: |form| form.parse(None);
        BenefitForm: |form| form.parse();
        BenefitGroupForm: |form| form.parse();
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
        MeasureForm: |form| form.parse();
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
    if let Some(pressed) = filled::<CalculationLinesForm>(&sent).pressed() {
        let _ = pressed.parse();
    }
    let _ = (ParkedForm::of(text, text), ParkedForm::writes(text));
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

fn told(form: &str, text: &str, errors: Option<FieldErrors>) {
    let Some(errors) = errors else { return };
    assert!(!errors.is_empty(), "{form} is refused without a reason: {text:?}");
    for error in &errors.0 {
        assert!(!error.field.is_empty(), "{form}: {error:?}");
        assert!(!error.problem.to_string().is_empty(), "{form}: {error:?}");
    }
}
