use metrics::counter;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

use super::ERRORS;

/// Counts what is logged as an error, whatever of the log is kept.
pub(crate) struct ErrorCount;

impl<S: Subscriber> Layer<S> for ErrorCount {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        // Libraries have errors of their own, of which nobody was told a number.
        if *event.metadata().level() == Level::ERROR && event.fields().any(|field| field.name() == "request")
        {
            counter!(ERRORS).increment(1);
        }
    }
}
