use domain::ctx::Ctx;
use uuid::{NoContext, Timestamp, Uuid};

/// A new identifier, in the order of time: version 7, from the request's one moment.
pub(crate) fn new_id<T: From<Uuid>>(ctx: &Ctx) -> T {
    let now = ctx.now;
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        now.timestamp_subsec_nanos(),
    ))
    .into()
}
