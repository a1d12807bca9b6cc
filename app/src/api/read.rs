//! What pages read.

use domain::account::Account;
use domain::assessment::SubjectKey;
use domain::id::StatementId;
use domain::register::{BenefitFilter, InitiativeFilter, Query, RegisterKind, StatementFilter};
use domain::role::Role;
use domain::work::WorkKind;
use service::rows::BenefitRow;
use service::{
    AreaView, AssessmentListView, AssessmentView, BenefitFormView, DeliveryFormView, InitiativeRegister,
    InitiativeView, ListedReport, OverviewView, RegisterView, ReportView, SavedViewFormView, ServiceError,
    StatementFormView, StatementRegister, StatementTarget, WorkView,
};

use super::request::{RequestContext, request};
use super::{ApiError, trouble_code};

/// The overview.
pub async fn overview(year: Option<i32>) -> Result<OverviewView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::overview_view(&ctx, &services, year)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// An area.
pub async fn area(number: String, year: Option<i32>) -> Result<AreaView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::area_view(&ctx, &services, &number, year)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The reports that may be opened.
pub async fn reports() -> Result<Vec<ListedReport>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_list(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A report.
pub async fn report(id: String) -> Result<ReportView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let id = parsed(&id)?;
    service::report_view(&ctx, &services, id)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The register of initiatives.
pub async fn initiative_register(asked: Query<InitiativeFilter>) -> Result<InitiativeRegister, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::initiative_register(&ctx, &services, &asked)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The register of benefits.
pub async fn benefit_register(asked: Query<BenefitFilter>) -> Result<RegisterView<BenefitRow>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::benefit_register(&ctx, &services, &asked)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The register of statements; `named` are those that a receipt tells of.
pub async fn statement_register(
    asked: Query<StatementFilter>,
    named: Vec<StatementId>,
) -> Result<StatementRegister, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::statement_register(&ctx, &services, &asked, &named)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The note that this browser left under the key, where there is one.
pub async fn kept_note(key: String) -> Result<Option<String>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::note_kept(&ctx, &services, &key)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form that keeps a view of a register.
pub async fn saved_view_form(
    register: String,
    query: String,
    draft: Option<String>,
) -> Result<SavedViewFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let register = RegisterKind::from_code(&register).unwrap_or(RegisterKind::Initiatives);
    service::saved_view_form(&ctx, &services, register, &query, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// An initiative.
pub async fn initiative(id: String) -> Result<InitiativeView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let id = parsed(&id)?;
    service::initiative_view(&ctx, &services, id)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a delivery.
pub async fn delivery_form(
    initiative: String,
    delivery: Option<String>,
    draft: Option<String>,
) -> Result<DeliveryFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (initiative, delivery) = (parsed(&initiative)?, parsed_or_none(delivery)?);
    service::delivery_form(&ctx, &services, initiative, delivery, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a benefit; `delivery` is chosen beforehand in a new one.
pub async fn benefit_form(
    initiative: String,
    delivery: Option<String>,
    benefit: Option<String>,
    draft: Option<String>,
) -> Result<BenefitFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (initiative, delivery) = (parsed(&initiative)?, parsed_or_none(delivery)?);
    let benefit = parsed_or_none(benefit)?;
    service::benefit_form(&ctx, &services, initiative, delivery, benefit, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a statement: an existing one, one in the place of `supersedes`, or a new one of
/// `delivery` that speaks for `benefit`.
pub async fn statement_form(
    initiative: String,
    (delivery, benefit): (Option<String>, Option<String>),
    supersedes: Option<String>,
    statement: Option<String>,
    draft: Option<String>,
) -> Result<StatementFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let initiative = parsed(&initiative)?;
    let target = match (parsed_or_none(statement)?, parsed_or_none(supersedes)?) {
        (Some(id), _) => StatementTarget::Existing(id),
        (None, Some(id)) => StatementTarget::Superseding(id),
        (None, None) => StatementTarget::New {
            delivery: parsed_or_none(delivery)?,
            benefit: parsed_or_none(benefit)?,
        },
    };
    service::statement_form(&ctx, &services, initiative, target, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Where the grading stands.
pub async fn assessments(year: Option<i32>) -> Result<AssessmentListView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::assessment_list(&ctx, &services, year)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The grading of a subject.
pub async fn assessment(
    subject: SubjectKey,
    year: Option<i32>,
    draft: Option<String>,
) -> Result<AssessmentView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::assessment_view(&ctx, &services, &subject, year, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What waits for a role, or for the actor's first one.
pub async fn work(role: Option<Role>, only: Option<WorkKind>) -> Result<WorkView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::work_view(&ctx, &services, role, only)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Whom a one-time link would sign in.
pub async fn link(token: String) -> Result<Account, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::link_peek(&ctx, &services, &token)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// An address with something else than an identity leads nowhere.
pub(super) fn parsed<T: std::str::FromStr>(id: &str) -> Result<T, ApiError> {
    id.parse().map_err(|_| ApiError::NotFound)
}

pub(super) fn parsed_or_none<T: std::str::FromStr>(id: Option<String>) -> Result<Option<T>, ApiError> {
    id.filter(|id| !id.is_empty()).map(|id| parsed(&id)).transpose()
}

/// What a server function answers: on to what was saved, back to the form, or to an error page.
pub(super) fn answer(
    request: &RequestContext,
    answer: Result<service::Answer, ServiceError>,
    form_path: &str,
) {
    let path = match answer {
        Ok(service::Answer::Done(path)) => path,
        Ok(service::Answer::Again(key)) => {
            let joint = if form_path.contains('?') { '&' } else { '?' };
            format!("{form_path}{joint}draft={key}#fel")
        }
        Err(error) => refused(&ApiError::of(&request.ctx, &error)),
    };
    super::go_to(&path);
}

/// What a server function of a small form answers: on to where its use case says, or to an error page.
/// `None`: what was sent names nothing. The note that was typed is kept where it was not taken.
pub(super) async fn lead(
    request: &RequestContext,
    answered: Option<Result<String, ServiceError>>,
    note: &str,
) {
    let path = match answered {
        Some(Ok(path)) => service::note_keep(&request.ctx, &request.services, path, note).await,
        Some(Err(error)) => Err(error),
        None => Err(ServiceError::NotFound),
    };
    let path = path.unwrap_or_else(|error| refused(&ApiError::of(&request.ctx, &error)));
    super::go_to(&path);
}

/// Where a refused form leads.
pub(super) fn refused(error: &ApiError) -> String {
    match error {
        ApiError::SignIn => "/logga-in".to_owned(),
        other => {
            let reference = other
                .reference()
                .map(|number| format!("&ref={number}"))
                .unwrap_or_default();
            let hinder = match other {
                ApiError::Hindered { trouble, .. } => format!("&hinder={}", trouble_code(*trouble)),
                _ => String::new(),
            };
            format!("/fel?kod={}{hinder}{reference}", other.status())
        }
    }
}

/// Where a form of an initiative lives.
pub(super) fn form_page(form: &str, initiative: &str, id: &str) -> String {
    match id.trim() {
        "" => format!("/initiativ/{}/{form}", initiative.trim()),
        id => format!("/initiativ/{}/{form}/{id}", initiative.trim()),
    }
}
