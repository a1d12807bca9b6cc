//! Factors of the library, written through the services.

use domain::ctx::Ctx;
use domain::form::FactorForm;
use domain::id::{FactorId, FactorValueId};
use service::{FactorStep, FactorView, Services};

use super::forms::{after, done, key};

/// A factor as it is typed, with its first value.
pub fn typed(name: &str, kind: &str, value: &str) -> FactorForm {
    let text = str::to_owned;
    FactorForm {
        submission: key(),
        name: text(name),
        kind: text(kind),
        from: text("2025-01-01"),
        value: text(value),
        price_level: text(if kind == "full_time_year_hours" {
            ""
        } else {
            "2025"
        }),
        source: text("Ekonomiavdelningens beräkning"),
        action: text("submit"),
        ..FactorForm::default()
    }
}

/// Adds a factor whose value is sent in.
pub async fn added(ctx: &Ctx, services: &Services, form: FactorForm) -> (FactorId, FactorValueId) {
    let place = done(service::factor_save(ctx, services, form).await);
    let id: FactorId = after(&place, "/faktorer/").parse().expect("a factor");
    let value = shown(ctx, services, id).await.factor.values[0].id;
    (id, value)
}

/// How the factor stands to somebody.
pub async fn shown(ctx: &Ctx, services: &Services, id: FactorId) -> FactorView {
    service::factor_view(ctx, services, id).await.expect("may read")
}

/// Takes a value a step on its way; gives where that leads.
pub async fn step(
    ctx: &Ctx,
    services: &Services,
    (id, value): (FactorId, FactorValueId),
    step: FactorStep,
    note: &str,
) -> service::Result<String> {
    let version = shown(ctx, services, id).await.version;
    service::factor_step(ctx, services, id, version, value, step, note).await
}

/// A factor whose first value holds: one writes it and another approves it.
pub async fn approved(one: &Ctx, other: &Ctx, services: &Services, form: FactorForm) -> FactorId {
    let (id, value) = added(one, services, form).await;
    let done = step(other, services, (id, value), FactorStep::Approve, "").await;
    assert!(done.expect("may approve").contains("klart=godkant"));
    id
}
