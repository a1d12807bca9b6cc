//! Disposal of what has had its time.

use chrono::TimeDelta;
use domain::ctx::Ctx;
use domain::retention::{ATTEMPT, DIGEST, DRAFT, Disposed, LINK, REPORT_LINK, SESSION, SUBMISSION};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entity::{
    digest_note, form_draft, form_submission, one_time_link, report_link, session, sign_in_attempt,
};
use crate::error::Result;
use crate::moment::micros;

/// What has had its time, of each table.
struct Due {
    sessions: Condition,
    links: Condition,
    attempts: Condition,
    drafts: Condition,
    submissions: Condition,
    digests: Condition,
    report_links: Condition,
}

impl Due {
    /// A session has ended by its end, or by so long without a request.
    fn now(ctx: &Ctx, idle: TimeDelta) -> Self {
        let before = |kept: TimeDelta| micros(ctx.now - kept);
        Self {
            sessions: Condition::any()
                .add(session::Column::ExpiresAt.lt(before(SESSION)))
                .add(session::Column::SeenAt.lt(before(SESSION + idle))),
            links: Condition::any()
                .add(one_time_link::Column::ExpiresAt.lt(before(LINK)))
                .add(one_time_link::Column::UsedAt.lt(before(LINK))),
            attempts: Condition::all().add(sign_in_attempt::Column::LastAt.lt(before(ATTEMPT))),
            drafts: Condition::all().add(form_draft::Column::ExpiresAt.lt(before(DRAFT))),
            submissions: Condition::all().add(form_submission::Column::At.lt(before(SUBMISSION))),
            digests: Condition::all().add(digest_note::Column::At.lt(before(DIGEST))),
            report_links: Condition::all()
                .add(report_link::Column::EndsOn.lt((ctx.now - REPORT_LINK).date_naive())),
        }
    }
}

/// How much is due.
pub async fn retention_due(ctx: &Ctx, db: &impl ConnectionTrait, idle: TimeDelta) -> Result<Disposed> {
    let due = Due::now(ctx, idle);
    Ok(Disposed {
        sessions: session::Entity::find().filter(due.sessions).count(db).await?,
        links: one_time_link::Entity::find().filter(due.links).count(db).await?,
        attempts: sign_in_attempt::Entity::find()
            .filter(due.attempts)
            .count(db)
            .await?,
        drafts: form_draft::Entity::find().filter(due.drafts).count(db).await?,
        submissions: form_submission::Entity::find()
            .filter(due.submissions)
            .count(db)
            .await?,
        digests: digest_note::Entity::find().filter(due.digests).count(db).await?,
        report_links: report_link::Entity::find()
            .filter(due.report_links)
            .count(db)
            .await?,
    })
}

/// Disposes of what is due.
pub async fn retention_apply(ctx: &Ctx, db: &impl ConnectionTrait, idle: TimeDelta) -> Result<Disposed> {
    let due = Due::now(ctx, idle);
    macro_rules! dispose {
        ($entity:ident, $due:expr) => {
            $entity::Entity::delete_many()
                .filter($due)
                .exec(db)
                .await?
                .rows_affected
        };
    }
    Ok(Disposed {
        sessions: dispose!(session, due.sessions),
        links: dispose!(one_time_link, due.links),
        attempts: dispose!(sign_in_attempt, due.attempts),
        drafts: dispose!(form_draft, due.drafts),
        submissions: dispose!(form_submission, due.submissions),
        digests: dispose!(digest_note, due.digests),
        report_links: dispose!(report_link, due.report_links),
    })
}
