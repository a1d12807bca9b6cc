//! Registers as files: the rows that the register shows under the same query, all of them.

use app::api::RequestContext;
use axum::Router;
use axum::extract::{Extension, RawQuery};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ctx::Ctx;
use domain::policy::Refusal;
use domain::register::{Filter, Query, RegisterKind, Sheet};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use service::{RenderError, ServiceError};

use crate::hinder::hindered;

/// A kind of file.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Csv,
    Xlsx,
}

impl Kind {
    fn end(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    fn media_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        })
    }
}

/// The routes of all files.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let mut routes = Router::new();
    for kind in [Kind::Csv, Kind::Xlsx] {
        for register in RegisterKind::ALL {
            let path = format!("/{}.{}", register.code(), kind.end());
            let answer = move |request: Extension<RequestContext>, query: RawQuery| {
                file(request.0, query.0.unwrap_or_default(), register, kind)
            };
            routes = routes.route(&path, get(answer));
        }
    }
    routes
}

async fn file(request: RequestContext, query: String, register: RegisterKind, kind: Kind) -> Response {
    let bytes = match noted(&request, &query, register).await {
        Ok(sheet) => write(sheet, kind).await.map_err(ServiceError::from),
        Err(error) => Err(error),
    };
    match bytes {
        Ok(bytes) => attachment(&request.ctx, bytes, register, kind),
        Err(error) => refused(&request.ctx, &error),
    }
}

/// The sheet, once it is noted who takes it: what cannot be noted is not handed out.
async fn noted(request: &RequestContext, query: &str, register: RegisterKind) -> Result<Sheet, ServiceError> {
    let sheet = sheet(request, query, register).await?;
    let (ctx, services) = (&request.ctx, &request.services);
    service::register_exported(ctx, services, register, query, sheet.rows.len()).await?;
    Ok(sheet)
}

async fn sheet(
    RequestContext {
        ctx, services, lang, ..
    }: &RequestContext,
    query: &str,
    register: RegisterKind,
) -> Result<Sheet, ServiceError> {
    fn asked<F: Filter>(query: &str) -> Query<F> {
        Query::parse_query(query)
    }
    Ok(match register {
        RegisterKind::Initiatives => {
            let rows = service::initiative_list(ctx, services, &asked(query)).await?;
            report::register::initiatives(*lang, &rows)
        }
        RegisterKind::Benefits => {
            let rows = service::benefit_list(ctx, services, &asked(query)).await?;
            report::register::benefits(*lang, &rows)
        }
        RegisterKind::Statements => {
            let rows = service::statement_list(ctx, services, &asked(query)).await?;
            report::register::statements(*lang, &rows)
        }
    })
}

/// Off the threads that answer requests: a large workbook takes a while.
async fn write(sheet: Sheet, kind: Kind) -> Result<Vec<u8>, RenderError> {
    let written = tokio::task::spawn_blocking(move || match kind {
        Kind::Csv => Ok(report::register::csv(&sheet)),
        Kind::Xlsx => report::register::xlsx(&sheet),
    });
    written
        .await
        .map_err(|error| RenderError::Model(error.to_string()))?
}

fn attachment(ctx: &Ctx, bytes: Vec<u8>, register: RegisterKind, kind: Kind) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, kind.media_type());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let name = format!(
        "attachment; filename=\"{}-{}.{}\"",
        register.code(),
        ctx.today(),
        kind.end()
    );
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    (headers, bytes).into_response()
}

/// Whoever is not signed in is sent to sign in, as from a page; the rest get the status alone.
pub(crate) fn refused(ctx: &Ctx, error: &ServiceError) -> Response {
    match error {
        ServiceError::Refused(Refusal::SignIn) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, "/logga-in")]).into_response()
        }
        ServiceError::NotFound | ServiceError::Refused(Refusal::NotFound) => {
            StatusCode::NOT_FOUND.into_response()
        }
        ServiceError::Refused(_) => StatusCode::FORBIDDEN.into_response(),
        other => {
            other.log(ctx);
            match other.trouble() {
                Some(trouble) => hindered(trouble, ctx.request_id.to_string()),
                None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
    }
}
