//! Benefit calculations, written through the services.

use domain::ctx::Ctx;
use domain::form::{CalculationForm, CalculationLinesForm};
use domain::id::{BenefitId, CalculationId, InitiativeId};
use service::{CalculationView, Services};

use super::forms::{after, done, key};

/// The basis of a calculation from 2025 over three years, with all that has to be said.
pub fn basis(initiative: InitiativeId) -> CalculationForm {
    CalculationForm {
        submission: key(),
        initiative: initiative.to_string(),
        base_year: "2025".to_owned(),
        horizon_years: "3".to_owned(),
        discount_rate: "3,5".to_owned(),
        rate_source: "Riktlinje för nyttokalkyler".to_owned(),
        price_level: "2025".to_owned(),
        unit: "tkr".to_owned(),
        zero_alternative: "Handläggningen fortsätter som i dag.".to_owned(),
        ..CalculationForm::default()
    }
}

/// Begins a calculation of an initiative.
pub async fn begun(ctx: &Ctx, services: &Services, initiative: InitiativeId) -> CalculationId {
    let place = done(service::calculation_save(ctx, services, basis(initiative)).await);
    after(&place, "/kalkyler/").parse().expect("a calculation")
}

/// How the calculation stands to somebody.
pub async fn shown(ctx: &Ctx, services: &Services, id: CalculationId) -> CalculationView {
    let view = service::calculation_view(ctx, services, id, None, None, None).await;
    view.expect("may read")
}

/// The form of its lines as whoever may write gets it, with a cost and a benefit in it that pays.
pub async fn lines(
    ctx: &Ctx,
    services: &Services,
    id: CalculationId,
    benefit: BenefitId,
) -> CalculationLinesForm {
    let view = shown(ctx, services, id).await;
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    CalculationLinesForm {
        line_id: texts(&["", ""]),
        line_name: texts(&["Utveckling", "Minskat porto"]),
        line_class: texts(&["development", "financial"]),
        line_benefit: vec![String::new(), benefit.to_string()],
        line_note: texts(&["Offert", ""]),
        low: texts(&["900", "", "", "", "500", "500"]),
        likely: texts(&["1 000", "", "", "", "600", "600,5"]),
        high: texts(&["1 200", "", "", "", "650", "650"]),
        ..view.lines.expect("may write").form
    }
}

/// A calculation with lines, sent in.
pub async fn sent(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    benefit: BenefitId,
) -> CalculationId {
    let id = begun(ctx, services, initiative).await;
    let form = CalculationLinesForm {
        action: "submit".to_owned(),
        ..lines(ctx, services, id, benefit).await
    };
    let place = done(service::calculation_lines_save(ctx, services, form).await);
    assert_eq!(after(&place, "klart="), "inskickad");
    id
}
