//! A benefit calculation as a workbook: out, and its lines in again.

use std::collections::BTreeMap;

use app::api::RequestContext;
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Extension, Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::calculation::{AmountUnit, Estimate};
use domain::form::{CalculationLinesForm, FieldErrors, Problem, SheetFault, parse_number};
use domain::id::{BenefitId, CalculationId};
use http::{HeaderMap, HeaderValue, header};
use report::calculation::{ReadAlternative, ReadProblem, calculation_read, calculation_workbook};
use service::{Answer, CalculationView, RenderError, ServiceError};
use tokio::task::spawn_blocking;

use crate::nul;
use crate::register_file::refused;

/// Largest file: far more than ten alternatives of three hundred lines over fifty years need.
const FILE_MAX: usize = 5 * 1024 * 1024;

/// Its routes.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/kalkyler/{id}/kalkyl.xlsx", get(out))
        // A little more than the largest file, so that one that is too large is told so.
        .route(
            "/kalkyler/{id}/fil",
            post(take).layer(DefaultBodyLimit::max(FILE_MAX + 64 * 1024)),
        )
}

/// The view that the actor may have of a calculation.
async fn view(request: &RequestContext, id: &str) -> Result<CalculationView, ServiceError> {
    let id: CalculationId = id.parse().map_err(|_| ServiceError::NotFound)?;
    service::calculation_view(&request.ctx, &request.services, id, None, None, None).await
}

async fn out(Extension(request): Extension<RequestContext>, Path(id): Path<String>) -> Response {
    let view = match view(&request, &id).await {
        Ok(view) => view,
        Err(error) => return refused(&request.ctx, &error),
    };
    let lang = request.lang;
    let written = spawn_blocking(move || {
        let benefits: BTreeMap<BenefitId, String> = view
            .benefits
            .iter()
            .map(|one| (one.id, one.name.clone()))
            .collect();
        calculation_workbook(lang, &view.initiative.name, &view.calculation, &benefits)
    });
    match written
        .await
        .map_err(|error| RenderError::Model(error.to_string()))
        .and_then(|done| done)
    {
        Ok(bytes) => (headers(), bytes).into_response(),
        Err(error) => refused(&request.ctx, &ServiceError::from(error)),
    }
}

fn headers() -> HeaderMap {
    [
        (
            header::CONTENT_TYPE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"nyttokalkyl.xlsx\"",
        ),
    ]
    .into_iter()
    .map(|(name, value)| (name, HeaderValue::from_static(value)))
    .collect()
}

/// Reads the lines of the alternative that is looked at, and leads to the page that shows them as typed and not saved.
async fn take(
    Extension(request): Extension<RequestContext>,
    Path(id): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let ctx = &request.ctx;
    // Nothing is unpacked for those who may not send it.
    let shown = match view(&request, &id).await {
        Ok(shown) if shown.lines.is_some() => shown,
        Ok(_) => return refused(ctx, &ServiceError::NotFound),
        Err(error) => return refused(ctx, &error),
    };
    let form = match form {
        Ok(form) => form,
        Err(rejection) => return rejection.into_response(),
    };
    let (alternative, bytes) = sent(form).await;
    let read = match bytes {
        Err(fault) => Err(fault_of(fault)),
        Ok(bytes) => match spawn_blocking(move || calculation_read(&bytes)).await {
            Ok(Ok(read)) => chosen(&shown, &alternative, read),
            Ok(Err(problems)) => Err(faults(problems)),
            Err(_) => Err(fault_of(SheetFault::NotAWorkbook)),
        },
    };
    let id = shown.calculation.id;
    // A field that is not there yet is told of by the form, as when somebody had typed it.
    let told = match &read {
        Ok(form) if form.parse().is_ok() => "&klart=inlast#h-poster",
        _ => "#fel",
    };
    match service::calculation_lines_read(ctx, &request.services, id, read).await {
        Ok(Answer::Again(draft)) => {
            Redirect::to(&format!("/kalkyler/{id}?draft={draft}{told}")).into_response()
        }
        Ok(Answer::Done(place)) => Redirect::to(&place).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

/// The alternative that the lines are for, and the file.
async fn sent(mut form: Multipart) -> (String, Result<axum::body::Bytes, SheetFault>) {
    let mut alternative = String::new();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return (alternative, Err(SheetFault::NoFile)),
            Err(_) => return (alternative, Err(SheetFault::TooLarge)),
        };
        match field.name() {
            Some("alternative") => alternative = nul::typed(field).await,
            Some("file") => {
                return match field.bytes().await {
                    Ok(bytes) if bytes.is_empty() => (alternative, Err(SheetFault::NoFile)),
                    Ok(bytes) if bytes.len() > FILE_MAX => (alternative, Err(SheetFault::TooLarge)),
                    Ok(bytes) => (alternative, Ok(bytes)),
                    Err(_) => (alternative, Err(SheetFault::TooLarge)),
                };
            }
            _ => {}
        }
    }
}

/// The sheet of the alternative, as the form has lines; the only sheet where there is one alone.
fn chosen(
    shown: &CalculationView,
    alternative: &str,
    read: Vec<ReadAlternative>,
) -> Result<CalculationLinesForm, FieldErrors> {
    let wanted = alternative.trim().parse().ok().unwrap_or(shown.shown);
    let named = shown.calculation.alternative(wanted).map(|one| one.name.as_str());
    let only = read.len() == 1;
    let names: Vec<String> = read.iter().map(|one| one.name.clone()).collect();
    let mut fitting = read.into_iter().filter(|one| {
        only || one.id == Some(wanted) || (one.id.is_none() && Some(one.name.as_str()) == named)
    });
    let Some(sheet) = fitting.next() else {
        return Err(error(
            SheetFault::OtherAlternative,
            String::new(),
            names.join(", "),
        ));
    };
    let unit = shown.calculation.unit;
    let mut form = CalculationLinesForm {
        id: shown.calculation.id.to_string(),
        alternative: wanted.to_string(),
        unit: unit.code().to_owned(),
        year: sheet.years.iter().map(ToString::to_string).collect(),
        ..CalculationLinesForm::default()
    };
    for line in sheet.lines {
        // A benefit that the file names and the initiative has, by its identity or by the only one of that name.
        let mut of_name = shown
            .benefits
            .iter()
            .filter(|one| Some(&one.name) == line.benefit_name.as_ref());
        let by_name = of_name.next().filter(|_| of_name.next().is_none());
        let benefit = line.benefit.or(by_name.map(|one| one.id));
        form.line_id
            .push(line.id.map(|id| id.to_string()).unwrap_or_default());
        form.line_name.push(line.name);
        form.line_class.push(
            line.class
                .map(|class| class.code().to_owned())
                .unwrap_or_default(),
        );
        form.line_benefit
            .push(benefit.map(|id| id.to_string()).unwrap_or_default());
        form.line_note.push(line.note.unwrap_or_default());
        for amount in line.amounts {
            let Estimate { low, likely, high } = amount.map(|text| in_unit(text, sheet.unit, unit));
            form.low.push(low);
            form.likely.push(likely);
            form.high.push(high);
        }
    }
    Ok(form)
}

/// An amount of the file as it is typed in the calculation's unit; what is no amount stays as it is, and is told.
fn in_unit(text: String, from: AmountUnit, to: AmountUnit) -> String {
    match parse_number(&text).and_then(|number| from.money(number)) {
        Some(money) => to.typed(money),
        None => text,
    }
}

fn error(fault: SheetFault, place: String, given: String) -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.push("file", Problem::InFile { fault, place, given });
    errors
}

fn fault_of(fault: SheetFault) -> FieldErrors {
    error(fault, String::new(), String::new())
}

/// What is wrong with the file, in the words that people are told it by.
fn faults(problems: Vec<ReadProblem>) -> FieldErrors {
    use ReadProblem as R;
    use SheetFault as F;
    let mut errors = FieldErrors::default();
    for problem in problems {
        let none = String::new;
        let (fault, place, given) = match problem {
            R::NotAWorkbook => (F::NotAWorkbook, none(), none()),
            R::TooLarge => (F::TooLarge, none(), none()),
            R::NoLines => (F::NoLines, none(), none()),
            R::NoUnit => (F::NoUnit, none(), none()),
            R::UnknownUnit { place, given } => (F::UnknownUnit, place.to_string(), given),
            R::MissingColumn { sheet, column } => (F::MissingColumn, sheet, column.to_owned()),
            R::UnknownHead { place, given } => (F::UnknownHead, place.to_string(), given),
            R::HeadTwice { place, given } => (F::HeadTwice, place.to_string(), given),
            R::TooManyLines { sheet, most } => (F::TooManyLines, sheet, most.to_string()),
            R::BrokenCell { place, given } => (F::BrokenCell, place.to_string(), given),
            R::NotANumber { place, given } => (F::NotANumber, place.to_string(), given),
            R::UnknownClass { place, given } => (F::UnknownClass, place.to_string(), given),
            R::UnknownEstimate { place, given } => (F::UnknownEstimate, place.to_string(), given),
            R::NoEstimate { place } => (F::NoEstimate, place.to_string(), none()),
            R::Differs { place, given } => (F::Differs, place.to_string(), given),
            R::Scattered { place } => (F::Scattered, place.to_string(), none()),
            R::UnknownCode { place, given } => (F::UnknownCode, place.to_string(), given),
        };
        errors.push("file", Problem::InFile { fault, place, given });
    }
    errors
}
