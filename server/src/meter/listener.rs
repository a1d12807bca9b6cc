use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderValue, header};
use metrics::{counter, gauge};
use metrics_exporter_prometheus::PrometheusHandle;
use service::Services;
use store::repo::audit_event::audit_head_load;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::{AUDIT, CONNECTIONS, DATABASE};
use crate::clock::operator;

/// The text format's own name.
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
/// Times are put into their buckets so often, whether or not anybody asks: else they would fill the memory.
const TIDY: Duration = Duration::from_secs(5);
/// A database that is silent for so long does not answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Answers `/metrics` on a listener of its own for as long as what is given back is kept.
pub(crate) fn listen(listener: TcpListener, handle: PrometheusHandle, services: Services) -> JoinSet<()> {
    let mut listening = JoinSet::new();
    let tidied = handle.clone();
    listening.spawn(async move {
        loop {
            tokio::time::sleep(TIDY).await;
            tidied.run_upkeep();
        }
    });
    let page = Router::new()
        .route("/metrics", get(page))
        .with_state((handle, services));
    listening.spawn(async move {
        if let Err(error) = axum::serve(listener, page).await {
            tracing::warn!("metrics are no longer answered: {error}");
        }
    });
    listening
}

async fn page(State((handle, services)): State<(PrometheusHandle, Services)>) -> Response {
    look_at(&services).await;
    ([(header::CONTENT_TYPE, TEXT)], handle.render()).into_response()
}

/// What is not counted as it happens, but is as it is when somebody asks.
async fn look_at(services: &Services) {
    let store = &services.store;
    // Before the question below takes one.
    for pool in store.pools() {
        gauge!(CONNECTIONS, "pool" => pool.name, "state" => "idle").set(pool.idle);
        gauge!(CONNECTIONS, "pool" => pool.name, "state" => "busy").set(pool.busy);
    }
    let ctx = operator();
    let head = audit_head_load(&ctx, store.reader());
    match tokio::time::timeout(PATIENCE, head).await {
        Ok(Ok(head)) => {
            gauge!(DATABASE).set(1);
            counter!(AUDIT).absolute(u64::try_from(head.seq).unwrap_or_default());
        }
        // Whoever asks for pages is told, and the log with them: this is asked every few seconds.
        Ok(Err(_)) | Err(_) => gauge!(DATABASE).set(0),
    }
}
