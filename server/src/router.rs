//! Which path leads where, and the layers that every request goes through.

use std::sync::Arc;
use std::time::Duration;

use app::api::{RequestContext, SessionCookie};
use app::shell::{App, Assets, shell};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Extension, Path, Query, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use identity::Provider;
use leptos::config::LeptosOptions;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{LeptosRoutes, ResponseOptions, generate_route_list};
use service::{Services, Trouble};
use tokio::sync::watch;
use tower_http::timeout::TimeoutLayer;

use crate::account_link;
use crate::assets::{self, Manifest};
use crate::calculation_file;
use crate::calendar_feed;
use crate::comparison_file;
use crate::csrf::{self, Origin};
use crate::form_body;
use crate::headers;
use crate::hinder::{self, Look};
use crate::limit::{self, Limiter, Limits, Refusals};
use crate::measurement_file;
use crate::measurement_sheet_file;
use crate::meter;
use crate::next_work;
use crate::nul;
use crate::park::park;
use crate::register_file;
use crate::report_archive_file;
use crate::report_feed;
use crate::report_file;
use crate::report_outside;
use crate::request::{Identify, SESSION, identify, session_left};
use crate::second_factor::{self, Made};
use crate::single_sign_on;
use crate::template_file;
use crate::workbook_file;

/// Largest form.
pub(crate) const BODY_MAX: usize = 1024 * 1024;
/// Longest wait for the database before the server says that it is not ready.
const ANSWER: Duration = Duration::from_secs(6);
/// Longest request.
const PATIENCE: Duration = Duration::from_secs(30);

/// How the server is reached.
#[derive(Clone, Default)]
pub struct Edge {
    /// Address that people use, behind a proxy.
    pub public_url: Option<String>,
    /// Answer this machine only, and no proxy.
    pub demo: bool,
    /// How much one address may ask for.
    pub limits: Limits,
    /// The longest request; half a minute where nothing is said.
    pub patience: Option<Duration>,
    /// The agency's identity provider, where people sign in by it.
    pub provider: Option<Arc<Provider>>,
    /// Becomes true when the server is told to stop: it is not ready any more then.
    pub stopping: Option<watch::Receiver<bool>>,
}

impl Edge {
    fn tls(&self) -> bool {
        self.public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"))
    }

    fn cookie(&self) -> SessionCookie {
        if self.tls() {
            SessionCookie {
                name: "__Host-nytta",
                attributes: "Path=/; HttpOnly; Secure; SameSite=Lax",
            }
        } else {
            SessionCookie {
                name: "nytta",
                attributes: "Path=/; HttpOnly; SameSite=Lax",
            }
        }
    }
}

#[derive(Clone)]
struct Pages {
    options: LeptosOptions,
    assets: Assets,
    cookie: SessionCookie,
    public_url: Option<String>,
    provider: Option<Arc<Provider>>,
}

impl axum::extract::FromRef<Pages> for Option<String> {
    fn from_ref(pages: &Pages) -> Self {
        pages.public_url.clone()
    }
}

impl axum::extract::FromRef<Pages> for LeptosOptions {
    fn from_ref(pages: &Pages) -> Self {
        pages.options.clone()
    }
}

/// The whole site.
pub fn router(services: Services, edge: &Edge) -> Router {
    let pages = pages(edge);
    let identified = Identify {
        services: services.clone(),
        cookie: pages.cookie.clone(),
        refuse_forwarded: edge.demo,
        refusals: Refusals::default(),
    };
    let provide = {
        let pages = pages.clone();
        move || provide_request(&pages)
    };
    let document = {
        let pages = pages.clone();
        move || shell(pages.options.clone(), pages.assets.clone())
    };
    let routes = generate_route_list(App);
    let (stylesheet, patience) = (pages.assets.stylesheet.clone(), edge.patience.unwrap_or(PATIENCE));
    let site = Router::new()
        .route("/api/{*function}", post(server_function).get(not_by_get))
        .route(SESSION, get(session_left))
        .route("/admin/konto/{id}/lank", post(one_time_link))
        .route("/kod", post(app_connected))
        .route("/konto/koder", post(codes_renewed))
        .route("/konto/kalender", post(calendar_link))
        .route("/kalender/{file}", get(calendar_feed::feed))
        .route("/rapporter/{id}/delning", post(report_link))
        .route("/rapporter/flode.xml", get(report_feed::atom))
        .route("/rapporter/flode.json", get(report_feed::json))
        .route(single_sign_on::BEGIN, get(sign_on_begin))
        .route(single_sign_on::BACK, get(sign_on_back))
        .merge(register_file::routes())
        .merge(report_file::routes())
        .merge(report_archive_file::routes())
        .merge(report_outside::routes())
        .merge(comparison_file::routes())
        .merge(template_file::routes())
        .merge(workbook_file::routes())
        .merge(calculation_file::routes())
        .merge(measurement_file::routes())
        .merge(measurement_sheet_file::routes())
        .merge(next_work::routes())
        .leptos_routes_with_context(&pages, routes, provide, document)
        .fallback(get(nowhere))
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(from_fn_with_state(pages.cookie.clone(), park))
        .layer(from_fn(nul::leave_out))
        .layer(from_fn(fits))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            patience,
        ))
        .layer(from_fn_with_state(identified, identify))
        .layer(from_fn_with_state(Look { stylesheet, patience }, hinder::tell))
        .layer(from_fn_with_state(
            Origin::of(edge.public_url.as_deref()),
            csrf::guard,
        ))
        .with_state(pages);
    Router::new()
        .route("/livez", get(|| async { "ok\n" }))
        .route(
            "/readyz",
            get(ready).with_state((services, edge.stopping.clone())),
        )
        .route("/pkg/{*name}", get(assets::file))
        .merge(site)
        .layer(from_fn_with_state(Limiter::new(&edge.limits), limit::guard))
        .layer(from_fn_with_state(edge.tls(), headers::set))
        .layer(from_fn_with_state(edge.cookie().name, meter::count))
}

/// The paths of all pages, parts that vary as `{name}`; so that a test can ask for each of them.
pub fn page_paths() -> Vec<String> {
    generate_route_list(App)
        .iter()
        .map(|route| route.path().to_owned())
        .collect()
}

fn pages(edge: &Edge) -> Pages {
    let manifest = Manifest::read();
    let bundle = manifest.is_some();
    let manifest = manifest.unwrap_or_default();
    let icon = manifest.files.get("favicon.svg").cloned().unwrap_or_default();
    let options = LeptosOptions::builder().output_name(manifest.output_name).build();
    let assets = Assets {
        stylesheet: format!("/pkg/{}", manifest.css),
        icon: format!("/pkg/{icon}"),
        bundle,
    };
    Pages {
        options,
        assets,
        cookie: edge.cookie(),
        public_url: edge.public_url.clone(),
        provider: edge.provider.clone(),
    }
}

/// What pages and server functions find in their context.
fn provide_request(pages: &Pages) {
    if let Some(parts) = use_context::<http::request::Parts>()
        && let Some(request) = parts.extensions.get::<RequestContext>()
    {
        provide_context(request.clone());
    }
    provide_context(pages.cookie.clone());
    leptos::nonce::provide_nonce();
    if let Some(response) = use_context::<ResponseOptions>()
        && let Some(nonce) = leptos::nonce::use_nonce()
        && let Ok(policy) = HeaderValue::from_str(&headers::content_security_policy(Some(&nonce.to_string())))
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

async fn server_function(State(pages): State<Pages>, request: Request) -> Response {
    leptos_axum::handle_server_fns_with_context(move || provide_request(&pages), request)
        .await
        .into_response()
}

/// A form that says that it is too large is answered before it is read: with what to do.
async fn fits(request: Request, next: Next) -> Response {
    if request.uri().path().starts_with("/api/") && !form_body::fits(&request) {
        return form_body::too_large();
    }
    next.run(request).await
}

/// Server functions change things: nothing under `/api` answers a GET.
async fn not_by_get() -> Response {
    StatusCode::METHOD_NOT_ALLOWED.into_response()
}

/// A page that answers this request, and is given something that no other page is.
async fn page_with<T: Clone + Send + Sync + 'static>(pages: Pages, request: Request, given: T) -> Response {
    let provide = {
        let pages = pages.clone();
        move || {
            provide_request(&pages);
            provide_context(given.clone());
        }
    };
    let render = leptos_axum::render_app_async_with_context(provide, move || {
        shell(pages.options.clone(), pages.assets.clone())
    });
    render(request).await.into_response()
}

/// A page that is not there, in the look of the others.
async fn nowhere(State(pages): State<Pages>, request: Request) -> Response {
    page_with(pages, request, ()).await
}

/// Makes a one-time link and answers with the page that shows it.
async fn one_time_link(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let link = account_link::made(&context, &id, pages.public_url.as_deref(), request.headers()).await;
    match link {
        Ok(link) => page_with(pages, request, link).await,
        Err(refused) => refused,
    }
}

/// Makes the link to one's own calendar and answers with the page that shows it.
async fn calendar_link(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    request: Request,
) -> Response {
    let made = calendar_feed::made(&context, pages.public_url.as_deref(), request.headers()).await;
    match made {
        Ok(link) => page_with(pages, request, link).await,
        Err(refused) => refused,
    }
}

/// Makes a link to a report and answers with the page that shows it.
async fn report_link(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let made = report_outside::made(&context, &id, pages.public_url.as_deref(), request).await;
    match made {
        Ok((link, request)) => page_with(pages, request, link).await,
        Err(answered) => answered,
    }
}

/// Sends the browser to the agency's identity provider.
async fn sign_on_begin(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    headers: HeaderMap,
    asked: Query<single_sign_on::Asked>,
) -> Response {
    let provider = pages.provider.as_deref();
    single_sign_on::begin(&context, &pages.cookie, provider, &headers, asked).await
}

/// Takes the provider's answer.
async fn sign_on_back(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    headers: HeaderMap,
    answer: Query<single_sign_on::Answer>,
) -> Response {
    let provider = pages.provider.as_deref();
    single_sign_on::back(&context, &pages.cookie, provider, &headers, answer).await
}

/// Connects an app and answers with the page that shows the codes to keep.
async fn app_connected(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    request: Request,
) -> Response {
    let made = second_factor::enrolled(&context, &pages.cookie, request).await;
    codes_page(pages, made).await
}

/// Makes new codes and answers with the page that shows them.
async fn codes_renewed(
    State(pages): State<Pages>,
    Extension(context): Extension<RequestContext>,
    request: Request,
) -> Response {
    codes_page(pages, second_factor::renewed(&context, request).await).await
}

async fn codes_page(pages: Pages, made: Result<Made, Response>) -> Response {
    let Made {
        codes,
        cookie,
        request,
    } = match made {
        Ok(made) => made,
        Err(refused) => return refused,
    };
    let mut response = page_with(pages, request, codes).await;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

type Ready = (Services, Option<watch::Receiver<bool>>);

async fn ready(State((services, stopping)): State<Ready>) -> Response {
    if stopping.is_some_and(|stopping| *stopping.borrow()) {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    match tokio::time::timeout(ANSWER, services.store.ping()).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) | Err(_) => {
            return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response();
        }
    }
    // Those who read can go on: a server that only reads is better than none.
    match services.store.last_trouble() {
        Some(trouble @ (Trouble::Full | Trouble::ReadOnly)) => {
            format!("ready to read; the last change was not saved: the database {trouble}\n").into_response()
        }
        _ => "ready\n".into_response(),
    }
}
