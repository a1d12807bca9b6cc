//! How much one address may ask for, and which address a request is from.
//!
//! Guessing at one account is slowed by the account itself, in the database (see the sign-in service);
//! this keeps one machine from taking the server from all others. Behind a proxy all requests come from
//! the proxy: the address that it forwards counts, but only where the proxy is one that is named. Anybody
//! can write such a header.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::id::AccountId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use ipnet::IpNet;

use crate::single_sign_on;

/// How much an address may ask for.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    /// At once, after a rest.
    pub burst: NonZeroU32,
    /// Each second, for as long as one likes.
    pub each_second: NonZeroU32,
}

/// Limits by address.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Of all requests. An agency's people may share an address, and a page is several requests.
    pub requests: Allowance,
    /// Of attempts to sign in, each of which takes the server work on purpose.
    pub attempts: Allowance,
    /// Proxies whose forwarded address is believed.
    pub proxies: Vec<IpNet>,
    /// All requests come from a proxy that nobody has named: to its address nothing is refused, or one
    /// stranger would shut out everybody.
    pub behind_unnamed: bool,
}

const fn some(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

const fn allowance(burst: u32, each_second: u32) -> Allowance {
    Allowance {
        burst: some(burst),
        each_second: some(each_second),
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            requests: allowance(2_000, 200),
            attempts: allowance(60, 2),
            proxies: Vec::new(),
            behind_unnamed: false,
        }
    }
}

/// Paths that let somebody in.
const ATTEMPTS: [&str; 8] = [
    "/api/link_consume",
    "/api/password_change",
    "/api/password_choose",
    "/api/password_sign_in",
    "/api/second_factor_check",
    "/api/second_factor_replace",
    "/kod",
    "/konto/koder",
];

/// Paths that have the server ask the identity provider.
const ASKED: [&str; 2] = [single_sign_on::BEGIN, single_sign_on::BACK];

/// Addresses that have rested are forgotten after so many requests, so that a flood of them fills nothing.
const TIDY_EVERY: u32 = 8_192;

/// Counts by address.
#[derive(Clone)]
pub(crate) struct Limiter(Arc<Counts>);

struct Counts {
    requests: DefaultKeyedRateLimiter<IpAddr>,
    attempts: DefaultKeyedRateLimiter<IpAddr>,
    proxies: Vec<IpNet>,
    is_off: bool,
    clock: DefaultClock,
    seen: AtomicU32,
}

fn quota(allowed: Allowance) -> Quota {
    Quota::per_second(allowed.each_second).allow_burst(allowed.burst)
}

impl Limiter {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self(Arc::new(Counts {
            requests: RateLimiter::keyed(quota(limits.requests)),
            attempts: RateLimiter::keyed(quota(limits.attempts)),
            proxies: limits.proxies.clone(),
            is_off: limits.behind_unnamed,
            clock: DefaultClock::default(),
            seen: AtomicU32::new(0),
        }))
    }

    /// Seconds to wait; none where it may go on.
    fn wait(&self, request: &Request) -> Option<u64> {
        if self.0.is_off {
            return None;
        }
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        // Without a peer, as in a test that has no connection, all requests are one machine's.
        let peer = peer.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.0.ip());
        let from = one(client(peer, request.headers(), &self.0.proxies));
        if self.0.seen.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.0.requests.retain_recent();
            self.0.attempts.retain_recent();
        }
        let path = request.uri().path();
        let is_attempt = match *request.method() {
            Method::POST => ATTEMPTS.contains(&path),
            _ => ASKED.contains(&path),
        };
        let allowed = self.0.requests.check_key(&from).and_then(|()| {
            if is_attempt {
                self.0.attempts.check_key(&from)
            } else {
                Ok(())
            }
        });
        let until = allowed.err()?;
        Some(
            until
                .wait_time_from(self.0.clock.now())
                .as_secs()
                .saturating_add(1),
        )
    }
}

/// How many refusals of an account are noted in the audit log: enough to see that somebody tries, and how,
/// and too few to fill the log or to keep its writer busy.
#[derive(Clone)]
pub(crate) struct Refusals(Arc<DefaultKeyedRateLimiter<AccountId>>);

impl Default for Refusals {
    fn default() -> Self {
        let quota = Quota::per_minute(some(2)).allow_burst(some(30));
        Self(Arc::new(RateLimiter::keyed(quota)))
    }
}

impl Refusals {
    pub(crate) fn may_note(&self, account: AccountId) -> bool {
        self.0.check_key(&account).is_ok()
    }
}

/// Where a request comes from: the last address in what was forwarded that no named proxy has. Each proxy
/// adds the one that it was asked from; what stands before is whatever the first one was told.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) -> IpAddr {
    let is_proxy = |address: &IpAddr| proxies.iter().any(|net| net.contains(address));
    let peer = peer.to_canonical();
    if !is_proxy(&peer) {
        return peer;
    }
    let forwarded: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut nearest = peer;
    for text in forwarded.into_iter().rev() {
        let Some(address) = address(text.trim()) else {
            return nearest;
        };
        nearest = address.to_canonical();
        if !is_proxy(&nearest) {
            return nearest;
        }
    }
    nearest
}

/// An address as proxies write it: some add the port, some the brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    bare.parse().ok().or_else(with_port)
}

/// What counts as one: of the newer addresses a household has a whole net.
fn one(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let net = u128::from(address) & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from(net))
        }
    }
}

/// Lets a request through, or asks to wait.
pub(crate) async fn guard(State(limiter): State<Limiter>, request: Request, next: Next) -> Response {
    match limiter.wait(&request) {
        None => next.run(request).await,
        Some(seconds) => {
            let wait = HeaderValue::from(seconds);
            let text = format!("Too many requests from this address. Try again in {seconds} s.\n");
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, wait)], text).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a value"));
        }
        let proxies: Vec<IpNet> = proxies.iter().map(|net| net.parse().expect("a net")).collect();
        client(peer.parse().expect("an address"), &headers, &proxies).to_string()
    }

    #[test]
    fn only_a_named_proxy_is_believed() {
        assert_eq!(from("192.0.2.7", &["203.0.113.1"], &[]), "192.0.2.7");
        assert_eq!(from("192.0.2.7", &["203.0.113.1"], &["10.0.0.0/8"]), "192.0.2.7");
        assert_eq!(from("10.1.2.3", &["203.0.113.1"], &["10.0.0.0/8"]), "203.0.113.1");
        // A server that listens on both kinds of address sees the older one inside the newer.
        assert_eq!(
            from("::ffff:10.1.2.3", &["203.0.113.1"], &["10.0.0.0/8"]),
            "203.0.113.1"
        );
    }

    /// Whoever writes the header themselves is not believed: what the proxy adds stands last.
    #[test]
    fn what_stands_before_the_last_stranger_is_not_believed() {
        let proxies = ["10.0.0.0/8"];
        for forwarded in [
            &["198.51.100.9, 203.0.113.1"][..],
            &["198.51.100.9", "203.0.113.1"],
            &["198.51.100.9, 203.0.113.1, 10.9.9.9"],
            &["10.5.5.5, 203.0.113.1"],
            &["198.51.100.9, 203.0.113.1:51234"],
        ] {
            assert_eq!(
                from("10.1.2.3", forwarded, &proxies),
                "203.0.113.1",
                "{forwarded:?}"
            );
        }
        for (forwarded, expected) in [
            (&["rubbish"][..], "10.1.2.3"),
            (&["203.0.113.1, rubbish"], "10.1.2.3"),
            (&[], "10.1.2.3"),
            (&["10.5.5.5"], "10.5.5.5"),
        ] {
            assert_eq!(from("10.1.2.3", forwarded, &proxies), expected, "{forwarded:?}");
        }
    }

    #[test]
    fn an_address_is_read_with_a_port_and_brackets() {
        for text in ["2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:443"] {
            assert_eq!(address(text), "2001:db8::1".parse().ok(), "{text}");
        }
        assert_eq!(address("203.0.113.1:99999"), None);
    }

    #[test]
    fn a_net_of_the_newer_kind_is_one() {
        let text = |text: &str| one(text.parse().expect("an address")).to_string();
        assert_eq!(text("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(text("192.0.2.7"), "192.0.2.7");
    }
}
