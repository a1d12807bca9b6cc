use std::io::Cursor;
use std::pin::Pin;
use std::time::Duration;

use domain::causes;
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::http::Response;
use openidconnect::url::Url;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

use crate::SignOnError;
use crate::settings::is_private;

/// The longest that the provider is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most that it may say.
const BODY_MAX: usize = 1024 * 1024;

type Body = Full<Cursor<Vec<u8>>>;

/// Asks the provider: by TLS with the machine's own list of authorities, and following nothing it says elsewhere.
#[derive(Clone)]
pub(crate) struct Http(Client<HttpsConnector<HttpConnector>, Body>);

/// What goes wrong on the way.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct HttpError(String);

impl Http {
    pub(crate) fn new() -> Result<Self, SignOnError> {
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()
            .map_err(|error| SignOnError::Provider(format!("no authorities are known: {error}")))?
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let told = |error: &dyn std::error::Error| HttpError(causes::told(error));
        let to = request.uri().to_string();
        if !Url::parse(&to).is_ok_and(|url| is_private(&url)) {
            return Err(HttpError(format!("{to} is not asked without TLS")));
        }
        let request = request.map(|body| Full::new(Cursor::new(body)));
        let late = |_| HttpError(format!("{to} does not answer within {} s", PATIENCE.as_secs()));
        let asked = tokio::time::timeout(PATIENCE, async {
            let response = self.0.request(request).await.map_err(|error| told(&error))?;
            let (parts, body) = response.into_parts();
            let body = Limited::new(body, BODY_MAX).collect().await;
            let body = body.map_err(|error| HttpError(format!("{to}: {error}")))?;
            Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
        });
        asked.await.map_err(late)?
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
