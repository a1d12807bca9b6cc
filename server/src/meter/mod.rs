//! What an operator watches: counts and times in the Prometheus text format, on a listener of their own.
//!
//! Where no such listener is asked for nothing is recorded: what counts below writes to nobody. No label has a name, an
//! address or anything else that somebody chose in it: their values are few and stand in this program.

mod listener;
mod log;
mod mailer;
mod request;
mod sign_in;

use metrics::{describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use crate::clock::now;

pub(crate) use listener::listen;
pub(crate) use log::ErrorCount;
pub(crate) use mailer::Counted;
pub(crate) use request::count;

const REQUESTS: &str = "nytta_http_requests_total";
const IN_FLIGHT: &str = "nytta_http_requests_in_flight";
const DURATION: &str = "nytta_http_request_duration_seconds";
const SIGN_INS: &str = "nytta_sign_ins_total";
const ERRORS: &str = "nytta_errors_total";
const MAILS: &str = "nytta_mails_total";
const DATABASE: &str = "nytta_database_up";
const CONNECTIONS: &str = "nytta_database_connections";
const AUDIT: &str = "nytta_audit_events_total";
const BUILD: &str = "nytta_build_info";
const STARTED: &str = "process_start_time_seconds";

/// Upper bounds of the times that are told apart, in seconds: pages are promised within 0.05, a report within 1, and no
/// request takes more than 30.
const SECONDS: [f64; 12] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
];

/// Begins to record, for the rest of the process.
pub(crate) fn record() -> Result<PrometheusHandle, BuildError> {
    let builder = PrometheusBuilder::new();
    let builder = builder.set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &SECONDS)?;
    let handle = builder.install_recorder()?;
    describe();
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1);
    gauge!(STARTED).set(now().timestamp() as f64);
    // They are told as none from the beginning: what is not there cannot be watched.
    metrics::counter!(ERRORS).absolute(0);
    gauge!(IN_FLIGHT).set(0);
    Ok(handle)
}

fn describe() {
    describe_counter!(
        REQUESTS,
        "Requests that were answered, by method, pattern of the path and class of the status"
    );
    describe_gauge!(IN_FLIGHT, "Requests that are being answered");
    describe_histogram!(
        DURATION,
        "Seconds until an answer began, by method and pattern of the path"
    );
    describe_counter!(
        SIGN_INS,
        "Attempts to sign in, by way and by whether they led further; those that were refused unlooked at are not among them"
    );
    describe_counter!(
        ERRORS,
        "Errors of the program or its database; each stands in the log under the number that whoever asked was shown"
    );
    describe_counter!(MAILS, "Messages, by whether the mail server took them");
    describe_gauge!(DATABASE, "1 where the database answers, else 0");
    describe_gauge!(CONNECTIONS, "Connections to the database, by pool and state");
    describe_counter!(AUDIT, "Number of the newest event of the audit log");
    describe_gauge!(BUILD, "Always 1; the version of the program is its label");
    describe_gauge!(STARTED, "When the process began, in seconds since 1970");
}
