//! Requests that change something come from this site's own pages, or not at all.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Method, StatusCode, header};

/// Where this site's pages come from.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// `scheme://host[:port]` of the public address; none where people use the server's own.
    public: Option<String>,
}

impl Origin {
    /// The origin of a public address.
    pub(crate) fn of(public_url: Option<&str>) -> Self {
        let public = public_url.map(|url| {
            let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
            let host = rest.split('/').next().unwrap_or(rest);
            format!("{scheme}://{host}")
        });
        Self { public }
    }

    fn is_own(&self, headers: &HeaderMap) -> bool {
        let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        // Browsers say themselves where a request comes from, and pages cannot forge it.
        if let Some(site) = headers
            .get("sec-fetch-site")
            .and_then(|value| value.to_str().ok())
        {
            return matches!(site, "same-origin" | "none");
        }
        let Some(origin) = text(header::ORIGIN) else {
            return false;
        };
        match &self.public {
            Some(public) => origin == public,
            None => text(header::HOST).is_some_and(|host| origin == format!("http://{host}")),
        }
    }
}

/// Lets safe methods through, and others only from this site's own pages.
pub(crate) async fn guard(State(origin): State<Origin>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || origin.is_own(request.headers()) {
        return next.run(request).await;
    }
    (
        StatusCode::FORBIDDEN,
        "This request did not come from a page of this site.\n",
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn own(public: Option<&str>, headers: &[(&'static str, &str)]) -> bool {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| {
                (
                    http::HeaderName::from_static(name),
                    HeaderValue::from_str(value).expect("a value"),
                )
            })
            .collect();
        Origin::of(public).is_own(&headers)
    }

    #[test]
    fn the_browser_says_where_a_request_comes_from() {
        assert!(own(None, &[("sec-fetch-site", "same-origin")]));
        assert!(own(None, &[("sec-fetch-site", "none")]));
        assert!(!own(
            None,
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://a"),
                ("host", "a")
            ]
        ));
        assert!(!own(None, &[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn without_that_the_origin_has_to_be_exactly_this_site() {
        assert!(own(
            None,
            &[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")]
        ));
        assert!(!own(
            None,
            &[("origin", "http://127.0.0.1:3001"), ("host", "127.0.0.1:3000")]
        ));
        assert!(!own(None, &[("host", "127.0.0.1:3000")]));
        let public = Some("https://nytta.example.se/x");
        assert!(own(public, &[("origin", "https://nytta.example.se")]));
        assert!(!own(
            public,
            &[
                ("origin", "http://nytta.example.se"),
                ("host", "nytta.example.se")
            ]
        ));
        assert!(!own(public, &[("origin", "https://nytta.example.se.evil.se")]));
    }
}
